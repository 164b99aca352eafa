//! What goes into a statement: the five kinds of value that both engines keep alike.

use std::fmt;

use portcullis_core::id;
use portcullis_core::time::Timestamp;

/// An argument of a statement. A `Timestamp` is `Int` milliseconds, an id `Blob` of 16 bytes.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// SQL NULL, of any type.
    Null,
    /// `BIGINT`.
    Int(i64),
    /// `BOOLEAN`.
    Bool(bool),
    /// `TEXT` or `sort_text`. A NUL character is refused: `PostgreSQL` cannot hold it.
    Text(String),
    /// `BLOB`.
    Blob(Vec<u8>),
}

/// Says the kind and the length only: a value may be a secret, and drivers log their arguments.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Int(_) => f.write_str("Int"),
            Self::Bool(_) => f.write_str("Bool"),
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Blob(bytes) => write!(f, "Blob({} bytes)", bytes.len()),
        }
    }
}

/// The arguments of a statement, in the order `$1`, `$2`, …: `args![now, id, "text", None::<i64>]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        &[$($crate::db::Value::from($value)),*]
    };
}

macro_rules! from {
    ($($type:ty => |$value:ident| $into:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $into
            }
        }
    )*};
}

from! {
    i64 => |value| Self::Int(value);
    i32 => |value| Self::Int(value.into());
    u32 => |value| Self::Int(value.into());
    u16 => |value| Self::Int(value.into());
    u8 => |value| Self::Int(value.into());
    bool => |value| Self::Bool(value);
    &str => |value| Self::Text(value.to_owned());
    &String => |value| Self::Text(value.clone());
    String => |value| Self::Text(value);
    &[u8] => |value| Self::Blob(value.to_vec());
    &Vec<u8> => |value| Self::Blob(value.clone());
    Vec<u8> => |value| Self::Blob(value);
    Timestamp => |value| Self::Int(value.millis());
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Blob(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Blob(bytes.to_vec())
    }
}

impl<T> From<Option<T>> for Value
where
    Self: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

/// Every id is its 16 bytes on the way in and on the way out.
macro_rules! ids {
    ($($id:ident)*) => {$(
        impl From<id::$id> for Value {
            fn from(id: id::$id) -> Self {
                Self::Blob(id.as_bytes().to_vec())
            }
        }

        impl super::row::Column for id::$id {
            fn column(cell: super::row::Cell<'_>) -> super::Result<Self> {
                super::row::Column::column(cell).map(Self::from_bytes)
            }
        }
    )*};
}

ids! {
    CallerCheckId OrganizationId AccountId CredentialId CodeId EnrollmentId AttemptId SessionId BrowserId InvitationId
    EventId FailureId LinkId GrantId DataKeyId SetupId NodeId MailId
    EmailCodeId HelpCodeId ResetRequestId HelpRequestId HelpAskingId RadiusClientId DestinationId GroupId LogoId
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_value_does_not_print_what_it_holds() {
        let shown = format!("{:?}", args!["hunter2", vec![1_u8, 2], 123_456]);
        assert_eq!(shown, "[Text(7 bytes), Blob(2 bytes), Int]");
    }
}
