//! An account: one person's record in one organization.

use serde::{Deserialize, Serialize};

/// Whether an account may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// May sign in.
    Active,
    /// May not sign in; told like an unknown login.
    Suspended,
    /// May sign in with a proved factor; no changes to credentials (product.md: Notices).
    Frozen,
}

/// What the lists of people show (product.md: Words, "MFA status").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MfaStatus {
    /// On, with at least one device, or with email codes as the permitted way.
    Enabled,
    /// Set up and kept, switched off.
    Disabled,
    /// Nothing set up.
    NotEnabled,
}

impl State {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Frozen => "frozen",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Active, Self::Suspended, Self::Frozen]
            .into_iter()
            .find(|s| s.as_str() == text)
    }
}

impl MfaStatus {
    /// The status that follows from the facts: whether a device or email codes are set up, and whether
    /// the member switched MFA off.
    pub const fn of(set_up: bool, switched_off: bool) -> Self {
        match (set_up, switched_off) {
            (false, _) => Self::NotEnabled,
            (true, true) => Self::Disabled,
            (true, false) => Self::Enabled,
        }
    }

    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enabled => "enabled",
            Self::Disabled => "disabled",
            Self::NotEnabled => "not_enabled",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Enabled, Self::Disabled, Self::NotEnabled]
            .into_iter()
            .find(|s| s.as_str() == text)
    }
}
