//! What comes out of a statement. A column is read as the type that was asked for or not at all:
//! a lenient reading would hide that the engines store different things.

use portcullis_core::time::Timestamp;
use rusqlite::types::ValueRef;

use super::{Error, Result};

/// One row of an answer, alive while it is read.
pub struct Row<'a>(pub(super) Source<'a>);

pub(super) enum Source<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The column at `index`, counted from 0 in the order of the SELECT list.
    /// [`Error::Shape`] if there is none, it is of another type, or NULL and `T` not an `Option`.
    pub fn get<T: Column>(&self, index: usize) -> Result<T> {
        let cell = match self.0 {
            Source::Sqlite(row) => sqlite(row, index),
            Source::Postgres(row) => row.try_get(index).map_err(|_| "no such column or type"),
        };
        cell.map_err(Error::shape)
            .and_then(T::column)
            .map_err(|error| match error {
                Error::Shape(why) => Error::Shape(format!("column {index}: {why}")),
                other => other,
            })
    }
}

fn sqlite<'a>(row: &'a rusqlite::Row<'_>, index: usize) -> Result<Cell<'a>, &'static str> {
    match row.get_ref(index).map_err(|_| "no such column")? {
        ValueRef::Null => Ok(Cell::Null),
        ValueRef::Integer(value) => Ok(Cell::Int(value)),
        ValueRef::Text(text) => std::str::from_utf8(text)
            .map(Cell::Text)
            .map_err(|_| "text is not UTF-8"),
        ValueRef::Blob(bytes) => Ok(Cell::Blob(bytes)),
        ValueRef::Real(_) => Err("a floating-point number"),
    }
}

/// A column's value before it is given a type. `SQLite` keeps a BOOLEAN as the integer 0 or 1.
#[derive(Clone, Copy)]
pub enum Cell<'a> {
    /// SQL NULL.
    Null,
    /// `BIGINT`, and `BOOLEAN` on `SQLite`.
    Int(i64),
    /// `BOOLEAN` on `PostgreSQL`.
    Bool(bool),
    /// `TEXT`.
    Text(&'a str),
    /// `BLOB`.
    Blob(&'a [u8]),
}

/// A type that a column can be read as.
pub trait Column: Sized {
    /// From the stored value; [`Error::Shape`] if it is not of this type.
    fn column(cell: Cell<'_>) -> Result<Self>;
}

fn other(wanted: &str, cell: Cell<'_>) -> Error {
    let found = match cell {
        Cell::Null => "NULL",
        Cell::Int(_) => "an integer",
        Cell::Bool(_) => "a boolean",
        Cell::Text(_) => "text",
        Cell::Blob(_) => "bytes",
    };
    Error::shape(format!("{wanted} expected, {found} found"))
}

impl Column for i64 {
    fn column(cell: Cell<'_>) -> Result<Self> {
        match cell {
            Cell::Int(value) => Ok(value),
            _ => Err(other("an integer", cell)),
        }
    }
}

macro_rules! narrow {
    ($($type:ident)*) => {$(
        impl Column for $type {
            fn column(cell: Cell<'_>) -> Result<Self> {
                Self::try_from(i64::column(cell)?)
                    .map_err(|_| Error::shape(concat!("the integer is no ", stringify!($type))))
            }
        }
    )*};
}

narrow! { i32 u32 u16 u8 }

impl Column for bool {
    fn column(cell: Cell<'_>) -> Result<Self> {
        match cell {
            Cell::Bool(value) => Ok(value),
            Cell::Int(0) => Ok(false),
            Cell::Int(1) => Ok(true),
            _ => Err(other("a boolean", cell)),
        }
    }
}

impl Column for String {
    fn column(cell: Cell<'_>) -> Result<Self> {
        match cell {
            Cell::Text(text) => Ok(text.to_owned()),
            _ => Err(other("text", cell)),
        }
    }
}

impl Column for Vec<u8> {
    fn column(cell: Cell<'_>) -> Result<Self> {
        match cell {
            Cell::Blob(bytes) => Ok(bytes.to_vec()),
            _ => Err(other("bytes", cell)),
        }
    }
}

impl<const N: usize> Column for [u8; N] {
    fn column(cell: Cell<'_>) -> Result<Self> {
        match cell {
            Cell::Blob(bytes) => bytes
                .try_into()
                .map_err(|_| Error::shape(format!("{N} bytes expected, {} found", bytes.len()))),
            _ => Err(other("bytes", cell)),
        }
    }
}

impl Column for Timestamp {
    fn column(cell: Cell<'_>) -> Result<Self> {
        i64::column(cell).map(Self::from_millis)
    }
}

impl<T: Column> Column for Option<T> {
    fn column(cell: Cell<'_>) -> Result<Self> {
        match cell {
            Cell::Null => Ok(None),
            _ => T::column(cell).map(Some),
        }
    }
}
