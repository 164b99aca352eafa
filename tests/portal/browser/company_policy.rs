//! The portal `company_policy` of product.md, an admin enforces MFA by the app, by email, or
//! by what the member chooses, now and later.

use portcullis_core::policy::{Channels, Rule};
use portcullis_core::role::Role;
use portcullis_core::time::Span;

use super::chromium::Chromium;
use super::window::Look;
use crate::it::email_codes::{last, organization};
use crate::it::help_desk::appoints;
use crate::portal::{Person, Portal};

#[tokio::test(flavor = "multi_thread")]
async fn company_policy() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    enforced(chromium, &portal).await;
    app_only(chromium, &portal).await;
    let [ben, fay] = email_only(chromium, &portal).await;
    both(chromium, &portal).await;
    adds_a_device(chromium, &portal, [&ben, &fay]).await;
}

/// 1. An admin enforces MFA for the company and permits both ways; whom that touches is shown before.
async fn enforced(chromium: &'static Chromium, portal: &Portal) {
    portal.gets_mail();
    for (slug, look) in [
        ("enforced", Look::DESK),
        ("small", Look::PHONE.without_scripts()),
    ] {
        let company = portal.organization(slug, Rule::Optional).await;
        let gil = portal.person(&company, "gil").await;
        let abe = portal.person(&company, "abe").await;
        appoints(portal, &company, &abe, Role::Admin).await;
        let admin = chromium.opens(portal, look).await;
        admin.signs_in(&abe.email, &abe.password).await;
        admin
            .arrives_at("First, prove that the mailbox is yours")
            .await;
        admin.sees("A code went to").await;
        admin.gives_code(&last(portal).await, "Submit code").await;
        admin.goes_through_the_wizard(portal).await;
        admin.goes("/admin").await;
        admin.arrives_at("Administration and access").await;
        admin.clicks("Policy").await;
        admin.arrives_at("Policy").await;
        admin.ticks("Required").await;
        admin.ticks("Email code").await;
        admin.clicks("Show what this changes").await;
        admin
            .sees("One person is taken to set-up at the next sign-in")
            .await;
        admin.sees("Nothing is saved yet").await;
        admin.clicks("Save the policy").await;
        admin.sees("The policy is saved").await;
        let browser = chromium.opens(portal, look).await;
        browser.signs_in(&gil.email, &gil.password).await;
        browser.arrives_at("Choose your second step").await;
    }
}

/// 2. App only: the mailbox first, since this portal sends mail; then the wizard, then access.
async fn app_only(chromium: &'static Chromium, portal: &Portal) {
    let acme = organization(portal, "acme", |_| {}).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(portal, Look::DESK).await;
    browser.signs_in(&ann.email, &ann.password).await;
    browser
        .arrives_at("First, prove that the mailbox is yours")
        .await;
    browser.sees("A code went to").await;
    browser.gives_code(&last(portal).await, "Submit code").await;
    let (phone, _) = browser.goes_through_the_wizard(portal).await;
    browser.signs_out("Person ann").await;
    browser
        .signs_in_with(portal, &phone, &ann.email, &ann.password)
        .await;
}

/// 3. Email: a code comes by itself, and leads to the dashboard; with and without scripts.
async fn email_only(chromium: &'static Chromium, portal: &Portal) -> [Person; 2] {
    let post = organization(portal, "post", |policy| policy.channels = Channels::Email).await;
    let ben = portal.person(&post, "ben").await;
    let fay = portal.person(&post, "fay").await;
    for look in [Look::PHONE, Look::DESK.without_scripts()] {
        portal.wait(Span::minutes(2));
        let browser = chromium.opens(portal, look).await;
        browser.signs_in(&ben.email, &ben.password).await;
        browser.arrives_at("Enter the code from your email").await;
        browser.sees("b•••@post.example").await;
        let first = last(portal).await;
        browser.clicks("Send another code").await;
        browser.sees("No other code was sent yet").await;
        browser.types("Enter the code here", "12345").await;
        browser.clicks("Submit code").await;
        browser.sees("A code has six digits").await;
        portal.wait(Span::seconds(61));
        browser.clicks("Send another code").await;
        browser.arrives_at("Enter the code from your email").await;
        let second = last(portal).await;
        if first != second {
            browser.gives_code(&first, "Submit code").await;
            browser.sees("That isn’t the code from the last mail").await;
        }
        browser.gives_code(&second, "Submit code").await;
        browser.arrives_at("Your applications").await;
        portal.wait(Span::hours(1));
    }
    [ben, fay]
}

