//! Master keys: what one wraps can be wrapped by the next, some at a time, and none is given up that anything needs.

use std::sync::Arc;

use data_encoding::BASE64;
use portcullis_core::id::{DataKeyId, NodeId};
use portcullis_core::role::Scope;
use portcullis_core::time::Span;
use portcullis_store::keys::MasterKeys;
use portcullis_store::master_keys::{self, Node};
use portcullis_store::seal::{
    NewKey, Place as Column, Plain, REWRAPPED_AT_ONCE, Rewrapped, Sealer,
};
use portcullis_store::{Tx, on_both};

use crate::world::{NOW, World, chance, keys, organization};

const HERE: Column = Column {
    column: "devices.totp_key",
    row: [1; 16],
};

/// The keys of every test with another master key behind the first.
fn both() -> String {
    let line = format!("master m2 {}", BASE64.encode(&[5; 32]));
    format!("{}{line}\n", MasterKeys::generate(&[9; 96]).reveal())
}

fn sealer(text: &str) -> Sealer {
    Sealer::new(Arc::new(MasterKeys::parse(text).unwrap()))
}

/// What is left when the first is gone.
fn left() -> String {
    let lines = both();
    let lines = lines.lines().filter(|line| !line.contains("master m1"));
    lines.collect::<Vec<_>>().join("\n")
}

async fn begins(world: &World, sealer: &Sealer) {
    let masters = sealer.masters();
    let unit = async move |tx: &mut Tx<'_>| {
        assert!(master_keys::register(tx, &masters, "m2", NOW).await?);
        assert!(
            !master_keys::register(tx, &masters, "m2", NOW).await?,
            "once"
        );
        master_keys::lock(tx).await?;
        assert!(master_keys::make_current(tx, "m2", NOW).await?);
        master_keys::make_current(tx, "m2", NOW).await
    };
    assert!(!world.does(unit).await, "once");
}

async fn rewraps(world: &World, sealer: &Sealer, after: Option<DataKeyId>) -> Rewrapped {
    let sealer = sealer.clone();
    world
        .does(async move |tx: &mut Tx<'_>| {
            sealer
                .rewrap(tx, after, &[[6; 24]; REWRAPPED_AT_ONCE])
                .await
        })
        .await
}

async fn wrapped(world: &World) -> Vec<(String, i64)> {
    world
        .does(async |tx: &mut Tx<'_>| master_keys::wrapped(tx).await)
        .await
}

async fn check(world: &World, sealer: &Sealer) -> Result<(), String> {
    let sealer = sealer.clone();
    let unit = async move |tx: &mut Tx<'_>| sealer.check(tx).await;
    world
        .store
        .read(unit)
        .await
        .map_err(|error| error.to_string())
}

async fn another_key(world: &World, sealer: &Sealer) {
    let (sealer, scope) = (sealer.clone(), world.scope);
    let id = DataKeyId::new(NOW, chance());
    let unit = async move |tx: &mut Tx<'_>| {
        let new = NewKey {
            id,
            chance: &[4; 56],
            created_at: NOW,
        };
        sealer.create_key(tx, scope, &new).await
    };
    world.does(unit).await;
}

