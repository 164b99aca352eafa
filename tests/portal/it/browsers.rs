//! Known and remembered browsers.

use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::time::Span;

use crate::app::App;
use crate::client::Client;
use crate::portal::{Person, Portal};

const COOKIE: &str = "__Host-portcullis-browser";

/// Somebody with an app, and the browser that it was set up in.
async fn ann(portal: &Portal) -> (Person, App, Client) {
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(portal, &ann).await;
    portal.wait(Span::minutes(2));
    (ann, app, browser)
}

/// Signs in by password and code.
async fn signs_in(portal: &Portal, browser: &mut Client, (ann, app): (&Person, &App)) {
    portal.wait_for_next_code();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// How many sign-ins were written down, and which of them as from a new browser.
async fn sign_ins(portal: &Portal, ann: &Person) -> Vec<bool> {
    let new = |event: Event| match event {
        Event::SignedIn { new_browser, .. } => Some(new_browser),
        _ => None,
    };
    let events = portal.events(Some(ann.organization)).await;
    events.into_iter().filter_map(new).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_known_by_a_sign_in_and_stays_so_after_signing_out() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = ann(&portal).await;
    let key = browser.cookies[COOKIE].clone();
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!(out.headers["clear-site-data"], "\"cache\"");
    assert_eq!(browser.cookies[COOKIE], key);
    signs_in(&portal, &mut browser, (&ann, &app)).await;
    assert_eq!(browser.cookies[COOKIE], key, "nothing new is given");
    assert_eq!(portal.count("SELECT COUNT(*) FROM browsers").await, 1);
    // The password alone makes no browser known.
    let mut thief = portal.browser();
    thief.signs_in(&ann.login, &ann.password).await;
    assert!(!thief.cookies.contains_key(COOKIE));
    let mut second = portal.browser();
    signs_in(&portal, &mut second, (&ann, &app)).await;
    assert_eq!(portal.count("SELECT COUNT(*) FROM browsers").await, 2);
    assert_eq!(sign_ins(&portal, &ann).await, [false, false, true]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_cookie_holds_the_keys_of_several_accounts_and_no_more_than_six() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let mut browser = portal.browser();
    let mut people = Vec::new();
    for n in 0..7 {
        let person = portal.person(&north, &format!("eva{n}")).await;
        browser.signs_in(&person.login, &person.password).await;
        people.push(person);
    }
    let cookie = browser.cookies[COOKIE].clone();
    assert_eq!(cookie.split('~').count(), 6);
    for (n, person) in people.iter().enumerate().rev() {
        browser.signs_in(&person.login, &person.password).await;
        let known = portal.count("SELECT COUNT(*) FROM browsers").await;
        assert_eq!(known, if n == 0 { 8 } else { 7 }, "{n}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_out_from_outside_does_not_stop_a_known_browser() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    for login in [&ann.login, &ann.email] {
        for _ in 0..6 {
            portal.browser().signs_in(login, "not the password").await;
        }
        let mut stranger = portal.browser();
        let delayed = stranger.signs_in(login, &ann.password).await;
        assert_eq!(delayed.status, 429, "{login}");
        browser
            .signs_in(login, &ann.password)
            .await
            .expects(200, "Enter the code here");
    }
    // The sign-in of the known browser lifts nothing for outsiders.
    let mut stranger = portal.browser();
    assert_eq!(
        stranger.signs_in(&ann.login, &ann.password).await.status,
        429
    );
    signs_in(&portal, &mut browser, (&ann, &app)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_in_a_known_browser_have_a_counter_of_their_own() {
    let portal = Portal::start().await;
    let (ann, _, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    // However the login is written, it is one counter: ten are looked at.
    for n in 0..10 {
        let login = if n % 2 == 0 { &ann.login } else { &ann.email };
        let answer = browser.signs_in(login, "not the password").await;
        assert_eq!(answer.status, 422, "{n}");
    }
    for login in [&ann.login, &ann.email] {
        let answer = browser.signs_in(login, &ann.password).await;
        assert_eq!(answer.headers["retry-after"], "30");
        // Outside nothing was counted.
        let mut other = portal.browser();
        other
            .signs_in(login, &ann.password)
            .await
            .expects(200, "Enter the code here");
    }
    portal.wait(Span::seconds(30));
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Enter the code here");
    // A right password takes the count away.
    for n in 0..10 {
        let answer = browser.signs_in(&ann.login, "not the password").await;
        assert_eq!(answer.status, 422, "{n}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_of_one_account_is_worth_nothing_for_another() {
    let portal = Portal::start().await;
    let (ann, _, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    let acme = portal.organization_now(ann.organization).await;
    let bob = portal.person(&acme, "bob").await;
    for login in [bob.login.as_str(), "nobody@acme"] {
        for _ in 0..5 {
            let answer = browser.signs_in(login, "not the password").await;
            assert_eq!(answer.status, 422);
        }
        let delayed = browser.signs_in(login, "not the password").await;
        assert_eq!(delayed.status, 429, "{login}");
        assert_eq!(portal.browser().signs_in(login, "x").await.status, 429);
    }
}
