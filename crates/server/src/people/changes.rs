//! What administration and command line change about an account that exists. Each asks first whether
//! the actor may.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::{AccountId, OrganizationId};
use portcullis_core::login::counted_as;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Actor, Permission, Role, Scope, highest, scope, scope_over};
use portcullis_store::accounts::{self, Account};
use portcullis_store::keys::Lookup;
use portcullis_store::organizations::{self, Organization};
use portcullis_store::{
    Result, Tx, attempts, browsers, devices, email_codes, recovery_codes, roles, sessions, throttle,
};

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
    /// The account is gone.
    Gone,
}

/// Suspends or activates an account. A suspended account's sessions and attempts are gone in the same
/// transaction.
pub async fn set_active(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    active: bool,
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let scope = match over(tx, app, &actor, account, Permission::ManageAccounts).await? {
            Ok(found) => found.scope,
            Err(why) => return Ok(Err(why)),
        };
        let account = account.1;
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
        let subject = Subject::by(Who::from(&actor), scope, Some(account), &origin);
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
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let scope = match over(tx, &app_, &actor, account, Permission::Help).await? {
            Ok(found) => found.scope,
            Err(why) => return Ok(Err(why)),
        };
        let account = account.1;
        if !accounts::change_state(tx, scope, account, State::Frozen, State::Active).await? {
            return Ok(Err(NotChanged::AlreadySo));
        }
        let event = Event::AccountUnfrozen {
            reason: reason.clone(),
        };
        let subject = Subject::by(Who::from(&actor), scope, Some(account), &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Lifts every lock-out of an account: delays of its logins, delays and suspensions of its factors.
pub async fn unlock(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let found = match over(tx, app, &actor, account, Permission::Help).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(why)),
        };
        let (scope, id) = (found.scope, account.1);
        for login in logins_of(app, &found.organization, &found.account) {
            throttle::forget_login(tx, login).await?;
        }
        for known in browsers::list(tx, scope, id).await? {
            throttle::forget_login(tx, counter_of(app, known.id)).await?;
        }
        throttle::forget_factors(tx, scope, id).await?;
        let subject = Subject::by(Who::from(&actor), scope, Some(id), &origin);
        subject
            .write(tx, app, Event::AccountUnlocked, app.now())
            .await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Signs an account out everywhere; no browser stays remembered.
pub async fn sign_out_everywhere(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let scope = match over(tx, &app_, &actor, account, Permission::Help).await? {
            Ok(found) => found.scope,
            Err(why) => return Ok(Err(why)),
        };
        let ended = end_all(tx, scope, account.1).await?;
        let event = Event::SignedOutEverywhere { ended };
        let subject = Subject::by(Who::from(&actor), scope, Some(account.1), &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Says whether MFA is required of one account, whatever the policy says.
pub async fn require_mfa(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    required: bool,
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let scope = match over(tx, &app_, &actor, account, Permission::ManageAccounts).await? {
            Ok(found) => found.scope,
            Err(why) => return Ok(Err(why)),
        };
        accounts::require_mfa(tx, scope, account.1, required).await?;
        let subject = Subject::by(Who::from(&actor), scope, Some(account.1), &origin);
        let event = Event::MfaRequired { required };
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Deletes everything that an account has set up for MFA: devices, recovery codes, email codes. Where MFA is
/// required, the password opens the next set-up only with the help desk's code (product.md: Reset without
/// a hole); gives whether it does.
pub async fn delete_mfa(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    verified_how: String,
    origin: Origin,
) -> Result<Result<bool, NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let found = match over(tx, app, &actor, account, Permission::Help).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(why)),
        };
        let (scope, id) = (found.scope, account.1);
        let devices = devices::remove_all(tx, scope, id).await?;
        let codes = recovery_codes::forget(tx, scope, id).await?;
        let mailed = accounts::set_email_codes(tx, scope, id, None).await?;
        if devices == 0 && !codes && !mailed {
            return Ok(Err(NotChanged::AlreadySo));
        }
        accounts::switch_off(tx, scope, id, false).await?;
        email_codes::end_of_account(tx, scope, id).await?;
        throttle::forget_factors(tx, scope, id).await?;
        let needs_code = found.requirement().is_required();
        if needs_code {
            accounts::ask_for_enrollment_code(tx, scope, id).await?;
        }
        accounts::refresh_mfa_status(tx, scope, id).await?;
        end_all(tx, scope, id).await?;
        let event = Event::MfaDeleted {
            verified_how: verified_how.clone(),
            needs_code,
        };
        let subject = Subject::by(Who::from(&actor), scope, Some(id), &origin);
        subject.write(tx, app, event, app.now()).await?;
        Ok(Ok(needs_code))
    };
    Ok(app.store.write(unit).await?)
}

/// Somebody whom an actor may do something to.
pub(super) struct Found {
    /// The rows that may be touched.
    pub scope: Scope,
    /// Whose account.
    pub account: Account,
    /// Of which organization.
    pub organization: Organization,
    /// The account's highest role there.
    pub role: Role,
}

impl Found {
    /// What must be proved by this account.
    pub fn requirement(&self) -> Requirement {
        Requirement::of(
            self.organization.policy.rule,
            self.account.mfa_required,
            self.role,
        )
    }
}

/// Asks whether an actor may, and holds the account: two who act on it at a time queue here.
pub(super) async fn over(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    (organization, id): (OrganizationId, AccountId),
    permission: Permission,
) -> Result<std::result::Result<Found, NotChanged>> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization, permission, now) else {
        return Ok(Err(NotChanged::Denied));
    };
    accounts::lock(tx, scope, id).await?;
    let Some(account) = accounts::find(tx, scope, id).await? else {
        return Ok(Err(NotChanged::Gone));
    };
    let Some(place) = organizations::get(tx, scope).await? else {
        return Ok(Err(NotChanged::Gone));
    };
    let grants = roles::of_account(tx, scope, id, now).await?;
    let role = highest(&grants, organization, now);
    Ok(
        match scope_over(actor, (organization, id), role, permission, now) {
            Ok(scope) => Ok(Found {
                scope,
                account,
                organization: place,
                role,
            }),
            Err(_) => Err(NotChanged::Denied),
        },
    )
}

/// The keyed hashes under which wrong passwords for an account's logins are counted.
pub(super) fn logins_of(
    app: &App,
    organization: &Organization,
    account: &Account,
) -> Vec<[u8; 32]> {
    let name = format!("{}@{}", account.login_name, organization.slug);
    let typed = [Some(name), account.email.clone()].into_iter().flatten();
    typed
        .map(|login| {
            app.masters
                .lookup(Lookup::Login, counted_as(&login).as_bytes())
        })
        .collect()
}

/// Ends every attempt and session of an account, and what remembers its browsers.
async fn end_all(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<u64> {
    // Attempts first: one that is opening a session this moment holds its row until the session is
    // there to be ended.
    attempts::close_others(tx, scope, account, None).await?;
    let ended = sessions::end_others(tx, scope, account, None).await?;
    browsers::end_remembering(tx, scope, account, None).await?;
    Ok(ended)
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
