//! How far the clocks of phones are from the server's, as the codes tell that were accepted. One
//! phone may be off; if half of them are, it is the server.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use portcullis_core::credential::totp::{STEP_SECONDS, TimeStep};
use portcullis_core::time::{Span, Timestamp};
use tracing::warn;

/// How many codes are remembered.
const REMEMBERED: usize = 100;
/// How many say more than the slips of a few people.
const ENOUGH: usize = 20;
/// How often the log is told.
const WARN_EVERY: Span = Span::hours(1);

/// The offsets of the codes that were accepted last, in steps.
#[derive(Default)]
pub struct CodeClock(Mutex<Heard>);

#[derive(Default)]
struct Heard {
    offsets: VecDeque<i64>,
    warned_at: Option<Timestamp>,
}

impl CodeClock {
    /// Notes that a code of a step was accepted.
    pub fn note(&self, step: TimeStep, now: Timestamp) {
        if let Some(seconds) = self.hear(step, now) {
            warn!(
                seconds,
                "codes of most phones are off: is the server's clock right?"
            );
        }
    }

    /// Notes it; gives what is worth a warning.
    fn hear(&self, step: TimeStep, now: Timestamp) -> Option<i64> {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if heard.offsets.len() == REMEMBERED {
            heard.offsets.pop_front();
        }
        let offset = step.number() - TimeStep::at(now).number();
        heard.offsets.push_back(offset);
        let seconds = median(heard.offsets.iter().copied()) * STEP_SECONDS;
        let lately = |at: Timestamp| at.since(now) == Span::ZERO && now.since(at) < WARN_EVERY;
        if seconds == 0 || heard.offsets.len() < ENOUGH || heard.warned_at.is_some_and(lately) {
            return None;
        }
        heard.warned_at = Some(now);
        Some(seconds)
    }

    /// The median offset in seconds, in steps of 30: above zero, the phones are ahead.
    pub fn median_seconds(&self) -> i64 {
        let heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        median(heard.offsets.iter().copied()) * STEP_SECONDS
    }
}

/// The median; of an even number the one nearer to the beginning. 0 of none.
pub fn median(offsets: impl IntoIterator<Item = i64>) -> i64 {
    let mut sorted: Vec<i64> = offsets.into_iter().collect();
    sorted.sort_unstable();
    let middle = sorted.len().saturating_sub(1) / 2;
    sorted.get(middle).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_795_000_005_000);

    fn step(offset: i64, now: Timestamp) -> TimeStep {
        TimeStep::from_number(TimeStep::at(now).number() + offset)
    }

    #[test]
    fn a_few_phones_that_are_off_are_no_news_and_most_of_them_are_once_an_hour() {
        let clock = CodeClock::default();
        for n in 0..19 {
            assert_eq!(clock.hear(step(1, NOW), NOW), None, "code {n}");
        }
        assert_eq!(clock.median_seconds(), 30);
        assert_eq!(clock.hear(step(1, NOW), NOW), Some(30));
        assert_eq!(clock.hear(step(1, NOW), NOW), None);
        let later = NOW + Span::hours(1);
        assert_eq!(clock.hear(step(1, later), later), Some(30));
    }

    #[test]
    fn what_the_last_hundred_codes_say_counts() {
        let clock = CodeClock::default();
        assert_eq!(clock.median_seconds(), 0);
        for _ in 0..100 {
            clock.note(step(-1, NOW), NOW);
        }
        assert_eq!(clock.median_seconds(), -30);
        for _ in 0..51 {
            clock.note(step(0, NOW), NOW);
        }
        assert_eq!(clock.median_seconds(), 0);
    }
}
