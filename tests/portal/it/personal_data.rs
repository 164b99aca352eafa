//! What a member takes along of everything that is stored, and asking for the account to be deleted.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::group::Name as GroupName;
use portcullis_core::id::OrganizationId;
use portcullis_core::policy::{Channels, FirstProof, Policy, Rule};
use portcullis_core::radius::{Flow, Signing};
use portcullis_core::role::{Actor, Scope};
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_server::destinations::{self, Computer, Whom};
use portcullis_server::radius::clients::{self, KnownBy, NewRadiusClient};
use portcullis_server::{groups, instance, people};
use portcullis_store::organizations::Organization;
use portcullis_store::personal_data::TABLES;
use portcullis_store::radius_clients::Terms;
use portcullis_store::testing::Place;
use portcullis_store::{Tx, args, on_both};
use serde_json::Value;

use super::email_codes;
use super::notices::operator;
use super::races::{RACE, copies, race};
use super::reset::reset_code;
use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};
use crate::program::Program;

const DATA: &str = "/account/data";
const DELETION: &str = "/account/deletion";

/// Proves something for taking a copy.
async fn steps_up(browser: &mut Client, field: &str, value: &str) {
    let fields = [("act", "record"), ("return_to", DATA), (field, value)];
    let answer = browser.post("/step-up", &fields).await;
    assert_eq!(answer.location().as_deref(), Some(DATA), "{}", answer.body);
}

/// The copy, as a browser keeps it.
async fn downloads(browser: &mut Client) -> Value {
    let answer = browser.post(DATA, &[]).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    for (name, expect) in [
        ("content-type", "application/json"),
        (
            "content-disposition",
            "attachment; filename=\"account-data.json\"",
        ),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(answer.headers[name], expect);
    }
    serde_json::from_str(&answer.body).expect("a whole copy")
}

async fn asked(portal: &Portal, person: &Person) -> usize {
    let events = portal.events(Some(person.organization)).await;
    let asked = Event::StepUpAsked { act: Act::Record };
    events.iter().filter(|event| **event == asked).count()
}

async fn written(portal: &Portal, person: &Person, event: &Event) -> usize {
    let events = portal.events(Some(person.organization)).await;
    events.iter().filter(|one| *one == event).count()
}

/// Somebody of the help desk is on the phone with a person.
async fn is_called(portal: &Portal, person: &Person) {
    let (whose, name) = ((person.organization, person.id), "Person ben".to_owned());
    let operator = operator();
    let begun = people::begin_check(&portal.app, &operator, whose, name, Origin::default());
    begun.await.unwrap().unwrap();
}

