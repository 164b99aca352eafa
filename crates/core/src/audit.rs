//! What is worth knowing afterwards: one enum, one variant per thing. An event is written in the
//! transaction of what it tells, with its digest, so that neither exists without the other.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::branding::{Contact, Look};
use crate::caller::{KnownBy, Verified};
use crate::credential::Kind;
use crate::destination;
use crate::help_request::{Outcome, Wish};
use crate::id::{AccountId, EventId, OrganizationId, RadiusClientId};
use crate::language::Language;
use crate::logo::Logo;
use crate::policy::{ExceptionKind, Policy, Rule};
use crate::radius::Unheard;
use crate::role::{Actor, Permission, Role};
use crate::sign_in::{Act, Refusal};
use crate::support::Shown;
use crate::time::Timestamp;

/// Something that happened. Never holds a password, code, key or token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "a field is what its name says; the variant tells when it happens"
)]
pub enum Event {
    /// An organization came to be.
    OrganizationCreated { slug: String, rule: Rule },
    /// Nobody of the organization signs in any more.
    OrganizationSuspended,
    /// The organization's people sign in again.
    OrganizationActivated,
    /// An organization is being deleted: so many people that it still has go first, some at a time.
    OrganizationDeletionBegan {
        slug: String,
        name: String,
        people: u64,
    },
    /// An organization was deleted with its data key and the last of its people, so many since it began or was
    /// taken up again; the digests of its log stay.
    OrganizationDeleted {
        slug: String,
        name: String,
        people: u64,
    },
    /// The policy was changed.
    PolicyChanged { from: Policy, to: Policy },
    /// The organization's name or color was changed.
    BrandingChanged { from: Look, to: Look },
    /// The organization's logo was put up, changed or removed.
    LogoChanged {
        from: Option<Logo>,
        to: Option<Logo>,
    },
    /// The organization's contacts were changed: whom its people are told to ask.
    ContactsChanged {
        from: Vec<Contact>,
        to: Vec<Contact>,
    },
    /// An account was made directly, at first start or at the command line.
    AccountCreated {
        login_name: String,
        email_vouched: bool,
    },
    /// Somebody was invited.
    Invited {
        login_name: String,
        until: Timestamp,
    },
    /// A mailed invitation was sent again: the link before it opens nothing any more.
    InvitationSentAgain {
        login_name: String,
        until: Timestamp,
    },
    /// An open invitation was taken back.
    InvitationRevoked { login_name: String },
    /// An invitation was accepted; the account exists since then.
    InvitationAccepted {
        login_name: String,
        email_vouched: bool,
    },
    /// A role was given.
    RoleGranted {
        role: Role,
        instance_wide: bool,
        #[serde(default)]
        until: Option<Timestamp>,
    },
    /// An account was given a role in another organization, or lost the one it had there (`Member`).
    RoleElsewhere {
        organization: String,
        role: Role,
        until: Option<Timestamp>,
    },
    /// The same, as the organization that it is for has it in its log.
    OutsiderRole {
        login: String,
        role: Role,
        until: Option<Timestamp>,
    },
    /// Somebody of another organization who has a role here can use it no more, or can again.
    OutsiderStanding { login: String, now: Standing },
    /// An account was suspended.
    AccountSuspended,
    /// An account was deleted with all that was stored under it; what this log says of it stays.
    AccountDeleted { login_name: String },
    /// A suspended account was activated again.
    AccountActivated,
    /// The link of a notice was used to say that it was somebody else: everybody was signed out, and no
    /// credential changes until the account is unfrozen.
    AccountFrozen,
    /// A frozen account may be changed again. `reason` is how whoever did it knew the member; `password_ended`: the
    /// password until then opens nothing any more.
    AccountUnfrozen {
        reason: Verified,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        password_ended: bool,
    },
    /// Lock-outs were lifted. Before it was asked for, nobody said how the caller was verified.
    AccountUnlocked {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        verified_how: Option<Verified>,
    },
    /// Everything that was set up for MFA was deleted by somebody else. `needs_code`: MFA is required, so the
    /// password opens the next set-up only with the help desk's code.
    MfaDeleted {
        verified_how: Verified,
        needs_code: bool,
    },
    /// The help desk began to check whether it is the member who is on the phone.
    CallerCheckStarted,
    /// A check that waited for the caller, or that still counted, was ended by the help desk: `replaced` by another
    /// one that was begun.
    CallerCheckEnded { replaced: bool },
    /// It is: by a code, or by the agent's word in a signed-in browser.
    CallerKnown { by: KnownBy },
    /// The member said, signed in, that it is somebody else.
    CallerDisowned,
    /// The account was signed out everywhere by somebody else, with how the caller was verified since that is asked.
    SignedOutEverywhere {
        ended: u64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        verified_how: Option<Verified>,
    },
    /// One of the account's sessions was ended by somebody else, and its browser forgotten: when and from where it was opened.
    SessionEnded {
        opened_at: Timestamp,
        address: Option<String>,
        verified_how: Verified,
    },
    /// MFA was required of, or no longer required of, one account.
    MfaRequired { required: bool },
    /// One account was given more time, or taken out of the organization's rule, until a time.
    ExceptionGiven {
        exception: ExceptionKind,
        until: Timestamp,
        reason: String,
    },
    /// That was taken back before its time.
    ExceptionEnded { exception: ExceptionKind },
    /// A sign-in was refused at the password. `login_hash` stands for a login that nobody has.
    PasswordRefused {
        cause: PasswordRefusal,
        login_hash: Option<String>,
    },
    /// The password was right; the attempt goes on.
    PasswordProved,
    /// A stored password hash was made anew with today's parameters.
    PasswordRehashed,
    /// A code was refused.
    CodeRefused {
        factor: Kind,
        cause: CodeRefusal,
        purpose: Purpose,
    },
    /// The password was right, and one way of the second factor wrong three times in a row.
    CodesTried { factor: Kind },
    /// A recovery code was used up.
    RecoveryCodeUsed { left: u32 },
    /// A code was mailed to the address on record.
    EmailCodeSent { purpose: Purpose },
    /// Whoever signs in with the account has shown that the mailbox on record is theirs. The address signs in
    /// from then on, unless it is another account's.
    EmailProved,
    /// Email codes are a second factor of the account from now on.
    EmailCodesTakenUp,
    /// Email codes are no second factor of the account any more.
    EmailCodesStopped,
    /// The help desk gave a code that opens the first set-up. `with_reset`: within a day of one for a new
    /// password, so that both together open the account.
    EnrollmentCodeIssued {
        verified_how: Verified,
        letter: bool,
        until: Timestamp,
        with_reset: bool,
    },
    /// The help desk gave a code that opens a new password, within a day of an enrollment code or not.
    ResetCodeIssued {
        verified_how: Verified,
        letter: bool,
        until: Timestamp,
        with_enrollment: bool,
    },
    /// A code of the help desk was not given: the same agent gave the account's other one within a day.
    CodeNotIssued { factor: Kind },
    /// A code that opens the first set-up was used up.
    EnrollmentCodeUsed,
    /// A code that opens a new password was used up.
    ResetCodeUsed,
    /// Behind a right password, a sign-in or a reset came to where nothing is left to be proved or set up.
    SignInRefused { cause: SignInRefusal },
    /// A sign-in came to its end. `new_browser`: in a browser that the account had not signed in with
    /// before, though it had signed in.
    SignedIn {
        factors: Vec<Kind>,
        #[serde(default)]
        new_browser: bool,
    },
    /// A session was ended by its holder.
    SignedOut,
    /// Sessions were ended by their holder from another one.
    SessionsEnded { ended: u64 },
    /// A browser is remembered: no code is asked for in it until then.
    BrowserRemembered { until: Timestamp },
    /// A browser is not known any more; it was remembered, or only known.
    BrowserForgotten { remembered: bool },
    /// An old copy of a remembered browser's token came back: somebody has copied it. The browser is
    /// forgotten and the sessions opened in it are ended.
    BrowserStolen { sessions: u64 },
    /// A fresh proof was given in a session.
    SteppedUp { act: Act, factor: Kind },
    /// An act was tried without the fresh proof that it asks for.
    StepUpAsked { act: Act },
    /// The member goes by another name.
    NameChanged { from: String, to: String },
    /// An administrator gave the account another login name.
    LoginNameChanged { from: String, to: String },
    /// An administrator put another address on record, or none. `proved`: vouched for, so that it signs in.
    AddressSet {
        from: Option<String>,
        to: Option<String>,
        proved: bool,
    },
    /// The member chose another language.
    LanguageChanged,
    /// The member chose another time zone.
    TimeZoneChanged,
    /// The member changed the password, knowing the one before.
    PasswordChanged,
    /// Somebody asked for a way to a new password; a link went to the proved address.
    ResetAsked,
    /// A mailed link to a new password was used; the password is what it was.
    ResetOpened,
    /// A forgotten password was replaced.
    PasswordReset { by: Kind },
    /// A link went to an address that is to be proved, or to take the place of the one on record.
    AddressAsked { address: String },
    /// Another address, proved by its link, took the place of the one on record.
    AddressChanged { from: Option<String>, to: String },
    /// The member switched MFA off; what is set up is kept.
    MfaSwitchedOff,
    /// MFA is on again, by a right code of a device.
    MfaSwitchedOn,
    /// A set-up was begun: a key was made and shown.
    EnrollmentStarted,
    /// A device was confirmed.
    DeviceAdded { name: String },
    /// A device got another name.
    DeviceRenamed { from: String, to: String },
    /// A device was taken away.
    DeviceRemoved { name: String, replaced: bool },
    /// A set of recovery codes was made, which ended any before it.
    RecoveryCodesMade,
    /// The recovery codes no longer count, and no new ones were made yet.
    RecoveryCodesEnded,
    /// The member said that the codes are stored.
    RecoveryCodesStored,
    /// After a recovery code, the member kept the device.
    DeviceKept,
    /// Somebody logged on to something that asks by RADIUS.
    LoggedOn { client: String, factors: Vec<Kind> },
    /// Somebody was not let on where a RADIUS client asked, for another reason than a wrong password or code.
    /// `login_hash` stands for a login that nobody has.
    LogonRefused {
        client: String,
        cause: LogonRefusal,
        login_hash: Option<String>,
    },
    /// A RADIUS client was added: what comes from its network and shows its secret is heard.
    RadiusClientAdded { client: String, network: String },
    /// What a RADIUS client may was changed.
    RadiusClientChanged {
        client: String,
        /// From what to what, in the words of the command line.
        #[serde(default)]
        changes: Vec<String>,
    },
    /// A RADIUS client got another secret.
    RadiusSecretRotated { client: String },
    /// A RADIUS client was removed.
    RadiusClientRemoved { client: String },
    /// A RADIUS client that may leave its signature out has sent a right one: it must from now on.
    RadiusClientSigns { client: String },
    /// Packets of a RADIUS client are not answered. Written at most once in ten minutes for a client.
    RadiusDropped { client: String, cause: Unheard },
    /// A destination was added: it stands on the dashboards of those whom it is for.
    DestinationAdded {
        what: destination::Kind,
        name: String,
        address: String,
    },
    /// A destination was changed, or whom it is for.
    DestinationChanged {
        what: destination::Kind,
        /// As it was called before.
        name: String,
        /// From what to what, in the words of the command line.
        #[serde(default)]
        changes: Vec<String>,
    },
    /// A destination was removed.
    DestinationRemoved {
        what: destination::Kind,
        name: String,
    },
    /// A group was made.
    GroupAdded { group: String },
    /// A group was renamed.
    GroupRenamed { from: String, to: String },
    /// A group was deleted: what was given to it alone is nobody's.
    GroupRemoved { group: String },
    /// Somebody was put into a group.
    GroupJoined { group: String },
    /// Somebody was taken out of a group.
    GroupLeft { group: String },
    /// An address sent too many wrong answers: none from there is looked at until then. Written at most
    /// once in ten minutes for a network.
    AddressDelayed { network: String, until: Timestamp },
    /// Something was asked for as often as it may be, by a network or (without one) by the account: it is not done again
    /// until then. Written once for each such wait.
    AskedTooOften {
        what: Asking,
        network: Option<String>,
        until: Timestamp,
    },
    /// A code was typed that opens no invitation. `login_name` is whom it invited before that was over.
    InvitationRefused { login_name: Option<String> },
    /// The member took a copy of everything that is stored about the account.
    DataDownloaded,
    /// The help desk was asked for something: by the member, or by somebody who typed the login.
    HelpAsked { wish: Wish },
    /// The help desk said what became of that; `word` is what it says to the member.
    HelpAnswered {
        wish: Wish,
        outcome: Outcome,
        word: Option<String>,
    },
    /// The member took it back.
    HelpWithdrawn { wish: Wish },
    /// The member asked for the account to be deleted.
    DeletionAsked,
    /// The member took that back.
    DeletionWithdrawn,
    /// Somebody tried to open the administration of an organization without a role there. `organization` is what was
    /// typed for its short name, whether there is one of it or not.
    AccessDenied { organization: String },
    /// Somebody with a role in the organization tried what the role does not allow, or not with that account. Written at
    /// most once in an hour for an act and an account.
    ActDenied { act: Permission },
    /// Another master key wraps what is new, and what is old is wrapped anew with it. Each by its id in the key file.
    MasterKeyChanged { from: Option<String>, to: String },
    /// Nothing needs a master key any more.
    MasterKeyRetired { key: String },
    /// The audit logs were verified: how many logs, and how many faults were found.
    AuditVerified { logs: u64, faults: u64 },
    /// A list of the organization's people was exported.
    PeopleExported,
    /// The audit log was exported.
    AuditExported,
}

