//! The catalog: every text is used, every text asked for is there, and no template speaks for
//! itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use portcullis_core::language::Language;
use portcullis_pages::texts::Texts;

#[test]
fn every_text_asked_for_is_in_the_catalog_and_every_text_in_it_is_asked_for() {
    let asked: BTreeSet<String> = sources()
        .iter()
        .flat_map(|(_, source)| keys_in(source))
        .collect();
    let written: BTreeSet<String> = catalog().lines().filter_map(key_of).collect();
    let missing: Vec<_> = asked.difference(&written).collect();
    let unused: Vec<_> = written.difference(&asked).collect();
    assert!(missing.is_empty(), "not in en.ftl: {missing:?}");
    assert!(unused.is_empty(), "in en.ftl and not used: {unused:?}");
    assert!(asked.iter().all(|key| Texts::of(Language::En).has(key)));
}

#[test]
fn no_template_speaks_for_itself() {
    for (path, source) in sources()
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|e| e == "html"))
    {
        let bare = without(&without(source, "{{", "}}"), "{%", "%}");
        for text in bare
            .split('>')
            .map(|part| part.split('<').next().unwrap_or_default())
        {
            let loose = text.replace("&nbsp;", "");
            assert!(
                !loose.chars().any(char::is_alphabetic),
                "{}: {loose:?}",
                path.display()
            );
        }
        for spoken in [
            "aria-label=\"",
            "title=\"",
            "alt=\"",
            "placeholder=\"",
            "data-label=\"",
            "data-other=\"",
            "download=\"",
        ] {
            for value in bare
                .split(spoken)
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                assert!(
                    value.trim().is_empty(),
                    "{}: {spoken}{value}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn no_mail_without_markup_speaks_for_itself() {
    for (path, source) in sources()
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|e| e == "txt"))
    {
        let bare = without(
            &without(&without(source, "{{", "}}"), "{%", "%}"),
            "{#",
            "#}",
        );
        let loose = bare.chars().any(char::is_alphabetic);
        assert!(!loose, "{}: {bare:?}", path.display());
    }
}

#[test]
fn no_source_of_a_page_speaks_for_itself() {
    // Proper names, the same in every language.
    let names = [
        "Google Authenticator",
        "Microsoft Authenticator",
        "Duo Mobile",
        "Bitwarden Authenticator",
        "Ente Auth",
    ];
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    for (path, source) in sources()
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|e| e == "rs"))
    {
        let code = source.lines().map(str::trim);
        let code = code.filter(|line| !line.starts_with("//") && !line.contains("reason = \""));
        for line in code {
            for literal in line.split('"').skip(1).step_by(2) {
                let words: Vec<&str> = literal.split_whitespace().collect();
                let sentence = words.windows(2).any(|pair| pair.iter().all(is_word));
                let markup = literal.contains('<');
                assert!(
                    !sentence || markup || names.contains(&literal),
                    "{}: {literal:?}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn texts_keep_the_house_words() {
    let catalog = catalog();
    for line in catalog.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<String> = line
            .split(|c: char| !c.is_alphanumeric())
            .map(str::to_lowercase)
            .collect();
        for word in [
            "please",
            "invalid",
            "error",
            "oops",
            "otp",
            "2fa",
            "token",
            "totp",
            "organisation",
            "enrol",
        ] {
            // An entry's menu in KeePassXC is called TOTP.
            let named = word == "totp" && line.contains("In its menu");
            // The key before the equals sign is ours, not the reader's.
            let spoken = words.iter().skip(
                line.split('=')
                    .next()
                    .map_or(0, |key| key.split('-').count()),
            );
            assert!(named || !spoken.clone().any(|said| said == word), "{line}");
        }
        assert!(
            !line.contains('!') && !line.contains('\'') && !line.contains("..."),
            "{line}"
        );
    }
    for fixed in [
        "Log in",
        "Submit code",
        "Try another way",
        "Edit profile",
        "MFA settings",
        "Show secret key for manual configuration",
        "Verify MFA code",
        "Enter the code here",
        "Enable",
        "Administration and access",
        "Copy",
        "Download",
        "Print",
        "I have stored these codes",
    ] {
        assert!(
            catalog
                .lines()
                .any(|line| line.ends_with(&format!(" = {fixed}"))),
            "{fixed}"
        );
    }
}

#[test]
fn a_text_says_one_and_many() {
    let left = |n: u32| {
        Texts::of(Language::En)
            .say("recovery-low")
            .with("left", n)
            .plain()
    };
    assert_eq!(left(0), "No recovery codes are left");
    assert_eq!(left(1), "Only 1 recovery code is left");
    assert_eq!(left(3), "Only 3 recovery codes are left");
}

fn catalog() -> String {
    fs::read_to_string(root().join("texts/en.ftl")).expect("the catalog")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&root().join("src"), &mut found);
    collect(&root().join("templates"), &mut found);
    assert!(found.len() > 40);
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            let source = fs::read_to_string(&path).expect("a source");
            found.push((path, source));
        }
    }
}

/// What is asked for by `say("…")`.
fn keys_in(source: &str) -> Vec<String> {
    source
        .split("say(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

fn key_of(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let ours = key.starts_with(|c: char| c.is_ascii_lowercase());
    ours.then(|| key.trim().to_owned())
}

/// The text without what stands between the two marks, marks included.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let mut left = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        left.push_str(part.split_once(to).map_or("", |(_, after)| after));
    }
    left
}
