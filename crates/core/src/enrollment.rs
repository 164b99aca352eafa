//! Setting up a device: pending until one right code confirms it (product.md: Wizard).

use crate::credential::totp::{
    Checked, ClockOff, Code, TotpKey, Window, check, clock_ahead, clock_behind,
};
use crate::sign_in::Missing;
use crate::time::{Span, Timestamp, Within};

/// How long a pending key can be confirmed.
pub const PENDING_LIFE: Span = Span::minutes(30);
/// How many wrong codes a pending key takes before a new one must be made.
pub const PENDING_TRIES: u32 = 20;

/// A key that waits for its first right code. It lives on the server and is never taken from the
/// browser.
pub struct Pending {
    /// The key.
    pub key: TotpKey,
    /// When it was made.
    pub started_at: Timestamp,
    /// How many codes were tried.
    pub tries: u32,
}

impl Pending {
    /// Whether it is young enough and has tries left.
    pub fn is_open(&self, now: Timestamp) -> bool {
        now < self.started_at + PENDING_LIFE && self.tries < PENDING_TRIES
    }
}

/// What became of a code during set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// The app has the key; its step counts as used.
    Confirmed(crate::credential::totp::TimeStep),
    /// Not the code that the app shows; with how far its clock is off, if that is the cause.
    Wrong(Option<ClockOff>),
    /// The key is too old; a new one must be made.
    Expired,
}

/// Confirms a pending key by the first right code.
pub fn confirm(pending: &Pending, code: &Code, (window, now): (Window, Timestamp)) -> Confirmation {
    let is_young = Within::last(PENDING_LIFE, now).has(pending.started_at);
    if now >= pending.started_at + PENDING_LIFE || !is_young {
        return Confirmation::Expired;
    }
    match check(&pending.key, code, None, (window, now)) {
        Checked::Right(step) => Confirmation::Confirmed(step),
        Checked::Used(_) | Checked::Wrong => Confirmation::Wrong(
            clock_behind(&pending.key, code, now)
                .or_else(|| clock_ahead(&pending.key, code, (window, now))),
        ),
    }
}

/// Whether what is missing is a device, and so opens the wizard.
pub const fn opens_wizard(missing: Missing) -> bool {
    match missing {
        Missing::Device | Missing::Replacement { .. } => true,
        Missing::Way | Missing::RecoveryCodes | Missing::Password => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> (Window, Timestamp) {
        (Window::Usual, Timestamp::from_millis(millis))
    }

    #[test]
    fn a_pending_key_dies_after_half_an_hour() {
        let pending = Pending {
            key: TotpKey::new(*b"12345678901234567890"),
            started_at: Timestamp::from_millis(0),
            tries: 1,
        };
        let code = Code::parse("287082").unwrap(); // step 1, seconds 30 to 59
        assert!(matches!(
            confirm(&pending, &code, at(45_000)),
            Confirmation::Confirmed(_)
        ));
        assert_eq!(
            confirm(&pending, &code, at(1_800_000)),
            Confirmation::Expired
        );
        // Made later than now: from before the clock was set back.
        assert_eq!(
            confirm(&pending, &code, at(-180_000)),
            Confirmation::Expired
        );
        let other = Code::parse("000000").unwrap();
        assert_eq!(
            confirm(&pending, &other, at(45_000)),
            Confirmation::Wrong(None)
        );
        // Step 1 of a phone whose clock is two minutes fast or slow (RFC 4226, appendix D).
        assert_eq!(
            confirm(&pending, &Code::parse("520489").unwrap(), at(150_000)),
            Confirmation::Wrong(Some(ClockOff::Fast(Span::minutes(2))))
        );
        assert_eq!(
            confirm(&pending, &code, at(150_000)),
            Confirmation::Wrong(Some(ClockOff::Slow(Span::minutes(2))))
        );
    }
}
