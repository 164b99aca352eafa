//! Whom a change of policy touches (product.md: Policy). It asks the very function that decides each
//! sign-in, so that its numbers are what then happens.

use crate::assurance::Proof;
use crate::policy::{Case, FirstProof, Policy, Requirement};
use crate::sign_in::{
    Challenge, EmailCodes, Facts, Holdings, Missing, Need, Purpose, RecoverySet, Step, next,
    while_frozen,
};
use crate::time::Timestamp;

/// A kind of account, as far as policies tell accounts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and every combination exists"
)]
pub struct Group {
    /// What decides about what is required of it, under the policy as it is.
    pub case: Case,
    /// How many devices it has.
    pub devices: u64,
    /// Whether it has recovery codes left.
    pub recovery_codes: bool,
    /// Whether email codes are in use.
    pub email_codes: bool,
    /// Whether the member switched MFA off.
    pub switched_off: bool,
    /// Whether there is an address on record.
    pub has_address: bool,
    /// Whether it takes no change, and no sign-in without a second factor.
    pub frozen: bool,
}

/// Whom a change touches, in accounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Are taken to set-up at the next sign-in, and were not before.
    pub set_up: u64,
    /// Are taken to set-up in any case, and are asked for another proof before it than now.
    pub asked_first: u64,
    /// Are offered set-up at each sign-in, can put it off for some time, and could not or need not before.
    pub offered: u64,
    /// Are asked for what they have set up, or for a mailed code, and were not before.
    pub asked: u64,
    /// Sign in with the password alone from then on, and did not before.
    pub freed: u64,
    /// Can't sign in from then on until the help desk has helped, and could before: frozen ones who switched MFA
    /// off, of whom no second factor is asked any more.
    pub stopped: u64,
    /// Nothing changes.
    pub unchanged: u64,
    /// Are taken to set-up at the next sign-in, by the change or anyway.
    pub set_up_in_all: u64,
    /// How many of those have a role above member.
    pub with_role: u64,
}

/// What the password alone leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leads {
    In,
    ToAnOffer,
    ToAFactor,
    /// With what is asked before it.
    ToSetUp(Option<FirstProof>),
    Nowhere,
}

/// Whom a change from the policy of each group's case to another touches at a time, given how many accounts of
/// each kind there are; `mail` says whether mail is sent.
pub fn preview(after: Policy, mail: bool, groups: &[(Group, u64)], now: Timestamp) -> Preview {
    let mut preview = Preview::default();
    for (group, many) in groups {
        let before = leads(group.case.policy, mail, group, now);
        let then = leads(after, mail, group, now);
        let counted = match (before, then) {
            _ if before == then => &mut preview.unchanged,
            (Leads::ToSetUp(_), Leads::ToSetUp(_)) => &mut preview.asked_first,
            (_, Leads::ToSetUp(_)) => &mut preview.set_up,
            (_, Leads::ToAnOffer) => &mut preview.offered,
            (_, Leads::ToAFactor) => &mut preview.asked,
            (_, Leads::In) => &mut preview.freed,
            (_, Leads::Nowhere) => &mut preview.stopped,
        };
        *counted += many;
        if matches!(then, Leads::ToSetUp(_)) {
            preview.set_up_in_all += many;
            preview.with_role += if group.case.has_role { *many } else { 0 };
        }
    }
    preview
}

/// Whether a policy would lock out the last who administers, given all of them: one of them gets in by their own
/// means now, and none would. Who waits for the help desk's code gets in by no means of their own.
pub fn locks_out(after: Policy, mail: bool, admins: &[Group], now: Timestamp) -> bool {
    let gets_in = |policy: Policy, group: &Group| {
        let (step, _) = after_password(policy, mail, group, now);
        let by_code = Step::Ask(Challenge::First(FirstProof::EnrollmentCode));
        step != by_code && !matches!(step, Step::Refused(_))
    };
    let now = admins.iter().any(|one| gets_in(one.case.policy, one));
    now && !admins.iter().any(|one| gets_in(after, one))
}

