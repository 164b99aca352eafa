//! One connection to `PostgreSQL`: its prepared statements, its transaction, and what a failure
//! of either means.

use std::collections::HashMap;
use std::error::Error as _;
use std::time::Duration;

use futures_util::future::{join, join_all};
use tokio::task::JoinHandle;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::super::counts::Counters;
use super::super::row::{Row, Source};
use super::super::target::Server;
use super::super::tx::Mode;
use super::super::{Error, OpenError, Result, Value};
use super::wire::{Bind, Misfit};
use super::{Tried, tls};

/// Said to every new connection. A commit is on the disk before its answer, though a role may be
/// set to less; nobody waits for a lock for ever, and a node that vanished holds none for long.
const SETTINGS: &str = "SET default_transaction_isolation = 'read committed'; \
     SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'; \
     SET client_min_messages = 'warning'; \
     SELECT set_config('synchronous_commit', 'on', false) \
     WHERE current_setting('synchronous_commit') = 'off'";

/// How long a server may take to open a connection and to take the settings. The URL's
/// `connect_timeout` bounds the opening of its socket alone.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// How connections are made.
pub(super) struct Link {
    server: Server,
    tls: MakeRustlsConnect,
}

impl Link {
    pub(super) fn new(server: Server) -> Result<Self, OpenError> {
        let tls = tls::trusting(server.roots.as_deref())?;
        Ok(Self { server, tls })
    }

    pub(super) async fn connect(&self) -> Result<Connection> {
        let made = tokio::time::timeout(HANDSHAKE, self.greet()).await;
        made.unwrap_or_else(|_| Err(Error::unavailable("the server does not greet")))
    }

    async fn greet(&self) -> Result<Connection> {
        let connected = self.server.config.connect(self.tls.clone()).await;
        let (client, driver) = connected.map_err(|error| kind(&error))?;
        let task = tokio::spawn(async move {
            if let Err(error) = driver.await {
                tracing::warn!(error = text(&error), "a database connection was lost");
            }
        });
        client
            .batch_execute(SETTINGS)
            .await
            .map_err(|error| kind(&error))?;
        Ok(Connection {
            client,
            task,
            statements: HashMap::new(),
            posted: Vec::new(),
            failed: None,
        })
    }
}

/// A connection and what is prepared on it.
pub(in super::super) struct Connection {
    client: Client,
    task: JoinHandle<()>,
    statements: HashMap<&'static str, Statement>,
    /// What is sent ahead of the next statement, without waiting for its answer in between.
    posted: Vec<Posted>,
    /// The last statement's failure in this transaction.
    failed: Option<Failure>,
}

