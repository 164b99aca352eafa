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
    pub mfa: MfaStatus,
    /// The organization that requires MFA of this account, if it is required.
    pub required_by: Option<String>,
    /// Whether the organization offers MFA to somebody who holds nothing.
    pub offered: bool,
    /// The devices, each with its id.
    pub devices: Vec<(String, Device)>,
    pub recovery: Option<Recovery>,
    /// Whether the codes that were shown last are still not known to be stored.
    pub codes_not_stored: bool,
    /// Why the code that was to enable MFA again was not taken.
    pub refusal: Option<CodeRefusal>,
}

impl MfaSettings {
    fn standing(&self) -> Say {
        if self.mfa == MfaStatus::NotEnabled && !self.offered {
            return self.frame.say("mfa-not-offered");
        }
        mfa::standing(&self.frame, self.mfa, self.required_by.as_deref())
    }

    /// Whether a first device can be set up.
    fn can_enable(&self) -> bool {
        self.devices.is_empty() && self.offered
    }

    fn can_disable(&self) -> bool {
        self.mfa == MfaStatus::Enabled && self.required_by.is_none()
    }

    /// Switched off, and a device kept to switch it on with.
    fn is_kept(&self) -> bool {
        self.mfa == MfaStatus::Disabled && !self.devices.is_empty()
    }
}
