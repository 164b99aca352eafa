//! What people read when an answer is refused: what happened, what to do, and how long to wait.

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;

use super::chromium::Chromium;
use super::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_code_says_why_and_how_long_to_wait() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.signs_in(&ann.login, &ann.password).await;
    let (phone, _) = browser.goes_through_the_wizard(&portal).await;
    browser.signs_out("Person ann").await;

    // The code that set the app up, typed again while the app still shows it.
    browser.signs_in(&ann.login, &ann.password).await;
    browser.confirms(&portal, &phone).await;
    browser.sees("That code was already used").await;
    browser.sees("Wait for the next one (15 seconds).").await;
    browser
        .signs_in_with(&portal, &phone, &ann.login, &ann.password)
        .await;
    browser.signs_out("Person ann").await;

    browser.signs_in(&ann.login, &ann.password).await;
    browser.types("Enter the code here", "12345").await;
    browser.clicks("Submit code").await;
    browser.sees("A code has six digits").await;
    // The account knows the browser, so ten are free in it.
    for _ in 0..10 {
        browser
            .gives_code(&phone.wrong_code(portal.now()), "Submit code")
            .await;
        browser.sees("That isn’t the code the app shows now").await;
        browser.signs_in(&ann.login, &ann.password).await;
        browser.arrives_at("Enter the code from your app").await;
    }
    // Announced before the right code is looked at, with the time at which it counts again.
    portal.wait_for_next_code();
    portal.wait(Span::seconds(-10));
    browser.confirms(&portal, &phone).await;
    browser.sees("Too many codes that weren’t right").await;
    browser.sees("Try again in 10 seconds").await;
    browser.sees("Help desk").await;
    portal.wait(Span::seconds(11));
    browser
        .gives_code(&phone.code(portal.now()), "Submit code")
        .await;
    browser.arrives_at("Your applications").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_typed_wrong_too_often_must_wait_whether_anybody_has_it_or_not() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let browser = chromium.opens(&portal, Look::PHONE).await;
    let mut pages = Vec::new();
    for login in [&eva.login, "nobody@north"] {
        for _ in 0..5 {
            browser.signs_in(login, "not the password").await;
            browser
                .sees("That login and password don’t go together")
                .await;
        }
        browser.signs_in(login, &eva.password).await;
        browser.sees("Too many tries for this login").await;
        browser.sees("Try again in 30 seconds").await;
        let text = browser.text().await;
        // Each has a code of its own.
        let (before, after) = text.split_once("Support code").unwrap();
        let (code, after) = after.trim_start().split_at(6);
        assert_eq!(code.find('-'), Some(2), "{code}");
        pages.push(format!("{before}{after}"));
    }
    assert_eq!(pages[0], pages[1]);
    portal.wait(Span::seconds(31));
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Your applications").await;
}
