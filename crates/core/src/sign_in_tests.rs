//! What [`next`] must never do, whatever the facts.

use proptest::prelude::*;

use super::*;
use crate::id::CredentialId;

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Password),
        Just(Kind::Totp),
        Just(Kind::EmailCode),
        Just(Kind::RecoveryCode),
        Just(Kind::EnrollmentCode),
        Just(Kind::Invitation),
        Just(Kind::ResetLink),
        Just(Kind::Browser),
        Just(Kind::ClientsCheck),
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    let proof = (kinds(), 0i64..1_000_000).prop_map(|(kind, at)| Proof {
        kind,
        credential: kind.is_device().then(|| CredentialId::from_bytes([1; 16])),
        at: Timestamp::from_millis(at),
    });
    let way = prop::option::of(prop::sample::select(vec![Way::App, Way::Email, Way::Later]));
    let proofs = prop::collection::vec(proof, 0..5);
    (proofs, any::<bool>(), way).prop_map(|(proofs, keeps_device, way)| Facts {
        proofs,
        keeps_device,
        way,
    })
}

fn holdings() -> impl Strategy<Value = Holdings> {
    let set = (0u32..=10, any::<bool>()).prop_map(|(left, stored)| RecoverySet { left, stored });
    let email = (any::<bool>(), any::<bool>());
    let email = email.prop_map(|(taken_up, only)| EmailCodes { taken_up, only });
    let email = prop::option::of(email);
    (
        0u64..3,
        prop::option::of(set),
        any::<bool>(),
        email,
        any::<bool>(),
    )
        .prop_map(
            |(devices, recovery, switched_off, email, unmailed)| Holdings {
                devices,
                recovery,
                switched_off,
                email,
                unmailed: unmailed && email.is_none(),
            },
        )
}

fn firsts() -> impl Strategy<Value = FirstProof> {
    prop::sample::select(FirstProof::ALL.to_vec())
}

fn session(requirement: Requirement) -> Need {
    Need::Session(requirement, FirstProof::Nothing)
}

fn lately() -> impl Strategy<Value = Within> {
    (0i64..1_000_000).prop_map(|at| Within::last(FRESH, Timestamp::from_millis(at)))
}

