//! `/admin/{organization}/requests`: what members ask the help desk for, and the page on which one is answered.

use askama::Template;
use portcullis_core::help_request::Wish;
use portcullis_core::time::Timestamp;

use super::access::PersonState;
use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::help_requests::{RequestAnswer, wished};
use crate::icon::Icon;
use crate::mfa::MfaStatus;
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "admin/requests.html")]
pub struct Requests {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// Those that wait, the oldest first.
    pub open: Vec<RequestRow>,
    /// Where more of them are.
    pub next: Option<String>,
    /// Those that were answered last, newest first.
    pub answered: Vec<RequestRow>,
}

/// A request in a list.
#[derive(Clone, Debug)]
pub struct RequestRow {
    /// Its id, as in its address.
    pub id: String,
    /// The short name of the organization that it is answered in.
    pub slug: String,
    pub name: String,
    /// `ann@acme`.
    pub login_name: String,
    pub wish: Wish,
    pub asked_at: Timestamp,
    /// Whether the member asked, and not somebody who typed the login.
    pub signed_in: bool,
    pub mfa: MfaStatus,
    pub answer: Option<RequestAnswer>,
}

/// One request. Posts `do` (`grant`, `done` or `decline`) and `word` to its own address.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/request.html")]
pub struct RequestPage {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    pub request: RequestRow,
    /// The account's id, as in its address.
    pub account: String,
    pub state: PersonState,
    pub reader: RequestReader,
    /// What the member is told.
    pub word: Field,
}

/// What the reader can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestReader {
    /// Answer it.
    Answers,
    /// Nothing: who helps this account has a higher role.
    Looks,
}

impl RequestRow {
    pub(crate) fn wished(&self, frame: &Frame) -> Say {
        wished(self.wish, frame)
    }
}

impl RequestPage {
    fn is_open(&self) -> bool {
        self.request.answer.is_none()
    }

    fn can_grant(&self) -> bool {
        self.request.wish == Wish::MfaOn
    }

    fn asked_how(&self) -> Say {
        if self.request.signed_in {
            self.frame.say("request-signed-in")
        } else {
            self.frame.say("request-not-signed-in")
        }
    }

    fn what_to_do(&self) -> Say {
        match self.request.wish {
            Wish::MfaOn => self.frame.say("request-mfa-do"),
            Wish::Unlock => self.frame.say("request-unlock-do"),
        }
        .with("name", &self.request.name)
    }
}
