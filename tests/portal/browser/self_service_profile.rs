//! The portal `self_service_profile` of product.md, from a freshly started program: a member turns MFA on, and gets over
//! a lost phone.

use portcullis_core::time::Span;

use super::chromium::Chromium;
use super::company::{Company, name};
use super::steps::GUEST_PASSWORD;
use super::window::Look;

#[tokio::test(flavor = "multi_thread")]
async fn self_service_profile() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    for look in [Look::DESK, Look::PHONE.without_scripts()] {
        let company = Company::founded(chromium, "Optional", look).await;
        let portal = &company.portal;
        company.invites("eva").await;
        let browser = company.opens(look).await;
        company.accepts(&browser, "eva").await;
        let eva = &name("eva");

        // 1. The name in the top-right corner of any screen opens a menu.
        browser.clicks(eva).await;
        browser.clicks("Edit profile").await;
        browser.arrives_at("Edit profile").await;
        browser.sees("Not enabled").await;

        // 2. "Enable MFA" leads to the QR code and the key, after the password when that is long ago.
        portal.wait(Span::minutes(6));
        browser.clicks("Enable MFA").await;
        browser.arrives_at("Confirm that it’s you").await;
        browser.types("Password", GUEST_PASSWORD).await;
        browser.clicks("Confirm").await;
        browser.arrives_at("Connect the app").await;
        let phone = browser.is_scanned().await;
        browser
            .clicks("Show secret key for manual configuration")
            .await;
        browser.sees("Time-based, six digits").await;

        // 3. "Verify MFA code" takes a code, "Enable" finishes, and the member is back at the profile.
        browser.sees("Verify MFA code").await;
        browser.types("Name of the device", "Eva’s phone").await;
        browser
            .gives_code(&phone.code(portal.now()), "Enable")
            .await;
        let first = browser.stores_the_codes().await;
        browser.arrives_at("Edit profile").await;
        browser.sees("Enabled").await;

        // 4. Recovery codes are made anew at any time, which ends the old ones at once.
        browser.clicks("MFA settings").await;
        browser.arrives_at("MFA settings").await;
        browser.sees("10 of 10 left").await;
        browser.sees("Good places are a sheet of paper").await;
        browser.clicks("Make new recovery codes").await;
        let codes = browser.stores_the_codes().await;
        assert!(first.iter().all(|code| !codes.contains(code)));
        browser.arrives_at("Recovery codes").await;

        // 6. Trouble-shooting is on the page.
        browser.opens_the_mfa_settings(eva).await;
        for words in [
            "Switch on automatic time in your phone’s settings",
            "Type the secret key instead of using the camera",
            "Restart the phone, then try once more",
            "install a scanner app",
        ] {
            browser.sees(words).await;
        }
        browser.signs_out(eva).await;

        // 5. With the phone lost, a recovery code signs in and leads to a new device.
        company.signs_in(&browser, "eva").await;
        browser.gives_recovery_code(&first[0]).await;
        browser.sees("That isn’t one of your recovery codes").await;
        browser.types("Recovery code", &codes[0]).await;
        browser.clicks("Submit code").await;
        browser.arrives_at("Do you still have your device?").await;
        browser.clicks("Set up another device").await;
        let newer = browser.scans().await;
        browser
            .gives_code(&newer.code(portal.now()), "Enable")
            .await;
        // The codes that are left stay good.
        browser.arrives_at("Your applications").await;
        browser.signs_out(eva).await;
        portal.wait_for_next_code();
        company.signs_in(&browser, "eva").await;
        browser.arrives_at("Enter the code from your app").await;
        browser
            .gives_code(&phone.code(portal.now()), "Submit code")
            .await;
        browser.sees("That isn’t the code the app shows now").await;
        browser
            .gives_code(&newer.code(portal.now()), "Submit code")
            .await;
        browser.arrives_at("Your applications").await;
    }
}