fn needs() -> impl Strategy<Value = Need> {
    prop_oneof![
        firsts().prop_map(|first| Need::Session(Requirement::IfHeld, first)),
        firsts().prop_map(|first| Need::Session(Requirement::Soon(Timestamp::EPOCH), first)),
        firsts().prop_map(|first| Need::Session(Requirement::SecondFactor, first)),
        firsts().prop_map(|first| Need::Session(Requirement::Device, first)),
        Just(Need::Device),
        Just(Need::Mailbox),
        Just(Need::Reset),
        Just(Need::CodeAlone),
        lately().prop_map(Need::Fresh),
        lately().prop_map(Need::FreshDevice),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn done_is_never_below_the_requirement(facts in facts(), held in holdings(), need in needs()) {
        if let Step::Done(grant) = next(&facts, &held, &need) {
            let recent = |within: Within| facts.proofs.iter().filter(move |p| within.has(p.at));
            let strong = |within| recent(within).any(|p| matches!(p.kind, Kind::Totp | Kind::RecoveryCode));
            let mailed = |within| recent(within).any(|p| p.kind == Kind::EmailCode);
            let has = |kind| facts.proofs.iter().any(|p| p.kind == kind);
            let first = if need == Need::CodeAlone { Kind::ClientsCheck } else { Kind::Password };
            prop_assert!(has(first), "without the first factor");
            // It stands in for what is held, at a sign-in.
            let known = facts.proofs.iter().any(|p| p.kind == Kind::Browser) && held.has_factor();
            match need {
                Need::Session(Requirement::Device, _) => prop_assert!(strong(Within::EVER)),
                Need::Session(Requirement::SecondFactor, _) =>
                    prop_assert!(strong(Within::EVER) || held.email.is_some() && mailed(Within::EVER) || known),
                Need::Session(Requirement::Soon(_), _) =>
                    prop_assert!(strong(Within::EVER) || !held.has_factor() || held.switched_off || known
                        || held.email.is_some() && mailed(Within::EVER)),
                Need::Session(Requirement::IfHeld, _) => prop_assert!(
                    held.switched_off
                        || !held.has_factor()
                        || strong(Within::EVER)
                        || known
                        || held.email.is_some() && mailed(Within::EVER)
                ),
                Need::Fresh(within) => prop_assert!(
                    strong(within)
                        || held.uses_email() && mailed(within)
                        || !held.has_factor() && recent(within).any(|p| p.kind == Kind::Password)
                ),
                Need::FreshDevice(within) => prop_assert!(recent(within).any(|p| p.kind.is_device())),
                Need::Device => prop_assert!(recent(Within::EVER).any(|p| p.kind.is_device())),
                Need::Mailbox => prop_assert!(held.email.is_some() && mailed(Within::EVER)),
                Need::Caller => prop_assert!(false, "never asked for here"),
                Need::Reset => prop_assert!(false, "a reset ends with a new password and no session"),
                Need::CodeAlone => prop_assert!(held.devices > 0 && strong(Within::EVER)),
            }
            prop_assert!(need == Need::CodeAlone || grant.level >= Level::Password);
        }
    }

    #[test]
    fn the_order_of_the_proofs_changes_nothing(facts in facts(), held in holdings(), need in needs()) {
        let mut turned = facts.clone();
        turned.proofs.reverse();
        prop_assert_eq!(next(&facts, &held, &need), next(&turned, &held, &need));
        prop_assert_eq!(next(&facts, &held, &need), next(&facts, &held, &need));
    }

    #[test]
    fn set_up_by_password_alone_is_open_only_where_nothing_is_held(facts in facts(), held in holdings()) {
        let second = facts.proofs.iter().any(|p| p.kind.is_second_factor());
        if let Step::Enroll(_) = next(&facts, &held, &session(Requirement::SecondFactor)) {
            let by_help_desk = FirstProof::EnrollmentCode.is_given(&facts.proofs);
            prop_assert!(second || !held.has_factor() || held.unmailed && by_help_desk);
        }
    }

    #[test]
    fn a_first_device_is_set_up_only_after_the_first_proof(facts in facts(), held in holdings(), first in firsts()) {
        for requirement in [Requirement::SecondFactor, Requirement::Device] {
            let step = next(&facts, &held, &Need::Session(requirement, first));
            if step == Step::Enroll(Missing::Device) {
                let first = if held.unmailed { FirstProof::EnrollmentCode } else { first };
                prop_assert!(!held.has_factor() || held.unmailed || held.email.is_some());
                prop_assert!(first.is_given(&facts.proofs));
            }
            prop_assert_ne!(step, Step::Ask(Challenge::First(FirstProof::Nothing)));
        }
    }

    #[test]
    fn a_new_password_follows_what_opened_the_reset_and_whatever_is_held(facts in facts(), held in holdings()) {
        if next(&facts, &held, &Need::Reset) == Step::Enroll(Missing::Password) {
            let has = |kinds: &[Kind]| facts.proofs.iter().any(|p| kinds.contains(&p.kind));
            prop_assert!(has(&[Kind::ResetLink, Kind::ResetCode]));
            let in_hand = held.devices > 0 || held.recovery_codes() > 0;
            prop_assert!(
                !held.has_factor()
                    || has(&[Kind::Totp, Kind::RecoveryCode])
                    || held.uses_email() && has(&[Kind::ResetCode]) && has(&[Kind::EmailCode])
                    || !in_hand && has(&[Kind::EnrollmentCode])
            );
        }
    }

    #[test]
    fn another_proof_never_takes_a_sign_in_back(facts in facts(), held in holdings(), at in 0i64..1_000_000) {
        let need = session(Requirement::SecondFactor);
        if matches!(next(&facts, &held, &need), Step::Done(_)) {
            let mut more = facts.clone();
            more.proofs.push(Proof { kind: Kind::Totp, credential: None, at: Timestamp::from_millis(at) });
            prop_assert!(matches!(next(&more, &held, &need), Step::Done(_)));
        }
    }
}

fn proofs(kinds: &[Kind]) -> Facts {
    let at = Timestamp::from_millis(1);
    Facts {
        proofs: kinds
            .iter()
            .map(|&kind| Proof {
                kind,
                credential: None,
                at,
            })
            .collect(),
        keeps_device: false,
        way: None,
    }
}

const STORED: Option<RecoverySet> = Some(RecoverySet {
    left: 10,
    stored: true,
});

#[test]
fn a_sign_in_from_the_password_to_the_end() {
    let need = session(Requirement::SecondFactor);
    let nothing = Holdings::default();
    let phone = Holdings {
        devices: 1,
        recovery: STORED,
        ..Holdings::default()
    };
    let check =
        |facts: &Facts, held: &Holdings, expect| assert_eq!(next(facts, held, &need), expect);
    check(&proofs(&[]), &phone, Step::Ask(Challenge::Password));
    check(
        &proofs(&[Kind::Password]),
        &nothing,
        Step::Enroll(Missing::Device),
    );
    check(
        &proofs(&[Kind::Password]),
        &phone,
        Step::Ask(Challenge::SecondFactor {
            app: true,
            email: false,
            recovery_codes: 10,
        }),
    );
    check(
        &proofs(&[Kind::Password, Kind::Totp]),
        &phone,
        Step::Done(Grant {
            level: Level::Device,
        }),
    );
    let unticked = Holdings {
        recovery: Some(RecoverySet {
            left: 10,
            stored: false,
        }),
        ..phone
    };
    check(
        &proofs(&[Kind::Password, Kind::Totp]),
        &unticked,
        Step::Enroll(Missing::RecoveryCodes),
    );
}

#[test]
fn after_a_recovery_code_the_device_is_replaced_or_kept_but_never_missing() {
    let need = session(Requirement::SecondFactor);
    let phone = Holdings {
        devices: 1,
        recovery: STORED,
        ..Holdings::default()
    };
    let lost = Holdings {
        devices: 0,
        recovery: STORED,
        ..Holdings::default()
    };
    let mut facts = proofs(&[Kind::Password, Kind::RecoveryCode]);
    assert_eq!(
        next(&facts, &phone, &need),
        Step::Enroll(Missing::Replacement {
            device_remains: true
        })
    );
    facts.keeps_device = true;
    assert_eq!(
        next(&facts, &phone, &need),
        Step::Done(Grant {
            level: Level::RecoveryCode
        })
    );
    assert_eq!(
        next(&facts, &lost, &need),
        Step::Enroll(Missing::Replacement {
            device_remains: false
        })
    );
}

#[test]
fn a_device_is_asked_for_even_where_mfa_is_off() {
    let need = session(Requirement::IfHeld);
    let phone = Holdings {
        devices: 1,
        recovery: STORED,
        ..Holdings::default()
    };
    assert!(matches!(
        next(&proofs(&[Kind::Password]), &phone, &need),
        Step::Ask(_)
    ));
    assert_eq!(
        next(&proofs(&[Kind::Password]), &Holdings::default(), &need),
        Step::Done(Grant {
            level: Level::Password
        })
    );
}

#[test]
fn the_administration_does_not_take_a_recovery_code() {
    let need = Act::Administration.need(Timestamp::from_millis(10));
    let phone = Holdings {
        devices: 1,
        recovery: STORED,
        ..Holdings::default()
    };
    let recovered = proofs(&[Kind::Password, Kind::RecoveryCode]);
    assert_eq!(
        next(&recovered, &phone, &need),
        Step::Ask(Challenge::SecondFactor {
            app: true,
            email: false,
            recovery_codes: 0
        })
    );
    assert_eq!(
        next(&recovered, &Holdings::default(), &need),
        Step::Refused(Refusal::NothingToProveWith)
    );
}

#[test]
fn a_mailed_code_is_the_only_way_or_a_choice_or_the_first_proof() {
    let ask = |app, email| {
        Step::Ask(Challenge::SecondFactor {
            app,
            email,
            recovery_codes: 0,
        })
    };
    let held = |channels, taken_up| Holdings {
        email: EmailCodes::of(channels, taken_up),
        ..Holdings::default()
    };
    let required = |facts: &Facts, held: &Holdings, first| {
        next(
            facts,
            held,
            &Need::Session(Requirement::SecondFactor, first),
        )
    };
    let first = FirstProof::Email;
    let password = proofs(&[Kind::Password]);
    let mailed = proofs(&[Kind::Password, Kind::EmailCode]);
    let done = Step::Done(Grant {
        level: Level::EmailCode,
    });
    // The only channel: by itself after the password.
    let only = held(Channels::Email, false);
    assert_eq!(required(&password, &only, first), ask(false, true));
    assert_eq!(required(&mailed, &only, first), done);
    // A choice.
    let both = held(Channels::Both, false);
    assert_eq!(
        required(&password, &both, first),
        Step::Enroll(Missing::Way)
    );
    let choose = |facts: &Facts, way| Facts {
        way: Some(way),
        ..facts.clone()
    };
    assert_eq!(
        required(&choose(&password, Way::Email), &both, first),
        ask(false, true)
    );
    assert_eq!(required(&choose(&mailed, Way::Email), &both, first), done);
    let app = choose(&password, Way::App);
    assert_eq!(
        required(&app, &both, first),
        Step::Ask(Challenge::First(first))
    );
    let app = choose(&mailed, Way::App);
    assert_eq!(required(&app, &both, first), Step::Enroll(Missing::Device));
    // Taken up.
    let taken = held(Channels::Both, true);
    assert_eq!(required(&password, &taken, first), ask(false, true));
    assert_eq!(required(&mailed, &taken, first), done);
    // The first proof, where an app is the only channel.
    let none = held(Channels::App, true);
    assert_eq!(
        required(&password, &none, first),
        Step::Ask(Challenge::First(first))
    );
    assert_eq!(
        required(&mailed, &none, first),
        Step::Enroll(Missing::Device)
    );
    // No mailed code is enough for a role above member.
    let device = Need::Session(Requirement::Device, first);
    assert_eq!(
        next(&mailed, &taken, &device),
        Step::Enroll(Missing::Device)
    );
}

#[test]
fn what_is_switched_off_guards_the_account_and_counts_again_when_it_is_required() {
    let kept = Holdings {
        devices: 1,
        recovery: STORED,
        switched_off: true,
        email: None,
        unmailed: false,
    };
    let password = proofs(&[Kind::Password]);
    let done = Step::Done(Grant {
        level: Level::Password,
    });
    assert_eq!(next(&password, &kept, &session(Requirement::IfHeld)), done);
    let ask = Step::Ask(Challenge::SecondFactor {
        app: true,
        email: false,
        recovery_codes: 10,
    });
    assert_eq!(
        next(&password, &kept, &session(Requirement::SecondFactor)),
        ask
    );
    for act in [
        Act::Devices,
        Act::Password,
        Act::Address,
        Act::EndMfa,
        Act::Record,
    ] {
        assert_eq!(
            next(&password, &kept, &act.need(Timestamp::from_millis(1))),
            ask
        );
    }
    // Where nothing was ever set up, the password is proved anew.
    let nothing = Holdings::default();
    let need = Act::Devices.need(Timestamp::from_millis(0) + FRESH);
    assert_eq!(next(&password, &nothing, &need), done);
    let need = Act::Devices.need(Timestamp::from_millis(2) + FRESH);
    assert_eq!(
        next(&password, &nothing, &need),
        Step::Ask(Challenge::Password)
    );
}

#[test]
fn email_codes_are_taken_up_and_switched_on_by_one_of_them_alone() {
    let need = Purpose::EmailCodes.need(
        Requirement::IfHeld,
        FirstProof::Nothing,
        Timestamp::from_millis(1),
    );
    for (taken_up, switched_off, devices) in [(false, false, 1), (true, true, 0)] {
        let held = Holdings {
            devices,
            recovery: STORED,
            switched_off,
            email: Some(EmailCodes {
                taken_up,
                only: false,
            }),
            unmailed: false,
        };
        let ask = Step::Ask(Challenge::BY_EMAIL);
        assert_eq!(next(&proofs(&[Kind::Password]), &held, &need), ask);
        for other in [Kind::Totp, Kind::RecoveryCode] {
            assert_eq!(next(&proofs(&[Kind::Password, other]), &held, &need), ask);
        }
        let given = proofs(&[Kind::Password, Kind::EmailCode]);
        let level = Level::EmailCode;
        assert_eq!(next(&given, &held, &need), Step::Done(Grant { level }));
        // Where they are not permitted any more, nothing is left to wait for.
        let without = Holdings {
            email: None,
            ..held
        };
        let refused = Step::Refused(Refusal::NothingToProveWith);
        assert_eq!(next(&given, &without, &need), refused);
    }
}

#[test]
fn a_mailed_link_and_a_mailed_code_are_one_proof() {
    let email = Some(EmailCodes {
        taken_up: true,
        only: false,
    });
    let by_email = Holdings {
        email,
        ..Holdings::default()
    };
    let with_app = Holdings {
        devices: 1,
        ..by_email
    };
    let check = |held: &Holdings, kinds: &[Kind], expect: Step| {
        assert_eq!(
            next(&proofs(kinds), held, &Need::Reset),
            expect,
            "{kinds:?}"
        );
    };
    let ask = |app: bool, email: bool| {
        Step::Ask(Challenge::SecondFactor {
            app,
            email,
            recovery_codes: 0,
        })
    };
    let (password, help_desk) = (
        Step::Enroll(Missing::Password),
        Step::Ask(Challenge::First(FirstProof::EnrollmentCode)),
    );
    let (link, code, mailed) = (Kind::ResetLink, Kind::ResetCode, Kind::EmailCode);
    check(&with_app, &[link], ask(true, false));
    check(&with_app, &[link, mailed], ask(true, false));
    check(&with_app, &[link, Kind::EnrollmentCode], ask(true, false));
    check(&with_app, &[link, Kind::Totp], password);
    check(&with_app, &[code], ask(true, true));
    check(&with_app, &[code, mailed], password);
    check(&by_email, &[link], help_desk);
    check(&by_email, &[link, mailed], help_desk);
    check(&by_email, &[link, Kind::EnrollmentCode], password);
    check(&by_email, &[code], ask(false, true));
    check(&by_email, &[code, mailed], password);
    check(&Holdings::default(), &[link], password);
}

#[test]
fn a_frozen_account_takes_a_proved_factor_and_no_change() {
    let frozen = Step::Refused(Refusal::Frozen);
    let portal = Purpose::Portal { return_to: None };
    let facts = |kinds: &[Kind]| Facts {
        proofs: kinds
            .iter()
            .map(|&kind| Proof::of(kind, Timestamp::EPOCH))
            .collect(),
        ..Facts::default()
    };
    let password = facts(&[Kind::Password]);
    let app = facts(&[Kind::Password, Kind::Totp]);
    let recovery = facts(&[Kind::Password, Kind::RecoveryCode]);
    let left = |step, facts| while_frozen(step, &portal, facts);
    let done = |level| Step::Done(Grant { level });
    let ask = Step::Ask(Challenge::SecondFactor {
        app: true,
        email: false,
        recovery_codes: 3,
    });
    assert_eq!(left(ask, &password), ask);
    assert_eq!(left(done(Level::Password), &password), frozen);
    assert_eq!(left(Step::Enroll(Missing::Device), &password), frozen);
    assert_eq!(left(Step::Enroll(Missing::Way), &password), frozen);
    let first = Step::Ask(Challenge::First(FirstProof::EnrollmentCode));
    assert_eq!(left(first, &password), frozen);
    assert_eq!(left(done(Level::Device), &app), done(Level::Device));
    let codes = Step::Enroll(Missing::RecoveryCodes);
    assert_eq!(left(codes, &app), done(Level::Device));
    for device_remains in [true, false] {
        let replace = Step::Enroll(Missing::Replacement { device_remains });
        assert_eq!(left(replace, &recovery), done(Level::RecoveryCode));
    }
    for purpose in [
        Purpose::Reset,
        Purpose::AddDevice { replaces: None },
        Purpose::EmailCodes,
    ] {
        assert_eq!(while_frozen(ask, &purpose, &app), frozen);
    }
}

#[test]
fn a_remembered_browser_stands_for_the_second_factor_at_a_sign_in_and_for_nothing_else() {
    let at = Timestamp::from_millis(5);
    let facts = Facts {
        proofs: vec![Proof::password(at), Proof::of(Kind::Browser, at)],
        ..Facts::default()
    };
    let held = Holdings {
        devices: 1,
        recovery: Some(RecoverySet {
            left: 10,
            stored: true,
        }),
        ..Holdings::default()
    };
    let done = Step::Done(Grant {
        level: Level::Browser,
    });
    let ask = Step::Ask(held.challenge(Requirement::SecondFactor));
    for requirement in [Requirement::IfHeld, Requirement::SecondFactor] {
        assert_eq!(next(&facts, &held, &session(requirement)), done);
    }
    // No role above member, no act, no administration, no device, no password is had by it.
    assert_eq!(next(&facts, &held, &session(Requirement::Device)), ask);
    assert_eq!(
        next(&facts, &held, &Need::Fresh(Within::last(FRESH, at))),
        ask
    );
    assert!(matches!(
        next(&facts, &held, &Need::FreshDevice(Within::last(FRESH, at))),
        Step::Ask(Challenge::SecondFactor { app: true, .. })
    ));
    assert_eq!(
        next(&facts, &held, &Need::Device),
        Step::Enroll(Missing::Device)
    );
    // It does not lead to codes that were never stored, nor to a first device.
    let unstored = Holdings {
        recovery: None,
        ..held
    };
    assert!(matches!(
        next(&facts, &unstored, &session(Requirement::SecondFactor)),
        Step::Ask(Challenge::SecondFactor { .. })
    ));
    let nothing = Holdings::default();
    assert_eq!(
        next(&facts, &nothing, &session(Requirement::SecondFactor)),
        Step::Enroll(Missing::Device),
        "as after the password alone"
    );
}

#[test]
fn email_codes_that_cannot_be_mailed_stay_a_factor() {
    let mut held = Holdings {
        email: EmailCodes::of(Channels::Both, true),
        ..Holdings::default()
    };
    held.without_mail();
    assert!(held.unmailed && held.has_factor());
    let (password, code) = (Kind::Password, Kind::EnrollmentCode);
    let ask = Step::Ask(Challenge::First(FirstProof::EnrollmentCode));
    for requirement in [
        Requirement::IfHeld,
        Requirement::SecondFactor,
        Requirement::Device,
    ] {
        let need = session(requirement);
        assert_eq!(next(&proofs(&[password]), &held, &need), ask);
        assert_eq!(
            next(&proofs(&[password, code]), &held, &need),
            Step::Enroll(Missing::Device)
        );
    }
    let link = Kind::ResetLink;
    assert_eq!(next(&proofs(&[link]), &held, &Need::Reset), ask);
    assert_eq!(
        next(&proofs(&[link, code]), &held, &Need::Reset),
        Step::Enroll(Missing::Password)
    );
    // No act takes the password alone in their place.
    assert_eq!(
        next(&proofs(&[password]), &held, &Need::Fresh(Within::EVER)),
        Step::Refused(Refusal::NothingToProveWith)
    );
    let off = Holdings {
        switched_off: true,
        ..held
    };
    let done = next(&proofs(&[password]), &off, &session(Requirement::IfHeld));
    assert!(matches!(done, Step::Done(_)));
    let phone = Holdings { devices: 1, ..held };
    let app = Step::Ask(Challenge::SecondFactor {
        app: true,
        email: false,
        recovery_codes: 0,
    });
    let need = session(Requirement::SecondFactor);
    assert_eq!(next(&proofs(&[password]), &phone, &need), app);
}
