//! What a member asks the help desk for (product.md: `managed_service_provider`, step 1; Lock-outs). A request changes
//! nothing by itself: somebody of the help desk answers it, and says to the member what became of it.

use crate::account::{MfaStatus, State};
use crate::audit::Event;
use crate::policy::Requirement;
use crate::role::Role;
use crate::time::Span;

/// How often the requests of one account may reach the help desk within [`REQUESTS_WINDOW`], whoever asks.
pub const REQUESTS_OF_ACCOUNT: u32 = 3;
/// In what time these are counted.
pub const REQUESTS_WINDOW: Span = Span::days(1);
/// How often one address may ask without being signed in within [`ASKING_WINDOW`].
pub const ASKED_BY_ADDRESS: u32 = 10;
/// In what time these are counted.
pub const ASKING_WINDOW: Span = Span::hours(1);
/// Mails about requests that an organization's help desk gets within [`ASKING_WINDOW`]; the list has all of them.
pub const MAILS_OF_ORGANIZATION: u32 = 20;
/// How long it stays known what became of a request.
pub const ANSWER_MEMORY: Span = Span::days(30);

/// What is asked for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// "Turn MFA on for me."
    MfaOn,
    /// "I am locked out."
    Unlock,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The help desk did it in the same act.
    Granted,
    /// The help desk says that it is done.
    Done,
    /// The help desk did not do it, and says why.
    Declined,
    /// The member took it back.
    Withdrawn,
}

impl Wish {
    /// All of them, in the order in which pages name them.
    pub const ALL: [Self; 2] = [Self::MfaOn, Self::Unlock];

    /// As stored and as forms carry it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MfaOn => "mfa_on",
            Self::Unlock => "unlock",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wish| wish.as_str() == text)
    }

    /// Whether a member of an account in this state may wish it now. MFA is turned on for who has nothing set up and
    /// is not asked for it; help out of a lock-out is there for everybody who may sign in at all.
    pub fn is_of_use(self, state: State, mfa: MfaStatus, requirement: Requirement) -> bool {
        match self {
            Self::MfaOn => {
                state == State::Active && mfa == MfaStatus::NotEnabled && !requirement.is_asked()
            }
            Self::Unlock => state != State::Suspended,
        }
    }

    /// The wish that what happened to an account fulfils, whoever did it and at which door: an open request for it
    /// is answered by that.
    pub fn fulfilled_by(event: &Event) -> Option<Self> {
        match event {
            Event::MfaRequired { required: true }
            | Event::DeviceAdded { .. }
            | Event::EmailCodesTakenUp
            | Event::MfaSwitchedOn => Some(Self::MfaOn),
            // Who helps others is asked for a device.
            Event::RoleGranted { role, .. } | Event::RoleElsewhere { role, .. }
                if *role > Role::Member =>
            {
                Some(Self::MfaOn)
            }
            Event::AccountUnlocked { .. }
            | Event::AccountUnfrozen { .. }
            | Event::MfaDeleted { .. }
            | Event::EnrollmentCodeIssued { .. }
            | Event::ResetCodeIssued { .. } => Some(Self::Unlock),
            _ => None,
        }
    }
}

impl Outcome {
    const ALL: [Self; 4] = [Self::Granted, Self::Done, Self::Declined, Self::Withdrawn];

    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Done => "done",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|outcome| outcome.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_reads_back() {
        for wish in Wish::ALL {
            assert_eq!(Wish::parse(wish.as_str()), Some(wish));
        }
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::parse(outcome.as_str()), Some(outcome));
        }
        assert_eq!((Wish::parse(""), Outcome::parse("open")), (None, None));
    }

    #[test]
    fn mfa_is_wished_for_where_nothing_is_set_up_and_nothing_asked() {
        let may = |state, mfa, requirement| Wish::MfaOn.is_of_use(state, mfa, requirement);
        let (active, none) = (State::Active, MfaStatus::NotEnabled);
        assert!(may(active, none, Requirement::IfHeld));
        assert!(!may(active, none, Requirement::SecondFactor));
        assert!(!may(active, none, Requirement::Device));
        assert!(!may(active, MfaStatus::Enabled, Requirement::IfHeld));
        assert!(!may(active, MfaStatus::Disabled, Requirement::IfHeld));
        assert!(!may(State::Frozen, none, Requirement::IfHeld));
    }

    #[test]
    fn what_gives_a_way_in_fulfils_the_one_wish_and_what_turns_mfa_on_the_other() {
        let required = |required| Wish::fulfilled_by(&Event::MfaRequired { required });
        assert_eq!((required(true), required(false)), (Some(Wish::MfaOn), None));
        let role = |role| {
            Wish::fulfilled_by(&Event::RoleGranted {
                role,
                instance_wide: false,
                until: None,
            })
        };
        assert_eq!(role(Role::Auditor), Some(Wish::MfaOn));
        assert_eq!(role(Role::Member), None);
        let unlocked = Wish::fulfilled_by(&Event::AccountUnlocked { verified_how: None });
        assert_eq!(unlocked, Some(Wish::Unlock));
        assert_eq!(Wish::fulfilled_by(&Event::MfaSwitchedOff), None);
        assert_eq!(Wish::fulfilled_by(&Event::AccountSuspended), None);
    }

    #[test]
    fn who_is_frozen_may_ask_and_who_is_suspended_may_not() {
        let may = |state| Wish::Unlock.is_of_use(state, MfaStatus::Enabled, Requirement::IfHeld);
        assert!(may(State::Active) && may(State::Frozen) && !may(State::Suspended));
    }
}
