//! A code that is mailed to the address on record: sent by itself or on request, and typed here.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::code::{Act, Remember};
use crate::frame::Frame;
use crate::icon::Icon;
use crate::message::Message;
use crate::refusal::{IN_MINUTES, delayed};
use crate::texts::Say;

/// Posts `code` and what is `hidden`; the button for another code posts what is `hidden` elsewhere.
#[derive(Template, Clone, Debug)]
#[template(path = "email_code.html")]
pub struct EmailCode {
    pub frame: Frame,
    /// Where the code is posted.
    pub action: String,
    /// Where another code is asked for.
    pub send: String,
    /// What the forms carry beside the code.
    pub hidden: Vec<(&'static str, String)>,
    /// The login, as it was typed.
    pub who: String,
    pub opens: EmailCodeOpens,
    /// The address that codes go to, as far as it is told.
    pub to: String,
    /// Until when the code is good that was sent last.
    pub good_until: Option<Timestamp>,
    /// Seconds until another can be sent.
    pub wait: Option<u32>,
    pub refusal: Option<EmailRefusal>,
    /// The box to tick, where the browser can be remembered.
    pub remember: Option<Remember>,
    /// Where the app's code can be given instead.
    pub app_link: Option<String>,
    /// Where a recovery code can be given instead, and how many are left.
    pub recovery: Option<(String, u32)>,
    /// Where a code from the help desk can be given instead.
    pub enrollment_link: Option<String>,
    /// Where another way can be chosen, as long as nothing is set up.
    pub way_link: Option<String>,
}

/// What the code opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailCodeOpens {
    SignIn,
    SetUp,
    StepUp {
        act: Act,
    },
    Reset,
    /// Email codes as a second factor.
    TakeUp,
    /// MFA again, after it was switched off.
    SwitchOn,
}

/// Why a mailed code was not taken, or none was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailRefusal {
    /// Not the code of the last mail.
    Wrong,
    /// Something else than six digits was typed.
    NotSixDigits,
    /// A recovery code was typed.
    RecoveryCode,
    /// None is open any more.
    Expired,
    /// The last one was tried wrong too often.
    UsedUp,
    /// The next one is sent after so many seconds, at that time.
    TooSoon { seconds: u32, until: Timestamp },
    /// Too many tries: the next one counts after so many seconds, at that time.
    Delayed { seconds: u32, until: Timestamp },
    /// Closed after fifty wrong codes: another way, or the help desk.
    Suspended,
}

/// An address as far as somebody is told who has only given the password: its first letter and the host.
pub fn told(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, host)) => {
            let first: String = local.chars().take(1).collect();
            format!("{first}•••@{host}")
        }
        None => "•••".to_owned(),
    }
}

impl EmailCode {
    fn names_who(&self) -> bool {
        !matches!(self.opens, EmailCodeOpens::StepUp { .. }) && !self.is_setting()
    }

    /// One of the MFA settings, which can be left as they are.
    fn is_setting(&self) -> bool {
        matches!(
            self.opens,
            EmailCodeOpens::TakeUp | EmailCodeOpens::SwitchOn
        )
    }

    fn is_suspended(&self) -> bool {
        self.refusal == Some(EmailRefusal::Suspended)
    }

    fn has_other_way(&self) -> bool {
        self.app_link.is_some()
            || self.recovery.is_some()
            || self.enrollment_link.is_some()
            || self.way_link.is_some()
    }

    fn title(&self) -> Say {
        match self.refusal {
            None => self.frame.say("email-code-title"),
            Some(EmailRefusal::TooSoon { .. }) => self.frame.say("email-code-too-soon"),
            Some(_) => self.frame.say("code-title-refused"),
        }
    }

    fn heading(&self) -> Say {
        match self.opens {
            EmailCodeOpens::StepUp { .. } => self.frame.say("step-up-heading"),
            EmailCodeOpens::SetUp => self.frame.say("email-code-heading-set-up"),
            EmailCodeOpens::SignIn
            | EmailCodeOpens::Reset
            | EmailCodeOpens::TakeUp
            | EmailCodeOpens::SwitchOn => self.frame.say("email-code-title"),
        }
    }

    fn explanation(&self) -> Say {
        match self.opens {
            EmailCodeOpens::SignIn => self.frame.say("email-code-sign-in"),
            EmailCodeOpens::SetUp => self
                .frame
                .say("email-code-set-up")
                .with("place", &self.frame.place.name),
            EmailCodeOpens::StepUp { act } => act.reason(&self.frame),
            EmailCodeOpens::Reset => self.frame.say("email-code-reset"),
            EmailCodeOpens::TakeUp => self.frame.say("email-code-take-up"),
            EmailCodeOpens::SwitchOn => self.frame.say("email-code-switch-on"),
        }
    }

    fn sent(&self) -> Say {
        match &self.good_until {
            Some(until) => self
                .frame
                .say("email-code-sent")
                .with("to", &self.to)
                .with("until", self.frame.clock(until)),
            None => self.frame.say("email-code-not-sent").with("to", &self.to),
        }
    }

    fn next(&self) -> Option<Say> {
        if matches!(self.refusal, Some(EmailRefusal::TooSoon { .. })) {
            return None;
        }
        let seconds = self.wait?;
        Some(if seconds < IN_MINUTES {
            self.frame.say("email-code-next").with("seconds", seconds)
        } else {
            let minutes = seconds.div_ceil(60);
            self.frame
                .say("email-code-next-minutes")
                .with("minutes", minutes)
        })
    }
}

impl EmailRefusal {
    /// What happened, and what to do.
    pub fn message(&self, frame: &Frame) -> Message {
        match self {
            Self::Wrong => Message::bad(
                frame.say("email-code-wrong"),
                frame.say("email-code-wrong-next"),
            ),
            Self::NotSixDigits => Message::bad(
                frame.say("code-not-six-digits"),
                frame.say("email-code-not-six-digits-next"),
            ),
            Self::RecoveryCode => Message::bad(
                frame.say("code-is-recovery-code"),
                frame.say("email-code-is-recovery-code-next"),
            ),
            Self::Expired => Message::bad(
                frame.say("email-code-expired"),
                frame.say("email-code-expired-next"),
            ),
            Self::UsedUp => Message::bad(
                frame.say("email-code-used-up"),
                frame.say("email-code-expired-next"),
            ),
            Self::TooSoon { seconds, until } => {
                let advice = if *seconds < IN_MINUTES {
                    frame
                        .say("email-code-too-soon-next")
                        .with("seconds", seconds)
                } else {
                    let minutes = seconds.div_ceil(60);
                    frame
                        .say("email-code-too-soon-next-minutes")
                        .with("minutes", minutes)
                };
                let advice = advice.with("until", frame.clock_after(until));
                // No clock beside it: the code that was sent can be typed all the while.
                Message::warn(frame.say("email-code-too-soon"), advice)
            }
            Self::Delayed { seconds, until } => delayed(frame, *seconds, *until),
            Self::Suspended => Message::bad(
                frame.say("email-code-suspended"),
                frame.say("email-code-suspended-next"),
            ),
        }
    }
}
