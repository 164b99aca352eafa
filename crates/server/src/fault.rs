//! What can go wrong in a service that is nobody's mistake: the page says to try again, the log says
//! why. Refusals are not faults; they are outcomes.

use portcullis_core::credential::password::HashFailed;
use portcullis_store::Error;

use crate::door::NoChance;

/// Why a service could not decide.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The database, or the machine, can't do it now. Nobody was let in.
    #[error("{0}")]
    Unavailable(String),
    /// More passwords wait to be hashed than the queue takes.
    #[error("too many passwords are waiting to be checked")]
    Busy,
    /// A mistake in the program or in what is stored.
    #[error("{0}")]
    Broken(String),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Unavailable(why) => Self::Unavailable(why),
            Error::Conflict(why) | Error::Shape(why) | Error::Refused(why) => Self::Broken(why),
        }
    }
}

impl From<NoChance> for Fault {
    fn from(error: NoChance) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl From<HashFailed> for Fault {
    fn from(error: HashFailed) -> Self {
        Self::Broken(error.to_string())
    }
}
