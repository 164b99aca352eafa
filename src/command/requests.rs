//! `portcullis requests …`.

use portcullis_core::time::Timestamp;
use portcullis_server::people;
use serde_json::Value;

use super::account::shown_time;
use super::{operator, organization_of};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 6] = ["asked", "login", "name", "asks for", "signed in", "id"];
/// How many are read at a time.
const PAGE: u32 = 200;

/// Runs a command about what members ask the help desk for.
pub async fn run(options: &Options, command: cli::Requests) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    let cli::Requests::List { organization, json } = command;
    let organization = organization_of(&app, &organization).await?;
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = (after, PAGE, 0);
        let read = people::requests(&app, &operator(), organization.id, page).await?;
        let (open, _) = read.map_err(|_| Failure::denied())?;
        let Some(last) = open.last() else { break };
        after = Some(last.request.id);
        all.extend(open.iter().map(|one| -> [Value; 6] {
            let at: Timestamp = one.request.asked_at;
            [
                shown_time(at).into(),
                format!("{}@{}", one.login_name, organization.slug).into(),
                one.name.clone().into(),
                one.request.wish.as_str().into(),
                one.request.signed_in.into(),
                one.request.id.to_string().into(),
            ]
        }));
    }
    output::rows(json, HEADINGS, &all);
    Ok(())
}
