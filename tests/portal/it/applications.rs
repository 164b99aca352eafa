//! Applications: put on the dashboard by command or by an admin's page, seen by those whom they are for.

use portcullis_core::audit::Event;
use portcullis_core::destination::Kind;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::destinations;

use super::command_line::{portal, refuses, says};
use super::help_desk::agent;
use crate::app::App;
use crate::client::Client;
use crate::portal::Portal;

const HOME: &str = "/admin/acme/applications";

/// What the form posts.
fn fields(
    address: &'static str,
    whom: &'static str,
    people: &'static str,
) -> [(&'static str, &'static str); 6] {
    [
        ("name", "Web mail"),
        ("address", address),
        ("description", "Your <post>"),
        ("icon", ""),
        ("whom", whom),
        ("people", people),
    ]
}

async fn refuses_what_cannot_be(admin: &mut Client, new: &str) {
    for (fields, why) in [
        (
            fields("javascript:alert(1)", "everyone", ""),
            "Write the whole address",
        ),
        (
            fields("http://mail.example.com", "everyone", ""),
            "Write the whole address",
        ),
        (
            fields("https://mail.example.com", "named", ""),
            "Fill it in",
        ),
        (
            fields("https://mail.example.com", "named", "bob"),
            "Nobody here has the login name",
        ),
    ] {
        admin.post(new, &fields).await.expects(422, why);
    }
}

