//! What an administrator sees.

use portcullis_core::audit::Event;
use portcullis_core::caller::{KnownBy, Verified};

use portcullis_core::policy::Owed;
use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::telling::By;
use portcullis_pages::*;

use super::*;

pub fn person(
    name: &str,
    login: &str,
    mfa: MfaStatus,
    role: Role,
    last_sign_in: Option<Timestamp>,
) -> Person {
    Person {
        id: "019e1c1c1c1c7000800000000000000c".into(),
        deletable: mfa != MfaStatus::NotEnabled,
        name: name.into(),
        login: login.into(),
        mfa,
        methods: if mfa == MfaStatus::NotEnabled {
            SetUp::default()
        } else {
            SetUp {
                apps: 1,
                email: mfa == MfaStatus::Disabled,
                recovery_codes: 8,
            }
        },
        owed: None,
        role,
        state: PersonState::Active,
        factor_suspended: false,
        last_sign_in,
        deletion_asked_at: None,
    }
}

fn counted() -> Vec<(Listed, Count)> {
    vec![
        (Listed::Owed, Count::Exactly(12)),
        (Listed::Delayed, Count::Exactly(231)),
        (Listed::FactorSuspended, Count::Exactly(1)),
        (Listed::Suspended, Count::AtLeast(1_000)),
        (Listed::Frozen, Count::Exactly(0)),
        (Listed::Invited, Count::Exactly(53)),
    ]
}

pub fn access() -> Access {
    use MfaStatus::*;
    Access {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        counts: vec![(Enabled, 5), (Disabled, 1), (NotEnabled, 1_202)],
        more: counted(),
        only: None,
        listed: None,
        named: String::new(),
        may_invite: true,
        people: vec![
            person(
                "Hassan Amiri",
                "hassan@example",
                Enabled,
                Role::Member,
                Some(ago(0)),
            ),
            person(
                "Ann Bauer",
                "ann.bauer@example.com",
                Enabled,
                Role::Member,
                Some(ago(41)),
            ),
            Person {
                factor_suspended: true,
                owed: Some(Owed::Now),
                state: PersonState::Suspended,
                deletion_asked_at: Some(ago(3 * 24 * 60)),
                ..person(
                    "Felix Braun",
                    "felix.braun@example.com",
                    NotEnabled,
                    Role::Member,
                    Some(ago(20 * 60)),
                )
            },
            person(
                "Greta Hofmann",
                "greta.hofmann@example.com",
                Enabled,
                Role::Auditor,
                Some(ago(300)),
            ),
            person(
                "Ben Keller",
                "ben.keller@example.com",
                Enabled,
                Role::HelpDesk,
                Some(ago(4 * 24 * 60)),
            ),
            Person {
                state: PersonState::Frozen,
                ..person(
                    "Eva Lang",
                    "eva.lang@example.com",
                    Disabled,
                    Role::Member,
                    Some(ago(24 * 60 * 40)),
                )
            },
            person(
                "Ines Moreira",
                "ines@example",
                NotEnabled,
                Role::Owner,
                None,
            ),
            person(
                "Clara Vogt",
                "clara.vogt@example.com",
                Enabled,
                Role::Admin,
                Some(ago(1)),
            ),
        ],
        invitations: vec![
            OpenInvitation {
                id: "019e1c1c1c1c7000800000000000000a".into(),
                name: "Tom Novak".into(),
                login_name: "tom@example".into(),
                mailed_to: Some("tom.novak@example.com".into()),
                until: now() + Span::days(1),
            },
            OpenInvitation {
                id: "019e1c1c1c1c7000800000000000000b".into(),
                name: "David Stein".into(),
                login_name: "david@example".into(),
                mailed_to: None,
                until: now() + Span::days(3),
            },
        ],
        outsiders: 2,
        next: Some("/admin/example/access?after=8".into()),
        next_invitations: Some("/admin/example/access?invited=8&mfa=invited".into()),
    }
}

