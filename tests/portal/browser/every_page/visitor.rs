//! Every page of somebody who is not signed in: links, invitations, the first page.

use portcullis_core::policy::Rule;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_visitor() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("visitor");

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
    portal.gets_mail();
    browser.goes("/demo/mail").await;
    gallery.shows(&browser, "demo-mail-none").await;
    portal.mails_invitation(&acme, "cem", "Cem Yildiz").await;
    browser.goes("/demo/mail").await;
    browser.sees("Your invitation to ACME Works").await;
    gallery.shows(&browser, "demo-mail").await;
    portal.decides(|settings| settings.mail = None);
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