#[test]
fn an_application_is_added_listed_changed_and_removed_by_command() {
    let (_folder, data) = portal();
    says(
        &data,
        &["account", "create", "acme", "ann", "Ann Bauer"],
        "Added ann@acme",
    );
    let create = |more: &[&'static str]| [&["application", "create", "acme"][..], more].concat();
    let edit = |more: &[&'static str]| [&["application", "edit", "acme"][..], more].concat();
    let list = || {
        let list = says(&data, &["application", "list", "acme", "--json"], "name");
        serde_json::from_str::<serde_json::Value>(&list).unwrap()
    };
    says(
        &data,
        &create(&[
            "Webmail",
            "HTTPS://Mail.example.com",
            "--icon",
            "mail",
            "--description",
            "Your post",
        ]),
        "stands on the dashboard",
    );
    says(
        &data,
        &create(&["Books", "https://books.example.com/x", "--only", "ann@acme"]),
        "stands on the dashboard",
    );
    let all = list();
    assert_eq!(all[0]["name"], "Books");
    assert_eq!(all[0]["who"], "ann@acme");
    assert_eq!(all[0]["icon"], "");
    assert_eq!(all[1]["address"], "https://mail.example.com/");
    assert_eq!(all[1]["description"], "Your post");
    assert_eq!(all[1]["icon"], "mail");
    assert_eq!(all[1]["who"], "everyone");

    says(
        &data,
        &edit(&["Webmail", "--letters", "--description", ""]),
        "changed",
    );
    says(
        &data,
        &edit(&[
            "Books",
            "--everyone",
            "--rename",
            "Ledger",
            "--icon",
            "book",
        ]),
        "changed",
    );
    let all = list();
    assert_eq!(all[0]["name"], "Ledger");
    assert_eq!(
        (&all[0]["who"], &all[0]["icon"]),
        (&"everyone".into(), &"book".into())
    );
    assert_eq!(
        (&all[1]["icon"], &all[1]["description"]),
        (&"".into(), &"".into())
    );

    // Each refusal says what to do.
    for (command, why) in [
        (
            create(&["Webmail", "https://x.example.com"]),
            "another name",
        ),
        (create(&["New", "http://x.example.com"]), "write it like"),
        (create(&["New", "javascript:alert(1)"]), "write it like"),
        (
            create(&["New", "https://x.example.com", "--only", "eva@acme"]),
            "eva",
        ),
        (edit(&["Ledger", "--rename", "Webmail"]), "another"),
        (edit(&["Gone", "--letters"]), "has no application Gone"),
    ] {
        refuses(&data, &command, 1, why);
    }
    let nothing = create(&["New", "https://x.example.com", "--icon", "unicorn"]);
    refuses(&data, &nothing, 2, "possible values: mail");
    says(
        &data,
        &["application", "delete", "acme", "Ledger"],
        "nobody's dashboard",
    );
    assert_eq!(list().as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_puts_an_application_on_dashboards_changes_and_removes_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let globex = portal.organization("globex", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let bert = portal.person(&acme, "bert").await;
    let bob = portal.person(&globex, "bob").await;
    let (mut admin, app, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let (mut of_ann, mut of_bert) = (portal.browser(), portal.browser());
    of_ann.enrolls(&portal, &ann).await;
    of_bert.enrolls(&portal, &bert).await;
    let mut of_bob = portal.browser();
    of_bob.signs_in(&bob.login, &bob.password).await;

    admin.get(HOME).await.expects(200, "No applications yet");
    let new = format!("{HOME}/new");
    admin.get(&new).await.expects(200, "Add an application");
    refuses_what_cannot_be(&mut admin, &new).await;
    let mut drawn = fields("https://mail.example.com", "everyone", "");
    drawn[3] = ("icon", "unicorn");
    assert_eq!(admin.post(&new, &drawn).await.status, 400);
    let answer = admin
        .post(
            &new,
            &fields("https://mail.example.com/a?b=c", "named", "ann"),
        )
        .await;
    assert_eq!(answer.location().as_deref(), Some(HOME));
    admin.get(HOME).await.expects(200, "Seen by");
    let page = of_ann.get("/").await;
    page.expects(
        200,
        r#"href="https://mail.example.com/a?b=c" rel="noreferrer""#,
    );
    assert!(
        page.says("<bdi>WM</bdi>") && page.says("Your &#60;post&#62;"),
        "{}",
        page.body
    );
    for other in [&mut of_bert, &mut of_bob] {
        other.get("/").await.expects(200, "No applications yet");
    }
    admin
        .post(&new, &fields("https://mail.example.com", "everyone", ""))
        .await
        .expects(422, "Somebody has this already");

    let scope = Scope::of(acme.id);
    let all = destinations::all(&portal.app, scope, Kind::Application).await;
    let at = format!("{HOME}/{}", all.unwrap()[0].0.id);
    let page = admin.get(&at).await;
    page.expects(200, "https://mail.example.com/a?b=c");
    let version = page.hidden("version");
    let mut changed = fields("https://mail.example.com", "everyone", "").to_vec();
    changed[3] = ("icon", "mail");
    changed.push(("version", version.as_str()));
    let answer = admin.post(&at, &changed).await;
    assert_eq!(answer.location().as_deref(), Some(HOME));
    let page = of_bert.get("/").await;
    page.expects(200, "Web mail");
    assert!(!page.says("<bdi>WM</bdi>"), "the icon stands there");
    of_bob.get("/").await.expects(200, "No applications yet");
    admin
        .post(&at, &changed)
        .await
        .expects(409, "Somebody else changed it");

    portal.wait(Span::minutes(6));
    asks_first(
        &mut admin,
        &new,
        &fields("https://evil.example", "everyone", ""),
    )
    .await;
    asks_first(&mut admin, &at, &changed).await;
    of_bert
        .get("/")
        .await
        .expects(200, "https://mail.example.com/");
    deletes(&portal, (&mut admin, &app), &at, &mut of_bert).await;
    let events = portal.events(Some(acme.id)).await;
    tells_of_the_change(&mut admin, &events).await;
    let of_it = |event: &&Event| {
        matches!(
            event,
            Event::DestinationAdded {
                what: Kind::Application,
                ..
            } | Event::DestinationChanged {
                what: Kind::Application,
                ..
            } | Event::DestinationRemoved {
                what: Kind::Application,
                ..
            }
        )
    };
    assert_eq!(events.iter().filter(of_it).count(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_reads_the_list_and_finds_nothing_to_press() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut auditor, ..) = agent(&portal, &acme, ("aud", Role::Auditor)).await;
    let page = auditor.get(HOME).await;
    page.expects(200, "No applications yet");
    assert!(!page.says("Add an application"));
    assert_eq!(auditor.get(&format!("{HOME}/new")).await.status, 403);
}

/// Where nothing was proved lately, a page and what it sends lead to a proof first.
async fn asks_first(admin: &mut Client, path: &str, fields: &[(&str, &str)]) {
    for answer in [admin.get(path).await, admin.post(path, fields).await] {
        let asked = answer.location().unwrap();
        assert!(asked.starts_with("/step-up?act="), "{asked}");
    }
}

async fn tells_of_the_change(admin: &mut Client, events: &[Event]) {
    let changed = Event::DestinationChanged {
        what: Kind::Application,
        name: "Web mail".to_owned(),
        changes: [
            "address: https://mail.example.com/a?b=c → https://mail.example.com/",
            "icon:  → mail",
            "who: only → everyone",
            "- only: ann",
        ]
        .map(str::to_owned)
        .to_vec(),
    };
    assert!(events.contains(&changed), "{events:?}");
    let log = admin.get("/admin/acme/audit").await;
    log.expects(200, "a?b=c → https://mail.example.com/");
}

/// Deleting asks for a fresh proof, and then does it.
async fn deletes(
    portal: &Portal,
    (admin, app): (&mut Client, &App),
    at: &str,
    member: &mut Client,
) {
    let delete = format!("{at}/delete");
    let answer = admin.post(&delete, &[]).await;
    assert!(answer.location().unwrap().starts_with("/step-up?act="));
    member.get("/").await.expects(200, "Web mail");
    portal.wait_for_next_code();
    let asked = answer.location().unwrap();
    let act = asked
        .split_once("act=")
        .unwrap()
        .1
        .split_once('&')
        .unwrap()
        .0;
    let code = app.code(portal.now());
    let step_up = [
        ("act", act),
        ("return_to", delete.as_str()),
        ("code", &code),
    ];
    let answer = admin.post("/step-up", &step_up).await;
    admin
        .follow(answer)
        .await
        .expects(200, "It disappears from the dashboard");
    admin.post(&delete, &[]).await;
    member.get("/").await.expects(200, "No applications yet");
}
