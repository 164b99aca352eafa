//! Each event reads back as it was written, whenever that was, and no change to an entry keeps its digest.

use super::*;

#[test]
fn an_event_is_called_as_it_is_stored() {
    assert_eq!(Event::SignedOut.name(), "signed_out");
    let refused = Event::PasswordRefused {
        cause: PasswordRefusal::Wrong,
        login_hash: None,
    };
    assert_eq!(refused.name(), "password_refused");
}

#[test]
fn how_a_caller_was_verified_reads_as_it_was_written_at_any_time() {
    let known_by = KnownBy::App;
    for (how, verified) in [
        (
            "\"Anruferprüfung: Code aus der App\"",
            Verified::Told("Anruferprüfung: Code aus der App".to_owned()),
        ),
        (r#"{"known_by":"app"}"#, Verified::Check { known_by }),
    ] {
        for (stored, event) in [
            (
                format!(r#"{{"kind":"mfa_deleted","verified_how":{how},"needs_code":true}}"#),
                Event::MfaDeleted {
                    verified_how: verified.clone(),
                    needs_code: true,
                },
            ),
            (
                format!(r#"{{"kind":"account_unfrozen","reason":{how}}}"#),
                Event::AccountUnfrozen {
                    reason: verified,
                    password_ended: false,
                },
            ),
        ] {
            assert_eq!(
                serde_json::from_str::<Event>(&stored).ok().as_ref(),
                Some(&event)
            );
            assert_eq!(serde_json::to_string(&event).ok(), Some(stored));
        }
    }
}

#[test]
fn what_was_written_before_it_was_asked_who_calls_reads_and_writes_as_it_was() {
    for (stored, event) in [
        (
            r#"{"kind":"account_unlocked"}"#,
            Event::AccountUnlocked { verified_how: None },
        ),
        (
            r#"{"kind":"signed_out_everywhere","ended":3}"#,
            Event::SignedOutEverywhere {
                ended: 3,
                verified_how: None,
            },
        ),
        (
            r#"{"kind":"account_unlocked","verified_how":"called back"}"#,
            Event::AccountUnlocked {
                verified_how: Some(Verified::Told("called back".to_owned())),
            },
        ),
    ] {
        let read = serde_json::from_str::<Event>(stored).ok();
        assert_eq!(read.as_ref(), Some(&event));
        assert_eq!(serde_json::to_string(&event).ok().as_deref(), Some(stored));
    }
}

#[test]
fn a_changed_field_changes_the_digest() {
    let written = Written {
        id: &[1; 16],
        at: Timestamp::from_millis(5),
        organization: &[],
        actor: "a",
        account: &[],
        origin: "bc",
        event: "d",
    };
    let moved = Written {
        organization: &[0; 16],
        ..written
    };
    let shifted = Written {
        actor: "ab",
        origin: "c",
        ..written
    };
    let later = Written {
        at: Timestamp::from_millis(6),
        ..written
    };
    for other in [moved, shifted, later] {
        assert_ne!(written.digest(), other.digest());
    }
}
