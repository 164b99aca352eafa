//! An authenticator app's entry: time-based codes (RFC 6238) from a key that app and server share.
//! SHA-1, six digits and 30 seconds, since several common apps read nothing else.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::secret::Secret;
use crate::time::{Span, Timestamp};

/// Seconds a step lasts (RFC 6238 §4.1).
pub const STEP_SECONDS: i64 = 30;
/// Steps accepted before the present one (RFC 6238 §5.2: "at most one time step").
const BEHIND: i64 = 1;
/// How many steps to a side a refused code is looked for (product.md: Code doctor).
const LOOKED_AT: i64 = 20;

/// A shared key: 160 bits, as RFC 4226 §4 (R6) recommends.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct TotpKey([u8; 20]);

/// The number of a 30-second step since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeStep(i64);

/// Six digits that were typed. Leading zeros count; spaces don't.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Code([u8; 6]);

/// What a code turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Right, and of a step not used before; to be spent by a conditional write.
    Right(TimeStep),
    /// Right, but this step or a later one was used before; the next code comes after the wait.
    Used(Span),
    /// None of the accepted codes.
    Wrong,
}

/// Which codes are taken besides the present one (RFC 6238 §5.2; security.md TO-3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Window {
    /// The one before and the next: a code is good for 90 seconds, and clocks may be half a minute off.
    #[default]
    Usual,
    /// The one before: a code is good for a minute, and never before its time.
    Strict,
}

impl Window {
    /// Steps accepted after the present one.
    const fn ahead(self) -> i64 {
        match self {
            Self::Usual => 1,
            Self::Strict => 0,
        }
    }
}

/// How far the clock is off that a refused code came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockOff {
    /// It is slow.
    Slow(Span),
    /// It is fast.
    Fast(Span),
}

impl TotpKey {
    /// From 20 random bytes.
    pub const fn new(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be sealed.
    pub const fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }

    /// Base32 without padding, 32 characters: what is typed into an app by hand.
    pub fn base32(&self) -> Secret<String> {
        Secret::new(BASE32_NOPAD.encode(&self.0))
    }
}

impl TimeStep {
    /// The step that holds `at`.
    pub const fn at(at: Timestamp) -> Self {
        Self(at.millis().div_euclid(STEP_SECONDS * 1000))
    }

    /// From what is stored.
    pub const fn from_number(number: i64) -> Self {
        Self(number)
    }

    /// As stored.
    pub const fn number(self) -> i64 {
        self.0
    }
}

impl Code {
    /// Reads what was typed: six ASCII digits, white space left out. `None` for anything else.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut digits = typed.chars().filter(|c| !c.is_whitespace());
        let mut code = [0u8; 6];
        for place in &mut code {
            *place = u8::try_from(digits.next().filter(char::is_ascii_digit)?).ok()?;
        }
        digits.next().is_none().then_some(Self(code))
    }

    /// The digits as they were typed, in ASCII: a mailed code is compared by its keyed hash.
    pub const fn digits(&self) -> &[u8; 6] {
        &self.0
    }
}

/// Checks a code against the present step and its neighbors, in constant time, and against the last
/// step that was used. The caller spends the step it gets by `… WHERE last_step < $step`, so that of
/// two racing requests one finds it used (RFC 6238 §5.2: a code is accepted once).
pub fn check(
    key: &TotpKey,
    code: &Code,
    last: Option<TimeStep>,
    (window, now): (Window, Timestamp),
) -> Checked {
    let present = TimeStep::at(now);
    let mut matched = None;
    for step in (present.0 - BEHIND..=present.0 + window.ahead()).map(TimeStep) {
        let equal = bool::from(digits::<6>(key.as_bytes(), step).ct_eq(&code.0));
        // Should two steps share a code, the latest counts: it is the one least likely to be used.
        if equal {
            matched = Some(step);
        }
    }
    match (matched, last) {
        (None, _) => Checked::Wrong,
        (Some(step), Some(last)) if step <= last => Checked::Used(until_next(now)),
        (Some(step), _) => Checked::Right(step),
    }
}

/// Looks for a refused code among the last 20 steps: the app's clock is slow, or the code is an old
/// one. A code is never accepted for it.
pub fn clock_behind(key: &TotpKey, code: &Code, now: Timestamp) -> Option<ClockOff> {
    steps_off(key, code, now, (-1, BEHIND)).map(ClockOff::Slow)
}

/// Looks for a refused code among the next 20 steps. Only while enrolling: at sign-in it would confirm
/// a code before its time (security.md TO-8).
pub fn clock_ahead(
    key: &TotpKey,
    code: &Code,
    (window, now): (Window, Timestamp),
) -> Option<ClockOff> {
    steps_off(key, code, now, (1, window.ahead())).map(ClockOff::Fast)
}

/// Compares a code with all steps of a side past the accepted ones, whichever it matches, so that the time tells nothing.
fn steps_off(
    key: &TotpKey,
    code: &Code,
    now: Timestamp,
    (side, accepted): (i64, i64),
) -> Option<Span> {
    let present = TimeStep::at(now).0;
    let mut found = None;
    for off in (accepted + 1..=LOOKED_AT).rev() {
        let step = TimeStep(present + side * off);
        if bool::from(digits::<6>(key.as_bytes(), step).ct_eq(&code.0)) {
            found = Some(Span::seconds(off * STEP_SECONDS)); // of two, the nearer
        }
    }
    found
}

