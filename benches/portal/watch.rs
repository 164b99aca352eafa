//! What `PostgreSQL` says of the work that it was given: statements and commits, and who waited for
//! whose lock.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio_postgres::{Client, NoTls};

use crate::place::Place;

/// The setting that makes the server count statements.
pub const SETTING: &str = "shared_preload_libraries = 'pg_stat_statements'";

/// A connection that looks on.
pub struct Watch {
    client: Client,
}

/// How often the server did what.
#[derive(Clone, Copy)]
pub struct Counts {
    /// Statements, without BEGIN and COMMIT, and without those of leased jobs.
    pub statements: f64,
    /// COMMIT.
    pub commits: f64,
}

impl Watch {
    /// Looks at a place's database; `None` on `SQLite`, which nobody else can ask.
    pub async fn on(place: &Place) -> Option<Self> {
        if place.engine != "PostgreSQL" {
            return None;
        }
        let (client, connection) = tokio_postgres::connect(&place.url, NoTls).await.unwrap();
        tokio::spawn(connection);
        let counted = "CREATE EXTENSION IF NOT EXISTS pg_stat_statements";
        client.batch_execute(counted).await.unwrap();
        Some(Self { client })
    }

    /// The counts so far.
    pub async fn counts(&self) -> Counts {
        let row = self
            .client
            .query_one(
                "SELECT COALESCE(SUM(calls) FILTER (WHERE query NOT IN ('BEGIN', 'COMMIT', 'ROLLBACK') \
                 AND query NOT LIKE '%jobs%' AND query NOT LIKE '%pg_stat%'), 0)::FLOAT8, \
                 COALESCE(SUM(calls) FILTER (WHERE query = 'COMMIT'), 0)::FLOAT8 \
                 FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())",
                &[],
            )
            .await
            .unwrap();
        Counts {
            statements: row.get(0),
            commits: row.get(1),
        }
    }

    /// Looks fifty times a second who waits for a lock, until it is dropped: how often it looked, and
    /// how many waits for what it saw.
    pub async fn locks(&self, seen: &mut (u64, BTreeMap<String, i64>)) {
        loop {
            let waits = self
                .client
                .query(
                    "SELECT CASE WHEN query LIKE '%jobs%' THEN 'lease' WHEN wait_event = 'extend' THEN wait_event \
                     ELSE wait_event || ': ' || LEFT(query, 60) END AS waits_for, COUNT(*) \
                     FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' \
                     GROUP BY waits_for",
                    &[],
                )
                .await
                .unwrap();
            seen.0 += 1;
            for wait in waits {
                *seen.1.entry(wait.get(0)).or_default() += wait.get::<_, i64>(1);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Counts {
    /// What each of some steps took since an earlier look, to a tenth.
    pub fn each(self, before: Self, steps: u64) -> Self {
        let each =
            |after: f64, before: f64| ((after - before) / steps as f64 * 10.0).round() / 10.0;
        Self {
            statements: each(self.statements, before.statements),
            commits: each(self.commits, before.commits),
        }
    }
}
