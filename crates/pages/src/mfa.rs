//! The state of somebody's second factor, as the dashboard, the account and the lists show it.

use portcullis_core::credential::recovery_code::FEW;
use portcullis_core::time::Timestamp;

use crate::frame::Frame;
use crate::icon::Icon;
use crate::texts::Say;

/// The three words an account's MFA status has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MfaStatus {
    /// On, with at least one device.
    Enabled,
    /// Set up and kept, switched off.
    Disabled,
    /// Nothing set up.
    NotEnabled,
}

/// An authenticator app's entry.
#[derive(Clone, Debug)]
pub struct Device {
    pub name: String,
    pub made_at: Timestamp,
    pub last_used: Option<Timestamp>,
}

/// A set of recovery codes that counts.
#[derive(Clone, Copy, Debug)]
pub struct Recovery {
    pub left: u32,
    /// How many the set had when it was made.
    pub total: u32,
    pub made_at: Timestamp,
}

/// What a status means at a sign-in. Without a device, what there is are codes by email.
pub(crate) fn standing(
    frame: &Frame,
    status: MfaStatus,
    required_by: Option<&str>,
    by_email: bool,
) -> Say {
    match (status, required_by) {
        (MfaStatus::Enabled, _) if by_email => frame.say("account-email-enabled"),
        (MfaStatus::Disabled, _) if by_email => frame.say("account-email-disabled"),
        (MfaStatus::Enabled, None) => frame.say("account-enabled"),
        (MfaStatus::Enabled, Some(by)) => frame
            .say("account-enabled-required")
            .with("organization", by),
        (MfaStatus::Disabled, _) => frame.say("account-disabled"),
        (MfaStatus::NotEnabled, None) => frame.say("account-not-enabled"),
        (MfaStatus::NotEnabled, Some(by)) => frame
            .say("account-not-enabled-required")
            .with("organization", by),
    }
}

impl Recovery {
    /// So few that it is time for a new set.
    pub fn is_low(&self) -> bool {
        self.left <= FEW
    }
}

impl MfaStatus {
    /// The word.
    pub fn say(&self, frame: &Frame) -> Say {
        match self {
            Self::Enabled => frame.say("mfa-enabled"),
            Self::Disabled => frame.say("mfa-disabled"),
            Self::NotEnabled => frame.say("mfa-not-enabled"),
        }
    }

    /// The word in an address.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Enabled => "enabled",
            Self::Disabled => "disabled",
            Self::NotEnabled => "not-enabled",
        }
    }

    /// The shape beside it.
    pub fn icon(&self) -> Icon {
        match self {
            Self::Enabled => Icon::Enabled,
            Self::Disabled => Icon::Disabled,
            Self::NotEnabled => Icon::NotEnabled,
        }
    }

    /// The name of its tone in the style sheet.
    pub fn tone(&self) -> &'static str {
        match self {
            Self::Enabled => "good",
            Self::Disabled => "warn",
            Self::NotEnabled => "quiet",
        }
    }
}