/// How long until the app shows another code.
pub const fn until_next(now: Timestamp) -> Span {
    let step = STEP_SECONDS * 1000;
    Span::millis(step - now.millis().rem_euclid(step))
}

/// HOTP of a counter (RFC 4226 §5.3) as ASCII digits.
fn digits<const N: usize>(key: &[u8], step: TimeStep) -> [u8; N] {
    // A key of any length is allowed in HMAC; the error can't occur, and zeros match no parsed code.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(key) else {
        return [0; N];
    };
    mac.update(&step.0.to_be_bytes());
    let sum = mac.finalize().into_bytes();
    let offset = usize::from(sum[19] & 0x0f);
    let mut value = u32::from_be_bytes([
        sum[offset],
        sum[offset + 1],
        sum[offset + 2],
        sum[offset + 3],
    ]) & 0x7fff_ffff;
    let mut text = [b'0'; N];
    for place in text.iter_mut().rev() {
        *place = b'0' + u8::try_from(value % 10).unwrap_or(0);
        value /= 10;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RFC_KEY: &[u8; 20] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1000)
    }

    fn usual(seconds: i64) -> (Window, Timestamp) {
        (Window::Usual, at(seconds))
    }

    fn code_at(key: &TotpKey, seconds: i64) -> Code {
        Code(digits::<6>(key.as_bytes(), TimeStep::at(at(seconds))))
    }

    #[test]
    fn the_vectors_of_rfc_4226_appendix_d() {
        let expect = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489",
        ];
        for (counter, expect) in (0i64..).zip(expect) {
            assert_eq!(&digits::<6>(RFC_KEY, TimeStep(counter)), expect.as_bytes());
        }
    }

    #[test]
    fn the_sha1_vectors_of_rfc_6238_appendix_b() {
        for (seconds, expect) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(
                &digits::<8>(RFC_KEY, TimeStep::at(at(seconds))),
                expect.as_bytes()
            );
        }
    }

    #[test]
    fn a_code_is_good_one_step_late_and_unless_the_window_is_strict_one_early() {
        let key = TotpKey::new(*RFC_KEY);
        let now = 1_800_000_015; // the middle of a step
        for (offset, usual, strict) in [
            (-61, false, false),
            (-31, true, true),
            (0, true, true),
            (31, true, false),
            (61, false, false),
        ] {
            let code = code_at(&key, now + offset);
            let is_right = |window| {
                let checked = check(&key, &code, None, (window, at(now)));
                matches!(checked, Checked::Right(_))
            };
            assert_eq!(is_right(Window::Usual), usual, "{offset} s");
            assert_eq!(is_right(Window::Strict), strict, "{offset} s");
        }
    }

    #[test]
    fn a_used_step_and_all_before_it_are_dead() {
        let key = TotpKey::new(*RFC_KEY);
        let now = 1_800_000_018;
        let last = Some(TimeStep::at(at(now)));
        assert_eq!(
            check(&key, &code_at(&key, now), last, usual(now)),
            Checked::Used(Span::seconds(12))
        );
        assert_eq!(
            check(&key, &code_at(&key, now - 30), last, usual(now)),
            Checked::Used(Span::seconds(12))
        );
        assert!(matches!(
            check(&key, &code_at(&key, now + 30), last, usual(now)),
            Checked::Right(_)
        ));
    }

    #[test]
    fn a_refused_code_is_found_up_to_twenty_steps_off() {
        let key = TotpKey::new(*RFC_KEY);
        let now = 1_800_000_015;
        let look = |steps: i64| {
            let code = code_at(&key, now + steps * STEP_SECONDS);
            (
                clock_behind(&key, &code, at(now)),
                clock_ahead(&key, &code, usual(now)),
            )
        };
        let span = |steps: i64| Span::seconds(steps * STEP_SECONDS);
        for steps in [2, 8, 20] {
            assert_eq!(look(-steps), (Some(ClockOff::Slow(span(steps))), None));
            assert_eq!(look(steps), (None, Some(ClockOff::Fast(span(steps)))));
        }
        for steps in [-21, -1, 0, 1, 21] {
            assert_eq!(look(steps), (None, None), "{steps}");
        }
        // What is not accepted has its reason.
        let next = code_at(&key, now + STEP_SECONDS);
        let strict = (Window::Strict, at(now));
        assert_eq!(
            clock_ahead(&key, &next, strict),
            Some(ClockOff::Fast(span(1)))
        );
        assert_eq!(clock_ahead(&key, &code_at(&key, now), strict), None);
    }

    #[test]
    fn only_six_ascii_digits_are_a_code() {
        for good in ["012345", "012 345", " 0 1 2 3 4 5 "] {
            assert!(Code::parse(good).is_some(), "{good:?}");
        }
        for bad in [
            "",
            "12345",
            "1234567",
            "12345a",
            "١٢٣٤٥٦",
            "１２３４５６",
            "12-345",
        ] {
            assert!(Code::parse(bad).is_none(), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn the_present_code_is_always_right_once(key: [u8; 20], seconds in 0i64..4_000_000_000) {
            let key = TotpKey::new(key);
            let code = code_at(&key, seconds);
            let Checked::Right(step) = check(&key, &code, None, usual(seconds)) else {
                return Err(TestCaseError::fail("not right"));
            };
            prop_assert!(matches!(check(&key, &code, Some(step), usual(seconds)), Checked::Used(_)));
        }
    }
}
