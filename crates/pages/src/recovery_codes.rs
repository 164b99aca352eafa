//! `/account/recovery-codes`: how many are left, and making new ones.

use askama::Template;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::mfa::Recovery;

/// Posts nothing but itself to `/account/recovery-codes` to make a new set.
#[derive(Template, Clone, Debug)]
#[template(path = "recovery_codes.html")]
pub struct RecoveryCodes {
    pub frame: Frame,
    pub member: Member,
    pub standing: Standing,
    /// Whether the account is frozen, so that no codes can be made.
    pub frozen: bool,
}

/// How the recovery codes of an account stand.
#[derive(Clone, Copy, Debug)]
pub enum Standing {
    /// No device is set up, so there is nothing they could stand in for.
    NoDevice,
    /// There could be a set, but none counts now.
    NotMade,
    Made(Recovery),
}

impl RecoveryCodes {
    fn can_make(&self) -> bool {
        !self.frozen && !matches!(self.standing, Standing::NoDevice)
    }

    fn has_set(&self) -> bool {
        matches!(self.standing, Standing::Made(_))
    }
}
