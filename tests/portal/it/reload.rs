//! SIGHUP: what changes while the portal serves, and what does not.

use std::fmt::Write;

use crate::program::Program;

/// A configuration file with a help desk and other keys.
fn file(desk: &str, keys: &str) -> String {
    let mut text = keys.to_owned();
    writeln!(text, "[support]\ncontacts = [{{ label = \"{desk}\" }}]").unwrap();
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_change_live_does_and_the_rest_is_named() {
    let mut program = Program::new();
    program.configure(&file("First desk", "forwarding_header = \"forwarded\"\n"));
    let mut browser = program.start();
    let page = browser.get("/no-such-page").await;
    page.expects(404, "First desk");

    let new =
        "trusted_networks = [\"127.0.0.1\"]\nlisten = \"127.0.0.1:1\"\n[password]\npasses = 3\n";
    program.configure(&file("Second desk", new));
    program.signal("-HUP");
    program.logs("the configuration was read anew").await;
    let page = browser.get("/no-such-page").await;
    page.expects(404, "Second desk");
    let log = program.log();
    for key in ["listen", "password.passes"] {
        let named = log.lines().any(|line| {
            line.contains("holds after a restart") && line.contains(&format!("\"{key}\""))
        });
        assert!(named, "{key} is not named in\n{log}");
    }
    assert_eq!(log.matches("holds after a restart").count(), 2, "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_mistakes_changes_nothing_and_each_is_logged() {
    let mut program = Program::new();
    program.configure(&file("First desk", ""));
    let mut browser = program.start();
    let bad = "trusted_proxies = [\"nowhere\"]\ncolour = 1\n";
    program.configure(&file("Second desk", bad));
    program.signal("-HUP");
    program
        .logs("portcullis.toml:1: `trusted_proxies`: nowhere is no address")
        .await;
    program
        .logs("portcullis.toml:2: `colour`: there is no such key")
        .await;
    let page = browser.get("/no-such-page").await;
    page.expects(404, "First desk");
    assert!(!program.log().contains("read anew"));

    // Once it is mended, it holds.
    program.configure(&file("Third desk", ""));
    program.signal("-HUP");
    program.logs("the configuration was read anew").await;
    let page = browser.get("/no-such-page").await;
    page.expects(404, "Third desk");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_gone_changes_nothing_and_is_named() {
    let mut program = Program::new();
    program.configure(&file("First desk", ""));
    let mut browser = program.start();
    let path = program.folder.path().join("portcullis.toml");
    std::fs::rename(&path, path.with_extension("away")).unwrap();
    program.signal("-HUP");
    program
        .logs("there is no configuration file portcullis.toml")
        .await;
    let page = browser.get("/no-such-page").await;
    page.expects(404, "First desk");
    assert!(!program.log().contains("read anew"));

    // Once it is back, it holds.
    program.configure(&file("Second desk", ""));
    program.signal("-HUP");
    program.logs("the configuration was read anew").await;
    let page = browser.get("/no-such-page").await;
    page.expects(404, "Second desk");
}
