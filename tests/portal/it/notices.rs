//! Mails about what was done to an account: one for each event that calls for one, whatever door it came
//! through, and none otherwise.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::password::Password;
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::people;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, args};

use crate::portal::{CaughtMail, Person, Portal};

/// What was told so far, by kind, as a sorted list.
type Told = Vec<String>;

/// What was told since the last look, by kind. Mails of one moment have no order.
async fn since(portal: &Portal, seen: &mut Told) -> Told {
    let mut kinds: Told = portal.mails().await.into_iter().map(|m| m.kind).collect();
    kinds.sort();
    let before = std::mem::replace(seen, kinds.clone());
    for kind in before {
        let place = kinds.iter().position(|one| *one == kind);
        kinds.remove(place.expect("a mail is gone"));
    }
    kinds
}

/// The mail of a kind that was queued last.
async fn last(portal: &Portal, kind: &str) -> CaughtMail {
    let mails = portal.mails().await;
    let found = mails.into_iter().rfind(|mail| mail.kind == kind);
    found.expect("a mail of the kind")
}

/// A portal that sends mail, where a first set-up asks for nothing besides the password.
async fn portal_with(rule: Rule) -> (Portal, Organization) {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", rule).await;
    asking_nothing(&portal).await;
    (portal, acme)
}

/// A first set-up asks for nothing besides the password from now on.
pub async fn asking_nothing(portal: &Portal) {
    let unit = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE organizations SET first_proof = 'nothing'";
        tx.run(sql, &[]).await
    };
    portal.app.store.write(unit).await.unwrap();
}

