//! The pages of a member's way in other languages: one with long words, one that runs from right to
//! left. The story is told in English; its words are looked up in the catalogs.

use portcullis_core::language::Language;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_server::instance;

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn a_member_who_reads_german() {
    signs_in_and_looks_around(Language::De).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_who_reads_arabic() {
    signs_in_and_looks_around(Language::Ar).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_who_reads_german() {
    looks_after_the_portal(Language::De).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_who_reads_arabic() {
    looks_after_the_portal(Language::Ar).await;
}

async fn looks_after_the_portal(language: Language) {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let olga = portal.person(&acme, "olga").await;
    let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id);
    made.await.unwrap().unwrap();
    let browser = chromium.opens(&portal, Look::DESK.reads(language)).await;
    let mut gallery = Gallery::default();
    browser.signs_in(&olga.login, &olga.password).await;
    browser.goes_through_the_wizard(&portal).await;
    portal.gets_mail();
    portal.mails_invitation(&acme, "cem", "Cem Yildiz").await;
    portal.person(&acme, "ann").await;
    for (page, path) in [
        ("access", "/admin/acme/access"),
        ("invite", "/admin/acme/access/invite"),
        ("audit", "/admin/instance/audit"),
        ("mail", "/admin/instance/mail"),
        ("sessions", "/account/sessions"),
        ("activity", "/account/activity"),
        ("address", "/account/address"),
        ("password", "/account/password"),
        ("demo-mail", "/demo/mail"),
        ("forgot-password", "/forgot-password"),
    ] {
        browser.goes(path).await;
        let name = format!("{}-{page}", language.tag());
        gallery.shows(&browser, &name).await;
    }
    browser.goes("/admin/acme/access").await;
    browser.clicks("Person ann").await;
    browser.sees("What happened").await;
    let name = format!("{}-person", language.tag());
    gallery.shows(&browser, &name).await;
    gallery.closes();
}

async fn signs_in_and_looks_around(language: Language) {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let browser = chromium.opens(&portal, Look::DESK.reads(language)).await;
    let mut gallery = Gallery::default();
    let name = |page: &str| format!("{}-{page}", language.tag());

    browser.goes("/sign-in").await;
    gallery.shows(&browser, &name("sign-in")).await;
    browser.signs_in(&ann.login, "not the password").await;
    browser
        .sees("That login and password don’t go together")
        .await;
    gallery.shows(&browser, &name("sign-in-refused")).await;
    browser.goes("/invitation").await;
    gallery.shows(&browser, &name("invitation-code")).await;

    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Get an authenticator app").await;
    gallery.shows(&browser, &name("set-up-app")).await;
    let phone = browser.scans().await;
    browser
        .clicks("Show secret key for manual configuration")
        .await;
    browser.sees("Time-based, six digits").await;
    gallery.shows(&browser, &name("set-up-scan")).await;
    browser
        .gives_code(&phone.code(portal.now()), "Enable")
        .await;
    browser.arrives_at("Store your recovery codes").await;
    gallery.shows(&browser, &name("set-up-codes")).await;
    gallery.prints(&browser, &name("set-up-codes")).await;
    let codes = browser.stores_the_codes().await;
    browser.arrives_at("Your applications").await;
    browser.clicks("Person ann").await;
    gallery.shows(&browser, &name("dashboard")).await;
    browser.clicks("Edit profile").await;
    browser.arrives_at("Edit profile").await;
    gallery.shows(&browser, &name("account")).await;
    browser.goes("/account/recovery-codes").await;
    gallery.shows(&browser, &name("recovery-codes")).await;
    browser.goes("/nowhere").await;
    browser.arrives_at("There’s no such page").await;
    gallery.shows(&browser, &name("trouble-not-found")).await;
    browser.goes("/").await;
    browser.signs_out("Person ann").await;

    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Enter the code from your app").await;
    browser
        .gives_code(&phone.wrong_code(portal.now()), "Submit code")
        .await;
    browser.sees("That isn’t the code the app shows now").await;
    browser.clicks("Try another way").await;
    gallery.shows(&browser, &name("code-wrong")).await;
    browser.clicks("Use a recovery code").await;
    browser.arrives_at("Use a recovery code").await;
    gallery.shows(&browser, &name("recovery-code")).await;
    browser.types("Recovery code", &codes[0]).await;
    browser.clicks("Submit code").await;
    browser.arrives_at("Do you still have your device?").await;
    gallery.shows(&browser, &name("replace-device")).await;
    browser.clicks("I still have this device: go on").await;
    browser.arrives_at("Your applications").await;
    gallery.closes();
}
