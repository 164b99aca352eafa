//! From proofs to a level: how sure the portal is who is there.

use serde::{Deserialize, Serialize};

use crate::credential::Kind;
use crate::id::CredentialId;
use crate::time::{Timestamp, Within};

/// One credential proved, and when. Facts; levels are computed from them, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// What was proved.
    pub kind: Kind,
    /// Which one, where an account can hold several of the kind.
    pub credential: Option<CredentialId>,
    /// When (milliseconds).
    pub at: Timestamp,
}

/// How much a set of proofs is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// No password, or nothing.
    None,
    /// The password alone.
    Password,
    /// The password in a browser that is remembered: good for a sign-in where the policy says so.
    Browser,
    /// The password and a code mailed to the account's address; what it is worth, the policy says
    /// (security.md EM-1: less than an app).
    EmailCode,
    /// The password and a stored recovery code.
    RecoveryCode,
    /// The password and a device.
    Device,
}

/// The level that the proofs made within a time give; the password may be older.
pub fn level(proofs: &[Proof], within: Within) -> Level {
    let recent = |test: fn(Kind) -> bool| proofs.iter().any(|p| test(p.kind) && within.has(p.at));
    if !proofs.iter().any(|p| p.kind == Kind::Password) {
        Level::None
    } else if recent(Kind::is_device) {
        Level::Device
    } else if recent(|kind| kind == Kind::RecoveryCode) {
        Level::RecoveryCode
    } else if recent(|kind| kind == Kind::EmailCode) {
        Level::EmailCode
    } else if recent(|kind| kind == Kind::Browser) {
        Level::Browser
    } else {
        Level::Password
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{SKEW, Span};

    fn proof(kind: Kind, at: i64) -> Proof {
        Proof {
            kind,
            credential: None,
            at: Timestamp::from_millis(at),
        }
    }

    #[test]
    fn a_code_without_the_password_is_nothing() {
        assert_eq!(level(&[proof(Kind::Totp, 5)], Within::EVER), Level::None);
    }

    #[test]
    fn the_best_recent_proof_counts() {
        let minute = |n| Span::minutes(n).as_millis();
        let proofs = [
            proof(Kind::Password, minute(1)),
            proof(Kind::Totp, minute(5)),
            proof(Kind::RecoveryCode, minute(9)),
        ];
        let within = |last| {
            let now = Timestamp::EPOCH + Span::minutes(10);
            level(&proofs, Within::last(last, now))
        };
        assert_eq!(within(Span::minutes(5)), Level::Device);
        assert_eq!(within(Span::millis(299_999)), Level::RecoveryCode);
        assert_eq!(within(Span::millis(59_999)), Level::Password);
    }

    #[test]
    fn what_was_proved_before_the_clock_was_set_back_is_not_recent() {
        let proofs = [proof(Kind::Password, 0), proof(Kind::Totp, 0)];
        let at = |now| level(&proofs, Within::last(Span::minutes(5), now));
        assert_eq!(at(Timestamp::EPOCH - SKEW), Level::Device);
        let before = Timestamp::EPOCH - SKEW - Span::millis(1);
        assert_eq!(at(before), Level::Password);
        assert_eq!(level(&proofs, Within::EVER), Level::Device);
    }
}