pub fn person_page() -> PersonPage {
    let deed = |event, by, minutes| Deed {
        at: ago(minutes),
        event,
        by,
        from: vec!["Safari on iPhone".into(), "192.0.2.7".into()],
    };
    PersonPage {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000c".into(),
        requests: vec![(
            "019e1c1c1c1c7000800000000000000d".into(),
            portcullis_core::help_request::Wish::Unlock,
        )],
        name: "Ann Bauer".into(),
        login_name: "ann@example".into(),
        email: Some(("ann.bauer@example.com".into(), true)),
        state: PersonState::Active,
        role: Role::Member,
        role_until: None,
        groups: vec![("019b02".into(), "Sales".into())],
        mfa: MfaStatus::Enabled,
        required: true,
        due: None,
        exempt_until: None,
        required_alone: false,
        devices: vec![Device {
            name: "Ann’s phone".into(),
            made_at: ago(60 * 24 * 90),
            last_used: Some(ago(120)),
        }],
        email_codes: false,
        recovery: Some(Recovery {
            left: 7,
            total: 10,
            made_at: ago(60 * 24 * 90),
        }),
        limits: vec![
            Limit {
                way: LimitedWay::CurrentPassword,
                in_known_browser: false,
                until: Some(now() + Span::minutes(4)),
            },
            Limit {
                way: LimitedWay::App,
                in_known_browser: true,
                until: Some(now() + Span::minutes(2)),
            },
            Limit {
                way: LimitedWay::RecoveryCodes,
                in_known_browser: false,
                until: None,
            },
        ],
        sessions: super::member::sessions().sessions,
        session_count: 2,
        last_sign_in: Some(ago(120)),
        checks_caller: true,
        checks_until: None,
        is_told: true,
        remembered: 1,
        reader: PersonReader::Manages,
        acts: HelpAct::ALL.to_vec(),
        deeds: vec![
            deed(Event::PasswordProved, By::Person("Ann Bauer".into()), 4),
            deed(
                Event::MfaDeleted {
                    verified_how: Verified::Check {
                        known_by: KnownBy::Word,
                    },
                    needs_code: true,
                },
                By::Person("Ben Keller".into()),
                60 * 24 * 60,
            ),
            deed(
                Event::SignedOutEverywhere {
                    ended: 1,
                    verified_how: Some(Verified::Told("She asked for it".into())),
                },
                By::Person("Ben Keller".into()),
                60 * 24 * 60,
            ),
        ],
        older: Some("/admin/example/audit?about=019e1c1c1c1c7000800000000000000c&before=8".into()),
    }
}

pub fn help(act: HelpAct) -> Help {
    Help {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000c".into(),
        name: "Ann Bauer".into(),
        act,
        session: None,
        required: true,
        by_email: false,
        known_at: None,
        verified_how: (act.asks_how() || act.gives().is_some()).then(Field::default),
        days: match act {
            HelpAct::EnrollmentCode | HelpAct::ResetCode => Some(Field::new("14")),
            _ => act.gives().map(|_| Field::default()),
        },
        refusal: None,
    }
}

fn ends_session() -> Help {
    Help {
        session: super::member::sessions().sessions.pop(),
        ..help(HelpAct::SignOut)
    }
}

fn refused(act: HelpAct, why: HelpRefusal) -> Help {
    Help {
        refusal: Some(why),
        ..help(act)
    }
}

pub fn caller(state: CallerState) -> CallerCheck {
    CallerCheck {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000c".into(),
        name: "Ann Bauer".into(),
        state,
    }
}

pub fn open_check(refusal: Option<CallerRefusal>) -> CallerState {
    CallerState::Open(OpenCheck {
        word: "tari-moku".into(),
        until: now() + Span::minutes(5),
        app: true,
        email: Some(CallerMail {
            sent: refusal.is_some(),
            wait: refusal.map(|_| 40),
        }),
        refusal,
    })
}

pub fn help_code(reset: bool) -> HelpCode {
    HelpCode {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000c".into(),
        name: "Ann Bauer".into(),
        reset,
        code: "K7QD-4MXT".into(),
        until: now() + Span::hours(1),
        both: reset,
    }
}

pub fn help_letter(reset: bool) -> HelpLetter {
    HelpLetter {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000c".into(),
        name: "Ann Bauer".into(),
        login_name: "ann@example".into(),
        reset,
        address: "https://portal.example.com/sign-in".into(),
        code: "K7QD-4MXT-H2WN-9TRC".into(),
        until: now() + Span::days(14),
        both: reset,
    }
}

pub fn invite() -> Invite {
    Invite {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        name: Field::default(),
        login_name: Field::default(),
        email: Field::default(),
        days: Field::new("14"),
        most_days: 30,
        by_mail: false,
    }
}

