//! The wizard: forced, pending, and never half done.

use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::time::Span;

use crate::app::App;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_but_the_wizard_is_reachable_until_it_is_done() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "I already have an app")
        .expects(200, "play.google.com");
    for path in [
        "/",
        "/account",
        "/account/recovery-codes",
        "/admin",
        "/admin/acme/access",
        "/step-up?act=administration",
    ] {
        let answer = browser.get(path).await;
        assert!(answer.location().unwrap().starts_with("/sign-in"), "{path}");
    }
    let attempt = page.hidden("attempt");
    for path in [
        "/sign-in/code",
        "/sign-in/recovery-code",
        "/sign-in/replace-device",
        "/sign-in/set-up/recovery-codes",
    ] {
        let answer = browser.get(&format!("{path}?attempt={attempt}")).await;
        assert_eq!(
            answer.location(),
            Some(format!("/sign-in/set-up?attempt={attempt}")),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_shown_while_pending_and_never_again() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let scan = browser.follow(answer).await;
    let key = scan.key();
    assert_eq!(key.len(), 32);
    let again = browser
        .get(&format!("/sign-in/set-up/scan?attempt={attempt}"))
        .await;
    assert_eq!(
        again.key(),
        key,
        "the key that an app may have scanned stays the key"
    );
    let app = App::with_key(&key);
    let code = app.code(portal.now());
    let codes = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &code)],
        )
        .await;
    codes.expects(200, "I have stored these codes");
    let seen = codes.recovery_codes();
    for path in [
        "/sign-in/set-up/scan",
        "/sign-in/set-up",
        "/sign-in/set-up/recovery-codes",
        "/sign-in/code",
    ] {
        let answer = browser.get(&format!("{path}?attempt={attempt}")).await;
        let shown = browser.follow(answer).await;
        assert!(
            !shown.says(&key)
                && !shown.says("otpauth:")
                && seen.iter().all(|code| !shown.says(code)),
            "{path}"
        );
    }
    let late = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &code)],
        )
        .await;
    assert!(!browser.follow(late).await.says(&key));
    let done = browser.stores(&codes).await;
    for path in ["/", "/account", "/account/recovery-codes"] {
        let answer = browser.follow(done.clone()).await;
        assert!(!answer.says(&key));
        let page = browser.get(path).await;
        assert!(
            !page.says(&key) && seen.iter().all(|code| !page.says(code)),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_never_taken_from_the_browser() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let attempt = browser
        .signs_in(&ann.login, &ann.password)
        .await
        .hidden("attempt");
    let own = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    for field in ["key", "secret", "uri"] {
        let start = browser
            .post(
                "/sign-in/set-up/app",
                &[("attempt", &attempt), (field, own)],
            )
            .await;
        assert_eq!(start.status, 400);
    }
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    assert_ne!(browser.follow(answer).await.key(), own);
    let code = App::with_key(own).code(portal.now());
    let confirm = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &code)],
        )
        .await;
    assert_eq!(confirm.status, 422);
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_page_anywhere_changes_nothing_and_a_fresh_try_succeeds() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    for steps in 0..3 {
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        page.expects(200, "I already have an app");
        let attempt = page.hidden("attempt");
        if steps > 0 {
            let answer = browser
                .post("/sign-in/set-up/app", &[("attempt", &attempt)])
                .await;
            let scan = browser.follow(answer).await;
            if steps > 1 {
                let wrong = App::with_key(&scan.key()).wrong_code(portal.now());
                browser
                    .post(
                        "/sign-in/set-up/scan",
                        &[("attempt", &attempt), ("code", &wrong)],
                    )
                    .await
                    .expects(422, "Enable");
            }
        }
        assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 0);
        assert_eq!(portal.count("SELECT COUNT(*) FROM recovery_sets").await, 0);
        assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
    }
    let (_, codes) = portal.browser().enrolls(&portal, &ann).await;
    assert_eq!(codes.len(), 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pending_key_dies_after_half_an_hour_and_after_twenty_wrong_codes() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let attempt = browser
        .signs_in(&ann.login, &ann.password)
        .await
        .hidden("attempt");
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let app = App::with_key(&browser.follow(answer).await.key());
    let wrong = app.wrong_code(portal.now());
    for n in 1..=20 {
        let fields = [("attempt", attempt.as_str()), ("code", &wrong)];
        let answer = browser.post("/sign-in/set-up/scan", &fields).await;
        assert_eq!(
            answer.status.as_u16(),
            if n < 20 { 422 } else { 303 },
            "the {n}th"
        );
    }
    let right = app.code(portal.now());
    let answer = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &right)],
        )
        .await;
    assert_eq!(
        answer.location(),
        Some(format!("/sign-in/set-up?attempt={attempt}"))
    );
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let app = App::with_key(&browser.follow(answer).await.key());
    // The key dies after half an hour; the attempt with it, however often a new key is made.
    for (minutes, to) in [
        (30, format!("/sign-in/set-up?attempt={attempt}")),
        (10, "/sign-in?ended=1".to_owned()),
    ] {
        portal.wait(Span::minutes(minutes));
        let right = app.code(portal.now());
        let fields = [("attempt", attempt.as_str()), ("code", &right)];
        let answer = browser.post("/sign-in/set-up/scan", &fields).await;
        assert_eq!(answer.location(), Some(to));
        browser
            .post("/sign-in/set-up/app", &[("attempt", &attempt)])
            .await;
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_device_no_attempt_shows_or_changes_a_factor() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().enrolls(&portal, &ann).await;
    let devices = portal
        .events(Some(acme.id))
        .await
        .iter()
        .filter(|e| matches!(e, Event::DeviceAdded { .. }))
        .count();
    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    for path in [
        "set-up",
        "set-up/scan",
        "set-up/recovery-codes",
        "replace-device",
    ] {
        let answer = browser
            .get(&format!("/sign-in/{path}?attempt={attempt}"))
            .await;
        assert_eq!(
            answer.location(),
            Some(format!("/sign-in/code?attempt={attempt}")),
            "{path}"
        );
    }
    for (path, extra) in [
        ("set-up/app", None),
        ("set-up/scan", Some(("code", "123456"))),
        ("set-up/recovery-codes", None),
        ("replace-device", Some(("choice", "keep"))),
    ] {
        let fields: Vec<(&str, &str)> = [("attempt", attempt.as_str())]
            .into_iter()
            .chain(extra)
            .collect();
        let answer = browser.post(&format!("/sign-in/{path}"), &fields).await;
        assert_eq!(
            answer.location(),
            Some(format!("/sign-in/code?attempt={attempt}")),
            "{path}"
        );
    }
    assert_eq!(
        portal.count("SELECT COUNT(*) FROM pending_devices").await,
        0
    );
    let after = portal
        .events(Some(acme.id))
        .await
        .iter()
        .filter(|e| matches!(e, Event::DeviceAdded { .. }))
        .count();
    assert_eq!(after, devices);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tick_counts_only_in_the_attempt_that_was_shown_the_codes() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let attempt = browser
        .signs_in(&ann.login, &ann.password)
        .await
        .hidden("attempt");
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let app = App::with_key(&browser.follow(answer).await.key());
    let code = app.code(portal.now());
    let shown = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &code)],
        )
        .await;
    // Somebody else with the password alone, who has seen the form.
    let mut other = portal.browser();
    let asked = other.signs_in(&ann.login, &ann.password).await;
    let (handle, set) = (asked.hidden("attempt"), shown.hidden("set"));
    let fields = [
        ("attempt", handle.as_str()),
        ("set", &set),
        ("stored", "on"),
    ];
    let answer = other.post("/sign-in/set-up/stored", &fields).await;
    assert!(answer.location().unwrap().starts_with("/sign-in/code"));
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM recovery_sets WHERE stored_at IS NOT NULL")
            .await,
        0
    );
}