impl Event {
    /// What kind of event it is, in one word as it is stored.
    pub fn name(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        value["kind"].as_str().unwrap_or("unknown").to_owned()
    }
}

/// What became of somebody who has a role in another organization, or of the own one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The account is suspended.
    Suspended,
    /// The account was activated again.
    Activated,
    /// The account is gone, and the role with it.
    Deleted,
    /// The organization is suspended.
    OrganizationSuspended,
    /// The organization was activated again.
    OrganizationActivated,
    /// The organization is deleted, and the role gone with it.
    OrganizationDeleted,
}

/// Why a password was refused; the person is told the same for all but the delay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordRefusal {
    /// No account has this login.
    UnknownLogin,
    /// The password is not the account's.
    Wrong,
    /// It was right, but the account is suspended.
    Suspended,
    /// Too many wrong tries for this login.
    Delayed,
    /// It was right, but the account may not log on there.
    NotAdmitted,
}

/// Why somebody was not let on where a RADIUS client asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogonRefusal {
    /// No account has this login.
    UnknownLogin,
    /// The account is suspended.
    Suspended,
    /// The account is frozen.
    Frozen,
    /// The account may not log on there.
    NotAdmitted,
    /// It has nothing that can be asked for there.
    NothingToProveWith,
    /// MFA is required and not set up yet.
    NotSetUp,
    /// No code came where one is asked for.
    NoCode,
    /// Its request holds no password that can be read: it asks in another way than PAP, or in no text.
    NoPassword,
    /// A code is to be mailed, and it is too early for another.
    MailWait,
    /// The State belongs to another client, address or login.
    ForeignState,
    /// The State leads nowhere: it was used, came too late, or was never given out.
    OverState,
}

