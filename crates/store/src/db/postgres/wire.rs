//! Values as `PostgreSQL` sends and takes them, by the type it inferred. A domain (`blob`,
//! `sort_text`) is the type below it.

use std::error::Error;
use std::fmt;

use bytes::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, Kind, ToSql, Type, to_sql_checked};

use super::super::Value;
use super::super::row::Cell;

type Failed = Box<dyn Error + Sync + Send>;

/// An argument or a column is of a type that we do not use, or not of this one.
#[derive(Debug)]
pub(super) struct Misfit(Type);

impl Error for Misfit {}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the value does not fit the type {}", self.0)
    }
}

/// The driver prints arguments when it logs; a [`Value`] shows its kind only.
#[derive(Debug)]
pub(super) struct Bind<'a>(pub(super) &'a Value);

impl ToSql for Bind<'_> {
    fn to_sql(&self, of: &Type, out: &mut BytesMut) -> Result<IsNull, Failed> {
        match (self.0, base(of)) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(value), &Type::INT8) => value.to_sql(of, out),
            (Value::Int(value), &Type::INT4) => narrow::<i32>(*value, of)?.to_sql(of, out),
            (Value::Int(value), &Type::INT2) => narrow::<i16>(*value, of)?.to_sql(of, out),
            (Value::Bool(value), &Type::BOOL) => value.to_sql(of, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR) => text.to_sql(of, out),
            (Value::Blob(bytes), &Type::BYTEA) => bytes.to_sql(of, out),
            _ => Err(Box::new(Misfit(of.clone()))),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Cell<'a> {
    fn from_sql(of: &Type, raw: &'a [u8]) -> Result<Self, Failed> {
        match base(of) {
            &Type::INT8 => i64::from_sql(of, raw).map(Cell::Int),
            &Type::INT4 => i32::from_sql(of, raw).map(|value| Cell::Int(value.into())),
            &Type::INT2 => i16::from_sql(of, raw).map(|value| Cell::Int(value.into())),
            &Type::BOOL => bool::from_sql(of, raw).map(Cell::Bool),
            &Type::TEXT | &Type::VARCHAR => <&str>::from_sql(of, raw).map(Cell::Text),
            &Type::BYTEA => Ok(Cell::Blob(raw)),
            _ => Err(Box::new(Misfit(of.clone()))),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Failed> {
        Ok(Cell::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

fn base(of: &Type) -> &Type {
    match of.kind() {
        Kind::Domain(below) => base(below),
        _ => of,
    }
}

fn narrow<T: TryFrom<i64>>(value: i64, of: &Type) -> Result<T, Misfit> {
    T::try_from(value).map_err(|_| Misfit(of.clone()))
}
