//! People from a file: what was exported changes nothing when it comes back; every change is the one that the
//! person's page makes, by the same rules and with the same notices; whole, or not at all.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::{instance, people};
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, accounts, on_both};

use super::command_line::{portal as folder, portcullis, refuses, says};
use super::help_desk::agent;
use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const PAGE: &str = "/admin/acme/access/import";

async fn checks(admin: &mut Client, file: &str) -> Answer {
    admin
        .uploads(PAGE, &[("file", file), ("people", ""), ("by", "paper")])
        .await
}

async fn confirms(admin: &mut Client, page: &Answer, file: &str) -> Answer {
    let shown = page.hidden("shown");
    admin
        .uploads(
            PAGE,
            &[("people", file), ("by", "paper"), ("shown", &shown)],
        )
        .await
}

/// Somebody by another name.
async fn named(
    portal: &Portal,
    organization: &Organization,
    login: &'static str,
    name: &str,
) -> Person {
    let person = portal.person(organization, login).await;
    let (scope, id) = (Scope::of(organization.id), person.id);
    let (name, login, email) = (
        Name::parse(name).unwrap(),
        login.parse().unwrap(),
        person.email.parse().unwrap(),
    );
    let unit = async move |tx: &mut Tx<'_>| {
        accounts::edit(tx, (scope, id), &name, &login, Some(&email)).await
    };
    portal.app.store.write(unit).await.unwrap();
    person
}

/// Records of everybody, as they stand.
async fn everybody(portal: &Portal) -> i64 {
    portal.count("SELECT COUNT(*) FROM audit_events").await
        + portal.count("SELECT COUNT(*) FROM mails").await
        + portal.count("SELECT COUNT(*) FROM invitations").await
}

async fn owner(portal: &Portal, acme: &Organization) -> (Client, App) {
    let olga = portal.person(acme, "olga").await;
    let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id);
    made.await.unwrap().unwrap();
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(portal, &olga).await;
    (browser, app)
}

