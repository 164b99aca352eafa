//! How values of the core are written into text columns and read back.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::db::{Error, Result, Row};

/// A column that holds one word of a closed list.
pub(crate) fn word<T>(row: &Row<'_>, index: usize, parse: fn(&str) -> Option<T>) -> Result<T> {
    let text: String = row.get(index)?;
    parse(&text).ok_or_else(|| Error::Shape(format!("column {index}: no such word: {text}")))
}

/// The same where there may be none.
pub(crate) fn word_or_none<T>(
    row: &Row<'_>,
    index: usize,
    parse: fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    match row.get::<Option<String>>(index)? {
        Some(_) => word(row, index, parse).map(Some),
        None => Ok(None),
    }
}

/// A column that holds JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> Result<T> {
    let text: String = row.get(index)?;
    serde_json::from_str(&text).map_err(|e| Error::Shape(format!("column {index}: {e}")))
}

/// The same where there may be none.
pub(crate) fn json_or_none<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> Result<Option<T>> {
    match row.get::<Option<String>>(index)? {
        Some(_) => json(row, index).map(Some),
        None => Ok(None),
    }
}

/// A value as JSON text.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Shape(e.to_string()))
}
