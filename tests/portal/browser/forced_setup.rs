//! The portal `forced_setup` of product.md: an organization that requires MFA, with backup codes. Its
//! numbered steps in order, from a freshly started program.

use serde_json::json;

use super::chromium::Chromium;
use super::eyes::until;
use super::phone::Phone;
use super::steps::GUEST_PASSWORD;
use super::window::{Browser, Look};
use crate::portal::Portal;

const APPS: [&str; 10] = [
    "Google Authenticator",
    "Microsoft Authenticator",
    "Authy",
    "Duo Mobile",
    "Bitwarden Authenticator",
    "Ente Auth",
    "Aegis",
    "FreeOTP",
    "1Password",
    "KeePassXC",
];
const CONTACT: [&str; 3] = ["Help desk", "+1 555 0100, option 2", "help@example.com"];

#[tokio::test(flavor = "multi_thread")]
async fn forced_setup() {
    story(Look::DESK).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forced_setup_without_javascript() {
    story(Look::PHONE.without_scripts()).await;
}

async fn story(look: Look) {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let ann = chromium.opens(&portal, look).await;
    ann.founds_acme(&portal).await;
    ann.goes_through_the_wizard(&portal).await;
    let sheet = ann.invites_ben().await;
    chromium
        .opens(&portal, look)
        .await
        .accepts_by_camera(&portal, &sheet)
        .await;

    let ben = chromium.opens(&portal, look).await;
    step_1_sign_in_leads_to_set_up_and_nowhere_else(&ben).await;
    let phone = step_2_an_app_is_named_and_connected(&portal, &ben).await;
    let codes = step_3_backup_codes_are_shown_once(&ben).await;
    step_4_a_backup_code_signs_in_once(&portal, &ben, &phone, &codes).await;
    assert_eq!(ben.complaints().await, [""; 0]);
}

async fn step_1_sign_in_leads_to_set_up_and_nowhere_else(ben: &Browser) {
    ben.signs_in("ben@acme", GUEST_PASSWORD).await;
    ben.arrives_at("Get an authenticator app").await;
    let set_up = ben.path().await;
    let (_, attempt) = set_up.split_once('?').expect("an attempt");
    for page in [
        "",
        "code",
        "recovery-code",
        "replace-device",
        "set-up/scan",
        "set-up/recovery-codes",
    ] {
        ben.goes(&format!("/sign-in/{page}?{attempt}").replace("/?", "?"))
            .await;
        let led_to = ben.path().await;
        assert!(
            led_to == set_up || page.is_empty(),
            "{page} leads to {led_to}"
        );
    }
    for page in [
        "/",
        "/account",
        "/account/recovery-codes",
        "/step-up",
        "/admin",
        "/admin/acme/access",
    ] {
        ben.goes(page).await;
        ben.arrives_at("Sign in").await;
    }
    ben.signs_in("ben@acme", GUEST_PASSWORD).await;
    ben.sees("Acme Works asks everyone to sign in with a second step")
        .await;
}

async fn step_2_an_app_is_named_and_connected(portal: &Portal, ben: &Browser) -> Phone {
    for app in APPS {
        ben.sees(app).await;
    }
    ben.clicks("Google Authenticator").await;
    let link = ben
        .control("Get it for Android")
        .await
        .attr("href")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        link,
        "https://play.google.com/store/apps/details?id=com.google.android.apps.authenticator2"
    );
    let link = ben
        .control("Get it for iPhone")
        .await
        .attr("href")
        .await
        .unwrap()
        .unwrap();
    assert!(
        link.starts_with("https://apps.apple.com/app/id388497605"),
        "{link}"
    );
    let phone = ben.scans().await;
    ben.gives_code(&phone.wrong_code(portal.now()), "Enable")
        .await;
    ben.sees("That isn’t the code the app shows now").await;
    ben.gives_code(&phone.code(portal.now()), "Enable").await;
    phone
}

async fn step_3_backup_codes_are_shown_once(ben: &Browser) -> Vec<String> {
    ben.arrives_at("Store your recovery codes").await;
    let codes = ben.list("Recovery codes").await;
    assert_eq!(codes.len(), 10);
    if ben.look.scripts {
        ben.clicks("Copy").await;
        ben.sees("Copied").await;
        let pasted = pasted(ben).await;
        assert!(codes.iter().all(|code| pasted.contains(code)), "{pasted}");
        ben.asks("window.print = () => { document.body.dataset.printed = 'yes' }")
            .await;
        ben.clicks("Print").await;
        assert_eq!(
            ben.asks("return document.body.dataset.printed").await,
            json!("yes")
        );
    } else {
        assert!(!ben.offers("Copy").await && !ben.offers("Print").await);
    }
    ben.clicks("Download").await;
    let file = downloaded(ben).await;
    assert!(codes.iter().all(|code| file.contains(code)), "{file}");
    assert!(
        file.contains("Acme Works") && file.contains("ben@acme"),
        "{file}"
    );
    ben.media("print", false).await;
    let paper = ben.text().await;
    assert!(codes.iter().all(|code| paper.contains(code)), "{paper}");
    assert!(
        paper.contains("Acme Works") && paper.contains("ben@acme"),
        "{paper}"
    );
    assert!(
        !paper.contains("Finish") && !paper.contains("Download"),
        "{paper}"
    );
    ben.media("screen", false).await;
    ben.clicks("Finish").await;
    ben.arrives_at("Store your recovery codes").await; // nothing is sent without the tick
    ben.stores_the_codes().await;
    ben.arrives_at("Your applications").await;
    codes
}

async fn step_4_a_backup_code_signs_in_once(
    portal: &Portal,
    ben: &Browser,
    phone: &Phone,
    codes: &[String],
) {
    ben.signs_out("Ben Okafor").await;
    ben.signs_in("ben@acme", GUEST_PASSWORD).await;
    for line in CONTACT {
        ben.sees(line).await;
    }
    ben.gives_recovery_code(&codes[3]).await;
    ben.arrives_at("Do you still have your device?").await;
    ben.clicks("I still have this device: go on").await;
    ben.arrives_at("Your applications").await;
    ben.sees("9 of 10 left").await;
    ben.signs_out("Ben Okafor").await;
    ben.signs_in("ben@acme", GUEST_PASSWORD).await;
    ben.gives_recovery_code(&codes[3]).await;
    ben.sees("That recovery code was already used").await;
    for line in CONTACT {
        ben.sees(line).await;
    }
    ben.signs_in_with(portal, phone, "ben@acme", GUEST_PASSWORD)
        .await;
}

/// What another tab gets when the clipboard is pasted there.
async fn pasted(browser: &Browser) -> String {
    let tab = browser.client.window().await.unwrap();
    let other = browser.opens_tab().await;
    browser.goes("/sign-in").await;
    let field = browser.field("Email or login name").await;
    field.send_keys("\u{e009}v").await.unwrap();
    let pasted = field.prop("value").await.unwrap().unwrap();
    browser.client.close_window().await.unwrap();
    assert_ne!(tab, other);
    browser.turns_to(&tab).await;
    pasted
}

/// The one file that was downloaded, once it is whole.
async fn downloaded(browser: &Browser) -> String {
    let file = until(async || {
        let mut files = std::fs::read_dir(&browser.folder).ok()?;
        let file = files.next()?.ok()?.path();
        let whole = file.extension().is_some_and(|kind| kind == "txt");
        whole.then_some(file)
    });
    let file = file.await.expect("a downloaded file");
    assert_eq!(file.file_name().unwrap(), "recovery-codes.txt");
    std::fs::read_to_string(file).unwrap()
}
