//! Every page of the wizard, refused answers and paper included.

use portcullis_core::audit::Origin;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_server::people::require_mfa;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_wizard() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("wizard");

    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Get an authenticator app").await;
    gallery.shows(&browser, "wizard-1-app").await;
    browser.clicks("Google Authenticator").await;
    browser.clicks("Ente Auth").await;
    gallery.shows(&browser, "wizard-1-app-steps").await;
    let phone = browser.scans().await;
    gallery.shows(&browser, "wizard-2-scan").await;
    browser
        .clicks("Show secret key for manual configuration")
        .await;
    browser
        .clicks("The app doesn’t read the picture, or its code isn’t taken")
        .await;
    gallery.shows(&browser, "wizard-2-scan-open").await;
    browser
        .gives_code(&phone.wrong_code(portal.now()), "Enable")
        .await;
    browser.sees("That isn’t the code the app shows now").await;
    gallery.shows(&browser, "wizard-2-scan-wrong").await;
    browser.types("Enter the code here", "12345").await;
    browser.clicks("Enable").await;
    browser.sees("A code has six digits").await;
    gallery
        .shows(&browser, "wizard-2-scan-not-six-digits")
        .await;
    browser
        .gives_code(&phone.code(portal.now()), "Enable")
        .await;
    browser.arrives_at("Store your recovery codes").await;
    gallery.shows(&browser, "wizard-3-codes").await;
    gallery.prints(&browser, "wizard-3-codes").await;
    browser
        .asks("document.querySelector('form').noValidate = true")
        .await;
    browser.clicks("Finish").await;
    browser.sees("The box wasn’t ticked").await;
    gallery.shows(&browser, "wizard-3-codes-not-ticked").await;
    portal.wait_for_next_code();
    browser.signs_in(&ann.login, &ann.password).await;
    browser.confirms(&portal, &phone).await;
    browser
        .arrives_at("Your recovery codes aren’t stored yet")
        .await;
    gallery.shows(&browser, "wizard-3-codes-not-stored").await;
    browser.clicks("Show new recovery codes").await;
    let codes = browser.stores_the_codes().await;
    browser.arrives_at("Your applications").await;
    browser.signs_out("Person ann").await;
    gallery.shows(&browser, "sign-in-signed-out").await;

    browser.signs_in(&ann.login, &ann.password).await;
    browser.gives_recovery_code(&codes[0]).await;
    browser.arrives_at("Do you still have your device?").await;
    gallery.shows(&browser, "replace-device").await;
    browser.clicks("Set up another device").await;
    browser.arrives_at("Get an authenticator app").await;
    gallery.shows(&browser, "wizard-1-app-replacing").await;

    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    require_mfa(
        &portal.app,
        &Actor::System,
        (north.id, eva.id),
        true,
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Get an authenticator app").await;
    gallery.shows(&browser, "wizard-1-app-asked-of-one").await;
    gallery.closes();
}