on_both! {
    async fn what_was_exported_changes_nothing_when_it_comes_back(place: &Place) {
        let portal = Portal::on(place).await;
        portal.organization("beta", Rule::Off).await;
        let acme = portal.organization("acme", Rule::Off).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        owner(&portal, &acme).await;
        for (login, name) in [("one", "=1+1"), ("two", "'=1+1"), ("three", "''-x, \"y\""), ("four", "Jörg; Ünal"), ("five", "'Ann'"), ("six", "x;=cmd|'/c calc'!A1;y"), ("seven", "x; '＝1")] {
            named(&portal, &acme, login, name).await;
        }
        let frozen = portal.person(&acme, "frozen").await;
        let sql = "UPDATE accounts SET state = 'frozen' WHERE login_name = 'frozen'";
        portal.app.store.write(async move |tx: &mut Tx<'_>| tx.run(sql, &[]).await).await.unwrap();
        portal.gets_mail();
        let file = admin.post("/admin/acme/access/export", &[]).await.body;
        assert!(file.contains(&frozen.email) && file.contains("\"'=1+1\"") || file.contains("'=1+1"));
        assert!(file.contains("six,\"x;'=cmd|'/c calc'!A1;y\","), "{file}");
        let before = everybody(&portal).await;
        for text in [file.clone(), file.replace("\r\n", "\n"), file.trim_start_matches('\u{feff}').to_owned()] {
            let page = checks(&mut admin, &text).await;
            page.expects(422, "everything is so already").expects(422, "10 lines say what is so already");
            page.expects(422, "These columns aren’t read");
            assert!(!page.body.contains("name=\"shown\""));
        }
        assert_eq!(everybody(&portal).await, before);
    }

    async fn a_file_changes_and_invites_as_the_pages_do_once_it_was_looked_at(place: &Place) {
        let portal = Portal::on(place).await;
        portal.organization("beta", Rule::Off).await;
        let acme = portal.organization("acme", Rule::Off).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let ann = portal.person(&acme, "ann").await;
        portal.person(&acme, "ben").await;
        portal.gets_mail();
        admin.get("/admin/acme/access").await.expects(200, PAGE);
        admin.get(PAGE).await.expects(200, "Import people");
        let file = "login_name;name;email;role\nann;Ann New;ann@new.example;owner\nben;Person ben;;\nzoe;Zoe Example;zoe@acme.example;\n";
        let before = everybody(&portal).await;
        let page = checks(&mut admin, file).await;
        for said in ["1 person would be invited", "2 people would be changed", "Ann New", "is taken off", "These columns aren’t read: <bdi>role"] {
            page.expects(200, said);
        }
        assert_eq!(everybody(&portal).await, before);
        let letters = confirms(&mut admin, &page, file).await;
        letters.expects(200, "Invitation for").expects(200, "Zoe Example").expects(200, "2 people were changed");
        let told = portal.events(Some(acme.id)).await;
        let set = |from: &str, to: Option<&str>| Event::AddressSet { from: Some(from.to_owned()), to: to.map(str::to_owned), proved: false };
        assert!(told.contains(&set(&ann.email, Some("ann@new.example"))), "{told:?}");
        assert!(told.iter().any(|event| matches!(event, Event::Invited { login_name, .. } if login_name == "zoe")));
        assert!(!told.iter().any(|event| matches!(event, Event::RoleGranted { .. })));
        let mails = "SELECT COUNT(*) FROM mails WHERE kind = 'address_changed'";
        assert_eq!(portal.count(mails).await, 3, "ann at both addresses, ben at the old one");
        // The login name signs in, the address not before it is proved: as by the page.
        portal.browser().signs_in("ann@acme", &ann.password).await.expects(200, "Your applications");
        assert!(!portal.browser().signs_in("ann@new.example", &ann.password).await.says("Your applications"));
        // Once more, by a reload: the file says what is so, and the letter is not shown again.
        let again = confirms(&mut admin, &page, file).await;
        again.expects(409, "everything is so already");
    }

    async fn of_imports_at_once_one_is_done_and_the_others_are_shown_anew(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Off).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        portal.person(&acme, "ann").await;
        let file = "login_name,name\nann,Ann New\nzoe,Zoe Example\nyan,Yan Example\n";
        let page = checks(&mut admin, file).await;
        let mut running = Vec::new();
        for number in 0..16 {
            let mut browser = if number % 2 == 0 { admin.clone() } else { admin.at(&node.url) };
            let page = page.clone();
            running.push(tokio::spawn(async move { confirms(&mut browser, &page, file).await.status }));
        }
        let mut done = 0;
        for one in running {
            let status = one.await.unwrap();
            assert!(status == 200 || status == 409, "{status}");
            done += i32::from(status == 200);
        }
        assert_eq!(done, 1);
        assert_eq!(portal.count("SELECT COUNT(*) FROM invitations").await, 2);
        let told = portal.events(Some(acme.id)).await;
        assert_eq!(told.iter().filter(|event| matches!(event, Event::NameChanged { .. })).count(), 1);
    }

    async fn an_address_that_is_taken_meanwhile_names_its_line_and_nothing_is_done(place: &Place) {
        let portal = Portal::on(place).await;
        let beta = portal.organization("beta", Rule::Off).await;
        let acme = portal.organization("acme", Rule::Off).await;
        let (mut owner, _) = owner(&portal, &acme).await;
        portal.person(&acme, "ann").await;
        let eve = portal.person(&beta, "eve").await;
        let file = "login_name,name,email\nzoe,Zoe,zoe@acme.example\nann,Ann New,free@acme.example\n";
        let page = checks(&mut owner, file).await;
        page.expects(200, "1 person would be changed");
        let record = people::Record {
            name: Name::parse("Eve").unwrap(),
            login_name: "eve".parse().unwrap(),
            email: Some("free@acme.example".parse().unwrap()),
        };
        let whose = (beta.id, eve.id);
        people::edit(&portal.app, &Actor::System, whose, (record, None), Origin::default()).await.unwrap().unwrap();
        let refused = confirms(&mut owner, &page, file).await;
        refused.expects(409, "Nothing was done").expects(409, "Somebody has this already").expects(409, "ann");
        assert_eq!(portal.count("SELECT COUNT(*) FROM invitations").await, 0);
        assert_eq!(portal.count("SELECT COUNT(*) FROM accounts WHERE name = 'Ann New'").await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_above_oneself_oneself_or_frozen_is_changed_and_the_line_says_so() {
    let portal = Portal::start().await;
    let beta = portal.organization("beta", Rule::Off).await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    owner(&portal, &acme).await;
    portal.person(&acme, "ann").await;
    portal.person(&acme, "ice").await;
    let elsewhere = portal.person(&beta, "eve").await;
    let sql = "UPDATE accounts SET state = 'frozen' WHERE login_name = 'ice'";
    portal
        .app
        .store
        .write(async move |tx: &mut Tx<'_>| tx.run(sql, &[]).await)
        .await
        .unwrap();
    for (line, said) in [
        ("olga,Mallory", "You can’t change this person"),
        ("abe,Abraham", "You can’t change this person"),
        ("ice,Ice Cold", "This account is frozen"),
        ("ann,", "Nothing is filled in here yet"),
        ("ann,Ann,more", "more or fewer fields"),
    ] {
        let file = format!("login_name,name\nann,Ann New\n{line}\n");
        let page = checks(&mut admin, &file).await;
        page.expects(422, said)
            .expects(422, "Nothing was done")
            .expects(422, "ann,Ann New");
        assert!(!page.body.contains("name=\"shown\""));
    }
    // An address that signs somebody in elsewhere is like any other, as on the person's page.
    for address in [elsewhere.email.as_str(), "free@acme.example"] {
        let file = format!("login_name,email\nann,{address}\n");
        checks(&mut admin, &file)
            .await
            .expects(200, "1 person would be changed");
    }
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM accounts WHERE name IN ('Ann New', 'Mallory')")
            .await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_asks_for_a_fresh_proof_and_keeps_what_was_sent_meanwhile() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut admin, app, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    portal.person(&acme, "ann").await;
    let file = "login_name,name\nann,Ann New\n";
    let page = checks(&mut admin, file).await;
    portal.wait(Span::minutes(6));
    let asked = admin.get(PAGE).await;
    assert!(asked.location().unwrap().starts_with("/step-up?act=people"));
    let kept = confirms(&mut admin, &page, file).await;
    kept.expects(403, "This needs a fresh proof")
        .expects(403, "ann,Ann New")
        .expects(403, "/step-up?act=people");
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM accounts WHERE name = 'Ann New'")
            .await,
        0
    );
    let code = app.code(portal.now());
    admin
        .post(
            "/step-up",
            &[("act", "people"), ("return_to", "/"), ("code", &code)],
        )
        .await;
    let done = confirms(&mut admin, &kept, file).await;
    admin
        .follow(done)
        .await
        .expects(200, "1 person was changed");
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM accounts WHERE name = 'Ann New'")
            .await,
        1
    );
}

#[test]
fn the_command_imports_what_it_exported_and_says_first_what_it_would_do() {
    let (folder, data) = folder();
    for (login, name) in [("ann", "Ann Example"), ("ben", "=Ben")] {
        says(&data, &["account", "create", "acme", login, name], "Added");
    }
    let file = folder.path().join("people.csv");
    let path = file.to_str().unwrap().to_owned();
    let exported = says(&data, &["export", "accounts", "acme"], "login_name");
    std::fs::write(&file, &exported).unwrap();
    says(
        &data,
        &["import", "accounts", "acme", &path],
        "Nothing is different.",
    );
    std::fs::write(
        &file,
        exported.replace("Ann Example", "Ann New")
            + "zoe,Zoe Example,zoe@acme.example,,,,,,,,,,,,,\r\n",
    )
    .unwrap();
    let dry = says(
        &data,
        &["import", "accounts", "acme", &path, "--dry-run"],
        "name: Ann Example becomes Ann New",
    );
    assert!(
        dry.contains("4: zoe: would be invited")
            && dry.contains("To invite: 1; to change: 1; so already: 1; wrong: 0."),
        "{dry}"
    );
    assert!(says(&data, &["account", "list", "acme"], "Ann Example").contains("=Ben"));
    let letters = says(
        &data,
        &["import", "accounts", "acme", &path],
        "Enter this one-time code",
    );
    assert!(
        letters.contains("zoe@acme") && letters.contains("Changed: 1."),
        "{letters}"
    );
    says(&data, &["account", "list", "acme"], "Ann New");
    says(&data, &["account", "invitations", "acme"], "zoe@acme");
    says(
        &data,
        &["import", "accounts", "acme", &path],
        "Nothing is different.",
    );
    std::fs::write(&file, "login_name,name\nann,Ann\n?,Bad\n").unwrap();
    refuses(
        &data,
        &["import", "accounts", "acme", &path],
        1,
        "nothing was done: line 3: the login name can't be taken",
    );
    refuses(
        &data,
        &["import", "accounts", "acme", &path, "--mail"],
        1,
        "there is no mail server",
    );
    refuses(
        &data,
        &["import", "accounts", "acme", "/nowhere.csv"],
        1,
        "can't be read",
    );
    let input = portcullis(
        &data,
        &["import", "accounts", "acme", "-"],
        "login_name,name\nann,Ann Third\n",
    );
    assert!(input.status.success());
    says(&data, &["account", "list", "acme"], "Ann Third");
}
