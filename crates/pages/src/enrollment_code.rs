//! A code from the help desk, where a first set-up or a new password asks for one.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::Frame;
use crate::icon::Icon;
use crate::message::Message;
use crate::refusal::delayed;

/// Posts `attempt` and `enrollment_code`.
#[derive(Template, Clone, Debug)]
#[template(path = "enrollment_code.html")]
pub struct EnrollmentCode {
    pub frame: Frame,
    pub attempt: String,
    /// The login, as it was typed.
    pub who: String,
    /// Whether it opens a new password, and not the set-up of MFA.
    pub resets: bool,
    pub refusal: Option<EnrollmentRefusal>,
    /// Back to the mailed code, where one does as well.
    pub email_link: Option<String>,
    /// Where another way can be chosen, as long as nothing is set up.
    pub way_link: Option<String>,
}

/// Why a code from the help desk was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnrollmentRefusal {
    /// Not the code.
    Wrong,
    /// Something else than 8 or 16 letters and digits was typed.
    NotACode,
    /// None is open: used, too late, or tried wrong too often.
    Gone,
    /// Too many tries: the next one counts after so many seconds, at that time.
    Delayed { seconds: u32, until: Timestamp },
    /// Closed after fifty wrong codes.
    Suspended,
}

impl EnrollmentRefusal {
    /// What happened, and what to do.
    pub fn message(&self, frame: &Frame) -> Message {
        match self {
            Self::Wrong => Message::bad(
                frame.say("enrollment-code-wrong"),
                frame.say("enrollment-code-wrong-next"),
            ),
            Self::NotACode => Message::bad(
                frame.say("enrollment-code-not-a-code"),
                frame.say("enrollment-code-not-a-code-next"),
            ),
            Self::Gone => Message::bad(
                frame.say("enrollment-code-gone"),
                frame.say("enrollment-code-gone-next"),
            ),
            Self::Delayed { seconds, until } => delayed(frame, *seconds, *until),
            Self::Suspended => Message::bad(
                frame.say("enrollment-code-suspended"),
                frame.say("enrollment-code-suspended-next"),
            ),
        }
    }
}
