//! The threads that read: each unit sees one snapshot, which no writer waits for.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::mpsc::Receiver;

use super::super::counts::Counters;
use super::super::tx::{self, Mode, Tx};
use super::super::{Job, Result, unit};
use super::Held;
use super::statement::end;

pub(super) fn serve(mut held: Held, queue: &Mutex<Receiver<Job>>, counters: &Arc<Counters>) {
    // One idle thread waits in the queue, the others for the lock.
    while let Some(job) = {
        let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.blocking_recv()
    } {
        read(&mut held, job.unit, counters);
    }
}

/// Runs a unit and answers it.
pub(super) fn read(held: &mut Held, mut unit: unit::Boxed, counters: &Counters) {
    let outcome = held
        .connection()
        .and_then(|connection| snapshot(connection, unit.as_mut(), counters));
    if outcome.is_err() {
        held.roll_back();
    }
    unit.answer(outcome);
}

fn snapshot(connection: &Connection, unit: &mut dyn unit::Unit, counters: &Counters) -> Result<()> {
    end(connection, "BEGIN")?;
    let mut tx = Tx::new(tx::Connection::Sqlite(connection), Mode::Read, counters);
    unit::run_inline(unit, &mut tx)?;
    end(connection, "COMMIT")
}
