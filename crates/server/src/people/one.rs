//! One person's account as the help desk sees it: never a key, a code or a password.

use portcullis_core::id::AccountId;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Role, Scope, highest};
use portcullis_core::time::Timestamp;
use portcullis_store::accounts::{self, Account};
use portcullis_store::devices::{self, Device};
use portcullis_store::organizations::Organization;
use portcullis_store::recovery_codes::{self, SetState};
use portcullis_store::{Tx, roles, sessions};

use super::changes::anywhere;
use super::limits::{Limit, limits};
use crate::activity::{self, Deed};
use crate::app::App;
use crate::fault::Fault;

/// What there is to know about one person.
pub struct One {
    /// The account.
    pub account: Account,
    /// Its highest role in the organization.
    pub role: Role,
    /// When that role ends, if it does.
    pub role_until: Option<Timestamp>,
    /// Its highest role anywhere, which decides who helps it.
    pub highest: Role,
    /// What it must prove.
    pub requirement: Requirement,
    /// Its devices, oldest first.
    pub devices: Vec<Device>,
    /// Its recovery codes' state.
    pub recovery: Option<SetState>,
    /// What delays or closes a way in.
    pub limits: Vec<Limit>,
    /// In how many places it is signed in.
    pub sessions: usize,
    /// What was done to it lately, newest first.
    pub deeds: Vec<Deed>,
}

/// Reads one person of an organization; `None` when there is no such account in it.
pub async fn one(
    app: &App,
    scope: Scope,
    organization: &Organization,
    id: AccountId,
) -> Result<Option<One>, Fault> {
    let (app_, organization) = (app.clone(), organization.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(account) = accounts::find(tx, scope, id).await? else {
            return Ok(None);
        };
        let grants = roles::of_account(tx, scope, id, now).await?;
        let role = highest(&grants, organization.id, now);
        let here = grants
            .iter()
            .filter(|one| one.role == role && one.holds(organization.id, now));
        let ends = here
            .map(|one| one.until)
            .max_by_key(|until| until.map_or(i64::MAX, Timestamp::millis));
        let (deeds, _) = activity::read(tx, app, (scope, id), None).await?;
        Ok(Some(One {
            role,
            role_until: ends.flatten(),
            highest: anywhere(&grants),
            requirement: Requirement::of(organization.policy.rule, account.mfa_required, role),
            devices: devices::list(tx, scope, id).await?,
            recovery: recovery_codes::state(tx, scope, id).await?,
            limits: limits(tx, app, &organization, &account).await?,
            sessions: sessions::list(tx, scope, id, now).await?.len(),
            deeds,
            account,
        }))
    };
    Ok(app.store.read(unit).await?)
}
