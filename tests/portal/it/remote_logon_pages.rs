//! The owner's pages for remote logon: RADIUS clients with a secret that is shown once, and remote computers.

use portcullis_core::act::Act;
use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::radius::Signing;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::instance;
use portcullis_store::organizations::Organization;
use portcullis_store::radius_clients::{self, Client as RadiusClient};
use portcullis_store::{Tx, destinations, radius_certificates};

use super::help_desk::agent;
use super::radius_certificates::Authority;
use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::Portal;

const HOME: &str = "/admin/acme/remote-logon";

async fn owner(portal: &Portal, organization: &Organization) -> (Client, App) {
    let olga = portal.person(organization, "olga").await;
    let scope = Scope::of(organization.id);
    instance::make_owner(&portal.app, &Actor::System, scope, olga.id)
        .await
        .unwrap()
        .unwrap();
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(portal, &olga).await;
    (browser, app)
}

async fn clients(portal: &Portal, whose: &Organization) -> Vec<RadiusClient> {
    let scope = Scope::of(whose.id);
    let unit = async move |tx: &mut Tx<'_>| radius_clients::list(tx, scope, "", 10).await;
    portal.app.store.read(unit).await.unwrap()
}

async fn creates(browser: &mut Client, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("name", "web-1"),
        ("network", "10.0.0.7"),
        ("signing", "yes"),
        ("flow", "challenge"),
        ("whom", "everyone"),
        ("people", ""),
        ("returned", ""),
    ];
    for (name, value) in more {
        fields.retain(|(field, _)| field != name);
        fields.push((name, value));
    }
    browser.post(&format!("{HOME}/clients/new"), &fields).await
}

async fn changes(browser: &mut Client, (at, version): (&str, &str), people: &str) -> Answer {
    let fields = [
        ("version", version),
        ("signing", "yes"),
        ("flow", "challenge"),
        ("whom", "named"),
        ("people", people),
        ("recovery_codes", "on"),
        ("returned", ""),
    ];
    browser.post(at, &fields).await
}

