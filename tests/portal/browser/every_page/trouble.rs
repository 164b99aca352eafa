//! Every page that comes in place of the one that was asked for.

use portcullis_core::audit::Origin;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role};
use portcullis_server::people;
use portcullis_store::Tx;
use serde_json::json;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::it::help_desk::appoints;
use crate::portal::Portal;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test(flavor = "multi_thread")]
async fn every_trouble() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("trouble");
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
    // What a notice leads to, and what stands in the way of a frozen account.
    portal.gets_mail();
    let operator = Actor::Operator("root@portal".to_owned());
    let whose = (eva.organization, eva.id);
    let done = people::require_mfa(&portal.app, &operator, whose, false, Origin::default()).await;
    done.unwrap().unwrap();
    let mails = portal.mails().await;
    let (_, link) = mails[0].text.split_once("/not-me/").unwrap();
    browser.goes(&format!("/not-me/{}", &link[..43])).await;
    browser.arrives_at("Was it somebody else?").await;
    gallery.shows(&browser, "not-me").await;
    browser.clicks("It wasn’t me: freeze my account").await;
    browser.arrives_at("Your account is frozen").await;
    gallery.shows(&browser, "not-me-done").await;
    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Your account is frozen").await;
    gallery.shows(&browser, "trouble-frozen").await;
    let drop_it = async |tx: &mut Tx<'_>| tx.run("DROP TABLE sessions", &[]).await;
    portal.app.store.write(drop_it).await.unwrap();
    browser.goes("/").await;
    browser.sees("Help desk").await;
    gallery.shows(&browser, "trouble-broken").await;
    gallery.closes();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_frozen_account() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let mut gallery = Gallery::of("frozen");
    let north = portal.organization("north", Rule::Required).await;
    let eva = portal.person(&north, "eva").await;
    let abe = portal.person(&north, "abe").await;
    appoints(&portal, &north, &abe, Role::Admin).await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.signs_in(&eva.email, &eva.password).await;
    browser.goes_through_the_wizard(&portal).await;
    let admin = chromium.opens(&portal, Look::DESK).await;
    admin.signs_in(&abe.email, &abe.password).await;
    admin.goes_through_the_wizard(&portal).await;
    let freeze = async |tx: &mut Tx<'_>| {
        let sql = "UPDATE accounts SET state = 'frozen' WHERE login_name = 'eva'";
        tx.run(sql, &[]).await
    };
    assert_eq!(portal.app.store.write(freeze).await, Ok(1));
    for (path, name) in [
        ("/", "dashboard-frozen"),
        ("/account", "account-frozen"),
        ("/account/mfa", "mfa-settings-frozen"),
        ("/account/recovery-codes", "recovery-codes-frozen"),
    ] {
        browser.goes(path).await;
        browser.sees("is frozen").await;
        gallery.shows(&browser, name).await;
    }
    admin.goes(&format!("/admin/north/access/{}", eva.id)).await;
    admin.arrives_at("Person eva").await;
    gallery.shows(&admin, "person-frozen").await;
    admin
        .goes(&format!("/admin/north/access/{}/reset-code", eva.id))
        .await;
    admin.arrives_at("This account is frozen").await;
    gallery.shows(&admin, "trouble-person-frozen").await;
    admin.goes(&format!("/admin/north/access/{}", eva.id)).await;
    admin.clicks("Unfreeze").await;
    admin.arrives_at("Unfreeze").await;
    gallery.shows(&admin, "help-unfreeze").await;
    gallery.closes();
}
