//! `/forgot-password` and what follows: asking for a link to a new password, the page that the link
//! opens, and the new password itself.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::field::{Field, Problem};
use crate::frame::Frame;
use crate::message::Message;
use crate::refusal::address_delayed;
use crate::texts::Say;

/// Posts `login` to `/forgot-password`.
#[derive(Template, Clone, Debug)]
#[template(path = "forgot_password.html")]
pub struct ForgotPassword {
    pub frame: Frame,
    pub login: Field,
    /// Set when the visitor's network asked too often: how long to wait.
    pub delayed: Option<Delayed>,
}

/// A wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delayed {
    pub seconds: u32,
    pub until: Timestamp,
}

/// What everybody gets who asked, whatever the login.
#[derive(Template, Clone, Debug)]
#[template(path = "reset_asked.html")]
pub struct ResetAsked {
    pub frame: Frame,
}

/// Posts `login` and `code` to `/forgot-password/code`.
#[derive(Template, Clone, Debug)]
#[template(path = "reset_code.html")]
pub struct ResetCode {
    pub frame: Frame,
    pub login: Field,
    pub refusal: Option<ResetCodeRefusal>,
}

/// Why a code of the help desk opened nothing. The same for a login that nobody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResetCodeRefusal {
    /// It opens nothing.
    Wrong,
    /// Too many failures from the visitor's network; nobody looked at it.
    AddressDelayed(Delayed),
}

/// Posts nothing but the wish to `/reset-password/{token}`. Opening the page changes nothing.
#[derive(Template, Clone, Debug)]
#[template(path = "reset_password.html")]
pub struct ResetPassword {
    pub frame: Frame,
    /// As in the address.
    pub token: String,
}

/// Posts `attempt` and `password` to `/sign-in/new-password`.
#[derive(Template, Clone, Debug)]
#[template(path = "new_password.html")]
pub struct NewPassword {
    pub frame: Frame,
    pub attempt: String,
    /// `ann@acme`.
    pub login_name: String,
    /// The shortest password allowed, in characters.
    pub minimum: u32,
    /// Whether a password alone signs in here; the reason for the minimum.
    pub password_alone: bool,
    pub problem: Option<Problem>,
}

impl Delayed {
    pub(crate) fn message(self, frame: &Frame) -> Message {
        address_delayed(frame, self.seconds, self.until)
    }
}

impl ResetCodeRefusal {
    fn message(self, frame: &Frame) -> Message {
        match self {
            Self::Wrong => Message::bad(
                frame.say("reset-code-refused"),
                frame.say("reset-code-refused-next"),
            ),
            Self::AddressDelayed(delayed) => delayed.message(frame),
        }
    }
}

impl NewPassword {
    fn hint(&self) -> Say {
        let hint = if self.password_alone {
            self.frame.say("password-hint-alone")
        } else {
            self.frame.say("password-hint-second-step")
        };
        hint.with("minimum", self.minimum)
    }
}
