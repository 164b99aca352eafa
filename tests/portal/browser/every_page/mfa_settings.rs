//! Every page of the MFA settings.

use portcullis_core::policy::{Channels, Rule};
use portcullis_core::time::Span;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::it::email_codes::{last, organization};
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_mfa_settings() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Optional).await;
    let eva = portal.person(&north, "eva").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("MFA settings");
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Your applications").await;
    browser.goes("/account").await;
    gallery.shows(&browser, "account-mfa-offered").await;
    browser.goes("/account/mfa").await;
    gallery.shows(&browser, "mfa-nothing-set-up").await;
    portal.wait(Span::minutes(6));
    browser.clicks("Enable MFA").await;
    browser.arrives_at("Confirm that it’s you").await;
    gallery.shows(&browser, "step-up-password").await;
    browser.types("Password", "not the password").await;
    browser.clicks("Confirm").await;
    browser.sees("That isn’t your password").await;
    gallery.shows(&browser, "step-up-password-wrong").await;
    browser.types("Password", &eva.password).await;
    browser.clicks("Confirm").await;
    browser.arrives_at("Connect the app").await;
    gallery.shows(&browser, "mfa-connect-the-app").await;
    let phone = browser.is_scanned().await;
    browser
        .types("Name of the device", &"wolfeschlegel".repeat(7))
        .await;
    browser
        .gives_code(&phone.code(portal.now()), "Enable")
        .await;
    browser.arrives_at("Store your recovery codes").await;
    let attempt = browser
        .asks("return document.querySelector('[name=attempt]').value")
        .await;
    let attempt = attempt.as_str().unwrap();
    browser
        .goes(&format!("/account/mfa/devices/codes?attempt={attempt}"))
        .await;
    browser
        .arrives_at("Your recovery codes aren’t stored yet")
        .await;
    gallery.shows(&browser, "mfa-codes-not-stored").await;
    browser.clicks("Show new recovery codes").await;
    browser.stores_the_codes().await;
    browser.arrives_at("Edit profile").await;
    browser.goes("/account/mfa").await;
    gallery.shows(&browser, "mfa-enabled").await;
    browser.clicks("New phone").await;
    browser.sees("This replaces").await;
    gallery.shows(&browser, "mfa-new-phone").await;
    browser.clicks("Cancel").await;
    browser.clicks("Rename").await;
    browser.arrives_at("Rename the device").await;
    gallery.shows(&browser, "mfa-rename").await;
    browser.clicks("Cancel").await;
    browser.clicks("Delete").await;
    browser.sees("It’s your last device").await;
    gallery.shows(&browser, "mfa-delete").await;
    browser.clicks("Cancel").await;
    browser.clicks("Disable").await;
    browser.sees("Disabled").await;
    gallery.shows(&browser, "mfa-disabled").await;
    browser
        .gives_code(&phone.wrong_code(portal.now()), "Enable")
        .await;
    browser.sees("That isn’t the code the app shows now").await;
    gallery.shows(&browser, "mfa-disabled-wrong").await;
    gallery.closes();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_mfa_settings_about_email() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = organization(&portal, "north", |policy| {
        policy.rule = Rule::Optional;
        policy.channels = Channels::Both;
        policy.remember_days = 14;
    })
    .await;
    let eva = portal.person(&north, "eva").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("MFA settings about email");
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Your applications").await;
    browser.goes("/account/mfa").await;
    gallery.shows(&browser, "mfa-email-offered").await;
    browser.clicks("Get codes by email").await;
    browser.arrives_at("Enter the code from your email").await;
    gallery.shows(&browser, "mfa-email-take-up").await;
    browser
        .gives_code(&last(&portal).await, "Submit code")
        .await;
    browser.sees("In use").await;
    gallery.shows(&browser, "mfa-by-email-alone").await;
    browser.clicks("Disable").await;
    browser.sees("Disabled").await;
    gallery.shows(&browser, "mfa-by-email-disabled").await;
    browser.clicks("Enable").await;
    browser.arrives_at("Enter the code from your email").await;
    portal.wait(Span::minutes(2));
    browser.clicks("Send a code").await;
    browser.sees("A code went to").await;
    gallery.shows(&browser, "mfa-email-on-again").await;
    browser
        .gives_code(&last(&portal).await, "Submit code")
        .await;
    browser.sees("Stop codes by email").await;
    browser.signs_out("Person eva").await;
    portal.wait(Span::minutes(2));
    browser.signs_in(&eva.login, &eva.password).await;
    browser.sees("Remember this browser").await;
    gallery.shows(&browser, "email-code-remember").await;
    browser
        .gives_code(&last(&portal).await, "Submit code")
        .await;
    browser.arrives_at("Your applications").await;
    browser.goes("/account/mfa").await;
    browser.clicks("Stop codes by email").await;
    browser.sees("Not enabled").await;

    // One of two devices is lost.
    browser.clicks("Enable MFA").await;
    browser.arrives_at("Connect the app").await;
    let phone = browser.is_scanned().await;
    browser
        .gives_code(&phone.code(portal.now()), "Enable")
        .await;
    let codes = browser.stores_the_codes().await;
    portal.wait_for_next_code();
    browser.goes("/account/mfa").await;
    browser.clicks("Add another device").await;
    browser.arrives_at("Connect the app").await;
    let tablet = browser.is_scanned().await;
    let name = "wolfeschlegel".repeat(7);
    browser.types("Name of the device", &name).await;
    browser
        .gives_code(&tablet.code(portal.now()), "Enable")
        .await;
    browser.arrives_at("Edit profile").await;
    browser.signs_out("Person eva").await;
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Enter the code from your app").await;
    gallery.shows(&browser, "code-remember").await;
    browser.gives_recovery_code(&codes[0]).await;
    browser.arrives_at("Do you still have your device?").await;
    gallery.shows(&browser, "replace-one-of-two").await;
    browser.clicks("I still have them all: go on").await;
    browser.arrives_at("Your applications").await;
    gallery.closes();
}
