//! Every page of somebody who forgot the password, and of somebody who changes the address.

use portcullis_core::policy::Rule;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::portal::Portal;

/// The path of the one link that a kind of mail holds.
async fn link(portal: &Portal, kind: &str) -> String {
    for _ in 0..500 {
        let mails = portal.mails().await;
        if let Some(mail) = mails.iter().find(|mail| mail.kind == kind) {
            let link = mail.text.split_whitespace().find(|word| {
                word.strip_prefix(&portal.url)
                    .is_some_and(|path| path.len() > 44)
            });
            return link.unwrap().strip_prefix(&portal.url).unwrap().to_owned();
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("no {kind} was mailed");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_forgotten_password_and_of_an_address() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("forgotten");
    browser.goes("/sign-in").await;
    browser.clicks("Locked out? Ask your help desk").await;
    browser.arrives_at("Locked out?").await;
    gallery.shows(&browser, "locked-out").await;
    browser.types("Email or login name", &ann.login).await;
    browser.clicks("Ask the help desk").await;
    browser.arrives_at("Your help desk is asked").await;
    gallery.shows(&browser, "locked-out-asked").await;
    browser.goes("/sign-in").await;
    browser.clicks("Forgot your password?").await;
    browser.arrives_at("Forgot your password?").await;
    gallery.shows(&browser, "forgot-password").await;
    browser.clicks("I have a code from the help desk").await;
    browser.arrives_at("A code from the help desk").await;
    gallery.shows(&browser, "reset-code").await;
    browser.types("Email or login name", &ann.login).await;
    browser.types("Code", "0000-0000").await;
    browser.clicks("Go on").await;
    browser.sees("That login and code open nothing").await;
    gallery.shows(&browser, "reset-code-refused").await;
    browser.goes("/forgot-password").await;
    browser.types("Email or login name", &ann.login).await;
    browser.clicks("Send me a link").await;
    browser.arrives_at("Look into your mailbox").await;
    gallery.shows(&browser, "reset-asked").await;
    browser.goes(&link(&portal, "reset_link").await).await;
    browser.arrives_at("Choose a new password").await;
    gallery.shows(&browser, "reset-password").await;
    browser.clicks("Go on").await;
    browser.sees("Save the new password").await;
    gallery.shows(&browser, "new-password").await;
    browser.types("Choose a password", "short").await;
    browser
        .asks("document.querySelector('form').noValidate = true")
        .await;
    browser.clicks("Save the new password").await;
    browser.arrives_at("Choose a new password").await;
    gallery.shows(&browser, "new-password-short").await;
    browser
        .types("Choose a password", "rhubarb lantern okapi")
        .await;
    browser.clicks("Save the new password").await;
    browser.sees("Your new password is saved").await;
    gallery.shows(&browser, "sign-in-after-reset").await;
    browser.signs_in(&ann.login, "rhubarb lantern okapi").await;
    browser.arrives_at("Your applications").await;
    browser.goes("/account").await;
    browser.clicks("Change email address").await;
    browser.arrives_at("Change email address").await;
    gallery.shows(&browser, "address").await;
    browser.types("Email", "ann@else.example").await;
    browser.clicks("Send a link there").await;
    browser.sees("Waiting to be confirmed").await;
    gallery.shows(&browser, "address-waiting").await;
    browser.goes(&link(&portal, "address_link").await).await;
    browser.arrives_at("Confirm this address").await;
    gallery.shows(&browser, "confirm-address").await;
    browser.clicks("Confirm this address").await;
    browser.arrives_at("Your address is confirmed").await;
    gallery.shows(&browser, "address-confirmed").await;
    gallery.closes();
}
