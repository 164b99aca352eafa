//! Brings a schema forward, one migration a transaction, one node at a time.

use portcullis_core::time::Timestamp;

use super::{Engine, Error, Migration, Result, Store, Tx};
use crate::args;

/// What [`Store::migrate`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// How many migrations this call applied; another node may have applied the rest.
    pub applied: usize,
    /// The version now.
    pub version: i64,
}

/// `PostgreSQL` nodes queue here until the end of the transaction. The number is "portcull" in
/// ASCII; the wait for another node's migration has no end of its own.
const QUEUE: &str = "SET LOCAL lock_timeout = 0; \
     SELECT pg_advisory_xact_lock(8101820098873224300)";

/// What the one SQL text needs on `PostgreSQL` before the first table.
const DOMAINS: &str = "CREATE DOMAIN blob AS bytea; \
     CREATE DOMAIN sort_text AS text COLLATE \"C\"";

const TABLE: &str = "CREATE TABLE schema_version (version BIGINT PRIMARY KEY, \
     name TEXT NOT NULL, applied_at BIGINT NOT NULL)";

pub(super) async fn migrate(
    store: &Store,
    migrations: &'static [Migration],
    now: Timestamp,
) -> Result<Migrated> {
    let mut applied = 0;
    loop {
        let (version, more) = store
            .write_however_long(async move |tx: &mut Tx<'_>| step(tx, migrations, now).await)
            .await?;
        if !more {
            return Ok(Migrated { applied, version });
        }
        applied += 1;
    }
}

/// Applies the first migration that is missing; the version after it, and whether there was one.
async fn step(
    tx: &mut Tx<'_>,
    migrations: &'static [Migration],
    now: Timestamp,
) -> Result<(i64, bool)> {
    if tx.engine() == Engine::Postgres {
        tx.batch(QUEUE).await?;
    }
    if !begun(tx).await? {
        if tx.engine() == Engine::Postgres {
            tx.batch(DOMAINS).await?;
        }
        tx.batch(TABLE).await?;
    }
    let version = version(tx).await?;
    let newest = migrations.last().map_or(0, |last| last.version);
    if version > newest {
        return Err(Error::refused(format!(
            "the database is at version {version} and this program knows {newest}: \
             run the newer program, or restore a backup made by this one"
        )));
    }
    let Some(next) = migrations.iter().find(|next| next.version > version) else {
        return Ok((version, false));
    };
    tx.batch(match tx.engine() {
        Engine::Sqlite => next.sqlite,
        Engine::Postgres => next.postgres,
    })
    .await?;
    tx.run(
        "INSERT INTO schema_version (version, name, applied_at) VALUES ($1, $2, $3)",
        args![next.version, next.name, now],
    )
    .await?;
    Ok((next.version, true))
}

/// The version of the last migration applied, 0 before the first.
pub(super) async fn version(tx: &mut Tx<'_>) -> Result<i64> {
    if !begun(tx).await? {
        return Ok(0);
    }
    let version = tx
        .row(
            "SELECT COALESCE(MAX(version), 0) FROM schema_version",
            args![],
            |row| row.get(0),
        )
        .await?;
    Ok(version.unwrap_or(0))
}

async fn begun(tx: &mut Tx<'_>) -> Result<bool> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "SELECT COUNT(*) > 0 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'"
        }
        Engine::Postgres => "SELECT to_regclass('schema_version') IS NOT NULL",
    };
    let found = tx.row(sql, args![], |row| row.get(0)).await?;
    Ok(found.unwrap_or(false))
}
