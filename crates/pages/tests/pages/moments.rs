//! Points in time as people read them.

use portcullis_core::language::Language;
use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::Frame;

use crate::samples::{frame, now};

#[test]
fn the_past_is_told_in_the_words_that_fit_it() {
    check(now() - Span::seconds(59), "just now");
    check(now() - Span::seconds(60), "1 minute ago");
    check(now() - Span::minutes(59), "59 minutes ago");
    check(now() - Span::minutes(60), "today at 9:23 AM");
    check(now() - Span::hours(11), "yesterday at 11:23 PM");
    check(now() - Span::days(2), "2 days ago");
    check(now() - Span::days(6), "6 days ago");
    check(now() - Span::days(7), "May 5, 2026");
    check(Timestamp::EPOCH, "January 1, 1970");
}

#[test]
fn what_lies_ahead_has_a_time_of_day() {
    check(now() + Span::minutes(5), "today at 10:28 AM");
    check(now() + Span::days(1), "tomorrow at 10:23 AM");
    check(now() + Span::days(2), "May 14, 2026 at 10:23 AM");
}

#[test]
fn a_wait_is_told_in_whole_minutes_and_never_too_short() {
    let at = Timestamp::from_millis(1_778_574_180_000);
    let told = |at| frame().clock_after(&at).words().to_owned();
    assert_eq!(told(at), "10:23 AM");
    assert_eq!(told(at + Span::millis(1)), "10:24 AM");
    assert_eq!(told(at + Span::seconds(60)), "10:24 AM");
}

#[test]
fn the_exact_time_is_there_for_programs_and_for_who_wants_it() {
    let html = frame().when(&(now() - Span::minutes(2))).to_string();
    let exact = r#"<time datetime="2026-05-12T10:21:08+02:00" title="May 12, 2026, 10:21:08 AM">"#;
    assert_eq!(html, format!("{exact}2 minutes ago</time>"));
}

#[test]
fn a_date_and_a_time_of_day_are_written_as_the_language_does_it() {
    let check = |language, past: &str, ahead: &str| {
        let frame = Frame {
            language,
            ..frame()
        };
        assert_eq!(frame.when(&(now() - Span::hours(3))).words(), past);
        assert_eq!(frame.full(&(now() + Span::hours(4))).words(), ahead);
    };
    check(Language::En, "today at 7:23 AM", "May 12, 2026 at 2:23 PM");
    check(
        Language::De,
        "heute um 07:23 Uhr",
        "12. Mai 2026 um 14:23 Uhr",
    );
    check(Language::Fr, "aujourd’hui à 07:23", "12 mai 2026 à 14:23");
    check(Language::Es, "hoy, 07:23 h", "12 de mayo de 2026, 14:23 h");
    check(
        Language::Ar,
        "اليوم الساعة 7:23 ص",
        "12 مايو 2026، الساعة 2:23 م",
    );
}

#[test]
fn half_past_noon_and_half_past_midnight_are_told_apart() {
    let midnight = now() - Span::hours(10) - Span::minutes(23);
    let clock = |at| frame().clock(&at).words().to_owned();
    assert_eq!(clock(midnight), "12:00 AM");
    assert_eq!(clock(midnight + Span::hours(12)), "12:00 PM");
    assert_eq!(clock(midnight - Span::minutes(1)), "11:59 PM");
}

fn check(at: Timestamp, words: &str) {
    assert_eq!(frame().when(&at).words(), words);
}
