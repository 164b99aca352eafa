//! Groups of an organization's people, as administrators and the command line make and fill them.

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::group::{MAX_AT_ONCE, MAX_GROUPS, Name};
use portcullis_core::id::{AccountId, GroupId, OrganizationId};
use portcullis_core::login::LoginName;
use portcullis_core::role::{self, Actor, Permission, Scope};
use portcullis_store::groups::{self, Group};
use portcullis_store::{Result, Tx};

use crate::app::App;
use crate::fault::Fault;
use crate::people::by_names;
use crate::record::Subject;

/// Why nothing was done about a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The actor may not.
    Denied,
    /// Another has its name.
    Taken,
    /// It is gone, or somebody else changed it first.
    Stale,
    /// The organization has as many as it can.
    Full,
    /// Nobody in the organization has this login name.
    Nobody(String),
    /// More people than are put in at once.
    TooMany,
}

/// Makes a group with nobody in it.
pub async fn add(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    name: Name,
    origin: Origin,
) -> Result<Result<GroupId, NotDone>, Fault> {
    let Ok(scope) = may(app, actor, organization) else {
        return Ok(Err(NotDone::Denied));
    };
    let (app_, who) = (app.clone(), Who::from(actor));
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        if groups::names(tx, scope).await?.len() >= MAX_GROUPS {
            return Ok(Err(NotDone::Full));
        }
        let id = GroupId::new(now, app.random()?);
        if !groups::add(tx, scope, (id, &name), now).await? {
            return Ok(Err(NotDone::Taken));
        }
        let group = name.as_str().to_owned();
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject
            .write(tx, app, Event::GroupAdded { group }, now)
            .await?;
        Ok(Ok(id))
    };
    Ok(app.store.write(unit).await?)
}

/// Gives a group another name.
pub async fn rename(
    app: &App,
    actor: &Actor,
    before: &Group,
    name: Name,
    origin: Origin,
) -> Result<Result<(), NotDone>, Fault> {
    let Ok(scope) = may(app, actor, before.organization) else {
        return Ok(Err(NotDone::Denied));
    };
    let (app_, who, before) = (app.clone(), Who::from(actor), before.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = groups::find(tx, scope, before.id).await?;
        if now.is_none_or(|now| now.version != before.version) {
            return Ok(Err(NotDone::Stale));
        }
        if !groups::rename(tx, scope, &before, &name).await? {
            return Ok(Err(NotDone::Taken));
        }
        let event = Event::GroupRenamed {
            from: before.name.clone(),
            to: name.as_str().to_owned(),
        };
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Deletes a group: what was given to it alone is nobody's.
pub async fn remove(
    app: &App,
    actor: &Actor,
    one: &Group,
    origin: Origin,
) -> Result<Result<(), NotDone>, Fault> {
    let Ok(scope) = may(app, actor, one.organization) else {
        return Ok(Err(NotDone::Denied));
    };
    let (app_, who, one) = (app.clone(), Who::from(actor), one.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        if !groups::remove(tx, scope, one.id).await? {
            return Ok(Err(NotDone::Stale));
        }
        let group = one.name.clone();
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject
            .write(tx, &app_, Event::GroupRemoved { group }, app_.now())
            .await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Puts people into a group: all of them or, where one is nobody, none. How many were not in it.
pub async fn join(
    app: &App,
    actor: &Actor,
    one: &Group,
    people: Vec<LoginName>,
    origin: Origin,
) -> Result<Result<usize, NotDone>, Fault> {
    let Ok(scope) = may(app, actor, one.organization) else {
        return Ok(Err(NotDone::Denied));
    };
    if people.len() > MAX_AT_ONCE {
        return Ok(Err(NotDone::TooMany));
    }
    let (app_, who, one) = (app.clone(), Who::from(actor), one.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let accounts = match by_names(tx, scope, &people).await? {
            Ok(accounts) => accounts,
            Err(nobody) => return Ok(Err(NotDone::Nobody(nobody))),
        };
        let Some(group) = groups::find(tx, scope, one.id).await? else {
            return Ok(Err(NotDone::Stale));
        };
        let (now, mut joined) = (app_.now(), 0);
        for account in accounts {
            if groups::join(tx, scope, (group.id, account), now).await? {
                let group = group.name.clone();
                let subject = Subject::by(who.clone(), scope, Some(account), &origin);
                subject
                    .write(tx, &app_, Event::GroupJoined { group }, now)
                    .await?;
                joined += 1;
            }
        }
        Ok(Ok(joined))
    };
    Ok(app.store.write(unit).await?)
}

/// Takes people out of a group. How many were in it.
pub async fn leave(
    app: &App,
    actor: &Actor,
    one: &Group,
    people: Vec<AccountId>,
    origin: Origin,
) -> Result<Result<usize, NotDone>, Fault> {
    let Ok(scope) = may(app, actor, one.organization) else {
        return Ok(Err(NotDone::Denied));
    };
    let (app_, who, one) = (app.clone(), Who::from(actor), one.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (now, mut left) = (app_.now(), 0);
        for account in &people {
            if groups::leave(tx, scope, (one.id, *account)).await? {
                let group = one.name.clone();
                let subject = Subject::by(who.clone(), scope, Some(*account), &origin);
                subject
                    .write(tx, &app_, Event::GroupLeft { group }, now)
                    .await?;
                left += 1;
            }
        }
        Ok(Ok(left))
    };
    Ok(app.store.write(unit).await?)
}

/// All of an organization, by name.
pub async fn list(app: &App, scope: Scope) -> Result<Vec<Group>, Fault> {
    let unit = async move |tx: &mut Tx<'_>| groups::list(tx, scope).await;
    Ok(app.store.read(unit).await?)
}

/// Whether all of these are groups of the organization now: asked in the unit that gives something to them.
pub(crate) async fn are_there(tx: &mut Tx<'_>, scope: Scope, ids: &[GroupId]) -> Result<bool> {
    if ids.is_empty() {
        return Ok(true);
    }
    let all = groups::names(tx, scope).await?;
    Ok(ids.iter().all(|id| all.iter().any(|(one, _)| one == id)))
}

fn may(app: &App, actor: &Actor, organization: OrganizationId) -> Result<Scope, role::Denied> {
    role::scope(actor, organization, Permission::ManageGroups, app.now())
}
