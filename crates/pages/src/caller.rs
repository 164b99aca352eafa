//! `/account/caller`: the member shows the help desk who is on the phone, and sees who that help desk is.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::message::Message;

/// Posts `do` (`word` with the `word`, or `disown`).
#[derive(Template, Clone, Debug)]
#[template(path = "caller.html")]
pub struct Caller {
    pub frame: Frame,
    pub member: Member,
    pub state: Calling,
}

/// Whether somebody of the help desk asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Calling {
    /// Nobody does.
    Nobody,
    /// An agent does.
    Agent {
        name: String,
        until: Timestamp,
        /// Whether the word shows who it is, typed in this session.
        takes_word: bool,
        /// After a wrong word, how many tries are left.
        left: Option<u32>,
    },
    /// The check was over before the answer came.
    Over,
    /// The agent knows now.
    Known,
    /// The agent was told that it is somebody else.
    Disowned,
    /// The account is frozen.
    Frozen,
}

impl Caller {
    fn message(&self) -> Option<Message> {
        let frame = &self.frame;
        match &self.state {
            Calling::Agent { left: None, .. } => None,
            Calling::Agent {
                left: Some(left), ..
            } => Some(Message::bad(
                frame.say("calling-wrong"),
                frame.say("calling-wrong-next").with("left", left),
            )),
            Calling::Nobody => Some(Message::warn(
                frame.say("calling-nobody"),
                frame.say("calling-nobody-next"),
            )),
            Calling::Over => Some(Message::warn(
                frame.say("calling-over"),
                frame.say("calling-over-next"),
            )),
            Calling::Known => Some(Message::good(
                frame.say("calling-known"),
                frame.say("calling-known-next"),
            )),
            Calling::Disowned => Some(Message::good(
                frame.say("calling-disowned"),
                frame.say("calling-disowned-next"),
            )),
            Calling::Frozen => Some(Message::warn(
                frame.say("calling-frozen"),
                frame.say("calling-frozen-next"),
            )),
        }
    }
}
