//! Where an attempt stands. Nothing stores a stage: [`next`] computes it from the proofs so far, what
//! the account holds and what is required, for a sign-in, a step-up and a reset alike.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

pub use crate::act::Act;
use crate::assurance::{Level, Proof, level};
use crate::audit::Who;
use crate::caller;
use crate::credential::Kind;
use crate::id::{CallerCheckId, CredentialId, RadiusClientId};
use crate::policy::{Channels, FirstProof, Requirement};
use crate::radius::{CHALLENGE_LIFE, Flow};
use crate::time::{Span, Timestamp, Within};

#[path = "sign_in_holdings.rs"]
mod holdings;

/// How long an attempt lives.
pub const ATTEMPT_LIFE: Span = Span::minutes(10);
/// How long an attempt lives, from its start, once it is setting something up: what is left of the
/// ten minutes, and thirty for the wizard.
pub const SET_UP_LIFE: Span = Span::minutes(40);
/// How old a proof may be for an act that asks for a fresh one.
pub const FRESH: Span = Span::minutes(5);

/// What an attempt is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "for", rename_all = "snake_case")]
pub enum Purpose {
    /// A session in the portal.
    Portal {
        /// A path of the portal to go to afterwards.
        return_to: Option<String>,
    },
    /// A fresh proof in a session that exists.
    StepUp {
        /// What it is wanted for.
        act: Act,
    },
    /// Setting up a device in a session that exists and has just proved who is there.
    AddDevice {
        /// The device whose place it takes, if any.
        replaces: Option<CredentialId>,
    },
    /// MFA on again in a session that exists, by a right code of a kept device.
    SwitchOn,
    /// Email codes as a second factor from now on, in a session that exists: taken up, or in use again after
    /// MFA was switched off. The first right code shows that mails arrive.
    EmailCodes,
    /// A new password in place of a forgotten one.
    Reset,
    /// A logon to something that asks by RADIUS.
    Radius {
        /// Who asks.
        client: RadiusClientId,
        /// From which address it asked first.
        source: IpAddr,
        /// How it asks.
        #[serde(default)]
        flow: Flow,
    },
    /// Showing the help desk who is on the phone: a factor alone, which opens nothing.
    Caller {
        /// Which check.
        check: CallerCheckId,
        /// The agent, who types what the caller reads out.
        by: Who,
    },
}

/// What was proved so far, and what the member said to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The proofs, in any order.
    pub proofs: Vec<Proof>,
    /// After a recovery code: "I still have this device".
    pub keeps_device: bool,
    /// Which way the member chose, where the channels leave a choice.
    pub way: Option<Way>,
}

/// A way to a second factor that a member can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// An authenticator app.
    App,
    /// Email codes.
    Email,
    /// None now: the set-up is put off until it must be.
    Later,
}

/// What the account can prove a second factor with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// Confirmed devices.
    pub devices: u64,
    /// The recovery codes, if a set was ever made.
    pub recovery: Option<RecoverySet>,
    /// Whether the member switched MFA off and keeps what is set up.
    pub switched_off: bool,
    /// What email codes are to this account; `None` where they can't be sent or are not permitted.
    pub email: Option<EmailCodes>,
    /// Whether email codes are a second factor of the account that can't be mailed now: a factor all the
    /// same, in place of which the help desk's code is asked for.
    pub unmailed: bool,
}

/// Email codes, as an account may use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmailCodes {
    /// Whether the member has taken them up as a second factor.
    pub taken_up: bool,
    /// Whether they are the only channel.
    pub only: bool,
}

/// The state of a set of recovery codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoverySet {
    /// Codes not used yet.
    pub left: u32,
    /// Whether the member ticked that they are stored.
    pub stored: bool,
}