enum Posted {
    Begin,
    Statement(Statement, Vec<Value>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Failure {
    /// The transaction did not begin: run the unit again, on another connection if need be.
    NotBegun,
    /// Deadlock or serialization failure: run the unit again.
    Lost,
    /// A prepared statement no longer fits the schema, or is gone: prepare anew, run again.
    Stale,
    Other,
}

impl Connection {
    pub(super) fn is_usable(&self) -> bool {
        !self.client.is_closed() && self.failed.is_none()
    }

    /// A transaction begins, with its first statement.
    pub(super) fn begin(&mut self) {
        self.posted = vec![Posted::Begin];
    }

    pub(in super::super) async fn post(&mut self, sql: &'static str, args: &[Value]) -> Result<()> {
        let statement = self.prepared(sql, args).await?;
        self.posted
            .push(Posted::Statement(statement, args.to_vec()));
        Ok(())
    }

    pub(in super::super) async fn run(&mut self, sql: &'static str, args: &[Value]) -> Result<u64> {
        let statement = self.prepared(sql, args).await?;
        let binds: Vec<Bind<'_>> = args.iter().map(Bind).collect();
        let posted = std::mem::take(&mut self.posted);
        let done = async { self.client.execute(&statement, &parameters(&binds)).await };
        let (ahead, done) = join(self.send(&posted), done).await;
        self.note(&posted, ahead)?;
        done.map_err(|error| self.fail(&error))
    }

    pub(in super::super) async fn rows<T>(
        &mut self,
        sql: &'static str,
        args: &[Value],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let rows = self.query(sql, args).await?;
        rows.iter()
            .map(|row| read(&Row(Source::Postgres(row))))
            .collect()
    }

    async fn query(
        &mut self,
        sql: &'static str,
        args: &[Value],
    ) -> Result<Vec<tokio_postgres::Row>> {
        let statement = self.prepared(sql, args).await?;
        let binds: Vec<Bind<'_>> = args.iter().map(Bind).collect();
        let posted = std::mem::take(&mut self.posted);
        let rows = async { self.client.query(&statement, &parameters(&binds)).await };
        let (ahead, rows) = join(self.send(&posted), rows).await;
        self.note(&posted, ahead)?;
        rows.map_err(|error| self.fail(&error))
    }

    pub(in super::super) async fn batch(&mut self, sql: &str) -> Result<()> {
        let posted = std::mem::take(&mut self.posted);
        let (ahead, done) = join(self.send(&posted), self.client.batch_execute(sql)).await;
        self.note(&posted, ahead)?;
        done.map_err(|error| self.fail(&error))
    }

    /// Sends what was posted; the driver sends in the order in which these are first polled, so whoever
    /// joins this with a statement has it sent after them.
    async fn send(&self, posted: &[Posted]) -> Vec<Result<(), tokio_postgres::Error>> {
        join_all(posted.iter().map(async |one| match one {
            Posted::Begin => self.client.batch_execute("BEGIN").await,
            Posted::Statement(statement, args) => {
                let binds: Vec<Bind<'_>> = args.iter().map(Bind).collect();
                let done = self.client.execute(statement, &parameters(&binds)).await;
                done.map(drop)
            }
        }))
        .await
    }

    /// The first failure of what was posted: what came after it failed because of it.
    fn note(
        &mut self,
        posted: &[Posted],
        outcomes: Vec<Result<(), tokio_postgres::Error>>,
    ) -> Result<()> {
        for (one, outcome) in posted.iter().zip(outcomes) {
            if let Err(error) = outcome {
                let error = self.fail(&error);
                if matches!(one, Posted::Begin) {
                    self.failed = Some(Failure::NotBegun);
                }
                return Err(error);
            }
        }
        Ok(())
    }

    pub(super) async fn commit(&mut self, counters: &Counters) -> Tried {
        let posted = std::mem::take(&mut self.posted);
        let (ahead, done) = join(self.send(&posted), self.client.batch_execute("COMMIT")).await;
        if let Err(error) = self.note(&posted, ahead) {
            // A COMMIT after a failure rolls back, and says so without an error.
            let again = self.may_repeat(Mode::Write);
            self.clean_up(Mode::Write).await;
            return if again {
                Tried::Again(error)
            } else {
                Tried::Done(Err(error))
            };
        }
        match done.map_err(|error| self.fail(&error)) {
            Ok(()) => {
                counters.commit();
                Tried::Done(Ok(()))
            }
            // The server answered: it did not commit.
            Err(error) if self.failed == Some(Failure::Lost) => {
                self.failed = None;
                Tried::Again(error)
            }
            Err(error) => Tried::Done(Err(error)),
        }
    }

    /// Puts the connection in order after a unit failed. Where even that fails, the failure stays
    /// noted and the connection is not used again.
    pub(super) async fn clean_up(&mut self, mode: Mode) {
        if self.failed == Some(Failure::Stale) {
            self.statements.clear();
        }
        self.failed = None;
        let begun = !matches!(
            std::mem::take(&mut self.posted).first(),
            Some(Posted::Begin)
        );
        if mode == Mode::Write && begun {
            drop(self.batch("ROLLBACK").await);
        }
    }

    /// Whether the failed unit may be run again: the engine asked for it, its transaction never began, or the
    /// connection was lost in a read, which changes nothing.
    pub(super) fn may_repeat(&self, mode: Mode) -> bool {
        matches!(
            self.failed,
            Some(Failure::NotBegun | Failure::Lost | Failure::Stale)
        ) || (mode == Mode::Read && self.client.is_closed())
    }

    /// Closes the socket on a server that does not answer.
    pub(super) fn abandon(self) {
        self.task.abort();
    }

    /// Says good-bye to the server.
    pub(super) async fn close(self) {
        drop((self.statements, self.client));
        drop(self.task.await);
    }

    async fn prepared(&mut self, sql: &'static str, args: &[Value]) -> Result<Statement> {
        let statement = if let Some(statement) = self.statements.get(sql) {
            statement.clone()
        } else {
            let made = self.client.prepare(sql).await;
            let statement = made.map_err(|error| self.fail(&error))?;
            self.statements.insert(sql, statement.clone());
            statement
        };
        if statement.params().len() != args.len() {
            return Err(Error::shape(format!(
                "the arguments are not $1 to $n: {sql}"
            )));
        }
        Ok(statement)
    }

    fn fail(&mut self, error: &tokio_postgres::Error) -> Error {
        self.failed = Some(match error.code() {
            Some(code) if lost(code) => Failure::Lost,
            Some(&SqlState::FEATURE_NOT_SUPPORTED | &SqlState::INVALID_SQL_STATEMENT_NAME) => {
                Failure::Stale
            }
            _ => Failure::Other,
        });
        kind(error)
    }
}

fn parameters<'a>(binds: &'a [Bind<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    let erase = |bind: &'a Bind<'a>| -> &'a (dyn ToSql + Sync) { bind };
    binds.iter().map(erase).collect()
}

fn lost(code: &SqlState) -> bool {
    matches!(
        *code,
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED
    )
}

/// Which of our kinds an error is. Only the server's first line is kept: its detail shows values.
fn kind(error: &tokio_postgres::Error) -> Error {
    let Some(code) = error.code() else {
        let misfit: Option<&Misfit> = error.source().and_then(|cause| cause.downcast_ref());
        return match misfit {
            Some(_) => Error::Shape(text(error)),
            None => Error::Unavailable(text(error)),
        };
    };
    match *code {
        SqlState::UNIQUE_VIOLATION | SqlState::FOREIGN_KEY_VIOLATION => {
            let name = error.as_db_error().and_then(|error| error.constraint());
            Error::Conflict(name.unwrap_or_default().to_owned())
        }
        SqlState::READ_ONLY_SQL_TRANSACTION => Error::Unavailable(text(error)),
        // Connection, authorization, lost races, resources, operator, system, internal.
        _ => match code.code().get(..2) {
            Some("08" | "28" | "3D" | "40" | "53" | "55" | "57" | "58" | "XX") => {
                Error::Unavailable(text(error))
            }
            _ => Error::Shape(text(error)),
        },
    }
}

fn text(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(said) => format!("{} ({})", said.message(), said.code().code()),
        None => match error.source() {
            Some(cause) => format!("{error}: {cause}"),
            None => error.to_string(),
        },
    }
}
