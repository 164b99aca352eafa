//! What follows from what an account holds, whatever was proved.

use super::{Challenge, Holdings};
use crate::policy::Requirement;

impl Holdings {
    /// Whether there is a second factor, switched on or off, within reach or not.
    pub fn has_factor(&self) -> bool {
        self.devices > 0 || self.recovery_codes() > 0 || self.uses_email() || self.unmailed
    }

    /// Whether mailed codes are the only second factor, and can't be mailed.
    pub fn is_out_of_reach(&self) -> bool {
        self.unmailed && self.devices == 0 && self.recovery_codes() == 0
    }

    /// What they are where no mail can be sent. Email codes in use stay a factor.
    pub fn without_mail(&mut self) {
        self.unmailed |= self.uses_email();
        self.email = None;
    }

    /// Recovery codes left.
    pub fn recovery_codes(&self) -> u32 {
        self.recovery.map_or(0, |set| set.left)
    }

    /// Whether email codes are a second factor of this account now.
    pub fn uses_email(&self) -> bool {
        self.email.is_some_and(|email| email.taken_up)
    }

    /// Whether MFA is on: switched on, or required.
    pub fn is_on(&self, requirement: Requirement) -> bool {
        requirement.is_required() || !self.switched_off
    }

    /// Whether a sign-in asks for what is held.
    pub(super) fn is_asked_for(&self, requirement: Requirement) -> bool {
        let by_email = self.uses_email() && requirement != Requirement::Device;
        let held = self.devices > 0 || self.recovery_codes() > 0 || by_email;
        self.is_on(requirement) && held
    }

    /// Whether recovery codes must be made or stored before a sign-in is done.
    pub(super) fn lacks_codes(&self, requirement: Requirement) -> bool {
        let stored = self.recovery.is_some_and(|set| set.stored);
        self.devices > 0 && self.is_on(requirement) && !stored
    }

    pub(super) fn challenge(&self, requirement: Requirement) -> Challenge {
        Challenge::SecondFactor {
            app: self.devices > 0,
            email: self.uses_email() && requirement != Requirement::Device,
            recovery_codes: self.recovery_codes(),
        }
    }
}
