//! The words of a story in the language of its browser: a story is told in English, and what it names
//! is looked up in the catalogs.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use portcullis_core::language::Language;
use portcullis_pages::texts::Texts;

use super::window::Browser;

/// The keys of the texts that take no values, by what they say in English.
static KEYS: LazyLock<BTreeMap<String, Vec<&str>>> = LazyLock::new(|| {
    let catalog = include_str!("../../../crates/pages/texts/en.ftl");
    let mut keys: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for line in catalog.lines() {
        if let Some((key, _)) = line
            .split_once(" = ")
            .filter(|(_, text)| !text.contains('$'))
        {
            let text = Texts::of(Language::En).say(key).plain();
            keys.entry(text).or_default().push(key);
        }
    }
    keys
});

impl Browser {
    /// What the page may say for words that a story has in English. Words that are in no catalog, as
    /// names are, stay as they are.
    pub fn translated(&self, words: &str) -> Vec<String> {
        match KEYS.get(words) {
            Some(keys) if self.look.language != Language::En => {
                let texts = Texts::of(self.look.language);
                let meant = keys.iter().map(|key| texts.say(key).plain());
                meant.collect()
            }
            _ => vec![words.to_owned()],
        }
    }
}
