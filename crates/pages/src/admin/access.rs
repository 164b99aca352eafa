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
    /// What else the list can be of.
    pub more: Vec<(Listed, Count)>,
    /// Of which status those listed are, if not of every.
    pub only: Option<MfaStatus>,
    /// Of what else the list is.
    pub listed: Option<Listed>,
    /// What the listed people were searched by.
    pub named: String,
    /// Whether the reader may invite somebody.
    pub may_invite: bool,
    pub people: Vec<Person>,
    pub invitations: Vec<OpenInvitation>,
    /// How many have a role here from another organization.
    pub outsiders: u64,
    /// The address of the next page of people.
    pub next: Option<String>,
    /// The address of the next page of invitations.
    pub next_invitations: Option<String>,
}

/// What a list of people can be of, beside an MFA status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Those who have set up nothing and owe a second factor now.
    Owed,
    /// Those who will soon.
    Delayed,
    /// Those with a suspended second factor.
    FactorSuspended,
    Suspended,
    Frozen,
    /// Nobody who is there yet.
    Invited,
}

/// How many there are; counted up to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    Exactly(u64),
    /// At least so many.
    AtLeast(u64),
}

#[derive(Clone, Debug)]
pub struct Person {
    /// The account's id, as in its address.
    pub id: String,
    pub name: String,
    /// The email address or the login name.
    pub login: String,
    pub mfa: MfaStatus,
    /// What is set up.
    pub methods: SetUp,
    /// What the person owes, with nothing set up.
    pub owed: Option<Owed>,
    pub role: Role,
    pub state: PersonState,
    /// Whether wrong codes have suspended a second factor.
    pub factor_suspended: bool,
    pub last_sign_in: Option<Timestamp>,
    /// Since when the account is asked to be deleted.
    pub deletion_asked_at: Option<Timestamp>,
    /// Whether the reader may delete what the person has set up.
    pub deletable: bool,
}

/// What somebody has set up for MFA, in use or kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct SetUp {
    /// Authenticator apps.
    pub apps: u32,
    /// Whether codes are mailed.
    pub email: bool,
    /// Recovery codes that were not used.
    pub recovery_codes: u32,
}

impl SetUp {
    /// The words for each method.
    fn words(self, frame: &Frame) -> Vec<Say> {
        let app = (self.apps > 0).then(|| frame.say("method-apps").with("count", self.apps));
        let email = self.email.then(|| frame.say("email-codes-label"));
        let left = self.recovery_codes;
        let codes = (left > 0).then(|| frame.say("method-recovery").with("count", left));
        [app, email, codes].into_iter().flatten().collect()
    }
}

impl Access {
    fn everybody(&self) -> u64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    fn is_everybody(&self) -> bool {
        self.only.is_none() && self.named.is_empty() && self.listed.is_none()
    }

    /// Whether the people who are there are listed.
    fn lists_people(&self) -> bool {
        self.listed != Some(Listed::Invited)
    }

    /// Whether the invitations are listed: a list of one kind of people has none.
    fn lists_invitations(&self) -> bool {
        self.only.is_none() && self.listed.is_none_or(|listed| listed == Listed::Invited)
    }

    fn more_shown(&self) -> Vec<(Listed, Count)> {
        let none = Count::Exactly(0);
        let of_use =
            |(listed, count): &&(Listed, Count)| *count != none || self.listed == Some(*listed);
        self.more.iter().filter(of_use).copied().collect()
    }

    fn many(&self, count: Count) -> String {
        match count {
            Count::Exactly(many) => self.frame.number(many).plain(),
            Count::AtLeast(many) => format!("{}+", self.frame.number(many).plain()),
        }
    }
}

impl Listed {
    /// All of them, in the order in which a page names them.
    pub const ALL: [Self; 6] = [
        Self::Owed,
        Self::Delayed,
        Self::FactorSuspended,
        Self::Suspended,
        Self::Frozen,
        Self::Invited,
    ];

    /// As the address names it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owed => "required",
            Self::Delayed => "delayed",
            Self::FactorSuspended => "factor-suspended",
            Self::Suspended => "suspended",
            Self::Frozen => "frozen",
            Self::Invited => "invited",
        }
    }

    fn say(self, frame: &Frame) -> Say {
        match self {
            Self::Owed => frame.say("access-owed-now"),
            Self::Delayed => frame.say("access-owed-soon"),
            Self::FactorSuspended => frame.say("access-factor-suspended"),
            Self::Suspended => frame.say("state-suspended"),
            Self::Frozen => frame.say("state-frozen"),
            Self::Invited => frame.say("access-invited"),
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
