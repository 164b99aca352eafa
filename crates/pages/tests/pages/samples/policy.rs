//! The policy of an organization, and why something is asked of somebody.

use portcullis_core::account::State;
use portcullis_core::policy::{Case, ExceptionKind, Policy, Rule};
use portcullis_core::preview::Preview;
use portcullis_core::sign_in::{Missing, Step};
use portcullis_core::time::Span;
use portcullis_pages::telling::By;
use portcullis_pages::*;

use super::*;

pub fn policy_page(shows: PolicyShows) -> PolicyPage {
    PolicyPage {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        policy: Policy::new(Rule::Required),
        grace_since: Some((ago(60 * 24 * 3), false)),
        version: 3,
        mail: true,
        may_save: true,
        shows,
        numbers: PolicyNumbers {
            grace_days: Number::new("14".into()),
            remember_days: Number::new("14".into()),
            session_hours: Number::new("24".into()),
            idle_minutes: Number::new("60".into()),
            administration_minutes: Number::new("15".into()),
            shortest_password: Number::new("8".into()),
        },
        no_channel: false,
        exceptions: vec![
            GivenException {
                account: "019e1c1c1c1c7000800000000000000c".into(),
                name: "Ann Bauer".into(),
                login: "ann@example".into(),
                kind: ExceptionKind::Extension,
                until: now() + Span::days(20),
                reason: "Her phone is being repaired".into(),
                by: By::Person("Clara Weber".into()),
            },
            GivenException {
                account: "019e1c1c1c1c7000800000000000000d".into(),
                name: "Scanner, third floor".into(),
                login: "scanner@example".into(),
                kind: ExceptionKind::Exemption,
                until: now() + Span::days(90),
                reason: "A machine; until it is replaced in March".into(),
                by: By::Operator,
            },
        ],
    }
}

fn why_page() -> WhyPage {
    let policy = Policy {
        grace_days: 14,
        required_since: Some(ago(60 * 24 * 3)),
        ..Policy::new(Rule::Required)
    };
    let case = Case {
        extended_until: Some(now() + Span::days(20)),
        ..Case::new(policy, ago(60 * 24 * 90))
    };
    WhyPage {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000c".into(),
        name: "Ann Bauer".into(),
        why: Why {
            case,
            state: State::Active,
            step: Step::Enroll(Missing::Way),
            now: now(),
        },
    }
}

/// The policy of all, and what it comes to for one.
pub fn policies() -> Vec<(String, String)> {
    vec![
        page("why", &why_page()),
        page("policy", &policy_page(PolicyShows::Present)),
        page("policy, saved", &policy_page(PolicyShows::Saved)),
        page(
            "policy, preview",
            &policy_page(PolicyShows::Preview(Preview {
                set_up: 14,
                asked_first: 3,
                offered: 231,
                asked: 4,
                freed: 1,
                stopped: 2,
                unchanged: 866,
                set_up_in_all: 16,
                with_role: 2,
            })),
        ),
        page(
            "policy, refused",
            &PolicyPage {
                numbers: PolicyNumbers {
                    grace_days: Number {
                        typed: "91".into(),
                        bad: true,
                    },
                    idle_minutes: Number {
                        typed: "a while".into(),
                        bad: true,
                    },
                    ..policy_page(PolicyShows::Present).numbers
                },
                exceptions: Vec::new(),
                ..policy_page(PolicyShows::Problems)
            },
        ),
        page("policy, stale", &policy_page(PolicyShows::Stale)),
        page(
            "policy, no mail",
            &PolicyPage {
                mail: false,
                may_save: false,
                ..policy_page(PolicyShows::OnlyEmailWithoutMail)
            },
        ),
    ]
}
