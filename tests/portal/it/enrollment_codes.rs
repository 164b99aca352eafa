//! Enrollment codes: password and code open the first set-up and nothing else (product.md: Reset
//! without a hole).

use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::policy::{Channels, FirstProof, Rule};
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::people::{self, AskedCode};
use portcullis_store::{Tx, on_both};

use super::email_codes::organization;
use super::races::{RACE, by_status, copies, race};
use super::reset::{self, reset_code};
use super::verified::called_back;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const PAGE: &str = "Enter your enrollment code";

async fn somebody(portal: &Portal) -> Person {
    let first = Some(FirstProof::EnrollmentCode);
    let acme = organization(portal, "acme", |policy| policy.first_proof = first).await;
    portal.person(&acme, "ann").await
}

async fn issued(portal: &Portal, person: &Person, letter: bool) -> String {
    let ask = AskedCode {
        kind: HelpKind::Enrollment,
        letter: letter.then(|| Span::days(14)),
        verified_how: called_back(),
    };
    let operator = Actor::Operator("operator@test".to_owned());
    let whose = (person.organization, person.id);
    let issued = people::issue_code(&portal.app, &operator, whose, ask, Origin::default()).await;
    issued.unwrap().unwrap().code.shown()
}

async fn gives(browser: &mut Client, page: &Answer, code: &str) -> Answer {
    let attempt = page.hidden("attempt");
    let fields = [("attempt", attempt.as_str()), ("enrollment_code", code)];
    browser.post("/sign-in/enrollment-code", &fields).await
}

#[tokio::test]
async fn password_and_code_open_the_wizard_once() {
    let portal = Portal::start().await;
    let ann = somebody(&portal).await;
    let code = issued(&portal, &ann, false).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, PAGE);
    gives(&mut browser, &page, "123456")
        .await
        .expects(422, "8 or 16 letters and digits");
    let answer = gives(&mut browser, &page, &code.to_lowercase().replace('-', " ")).await;
    assert!(!answer.opens());
    let wizard = browser.follow(answer).await;
    wizard.expects(200, "Get an authenticator app");
    let mut other = portal.browser();
    let again = other.signs_in(&ann.login, &ann.password).await;
    gives(&mut other, &again, &code)
        .await
        .expects(422, "No enrollment code is open");
    browser.sets_up(&portal, &wizard).await;
    let events = portal.events(Some(ann.organization)).await;
    assert_eq!(
        events
            .iter()
            .filter(|one| **one == Event::EnrollmentCodeUsed)
            .count(),
        1
    );
    // The member hears that one was given.
    let mails = portal.mails().await;
    assert!(
        mails
            .iter()
            .any(|mail| mail.kind == "enrollment_code_issued"),
        "{mails:?}"
    );
    assert!(mails.iter().all(|mail| !mail.text.contains(&code)));
}

#[tokio::test]
async fn a_code_counts_for_an_hour_five_tries_and_until_the_next_one() {
    let portal = Portal::start().await;
    let ann = somebody(&portal).await;
    let late = issued(&portal, &ann, false).await;
    portal.wait(Span::minutes(61));
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    gives(&mut browser, &page, &late)
        .await
        .expects(422, "No enrollment code is open");
    let old = issued(&portal, &ann, false).await;
    let code = issued(&portal, &ann, true).await;
    assert_eq!(code.len(), 19);
    gives(&mut browser, &page, &old)
        .await
        .expects(422, "isn’t the code that was given last");
    for _ in 0..4 {
        portal.wait(Span::minutes(1));
        gives(&mut browser, &page, "0000-0000").await;
    }
    portal.wait(Span::minutes(4));
    gives(&mut browser, &page, &code)
        .await
        .expects(422, "No enrollment code is open");
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 0);
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
}

#[tokio::test]
async fn a_spoken_code_opens_the_wizard_to_the_end_of_its_hour_and_nothing_after_five_wrong_ones() {
    let portal = Portal::start().await;
    let ann = somebody(&portal).await;
    let code = issued(&portal, &ann, false).await;
    assert_eq!(code.len(), 9);
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    for _ in 0..5 {
        gives(&mut browser, &page, "0000-0000").await;
        portal.wait(Span::minutes(1));
    }
    portal.wait(Span::minutes(4));
    gives(&mut browser, &page, &code)
        .await
        .expects(422, "No enrollment code is open");
    let acme = portal.organization_now(ann.organization).await;
    let ben = portal.person(&acme, "ben").await;
    let code = issued(&portal, &ben, false).await;
    portal.wait(Span::seconds(3_599));
    let mut browser = portal.browser();
    let page = browser.signs_in(&ben.login, &ben.password).await;
    let answer = gives(&mut browser, &page, &code).await;
    let wizard = browser.follow(answer).await;
    wizard.expects(200, "Get an authenticator app");
}