/// What is asked of this attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A session, under the account's requirement, and what a first set-up asks for besides the password.
    Session(Requirement, FirstProof),
    /// A second factor proved within a time, for an act; the password where nothing was ever set up.
    Fresh(Within),
    /// A device proved within a time: the administration does not take anything else.
    FreshDevice(Within),
    /// One more device, set up by whoever has just proved to be the account's holder.
    Device,
    /// The mailbox on record, by a mailed code.
    Mailbox,
    /// A new password.
    Reset,
    /// A code for a RADIUS client that has checked the password itself.
    CodeAlone,
    /// A factor without the password, of somebody on the phone: it opens nothing.
    Caller,
}

/// Where an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A proof is wanted.
    Ask(Challenge),
    /// Something must be set up first.
    Enroll(Missing),
    /// Everything is proved.
    Done(Grant),
    /// It can't go on.
    Refused(Refusal),
}

/// Which proof is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Challenge {
    /// The password.
    Password,
    /// A second factor, by one of the ways that are open.
    SecondFactor {
        /// A code from an app.
        app: bool,
        /// A code by email.
        email: bool,
        /// Recovery codes left to use; 0 when that way is closed.
        recovery_codes: u32,
    },
    /// What a first set-up asks for besides the password; never [`FirstProof::Nothing`].
    First(FirstProof),
}

/// What must be set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A choice between the ways that the organization permits.
    Way,
    /// A first device, or one more.
    Device,
    /// Another device in place of the one that a recovery code stood in for. It can be declined as
    /// long as a device remains.
    Replacement {
        /// Whether a device remains.
        device_remains: bool,
    },
    /// Recovery codes that are known to be stored.
    RecoveryCodes,
    /// A new password.
    Password,
}

/// What the proofs are good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// How sure the portal is.
    pub level: Level,
}

/// Why an attempt can't go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The act wants a proof that this account has nothing for.
    NothingToProveWith,
    /// The account is frozen: it takes no change, and no sign-in without a second factor.
    Frozen,
}

/// Where an attempt stands. Total, pure, and blind to the order of the facts.
pub fn next(facts: &Facts, held: &Holdings, need: &Need) -> Step {
    match *need {
        Need::Session(requirement, first) => session(facts, held, (requirement, first)),
        Need::Fresh(within) => fresh(facts, held, within),
        Need::FreshDevice(within) => fresh_device(facts, held, within),
        Need::Device => device(facts, held),
        Need::Mailbox => mailbox(facts, held),
        Need::Reset => reset(facts, held),
        Need::CodeAlone => code_alone(facts, held),
        Need::Caller => caller::stands(facts, held),
    }
}

/// What is left of a step while the account is frozen (product.md: Notices): who proves a second factor gets
/// in, past whatever would be set up then, and nothing is set up or changed.
pub fn while_frozen(step: Step, purpose: &Purpose, facts: &Facts) -> Step {
    let level = level(&facts.proofs, Within::EVER);
    match purpose {
        Purpose::StepUp { .. } | Purpose::Caller { .. } => return step,
        Purpose::AddDevice { .. } | Purpose::SwitchOn | Purpose::EmailCodes | Purpose::Reset => {
            return Step::Refused(Refusal::Frozen);
        }
        // A shell is not held to what a frozen account may, as a session is.
        Purpose::Radius { .. } => return Step::Refused(Refusal::Frozen),
        Purpose::Portal { .. } => {}
    }
    match past_set_up(step, facts) {
        Step::Enroll(_) | Step::Ask(Challenge::First(_)) => Step::Refused(Refusal::Frozen),
        Step::Done(_) if level <= Level::Browser => Step::Refused(Refusal::Frozen),
        step @ (Step::Ask(_) | Step::Done(_) | Step::Refused(_)) => step,
    }
}

/// What is left of a step where nothing can be set up: who has proved a second factor goes past what would
/// be set up then, which waits for the next sign-in in the portal.
pub fn past_set_up(step: Step, facts: &Facts) -> Step {
    match step {
        Step::Enroll(Missing::Replacement { .. } | Missing::RecoveryCodes) => Step::Done(Grant {
            level: level(&facts.proofs, Within::EVER),
        }),
        step => step,
    }
}

