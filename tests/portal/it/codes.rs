//! Codes from an authenticator app, made by a program we did not write.

use std::fmt::Write;
use std::process::Command;

use portcullis_core::audit::{CodeRefusal, Event};
use portcullis_core::credential::totp::{Checked, Code, TimeStep, TotpKey, Window, check};
use portcullis_core::policy::Rule;
use portcullis_core::time::{Span, Timestamp};

use crate::app::App;
use crate::client::Client;
use crate::portal::{Person, Portal};
use crate::{full, random_bytes};

/// Somebody with a phone, and the phone.
async fn ann(portal: &Portal) -> (Person, App) {
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(portal, &ann).await;
    portal.wait(Span::minutes(2));
    (ann, app)
}

// Of codes of the present step and the one before the present one counts, should both be the same.
#[test]
fn a_thousand_random_keys_and_times_agree_with_oathtool() {
    let pairs = full(1_000, 200);
    for _ in 0..pairs {
        let key = TotpKey::new(random_bytes());
        let seconds = i64::from(u32::from_be_bytes(random_bytes()));
        let at = Timestamp::from_millis(seconds * 1000);
        let code = Code::parse(&App::with_key(key.base32().reveal()).code(at)).unwrap();
        let checked = check(&key, &code, None, (Window::Strict, at));
        assert_eq!(checked, Checked::Right(TimeStep::at(at)), "at {seconds}");
    }
}

