//! "This wasn't me": the link of a notice signs everybody out and freezes the account, once; what is frozen
//! takes no change until somebody else unfreezes it.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::caller::Verified;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Grant, Role};
use portcullis_core::time::Span;
use portcullis_server::people::{self, NotChanged};
use portcullis_store::testing::Place;
use portcullis_store::{Tx, on_both};

use super::caller::{says, starts};
use super::frozen::freezes;
use super::help_desk::{agent, page_of};
use super::notices::{asking_nothing, operator};
use super::races::{RACE, by_status, copies, race};
use crate::app::App;
use crate::client::Client;
use crate::portal::{Person, Portal};
use crate::program::Program;

/// The paths of all links that were mailed, oldest first.
pub async fn links(portal: &Portal) -> Vec<String> {
    let mails = portal.mails().await;
    let link = |text: &str| {
        let (_, rest) = text.split_once("/not-me/")?;
        Some(format!("/not-me/{}", &rest[..43]))
    };
    mails.iter().filter_map(|mail| link(&mail.text)).collect()
}

/// Ann with an app and recovery codes, signed in, and told of something.
async fn ann(portal: &Portal, rule: Rule) -> (Person, App, Vec<String>, Client) {
    let acme = portal.organization("acme", Rule::Required).await;
    asking_nothing(portal).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let (app, codes) = browser.enrolls(portal, &ann).await;
    let sql = match rule {
        Rule::Off => "UPDATE organizations SET rule = 'off'",
        Rule::Optional => "UPDATE organizations SET rule = 'optional'",
        Rule::Required => "UPDATE organizations SET rule = 'required'",
    };
    let unit = async move |tx: &mut portcullis_store::Tx<'_>| tx.run(sql, &[]).await;
    portal.app.store.write(unit).await.unwrap();
    (ann, app, codes, browser)
}

async fn told_of_something(portal: &Portal, whom: &Person) -> String {
    let before = links(portal).await;
    let whose = (whom.organization, whom.id);
    let unlocked =
        people::require_mfa(&portal.app, &operator(), whose, false, Origin::default()).await;
    unlocked.unwrap().unwrap();
    let now = links(portal).await;
    let new = now.into_iter().find(|link| !before.contains(link));
    new.expect("a new link")
}