/// What is left of a step for whoever logs on by RADIUS: nothing can be set up there, and where password and
/// code come at once, no code can be mailed between them.
pub fn at_a_logon(step: Step, flow: Flow, facts: &Facts) -> Step {
    match (past_set_up(step, facts), flow) {
        (Step::Ask(Challenge::First(_)), _) => Step::Enroll(Missing::Device),
        (
            Step::Ask(Challenge::SecondFactor {
                app,
                recovery_codes,
                ..
            }),
            Flow::Together,
        ) => {
            if !app && recovery_codes == 0 {
                return Step::Refused(Refusal::NothingToProveWith);
            }
            Step::Ask(Challenge::SecondFactor {
                app,
                email: false,
                recovery_codes,
            })
        }
        (step, _) => step,
    }
}

fn session(facts: &Facts, held: &Holdings, need: (Requirement, FirstProof)) -> Step {
    let (requirement, first) = need;
    let level = level(&facts.proofs, Within::EVER);
    if level == Level::None {
        return Step::Ask(Challenge::Password);
    }
    if level == Level::RecoveryCode {
        let device_remains = held.devices > 0;
        if !(device_remains && facts.keeps_device) {
            return Step::Enroll(Missing::Replacement { device_remains });
        }
    }
    if !satisfies(level, facts, held, requirement) {
        // Whatever the account holds is asked for: a required set-up is open to the password alone
        // only where there is nothing else to prove with.
        if held.is_asked_for(requirement) {
            return Step::Ask(held.challenge(requirement));
        }
        if let Requirement::Soon(_) = requirement
            && !held.has_factor()
        {
            return match facts.way {
                None => Step::Enroll(Missing::Way),
                Some(Way::Later) => Step::Done(Grant { level }),
                Some(Way::App | Way::Email) => first_factor(facts, held, (requirement, first)),
            };
        }
        if requirement.is_required() || held.unmailed && held.is_on(requirement) {
            return first_factor(facts, held, (requirement, first));
        }
    }
    if held.lacks_codes(requirement) {
        return Step::Enroll(Missing::RecoveryCodes);
    }
    Step::Done(Grant { level })
}

/// Whether the proofs are a second factor in the eyes of the requirement. A mailed code is one where
/// the channels permit it and the member did not choose the app.
fn satisfies(level: Level, facts: &Facts, held: &Holdings, requirement: Requirement) -> bool {
    match level {
        Level::None | Level::Password => false,
        Level::EmailCode => match held.email {
            Some(email) => {
                requirement != Requirement::Device
                    && (email.taken_up || facts.way != Some(Way::App))
            }
            None => false,
        },
        // It stands in for what is held, and opens nothing that shows or changes it.
        Level::Browser => {
            requirement != Requirement::Device
                && held.is_asked_for(requirement)
                && !held.lacks_codes(requirement)
        }
        Level::RecoveryCode | Level::Device => true,
    }
}

/// The way of an account that has nothing yet to what is required of it.
fn first_factor(facts: &Facts, held: &Holdings, need: (Requirement, FirstProof)) -> Step {
    let (requirement, first) = need;
    let email = held.email.filter(|_| requirement != Requirement::Device);
    let by_email = Step::Ask(Challenge::BY_EMAIL);
    let way = facts.way.filter(|way| *way != Way::Later); // it can't be put off any more
    match (email, way) {
        (Some(EmailCodes { only: true, .. }), _) | (Some(_), Some(Way::Email)) => return by_email,
        (Some(_), None) => return Step::Enroll(Missing::Way),
        (Some(_), Some(Way::App | Way::Later)) | (None, _) => {}
    }
    let first = if held.unmailed {
        FirstProof::EnrollmentCode
    } else {
        first
    };
    if first.is_given(&facts.proofs) {
        Step::Enroll(Missing::Device)
    } else {
        Step::Ask(Challenge::First(first))
    }
}