#[tokio::test]
async fn another_accounts_code_is_none() {
    let portal = Portal::start().await;
    let ann = somebody(&portal).await;
    let acme = portal.organization_now(ann.organization).await;
    let ben = portal.person(&acme, "ben").await;
    issued(&portal, &ann, false).await;
    let his = issued(&portal, &ben, false).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    gives(&mut browser, &page, &his)
        .await
        .expects(422, "isn’t the code that was given last");
}

#[tokio::test]
async fn accepting_an_invitation_stands_for_the_first_proof() {
    let portal = Portal::start().await;
    let ann = somebody(&portal).await;
    let acme = portal.organization_now(ann.organization).await;
    let letter = portal.letter(&acme, "greta").await;
    let mut browser = portal.browser();
    let path = format!("/invitation/{}", letter.code.shown());
    let answer = browser
        .post(&path, &[("password", "a wholly new password")])
        .await;
    browser
        .follow(answer)
        .await
        .expects(200, "Get an authenticator app");
}

on_both! {
    async fn of_fifty_posts_of_one_enrollment_code_one_goes_on(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let ann = somebody(&portal).await;
        node.gets_mail();
        let code = issued(&portal, &ann, false).await;
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let fields = [("attempt", page.hidden("attempt")), ("enrollment_code", code)];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/enrollment-code", &fields).await;
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM help_codes WHERE used_at IS NOT NULL").await, 1);
        let wizard = |answer: &&Answer| answer.location().is_some_and(|to| to.contains("/sign-in/set-up"));
        assert_eq!(answers.iter().filter(wizard).count(), 1, "{:?}", by_status(&answers));
    }
}

#[tokio::test]
async fn where_mail_is_gone_the_help_desks_code_stands_in_for_email_codes() {
    for rule in [Rule::Required, Rule::Optional] {
        let portal = Portal::start().await;
        let acme = organization(&portal, "acme", |policy| {
            policy.rule = rule;
            policy.channels = Channels::Both;
        })
        .await;
        let ann = portal.person(&acme, "ann").await;
        let taken_up = "UPDATE accounts SET email_codes_since = 1, mfa_status = 'enabled'";
        let unit = async move |tx: &mut Tx<'_>| tx.run(taken_up, &[]).await;
        portal.app.store.write(unit).await.unwrap();
        let mut before = portal.browser();
        before
            .signs_in(&ann.login, &ann.password)
            .await
            .expects(200, "Enter the code from your email");
        portal.loses_mail();
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        page.expects(200, PAGE);
        let attempt = page.hidden("attempt");
        let early = browser
            .post("/sign-in/set-up/app", &[("attempt", &attempt)])
            .await;
        let back = early.location().unwrap();
        assert!(back.starts_with("/sign-in/enrollment-code"), "{back}");
        assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
        let code = issued(&portal, &ann, false).await;
        let answer = gives(&mut browser, &page, &code).await;
        let wizard = browser.follow(answer).await;
        wizard.expects(200, "Get an authenticator app");
        browser.sets_up(&portal, &wizard).await;
        browser.get("/").await.expects(200, "Sign out");
        portal.wait_for_next_code();
        let page = portal.browser().signs_in(&ann.login, &ann.password).await;
        page.expects(200, "Submit code");
    }
}

#[tokio::test]
async fn where_mail_is_gone_a_reset_asks_for_the_enrollment_code() {
    let portal = Portal::start().await;
    let acme = organization(&portal, "acme", |policy| policy.channels = Channels::Both).await;
    let ann = portal.person(&acme, "ann").await;
    let taken_up = "UPDATE accounts SET email_codes_since = 1, mfa_status = 'enabled'";
    let unit = async move |tx: &mut Tx<'_>| tx.run(taken_up, &[]).await;
    portal.app.store.write(unit).await.unwrap();
    portal.loses_mail();
    let code = reset_code(&portal, &ann).await;
    let mut browser = portal.browser();
    let opened = reset::gives(&mut browser, &ann.login, &code).await;
    browser.follow(opened).await.expects(200, PAGE);
}
