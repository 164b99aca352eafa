//! A unit of work happens whole or not at all, and not by half because somebody left.

use std::sync::mpsc;
use std::time::Duration;

use portcullis_store::db::Error;
use portcullis_store::{Result, Store, Tx, args, on_both};

use crate::{add, ids, insert, store};

/// Runs what a unit says in many ways at once, so that `SQLite` has them share a commit: the
/// first unit holds the writer until all are in its queue.
async fn together(store: &Store, units: impl Iterator<Item = i64>) -> Vec<Result<u64>> {
    let start = store.counts().units;
    let (go, wait) = mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(Some(wait));
    let holder = tokio::spawn({
        let store = store.clone();
        async move {
            store
                .write(async move |_: &mut Tx<'_>| {
                    let Some(wait) = wait.lock().unwrap().take() else {
                        return Ok(()); // run again, since a unit of its batch failed
                    };
                    let held = wait.recv_timeout(Duration::from_secs(10));
                    held.map_err(|error| Error::refused(error.to_string()))
                })
                .await
        }
    });
    while store.counts().units == start {
        tokio::task::yield_now().await;
    }
    let before = store.counts().units;
    let tasks: Vec<_> = units
        .map(|id| {
            let store = store.clone();
            tokio::spawn(async move { various(&store, id).await })
        })
        .collect();
    while store.counts().units < before + tasks.len() as u64 {
        tokio::task::yield_now().await;
    }
    go.send(()).unwrap();
    holder.await.unwrap().unwrap();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

/// An even number is added; an odd one too, but its unit then fails, each in another way.
async fn various(store: &Store, id: i64) -> Result<u64> {
    store
        .write(async move |tx: &mut Tx<'_>| {
            let added = insert(tx, id).await?;
            match id % 8 {
                1 => Err(Error::refused("no")),
                3 => insert(tx, id).await,
                5 => {
                    tx.run(
                        "INSERT INTO owners (id, thing) VALUES ($1, $2)",
                        args![id, -1],
                    )
                    .await
                }
                7 => panic!("a unit that panics, as this test wants"),
                _ => Ok(added),
            }
        })
        .await
}

