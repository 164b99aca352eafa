//! One statement on a `SQLite` connection, and what its failure means.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ErrorCode, ffi};

use super::super::row::{Row, Source};
use super::super::{Error, Result, Value};

pub(in super::super) fn run(connection: &Connection, sql: &str, args: &[Value]) -> Result<u64> {
    let mut statement = prepare(connection, sql, args)?;
    let changed = statement.raw_execute().map_err(|error| failure(&error))?;
    u64::try_from(changed).map_err(|_| Error::shape("a count of rows that is no number"))
}

pub(in super::super) fn rows<T>(
    connection: &Connection,
    sql: &str,
    args: &[Value],
    read: impl Fn(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = prepare(connection, sql, args)?;
    let mut answer = statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = answer.next().map_err(|error| failure(&error))? {
        found.push(read(&Row(Source::Sqlite(row)))?);
    }
    Ok(found)
}

pub(in super::super) fn batch(connection: &Connection, sql: &str) -> Result<()> {
    connection
        .execute_batch(sql)
        .map_err(|error| failure(&error))
}

/// BEGIN, SAVEPOINT, COMMIT and the like, from the cache too.
pub(super) fn end(connection: &Connection, sql: &str) -> Result<()> {
    run(connection, sql, &[]).map(drop)
}

/// Binds `$n` by its name: `SQLite` itself numbers `$n` by first appearance.
fn prepare<'a>(
    connection: &'a Connection,
    sql: &str,
    args: &[Value],
) -> Result<CachedStatement<'a>> {
    let mut statement = connection
        .prepare_cached(sql)
        .map_err(|error| failure(&error))?;
    if statement.parameter_count() != args.len() {
        return Err(misfit(sql));
    }
    for index in 1..=args.len() {
        let number = statement
            .parameter_name(index)
            .and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok());
        let value = number
            .and_then(|number| args.get(number.checked_sub(1)?))
            .ok_or_else(|| misfit(sql))?;
        statement
            .raw_bind_parameter(index, Bind(value))
            .map_err(|error| failure(&error))?;
    }
    Ok(statement)
}

fn misfit(sql: &str) -> Error {
    Error::shape(format!("the arguments are not $1 to $n: {sql}"))
}

struct Bind<'a>(&'a Value);

impl rusqlite::ToSql for Bind<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Int(value) => ValueRef::Integer(*value),
            Value::Bool(value) => ValueRef::Integer((*value).into()),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// Which of our kinds an error of `SQLite` is. Its texts name tables and columns, never values.
pub(super) fn failure(error: &rusqlite::Error) -> Error {
    let Some(code) = error.sqlite_error() else {
        return Error::shape(error.to_string());
    };
    let text = error.to_string();
    match (code.code, code.extended_code) {
        (
            ErrorCode::ConstraintViolation,
            ffi::SQLITE_CONSTRAINT_UNIQUE
            | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            | ffi::SQLITE_CONSTRAINT_FOREIGNKEY
            | ffi::SQLITE_CONSTRAINT_ROWID,
        ) => {
            let named = text.split_once(": ").map_or("", |(_, columns)| columns);
            Error::Conflict(named.to_owned())
        }
        (
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::ReadOnly
            | ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::OutOfMemory
            | ErrorCode::DatabaseCorrupt
            | ErrorCode::NotADatabase
            | ErrorCode::PermissionDenied
            | ErrorCode::OperationInterrupted
            | ErrorCode::FileLockingProtocolFailed,
            _,
        ) => Error::Unavailable(text),
        _ => Error::Shape(text),
    }
}
