//! Every page of the second step, and every way in which it refuses.

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_second_step() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("second step");
    browser.signs_in(&ann.login, &ann.password).await;
    let (phone, codes) = browser.goes_through_the_wizard(&portal).await;
    browser.signs_out("Person ann").await;

    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Enter the code from your app").await;
    gallery.shows(&browser, "code").await;
    browser.confirms(&portal, &phone).await;
    browser.sees("That code was already used").await;
    gallery.shows(&browser, "code-already-used").await;
    browser.types("Enter the code here", "12345").await;
    browser.clicks("Submit code").await;
    browser.sees("A code has six digits").await;
    gallery.shows(&browser, "code-not-six-digits").await;
    browser.types("Enter the code here", &codes[0]).await;
    browser.clicks("Submit code").await;
    browser.sees("That looks like a recovery code").await;
    gallery.shows(&browser, "code-is-recovery-code").await;
    portal.wait_for_next_code();
    // The account knows the browser, so ten are free in it; the code that was already used counted, too.
    for _ in 0..9 {
        browser.signs_in(&ann.login, &ann.password).await;
        browser.arrives_at("Enter the code from your app").await;
        browser
            .gives_code(&phone.wrong_code(portal.now()), "Submit code")
            .await;
        browser.sees("That isn’t the code the app shows now").await;
    }
    browser.clicks("Try another way").await;
    gallery.shows(&browser, "code-wrong").await;
    browser
        .gives_code(&phone.code(portal.now()), "Submit code")
        .await;
    browser.sees("Too many codes that weren’t right").await;
    gallery.shows(&browser, "code-delayed").await;

    browser.clicks("Try another way").await;
    browser.clicks("Use a recovery code").await;
    browser.arrives_at("Use a recovery code").await;
    gallery.shows(&browser, "recovery-code").await;
    browser.types("Recovery code", "123456").await;
    browser.clicks("Submit code").await;
    browser.sees("That looks like the code from your app").await;
    gallery.shows(&browser, "recovery-code-is-app-code").await;
    browser.types("Recovery code", "7KQM-4XPD").await;
    browser.clicks("Submit code").await;
    browser
        .sees("A recovery code has 16 letters and digits")
        .await;
    gallery.shows(&browser, "recovery-code-not-a-code").await;
    for _ in 0..10 {
        browser.types("Recovery code", "7KQM-4XPD-H2WN-9TRC").await;
        browser.clicks("Submit code").await;
        browser.sees("That isn’t one of your recovery codes").await;
    }
    gallery.shows(&browser, "recovery-code-wrong").await;
    browser.types("Recovery code", &codes[0]).await;
    browser.clicks("Submit code").await;
    browser.sees("Try again in 30 seconds").await;
    gallery.shows(&browser, "recovery-code-delayed").await;
    portal.wait(Span::minutes(1));

    // All ten used up, by a browser without a screen.
    for code in &codes {
        let mut client = portal.browser();
        let page = client.signs_in(&ann.login, &ann.password).await;
        let answer = client.gives_recovery_code(&page, code).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        if *code == codes[0] {
            browser.signs_in(&ann.login, &ann.password).await;
            browser.gives_recovery_code(code).await;
            browser.sees("That recovery code was already used").await;
            gallery.shows(&browser, "recovery-code-already-used").await;
        }
    }
    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Enter the code from your app").await;
    browser.clicks("Try another way").await;
    gallery.shows(&browser, "code-no-other-way").await;
    for _ in 0..60 {
        portal.wait(Span::hours(1));
        let mut client = portal.browser();
        let page = client.signs_in(&ann.login, &ann.password).await;
        client
            .gives_code(&page, &phone.wrong_code(portal.now()))
            .await;
    }
    browser.signs_in(&ann.login, &ann.password).await;
    browser
        .gives_code(&phone.code(portal.now()), "Submit code")
        .await;
    browser
        .sees("Codes from the app are closed for this account")
        .await;
    gallery.shows(&browser, "code-suspended").await;
    gallery.closes();
}
