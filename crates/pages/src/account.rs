//! `/account`: "Edit profile", what is on record about oneself, and how the MFA settings stand.

use askama::Template;
use portcullis_core::language::Language;
use portcullis_core::time::Timestamp;

use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::message::Message;
use crate::mfa::{self, MfaStatus, Recovery};
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "account.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that the page asks about"
)]
pub struct Account {
    pub frame: Frame,
    pub member: Member,
    /// Whether the account takes no change until the help desk unfreezes it.
    pub frozen: bool,
    /// What was saved just before.
    pub saved: Option<Saved>,
    pub name: Field,
    /// The tag of a language; empty for what the browser asks for.
    pub language: Field,
    /// The name of a time zone; empty for the portal's.
    pub time_zone: Field,
    /// The time zones to choose from, by their names in the database.
    pub zones: &'static [String],
    /// The portal's own time zone, if it has a name.
    pub portal_zone: Option<String>,
    /// `ann@acme`.
    pub login_name: String,
    pub email: Option<Email>,
    /// Whether a link to an address can be mailed.
    pub mails: bool,
    pub mfa: MfaStatus,
    /// Whether codes by email are the only second factor that is set up.
    pub by_email: bool,
    /// The organization that requires MFA of this account, if it is required.
    pub required_by: Option<String>,
    /// Whether MFA can be set up here.
    pub offered: bool,
    pub recovery: Option<Recovery>,
    /// Whether the help desk can be asked to turn MFA on, or was.
    pub asks_for_mfa: AsksForMfa,
    /// Since when the account is asked to be deleted.
    pub deletion_asked_at: Option<Timestamp>,
}

/// How "turn MFA on for me" stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsksForMfa {
    /// It is of no use.
    No,
    /// The help desk can be asked.
    Offered,
    /// It was asked and has not answered.
    Open(Timestamp),
}

/// What was saved on the page or one that leads back to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    Profile,
    Password,
}

/// An email address on record.
#[derive(Clone, Debug)]
pub struct Email {
    pub address: String,
    /// Only a proved address signs in.
    pub proved: bool,
}

impl Saved {
    fn message(self, frame: &Frame) -> Message {
        match self {
            Self::Profile => {
                Message::good(frame.say("profile-saved"), frame.say("profile-saved-next"))
            }
            Self::Password => Message::good(
                frame.say("password-changed"),
                frame.say("password-changed-next"),
            ),
        }
    }
}

impl Account {
    fn is_refused(&self) -> bool {
        [&self.name, &self.language, &self.time_zone]
            .iter()
            .any(|field| field.problem.is_some())
    }

    /// Whether the zone on record is none of those that can be chosen.
    fn has_other_zone(&self) -> bool {
        let zone = &self.time_zone.value;
        !zone.is_empty() && !self.zones.contains(zone)
    }

    /// "The portal's (Europe/Berlin)".
    fn portals_zone(&self) -> Say {
        match &self.portal_zone {
            Some(zone) => self.frame.say("profile-zone-portal").with("zone", zone),
            None => self.frame.say("profile-zone-portal-unnamed"),
        }
    }

    fn standing(&self) -> Say {
        let required_by = self.required_by.as_deref();
        mfa::standing(&self.frame, self.mfa, required_by, self.by_email)
    }
}
