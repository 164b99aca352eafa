//! Codes by email: mailed by themselves where nothing else is at hand, bound to their attempt, few, and
//! taken once (product.md: Email codes; security.md EM-1 to EM-8).

use std::collections::BTreeMap;

use portcullis_core::audit::{CodeRefusal, Event, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::policy::{Channels, FirstProof, Policy, Rule};
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::instance;
use portcullis_store::on_both;
use portcullis_store::organizations::Organization;

use super::races::{RACE, by_status, copies, race, sessions};
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const PAGE: &str = "Enter the code from your email";

/// An organization with a policy, in a portal that sends mail.
pub async fn organization(
    portal: &Portal,
    slug: &str,
    change: impl FnOnce(&mut Policy),
) -> Organization {
    let made = portal.organization(slug, Rule::Required).await;
    decides(portal, &made, change).await
}

/// Changes the policy of an organization, in a portal that sends mail from then on.
pub async fn decides(
    portal: &Portal,
    made: &Organization,
    change: impl FnOnce(&mut Policy),
) -> Organization {
    portal.gets_mail();
    let mut policy = made.policy;
    change(&mut policy);
    let changed =
        instance::set_policy(&portal.app, &Actor::System, made, policy, Origin::default()).await;
    changed.unwrap().unwrap();
    portal.organization_now(made.id).await
}

async fn by_email(portal: &Portal) -> (Organization, Person) {
    let acme = organization(portal, "acme", |policy| policy.channels = Channels::Email).await;
    let ann = portal.person(&acme, "ann").await;
    (acme, ann)
}

/// The codes that were mailed, oldest first.
pub async fn mailed(portal: &Portal) -> Vec<String> {
    let mails = portal.mails().await;
    let codes = mails.iter().filter(|mail| mail.kind == "email-code");
    codes
        .map(|mail| {
            let six = |line: &&str| {
                line.len() == 7 && line.chars().filter(char::is_ascii_digit).count() == 6
            };
            let line = mail.text.lines().map(str::trim).find(six);
            line.expect("a code on a line").replace(' ', "")
        })
        .collect()
}

pub async fn last(portal: &Portal) -> String {
    mailed(portal).await.pop().expect("a mailed code")
}

async fn gives(browser: &mut Client, page: &Answer, code: &str) -> Answer {
    let attempt = page.hidden("attempt");
    browser
        .post(
            "/sign-in/email-code",
            &[("attempt", &attempt), ("code", code)],
        )
        .await
}

pub async fn asks(browser: &mut Client, page: &Answer) -> Answer {
    let attempt = page.hidden("attempt");
    browser
        .post("/sign-in/email-code/send", &[("attempt", &attempt)])
        .await
}

/// Six digits that are not the code.
fn wrong(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

async fn status(portal: &Portal) -> i64 {
    portal
        .count("SELECT COUNT(*) FROM accounts WHERE mfa_status = 'enabled' AND email_codes_since IS NOT NULL")
        .await
}

#[tokio::test]
async fn where_email_is_the_channel_a_code_comes_by_itself_and_opens_the_dashboard() {
    let portal = Portal::start().await;
    let (acme, ann) = by_email(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, PAGE);
    assert!(page.says("a•••@acme.example"), "{}", page.body);
    let mails = portal.mails().await;
    assert_eq!(mails.len(), 1);
    assert_eq!(
        (mails[0].to.as_str(), mails[0].subject.as_str()),
        (ann.email.as_str(), "Your sign-in code")
    );
    assert!(
        mails[0].text.contains("Asked for by") && !mails[0].text.contains("http"),
        "{}",
        mails[0].text
    );
    assert!(!mails[0].html.contains("href=\"http"), "{}", mails[0].html);
    let code = last(&portal).await;
    assert!(!mails[0].subject.contains(&code));
    // Looking sends nothing.
    for _ in 0..3 {
        let again = format!("/sign-in/email-code?attempt={}", page.hidden("attempt"));
        browser.get(&again).await.expects(200, PAGE);
    }
    assert_eq!(portal.mails().await.len(), 1);
    assert!(gives(&mut browser, &page, &code).await.opens());
    assert_eq!(status(&portal).await, 1);
    let events = portal.events(Some(acme.id)).await;
    assert!(events.contains(&Event::EmailCodesTakenUp));
    let by_email = |event: &Event| matches!(event, Event::SignedIn { factors, .. } if *factors == [Kind::Password, Kind::EmailCode]);
    assert!(events.iter().any(by_email));
    let stored = format!("{:?}", portal.entries(Some(acme.id)).await);
    assert!(!stored.contains(&code));
    browser.get("/").await.expects(200, "Sign out");
}

#[tokio::test]
async fn a_code_counts_for_five_minutes_and_five_tries() {
    let portal = Portal::start().await;
    let (acme, ann) = by_email(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let code = last(&portal).await;
    portal.wait(Span::seconds(301));
    gives(&mut browser, &page, &code)
        .await
        .expects(422, "That code no longer counts");
    asks(&mut browser, &page).await;
    let code = last(&portal).await;
    for _ in 0..4 {
        let answer = gives(&mut browser, &page, &wrong(&code)).await;
        assert!(
            [422, 429].contains(&answer.status.as_u16()),
            "{}",
            answer.status
        );
        portal.wait(Span::seconds(31));
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
    let events = portal.events(Some(acme.id)).await;
    let causes: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::CodeRefused { cause, .. } => Some(*cause),
            _ => None,
        })
        .collect();
    assert_eq!(causes[..2], [CodeRefusal::Expired, CodeRefusal::Wrong]);
}

#[tokio::test]
async fn after_five_wrong_tries_the_right_code_is_closed_and_a_new_one_keeps_the_count() {
    let portal = Portal::start().await;
    let (_, ann) = by_email(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let code = last(&portal).await;
    for _ in 0..4 {
        gives(&mut browser, &page, &wrong(&code))
            .await
            .expects(422, "isn’t the code from the last mail");
    }
    gives(&mut browser, &page, &wrong(&code))
        .await
        .expects(422, "closed after five wrong tries");
    assert_eq!(gives(&mut browser, &page, &code).await.status, 429);
    portal.wait(Span::minutes(1));
    gives(&mut browser, &page, &code)
        .await
        .expects(422, "closed after five wrong tries");
    let failures = "SELECT failures FROM factor_counters WHERE kind = 'email_code'";
    assert_eq!(portal.count(failures).await, 6);
    assert_eq!(asks(&mut browser, &page).await.status, 303);
    assert_eq!(portal.count(failures).await, 6);
    portal.wait(Span::minutes(2));
    assert!(
        gives(&mut browser, &page, &last(&portal).await)
            .await
            .opens()
    );
    assert_eq!(
        portal.count("SELECT COUNT(*) FROM factor_counters").await,
        0
    );
}

#[tokio::test]
async fn codes_of_two_tabs_do_not_cross() {
    let portal = Portal::start().await;
    let (_, ann) = by_email(&portal).await;
    let mut browser = portal.browser();
    let first = browser.signs_in(&ann.login, &ann.password).await;
    portal.wait(Span::seconds(61));
    let second = browser.signs_in(&ann.login, &ann.password).await;
    let codes = mailed(&portal).await;
    assert_eq!(codes.len(), 2);
    gives(&mut browser, &first, &codes[1])
        .await
        .expects(422, "isn’t the code");
    gives(&mut browser, &second, &codes[0])
        .await
        .expects(422, "isn’t the code");
    assert!(gives(&mut browser, &second, &codes[1]).await.opens());
    // Another browser has no use for it.
    let mut stranger = portal.browser();
    let answer = gives(&mut stranger, &first, &codes[0]).await;
    assert!(answer.location().unwrap().starts_with("/sign-in?ended"));
}

#[tokio::test]
async fn ten_sign_ins_in_a_minute_send_one_mail_and_an_hour_has_five() {
    let portal = Portal::start().await;
    let (_, ann) = by_email(&portal).await;
    let mut page = None;
    let mut browser = portal.browser();
    for _ in 0..10 {
        let next = browser.signs_in(&ann.login, &ann.password).await;
        next.expects(200, PAGE);
        page = Some(next);
        portal.wait(Span::seconds(5));
    }
    assert_eq!(portal.mails().await.len(), 1);
    let page = page.unwrap();
    assert!(
        page.says("None that counts here was sent yet"),
        "{}",
        page.body
    );
    let soon = asks(&mut browser, &page).await;
    soon.expects(429, "No other code was sent yet");
    assert!(soon.headers.contains_key("retry-after"));
    for _ in 0..6 {
        portal.wait(Span::seconds(61));
        asks(&mut browser, &page).await;
    }
    assert_eq!(portal.mails().await.len(), 5);
    portal.wait(Span::hours(1));
    let mut sent = 5;
    for _ in 0..30 {
        portal.wait(Span::minutes(20));
        portal.browser().signs_in(&ann.login, &ann.password).await;
        let now = portal.mails().await.len();
        sent = now.max(sent);
    }
    assert_eq!(sent, 15);
}

#[tokio::test]
async fn an_address_in_the_form_is_no_address_that_codes_go_to() {
    let portal = Portal::start().await;
    let (_, ann) = by_email(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    portal.wait(Span::seconds(61));
    let attempt = page.hidden("attempt");
    let fields = [("attempt", attempt.as_str()), ("email", "eve@evil.example")];
    let answer = browser.post("/sign-in/email-code/send", &fields).await;
    assert_eq!(answer.status, 400);
    assert!(portal.mails().await.iter().all(|mail| mail.to == ann.email));
    assert_eq!(portal.mails().await.len(), 1);
}

#[tokio::test]
async fn the_first_right_code_proves_the_address() {
    let portal = Portal::start().await;
    let (acme, ann) = by_email(&portal).await;
    let unproved = async move |tx: &mut portcullis_store::Tx<'_>| {
        tx.run("UPDATE accounts SET email_proved_at = NULL", &[])
            .await
    };
    portal.app.store.write(unproved).await.unwrap();
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert!(
        gives(&mut browser, &page, &last(&portal).await)
            .await
            .opens()
    );
    assert!(
        portal
            .events(Some(acme.id))
            .await
            .contains(&Event::EmailProved)
    );
    portal.wait(Span::minutes(2));
    let page = portal.browser().signs_in(&ann.email, &ann.password).await;
    page.expects(200, PAGE);
}

#[tokio::test]
async fn whoever_administers_is_not_let_in_by_email_alone() {
    let portal = Portal::start().await;
    let (acme, ann) = by_email(&portal).await;
    let scope = portcullis_core::role::Scope::of(acme.id);
    let owner = instance::make_owner(&portal.app, &Actor::System, scope, ann.id).await;
    owner.unwrap().unwrap();
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "First, prove that the mailbox is yours");
    let answer = gives(&mut browser, &page, &last(&portal).await).await;
    assert!(!answer.opens());
    browser
        .follow(answer)
        .await
        .expects(200, "Get an authenticator app");
    assert_eq!(status(&portal).await, 0);
}

#[tokio::test]
async fn the_member_chooses_and_can_choose_again_before_anything_is_set_up() {
    let portal = Portal::start().await;
    let acme = organization(&portal, "acme", |policy| policy.channels = Channels::Both).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Choose your second step");
    assert!(portal.mails().await.is_empty());
    let attempt = page.hidden("attempt");
    let app = [("attempt", attempt.as_str()), ("way", "app")];
    let answer = browser.post("/sign-in/way", &app).await;
    browser
        .follow(answer)
        .await
        .expects(200, "First, prove that the mailbox is yours");
    let email = [("attempt", attempt.as_str()), ("way", "email")];
    let answer = browser.post("/sign-in/way", &email).await;
    let page = browser.follow(answer).await;
    page.expects(200, PAGE);
    assert_eq!(
        portal.mails().await.len(),
        1,
        "the code that was sent for it counts"
    );
    assert!(
        gives(&mut browser, &page, &last(&portal).await)
            .await
            .opens()
    );
    assert_eq!(status(&portal).await, 1);
    // Once there is something, the choice is made among the settings.
    portal.wait(Span::minutes(2));
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    let answer = browser
        .post("/sign-in/way", &[("attempt", &attempt), ("way", "app")])
        .await;
    browser.follow(answer).await.expects(200, PAGE);
}

#[tokio::test]
async fn a_first_device_follows_a_mailed_code_and_is_all_that_it_opens() {
    let portal = Portal::start().await;
    let acme = organization(&portal, "acme", |_| {}).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "First, prove that the mailbox is yours");
    let attempt = page.hidden("attempt");
    let early = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    assert!(early.location().unwrap().starts_with("/sign-in/email-code"));
    let answer = gives(&mut browser, &page, &last(&portal).await).await;
    assert!(!answer.opens());
    let page = browser.follow(answer).await;
    page.expects(200, "Get an authenticator app");
    browser.sets_up(&portal, &page).await;
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM accounts WHERE email_codes_since IS NOT NULL")
            .await,
        0
    );
}