/// Somebody of whom there is a row in every table, and the secrets that were seen on the way.
#[expect(clippy::too_many_lines, reason = "a few lines for each table")]
async fn rich(portal: &Portal) -> (Person, Client, Vec<String>) {
    let acme = email_codes::organization(portal, "acme", |policy| {
        *policy = Policy {
            channels: Channels::Both,
            first_proof: Some(FirstProof::Nothing),
            remember_days: 14,
            ..Policy::new(Rule::Optional)
        };
    })
    .await;
    let ann = portal.person(&acme, "ann").await;
    let ben = portal.person(&acme, "ben").await;
    let (organization, id) = (acme.id, ann.id);
    let unit = async move |tx: &mut Tx<'_>| {
        tx.run(
            "INSERT INTO invitations (id, organization_id, code_hash, name, login_name, email_vouched, created_at, \
             expires_at, accepted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            args![id, organization, vec![7_u8; 32], "Ann", "ann", false, 1_i64, 2_i64, 1_i64],
        )
        .await
    };
    portal.app.store.write(unit).await.unwrap();
    let mut secrets = vec![ann.password.clone(), reset_code(portal, &ann).await];
    let mut here = portal.browser();
    here.signs_in(&ann.login, &ann.password).await;
    let app = enables(portal, &mut here, &mut secrets).await;
    let unit = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE accounts SET email_codes_since = 1 WHERE id = $1";
        tx.run(sql, args![id]).await
    };
    portal.app.store.write(unit).await.unwrap();
    // A wrong code in a browser that is known by then and in one that is not, and a code by mail.
    let mut known = portal.browser();
    let mut strange = portal.browser();
    portal.wait_for_next_code();
    let page = known.signs_in(&ann.login, &ann.password).await;
    let done = known.gives_code(&page, &app.code(portal.now())).await;
    assert!(done.opens(), "{}", done.body);
    known.post("/sign-out", &[]).await;
    portal.wait_for_next_code();
    steps_up(&mut here, "code", &app.code(portal.now())).await;
    for browser in [&mut known, &mut strange] {
        let page = browser.signs_in(&ann.login, &ann.password).await;
        browser
            .gives_code(&page, &app.wrong_code(portal.now()))
            .await;
        if page.says("email-code") {
            let attempt = page.hidden("attempt");
            let fields = [("attempt", attempt.as_str())];
            browser.post("/sign-in/email-code/send", &fields).await;
        }
    }
    secrets.extend(email_codes::mailed(portal).await);
    let pending = here.post("/account/mfa/devices", &[]).await;
    let key = here.follow(pending).await.key();
    secrets.push(App::with_key(&key).key().clone());
    let ask = [("do", "ask"), ("wish", "unlock")];
    here.post("/account/requests", &ask).await;
    secrets.extend(here.cookies.values().cloned());
    // A role asks for a device, so it comes last.
    let unit = async move |tx: &mut Tx<'_>| {
        tx.run(
            "INSERT INTO exceptions (organization_id, account_id, kind, ends_at, reason, given_by, given_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $4)",
            args![organization, id, "extension", 1_i64, "So", r#"{"who":"system"}"#],
        )
        .await?;
        tx.run(
            "INSERT INTO role_grants (id, organization_id, account_id, role, scope_id, created_at) \
             VALUES ($1, $2, $1, $3, $2, $4)",
            args![id, organization, "auditor", 1_i64],
        )
        .await
    };
    portal.app.store.write(unit).await.unwrap();
    let system = Actor::System;
    let new = NewRadiusClient {
        name: "vpn".to_owned(),
        known_by: KnownBy::Network("192.0.2.1/32".parse().unwrap()),
        terms: Terms {
            signing: Signing::Yes,
            flow: Flow::Challenge,
            everyone: false,
            recovery_codes: false,
            returned: Vec::new(),
        },
        named: vec![ann.id],
        groups: Vec::new(),
    };
    let added = clients::add(&portal.app, &system, organization, new, Origin::default()).await;
    secrets.push(added.unwrap().unwrap().unwrap().reveal().clone());
    let computer = Computer {
        name: "web-1".to_owned(),
        host: "web-1.example.com".parse().unwrap(),
        command: None,
        icon: None,
        whom: Whom::Only {
            groups: Vec::new(),
            people: vec!["ann".parse().unwrap()],
        },
    };
    let origin = Origin::default();
    let added = destinations::add(&portal.app, &system, organization, computer, origin).await;
    added.unwrap().unwrap();
    joins_a_group(portal, organization).await;
    // Of whom nothing is told.
    portal.browser().signs_in(&ben.login, &ben.password).await;
    (ann, here, secrets)
}

async fn joins_a_group(portal: &Portal, organization: OrganizationId) {
    let (system, name) = (Actor::System, GroupName::parse("Sales").unwrap());
    let made = groups::add(&portal.app, &system, organization, name, Origin::default());
    made.await.unwrap().unwrap();
    let all = groups::list(&portal.app, Scope::of(organization))
        .await
        .unwrap();
    let ann = vec!["ann".parse().unwrap()];
    let joined = groups::join(&portal.app, &system, &all[0], ann, Origin::default());
    joined.await.unwrap().unwrap();
}

