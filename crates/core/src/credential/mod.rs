//! What an account proves itself with. One file per credential, each in the same order: its shape,
//! its check, its enrollment.

pub mod crockford;
pub mod password;
pub mod recovery_code;
pub mod totp;

use serde::{Deserialize, Serialize};

/// The kinds of credential (product.md: Words, "credential").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The first factor.
    Password,
    /// An authenticator app's entry.
    Totp,
    /// One of the ten codes stored for the day the device is lost.
    RecoveryCode,
}

impl Kind {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Totp => "totp",
            Self::RecoveryCode => "recovery_code",
        }
    }

    /// Whether it counts as a second factor beside the password.
    pub const fn is_second_factor(self) -> bool {
        match self {
            Self::Password => false,
            Self::Totp | Self::RecoveryCode => true,
        }
    }

    /// Whether it is a device: something the member holds in the hand (product.md: Words, "device").
    pub const fn is_device(self) -> bool {
        match self {
            Self::Totp => true,
            Self::Password | Self::RecoveryCode => false,
        }
    }
}
