//! One short story in each of the five languages: sign in, MFA settings, a device set up, renamed, kept
//! while MFA is off, deleted. It is told in English; its words are looked up in the catalogs.

use portcullis_core::language::Language;
use portcullis_core::policy::Rule;

use super::chromium::Chromium;
use super::gallery::Gallery;
use super::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn five_languages() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let mut gallery = Gallery::default();
    for language in Language::ALL {
        let portal = Portal::start().await;
        let north = portal.organization("north", Rule::Optional).await;
        let eva = portal.person(&north, "eva").await;
        let browser = chromium.opens(&portal, Look::DESK.reads(language)).await;
        // One with long words, one that runs from right to left.
        let mut shows = async |page: &str| {
            if matches!(language, Language::De | Language::Ar) {
                let name = format!("{}-{page}", language.tag());
                gallery.shows(&browser, &name).await;
            }
        };

        browser.signs_in(&eva.login, "not the password").await;
        browser
            .sees("That login and password don’t go together")
            .await;
        browser.signs_in(&eva.login, &eva.password).await;
        browser.arrives_at("Your applications").await;
        browser.clicks("Person eva").await;
        browser.clicks("MFA settings").await;
        browser.arrives_at("MFA settings").await;
        browser.sees("Not enabled").await;
        shows("mfa-not-enabled").await;

        browser.clicks("Enable MFA").await;
        browser.arrives_at("Connect the app").await;
        let phone = browser.is_scanned().await;
        shows("mfa-connect").await;
        browser
            .gives_code(&phone.code(portal.now()), "Enable")
            .await;
        browser.stores_the_codes().await;
        browser.arrives_at("Edit profile").await;
        browser.sees("Enabled").await;
        browser.goes("/account/mfa").await;
        browser.arrives_at("MFA settings").await;
        shows("mfa-enabled").await;

        browser.clicks("Rename").await;
        browser.arrives_at("Rename the device").await;
        browser.types("Name of the device", "Pixel 9").await;
        browser.clicks("Save").await;
        browser.arrives_at("MFA settings").await;
        browser.sees("Pixel 9").await;
        browser.clicks("Disable").await;
        browser
            .sees("A code from any of your devices enables MFA again")
            .await;
        shows("mfa-disabled").await;
        portal.wait_for_next_code();
        browser
            .gives_code(&phone.code(portal.now()), "Enable")
            .await;
        browser.sees("Add another device").await;
        assert!(browser.offers("Disable").await);
        browser.signs_out("Person eva").await;

        browser
            .signs_in_with(&portal, &phone, &eva.login, &eva.password)
            .await;
        browser.goes("/account/mfa").await;
        browser.clicks("Delete").await;
        browser.sees("You’re signed out everywhere else.").await;
        shows("mfa-delete").await;
        browser.clicks("Delete the device").await;
        browser.arrives_at("MFA settings").await;
        browser.sees("Not enabled").await;
    }
    gallery.closes();
}
