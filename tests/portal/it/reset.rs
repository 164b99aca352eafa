//! A forgotten password: by a mailed link or a code from the help desk, never round the second factor,
//! never a sign-in.

use hyper::Method;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::policy::{Channels, Rule};
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::people::{self, AskedCode};
use portcullis_store::on_both;

use super::email_codes::{last, mailed, organization};
use super::verified::called_back;
use crate::client::{Answer, Client};
use crate::it::races::{RACE, copies, race};
use crate::portal::{CaughtMail, Person, Portal};

const NEW: &str = "rhubarb lantern okapi";

/// The mails with links, once there are so many of them: they are queued after the answer.
async fn links(portal: &Portal, many: usize) -> Vec<CaughtMail> {
    for _ in 0..500 {
        let mut mails = portal.mails().await;
        mails.retain(|mail| mail.kind == "reset_link");
        if mails.len() >= many {
            assert_eq!(mails.len(), many);
            return mails;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{many} links were not mailed");
}

/// The path of the link in a mail.
fn path(portal: &Portal, mail: &CaughtMail) -> String {
    let start = format!("{}/reset-password/", portal.url);
    let (_, rest) = mail.text.split_once(&start).expect("a link");
    let token: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
    assert_eq!(token.len(), 43);
    assert!(!mail.subject.contains(&token));
    format!("/reset-password/{token}")
}

async fn asks(browser: &mut Client, login: &str) -> Answer {
    browser.post("/forgot-password", &[("login", login)]).await
}

async fn asked(portal: &Portal, person: &Person) -> String {
    let mut before = portal.mails().await;
    before.retain(|mail| mail.kind == "reset_link");
    let page = asks(&mut portal.browser(), &person.login).await;
    page.expects(202, "Look into your mailbox");
    // The clock stands still, so they are in no order.
    let mut mails = links(portal, before.len() + 1).await;
    mails.retain(|mail| before.iter().all(|old| old.text != mail.text));
    path(portal, &mails[0])
}

pub async fn chooses(browser: &mut Client, page: &Answer, new: &str) -> Answer {
    let fields = [("attempt", &*page.hidden("attempt")), ("password", new)];
    browser.post("/sign-in/new-password", &fields).await
}

pub async fn reset_code(portal: &Portal, person: &Person) -> String {
    let ask = AskedCode {
        kind: HelpKind::Reset,
        letter: None,
        verified_how: called_back(),
    };
    let whose = (person.organization, person.id);
    let issued = people::issue_code(&portal.app, &Actor::System, whose, ask, Origin::default());
    issued.await.unwrap().unwrap().code.shown()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_leads_to_the_factor_and_only_then_to_a_new_password() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut elsewhere = portal.browser();
    let (app, _) = elsewhere.enrolls(&portal, &ann).await;
    portal.gets_mail();
    portal.wait_for_next_code();
    let link = asked(&portal, &ann).await;
    let mut browser = portal.browser();
    for _ in 0..3 {
        let page = browser.get(&link).await;
        page.expects(200, "Choose a new password");
        assert!(browser.cookies.is_empty());
    }
    let opened = browser.post(&link, &[]).await;
    let page = browser.follow(opened).await;
    page.expects(200, "Before you choose a new password");
    let attempt = page.hidden("attempt");
    // The factor is not to be walked round.
    let at_code = Some(format!("/sign-in/code?attempt={attempt}"));
    let to = format!("/sign-in/new-password?attempt={attempt}");
    assert_eq!(browser.get(&to).await.location(), at_code);
    let fields = [("attempt", &*attempt), ("password", NEW)];
    let early = browser.post("/sign-in/new-password", &fields).await;
    assert_eq!(early.location(), at_code);
    let wrong = browser
        .gives_code(&page, &app.wrong_code(portal.now()))
        .await;
    wrong.expects(422, "That isn’t the code");
    let right = browser.gives_code(&page, &app.code(portal.now())).await;
    assert!(!right.opens());
    let page = browser.follow(right).await;
    page.expects(200, "Save the new password");
    // All that while the password is what it was.
    let old = portal.browser().signs_in(&ann.login, &ann.password).await;
    old.expects(200, "Submit code");
    elsewhere.get("/").await.expects(200, "Your applications");
    chooses(&mut browser, &page, "short")
        .await
        .expects(422, "id=\"password-why\"");
    let done = chooses(&mut browser, &page, NEW).await;
    assert_eq!(done.location().as_deref(), Some("/sign-in?reset=1"));
    assert!(!done.opens() && browser.cookies.is_empty());
    browser
        .follow(done)
        .await
        .expects(200, "Your new password is saved");
    // Everybody is signed out, and MFA is asked for as ever.
    assert_eq!(
        elsewhere.get("/").await.location().as_deref(),
        Some("/sign-in")
    );
    let old = portal.browser().signs_in(&ann.login, &ann.password).await;
    old.expects(422, "don’t go together");
    let new = browser.signs_in(&ann.login, NEW).await;
    new.expects(200, "Submit code");
    let again = browser.post(&link, &[]).await;
    again.expects(404, "This link opens nothing any more");
    browser.get(&link).await.expects(404, "opens nothing");
    let events = portal.events(Some(acme.id)).await;
    for told in [Event::ResetAsked, Event::ResetOpened] {
        let count = events.iter().filter(|event| **event == told).count();
        assert_eq!(count, 1, "{told:?}");
    }
    let replaced = |event: &Event| matches!(event, Event::PasswordReset { .. });
    assert!(events.iter().any(replaced));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_in_a_reset_is_spent_and_replaces_nothing() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (_, codes) = portal.browser().enrolls(&portal, &ann).await;
    portal.gets_mail();
    let link = asked(&portal, &ann).await;
    let mut browser = portal.browser();
    let opened = browser.post(&link, &[]).await;
    let page = browser.follow(opened).await;
    let given = browser.gives_recovery_code(&page, &codes[0]).await;
    let page = browser.follow(given).await;
    page.expects(200, "Save the new password");
    chooses(&mut browser, &page, NEW).await;
    let page = browser.signs_in(&ann.login, NEW).await;
    page.expects(200, "Submit code");
    let spent = browser.gives_recovery_code(&page, &codes[0]).await;
    spent.expects(422, "Use a recovery code");
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_holds_nothing_chooses_at_once_and_signs_in_anew() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let link = asked(&portal, &ann).await;
    let mut browser = portal.browser();
    let opened = browser.post(&link, &[]).await;
    let page = browser.follow(opened).await;
    page.expects(200, "Save the new password");
    let done = chooses(&mut browser, &page, NEW).await;
    assert!(!done.opens());
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
    let page = browser.signs_in(&ann.login, NEW).await;
    page.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_ends_with_the_next_one_after_half_an_hour_and_with_the_account() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let first = asked(&portal, &ann).await;
    let second = asked(&portal, &ann).await;
    browser.get(&first).await.expects(404, "opens nothing");
    browser.get(&second).await.expects(200, "Go on");
    portal.wait(Span::minutes(30));
    browser.get(&second).await.expects(404, "opens nothing");
    browser
        .post(&second, &[])
        .await
        .expects(404, "opens nothing");
    let third = asked(&portal, &ann).await;
    let opened = portal.browser().post(&third, &[]).await;
    assert_eq!(opened.status, 303);
    portal.wait(Span::hours(1));
    let fourth = asked(&portal, &ann).await;
    let whose = (acme.id, ann.id);
    let suspended =
        people::set_active(&portal.app, &Actor::System, whose, false, Origin::default());
    suspended.await.unwrap().unwrap();
    browser.get(&fourth).await.expects(404, "opens nothing");
    browser
        .post(&fourth, &[])
        .await
        .expects(404, "opens nothing");
    let attempts = "SELECT COUNT(*) FROM attempts";
    assert_eq!(portal.count(attempts).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_proved_addresses_of_active_accounts_get_a_mail_and_nobody_sees_which() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let gone = portal.person(&acme, "gone").await;
    let whose = (acme.id, gone.id);
    let suspended =
        people::set_active(&portal.app, &Actor::System, whose, false, Origin::default());
    suspended.await.unwrap().unwrap();
    let before = portal.entries(Some(acme.id)).await.len();
    let mut bodies = Vec::new();
    for login in [&gone.login, &gone.email, "nobody@acme", "x", &ann.email] {
        let page = asks(&mut portal.browser(), login).await;
        page.expects(202, "Look into your mailbox");
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        let (_, rest) = policy.split_once("'nonce-").unwrap();
        let (nonce, _) = rest.split_once('\'').unwrap();
        bodies.push(page.body.replace(nonce, "NONCE"));
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    let mails = links(&portal, 1).await;
    assert_eq!(mails[0].to, ann.email);
    let entries = portal.entries(Some(acme.id)).await;
    assert_eq!(entries.len(), before + 1);
    // Asking changes nothing about the account.
    let page = portal.browser().signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_gets_three_links_an_hour_and_an_address_asks_ten_times() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let ben = portal.person(&acme, "ben").await;
    for _ in 0..3 {
        asked(&portal, &ann).await;
    }
    let mut office = portal.browser_behind(7);
    for _ in 0..9 {
        asks(&mut office, &ann.login).await.expects(202, "mailbox");
    }
    // The tenth is somebody else's, and the queue is in order.
    asks(&mut office, &ben.login).await.expects(202, "mailbox");
    let mails = links(&portal, 4).await;
    assert!(mails.iter().any(|mail| mail.to == ben.email));
    for login in [&ann.login, "nobody@acme"] {
        let page = asks(&mut office, login).await;
        page.expects(429, "Too many");
        assert!(page.headers.contains_key("retry-after"));
    }
    portal.decides(|it| it.trusted_networks = vec!["127.0.0.0/8".parse().unwrap()]);
    asks(&mut office, "nobody@acme")
        .await
        .expects(202, "mailbox");
    portal.wait(Span::hours(1));
    asked(&portal, &ann).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_header_reaches_a_link() {
    let portal = Portal::with_mail().await;
    portal.decides(|it| it.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()]);
    let acme = portal.organization("acme", Rule::Optional).await;
    for (number, lie) in crate::it::host::LIES.into_iter().enumerate() {
        let person = portal.person(&acme, &format!("ann{number}")).await;
        let form = ("content-type", "application/x-www-form-urlencoded");
        let sent: Vec<_> = lie.iter().copied().chain([form]).collect();
        let body = format!("login={}", person.login);
        let answer = portal
            .browser()
            .send(Method::POST, "/forgot-password", &sent, body.into())
            .await;
        answer.expects(202, "Look into your mailbox");
        let mails = links(&portal, number + 1).await;
        let mail = mails.iter().find(|mail| mail.to == person.email).unwrap();
        path(&portal, mail);
        assert!(
            !mail.html.contains("evil") && !mail.text.contains("evil"),
            "{lie:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_mail_only_the_help_desks_code_is_offered() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.get("/sign-in").await;
    page.expects(200, "href=\"/forgot-password\"");
    let asked = browser.get("/forgot-password").await;
    browser
        .follow(asked)
        .await
        .expects(200, "A code from the help desk");
    asks(&mut browser, &ann.login)
        .await
        .expects(404, "no such page");
}

pub async fn gives(browser: &mut Client, login: &str, code: &str) -> Answer {
    let fields = [("login", login), ("code", code)];
    browser.post("/forgot-password/code", &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_from_the_help_desk_opens_a_reset_once_and_keeps_the_factor() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let ben = portal.person(&acme, "ben").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait_for_next_code();
    let code = reset_code(&portal, &ann).await;
    let mut browser = portal.browser();
    let others = gives(&mut browser, &ben.login, &code).await;
    others.expects(422, "That login and code open nothing");
    let opened = gives(&mut browser, &ann.login, &code).await;
    let page = browser.follow(opened).await;
    page.expects(200, "Before you choose a new password");
    let again = gives(&mut portal.browser(), &ann.login, &code).await;
    again.expects(422, "That login and code open nothing");
    let right = browser.gives_code(&page, &app.code(portal.now())).await;
    let page = browser.follow(right).await;
    let done = chooses(&mut browser, &page, NEW).await;
    assert_eq!(done.location().as_deref(), Some("/sign-in?reset=1"));
    let page = browser.signs_in(&ann.login, NEW).await;
    page.expects(200, "Submit code");
    let events = portal.events(Some(acme.id)).await;
    assert!(events.contains(&Event::ResetCodeUsed));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_takes_five_tries_and_tells_nobody_who_has_one() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let ben = portal.person(&acme, "ben").await;
    let code = reset_code(&portal, &ann).await;
    for login in [&ann.login, &ben.login, "nobody@acme", "nobody"] {
        for _ in 0..5 {
            let page = gives(&mut portal.browser(), login, "0000-0000").await;
            page.expects(422, "That login and code open nothing");
        }
    }
    let late = gives(&mut portal.browser(), &ann.login, &code).await;
    late.expects(422, "That login and code open nothing");
    assert_eq!(portal.count("SELECT COUNT(*) FROM attempts").await, 0);
    let code = reset_code(&portal, &ann).await;
    portal.wait(Span::hours(1));
    let late = gives(&mut portal.browser(), &ann.login, &code).await;
    late.expects(422, "That login and code open nothing");
    let code = reset_code(&portal, &ann).await;
    let opened = gives(&mut portal.browser(), &ann.login, &code).await;
    assert_eq!(opened.status, 303);
}

on_both! {
    async fn one_of_fifty_gets_a_reset_link_and_one_of_fifty_a_new_password(place: &Place) {
        let (here, there) = (Portal::on(place).await, Portal::on(place).await);
        here.gets_mail();
        let acme = here.organization("acme", Rule::Optional).await;
        let ann = here.person(&acme, "ann").await;
        let link = asked(&here, &ann).await;
        let answers = race(copies(&here.browser(), &there, RACE), &link, &[]).await;
        let opened: Vec<&Answer> = answers.iter().filter(|one| one.status == 303).collect();
        let [opened] = &opened[..] else { panic!("{} opened", opened.len()) };
        assert_eq!(answers.iter().filter(|one| one.status == 404).count(), RACE - 1);
        let mut browser = here.browser();
        for cookie in opened.headers.get_all("set-cookie") {
            let (pair, _) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            browser.cookies.insert(name.to_owned(), value.to_owned());
        }
        let page = browser.get(&opened.location().unwrap()).await;
        let fields = [("attempt", page.hidden("attempt")), ("password", NEW.to_owned())];
        let answers = race(copies(&browser, &there, RACE), "/sign-in/new-password", &fields).await;
        let saved = |one: &&Answer| one.location().as_deref() == Some("/sign-in?reset=1");
        assert_eq!(answers.iter().filter(saved).count(), 1);
        let told = here.events(Some(acme.id)).await;
        let told = told.iter().filter(|one| matches!(one, Event::PasswordReset { .. }));
        assert_eq!(told.count(), 1);
        here.browser().signs_in(&ann.login, NEW).await.expects(200, "Your applications");
    }

    async fn one_of_fifty_gets_a_reset_code(place: &Place) {
        let (here, there) = (Portal::on(place).await, Portal::on(place).await);
        let acme = here.organization("acme", Rule::Optional).await;
        let ann = here.person(&acme, "ann").await;
        let code = reset_code(&here, &ann).await;
        // Five tries are looked at, whoever makes them.
        let fields = [("login", ann.login.clone()), ("code", code)];
        let answers = race(copies(&here.browser(), &there, RACE), "/forgot-password/code", &fields).await;
        assert_eq!(answers.iter().filter(|one| one.status == 303).count(), 1);
        assert_eq!(here.count("SELECT COUNT(*) FROM attempts").await, 1);
    }
}

/// Ann, who has codes by email and nothing else.
async fn by_email_alone(portal: &Portal) -> Person {
    let acme = organization(portal, "acme", |policy| policy.channels = Channels::Email).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let code = last(portal).await;
    assert!(gives_mailed(&mut browser, &page, &code).await.opens());
    portal.wait(Span::minutes(2));
    ann
}

async fn gives_mailed(browser: &mut Client, page: &Answer, code: &str) -> Answer {
    let fields = [("attempt", &*page.hidden("attempt")), ("code", code)];
    browser.post("/sign-in/email-code", &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_mailed_link_the_same_mailbox_is_no_second_factor() {
    let portal = Portal::start().await;
    let ann = by_email_alone(&portal).await;
    let sent = mailed(&portal).await.len();
    let link = asked(&portal, &ann).await;
    let mut browser = portal.browser();
    let opened = browser.post(&link, &[]).await;
    let page = browser.follow(opened).await;
    page.expects(200, "Enter your enrollment code");
    let attempt = page.hidden("attempt");
    let send = [("attempt", attempt.as_str())];
    browser.post("/sign-in/email-code/send", &send).await;
    assert_eq!(
        mailed(&portal).await.len(),
        sent,
        "no code is mailed for it"
    );
    let early = chooses(&mut browser, &page, NEW).await;
    assert!(early.location().unwrap().contains("/enrollment-code"));
    let ask = AskedCode {
        kind: HelpKind::Enrollment,
        letter: None,
        verified_how: called_back(),
    };
    let (whose, operator) = ((ann.organization, ann.id), Actor::System);
    let issued = people::issue_code(&portal.app, &operator, whose, ask, Origin::default()).await;
    let code = issued.unwrap().unwrap().code.shown();
    let fields = [("attempt", attempt.as_str()), ("enrollment_code", &code)];
    let right = browser.post("/sign-in/enrollment-code", &fields).await;
    let page = browser.follow(right).await;
    let done = chooses(&mut browser, &page, NEW).await;
    assert_eq!(done.location().as_deref(), Some("/sign-in?reset=1"));
    assert!(!done.opens());
    let page = browser.signs_in(&ann.login, NEW).await;
    page.expects(200, "Enter the code from your email");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_help_desks_code_a_mailed_one_is_the_second_factor() {
    let portal = Portal::start().await;
    let ann = by_email_alone(&portal).await;
    let sent = mailed(&portal).await.len();
    let code = reset_code(&portal, &ann).await;
    let mut browser = portal.browser();
    let opened = gives(&mut browser, &ann.login, &code).await;
    let page = browser.follow(opened).await;
    page.expects(
        200,
        "A code by email shows that it’s you who wants a new password",
    );
    assert_eq!(mailed(&portal).await.len(), sent + 1, "it comes by itself");
    let early = chooses(&mut browser, &page, NEW).await;
    assert!(early.location().unwrap().contains("/email-code"));
    let code = last(&portal).await;
    let wrong = format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000);
    gives_mailed(&mut browser, &page, &wrong)
        .await
        .expects(422, "That isn’t the code from the last mail");
    let right = gives_mailed(&mut browser, &page, &code).await;
    assert!(!right.opens(), "a reset signs nobody in");
    let page = browser.follow(right).await;
    let done = chooses(&mut browser, &page, NEW).await;
    assert_eq!(done.location().as_deref(), Some("/sign-in?reset=1"));
    portal.wait(Span::minutes(2));
    let page = browser.signs_in(&ann.login, NEW).await;
    page.expects(200, "Enter the code from your email");
    let events = portal.events(Some(ann.organization)).await;
    assert!(events.contains(&Event::ResetCodeUsed));
}
