//! How much the database was asked, so that a test can hold a code step to one commit.

use std::sync::atomic::{AtomicU64, Ordering};

/// Totals since the store was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Units of work begun, reads and writes.
    pub units: u64,
    /// Statements that units ran, replays included; BEGIN, SAVEPOINT and COMMIT do not count.
    pub statements: u64,
    /// Durable commits. On `SQLite` one may carry up to 64 units.
    pub commits: u64,
    /// Times a unit was run again after a serialization failure or a deadlock (`PostgreSQL`).
    pub replays: u64,
}

#[derive(Default)]
pub(super) struct Counters {
    units: AtomicU64,
    statements: AtomicU64,
    commits: AtomicU64,
    replays: AtomicU64,
}

impl Counters {
    pub(super) fn unit(&self) {
        self.units.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn statement(&self) {
        self.statements.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn commit(&self) {
        self.commits.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn replay(&self) {
        self.replays.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn read(&self) -> Counts {
        Counts {
            units: self.units.load(Ordering::Relaxed),
            statements: self.statements.load(Ordering::Relaxed),
            commits: self.commits.load(Ordering::Relaxed),
            replays: self.replays.load(Ordering::Relaxed),
        }
    }
}
