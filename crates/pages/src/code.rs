//! The code of an authenticator app, asked for at sign-in and again before an act that matters.

use askama::Template;

use crate::frame::Frame;
use crate::icon::Icon;
use crate::refusal::CodeRefusal;
use crate::texts::Say;

/// Posts `code` and what is `hidden`.
#[derive(Template, Clone, Debug)]
#[template(path = "code.html")]
pub struct Code {
    pub frame: Frame,
    /// `/sign-in/code` or `/step-up`.
    pub action: String,
    /// What the form carries beside the code: the attempt's handle, or what the proof is for.
    pub hidden: Vec<(&'static str, String)>,
    /// The login, as it was typed.
    pub who: String,
    pub purpose: Purpose,
    pub refusal: Option<CodeRefusal>,
    /// Where a recovery code can be given instead, if there is one left.
    pub recovery_link: Option<String>,
    pub recovery_left: u32,
    /// The box to tick, where the browser can be remembered.
    pub remember: Option<Remember>,
    /// Where a code by email can be used instead, if that way is open.
    pub email_link: Option<String>,
}

/// The box that has the browser remembered. It stands before the code, whose sixth digit sends the form.
#[derive(Clone, Copy, Debug)]
pub struct Remember {
    /// For so many days.
    pub days: u32,
    /// Whether it was ticked, on the page that was refused.
    pub ticked: bool,
}

/// What the code opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    SignIn,
    /// A new password in place of a forgotten one.
    Reset,
    StepUp {
        act: Act,
    },
}

/// What a signed-in person is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    NewRecoveryCodes,
    Administration,
    Devices,
    EndMfa,
    Password,
    Address,
    Record,
    People,
    RemoteLogon,
}

impl Code {
    fn is_sign_in(&self) -> bool {
        self.purpose == Purpose::SignIn
    }

    fn is_suspended(&self) -> bool {
        self.refusal == Some(CodeRefusal::Suspended)
    }

    fn title(&self) -> Say {
        match self.refusal {
            None => self.frame.say("code-title"),
            Some(_) => self.frame.say("code-title-refused"),
        }
    }

    fn heading(&self) -> Say {
        match self.purpose {
            Purpose::SignIn | Purpose::Reset => self.frame.say("code-heading"),
            Purpose::StepUp { .. } => self.frame.say("step-up-heading"),
        }
    }

    fn explanation(&self) -> Say {
        match self.purpose {
            Purpose::SignIn => self
                .frame
                .say("code-explanation")
                .with("place", &self.frame.place.name),
            Purpose::Reset => self
                .frame
                .say("code-explanation-reset")
                .with("place", &self.frame.place.name),
            Purpose::StepUp { act } => act.reason(&self.frame),
        }
    }
}

impl Act {
    /// What the proof is for.
    pub(crate) fn reason(self, frame: &Frame) -> Say {
        match self {
            Self::NewRecoveryCodes => frame.say("step-up-recovery-codes"),
            Self::Administration => frame.say("step-up-administration"),
            Self::Devices => frame.say("step-up-devices"),
            Self::EndMfa => frame.say("step-up-end-mfa"),
            Self::Password => frame.say("step-up-password"),
            Self::Address => frame.say("step-up-address"),
            Self::Record => frame.say("step-up-record"),
            Self::People => frame.say("step-up-people"),
            Self::RemoteLogon => frame.say("step-up-remote-logon"),
        }
    }
}