/// The secret that a page shows.
fn secret(page: &Answer) -> String {
    let (_, rest) = page
        .body
        .split_once(r#"<code class="big-code" dir="ltr">"#)
        .unwrap();
    let (secret, _) = rest.split_once('<').unwrap();
    assert_eq!(secret.len(), 32, "{secret}");
    secret.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_adds_a_radius_client_whose_secret_is_shown_once_changes_and_removes_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (mut browser, app) = owner(&portal, &acme).await;
    let page = browser.get(HOME).await;
    page.expects(200, "No RADIUS clients yet");
    assert!(page.says("The portal does not answer RADIUS yet"));
    portal.decides(|settings| settings.radius = "127.0.0.1:1812".parse().ok());

    // The warning stands beside the choice; the secret is shown once, in the line for the client.
    let form = browser.get(&format!("{HOME}/clients/new")).await;
    form.expects(200, "CVE-2024-3596");
    let made = creates(
        &mut browser,
        &[("signing", "no"), ("returned", "Class=vpn\r\n")],
    )
    .await;
    made.expects(200, "This secret is shown only now");
    let first = secret(&made);
    assert!(made.says(&format!("127.0.0.1:1812 {first} 10")));
    let list = browser.get(HOME).await;
    list.expects(200, "Asks from");
    assert!(!list.says(&first) && !list.says("does not answer RADIUS"));
    let client = clients(&portal, &acme).await.remove(0);
    assert_eq!(
        (client.terms.signing, client.terms.everyone),
        (Signing::No, true)
    );
    assert_eq!(client.terms.returned, ["Class=vpn"]);
    let at = format!("{HOME}/clients/{}", client.id);
    let page = browser.get(&at).await;
    page.expects(200, "Class=vpn");
    assert!(!page.says(&first));

    // What can't be is said where it stands, and nothing is added.
    for (field, value, why) in [
        ("network", "everywhere", "Write an address"),
        ("name", " ", "Fill it in"),
        ("people", "eva", "Nobody here has the login name"),
        ("people", "two@globex", "login name"),
        ("returned", "MS-MPPE-Send-Key=x", "NAME=VALUE"),
        ("name", "web-1", "a client of this name is here"),
        ("network", "10.0.0.7", "has this network"),
    ] {
        let whom = if field == "people" {
            "named"
        } else {
            "everyone"
        };
        let name = if field == "name" { value } else { "web-2" };
        let network = if field == "network" {
            value
        } else {
            "10.0.0.8"
        };
        let mut fields = vec![("name", name), ("network", network), ("whom", whom)];
        fields.push((field, value));
        let answer = creates(&mut browser, &fields).await;
        assert_eq!(answer.status, 422, "{field} {value}");
        assert!(
            answer.body.to_lowercase().contains(&why.to_lowercase()),
            "{field} {value}: {}",
            answer.body
        );
    }
    assert_eq!(clients(&portal, &acme).await.len(), 1);

    // Changed: named people alone. What was read before that is refused.
    let version = page.hidden("version");
    let answer = changes(&mut browser, (&at, &version), "ann@acme").await;
    assert_eq!(answer.location().as_deref(), Some(HOME), "{}", answer.body);
    browser.get(HOME).await.expects(200, "may log on");
    let changed = portal.events(Some(acme.id)).await.pop().unwrap();
    let expected = Event::RadiusClientChanged {
        client: "web-1".to_owned(),
        changes: [
            "message-authenticator: no → yes",
            "who: everyone → only",
            "recovery-codes: no → yes",
            "return: Class=vpn → ",
            "+ 1 named",
        ]
        .map(str::to_owned)
        .to_vec(),
    };
    assert_eq!(changed, expected);
    let log = browser.get("/admin/acme/audit").await;
    log.expects(200, "message-authenticator: no → yes");
    changes(&mut browser, (&at, &version), "olga")
        .await
        .expects(409, "Somebody else changed it meanwhile");
    let scope = Scope::of(acme.id);
    let (id, account) = (client.id, ann.id);
    let unit = async move |tx: &mut Tx<'_>| radius_clients::admits(tx, scope, id, account).await;
    assert!(portal.app.store.read(unit).await.unwrap().is_some());

    rotates_and_deletes(&portal, &acme, (&mut browser, &app), &first).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_adds_a_client_by_its_certificate_and_puts_another_in_its_place() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut browser, _) = owner(&portal, &acme).await;
    let authority = Authority::new("the authority of the test");
    let (first, next) = (
        authority.signs("vpn.example"),
        authority.signs("vpn.example"),
    );
    let pasted = format!(
        "{}\r\n{}",
        first.fingerprint(),
        next.pem.replace('\n', "\r\n")
    );
    let (first, next) = (first.fingerprint(), next.fingerprint());
    let written = first.to_string();

    // One way of the two, and what is no certificate is said to be none.
    for (network, certificates, why) in [
        ("", "", "either the address or network, or the certificate"),
        ("10.0.0.7", written.as_str(), "either the address"),
        ("", "AB:CD", "64 hexadecimal digits"),
        (
            "",
            "-----BEGIN CERTIFICATE-----\nAAAA",
            "64 hexadecimal digits",
        ),
    ] {
        let more = [("network", network), ("certificates", certificates)];
        let answer = creates(&mut browser, &more).await;
        answer.expects(422, why);
        assert!(clients(&portal, &acme).await.is_empty(), "{certificates}");
    }

    let more = [("network", ""), ("certificates", written.as_str())];
    let made = creates(&mut browser, &more).await;
    assert_eq!(made.location().as_deref(), Some(HOME), "{}", made.body);
    let client = clients(&portal, &acme).await.remove(0);
    assert!(client.is_by_certificate());
    let at = format!("{HOME}/clients/{}", client.id);
    let page = browser.get(&at).await;
    page.expects(200, &written);
    assert!(!page.says("another secret"));
    let twice = [
        ("name", "web-2"),
        ("network", ""),
        ("certificates", &written),
    ];
    creates(&mut browser, &twice)
        .await
        .expects(422, "has this network");

    // Both for a while, then the next one alone; never none.
    let known = async || {
        let (scope, id) = (Scope::of(acme.id), client.id);
        let unit = async move |tx: &mut Tx<'_>| radius_certificates::of(tx, scope, id).await;
        portal.app.store.read(unit).await.unwrap()
    };
    // The next one is pasted as PEM beneath the first.
    let next_one = next.to_string();
    for (certificates, left) in [
        (pasted.as_str(), vec![first, next]),
        (&next_one, vec![next]),
    ] {
        let version = browser.get(&at).await.hidden("version");
        let answer = certifies(&mut browser, (&at, &version), certificates).await;
        assert_eq!(answer.location().as_deref(), Some(HOME), "{}", answer.body);
        let mut now = known().await;
        now.sort_by_key(|one| left.iter().position(|other| other == one));
        assert_eq!(now, left);
    }
    let version = browser.get(&at).await.hidden("version");
    let answer = certifies(&mut browser, (&at, &version), " ").await;
    answer.expects(422, "Fill it in");
    assert_eq!(known().await, [next]);
    let events = portal.events(Some(acme.id)).await;
    let changes = events.iter().filter_map(|event| match event {
        Event::RadiusClientChanged { changes, .. } => Some(changes.join("; ")),
        _ => None,
    });
    let expected = [
        format!("+ certificate {next}"),
        format!("- certificate {first}"),
    ];
    assert_eq!(changes.collect::<Vec<_>>(), expected);
}

