//! Support codes (product.md: Support code): five letters and digits on a refusal page, by which the help desk
//! finds what is written down of it. A code is chance, or made of a keyed hash: it tells nothing by itself.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use data_encoding::HEXLOWER;

use crate::audit::Event;
use crate::credential::crockford;
use crate::time::Span;

/// How long a code leads to what was written down.
pub const LIFE: Span = Span::days(7);
/// How many bits a code has.
const BITS: u32 = 25;

/// A code as it is read out: `K7-4QD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupportCode(u32);

impl SupportCode {
    /// From 32 bits that nobody can foresee, of which 25 count.
    pub const fn new(bytes: [u8; 4]) -> Self {
        Self(u32::from_be_bytes(bytes) >> (u32::BITS - BITS))
    }

    /// That of a request, from its id: eight random bytes in hexadecimal.
    pub fn of_request(id: &str) -> Option<Self> {
        let bytes = HEXLOWER.decode(id.get(..8)?.as_bytes()).ok()?;
        Some(Self::new(bytes.try_into().ok()?))
    }

    /// Reads what was typed: small letters, spaces, a dash elsewhere or none don't matter, and characters that look
    /// alike are the same.
    pub fn parse(typed: &str) -> Option<Self> {
        if typed.len() > 16 {
            return None;
        }
        // Eight characters are whole bytes.
        let bytes: [u8; 5] = crockford::decode(&format!("000{}", typed.trim()))?;
        let [0, rest @ ..] = bytes else {
            return None;
        };
        Some(Self(u32::from_be_bytes(rest)))
    }

    /// Reads one that is written with its dash and nothing else. A name may look like one.
    pub fn written(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let dashed = typed.len() == 6 && typed.as_bytes().get(2) == Some(&b'-');
        Self::parse(typed).filter(|_| dashed)
    }

    /// As stored.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for SupportCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = (u64::from(self.0) << 24).to_be_bytes();
        // Of the eight characters of five bytes the last five.
        let text = crockford::encode(&bytes[..5]).replace('-', "");
        let (first, last) = (text.get(3..5), text.get(5..8));
        write!(
            f,
            "{}-{}",
            first.unwrap_or_default(),
            last.unwrap_or_default()
        )
    }
}

/// The code that the answer to a request shows, once something in it was refused; its clones are the same. It goes
/// along with a request's [`crate::audit::Origin`], because it hangs on what is written down: no door can forget it.
#[derive(Clone, Debug, Default)]
pub struct Shown(Arc<AtomicU32>);

/// It is no part of what a request was.
impl PartialEq for Shown {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Shown {}

impl Shown {
    const SET: u32 = 1 << BITS;

    /// The answer shows this code.
    pub fn set(&self, code: SupportCode) {
        self.0.store(code.0 | Self::SET, Ordering::Relaxed);
    }

    /// What it shows, if anything.
    pub fn get(&self) -> Option<SupportCode> {
        let held = self.0.load(Ordering::Relaxed);
        (held & Self::SET != 0).then_some(SupportCode(held & !Self::SET))
    }
}

/// Whether an event tells of a refusal: whoever was refused is shown a code that leads to it. An administration that is not
/// opened has none: its page looks like any that does not exist.
pub const fn is_refusal(event: &Event) -> bool {
    matches!(
        event,
        Event::PasswordRefused { .. }
            | Event::CodeRefused { .. }
            | Event::SignInRefused { .. }
            | Event::LogonRefused { .. }
            | Event::AddressDelayed { .. }
            | Event::AskedTooOften { .. }
            | Event::InvitationRefused { .. }
            | Event::ActDenied { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_it_is_heard() {
        let code = SupportCode::parse("K7-4QD").unwrap();
        assert_eq!(code.to_string(), "K7-4QD");
        for typed in ["k74qd", "K7 4QD", " k7-4qd ", "K-74-QD"] {
            assert_eq!(SupportCode::parse(typed), Some(code), "{typed}");
        }
        assert_eq!(SupportCode::parse("oI-lO0"), SupportCode::parse("01-100"));
        for typed in ["", "K7-4Q", "K7-4QDD", "K7-4Q!", "äöüäö", "000K7-4QD"] {
            assert_eq!(SupportCode::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_may_be_a_name_is_no_written_code() {
        assert!(SupportCode::written(" k7-4qd ").is_some());
        for name in ["peter", "k74qd", "an-na5x", "K-74QD", "K7 4QD"] {
            assert_eq!(SupportCode::written(name), None, "{name}");
        }
    }

    #[test]
    fn a_request_has_one_code() {
        let code = SupportCode::of_request("00112233445566ff").unwrap();
        assert_eq!(SupportCode::of_request("0011223344556677"), Some(code));
        assert_ne!(SupportCode::of_request("8011223344556677"), Some(code));
        assert_eq!(SupportCode::of_request(""), None);
    }

    #[test]
    fn what_is_shown_is_known_to_all_who_hold_it() {
        let shown = Shown::default();
        let same = shown.clone();
        assert_eq!(same.get(), None);
        shown.set(SupportCode::new([0; 4]));
        assert_eq!(same.get(), Some(SupportCode::new([0; 4])));
    }

    proptest! {
        #[test]
        fn every_code_reads_back(bytes: [u8; 4]) {
            let code = SupportCode::new(bytes);
            let text = code.to_string();
            prop_assert_eq!(text.len(), 6);
            prop_assert_eq!(SupportCode::parse(&text), Some(code));
        }

        #[test]
        fn no_input_panics(typed in ".{0,20}") {
            let _ = SupportCode::parse(&typed);
            let _ = SupportCode::of_request(&typed);
        }
    }
}
