//! The time zones that a member can choose from: the places in the time zone database of the machine.

use std::sync::LazyLock;

/// The parts of the world by which the database sorts its places. It has other names besides, for
/// machines and for the past.
const AREAS: [&str; 9] = [
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = jiff::tz::db().available();
    let mut names: Vec<String> = all.map(|name| name.as_str().to_owned()).collect();
    names.retain(|name| name == "UTC" || AREAS.iter().any(|area| name.starts_with(area)));
    names.sort_unstable();
    names.dedup();
    names
});

/// Their names, in order.
pub fn names() -> &'static [String] {
    &NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_listed_and_can_be_used() {
        for wanted in ["Europe/Berlin", "America/New_York", "UTC"] {
            assert!(names().iter().any(|name| name == wanted), "{wanted}");
        }
        for name in names() {
            assert!(jiff::tz::TimeZone::get(name).is_ok(), "{name}");
        }
    }
}
