//! Finding people by the beginnings of words: of their names, login names and addresses.

use std::collections::BTreeSet;

use crate::name;

/// How many characters of a word count.
pub const LONGEST: usize = 64;
/// How many words of a search count.
pub const MOST: usize = 3;

/// The form in which words are compared. Of the two forms of a small sigma one depends on what follows, which a
/// beginning does not know.
fn fold(word: &str) -> String {
    name::fold(word).replace('ς', "σ")
}

/// The words by which somebody is found, in lower case and in their order: each part of the name between
/// spaces, the login name and the address, and what follows a hyphen, a dot or the like in any of them.
pub fn words(name: &str, login_name: &str, email: Option<&str>) -> BTreeSet<String> {
    let parts = name.split_whitespace().chain([login_name]).chain(email);
    let mut words = BTreeSet::new();
    for part in parts {
        let part = fold(part);
        let mut inside = false;
        for (at, character) in part.char_indices() {
            let begins = character.is_alphanumeric() && !inside;
            inside = character.is_alphanumeric();
            if let Some(rest) = part.get(at..).filter(|_| at == 0 || begins) {
                words.insert(rest.chars().take(LONGEST).collect());
            }
        }
    }
    words
}

/// What is sought: each of some words begins a word of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    first: String,
    others: Vec<String>,
}

impl Sought {
    /// As typed; nothing where nothing is sought. The longest words count, [`MOST`] of them.
    pub fn parse(typed: &str) -> Option<Self> {
        let cut = |word: &str| fold(word).chars().take(LONGEST).collect::<String>();
        let mut words: Vec<String> = typed.split_whitespace().map(cut).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.truncate(MOST);
        let mut words = words.into_iter();
        Some(Self {
            first: words.next()?,
            others: words.collect(),
        })
    }

    /// As typed in an organization, whose logins are shown with its short name: `ann@acme` seeks `ann` there.
    pub fn within(typed: &str, slug: &str) -> Option<Self> {
        let place = format!("@{slug}");
        let login_name = |word: &str| {
            let word = fold(word);
            word.strip_suffix(&place)
                .map_or(word.clone(), str::to_owned)
        };
        let words: Vec<String> = typed.split_whitespace().map(login_name).collect();
        Self::parse(&words.join(" "))
    }

    /// Where somebody stands in the list of who was found: the first of their words that begins with what is looked
    /// up, a space, the login name.
    pub fn place_of(&self, name: &str, login_name: &str, email: Option<&str>) -> String {
        let words = words(name, login_name, email);
        let found = words.iter().find(|word| word.starts_with(self.first()));
        format!("{} {login_name}", found.map_or("", String::as_str))
    }

    /// What stands in front of a page of that list: a word and a login name. `after`: of [`Self::place_of`] the last
    /// one before it, else empty.
    pub fn before<'a>(&'a self, after: &'a str) -> (&'a str, &'a str) {
        after.split_once(' ').unwrap_or((self.first(), ""))
    }

    /// The longest: it is looked up, and the list is in the order of what it found.
    pub fn first(&self) -> &str {
        &self.first
    }

    /// The others, [`MOST`] less one at most.
    pub fn others(&self) -> &[String] {
        &self.others
    }
}

/// What is behind each word that begins with this, in the order of bytes: a word stands from `begin` to before
/// this.
pub fn end(begin: &str) -> String {
    format!("{begin}{}", char::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_name_login_name_and_address_is_found() {
        let found = words("Jean-Luc  ÉMILE", "jl.e", Some("jean@acme.example"));
        let expect = [
            "acme.example",
            "e",
            "example",
            "jean-luc",
            "jean@acme.example",
            "jl.e",
            "luc",
            "émile",
        ];
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expect);
        assert_eq!(
            words("(Ann", "a", None).into_iter().collect::<Vec<_>>(),
            ["(ann", "a", "ann"]
        );
        let greek = words("Ὀδυσσεύς", "a", None);
        assert!(
            greek
                .iter()
                .any(|word| word.starts_with(Sought::parse("ὈΔΥΣ").unwrap().first()))
        );
        let wide = Sought::parse("E\u{301}\u{FF2D}ILE").unwrap();
        assert_eq!(wide.first(), "émile", "composed, and of usual width");
        assert_eq!(
            words(&"é".repeat(80), "a", None)
                .last()
                .unwrap()
                .chars()
                .count(),
            LONGEST
        );
    }

    #[test]
    fn the_longest_words_are_sought() {
        assert_eq!(Sought::parse("  "), None);
        let sought = Sought::parse("An  EXAMPLE of x").unwrap();
        assert_eq!(
            (sought.first(), sought.others()),
            ("example", &["an".to_owned(), "of".to_owned()][..])
        );
    }

    #[test]
    fn a_login_as_it_is_shown_is_sought_by_its_name() {
        let first = |typed| Sought::within(typed, "acme").unwrap().first().to_owned();
        assert_eq!(first("Ann@ACME"), "ann");
        assert_eq!(first("ann@acme.example"), "ann@acme.example");
        assert_eq!(first("ann@beta"), "ann@beta");
        assert_eq!(Sought::within("@acme", "acme"), None);
    }

    #[test]
    fn whoever_was_found_stands_where_the_next_page_begins() {
        let sought = Sought::parse("ex").unwrap();
        let place = sought.place_of("Ann Example", "ann", Some("ann@exact.example"));
        assert_eq!(place, "exact.example ann");
        assert_eq!(sought.before(&place), ("exact.example", "ann"));
        assert_eq!(sought.before(""), ("ex", ""));
    }

    #[test]
    fn a_word_stands_between_its_beginning_and_its_end() {
        for word in ["ann", "anna", "ann\u{fffff}z"] {
            assert!("ann" <= word && *word < *end("ann"));
        }
        assert!("ano" > end("ann").as_str());
    }
}
