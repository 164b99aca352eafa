//! A unit's view of the database: four verbs, the same on both engines.
//!
//! An error sticks. On `PostgreSQL` a failed statement spoils the transaction, and its COMMIT then
//! says ROLLBACK without an error; so on both engines a unit whose statement failed has failed,
//! even if it looked away. Whoever expects a conflict writes `ON CONFLICT DO NOTHING`.

use super::counts::Counters;
use super::row::Row;
use super::{Error, Result, Value, postgres, sqlite};

/// A transaction under way. Made by [`Store::write`](super::Store::write) and
/// [`Store::read`](super::Store::read), which alone begin and commit.
pub struct Tx<'a> {
    connection: Connection<'a>,
    mode: Mode,
    counters: &'a Counters,
    failed: Option<Error>,
}

pub(super) enum Connection<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut postgres::Connection),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Read,
    Write,
}

impl<'a> Tx<'a> {
    pub(super) fn new(connection: Connection<'a>, mode: Mode, counters: &'a Counters) -> Self {
        Self {
            connection,
            mode,
            counters,
            failed: None,
        }
    }

    /// Runs a statement that answers no rows; gives the number of rows it changed.
    ///
    /// Arguments are `$1` to `$n`, each used at least once. `PostgreSQL` infers the type of each
    /// from its use; where one stands for columns of two types, it needs a CAST or two numbers.
    pub async fn run(&mut self, sql: &'static str, args: &[Value]) -> Result<u64> {
        self.may_start(sql, args)?;
        let done = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::statement::run(connection, sql, args),
            Connection::Postgres(connection) => connection.run(sql, args).await,
        };
        self.note(done)
    }

    /// Runs a statement whose number of rows nobody asks for. On `PostgreSQL` it is sent with the next
    /// one, or with the commit, so that several share a round trip; its failure is still the unit's.
    pub async fn post(&mut self, sql: &'static str, args: &[Value]) -> Result<()> {
        self.may_start(sql, args)?;
        let done = match &mut self.connection {
            Connection::Sqlite(connection) => {
                sqlite::statement::run(connection, sql, args).map(drop)
            }
            Connection::Postgres(connection) => connection.post(sql, args).await,
        };
        self.note(done)
    }

    /// Has `PostgreSQL` plan what follows in this unit for its very values. A plan for any value is one for an organization
    /// like most, by which a large one is read through.
    pub(crate) async fn plan_for_values(&mut self) -> Result<()> {
        if self.engine() == super::Engine::Sqlite {
            return Ok(());
        }
        let sql = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";
        self.post(sql, &[]).await
    }

    /// The one row of an answer, or `None`. Two rows are an [`Error::Shape`].
    pub async fn row<T>(
        &mut self,
        sql: &'static str,
        args: &[Value],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut rows = self.rows(sql, args, read).await?;
        let row = rows.pop();
        if rows.is_empty() {
            return Ok(row);
        }
        self.note(Err(Error::shape(format!("more than one row: {sql}"))))
    }

    /// All rows of an answer, in the order of the engine (say ORDER BY).
    pub async fn rows<T>(
        &mut self,
        sql: &'static str,
        args: &[Value],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.may_start(sql, args)?;
        let rows = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::statement::rows(connection, sql, args, read),
            Connection::Postgres(connection) => connection.rows(sql, args, read).await,
        };
        self.note(rows)
    }

    /// Runs many statements without arguments: the text of a migration.
    pub(super) async fn batch(&mut self, sql: &'static str) -> Result<()> {
        self.may_start(sql, &[])?;
        let done = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::statement::batch(connection, sql),
            Connection::Postgres(connection) => connection.batch(sql).await,
        };
        self.note(done)
    }

    pub(super) fn engine(&self) -> super::Engine {
        match self.connection {
            Connection::Sqlite(_) => super::Engine::Sqlite,
            Connection::Postgres(_) => super::Engine::Postgres,
        }
    }

    /// The first error of the unit, whatever the unit made of it.
    pub(super) fn failed(&self) -> Option<Error> {
        self.failed.clone()
    }

    fn may_start(&mut self, sql: &'static str, args: &[Value]) -> Result<()> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let reads = |sql: &str| sql.starts_with("SELECT") || sql.starts_with("WITH");
        if self.mode == Mode::Read && !reads(sql.trim_start()) {
            return self.note(Err(Error::shape(format!("not a SELECT in a read: {sql}"))));
        }
        let nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
        if args.iter().any(nul) {
            return self.note(Err(Error::shape(format!("a NUL in a text: {sql}"))));
        }
        self.counters.statement();
        Ok(())
    }

    fn note<T>(&mut self, result: Result<T>) -> Result<T> {
        if let Err(error) = &result {
            self.failed.get_or_insert_with(|| error.clone());
        }
        result
    }
}
