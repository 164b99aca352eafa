//! Audit logs, organizations and what is on record about somebody, as those see them who run them.

use portcullis_core::audit::Event;
use portcullis_core::caller::Verified;
use portcullis_core::chain::{Fault, Verdict};
use portcullis_core::id::EventId;
use portcullis_core::topic::Topic;
use portcullis_pages::*;

use super::*;

const EVENT: EventId = EventId::from_bytes([7; 16]);

/// One of each kind.
pub const FAULTS: &[Fault] = &[
    Fault::Altered {
        sequence: 3,
        event: EVENT,
    },
    Fault::Misplaced {
        sequence: 4,
        event: EVENT,
    },
    Fault::Missing { from: 5, to: 9 },
    Fault::CutOff {
        from: 90,
        to: 1_241,
    },
    Fault::BehindHead { head: 80, last: 89 },
    Fault::AlteredUnsealed { event: EVENT },
    Fault::NoHead,
    Fault::HeadAltered,
    Fault::Empty,
];

pub fn audit_logs() -> Vec<(String, String)> {
    vec![
        page("audit log", &audit_log()),
        page(
            "audit log, refused",
            &Log {
                filter: LogFilter {
                    about: Field::with_problem("nobody", Problem::NobodyHere),
                    by: Field::with_problem("ben@example", Problem::OneOf),
                    doer: Some(LogDoer::Portal),
                    from: Field::with_problem("yesterday", Problem::NotADay),
                    topic: Some(Topic::Help),
                    ..LogFilter::default()
                },
                events: Vec::new(),
                older: None,
                ..audit_log()
            },
        ),
        page(
            "audit log, damaged",
            &Log {
                newest: Some("/admin/example/audit".into()),
                verified: Some(log(LogName::Organization("Example GmbH".into()), FAULTS)),
                ..audit_log()
            },
        ),
        page(
            "audit log, whole",
            &Log {
                verified: Some(log(LogName::Organization("Example GmbH".into()), &[])),
                ..audit_log()
            },
        ),
    ]
}

pub fn editing() -> Vec<(String, String)> {
    let edit = EditPerson {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000c".into(),
        whose: "Ann Bauer".into(),
        name: Field::new("Ann Bauer"),
        login_name: Field::new("ann"),
        email: Field::new("ann.bauer@example.com"),
        vouches: false,
        seen: "9f86d081".into(),
        stale: false,
    };
    vec![
        page("edit person", &edit),
        page(
            "edit person, stale",
            &EditPerson {
                stale: true,
                ..edit.clone()
            },
        ),
        page(
            "edit person, refused",
            &EditPerson {
                name: Field::with_problem("", Problem::Missing),
                login_name: Field::with_problem("ben", Problem::Taken),
                email: Field::with_problem("ann", Problem::NotAnEmail),
                vouches: true,
                ..edit
            },
        ),
    ]
}

pub fn giving_roles() -> Vec<(String, String)> {
    let give = GiveRole {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000c".into(),
        name: "Ann Bauer".into(),
        role: Role::HelpDesk,
        choices: Role::ALL.to_vec(),
        until: Field::new("2026-12-31"),
        seen: "help_desk 1798675200000".into(),
        refusal: None,
    };
    vec![
        page("role", &give),
        page(
            "role, stale",
            &GiveRole {
                refusal: Some(RoleRefusal::Stale),
                ..give.clone()
            },
        ),
        page(
            "role, refused",
            &GiveRole {
                until: Field::with_problem("2001-01-01", Problem::DayOver),
                ..give.clone()
            },
        ),
        page(
            "role, last admin",
            &GiveRole {
                refusal: Some(RoleRefusal::LastAdmin),
                ..give.clone()
            },
        ),
        page(
            "role, last owner",
            &GiveRole {
                refusal: Some(RoleRefusal::LastOwner),
                ..give.clone()
            },
        ),
        page(
            "role, own ends",
            &GiveRole {
                refusal: Some(RoleRefusal::EndsWithYours(now() + Span::days(3))),
                ..give
            },
        ),
    ]
}