/// Why a sign-in does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInRefusal {
    /// The account is frozen.
    Frozen,
    /// The account has nothing that could be asked for.
    NothingToProveWith,
}

impl From<Refusal> for SignInRefusal {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Frozen => Self::Frozen,
            Refusal::NothingToProveWith => Self::NothingToProveWith,
        }
    }
}

/// Why a code was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeRefusal {
    /// It is not the code.
    Wrong,
    /// It is an old code: the phone's clock is slow.
    ClockSlow,
    /// It is a code to come: the phone's clock is fast.
    ClockFast,
    /// It was right once.
    AlreadyUsed,
    /// Too many wrong codes.
    Delayed,
    /// Fifty wrong codes in a row.
    Suspended,
    /// None is open: it came too late, or another took its place.
    Expired,
    /// It was tried wrong too often.
    UsedUp,
}

/// What can be asked for too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asking {
    /// A link to a new password.
    ResetLink,
    /// The help desk.
    Help,
    /// A code by mail.
    EmailCode,
    /// A link to an address that is to be proved.
    AddressLink,
}

/// In what a code was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A sign-in.
    SignIn,
    /// A step-up.
    StepUp,
    /// The first code of a device.
    Enrollment,
    /// A new password.
    Reset,
    /// A logon to something that asks by RADIUS.
    RemoteLogon,
    /// Showing the help desk who is on the phone.
    CallerCheck,
}

