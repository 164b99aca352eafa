//! `portcullis migrate`.

use crate::cli::Options;
use crate::config::Config;
use crate::output::{self, Failure};
use crate::{data, machine};

/// Brings the database up to date.
pub async fn run(options: &Options) -> Result<(), Failure> {
    let store = data::open_store(&Config::load(options)?).await?;
    let done = store.migrate(machine::clock().now()).await?;
    output::line(&match done.applied {
        0 => format!("The database is up to date (version {}).", done.version),
        n => format!(
            "{n} migrations were applied; the database is at version {}.",
            done.version
        ),
    });
    Ok(())
}
