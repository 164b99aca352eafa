//! The seam: one SQL text on two engines, `SQLite` for one machine and `PostgreSQL` for several.
//!
//! A unit of work is one async closure given to [`Store::write`]; the store functions it calls
//! take a [`Tx`], speak SQL through [`Tx::run`], [`Tx::row`] and [`Tx::rows`], and never commit.
//! Each connection lives on a thread of its own and takes units from a queue, so that a unit runs
//! to its end whatever becomes of the request that sent it, and its value comes back only after
//! the durable commit. A unit must be repeatable: it may be run again after it was undone.
//!
//! What keeps one text enough: columns are `TEXT`, `BIGINT`, `BOOLEAN` and `BLOB` (on `PostgreSQL`
//! a domain over `bytea`) and, for keys that sort by bytes, `sort_text`; times are milliseconds,
//! ids 16 bytes; arguments are `$1` to `$n`; sums are CAST to `BIGINT`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use portcullis_core::time::Timestamp;
use tokio::sync::mpsc::Sender;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::oneshot;
use tokio::time::Instant;

mod counts;
mod error;
mod examination;
mod migrate;
mod migrations;
mod postgres;
mod row;
mod sqlite;
mod target;
mod tx;
mod unit;
mod value;

pub use counts::Counts;
pub use error::{Error, OpenError, Result};
pub use examination::Examined;
pub use migrate::Migrated;
pub use migrations::{MIGRATIONS, Migration, newest};
pub use row::{Cell, Column, Row};
pub use target::Target;
pub use tx::Tx;
pub use value::Value;

use counts::Counters;
use tx::Mode;

/// Which engine is below, for display: no caller decides by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file on this machine.
    Sqlite,
    /// A server that several nodes may share.
    Postgres,
}

impl std::fmt::Display for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// A database that is open. A clone is the same store; when the last one is dropped the queues
/// close, the threads finish what waits in them, and end.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
    writes: Queue,
    reads: Queue,
    near: Option<Arc<sqlite::Near>>,
    counters: Arc<Counters>,
    failing: Arc<AtomicBool>,
}

/// How many units may wait for the threads of an engine; one more is refused at once.
pub const QUEUE: usize = 1_024;
/// How long a unit may take on `PostgreSQL`, its wait in the queue included: a server that hangs is
/// no reason to keep a person waiting for ever.
pub const PATIENCE: Duration = Duration::from_secs(15);

type Queue = Sender<Job>;

/// A unit of work in a queue, what it may do, and by when.
struct Job {
    unit: unit::Boxed,
    mode: Mode,
    deadline: Option<Instant>,
}

