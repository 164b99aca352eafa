//! In which language somebody is answered.

use crate::client::Answer;
use crate::portal::Portal;

/// Asserts that a page is in a language, with its first heading.
fn speaks(page: &Answer, language: &str, heading: &str) {
    assert!(
        page.body.contains(&format!(r#"<html lang="{language}" "#)),
        "not in {language}: {}",
        page.body
    );
    let heading = format!("<h1>{heading}</h1>");
    assert!(page.body.contains(&heading), "{heading}: {}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_is_answered_in_the_language_that_the_browser_asks_for() {
    let portal = Portal::start().await;
    for (asked, language, heading) in [
        (None, "en", "Sign in"),
        (Some("de-AT,de;q=0.9,en;q=0.5"), "de", "Anmeldung"),
        (Some("en,de;q=0.9"), "en", "Sign in"),
        (Some("tlh, *;q=0.1"), "en", "Sign in"),
    ] {
        let mut browser = portal.browser();
        browser.language = asked;
        speaks(&browser.get("/sign-in").await, language, heading);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_told_in_the_language_that_the_browser_asks_for() {
    let portal = Portal::start().await;
    let mut browser = portal.browser();
    browser.language = Some("de");
    let nowhere = browser.get("/nowhere").await;
    speaks(&nowhere, "de", "Diese Seite gibt es nicht");
    let refused = browser.signs_in("nobody", "not a password").await;
    speaks(&refused, "de", "Anmeldung");
    assert!(
        refused
            .body
            .contains("Anmeldename und Passwort passen nicht zusammen")
    );
}
