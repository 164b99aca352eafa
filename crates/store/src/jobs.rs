//! Work that one node does for all: each job is a row, leased by one conditional update.

use portcullis_core::id::NodeId;
use portcullis_core::time::{Span, Timestamp};

use crate::args;
use crate::db::{Result, Tx};

/// How long a node may take before another takes its job over.
pub const LEASE: Span = Span::minutes(2);

/// Makes sure that a job is known.
pub async fn ensure(tx: &mut Tx<'_>, name: &str, now: Timestamp) -> Result<()> {
    tx.run(
        "INSERT INTO jobs (name, due_at, leased_until) VALUES ($1, $2, 0) ON CONFLICT (name) DO NOTHING",
        args![name, now],
    )
    .await?;
    Ok(())
}

/// Whether a job is known.
pub async fn is_known(tx: &mut Tx<'_>, name: &str) -> Result<bool> {
    let found = tx
        .row("SELECT name FROM jobs WHERE name = $1", args![name], |r| {
            r.get::<String>(0)
        })
        .await?;
    Ok(found.is_some())
}

/// Whether a job is due and nobody has it: worth trying to take it.
pub async fn is_due(tx: &mut Tx<'_>, name: &str, now: Timestamp) -> Result<bool> {
    let due = tx
        .row(
            "SELECT due_at FROM jobs WHERE name = $1 AND due_at <= $2 AND leased_until <= $2",
            args![name, now],
            |r| r.get::<Timestamp>(0),
        )
        .await?;
    Ok(due.is_some())
}

/// Takes a job that is due: true for the one node that has it now.
pub async fn lease(tx: &mut Tx<'_>, name: &str, node: NodeId, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE jobs SET leased_until = $1, holder = $2 WHERE name = $3 AND due_at <= $4 AND leased_until <= $4",
            args![now + LEASE, node, name, now],
        )
        .await?;
    Ok(rows == 1)
}

/// Gives a job back, due again at a time; nothing when another node has taken it over.
pub async fn done(tx: &mut Tx<'_>, name: &str, node: NodeId, due_at: Timestamp) -> Result<()> {
    tx.run(
        "UPDATE jobs SET leased_until = 0, holder = NULL, due_at = $1 WHERE name = $2 AND holder = $3",
        args![due_at, name, node],
    )
    .await?;
    Ok(())
}
