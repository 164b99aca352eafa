//! Limits by address: a run through many logins is stopped, an office on Monday morning is not.

use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::time::Span;
use portcullis_store::on_both;
use portcullis_store::testing::Place as Database;

use crate::client::{Answer, Client};
use crate::portal::Portal;

fn wait_of(answer: &Answer) -> i64 {
    let header = answer
        .headers
        .get("retry-after")
        .expect("when to come back");
    header.to_str().unwrap().parse().unwrap()
}

async fn tries(browser: &mut Client, login: &str) -> Answer {
    let form = [("login", login), ("password", "not the password")];
    browser.post("/sign-in", &form).await
}

async fn address_delays(portal: &Portal) -> usize {
    let events = portal.events(None).await;
    let delays = events
        .iter()
        .filter(|event| matches!(event, Event::AddressDelayed { .. }));
    delays.count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_through_many_logins_is_stopped_at_the_twentieth_and_told_when() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let kim = portal.person(&acme, "kim").await;
    let mut attacker = portal.browser_behind(1);
    assert_eq!(tries(&mut attacker, &kim.login).await.status, 422);
    for n in 1..20 {
        portal.wait(Span::seconds(4));
        assert_eq!(
            tries(&mut attacker, &format!("nobody{n}@acme"))
                .await
                .status,
            422
        );
    }
    let counted = portal.count("SELECT COUNT(*) FROM login_counters").await;
    let mut bodies = Vec::new();
    for login in [&kim.login, "nobody1@acme", "another@acme"] {
        let answer = tries(&mut attacker, login).await;
        answer
            .expects(429, "Too many wrong answers from your network")
            .expects(429, "Help desk");
        // Ten minutes after the first of the twenty.
        assert_eq!(wait_of(&answer), 600 - 19 * 4);
        bodies.push(unmasked(&answer, login));
    }
    assert!(
        bodies.windows(2).all(|two| two[0] == two[1]),
        "known and unknown look the same"
    );
    // Not even the right password is looked at, and nobody's own counter grows.
    attacker
        .signs_in(&kim.login, &kim.password)
        .await
        .expects(429, "Try again in 9 minutes");
    assert_eq!(
        portal.count("SELECT COUNT(*) FROM login_counters").await,
        counted
    );
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
    assert_eq!(
        address_delays(&portal).await,
        1,
        "written down once, however often it is met"
    );
    // Elsewhere people sign in, and here too once it is over.
    portal
        .browser_behind(2)
        .signs_in(&kim.login, &kim.password)
        .await
        .expects(200, "Your applications");
    portal.wait(Span::seconds(600 - 19 * 4));
    attacker
        .signs_in(&kim.login, &kim.password)
        .await
        .expects(200, "Your applications");
}

/// A page without what differs by chance or by what was typed.
fn unmasked(answer: &Answer, login: &str) -> String {
    let nonce = answer
        .body
        .split("nonce=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    answer
        .body
        .replace(login, "LOGIN")
        .replace(&answer.support_code(), "CODE")
        .replace(nonce.unwrap_or("no nonce"), "NONCE")
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_failures_in_a_minute_are_enough_whatever_they_are() {
    let portal = Portal::start().await;
    portal.organization("acme", Rule::Off).await;
    let mut attacker = portal.browser_behind(1);
    // Eighteen logins in turn, none of them often enough to be delayed itself, and an invitation.
    for n in 0..57 {
        assert_eq!(
            tries(&mut attacker, &format!("nobody{}@acme", n % 18))
                .await
                .status,
            422
        );
        portal.wait(Span::millis(500));
    }
    for _ in 0..3 {
        let answer = attacker
            .post("/invitation", &[("code", "0000-0000-0000-0000")])
            .await;
        answer.expects(422, "That code opens no invitation");
    }
    let answer = tries(&mut attacker, "nobody1@acme").await;
    answer.expects(429, "your network");
    assert_eq!(
        wait_of(&answer),
        32,
        "until the first is a minute old: {answer:?}"
    );
    let answer = attacker
        .post("/invitation", &[("code", "0000-0000-0000-0000")])
        .await;
    answer.expects(429, "your network");
    assert_eq!(wait_of(&answer), 32);
    portal.wait(Span::seconds(32));
    assert_eq!(tries(&mut attacker, "nobody1@acme").await.status, 422);
    let answer = attacker
        .post("/invitation", &[("code", "0000-0000-0000-0000")])
        .await;
    answer.expects(422, "That code opens no invitation");
}

#[tokio::test(flavor = "multi_thread")]
async fn three_hundred_people_behind_one_address_sign_in_within_ten_minutes() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    for group in 0..20 {
        let mut people = Vec::new();
        for n in 0..15 {
            people.push(portal.person(&acme, &format!("p{group}-{n}")).await);
        }
        // They come together, every third mistypes first, and all of them are in within half a minute.
        for person in people.iter().step_by(3) {
            let answer = tries(&mut portal.browser_behind(1), &person.login).await;
            assert_eq!(answer.status, 422, "{}", person.login);
        }
        portal.wait(Span::seconds(30));
        for person in &people {
            let mut browser = portal.browser_behind(1);
            let page = browser.signs_in(&person.login, &person.password).await;
            page.expects(200, "Your applications");
        }
    }
    assert_eq!(address_delays(&portal).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_count_until_a_right_one_is_given() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait(Span::minutes(2));
    let mut office = portal.browser_behind(1);
    for n in 0..19 {
        assert_eq!(
            tries(&mut office, &format!("nobody{n}@acme")).await.status,
            422
        );
    }
    let page = office.signs_in(&ann.login, &ann.password).await;
    let wrong = office
        .gives_code(&page, &app.wrong_code(portal.now()))
        .await;
    wrong.expects(422, "That isn’t the code");
    tries(&mut office, "nobody1@acme")
        .await
        .expects(429, "your network");
    let right = office.gives_code(&page, &app.code(portal.now())).await;
    assert_eq!(right.status, 303, "an attempt under way goes on");
    assert_eq!(tries(&mut office, "nobody1@acme").await.status, 422);
}

on_both! {
    async fn two_nodes_share_the_count(place: &Place) {
        shared(place).await;
    }
}

async fn shared(place: &Database) {
    let (one, two) = (Portal::on(place).await, Portal::on(place).await);
    one.organization("acme", Rule::Off).await;
    let mut here = one.browser_behind(1);
    let mut there = here.at(&two.url);
    for n in 0..10 {
        assert_eq!(tries(&mut here, &format!("here{n}@acme")).await.status, 422);
        assert_eq!(
            tries(&mut there, &format!("there{n}@acme")).await.status,
            422
        );
    }
    tries(&mut here, "here0@acme")
        .await
        .expects(429, "your network");
    tries(&mut there, "there0@acme")
        .await
        .expects(429, "your network");
    assert_eq!(address_delays(&one).await, 1);
}