async fn certifies(browser: &mut Client, (at, version): (&str, &str), typed: &str) -> Answer {
    let fields = [
        ("version", version),
        ("certificates", typed),
        ("signing", "yes"),
        ("flow", "challenge"),
        ("whom", "everyone"),
        ("people", ""),
        ("returned", ""),
    ];
    browser.post(at, &fields).await
}

/// Both ask for a device of the last five minutes first.
async fn rotates_and_deletes(
    portal: &Portal,
    acme: &Organization,
    (browser, app): (&mut Client, &App),
    first: &str,
) {
    let client = clients(portal, acme).await.remove(0);
    let at = format!("{HOME}/clients/{}", client.id);
    portal.wait(Span::minutes(6));
    for act in ["rotate", "delete"] {
        let answer = browser.post(&format!("{at}/{act}"), &[]).await;
        let to = answer.location().unwrap();
        assert!(to.starts_with("/step-up?act=remote-logon"), "{act}: {to}");
    }
    assert_eq!(clients(portal, acme).await.len(), 1);
    let asked = Event::StepUpAsked {
        act: Act::RemoteLogon,
    };
    assert!(portal.events(Some(acme.id)).await.contains(&asked));
    portal.wait_for_next_code();
    let back = format!("{at}/rotate");
    let fields = [
        ("act", "remote-logon"),
        ("return_to", back.as_str()),
        ("code", &app.code(portal.now())),
    ];
    let answer = browser.post("/step-up", &fields).await;
    browser
        .follow(answer)
        .await
        .expects(200, "The present secret ends at once");
    let rotated = browser.post(&back, &[]).await;
    rotated.expects(200, "The secret before it is not heard any more");
    assert_ne!(secret(&rotated), first);
    let page = browser.get(&format!("{at}/delete")).await;
    page.expects(200, "Nothing that it asks is answered any more");
    let answer = browser.post(&format!("{at}/delete"), &[]).await;
    assert_eq!(answer.location().as_deref(), Some(HOME));
    assert!(clients(portal, acme).await.is_empty());
    browser.get(&at).await.expects(404, "no such page");
    let entries = portal.entries(Some(acme.id)).await;
    let about: Vec<_> = entries
        .iter()
        .filter(|entry| entry.event.name().starts_with("radius_"))
        .collect();
    let names: Vec<String> = about.iter().map(|entry| entry.event.name()).collect();
    let expect = [
        "radius_client_added",
        "radius_client_changed",
        "radius_secret_rotated",
        "radius_client_removed",
    ];
    assert_eq!(names, expect);
    assert!(
        about.iter().all(|one| one.origin.address.is_some()),
        "each says from where it was done"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_puts_a_remote_computer_on_dashboards_changes_and_removes_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (mut browser, _) = owner(&portal, &acme).await;
    let mut member = portal.browser();
    member.enrolls(&portal, &ann).await;
    let new = format!("{HOME}/computers/new");
    browser
        .get(&new)
        .await
        .expects(200, "Add a remote computer");
    let fields = |address: &'static str, whom: &'static str, people: &'static str| {
        [
            ("name", "Web server"),
            ("address", address),
            ("command", ""),
            ("icon", "cloud"),
            ("whom", whom),
            ("people", people),
        ]
    };
    for (fields, why) in [
        (fields("-oProxyCommand=x", "everyone", ""), "Write it like"),
        (fields("web-1", "named", ""), "Fill it in"),
        (
            fields("web-1", "named", "eva"),
            "Nobody here has the login name",
        ),
    ] {
        browser.post(&new, &fields).await.expects(422, why);
    }
    let answer = browser.post(&new, &fields("web-1", "named", "ann")).await;
    assert_eq!(answer.location().as_deref(), Some(HOME));
    browser.get(HOME).await.expects(200, "ssh ann@web-1");
    member.get("/").await.expects(200, "ssh ann@web-1");
    assert!(!browser.get("/").await.says("ssh olga"), "it is for ann");

    let scope = Scope::of(acme.id);
    let what = portcullis_core::destination::Kind::RemoteComputer;
    let unit = async move |tx: &mut Tx<'_>| destinations::list(tx, scope, what).await;
    let id = portal.app.store.read(unit).await.unwrap()[0].id;
    let at = format!("{HOME}/computers/{id}");
    let page = browser.get(&at).await;
    page.expects(200, "web-1");
    let version = page.hidden("version");
    let changed = [
        &fields("web-1:2222", "everyone", "")[..],
        &[("version", version.as_str())],
    ]
    .concat();
    browser.post(&at, &changed).await;
    member.get("/").await.expects(200, "ssh -p 2222 ann@web-1");
    browser
        .post(&at, &changed)
        .await
        .expects(409, "Somebody else changed it");
    browser
        .get(&format!("{at}/delete"))
        .await
        .expects(200, "It disappears from the dashboard");
    browser.post(&format!("{at}/delete"), &[]).await;
    member.get("/").await.expects(200, "No applications yet");

    // Where it leads to is told, and asks for a fresh proof.
    let told = portal.events(Some(acme.id)).await;
    let told = told.into_iter().find_map(|event| match event {
        Event::DestinationChanged { changes, .. } => Some(changes),
        _ => None,
    });
    let expected = [
        "address: web-1 → web-1:2222",
        "who: only → everyone",
        "- only: ann",
    ];
    assert_eq!(told.unwrap(), expected);
    portal.wait(Span::minutes(6));
    for answer in [
        browser.get(&new).await,
        browser.post(&new, &fields("web-2", "everyone", "")).await,
    ] {
        let to = answer.location().unwrap();
        assert!(to.starts_with("/step-up?act=remote-logon"), "{to}");
    }
    member.get("/").await.expects(200, "No applications yet");
}

