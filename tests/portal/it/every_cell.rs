//! Every route of the administration, by every role, in the own, in another and in no organization: allowed
//! cells answer, all others say 403 or 404, change nothing, and give no hint that a row exists. A new route
//! must be placed in the table here before this passes.

use std::collections::BTreeMap;

use portcullis_core::audit::Origin;
use portcullis_core::branding::Contact;
use portcullis_core::destination::Kind;
use portcullis_core::group::Name as GroupName;
use portcullis_core::help_request::Wish;
use portcullis_core::id::HelpRequestId;
use portcullis_core::policy::Rule;
use portcullis_core::radius::Signing;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_server::branding;
use portcullis_server::destinations::{self, Application, Computer, Whom};
use portcullis_server::groups;
use portcullis_server::instance;
use portcullis_server::logo::made_safe;
use portcullis_server::people;
use portcullis_server::web::{self, Method, Needs, Route};
use portcullis_store::db::Engine;
use portcullis_store::help_requests::NewHelpRequest;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, help_requests, on_both};

use super::help_desk::{ACTS, agent};
use super::radius_clients::{Asker, Door, signing};
use super::several_organizations::lends;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

/// Fields as a form has them.
type Form = &'static [(&'static str, &'static str)];

/// A row of the table: the route, the least role that it answers, and a form that is right.
type Row = (Method, &'static str, Role, Form);

const HOW: Form = &[("verified_how", "called back"), ("days", "5")];
const POLICY: Form = &[
    ("version", "1"),
    ("rule", "off"),
    ("grace_days", "0"),
    ("app", "on"),
    ("first_proof", "nothing"),
    ("remember_days", "0"),
    ("session_hours", "24"),
    ("idle_minutes", "60"),
    ("administration_minutes", "15"),
    ("shortest_password", "8"),
];
const INVITE: Form = &[
    ("name", "Greta Guest"),
    ("login_name", "greta"),
    ("email", "greta@example.com"),
];
const CONTACT: Form = &[
    ("label", "Somebody else"),
    ("phone", "666"),
    ("mail", ""),
    ("hours", ""),
    ("note", ""),
    ("version", "3"),
];
const LOGO: &str = "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
const MANY: Form = &[
    ("people", "Greta Guest, greta"),
    ("by", "paper"),
    ("days", "14"),
];
const IMPORT: Form = &[("people", "login_name,name\ngreta,Greta Guest")];
const COMPUTER: Form = &[
    ("name", "Web server"),
    ("address", "web-2.example.com"),
    ("command", ""),
    ("icon", ""),
    ("whom", "everyone"),
    ("people", ""),
    ("version", "1"),
];
const APPLICATION: Form = &[
    ("name", "Webmail"),
    ("address", "https://mail.example.com"),
    ("description", "Post"),
    ("icon", "mail"),
    ("whom", "everyone"),
    ("people", ""),
    ("version", "1"),
];
const CLIENT: Form = &[
    ("name", "web-2"),
    ("network", "10.0.0.8"),
    ("signing", "yes"),
    ("flow", "challenge"),
    ("whom", "everyone"),
    ("people", ""),
    ("returned", ""),
    ("version", "1"),
];

/// The routes that need a role in an organization.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    (Method::Get, "/admin/{organization}/access", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/access/export", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/access/invite", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/invite", Role::Admin, INVITE),
    (Method::Get, "/admin/{organization}/access/invite-many", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/invite-many", Role::Admin, MANY),
    (Method::Get, "/admin/{organization}/access/import", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/import", Role::Admin, IMPORT),
    (Method::Get, "/admin/{organization}/access/invitation/{id}", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/access/invitation/{id}/send-again", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/invitation/{id}/revoke", Role::Admin, &[]),
    (Method::Get, "/admin/{organization}/access/from-elsewhere", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/access/from-elsewhere/new", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/access/from-elsewhere/new", Role::Owner, &[("login", "out@home"), ("role", "admin"), ("until", "")]),
    (Method::Get, "/admin/{organization}/access/from-elsewhere/{id}/take", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/from-elsewhere/{id}/take", Role::Admin, &[]),
    (Method::Get, "/admin/{organization}/access/{account}", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/access/{account}/why", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/access/{account}/caller", Role::Helpdesk, &[]),
    (Method::Post, "/admin/{organization}/access/{account}/caller", Role::Helpdesk, &[("do", "start")]),
    (Method::Get, "/admin/{organization}/access/{account}/edit", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/{account}/edit", Role::Admin, INVITE),
    (Method::Get, "/admin/{organization}/access/{account}/role", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/{account}/role", Role::Admin, &[("role", "auditor")]),
    (Method::Get, "/admin/{organization}/access/{account}/{act}", Role::Helpdesk, &[]),
    (Method::Post, "/admin/{organization}/access/{account}/{act}", Role::Helpdesk, HOW),
    (Method::Get, "/admin/{organization}/requests", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/requests/{id}", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/requests/{id}", Role::Helpdesk, &[("do", "done"), ("word", "")]),
    (Method::Get, "/admin/{organization}/policy", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/policy", Role::Admin, POLICY),
    (Method::Get, "/admin/{organization}/groups", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/groups/new", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/groups/new", Role::Admin, &[("name", "Sales")]),
    (Method::Get, "/admin/{organization}/groups/{id}", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/groups/{id}/rename", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/groups/{id}/rename", Role::Admin, &[("name", "Sales"), ("version", "1")]),
    (Method::Get, "/admin/{organization}/groups/{id}/add", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/groups/{id}/add", Role::Admin, &[("people", "target")]),
    (Method::Post, "/admin/{organization}/groups/{id}/leave", Role::Admin, &[("account", "00000000000070008000000000000001")]),
    (Method::Get, "/admin/{organization}/groups/{id}/delete", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/groups/{id}/delete", Role::Admin, &[]),
    (Method::Get, "/admin/{organization}/applications", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/applications/new", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/applications/new", Role::Admin, APPLICATION),
    (Method::Get, "/admin/{organization}/applications/{id}", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/applications/{id}", Role::Admin, APPLICATION),
    (Method::Get, "/admin/{organization}/applications/{id}/delete", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/applications/{id}/delete", Role::Admin, &[]),
    (Method::Get, "/admin/{organization}/branding", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/branding", Role::Admin, &[("version", "3"), ("name", "Else"), ("accent", "#ff0000")]),
    (Method::Get, "/admin/{organization}/branding/logo", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/logo", Role::Admin, &[("version", "3"), ("file", LOGO)]),
    (Method::Get, "/admin/{organization}/branding/logo/remove", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/logo/remove", Role::Admin, &[("version", "3")]),
    (Method::Get, "/admin/{organization}/branding/contacts/new", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/contacts/new", Role::Admin, CONTACT),
    (Method::Get, "/admin/{organization}/branding/contacts/{number}", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/contacts/{number}", Role::Admin, CONTACT),
    (Method::Post, "/admin/{organization}/branding/contacts/{number}/move", Role::Admin, &[("version", "3"), ("to", "up")]),
    (Method::Get, "/admin/{organization}/branding/contacts/{number}/delete", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/contacts/{number}/delete", Role::Admin, &[("version", "3")]),
    (Method::Get, "/admin/{organization}/remote-logon", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/remote-logon/computers/new", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/computers/new", Role::Owner, COMPUTER),
    (Method::Get, "/admin/{organization}/remote-logon/computers/{id}", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/computers/{id}", Role::Owner, COMPUTER),
    (Method::Get, "/admin/{organization}/remote-logon/computers/{id}/delete", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/computers/{id}/delete", Role::Owner, &[]),
    (Method::Get, "/admin/{organization}/remote-logon/clients/new", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/clients/new", Role::Owner, CLIENT),
    (Method::Get, "/admin/{organization}/remote-logon/clients/{id}", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/clients/{id}", Role::Owner, CLIENT),
    (Method::Get, "/admin/{organization}/remote-logon/clients/{id}/rotate", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/clients/{id}/rotate", Role::Owner, &[]),
    (Method::Get, "/admin/{organization}/remote-logon/clients/{id}/delete", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/clients/{id}/delete", Role::Owner, &[]),
    (Method::Get, "/admin/{organization}/support", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/support/{code}", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/audit", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/audit", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/audit/export", Role::Auditor, &[("format", "csv")]),
];

/// The acts that only an admin does.
const BY_ADMINS: [&str; 9] = [
    "require-mfa",
    "end-requirement",
    "extend",
    "end-extension",
    "exempt",
    "end-exemption",
    "suspend",
    "activate",
    "delete",
];

/// An organization with somebody in it, a contact, a logo, an invitation, a group, an application, a remote computer and a
/// RADIUS client.
#[derive(Clone)]
struct Place {
    slug: String,
    account: String,
    invitation: String,
    group: String,
    application: String,
    request: String,
    computer: String,
    client: String,
    outsider: String,
}

/// A role that somebody of no other interest has here.
async fn outsider(portal: &Portal, home: &Organization, place: &Organization) -> String {
    let person = portal.person(home, "out").await;
    let (whose, given) = ((home.id, person.id), (place.id, Role::Helpdesk, None));
    let (who, origin) = (Actor::System, Origin::default());
    let lent = people::set_role_elsewhere(&portal.app, &who, whose, given, origin).await;
    lent.unwrap().unwrap();
    let all = people::outsiders(&portal.app, Scope::of(place.id)).await;
    all.unwrap()[0].grant.to_string()
}

/// An application of an organization.
async fn application(portal: &Portal, organization: &Organization) -> String {
    let (who, scope) = (Actor::System, Scope::of(organization.id));
    let mail = Application {
        name: "Mail".to_owned(),
        site: "https://mail.example.com".parse().unwrap(),
        description: None,
        icon: None,
        whom: Whom::Everyone,
    };
    let added = destinations::add(&portal.app, &who, organization.id, mail, Origin::default());
    added.await.unwrap().unwrap();
    let all = destinations::all(&portal.app, scope, Kind::Application).await;
    all.unwrap()[0].0.id.to_string()
}

/// A remote computer of an organization, and a RADIUS client.
async fn remote_logon(portal: &Portal, organization: &Organization) -> (String, String) {
    let (who, scope) = (Actor::System, Scope::of(organization.id));
    let computer = Computer {
        name: "Web server".to_owned(),
        host: "web-1.example.com".parse().unwrap(),
        command: None,
        icon: None,
        whom: Whom::Everyone,
    };
    let origin = Origin::default();
    let added = destinations::add(&portal.app, &who, organization.id, computer, origin).await;
    added.unwrap().unwrap();
    let door = Door::of(portal).await;
    let asker = Asker::of(portal, &door, organization, signing(Signing::Yes)).await;
    let computers = destinations::all(&portal.app, scope, Kind::RemoteComputer)
        .await
        .unwrap();
    let client = asker.now(portal, organization).await;
    (computers[0].0.id.to_string(), client.id.to_string())
}

/// A request of somebody's that waits.
async fn asks(portal: &Portal, person: &Person) -> String {
    let (scope, at) = (Scope::of(person.organization), portal.now());
    let new = NewHelpRequest {
        id: HelpRequestId::new(at, portal.app.random().unwrap()),
        account: person.id,
        wish: Wish::Unlock,
        signed_in: false,
    };
    let unit = async move |tx: &mut Tx<'_>| help_requests::make(tx, scope, &new, at).await;
    assert!(portal.app.store.write(unit).await.unwrap());
    new.id.to_string()
}

impl Place {
    async fn of(portal: &Portal, organization: &Organization, home: &Organization) -> Self {
        let ann = portal.person(organization, "target").await;
        portal
            .mails_invitation(organization, "guest", "Gus Guest")
            .await;
        let id = organization.id;
        let unit = async move |tx: &mut Tx<'_>| {
            let now = crate::portal::START;
            portcullis_store::invitations::open(tx, Scope::of(id), None, 10, now).await
        };
        let open = portal.app.store.read(unit).await.unwrap();
        let request = asks(portal, &ann).await;
        let (computer, client) = remote_logon(portal, organization).await;
        let outsider = outsider(portal, home, organization).await;
        let contact = Contact {
            label: "Help desk".to_owned(),
            phone: Some("118".to_owned()),
            ..Contact::default()
        };
        let origin = Origin::default();
        let (app, who) = (&portal.app, Actor::System);
        let set = branding::set_contacts(app, &who, organization, vec![contact], origin).await;
        set.unwrap().unwrap();
        let organization = &portal.organization_now(id).await;
        let logo = made_safe(LOGO.as_bytes()).ok();
        let set = branding::set_logo(app, &who, organization, logo, Origin::default()).await;
        set.unwrap().unwrap();
        let sales = groups::add(
            &portal.app,
            &Actor::System,
            id,
            GroupName::parse("Board").unwrap(),
            Origin::default(),
        );
        Self {
            group: sales.await.unwrap().unwrap().to_string(),
            application: application(portal, organization).await,
            computer,
            client,
            outsider,
            slug: organization.slug.clone(),
            account: ann.id.to_string(),
            invitation: open[0].id.to_string(),
            request,
        }
    }

    /// No organization at all, its name as long as the other's.
    fn nowhere() -> Self {
        let nobody = "00000000000070008000000000000001".to_owned();
        Self {
            slug: "nirvana".to_owned(),
            account: nobody.clone(),
            invitation: nobody.clone(),
            group: nobody.clone(),
            application: nobody.clone(),
            request: nobody.clone(),
            computer: nobody.clone(),
            client: nobody.clone(),
            outsider: nobody,
        }
    }

    /// Its rows, under the address of another organization.
    fn under(&self, slug: &str) -> Self {
        Self {
            slug: slug.to_owned(),
            ..self.clone()
        }
    }

    /// The addresses of a row, with the act where there is one.
    fn paths(&self, row: &Row) -> Vec<(String, Option<&'static str>)> {
        let path = row.1.replace("{organization}", &self.slug);
        let path = path.replace("{account}", &self.account);
        let path = path.replace("computers/{id}", &format!("computers/{}", self.computer));
        let path = path.replace(
            "applications/{id}",
            &format!("applications/{}", self.application),
        );
        let path = path.replace("requests/{id}", &format!("requests/{}", self.request));
        let path = path.replace("groups/{id}", &format!("groups/{}", self.group));
        let path = path.replace("clients/{id}", &format!("clients/{}", self.client));
        let outsider = format!("from-elsewhere/{}", self.outsider);
        let path = path.replace("from-elsewhere/{id}", &outsider);
        let path = path.replace("{number}", "1");
        let path = path.replace("{code}", "K7-4QD");
        let path = path.replace("{id}", &self.invitation);
        if !path.contains("{act}") {
            return vec![(path, None)];
        }
        let acts = ACTS.iter();
        acts.map(|act| (path.replace("{act}", act), Some(*act)))
            .collect()
    }
}

fn least(row: &Row, act: Option<&str>) -> Role {
    match act {
        Some(act) if BY_ADMINS.contains(&act) => Role::Admin,
        _ => row.2,
    }
}

/// Who walks: the role in the first organization, or for the whole instance.
const ROLES: [Role; 5] = [
    Role::Member,
    Role::Auditor,
    Role::Helpdesk,
    Role::Admin,
    Role::Owner,
];

async fn walker(portal: &Portal, acme: &Organization, role: Role) -> Client {
    let name: &'static str = match role {
        Role::Member => "mia",
        Role::Auditor => "aud",
        Role::Helpdesk => "hel",
        Role::Admin => "abe",
        Role::Owner => "olga",
    };
    let mut browser = match role {
        Role::Member => {
            let person = portal.person(acme, name).await;
            let mut browser = portal.browser();
            browser.enrolls(portal, &person).await;
            browser
        }
        Role::Owner => {
            let person = portal.person(acme, name).await;
            let scope = Scope::of(acme.id);
            let made = instance::make_owner(&portal.app, &Actor::System, scope, person.id).await;
            made.unwrap().unwrap();
            let mut browser = portal.browser();
            browser.enrolls(portal, &person).await;
            browser
        }
        _ => agent(portal, acme, (name, role)).await.0,
    };
    // What a first look notes is noted.
    browser.get("/admin/acme/access").await;
    browser.get("/").await;
    browser
}

async fn call(browser: &Client, row: &Row, path: &str, right: bool) -> Answer {
    let mut browser = browser.clone();
    match row.0 {
        Method::Get => browser.get(path).await,
        Method::Post => {
            let mut form = row.3.to_vec();
            if path.ends_with("/policy") {
                form.push(("deletion_requests", "on"));
            }
            if !right {
                form.push(("surprise", "1"));
            }
            browser.post(path, &form).await
        }
    }
}

/// How many events are written.
const EVENTS: &str = "SELECT COUNT(*) FROM audit_events";

/// Every row of every table, save what is written of those who were refused and of who leads.
async fn rows(portal: &Portal) -> BTreeMap<String, String> {
    const NOT: [&str; 4] = ["audit_events", "audit_heads", "jobs", "support_codes"];
    let embedded = portal.app.store.engine() == Engine::Sqlite;
    let unit = async move |tx: &mut Tx<'_>| {
        let names = if embedded {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        } else {
            "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = CURRENT_SCHEMA"
        };
        let names = tx.rows(names, &[], |r| r.get::<String>(0)).await?;
        let mut all = BTreeMap::new();
        for name in names
            .into_iter()
            .filter(|name| !NOT.contains(&name.as_str()))
        {
            let sql = if embedded {
                let columns = leak(format!("SELECT name FROM pragma_table_info('{name}')"));
                let columns = tx.rows(columns, &[], |r| r.get::<String>(0)).await?;
                let quoted: Vec<String> =
                    columns.iter().map(|one| format!("quote({one})")).collect();
                let line = quoted.join(" || ',' || ");
                format!("SELECT COALESCE(GROUP_CONCAT({line}, ';'), '') FROM {name}")
            } else {
                format!(
                    "SELECT COALESCE(STRING_AGG(CAST(one AS TEXT), ';' ORDER BY CAST(one AS TEXT)), '') \
                     FROM {name} one"
                )
            };
            let told = tx.row(leak(sql), &[], |r| r.get::<String>(0)).await?;
            all.insert(name, told.unwrap_or_default());
        }
        assert!(all.len() > 20, "the tables that there are");
        Ok(all)
    };
    portal.app.store.read(unit).await.unwrap()
}

fn leak(sql: String) -> &'static str {
    Box::leak(sql.into_boxed_str())
}

/// An answer without what differs from one to the next of a kind.
fn masked(answer: &Answer, place: &Place) -> (u16, usize) {
    let body = answer.body.replace(&place.slug, "");
    (answer.status.as_u16(), body.len())
}

#[test]
fn every_route_of_the_administration_has_its_place_in_the_table() {
    let placed = |route: &Route| {
        let row = |row: &&Row| row.0 == route.method && row.1 == route.path;
        TABLE.iter().filter(row).count()
    };
    let routes = web::routes();
    let of_role = |route: &&Route| route.needs == Needs::Administration;
    for route in routes.iter().filter(of_role) {
        assert_eq!(
            placed(route),
            1,
            "{:?} {} is not placed",
            route.method,
            route.path
        );
    }
    assert_eq!(
        routes.iter().filter(of_role).count(),
        TABLE.len(),
        "a row without a route"
    );
    for route in routes {
        let in_organization = route.path.contains("{organization}");
        let guarded = route.needs == Needs::Administration;
        assert!(
            !in_organization || guarded,
            "{} is guarded otherwise",
            route.path
        );
    }
}

/// The cells of a row in an organization where somebody has a role: those that it opens answer, all others refuse.
async fn cells(browser: &Client, role: Role, row: &Row, place: &Place) {
    for (path, act) in place.paths(row) {
        let what = format!("{role:?} {:?} {path}", row.0);
        let allowed = role >= least(row, act);
        // A form that can't be read is as far as those who may get here.
        let answer = call(browser, row, &path, !allowed).await;
        let expect: &[u16] = match (row.0, act) {
            _ if !allowed => &[403, 404],
            (Method::Post, _) => &[400],
            // What is of no use now is not there.
            (Method::Get, Some(_)) => &[200, 404],
            (Method::Get, None) => &[200],
        };
        let status = answer.status.as_u16();
        assert!(expect.contains(&status), "{what}: {status}");
    }
}

/// The cells of a row in an organization where somebody has no role look as in one that there is not, and what is read
/// of them under Activity is the same.
async fn looks_unknown(portal: &Portal, browser: &Client, row: &Row, place: &Place) {
    let nowhere = Place::nowhere();
    for ((path, _), (unknown, _)) in place.paths(row).into_iter().zip(nowhere.paths(row)) {
        let what = format!("{:?} {path}", row.0);
        let before = portal.count(EVENTS).await;
        let unknown = call(browser, row, &unknown, true).await;
        assert_eq!(unknown.status, 404, "{what}");
        let of_unknown = portal.count(EVENTS).await - before;
        let refused = call(browser, row, &path, true).await;
        let of_foreign = portal.count(EVENTS).await - before - of_unknown;
        assert_eq!(
            masked(&refused, place),
            masked(&unknown, &nowhere),
            "{what}"
        );
        assert_eq!(of_foreign, of_unknown, "{what}");
    }
}

/// Another organization's rows under the address of this one look as rows that there are not.
async fn looks_empty(browser: &Client, row: &Row, (here, there): (&Place, &Place)) {
    if !row.1.contains("{account}") && !row.1.contains("{id}") {
        return;
    }
    let (crossed, unknown) = (there.under(&here.slug), Place::nowhere().under(&here.slug));
    for ((path, _), (other, _)) in crossed.paths(row).into_iter().zip(unknown.paths(row)) {
        let refused = call(browser, row, &path, true).await;
        let what = format!("{:?} {path}: {}", row.0, refused.status);
        assert!([403, 404].contains(&refused.status.as_u16()), "{what}");
        let unknown = call(browser, row, &other, true).await;
        assert_eq!(masked(&refused, &crossed), masked(&unknown, here), "{what}");
    }
}

/// The pages over all organizations in which somebody has a role.
async fn everywhere(browser: &Client, role: Role) {
    let all = web::routes().into_iter();
    for route in all.filter(|route| route.needs == Needs::AnyAdministration) {
        let row: Row = (route.method, route.path, Role::Auditor, &[]);
        let answer = call(browser, &row, route.path, true).await;
        let expect = if role < Role::Auditor { 404 } else { 200 };
        assert_eq!(answer.status, expect, "{role:?} {}", route.path);
    }
}

/// What is the instance's is the owners'.
async fn of_the_instance(browser: &Client, role: Role) {
    let all = web::routes().into_iter();
    for route in all.filter(|route| route.needs == Needs::Instance) {
        let row: Row = (route.method, route.path, Role::Owner, &[]);
        let path = route.path.replace("{name}", "acme");
        let path = path.replace("{act}", "suspend");
        let answer = call(browser, &row, &path, role < Role::Owner).await;
        let status = answer.status;
        let what = format!("{role:?} {:?} {}: {status}", route.method, route.path);
        assert_eq!(status == 404, role < Role::Owner, "{what}");
    }
}

on_both! {
    async fn every_cell_answers_as_its_row_says_and_the_others_change_nothing(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let other = portal.organization("foreign", Rule::Required).await;
        let mut browsers = Vec::new();
        for role in ROLES {
            browsers.push((role, walker(&portal, &acme, role).await));
        }
        portal.gets_mail();
        let home = portal.organization("home", Rule::Off).await;
        let own = Place::of(&portal, &acme, &home).await;
        let away = portal.organization("away", Rule::Off).await;
        let foreign = Place::of(&portal, &other, &away).await;
        let before = rows(&portal).await;
        for (role, browser) in &browsers {
            for row in TABLE {
                cells(browser, *role, row, &own).await;
                if *role == Role::Owner {
                    cells(browser, *role, row, &foreign).await;
                } else {
                    looks_unknown(&portal, browser, row, &foreign).await;
                }
                looks_empty(browser, row, (&own, &foreign)).await;
            }
            everywhere(browser, *role).await;
            of_the_instance(browser, *role).await;
            let after = rows(&portal).await;
            for (table, told) in &after {
                assert_eq!(told, &before[table], "{role:?} changed {table}");
            }
        }
    }

    async fn a_role_in_two_organizations_is_in_each_what_it_is_there(place: &Place) {
        let portal = Portal::on(place).await;
        let home = portal.organization("provider", Rule::Required).await;
        let tess = portal.person(&home, "tess").await;
        let mut organizations = Vec::new();
        for slug in ["acme", "norths", "foreign"] {
            organizations.push(portal.organization(slug, Rule::Required).await);
        }
        for (role, organization) in [Role::Helpdesk, Role::Auditor].into_iter().zip(&organizations) {
            lends(&portal, &tess, organization, (role, None)).await.unwrap();
        }
        let mut browser = portal.browser();
        let page = browser.signs_in(&tess.login, &tess.password).await;
        browser.sets_up(&portal, &page).await;
        browser.get("/admin/acme/access").await;
        browser.get("/").await;
        portal.gets_mail();
        let mut places = Vec::new();
        for organization in &organizations {
            let away = portal.organization(&format!("by-{}", organization.slug), Rule::Off).await;
            places.push(Place::of(&portal, organization, &away).await);
        }
        let [helped, read, foreign] = &places[..] else {
            panic!("three organizations");
        };
        let before = rows(&portal).await;
        for row in TABLE {
            cells(&browser, Role::Helpdesk, row, helped).await;
            cells(&browser, Role::Auditor, row, read).await;
            looks_unknown(&portal, &browser, row, foreign).await;
            for (here, there) in [(helped, read), (read, helped), (helped, foreign)] {
                looks_empty(&browser, row, (here, there)).await;
            }
        }
        everywhere(&browser, Role::Helpdesk).await;
        of_the_instance(&browser, Role::Helpdesk).await;
        let after = rows(&portal).await;
        for (table, told) in &after {
            assert_eq!(told, &before[table], "{table} was changed");
        }
    }
}
