//! Every route of the administration, by every role, in the own, in another and in no organization: allowed
//! cells answer, all others say 403 or 404, change nothing, and give no hint that a row exists. A new route
//! must be placed in the table here before this passes.

mod forms;
mod place;
pub mod table;

use std::collections::BTreeMap;

use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_server::instance;
use portcullis_server::web::{self, Method, Needs, Route};
use portcullis_store::db::Engine;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, on_both};

use self::place::Place;
use self::table::{ACTS, Row, TABLE};
use super::help_desk::agent;
use super::several_organizations::lends;
use crate::client::{Answer, Client};
use crate::portal::Portal;

fn least(row: &Row, act: Option<&str>) -> Role {
    let act = ACTS.iter().find(|(name, ..)| Some(*name) == act);
    act.map_or(row.2, |(_, least, _)| *least)
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

/// Asks for an address, with the form of its row where it takes one and a field that is too much.
async fn call(browser: &Client, row: &Row, path: &str, too_much: Option<(&str, &str)>) -> Answer {
    let mut browser = browser.clone();
    match row.0 {
        Method::Get => browser.get(path).await,
        Method::Post => {
            let mut form = row.3.to_vec();
            if path.ends_with("/policy") {
                form.push(("deletion_requests", "on"));
            }
            form.extend(too_much);
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
fn masked(answer: &Answer, place: &Place) -> (u16, String) {
    (answer.status.as_u16(), place.hidden_in(&answer.body))
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
async fn cells(browser: &Client, role: Role, row: &Row, (place, other): (&Place, &Place)) {
    for (path, act) in place.paths(row) {
        let what = format!("{role:?} {:?} {path}", row.0);
        if role < least(row, act) {
            let status = call(browser, row, &path, None).await.status;
            assert!([403, 404].contains(&status.as_u16()), "{what}: {status}");
            continue;
        }
        if row.0 == Method::Get {
            // What is of no use now is not there.
            let expect: &[u16] = if act.is_some() { &[200, 404] } else { &[200] };
            let status = call(browser, row, &path, None).await.status;
            assert!(expect.contains(&status.as_u16()), "{what}: {status}");
            continue;
        }
        // As far as those who may get here: a form that names something else than its address is refused.
        for too_much in other.fields() {
            // One of somebody's sessions can be named, if it is theirs.
            let named = act == Some("sign-out") && too_much.0 == "session";
            let status = call(browser, row, &path, Some(too_much)).await.status;
            let expect = if named { 404 } else { 400 };
            assert_eq!(status, expect, "{what} with {too_much:?}");
        }
    }
}

/// The cells of a row in an organization where somebody has no role look as in one that there is not, and what is read
/// of them under Activity is the same.
async fn looks_unknown(portal: &Portal, browser: &Client, row: &Row, place: &Place) {
    let nowhere = Place::nowhere();
    for ((path, _), (unknown, _)) in place.paths(row).into_iter().zip(nowhere.paths(row)) {
        let what = format!("{:?} {path}", row.0);
        let before = portal.count(EVENTS).await;
        let unknown = call(browser, row, &unknown, None).await;
        assert_eq!(unknown.status, 404, "{what}");
        let of_unknown = portal.count(EVENTS).await - before;
        let refused = call(browser, row, &path, None).await;
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
        let refused = call(browser, row, &path, None).await;
        let what = format!("{:?} {path}: {}", row.0, refused.status);
        assert!([403, 404].contains(&refused.status.as_u16()), "{what}");
        let unknown = call(browser, row, &other, None).await;
        assert_eq!(masked(&refused, &crossed), masked(&unknown, here), "{what}");
    }
}

/// The pages over all organizations in which somebody has a role.
async fn everywhere(browser: &Client, role: Role) {
    let all = web::routes().into_iter();
    for route in all.filter(|route| route.needs == Needs::AnyAdministration) {
        let row: Row = (route.method, route.path, Role::Auditor, &[]);
        let answer = call(browser, &row, route.path, None).await;
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
        let path = path.replace("{code}", "K7-4QD");
        let expect = match route.method {
            _ if role < Role::Owner => 404,
            Method::Get => 200,
            Method::Post => 400,
        };
        let surprise = (expect == 400).then_some(("surprise", "1"));
        let answer = call(browser, &row, &path, surprise).await;
        assert_eq!(
            answer.status, expect,
            "{role:?} {:?} {}",
            route.method, route.path
        );
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
                cells(browser, *role, row, (&own, &foreign)).await;
                if *role == Role::Owner {
                    cells(browser, *role, row, (&foreign, &own)).await;
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
            cells(&browser, Role::Helpdesk, row, (helped, foreign)).await;
            cells(&browser, Role::Auditor, row, (read, foreign)).await;
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