on_both! {
    async fn data_keys_are_wrapped_anew_some_at_a_time_and_open_all_the_while(place: &Place) {
        let world = World::on(place).await;
        let both = sealer(&both());
        let (first, scope) = (world.sealer.clone(), world.scope);
        let sealed = world.does(async move |tx: &mut Tx<'_>| first.seal(tx, scope, HERE, Plain { nonce: [2; 24], bytes: b"the secret" }).await).await;
        for _ in 0..REWRAPPED_AT_ONCE {
            another_key(&world, &both).await;
        }
        assert_eq!(wrapped(&world).await, [("m1".to_owned(), 101)]);
        begins(&world, &both).await;
        another_key(&world, &both).await;
        assert_eq!(wrapped(&world).await, [("m1".to_owned(), 101), ("m2".to_owned(), 1)]);
        let done = rewraps(&world, &both, None).await;
        assert_eq!(done.keys, 100);
        assert!(check(&world, &both).await.is_ok(), "in the middle");
        let lost = check(&world, &sealer(&left())).await.unwrap_err();
        assert!(lost.contains("the master key m1, which wraps 1 data keys, is not in the key file"), "{lost}");
        let done = rewraps(&world, &both, done.last).await;
        assert_eq!(done, Rewrapped { keys: 1, last: None });
        assert_eq!(wrapped(&world).await, [("m2".to_owned(), 102)]);
        assert_eq!(rewraps(&world, &both, None).await, Rewrapped { keys: 0, last: None });
        let left = sealer(&left());
        assert_eq!(check(&world, &left).await, Ok(()));
        let unit = async move |tx: &mut Tx<'_>| left.open(tx, scope, HERE, &sealed).await.map(|s| s.reveal().clone());
        assert_eq!(world.does(unit).await, b"the secret");
    }

    async fn a_node_without_the_new_key_makes_nothing_that_others_could_not_open(place: &Place) {
        let world = World::on(place).await;
        begins(&world, &sealer(&both())).await;
        let (old, scope) = (Sealer::new(Arc::new(keys())), world.scope);
        let unit = async move |tx: &mut Tx<'_>| {
            let new = NewKey { id: DataKeyId::new(NOW, chance()), chance: &[4; 56], created_at: NOW };
            old.create_key(tx, scope, &new).await
        };
        let error = world.store.write(unit).await.unwrap_err();
        assert_eq!(error.to_string(), "the master key m2 is not in the key file");
        // Once it can read the file with the new key, it does so by itself.
        let old = Sealer::new(Arc::new(keys()));
        old.rereads(Box::new(|| MasterKeys::parse(&both()).map_err(|e| e.to_string())));
        another_key(&world, &old).await;
        assert_eq!(wrapped(&world).await, [("m1".to_owned(), 1), ("m2".to_owned(), 1)]);
        assert!(old.masters().proof("m2").is_some());
    }

    async fn a_file_that_is_broken_or_another_instance_s_is_not_taken_over(place: &Place) {
        let world = World::on(place).await;
        for text in ["", "master m1", MasterKeys::generate(&[8; 96]).reveal()] {
            let (own, text) = (Sealer::new(Arc::new(keys())), text.to_owned());
            own.rereads(Box::new(move || MasterKeys::parse(&text).map_err(|e| e.to_string())));
            assert!(own.reread().is_err());
            assert_eq!(check(&world, &own).await, Ok(()), "it goes on with what it had");
        }
        // Another key under the id of one that waits is found out by its proof.
        begins(&world, &sealer(&both())).await;
        let other = both().replace(&BASE64.encode(&[5; 32]), &BASE64.encode(&[4; 32]));
        let why = check(&world, &sealer(&other)).await.unwrap_err();
        assert!(why.contains("m2 of the key file does not open the database"), "{why}");
    }

    async fn organizations_made_during_a_rotation_are_all_off_the_old_key_in_the_end(place: &Place) {
        let world = World::on(place).await;
        let (one, two) = (sealer(&both()), sealer(&both()));
        let node = place.open().await;
        let makers = (0..20).map(|n| {
            let (store, sealer) = if n % 2 == 0 { (world.store.clone(), one.clone()) } else { (node.clone(), two.clone()) };
            let slug: &'static str = format!("org{n}").leak();
            tokio::spawn(async move { organization(&store, &sealer, slug).await })
        });
        let makers: Vec<_> = makers.collect();
        begins(&world, &one).await;
        let mut scopes: Vec<Scope> = Vec::new();
        rewraps(&world, &one, None).await;
        for maker in makers {
            scopes.push(maker.await.unwrap());
        }
        // Whoever committed before the change is found by the next look, whoever did later has the new key.
        rewraps(&world, &one, None).await;
        assert_eq!(wrapped(&world).await, [("m2".to_owned(), 21)]);
        let left = sealer(&left());
        assert_eq!(check(&world, &left).await, Ok(()));
        for scope in scopes {
            let sealer = left.clone();
            let unit = async move |tx: &mut Tx<'_>| sealer.seal(tx, scope, HERE, Plain { nonce: [2; 24], bytes: b"x" }).await;
            world.does(unit).await;
        }
    }

    async fn nodes_say_what_they_hold_and_are_forgotten(place: &Place) {
        let world = World::on(place).await;
        let node = |n: u8, holds: &[&str], at| Node {
            id: NodeId::from_bytes([n; 16]),
            name: format!("web-{n}"),
            holds: holds.iter().map(|&id| id.to_owned()).collect(),
            seen_at: at,
        };
        let later = NOW + Span::minutes(5);
        let said = [node(1, &["m1"], NOW), node(2, &[], NOW), node(2, &["m1", "m2"], later)];
        for one in said.clone() {
            world.does(async move |tx: &mut Tx<'_>| master_keys::attend(tx, &one, NOW - Span::days(1)).await).await;
        }
        let seen = async |since| world.does(async move |tx: &mut Tx<'_>| master_keys::nodes(tx, since).await).await;
        assert_eq!(seen(NOW).await, [said[0].clone(), said[2].clone()]);
        assert_eq!(seen(later).await, [said[2].clone()]);
        world.does(async move |tx: &mut Tx<'_>| master_keys::leave(tx, NodeId::from_bytes([2; 16])).await).await;
        assert_eq!(seen(NOW).await, [said[0].clone()]);
        let new = node(3, &[], later);
        world.does(async move |tx: &mut Tx<'_>| master_keys::attend(tx, &new, later).await).await;
        assert_eq!(seen(NOW).await.len(), 1, "web-1 is forgotten");
    }
}
