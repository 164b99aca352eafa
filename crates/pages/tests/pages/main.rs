//! Every page in every state, as it is sent: looked at once, then held by snapshots; and rules
//! that hold for all of them.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod catalogs;
mod languages;
mod mails;
mod moments;
mod nasty;
mod nasty_mails;
mod rules;
mod said;
mod samples;
mod texts;

use portcullis_pages::assets;

#[test]
fn every_page_in_every_state_is_as_it_was_when_somebody_looked() {
    for (name, html) in samples::all() {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots" }, {
            insta::assert_snapshot!(name, without_hashes(&html));
        });
    }
}

/// A changed style sheet changes its address on every page, which says nothing about the page.
fn without_hashes(html: &str) -> String {
    let names = [
        "style.css",
        "icon.svg",
        "code.js",
        "copy.js",
        "menu.js",
        "password.js",
        "print.js",
        "wait.js",
    ];
    names.iter().fold(html.to_owned(), |html, name| {
        html.replace(&assets::path(name), &format!("/assets/{name}"))
    })
}
