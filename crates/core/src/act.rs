//! Acts that ask for a fresh proof (product.md: Disable and keep; security.md SE-8).

use serde::{Deserialize, Serialize};

use crate::sign_in::{FRESH, Need};
use crate::time::{Timestamp, Within};

/// Acts that ask for a fresh proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Making a new set of recovery codes.
    NewRecoveryCodes,
    /// Opening the administration.
    Administration,
    /// Adding, replacing or removing a device, or taking up email codes.
    Devices,
    /// Switching MFA off, or email codes.
    EndMfa,
    /// Changing the password.
    Password,
    /// Changing the email address.
    Address,
    /// Taking a copy of everything stored, or asking for deletion.
    Record,
    /// Helping, or deciding about, somebody else's account.
    People,
    /// Deciding which RADIUS clients there are and what they may.
    RemoteLogon,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::NewRecoveryCodes,
        Self::Administration,
        Self::Devices,
        Self::EndMfa,
        Self::Password,
        Self::Address,
        Self::Record,
        Self::People,
        Self::RemoteLogon,
    ];

    /// Whether it waits until a frozen account is unfrozen: whatever changes what the account proves itself with,
    /// takes all that is stored of it along, or asks for its end.
    pub const fn waits_while_frozen(self) -> bool {
        match self {
            Self::NewRecoveryCodes
            | Self::Devices
            | Self::EndMfa
            | Self::Password
            | Self::Address
            | Self::Record => true,
            Self::Administration | Self::People | Self::RemoteLogon => false,
        }
    }

    /// What the act asks for at a time.
    pub fn need(self, now: Timestamp) -> Need {
        match self {
            Self::Administration | Self::People | Self::RemoteLogon => {
                Need::FreshDevice(Within::last(FRESH, now))
            }
            _ => Need::Fresh(Within::last(FRESH, now)),
        }
    }
}
