//! What waits for the database is bounded: in number, and in time where a server can hang.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use portcullis_store::db::{Engine, Error, QUEUE};
use portcullis_store::{Tx, on_both};

use crate::{add, ids, store};

on_both! {
    async fn what_the_queue_does_not_take_is_refused_at_once(place: &Place) {
        let store = store(place).await;
        let threads = match store.engine() {
            Engine::Sqlite => 1,
            Engine::Postgres => 8,
        };
        // Every thread that writes is held until told otherwise.
        let held = Arc::new(AtomicUsize::new(0));
        let (go, wait) = mpsc::channel::<()>();
        let wait = Arc::new(Mutex::new(wait));
        let holders: Vec<_> = (0..threads).map(|_| {
            let (store, held, wait) = (store.clone(), held.clone(), wait.clone());
            tokio::spawn(async move {
                store.write(async move |_: &mut Tx<'_>| {
                    held.fetch_add(1, Ordering::SeqCst);
                    let told = wait.lock().unwrap().recv_timeout(Duration::from_secs(10));
                    told.map_err(|error| Error::refused(error.to_string()))
                }).await
            })
        }).collect();
        while held.load(Ordering::SeqCst) < threads {
            tokio::task::yield_now().await;
        }
        let waiting: Vec<_> = (0..QUEUE).map(|id| {
            let store = store.clone();
            tokio::spawn(async move { add(&store, i64::try_from(id).unwrap()).await })
        }).collect();
        while store.waiting() < QUEUE {
            tokio::task::yield_now().await;
        }
        let refused = add(&store, -1).await;
        assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
        for _ in 0..threads {
            go.send(()).unwrap();
        }
        for one in holders {
            one.await.unwrap().unwrap();
        }
        for one in waiting {
            one.await.unwrap().unwrap();
        }
        assert_eq!(ids(&store).await.len(), QUEUE, "the one that was refused is not there");
        assert_eq!(store.waiting(), 0);
        add(&store, -1).await.unwrap();
    }
}
