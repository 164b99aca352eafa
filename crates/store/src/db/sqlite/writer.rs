//! The one thread that writes: units that waited share a commit, and none is answered before it.
//!
//! A commit costs a sync of the disk whatever it carries, so under load the syncs are shared. Units
//! that share one run one after the other; should one of them fail, all are undone and run again, each
//! in a savepoint of its own, so that its error undoes it alone. (Savepoints from the start would copy
//! every page once more for each unit that touches it.) Some errors (a full disk) make `SQLite` end the
//! whole transaction: then all units of the batch fail, the innocent too, since what they were promised
//! is gone.
//!
//! What was written is copied from the log into the file in the first quiet moment, so that no caller waits for it; only
//! where none comes is it a commit that does.

use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use rusqlite::Connection;
use tokio::runtime::Handle;
use tokio::sync::mpsc::Receiver;

use super::super::counts::Counters;
use super::super::tx::{self, Mode, Tx};
use super::super::{Error, Job, Result, unit};
use super::Held;
use super::statement::{batch, end};

/// Units in one commit at most: bounds how long the first of them waits for the others.
const BATCH: usize = 64;

/// How long nobody wants anything in a quiet moment.
const QUIET: Duration = Duration::from_millis(100);
/// Units whose pages are worth copying: of fewer the copy costs more than it spares.
const WORTH_COPYING: usize = 100;

/// A unit that was run, and how it went until the commit.
type Done = (unit::Boxed, Result<()>);

/// Gives its connection back when the queue is closed.
pub(super) fn serve(
    mut held: Held,
    mut queue: Receiver<Job>,
    counters: &Arc<Counters>,
    runtime: &Handle,
) -> Held {
    let waker = Waker::from(Arc::new(Unparks(thread::current())));
    let mut to_copy = 0;
    while let Some(first) = next(&mut held, &mut queue, &mut to_copy, &waker) {
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
            to_copy += done.len();
        }
        answer(done, committed, runtime);
    }
    held
}

/// The next unit, when there is one; the log is copied into the file while none comes.
fn next(
    held: &mut Held,
    queue: &mut Receiver<Job>,
    to_copy: &mut usize,
    waker: &Waker,
) -> Option<Job> {
    if *to_copy >= WORTH_COPYING {
        // What woke this thread during an earlier copy must not end this wait.
        thread::park_timeout(Duration::ZERO);
        let context = &mut Context::from_waker(waker);
        if let Poll::Ready(job) = queue.poll_recv(context) {
            return job;
        }
        // Not by the runtime's clock: that may be gone before the last unit.
        thread::park_timeout(QUIET);
        if let Poll::Ready(job) = queue.poll_recv(context) {
            return job;
        }
        *to_copy = 0;
        held.copy_log();
    }
    queue.blocking_recv()
}

/// Wakes the thread that waits.
struct Unparks(Thread);

impl Wake for Unparks {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
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

    /// Copies as much of the log into the file as no reader is still looking past. Nothing is lost where it fails: the log
    /// stays, and a later commit meets whatever is wrong.
    fn copy_log(&mut self) {
        let copied = self
            .connection()
            .and_then(|connection| batch(connection, "PRAGMA wal_checkpoint(PASSIVE)"));
        if let Err(error) = copied {
            tracing::warn!(%error, "the log was not copied into the database file");
        }
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
