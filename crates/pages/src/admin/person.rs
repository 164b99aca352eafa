//! `/admin/{organization}/access/{account}`: one person's account, as the help desk needs it.

use askama::Template;
use portcullis_core::help_request::Wish;
use portcullis_core::time::Timestamp;

use super::access::{PersonState, Role};
use super::help::HelpAct;
use crate::activity::Deed;
use crate::frame::{Frame, Member};
use crate::help_requests::wished;
use crate::mfa::{Device, MfaStatus, Recovery};
use crate::sessions::{OpenSession, browser_name};
use crate::telling::sentence;
use crate::texts::Say;

/// Posts nothing.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/person.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that the page asks about"
)]
pub struct PersonPage {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The account's id, as in its address.
    pub id: String,
    pub name: String,
    /// What the help desk was asked for and has not answered, each with its id as in its address; for who answers.
    pub requests: Vec<(String, Wish)>,
    /// `ann@acme`.
    pub login_name: String,
    /// The address on record, and whether it signs in.
    pub email: Option<(String, bool)>,
    pub state: PersonState,
    pub role: Role,
    /// When that role ends, if it does.
    pub role_until: Option<Timestamp>,
    /// The groups that the account is in: id and name.
    pub groups: Vec<(String, String)>,
    pub mfa: MfaStatus,
    /// Whether MFA must be proved by this account, and whether that is said of it alone.
    pub required: bool,
    /// From when on it must be, where that can still be put off.
    pub due: Option<Timestamp>,
    /// Until when the organization's rule does not count for it.
    pub exempt_until: Option<Timestamp>,
    pub required_alone: bool,
    pub devices: Vec<Device>,
    /// Whether codes by email are in use.
    pub email_codes: bool,
    pub recovery: Option<Recovery>,
    /// What delays or closes a way in.
    pub limits: Vec<Limit>,
    /// Where the person is signed in, the one used last first, some of them.
    pub sessions: Vec<OpenSession>,
    /// In how many places in all.
    pub session_count: u64,
    /// In how many browsers no code is asked for.
    pub remembered: u64,
    pub last_sign_in: Option<Timestamp>,
    /// Whether what is done to the account is told by mail.
    pub is_told: bool,
    /// As what the page is read.
    pub reader: PersonReader,
    /// Whether the reader may find out who is on the phone.
    pub checks_caller: bool,
    /// Until when a check that the reader began waits for the caller, if one does.
    pub checks_until: Option<Timestamp>,
    /// What the reader may do.
    pub acts: Vec<HelpAct>,
    /// Newest first.
    pub deeds: Vec<Deed>,
    /// Where older ones are, if there are any.
    pub older: Option<String>,
}

/// Who reads about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonReader {
    /// Somebody who changes nothing that is on record.
    Looks,
    /// Somebody who may.
    Manages,
}

/// Something that stands against a way in.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub way: LimitedWay,
    /// Whether in browsers that the account knows, or outside them.
    pub in_known_browser: bool,
    /// Until when; `None` is until somebody lifts it.
    pub until: Option<Timestamp>,
}

/// What is delayed or closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitedWay {
    Password,
    CurrentPassword,
    PasswordAgain,
    App,
    EmailCodes,
    RecoveryCodes,
    EnrollmentCode,
}

impl PersonPage {
    fn wished(&self, wish: Wish) -> Say {
        wished(wish, &self.frame)
    }

    fn what(&self, deed: &Deed) -> Say {
        sentence(&deed.event, self.frame.texts())
    }

    fn by(&self, deed: &Deed) -> Say {
        deed.by.say(self.frame.texts())
    }

    fn requirement(&self) -> Say {
        if self.required_alone {
            self.frame.say("person-required-alone")
        } else if let Some(due) = self.due {
            let due = self.frame.full(&due);
            self.frame.say("person-required-soon").with("due", due)
        } else if let (false, Some(until)) = (self.required, self.exempt_until) {
            let until = self.frame.full(&until);
            self.frame.say("person-exempt").with("until", until)
        } else if self.required {
            self.frame.say("person-required")
        } else {
            self.frame.say("person-not-required")
        }
    }

    fn limited(&self, limit: &Limit) -> Say {
        limited(limit, &self.frame)
    }

    fn browser(&self, session: &OpenSession) -> Say {
        browser_name(session.browser.as_deref(), &self.frame)
    }

    fn may_end_sessions(&self) -> bool {
        self.acts.contains(&HelpAct::SignOut)
    }

    fn acts_note(&self) -> Say {
        if self.is_told {
            self.frame.say("person-acts-note")
        } else {
            self.frame.say("person-acts-note-untold")
        }
        .with("name", &self.name)
    }
}

/// What is delayed or closed, by its name.
pub(super) fn limited(limit: &Limit, frame: &Frame) -> Say {
    match limit.way {
        LimitedWay::Password => frame.say("person-limit-password"),
        LimitedWay::CurrentPassword => frame.say("person-limit-current"),
        LimitedWay::PasswordAgain => frame.say("person-limit-again"),
        LimitedWay::App => frame.say("person-limit-app"),
        LimitedWay::EmailCodes => frame.say("person-limit-email"),
        LimitedWay::RecoveryCodes => frame.say("person-limit-recovery"),
        LimitedWay::EnrollmentCode => frame.say("person-limit-enrollment"),
    }
}