async fn enables(portal: &Portal, browser: &mut Client, secrets: &mut Vec<String>) -> App {
    let answer = browser.post("/account/mfa/devices", &[]).await;
    let page = browser.follow(answer).await;
    let app = App::with_key(&page.key());
    let (attempt, code) = (page.hidden("attempt"), app.code(portal.now()));
    let fields = [
        ("attempt", attempt.as_str()),
        ("code", &code),
        ("name", "Pixel"),
    ];
    let page = browser.post("/account/mfa/devices/new", &fields).await;
    secrets.extend(page.recovery_codes());
    secrets.push(app.key().clone());
    let (attempt, set) = (page.hidden("attempt"), page.hidden("set"));
    let fields = [
        ("attempt", attempt.as_str()),
        ("set", &set),
        ("stored", "on"),
    ];
    browser.post("/account/mfa/devices/stored", &fields).await;
    app
}

/// Every time is one, no number is one in milliseconds, and nothing is named like a secret.
fn reads_well(name: &str, value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| reads_well(name, item)),
        Value::Object(fields) => {
            for (name, value) in fields {
                for secret in ["hash", "totp_key", "token", "salt", "pepper", "message"] {
                    assert!(!name.contains(secret), "{name}");
                }
                reads_well(name, value);
            }
        }
        Value::Number(number) => {
            assert!(
                number.as_i64().unwrap() < 100_000_000_000,
                "{name}: {number}"
            );
        }
        Value::String(text) if name.ends_with("_at") || ["at", "until"].contains(&name) => {
            text.parse::<jiff::Timestamp>().expect(text);
        }
        _ => {}
    }
}

