//! `portcullis radius …` as operators use it.

use std::path::Path;

use super::command_line::{portal, refuses, says};

const CLIENT: [&str; 3] = ["radius", "client", "create"];

#[test]
fn clients_are_added_shown_changed_and_removed() {
    let (_folder, data) = portal();
    says(
        &data,
        &["account", "create", "acme", "ann", "Ann Bauer"],
        "Added ann@acme",
    );
    let made = says(
        &data,
        &[&CLIENT[..], &["acme", "web-1", "10.0.0.7"]].concat(),
        "Secret of web-1: ",
    );
    let secret = made
        .split("web-1: ")
        .nth(1)
        .unwrap()
        .lines()
        .next()
        .unwrap();
    assert_eq!(secret.len(), 32);
    assert!(
        secret
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "{secret}"
    );
    assert!(!made.contains("Warning"), "{made}");
    let list = says(&data, &["radius", "client", "list", "acme"], "web-1");
    assert!(
        list.contains("10.0.0.7") && list.contains("everyone"),
        "{list}"
    );
    assert!(!list.contains(secret), "it is shown once");
    let edit =
        |more: &[&'static str]| [&["radius", "client", "edit", "acme", "web-1"], more].concat();
    let changed = says(
        &data,
        &edit(&["--message-authenticator", "no"]),
        "web-1 is changed",
    );
    assert!(
        changed.contains("Warning") && changed.contains("CVE-2024-3596"),
        "{changed}"
    );
    says(
        &data,
        &edit(&[
            "--only",
            "ann@acme",
            "--return",
            "Class=vpn",
            "--recovery-codes",
            "yes",
        ]),
        "changed",
    );
    let json = says(
        &data,
        &["radius", "client", "show", "acme", "web-1", "--json"],
        "{",
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["who"], "ann@acme");
    assert_eq!(json["message_authenticator"], "no");
    assert_eq!(json["recovery_codes"], true);
    assert_eq!(json["returned"], "Class=vpn");
    says(&data, &edit(&["--disallow", "ann@acme"]), "changed");
    let shown = says(
        &data,
        &["radius", "client", "show", "acme", "web-1"],
        "web-1",
    );
    assert!(
        !shown.contains("ann@acme") && !shown.contains("everyone"),
        "{shown}"
    );
    says(&data, &edit(&["--everyone"]), "changed");
    let rotated = says(
        &data,
        &["radius", "client", "rotate", "acme", "web-1"],
        "Secret of web-1: ",
    );
    assert!(!rotated.contains(secret));
    removed_and_logged(&data, secret);
}

fn removed_and_logged(data: &Path, secret: &str) {
    says(
        data,
        &["radius", "client", "delete", "acme", "web-1"],
        "not answered any more",
    );
    refuses(
        data,
        &["radius", "client", "show", "acme", "web-1"],
        1,
        "has no client web-1",
    );
    let log = says(data, &["audit", "list", "acme"], "radius_client_removed");
    for event in [
        "radius_client_added",
        "radius_client_changed",
        "radius_secret_rotated",
    ] {
        assert!(log.contains(event), "{log}");
    }
    assert!(!log.contains(secret));
}

#[test]
fn what_can_be_no_client_is_refused_with_the_reason() {
    let (_folder, data) = portal();
    says(
        &data,
        &["organization", "create", "globex", "Globex"],
        "Made",
    );
    says(
        &data,
        &["account", "create", "globex", "bob", "Bob Hill"],
        "Added bob@globex",
    );
    let create = |more: &[&'static str]| [&CLIENT[..], more].concat();
    says(
        &data,
        &create(&["acme", "vpn", "10.1.0.0/16"]),
        "Secret of vpn",
    );
    refuses(&data, &create(&["acme", "vpn", "10.2.0.1"]), 1, "this name");
    refuses(
        &data,
        &create(&["globex", "vpn", "10.1.7.7/16"]),
        1,
        "this network",
    );
    refuses(
        &data,
        &create(&["acme", "x", "10.1"]),
        2,
        "write an address",
    );
    refuses(
        &data,
        &create(&["acme", "x", "10.2.0.1", "--only", "bob@globex"]),
        1,
        "not of acme",
    );
    refuses(
        &data,
        &create(&["acme", "x", "10.2.0.1", "--return", "State=x"]),
        1,
        "the names are",
    );
    refuses(
        &data,
        &create(&["acme", "x", "10.2.0.1", "--return", "26.311.17=x"]),
        1,
        "keys are not given out",
    );
    let many: Vec<String> = (0..9)
        .map(|n| format!("Class=y{n}{}", "x".repeat(240)))
        .collect();
    let mut words = create(&["acme", "x", "10.2.0.1"]);
    for one in &many {
        words.extend(["--return", one]);
    }
    refuses(&data, &words, 1, "more than an answer holds");
    refuses(
        &data,
        &create(&["initech", "x", "10.2.0.1"]),
        1,
        "no organization initech",
    );
}
