//! `/invitation`: typing the code of a printed invitation, and accepting one.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::field::Problem;
use crate::frame::Frame;
use crate::message::Message;
use crate::refusal::address_delayed;
use crate::texts::Say;

/// Posts `code` to `/invitation`.
#[derive(Template, Clone, Debug)]
#[template(path = "invitation_code.html")]
pub struct InvitationCode {
    pub frame: Frame,
    /// What was typed last time.
    pub code: String,
    pub refusal: Option<InvitationRefusal>,
}

/// Why a code was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationRefusal {
    /// It opens nothing.
    Unknown,
    /// Too many failures from the visitor's network; nobody looked at it.
    AddressDelayed { seconds: u32, until: Timestamp },
}

/// Posts `password` to `/invitation/{code}`.
#[derive(Template, Clone, Debug)]
#[template(path = "invitation.html")]
pub struct Invitation {
    pub frame: Frame,
    /// The one-time code, as in the address.
    pub code: String,
    pub organization: String,
    pub name: String,
    /// `ann@acme`.
    pub login_name: String,
    pub email: Option<String>,
    /// The shortest password allowed, in characters.
    pub minimum: u32,
    /// Whether a password alone signs in here; the reason for the minimum.
    pub password_alone: bool,
    pub problem: Option<Problem>,
}

impl InvitationRefusal {
    fn message(&self, frame: &Frame) -> Message {
        match self {
            Self::Unknown => Message::bad(
                frame.say("invitation-code-refused"),
                frame.say("invitation-code-refused-next"),
            ),
            Self::AddressDelayed { seconds, until } => address_delayed(frame, *seconds, *until),
        }
    }
}

impl Invitation {
    fn hint(&self) -> Say {
        let hint = if self.password_alone {
            self.frame.say("password-hint-alone")
        } else {
            self.frame.say("password-hint-second-step")
        };
        hint.with("minimum", self.minimum)
    }
}
