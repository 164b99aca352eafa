//! What an engine says of itself, for an operator who asks whether all is well.

use portcullis_core::time::Timestamp;

use super::{Engine, Error, Result, Tx};
use crate::args;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Examined {
    /// A file.
    Sqlite {
        /// The engine's version.
        version: String,
        /// How commits reach the file; `wal` as we open it.
        journal: String,
        /// `ok`, or what is wrong with the file.
        check: String,
    },
    /// A server.
    Postgres {
        /// The server's version.
        version: String,
        /// Whether a commit survives a power cut.
        fsync: bool,
        /// The server's clock.
        clock: Timestamp,
    },
}

pub(super) async fn examine(tx: &mut Tx<'_>) -> Result<Examined> {
    let found = match tx.engine() {
        Engine::Sqlite => {
            let sql = "SELECT sqlite_version(), (SELECT journal_mode FROM pragma_journal_mode), \
                 (SELECT quick_check FROM pragma_quick_check LIMIT 1)";
            tx.row(sql, args![], |r| {
                Ok(Examined::Sqlite {
                    version: r.get(0)?,
                    journal: r.get(1)?,
                    check: r.get(2)?,
                })
            })
            .await?
        }
        Engine::Postgres => {
            let sql = "SELECT current_setting('server_version'), current_setting('fsync') = 'on', \
                 CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
            tx.row(sql, args![], |r| {
                Ok(Examined::Postgres {
                    version: r.get(0)?,
                    fsync: r.get(1)?,
                    clock: r.get(2)?,
                })
            })
            .await?
        }
    };
    found.ok_or_else(|| Error::shape("an engine that says nothing of itself"))
}
