//! The portal `customer_portal` of product.md, from a freshly started program: switch, keep, delete, and the
//! administrator's list.

use super::chromium::Chromium;
use super::company::{Company, name};
use super::window::{Browser, Look};

/// Abe accepts, is made an admin, and sets up his phone, as whoever administers must.
async fn abe_administers(company: &Company, look: Look) -> Browser {
    let browser = company.opens(look).await;
    company.accepts(&browser, "abe").await;
    browser.signs_out(&name("abe")).await;
    company.appoints("abe", "Admin").await;
    company.signs_in(&browser, "abe").await;
    browser
        .arrives_at("First, prove that the mailbox is yours")
        .await;
    company.gives_mailed_code(&browser, "abe").await;
    browser.goes_through_the_wizard(&company.portal).await;
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn customer_portal() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    for look in [Look::DESK, Look::PHONE.without_scripts()] {
        let company = Company::founded(chromium, "Optional", look).await;
        let portal = &company.portal;
        let eva = &name("eva");
        company.invites_many(&["eva", "abe"]).await;
        let browser = company.opens(look).await;
        company.accepts(&browser, "eva").await;
        browser.signs_out(eva).await;
        company.signs_in(&browser, "eva").await;
        browser.arrives_at("Your applications").await;

        // 1. The menu at the name, MFA settings, the QR code, a code: then it reads "Enabled".
        browser.opens_the_mfa_settings(eva).await;
        browser.sees("Not enabled").await;
        browser.clicks("Enable MFA").await;
        browser.arrives_at("Connect the app").await;
        let phone = browser.is_scanned().await;
        let code = phone.code(portal.now());
        browser.gives_code(&code, "Enable").await;
        browser.stores_the_codes().await;
        browser.arrives_at("Edit profile").await;
        browser.sees("Enabled").await;
        browser.signs_out(eva).await;

        // 2. A code that was used or has just expired: the page says to wait for the next one.
        company.signs_in(&browser, "eva").await;
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
        browser.opens_the_mfa_settings(eva).await;
        browser.clicks("Disable").await;
        browser.sees("Disabled").await;
        browser.signs_out(eva).await;
        company.signs_in(&browser, "eva").await;
        browser.arrives_at("Your applications").await;
        browser.opens_the_mfa_settings(eva).await;
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

        // 4. "Administration and access" lists everybody with a label; beside those that have something set up
        // stands "Delete MFA setup".
        let admin = abe_administers(&company, look).await;
        admin.opens_the_administration(&name("abe")).await;
        admin.sees_beside("Person eva", "Enabled").await;
        admin.clicks("Delete MFA setup: Person eva").await;
        admin.arrives_at("Delete MFA setup").await;
        admin
            .types("How did you check that this is Person eva?", "called back")
            .await;
        admin.clicks("Delete MFA setup").await;
        admin.arrives_at("Person eva").await;
        admin.sees("Not enabled").await;

        // 5. The password alone signs in, and the list says so until MFA is set up again.
        let browser = company.opens(look).await;
        company.signs_in(&browser, "eva").await;
        browser.arrives_at("Your applications").await;
        admin.clicks("Administration and access").await;
        admin.arrives_at("Administration and access").await;
        admin.clicks("Not enabled").await;
        admin.sees_beside("Person eva", "Not enabled").await;
        assert!(!admin.offers("Delete MFA setup: Person eva").await);
        assert!(!admin.reads("Ann Bauer").await);
        browser.opens_the_mfa_settings(eva).await;
        browser.sees("Not enabled").await;
        browser.clicks("Enable MFA").await;
        browser.sets_up_a_device(portal).await;
        admin.clicks("Not enabled").await;
        admin.sees("Nobody was found").await;
        admin.clicks("Show everybody").await;
        admin.sees_beside("Person eva", "Enabled").await;
        assert!(admin.offers("Delete MFA setup: Person eva").await);
    }
}
