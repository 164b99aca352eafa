//! `/account`: "Edit profile", what is on record about oneself, and the MFA settings.

use askama::Template;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::mfa::{Device, MfaStatus, Recovery};
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "account.html")]
pub struct Account {
    pub frame: Frame,
    pub member: Member,
    /// `ann@acme`.
    pub login_name: String,
    pub email: Option<Email>,
    pub mfa: MfaStatus,
    /// The organization that requires MFA of this account, if it is required.
    pub required_by: Option<String>,
    pub devices: Vec<Device>,
    pub recovery: Option<Recovery>,
}

/// An email address on record.
#[derive(Clone, Debug)]
pub struct Email {
    pub address: String,
    /// Only a proved address signs in.
    pub proved: bool,
}

impl Account {
    fn standing(&self) -> Say {
        let frame = &self.frame;
        match (self.mfa, &self.required_by) {
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
}
