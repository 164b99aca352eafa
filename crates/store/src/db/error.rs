//! What can go wrong below the seam, in the few kinds a caller can tell apart.

use std::path::PathBuf;

/// Why a unit of work did not happen. Whatever the kind, nothing of the unit was kept, save that an
/// `Unavailable` at the commit itself leaves open whether it was: the value never came back, so
/// nobody was let in on it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The engine could not do it now: full, read-only, locked, an I/O error, a lost connection.
    /// The same unit may succeed later. The text is for the operator's log, not for a page.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// A UNIQUE, PRIMARY KEY or FOREIGN KEY constraint said no. The text is what the engine calls
    /// it (`SQLite`: `table.column`, empty for a foreign key; `PostgreSQL`: the constraint's name),
    /// so it is for the log; decide by the kind alone.
    #[error("a row like it exists, or one it needs does not: {0}")]
    Conflict(String),
    /// A mistake in the program: bad SQL, a wrong type, one row expected and two found, a panic.
    #[error("a mistake in a statement: {0}")]
    Shape(String),
    /// The unit itself said no, and so everything it wrote is undone.
    #[error("{0}")]
    Refused(String),
}

impl Error {
    pub(crate) fn unavailable(why: impl Into<String>) -> Self {
        Self::Unavailable(why.into())
    }

    pub(crate) fn shape(why: impl Into<String>) -> Self {
        Self::Shape(why.into())
    }

    /// The unit takes back what it wrote.
    pub fn refused(why: impl Into<String>) -> Self {
        Self::Refused(why.into())
    }
}

/// The result of everything below the seam.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a database could not be opened. The texts name no password.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database URL is of no kind known here.
    #[error(
        "the database URL must look like sqlite:portcullis.db or postgres://user@host/name: {0}"
    )]
    Url(String),
    /// Others may read the database file.
    #[error("{path} may be read by others (mode {mode:04o}): run chmod 600 {path}", path = .path.display())]
    Exposed {
        /// The database file, or the `-wal` or `-shm` file beside it.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file cannot be opened or made.
    #[error("{path}: {why}", path = .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        why: std::io::Error,
    },
    /// The engine said no.
    #[error(transparent)]
    Engine(#[from] Error),
}
