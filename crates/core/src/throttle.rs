//! How long wrong answers delay the next try (security.md SI-8, product.md: Lock-outs). Counting and
//! checking is one SQL statement; its ladder is held to [`delay`] by a test of the store.

use crate::time::Span;

/// Wrong answers in a row before the first delay.
pub const FREE_TRIES: u32 = 5;
/// Wrong codes in a row after which the member is told that somebody has the password (security.md SI-12).
pub const TOLD_AFTER: u32 = 3;
/// Wrong answers in a row before the first delay in a browser that the account knows (security.md SI-11).
pub const FREE_TRIES_IN_BROWSER: u32 = 10;
/// Wrong answers in a row after which a second factor is suspended.
pub const STOP: u32 = 50;
/// The delays that follow, in seconds: the first after the fifth wrong answer.
pub const LADDER: [i64; 8] = [30, 60, 120, 240, 480, 960, 1920, 3600];
/// How long the counter of a login that nobody has is remembered after its last try.
pub const LOGIN_MEMORY: Span = Span::hours(24);
/// Failures from one address before it is delayed (security.md RL-1).
pub const ADDRESS_FAILURES: u32 = 60;
/// The span in which [`ADDRESS_FAILURES`] count.
pub const ADDRESS_WINDOW: Span = Span::minutes(1);
/// Different logins that fail at one address before it is delayed.
pub const ADDRESS_LOGINS: u32 = 20;
/// The span in which [`ADDRESS_LOGINS`] count; after it a failure is forgotten.
pub const ADDRESS_LOGINS_WINDOW: Span = Span::minutes(10);

/// Links to a new password that one account is mailed within [`RESETS_WINDOW`] (security.md RE-5).
pub const RESETS_OF_ACCOUNT: i64 = 3;
/// How often one address may ask for such links within [`RESETS_WINDOW`].
pub const RESETS_OF_ADDRESS: u32 = 10;
/// The span in which they count.
pub const RESETS_WINDOW: Span = Span::hours(1);

/// What counting a try came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The try is counted and may be evaluated.
    Evaluate,
    /// Too many wrong answers; try again after the span.
    Delayed(Span),
    /// This factor is closed until another factor or the help desk opens it.
    Suspended,
}

/// The delay that stands after this many wrong answers in a row.
pub fn delay(failures: u32) -> Span {
    match failures.checked_sub(FREE_TRIES) {
        None => Span::ZERO,
        Some(rung) => {
            let rung = usize::try_from(rung)
                .unwrap_or(usize::MAX)
                .min(LADDER.len() - 1);
            Span::seconds(LADDER[rung])
        }
    }
}

/// The same in a browser that the account knows: it has a counter of its own.
pub fn delay_in_browser(failures: u32) -> Span {
    delay(failures.saturating_sub(FREE_TRIES_IN_BROWSER - FREE_TRIES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_from_half_a_minute_to_an_hour() {
        let seconds: Vec<i64> = (0..15).map(|n| delay(n).as_seconds()).collect();
        assert_eq!(
            seconds,
            [
                0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600
            ]
        );
        assert_eq!(delay(u32::MAX).as_seconds(), 3600);
        assert_eq!(delay_in_browser(9), Span::ZERO);
        assert_eq!(delay_in_browser(10).as_seconds(), 30);
        assert_eq!(delay_in_browser(u32::MAX).as_seconds(), 3600);
    }
}
