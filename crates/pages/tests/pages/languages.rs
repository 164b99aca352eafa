//! Every page and mail in every language: nothing in English by accident.

use std::collections::BTreeSet;

use portcullis_core::language::Language;

use crate::said::said;
use crate::{mails, samples};

/// What reads the same in English and another language: proper names, and words that they share.
const SHARED: [&str; 14] = [
    "MFA",
    "Android",
    "iPhone",
    "Name",
    "Person",
    "Applications",
    "Contacts",
    "Administration",
    "Audit",
    "Helpdesk",
    "Code",
    "Logo",
    "Example GmbH",
    "Message-Authenticator",
];

/// What an Arabic page says in Latin letters on purpose: names, examples of what is typed, and the
/// names of the people and places of the samples, where they stand in a title.
const LATIN: &str = "MFA QR TOTP Android iPhone وiPhone Windows Mac وMac وLinux ann acme bauer example com \
    Example GmbH 7KQM 4XPD H2WN 9TRC Portcullis recovery codes txt Tom Novak Ann Bauer UTC smtp وsmtp url from \
    RADIUS Message Authenticator CVE Debian pam radius auth conf listen NAME VALUE Filter وFilter Id staff Service Type Class \
    وClass Session وSession Timeout Idle وIdle Framed وFramed Pool shell priv lvl web ssh mstsc v login address TLS SHA PEM Office desktop CSV PNG SVG JSON Northwind UTF 8 MB Eva https mail Webmail Sales";

#[test]
fn no_page_or_mail_says_in_another_language_what_it_says_in_english() {
    let english = everything(Language::En);
    for language in Language::ALL.into_iter().skip(1) {
        for ((name, html), (_, other)) in english.iter().zip(everything(language)) {
            let before: BTreeSet<String> = said(html).into_iter().collect();
            for text in said(&other) {
                let shared = SHARED.contains(&text.as_str());
                assert!(
                    shared || !before.contains(&text),
                    "{name} in {language:?} says {text:?}"
                );
            }
        }
    }
}

#[test]
fn an_arabic_page_says_nothing_in_latin_letters_but_names() {
    let known: Vec<&str> = LATIN.split_whitespace().collect();
    let mut unknown = BTreeSet::new();
    for (name, html) in everything(Language::Ar) {
        for text in said(&html) {
            // A title has no elements, so what somebody wrote isn't set apart there.
            let text = text.replace("Ann’s phone", "");
            let words = text.split(|c: char| !c.is_alphanumeric());
            for word in words.filter(|word| word.contains(|c: char| c.is_ascii_alphabetic())) {
                if !known.contains(&word) {
                    unknown.insert(format!("{name}: {word:?} in {text:?}"));
                }
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn a_few_pages_in_each_language_are_as_they_were_when_somebody_looked() {
    let pages = ["code-delayed", "replace-device", "mail required"];
    for language in Language::ALL.into_iter().skip(1) {
        for (name, html) in everything(language) {
            if pages.contains(&name.as_str()) {
                insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots" }, {
                    let name = format!("{}-{}", name.replace(' ', "-"), language.tag());
                    insta::assert_snapshot!(name, crate::without_hashes(&html));
                });
            }
        }
    }
}

/// Every page and every mail in a language.
fn everything(language: Language) -> Vec<(String, String)> {
    samples::in_language(language, || {
        let mut all = samples::all();
        let mails = mails::all().into_iter();
        all.extend(mails.map(|(name, letter)| (format!("mail {name}"), letter.html)));
        all
    })
}
