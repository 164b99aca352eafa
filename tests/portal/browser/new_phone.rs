//! "I have a new phone", counted: what the help desk and the member click and type until the member is signed in
//! with the new device. The agent has been at work for a while, so that the act asks for a fresh code.

use portcullis_core::policy::Rule;
use portcullis_core::role::Role;
use portcullis_core::time::Span;

use super::chromium::Chromium;
use super::phone::Phone;
use super::window::{Browser, Look};
use crate::it::help_desk::appoints;
use crate::portal::Portal;

/// The most clicks and entries on both sides together.
const MOST: u32 = 12;

/// Hands whose every click and entry counts.
struct Counted<'a> {
    browser: &'a Browser,
    steps: u32,
}

impl Counted<'_> {
    async fn clicks(&mut self, words: &str) {
        self.steps += 1;
        self.browser.clicks(words).await;
    }

    async fn types(&mut self, label: &str, text: &str) {
        self.steps += 1;
        self.browser.types(label, text).await;
    }

    /// Six digits send themselves.
    async fn gives_code(&mut self, code: &str) {
        self.types("Enter the code here", code).await;
    }

    async fn ticks(&mut self, label: &str) {
        self.steps += 1;
        self.browser.ticks(label).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_phone_takes_twelve_steps() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let dora = portal.person(&acme, "dora").await;
    appoints(&portal, &acme, &dora, Role::Helpdesk).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().enrolls(&portal, &ann).await;
    let desk = chromium.opens(&portal, Look::DESK).await;
    desk.signs_in(&dora.email, &dora.password).await;
    let (desk_phone, _) = desk.goes_through_the_wizard(&portal).await;
    portal.wait(Span::minutes(6));
    desk.goes("/admin/acme/access?named=ann").await;
    desk.clicks("Person ann").await;
    desk.arrives_at("Person ann").await;
    let member = chromium.opens(&portal, Look::DESK).await;
    member.goes("/sign-in").await;

    let mut help = Counted {
        browser: &desk,
        steps: 0,
    };
    help.clicks("Delete MFA setup").await;
    desk.arrives_at("Confirm that it’s you").await;
    help.gives_code(&desk_phone.code(portal.now())).await;
    desk.arrives_at("Delete MFA setup").await;
    let how = "How did you check that this is Person ann?";
    help.types(how, "called back on the number on record").await;
    help.clicks("Delete it and give an enrollment code").await;
    desk.arrives_at("Enrollment code for Person ann").await;
    let code = desk.word_after("Enrollment code for Person ann").await;

    let mut hands = Counted {
        browser: &member,
        steps: 0,
    };
    hands.types("Email or login name", &ann.login).await;
    hands.types("Password", &ann.password).await;
    hands.clicks("Log in").await;
    hands.types("Enrollment code", &code).await;
    hands.clicks("Submit code").await;
    // Straight to the QR code; a phone without an app finds one behind the link.
    member.arrives_at("Connect the app").await;
    assert!(member.offers("Get an authenticator app").await);
    let phone: Phone = member.is_scanned().await;
    hands.gives_code(&phone.code(portal.now())).await;
    member.arrives_at("Store your recovery codes").await;
    hands.ticks("I have stored these codes").await;
    hands.clicks("Finish").await;
    member.arrives_at("Your applications").await;
    let steps = help.steps + hands.steps;
    assert!(steps <= MOST, "{steps} steps");
    // And it is the new device that signs in from then on.
    let elsewhere = chromium.opens(&portal, Look::DESK).await;
    elsewhere
        .signs_in_with(&portal, &phone, &ann.login, &ann.password)
        .await;
}
