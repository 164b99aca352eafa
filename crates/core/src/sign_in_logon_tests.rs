//! What [`next`] says to whoever logs on by RADIUS.

use super::*;
use crate::radius::Flow;

#[test]
fn where_nothing_can_be_set_up_a_proved_factor_goes_past_it_and_a_password_does_not() {
    let client = RadiusClientId::from_bytes([1; 16]);
    let source = "192.0.2.1".parse().unwrap();
    let flow = Flow::Challenge;
    let logon = Purpose::Radius {
        client,
        source,
        flow,
    };
    assert_eq!(logon.life(), Span::minutes(2));
    let facts = |kinds: &[Kind]| Facts {
        proofs: kinds
            .iter()
            .map(|&kind| Proof::of(kind, Timestamp::EPOCH))
            .collect(),
        ..Facts::default()
    };
    let app = facts(&[Kind::Password, Kind::Totp]);
    let recovery = facts(&[Kind::Password, Kind::RecoveryCode]);
    let done = |level| Step::Done(Grant { level });
    let codes = Step::Enroll(Missing::RecoveryCodes);
    assert_eq!(past_set_up(codes, &app), done(Level::Device));
    let replace = Step::Enroll(Missing::Replacement {
        device_remains: false,
    });
    assert_eq!(past_set_up(replace, &recovery), done(Level::RecoveryCode));
    let password = facts(&[Kind::Password]);
    for step in [
        Step::Enroll(Missing::Device),
        Step::Enroll(Missing::Way),
        Step::Ask(Challenge::First(FirstProof::Email)),
    ] {
        assert_eq!(past_set_up(step, &password), step);
    }
    let frozen = Step::Refused(Refusal::Frozen);
    assert_eq!(while_frozen(done(Level::Device), &logon, &app), frozen);
}

#[test]
fn a_logon_sets_nothing_up_and_mails_nothing_between_what_comes_at_once() {
    let facts = Facts {
        proofs: vec![Proof::password(Timestamp::EPOCH)],
        ..Facts::default()
    };
    let ask = |app, email, recovery_codes| {
        Step::Ask(Challenge::SecondFactor {
            app,
            email,
            recovery_codes,
        })
    };
    for flow in Flow::ALL {
        let first = Step::Ask(Challenge::First(FirstProof::Email));
        let set_up = Step::Enroll(Missing::Device);
        assert_eq!(at_a_logon(first, flow, &facts), set_up);
        assert_eq!(
            at_a_logon(ask(true, false, 3), flow, &facts),
            ask(true, false, 3)
        );
    }
    let mailed = ask(false, true, 0);
    assert_eq!(at_a_logon(mailed, Flow::Challenge, &facts), mailed);
    assert_eq!(
        at_a_logon(mailed, Flow::Together, &facts),
        Step::Refused(Refusal::NothingToProveWith)
    );
    assert_eq!(
        at_a_logon(ask(true, true, 0), Flow::Together, &facts),
        ask(true, false, 0)
    );
}

#[test]
fn a_code_alone_counts_where_a_client_checked_the_password_and_a_device_is_held() {
    let client = RadiusClientId::from_bytes([1; 16]);
    let source = "192.0.2.1".parse().unwrap();
    let need = |flow| {
        let logon = Purpose::Radius {
            client,
            source,
            flow,
        };
        let requirement = Requirement::SecondFactor;
        logon.need(requirement, FirstProof::Nothing, Timestamp::EPOCH)
    };
    let facts = |kinds: &[Kind]| Facts {
        proofs: kinds
            .iter()
            .map(|&kind| Proof::of(kind, Timestamp::EPOCH))
            .collect(),
        ..Facts::default()
    };
    let held = Holdings {
        devices: 1,
        switched_off: true,
        recovery: Some(RecoverySet {
            left: 3,
            stored: false,
        }),
        ..Holdings::default()
    };
    let refused = Step::Refused(Refusal::NothingToProveWith);
    let alone = need(Flow::CodeAlone);
    let checked = facts(&[Kind::ClientsCheck]);
    let asks = Step::Ask(Challenge::SecondFactor {
        app: true,
        email: false,
        recovery_codes: 3,
    });
    assert_eq!(next(&checked, &held, &alone), asks);
    for kind in [Kind::Totp, Kind::RecoveryCode] {
        let given = facts(&[Kind::ClientsCheck, kind]);
        assert!(matches!(next(&given, &held, &alone), Step::Done(_)));
        // It says nothing anywhere else: without the password there is no level.
        assert_eq!(
            next(&given, &held, &need(Flow::Together)),
            Step::Ask(Challenge::Password)
        );
        assert_eq!(next(&facts(&[kind]), &held, &alone), refused);
    }
    assert_eq!(next(&facts(&[]), &held, &alone), refused);
    let without_a_device = Holdings {
        devices: 0,
        email: Some(EmailCodes {
            taken_up: true,
            only: true,
        }),
        ..held
    };
    for kinds in [
        &[Kind::ClientsCheck][..],
        &[Kind::ClientsCheck, Kind::RecoveryCode],
        &[Kind::ClientsCheck, Kind::EmailCode],
    ] {
        assert_eq!(next(&facts(kinds), &without_a_device, &alone), refused);
    }
}
