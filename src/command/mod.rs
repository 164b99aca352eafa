//! One file per command. They work on the same services as the pages, and raise the same events.

pub mod account;
pub mod application;
pub mod audit;
pub mod check_config;
pub mod contact;
pub mod doctor;
pub mod export;
pub mod generate;
pub mod group;
pub mod import;
pub mod invitations;
pub mod key;
pub mod mfa;
pub mod migrate;
pub mod organization;
pub mod radius;
mod radius_test;
pub mod remote_computer;
pub mod requests;
pub mod support;
mod whom;

use portcullis_core::caller::Verified;
use portcullis_core::login::Login;
use portcullis_core::name::line;
use portcullis_core::organization::Slug;
use portcullis_core::role::{Actor, Scope};
use portcullis_server::App;
use portcullis_server::people;
use portcullis_store::Tx;
use portcullis_store::accounts::{self, Account};
use portcullis_store::organizations::{self, Organization};

use crate::machine;
use crate::output::Failure;

/// Who acts at the command line.
fn operator() -> Actor {
    Actor::Operator(format!("operator@{}", machine::host()))
}

/// What `--reason` says of how somebody knows who is asking.
fn verified(reason: &str) -> Result<Verified, Failure> {
    let words = line(reason, people::MAX_REASON).map_err(|why| {
        Failure::new(format!(
            "--reason says how you know who is asking, in one line: {why}"
        ))
    })?;
    Ok(Verified::Told(words))
}

/// The organization of a short name.
async fn organization_of(app: &App, slug: &str) -> Result<Organization, Failure> {
    let unknown = || {
        Failure::new(format!(
            "there is no organization {slug}; `portcullis organization list` shows all"
        ))
    };
    let parsed: Slug = slug.parse().map_err(|_| unknown())?;
    let found = app
        .store
        .read(async move |tx: &mut Tx<'_>| organizations::by_slug(tx, &parsed).await)
        .await?;
    found.ok_or_else(unknown)
}

/// The account of a login, with its organization.
async fn account_of(app: &App, login: &str) -> Result<(Organization, Account), Failure> {
    let unknown = || {
        Failure::new(format!(
            "nobody signs in as {login}; write a login like ann@acme, or an email address that is proved"
        ))
    };
    let parsed = Login::parse(login).ok_or_else(unknown)?;
    let unit = async move |tx: &mut Tx<'_>| {
        let Some(record) = accounts::by_login(tx, &parsed).await? else {
            return Ok(None);
        };
        let scope = Scope::of(record.organization);
        let organization = organizations::get(tx, scope).await?;
        let account = accounts::find(tx, scope, record.account).await?;
        Ok(organization.zip(account))
    };
    app.store.read(unit).await?.ok_or_else(unknown)
}
