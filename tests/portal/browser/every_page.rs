//! A walk past every page and every refusal, so that each is looked at in the gallery.

use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_server::people::require_mfa;
use portcullis_store::Tx;
use serde_json::json;

use super::chromium::Chromium;
use super::gallery::{BROKEN, Gallery};
use super::window::Look;
use crate::portal::Portal;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_visitor() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::default();

    let link = portal.setup_link().await;
    browser.goes(&link).await;
    gallery.shows(&browser, "first-set-up").await;
    browser
        .types("Name of the organization", "Acme Works")
        .await;
    browser.types("Short name", "Acme & Söhne").await;
    browser.types("Name", "Ann Bauer").await;
    browser.types("Login name", "Ann Bauer").await;
    browser.types("Email (optional)", "ann").await;
    browser.types("Choose a password", "password1").await;
    browser.clicks("Make the organization").await;
    browser.sees("Some fields need another look").await;
    gallery.shows(&browser, "first-set-up-refused").await;

    let acme = portal.organization("acme", Rule::Required).await;
    let letter = portal.letter(&acme, "greta").await;
    browser.goes("/invitation").await;
    gallery.shows(&browser, "invitation-code").await;
    browser.types("Invitation code", "7KQM-4XPD").await;
    browser.clicks("Open the invitation").await;
    browser.sees("That code opens no invitation").await;
    gallery.shows(&browser, "invitation-code-refused").await;
    browser
        .goes(&format!("/invitation/{}", letter.code.shown()))
        .await;
    browser.arrives_at("Join ACME Works").await;
    gallery.shows(&browser, "invitation").await;
    browser.types("Choose a password", "password1").await;
    browser.clicks("Accept the invitation").await;
    browser
        .sees("This password is among the first that are guessed")
        .await;
    gallery.shows(&browser, "invitation-common-password").await;

    browser.goes("/sign-in").await;
    gallery.shows(&browser, "sign-in").await;
    browser.clicks("Show password").await;
    gallery.shows(&browser, "sign-in-password-shown").await;
    for _ in 0..5 {
        browser.signs_in("ann@acme", "not the password").await;
        browser
            .sees("That login and password don’t go together")
            .await;
    }
    gallery.shows(&browser, "sign-in-refused").await;
    browser.signs_in("ann@acme", "not the password").await;
    browser.sees("Too many tries for this login").await;
    gallery.shows(&browser, "sign-in-delayed").await;
    browser.goes("/sign-in/code").await;
    browser.sees("Your sign-in was ended").await;
    gallery.shows(&browser, "sign-in-ended").await;
    gallery.closes();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_wizard() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::default();

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
    let scope = Scope::of(north.id);
    require_mfa(&portal.app, &Actor::System, scope, eva.id, true)
        .await
        .unwrap();
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Get an authenticator app").await;
    gallery.shows(&browser, "wizard-1-app-asked-of-one").await;
    gallery.closes();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_second_step() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::default();
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
    portal.wait_for_next_code();
    // The code that was already used counted, too.
    for _ in 0..4 {
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
    browser
        .sees("A recovery code has 16 letters and digits")
        .await;
    gallery.shows(&browser, "recovery-code-not-a-code").await;
    for _ in 0..5 {
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

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_member() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    // As long as names get, and without a place to break.
    let long = portal
        .person(
            &acme,
            &"wolfeschlegelsteinhausenbergerdorff".repeat(2)[..60],
        )
        .await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::default();
    browser.signs_in(&long.login, &long.password).await;
    let (phone, _) = browser.goes_through_the_wizard(&portal).await;
    gallery.shows(&browser, "dashboard").await;
    let name = format!("Person {}", &long.login[..60]);
    browser.clicks(&name).await;
    gallery.shows(&browser, "dashboard-menu-open").await;
    browser.clicks("Edit profile").await;
    browser.arrives_at("Edit profile").await;
    gallery.shows(&browser, "account").await;
    browser.goes("/account/recovery-codes").await;
    gallery.shows(&browser, "recovery-codes").await;
    browser.clicks("Make new recovery codes").await;
    browser.arrives_at("Store your recovery codes").await;
    gallery.shows(&browser, "recovery-codes-new").await;
    browser
        .asks("document.querySelector('form').noValidate = true")
        .await;
    browser.clicks("Finish").await;
    browser.sees("The box wasn’t ticked").await;
    gallery.shows(&browser, "recovery-codes-not-ticked").await;
    browser.clicks("Show new recovery codes").await;
    let codes = browser.stores_the_codes().await;
    portal.wait(Span::minutes(6));
    browser.clicks("Make new recovery codes").await;
    browser.arrives_at("Confirm that it’s you").await;
    gallery.shows(&browser, "step-up-recovery-codes").await;
    browser
        .gives_code(&phone.wrong_code(portal.now()), "Submit code")
        .await;
    browser.sees("That isn’t the code the app shows now").await;
    gallery.shows(&browser, "step-up-wrong").await;
    browser.clicks("Try another way").await;
    browser.clicks("Use a recovery code").await;
    browser.arrives_at("Use a recovery code").await;
    gallery.shows(&browser, "step-up-recovery-code").await;
    for code in &codes[..8] {
        let mut client = portal.browser();
        let page = client.signs_in(&long.login, &long.password).await;
        client.gives_recovery_code(&page, code).await;
    }
    browser.goes("/").await;
    browser.sees("Only 2 recovery codes are left").await;
    gallery.shows(&browser, "dashboard-few-codes").await;
    browser.goes("/account").await;
    gallery.shows(&browser, "account-few-codes").await;
    browser.goes("/account/recovery-codes").await;
    gallery.shows(&browser, "recovery-codes-few").await;

    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    browser.signs_out(&name).await;
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Your applications").await;
    gallery.shows(&browser, "dashboard-nothing-set-up").await;
    browser.goes("/account").await;
    gallery.shows(&browser, "account-nothing-set-up").await;
    browser.goes("/account/recovery-codes").await;
    gallery
        .shows(&browser, "recovery-codes-nothing-set-up")
        .await;
    gallery.closes();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_administration() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let ann = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::default();
    ann.founds_acme(&portal).await;
    let (phone, _) = ann.goes_through_the_wizard(&portal).await;
    ann.clicks("Ann Bauer").await;
    gallery.shows(&ann, "dashboard-owner-menu-open").await;
    ann.clicks("Ann Bauer").await;
    ann.opens_the_administration("Ann Bauer").await;
    gallery.shows(&ann, "access").await;
    ann.clicks("Invite somebody").await;
    ann.arrives_at("Invite somebody").await;
    gallery.shows(&ann, "invite").await;
    ann.types("Name", "Ben Okafor").await;
    ann.types("Login name", "Ben Okafor").await;
    ann.types("Email (optional)", "ben").await;
    ann.clicks("Make the invitation").await;
    ann.sees("Some fields need another look").await;
    gallery.shows(&ann, "invite-refused").await;
    let sheet = ann.invites_ben().await;
    gallery.shows(&ann, "invitation-letter").await;
    gallery.prints(&ann, "invitation-letter").await;
    assert!(sheet.address.starts_with(&portal.url));
    ann.opens_the_administration("Ann Bauer").await;
    ann.sees("ben@acme").await;
    gallery.shows(&ann, "access-invited").await;
    let ben = chromium.opens(&portal, Look::DESK).await;
    ben.accepts(&portal, &sheet).await;
    ben.goes_through_the_wizard(&portal).await;
    ben.goes("/admin/acme/access").await;
    gallery.shows(&ben, "trouble-not-an-administrator").await;
    portal.wait(Span::minutes(16));
    ann.goes("/admin/acme/access").await;
    ann.arrives_at("Confirm that it’s you").await;
    gallery.shows(&ann, "step-up-administration").await;
    ann.gives_code(&phone.code(portal.now()), "Submit code")
        .await;
    ann.arrives_at("Administration and access").await;
    gallery.closes();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_trouble() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::default();
    for (path, heading, name) in [
        ("/no-such-page", "There’s no such page", "trouble-not-found"),
        (
            "/setup/used",
            "This link opens nothing any more",
            "trouble-link-gone",
        ),
        (
            "/sign-out",
            "This address can’t be used that way",
            "trouble-method",
        ),
    ] {
        browser.goes(path).await;
        browser.arrives_at(heading).await;
        gallery.shows(&browser, name).await;
    }
    let long = "x".repeat(70_000);
    for (kind, fields, heading, name) in [
        (
            FORM,
            json!({ "unknown": "" }),
            "That couldn’t be read",
            "trouble-bad-form",
        ),
        (
            FORM,
            json!({ "login": long }),
            "That was too much at once",
            "trouble-too-large",
        ),
        (
            "text/plain",
            json!({ "login": "" }),
            "That couldn’t be read",
            "trouble-wrong-type",
        ),
    ] {
        browser.goes("/sign-in").await;
        browser.posts("/sign-in", kind, fields).await;
        browser.arrives_at(heading).await;
        gallery.shows(&browser, name).await;
    }
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Your applications").await;
    browser
        .goes("/step-up?act=administration&return_to=/")
        .await;
    browser.arrives_at("This page isn’t open to you").await;
    gallery.shows(&browser, "trouble-forbidden").await;
    let drop_it = async |tx: &mut Tx<'_>| tx.run("DROP TABLE sessions", &[]).await;
    portal.app.store.write(drop_it).await.unwrap();
    browser.goes("/").await;
    browser.sees("Help desk").await;
    gallery.shows(&browser, "trouble-broken").await;
    gallery.closes();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gallery_notices_what_is_wrong() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::default();
    browser.goes("/sign-in").await;
    browser
        .asks("document.querySelector('.hint').style.color = '#999'")
        .await;
    gallery.shows(&browser, BROKEN).await;
    assert_eq!(
        gallery.faults().len(),
        2,
        "pale in the light theme: {:?}",
        gallery.faults()
    );
    assert!(gallery.faults()[0].contains("color-contrast"));

    let mut gallery = Gallery::default();
    browser.goes("/sign-in").await;
    let script = "const [form] = document.forms; form.style.width = '700px';
        for (const name of ['h1', 'input', 'style']) form.append(document.createElement(name));
        form.lastChild.textContent = 'p { color: red }'";
    browser.asks(script).await;
    gallery.shows(&browser, BROKEN).await;
    let faults = gallery.faults().join("\n");
    for wrong in ["h1", "label", "scrolls", "Content Security Policy"] {
        assert!(faults.contains(wrong), "{wrong}: {faults}");
    }
}
