//! The catalogs of the languages against the English one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use portcullis_core::language::Language;
use portcullis_pages::texts::Texts;

/// Told in whichever way a language does it, so each takes the values that it has use for.
const AS_THE_LANGUAGE_DOES: [&str; 3] = ["clock", "clock-exact", "date"];

#[test]
fn every_text_is_in_all_five_languages() {
    let keys = |language| -> BTreeSet<String> { values_by_key(language).into_keys().collect() };
    let english = keys(Language::En);
    for language in Language::ALL {
        let own = keys(language);
        let missing: Vec<_> = english.difference(&own).collect();
        let unknown: Vec<_> = own.difference(&english).collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{language:?} misses {missing:?} and has {unknown:?} for nothing"
        );
    }
}

#[test]
fn a_translation_takes_the_values_that_the_english_text_takes() {
    let english = values_by_key(Language::En);
    for language in Language::ALL {
        for (key, values) in values_by_key(language) {
            if AS_THE_LANGUAGE_DOES.contains(&key.as_str()) {
                continue;
            }
            if let Some(expect) = english.get(&key) {
                assert_eq!(expect, &values, "{key} in {language:?}");
            }
        }
    }
}

#[test]
fn what_is_written_in_a_catalog_is_understood_whole() {
    for language in Language::ALL {
        let source = source(language);
        for key in source.lines().filter_map(key_of) {
            let lines = source.lines().filter_map(key_of);
            assert_eq!(lines.filter(|other| *other == key).count(), 1, "{key}");
            assert!(Texts::of(language).has(&key), "{key} in {language:?}");
        }
    }
}

#[test]
fn plurals_follow_the_rules_of_the_language() {
    let ago = |language, minutes: u32| {
        let say = Texts::of(language).say("when-minutes-ago");
        say.with("minutes", minutes).plain()
    };
    assert_eq!(ago(Language::De, 1), "vor 1 Minute");
    assert_eq!(ago(Language::De, 0), "vor 0 Minuten");
    // Nothing is singular in French.
    assert_eq!(ago(Language::Fr, 0), "il y a 0 minute");
    assert_eq!(ago(Language::Fr, 2), "il y a 2 minutes");
    // Arabic has six forms: none, one, two, few, many and the rest.
    for (minutes, expect) in [
        (0, "قبل 0 دقيقة"),
        (1, "قبل دقيقة واحدة"),
        (2, "قبل دقيقتين"),
        (3, "قبل 3 دقائق"),
        (10, "قبل 10 دقائق"),
        (11, "قبل 11 دقيقة"),
        (99, "قبل 99 دقيقة"),
        (100, "قبل 100 دقيقة"),
        (102, "قبل 102 دقيقة"),
        (103, "قبل 103 دقائق"),
        (1_110, "قبل 1,110 دقائق"),
    ] {
        assert_eq!(ago(Language::Ar, minutes), expect);
    }
    let days = Texts::of(Language::Ar).say("when-days-ago");
    assert_eq!(days.clone().with("days", 111u32).plain(), "قبل 111 يومًا");
    assert_eq!(days.with("days", 200u32).plain(), "قبل 200 يوم");
}

#[test]
fn where_a_number_chooses_arabic_has_a_text_for_each_of_its_six_forms() {
    let source = source(Language::Ar);
    for select in source.split("->\n").skip(1) {
        let variants = select.split("\n    }").next().unwrap_or_default();
        if variants.contains("[other]") {
            let chosen = |form: &str| variants.contains(&format!("[{form}]"));
            let zero = chosen("zero") || chosen("0");
            let others = ["one", "two", "few", "many"].into_iter().all(chosen);
            assert!(zero && others, "{variants}");
        }
    }
}

#[test]
fn no_french_line_begins_with_a_mark() {
    for key in values_by_key(Language::Fr).into_keys() {
        let said = Texts::of(Language::Fr).say(key.leak()).plain();
        let loose = [" ?", " !", " ;", " :", " »", "« "];
        assert!(!loose.iter().any(|mark| said.contains(mark)), "{said}");
    }
    let asked = Texts::of(Language::Fr).say("not-you").plain();
    assert_eq!(asked, "Ce n’est pas vous\u{202f}?");
}

#[test]
fn numbers_are_grouped_as_the_language_does_it() {
    let written = |language, number: u32| {
        let say = Texts::of(language).say("number");
        say.with("number", number).plain()
    };
    assert_eq!(written(Language::En, 999), "999");
    assert_eq!(written(Language::En, 1_234), "1,234");
    assert_eq!(written(Language::De, 1_234_567), "1.234.567");
    assert_eq!(written(Language::Fr, 12_345), "12\u{202f}345");
    assert_eq!(written(Language::Ar, 12_345), "12,345");
}

#[test]
fn a_text_that_is_not_translated_is_said_in_english_and_no_key_is_shown() {
    for language in Language::ALL {
        for key in values_by_key(Language::En).into_keys() {
            let key: &'static str = key.leak();
            assert_ne!(Texts::of(language).say(key).plain(), key, "{language:?}");
        }
    }
}

fn source(language: Language) -> String {
    let path = format!("texts/{}.ftl", language.tag());
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a catalog")
}

/// The names after `$` in each text.
fn values_by_key(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut key = String::new();
    for line in source(language)
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        if let Some(next) = key_of(line) {
            key = next;
        }
        let values: &mut BTreeSet<String> = found.entry(key.clone()).or_default();
        for after in line.split('$').skip(1) {
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            values.insert(after[..end.unwrap_or(after.len())].to_owned());
        }
    }
    found.remove("");
    found
}

fn key_of(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let ours = key.starts_with(|c: char| c.is_ascii_lowercase());
    ours.then(|| key.trim().to_owned())
}
