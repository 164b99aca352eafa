//! The portal `customer_portal` of product.md, its steps 1 to 3: switch, keep, delete.

use portcullis_core::policy::Rule;

use super::chromium::Chromium;
use super::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn customer_portal() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    for look in [Look::DESK, Look::PHONE.without_scripts()] {
        let portal = Portal::start().await;
        let north = portal.organization("north", Rule::Optional).await;
        let eva = portal.person(&north, "eva").await;
        let browser = chromium.opens(&portal, look).await;
        browser.signs_in(&eva.email, &eva.password).await;
        browser.arrives_at("Your applications").await;

        // 1. The menu at the name, MFA settings, the QR code, a code: then it reads "Enabled".
        browser.clicks("Person eva").await;
        browser.clicks("MFA settings").await;
        browser.arrives_at("MFA settings").await;
        browser.sees("Not enabled").await;
        browser.clicks("Enable MFA").await;
        browser.arrives_at("Connect the app").await;
        let phone = browser.is_scanned().await;
        let code = phone.code(portal.now());
        browser.gives_code(&code, "Enable").await;
        browser.stores_the_codes().await;
        browser.arrives_at("Edit profile").await;
        browser.sees("Enabled").await;
        browser.signs_out("Person eva").await;

        // 2. A code that was used or has just expired: the page says to wait for the next one.
        browser.signs_in(&eva.email, &eva.password).await;
        browser.arrives_at("Enter the code from your app").await;
        browser.gives_code(&code, "Submit code").await;
        browser.sees("Wait for the next one").await;
        portal.wait_for_next_code();
        let expired = phone.code(portal.now());
        for _ in 0..3 {
            portal.wait_for_next_code();
        }
        browser.gives_code(&expired, "Submit code").await;
        browser.sees("Switch on automatic time").await;
        browser
            .gives_code(&phone.code(portal.now()), "Submit code")
            .await;
        browser.arrives_at("Your applications").await;

        // 3. "Disable" keeps the settings: the same phone enables MFA again.
        browser.goes("/account/mfa").await;
        browser.clicks("Disable").await;
        browser.sees("Disabled").await;
        browser.signs_out("Person eva").await;
        browser.signs_in(&eva.email, &eva.password).await;
        browser.arrives_at("Your applications").await;
        browser.goes("/account/mfa").await;
        portal.wait_for_next_code();
        browser
            .gives_code(&phone.code(portal.now()), "Enable")
            .await;
        browser.sees("Enabled").await;
        assert!(browser.offers("Disable").await);

        // The trash can deletes them, so that another app can be used.
        browser.clicks("Delete").await;
        browser.arrives_at("Delete Authenticator app?").await;
        browser.sees("It’s your last device").await;
        browser.clicks("Delete the device").await;
        browser.arrives_at("MFA settings").await;
        browser.sees("Not enabled").await;
        browser.clicks("Enable MFA").await;
        browser.arrives_at("Connect the app").await;
        let other = browser.is_scanned().await;
        assert_ne!(other.code(portal.now()), phone.code(portal.now()));
        browser
            .gives_code(&other.code(portal.now()), "Enable")
            .await;
        browser.stores_the_codes().await;
        browser.arrives_at("Edit profile").await;
        browser.sees("Enabled").await;
    }
}
