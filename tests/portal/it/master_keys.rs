//! Rotating the master key under two nodes that serve; and what an old copy of the database is worth after it.

use std::sync::{Arc, Mutex};

use data_encoding::BASE64;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::{CredentialId, NodeId, OrganizationId};
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_server::master_keys::{self, Attendance, Next, NotRetired, Standing};
use portcullis_server::{App, instance, organizations};
use portcullis_store::keys::MasterKeys;
use portcullis_store::seal::{Place as Column, Sealer};
use portcullis_store::testing::{Place, say};
use portcullis_store::{Store, Tx, on_both};

use crate::portal::{Portal, key_file};

/// A key file that a node reads.
type File = Arc<Mutex<String>>;

fn old() -> String {
    key_file().reveal().clone()
}

fn with_new() -> String {
    format!("{}master m2 {}\n", old(), BASE64.encode(&[5; 32]))
}

fn left() -> String {
    let text = with_new();
    let lines = text.lines().filter(|line| !line.starts_with("master m1"));
    lines.collect::<Vec<_>>().join("\n")
}

fn reads(portal: &Portal, text: &str) -> File {
    let file = Arc::new(Mutex::new(text.to_owned()));
    let read = file.clone();
    portal.app.sealer.rereads(Box::new(move || {
        MasterKeys::parse(&read.lock().unwrap()).map_err(|e| e.to_string())
    }));
    file
}

fn operator() -> Actor {
    Actor::Operator("operator@here".to_owned())
}

async fn standing(portal: &Portal) -> Standing {
    Standing::read(&portal.app.store, portal.now())
        .await
        .unwrap()
}

async fn uses(app: &App, id: &str) {
    assert!(master_keys::register(app, id).await.unwrap());
    assert_eq!(
        master_keys::make_current(app, &operator(), id)
            .await
            .unwrap(),
        Ok(true)
    );
}

async fn rewraps(app: &App) -> u64 {
    let done = master_keys::rewrap(app, None).await.unwrap();
    assert_eq!(done.last, None);
    done.keys
}

/// The sealed key of the only device of an organization.
async fn sealed(store: &Store, organization: OrganizationId) -> (CredentialId, Vec<u8>) {
    let unit = async move |tx: &mut Tx<'_>| {
        tx.row(
            "SELECT id, totp_key FROM devices WHERE organization_id = $1",
            portcullis_store::args![organization],
            |r| Ok((r.get(0)?, r.get(1)?)),
        )
        .await
    };
    store.read(unit).await.unwrap().unwrap()
}

/// Whether that opens with the keys of a file, and whether a portal would start with it.
async fn opens(store: &Store, organization: OrganizationId, file: &str) -> (bool, bool) {
    let sealer = Sealer::new(Arc::new(MasterKeys::parse(file).unwrap()));
    let (id, sealed) = sealed(store, organization).await;
    let place = Column {
        column: "devices.totp_key",
        row: *id.as_bytes(),
    };
    let (opener, scope) = (sealer.clone(), Scope::of(organization));
    let unit =
        async move |tx: &mut Tx<'_>| opener.open(tx, scope, place, &sealed).await.map(|_| ());
    let value = store.read(unit).await.is_ok();
    let unit = async move |tx: &mut Tx<'_>| sealer.check(tx).await;
    (value, store.read(unit).await.is_ok())
}

/// A copy of a database as it is now, for which nobody may be using it on `PostgreSQL`.
async fn copied(place: &Place) -> Place {
    if let Some(file) = place.file() {
        let copy = Place::sqlite();
        let to = copy.file().unwrap().display().to_string();
        let from = rusqlite::Connection::open(file).unwrap();
        from.execute("VACUUM INTO ?1", [&to]).unwrap();
        let owner = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(&to, owner).unwrap();
        return copy;
    }
    let (server, name) = place.url().rsplit_once('/').unwrap();
    let copy = format!("{name}_copy");
    let postgres = format!("{server}/postgres");
    let end =
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    say(&postgres, &end).await;
    say(
        &postgres,
        &format!("DROP DATABASE IF EXISTS {copy} WITH (FORCE)"),
    )
    .await;
    say(
        &postgres,
        &format!("CREATE DATABASE {copy} TEMPLATE {name}"),
    )
    .await;
    Place::at(format!("{server}/{copy}"))
}

