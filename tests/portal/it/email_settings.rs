//! Codes by email among the MFA settings: taken up, given up, and the way back after MFA was switched off.

use portcullis_core::audit::Event;
use portcullis_core::credential::Kind;
use portcullis_core::notice::Notice;
use portcullis_core::policy::{Channels, Rule};
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_store::Tx;

use super::email_codes::{last, mailed, organization};
use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const MFA: &str = "/account/mfa";
const CODES: &str = "/account/mfa/email-codes";
const STOP: &str = "/account/mfa/email-codes/stop";

/// Eva of an organization where MFA is up to her, by app or email, signed in with the password alone.
async fn eva(portal: &Portal) -> (Person, Client) {
    let north = organization(portal, "north", |policy| {
        policy.rule = Rule::Optional;
        policy.channels = Channels::Both;
    })
    .await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
    (eva, browser)
}

async fn gives(browser: &mut Client, page: &Answer, code: &str) -> Answer {
    let attempt = page.hidden("attempt");
    let fields = [("attempt", attempt.as_str()), ("code", code)];
    browser.post(&format!("{CODES}/code"), &fields).await
}

/// From the button to the settings, by the code that was mailed.
async fn takes_up(portal: &Portal, browser: &mut Client) -> Answer {
    let answer = browser.post(CODES, &[]).await;
    let page = browser.follow(answer).await;
    page.expects(200, "Enter the code from your email");
    let answer = gives(browser, &page, &last(portal).await).await;
    browser.follow(answer).await
}

/// Signs in by the code that is mailed after the password.
async fn signs_in_by_email(portal: &Portal, browser: &mut Client, person: &Person) {
    let page = browser.signs_in(&person.login, &person.password).await;
    page.expects(200, "Enter the code from your email");
    let attempt = page.hidden("attempt");
    let code = last(portal).await;
    let fields = [("attempt", attempt.as_str()), ("code", code.as_str())];
    let answer = browser.post("/sign-in/email-code", &fields).await;
    assert!(answer.opens(), "{}", answer.body);
}

/// Sets up a device in a session, to the stored codes.
async fn adds_a_device(portal: &Portal, browser: &mut Client) -> App {
    let answer = browser.post("/account/mfa/devices", &[]).await;
    let page = browser.follow(answer).await;
    let app = App::with_key(&page.key());
    let (attempt, code) = (page.hidden("attempt"), app.code(portal.now()));
    let fields = [("attempt", attempt.as_str()), ("name", ""), ("code", &code)];
    let codes = browser.post("/account/mfa/devices/new", &fields).await;
    let (attempt, set) = (codes.hidden("attempt"), codes.hidden("set"));
    let fields = [
        ("attempt", attempt.as_str()),
        ("set", set.as_str()),
        ("stored", "on"),
    ];
    browser.post("/account/mfa/devices/stored", &fields).await;
    app
}

async fn events(portal: &Portal, person: &Person) -> Vec<Event> {
    portal.events(Some(person.organization)).await
}

#[tokio::test]
async fn email_codes_are_taken_up_by_a_first_right_code() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let unproved = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE accounts SET email_proved_at = NULL";
        tx.run(sql, &[]).await
    };
    portal.app.store.write(unproved).await.unwrap();
    let mut elsewhere = portal.browser();
    elsewhere.signs_in(&eva.login, &eva.password).await;
    let page = browser.get(MFA).await;
    page.expects(200, "Codes by email")
        .expects(200, "Not in use");
    portal.wait(Span::minutes(6));

    // A fresh proof first, and then it goes on from where the button was pressed.
    let answer = browser.post(CODES, &[]).await;
    assert!(
        answer
            .location()
            .unwrap()
            .starts_with("/step-up?act=devices")
    );
    assert!(mailed(&portal).await.is_empty());
    let fields = [
        ("act", "devices"),
        ("return_to", CODES),
        ("password", eva.password.as_str()),
    ];
    let answer = browser.post("/step-up", &fields).await;
    let page = browser.follow(answer).await;
    page.expects(200, "e•••@north.example")
        .expects(200, "a second step of signing in from then on");
    assert_eq!(mailed(&portal).await.len(), 1);
    gives(&mut browser, &page, "12345")
        .await
        .expects(422, "A code has six digits");
    let code = last(&portal).await;
    let wrong = format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000);
    gives(&mut browser, &page, &wrong)
        .await
        .expects(422, "That isn’t the code from the last mail");
    let using = "SELECT COUNT(*) FROM accounts WHERE email_codes_since IS NOT NULL";
    assert_eq!(
        portal.count(using).await,
        0,
        "a wrong code takes nothing up"
    );
    let soon = browser
        .post(
            &format!("{CODES}/send"),
            &[("attempt", &page.hidden("attempt"))],
        )
        .await;
    soon.expects(429, "No other code was sent yet");
    let before = browser.cookies["__Host-portcullis"].clone();
    let answer = gives(&mut browser, &page, &code).await;
    browser
        .follow(answer)
        .await
        .expects(200, "Enabled")
        .expects(200, "In use: codes go to")
        .expects(200, "e•••@north.example")
        .expects(200, "Stop codes by email");
    assert_ne!(browser.cookies["__Host-portcullis"], before);
    assert_eq!(elsewhere.get("/").await.status, 303, "not enough any more");
    let all = events(&portal, &eva).await;
    for event in [
        Event::StepUpAsked { act: Act::Devices },
        Event::EmailProved,
        Event::EmailCodesTakenUp,
    ] {
        assert!(all.contains(&event), "{event:?}");
    }
    let kinds: Vec<_> = portal
        .mails()
        .await
        .into_iter()
        .map(|one| one.kind)
        .collect();
    assert!(
        kinds.contains(&Notice::EmailCodesTakenUp.as_str().to_owned())
            || kinds.iter().any(|kind| kind == "notice"),
        "{kinds:?}"
    );
    browser
        .get("/account/activity")
        .await
        .expects(200, "Codes by email became the second step");
    portal.wait(Span::minutes(2));
    signs_in_by_email(&portal, &mut portal.browser(), &eva).await;
}

