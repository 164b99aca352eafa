//! Signing in by keyboard alone, and the small comforts that scripts add.

use portcullis_core::policy::{Channels, Rule};

use super::chromium::Chromium;
use super::window::{Browser, Look};
use crate::it::email_codes::{last, organization};
use crate::portal::Portal;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

impl Browser {
    /// Presses keys, wherever the focus is.
    async fn presses(&self, keys: &str) {
        let focused = self.client.active_element().await.unwrap();
        focused.send_keys(keys).await.unwrap();
    }

    /// Presses Tab until the words of what has the focus are these.
    async fn tabs_to(&self, words: &str) {
        for _ in 0..30 {
            let focused = self.client.active_element().await.unwrap();
            if focused.text().await.unwrap().trim() == words {
                return;
            }
            self.presses(TAB).await;
        }
        panic!("Tab does not lead to {words:?} on {}", self.path().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_is_enough() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.signs_in(&ann.login, &ann.password).await;
    let (phone, _) = browser.goes_through_the_wizard(&portal).await;
    browser.signs_out("Person ann").await;

    browser.goes("/sign-in").await;
    browser.arrives_at("Sign in").await;
    browser.presses(&ann.login).await; // the first field has the focus
    browser.presses(TAB).await;
    browser.presses(&ann.password).await;
    browser.presses(ENTER).await;
    portal.wait_for_next_code();
    browser.arrives_at("Enter the code from your app").await;
    let code = phone.code(portal.now());
    // Spaces do no harm, and the sixth digit sends the form.
    browser
        .presses(&format!("{} {}", &code[..3], &code[3..]))
        .await;
    browser.arrives_at("Your applications").await;
    browser.presses(TAB).await;
    browser.sees("Skip to the page").await;
    browser.tabs_to("Person ann").await;
    browser.presses(ENTER).await;
    browser.sees("Sign out").await;
    browser.tabs_to("Edit profile").await;
    browser.presses(ENTER).await;
    browser.arrives_at("Edit profile").await;
    browser.tabs_to("Person ann").await;
    browser.presses(ENTER).await;
    browser.tabs_to("Sign out").await;
    browser.presses(ENTER).await;
    browser.sees("You’re signed out").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_can_be_shown_while_it_is_typed() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let browser = chromium.opens(&portal, Look::PHONE).await;
    browser.goes("/sign-in").await;
    let kind = async || {
        browser
            .field("Password")
            .await
            .prop("type")
            .await
            .unwrap()
            .unwrap()
    };
    browser.types("Email or login name", &eva.login).await;
    browser.types("Password", &eva.password).await;
    assert_eq!(kind().await, "password");
    browser.clicks("Show password").await;
    assert_eq!(kind().await, "text");
    browser.clicks("Hide password").await;
    assert_eq!(kind().await, "password");
    browser.clicks("Show password").await;
    browser.clicks("Log in").await;
    browser.arrives_at("Your applications").await;

    let browser = chromium.opens(&portal, Look::PHONE.without_scripts()).await;
    browser.goes("/sign-in").await;
    browser.field("Password").await;
    assert!(
        !browser.offers("Show password").await,
        "what does nothing is not there"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sixth_digit_sends_the_form_with_the_tick_before_it() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = organization(&portal, "acme", |policy| {
        policy.channels = Channels::Email;
        policy.remember_days = 14;
    })
    .await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::PHONE).await;
    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Enter the code from your email").await;
    browser.ticks("Remember this browser for 14 days").await;
    let code = last(&portal).await;
    browser.types("Enter the code here", &code).await;
    browser.arrives_at("Your applications").await;
    browser.signs_out("Person ann").await;
    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Your applications").await;
    // From any page to where one is signed in, and to what was done.
    browser.clicks("Person ann").await;
    browser.clicks("Sessions").await;
    browser.arrives_at("Sessions").await;
    browser.clicks("Person ann").await;
    browser.clicks("Activity").await;
    browser.arrives_at("Activity").await;
}