#[tokio::test]
async fn the_code_of_the_mail_is_named_where_the_apps_is_wanted() {
    let portal = Portal::start().await;
    let acme = organization(&portal, "acme", |policy| {
        policy.channels = Channels::Both;
        policy.first_proof = Some(FirstProof::Nothing);
    })
    .await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    let answer = browser
        .post("/sign-in/way", &[("attempt", &attempt), ("way", "app")])
        .await;
    let page = browser.follow(answer).await;
    let (app, _) = browser.sets_up(&portal, &page).await;
    let since = async move |tx: &mut portcullis_store::Tx<'_>| {
        tx.run("UPDATE accounts SET email_codes_since = 1", &[])
            .await
    };
    portal.app.store.write(since).await.unwrap();
    portal.wait(Span::minutes(1));
    let mut browser = portal.browser();
    let before = portal.mails().await.len();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Use a code by email");
    assert_eq!(
        portal.mails().await.len(),
        before,
        "on request, where an app is at hand"
    );
    assert_eq!(asks(&mut browser, &page).await.status, 303);
    let code = last(&portal).await;
    if code != app.code(portal.now()) {
        let answer = browser.gives_code(&page, &code).await;
        answer.expects(422, "That looks like the code from the email");
        browser
            .gives_code(&page, &wrong(&code))
            .await
            .expects(422, "isn’t the code the app shows now");
    }
    assert!(gives(&mut browser, &page, &code).await.opens());
}

