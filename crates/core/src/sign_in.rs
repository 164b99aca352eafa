//! Where an attempt stands. Nothing stores a stage: [`next`] computes it from the proofs so far, what
//! the account holds and what is required, for a sign-in and a step-up alike.

use serde::{Deserialize, Serialize};

use crate::assurance::{Level, Proof, level};
use crate::credential::Kind;
use crate::policy::Requirement;
use crate::time::{Span, Timestamp};

/// How long an attempt lives.
pub const ATTEMPT_LIFE: Span = Span::minutes(10);
/// How long an attempt lives, from its start, once it is setting something up: what is left of the
/// ten minutes, and thirty for the wizard.
pub const SET_UP_LIFE: Span = Span::minutes(40);
/// How old a second-factor proof may be for an act that asks for a fresh one.
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
}

/// Acts that ask for a fresh proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Making a new set of recovery codes.
    NewRecoveryCodes,
    /// Opening the administration.
    Administration,
}

/// What was proved so far, and what the member said to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The proofs, in any order.
    pub proofs: Vec<Proof>,
    /// After a recovery code: "I still have this device".
    pub keeps_device: bool,
}

/// What the account can prove a second factor with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// Confirmed devices.
    pub devices: u64,
    /// The recovery codes, if a set was ever made.
    pub recovery: Option<RecoverySet>,
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
    /// A session, under the account's requirement.
    Session(Requirement),
    /// A second factor proved at or after a time, for an act.
    Fresh(Timestamp),
    /// A device proved at or after a time: the administration does not take a recovery code.
    FreshDevice(Timestamp),
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
        /// Recovery codes left to use; 0 when that way is closed.
        recovery_codes: u32,
    },
}

/// What must be set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A first device.
    Device,
    /// Another device in place of the one that a recovery code stood in for. It can be declined as
    /// long as a device remains.
    Replacement {
        /// Whether a device remains.
        device_remains: bool,
    },
    /// Recovery codes that are known to be stored.
    RecoveryCodes,
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
}

/// Where an attempt stands. Total, pure, and blind to the order of the facts.
pub fn next(facts: &Facts, held: &Holdings, need: &Need) -> Step {
    match *need {
        Need::Session(requirement) => session(facts, held, requirement),
        Need::Fresh(since) => fresh(facts, held, since, Level::RecoveryCode),
        Need::FreshDevice(since) => fresh(facts, held, since, Level::Device),
    }
}

fn session(facts: &Facts, held: &Holdings, requirement: Requirement) -> Step {
    let level = level(&facts.proofs, Timestamp::EPOCH);
    if level == Level::None {
        return Step::Ask(Challenge::Password);
    }
    // Whatever the account holds is asked for: a required set-up is open to the password alone only
    // where there is nothing else to prove with.
    if level == Level::Password && held.has_factor() {
        return Step::Ask(held.challenge());
    }
    if level == Level::RecoveryCode {
        let device_remains = held.devices > 0;
        if !(device_remains && facts.keeps_device) {
            return Step::Enroll(Missing::Replacement { device_remains });
        }
    }
    if level == Level::Password && requirement == Requirement::SecondFactor {
        return Step::Enroll(Missing::Device);
    }
    if held.devices > 0 && !held.recovery.is_some_and(|set| set.stored) {
        return Step::Enroll(Missing::RecoveryCodes);
    }
    Step::Done(Grant { level })
}

fn fresh(facts: &Facts, held: &Holdings, since: Timestamp, least: Level) -> Step {
    let level = level(&facts.proofs, since);
    if level == Level::None {
        Step::Ask(Challenge::Password)
    } else if level >= least {
        Step::Done(Grant { level })
    } else if held.devices > 0 && least == Level::Device {
        Step::Ask(Challenge::SecondFactor {
            app: true,
            recovery_codes: 0,
        })
    } else if held.has_factor() && least != Level::Device {
        Step::Ask(held.challenge())
    } else {
        Step::Refused(Refusal::NothingToProveWith)
    }
}

impl Holdings {
    /// Whether there is anything to prove a second factor with.
    pub fn has_factor(&self) -> bool {
        self.devices > 0 || self.recovery_codes() > 0
    }

    /// Recovery codes left.
    pub fn recovery_codes(&self) -> u32 {
        self.recovery.map_or(0, |set| set.left)
    }

    fn challenge(&self) -> Challenge {
        Challenge::SecondFactor {
            app: self.devices > 0,
            recovery_codes: self.recovery_codes(),
        }
    }
}

impl Act {
    /// What the act asks for at a time.
    pub fn need(self, now: Timestamp) -> Need {
        match self {
            Self::NewRecoveryCodes => Need::Fresh(now - FRESH),
            Self::Administration => Need::FreshDevice(now - FRESH),
        }
    }
}

impl Purpose {
    /// What the attempt asks for.
    pub fn need(&self, requirement: Requirement, now: Timestamp) -> Need {
        match self {
            Self::Portal { .. } => Need::Session(requirement),
            Self::StepUp { act } => act.need(now),
        }
    }
}

impl Proof {
    /// A proof of the password.
    pub const fn password(at: Timestamp) -> Self {
        Self {
            kind: Kind::Password,
            credential: None,
            at,
        }
    }
}

#[cfg(test)]
#[path = "sign_in_tests.rs"]
mod tests;