on_both! {
    async fn an_error_undoes_its_own_unit_only(place: &Place) {
        let store = store(place).await;
        let outcomes = together(&store, 1..=40).await;
        for (id, outcome) in (1..=40).zip(outcomes) {
            match (id % 8, outcome) {
                (0 | 2 | 4 | 6, Ok(1))
                | (1, Err(Error::Refused(_)))
                | (3 | 5, Err(Error::Conflict(_)))
                | (7, Err(Error::Shape(_))) => {}
                (_, other) => panic!("{id}: {other:?}"),
            }
        }
        let even: Vec<i64> = (1..=40).filter(|id| id % 2 == 0).collect();
        assert_eq!(ids(&store).await, even);
    }

    async fn a_swallowed_error_fails_the_unit_all_the_same(place: &Place) {
        let store = store(place).await;
        let outcome = store
            .write(async |tx: &mut Tx<'_>| {
                insert(tx, 1).await?;
                assert!(insert(tx, 1).await.is_err());
                assert!(insert(tx, 2).await.is_err());
                Ok(())
            })
            .await;
        assert!(matches!(outcome, Err(Error::Conflict(_))), "{outcome:?}");
        assert!(ids(&store).await.is_empty());
    }

    async fn what_is_posted_is_kept_with_its_unit_and_its_failure_is_the_units(place: &Place) {
        let store = store(place).await;
        let post = async |tx: &mut Tx<'_>, id: i64| {
            tx.post("INSERT INTO things (id) VALUES ($1)", args![id]).await
        };
        let kept = async move |tx: &mut Tx<'_>| {
            post(tx, 1).await?;
            post(tx, 2).await?;
            insert(tx, 3).await?;
            post(tx, 4).await
        };
        store.write(kept).await.unwrap();
        let at_the_end = async move |tx: &mut Tx<'_>| {
            insert(tx, 5).await?;
            post(tx, 1).await
        };
        let before_others = async move |tx: &mut Tx<'_>| {
            let _ = post(tx, 1).await;
            post(tx, 6).await?;
            insert(tx, 7).await.map(drop)
        };
        let alone = async move |tx: &mut Tx<'_>| post(tx, 1).await;
        for outcome in [store.write(at_the_end).await, store.write(before_others).await, store.write(alone).await] {
            assert!(matches!(outcome, Err(Error::Conflict(_))), "{outcome:?}");
        }
        assert_eq!(ids(&store).await, [1, 2, 3, 4]);
        assert_eq!(add(&store, 8).await, Ok(1));
    }

    async fn a_conflict_names_its_constraint(place: &Place) {
        let store = store(place).await;
        let twice = async |tx: &mut Tx<'_>| {
            tx.run("INSERT INTO things (id, name) VALUES (1, 'a'), (2, 'a')", args![]).await
        };
        let Err(Error::Conflict(name)) = store.write(twice).await else { panic!("a conflict") };
        assert!(name.contains("things") && name.contains("name"), "{name}");
    }

    async fn a_unit_whose_caller_left_is_kept(place: &Place) {
        let store = store(place).await;
        let start = store.counts().statements;
        let (go, wait) = mpsc::channel::<()>();
        let wait = std::sync::Mutex::new(wait);
        let unit = async move |tx: &mut Tx<'_>| {
            insert(tx, 1).await?;
            wait.lock().unwrap().recv_timeout(Duration::from_secs(10)).unwrap();
            insert(tx, 2).await
        };
        let caller = tokio::spawn({
            let store = store.clone();
            async move { store.write(unit).await }
        });
        while store.counts().statements == start {
            tokio::task::yield_now().await;
        }
        caller.abort();
        assert!(caller.await.unwrap_err().is_cancelled());
        go.send(()).unwrap();
        // On PostgreSQL another worker could read before the commit: wait for the condition.
        let mut found = ids(&store).await;
        for _ in 0..1000 {
            if found.len() == 2 { break; }
            tokio::time::sleep(Duration::from_millis(5)).await;
            found = ids(&store).await;
        }
        assert_eq!(found, [1, 2]);
    }

    async fn units_go_on_after_a_panic(place: &Place) {
        let store = store(place).await;
        for id in [7, 15, 23, 31, 39, 47, 55, 63, 71, 79] {
            assert!(matches!(various(&store, id).await, Err(Error::Shape(_))));
        }
        assert_eq!(add(&store, 1).await, Ok(1));
        assert_eq!(ids(&store).await, [1]);
    }

    async fn a_read_cannot_write(place: &Place) {
        let store = store(place).await;
        let wrong = store.read(async |tx: &mut Tx<'_>| insert(tx, 1).await).await;
        assert!(matches!(wrong, Err(Error::Shape(_))), "{wrong:?}");
        assert!(ids(&store).await.is_empty());
    }

    async fn what_was_written_is_read(place: &Place) {
        let store = store(place).await;
        for id in 1..=200 {
            add(&store, id).await.unwrap();
            assert_eq!(ids(&store).await.last(), Some(&id));
        }
    }

    async fn counts_are_kept(place: &Place) {
        let store = store(place).await;
        let before = store.counts();
        add(&store, 1).await.unwrap();
        ids(&store).await;
        let after = store.counts();
        assert_eq!(after.units - before.units, 2);
        assert_eq!(after.statements - before.statements, 2);
        assert_eq!(after.commits - before.commits, 1);
        assert_eq!(after.replays, 0);
    }
}

#[tokio::test]
async fn waiting_units_share_a_commit_on_sqlite() {
    let place = portcullis_store::testing::Place::sqlite();
    let store = store(&place).await;
    let before = store.counts().commits;
    let outcomes = together(&store, (2..=128).step_by(2)).await;
    assert!(outcomes.iter().all(Result::is_ok));
    let commits = store.counts().commits - before;
    assert!(commits <= 3, "{commits} commits for 65 units");
}

#[tokio::test]
async fn a_sqlite_unit_that_waits_for_something_else_is_a_mistake() {
    let place = portcullis_store::testing::Place::sqlite();
    let store = store(&place).await;
    let wrong = store
        .write(async |tx: &mut Tx<'_>| {
            insert(tx, 1).await?;
            std::future::pending::<Result<()>>().await
        })
        .await;
    assert!(matches!(wrong, Err(Error::Shape(_))), "{wrong:?}");
    assert!(ids(&store).await.is_empty());
}
