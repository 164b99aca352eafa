//! What administration and command line change about an account that exists. Each asks first whether
//! the actor may.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, Standing, Who};
use portcullis_core::caller::Verified;
use portcullis_core::credential::Kind;
use portcullis_core::credential::help_code::{HelpKind, SPOKEN_LIFE, may_issue};
use portcullis_core::id::{AccountId, GrantId, HelpCodeId, OrganizationId, SessionId};
use portcullis_core::link::Purpose;
use portcullis_core::login::counted_as;
use portcullis_core::policy::{Case, Requirement};
use portcullis_core::role::{
    Actor, Grant, Permission, Role, Scope, highest, may_give, rank, scope, scope_over,
};
use portcullis_core::time::Timestamp;
use portcullis_store::accounts::{self, Account};
use portcullis_store::help_codes::NewHelpCode;
use portcullis_store::keys::Lookup;
use portcullis_store::organizations::{self, Organization};
use portcullis_store::roles::NewGrant;
use portcullis_store::{
    Result, Tx, attempts, browsers, caller_checks, devices, email_codes, help_codes, links,
    policies, recovery_codes, roles, sessions, throttle,
};

use super::elsewhere::tell_places;
use super::help_codes::issued;
use crate::app::App;
use crate::fault::Fault;

use crate::profile::current_counter;
use crate::record::Subject;
use crate::sign_in::counter_of;

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// The actor may not.
    Denied,
    /// It is so already.
    AlreadySo,
    /// The account is frozen; it is to be unfrozen first.
    Frozen,
    /// The account is the last that can own the instance.
    LastOwner,
    /// The account is gone.
    Gone,
    /// Nobody would administer the organization any more.
    LastAdmin,
    /// The same agent opened another way into the account, as [`may_issue`] says.
    NeedsAnother,
    /// The role is the actor's own, and would be given for longer than the actor has it, which is until then.
    Outlives(Timestamp),
    /// The role would have ended already.
    DayOver,
    /// Somebody else changed it since it was looked at.
    Stale,
}

