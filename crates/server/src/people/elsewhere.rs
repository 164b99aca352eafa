//! A role in another organization than the account's own: for a provider's technicians. Who runs the instance gives it,
//! the admins of the organization that it is for can take it away, and both organizations' logs say so. What becomes of
//! who has one is told there too.

use portcullis_core::audit::{Event, Origin, Standing, Who};
use portcullis_core::id::{AccountId, GrantId, OrganizationId};
use portcullis_core::role::{Actor, Grant, Permission, Role, Scope, instance, scope};
use portcullis_core::time::Timestamp;
use portcullis_store::roles::{NewGrant, Outsider};
use portcullis_store::{Result, Tx, accounts, organizations, roles};

use super::changes::{NotChanged, over};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// Who has a role in an organization from another one.
pub async fn outsiders(app: &App, scope: Scope) -> Result<Vec<Outsider>, Fault> {
    let now = app.now();
    let unit = async move |tx: &mut Tx<'_>| roles::outsiders(tx, scope, now).await;
    Ok(app.store.read(unit).await?)
}

/// Gives an account a role in another organization, for good or until a time, in place of the one that it has there;
/// `Member` takes it away.
pub async fn set_role_elsewhere(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    (place, role, until): (OrganizationId, Role, Option<Timestamp>),
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        if place == account.0 || role == Role::Owner {
            return Ok(Err(NotChanged::Denied));
        }
        let login = match may(tx, app, &actor, account, (place, role)).await? {
            Ok(login) => login,
            Err(why) => return Ok(Err(why)),
        };
        let (scope, id, there) = (Scope::of(account.0), account.1, Scope::of(place));
        let Some(organization) = organizations::get(tx, there).await? else {
            return Ok(Err(NotChanged::Gone));
        };
        let until = until.filter(|_| role > Role::Member);
        if until.is_some_and(|until| until <= now) {
            return Ok(Err(NotChanged::DayOver));
        }
        let grants = roles::of_account(tx, scope, id, now).await?;
        let had = grants.iter().find(|grant| grant.scope == Some(place));
        let same = match had {
            None => role == Role::Member,
            Some(grant) => grant.role == role && grant.until == until,
        };
        if same {
            return Ok(Err(NotChanged::AlreadySo));
        }
        roles::take_elsewhere(tx, scope, id, place).await?;
        if role > Role::Member {
            let new = NewGrant {
                id: GrantId::new(now, app.random()?),
                account: id,
                grant: Grant {
                    role,
                    scope: Some(place),
                    until,
                },
                created_at: now,
            };
            roles::add(tx, scope, &new).await?;
        }
        // Who acts for the other organization is named here, and not from where.
        let runs = instance(&actor, now).is_ok();
        let from = if runs {
            origin.clone()
        } else {
            Origin::default()
        };
        let who = Who::from(&actor);
        let told = Event::RoleElsewhere {
            organization: organization.slug,
            role,
            until,
        };
        let subject = Subject::by(who.clone(), scope, Some(id), &from);
        subject.write(tx, app, told, now).await?;
        let told = Event::OutsiderRole { login, role, until };
        let subject = Subject::by(who, there, None, &origin);
        subject.write(tx, app, told, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Asks whether an actor may give that role, and holds the account; gives its login. Who runs the instance may; whoever
/// manages the accounts of the organization that the role is for may take it away.
async fn may(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    (place, role): (OrganizationId, Role),
) -> Result<Result<String, NotChanged>> {
    let now = app.now();
    if instance(actor, now).is_ok() {
        let found = over(tx, app, actor, account, Permission::ManageAccounts).await?;
        let login = |name: &str, slug: &str| format!("{name}@{slug}");
        return Ok(found.map(|one| login(&one.account.login_name, &one.organization.slug)));
    }
    let own = matches!(actor, Actor::Person { account: own, .. } if *own == account.1);
    let manages = scope(actor, place, Permission::ManageAccounts, now);
    let Ok(there) = manages else {
        return Ok(Err(NotChanged::Denied));
    };
    if own || role > Role::Member {
        return Ok(Err(NotChanged::Denied));
    }
    accounts::lock(tx, Scope::of(account.0), account.1).await?;
    // Nothing is told of an account that has no role there.
    let all = roles::outsiders(tx, there, now).await?;
    let found = all.into_iter().find(|one| one.account == account);
    Ok(found
        .map(|one| format!("{}@{}", one.login_name, one.slug))
        .ok_or(NotChanged::Gone))
}

/// Writes into the log of each organization in which an account has a role from elsewhere, or in which anybody of the
/// organization does, what became of it; it is not told from where.
pub(crate) async fn tell_places(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, account): (Scope, Option<AccountId>),
    (standing, who): (Standing, &Who),
) -> Result<()> {
    let now = app.now();
    let lent = roles::lent(tx, scope, now).await?;
    let lent = lent
        .into_iter()
        .filter(|one| account.is_none_or(|account| one.account == account));
    let mut slug = None;
    for one in lent {
        if slug.is_none() {
            slug = organizations::get(tx, scope).await?.map(|one| one.slug);
        }
        let slug = slug.as_deref().unwrap_or_default();
        let told = Event::OutsiderStanding {
            login: format!("{}@{slug}", one.login_name),
            now: standing,
        };
        let there = Scope::of(one.place);
        let subject = Subject::by(who.clone(), there, None, &Origin::default());
        subject.write(tx, app, told, now).await?;
    }
    Ok(())
}
