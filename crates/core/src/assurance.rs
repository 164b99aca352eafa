//! From proofs to a level: how sure the portal is who is there.

use serde::{Deserialize, Serialize};

use crate::credential::Kind;
use crate::id::CredentialId;
use crate::time::Timestamp;

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

/// The level that the proofs made at or after `since` give; the password may be older.
pub fn level(proofs: &[Proof], since: Timestamp) -> Level {
    let recent = |test: fn(Kind) -> bool| proofs.iter().any(|p| test(p.kind) && p.at >= since);
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

    fn proof(kind: Kind, at: i64) -> Proof {
        Proof {
            kind,
            credential: None,
            at: Timestamp::from_millis(at),
        }
    }

    #[test]
    fn a_code_without_the_password_is_nothing() {
        assert_eq!(
            level(&[proof(Kind::Totp, 5)], Timestamp::EPOCH),
            Level::None
        );
    }

    #[test]
    fn the_best_recent_proof_counts() {
        let proofs = [
            proof(Kind::Password, 1),
            proof(Kind::Totp, 5),
            proof(Kind::RecoveryCode, 9),
        ];
        assert_eq!(level(&proofs, Timestamp::from_millis(5)), Level::Device);
        assert_eq!(
            level(&proofs, Timestamp::from_millis(6)),
            Level::RecoveryCode
        );
        assert_eq!(level(&proofs, Timestamp::from_millis(10)), Level::Password);
    }
}
