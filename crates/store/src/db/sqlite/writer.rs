//! The one thread that writes: units that waited share a commit, and none is answered before it.
//!
//! A commit costs a sync of the disk whatever it carries, so under load the syncs are shared. Units
//! that share one run one after the other; should one of them fail, all are undone and run again, each
//! in a savepoint of its own, so that its error undoes it alone. (Savepoints from the start would copy
//! every page once more for each unit that touches it.) Some errors (a full disk) make `SQLite` end the
//! whole transaction: then all units of the batch fail, the innocent too, since what they were promised
//! is gone.

use std::sync::Arc;

use rusqlite::Connection;
use tokio::runtime::Handle;
use tokio::sync::mpsc::Receiver;

use super::super::counts::Counters;
use super::super::tx::{self, Mode, Tx};
use super::super::{Error, Job, Result, unit};
use super::Held;
use super::statement::end;

/// Units in one commit at most: bounds how long the first of them waits for the others.
const BATCH: usize = 64;

/// A unit that was run, and how it went until the commit.
type Done = (unit::Boxed, Result<()>);

/// Gives its connection back when the queue is closed.
pub(super) fn serve(
    mut held: Held,
    mut queue: Receiver<Job>,
    counters: &Arc<Counters>,
    runtime: &Handle,
) -> Held {
    while let Some(first) = queue.blocking_recv() {
        let mut done: Vec<Done> = Vec::with_capacity(BATCH);
        let committed = match held.begin() {
            Ok(connection) => run(connection, first, &mut queue, &mut done, counters),
            Err(error) => {
                // Whoever waits now would wait for the same failure.
                done.push((first.unit, Ok(())));
                while let Ok(job) = queue.try_recv() {
                    done.push((job.unit, Ok(())));
                }
                Err(error)
            }
        };
        if let Err(error) = &committed {
            tracing::warn!(%error, units = done.len(), "nothing of a batch was written");
            held.roll_back();
        } else {
            counters.commit();
        }
        answer(done, committed, runtime);
    }
    held
}

/// Tells the callers of a batch. Each that is told wakes somebody, which costs this thread more than many a statement: so
/// one task of the runtime tells them all. Who was alone in a batch is told at once.
fn answer(done: Vec<Done>, committed: Result<()>, runtime: &Handle) {
    let alone = done.len() == 1;
    let tell = move || {
        for (unit, outcome) in done {
            unit.answer(outcome.and_then(|()| committed.clone()));
        }
    };
    if alone {
        tell();
    } else {
        drop(runtime.spawn(async move { tell() }));
    }
}

impl Held {
    /// A plain BEGIN would find out at its first write that another process holds the lock, and
    /// could not wait for it any more. A connection that cannot begin is opened anew next time:
    /// whatever is wrong with the file may have been put right by then.
    fn begin(&mut self) -> Result<&Connection> {
        let begun = self
            .connection()
            .and_then(|connection| end(connection, "BEGIN IMMEDIATE"));
        if begun.is_err() {
            self.connection = None;
        }
        begun?;
        self.connection()
    }
}

fn run(
    connection: &Connection,
    first: Job,
    queue: &mut Receiver<Job>,
    done: &mut Vec<Done>,
    counters: &Counters,
) -> Result<()> {
    let mut next = Some(first);
    while let Some(Job { mut unit, .. }) = next {
        let outcome = plain(connection, unit.as_mut(), counters);
        let failed = outcome.is_err();
        done.push((unit, outcome));
        if failed {
            return one_by_one(connection, done, counters);
        }
        next = match done.len() {
            BATCH.. => None,
            _ => queue.try_recv().ok(),
        };
    }
    end(connection, "COMMIT")
}

/// Undoes a batch in which a unit failed, and runs it again so that each unit fails alone.
fn one_by_one(connection: &Connection, done: &mut Vec<Done>, counters: &Counters) -> Result<()> {
    if !connection.is_autocommit() {
        end(connection, "ROLLBACK")?;
    }
    if done.len() == 1 {
        return Ok(()); // nobody else was undone with it
    }
    end(connection, "BEGIN IMMEDIATE")?;
    for (unit, outcome) in done {
        *outcome = savepoint(connection, unit.as_mut(), counters)?;
    }
    end(connection, "COMMIT")
}

/// Runs one unit as part of its batch.
fn plain(connection: &Connection, unit: &mut dyn unit::Unit, counters: &Counters) -> Result<()> {
    let mut tx = Tx::new(tx::Connection::Sqlite(connection), Mode::Write, counters);
    let outcome = unit::run_inline(unit, &mut tx);
    if outcome.is_ok() && connection.is_autocommit() {
        return Err(Error::unavailable("the engine ended the transaction"));
    }
    outcome
}

/// Runs one unit. The inner result is the unit's; the outer one says that the batch is lost.
fn savepoint(
    connection: &Connection,
    unit: &mut dyn unit::Unit,
    counters: &Counters,
) -> Result<Result<()>> {
    end(connection, "SAVEPOINT unit")?;
    let mut tx = Tx::new(tx::Connection::Sqlite(connection), Mode::Write, counters);
    let outcome = unit::run_inline(unit, &mut tx);
    if connection.is_autocommit() {
        let why = "the engine ended the transaction";
        return Err(outcome.err().unwrap_or_else(|| Error::unavailable(why)));
    }
    if outcome.is_err() {
        end(connection, "ROLLBACK TO unit")?;
    }
    end(connection, "RELEASE unit")?;
    if connection.is_autocommit() {
        return Err(Error::unavailable("the engine ended the transaction"));
    }
    Ok(outcome)
}
