//! A schema goes forwards only, each step whole, and one node at a time.

use portcullis_store::db::{Error, Migrated, Migration};
use portcullis_store::{Result, Tx, args, on_both};

use crate::{NOW, SCHEMA};

static THREE: &[Migration] = &[
    Migration::both(1, "one", "CREATE TABLE one (id BIGINT PRIMARY KEY)"),
    Migration {
        version: 2,
        name: "two",
        sqlite: "CREATE TABLE two (engine TEXT); INSERT INTO two VALUES ('sqlite')",
        postgres: "CREATE TABLE two (engine TEXT); INSERT INTO two VALUES ('postgres')",
    },
    Migration::both(
        3,
        "three",
        "INSERT INTO one (id) VALUES (1); CREATE TABLE three (id BLOB)",
    ),
];

static BROKEN: &[Migration] = &[
    Migration::both(1, "one", "CREATE TABLE one (id BIGINT PRIMARY KEY)"),
    Migration::both(
        2,
        "broken",
        "CREATE TABLE half (id BIGINT); INSERT INTO nowhere VALUES (1)",
    ),
];

on_both! {
    async fn migrations_are_applied_once_and_in_order(place: &Place) {
        let store = place.open().await;
        assert_eq!(store.version().await, Ok(0));
        let first = &THREE[..1];
        assert_eq!(store.migrate_with(first, NOW).await, Ok(Migrated { applied: 1, version: 1 }));
        assert_eq!(store.migrate_with(THREE, NOW).await, Ok(Migrated { applied: 2, version: 3 }));
        assert_eq!(store.migrate_with(THREE, NOW).await, Ok(Migrated { applied: 0, version: 3 }));
        assert_eq!(store.version().await, Ok(3));
        let names: Result<Vec<String>> = store
            .read(async |tx: &mut Tx<'_>| {
                tx.rows("SELECT name FROM schema_version WHERE applied_at = $1 ORDER BY version", args![NOW], |row| row.get(0)).await
            })
            .await;
        assert_eq!(names.unwrap(), ["one", "two", "three"]);
        let engine: Result<Option<String>> = store
            .read(async |tx: &mut Tx<'_>| tx.row("SELECT engine FROM two", args![], |row| row.get(0)).await)
            .await;
        assert_eq!(engine.unwrap().unwrap(), store.engine().to_string().to_lowercase().replace("postgresql", "postgres"));
    }

    async fn a_newer_database_is_refused(place: &Place) {
        let store = place.open().await;
        store.migrate_with(THREE, NOW).await.unwrap();
        let refused = store.migrate_with(SCHEMA, NOW).await;
        let Err(Error::Refused(line)) = refused else { panic!("{refused:?}") };
        assert!(line.contains("version 3") && line.contains("knows 1"), "{line}");
        assert_eq!(store.version().await, Ok(3));
    }

    async fn a_migration_that_fails_leaves_nothing(place: &Place) {
        let store = place.open().await;
        let failed = store.migrate_with(BROKEN, NOW).await;
        assert!(matches!(failed, Err(Error::Shape(_))), "{failed:?}");
        assert_eq!(store.version().await, Ok(1));
        // The half that was made would be in the way now.
        let again = store.write(async |tx: &mut Tx<'_>| tx.run("CREATE TABLE half (id BIGINT)", args![]).await).await;
        assert!(again.is_ok(), "{again:?}");
    }

    async fn nodes_that_start_at_once_migrate_once(place: &Place) {
        let mut nodes = Vec::new();
        for _ in 0..6 {
            nodes.push(place.open().await);
        }
        let tasks: Vec<_> = nodes
            .into_iter()
            .map(|node| tokio::spawn(async move { node.migrate_with(THREE, NOW).await }))
            .collect();
        let mut applied = 0;
        for task in tasks {
            let migrated = task.await.unwrap().unwrap();
            assert_eq!(migrated.version, 3);
            applied += migrated.applied;
        }
        assert_eq!(applied, 3);
    }
}
