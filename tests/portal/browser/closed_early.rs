//! Closing the browser in the middle of the wizard: what worked before works, nothing is half set up,
//! and a fresh try succeeds.

use portcullis_core::policy::Rule;

use super::chromium::Chromium;
use super::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_browser_after_each_step_of_the_wizard_loses_nothing() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let opens = async || {
        let browser = chromium.opens(&portal, Look::PHONE).await;
        browser.signs_in(&ann.login, &ann.password).await;
        browser
    };

    let browser = opens().await;
    browser.arrives_at("Get an authenticator app").await;
    drop(browser); // on the first page

    let browser = opens().await;
    let forgotten = browser.scans().await;
    drop(browser); // with a key on the phone that nothing confirmed

    let browser = opens().await;
    let phone = browser.scans().await;
    let now = portal.now();
    assert_ne!(
        phone.code(now),
        forgotten.code(now),
        "a key that was closed away never counts"
    );
    browser.gives_code(&forgotten.code(now), "Enable").await;
    browser.sees("That isn’t the code the app shows now").await;
    drop(browser); // after a refused code

    let browser = opens().await;
    let phone = browser.sets_up_an_app(&portal).await;
    let unstored = browser.list("Recovery codes").await;
    drop(browser); // before the tick: the device counts, the codes are not known to be stored

    portal.wait_for_next_code();
    let browser = opens().await;
    browser.confirms(&portal, &phone).await;
    browser
        .arrives_at("Your recovery codes aren’t stored yet")
        .await;
    drop(browser); // and once more

    portal.wait_for_next_code();
    let browser = opens().await;
    browser.confirms(&portal, &phone).await;
    browser
        .arrives_at("Your recovery codes aren’t stored yet")
        .await;
    browser.clicks("Show new recovery codes").await;
    let codes = browser.stores_the_codes().await;
    assert!(codes.iter().all(|code| !unstored.contains(code)));
    browser.arrives_at("Your applications").await;
    drop(browser);

    let browser = opens().await;
    browser.gives_recovery_code(&unstored[0]).await;
    browser.sees("That isn’t one of your recovery codes").await;
    browser
        .signs_in_with(&portal, &phone, &ann.login, &ann.password)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_phone_counts_until_the_new_one_has_shown_a_right_code() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK.dark()).await;
    browser.signs_in(&ann.login, &ann.password).await;
    let (old, codes) = browser.goes_through_the_wizard(&portal).await;

    for code in &codes[..2] {
        let browser = chromium.opens(&portal, Look::DESK).await;
        browser.signs_in(&ann.login, &ann.password).await;
        browser.gives_recovery_code(code).await;
        browser.arrives_at("Do you still have your device?").await;
        browser.clicks("Set up another device").await;
        browser.scans().await;
        drop(browser); // the new phone has the key and never shows a code
        let browser = chromium.opens(&portal, Look::DESK).await;
        browser
            .signs_in_with(&portal, &old, &ann.login, &ann.password)
            .await;
    }

    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.signs_in(&ann.login, &ann.password).await;
    browser.gives_recovery_code(&codes[2]).await;
    browser.clicks("Set up another device").await;
    let new = browser.scans().await;
    browser.gives_code(&new.code(portal.now()), "Enable").await;
    browser.sees("Your applications").await;
    browser.signs_out("Person ann").await;
    portal.wait_for_next_code();
    browser.signs_in(&ann.login, &ann.password).await;
    browser.confirms(&portal, &old).await;
    browser.sees("That isn’t the code the app shows now").await;
    browser
        .signs_in_with(&portal, &new, &ann.login, &ann.password)
        .await;
}