on_both! {
    async fn a_member_takes_along_everything_and_no_secret(place: &Place) {
        let portal = Portal::on(place).await;
        let (ann, mut browser, secrets) = rich(&portal).await;
        is_called(&portal, &ann).await;
        let copy = downloads(&mut browser).await;
        for table in TABLES {
            let rows = copy[table.name].as_array().unwrap_or_else(|| panic!("{}", table.name));
            assert!(!rows.is_empty(), "{}", table.name);
            for row in rows {
                let keys = row.as_object().unwrap().keys();
                let mut told: Vec<&str> = table.told.iter().map(|(name, _)| *name).collect();
                told.sort_unstable();
                assert!(keys.map(String::as_str).eq(told), "{row}");
            }
        }
        reads_well("", &copy);
        assert_eq!(copy["organization"]["short_name"], "acme");
        assert_eq!(copy["accounts"][0]["email"], ann.email.as_str());
        assert_eq!(copy["accounts"].as_array().unwrap().len(), 1);
        assert_eq!(copy["devices"][0]["name"], "Pixel");
        assert_eq!(copy["recovery_codes"].as_array().unwrap().len(), 10);
        assert_eq!(copy["help_codes"][0]["verified_how"], "called back");
        assert_eq!(copy["help_codes"][0]["issued_by"]["who"], "portal");
        let newest = &copy["audit_events"][0];
        assert_eq!(newest["event"]["kind"], "data_downloaded");
        assert_eq!(newest["actor"]["who"], "you");
        let text = copy.to_string();
        for never in secrets.iter().map(String::as_str).chain(["argon2", "Person ben", "ben@acme"]) {
            assert!(!text.contains(never), "{never}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_given_after_a_fresh_proof_alone_and_is_written_down() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.signs_in(&ann.login, &ann.password).await;
    let page = browser.get("/account").await;
    page.expects(200, "Your data");
    browser.get(DATA).await.expects(200, "Download");
    portal.wait(Span::minutes(6));
    let first = browser.post(DATA, &[]).await;
    let to = first.location().unwrap();
    assert!(to.starts_with("/step-up?act=record"), "{to}");
    assert!(!first.says(&ann.email));
    assert_eq!(asked(&portal, &ann).await, 1);
    assert_eq!(written(&portal, &ann, &Event::DataDownloaded).await, 0);
    browser
        .follow(first)
        .await
        .expects(200, "What is stored about you");
    steps_up(&mut browser, "password", &ann.password).await;
    downloads(&mut browser).await;
    assert_eq!(written(&portal, &ann, &Event::DataDownloaded).await, 1);
    let activity = browser.get("/account/activity").await;
    activity.expects(
        200,
        "A copy of everything stored about the account was downloaded.",
    );
    // product.md names it among no notices, and it is no state that a GET gives.
    assert!(portal.mails().await.is_empty());
    let odd = browser.post(DATA, &[("account", "ben")]).await;
    assert_eq!(odd.status, 400);
    let stranger = portal.browser().post(DATA, &[]).await;
    assert_eq!(stranger.location().as_deref(), Some("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_record_comes_whole_page_by_page() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    // The account's own creation, the password and the sign-in, and that it was downloaded: four more.
    let operator = operator();
    for many in [0, 196, 200, 250] {
        for _ in 0..many {
            let done = people::require_mfa(
                &portal.app,
                &operator,
                (acme.id, ann.id),
                false,
                Origin::default(),
            );
            done.await.unwrap().unwrap();
        }
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        let copy = downloads(&mut browser).await;
        let events = copy["audit_events"].as_array().unwrap();
        let mut ids: Vec<&str> = events
            .iter()
            .map(|one| one["id"].as_str().unwrap())
            .collect();
        let count = portal.count("SELECT COUNT(*) FROM audit_events WHERE account_id IS NOT NULL");
        assert_eq!(i64::try_from(ids.len()).unwrap(), count.await);
        assert!(
            ids.is_sorted_by(|one, next| one > next),
            "newest first, each once"
        );
        ids.dedup();
        assert_eq!(ids.len(), events.len());
    }
}

/// An organization that takes requests for deletion, or not.
async fn takes(portal: &Portal, organization: &Organization, yes: bool) {
    let now = portal.organization_now(organization.id).await;
    let policy = Policy {
        deletion_requests: yes,
        ..now.policy
    };
    let changed =
        instance::set_policy(&portal.app, &Actor::System, &now, policy, Origin::default()).await;
    changed.unwrap().unwrap();
}

async fn signed_in(portal: &Portal) -> (Organization, Person, Client) {
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.signs_in(&ann.login, &ann.password).await;
    (acme, ann, browser)
}

const ASKED: &str = "SELECT COUNT(*) FROM accounts WHERE deletion_asked_at IS NOT NULL";

#[tokio::test(flavor = "multi_thread")]
async fn where_the_organization_takes_none_deletion_is_not_offered_and_cannot_be_asked() {
    let portal = Portal::with_mail().await;
    let (_, ann, mut browser) = signed_in(&portal).await;
    let page = browser.get(DATA).await;
    page.expects(200, "Your data");
    assert!(!page.says("eletion"), "{}", page.body);
    let form: Answer = browser.get(DELETION).await;
    form.expects(403, "Deletion can’t be asked for here");
    let post = browser.post(DELETION, &[]).await;
    post.expects(403, "Nothing was changed");
    assert_eq!(portal.count(ASKED).await, 0);
    assert_eq!(written(&portal, &ann, &Event::DeletionAsked).await, 0);
    assert_eq!(asked(&portal, &ann).await, 0);
    assert!(portal.mails().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn deletion_is_asked_for_and_taken_back_after_a_fresh_proof_and_everybody_concerned_sees_it()
{
    let portal = Portal::with_mail().await;
    let (acme, ann, mut browser) = signed_in(&portal).await;
    takes(&portal, &acme, true).await;
    browser.get(DATA).await.expects(200, "Ask for deletion");
    let form = browser.get(DELETION).await;
    form.expects(200, "Ask for your account to be deleted?");
    portal.wait(Span::minutes(6));
    let first = browser.post(DELETION, &[]).await;
    let to = first.location().unwrap();
    assert_eq!(to, "/step-up?act=record&return_to=%2Faccount%2Fdeletion");
    assert_eq!(
        (portal.count(ASKED).await, asked(&portal, &ann).await),
        (0, 1)
    );
    steps_up(&mut browser, "password", &ann.password).await;
    let done = browser.post(DELETION, &[]).await;
    assert_eq!(done.location().as_deref(), Some(DATA));
    let page = browser.follow(done).await;
    page.expects(200, "Deletion asked for on <time datetime=\"2026-11-18T");
    assert_eq!(
        browser.get(DELETION).await.location().as_deref(),
        Some(DATA)
    );
    browser
        .get("/account")
        .await
        .expects(200, "Deletion asked for on");
    let activity = browser.get("/account/activity").await;
    activity.expects(200, "The account was asked to be deleted.");
    // Asked once, however often it is pressed.
    browser.post(DELETION, &[]).await;
    assert_eq!(written(&portal, &ann, &Event::DeletionAsked).await, 1);
    let mails = portal.mails().await;
    let told = mails.last().unwrap();
    assert_eq!((mails.len(), told.kind.as_str()), (1, "deletion_asked"));
    assert_eq!(told.to, ann.email);
    assert_eq!(told.subject, "Your account was asked to be deleted");
    assert!(told.text.contains("This wasn’t me"), "{}", told.text);
    // It can be taken back even where it could not be asked any more.
    takes(&portal, &acme, false).await;
    portal.wait(Span::minutes(6));
    let first = browser.post("/account/deletion/withdraw", &[]).await;
    assert!(first.location().unwrap().starts_with("/step-up?act=record"));
    assert_eq!(portal.count(ASKED).await, 1);
    steps_up(&mut browser, "password", &ann.password).await;
    let done = browser.post("/account/deletion/withdraw", &[]).await;
    let page = browser.follow(done).await;
    assert!(!page.says("Deletion asked for"));
    assert_eq!(portal.count(ASKED).await, 0);
    browser.post("/account/deletion/withdraw", &[]).await;
    assert_eq!(written(&portal, &ann, &Event::DeletionWithdrawn).await, 1);
    let mails = portal.mails().await;
    let kinds = mails.iter().map(|mail| mail.kind.as_str());
    let withdrawn = kinds.filter(|kind| *kind == "deletion_withdrawn").count();
    assert_eq!((mails.len(), withdrawn), (2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn administrators_and_operators_see_who_asks_for_deletion() {
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    let (acme, ann, mut browser) = signed_in(&portal).await;
    takes(&portal, &acme, true).await;
    browser.post(DELETION, &[]).await;
    let clara = portal.person(&acme, "clara").await;
    let owner =
        instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), clara.id).await;
    owner.unwrap().unwrap();
    let mut admin = portal.browser();
    admin.enrolls(&portal, &clara).await;
    let list = admin.get("/admin/acme/access").await;
    list.expects(200, "Asks for deletion since <time datetime=\"2026-11-18T");
    assert_eq!(list.body.matches("Asks for deletion").count(), 1);
    let (_, after) = list.body.split_once("Person ann").unwrap();
    let (row, _) = after.split_once("</tr>").unwrap();
    assert!(row.contains("Asks for deletion"), "{row}");
    assert_eq!(written(&portal, &ann, &Event::DeletionAsked).await, 1);
    let shown = Program::on(&place).says(&["account", "show", &ann.login, "--json"]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["deletion_asked"], "2026-11-18T11:06:45Z");
}

on_both! {
    async fn of_fifty_requests_for_deletion_one_is_written_down_and_told_of(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        portal.gets_mail();
        node.gets_mail();
        let (acme, ann, browser) = signed_in(&portal).await;
        takes(&portal, &acme, true).await;
        let answers = race(copies(&browser, &node, RACE), DELETION, &[]).await;
        assert!(answers.iter().all(|one| one.location().as_deref() == Some(DATA)));
        assert_eq!(written(&portal, &ann, &Event::DeletionAsked).await, 1);
        assert_eq!(portal.mails().await.len(), 1);
    }
}

#[test]
fn the_shape_of_the_copy_is_written_down() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/personal-data.md");
    let text = std::fs::read_to_string(path).unwrap();
    for table in TABLES {
        let heading = format!("### `{}`\n", table.name);
        let (_, rest) = text
            .split_once(&heading)
            .unwrap_or_else(|| panic!("{heading}"));
        let section = rest.split("\n### ").next().unwrap();
        for (column, _) in table.told {
            assert!(
                section.contains(&format!("`{column}`")),
                "{}.{column}",
                table.name
            );
        }
    }
}