async fn state(portal: &Portal) -> i64 {
    portal
        .count("SELECT COUNT(*) FROM accounts WHERE state = 'frozen'")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_shows_itself_as_often_as_asked_and_freezes_once() {
    let portal = Portal::with_mail().await;
    let (ann, app, _, mut browser) = ann(&portal, Rule::Required).await;
    let (one, other) = (
        told_of_something(&portal, &ann).await,
        told_of_something(&portal, &ann).await,
    );
    portal.wait(Span::minutes(2));
    let mut half_way = portal.browser();
    let half_way_page = half_way.signs_in(&ann.login, &ann.password).await;

    let mut mailbox = portal.browser();
    for _ in 0..3 {
        let page = mailbox.get(&one).await;
        page.expects(200, "Was it somebody else?");
        assert!(page.says("ACME Works") && !page.says(&ann.login));
    }
    browser.get("/account").await.expects(200, "Person ann");
    assert_eq!(state(&portal).await, 0);

    let done = mailbox.post(&one, &[]).await;
    done.expects(200, "Your account is frozen");
    assert!(done.says("+1 555 0100"));
    assert_eq!(state(&portal).await, 1);
    for sql in [
        "SELECT COUNT(*) FROM sessions",
        "SELECT COUNT(*) FROM attempts",
        "SELECT COUNT(*) FROM links",
        "SELECT COUNT(*) FROM browsers",
    ] {
        assert_eq!(portal.count(sql).await, 0, "{sql}");
    }
    assert_eq!(browser.get("/account").await.status, 303);
    let late = half_way
        .gives_code(&half_way_page, &app.code(portal.now()))
        .await;
    assert!(!late.opens());
    for gone in [&one, &other] {
        mailbox.get(gone).await.expects(404, "opens nothing");
        mailbox.post(gone, &[]).await.expects(404, "opens nothing");
    }
    let mails = portal.mails().await;
    let frozen: Vec<_> = mails.iter().filter(|mail| mail.kind == "frozen").collect();
    assert_eq!(frozen.len(), 1);
    assert!(!frozen[0].text.contains("/not-me/"));
    let events = portal.events(Some(ann.organization)).await;
    let frozen = events
        .iter()
        .filter(|&event| *event == Event::AccountFrozen);
    assert_eq!(frozen.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_proves_a_factor_gets_in_and_changes_nothing() {
    let portal = Portal::with_mail().await;
    let (ann, app, codes, _) = ann(&portal, Rule::Required).await;
    let link = told_of_something(&portal, &ann).await;
    portal.browser().post(&link, &[]).await.expects(200, "");
    portal.wait(Span::minutes(2));

    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    browser.follow(answer).await.expects(200, "applications");
    let renewed = browser.post("/account/recovery-codes", &[]).await;
    renewed.expects(403, "Your account is frozen");
    assert!(renewed.says("unfreeze") && renewed.says("+1 555 0100"));

    // A recovery code gets in too, and leads to no new device.
    let mut lost = portal.browser();
    let page = lost.signs_in(&ann.login, &ann.password).await;
    let answer = lost.gives_recovery_code(&page, &codes[0]).await;
    assert!(answer.opens(), "{:?}", answer.headers);
    for sql in [
        "SELECT COUNT(*) FROM pending_devices",
        "SELECT COUNT(*) - 1 FROM devices",
        "SELECT COUNT(*) - 1 FROM recovery_sets",
    ] {
        assert_eq!(portal.count(sql).await, 0, "{sql}");
    }
    // Told of what was done since, the member can sign everybody out again.
    let link = links(&portal).await.pop().expect("a link");
    portal.browser().post(&link, &[]).await.expects(200, "");
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
    assert_eq!(state(&portal).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_password_alone_opens_nothing_that_is_frozen() {
    let portal = Portal::with_mail().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let link = told_of_something(&portal, &eva).await;
    let mut before = portal.browser();
    before.signs_in(&eva.login, &eva.password).await;
    portal.browser().post(&link, &[]).await.expects(200, "");
    assert_eq!(before.get("/").await.status, 303);
    let mut thief = portal.browser();
    let fields = [("login", &*eva.login), ("password", &*eva.password)];
    let answer = thief.post("/sign-in", &fields).await;
    answer.expects(403, "Your account is frozen");
    assert!(!answer.opens());
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);
    // Only the right password learns of it.
    let fields = [("login", &*eva.login), ("password", "not the password")];
    let answer = thief.post("/sign-in", &fields).await;
    answer.expects(422, "go together");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_known_on_the_phone_before_the_freeze_is_known_no_more() {
    let portal = Portal::with_mail().await;
    let (ann, _, _, mut stolen) = ann(&portal, Rule::Required).await;
    let acme = portal.organization_now(ann.organization).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let page = page_of(&acme, ann.id);
    let word = starts(&mut desk, &page).await;
    says(&mut stolen, &word)
        .await
        .expects(200, "They know that it’s you");
    let delete = format!("{page}/delete-mfa");
    desk.get(&delete)
        .await
        .expects(200, "Checked who is asking");
    let link = told_of_something(&portal, &ann).await;
    let frozen = portal.browser().post(&link, &[]).await;
    assert!(frozen.status.as_u16() < 400, "{}", frozen.body);
    assert_eq!(state(&portal).await, 1);
    let unfreeze = format!("{page}/unfreeze");
    let asked = desk.get(&unfreeze).await;
    asked.expects(200, "How did you check");
    assert!(!asked.says("Checked who is asking"));
    let refused = desk.post(&unfreeze, &[("then", "code")]).await;
    refused.expects(422, "How did you check");
    assert_eq!(state(&portal).await, 1, "and stays so");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_else_unfreezes_it() {
    let portal = Portal::with_mail().await;
    let (ann, app, _, _) = ann(&portal, Rule::Required).await;
    let whose = (ann.organization, ann.id);
    let unfreeze = async |actor: Actor| {
        let reason = Verified::Told("Showed her passport".to_owned());
        let done = people::unfreeze(&portal.app, &actor, whose, reason, Origin::default()).await;
        done.unwrap()
    };
    assert_eq!(unfreeze(operator()).await, Err(NotChanged::AlreadySo));
    let link = told_of_something(&portal, &ann).await;
    portal.browser().post(&link, &[]).await.expects(200, "");
    let herself = Actor::Person {
        account: ann.id,
        organization: ann.organization,
        grants: vec![Grant {
            role: Role::Admin,
            scope: Some(ann.organization),
            until: None,
        }],
    };
    assert_eq!(unfreeze(herself).await, Err(NotChanged::Denied));
    assert_eq!(unfreeze(Actor::Nobody).await, Err(NotChanged::Denied));
    assert_eq!(state(&portal).await, 1);
    assert_eq!(unfreeze(operator()).await, Ok(()));
    assert_eq!(state(&portal).await, 0);
    let mails = portal.mails().await;
    let told: Vec<_> = mails
        .iter()
        .filter(|mail| mail.kind == "unfrozen")
        .collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].text.contains("Showed her passport"));
    portal.wait(Span::minutes(2));
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    browser.gives_code(&page, &app.code(portal.now())).await;
    let renewed = browser.post("/account/recovery-codes", &[]).await;
    renewed.expects(200, "I have stored these codes");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_good_for_seven_days_and_for_an_account_that_can_be_used() {
    let portal = Portal::with_mail().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let link = told_of_something(&portal, &eva).await;
    let whose = (eva.organization, eva.id);
    for (active, status) in [(false, 404), (true, 200)] {
        let done =
            people::set_active(&portal.app, &operator(), whose, active, Origin::default()).await;
        done.unwrap().unwrap();
        portal.browser().get(&link).await.expects(status, "");
    }
    portal.wait(Span::millis(7 * 24 * 3_600_000 - 1));
    portal.browser().get(&link).await.expects(200, "");
    portal.wait(Span::millis(1));
    portal.browser().get(&link).await.expects(404, "");
    portal.browser().post(&link, &[]).await.expects(404, "");
    assert_eq!(state(&portal).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_unfreezes_it_and_the_member_is_told_by_whom() {
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    portal.gets_mail();
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let freeze = async |tx: &mut Tx<'_>| {
        let sql = "UPDATE accounts SET state = 'frozen'";
        tx.run(sql, &[]).await
    };
    portal.app.store.write(freeze).await.unwrap();
    let program = Program::on(&place)
        .with("PORTCULLIS_SMTP_URL", "smtp://127.0.0.1:9?tls=none")
        .with("PORTCULLIS_SMTP_FROM", "portal@portcullis.example");
    let shown = program.says(&["account", "show", &ann.login]);
    assert!(shown.contains("frozen"), "{shown}");
    let reason = "Called back at her desk";
    let words = ["mfa", "unfreeze", &ann.login, "--reason", reason];
    let said = program.says(&words);
    assert_eq!(said.trim(), "ann@acme is no longer frozen.");
    assert_eq!(state(&portal).await, 0);
    let again = program.command(&words).output().unwrap();
    let error = String::from_utf8_lossy(&again.stderr).into_owned();
    assert_eq!(again.status.code(), Some(1));
    assert!(error.contains("ann@acme is not frozen"), "{error}");
    let mails = portal.mails().await;
    assert_eq!(mails.len(), 1, "{mails:#?}");
    let told = &mails[0];
    assert_eq!(
        (told.to.as_str(), told.kind.as_str()),
        (ann.email.as_str(), "unfrozen")
    );
    for part in [reason, "By the operator of this portal.", "/not-me/"] {
        assert!(told.text.contains(part), "{part}: {}", told.text);
    }
    let events = portal.events(Some(acme.id)).await;
    let told = Verified::Told(reason.to_owned());
    let unfrozen = events.iter().filter(
        |event| matches!(event, Event::AccountUnfrozen { reason: why, .. } if *why == told),
    );
    assert_eq!(unfrozen.count(), 1);

    // In one act with a code for the next password, the one until then opens nothing any more.
    freezes(&portal, &ann).await;
    let given = program.says(&[&words[..], &["--reset-code"]].concat());
    assert!(given.contains("opens nothing"), "{given}");
    assert!(given.contains("Reset code for ann@acme: "), "{given}");
    let refused = portal.browser().signs_in(&ann.login, &ann.password).await;
    refused.expects(422, "go together");
}

on_both! {
    async fn of_fifty_who_use_a_link_one_freezes(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        portal.gets_mail();
        node.gets_mail();
        let north = portal.organization("north", Rule::Off).await;
        let eva = portal.person(&north, "eva").await;
        let (one, other) = (
            told_of_something(&portal, &eva).await,
            told_of_something(&portal, &eva).await,
        );
        // Half of them with another link of the same account.
        let half = RACE / 2;
        let (first, second) = tokio::join!(
            race(copies(&portal.browser(), &node, half), &one, &[]),
            race(copies(&portal.browser(), &node, half), &other, &[]),
        );
        let answers = [first, second].concat();
        let counts = by_status(&answers);
        assert_eq!(counts.get(&200), Some(&1), "{counts:?}");
        assert_eq!(counts.get(&404), Some(&(RACE - 1)), "{counts:?}");
        let mails = portal.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.kind == "frozen").count(), 1);
        let events = portal.events(Some(north.id)).await;
        let frozen = events.iter().filter(|&event| *event == Event::AccountFrozen);
        assert_eq!(frozen.count(), 1);
    }
}
