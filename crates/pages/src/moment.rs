//! A point in time as people read it: relative where that is easier, with the exact time in
//! `datetime` for programs and in `title` for whoever wants to know.

use std::fmt;

use askama::filters::HtmlSafe;
use jiff::Zoned;
use jiff::tz::TimeZone;
use portcullis_core::time::Timestamp;

use crate::texts::{Escaped, Say, Texts};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// Prints as a `<time>` element.
#[derive(Clone, Debug)]
pub struct Moment {
    text: String,
    exact: String,
    machine: String,
}

impl Moment {
    /// "just now", "5 minutes ago", "today at 08:12", "yesterday at 21:30", "4 days ago",
    /// "tomorrow at 09:00", else the date (with the time where it lies ahead).
    pub fn when(at: Timestamp, now: Timestamp, zone: &TimeZone) -> Self {
        let (then, today) = (local(at, zone), local(now, zone));
        let ago = (now.millis() - at.millis()).div_euclid(1000);
        let days = (today.date() - then.date()).get_days();
        let clock = clock(&then);
        let text = match (ago, days) {
            (0..MINUTE, _) => say("when-just-now"),
            (MINUTE..HOUR, _) => say("when-minutes-ago").with("minutes", count(ago / MINUTE)),
            (_, 0) => say("when-today").with("clock", clock),
            (_, 1) => say("when-yesterday").with("clock", clock),
            (_, -1) => say("when-tomorrow").with("clock", clock),
            (0.., 2..7) => say("when-days-ago").with("days", count(i64::from(days))),
            (..0, _) => say("when-ahead")
                .with("date", date(&then))
                .with("clock", clock),
            _ => return Self::new(&then, date(&then)),
        };
        Self::new(&then, text.plain())
    }

    /// "10:54".
    pub fn clock(at: Timestamp, zone: &TimeZone) -> Self {
        let then = local(at, zone);
        Self::new(&then, clock(&then))
    }

    /// "March 12, 2026".
    pub fn date(at: Timestamp, zone: &TimeZone) -> Self {
        let then = local(at, zone);
        Self::new(&then, date(&then))
    }

    /// "March 12, 2026 at 10:54".
    pub fn full(at: Timestamp, zone: &TimeZone) -> Self {
        let then = local(at, zone);
        let text = say("when-ahead")
            .with("date", date(&then))
            .with("clock", clock(&then));
        Self::new(&then, text.plain())
    }

    fn new(then: &Zoned, text: String) -> Self {
        let exact = say("when-exact")
            .with("date", date(then))
            .with("clock", then.strftime("%H:%M:%S").to_string());
        Self {
            text,
            exact: exact.plain(),
            machine: then.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        }
    }

    /// The words alone.
    pub fn words(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (machine, exact, text) = (&self.machine, Escaped(&self.exact), Escaped(&self.text));
        write!(
            out,
            "<time datetime=\"{machine}\" title=\"{exact}\">{text}</time>"
        )
    }
}

impl HtmlSafe for Moment {}

fn say(key: &'static str) -> Say {
    Texts::english().say(key)
}

fn local(at: Timestamp, zone: &TimeZone) -> Zoned {
    let at = jiff::Timestamp::from_millisecond(at.millis()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned(zone.clone())
}

fn clock(then: &Zoned) -> String {
    then.strftime("%H:%M").to_string()
}

fn date(then: &Zoned) -> String {
    let (day, year) = (i64::from(then.day()), then.year().to_string());
    let month = say("month")
        .with("month", count(i64::from(then.month())))
        .plain();
    say("date")
        .with("month", month)
        .with("day", count(day))
        .with("year", year)
        .plain()
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