#[tokio::test(flavor = "multi_thread")]
async fn remote_logon_is_read_by_whoever_has_a_role_and_decided_by_owners_and_ids_of_elsewhere_are_nobodys()
 {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let globex = portal.organization("globex", Rule::Required).await;
    let (mut owner, _) = owner(&portal, &acme).await;
    let made = creates(&mut owner, &[]).await;
    made.expects(200, "only now");
    let secret = secret(&made);
    let id = clients(&portal, &acme).await[0].id;
    for role in [Role::Auditor, Role::Helpdesk, Role::Admin] {
        let (mut other, ..) = agent(&portal, &acme, (role.as_str(), role)).await;
        let list = other.get(HOME).await;
        list.expects(200, "web-1").expects(200, "10.0.0.7");
        assert!(
            !list.says(&secret) && !list.says("remote-logon/"),
            "{role:?}"
        );
        other
            .get("/admin/acme/access")
            .await
            .expects(200, "/admin/acme/remote-logon");
        for path in ["/clients/new", "/computers/new", &format!("/clients/{id}")] {
            let answer = other.get(&format!("{HOME}{path}")).await;
            assert_eq!(answer.status, 403, "{role:?} {path}");
            assert!(!answer.says("web-1"));
        }
        for path in [
            "new",
            &id.to_string(),
            &format!("{id}/rotate"),
            &format!("{id}/delete"),
        ] {
            let answer = other.post(&format!("{HOME}/clients/{path}"), &[]).await;
            assert_eq!(answer.status, 403, "{role:?} {path}");
        }
    }
    for act in ["", "/rotate", "/delete"] {
        let path = format!("/admin/{}/remote-logon/clients/{id}{act}", globex.slug);
        owner.get(&path).await.expects(404, "no such page");
        let answer = owner.post(&path, &[]).await;
        assert!([400, 404].contains(&answer.status.as_u16()), "{act}");
    }
    assert_eq!(clients(&portal, &acme).await.len(), 1);
}
