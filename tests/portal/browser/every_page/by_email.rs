//! Every page of codes by email and from the help desk, and the choice of a way.

use portcullis_core::policy::{Channels, FirstProof};
use portcullis_core::time::Span;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::it::email_codes::{last, organization};
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_codes_by_email_and_from_the_help_desk() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("by email");

    let both = organization(&portal, "both", |policy| policy.channels = Channels::Both).await;
    let ann = portal.person(&both, "ann").await;
    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Choose your second step").await;
    gallery.shows(&browser, "choose-way").await;
    browser.clicks("Use an authenticator app").await;
    browser
        .arrives_at("First, prove that the mailbox is yours")
        .await;
    browser.clicks("Try another way").await;
    gallery.shows(&browser, "email-code-first").await;
    browser.clicks("Use an enrollment code").await;
    browser.arrives_at("Enter your enrollment code").await;
    gallery.shows(&browser, "enrollment-code-or-email").await;
    browser.clicks("Try another way").await;
    browser.clicks("Choose another way").await;
    browser.clicks("Get codes by email").await;
    browser.arrives_at("Enter the code from your email").await;
    gallery.shows(&browser, "email-code").await;
    browser.clicks("Send another code").await;
    browser.sees("No other code was sent yet").await;
    gallery.shows(&browser, "email-code-too-soon").await;
    browser.gives_code("000001", "Submit code").await;
    browser.sees("That isn’t the code from the last mail").await;
    gallery.shows(&browser, "email-code-wrong").await;
    browser
        .gives_code(&last(&portal).await, "Submit code")
        .await;
    browser.arrives_at("Your applications").await;
    portal.wait(Span::minutes(6));
    browser.goes("/step-up?act=record&return_to=/account").await;
    browser.arrives_at("Confirm that it’s you").await;
    gallery.shows(&browser, "step-up-email").await;

    let grace = organization(&portal, "grace", |policy| policy.grace_days = 14).await;
    let eva = portal.person(&grace, "eva").await;
    let late = chromium.opens(&portal, Look::DESK).await;
    late.signs_in(&eva.login, &eva.password).await;
    late.arrives_at("Set up MFA by December 2, 2026").await;
    gallery.shows(&late, "choose-way-or-later").await;
    late.clicks("Not now").await;
    late.arrives_at("Your applications").await;

    let desk = Some(FirstProof::EnrollmentCode);
    let acme = organization(&portal, "acme", |policy| policy.first_proof = desk).await;
    let ben = portal.person(&acme, "ben").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.signs_in(&ben.login, &ben.password).await;
    browser.arrives_at("Enter your enrollment code").await;
    gallery.shows(&browser, "enrollment-code").await;
    browser.types("Enrollment code", "7KQM-4XPD").await;
    browser.clicks("Submit code").await;
    browser
        .sees("No enrollment code is open for this account")
        .await;
    gallery.shows(&browser, "enrollment-code-gone").await;
    gallery.closes();
}
