//! How many code steps a second the seam carries: five statements (count the try, read the
//! device, spend the step, open a session, note the event) in one durable unit of work.
//!
//!     cargo run --release -p portcullis-store --example code_step -- sqlite:/tmp/step.db 1 16 64
//!
//! With `scripts/postgres start --fsync DIR` the URL may be that of a `PostgreSQL` server.
#![expect(clippy::expect_used, reason = "a measurement that fails should stop")]

use std::time::{Duration, Instant};

use portcullis_core::time::Timestamp;
use portcullis_store::db::Migration;
use portcullis_store::{Result, Store, Tx, args};

static SCHEMA: &[Migration] = &[Migration::both(
    1,
    "step",
    "CREATE TABLE devices (id BIGINT PRIMARY KEY, tries BIGINT NOT NULL, last_step BIGINT NOT NULL);
     CREATE TABLE sessions (id BLOB PRIMARY KEY, device BIGINT NOT NULL, at BIGINT NOT NULL);
     CREATE TABLE events (id BLOB PRIMARY KEY, device BIGINT NOT NULL, at BIGINT NOT NULL, text TEXT NOT NULL);",
)];

const TIME: Duration = Duration::from_secs(4);

async fn code_step(tx: &mut Tx<'_>, device: i64, step: i64) -> Result<bool> {
    let counted = "UPDATE devices SET tries = tries + 1 WHERE id = $1 AND tries < $2";
    if tx.run(counted, args![device, i64::MAX]).await? != 1 {
        return Ok(false);
    }
    let last = "SELECT last_step FROM devices WHERE id = $1";
    let last: Option<i64> = tx.row(last, args![device], |row| row.get(0)).await?;
    let spent = "UPDATE devices SET last_step = $1, tries = 0 WHERE id = $2 AND last_step < $1";
    if last.is_none() || tx.run(spent, args![step, device]).await? != 1 {
        return Ok(false);
    }
    let mut id = [0; 16];
    id[..8].copy_from_slice(&step.to_be_bytes());
    id[8..].copy_from_slice(&device.to_be_bytes());
    let session = "INSERT INTO sessions (id, device, at) VALUES ($1, $2, $3)";
    tx.run(session, args![id, device, step]).await?;
    let event = "INSERT INTO events (id, device, at, text) VALUES ($1, $2, $3, $4)";
    tx.run(
        event,
        args![id, device, step, "a sign-in of usual length, told in JSON"],
    )
    .await?;
    Ok(true)
}

#[expect(clippy::disallowed_methods, reason = "measuring is about time")]
async fn measure(store: &Store, callers: i64, from: i64) -> i64 {
    let before = store.counts();
    let start = Instant::now();
    let tasks: Vec<_> = (0..callers)
        .map(|device| {
            let store = store.clone();
            tokio::spawn(async move {
                let mut step = from;
                while start.elapsed() < TIME {
                    step += 1;
                    let unit = async move |tx: &mut Tx<'_>| code_step(tx, device, step).await;
                    assert!(store.write(unit).await.expect("a step"), "spent before");
                }
                step
            })
        })
        .collect();
    let mut last = from;
    for task in tasks {
        last = last.max(task.await.expect("a caller"));
    }
    let seconds = start.elapsed().as_secs_f64();
    let after = store.counts();
    let per_second = |count: u64| f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / seconds;
    println!(
        "{} {callers:>3} callers {:>8.0} units/s {:>8.0} commits/s {:>4.1} statements/unit {} replays",
        store.engine(),
        per_second(after.units - before.units),
        per_second(after.commits - before.commits),
        per_second(after.statements - before.statements) / per_second(after.units - before.units),
        after.replays - before.replays,
    );
    last
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().expect("a database URL");
    let store = Store::open(&url).await.expect("a database");
    let migrated = store.migrate_with(SCHEMA, Timestamp::EPOCH).await;
    migrated.expect("a database of its own");
    let insert = async |tx: &mut Tx<'_>| {
        for id in 0..256 {
            let sql = "INSERT INTO devices (id, tries, last_step) VALUES ($1, 0, 0) ON CONFLICT (id) DO NOTHING";
            tx.run(sql, args![id]).await?;
        }
        let newest = "SELECT MAX(last_step) FROM devices";
        tx.row(newest, args![], |row| row.get::<i64>(0)).await
    };
    let mut from = store.write(insert).await.expect("devices").unwrap_or(0);
    for callers in arguments {
        from = measure(&store, callers.parse().expect("a number"), from).await;
    }
}
