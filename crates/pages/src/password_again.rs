//! `/step-up` where nothing but the password was ever set up: the password once more.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::code::Act;
use crate::frame::Frame;
use crate::message::Message;
use crate::refusal::password_delayed;

/// Posts `password` and what is `hidden`.
#[derive(Template, Clone, Debug)]
#[template(path = "password_again.html")]
pub struct PasswordAgain {
    pub frame: Frame,
    pub action: String,
    /// What the proof is for.
    pub hidden: Vec<(&'static str, String)>,
    /// The login, for password managers.
    pub who: String,
    pub act: Act,
    pub refusal: Option<PasswordRefusal>,
}

/// Why the password was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordRefusal {
    Wrong,
    /// Too many tries: the next one counts after so many seconds, at that time.
    Delayed {
        seconds: u32,
        until: Timestamp,
    },
    /// Closed after fifty wrong ones.
    Suspended,
}

impl PasswordRefusal {
    /// What happened, and what to do.
    pub fn message(&self, frame: &Frame) -> Message {
        match self {
            Self::Wrong => Message::bad(frame.say("again-wrong"), frame.say("again-wrong-next")),
            Self::Delayed { seconds, until } => {
                password_delayed(frame, frame.say("again-delayed"), (*seconds, *until))
            }
            Self::Suspended => Message::bad(
                frame.say("again-suspended"),
                frame.say("again-suspended-next"),
            ),
        }
    }
}