pub fn invited() -> Invited {
    Invited {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019e1c1c1c1c7000800000000000000a".into(),
        name: "Tom Novak".into(),
        login_name: "tom@example".into(),
        email: Some("tom.novak@example.com".into()),
        mailed_at: Some(ago(20)),
        until: now() + Span::hours(71),
        may_invite: true,
        by_mail: true,
        too_soon: false,
    }
}

pub fn queue() -> MailQueue {
    let mail = |subject: &str, to: &str, standing| QueuedMail {
        id: "019e1c1c1c1c7000800000000000000c".into(),
        subject: subject.into(),
        to: to.into(),
        queued: ago(50),
        standing,
        tries: 0,
        problem: None,
        can_try: false,
    };
    let refused = "RCPT: permanent error (550): 5.1.1 Nobody of that name";
    let later = "connecting: Connection error: Connection refused (os error 111)";
    MailQueue {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        way: MailWay::Server("mail.example.com:587".into()),
        waiting: 2,
        failed: 1,
        mails: vec![
            mail(
                "Your sign-in code",
                "ann.bauer@example.com",
                MailStanding::Waits,
            ),
            QueuedMail {
                tries: 4,
                problem: Some(later.into()),
                can_try: true,
                ..mail(
                    "A sign-in from a new browser",
                    "hassan@example.com",
                    MailStanding::Again(now() + Span::minutes(8)),
                )
            },
            QueuedMail {
                tries: 1,
                problem: Some(refused.into()),
                can_try: true,
                ..mail(
                    "Your invitation to Example GmbH",
                    "tom.novak@example.com",
                    MailStanding::GivenUp,
                )
            },
        ],
        address: Field::new("clara.vogt@example.com"),
        tested: false,
    }
}

/// The queue of mails in each state.
pub fn mail_queues() -> Vec<(String, String)> {
    vec![
        page("mail queue", &queue()),
        page(
            "mail queue, tested",
            &MailQueue {
                tested: true,
                waiting: 1,
                failed: 0,
                mails: Vec::new(),
                ..queue()
            },
        ),
        page(
            "mail queue, refused",
            &MailQueue {
                address: Field::with_problem("clara", Problem::NotAnEmail),
                ..queue()
            },
        ),
        page(
            "mail queue, off",
            &MailQueue {
                way: MailWay::None,
                waiting: 0,
                failed: 0,
                mails: Vec::new(),
                ..queue()
            },
        ),
        page(
            "mail queue, caught",
            &MailQueue {
                way: MailWay::Caught,
                ..queue()
            },
        ),
    ]
}

fn waited_for() -> PersonPage {
    PersonPage {
        checks_until: Some(now() + Span::minutes(4)),
        ..person_page()
    }
}

fn callers() -> [(String, String); 6] {
    [
        page("caller", &caller(CallerState::None)),
        page("caller, open", &caller(open_check(None))),
        page(
            "caller, wrong code",
            &caller(open_check(Some(CallerRefusal::App(CodeRefusal::Wrong)))),
        ),
        page(
            "caller, wrong mailed code",
            &caller(open_check(Some(CallerRefusal::Email(EmailRefusal::Wrong)))),
        ),
        page(
            "caller, known",
            &caller(CallerState::Known {
                by: KnownBy::Word,
                at: now(),
            }),
        ),
        page("caller, over", &caller(CallerState::Over)),
    ]
}

