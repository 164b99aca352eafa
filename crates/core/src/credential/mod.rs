//! What an account proves itself with, once or for good. One file per credential, each in the same order: its shape,
//! its check, its enrollment.

pub mod crockford;
pub mod email_code;
pub mod help_code;
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
    /// A code mailed to the account's address.
    EmailCode,
    /// One of the ten codes stored for the day the device is lost.
    RecoveryCode,
    /// A code from the help desk that opens the first set-up, and nothing else.
    EnrollmentCode,
    /// An invitation, by which the account came to be.
    Invitation,
    /// A mailed link to a new password: it stands for the password in a reset alone.
    ResetLink,
    /// A code from the help desk that does the same.
    ResetCode,
    /// A browser that is remembered: at sign-in it stands for the second factor, and nowhere else.
    Browser,
    /// The password, as a RADIUS client says that it has checked it: for a code alone, and nowhere else.
    ClientsCheck,
}

impl Kind {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Totp => "totp",
            Self::EmailCode => "email_code",
            Self::RecoveryCode => "recovery_code",
            Self::EnrollmentCode => "enrollment_code",
            Self::Invitation => "invitation",
            Self::ResetLink => "reset_link",
            Self::ResetCode => "reset_code",
            Self::Browser => "browser",
            Self::ClientsCheck => "clients_check",
        }
    }

    /// Whether it counts as a second factor beside the password.
    pub const fn is_second_factor(self) -> bool {
        match self {
            Self::Totp | Self::EmailCode | Self::RecoveryCode => true,
            Self::Password
            | Self::EnrollmentCode
            | Self::Invitation
            | Self::ResetLink
            | Self::ResetCode
            | Self::Browser
            | Self::ClientsCheck => false,
        }
    }

    /// Whether it is a device: something the member holds in the hand (product.md: Words, "device").
    pub const fn is_device(self) -> bool {
        matches!(self, Self::Totp)
    }
}
