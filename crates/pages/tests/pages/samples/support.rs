//! Support codes, as who is refused sees them and who helps.

use portcullis_core::account::State;
use portcullis_core::audit::{
    Asking, CodeRefusal as Cause, Event, PasswordRefusal as Refused, SignInRefusal,
};
use portcullis_core::credential::Kind;
use portcullis_core::policy::{Case, Policy, Rule};
use portcullis_core::role::Permission;
use portcullis_core::sign_in::{Challenge, Step};
use portcullis_core::support::SupportCode;
use portcullis_pages::*;

use super::*;

fn code_read_out() -> Option<SupportCode> {
    SupportCode::parse("K7-4QD")
}

fn looked_up(found: Vec<RefusedTry>) -> SupportPage {
    SupportPage {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        nobodys: false,
        typed: Field::default(),
        code: code_read_out(),
        found,
        elsewhere: Vec::new(),
    }
}

fn ann_now(limits: Vec<Limit>, acts: Vec<HelpAct>) -> StandsNow {
    let policy = Policy::new(Rule::Required);
    StandsNow {
        login_name: "ann@example".into(),
        state: PersonState::Active,
        mfa: MfaStatus::Enabled,
        why: Why {
            case: Case::new(policy, ago(60 * 24 * 90)),
            state: State::Active,
            step: Step::Ask(Challenge::SecondFactor {
                app: true,
                email: false,
                recovery_codes: 7,
            }),
            now: now(),
        },
        limits,
        acts,
    }
}

fn of_ann(event: Event, now: StandsNow) -> RefusedTry {
    RefusedTry {
        at: ago(2),
        event,
        from: vec!["Firefox on Windows".into(), "192.0.2.17".into()],
        about: Some(LogPerson {
            id: "019e1c1c1c1c7000800000000000000c".into(),
            name: Some("Ann Bauer".into()),
            elsewhere: None,
        }),
        by: None,
        now: Some(now),
    }
}

fn password(cause: Refused) -> Event {
    Event::PasswordRefused {
        cause,
        login_hash: None,
    }
}

fn second(factor: Kind, cause: Cause) -> Event {
    Event::CodeRefused {
        factor,
        cause,
        purpose: portcullis_core::audit::Purpose::SignIn,
    }
}

fn of_nobody(event: Event) -> RefusedTry {
    RefusedTry {
        about: None,
        now: None,
        ..of_ann(event, ann_now(Vec::new(), Vec::new()))
    }
}

fn elsewhere(name: &str) -> Elsewhere {
    Elsewhere {
        name: Some(name.into()),
        path: "/admin/globex/support/K7-4QD".into(),
    }
}

fn nobodys_log() -> Elsewhere {
    Elsewhere {
        name: None,
        path: "/admin/instance/support/K7-4QD".into(),
    }
}

/// Each cause in turn.
fn causes() -> Vec<RefusedTry> {
    let slow = second(Kind::Totp, Cause::ClockSlow);
    let mut tries = vec![password(Refused::Wrong), password(Refused::Suspended), slow];
    for cause in [
        Cause::Wrong,
        Cause::ClockFast,
        Cause::AlreadyUsed,
        Cause::Suspended,
    ] {
        tries.push(second(Kind::Totp, cause));
    }
    for (factor, cause) in [
        (Kind::RecoveryCode, Cause::Wrong),
        (Kind::RecoveryCode, Cause::AlreadyUsed),
        (Kind::EmailCode, Cause::Expired),
        (Kind::EnrollmentCode, Cause::Wrong),
        (Kind::Password, Cause::Wrong),
    ] {
        tries.push(second(factor, cause));
    }
    for cause in [SignInRefusal::Frozen, SignInRefusal::NothingToProveWith] {
        tries.push(Event::SignInRefused { cause });
    }
    for what in [Asking::EmailCode, Asking::AddressLink] {
        tries.push(Event::AskedTooOften {
            what,
            network: None,
            until: half_a_minute(),
        });
    }
    tries.push(Event::AskedTooOften {
        what: Asking::Help,
        network: None,
        until: half_a_minute(),
    });
    let shown = |event: Event| {
        let acts = mends(&event).to_vec();
        of_ann(event, ann_now(Vec::new(), acts))
    };
    let mut tries: Vec<RefusedTry> = tries.into_iter().map(shown).collect();
    tries.push(RefusedTry {
        by: Some(LogPerson {
            id: "019e1c1c1c1c7000800000000000000d".into(),
            name: Some("Hal Engel".into()),
            elsewhere: Some("Provider".into()),
        }),
        ..of_ann(
            Event::ActDenied {
                act: Permission::ManageAccounts,
            },
            ann_now(Vec::new(), Vec::new()),
        )
    });
    tries
}

