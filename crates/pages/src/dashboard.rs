//! `/`: where one gets to from here, and how one's own account stands.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::mfa::{MfaStatus, Recovery};

#[derive(Template, Clone, Debug)]
#[template(path = "dashboard.html")]
pub struct Dashboard {
    pub frame: Frame,
    pub member: Member,
    /// Whether the account takes no change until the help desk unfreezes it.
    pub frozen: bool,
    pub mfa: MfaStatus,
    /// The names of the devices.
    pub devices: Vec<String>,
    pub recovery: Option<Recovery>,
    /// The sign-in before this one, if there was one.
    pub last_sign_in: Option<LastSignIn>,
}

#[derive(Clone, Debug)]
pub struct LastSignIn {
    pub at: Timestamp,
    /// The network address it came from.
    pub address: String,
    /// "Firefox on Windows", where that can be told.
    pub browser: Option<String>,
}