#[tokio::test]
async fn email_codes_alone_are_switched_off_and_on_again_by_a_mailed_code() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    takes_up(&portal, &mut browser)
        .await
        .expects(200, "Enabled");
    browser
        .get("/account")
        .await
        .expects(200, "asks for a code by email");
    let answer = browser.post("/account/mfa/disable", &[]).await;
    browser.follow(answer).await.expects(200, "Disabled");
    let mut other = portal.browser();
    let page = other.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
    // What is kept still guards the account.
    let answer = other.post("/account/mfa/devices", &[]).await;
    let page = other.follow(answer).await;
    page.expects(200, "Confirm that it’s you")
        .expects(200, "e•••@north.example");

    portal.wait(Span::minutes(2));
    let page = other.get(MFA).await;
    page.expects(200, "Once it’s typed, MFA is enabled again");
    let answer = other.post(CODES, &[]).await;
    let page = other.follow(answer).await;
    page.expects(200, "and MFA is enabled again");
    let answer = gives(&mut other, &page, &last(&portal).await).await;
    other.follow(answer).await.expects(200, "Enabled");
    assert!(events(&portal, &eva).await.contains(&Event::MfaSwitchedOn));
    portal.wait(Span::minutes(2));
    signs_in_by_email(&portal, &mut portal.browser(), &eva).await;
}

#[tokio::test]
async fn email_codes_are_stopped_and_with_the_last_factor_everything_that_hangs_on_it() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    takes_up(&portal, &mut browser).await;
    let app = adds_a_device(&portal, &mut browser).await;
    // Beside a device: signing in asks for that.
    portal.wait_for_next_code();
    let mut other = portal.browser();
    let page = other.signs_in(&eva.login, &eva.password).await;
    let answer = other.gives_code(&page, &app.code(portal.now())).await;
    assert!(answer.opens());
    portal.wait(Span::minutes(6));
    let answer = browser.post(STOP, &[]).await;
    assert!(
        answer
            .location()
            .unwrap()
            .starts_with("/step-up?act=end-mfa")
    );
    let code = app.code(portal.now());
    let fields = [("act", "end-mfa"), ("return_to", MFA), ("code", &code)];
    browser.post("/step-up", &fields).await;
    let answer = browser.post(STOP, &[]).await;
    browser.follow(answer).await.expects(200, "Not in use");
    assert_eq!(other.get("/").await.status, 303, "other sessions ended");
    assert_eq!(browser.post(STOP, &[]).await.status, 404);
    portal.wait_for_next_code();
    let page = other.signs_in(&eva.login, &eva.password).await;
    assert!(!page.says("email-code?attempt"));
    let answer = other.gives_code(&page, &app.code(portal.now())).await;
    assert!(answer.opens());

    // As the last factor, switched off: nothing is left over.
    takes_up(&portal, &mut other).await.expects(200, "In use");
    let id = other
        .get(MFA)
        .await
        .between("name=\"replaces\" value=\"", "\"");
    let answer = other
        .post(&format!("/account/mfa/devices/{id}/remove"), &[])
        .await;
    other.follow(answer).await.expects(200, "In use");
    other.post("/account/mfa/disable", &[]).await;
    let answer = other.post(STOP, &[]).await;
    other.follow(answer).await.expects(200, "Not enabled");
    for sql in [
        "SELECT COUNT(*) FROM recovery_sets",
        "SELECT COUNT(*) FROM email_codes",
        "SELECT COUNT(*) FROM accounts WHERE switched_off OR mfa_status <> 'not_enabled'",
    ] {
        assert_eq!(portal.count(sql).await, 0, "{sql}");
    }
    let all = events(&portal, &eva).await;
    let stopped = all
        .iter()
        .filter(|event| **event == Event::EmailCodesStopped);
    assert_eq!(stopped.count(), 2);
    assert!(all.contains(&Event::RecoveryCodesEnded));
    let page = portal.browser().signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
}

