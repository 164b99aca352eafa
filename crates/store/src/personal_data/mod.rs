//! Everything that is stored about one account, for its member to take along: which tables and columns
//! that is, and reading them. A contract case walks the schema of both engines and fails when a table or
//! a column is neither told nor kept back with a reason (product.md: The member's own record).

mod tables;

use portcullis_core::id::AccountId;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};

pub use tables::{NOT_PERSONAL, TABLES};

/// A table whose rows belong to an account.
#[derive(Debug)]
pub struct Table {
    /// Its name, under which its rows are told too.
    pub name: &'static str,
    /// Reads the columns that are told, in their order, of account `$1` in organization `$2`; none where
    /// the rows are read in another way.
    pub sql: Option<&'static str>,
    /// The columns that are told, each under its own name, as what they are read.
    pub told: &'static [(&'static str, Kind)],
    /// The columns that are not, and why.
    pub kept_back: &'static [(&'static str, Reason)],
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An id.
    Id,
    /// Text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A time in milliseconds; 0 is none.
    Time,
    /// JSON.
    Json,
    /// Who did something, as JSON.
    Who,
}

/// Why a column is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Whoever reads it could be, or could try to be, the member: a key, a hash, what hashes are made with.
    Secret,
    /// It only says to whom the row belongs.
    Whose,
    /// It names somebody else.
    SomebodyElse,
    /// How nodes share the work, the sealing of the audit log: it says nothing about a person.
    Inner,
}

/// A value as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub enum Told {
    /// Nothing is there.
    Nothing,
    /// An id.
    Id([u8; 16]),
    /// Text.
    Text(String),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// A time.
    Time(Timestamp),
    /// JSON.
    Json(String),
    /// Who did something, as JSON.
    Who(String),
}

/// The rows of a table that belong to an account, oldest first, each with its columns in the order of
/// [`Table::told`].
pub async fn rows(
    tx: &mut Tx<'_>,
    (scope, account): (Scope, AccountId),
    table: &'static Table,
) -> Result<Vec<Vec<Told>>> {
    let Some(sql) = table.sql else {
        return Ok(Vec::new());
    };
    tx.rows(sql, args![account, scope.organization()], |r| {
        let columns = table.told.iter().enumerate();
        columns
            .map(|(index, (_, kind))| told(r, index, *kind))
            .collect()
    })
    .await
}

fn told(r: &Row<'_>, index: usize, kind: Kind) -> Result<Told> {
    let found = match kind {
        Kind::Id => r.get::<Option<[u8; 16]>>(index)?.map(Told::Id),
        Kind::Text => r.get::<Option<String>>(index)?.map(Told::Text),
        Kind::Number => r.get::<Option<i64>>(index)?.map(Told::Number),
        Kind::Flag => r.get::<Option<bool>>(index)?.map(Told::Flag),
        Kind::Time => {
            let at = r.get::<Option<Timestamp>>(index)?;
            at.filter(|at| *at != Timestamp::EPOCH).map(Told::Time)
        }
        Kind::Json => r.get::<Option<String>>(index)?.map(Told::Json),
        Kind::Who => r.get::<Option<String>>(index)?.map(Told::Who),
    };
    Ok(found.unwrap_or(Told::Nothing))
}