fn fresh(facts: &Facts, held: &Holdings, within: Within) -> Step {
    let level = level(&facts.proofs, within);
    let password = |proof: &Proof| proof.kind == Kind::Password && within.has(proof.at);
    match level {
        Level::None => Step::Ask(Challenge::Password),
        Level::RecoveryCode | Level::Device => Step::Done(Grant { level }),
        Level::EmailCode if held.uses_email() => Step::Done(Grant { level }),
        _ if held.is_out_of_reach() => Step::Refused(Refusal::NothingToProveWith),
        // Kept devices guard the account while MFA is switched off.
        _ if held.has_factor() => Step::Ask(held.challenge(Requirement::SecondFactor)),
        _ if facts.proofs.iter().any(password) => Step::Done(Grant { level }),
        _ => Step::Ask(Challenge::Password),
    }
}

fn fresh_device(facts: &Facts, held: &Holdings, within: Within) -> Step {
    let level = level(&facts.proofs, within);
    match level {
        Level::None => Step::Ask(Challenge::Password),
        Level::Device => Step::Done(Grant { level }),
        _ if held.devices > 0 => Step::Ask(held.challenge(Requirement::Device).without_codes()),
        _ => Step::Refused(Refusal::NothingToProveWith),
    }
}

/// Such an attempt begins with the password alone among its proofs, so a device among them is the one
/// that it has set up.
fn device(facts: &Facts, held: &Holdings) -> Step {
    let level = level(&facts.proofs, Within::EVER);
    if level == Level::None {
        Step::Ask(Challenge::Password)
    } else if level != Level::Device {
        Step::Enroll(Missing::Device)
    } else if !held.recovery.is_some_and(|set| set.stored) {
        Step::Enroll(Missing::RecoveryCodes)
    } else {
        Step::Done(Grant { level })
    }
}

/// Such an attempt begins with the password alone among its proofs, so a mailed code among them was given
/// for it.
fn mailbox(facts: &Facts, held: &Holdings) -> Step {
    let level = level(&facts.proofs, Within::EVER);
    if level == Level::None {
        Step::Ask(Challenge::Password)
    } else if held.email.is_none() {
        Step::Refused(Refusal::NothingToProveWith)
    } else if facts
        .proofs
        .iter()
        .any(|proof| proof.kind == Kind::EmailCode)
    {
        Step::Done(Grant { level })
    } else {
        Step::Ask(Challenge::BY_EMAIL)
    }
}

/// A mailed link and a mailed code prove the same mailbox, so after a link no mailed code is a second
/// proof: where nothing else is held, the help desk's code stands beside it (security.md RE-1). A code
/// from the help desk opened the reset: then a mailed one is another proof.
fn reset(facts: &Facts, held: &Holdings) -> Step {
    let has = |kind: Kind| facts.proofs.iter().any(|proof| proof.kind == kind);
    let by_help_desk = has(Kind::ResetCode);
    if !by_help_desk && !has(Kind::ResetLink) {
        return Step::Refused(Refusal::NothingToProveWith);
    }
    let in_hand = held.devices > 0 || held.recovery_codes() > 0;
    let by_email = by_help_desk && held.uses_email();
    if has(Kind::Totp)
        || has(Kind::RecoveryCode)
        || by_email && has(Kind::EmailCode)
        || !in_hand && has(Kind::EnrollmentCode)
        || !held.has_factor()
    {
        Step::Enroll(Missing::Password)
    } else if in_hand || by_email {
        Step::Ask(Challenge::SecondFactor {
            app: held.devices > 0,
            email: by_email,
            recovery_codes: held.recovery_codes(),
        })
    } else {
        Step::Ask(Challenge::First(FirstProof::EnrollmentCode))
    }
}

/// The one exception to "no code before the password" (security.md TO-5): the client has checked that. What it
/// relies on is then the code, so an account without a device has nothing to show it, whatever its
/// organization asks for; and a kept device counts while MFA is switched off.
fn code_alone(facts: &Facts, held: &Holdings) -> Step {
    let has = |kind: Kind| facts.proofs.iter().any(|proof| proof.kind == kind);
    if !has(Kind::ClientsCheck) || held.devices == 0 {
        return Step::Refused(Refusal::NothingToProveWith);
    }
    if has(Kind::Totp) || has(Kind::RecoveryCode) {
        return Step::Done(Grant {
            level: level(&facts.proofs, Within::EVER),
        });
    }
    Step::Ask(Challenge::SecondFactor {
        app: true,
        email: false,
        recovery_codes: held.recovery_codes(),
    })
}

