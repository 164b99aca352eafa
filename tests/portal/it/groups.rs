//! Groups of people: made and filled by command or by an admin's page; what is given to one is shown and opens
//! for whoever is in it, and for nobody longer.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::group::Name;
use portcullis_core::policy::Rule;
use portcullis_core::radius::Signing;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::destinations::{self, Application, Whom};
use portcullis_server::groups;
use portcullis_server::radius::clients::{self, Change};
use portcullis_store::Tx;
use portcullis_store::groups::Group;
use portcullis_store::organizations::Organization;
use portcullis_store::radius_clients::Terms;

use super::command_line::{portal, refuses, says};
use super::help_desk::{agent, page_of};
use super::radius_clients::{Asker, Door, Said, signing};
use crate::client::Client;
use crate::portal::Portal;

const HOME: &str = "/admin/acme/groups";

async fn all(portal: &Portal, organization: &Organization) -> Vec<Group> {
    let scope = Scope::of(organization.id);
    groups::list(&portal.app, scope).await.unwrap()
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, one step after the other")]
fn a_group_is_made_filled_given_something_and_deleted_by_command() {
    let (_folder, data) = portal();
    for name in ["ann", "bert"] {
        says(
            &data,
            &["account", "create", "acme", name, "Some Body"],
            "Added",
        );
    }
    let group = |more: &[&'static str]| [&["group"][..], more].concat();
    says(
        &data,
        &group(&["create", "acme", "Sales"]),
        "Nobody is in it yet",
    );
    says(&data, &group(&["create", "acme", "Board"]), "is made");
    says(
        &data,
        &group(&["add", "acme", "Sales", "ann@acme", "bert@acme"]),
        "2 put into Sales",
    );
    says(
        &data,
        &group(&["add", "acme", "Sales", "ann@acme"]),
        "0 put into Sales",
    );
    let list = says(&data, &group(&["list", "acme", "--json"]), "Sales");
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    assert_eq!(
        (&list[1]["name"], &list[1]["people"]),
        (&"Sales".into(), &2.into())
    );
    let members = says(&data, &group(&["members", "acme", "Sales"]), "ann@acme");
    assert!(members.contains("bert@acme"));
    says(
        &data,
        &group(&["remove", "acme", "Sales", "bert@acme"]),
        "1 taken out",
    );

    // What it is given, by each of the three commands.
    let mail = [
        "application",
        "create",
        "acme",
        "Mail",
        "https://mail.example.com",
    ];
    says(
        &data,
        &[&mail[..], &["--group", "Sales", "--only", "bert@acme"]].concat(),
        "stands on",
    );
    let who = says(&data, &["application", "list", "acme"], "Sales (group)");
    assert!(who.contains("bert@acme") && !who.contains("everyone"));
    let edit = ["application", "edit", "acme", "Mail"];
    says(
        &data,
        &[&edit[..], &["--not-for-group", "Sales", "--group", "Board"]].concat(),
        "changed",
    );
    let who = says(&data, &["application", "list", "acme"], "Board (group)");
    assert!(!who.contains("Sales"));
    let web = [
        "remote-computer",
        "create",
        "acme",
        "web",
        "web-1",
        "--group",
        "Sales",
    ];
    says(&data, &web, "stands on");
    says(&data, &["remote-computer", "list", "acme"], "Sales (group)");
    let vpn = [
        "radius", "client", "create", "acme", "vpn", "10.0.0.7", "--group", "Sales",
    ];
    says(&data, &vpn, "vpn");
    says(
        &data,
        &["radius", "client", "list", "acme"],
        "Sales (group)",
    );
    let edit = [
        "radius",
        "client",
        "edit",
        "acme",
        "vpn",
        "--disallow-group",
        "Sales",
    ];
    says(&data, &edit, "changed");
    let who = says(&data, &["radius", "client", "list", "acme"], "vpn");
    assert!(!who.contains("Sales") && !who.contains("everyone"), "{who}");

    // Each refusal says what to do.
    for (command, why) in [
        (group(&["create", "acme", "Sales"]), "another name"),
        (group(&["create", "acme", " "]), "can't be taken"),
        (group(&["rename", "acme", "Board", "Sales"]), "another name"),
        (group(&["add", "acme", "Sales", "eva@acme"]), "eva"),
        (group(&["members", "acme", "Gone"]), "has no group Gone"),
        (
            [&mail[..3], &["X", mail[4], "--group", "Gone"]].concat(),
            "has no group Gone",
        ),
    ] {
        refuses(&data, &command, 1, why);
    }
    says(
        &data,
        &group(&["rename", "acme", "Board", "Directors"]),
        "is called Directors now",
    );
    says(&data, &["application", "list", "acme"], "Directors (group)");
    says(
        &data,
        &group(&["delete", "acme", "Directors"]),
        "nobody's any more",
    );
    let who = says(&data, &["application", "list", "acme"], "bert@acme");
    assert!(!who.contains("(group)"));
    let log = says(&data, &["audit", "list", "acme"], "group_removed");
    for event in ["group_added", "group_joined", "group_left", "group_renamed"] {
        assert!(log.contains(event), "{event}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_fills_a_group_and_what_it_opens_follows_at_the_next_request() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let globex = portal.organization("globex", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    portal.person(&globex, "bob").await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let mut member = portal.browser();
    member.enrolls(&portal, &ann).await;

    admin.get(HOME).await.expects(200, "No groups yet");
    let new = format!("{HOME}/new");
    admin
        .post(&new, &[("name", " ")])
        .await
        .expects(422, "Fill it in");
    let made = admin.post(&new, &[("name", "Sales <1>")]).await;
    let at = made.location().unwrap();
    admin.get(&at).await.expects(200, "Nobody is in it yet");
    admin
        .post(&new, &[("name", "Sales <1>")])
        .await
        .expects(422, "Somebody has this already");
    admin.get(HOME).await.expects(200, "Sales &#60;1&#62;");

    // All or nobody: a name of another organization refuses the whole list.
    let add = format!("{at}/add");
    admin.get(&add).await.expects(200, "Add people");
    for (people, why) in [
        ("", "Fill it in"),
        ("ann bob", "Nobody here has the login name"),
        ("ann two@globex", "Use small letters"),
    ] {
        admin
            .post(&add, &[("people", people)])
            .await
            .expects(422, why);
    }
    assert_eq!(all(&portal, &acme).await[0].members, 0);

    // An application for the group alone: ann sees it while she is in it.
    let group = all(&portal, &acme).await.remove(0);
    let ticked = format!("group-{}", group.id);
    let applications = "/admin/acme/applications";
    let form = admin.get(&format!("{applications}/new")).await;
    form.expects(200, "Only the groups and people chosen here");
    let fields = [
        ("name", "Webmail"),
        ("address", "https://mail.example.com"),
        ("whom", "named"),
        (ticked.as_str(), "on"),
    ];
    let added = admin.post(&format!("{applications}/new"), &fields).await;
    assert_eq!(
        added.location().as_deref(),
        Some(applications),
        "{}",
        added.body
    );
    admin.get(applications).await.expects(200, "(group)");
    admin.get(&at).await.expects(200, "Webmail");
    member.get("/").await.expects(200, "No applications yet");
    let answer = admin.post(&add, &[("people", "ann@acme\r\n")]).await;
    assert_eq!(answer.location().as_deref(), Some(at.as_str()));
    member.get("/").await.expects(200, "Webmail");
    admin.get(&at).await.expects(200, "ann@acme");
    let person = page_of(&acme, ann.id);
    admin.get(&person).await.expects(200, &at);
    member
        .get("/account/activity")
        .await
        .expects(200, "You were put into the group");
    let account = ann.id.to_string();
    admin
        .post(&format!("{at}/leave"), &[("account", &account)])
        .await;
    member.get("/").await.expects(200, "No applications yet");
    admin.post(&add, &[("people", "ann")]).await;
    member.get("/").await.expects(200, "Webmail");

    renames_and_deletes(&portal, &acme, &mut admin, &at).await;
    member.get("/").await.expects(200, "No applications yet");
    // What happened stays in the record; the group is no fact any more.
    assert!(!admin.get(&person).await.says(&at));
    admin.get(applications).await.expects(200, "Nobody sees it");
}

async fn renames_and_deletes(portal: &Portal, acme: &Organization, admin: &mut Client, at: &str) {
    let page = admin.get(&format!("{at}/rename")).await;
    let version = page.hidden("version");
    let fields = [("name", "Sellers"), ("version", version.as_str())];
    admin.post(&format!("{at}/rename"), &fields).await;
    assert_eq!(all(portal, acme).await[0].name, "Sellers");
    let stale = [("name", "Others"), ("version", version.as_str())];
    admin
        .post(&format!("{at}/rename"), &stale)
        .await
        .expects(409, "Somebody else changed it");
    // Putting people in and deleting ask for a fresh proof.
    portal.wait(Span::minutes(6));
    for word in ["add", "delete"] {
        let answer = admin.post(&format!("{at}/{word}"), &[]).await;
        let to = answer.location().unwrap();
        assert!(to.starts_with("/step-up?act="), "{word}: {to}");
    }
    assert_eq!(all(portal, acme).await.len(), 1);
    let group = all(portal, acme).await.remove(0);
    let removed = groups::remove(&portal.app, &Actor::System, &group, Origin::default()).await;
    removed.unwrap().unwrap();
    admin.get(at).await.expects(404, "no such page");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_logs_on_where_a_radius_client_is_given_to_it_and_is_out_at_the_next_packet() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let door = Door::of(&portal).await;
    let host = Asker::of(&portal, &door, &acme, signing(Signing::Yes)).await;
    let (system, origin) = (Actor::System, Origin::default());
    let name = Name::parse("Operators").unwrap();
    let made = groups::add(&portal.app, &system, acme.id, name, origin.clone()).await;
    let id = made.unwrap().unwrap();
    let client = host.now(&portal, &acme).await;
    let change = Change {
        terms: Terms {
            everyone: false,
            ..client.terms.clone()
        },
        allow: Vec::new(),
        disallow: Vec::new(),
        groups: Some(vec![id]),
        certificates: clients::Certificates::default(),
    };
    let changed = clients::change(&portal.app, &system, &client, change, origin.clone()).await;
    changed.unwrap().unwrap();
    let asked = async || host.asks("ann", &ann.password).await;
    assert_eq!(asked().await, Said::Reject(String::new()));
    let group = all(&portal, &acme).await.remove(0);
    let people = vec!["ann".parse().unwrap()];
    let joined = groups::join(&portal.app, &system, &group, people, origin.clone()).await;
    assert_eq!(joined.unwrap(), Ok(1));
    assert!(asked().await.is_accept());
    let left = groups::leave(&portal.app, &system, &group, vec![ann.id], origin).await;
    assert_eq!(left.unwrap(), Ok(1));
    assert_eq!(asked().await, Said::Reject(String::new()));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_below_admin_changes_a_group_and_none_of_another_organization_is_given_anything() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let globex = portal.organization("globex", Rule::Required).await;
    let (system, origin) = (Actor::System, Origin::default());
    let name = |text: &str| Name::parse(text).unwrap();
    let app = &portal.app;
    for whose in [&acme, &globex] {
        let made = groups::add(app, &system, whose.id, name("Sales"), origin.clone()).await;
        made.unwrap().unwrap();
    }
    let denied = groups::add(app, &Actor::Nobody, acme.id, name("Mine"), origin.clone()).await;
    assert_eq!(denied.unwrap(), Err(groups::NotDone::Denied));
    let theirs = all(&portal, &globex).await.remove(0);
    let mail = Application {
        name: "Mail".to_owned(),
        site: "https://mail.example.com".parse().unwrap(),
        description: None,
        icon: None,
        whom: Whom::Only {
            groups: vec![theirs.id],
            people: Vec::new(),
        },
    };
    let given = destinations::add(app, &system, acme.id, mail, origin).await;
    assert_eq!(given.unwrap(), Err(destinations::NotDone::Stale));

    let (mut desk, ..) = agent(&portal, &acme, ("hel", Role::Helpdesk)).await;
    let page = desk.get(HOME).await;
    page.expects(200, "Sales");
    assert!(!page.says("Make a group"));
    let own = all(&portal, &acme).await.remove(0);
    let page = desk.get(&format!("{HOME}/{}", own.id)).await;
    page.expects(200, "Nobody is in it yet");
    assert!(!page.says("Add people") && !page.says("/delete"));
    let answer = desk
        .post(&format!("{HOME}/{}/add", own.id), &[("people", "hel")])
        .await;
    assert_eq!(answer.status, 403);
    let scope = Scope::of(acme.id);
    let unit =
        async move |tx: &mut Tx<'_>| portcullis_store::groups::opens(tx, scope, own.id).await;
    assert!(portal.app.store.read(unit).await.unwrap().is_empty());
    let joined = |event: &Event| matches!(event, Event::GroupJoined { .. });
    assert!(!portal.events(Some(acme.id)).await.iter().any(joined));
}
