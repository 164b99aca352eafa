//! Asking the help desk: "I am locked out" with nothing but a login, and a member's own requests with what became of
//! them.

use askama::Template;
use portcullis_core::help_request::{Outcome, Wish};
use portcullis_core::time::Timestamp;

use crate::field::Field;
use crate::forgot_password::Delayed;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::message::Message;
use crate::telling::By;
use crate::texts::Say;

/// Posts `login` to `/locked-out`.
#[derive(Template, Clone, Debug)]
#[template(path = "locked_out.html")]
pub struct LockedOut {
    pub frame: Frame,
    pub login: Field,
    /// Set when the visitor's network asked too often: how long to wait.
    pub delayed: Option<Delayed>,
}

/// What everybody gets who asked, whatever the login.
#[derive(Template, Clone, Debug)]
#[template(path = "locked_out_asked.html")]
pub struct LockedOutAsked {
    pub frame: Frame,
}

/// Posts `do` (`ask` or `withdraw`) and `wish` to `/account/requests`.
#[derive(Template, Clone, Debug)]
#[template(path = "own_requests.html")]
pub struct OwnRequests {
    pub frame: Frame,
    pub member: Member,
    /// What happened just before.
    pub notice: Option<RequestNotice>,
    /// What can be asked for and is not open.
    pub offered: Vec<Wish>,
    /// Newest first.
    pub requests: Vec<OwnRequest>,
}

/// What became of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestNotice {
    Asked,
    Withdrawn,
    /// As often as may be in a day.
    TooOften,
    /// There is nothing to ask for.
    NotOffered,
}

/// A request of the member's.
#[derive(Clone, Debug)]
pub struct OwnRequest {
    pub wish: Wish,
    pub asked_at: Timestamp,
    /// Whether the member asked, and not somebody who typed the login.
    pub signed_in: bool,
    pub answer: Option<RequestAnswer>,
}

/// What became of a request.
#[derive(Clone, Debug)]
pub struct RequestAnswer {
    pub outcome: Outcome,
    pub at: Timestamp,
    pub by: By,
    /// What the help desk says.
    pub word: Option<String>,
}

impl RequestNotice {
    fn message(self, frame: &Frame) -> Message {
        match self {
            Self::Asked => Message::good(frame.say("request-made"), frame.say("request-made-next")),
            Self::Withdrawn => Message::note(
                frame.say("request-taken-back"),
                frame.say("request-taken-back-next"),
            ),
            Self::TooOften => Message::bad(
                frame.say("request-too-often"),
                frame.say("request-too-often-next"),
            ),
            Self::NotOffered => Message::bad(
                frame.say("request-not-offered"),
                frame.say("request-not-offered-next"),
            ),
        }
    }
}

impl OwnRequests {
    fn wished(&self, request: &OwnRequest) -> Say {
        wished(request.wish, &self.frame)
    }

    fn ask(&self, wish: Wish) -> (Say, Say) {
        match wish {
            Wish::MfaOn => (
                self.frame.say("request-mfa-ask"),
                self.frame.say("request-mfa-ask-what"),
            ),
            Wish::Unlock => (
                self.frame.say("request-unlock-ask"),
                self.frame.say("request-unlock-ask-what"),
            ),
        }
    }
}

/// What is wished for, as a heading of lists.
pub(crate) fn wished(wish: Wish, frame: &Frame) -> Say {
    match wish {
        Wish::MfaOn => frame.say("request-mfa"),
        Wish::Unlock => frame.say("request-unlock"),
    }
}

impl RequestAnswer {
    /// What became of a wish, in a word or two.
    pub(crate) fn became(&self, wish: Wish, frame: &Frame) -> Say {
        match (self.outcome, wish) {
            (Outcome::Granted, Wish::MfaOn) => frame.say("request-granted"),
            (Outcome::Granted, Wish::Unlock) => frame.say("request-helped"),
            (Outcome::Done, _) => frame.say("request-done"),
            (Outcome::Declined, _) => frame.say("request-declined"),
            (Outcome::Withdrawn, _) => frame.say("request-withdrawn"),
        }
    }

    /// Who says so.
    pub(crate) fn said_by(&self, frame: &Frame) -> Say {
        self.by.say(frame.texts())
    }
}