/// Suspends or activates an account. A suspended account's sessions and attempts are gone in the same
/// transaction; one that was frozen is frozen again when it is activated.
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
        let found = match over_few(tx, app, &actor, account).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(why)),
        };
        if !active && let Some(why) = leaves_none(tx, app, &found).await? {
            // An owner may stop an admin who is somebody else, whatever it takes.
            let overrules = rank(&actor, account.0, now) == Role::Owner;
            if why == NotChanged::LastOwner || !overrules {
                return Ok(Err(why));
            }
        }
        let (scope, account) = (found.scope, account.1);
        let (changed, event, standing) = if active {
            let activated = accounts::activate(tx, scope, account).await?;
            (activated, Event::AccountActivated, Standing::Activated)
        } else {
            let suspended = accounts::suspend(tx, scope, account).await?;
            (suspended, Event::AccountSuspended, Standing::Suspended)
        };
        if !changed {
            return Ok(Err(NotChanged::AlreadySo));
        }
        if !active {
            end_all(tx, scope, account).await?;
            browsers::forget_all(tx, scope, account).await?;
            // What was given out opens nothing when the account is activated, whoever has it.
            for kind in HelpKind::ALL {
                help_codes::end(tx, scope, account, kind, now).await?;
            }
            caller_checks::forget(tx, scope, account).await?;
        }
        let who = Who::from(&actor);
        tell_places(tx, app, (scope, Some(account)), (standing, &who)).await?;
        let subject = Subject::by(who, scope, Some(account), &origin);
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
    reason: Verified,
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
            password_ended: false,
        };
        let subject = Subject::by(Who::from(&actor), scope, Some(account), &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Lifts every lock-out of an account: delays of its logins and of its current password, delays and
/// suspensions of its factors.
pub async fn unlock(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    verified_how: Verified,
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
        throttle::forget_login(tx, current_counter(app, id)).await?;
        throttle::forget_factors(tx, scope, id).await?;
        let subject = Subject::by(Who::from(&actor), scope, Some(id), &origin);
        let event = Event::AccountUnlocked {
            verified_how: Some(verified_how.clone()),
        };
        subject.write(tx, app, event, app.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Signs an account out everywhere; no browser stays remembered.
pub async fn sign_out_everywhere(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    verified_how: Verified,
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let scope = match over(tx, &app_, &actor, account, Permission::Help).await? {
            Ok(found) => found.scope,
            Err(why) => return Ok(Err(why)),
        };
        let ended = end_all(tx, scope, account.1).await?;
        let event = Event::SignedOutEverywhere {
            ended,
            verified_how: Some(verified_how.clone()),
        };
        let subject = Subject::by(Who::from(&actor), scope, Some(account.1), &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Ends one session of an account and forgets its browser, so that whoever signs in there is asked for everything.
pub async fn end_session(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    session: SessionId,
    (verified_how, origin): (Verified, Origin),
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let scope = match over(tx, app, &actor, account, Permission::Help).await? {
            Ok(found) => found.scope,
            Err(why) => return Ok(Err(why)),
        };
        let open = sessions::list(tx, scope, account.1, now).await?;
        let Some(open) = open.into_iter().find(|one| one.id == session) else {
            return Ok(Err(NotChanged::Gone));
        };
        if let Some(browser) = open.browser {
            browsers::forget(tx, scope, account.1, browser).await?;
        }
        if !sessions::end_of(tx, scope, account.1, session).await? {
            return Ok(Err(NotChanged::Gone));
        }
        end_links(tx, scope, account.1).await?;
        let event = Event::SessionEnded {
            opened_at: open.opened.at,
            address: open.opened.origin.address,
            verified_how: verified_how.clone(),
        };
        let subject = Subject::by(Who::from(&actor), scope, Some(account.1), &origin);
        subject.write(tx, app, event, now).await?;
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
    verified_how: Verified,
    origin: Origin,
) -> Result<Result<bool, NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let found = match over(tx, app, &actor, account, Permission::Help).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(why)),
        };
        if found.account.state == State::Frozen {
            return Ok(Err(NotChanged::Frozen));
        }
        let (scope, id, now) = (found.scope, account.1, app.now());
        let who = Who::from(&actor);
        let subject = Subject::by(who.clone(), scope, Some(id), &origin);
        // Without its factors, whoever is given a new password is in: it counts like a code given.
        let (issued, holds) = issued(tx, scope, id, now).await?;
        let rank = rank(&actor, account.0, now);
        if may_issue((&actor, rank), HelpKind::Enrollment, (&issued, holds), now).is_err() {
            let factor = Kind::EnrollmentCode;
            subject
                .write(tx, app, Event::CodeNotIssued { factor }, now)
                .await?;
            return Ok(Err(NotChanged::NeedsAnother));
        }
        let devices = devices::remove_all(tx, scope, id).await?;
        let codes = recovery_codes::forget(tx, scope, id).await?;
        let mailed = accounts::set_email_codes(tx, scope, id, None).await?;
        if devices == 0 && !codes && !mailed {
            return Ok(Err(NotChanged::AlreadySo));
        }
        accounts::switch_off(tx, scope, id, false).await?;
        email_codes::end_of_account(tx, scope, id).await?;
        throttle::forget_factors(tx, scope, id).await?;
        let needs_code = found.requirement.is_asked();
        if needs_code {
            accounts::ask_for_enrollment_code(tx, scope, id).await?;
        }
        accounts::refresh_mfa_status(tx, scope, id).await?;
        end_all(tx, scope, id).await?;
        // As if a code of this agent's had opened the next set-up; nobody ever sees it.
        let (kind, code) = (HelpKind::Enrollment, app.random()?);
        let used = NewHelpCode {
            id: HelpCodeId::new(now, app.random()?),
            account: id,
            kind,
            code,
            letter: false,
            expires_at: now + SPOKEN_LIFE,
            issued_by: &who,
            verified_how: &verified_how.stored(),
        };
        help_codes::issue(tx, scope, &used, now).await?;
        help_codes::spend(tx, (scope, id), kind, code, now).await?;
        let event = Event::MfaDeleted {
            verified_how: verified_how.clone(),
            needs_code,
        };
        subject.write(tx, app, event, now).await?;
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
    /// All that decides what is required of it.
    pub case: Case,
    /// What must be proved by this account now.
    pub requirement: Requirement,
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
    let Some(case) = policies::case(tx, scope, id, now).await? else {
        return Ok(Err(NotChanged::Gone));
    };
    let grants = roles::of_account(tx, scope, id, now).await?;
    let role = highest(&grants, organization, now);
    Ok(
        match scope_over(
            actor,
            (organization, id),
            anywhere(&grants),
            permission,
            now,
        ) {
            Ok(scope) => Ok(Found {
                scope,
                account,
                organization: place,
                role,
                case,
                requirement: case.requirement(now),
            }),
            Err(_) => Err(NotChanged::Denied),
        },
    )
}

/// [`over`] for what can take away a last admin or owner: all who do so queue, so that none of two counts on
/// whom the other takes away.
async fn over_few(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
) -> Result<std::result::Result<Found, NotChanged>> {
    let permission = Permission::ManageAccounts;
    let Ok(scope) = scope(actor, account.0, permission, app.now()) else {
        return Ok(Err(NotChanged::Denied));
    };
    roles::lock_owners(tx).await?;
    organizations::lock(tx, scope).await?;
    over(tx, app, actor, account, permission).await
}

/// Who is missing without an account that has the role: nobody else would own the instance, or administer
/// its organization.
async fn leaves_none(tx: &mut Tx<'_>, app: &App, found: &Found) -> Result<Option<NotChanged>> {
    let (scope, id) = (found.scope, found.account.id);
    Ok(match found.role {
        Role::Owner => {
            let owners = roles::lasting_owners(tx).await?;
            let others = owners.iter().any(|(_, owner)| *owner != id);
            (!others).then_some(NotChanged::LastOwner)
        }
        Role::Admin if !others_administer(tx, app, scope, id).await? => Some(NotChanged::LastAdmin),
        _ => None,
    })
}

/// The highest role of an account, wherever it holds: who is help desk here doesn't get at an account that
/// administers another organization.
pub fn anywhere(grants: &[Grant]) -> Role {
    grants
        .iter()
        .map(|grant| grant.role)
        .max()
        .unwrap_or(Role::Member)
}

/// Gives an account a role, for good or until a time, in place of the one that it has here; the owner's is for the
/// whole instance. Nobody gives more than they have, nor for longer, and the last owner or admin stays, without an end.
pub async fn set_role(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    (role, until): (Role, Option<Timestamp>),
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let found = match over_few(tx, app, &actor, account).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(why)),
        };
        let (scope, id) = (found.scope, account.1);
        let until = until.filter(|_| role > Role::Member);
        if until.is_some_and(|until| until <= now) {
            return Ok(Err(NotChanged::DayOver));
        }
        match may_give(&actor, account.0, role, now) {
            None => return Ok(Err(NotChanged::Denied)),
            Some(Some(ends)) if until.is_none_or(|until| until > ends) => {
                return Ok(Err(NotChanged::Outlives(ends)));
            }
            Some(_) => {}
        }
        let grants = roles::of_account(tx, scope, id, now).await?;
        let ends = grants
            .iter()
            .any(|one| one.role == role && one.until == until);
        if found.role == role && (role == Role::Member || ends) {
            return Ok(Err(NotChanged::AlreadySo));
        }
        let keeps = role >= found.role && until.is_none();
        if !keeps && let Some(why) = leaves_none(tx, app, &found).await? {
            return Ok(Err(why));
        }
        roles::take(tx, scope, id).await?;
        let instance_wide = role == Role::Owner;
        if role > Role::Member {
            let new = NewGrant {
                id: GrantId::new(now, app.random()?),
                account: id,
                grant: Grant {
                    role,
                    scope: (!instance_wide).then_some(account.0),
                    until,
                },
                created_at: now,
            };
            roles::add(tx, scope, &new).await?;
        }
        let event = Event::RoleGranted {
            role,
            instance_wide,
            until,
        };
        let subject = Subject::by(Who::from(&actor), scope, Some(id), &origin);
        subject.write(tx, app, event, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Deletes an account with all that is stored under it. What the audit log says of it stays.
pub async fn delete(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let found = match over_few(tx, app, &actor, account).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(why)),
        };
        if let Some(why) = leaves_none(tx, app, &found).await? {
            return Ok(Err(why));
        }
        let (scope, id) = (found.scope, account.1);
        // First the event, since its notice goes to the address on record.
        let event = Event::AccountDeleted {
            login_name: found.account.login_name,
        };
        let who = Who::from(&actor);
        tell_places(tx, app, (scope, Some(id)), (Standing::Deleted, &who)).await?;
        let subject = Subject::by(who, scope, Some(id), &origin);
        subject.write(tx, app, event, now).await?;
        accounts::delete(tx, scope, id).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Whether somebody else administers the organization without an end.
async fn others_administer(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Scope,
    account: AccountId,
) -> Result<bool> {
    let grants = roles::of_organization(tx, scope, app.now()).await?;
    let organization = scope.organization();
    for (other, grant) in grants {
        if other != account
            && grant.role >= Role::Admin
            && grant.until.is_none()
            && grant.scope.is_none_or(|one| one == organization)
        {
            let found = accounts::find(tx, scope, other).await?;
            if found.is_some_and(|one| one.state == State::Active) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The keyed hashes under which wrong passwords for an account's logins are counted. Not for an address that is not
/// proved: it may be the login of somebody else, elsewhere.
pub(super) fn logins_of(
    app: &App,
    organization: &Organization,
    account: &Account,
) -> Vec<[u8; 32]> {
    let name = format!("{}@{}", account.login_name, organization.slug);
    let email = account.proved_email().map(str::to_owned);
    [Some(name), email]
        .into_iter()
        .flatten()
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
    end_links(tx, scope, account).await?;
    Ok(ended)
}

/// Ends what an address or a password was asked for with from a session: it would outlive the session.
pub(crate) async fn end_links(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<()> {
    for purpose in [Purpose::Reset, Purpose::Address] {
        links::end_all(tx, scope, account, purpose).await?;
    }
    Ok(())
}