/// 4. Both: the member chooses; before anything is set up, the choice can be made again.
async fn both(chromium: &'static Chromium, portal: &Portal) {
    let both = organization(portal, "both", |policy| policy.channels = Channels::Both).await;
    let cem = portal.person(&both, "cem").await;
    let dora = portal.person(&both, "dora").await;
    let browser = chromium.opens(portal, Look::DESK).await;
    browser.signs_in(&cem.email, &cem.password).await;
    browser.arrives_at("Choose your second step").await;
    browser.clicks("Use an authenticator app").await;
    browser
        .arrives_at("First, prove that the mailbox is yours")
        .await;
    browser.clicks("Try another way").await;
    browser.clicks("Choose another way").await;
    browser.arrives_at("Choose your second step").await;
    browser.clicks("Get codes by email").await;
    browser.arrives_at("Enter the code from your email").await;
    browser.gives_code(&last(portal).await, "Submit code").await;
    browser.arrives_at("Your applications").await;
    browser.signs_out("Person cem").await;
    portal.wait(Span::minutes(2));
    browser.signs_in(&dora.email, &dora.password).await;
    browser.arrives_at("Choose your second step").await;
    browser.clicks("Use an authenticator app").await;
    browser
        .arrives_at("First, prove that the mailbox is yours")
        .await;
    browser.sees("A code went to").await;
    browser.gives_code(&last(portal).await, "Submit code").await;
    browser.goes_through_the_wizard(portal).await;

    // Later each changes it among the settings: Dora to email as well, Cem to the app alone.
    browser.opens_the_mfa_settings("Person dora").await;
    browser.sees("Not in use").await;
    browser.clicks("Get codes by email").await;
    browser.arrives_at("Enter the code from your email").await;
    portal.wait(Span::minutes(2));
    browser.clicks("Send a code").await;
    browser.sees("A code went to").await;
    browser.gives_code(&last(portal).await, "Submit code").await;
    browser.arrives_at("MFA settings").await;
    browser.sees("In use: codes go to d•••@both.example").await;
    let browser = chromium.opens(portal, Look::PHONE).await;
    portal.wait(Span::minutes(2));
    browser.signs_in(&cem.email, &cem.password).await;
    browser.sees("A code went to").await;
    browser.gives_code(&last(portal).await, "Submit code").await;
    browser.arrives_at("Your applications").await;
    browser.opens_the_mfa_settings("Person cem").await;
    browser.sees("this is your only second step").await;
    browser.clicks("Add a device").await;
    browser.sets_up_a_device(portal).await;
    browser.opens_the_mfa_settings("Person cem").await;
    browser.clicks("Stop codes by email").await;
    browser.sees("Not in use").await;
}

/// 5. Whatever the channels, a member adds a device; the next sign-in asks for it.
async fn adds_a_device(chromium: &'static Chromium, portal: &Portal, [ben, fay]: [&Person; 2]) {
    for (look, person, name) in [
        (Look::DESK, ben, "Person ben"),
        (Look::PHONE.without_scripts(), fay, "Person fay"),
    ] {
        portal.wait(Span::minutes(2));
        let browser = chromium.opens(portal, look).await;
        browser.signs_in(&person.email, &person.password).await;
        browser.sees("A code went to").await;
        browser.gives_code(&last(portal).await, "Submit code").await;
        browser.arrives_at("Your applications").await;
        portal.wait(Span::minutes(6));
        browser.opens_the_mfa_settings(name).await;
        browser.clicks("Add a device").await;
        // The proof of the sign-in is too old by now; from the mailed one it goes straight on.
        browser.arrives_at("Confirm that it’s you").await;
        browser.clicks("Send a code").await;
        browser.sees("A code went to").await;
        browser.gives_code(&last(portal).await, "Submit code").await;
        let phone = browser.sets_up_a_device(portal).await;
        browser.signs_out(name).await;
        browser
            .signs_in_with(portal, &phone, &person.email, &person.password)
            .await;
    }
}
