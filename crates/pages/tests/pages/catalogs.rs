//! The catalogs of the languages against the English one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use portcullis_core::language::Language;
use portcullis_pages::texts::Texts;

/// Told in whichever way a language does it, so each takes the values that it has use for.
const AS_THE_LANGUAGE_DOES: [&str; 3] = ["clock", "clock-exact", "date"];

#[test]
fn a_translation_takes_the_values_that_the_english_text_takes() {
    let english = values_by_key(Language::En);
    for language in translated() {
        for (key, values) in values_by_key(language) {
            if AS_THE_LANGUAGE_DOES.contains(&key.as_str()) {
                continue;
            }
            let expect = english.get(&key);
            assert_eq!(expect, Some(&values), "{key} in {language:?}");
        }
    }
}

#[test]
fn what_is_written_in_a_catalog_is_understood_whole() {
    for language in translated() {
        let source = source(language);
        for key in source.lines().filter_map(key_of) {
            let lines = source.lines().filter_map(key_of);
            assert_eq!(lines.filter(|other| *other == key).count(), 1, "{key}");
            assert!(Texts::of(language).has(&key), "{key} in {language:?}");
        }
    }
}

/// The languages that have a catalog of their own.
fn translated() -> Vec<Language> {
    let mut all = Language::ALL.to_vec();
    all.retain(|language| Texts::of(*language).language() == *language);
    all
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
