//! `/admin/{organization}/access`: everybody, with MFA status, and open invitations.

use askama::Template;
use portcullis_core::policy::Owed;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::mfa::MfaStatus;
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "admin/access.html")]
pub struct Access {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// How many have each status.
    pub counts: Vec<(MfaStatus, u64)>,
    /// How many have set up nothing and owe a second factor now, and how many soon: as the address names them,
    /// how many, and whether those are listed.
    pub owed: [(&'static str, u64, bool); 2],
    /// Of which status those listed are, if not of every.
    pub only: Option<MfaStatus>,
    /// What the listed people were searched by.
    pub named: String,
    /// Whether the reader may invite somebody.
    pub may_invite: bool,
    pub people: Vec<Person>,
    pub invitations: Vec<OpenInvitation>,
    /// The address of the next page of people.
    pub next: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Person {
    /// The account's id, as in its address.
    pub id: String,
    pub name: String,
    /// The email address or the login name.
    pub login: String,
    pub mfa: MfaStatus,
    /// What the person owes, with nothing set up.
    pub owed: Option<Owed>,
    pub role: Role,
    pub state: PersonState,
    pub last_sign_in: Option<Timestamp>,
    /// Since when the account is asked to be deleted.
    pub deletion_asked_at: Option<Timestamp>,
    /// Whether the reader may delete what the person has set up.
    pub deletable: bool,
}

impl Access {
    fn everybody(&self) -> u64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    fn is_everybody(&self) -> bool {
        self.only.is_none() && self.named.is_empty() && self.owed_only().is_none()
    }

    fn owed_only(&self) -> Option<&'static str> {
        let listed = self.owed.iter().find(|(_, _, listed)| *listed);
        listed.map(|(word, _, _)| *word)
    }

    fn owed_shown(&self) -> Vec<(&'static str, u64, bool)> {
        let of_use = |one: &&(&'static str, u64, bool)| one.1 > 0 || one.2;
        self.owed.iter().filter(of_use).copied().collect()
    }

    fn owes(&self, word: &str) -> Say {
        match word {
            "required" => self.frame.say("access-owed-now"),
            _ => self.frame.say("access-owed-soon"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Member,
    Auditor,
    HelpDesk,
    Admin,
    Owner,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonState {
    Active,
    Suspended,
    Frozen,
}

/// An invitation that nobody has accepted yet.
#[derive(Clone, Debug)]
pub struct OpenInvitation {
    /// Its id, as in its address.
    pub id: String,
    pub name: String,
    pub login_name: String,
    /// To which address its link was mailed, if it was.
    pub mailed_to: Option<String>,
    pub until: Timestamp,
}

impl Role {
    /// All of them, by rank.
    pub const ALL: [Self; 5] = [
        Self::Member,
        Self::Auditor,
        Self::HelpDesk,
        Self::Admin,
        Self::Owner,
    ];

    /// As forms carry it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Auditor => "auditor",
            Self::HelpDesk => "helpdesk",
            Self::Admin => "admin",
            Self::Owner => "owner",
        }
    }

    /// What it lets its holder do.
    pub(crate) fn what(self, frame: &Frame) -> Say {
        match self {
            Self::Member => frame.say("role-member-what"),
            Self::Auditor => frame.say("role-auditor-what"),
            Self::HelpDesk => frame.say("role-help-desk-what"),
            Self::Admin => frame.say("role-admin-what"),
            Self::Owner => frame.say("role-owner-what"),
        }
    }

    pub(crate) fn say(self, frame: &Frame) -> Say {
        match self {
            Self::Member => frame.say("role-member"),
            Self::Auditor => frame.say("role-auditor"),
            Self::HelpDesk => frame.say("role-help-desk"),
            Self::Admin => frame.say("role-admin"),
            Self::Owner => frame.say("role-owner"),
        }
    }
}
