//! Every page of somebody who is signed in.

use portcullis_core::audit::Origin;
use portcullis_core::destination::Icon;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::destinations::{self, Application, Computer, Whom};
use portcullis_store::organizations::Organization;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::phone::Phone;
use crate::browser::window::{Browser, Look};
use crate::portal::{Person, Portal};

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
    let mut gallery = Gallery::of("member");
    browser.signs_in(&long.login, &long.password).await;
    let (phone, _) = browser.goes_through_the_wizard(&portal).await;
    gallery.shows(&browser, "dashboard").await;
    shows_destinations(&portal, &acme, &browser, &mut gallery).await;
    let name = format!("Person {}", &long.login[..60]);
    browser.clicks(&name).await;
    gallery.shows(&browser, "dashboard-menu-open").await;
    browser.clicks("Edit profile").await;
    browser.arrives_at("Edit profile").await;
    gallery.shows(&browser, "account").await;
    browser
        .asks("document.querySelector('main form').noValidate = true")
        .await;
    browser.types("Name", " ").await;
    browser.clicks("Save").await;
    browser.sees("Nothing is filled in here yet").await;
    gallery.shows(&browser, "account-refused").await;
    browser.types("Name", &name).await;
    browser.clicks("Save").await;
    browser.sees("Your profile is saved").await;
    gallery.shows(&browser, "account-saved").await;
    browser.clicks("Change password").await;
    browser.arrives_at("Change password").await;
    gallery.shows(&browser, "change-password").await;
    browser.types("Current password", "not the password").await;
    browser.types("Choose a password", "rhubarb lantern").await;
    browser.clicks("Change password").await;
    browser.sees("That isn’t your current password").await;
    gallery.shows(&browser, "change-password-wrong").await;
    browser.goes("/account/activity").await;
    browser
        .sees("The device Authenticator app was added.")
        .await;
    gallery.shows(&browser, "activity").await;
    shows_sessions(&portal, &browser, &mut gallery, (&long, &phone)).await;
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

/// The sessions page, with a session elsewhere and without.
async fn shows_sessions(
    portal: &Portal,
    browser: &Browser,
    gallery: &mut Gallery,
    (person, phone): (&Person, &Phone),
) {
    let mut elsewhere = portal.browser();
    portal.wait_for_next_code();
    let page = elsewhere.signs_in(&person.login, &person.password).await;
    elsewhere.gives_code(&page, &phone.code(portal.now())).await;
    browser.goes("/account/sessions").await;
    browser.arrives_at("Sessions").await;
    gallery.shows(browser, "sessions").await;
    browser.clicks("Sign out everywhere else").await;
    browser.sees("You’re signed in nowhere else").await;
    gallery.shows(browser, "sessions-nowhere-else").await;
}

async fn shows_destinations(
    portal: &Portal,
    acme: &Organization,
    browser: &Browser,
    gallery: &mut Gallery,
) {
    for (name, address) in [
        ("Web server", "web-1.example.com"),
        (
            "The one with the long name, in the rack beside the stairs",
            "build-server-number-2.computers.subsidiary.example.com:2222",
        ),
    ] {
        let new = Computer {
            name: name.to_owned(),
            host: address.parse().unwrap(),
            command: None,
            icon: name.starts_with("The one").then_some(Icon::Code),
            whom: Whom::Everyone,
        };
        let (who, origin) = (Actor::System, Origin::default());
        let added = destinations::add(&portal.app, &who, acme.id, new, origin).await;
        added.unwrap().unwrap();
    }
    for (name, address, description, icon) in [
        (
            "Webmail",
            "https://mail.example.com/inbox",
            Some("Your mail and the address book"),
            Some(Icon::Mail),
        ),
        ("Time sheets", "https://time.example.com", None, None),
        (
            "Travel and expense reports of the whole subsidiary",
            "https://a-host-with-a-long-name.departments.subsidiary.example.com:8443/x",
            None,
            Some(Icon::Money),
        ),
    ] {
        let new = Application {
            name: name.to_owned(),
            site: address.parse().unwrap(),
            description: description.map(str::to_owned),
            icon,
            whom: Whom::Everyone,
        };
        let (who, origin) = (Actor::System, Origin::default());
        let added = destinations::add(&portal.app, &who, acme.id, new, origin).await;
        added.unwrap().unwrap();
    }
    browser.goes("/").await;
    browser.sees("Log on as").await;
    gallery.shows(browser, "dashboard-destinations").await;
}