async fn throws_away(copy: Place) {
    if copy.file().is_none() {
        let (server, name) = copy.url().rsplit_once('/').unwrap();
        say(
            &format!("{server}/postgres"),
            &format!("DROP DATABASE {name} WITH (FORCE)"),
        )
        .await;
    }
}

on_both! {
    async fn an_old_copy_does_not_open_a_deleted_organization_with_the_file_that_is_left(place: &Place) {
        let portal = Portal::on(place).await;
        let (acme, beta) = (portal.organization("acme", Rule::Required).await, portal.organization("beta", Rule::Required).await);
        for organization in [&acme, &beta] {
            let ann = portal.person(organization, "ann").await;
            portal.browser().enrolls(&portal, &ann).await;
            if organization.id == acme.id {
                instance::make_owner(&portal.app, &operator(), Scope::of(acme.id), ann.id).await.unwrap().unwrap();
            }
        }
        drop(portal);
        let copy = copied(place).await;
        let portal = Portal::on(place).await;
        organizations::delete(&portal.app, &operator(), &beta, Origin::default()).await.unwrap().unwrap();
        let backup = copy.open().await;
        assert_eq!(opens(&backup, beta.id, &old()).await, (true, true), "deleting alone is not enough");
        reads(&portal, &with_new());
        portal.app.sealer.reread().unwrap();
        uses(&portal.app, "m2").await;
        assert_eq!(rewraps(&portal.app).await, 1);
        assert_eq!(master_keys::retire(&portal.app, &operator(), "m1").await.unwrap(), Ok(()));

        assert_eq!(opens(&backup, beta.id, &left()).await, (false, false), "with the file that is left");
        assert_eq!(opens(&backup, beta.id, &with_new()).await, (true, true), "as long as the old key is kept");
        assert_eq!(opens(&portal.app.store, acme.id, &left()).await, (true, true), "what is in use opens");
        // Not even with the data keys of the database that is in use: that of the organization is gone.
        let store = &portal.app.store;
        let (id, value) = sealed(&backup, beta.id).await;
        let (sealer, scope) = (Sealer::new(Arc::new(MasterKeys::parse(&left()).unwrap())), Scope::of(beta.id));
        let here = Column { column: "devices.totp_key", row: *id.as_bytes() };
        let unit = async move |tx: &mut Tx<'_>| sealer.open(tx, scope, here, &value).await.map(|_| ());
        assert!(store.read(unit).await.is_err());
        drop(backup);
        throws_away(copy).await;
    }

    async fn a_key_is_used_once_every_node_has_it_and_goes_once_nothing_needs_it(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        portal.organization("acme", Rule::Optional).await;
        let (first, second) = (reads(&portal, &old()), reads(&node, &old()));
        let mut here = Attendance::new(NodeId::from_bytes([1; 16]), "web-1");
        let mut there = Attendance::new(NodeId::from_bytes([2; 16]), "web-2");
        master_keys::look(&portal.app, &mut here).await.unwrap();
        master_keys::look(&node.app, &mut there).await.unwrap();
        assert_eq!(standing(&portal).await.next(&portal.app.sealer.masters()), Next::Add);
        assert_eq!(standing(&portal).await.free_id(&portal.app.sealer.masters()), "m2");
        // It is in one node's file, and the other has a copy that is older.
        *first.lock().unwrap() = with_new();
        portal.app.sealer.reread().unwrap();
        let next = Next::Use("m2".to_owned());
        assert_eq!(standing(&portal).await.next(&portal.app.sealer.masters()), next);
        assert!(master_keys::register(&portal.app, "m2").await.unwrap());
        assert_eq!(standing(&portal).await.next(&portal.app.sealer.masters()), next);
        let missing = Next::Missing("m2".to_owned());
        assert_eq!(standing(&node).await.next(&node.app.sealer.masters()), missing);
        for (app, attendance) in [(&portal.app, &mut here), (&node.app, &mut there)] {
            master_keys::look(app, attendance).await.unwrap();
        }
        let names = |standing: &Standing| standing.without("m2").iter().map(|node| node.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&standing(&portal).await), ["web-2"]);
        *second.lock().unwrap() = with_new();
        master_keys::look(&node.app, &mut there).await.unwrap();
        assert!(names(&standing(&portal).await).is_empty());
        assert_eq!(master_keys::retire(&portal.app, &operator(), "m1").await.unwrap(), Err(NotRetired::Needed(1)));
        uses(&node.app, "m2").await;
        assert_eq!(master_keys::make_current(&portal.app, &operator(), "m2").await.unwrap(), Ok(false), "somebody was first");
        assert_eq!(standing(&portal).await.next(&portal.app.sealer.masters()), Next::Rewrap);
        assert_eq!(master_keys::retire(&portal.app, &operator(), "m1").await.unwrap(), Err(NotRetired::Needed(1)));
        assert_eq!(rewraps(&node.app).await, 1);
        assert_eq!(master_keys::retire(&portal.app, &operator(), "m2").await.unwrap(), Err(NotRetired::Needed(1)));
        assert_eq!(master_keys::retire(&portal.app, &operator(), "m9").await.unwrap(), Err(NotRetired::Unknown));
        let person = portal.person(&portal.organization("beta", Rule::Off).await, "ben").await;
        let member = Actor::Person { account: person.id, organization: person.organization, grants: Vec::new() };
        assert_eq!(master_keys::retire(&portal.app, &member, "m1").await.unwrap(), Err(NotRetired::Denied));
        assert!(master_keys::make_current(&portal.app, &member, "m1").await.unwrap().is_err());
        assert_eq!(master_keys::retire(&portal.app, &operator(), "m1").await.unwrap(), Ok(()));
        assert_eq!(master_keys::retire(&node.app, &operator(), "m1").await.unwrap(), Err(NotRetired::AlreadySo));
        let told: Vec<_> = portal.entries(None).await.into_iter()
            .filter(|entry| matches!(entry.event, Event::MasterKeyChanged { .. } | Event::MasterKeyRetired { .. }))
            .map(|entry| (entry.actor, entry.event))
            .collect();
        let by = Who::Operator { name: "operator@here".to_owned() };
        let changed = Event::MasterKeyChanged { from: Some("m1".to_owned()), to: "m2".to_owned() };
        assert_eq!(told, [(by.clone(), changed), (by, Event::MasterKeyRetired { key: "m1".to_owned() })]);
        // A node that is not heard of any more holds nobody up.
        portal.wait(Span::minutes(4));
        assert!(standing(&portal).await.nodes.is_empty());
    }

    async fn organizations_made_on_two_nodes_during_a_rotation_open_with_the_file_that_is_left(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        portal.organization("acme", Rule::Off).await;
        // The second node learns of the new key by meeting it.
        reads(&portal, &with_new());
        reads(&node, &with_new());
        portal.app.sealer.reread().unwrap();
        let makes = async |at: &Portal, names: [&'static str; 6]| {
            for name in names {
                let organization = at.organization(name, Rule::Off).await;
                at.person(&organization, "ann").await;
            }
        };
        let rotates = async {
            uses(&portal.app, "m2").await;
            rewraps(&portal.app).await;
        };
        tokio::join!(makes(&portal, ["a1", "a2", "a3", "a4", "a5", "a6"]), makes(&node, ["b1", "b2", "b3", "b4", "b5", "b6"]), rotates);
        rewraps(&node.app).await;
        assert_eq!(standing(&portal).await.wrapped, [("m2".to_owned(), 13)]);
        assert_eq!(master_keys::retire(&node.app, &operator(), "m1").await.unwrap(), Ok(()));
        let sealer = Sealer::new(Arc::new(MasterKeys::parse(&left()).unwrap()));
        let check = async move |tx: &mut Tx<'_>| sealer.check(tx).await;
        portal.app.store.read(check).await.unwrap();
    }
}