/// Where a request came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The address of the client.
    pub address: Option<String>,
    /// What the browser says it is, at most 300 characters.
    pub agent: Option<String>,
    /// The request, as its answer and the log call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// The session that the browser brought, by the beginning of its token's hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// The language that whoever asks reads, if the browser or the account names one. Mails that the
    /// request causes are written in it; it is not written down.
    #[serde(skip)]
    pub language: Option<Language>,
    /// Who passed it on, where it came by RADIUS; the address is then what that client says of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Via>,
    /// The support code that the answer shows, if it is a refusal. Not written down here: it is gone after some days.
    #[serde(skip)]
    pub support: Shown,
}

/// The RADIUS client that passed something on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Via {
    /// Its name in its organization; empty in the log of another, which does not learn it.
    pub client: String,
    /// Which it is and whose, until the event is written.
    #[serde(skip)]
    pub of: Option<(OrganizationId, RadiusClientId)>,
    /// Its own address.
    pub address: String,
}

impl Origin {
    /// The client's address as such.
    pub fn ip(&self) -> Option<IpAddr> {
        self.address.as_deref()?.parse().ok()
    }
}

/// An event with all that is known around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EventId,
    /// When, in milliseconds.
    pub at: Timestamp,
    /// In whose log it stands; `None` is the instance's own.
    pub organization: Option<OrganizationId>,
    /// Who did it.
    pub actor: Who,
    /// Whose account it is about.
    pub account: Option<AccountId>,
    /// Where from.
    pub origin: Origin,
    /// What.
    pub event: Event,
}