/// The pages about one person, and the policy of all.
pub fn helping() -> Vec<(String, String)> {
    let mut pages = policies();
    pages.extend(callers());
    pages.extend([
        page("person", &person_page()),
        page("person, caller waited for", &waited_for()),
        page(
            "person, nothing set up",
            &PersonPage {
                email: None,
                state: PersonState::Frozen,
                mfa: MfaStatus::NotEnabled,
                required_alone: true,
                role: Role::HelpDesk,
                role_until: Some(now() + Span::days(3)),
                devices: Vec::new(),
                email_codes: true,
                recovery: None,
                limits: Vec::new(),
                sessions: Vec::new(),
                is_told: false,
                last_sign_in: None,
                checks_caller: false,
                acts: Vec::new(),
                ..person_page()
            },
        ),
        page(
            "person, until it is required",
            &PersonPage {
                mfa: MfaStatus::NotEnabled,
                required: false,
                due: Some(now() + Span::days(9)),
                devices: Vec::new(),
                recovery: None,
                acts: vec![HelpAct::Extend, HelpAct::Exempt],
                ..person_page()
            },
        ),
        page("help, extend", &help(HelpAct::Extend)),
        page(
            "help, not exempted",
            &refused(HelpAct::Exempt, HelpRefusal::HasRole),
        ),
        page(
            "help, the last admin",
            &refused(HelpAct::Suspend, HelpRefusal::LastAdmin),
        ),
        page("help, one session", &ends_session()),
        page("help, delete", &help(HelpAct::DeleteMfa)),
        page(
            "help, delete, email alone",
            &Help {
                by_email: true,
                ..help(HelpAct::DeleteMfa)
            },
        ),
        page(
            "help, delete, refused",
            &Help {
                required: false,
                verified_how: Some(Field::with_problem("", Problem::Missing)),
                ..help(HelpAct::DeleteMfa)
            },
        ),
        page(
            "help, another agent",
            &refused(HelpAct::ResetCode, HelpRefusal::NeedsAnother),
        ),
        page(
            "help, delete, caller known",
            &Help {
                verified_how: None,
                known_at: Some(now()),
                ..help(HelpAct::DeleteMfa)
            },
        ),
        page("help, unlock", &help(HelpAct::Unlock)),
        page("help code, enrollment", &help_code(false)),
        page("help code, reset", &help_code(true)),
        page("help letter, enrollment", &help_letter(false)),
        page("help letter, reset", &help_letter(true)),
    ]);
    pages
}

pub fn administration() -> Vec<(String, String)> {
    let refused = Invite {
        name: Field::with_problem("Tom", Problem::TooLong { max: 1 }),
        login_name: Field::with_problem("ann", Problem::Taken),
        email: Field::new("tom@example.com"),
        ..invite()
    };
    vec![
        page("access", &access()),
        page(
            "invite, by mail",
            &Invite {
                by_mail: true,
                ..invite()
            },
        ),
        page("invited", &invited()),
        page(
            "invited, too soon",
            &Invited {
                too_soon: true,
                ..invited()
            },
        ),
        page(
            "invited, on paper",
            &Invited {
                email: None,
                mailed_at: None,
                ..invited()
            },
        ),
        page(
            "access, nobody found",
            &Access {
                people: Vec::new(),
                invitations: Vec::new(),
                next: None,
                next_invitations: None,
                only: Some(MfaStatus::Disabled),
                named: "zoe".into(),
                may_invite: false,
                ..access()
            },
        ),
        page("audit logs", &audit(None)),
        page(
            "audit logs, whole",
            &audit(Some(vec![
                log(LogName::Instance, &[]),
                log(LogName::Organization("Example GmbH".into()), &[]),
            ])),
        ),
        page(
            "audit logs, damaged",
            &audit(Some(vec![
                log(LogName::Organization("Example GmbH".into()), FAULTS),
                log(LogName::Gone, &[]),
            ])),
        ),
        page(
            "access, nobody",
            &Access {
                people: Vec::new(),
                invitations: Vec::new(),
                next: None,
                next_invitations: None,
                ..access()
            },
        ),
        page(
            "access, invited",
            &Access {
                people: Vec::new(),
                next: None,
                listed: Some(Listed::Invited),
                ..access()
            },
        ),
        page(
            "access, nobody invited found",
            &Access {
                people: Vec::new(),
                invitations: Vec::new(),
                next: None,
                next_invitations: None,
                listed: Some(Listed::Invited),
                named: "zoe".into(),
                ..access()
            },
        ),
        page("invite", &invite()),
        page("invite, refused", &refused),
        page("invitation letter", &letters(&["Tom Novak"])),
    ]
}

pub fn letters(names: &[&str]) -> InvitationLetters {
    let letter = |name: &&str| InvitationLetter {
        name: (*name).into(),
        login_name: "tom@example".into(),
        link: "https://portal.example.com/invitation/7KQM-4XPD-H2WN-9TRC-3FZB-8VJE-M6SA".into(),
        code: "7KQM-4XPD-H2WN-9TRC-3FZB-8VJE-M6SA".into(),
        until: now() + Span::days(3),
    };
    InvitationLetters {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        address: "https://portal.example.com/invitation".into(),
        letters: names.iter().map(letter).collect(),
        changed: 0,
    }
}