fn leads(policy: Policy, mail: bool, group: &Group, now: Timestamp) -> Leads {
    match after_password(policy, mail, group, now) {
        (Step::Enroll(Missing::Way), Requirement::Soon(_)) => Leads::ToAnOffer,
        (Step::Ask(Challenge::First(proof)), _) => Leads::ToSetUp(Some(proof)),
        (Step::Enroll(Missing::Device | Missing::Way), _) => Leads::ToSetUp(None),
        (Step::Ask(_), _) => Leads::ToAFactor,
        (Step::Refused(_), _) => Leads::Nowhere,
        (Step::Enroll(_) | Step::Done(_), _) => Leads::In,
    }
}

/// Where the password alone leads an account of a kind at a time.
pub fn first_step(mail: bool, group: &Group, now: Timestamp) -> Step {
    after_password(group.case.policy, mail, group, now).0
}

/// Where the password alone leads, and what is required.
fn after_password(
    policy: Policy,
    mail: bool,
    group: &Group,
    now: Timestamp,
) -> (Step, Requirement) {
    // Email codes that are not permitted any more stop with the change.
    let taken_up = group.email_codes && policy.channels.permits_email();
    let needs_code = group.case.needs_enrollment_code;
    let case = Case {
        policy,
        set_up: group.devices > 0 || taken_up,
        ..group.case
    };
    let requirement = case.requirement(now);
    let first = if needs_code {
        FirstProof::EnrollmentCode
    } else {
        FirstProof::of(policy.first_proof, mail, group.has_address)
    };
    let email = EmailCodes::of(policy.channels, taken_up)
        .filter(|codes| codes.only || codes.taken_up || !needs_code);
    let mut held = Holdings {
        devices: group.devices,
        recovery: group.recovery_codes.then_some(RecoverySet {
            left: 1,
            stored: true,
        }),
        switched_off: group.switched_off,
        email,
        ..Holdings::default()
    };
    if !(mail && group.has_address) {
        held.without_mail();
    }
    let facts = Facts {
        proofs: vec![Proof::password(Timestamp::EPOCH)],
        ..Facts::default()
    };
    let mut step = next(&facts, &held, &Need::Session(requirement, first));
    if group.frozen {
        let purpose = Purpose::Portal { return_to: None };
        step = while_frozen(step, &purpose, &facts);
    }
    (step, requirement)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Channels, Rule};
    use crate::time::Span;

    const NOW: Timestamp = Timestamp::from_millis(1_795_000_000_000);

    fn nothing(policy: Policy) -> Group {
        Group {
            case: Case::new(policy, NOW - Span::days(100)),
            devices: 0,
            recovery_codes: false,
            email_codes: false,
            switched_off: false,
            has_address: true,
            frozen: false,
        }
    }

    fn groups(policy: Policy) -> [(Group, u64); 5] {
        let nothing = nothing(policy);
        let case = nothing.case;
        [
            (nothing, 12),
            (
                Group {
                    devices: 1,
                    ..nothing
                },
                97,
            ),
            (
                Group {
                    devices: 2,
                    switched_off: true,
                    ..nothing
                },
                4,
            ),
            (
                Group {
                    case: Case {
                        has_role: true,
                        ..case
                    },
                    ..nothing
                },
                2,
            ),
            (
                Group {
                    case: Case {
                        asked_alone: true,
                        ..case
                    },
                    ..nothing
                },
                3,
            ),
        ]
    }

    #[test]
    fn a_rule_that_becomes_required_takes_those_without_a_factor_to_set_up() {
        let (optional, required) = (Policy::new(Rule::Optional), Policy::new(Rule::Required));
        let expect = Preview {
            set_up: 12,
            asked: 4,
            unchanged: 102,
            set_up_in_all: 17,
            with_role: 2,
            ..Preview::default()
        };
        assert_eq!(preview(required, true, &groups(optional), NOW), expect);
        let back = Preview {
            freed: 16,
            unchanged: 102,
            set_up_in_all: 5,
            with_role: 2,
            ..Preview::default()
        };
        assert_eq!(preview(optional, true, &groups(required), NOW), back);
    }

    #[test]
    fn who_is_asked_for_something_else_before_set_up_is_told_apart() {
        let (by_mail, by_code) = (FirstProof::Email, FirstProof::EnrollmentCode);
        let with = |first_proof| Policy {
            first_proof: Some(first_proof),
            ..Policy::new(Rule::Required)
        };
        for (before, after) in [(by_mail, by_code), (FirstProof::Nothing, by_code)] {
            let groups = [(nothing(with(before)), 7)];
            let expect = Preview {
                asked_first: 7,
                set_up_in_all: 7,
                ..Preview::default()
            };
            assert_eq!(preview(with(after), true, &groups, NOW), expect);
        }
    }

    #[test]
    fn who_is_frozen_and_not_asked_for_a_factor_any_more_is_stopped() {
        let (required, optional) = (Policy::new(Rule::Required), Policy::new(Rule::Optional));
        let frozen = |devices| Group {
            devices,
            switched_off: devices > 0,
            frozen: true,
            ..nothing(required)
        };
        let groups = [(frozen(0), 3), (frozen(1), 2)];
        let expect = Preview {
            stopped: 2,
            unchanged: 3,
            ..Preview::default()
        };
        assert_eq!(preview(optional, true, &groups, NOW), expect);
    }

    #[test]
    fn with_days_of_grace_those_without_a_factor_are_offered_it() {
        let required = Policy {
            grace_days: 14,
            required_since: Some(NOW),
            ..Policy::new(Rule::Required)
        };
        let touched = preview(required, true, &groups(Policy::new(Rule::Optional)), NOW);
        let expect = Preview {
            offered: 12,
            asked: 4,
            unchanged: 102,
            set_up_in_all: 5,
            with_role: 2,
            ..Preview::default()
        };
        assert_eq!(touched, expect);
        let later = preview(Policy::new(Rule::Required), true, &groups(required), NOW);
        assert_eq!((later.set_up, later.unchanged), (12, 106));
    }

    #[test]
    fn a_policy_that_leaves_no_admin_a_way_in_locks_out() {
        let before = Policy::new(Rule::Required);
        let by_code = Policy {
            first_proof: Some(FirstProof::EnrollmentCode),
            ..before
        };
        let without = nothing(before);
        let without = Group {
            case: Case {
                has_role: true,
                ..without.case
            },
            ..without
        };
        let with = Group {
            devices: 1,
            ..without
        };
        let reset = Group {
            case: Case {
                needs_enrollment_code: true,
                ..without.case
            },
            ..without
        };
        let check = |admins: &[Group]| locks_out(by_code, true, admins, NOW);
        assert!(check(&[without, without]));
        assert!(check(&[without, reset]));
        assert!(!check(&[without, with]));
        // Nobody is locked out by it who could not get in before, or where nobody is.
        assert!(!check(&[reset]));
        assert!(!check(&[]));
    }

    #[test]
    fn who_used_email_codes_that_are_permitted_no_more_is_taken_to_set_up() {
        let both = Policy {
            channels: Channels::Both,
            ..Policy::new(Rule::Required)
        };
        let by_email = Group {
            email_codes: true,
            ..nothing(both)
        };
        let touched = preview(Policy::new(Rule::Required), true, &[(by_email, 5)], NOW);
        assert_eq!((touched.set_up, touched.asked), (5, 0));
    }

    #[test]
    fn where_email_is_the_channel_a_code_comes_by_itself_to_whoever_has_an_address() {
        let nothing = nothing(Policy::new(Rule::Off));
        let without = Group {
            has_address: false,
            ..nothing
        };
        let groups = [(nothing, 5), (without, 2)];
        let after = Policy {
            channels: Channels::Email,
            ..Policy::new(Rule::Required)
        };
        let expect = Preview {
            set_up: 2,
            asked: 5,
            set_up_in_all: 2,
            ..Preview::default()
        };
        assert_eq!(preview(after, true, &groups, NOW), expect);
    }
}