pub fn organizations() -> Vec<(String, String)> {
    let row = |name: &str, slug: &str, suspended| OrganizationRow {
        slug: slug.into(),
        name: name.into(),
        requirement: Requirement::Required,
        suspended,
        counts: vec![
            (MfaStatus::Enabled, 1_840),
            (MfaStatus::Disabled, 3),
            (MfaStatus::NotEnabled, 41),
        ],
    };
    let about = |act, typed| OrganizationPage {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        organization: row("Northwind", "northwind", act == OrganizationAct::Activate),
        act,
        typed,
        last_owner: false,
    };
    let add = AddOrganization {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        organization: Field::default(),
        short_name: Field::default(),
        requirement: Requirement::default(),
    };
    vec![
        page(
            "organizations",
            &Organizations {
                frame: frame(),
                member: clara(),
                slug: "example".into(),
                organizations: vec![
                    row("Example GmbH", "example", false),
                    row("Northwind", "northwind", true),
                ],
                next: Some("/admin/instance/organizations?after=northwind".into()),
            },
        ),
        page("add organization", &add),
        page(
            "add organization, refused",
            &AddOrganization {
                organization: Field::with_problem("", Problem::Missing),
                short_name: Field::with_problem("example", Problem::Taken),
                ..add
            },
        ),
        page(
            "organization, suspend",
            &about(OrganizationAct::Suspend, None),
        ),
        page(
            "organization, activate",
            &about(OrganizationAct::Activate, None),
        ),
        page(
            "organization, delete",
            &about(OrganizationAct::Delete, Some(Field::default())),
        ),
        page(
            "organization, delete refused",
            &about(
                OrganizationAct::Delete,
                Some(Field::with_problem("nortwind", Problem::NotTheSame)),
            ),
        ),
        page(
            "organization, last owner",
            &OrganizationPage {
                last_owner: true,
                ..about(OrganizationAct::Suspend, None)
            },
        ),
    ]
}

fn audit_log() -> Log {
    let somebody = |name: &str| LogPerson {
        id: "019e1c1c1c1c7000800000000000000c".into(),
        name: Some(name.into()),
        elsewhere: None,
    };
    let one = |event, about: Option<&str>, by, minutes| LogEvent {
        at: Some(ago(minutes)),
        event: Some(event),
        about: about.map(somebody),
        by: Some(by),
        from: vec!["Firefox on Windows".into(), "192.0.2.7".into()],
        intact: true,
    };
    let how = Verified::Told("called back on the number on record".to_owned());
    Log {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        filter: LogFilter {
            about: Field::new("ann@example"),
            ..LogFilter::default()
        },
        events: vec![
            one(
                Event::MfaDeleted {
                    verified_how: how,
                    needs_code: true,
                },
                Some("Ann Bauer"),
                LogActor::Person(LogPerson {
                    elsewhere: Some("Northwind IT".into()),
                    ..somebody("Ben Keller")
                }),
                3,
            ),
            one(
                Event::SignedOut,
                Some("Ann Bauer"),
                LogActor::Person(somebody("Ann Bauer")),
                30,
            ),
            one(
                Event::AuditExported,
                None,
                LogActor::Operator("operator@portal".into()),
                90,
            ),
            LogEvent {
                from: Vec::new(),
                ..one(
                    Event::AccountSuspended,
                    Some("Ann Bauer"),
                    LogActor::Portal,
                    100,
                )
            },
            one(Event::ResetAsked, Some("Ann Bauer"), LogActor::Nobody, 200),
            LogEvent {
                at: None,
                event: None,
                about: Some(LogPerson {
                    name: None,
                    ..somebody("")
                }),
                by: None,
                from: Vec::new(),
                intact: false,
            },
        ],
        older: Some("/admin/example/audit?before=019e1c1c1c1c7000800000000000000c".into()),
        newest: None,
        verified: None,
    }
}

pub fn audit(verified: Option<Vec<AuditLog>>) -> AuditLogs {
    AuditLogs {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        verified,
    }
}

pub fn log(name: LogName, faults: &[Fault]) -> AuditLog {
    let in_all = u64::try_from(faults.len()).unwrap_or_default();
    AuditLog {
        name,
        verdict: Verdict {
            sealed: 1_240,
            unsealed: 2,
            faults: faults.to_vec(),
            faults_in_all: if in_all > 0 { in_all + 5 } else { 0 },
        },
        waits_since: Some(ago(0)),
    }
}
