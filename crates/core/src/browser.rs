//! A browser in which an account has signed in before. It is *known* by a key in its cookie, which
//! proves nothing about the person; where the policy gives days it may be *remembered*, and then a
//! second token stands for the second factor at sign-in, and for nothing else (product.md: Remembered
//! browser; security.md SE-7, SI-11).

use crate::time::{Span, Timestamp, Within};
use crate::token::TokenHash;

/// How long the token before the newest is still good, unless the newest was seen: two tabs that sign
/// in at once, and an answer that got lost, are no theft.
pub const GRACE: Span = Span::seconds(60);
/// The most days that a browser is remembered, whatever the policy says.
pub const MOST_DAYS: u32 = 30;
/// How long a browser stays known after its last sign-in.
pub const KNOWN_LIFE: Span = Span::days(180);

/// What is kept of a remembered browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// Since when.
    pub at: Timestamp,
    /// Until when, as it was said then.
    pub until: Timestamp,
    /// The hash of its newest token.
    pub token: TokenHash,
    /// The one before.
    pub before: Option<Before>,
}

/// The token before the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its hash.
    pub token: TokenHash,
    /// What the newest was made of it with; without it, the newest can't be given again.
    pub salt: Option<[u8; 32]>,
    /// When it gave way.
    pub at: Timestamp,
}

/// Which copy of a remembered browser's token was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The newest.
    Newest,
    /// The one before, within its grace.
    Before,
    /// An older one: two browsers have had it.
    Older,
}

impl Remembered {
    /// Whether it is still remembered under a policy that gives so many days now.
    pub fn holds(&self, days: u32, now: Timestamp) -> bool {
        now < self.ends(days)
    }

    /// When it ends under a policy that gives so many days now: fewer days end it sooner, more don't
    /// prolong it.
    pub fn ends(&self, days: u32) -> Timestamp {
        self.until.min(self.at + Span::days(i64::from(days)))
    }

    /// Which copy a token is.
    pub fn sent(&self, token: TokenHash, now: Timestamp) -> Sent {
        let graced =
            |before: &Before| before.token == token && Within::last(GRACE, now).has(before.at);
        if token == self.token {
            Sent::Newest
        } else if self.before.as_ref().is_some_and(graced) {
            Sent::Before
        } else {
            Sent::Older
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_000_000_000_000);

    fn remembered() -> Remembered {
        Remembered {
            at: NOW,
            until: NOW + Span::days(14),
            token: TokenHash([2; 32]),
            before: Some(Before {
                token: TokenHash([1; 32]),
                salt: None,
                at: NOW,
            }),
        }
    }

    #[test]
    fn the_token_before_is_good_for_a_minute_and_older_ones_never() {
        let one = remembered();
        let check = |n: u8, after: i64| one.sent(TokenHash([n; 32]), NOW + Span::seconds(after));
        assert_eq!(check(2, 0), Sent::Newest);
        assert_eq!(check(2, 100_000), Sent::Newest);
        assert_eq!(check(1, 59), Sent::Before);
        assert_eq!(check(1, 60), Sent::Before);
        assert_eq!(check(1, 61), Sent::Older);
        assert_eq!(check(0, 0), Sent::Older);
        // It gave way later than the clock shows, which was set back since.
        assert_eq!(check(1, -600), Sent::Older);
    }

    #[test]
    fn the_policy_shortens_what_was_promised_and_never_prolongs_it() {
        let one = remembered();
        let last = |days| {
            (0..40)
                .filter(|n| one.holds(days, NOW + Span::days(*n)))
                .count()
        };
        assert_eq!(last(14), 14);
        assert_eq!(last(30), 14);
        assert_eq!(last(3), 3);
        assert_eq!(last(0), 0);
    }
}
