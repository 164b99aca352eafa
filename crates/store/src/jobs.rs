//! Work that one node does for all: each job is a row, leased by one conditional update.

use portcullis_core::id::NodeId;
use portcullis_core::time::{Span, Timestamp};

use crate::args;
use crate::db::{Result, Tx};

/// A job.
#[derive(Clone, Copy, Debug)]
pub struct Job {
    /// What it is called.
    pub name: &'static str,
    /// How long after it was done it is due again.
    pub every: Span,
    /// How long a node may take before another takes its job over.
    pub lease: Span,
}

/// How far the clocks of nodes may be apart. A node that reads its clock a moment before another must not
/// take the other's lease for one from before the clock was set back.
const APART: Span = Span::seconds(10);

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

/// When a job is due, if it is known.
pub async fn due_at(tx: &mut Tx<'_>, name: &str) -> Result<Option<Timestamp>> {
    tx.row(
        "SELECT due_at FROM jobs WHERE name = $1",
        args![name],
        |r| r.get(0),
    )
    .await
}

/// Whether a job is due and no other node has it: worth trying to take it.
pub async fn is_due(tx: &mut Tx<'_>, job: Job, node: NodeId, now: Timestamp) -> Result<bool> {
    let due = tx
        .row(
            "SELECT due_at FROM jobs WHERE name = $1 AND (due_at <= $2 OR due_at > $3) \
             AND (leased_until <= $2 OR leased_until > $4 OR holder = $5)",
            args![
                job.name,
                now,
                now + job.every + APART,
                now + job.lease + APART,
                node
            ],
            |r| r.get::<Timestamp>(0),
        )
        .await?;
    Ok(due.is_some())
}

/// Takes a job that is due: true for the one node that has it now. A node whose last turn broke off
/// takes its own job again. A time further off than the job's own rhythm is one from before the clock
/// was set back, and holds nothing up.
pub async fn lease(tx: &mut Tx<'_>, job: Job, node: NodeId, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE jobs SET leased_until = $4, holder = $5 WHERE name = $1 AND (due_at <= $2 OR due_at > $3) \
             AND (leased_until <= $2 OR leased_until > $6 OR holder = $5)",
            args![
                job.name,
                now,
                now + job.every + APART,
                now + job.lease,
                node,
                now + job.lease + APART
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Gives a job back, due again when its rhythm says; nothing when another node has taken it over.
pub async fn done(tx: &mut Tx<'_>, job: Job, node: NodeId, now: Timestamp) -> Result<()> {
    tx.run(
        "UPDATE jobs SET leased_until = 0, holder = NULL, due_at = $1 WHERE name = $2 AND holder = $3",
        args![now + job.every, job.name, node],
    )
    .await?;
    Ok(())
}

/// Writes something, to see whether it can be done: the time of asking.
pub async fn probe(tx: &mut Tx<'_>, now: Timestamp) -> Result<()> {
    tx.run(
        "INSERT INTO jobs (name, due_at, leased_until) VALUES ('probe', $1, $1) \
         ON CONFLICT (name) DO UPDATE SET due_at = $1",
        args![now],
    )
    .await?;
    Ok(())
}