/// The actor as it is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a field is what its name says")]
pub enum Who {
    /// Somebody who has not proved who they are.
    Nobody,
    /// A person.
    Person {
        account: AccountId,
        organization: OrganizationId,
    },
    /// The command line.
    Operator { name: String },
    /// The program.
    System,
}

impl From<&Actor> for Who {
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Nobody => Self::Nobody,
            Actor::Person {
                account,
                organization,
                ..
            } => Self::Person {
                account: *account,
                organization: *organization,
            },
            Actor::Operator(name) => Self::Operator { name: name.clone() },
            Actor::System => Self::System,
        }
    }
}

/// An entry as it is stored: what its digest is over.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The id's bytes.
    pub id: &'a [u8],
    /// When, in milliseconds.
    pub at: Timestamp,
    /// The organization's id; empty for the instance's own log.
    pub organization: &'a [u8],
    /// Who, as JSON.
    pub actor: &'a str,
    /// The account's id; empty without one.
    pub account: &'a [u8],
    /// Where from, as JSON.
    pub origin: &'a str,
    /// What, as JSON.
    pub event: &'a str,
}

impl Written<'_> {
    /// SHA-256 over every field, each preceded by its length, so that no two entries can be written
    /// as the same bytes. What is stored with an entry is this under a key.
    pub fn digest(&self) -> [u8; 32] {
        let mut sum = Sha256::new();
        let mut field = |bytes: &[u8]| {
            sum.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
            sum.update(bytes);
        };
        field(b"portcullis audit entry 1");
        field(self.id);
        field(&self.at.millis().to_be_bytes());
        field(self.organization);
        field(self.actor.as_bytes());
        field(self.account);
        field(self.origin.as_bytes());
        field(self.event.as_bytes());
        sum.finalize().into()
    }
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod tests;
