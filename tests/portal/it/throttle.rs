//! Delays and suspensions, and who is spared.

use portcullis_core::audit::{CodeRefusal, Event, Origin};
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_core::throttle::LADDER;
use portcullis_core::time::Span;
use portcullis_server::people;

use super::verified::called_back;
use crate::app::App;
use crate::portal::{Person, Portal};

async fn ann(portal: &Portal) -> (Person, App, Vec<String>) {
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, codes) = portal.browser().enrolls(portal, &ann).await;
    portal.wait(Span::minutes(2));
    (ann, app, codes)
}

fn wait_of(answer: &crate::client::Answer) -> i64 {
    answer.headers["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_typed_login_is_delayed_known_or_not_by_the_same_ladder() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    for login in [ann.login.as_str(), "nobody@acme", "no login at all"] {
        let mut browser = portal.browser();
        let tries = async |browser: &mut crate::client::Client, spelled: &str| {
            browser
                .post(
                    "/sign-in",
                    &[("login", spelled), ("password", "not the password")],
                )
                .await
        };
        for _ in 0..5 {
            assert_eq!(tries(&mut browser, login).await.status, 422, "{login}");
        }
        for seconds in LADDER {
            // However it is spelled, it is one counter.
            let spelled = format!(" {} ", login.to_uppercase().replace('@', " @ "));
            let answer = tries(&mut browser, &spelled).await;
            assert_eq!(
                (answer.status.as_u16(), wait_of(&answer)),
                (429, seconds),
                "{login}"
            );
            portal.wait(Span::seconds(seconds));
            assert_eq!(
                tries(&mut browser, login).await.status,
                422,
                "{login} after {seconds} s"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delayed_login_is_told_when_and_the_right_password_waits_too() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    for _ in 0..5 {
        browser.signs_in(&ann.login, "not the password").await;
    }
    let delayed = browser.signs_in(&ann.login, &ann.password).await;
    delayed.expects(429, "30").expects(429, "Help desk");
    portal.wait(Span::seconds(30));
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    // A right password takes the count away.
    for _ in 0..4 {
        assert_eq!(
            browser
                .signs_in(&ann.login, "not the password")
                .await
                .status,
            422
        );
    }
    browser.get("/sign-out").await;
    let mut browser = portal.browser();
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    let delays = portal.events(Some(acme.id)).await;
    let delays = delays
        .iter()
        .filter(|e| format!("{e:?}").contains("Delayed"))
        .count();
    assert_eq!(
        delays, 1,
        "a delay is written down once, however often it is met"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_wrong_codes_suspend_the_app_and_no_password_resets_the_count() {
    let portal = Portal::start().await;
    let (ann, app, codes) = ann(&portal).await;
    let mut looked_at = 0;
    for _ in 0..400 {
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let answer = browser
            .gives_code(&page, &app.wrong_code(portal.now()))
            .await;
        match answer.status.as_u16() {
            422 if answer.says("Codes from the app are closed") => break,
            422 => looked_at += 1,
            429 => portal.wait(Span::seconds(wait_of(&answer))),
            other => panic!("{other}"),
        }
    }
    assert_eq!(looked_at, 50);
    portal.wait(Span::days(2));
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(
        browser
            .gives_code(&page, &app.code(portal.now()))
            .await
            .status,
        422,
        "a right code after the stop"
    );
    let suspended = Event::CodeRefused {
        factor: portcullis_core::credential::Kind::Totp,
        cause: CodeRefusal::Suspended,
        purpose: portcullis_core::audit::Purpose::SignIn,
    };
    assert!(
        portal
            .events(Some(ann.organization))
            .await
            .contains(&suspended)
    );
    // Another factor opens it again.
    let answer = browser.gives_recovery_code(&page, &codes[0]).await;
    let page = browser.follow(answer).await;
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
    browser
        .follow(answer)
        .await
        .expects(200, "Your applications");
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
async fn wrong_recovery_codes_have_a_counter_of_their_own() {
    let portal = Portal::start().await;
    let (ann, app, codes) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    for _ in 0..5 {
        assert_eq!(
            browser
                .gives_recovery_code(&page, "0000-0000-0000-0000")
                .await
                .status,
            422
        );
    }
    assert_eq!(
        browser.gives_recovery_code(&page, &codes[0]).await.status,
        429
    );
    assert_eq!(
        browser
            .gives_code(&page, &app.code(portal.now()))
            .await
            .status,
        303,
        "the app is not delayed"
    );
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_recovery_code(&page, &codes[0]).await;
    assert_eq!(answer.status, 303, "and its right code took the delay away");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_unlocks() {
    let portal = Portal::start().await;
    let (ann, app, _) = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    for _ in 0..5 {
        browser
            .gives_code(&page, &app.wrong_code(portal.now()))
            .await;
        browser
            .post(
                "/sign-in",
                &[("login", &ann.login), ("password", "not the password")],
            )
            .await;
        browser
            .post(
                "/sign-in",
                &[("login", &ann.email), ("password", "not the password")],
            )
            .await;
    }
    assert_eq!(
        browser
            .gives_code(&page, &app.code(portal.now()))
            .await
            .status,
        429
    );
    let whose = (ann.organization, ann.id);
    people::unlock(
        &portal.app,
        &Actor::System,
        whose,
        called_back(),
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    for login in [&ann.login, &ann.email] {
        let mut browser = portal.browser();
        let page = browser.signs_in(login, &ann.password).await;
        page.expects(200, "Enter the code here");
    }
    assert_eq!(
        browser
            .gives_code(&page, &app.code(portal.now()))
            .await
            .status,
        303
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_hashing_queue_does_not_take_is_told_to_come_back_and_not_counted() {
    use portcullis_core::credential::password::HashParams;
    use portcullis_store::testing::Place;
    let place = Place::sqlite();
    // Hashes of seconds, so that two threads and a queue of 64 are soon full.
    let portal = Portal::with(
        &place,
        HashParams {
            memory_kib: 64 * 1024,
            passes: 20,
            lanes: 1,
        },
    )
    .await;
    let mut waiting = Vec::new();
    for n in 0..90 {
        let mut browser = portal.browser();
        waiting.push(tokio::spawn(async move {
            let login = format!("nobody{n}@acme");
            browser
                .post("/sign-in", &[("login", &login), ("password", "x")])
                .await
        }));
    }
    let mut busy = 0;
    for one in waiting {
        let answer = one.await.unwrap();
        if answer.status == 503 {
            assert_eq!(answer.headers["retry-after"], "2");
            answer.expects(503, "Help desk");
            busy += 1;
        } else {
            assert_eq!(answer.status, 422);
        }
    }
    assert!(busy >= 20, "{busy} of 90 were told to come back");
    let counted = portal
        .count("SELECT COUNT(*) FROM login_counters WHERE failures > 0")
        .await;
    assert_eq!(counted, 90 - busy, "only what was looked at counts");
    assert_eq!(portal.browser().get("/healthz").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_thousand_wrong_codes_with_a_new_sign_in_every_five_fifty_are_looked_at() {
    let portal = Portal::start().await;
    let (ann, app, codes) = ann(&portal).await;
    let tries = crate::full(1_000, 250);
    let (mut looked_at, mut sent) = (0, 0);
    while sent < tries {
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let wrong = app.wrong_code(portal.now());
        for _ in 0..5 {
            let answer = browser.gives_code(&page, &wrong).await;
            sent += 1;
            match answer.status.as_u16() {
                422 if answer.says("Codes from the app are closed") => {}
                422 => looked_at += 1,
                429 => {}
                other => panic!("{other}"),
            }
        }
        // As long as any delay lasts.
        portal.wait(Span::hours(1));
    }
    assert_eq!(looked_at, 50);
    // Neither the right code nor a right password opens what is closed; the sheet does.
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let right = app.code(portal.now());
    assert_eq!(browser.gives_code(&page, &right).await.status, 422);
    let answer = browser.gives_recovery_code(&page, &codes[0]).await;
    assert_eq!(answer.status, 303);
}
