//! Fifty at once want what only one can have. The pool is as wide as the race: each racer has a
//! store of its own, as if it were a node.

use std::sync::Arc;

use portcullis_store::testing::Place;
use portcullis_store::{Store, Tx, args, on_both};
use tokio::sync::Barrier;

use crate::{add, ids, insert, store};

const RACERS: usize = 50;

async fn race(store: &Store, nodes: Vec<Store>) -> usize {
    add(store, 1).await.unwrap();
    let barrier = Arc::new(Barrier::new(nodes.len()));
    let racers: Vec<_> = (1_i64..)
        .zip(nodes)
        .map(|(racer, node)| {
            let barrier = Arc::clone(&barrier);
            tokio::spawn(async move {
                // The connection is made before the start, not after it.
                ids(&node).await;
                barrier.wait().await;
                node.write(async move |tx: &mut Tx<'_>| {
                    let sql = "UPDATE things SET used_at = $1 WHERE id = $2 AND used_at IS NULL";
                    let won = tx.run(sql, args![racer, 1]).await? == 1;
                    if won {
                        insert(tx, 100 + racer).await?;
                    }
                    Ok(won)
                })
                .await
                .unwrap()
            })
        })
        .collect();
    let mut won = 0;
    for racer in racers {
        won += usize::from(racer.await.unwrap());
    }
    won
}

on_both! {
    async fn of_fifty_in_one_process_one_wins(place: &Place) {
        let store = store(place).await;
        assert_eq!(race(&store, vec![store.clone(); RACERS]).await, 1);
        assert_eq!(ids(&store).await.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_nodes_one_wins() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = store(&place).await;
    let mut nodes = Vec::new();
    for _ in 0..RACERS {
        nodes.push(place.open().await);
    }
    assert_eq!(race(&store, nodes).await, 1);
    assert_eq!(ids(&store).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_processes_on_one_sqlite_file_both_get_their_turn() {
    let place = Place::sqlite();
    let store = store(&place).await;
    let other = place.open().await;
    let task = |store: Store, from: i64| {
        tokio::spawn(async move {
            for id in from..from + 200 {
                add(&store, id).await.unwrap();
            }
        })
    };
    let (one, two) = (task(store.clone(), 1), task(other, 1001));
    one.await.unwrap();
    two.await.unwrap();
    assert_eq!(ids(&store).await.len(), 400);
}
