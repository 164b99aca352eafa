//! Every page about what is stored of a member, and about having it deleted.

use portcullis_core::audit::Origin;
use portcullis_core::policy::{Policy, Rule};
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::instance;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_members_data() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("personal data");
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Your applications").await;
    browser.goes("/account").await;
    browser.clicks("Your data").await;
    browser.arrives_at("Your data").await;
    gallery.shows(&browser, "data").await;
    browser.goes("/account/deletion").await;
    browser.arrives_at("Deletion can’t be asked for here").await;
    gallery.shows(&browser, "deletion-not-offered").await;
    let policy = Policy {
        deletion_requests: true,
        ..north.policy
    };
    let changed = instance::set_policy(
        &portal.app,
        &Actor::System,
        &north,
        policy,
        Origin::default(),
    )
    .await;
    changed.unwrap().unwrap();
    browser.goes("/account/data").await;
    browser.sees("Delete your account").await;
    gallery.shows(&browser, "data-deletion-offered").await;
    portal.wait(Span::minutes(6));
    browser.clicks("Download").await;
    browser.arrives_at("Confirm that it’s you").await;
    gallery.shows(&browser, "data-step-up").await;
    browser.types("Password", &eva.password).await;
    browser.clicks("Confirm").await;
    browser.arrives_at("Your data").await;
    browser.clicks("Ask for deletion").await;
    browser
        .arrives_at("Ask for your account to be deleted?")
        .await;
    gallery.shows(&browser, "deletion-ask").await;
    browser.clicks("Ask for deletion").await;
    browser.arrives_at("Your data").await;
    browser.sees("Deletion asked for on").await;
    gallery.shows(&browser, "data-deletion-asked").await;
    browser.clicks("Edit profile").await;
    browser.arrives_at("Edit profile").await;
    browser.sees("Deletion asked for on").await;
    gallery.shows(&browser, "account-deletion-asked").await;
    browser.goes("/account/data").await;
    browser.clicks("Keep my account").await;
    browser.sees("Ask for deletion").await;
    gallery.closes();
}
