//! The seam to the database holds what it promises, on `SQLite` and on a real `PostgreSQL`.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the helpers of a test fail like the test"
)]

mod files;
mod limits;
mod migrations;
mod postgres;
mod races;
mod units;
mod values;
mod wreck;

use portcullis_core::time::Timestamp;
use portcullis_store::db::{Migration, Result};
use portcullis_store::testing::Place;
use portcullis_store::{Store, Tx, args};

/// A schema for the stories: things that can be had once, and who has them.
static SCHEMA: &[Migration] = &[Migration::both(
    1,
    "things",
    "CREATE TABLE things (id BIGINT PRIMARY KEY, used_at BIGINT, name TEXT UNIQUE);
     CREATE TABLE owners (id BIGINT PRIMARY KEY, thing BIGINT NOT NULL REFERENCES things (id));",
)];

const NOW: Timestamp = Timestamp::from_millis(1_700_000_000_000);

async fn store(place: &Place) -> Store {
    let store = place.open().await;
    store.migrate_with(SCHEMA, NOW).await.expect("a schema");
    store
}

async fn add(store: &Store, id: i64) -> Result<u64> {
    store
        .write(async move |tx: &mut Tx<'_>| insert(tx, id).await)
        .await
}

async fn insert(tx: &mut Tx<'_>, id: i64) -> Result<u64> {
    tx.run("INSERT INTO things (id) VALUES ($1)", args![id])
        .await
}

async fn ids(store: &Store) -> Vec<i64> {
    store
        .read(async |tx: &mut Tx<'_>| {
            tx.rows("SELECT id FROM things ORDER BY id", args![], |row| {
                row.get(0)
            })
            .await
        })
        .await
        .expect("a list")
}
