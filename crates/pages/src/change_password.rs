//! `/account/password`: the current password and a new one.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::field::Problem;
use crate::frame::{Frame, Member};
use crate::message::Message;
use crate::refusal::{address_delayed, password_delayed};
use crate::texts::Say;

/// Posts `current` and `password` to `/account/password`.
#[derive(Template, Clone, Debug)]
#[template(path = "change_password.html")]
pub struct ChangePassword {
    pub frame: Frame,
    pub member: Member,
    /// `ann@acme`, for the browser's password manager.
    pub login_name: String,
    /// The shortest password allowed, in characters.
    pub minimum: u32,
    /// Whether a password alone signs in here; the reason for the minimum.
    pub password_alone: bool,
    pub refusal: Option<CurrentRefusal>,
    /// What is wrong with the new password.
    pub problem: Option<Problem>,
}

/// Why the current password was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurrentRefusal {
    /// It is another.
    Wrong,
    /// Too many tries.
    Delayed { seconds: u32, until: Timestamp },
    /// Too many failures from the visitor's network.
    AddressDelayed { seconds: u32, until: Timestamp },
    /// It was right, but something changed meanwhile.
    NotNow,
}

impl CurrentRefusal {
    fn message(&self, frame: &Frame) -> Message {
        match self {
            Self::Wrong => Message::bad(
                frame.say("password-current-wrong"),
                frame.say("password-current-wrong-next"),
            ),
            Self::Delayed { seconds, until } => password_delayed(
                frame,
                frame.say("password-current-delayed"),
                (*seconds, *until),
            ),
            Self::AddressDelayed { seconds, until } => address_delayed(frame, *seconds, *until),
            Self::NotNow => Message::bad(
                frame.say("password-not-changed"),
                frame.say("password-not-changed-next"),
            ),
        }
    }
}

impl ChangePassword {
    fn hint(&self) -> Say {
        let hint = if self.password_alone {
            self.frame.say("password-hint-alone")
        } else {
            self.frame.say("password-hint-second-step")
        };
        hint.with("minimum", self.minimum)
    }
}
