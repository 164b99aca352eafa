//! `portcullis export …`.

use portcullis_core::audit::Origin;
use portcullis_server::people;

use super::{operator, organization_of};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

/// Runs a command that writes a file out.
pub async fn run(options: &Options, command: cli::Export) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Export::Accounts { organization } => {
            let organization = organization_of(&app, &organization).await?;
            let origin = Origin::default();
            let people = people::export(&app, &operator(), &organization, &origin).await?;
            let mut people = people.map_err(|_| Failure::denied())?;
            while let Some(rows) = people.next().await? {
                output::text(&rows);
            }
            Ok(())
        }
    }
}