#[tokio::test]
async fn a_mailed_code_steps_up_the_session_it_was_asked_for_in() {
    let portal = Portal::start().await;
    let (acme, ann) = by_email(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert!(
        gives(&mut browser, &page, &last(&portal).await)
            .await
            .opens()
    );
    portal.wait(Span::minutes(6));
    let answer = browser.get("/step-up?act=record&return_to=/account").await;
    let page = browser.follow(answer).await;
    page.expects(200, "Confirm that it’s you");
    let asked = [("act", "record"), ("return_to", "/account")];
    let before = portal.mails().await.len();
    let answer = browser.post("/step-up/email-code/send", &asked).await;
    assert_eq!(portal.mails().await.len(), before + 1);
    let page = browser.follow(answer).await;
    let (attempt, code) = (page.hidden("attempt"), last(&portal).await);
    let give = |code: String| {
        [asked[0], asked[1]]
            .map(|(k, v)| (k, v.to_owned()))
            .into_iter()
            .chain([("attempt", attempt.clone()), ("code", code)])
            .collect::<Vec<_>>()
    };
    let post = async |browser: &mut Client, code: &str| {
        let fields = give(code.to_owned());
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        browser.post("/step-up/email-code", &fields).await
    };
    post(&mut browser, &wrong(&code))
        .await
        .expects(422, "isn’t the code");
    let done = post(&mut browser, &code).await;
    assert!(done.opens());
    assert_eq!(done.location().as_deref(), Some("/account"));
    let events = portal.events(Some(acme.id)).await;
    let stepped = |event: &Event| {
        matches!(
            event,
            Event::SteppedUp {
                factor: Kind::EmailCode,
                ..
            }
        )
    };
    assert_eq!(events.iter().filter(|event| stepped(event)).count(), 1);
}

#[tokio::test]
async fn when_email_leaves_the_channels_nobody_uses_it_any_more() {
    let portal = Portal::start().await;
    let (acme, ann) = by_email(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert!(
        gives(&mut browser, &page, &last(&portal).await)
            .await
            .opens()
    );
    assert_eq!(status(&portal).await, 1);
    let policy = Policy {
        channels: Channels::App,
        ..acme.policy
    };
    let changed = instance::set_policy(
        &portal.app,
        &Actor::System,
        &acme,
        policy,
        Origin::default(),
    )
    .await;
    changed.unwrap().unwrap();
    assert_eq!(status(&portal).await, 0);
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM accounts WHERE mfa_status = 'not_enabled'")
            .await,
        1
    );
    let answer = browser.get("/").await;
    assert!(answer.location().unwrap().starts_with("/sign-in"));
}

on_both! {
    async fn of_fifty_posts_of_one_mailed_code_one_wins(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let (_, ann) = by_email(&portal).await;
        node.gets_mail();
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let fields = [("attempt", page.hidden("attempt")), ("code", last(&portal).await)];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/email-code", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500));
    }

    async fn of_fifty_step_ups_with_one_mailed_code_one_wins(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let (acme, ann) = by_email(&portal).await;
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        assert!(gives(&mut browser, &page, &last(&portal).await).await.opens());
        for one in [&portal, &node] {
            one.wait(Span::minutes(6));
        }
        let asked = [("act", "record"), ("return_to", "/account")];
        let answer = browser.post("/step-up/email-code/send", &asked).await;
        let page = browser.follow(answer).await;
        let fields = [
            ("act", "record".to_owned()),
            ("return_to", "/account".to_owned()),
            ("attempt", page.hidden("attempt")),
            ("code", last(&portal).await),
        ];
        let answers = race(copies(&browser, &node, RACE), "/step-up/email-code", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        let events = portal.events(Some(acme.id)).await;
        let stepped = events.iter().filter(|event| matches!(event, Event::SteppedUp { .. })).count();
        assert_eq!(stepped, 1);
    }

    async fn of_fifty_requests_for_a_code_one_sends(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let (_, ann) = by_email(&portal).await;
        node.gets_mail();
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        for one in [&portal, &node] {
            one.wait(Span::seconds(61));
        }
        let fields = [("attempt", page.hidden("attempt"))];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/email-code/send", &fields).await;
        assert_eq!(by_status(&answers), BTreeMap::from([(303, 1), (429, RACE - 1)]));
        assert_eq!(portal.mails().await.len(), 2);
    }
}
