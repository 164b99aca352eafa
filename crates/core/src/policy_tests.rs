//! What is required of one account, and which policies can be.

use super::*;

const NOW: Timestamp = Timestamp::from_millis(1_795_000_000_000);

fn days(days: i64) -> Timestamp {
    NOW + Span::days(days)
}

/// A member of an organization that requires MFA from day 0 on, with two weeks of grace.
fn case() -> Case {
    let policy = Policy {
        grace_days: 14,
        required_since: Some(NOW),
        ..Policy::new(Rule::Required)
    };
    Case::new(policy, days(-100))
}

#[test]
fn the_strictest_rule_wins() {
    for rule in Rule::ALL {
        for asked_alone in [false, true] {
            for has_role in [false, true] {
                for exempt in [false, true] {
                    let one = Case {
                        asked_alone,
                        has_role,
                        exempt_until: exempt.then(|| days(1)),
                        ..Case::new(Policy::new(rule), NOW)
                    };
                    let organization = rule == Rule::Required && (has_role || !exempt);
                    let expect = match (organization || asked_alone, has_role) {
                        (_, true) => Requirement::Device,
                        (true, false) => Requirement::SecondFactor,
                        (false, false) => Requirement::IfHeld,
                    };
                    assert_eq!(one.requirement(NOW), expect, "{one:?}");
                    let asked = expect != Requirement::IfHeld;
                    assert_eq!(one.asked_by(NOW).is_some(), asked, "{one:?}");
                }
            }
        }
    }
}

#[test]
fn a_deadline_is_the_later_of_two_beginnings_plus_the_grace() {
    let one = case();
    assert_eq!(one.requirement(days(13)), Requirement::Soon(days(14)));
    assert_eq!(one.requirement(days(14)), Requirement::SecondFactor);
    let new = Case {
        active_since: days(10),
        ..one
    };
    assert_eq!(new.requirement(days(23)), Requirement::Soon(days(24)));
    assert_eq!(new.requirement(days(24)), Requirement::SecondFactor);
    let at_once = Case {
        policy: Policy {
            grace_days: 0,
            ..one.policy
        },
        ..one
    };
    assert_eq!(at_once.requirement(NOW), Requirement::SecondFactor);
}

#[test]
fn an_extension_moves_a_deadline_and_never_brings_it_closer() {
    let until = |until| {
        Case {
            extended_until: Some(until),
            ..case()
        }
        .due()
    };
    assert_eq!(until(days(20)), Some(days(20)));
    assert_eq!(until(days(3)), Some(days(14)));
}

#[test]
fn grace_is_for_who_has_set_up_nothing_and_was_never_reset() {
    let set_up = Case {
        set_up: true,
        ..case()
    };
    let reset = Case {
        needs_enrollment_code: true,
        ..case()
    };
    let flagged = Case {
        asked_alone: true,
        ..case()
    };
    let agent = Case {
        has_role: true,
        ..case()
    };
    for strict in [set_up, reset, flagged] {
        assert_eq!(
            strict.requirement(NOW),
            Requirement::SecondFactor,
            "{strict:?}"
        );
    }
    assert_eq!(agent.requirement(NOW), Requirement::Device);
}

#[test]
fn a_rule_loosened_and_made_strict_again_gives_no_new_grace() {
    let before = Policy {
        grace_days: 14,
        ..Policy::new(Rule::Off)
    };
    assert_eq!(before.in_force(NOW), before);
    let required = |policy| Policy {
        rule: Rule::Required,
        ..policy
    };
    let first = required(before).in_force(NOW);
    assert_eq!(first.required_since, Some(NOW));
    let off = Policy {
        rule: Rule::Optional,
        ..first
    };
    let off = off.in_force(days(20));
    assert_eq!(off.required_since, Some(NOW));
    let again = required(off).in_force(days(30));
    assert_eq!(again.required_since, Some(NOW));
    let one = Case {
        policy: again,
        ..case()
    };
    assert_eq!(one.requirement(days(30)), Requirement::SecondFactor);
    // Unless somebody says so.
    let anew = Policy {
        required_since: None,
        ..again
    }
    .in_force(days(30));
    let one = Case {
        policy: anew,
        ..one
    };
    assert_eq!(one.requirement(days(30)), Requirement::Soon(days(44)));
}

#[test]
fn an_exemption_ends_by_the_clock_and_leaves_other_rules_as_they_are() {
    let exempt = Case {
        exempt_until: Some(days(30)),
        ..case()
    };
    assert_eq!(exempt.requirement(days(29)), Requirement::IfHeld);
    assert_eq!(exempt.requirement(days(30)), Requirement::SecondFactor);
    let flagged = Case {
        asked_alone: true,
        ..exempt
    };
    assert_eq!(flagged.requirement(days(29)), Requirement::SecondFactor);
    let agent = Case {
        has_role: true,
        ..exempt
    };
    assert_eq!(agent.requirement(days(29)), Requirement::Device);
    assert_eq!(agent.asked_by(days(29)), Some(AskedBy::Organization));
}

#[test]
fn an_organization_asks_for_longer_passwords_and_never_for_shorter_ones() {
    let of = |shortest_password, requirement| {
        let policy = Policy {
            shortest_password,
            ..Policy::new(Rule::Required)
        };
        policy.shortest_password(requirement)
    };
    let (alone, second) = (Requirement::IfHeld, Requirement::SecondFactor);
    assert_eq!((of(8, alone), of(8, second)), (15, 8));
    assert_eq!((of(12, alone), of(12, second)), (15, 12));
    assert_eq!((of(20, alone), of(20, Requirement::Device)), (20, 20));
    assert_eq!(of(8, Requirement::Soon(NOW)), 15);
}

#[test]
fn a_policy_that_waits_for_mail_needs_a_mail_server() {
    let policy = Policy::new(Rule::Required);
    let by_email = Policy {
        channels: Channels::Email,
        ..policy
    };
    let first = Policy {
        first_proof: Some(FirstProof::Email),
        ..policy
    };
    let long = Policy {
        remember_days: 31,
        ..policy
    };
    let slow = Policy {
        grace_days: 91,
        ..policy
    };
    let check = |policy: Policy, mail: bool| policy.refused(mail);
    assert_eq!(check(slow, true), Some(PolicyRefused::GraceTooLong));
    let longest = Lifetimes::LONGEST;
    for lifetimes in [
        Lifetimes {
            hours: 25,
            ..longest
        },
        Lifetimes {
            hours: 0,
            ..longest
        },
        Lifetimes {
            idle_minutes: 4,
            ..longest
        },
        Lifetimes {
            administration_minutes: 16,
            ..longest
        },
    ] {
        let policy = Policy {
            lifetimes,
            ..policy
        };
        assert_eq!(check(policy, true), Some(PolicyRefused::Lifetimes));
    }
    for shortest_password in [7, 65] {
        let policy = Policy {
            shortest_password,
            ..policy
        };
        assert_eq!(check(policy, true), Some(PolicyRefused::ShortestPassword));
    }
    assert_eq!(
        check(by_email, false),
        Some(PolicyRefused::OnlyEmailWithoutMail)
    );
    assert_eq!(
        check(first, false),
        Some(PolicyRefused::FirstEmailWithoutMail)
    );
    assert_eq!(check(long, true), Some(PolicyRefused::RememberTooLong));
    for good in [by_email, first, policy] {
        assert_eq!(check(good, true), None);
    }
}
