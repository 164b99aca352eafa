//! Remote computers: put on the dashboard by the command line, seen by those whom they are for.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::destination::Kind;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_server::destinations::{self, Computer, NotDone, Whom};

use super::command_line::{portal, refuses, says};
use super::mfa::enables;
use crate::portal::Portal;

const CREATE: [&str; 3] = ["remote-computer", "create", "acme"];

#[test]
fn a_remote_computer_is_added_listed_changed_and_removed_by_command() {
    let (_folder, data) = portal();
    says(
        &data,
        &["account", "create", "acme", "ann", "Ann Bauer"],
        "Added ann@acme",
    );
    let create = |more: &[&'static str]| [&CREATE[..], more].concat();
    says(
        &data,
        &create(&["web-1", "web-1.example.com"]),
        "stands on the dashboard",
    );
    says(
        &data,
        &create(&[
            "desk",
            "desk.example.com:3390",
            "--command",
            "mstsc /v:{address}",
            "--only",
            "ann@acme",
            "--icon",
            "files",
        ]),
        "stands on the dashboard",
    );
    let list = says(
        &data,
        &["remote-computer", "list", "acme", "--json"],
        "web-1",
    );
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list[0]["name"], "desk");
    assert_eq!(list[0]["address"], "desk.example.com:3390");
    assert_eq!(list[0]["command"], "mstsc /v:{address}");
    assert_eq!(list[0]["who"], "ann@acme");
    assert_eq!(
        (&list[0]["icon"], &list[1]["icon"]),
        (&"files".into(), &"".into())
    );
    assert_eq!(list[1]["command"], "ssh");
    assert_eq!(list[1]["who"], "everyone");

    let edit = |more: &[&'static str]| [&["remote-computer", "edit", "acme"], more].concat();
    says(
        &data,
        &edit(&["desk", "--ssh", "--everyone", "--screen"]),
        "changed",
    );
    says(
        &data,
        &edit(&["web-1", "--only", "ann@acme", "--address", "web-1:2222"]),
        "changed",
    );
    says(&data, &edit(&["desk", "--rename", "office"]), "changed");
    let list = says(&data, &["remote-computer", "list", "acme"], "office");
    assert!(list.contains("web-1:2222") && !list.contains("mstsc") && !list.contains("files"));
    says(&data, &edit(&["web-1", "--not-for", "ann@acme"]), "changed");
    let list = says(&data, &["remote-computer", "list", "acme"], "office");
    assert!(!list.contains("ann@acme"), "{list}");

    // Each refusal says what to do.
    for (command, why) in [
        (create(&["office", "x.example.com"]), "another name"),
        (create(&["new", "two words"]), "write it like"),
        (create(&["new", "x", "--only", "eva@acme"]), "eva"),
        (create(&["new", "x", "--only", "bob@globex"]), "no login of"),
        (edit(&["web-1", "--rename", "office"]), "another"),
        (edit(&["gone", "--ssh"]), "has no remote computer gone"),
    ] {
        refuses(&data, &command, 1, why);
    }
    says(
        &data,
        &["remote-computer", "delete", "acme", "office"],
        "nobody's dashboard",
    );
    let log = says(&data, &["audit", "list", "acme"], "destination_removed");
    assert!(log.contains("destination_added") && log.contains("destination_changed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dashboard_shows_a_member_their_computers_and_how_to_get_there() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let globex = portal.organization("globex", Rule::Off).await;
    let (ann, bert) = (
        portal.person(&acme, "ann").await,
        portal.person(&acme, "bert").await,
    );
    let bob = portal.person(&globex, "bob").await;
    let computer = |name: &str, address: &str, whom| Computer {
        name: name.to_owned(),
        host: address.parse().unwrap(),
        command: None,
        icon: None,
        whom,
    };
    let named = Whom::Only {
        groups: Vec::new(),
        people: vec!["ann".parse().unwrap()],
    };
    for new in [
        computer("Web server", "web-1.example.com", Whom::Everyone),
        computer("Build server", "build.example.com:2222", named),
    ] {
        let added = destinations::add(&portal.app, &Actor::System, acme.id, new, Origin::default());
        added.await.unwrap().unwrap();
    }

    let mut browser = portal.browser();
    browser.signs_in(&ann.login, &ann.password).await;
    let page = browser.get("/").await;
    page.expects(200, "ssh ann@web-1.example.com");
    assert!(page.says("ssh -p 2222 ann@build.example.com"));
    assert!(page.says("you are asked for your password, the same as here"));
    assert!(!page.says("No applications yet"));
    // With MFA on, the sentence says what comes.
    enables(&portal, &mut browser).await;
    browser
        .get("/")
        .await
        .expects(200, "you are asked for your password, then for a code");

    let mut browser = portal.browser();
    browser.signs_in(&bert.login, &bert.password).await;
    let page = browser.get("/").await;
    page.expects(200, "ssh bert@web-1.example.com");
    assert!(!page.says("build"), "it is for ann alone");
    let mut browser = portal.browser();
    browser.signs_in(&bob.login, &bob.password).await;
    browser.get("/").await.expects(200, "No applications yet");

    // Whoever may not, changes nothing.
    let new = computer("Mine", "evil.example", Whom::Everyone);
    let denied =
        destinations::add(&portal.app, &Actor::Nobody, acme.id, new, Origin::default()).await;
    assert_eq!(denied.unwrap(), Err(NotDone::Denied));
    let events = portal.events(Some(acme.id)).await;
    let added = |event: &&Event| matches!(event, Event::DestinationAdded { what: Kind::RemoteComputer, name, .. } if name != "Mine");
    assert_eq!(events.iter().filter(added).count(), 2);
}
