//! Points and spans of time. The core has no clock: whoever calls a rule says what time it is.

use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since 1970-01-01T00:00:00 UTC, without leap seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

/// A span of time in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(i64);

/// How far the clocks of nodes may be apart. What is stamped later than that is from before the clock was set back: how
/// old it is can't be told, so it counts as too old.
pub const SKEW: Span = Span::minutes(2);

/// Which points of time count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    since: Timestamp,
    until: Timestamp,
}

impl Within {
    /// Every one.
    pub const EVER: Self = Self {
        since: Timestamp(i64::MIN),
        until: Timestamp(i64::MAX),
    };

    /// Those at most a span ago, and no further ahead than [`SKEW`].
    pub fn last(span: Span, now: Timestamp) -> Self {
        Self {
            since: now - span,
            until: now + SKEW,
        }
    }

    /// Whether one counts.
    pub fn has(self, at: Timestamp) -> bool {
        self.since <= at && at <= self.until
    }
}

impl Timestamp {
    /// The first millisecond of 1970, UTC.
    pub const EPOCH: Self = Self(0);

    /// From milliseconds since 1970.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970, rounded down; times before 1970 give 0.
    pub fn unix_seconds(self) -> u64 {
        u64::try_from(self.0.div_euclid(1000)).unwrap_or(0)
    }

    /// How long until `later`; zero when that is not in the future.
    pub fn until(self, later: Self) -> Span {
        Span(later.0.saturating_sub(self.0).max(0))
    }

    /// How long since `earlier`; zero when that is not in the past.
    pub fn since(self, earlier: Self) -> Span {
        earlier.until(self)
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// From milliseconds.
    pub const fn millis(millis: i64) -> Self {
        Self(millis)
    }

    /// From seconds.
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds * 1000)
    }

    /// From minutes.
    pub const fn minutes(minutes: i64) -> Self {
        Self::seconds(minutes * 60)
    }

    /// From hours.
    pub const fn hours(hours: i64) -> Self {
        Self::minutes(hours * 60)
    }

    /// From days of 24 hours.
    pub const fn days(days: i64) -> Self {
        Self::hours(days * 24)
    }

    /// In milliseconds.
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// In seconds, rounded up: what a person is told to wait is never too short.
    pub const fn as_seconds(self) -> i64 {
        (self.0 + 999) / 1000
    }
}

impl Add<Span> for Timestamp {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Timestamp {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_rounded_up_to_whole_seconds() {
        let now = Timestamp::from_millis(10_001);
        assert_eq!(now.until(Timestamp::from_millis(12_000)).as_seconds(), 2);
        assert_eq!(now.until(Timestamp::from_millis(9_000)), Span::ZERO);
    }
}
