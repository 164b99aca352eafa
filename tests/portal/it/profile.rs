//! What a member changes about the own account, and what a stolen session can't.

use hyper::Method;
use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::role::Scope;
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_store::{Tx, browsers, on_both};

use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const NEW: &str = "rhubarb lantern okapi";

async fn changes(browser: &mut Client, current: &str, new: &str) -> Answer {
    let fields = [("current", current), ("password", new)];
    browser.post("/account/password", &fields).await
}

/// Somebody signed in with the password alone, in an organization that asks for no more.
async fn signed_in(portal: &Portal) -> (Person, Client) {
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Your applications");
    (ann, browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_is_saved_and_pages_follow_it() {
    let portal = Portal::start().await;
    let (ann, mut browser) = signed_in(&portal).await;
    let fields = [
        ("name", "Ann Bauer-Lindqvist"),
        ("language", "de"),
        ("time_zone", "Asia/Tokyo"),
    ];
    let saved = browser.post("/account", &fields).await;
    assert_eq!(saved.location().as_deref(), Some("/account?saved=profile"));
    let page = browser.follow(saved).await;
    page.expects(200, "Ann Bauer-Lindqvist");
    page.expects(200, "<option selected>Asia/Tokyo</option>");
    page.expects(200, "dir=\"ltr\" selected>Deutsch</option>");
    // The same again changes nothing.
    browser.post("/account", &fields).await;
    let events = portal.events(Some(ann.organization)).await;
    let told: Vec<_> = events.iter().filter(|event| is_of_profile(event)).collect();
    let (from, to) = ("Person ann".to_owned(), "Ann Bauer-Lindqvist".to_owned());
    let name = Event::NameChanged { from, to };
    let (language, zone) = (Event::LanguageChanged, Event::TimeZoneChanged);
    assert_eq!(told, [&name, &language, &zone]);
    let activity = browser.get("/account/activity").await;
    activity.expects(200, "Person ann");
}

fn is_of_profile(event: &Event) -> bool {
    matches!(
        event,
        Event::NameChanged { .. } | Event::LanguageChanged | Event::TimeZoneChanged
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn another_name_or_language_is_told_in_the_language_before() {
    let portal = Portal::with_mail().await;
    let (_, mut browser) = signed_in(&portal).await;
    let before = portal.mails().await.len();
    let thief = [
        ("name", "Eva Mallory"),
        ("language", "ar"),
        ("time_zone", ""),
    ];
    browser.post("/account", &thief).await;
    let mails = portal.mails().await;
    assert_eq!(mails.len(), before + 2);
    let of = |kind: &str| mails.iter().find(|mail| mail.kind == kind).unwrap();
    let name = of("name_changed");
    assert_eq!(name.subject, "The name of your account was changed");
    let says = |text: &str| name.text.contains(text);
    assert!(says("Person ann") && says("Eva Mallory"), "{}", name.text);
    let language = of("language_changed");
    assert_eq!(language.subject, "The language of your account was changed");
    let zone = [
        ("name", "Eva Mallory"),
        ("language", "ar"),
        ("time_zone", "Asia/Tokyo"),
    ];
    browser.post("/account", &zone).await;
    assert_eq!(portal.mails().await.len(), before + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_profile_loses_nothing_and_changes_nothing() {
    let portal = Portal::start().await;
    let (ann, mut browser) = signed_in(&portal).await;
    for (name, language, zone) in [
        (" ", "de", "Asia/Tokyo"),
        ("Annie", "tlh", "Asia/Tokyo"),
        ("Annie", "de", "Mars/Olympus"),
        ("A\u{202e}nn", "de", "../etc/passwd"),
    ] {
        let fields = [("name", name), ("language", language), ("time_zone", zone)];
        let page = browser.post("/account", &fields).await;
        page.expects(422, "aria-invalid=\"true\"");
        assert!(!page.says("Your profile is saved"));
        if language == "de" {
            page.expects(422, " selected>Deutsch</option>");
        }
        if zone == "Asia/Tokyo" {
            page.expects(422, "<option selected>Asia/Tokyo</option>");
        }
    }
    let page = browser.get("/account").await;
    page.expects(200, "value=\"Person ann\"");
    let events = portal.events(Some(ann.organization)).await;
    let changed = is_of_profile;
    assert!(!events.iter().any(changed));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_holds_at_once_and_signs_everyone_else_out() {
    let portal = Portal::start().await;
    let (ann, mut browser) = signed_in(&portal).await;
    let mut other = portal.browser();
    other.signs_in(&ann.login, &ann.password).await;
    let page = browser.get("/account/password").await;
    page.expects(200, "Current password");
    let done = changes(&mut browser, &ann.password, NEW).await;
    assert_eq!(done.location().as_deref(), Some("/account?saved=password"));
    let page = browser.follow(done).await;
    page.expects(200, "Your password is changed");
    assert_eq!(other.get("/").await.location().as_deref(), Some("/sign-in"));
    let old = portal.browser().signs_in(&ann.login, &ann.password).await;
    old.expects(422, "don’t go together");
    let new = portal.browser().signs_in(&ann.login, NEW).await;
    new.expects(200, "Your applications");
    let events = portal.events(Some(ann.organization)).await;
    assert!(events.contains(&Event::PasswordChanged));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_will_not_do_is_told_before_the_current_one_is_counted() {
    let portal = Portal::start().await;
    let (ann, mut browser) = signed_in(&portal).await;
    for bad in ["", "short", "password123456789"] {
        let page = changes(&mut browser, "not the password", bad).await;
        page.expects(422, "id=\"password-why\"");
    }
    let long = "x".repeat(257);
    changes(&mut browser, &ann.password, &long)
        .await
        .expects(422, "id=\"password-why\"");
    assert_eq!(portal.count("SELECT COUNT(*) FROM login_counters").await, 0);
    let new = portal.browser().signs_in(&ann.login, &ann.password).await;
    new.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn tries_at_the_current_password_are_counted_and_delayed() {
    let portal = Portal::start().await;
    let (ann, mut browser) = signed_in(&portal).await;
    for _ in 0..10 {
        let page = changes(&mut browser, "not the password", NEW).await;
        page.expects(422, "That isn’t your current password");
    }
    let page = changes(&mut browser, &ann.password, NEW).await;
    page.expects(429, "Too many tries at your current password");
    assert!(page.headers.contains_key("retry-after"));
    portal.wait(Span::seconds(30));
    let done = changes(&mut browser, &ann.password, NEW).await;
    assert_eq!(done.status, 303);
    assert_eq!(portal.count("SELECT COUNT(*) FROM login_counters").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn outsiders_delay_nobodys_change_of_the_password() {
    for is_known in [true, false] {
        let portal = Portal::start().await;
        let (ann, mut browser) = signed_in(&portal).await;
        if !is_known {
            let (scope, account) = (Scope::of(ann.organization), ann.id);
            let forget =
                async move |tx: &mut Tx<'_>| browsers::forget_all(tx, scope, account).await;
            portal.app.store.write(forget).await.unwrap();
        }
        let mut outsider = portal.browser();
        let tries = [("login", ann.login.as_str()), ("password", "wrong")];
        let mut last = 0;
        for _ in 0..6 {
            last = outsider.post("/sign-in", &tries).await.status.as_u16();
        }
        assert_eq!(last, 429);
        changes(&mut browser, "not the password", NEW)
            .await
            .expects(422, "That isn’t your current password");
        let done = changes(&mut browser, &ann.password, NEW).await;
        let to = done.location();
        assert_eq!(to.as_deref(), Some("/account?saved=password"), "{is_known}");
        // Nor does the change open the way in to whoever guesses there.
        assert_eq!(outsider.post("/sign-in", &tries).await.status, 429);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_session_without_the_factor_changes_no_password() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(&portal, &ann).await;
    portal.wait(Span::minutes(6));
    let mut stolen = browser.clone();
    // The thief knows the password as well.
    let asked = changes(&mut stolen, &ann.password, NEW).await;
    let to = "/step-up?act=password&return_to=%2Faccount%2Fpassword";
    assert_eq!(asked.location().as_deref(), Some(to));
    let json = [
        ("accept", "application/json"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
    ];
    let body = format!("current={}&password={NEW}", ann.password);
    let answer = stolen
        .send(Method::POST, "/account/password", &json, body.into())
        .await;
    answer.expects(403, "reauth_required");
    let events = portal.events(Some(acme.id)).await;
    let asked = Event::StepUpAsked { act: Act::Password };
    assert_eq!(events.iter().filter(|event| **event == asked).count(), 2);
    assert!(!events.contains(&Event::PasswordChanged));
    // The member has the phone.
    let fields = [
        ("act", "password"),
        ("return_to", "/account/password"),
        ("code", &app.code(portal.now())),
    ];
    let answer = browser.post("/step-up", &fields).await;
    let page = browser.follow(answer).await;
    page.expects(200, "Current password");
    let done = changes(&mut browser, &ann.password, NEW).await;
    assert_eq!(done.location().as_deref(), Some("/account?saved=password"));
    // The step-up gave the session another secret, so the copy is worth nothing.
    let gone = stolen.get("/account").await;
    assert!(gone.location().unwrap().starts_with("/sign-in"));
}

on_both! {
    async fn of_many_changes_at_once_one_password_is_left(place: &Place) {
        let portal = Portal::on(place).await;
        let (ann, browser) = signed_in(&portal).await;
        let mut running = Vec::new();
        for n in 0..4 {
            let (mut browser, old) = (browser.clone(), ann.password.clone());
            running.push(tokio::spawn(async move {
                let new = format!("{NEW} {n}");
                (changes(&mut browser, &old, &new).await.status, new)
            }));
        }
        let mut won = Vec::new();
        for one in running {
            let (status, new) = one.await.unwrap();
            if status == 303 {
                won.push(new);
            }
        }
        let [new] = &won[..] else { panic!("{won:?}") };
        let page = portal.browser().signs_in(&ann.login, new).await;
        page.expects(200, "Your applications");
    }
}
