//! The `SQLite` engine: one thread writes, a few read, all on one file in WAL mode.
//!
//! Statements run inline on the connection's thread, so a unit costs one hop there and one back,
//! however many statements it has.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};

use super::counts::Counters;
use super::{Error, OpenError, QUEUE, Queue, Result, unit};

mod file;
mod reader;
pub(super) mod statement;
mod writer;

const READERS: usize = 4;

/// Connections for reads that are made where they are asked for.
const NEAR: usize = 4;

/// Opens the file and starts its threads: the queues of the writer and of the readers, and what reads
/// without a thread of its own.
pub(super) async fn start(
    path: PathBuf,
    counters: &Arc<Counters>,
) -> Result<(Queue, Queue, Near), OpenError> {
    file::prepare(&path)?;
    let (writes, queue) = mpsc::channel(QUEUE);
    let (shared, runtime) = (Arc::clone(counters), Handle::current());
    let (reads_on, readers_gone) = std::sync::mpsc::channel::<()>();
    // The writer is first: it sets the journal mode that the readers find. It is last, too: of
    // connections that close at once none takes itself for the last one and removes the log.
    spawn("writer".into(), path.clone(), WRITER, move |held| {
        let held = writer::serve(held, queue, &shared, &runtime);
        let _ = readers_gone.recv(); // an error, once no reader holds the other end
        drop(held);
    })
    .await?;
    let (reads, queue) = mpsc::channel(QUEUE);
    let queue = Arc::new(Mutex::new(queue));
    for number in 1..=READERS {
        let (queue, shared) = (Arc::clone(&queue), Arc::clone(counters));
        let reads_on = reads_on.clone();
        spawn(
            format!("reader {number}"),
            path.clone(),
            READER,
            move |held| {
                reader::serve(held, &queue, &shared);
                drop(reads_on);
            },
        )
        .await?;
    }
    Ok((writes, reads, Near::new(&path, reads_on)))
}

/// Connections that belong to no thread: a read of a row or two is done sooner than another thread wakes.
pub(super) struct Near {
    connections: [Mutex<Held>; NEAR],
    /// The writer closes after them too.
    _reads_on: std::sync::mpsc::Sender<()>,
}

impl Near {
    /// Each is opened when it is first needed.
    fn new(path: &Path, reads_on: std::sync::mpsc::Sender<()>) -> Self {
        let held = || Held {
            path: path.to_owned(),
            settings: READER,
            connection: None,
        };
        Self {
            connections: std::array::from_fn(|_| Mutex::new(held())),
            _reads_on: reads_on,
        }
    }

    /// Runs and answers a unit on this thread; gives it back when every connection is in use.
    pub(super) fn read(&self, unit: unit::Boxed, counters: &Counters) -> Option<unit::Boxed> {
        let free = |held| Mutex::try_lock(held).ok();
        let Some(mut held) = self.connections.iter().find_map(free) else {
            return Some(unit);
        };
        reader::read(&mut held, unit, counters);
        None
    }
}

async fn spawn(
    name: String,
    path: PathBuf,
    settings: &'static str,
    serve: impl FnOnce(Held) + Send + 'static,
) -> Result<(), OpenError> {
    let (tell, opened) = oneshot::channel();
    let file = path.clone();
    thread::Builder::new()
        .name(format!("store {name}"))
        .spawn(move || match open(&path, settings) {
            Ok(connection) => {
                drop(tell.send(Ok(())));
                serve(Held {
                    path,
                    settings,
                    connection: Some(connection),
                });
            }
            Err(error) => drop(tell.send(Err(error))),
        })
        .map_err(|why| OpenError::File { path: file, why })?;
    opened
        .await
        .unwrap_or_else(|_| Err(Error::unavailable("its thread has ended")))?;
    Ok(())
}

/// A thread's connection, opened anew when it could not be brought back to order.
struct Held {
    path: PathBuf,
    settings: &'static str,
    connection: Option<Connection>,
}

impl Held {
    fn connection(&mut self) -> Result<&Connection> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => open(&self.path, self.settings)?,
        };
        Ok(self.connection.insert(connection))
    }

    /// Ends whatever transaction a failure left.
    fn roll_back(&mut self) {
        let stuck = self.connection.as_ref().is_some_and(|connection| {
            !connection.is_autocommit() && statement::end(connection, "ROLLBACK").is_err()
        });
        if stuck {
            self.connection = None;
        }
    }
}

/// Each commit is on the disk before its answer (FULL); deleted secrets are overwritten, and
/// temporary tables stay in memory. `cache_size` is in KiB when negative, the limit of the
/// journal in bytes; `wal_autocheckpoint` in pages of 4 KiB: how much is collected before the file
/// itself is written to, when no quiet moment came for that before (`writer::QUIET`).
const WRITER: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
     PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 16000; PRAGMA journal_size_limit = 67108864";

const READER: &str = "PRAGMA query_only = ON; PRAGMA foreign_keys = ON; \
     PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192";

/// How long a connection waits for another process.
const PATIENCE: Duration = Duration::from_secs(5);

fn open(path: &Path, settings: &str) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        // A name in double quotes that is no column is a mistake, as on PostgreSQL, not a text.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
        // A file that was tampered with runs no functions of ours, and we edit no schema tables.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        // A plan holds whatever is bound: otherwise each join would be parsed anew at every execution.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(256);
        connection.execute_batch(settings)?;
        Ok(connection)
    };
    // Turning a new file to WAL does not wait for others who do the same: it is tried again until they
    // are done.
    let began = super::now();
    loop {
        match open() {
            Err(error) if is_busy(&error) && began.elapsed() < PATIENCE => {
                thread::sleep(Duration::from_millis(20));
            }
            opened => return opened.map_err(|error| statement::failure(&error)),
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::super::Value;
    use super::*;

    #[test]
    fn a_join_is_prepared_once_however_often_it_runs() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("test.db");
        file::prepare(&path).unwrap();
        let connection = open(&path, WRITER).unwrap();
        let tables = "CREATE TABLE a (id INTEGER PRIMARY KEY, b BLOB UNIQUE, c BIGINT); \
             CREATE TABLE d (id INTEGER PRIMARY KEY)";
        connection.execute_batch(tables).unwrap();
        let sql = "SELECT a.c FROM a JOIN d ON d.id = a.id WHERE a.b = $1 AND a.c > $2";
        for time in 1..9 {
            let args = [Value::Blob(vec![7; 32]), Value::Int(time)];
            statement::rows(&connection, sql, &args, |_| Ok(())).unwrap();
            let cached = connection.prepare_cached(sql).unwrap();
            assert_eq!(cached.get_status(StatementStatus::RePrepare), 0);
        }
    }
}