pub fn operator() -> Actor {
    Actor::Operator("root@portal".to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_member_is_told_once_of_each_event_that_calls_for_it_and_of_nothing_else() {
    let (portal, acme) = portal_with(Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut seen = Told::new();
    assert!(since(&portal, &mut seen).await.is_empty());

    let (app, codes) = portal.browser().enrolls(&portal, &ann).await;
    assert_eq!(
        since(&portal, &mut seen).await,
        ["device_added", "recovery_codes_made"]
    );
    portal.wait(Span::minutes(2));
    let mut browser = portal.browser();
    browser
        .signs_in(&ann.login, "not the password")
        .await
        .expects(422, "go together");
    let page = browser.signs_in(&ann.login, &ann.password).await;
    browser.gives_code(&page, &app.code(portal.now())).await;
    assert_eq!(since(&portal, &mut seen).await, ["new_browser"]);
    let told = last(&portal, "new_browser").await;
    assert_eq!(told.subject, "A sign-in from a new browser");
    browser.get("/account").await.expects(200, "Person ann");
    browser.post("/sign-out", &[]).await;
    // Known from now on.
    portal.wait_for_next_code();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    browser.gives_code(&page, &app.code(portal.now())).await;
    browser.post("/sign-out", &[]).await;
    assert!(since(&portal, &mut seen).await.is_empty());

    let page = browser.signs_in(&ann.login, &ann.password).await;
    browser.gives_recovery_code(&page, &codes[0]).await;
    assert_eq!(since(&portal, &mut seen).await, ["recovery_code_used"]);
    let told = last(&portal, "recovery_code_used").await;
    assert_eq!(told.to, ann.email);
    assert_eq!(told.subject, "A recovery code of your account was used");
    for said in ["9 are left.", "on November 18, 2026", "By you", "127."] {
        assert!(told.text.contains(said), "{said}: {}", told.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn three_wrong_codes_in_a_row_are_told_of_once() {
    let (portal, acme) = portal_with(Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, codes) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait(Span::minutes(2));
    let mut seen = Told::new();
    since(&portal, &mut seen).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    for _ in 0..2 {
        let wrong = app.wrong_code(portal.now());
        browser.gives_code(&page, &wrong).await.expects(422, "");
    }
    let used = app.code(portal.now() - Span::minutes(2));
    browser.gives_code(&page, &used).await.expects(422, "");
    assert_eq!(since(&portal, &mut seen).await, ["codes_tried"]);
    for _ in 0..2 {
        let wrong = app.wrong_code(portal.now());
        browser.gives_code(&page, &wrong).await;
    }
    // Refused before it is looked at.
    browser
        .gives_code(&page, &app.code(portal.now()))
        .await
        .expects(429, "");
    assert!(since(&portal, &mut seen).await.is_empty());
    let wrong = "0000-0000-0000-0000";
    for _ in 0..3 {
        browser.gives_recovery_code(&page, wrong).await;
    }
    assert_eq!(since(&portal, &mut seen).await, ["codes_tried"]);
    browser.gives_recovery_code(&page, &codes[0]).await;
    assert_eq!(since(&portal, &mut seen).await, ["recovery_code_used"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_helps_at_the_command_line_is_told_of_like_everybody() {
    let (portal, acme) = portal_with(Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let whose = (acme.id, ann.id);
    let mut seen = Told::new();
    for (active, kind) in [(false, "suspended"), (true, "activated")] {
        let done =
            people::set_active(&portal.app, &operator(), whose, active, Origin::default()).await;
        done.unwrap().unwrap();
        assert_eq!(since(&portal, &mut seen).await, [kind]);
        // A second time nothing happens, and nothing is told.
        let again =
            people::set_active(&portal.app, &operator(), whose, active, Origin::default()).await;
        assert!(again.unwrap().is_err());
        assert!(since(&portal, &mut seen).await.is_empty());
    }
    let required =
        people::require_mfa(&portal.app, &operator(), whose, true, Origin::default()).await;
    required.unwrap().unwrap();
    assert_eq!(since(&portal, &mut seen).await, ["required"]);
    let told = last(&portal, "required").await;
    assert!(told.text.contains("MFA was required of this account."));
    assert!(told.text.contains("By the operator of this portal."));
    assert!(told.text.contains("Help desk\n+1 555 0100, option 2"));
    let refused =
        people::require_mfa(&portal.app, &Actor::Nobody, whose, true, Origin::default()).await;
    assert!(refused.unwrap().is_err());
    assert!(since(&portal, &mut seen).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_without_an_address_or_without_a_mail_server() {
    let (portal, acme) = portal_with(Rule::Off).await;
    let person = people::Person {
        name: Name::parse("Greta Guest").unwrap(),
        login_name: "greta".parse().unwrap(),
        email: None,
    };
    let typed = Password::typed("a wholly new password");
    let added = people::create(
        &portal.app,
        &Actor::System,
        &acme,
        (person, typed),
        Origin::default(),
    )
    .await;
    let greta = (acme.id, added.unwrap().unwrap());
    let ann = portal.person(&acme, "ann").await;
    for whose in [greta, (acme.id, ann.id)] {
        portal.decides(|settings| {
            if whose != greta {
                settings.mail = None;
            }
        });
        let required =
            people::require_mfa(&portal.app, &operator(), whose, true, Origin::default()).await;
        required.unwrap().unwrap();
    }
    assert!(portal.mails().await.is_empty());
    let required = Event::MfaRequired { required: true };
    let events = portal.events(Some(acme.id)).await;
    assert_eq!(events.iter().filter(|&event| *event == required).count(), 2);
}

/// Two of an organization, the second with a name that no form takes.
async fn named(portal: &Portal, acme: &Organization, name: &str) -> (Person, Person) {
    let ann = portal.person(acme, "ann").await;
    let eve = portal.person(acme, "eve").await;
    let (id, name) = (eve.id, name.to_owned());
    let unit = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE accounts SET name = $1 WHERE id = $2";
        tx.run(sql, args![name.clone(), id]).await
    };
    portal.app.store.write(unit).await.unwrap();
    (ann, eve)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_name_of_who_did_it_changes_no_header_and_no_markup() {
    let (portal, acme) = portal_with(Rule::Off).await;
    let long = "x".repeat(10_000);
    let name = format!("Eve\r\nBcc: eve@evil.example\r\n\r\n<img src=x>\u{202e}{long}");
    let (ann, eve) = named(&portal, &acme, &name).await;
    let actor = Actor::Person {
        account: eve.id,
        organization: eve.organization,
        grants: vec![portcullis_core::role::Grant {
            role: portcullis_core::role::Role::Admin,
            scope: Some(eve.organization),
            until: None,
        }],
    };
    let whose = (ann.organization, ann.id);
    let required = people::require_mfa(&portal.app, &actor, whose, true, Origin::default()).await;
    required.unwrap().unwrap();
    let told = last(&portal, "required").await;
    assert_eq!(told.to, ann.email);
    assert!(!told.subject.contains(['\r', '\n']));
    assert!(told.html.contains("By <bdi>Eve  Bcc: eve@evil.example"));
    assert!(!told.html.contains("<img"));
    for part in [&told.text, &told.html] {
        assert!(!part.contains('\u{202e}') && !part.contains('\r') && part.len() < 8_000);
        assert!(!part.lines().any(|line| line.starts_with("Bcc:")));
    }
}
