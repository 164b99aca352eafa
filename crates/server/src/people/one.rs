//! One person's account as the help desk sees it: never a key, a code or a password.

use portcullis_core::credential::Kind;
use portcullis_core::id::AccountId;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Role, Scope, highest};
use portcullis_core::throttle::Counted;
use portcullis_core::time::Timestamp;
use portcullis_store::accounts::{self, Account};
use portcullis_store::devices::{self, Device};
use portcullis_store::organizations::Organization;
use portcullis_store::recovery_codes::{self, SetState};
use portcullis_store::throttle::{self, FactorCounter};
use portcullis_store::{Result, Tx, roles, sessions};

use super::changes::{anywhere, logins_of};
use crate::activity::{self, Deed};
use crate::app::App;
use crate::fault::Fault;

/// What there is to know about one person.
pub struct One {
    /// The account.
    pub account: Account,
    /// Its highest role in the organization.
    pub role: Role,
    /// Its highest role anywhere, which decides who helps it.
    pub highest: Role,
    /// What it must prove.
    pub requirement: Requirement,
    /// Its devices, oldest first.
    pub devices: Vec<Device>,
    /// Its recovery codes' state.
    pub recovery: Option<SetState>,
    /// What delays or closes a way in, and until when; without an end it is closed until somebody opens it.
    pub limits: Vec<(Kind, Option<Timestamp>)>,
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
        let (deeds, _) = activity::read(tx, app, (scope, id), None).await?;
        Ok(Some(One {
            role,
            highest: anywhere(&grants),
            requirement: Requirement::of(organization.policy.rule, account.mfa_required, role),
            devices: devices::list(tx, scope, id).await?,
            recovery: recovery_codes::state(tx, scope, id).await?,
            limits: limits(tx, app, (scope, &organization), &account).await?,
            sessions: sessions::list(tx, scope, id, now).await?.len(),
            deeds,
            account,
        }))
    };
    Ok(app.store.read(unit).await?)
}

/// What stands against an account outside the browsers that it knows.
async fn limits(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, organization): (Scope, &Organization),
    account: &Account,
) -> Result<Vec<(Kind, Option<Timestamp>)>> {
    let now = app.now();
    let mut found = Vec::new();
    let mut password = None;
    for login in logins_of(app, organization, account) {
        password = password.max(throttle::login(tx, login, now).await?);
    }
    if password.is_some() {
        found.push((Kind::Password, password));
    }
    for kind in [Kind::Totp, Kind::EmailCode, Kind::RecoveryCode] {
        let counter = FactorCounter {
            scope,
            account: account.id,
            kind,
            in_known_browser: false,
        };
        match throttle::factor(tx, counter, now).await? {
            Some(Counted::Delayed(wait)) => found.push((kind, Some(now + wait))),
            Some(Counted::Suspended) => found.push((kind, None)),
            Some(Counted::Evaluate) | None => {}
        }
    }
    Ok(found)
}