/// What is refused with a code.
fn shown_codes() -> Vec<(String, String)> {
    let refused = |frame: Frame| {
        if let Some(code) = code_read_out() {
            frame.support.set(code);
        }
        frame
    };
    vec![
        page(
            "support code, of a code",
            &Code {
                frame: refused(frame()),
                refusal: Some(CodeRefusal::ClockSlow { minutes: 4 }),
                ..code()
            },
        ),
        page(
            "support code, nobody to ask",
            &SignIn {
                frame: refused(instance()),
                notice: Some(SignInNotice::Refused),
                ..sign_in()
            },
        ),
        page(
            "support code, signed in",
            &ChangePassword {
                frame: refused(frame()),
                refusal: Some(CurrentRefusal::Wrong),
                ..change_password()
            },
        ),
        page(
            "support code, of a fault",
            &ErrorPage {
                frame: Frame {
                    fault: code_read_out(),
                    ..instance()
                },
                home: "/".into(),
                trouble: Trouble::Internal,
            },
        ),
    ]
}

/// What is refused with a code, and what the code leads to.
pub fn support() -> Vec<(String, String)> {
    let limit = Limit {
        way: LimitedWay::Password,
        in_known_browser: false,
        until: Some(half_a_minute()),
    };
    let delayed = password(Refused::Delayed);
    let acts = mends(&delayed).to_vec();
    let unread = SupportPage {
        code: None,
        typed: Field::with_problem("K7-4Q", Problem::NotASupportCode),
        ..looked_up(Vec::new())
    };
    let several = SupportPage {
        elsewhere: vec![elsewhere("Globex")],
        ..looked_up(vec![of_ann(
            password(Refused::Wrong),
            ann_now(Vec::new(), Vec::new()),
        )])
    };
    let only_elsewhere = SupportPage {
        elsewhere: vec![elsewhere("Globex"), nobodys_log()],
        ..looked_up(Vec::new())
    };
    let nobodys = |found| SupportPage {
        frame: instance(),
        nobodys: true,
        ..looked_up(found)
    };
    let network = Event::AddressDelayed {
        network: "192.0.2.0/24".into(),
        until: half_a_minute(),
    };
    let asked = |what| Event::AskedTooOften {
        what,
        network: Some("192.0.2.0/24".into()),
        until: half_a_minute(),
    };
    let invitation = |login_name| Event::InvitationRefused { login_name };
    let found = vec![
        page(
            "support, looked up",
            &looked_up(vec![of_ann(delayed, ann_now(vec![limit], acts))]),
        ),
        page("support, each cause", &looked_up(causes())),
        page(
            "support, an invitation that is over",
            &looked_up(vec![of_nobody(invitation(Some("greta".into())))]),
        ),
        page("support, in several places", &several),
        page("support, in several other places", &only_elsewhere),
        page("support, none", &looked_up(Vec::new())),
        page("support, unread", &unread),
        page(
            "support, nobody's",
            &nobodys(vec![
                of_nobody(password(Refused::UnknownLogin)),
                of_nobody(network),
                of_nobody(asked(Asking::ResetLink)),
                of_nobody(asked(Asking::Help)),
                of_nobody(invitation(None)),
            ]),
        ),
        page("support, nobody's, none", &nobodys(Vec::new())),
    ];
    let mut pages = shown_codes();
    pages.extend(found);
    pages
}
