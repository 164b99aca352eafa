//! What only a server can do to us: take the connection away, or make two units wait for each
//! other.

use std::sync::Arc;
use std::time::Duration;

use portcullis_store::db::Error;
use portcullis_store::testing::{Place, say};
use portcullis_store::{Store, Tx, args};
use tokio::sync::Barrier;

use crate::{add, ids, insert, store};

const KILL: &str = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity \
     WHERE datname = current_database() AND pid <> pg_backend_pid()";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_units_that_wait_for_each_other_both_succeed() {
    async fn touch(tx: &mut Tx<'_>, id: i64) -> Result<u64, Error> {
        tx.run(
            "UPDATE things SET used_at = COALESCE(used_at, 0) + 1 WHERE id = $1",
            args![id],
        )
        .await
    }
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = store(&place).await;
    add(&store, 1).await.unwrap();
    add(&store, 2).await.unwrap();
    let barrier = Arc::new(Barrier::new(2));
    let unit = |store: Store, first: i64, second: i64| {
        let barrier = Arc::clone(&barrier);
        tokio::spawn(async move {
            let met = std::sync::atomic::AtomicBool::new(false);
            store
                .write(async move |tx: &mut Tx<'_>| {
                    touch(tx, first).await?;
                    // Both hold their first row; the second time round nobody waits here.
                    if !met.swap(true, std::sync::atomic::Ordering::Relaxed) {
                        barrier.wait().await;
                    }
                    touch(tx, second).await
                })
                .await
        })
    };
    let (one, two) = (unit(store.clone(), 1, 2), unit(store.clone(), 2, 1));
    assert_eq!(one.await.unwrap(), Ok(1));
    assert_eq!(two.await.unwrap(), Ok(1));
    assert_eq!(store.counts().replays, 1);
    let touched = store
        .read(async |tx: &mut Tx<'_>| {
            tx.rows("SELECT used_at FROM things", args![], |row| {
                row.get::<i64>(0)
            })
            .await
        })
        .await;
    assert_eq!(touched, Ok(vec![2, 2]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_unit_is_replayed_ten_times_at_most() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = store(&place).await;
    let hopeless = store
        .write(async |tx: &mut Tx<'_>| {
            insert(tx, 1).await?;
            tx.run(
                "DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40001'; END $$",
                args![],
            )
            .await
        })
        .await;
    assert!(
        matches!(hopeless, Err(Error::Unavailable(_))),
        "{hopeless:?}"
    );
    assert_eq!(store.counts().replays, 10);
    assert!(ids(&store).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idle_connection_that_was_closed_is_made_again() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = store(&place).await;
    for round in 0..3 {
        for id in 1..=8 {
            add(&store, round * 10 + id).await.unwrap();
        }
        say(place.url(), KILL).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(ids(&store).await.len(), 24);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_unit_that_loses_its_connection_fails_and_the_next_one_does_not() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = store(&place).await;
    let url = place.url().to_owned();
    let lost = store
        .write(async move |tx: &mut Tx<'_>| {
            insert(tx, 1).await?;
            say(&url, KILL).await;
            insert(tx, 2).await
        })
        .await;
    assert!(matches!(lost, Err(Error::Unavailable(_))), "{lost:?}");
    for id in 10..30 {
        add(&store, id).await.unwrap();
    }
    assert_eq!(ids(&store).await, (10..30).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_without_an_answer_is_not_a_success() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = store(&place).await;
    let url = place.url().to_owned();
    let lost = store
        .write(async move |tx: &mut Tx<'_>| {
            insert(tx, 1).await?;
            say(&url, KILL).await;
            Ok(())
        })
        .await;
    assert!(matches!(lost, Err(Error::Unavailable(_))), "{lost:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_schema_is_noticed_by_prepared_statements() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = store(&place).await;
    add(&store, 1).await.unwrap();
    for _ in 0..8 {
        assert_eq!(ids(&store).await, [1]);
    }
    say(
        place.url(),
        "ALTER TABLE things ALTER COLUMN id TYPE INTEGER",
    )
    .await;
    for id in 2..=16 {
        add(&store, id).await.unwrap();
        assert_eq!(ids(&store).await, (1..=id).collect::<Vec<_>>());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_not_there_is_an_error_without_its_password() {
    let opened = Store::open("postgres://ann:hunter2@127.0.0.1:1/x?connect_timeout=2").await;
    let Err(error) = opened else { panic!("opened") };
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}

/// The last store that is dropped says good-bye on each of its connections.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_store_dropped_leaves_no_connection() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let watcher = place.open().await;
    let others = async || {
        let sql = "SELECT COUNT(*) FROM pg_stat_activity \
                   WHERE datname = current_database() AND application_name = $1";
        watcher
            .read(async move |tx: &mut Tx<'_>| {
                tx.row(sql, args!["leaver"], |row| row.get::<i64>(0)).await
            })
            .await
    };
    let store = Store::open(&format!("{}?application_name=leaver", place.url()))
        .await
        .unwrap();
    for _ in 0..20 {
        store.version().await.unwrap();
    }
    assert_eq!(others().await, Ok(Some(8)));
    drop(store);
    for _ in 0..1000 {
        if others().await == Ok(Some(0)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("a thread did not end");
}
