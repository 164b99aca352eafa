//! What a sign-in asks for while a set-up that will be required can still be put off.

use super::*;
use crate::policy::FirstProof::{Email, EnrollmentCode, Nothing};

const SOON: Requirement = Requirement::Soon(Timestamp::from_millis(5_000));
const PUT_OFF: Option<Way> = Some(Way::Later);

fn facts(kinds: &[Kind], way: Option<Way>) -> Facts {
    let proofs = kinds.iter().map(|kind| Proof::of(*kind, Timestamp::EPOCH));
    Facts {
        proofs: proofs.collect(),
        way,
        ..Facts::default()
    }
}

fn step(facts: &Facts, held: &Holdings, need: (Requirement, FirstProof)) -> Step {
    next(facts, held, &Need::Session(need.0, need.1))
}

#[test]
fn who_has_nothing_is_offered_a_set_up_and_may_put_it_off() {
    let held = Holdings::default();
    let password = [Kind::Password];
    for first in [Nothing, Email, EnrollmentCode] {
        let asked = |way| step(&facts(&password, way), &held, (SOON, first));
        assert_eq!(asked(None), Step::Enroll(Missing::Way), "{first:?}");
        assert!(matches!(asked(PUT_OFF), Step::Done(_)), "{first:?}");
        // Whoever sets it up now proves what a set-up asks for.
        let expect = match first {
            Nothing => Step::Enroll(Missing::Device),
            first => Step::Ask(Challenge::First(first)),
        };
        assert_eq!(asked(Some(Way::App)), expect);
    }
}

#[test]
fn what_was_put_off_is_asked_for_once_the_time_has_come() {
    let held = Holdings::default();
    let late = step(
        &facts(&[Kind::Password], PUT_OFF),
        &held,
        (Requirement::SecondFactor, Nothing),
    );
    assert_eq!(late, Step::Enroll(Missing::Device));
    let both = Holdings {
        email: Some(EmailCodes {
            taken_up: false,
            only: false,
        }),
        ..held
    };
    let late = step(
        &facts(&[Kind::Password], PUT_OFF),
        &both,
        (Requirement::SecondFactor, Nothing),
    );
    assert_eq!(late, Step::Enroll(Missing::Way));
}

#[test]
fn putting_off_is_no_way_past_what_is_held() {
    let held = Holdings {
        devices: 1,
        ..Holdings::default()
    };
    let recovered = Holdings {
        recovery: Some(RecoverySet {
            left: 3,
            stored: true,
        }),
        ..Holdings::default()
    };
    let unmailed = Holdings {
        unmailed: true,
        ..Holdings::default()
    };
    for held in [held, recovered, unmailed] {
        let step = step(&facts(&[Kind::Password], PUT_OFF), &held, (SOON, Nothing));
        assert!(matches!(step, Step::Ask(_)), "{held:?}: {step:?}");
    }
    let nobody = step(&facts(&[], PUT_OFF), &Holdings::default(), (SOON, Nothing));
    assert_eq!(nobody, Step::Ask(Challenge::Password));
}
