//! Sessions: their lifetimes, their secrets, their end.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::policy::{Policy, Rule};
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::instance;
use portcullis_server::jobs::{self, Work};

use crate::client::Client;
use crate::portal::{Person, Portal};

async fn eva(portal: &Portal) -> (Person, Client) {
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    (eva, browser)
}

async fn is_in(browser: &mut Client) -> bool {
    let json = [("accept", "application/json")];
    let answer = browser
        .send(hyper::Method::GET, "/account/session", &json, "".into())
        .await;
    assert!([204, 401].contains(&answer.status.as_u16()), "{answer:?}");
    answer.status == 204
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_an_hour_unused_and_after_a_day() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    for _ in 0..25 {
        portal.wait(Span::minutes(55));
        browser.get("/").await.expects(200, "Your applications");
    }
    portal.wait(Span::minutes(59));
    browser.get("/").await.expects(200, "Your applications"); // 23 h 54 min
    portal.wait(Span::minutes(6));
    assert!(!is_in(&mut browser).await, "24 h");
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    // A page that asks every minute whether it is still signed in keeps no session alive.
    for _ in 0..59 {
        portal.wait(Span::minutes(1));
        assert!(is_in(&mut browser).await);
    }
    portal.wait(Span::minutes(1));
    assert!(!is_in(&mut browser).await, "an hour unused");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session_in_the_store() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let mut thief = browser.clone();
    assert!(is_in(&mut thief).await);
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!(out.headers["clear-site-data"], "\"cache\"");
    browser.follow(out).await.expects(200, "Log in");
    assert!(!browser.cookies.contains_key("__Host-portcullis"));
    assert!(!is_in(&mut thief).await);
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
    assert_eq!(
        portal.events(Some(eva.organization)).await.last(),
        Some(&Event::SignedOut)
    );
    assert_eq!(
        browser.get("/sign-out").await.status,
        405,
        "a link signs nobody out"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_byte_of_a_cookie_can_be_changed() {
    let portal = Portal::start().await;
    let (_, browser) = eva(&portal).await;
    let good = browser.cookies["__Host-portcullis"].clone();
    for at in 0..good.len() {
        let mut bytes = good.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'Q' } else { b'A' };
        let mut thief = portal.browser();
        thief.cookies.insert(
            "__Host-portcullis".to_owned(),
            String::from_utf8(bytes).unwrap(),
        );
        assert!(!is_in(&mut thief).await, "byte {at}");
    }
    let mut browser = browser;
    assert!(is_in(&mut browser).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_planted_cookie_is_never_taken_over() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    let planted = "A".repeat(43);
    browser
        .cookies
        .insert("__Host-portcullis".to_owned(), planted.clone());
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    assert_ne!(browser.cookies["__Host-portcullis"], planted);
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_and_keys_stand_in_the_database_as_hashes_and_ciphertext_only() {
    let place = portcullis_store::testing::Place::sqlite();
    let portal = Portal::on(&place).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let (app, codes) = browser.sets_up(&portal, &page).await;
    let mut all = Vec::new();
    for entry in std::fs::read_dir(place.file().unwrap().parent().unwrap()).unwrap() {
        all.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    let text = String::from_utf8_lossy(&all);
    let key = data_encoding::BASE32_NOPAD
        .decode(app.key().as_bytes())
        .unwrap();
    assert!(
        !all.windows(key.len()).any(|window| window == key),
        "the key"
    );
    let token = &browser.cookies["__Host-portcullis"];
    let bytes = data_encoding::BASE64URL_NOPAD
        .decode(token.as_bytes())
        .unwrap();
    assert!(
        !all.windows(32).any(|window| window == bytes),
        "the session's token"
    );
    for secret in [app.key(), token, &ann.password, &codes[0]] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(
        text.contains("$argon2id$v=19$m=64,t=1,p=1,keyid="),
        "the hash with its pepper's id"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_policy_binds_live_sessions_at_their_next_request() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let north = portal.organization_now(eva.organization).await;
    assert!(
        instance::set_policy(
            &portal.app,
            &Actor::System,
            &north,
            Policy::new(Rule::Required),
            Origin::default()
        )
        .await
        .unwrap()
        .is_ok()
    );
    assert!(
        instance::set_policy(
            &portal.app,
            &Actor::System,
            &north,
            Policy::new(Rule::Off),
            Origin::default()
        )
        .await
        .unwrap()
        .is_err(),
        "a stale edit"
    );
    assert!(!is_in(&mut browser).await);
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "I already have an app");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_is_cleared_away_by_one_node() {
    use portcullis_core::id::NodeId;
    let place = portcullis_store::testing::Place::sqlite();
    let (portal, node) = (Portal::on(&place).await, Portal::on(&place).await);
    let (_, _) = eva(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().signs_in(&ann.login, &ann.password).await;
    portal.browser().signs_in("nobody@acme", "x").await;
    portal.letter(&acme, "greta").await;
    for one in [&portal, &node] {
        one.wait(Span::days(60));
    }
    let ids = [NodeId::from_bytes([1; 16]), NodeId::from_bytes([2; 16])];
    let gone = jobs::run_if_due(&portal.app, ids[0], Work::CleanUp)
        .await
        .unwrap();
    assert_eq!(
        gone,
        Some(6),
        "a session, an attempt, a counter, a failure, a support code, an invitation"
    );
    assert_eq!(
        jobs::run_if_due(&node.app, ids[1], Work::CleanUp)
            .await
            .unwrap(),
        None,
        "not due again yet"
    );
    for one in [&portal, &node] {
        one.wait(Span::minutes(1));
    }
    assert_eq!(
        jobs::run_if_due(&node.app, ids[1], Work::CleanUp)
            .await
            .unwrap(),
        Some(0)
    );
    for table in [
        "SELECT COUNT(*) FROM sessions",
        "SELECT COUNT(*) FROM attempts",
        "SELECT COUNT(*) FROM login_counters",
        "SELECT COUNT(*) FROM support_codes",
        "SELECT COUNT(*) FROM invitations",
    ] {
        assert_eq!(portal.count(table).await, 0, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_again_ends_the_session_before_it() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let mut old = browser.clone();
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    assert!(is_in(&mut browser).await);
    assert!(!is_in(&mut old).await);
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 1);
}
