//! A point in time as people read it: relative where that is easier, with the exact time in
//! `datetime` for programs and in `title` for whoever wants to know. The catalog says in which order
//! a date is written, and whether a day has 24 hours or twice 12.

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

/// In whose words and time zone points in time are told.
#[derive(Clone, Copy)]
pub struct Moments<'a> {
    pub texts: &'static Texts,
    pub zone: &'a TimeZone,
}

impl Moments<'_> {
    /// "just now", "5 minutes ago", "today at 8:12 AM", "yesterday at 9:30 PM", "4 days ago",
    /// "tomorrow at 9:00 AM", else the date (with the time where it lies ahead).
    pub fn when(self, at: Timestamp, now: Timestamp) -> Moment {
        let (then, today) = (self.local(at), self.local(now));
        let ago = (now.millis() - at.millis()).div_euclid(1000);
        let days = (today.date() - then.date()).get_days();
        let clock = self.clock_of(&then);
        let text = match (ago, days) {
            (0..MINUTE, _) => self.texts.say("when-just-now"),
            (MINUTE..HOUR, _) => {
                let minutes = count(ago / MINUTE);
                self.texts.say("when-minutes-ago").with("minutes", minutes)
            }
            (_, 0) => self.texts.say("when-today").with("clock", clock),
            (_, 1) => self.texts.say("when-yesterday").with("clock", clock),
            (_, -1) => self.texts.say("when-tomorrow").with("clock", clock),
            (0.., 2..7) => {
                let days = count(i64::from(days));
                self.texts.say("when-days-ago").with("days", days)
            }
            (..0, _) => self.ahead(&then),
            _ => return self.told(&then, self.day(&then)),
        };
        self.told(&then, text.plain())
    }

    /// "10:54 AM".
    pub fn clock(self, at: Timestamp) -> Moment {
        let then = self.local(at);
        self.told(&then, self.clock_of(&then))
    }

    /// "March 12, 2026".
    pub fn date(self, at: Timestamp) -> Moment {
        let then = self.local(at);
        self.told(&then, self.day(&then))
    }

    /// "March 12, 2026 at 10:54 AM".
    pub fn full(self, at: Timestamp) -> Moment {
        let then = self.local(at);
        self.told(&then, self.ahead(&then).plain())
    }

    fn ahead(self, then: &Zoned) -> Say {
        let say = self.texts.say("when-ahead").with("date", self.day(then));
        say.with("clock", self.clock_of(then))
    }

    fn told(self, then: &Zoned, text: String) -> Moment {
        let exact = self.texts.say("when-exact").with("date", self.day(then));
        let exact = exact.with("clock", hands(self.texts.say("clock-exact"), then));
        Moment {
            text,
            exact: exact.plain(),
            machine: then.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        }
    }

    fn day(self, then: &Zoned) -> String {
        let month = self.texts.say("month");
        let month = month.with("month", count(i64::from(then.month()))).plain();
        let date = self.texts.say("date").with("month", month);
        date.with("day", count(i64::from(then.day())))
            .with("year", then.year().to_string())
            .plain()
    }

    fn clock_of(self, then: &Zoned) -> String {
        hands(self.texts.say("clock"), then)
    }

    fn local(self, at: Timestamp) -> Zoned {
        let at = jiff::Timestamp::from_millisecond(at.millis());
        at.unwrap_or(jiff::Timestamp::UNIX_EPOCH)
            .to_zoned(self.zone.clone())
    }
}

impl Moment {
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

/// The time of day in a text that is given both ways to count hours.
fn hands(say: Say, then: &Zoned) -> String {
    let two = |format| then.strftime(format).to_string();
    let half = if then.hour() < 12 { "am" } else { "pm" };
    say.with("hour", two("%H"))
        .with("hour-of-half", two("%-I"))
        .with("half", half)
        .with("minute", two("%M"))
        .with("second", two("%S"))
        .plain()
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
