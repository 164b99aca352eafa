//! What [`next`] must never do, whatever the facts.

use proptest::prelude::*;

use super::*;
use crate::id::CredentialId;

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Password),
        Just(Kind::Totp),
        Just(Kind::RecoveryCode)
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    let proof = (kinds(), 0i64..1_000_000).prop_map(|(kind, at)| Proof {
        kind,
        credential: kind.is_device().then(|| CredentialId::from_bytes([1; 16])),
        at: Timestamp::from_millis(at),
    });
    (prop::collection::vec(proof, 0..5), any::<bool>()).prop_map(|(proofs, keeps_device)| Facts {
        proofs,
        keeps_device,
    })
}

fn holdings() -> impl Strategy<Value = Holdings> {
    let set = (0u32..=10, any::<bool>()).prop_map(|(left, stored)| RecoverySet { left, stored });
    (0u64..3, prop::option::of(set)).prop_map(|(devices, recovery)| Holdings { devices, recovery })
}

fn needs() -> impl Strategy<Value = Need> {
    prop_oneof![
        Just(Need::Session(Requirement::IfHeld)),
        Just(Need::Session(Requirement::SecondFactor)),
        (0i64..1_000_000).prop_map(|at| Need::Fresh(Timestamp::from_millis(at))),
        (0i64..1_000_000).prop_map(|at| Need::FreshDevice(Timestamp::from_millis(at))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn done_is_never_below_the_requirement(facts in facts(), held in holdings(), need in needs()) {
        if let Step::Done(grant) = next(&facts, &held, &need) {
            let recent = |since| facts.proofs.iter().filter(move |p| p.at >= since);
            prop_assert!(facts.proofs.iter().any(|p| p.kind == Kind::Password), "without the password");
            match need {
                Need::Session(Requirement::SecondFactor) =>
                    prop_assert!(recent(Timestamp::EPOCH).any(|p| p.kind.is_second_factor())),
                Need::Session(Requirement::IfHeld) =>
                    prop_assert!(!held.has_factor() || recent(Timestamp::EPOCH).any(|p| p.kind.is_second_factor())),
                Need::Fresh(since) => prop_assert!(recent(since).any(|p| p.kind.is_second_factor())),
                Need::FreshDevice(since) => prop_assert!(recent(since).any(|p| p.kind.is_device())),
            }
            prop_assert_eq!(grant.level >= Level::RecoveryCode, grant.level != Level::Password);
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
        if let Step::Enroll(_) = next(&facts, &held, &Need::Session(Requirement::SecondFactor)) {
            prop_assert!(second || !held.has_factor());
        }
    }

    #[test]
    fn another_proof_never_takes_a_sign_in_back(facts in facts(), held in holdings(), at in 0i64..1_000_000) {
        let need = Need::Session(Requirement::SecondFactor);
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
    }
}

const STORED: Option<RecoverySet> = Some(RecoverySet {
    left: 10,
    stored: true,
});

#[test]
fn a_sign_in_from_the_password_to_the_end() {
    let need = Need::Session(Requirement::SecondFactor);
    let nothing = Holdings::default();
    let phone = Holdings {
        devices: 1,
        recovery: STORED,
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
    let need = Need::Session(Requirement::SecondFactor);
    let phone = Holdings {
        devices: 1,
        recovery: STORED,
    };
    let lost = Holdings {
        devices: 0,
        recovery: STORED,
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
    let need = Need::Session(Requirement::IfHeld);
    let phone = Holdings {
        devices: 1,
        recovery: STORED,
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
    };
    let recovered = proofs(&[Kind::Password, Kind::RecoveryCode]);
    assert_eq!(
        next(&recovered, &phone, &need),
        Step::Ask(Challenge::SecondFactor {
            app: true,
            recovery_codes: 0
        })
    );
    assert_eq!(
        next(&recovered, &Holdings::default(), &need),
        Step::Refused(Refusal::NothingToProveWith)
    );
}