#[tokio::test]
async fn where_they_are_all_that_is_held_and_mfa_is_required_email_codes_stay() {
    let portal = Portal::start().await;
    let post = organization(&portal, "post", |policy| policy.channels = Channels::Email).await;
    let ben = portal.person(&post, "ben").await;
    let mut browser = portal.browser();
    signs_in_by_email(&portal, &mut browser, &ben).await;
    let page = browser.get(MFA).await;
    page.expects(200, "this is your only second step");
    assert!(!page.says(STOP) && !page.says("/account/mfa/disable"));
    browser
        .post(STOP, &[])
        .await
        .expects(409, "MFA is required of you");
    let using = "SELECT COUNT(*) FROM accounts WHERE email_codes_since IS NOT NULL";
    assert_eq!(portal.count(using).await, 1);
    // With a device it is another matter.
    page.expects(200, "Add a device");
    adds_a_device(&portal, &mut browser).await;
    let answer = browser.post(STOP, &[]).await;
    browser.follow(answer).await.expects(200, "Not in use");
    assert_eq!(portal.count(using).await, 0);
}

#[tokio::test]
async fn email_codes_are_not_taken_up_where_they_are_not_permitted() {
    let portal = Portal::start().await;
    let acme = organization(&portal, "acme", |policy| policy.rule = Rule::Optional).await;
    let off = organization(&portal, "off", |policy| {
        policy.rule = Rule::Off;
        policy.channels = Channels::Both;
    })
    .await;
    for (organization, title) in [
        (&acme, "Email codes aren’t permitted here"),
        (&off, "MFA isn’t offered here"),
    ] {
        let ann = portal.person(organization, "ann").await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        assert!(!browser.get(MFA).await.says("Codes by email"));
        browser.post(CODES, &[]).await.expects(403, title);
    }
    // Nor without mail, nor where the channels changed meanwhile.
    let (eva, mut browser) = eva(&portal).await;
    let answer = browser.post(CODES, &[]).await;
    let page = browser.follow(answer).await;
    let code = last(&portal).await;
    portal.decides(|settings| settings.mail = None);
    assert!(!browser.get(MFA).await.says("Codes by email"));
    assert_eq!(browser.post(CODES, &[]).await.status, 403);
    assert_eq!(gives(&mut browser, &page, &code).await.status, 403);
    portal.gets_mail();
    let only_app = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE organizations SET channels = 'app'";
        tx.run(sql, &[]).await
    };
    portal.app.store.write(only_app).await.unwrap();
    assert_eq!(gives(&mut browser, &page, &code).await.status, 403);
    assert!(
        !events(&portal, &eva)
            .await
            .contains(&Event::EmailCodesTakenUp)
    );
}

#[tokio::test]
async fn a_code_for_the_settings_counts_in_the_session_that_asked_and_for_nothing_else() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let mut other = portal.browser();
    other.signs_in(&eva.login, &eva.password).await;
    let answer = browser.post(CODES, &[]).await;
    let page = browser.follow(answer).await;
    let (code, attempt) = (last(&portal).await, page.hidden("attempt"));
    let cookie = "__Host-portcullis-attempt";
    let secret = browser.cookies[cookie].clone();
    other.cookies.insert(cookie.to_owned(), secret);
    let answer = gives(&mut other, &page, &code).await;
    assert_eq!(answer.location().as_deref(), Some(MFA));
    for path in ["/sign-in/email-code", "/sign-in/code"] {
        let fields = [("attempt", attempt.as_str()), ("code", code.as_str())];
        let answer = other.post(path, &fields).await;
        assert!(!answer.opens(), "{path}");
    }
    // Signed out, it is over.
    browser.post("/sign-out", &[]).await;
    let answer = gives(&mut browser, &page, &code).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in"));
    let using = "SELECT COUNT(*) FROM accounts WHERE email_codes_since IS NOT NULL";
    assert_eq!(portal.count(using).await, 0);
    let all = events(&portal, &eva).await;
    let by_email = |event: &Event| matches!(event, Event::SignedIn { factors, .. } if factors.contains(&Kind::EmailCode));
    assert!(!all.iter().any(by_email));
}
