//! `/account/mfa`: MFA on and off, the devices, the recovery codes, and what to try when codes aren't
//! taken.

use askama::Template;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::mfa::{self, Device, MfaStatus, Recovery};
use crate::refusal::CodeRefusal;
use crate::texts::Say;

/// Posts to `/account/mfa/devices` to set one up, to `/account/mfa/disable`, and `code` to
/// `/account/mfa/enable`.
#[derive(Template, Clone, Debug)]
#[template(path = "mfa_settings.html")]
pub struct MfaSettings {
    pub frame: Frame,
    pub member: Member,
    /// Whether the account takes no change until the help desk unfreezes it.
    pub frozen: bool,
    pub mfa: MfaStatus,
    /// The organization that requires MFA of this account, if it is required.
    pub required_by: Option<String>,
    /// Whether the organization offers MFA to somebody who holds nothing.
    pub offered: bool,
    /// The devices, each with its id.
    pub devices: Vec<(String, Device)>,
    pub recovery: Option<Recovery>,
    /// Email codes, where they are in use or can be.
    pub email: Option<EmailCodes>,
    /// Whether the codes that were shown last are still not known to be stored.
    pub codes_not_stored: bool,
    /// Why the code that was to enable MFA again was not taken.
    pub refusal: Option<CodeRefusal>,
}

/// How email codes stand; `to` is the address that they go to, as far as it is told.
#[derive(Clone, Debug)]
pub enum EmailCodes {
    /// They are a second factor of this account.
    InUse { to: String, leaves: LeavesWithout },
    /// They can become one.
    Offered { to: String },
}

/// What signing in would ask for without email codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeavesWithout {
    /// A code of a device.
    Devices,
    /// The password alone.
    Nothing,
    /// The password alone, where more is required: they can't be stopped.
    TooLittle,
}

impl LeavesWithout {
    fn say(self, frame: &Frame) -> Say {
        match self {
            Self::Devices => frame.say("email-codes-leave-devices"),
            Self::Nothing => frame.say("email-codes-leave-nothing"),
            Self::TooLittle => frame.say("email-codes-leave-too-little"),
        }
    }
}

impl MfaSettings {
    fn standing(&self) -> Say {
        if self.mfa == MfaStatus::NotEnabled && !self.offered {
            return self.frame.say("mfa-not-offered");
        }
        let by_email = self.devices.is_empty();
        mfa::standing(&self.frame, self.mfa, self.required_by.as_deref(), by_email)
    }

    fn uses_email(&self) -> bool {
        matches!(self.email, Some(EmailCodes::InUse { .. }))
    }

    /// Whether a first factor can be set up.
    fn can_enable(&self) -> bool {
        self.mfa == MfaStatus::NotEnabled && self.devices.is_empty() && self.offered
    }

    /// Whether devices are listed, with the button for one more.
    fn lists_devices(&self) -> bool {
        !self.devices.is_empty() || self.mfa != MfaStatus::NotEnabled && self.offered
    }

    /// Switched off, and email codes in use to switch it on with.
    fn is_kept_by_email(&self) -> bool {
        self.mfa == MfaStatus::Disabled && self.uses_email()
    }

    fn can_disable(&self) -> bool {
        self.mfa == MfaStatus::Enabled && self.required_by.is_none()
    }

    /// Switched off, and a device kept to switch it on with.
    fn is_kept(&self) -> bool {
        self.mfa == MfaStatus::Disabled && !self.devices.is_empty()
    }
}
