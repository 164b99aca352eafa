//! Time and chance, as they come in by the door: the binary brings the real ones, tests bring their
//! own, and nothing in between asks the machine.

use portcullis_core::time::Timestamp;
use portcullis_store::Error;

/// What time it is.
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> Timestamp;
}

/// Random bytes that nobody can guess.
pub trait Chance: Send + Sync {
    /// Fills the bytes, or says that the machine has none to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance>;
}

/// The operating system gave no random bytes; nothing may be decided without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoChance;

impl From<NoChance> for Error {
    fn from(error: NoChance) -> Self {
        Self::Unavailable(error.to_string())
    }
}