#[test]
fn a_thousand_random_keys_and_times_agree_with_pyotp() {
    let pairs = full(1_000, 200);
    let mut keys = Vec::new();
    let mut asked = String::new();
    for _ in 0..pairs {
        let key = TotpKey::new(random_bytes());
        let seconds = i64::from(u32::from_be_bytes(random_bytes()));
        writeln!(asked, "{} {seconds}", key.base32().reveal()).unwrap();
        keys.push((key, Timestamp::from_millis(seconds * 1000)));
    }
    let script = "import pyotp, sys\n\
        for line in sys.argv[1].splitlines():\n \
        key, at = line.split()\n \
        print(pyotp.TOTP(key).at(int(at)))";
    let python = concat!(env!("CARGO_MANIFEST_DIR"), "/target/aiosmtpd/bin/python");
    let output = Command::new(python)
        .args(["-c", script, &asked])
        .env(
            "PYTHONPATH",
            concat!(env!("CARGO_MANIFEST_DIR"), "/target/pyotp"),
        )
        .output();
    let output = output.expect("scripts/test makes a Python");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said} (scripts/test gets pyotp)");
    let codes = String::from_utf8(output.stdout).unwrap();
    assert_eq!(codes.lines().count(), keys.len());
    for (code, (key, at)) in codes.lines().zip(keys) {
        let checked = check(
            &key,
            &Code::parse(code).unwrap(),
            None,
            (Window::Strict, at),
        );
        assert_eq!(checked, Checked::Right(TimeStep::at(at)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_may_be_one_step_late_and_one_early_where_codes_are_not_strict() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    // START is the middle of a step, and so is every time below.
    for (offset, usual, strict) in [
        (-61, false, false),
        (-31, true, true),
        (0, true, true),
        (31, true, false),
        (61, false, false),
    ] {
        for (window, right) in [(Window::Usual, usual), (Window::Strict, strict)] {
            portal.decides(|settings| settings.window = window);
            portal.wait(Span::minutes(5));
            assert_eq!(
                (portal.now().unix_seconds() % 30),
                15,
                "the middle of a step"
            );
            let mut browser = portal.browser();
            let page = browser.signs_in(&ann.login, &ann.password).await;
            let code = app.code(portal.now() + Span::seconds(offset));
            let answer = browser.gives_code(&page, &code).await;
            assert_eq!(
                answer.status.as_u16(),
                if right { 303 } else { 422 },
                "{offset} s, {window:?}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_counts_once_and_kills_the_ones_before_it() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    let (before, code) = (
        app.code(portal.now() - Span::seconds(30)),
        app.code(portal.now()),
    );
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(browser.gives_code(&page, &code).await.status, 303);
    portal.wait(Span::seconds(3)); // 18 seconds into the step
    for old in [&code, &before] {
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        browser
            .gives_code(&page, old)
            .await
            .expects(422, "12 seconds");
    }
    let causes = portal
        .events(Some(ann.organization))
        .await
        .into_iter()
        .filter_map(|event| match event {
            Event::CodeRefused { cause, .. } => Some(cause),
            _ => None,
        });
    assert_eq!(causes.collect::<Vec<_>>(), [CodeRefusal::AlreadyUsed; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_that_confirmed_the_device_does_not_sign_in() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    browser
        .gives_code(&page, &app.code(portal.now()))
        .await
        .expects(422, "already used");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_code_is_explained_and_never_taken() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let steps = |n: i64| app.code(portal.now() + Span::seconds(30 * n));
    let slow = browser.gives_code(&page, &steps(-8)).await;
    slow.expects(422, "clock is about 4 minutes slow");
    // A code to come is not confirmed before its time.
    let fast = browser.gives_code(&page, &steps(8)).await;
    fast.expects(422, "isn’t the code the app shows now");
    assert!(!fast.body.contains("fast"));
    let other = browser.gives_code(&page, "7KQM-4XPD-H2WN-9TRC").await;
    other.expects(422, "looks like a recovery code");
    let other = browser.gives_recovery_code(&page, &steps(0)).await;
    other.expects(422, "looks like the code from your app");
    let causes: Vec<CodeRefusal> = portal
        .events(Some(ann.organization))
        .await
        .into_iter()
        .filter_map(|event| match event {
            Event::CodeRefused { cause, .. } => Some(cause),
            _ => None,
        })
        .collect();
    assert_eq!(causes, [CodeRefusal::ClockSlow, CodeRefusal::Wrong]);
    // Each was a try; what was no code was none.
    let failures = "SELECT failures FROM factor_counters";
    assert_eq!(portal.count(failures).await, 2);
    assert_eq!(browser.gives_code(&page, &steps(0)).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_explained_once_tries_are_delayed() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    for _ in 0..5 {
        browser
            .gives_code(&page, &app.wrong_code(portal.now()))
            .await;
    }
    let old = app.code(portal.now() - Span::minutes(4));
    let answer = browser.gives_code(&page, &old).await;
    assert_eq!(answer.status, 429);
    assert!(!answer.body.contains("slow"));
}

#[tokio::test(flavor = "multi_thread")]
async fn while_enrolling_a_fast_clock_is_named_too() {
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
    for (steps, expect) in [
        (8, "clock is about 4 minutes fast"),
        (-8, "clock is about 4 minutes slow"),
        (-30, "isn’t the code the app shows now"),
    ] {
        let code = app.code(portal.now() + Span::seconds(30 * steps));
        let fields = [("attempt", attempt.as_str()), ("code", &code)];
        let answer = browser.post("/sign-in/set-up/scan", &fields).await;
        answer.expects(422, expect);
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_steps_back_opens_no_used_code_again() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    let code = app.code(portal.now());
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(browser.gives_code(&page, &code).await.status, 303);
    for back in [60, 3600] {
        portal.wait(Span::seconds(-back));
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let earlier = app.code(portal.now());
        for old in [&earlier, &code] {
            let answer = browser.gives_code(&page, old).await;
            assert!(
                [422, 429].contains(&answer.status.as_u16()),
                "{back} s back"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_with_a_wrong_password_is_neither_looked_at_nor_spent() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    let code = app.code(portal.now());
    let mut browser = portal.browser();
    browser
        .signs_in(&ann.login, "not the password")
        .await
        .expects(422, "Log in");
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(browser.gives_code(&page, &code).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn spaces_are_forgiven_and_other_digits_are_not() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let code = app.code(portal.now());
    let arabic: String = code
        .chars()
        .map(|c| char::from_u32(u32::from(c) - 0x30 + 0x660).unwrap())
        .collect();
    for odd in ["", "12345", "1234567", "abcdef", &arabic] {
        browser
            .gives_code(&page, odd)
            .await
            .expects(422, "Enter the code here");
    }
    // What is no code is not counted as a try.
    assert_eq!(
        portal.count("SELECT COUNT(*) FROM factor_counters").await,
        0
    );
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    assert_eq!(browser.gives_code(&page, &spaced).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_is_over_after_ten_minutes() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    portal.wait(Span::minutes(10));
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in?ended=1"));
    assert!(!browser.cookies.contains_key("__Host-portcullis"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_of_another_browser_is_nobodys() {
    let portal = Portal::start().await;
    let (ann, app) = ann(&portal).await;
    let page = portal.browser().signs_in(&ann.login, &ann.password).await;
    let mut thief: Client = portal.browser();
    let answer = thief.gives_code(&page, &app.code(portal.now())).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in?ended=1"));
    assert!(thief.cookies.is_empty());
    assert_eq!(TimeStep::from_number(3).number(), 3);
}
