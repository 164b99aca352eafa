//! The phone is lost: recovery codes.

use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::time::Span;

use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

async fn ann(portal: &Portal) -> (Person, App, Vec<String>) {
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, codes) = portal.browser().enrolls(portal, &ann).await;
    portal.wait(Span::minutes(2));
    (ann, app, codes)
}

async fn signs_in_with(browser: &mut Client, ann: &Person, code: &str) -> Answer {
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_recovery_code(&page, code).await;
    browser.follow(answer).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_works_once_and_leads_to_replacing_the_device() {
    let portal = Portal::start().await;
    let (ann, old, codes) = ann(&portal).await;
    let mut other = portal.browser();
    let page = other.signs_in(&ann.login, &ann.password).await;
    let answer = other.gives_code(&page, &old.code(portal.now())).await;
    other.follow(answer).await.expects(200, "Your applications");

    let mut browser = portal.browser();
    let page = signs_in_with(&mut browser, &ann, &codes[0].to_lowercase()).await;
    page.expects(200, "Set up another device");
    assert!(
        !browser.cookies.contains_key("__Host-portcullis"),
        "no session before the device is replaced"
    );
    let attempt = page.hidden("attempt");
    let answer = browser
        .post(
            "/sign-in/replace-device",
            &[("attempt", &attempt), ("choice", "replace")],
        )
        .await;
    let wizard = browser.follow(answer).await;
    let answer = browser
        .post(
            "/sign-in/set-up/app",
            &[("attempt", &wizard.hidden("attempt"))],
        )
        .await;
    let scan = browser.follow(answer).await;
    // Until the new device is confirmed, the old one is as good as before.
    let new = App::with_key(&scan.key());
    let done = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &new.code(portal.now()))],
        )
        .await;
    browser.follow(done).await.expects(200, "Your applications");
    assert_eq!(
        other.get("/").await.location().as_deref(),
        Some("/sign-in"),
        "the lost phone's session is over"
    );

    portal.wait_for_next_code();
    for (app, works) in [(&old, false), (&new, true)] {
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let answer = browser.gives_code(&page, &app.code(portal.now())).await;
        assert_eq!(answer.status.as_u16(), if works { 303 } else { 422 });
    }
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    browser
        .gives_recovery_code(&page, &codes[0])
        .await
        .expects(422, "already used");
    let events = portal.events(Some(ann.organization)).await;
    assert!(events.contains(&Event::RecoveryCodeUsed { left: 9 }));
    assert!(
        events
            .iter()
            .any(|e| matches!(e, Event::DeviceRemoved { replaced: true, .. }))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_still_has_the_device_keeps_it() {
    let portal = Portal::start().await;
    let (ann, app, codes) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = signs_in_with(&mut browser, &ann, &codes[3]).await;
    let fields = [
        ("attempt", page.hidden("attempt")),
        ("choice", "keep".to_owned()),
    ];
    let answer = browser
        .post(
            "/sign-in/replace-device",
            &fields.each_ref().map(|(k, v)| (*k, v.as_str())),
        )
        .await;
    browser.follow(answer).await.expects(200, "9 of 10");
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(
        browser
            .gives_code(&page, &app.code(portal.now()))
            .await
            .status,
        303
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_read_off_paper_is_forgiven_and_a_code_alone_is_nothing() {
    let portal = Portal::start().await;
    let (ann, _, codes) = ann(&portal).await;
    let mut browser = portal.browser();
    browser
        .signs_in(&ann.login, &codes[0])
        .await
        .expects(422, "Log in");
    let odd = format!(
        "  {} ",
        codes[0]
            .replace('-', " ")
            .to_lowercase()
            .replace('0', "o")
            .replace('1', "l")
    );
    signs_in_with(&mut browser, &ann, &odd)
        .await
        .expects(200, "Set up another device");
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    browser
        .gives_recovery_code(&page, "not a code")
        .await
        .expects(422, "16");
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_codes_open_ten_times_and_three_left_is_said() {
    let portal = Portal::start().await;
    let (ann, _, codes) = ann(&portal).await;
    for (used, code) in (1..).zip(&codes) {
        let mut browser = portal.browser();
        let page = signs_in_with(&mut browser, &ann, code).await;
        let fields = [
            ("attempt", page.hidden("attempt")),
            ("choice", "keep".to_owned()),
        ];
        let answer = browser
            .post(
                "/sign-in/replace-device",
                &fields.each_ref().map(|(k, v)| (*k, v.as_str())),
            )
            .await;
        let dashboard = browser.follow(answer).await;
        dashboard.expects(200, &format!("{} of 10", 10 - used));
        assert_eq!(dashboard.says("message warn"), used >= 7, "{used} used");
    }
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert!(
        !page.says("/sign-in/recovery-code"),
        "none is left to offer"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn new_codes_need_a_fresh_proof_and_end_the_old_ones() {
    let portal = Portal::start().await;
    let (ann, app, old) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    browser.follow(answer).await;
    portal.wait(Span::minutes(6));
    let before = browser.cookies["__Host-portcullis"].clone();
    let asked = browser.post("/account/recovery-codes", &[]).await;
    let step_up = browser.follow(asked).await;
    step_up.expects(200, "Submit code");
    let fields = [
        ("act", "new-recovery-codes"),
        ("return_to", "/account/recovery-codes"),
    ];
    let wrong = app.wrong_code(portal.now());
    browser
        .post("/step-up", &[fields[0], fields[1], ("code", &wrong)])
        .await
        .expects(422, "Submit code");
    let right = app.code(portal.now());
    let answer = browser
        .post("/step-up", &[fields[0], fields[1], ("code", &right)])
        .await;
    assert_eq!(
        answer.location().as_deref(),
        Some("/account/recovery-codes")
    );
    assert_ne!(
        browser.cookies["__Host-portcullis"], before,
        "a raised session has a new secret"
    );
    let mut stale = portal.browser();
    stale.cookies.insert("__Host-portcullis".to_owned(), before);
    assert_eq!(
        stale.get("/").await.location().as_deref(),
        Some("/sign-in"),
        "the old secret is dead at once"
    );

    let shown = browser.post("/account/recovery-codes", &[]).await;
    let new = shown
        .expects(200, "I have stored these codes")
        .recovery_codes();
    let stored = browser
        .post(
            "/account/recovery-codes/stored",
            &[("set", &shown.hidden("set")), ("stored", "on")],
        )
        .await;
    browser.follow(stored).await.expects(200, "10 of 10");
    for path in ["/account/recovery-codes", "/", "/account"] {
        let page = browser.get(path).await;
        assert!(
            new.iter().all(|code| !page.says(code)),
            "a code is shown again at {path}"
        );
    }
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    browser
        .gives_recovery_code(&page, &old[5])
        .await
        .expects(422, "Submit code");
    let answer = browser.gives_recovery_code(&page, &new[5]).await;
    browser
        .follow(answer)
        .await
        .expects(200, "Set up another device");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_steps_up_for_new_codes_but_not_for_the_administration() {
    let portal = Portal::start().await;
    let (ann, app, codes) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    browser.follow(answer).await;
    portal.wait(Span::minutes(6));
    let by_code = browser
        .get("/step-up?act=new-recovery-codes&return_to=/account/recovery-codes&way=recovery-code")
        .await;
    by_code.expects(200, "recovery_code");
    let fields = [
        ("act", "administration"),
        ("return_to", "/"),
        ("recovery_code", codes[1].as_str()),
    ];
    browser
        .post("/step-up", &fields)
        .await
        .expects(200, "Submit code");
    let fields = [
        ("act", "new-recovery-codes"),
        ("return_to", "/account"),
        ("recovery_code", codes[1].as_str()),
    ];
    let answer = browser.post("/step-up", &fields).await;
    assert_eq!(
        answer.location().as_deref(),
        Some("/account"),
        "the code was not spent by the refused act"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_not_ticked_as_stored_are_replaced_at_the_next_sign_in() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let app = App::with_key(&browser.follow(answer).await.key());
    let shown = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &app.code(portal.now()))],
        )
        .await;
    let first = shown.recovery_codes();
    // Without the tick there is no way on, and the codes are not shown again.
    let fields = [("attempt", attempt.as_str()), ("set", &shown.hidden("set"))];
    let refused = browser.post("/sign-in/set-up/stored", &fields).await;
    assert_eq!(refused.status, 422);
    assert!(first.iter().all(|code| !refused.says(code)));
    assert!(!browser.cookies.contains_key("__Host-portcullis"));
    drop(browser);

    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    let offer = browser.follow(answer).await;
    let shown = browser
        .post(
            "/sign-in/set-up/recovery-codes",
            &[("attempt", &offer.hidden("attempt"))],
        )
        .await;
    let second = shown
        .expects(200, "I have stored these codes")
        .recovery_codes();
    assert!(first.iter().all(|code| !second.contains(code)));
    let done = browser.stores(&shown).await;
    browser.follow(done).await.expects(200, "Your applications");
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(
        browser.gives_recovery_code(&page, &first[0]).await.status,
        422
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn new_codes_and_a_new_device_end_every_other_sign_in_under_way() {
    let portal = Portal::start().await;
    let (ann, app, codes) = ann(&portal).await;
    // A thief with the password and a code off the sheet stops before setting up a phone.
    let mut thief = portal.browser();
    let page = signs_in_with(&mut thief, &ann, &codes[0]).await;
    let attempt = page.hidden("attempt");
    let answer = thief
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let stolen = App::with_key(&thief.follow(answer).await.key());
    // Ann sees that a code is gone and makes new ones.
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    browser.follow(answer).await;
    browser
        .post("/account/recovery-codes", &[])
        .await
        .expects(200, "I have stored these codes");
    let code = stolen.code(portal.now());
    let late = thief
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &code)],
        )
        .await;
    assert_eq!(late.location().as_deref(), Some("/sign-in?ended=1"));
    browser.get("/").await.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_codes_are_made_for_a_session_that_ended_meanwhile() {
    use portcullis_core::credential::password::HashParams;
    use portcullis_store::testing::Place;
    let place = Place::sqlite();
    // Slow enough hashes that signing out comes between the question and the answer.
    let slow = HashParams {
        memory_kib: 16 * 1024,
        passes: 3,
        lanes: 1,
    };
    let portal = Portal::with(&place, slow).await;
    let (ann, app, _) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    browser.follow(answer).await;
    let made = |events: &[Event]| {
        events
            .iter()
            .filter(|e| **e == Event::RecoveryCodesMade)
            .count()
    };
    let before = made(&portal.events(Some(ann.organization)).await);
    let mut other_tab = browser.clone();
    let asking = tokio::spawn(async move { other_tab.post("/account/recovery-codes", &[]).await });
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    browser.post("/sign-out", &[]).await;
    let answer = asking.await.unwrap();
    let events = portal.events(Some(ann.organization)).await;
    // Whichever came first, no set is made after the end of the session.
    let end = events.iter().rposition(|e| *e == Event::SignedOut).unwrap();
    assert!(!events[end..].contains(&Event::RecoveryCodesMade));
    assert_eq!(
        answer.says("I have stored these codes"),
        made(&events) > before
    );
}
