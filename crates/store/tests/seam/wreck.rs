//! When the disk of a `SQLite` file gives out, nothing is promised that was not kept, and the
//! store works again by itself.

use portcullis_store::db::Error;
use portcullis_store::testing::Place;
use portcullis_store::{Result, Store, Tx, args};

use crate::{add, ids, store};

/// A pragma of the writer's connection.
async fn set(store: &Store, pragma: &'static str) {
    store
        .write(async move |tx: &mut Tx<'_>| tx.rows(pragma, args![], |_| Ok(())).await)
        .await
        .unwrap();
}

async fn add_long(store: &Store, id: i64) -> Result<u64> {
    store
        .write(async move |tx: &mut Tx<'_>| {
            let name = format!("{id} {}", "x".repeat(20_000));
            tx.run(
                "INSERT INTO things (id, name) VALUES ($1, $2)",
                args![id, name],
            )
            .await
        })
        .await
}

#[tokio::test]
async fn a_full_database_fails_and_recovers() {
    let place = Place::sqlite();
    let store = store(&place).await;
    set(&store, "PRAGMA max_page_count = 60").await;
    let mut kept = Vec::new();
    let full = loop {
        let id = i64::try_from(kept.len()).unwrap();
        match add_long(&store, id).await {
            Ok(_) => kept.push(id),
            Err(error) => break error,
        }
    };
    assert!(matches!(full, Error::Unavailable(_)), "{full:?}");
    assert!(kept.len() > 1);
    assert_eq!(ids(&store).await, kept);
    assert!(matches!(
        add_long(&store, 100).await,
        Err(Error::Unavailable(_))
    ));
    set(&store, "PRAGMA max_page_count = 10000").await;
    assert_eq!(add_long(&store, 100).await, Ok(1));
    kept.push(100);
    assert_eq!(ids(&store).await, kept);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_units_that_fill_the_database_together_the_kept_ones_are_those_that_were_told() {
    let place = Place::sqlite();
    let store = store(&place).await;
    set(&store, "PRAGMA max_page_count = 200").await;
    let tasks: Vec<_> = (0..100)
        .map(|id| {
            let store = store.clone();
            tokio::spawn(async move { (id, add_long(&store, id).await) })
        })
        .collect();
    let mut told = Vec::new();
    for task in tasks {
        match task.await.unwrap() {
            (id, Ok(1)) => told.push(id),
            (_, Err(Error::Unavailable(_))) => {}
            (id, other) => panic!("{id}: {other:?}"),
        }
    }
    assert!(told.len() < 100);
    assert_eq!(ids(&store).await, told);
}

#[tokio::test]
async fn a_database_that_became_read_only_fails_and_recovers() {
    let place = Place::sqlite();
    let store = store(&place).await;
    set(&store, "PRAGMA query_only = ON").await;
    let refused = add(&store, 1).await;
    assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
    // A connection that cannot even begin is opened anew for the next unit.
    assert_eq!(add(&store, 1).await, Ok(1));
}

#[tokio::test]
async fn a_database_locked_by_another_fails_and_recovers() {
    let place = Place::sqlite();
    let store = store(&place).await;
    let other = rusqlite::Connection::open(place.file().unwrap()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let locked = add(&store, 1).await;
    assert!(matches!(locked, Err(Error::Unavailable(_))), "{locked:?}");
    assert!(ids(&store).await.is_empty());
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(add(&store, 1).await, Ok(1));
}

#[tokio::test]
async fn what_must_hold_is_switched_on() {
    let place = Place::sqlite();
    let store = store(&place).await;
    for (pragma, wanted) in [
        ("PRAGMA synchronous", 2),
        ("PRAGMA foreign_keys", 1),
        ("PRAGMA secure_delete", 1),
        ("PRAGMA trusted_schema", 0),
        ("PRAGMA busy_timeout", 5000),
    ] {
        let found = store
            .write(async move |tx: &mut Tx<'_>| {
                tx.row(pragma, args![], |row| row.get::<i64>(0)).await
            })
            .await;
        assert_eq!(found, Ok(Some(wanted)), "{pragma}");
    }
    let mode = store
        .write(async |tx: &mut Tx<'_>| {
            tx.row("PRAGMA journal_mode", args![], |row| row.get::<String>(0))
                .await
        })
        .await;
    assert_eq!(mode, Ok(Some("wal".to_owned())));
}