impl Store {
    /// Opens `sqlite:path/to.db` or `postgres://user@host/name` (see [`Target`]) and starts its
    /// threads. A `SQLite` file is made with mode 0600 if there is none, and refused if others
    /// may read it. Nothing is migrated.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let counters = Arc::new(Counters::default());
        let (engine, writes, reads, near) = match url.parse()? {
            Target::Sqlite(path) => {
                let (writes, reads, near) = sqlite::start(path, &counters).await?;
                (Engine::Sqlite, writes, reads, Some(Arc::new(near)))
            }
            Target::Postgres(server) => {
                let queue = postgres::start(*server, &counters).await?;
                (Engine::Postgres, queue.clone(), queue, None)
            }
        };
        Ok(Self {
            engine,
            writes,
            reads,
            near,
            counters,
            failing: Arc::default(),
        })
    }

    /// Runs a unit of work that may write, and gives its value after the durable commit.
    ///
    /// The unit is undone when it gives an error, when one of its statements failed, or when it
    /// panics. Once this future has been polled, dropping it does not stop the unit. The closure
    /// may be called again after all it did was undone: on `PostgreSQL` (READ COMMITTED) after a
    /// deadlock or a serialization failure, at most ten times; on `SQLite` once, when a unit that
    /// shares its commit failed.
    pub async fn write<T, F>(&self, unit: F) -> Result<T>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        let patience = (Mode::Write, Some(PATIENCE));
        let outcome = self.ask(&self.writes, unit, patience).await;
        match &outcome {
            Ok(_) => self.failing.store(false, Ordering::Relaxed),
            Err(Error::Unavailable(_)) => self.failing.store(true, Ordering::Relaxed),
            Err(_) => {}
        }
        outcome
    }

    /// [`Store::write`] that may take its time, like a migration that waits for another node's.
    async fn write_however_long<T, F>(&self, unit: F) -> Result<T>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        self.ask(&self.writes, unit, (Mode::Write, None)).await
    }

    /// Whether the last write found the engine unavailable. Only another write can tell that it is
    /// available again.
    pub fn is_failing(&self) -> bool {
        self.failing.load(Ordering::Relaxed)
    }

    /// Runs a unit of work of SELECTs; anything else in it is an [`Error::Shape`].
    ///
    /// On `SQLite` the unit sees one snapshot. On `PostgreSQL` each statement sees its own: a read
    /// there spends no round trips on BEGIN and COMMIT. What must agree belongs in one statement.
    pub async fn read<T, F>(&self, unit: F) -> Result<T>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        self.ask(&self.reads, unit, (Mode::Read, Some(PATIENCE)))
            .await
    }

    /// [`Store::read`] of a row or two by their keys, as every request makes it. On `SQLite` it is made on
    /// the caller's own thread, which meanwhile does nothing else.
    pub async fn glance<T, F>(&self, unit: F) -> Result<T>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        let Some(near) = &self.near else {
            return self.read(unit).await;
        };
        let (unit, answer) = unit::boxed(unit);
        self.counters.unit();
        if let Some(unit) = near.read(unit, &self.counters) {
            send(&self.reads, unit, (Mode::Read, Some(PATIENCE)))?;
        }
        answered(answer).await
    }

    /// Brings the schema to [`newest`]. Forwards only: a database that is newer than this program
    /// is an [`Error::Refused`]. Where several nodes start at once, one migrates and the others
    /// wait for it. Each migration is one transaction.
    pub async fn migrate(&self, now: Timestamp) -> Result<Migrated> {
        self.migrate_with(MIGRATIONS, now).await
    }

    /// [`Store::migrate`] with another list, for the tests of this package.
    #[doc(hidden)]
    pub async fn migrate_with(
        &self,
        migrations: &'static [Migration],
        now: Timestamp,
    ) -> Result<Migrated> {
        migrate::migrate(self, migrations, now).await
    }

    /// The schema's version: that of the last migration applied, 0 before the first.
    pub async fn version(&self) -> Result<i64> {
        self.read(migrate::version).await
    }

    /// What the engine says of itself; on `SQLite` this reads the whole file.
    pub async fn examine(&self) -> Result<Examined> {
        self.read(examination::examine).await
    }

    /// Which engine this is, for display.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Totals since the store was opened.
    pub fn counts(&self) -> Counts {
        self.counters.read()
    }

    /// How many units wait for a thread.
    pub fn waiting(&self) -> usize {
        let waiting = |queue: &Queue| queue.max_capacity() - queue.capacity();
        match self.engine {
            Engine::Sqlite => waiting(&self.writes) + waiting(&self.reads),
            Engine::Postgres => waiting(&self.writes), // both are one queue
        }
    }

    async fn ask<T, F>(
        &self,
        queue: &Queue,
        unit: F,
        (mode, patience): (Mode, Option<Duration>),
    ) -> Result<T>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        let (unit, answer) = unit::boxed(unit);
        self.counters.unit();
        send(queue, unit, (mode, patience))?;
        answered(answer).await
    }
}

fn send(
    queue: &Queue,
    unit: unit::Boxed,
    (mode, patience): (Mode, Option<Duration>),
) -> Result<()> {
    let job = Job {
        unit,
        mode,
        deadline: patience.map(|patience| now() + patience),
    };
    match queue.try_send(job) {
        Err(TrySendError::Full(_)) => Err(Error::unavailable("too many units of work are waiting")),
        // A closed queue has dropped the unit, and with it the other end of its answer.
        Ok(()) | Err(TrySendError::Closed(_)) => Ok(()),
    }
}

async fn answered<T>(answer: oneshot::Receiver<Result<T>>) -> Result<T> {
    let ended = |_| Err(Error::unavailable("its thread has ended"));
    answer.await.unwrap_or_else(ended)
}

#[expect(
    clippy::disallowed_methods,
    reason = "for how long the machine is waited for; no rule sees it"
)]
fn now() -> Instant {
    Instant::now()
}
