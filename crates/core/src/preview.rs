//! Whom a change of policy touches (product.md: Policy). It asks the very function that decides each
//! sign-in, so that its numbers are what then happens.

use crate::assurance::Proof;
use crate::policy::{FirstProof, Policy, Requirement};
use crate::role::Role;
use crate::sign_in::{Challenge, EmailCodes, Facts, Holdings, Missing, Need, Step, next};
use crate::time::Timestamp;

/// A kind of account, as far as policies tell accounts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and every combination exists"
)]
pub struct Group {
    /// Whether it has a role above member.
    pub has_role: bool,
    /// Whether MFA is required of the account alone.
    pub mfa_required: bool,
    /// How many devices it has.
    pub devices: u64,
    /// Whether email codes are in use.
    pub email_codes: bool,
    /// Whether the member switched MFA off.
    pub switched_off: bool,
    /// Whether there is an address on record.
    pub has_address: bool,
}

/// Whom a change touches, in accounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Are taken to set-up at the next sign-in, and were not before.
    pub set_up: u64,
    /// Are asked for what they have set up, or for a mailed code, and were not before.
    pub asked: u64,
    /// Sign in with the password alone from then on, and did not before.
    pub freed: u64,
    /// Nothing changes.
    pub unchanged: u64,
}

/// What the password alone leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leads {
    In,
    ToAFactor,
    ToSetUp,
}

/// Whom a change from one policy to another touches, given how many accounts of each kind there are;
/// `mail` says whether mail is sent.
pub fn preview(before: Policy, after: Policy, mail: bool, groups: &[(Group, u64)]) -> Preview {
    let mut preview = Preview::default();
    for (group, many) in groups {
        let now = leads(before, mail, *group);
        let then = leads(after, mail, *group);
        let counted = match then {
            _ if now == then => &mut preview.unchanged,
            Leads::ToSetUp => &mut preview.set_up,
            Leads::ToAFactor => &mut preview.asked,
            Leads::In => &mut preview.freed,
        };
        *counted += many;
    }
    preview
}

fn leads(policy: Policy, mail: bool, group: Group) -> Leads {
    let role = if group.has_role {
        Role::Auditor
    } else {
        Role::Member
    };
    let requirement = Requirement::of(policy.rule, group.mfa_required, role);
    let first = FirstProof::of(policy.first_proof, mail, group.has_address);
    let email = EmailCodes::of(policy.channels, group.email_codes);
    let mut held = Holdings {
        devices: group.devices,
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
    match next(&facts, &held, &Need::Session(requirement, first)) {
        Step::Ask(Challenge::First(_)) | Step::Enroll(Missing::Device | Missing::Way) => {
            Leads::ToSetUp
        }
        Step::Ask(_) => Leads::ToAFactor,
        Step::Enroll(_) | Step::Done(_) | Step::Refused(_) => Leads::In,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Channels, Rule};

    const NOTHING: Group = Group {
        has_role: false,
        mfa_required: false,
        devices: 0,
        email_codes: false,
        switched_off: false,
        has_address: true,
    };

    #[test]
    fn a_rule_that_becomes_required_takes_those_without_a_factor_to_set_up() {
        let groups = [
            (NOTHING, 12),
            (
                Group {
                    devices: 1,
                    ..NOTHING
                },
                97,
            ),
            (
                Group {
                    devices: 2,
                    switched_off: true,
                    ..NOTHING
                },
                4,
            ),
            (
                Group {
                    has_role: true,
                    ..NOTHING
                },
                2,
            ),
            (
                Group {
                    mfa_required: true,
                    ..NOTHING
                },
                3,
            ),
        ];
        let (optional, required) = (Policy::new(Rule::Optional), Policy::new(Rule::Required));
        let expect = Preview {
            set_up: 12,
            asked: 4,
            freed: 0,
            unchanged: 102,
        };
        assert_eq!(preview(optional, required, true, &groups), expect);
        let back = Preview {
            set_up: 0,
            asked: 0,
            freed: 16,
            unchanged: 102,
        };
        assert_eq!(preview(required, optional, true, &groups), back);
    }

    #[test]
    fn where_email_is_the_channel_a_code_comes_by_itself_to_whoever_has_an_address() {
        let without = Group {
            has_address: false,
            ..NOTHING
        };
        let groups = [(NOTHING, 5), (without, 2)];
        let before = Policy::new(Rule::Off);
        let after = Policy {
            channels: Channels::Email,
            ..Policy::new(Rule::Required)
        };
        let expect = Preview {
            set_up: 2,
            asked: 5,
            ..Preview::default()
        };
        assert_eq!(preview(before, after, true, &groups), expect);
    }
}