impl Challenge {
    /// A mailed code and nothing else.
    const BY_EMAIL: Self = Self::SecondFactor {
        app: false,
        email: true,
        recovery_codes: 0,
    };

    /// Whether a code is mailed without being asked for: nothing shows one at hand.
    pub const fn mails_by_itself(self) -> bool {
        matches!(
            self,
            Self::SecondFactor {
                app: false,
                email: true,
                ..
            } | Self::First(FirstProof::Email)
        )
    }

    /// Whether a mailed code is taken.
    pub const fn takes_email(self) -> bool {
        matches!(
            self,
            Self::SecondFactor { email: true, .. } | Self::First(FirstProof::Email)
        )
    }

    /// Without the way of recovery codes.
    const fn without_codes(self) -> Self {
        match self {
            Self::SecondFactor { app, email, .. } => Self::SecondFactor {
                app,
                email,
                recovery_codes: 0,
            },
            other => other,
        }
    }
}

impl Way {
    /// As stored and as a form sends it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Email => "email",
            Self::Later => "later",
        }
    }

    /// From what is stored or sent.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::App, Self::Email, Self::Later]
            .into_iter()
            .find(|way| way.as_str() == text)
    }
}

impl EmailCodes {
    /// What they are to an account: `None` where the channels don't permit them.
    pub const fn of(channels: Channels, taken_up: bool) -> Option<Self> {
        if !channels.permits_email() {
            return None;
        }
        Some(Self {
            taken_up,
            only: matches!(channels, Channels::Email),
        })
    }
}

impl FirstProof {
    /// Whether the proofs hold what a first set-up asks for. An invitation stands for all of it.
    pub fn is_given(self, proofs: &[Proof]) -> bool {
        let has = |kind| proofs.iter().any(|proof: &Proof| proof.kind == kind);
        match self {
            Self::Nothing => true,
            Self::Email => {
                has(Kind::EmailCode) || has(Kind::Invitation) || has(Kind::EnrollmentCode)
            }
            Self::EnrollmentCode => has(Kind::EnrollmentCode) || has(Kind::Invitation),
        }
    }
}

impl Purpose {
    /// How long an attempt lives.
    pub const fn life(&self) -> Span {
        match self {
            Self::Radius { .. } => CHALLENGE_LIFE,
            Self::Caller { .. } => caller::LIFE,
            _ => ATTEMPT_LIFE,
        }
    }

    /// What the attempt asks for.
    pub fn need(&self, requirement: Requirement, first: FirstProof, now: Timestamp) -> Need {
        match self {
            Self::Radius {
                flow: Flow::CodeAlone,
                ..
            } => Need::CodeAlone,
            Self::Portal { .. } | Self::Radius { .. } => Need::Session(requirement, first),
            Self::StepUp { act } => act.need(now),
            Self::AddDevice { .. } => Need::Device,
            // It begins with the password alone, so a device among its proofs is one just proved.
            Self::SwitchOn => Need::FreshDevice(Within::EVER),
            Self::EmailCodes => Need::Mailbox,
            Self::Reset => Need::Reset,
            Self::Caller { .. } => Need::Caller,
        }
    }
}

impl Proof {
    /// A proof of the password.
    pub const fn password(at: Timestamp) -> Self {
        Self::of(Kind::Password, at)
    }

    /// A proof of a kind of which an account has one.
    pub const fn of(kind: Kind, at: Timestamp) -> Self {
        Self {
            kind,
            credential: None,
            at,
        }
    }
}

#[cfg(test)]
#[path = "sign_in_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "sign_in_logon_tests.rs"]
mod logon_tests;

#[cfg(test)]
#[path = "grace_tests.rs"]
mod grace_tests;
