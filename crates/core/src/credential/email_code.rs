//! A code mailed to the address on record: six digits for five minutes, bound to one attempt
//! (product.md: Email codes; security.md EM-2 to EM-6).

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::time::{Span, Timestamp};

/// How long a code is good.
pub const LIFE: Span = Span::minutes(5);
/// Wrong tries after which a code is closed.
pub const TRIES: u32 = 5;
/// The kind under which the mail stands in the queue, and is counted by.
pub const MAIL: &str = "email-code";
/// How many codes an account is sent within which span: one a minute, few an hour, few a day.
pub const LIMITS: [(usize, Span); 3] = [
    (1, Span::seconds(60)),
    (5, Span::hours(1)),
    (15, Span::days(1)),
];

/// A code, newly made: six digits in ASCII.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct EmailCode([u8; 6]);

impl EmailCode {
    /// From four random bytes; `None` for the few numbers that would make some codes likelier than others.
    pub fn draw(chance: [u8; 4]) -> Option<Self> {
        const CODES: u32 = 1_000_000;
        let number = u32::from_le_bytes(chance);
        if number >= u32::MAX / CODES * CODES {
            return None;
        }
        let mut rest = number % CODES;
        let mut digits = [b'0'; 6];
        for digit in digits.iter_mut().rev() {
            *digit = b"0123456789"[(rest % 10) as usize];
            rest /= 10;
        }
        Some(Self(digits))
    }

    /// The digits, to be hashed with a key.
    pub const fn digits(&self) -> &[u8; 6] {
        &self.0
    }

    /// As the mail shows it, `482 915`.
    pub fn shown(&self) -> String {
        let (first, last) = self.0.split_at(3);
        format!(
            "{} {}",
            String::from_utf8_lossy(first),
            String::from_utf8_lossy(last)
        )
    }
}

/// How long the next code must wait, after those sent to the account within a day, in any order; `None`
/// when it may be sent now. A time yet to come is one from before the clock was set back: it counts as now.
pub fn wait(sent: &[Timestamp], now: Timestamp) -> Option<Span> {
    let mut sent: Vec<Timestamp> = sent.iter().map(|at| (*at).min(now)).collect();
    sent.sort_unstable_by(|a, b| b.cmp(a));
    let over = |(many, span): &(usize, Span)| Some(now.until(*sent.get(many - 1)? + *span));
    LIMITS
        .iter()
        .filter_map(over)
        .max()
        .filter(|wait| *wait > Span::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_six_digits_and_the_unfair_numbers_make_none() {
        let shown = |number: u32| EmailCode::draw(number.to_le_bytes()).map(|code| code.shown());
        assert_eq!(shown(0).as_deref(), Some("000 000"));
        assert_eq!(shown(7).as_deref(), Some("000 007"));
        assert_eq!(shown(4_293_999_999).as_deref(), Some("999 999"));
        assert_eq!(shown(4_294_000_000), None);
        assert_eq!(shown(u32::MAX), None);
    }

    /// EM-2: each of the ten digits at each of the six places about as often as any other, over a
    /// stream whose every number is as likely (a full-period generator).
    #[test]
    fn codes_are_spread_evenly() {
        let mut counts = [[0u32; 10]; 6];
        let (mut state, mut drawn) = (12_345u32, 0u32);
        while drawn < 10_000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let mixed = state ^ (state >> 16);
            let Some(code) = EmailCode::draw(mixed.to_le_bytes()) else {
                continue;
            };
            drawn += 1;
            for (place, digit) in code.digits().iter().enumerate() {
                counts[place][usize::from(digit - b'0')] += 1;
            }
        }
        for (place, counts) in counts.iter().enumerate() {
            let squares: f64 = counts
                .iter()
                .map(|&n| (f64::from(n) - 1000.0).powi(2) / 1000.0)
                .sum();
            assert!(squares < 33.7, "place {place}: {counts:?}"); // chi-squared, 9 degrees, p = 0.0001
        }
    }

    #[test]
    fn one_a_minute_five_an_hour_fifteen_a_day() {
        let at = |seconds: i64| Timestamp::from_millis(seconds * 1000);
        let now = at(1_000_000);
        let check = |ago: &[i64], expect: Option<i64>| {
            let sent: Vec<_> = ago.iter().map(|ago| now - Span::seconds(*ago)).collect();
            assert_eq!(wait(&sent, now).map(Span::as_seconds), expect, "{ago:?}");
        };
        check(&[], None);
        check(&[60], None);
        check(&[59], Some(1));
        check(&[0], Some(60));
        check(&[61, 122, 183, 244], None);
        check(&[61, 122, 183, 244, 305], Some(3600 - 305));
        check(&[3_600, 122, 183, 244, 61], None);
        let hourly: Vec<i64> = (1..=15).map(|n| n * 3_600).collect();
        check(&hourly, Some(86_400 - 15 * 3_600));
        check(&[-500], Some(60));
    }
}
