//! What administration and command line change about an account that exists. Each asks first whether
//! the actor may.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::{AccountId, OrganizationId};
use portcullis_core::login::counted_as;
use portcullis_core::role::{Actor, Denied, Permission, Role, Scope, scope};
use portcullis_store::accounts::{self, Account};
use portcullis_store::keys::Lookup;
use portcullis_store::organizations::Organization;
use portcullis_store::{Result, Tx, attempts, browsers, roles, sessions, throttle};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::counter_of;

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// The actor may not.
    Denied,
    /// It is so already.
    AlreadySo,
    /// The account is the last that can own the instance.
    LastOwner,
}

/// Suspends or activates an account. A suspended account's sessions and attempts are gone in the same
/// transaction.
pub async fn set_active(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    active: bool,
) -> Result<Result<(), NotChanged>, Fault> {
    let Ok(scope) = allowed(app, actor, account.0) else {
        return Ok(Err(NotChanged::Denied));
    };
    let (app_, who, account) = (app.clone(), Who::from(actor), account.1);
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (from, to, event): (&[State], _, _) = if active {
            (&[State::Suspended], State::Active, Event::AccountActivated)
        } else {
            (
                &[State::Active, State::Frozen],
                State::Suspended,
                Event::AccountSuspended,
            )
        };
        if !active && is_last_owner(tx, app, scope, account).await? {
            return Ok(Err(NotChanged::LastOwner));
        }
        let mut changed = false;
        for from in from {
            changed = changed || accounts::change_state(tx, scope, account, *from, to).await?;
        }
        if !changed {
            return Ok(Err(NotChanged::AlreadySo));
        }
        if !active {
            // Attempts first: one that is opening a session this moment holds its row until the
            // session is there to be ended.
            attempts::close_others(tx, scope, account, None).await?;
            sessions::end_others(tx, scope, account, None).await?;
            browsers::forget_all(tx, scope, account).await?;
        }
        let subject = Subject::by(who.clone(), scope, Some(account), &Origin::default());
        subject.write(tx, app, event, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Lets a frozen account be changed again; nobody does that for an account of their own.
pub async fn unfreeze(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    reason: String,
) -> Result<Result<(), NotChanged>, Fault> {
    let own = matches!(actor, Actor::Person { account: own, .. } if *own == account.1);
    let scope = match allowed(app, actor, account.0) {
        Ok(scope) if !own => scope,
        _ => return Ok(Err(NotChanged::Denied)),
    };
    let (app_, who, account) = (app.clone(), Who::from(actor), account.1);
    let unit = async move |tx: &mut Tx<'_>| {
        if !accounts::change_state(tx, scope, account, State::Frozen, State::Active).await? {
            return Ok(Err(NotChanged::AlreadySo));
        }
        let event = Event::AccountUnfrozen {
            reason: reason.clone(),
        };
        let subject = Subject::by(who.clone(), scope, Some(account), &Origin::default());
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Lifts every lock-out of an account: delays of its logins, delays and suspensions of its factors.
pub async fn unlock(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    account: &Account,
) -> Result<Result<(), Denied>, Fault> {
    let scope = match allowed(app, actor, organization.id) {
        Ok(scope) => scope,
        Err(denied) => return Ok(Err(denied)),
    };
    let typed = [
        Some(format!("{}@{}", account.login_name, organization.slug)),
        account.email.clone(),
    ];
    let counter = |login: &String| {
        app.masters
            .lookup(Lookup::Login, counted_as(login).as_bytes())
    };
    let counters: Vec<[u8; 32]> = typed.iter().flatten().map(counter).collect();
    let (app_, who, id) = (app.clone(), Who::from(actor), account.id);
    let unit = async move |tx: &mut Tx<'_>| {
        for counter in &counters {
            throttle::forget_login(tx, *counter).await?;
        }
        for known in browsers::list(tx, scope, id).await? {
            throttle::forget_login(tx, counter_of(&app_, known.id)).await?;
        }
        throttle::forget_factors(tx, scope, id).await?;
        let subject = Subject::by(who.clone(), scope, Some(id), &Origin::default());
        subject
            .write(tx, &app_, Event::AccountUnlocked, app_.now())
            .await
    };
    Ok(Ok(app.store.write(unit).await?))
}

/// Says whether MFA is required of one account, whatever the policy says.
pub async fn require_mfa(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    required: bool,
) -> Result<Result<(), Denied>, Fault> {
    let scope = match allowed(app, actor, account.0) {
        Ok(scope) => scope,
        Err(denied) => return Ok(Err(denied)),
    };
    let (app_, who, account) = (app.clone(), Who::from(actor), account.1);
    let unit = async move |tx: &mut Tx<'_>| {
        accounts::require_mfa(tx, scope, account, required).await?;
        let subject = Subject::by(who.clone(), scope, Some(account), &Origin::default());
        subject
            .write(tx, &app_, Event::MfaRequired { required }, app_.now())
            .await
    };
    Ok(Ok(app.store.write(unit).await?))
}

fn allowed(app: &App, actor: &Actor, organization: OrganizationId) -> Result<Scope, Denied> {
    scope(actor, organization, Permission::ManageAccounts, app.now())
}

/// Whether nobody would own the instance any more without this account.
async fn is_last_owner(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Scope,
    account: AccountId,
) -> portcullis_store::Result<bool> {
    let grants = roles::of_account(tx, scope, account, app.now()).await?;
    let owns = grants
        .iter()
        .any(|grant| grant.role == Role::Owner && grant.scope.is_none());
    Ok(owns && roles::active_owners(tx, app.now()).await? <= 1)
}
