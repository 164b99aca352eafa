//! What owners and the command line do to whole organizations: suspending one, so that nobody of it signs
//! in by any door; and deleting one, with its data key. Never the one without which nobody owns the instance.

use portcullis_core::audit::{Event, Origin, Standing, Who};
use portcullis_core::role::{self, Actor, Denied, Scope};
use portcullis_store::organizations::{self, Organization, RollUp};
use portcullis_store::{Result, Tx, accounts, mfa_counts, roles};

use crate::app::App;
use crate::fault::Fault;
use crate::people::tell_places;
use crate::record::Subject;

/// How many a page shows.
pub const PAGE: u32 = 50;
/// How many accounts go in one unit of work, so that none is long.
const AT_ONCE: u32 = 500;

/// Why an organization stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// The actor may not.
    Denied,
    /// It is so already.
    AlreadySo,
    /// Nobody would own the instance any more.
    LastOwner,
    /// It is gone.
    Gone,
}

/// A page of organizations after a short name, with how many people of each have which MFA status; and whether
/// more follow.
pub async fn list(
    app: &App,
    actor: &Actor,
    after: &str,
) -> std::result::Result<std::result::Result<(Vec<(Organization, RollUp)>, bool), Denied>, Fault> {
    if let Err(denied) = role::instance(actor, app.now()) {
        return Ok(Err(denied));
    }
    let after = after.to_owned();
    let unit = async move |tx: &mut Tx<'_>| {
        let mut found = organizations::list(tx, &after, PAGE + 1).await?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let until = found.last().map(|last| last.slug.clone());
        let counts = mfa_counts::roll_up(tx, &after, &until.unwrap_or_default()).await?;
        let of = |one: &Organization| {
            let own = counts.iter().filter(|(id, _, _)| *id == one.id);
            RollUp::of(own.map(|(_, status, count)| (*status, *count)))
        };
        let rows = found.into_iter().map(|one| {
            let people = of(&one);
            (one, people)
        });
        Ok((rows.collect(), more))
    };
    Ok(Ok(app.store.read(unit).await?))
}

/// Suspends an organization, or lets its people sign in again. Who is signed in is out at the next request.
pub async fn set_active(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    active: bool,
    origin: Origin,
) -> std::result::Result<std::result::Result<(), NotChanged>, Fault> {
    if role::instance(actor, app.now()).is_err() {
        return Ok(Err(NotChanged::Denied));
    }
    let (app_, who, scope) = (app.clone(), Who::from(actor), Scope::of(organization.id));
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        if !active && !others_own(tx, scope).await? {
            return Ok(Err(NotChanged::LastOwner));
        }
        let since = (!active).then_some(now);
        if !organizations::suspend(tx, scope, since).await? {
            return Ok(Err(match organizations::get(tx, scope).await? {
                Some(_) => NotChanged::AlreadySo,
                None => NotChanged::Gone,
            }));
        }
        if active {
            // A deletion that was broken off left counts of people who are gone.
            mfa_counts::recount(tx, scope).await?;
        } else {
            organizations::sign_everybody_out(tx, scope).await?;
        }
        let (event, standing) = if active {
            (
                Event::OrganizationActivated,
                Standing::OrganizationActivated,
            )
        } else {
            (
                Event::OrganizationSuspended,
                Standing::OrganizationSuspended,
            )
        };
        tell_places(tx, app, (scope, None), (standing, &who)).await?;
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, app, event, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Deletes an organization with everything that is stored under it, and its data key: what is left of its secrets
/// in the file opens no more. (A copy of the database that was made before holds that key too, wrapped by the
/// master key of then, until that is retired.) The digests of its log stay; retention takes the contents. It is suspended first and its accounts
/// go some at a time, in a task of its own: who asked may leave. Breaking off leaves nobody able to sign in, the
/// beginning stands in the log, and the same again ends it.
pub async fn delete(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    origin: Origin,
) -> std::result::Result<std::result::Result<(), NotChanged>, Fault> {
    let (app, actor, organization) = (app.clone(), actor.clone(), organization.clone());
    let task =
        tokio::spawn(async move { empty_and_delete(&app, &actor, organization, origin).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

async fn empty_and_delete(
    app: &App,
    actor: &Actor,
    organization: Organization,
    origin: Origin,
) -> std::result::Result<std::result::Result<(), NotChanged>, Fault> {
    match set_active(app, actor, &organization, false, origin.clone()).await? {
        Ok(()) | Err(NotChanged::AlreadySo) => {}
        Err(why) => return Ok(Err(why)),
    }
    let (scope, mut people) = (Scope::of(organization.id), 0);
    let (app_, who, begun) = (app.clone(), Who::from(actor), organization.clone());
    let (by, teller) = (Subject::instance(who.clone(), &origin), who.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        // One that was broken off left counts of people who are gone.
        mfa_counts::recount(tx, scope).await?;
        let event = Event::OrganizationDeletionBegan {
            slug: begun.slug.clone(),
            name: begun.branding.name.clone(),
            people: mfa_counts::of(tx, scope)
                .await?
                .iter()
                .map(|(_, count)| count)
                .sum(),
        };
        by.write(tx, &app_, event, app_.now()).await?;
        let standing = Standing::OrganizationDeleted;
        tell_places(tx, &app_, (scope, None), (standing, &teller)).await?;
        roles::take_lent(tx, scope).await
    };
    app.store.write(unit).await?;
    loop {
        let unit = async move |tx: &mut Tx<'_>| {
            if !others_own(tx, scope).await? {
                return Ok(Err(NotChanged::LastOwner));
            }
            Ok(Ok(accounts::delete_some(tx, scope, AT_ONCE).await?))
        };
        match app.store.write(unit).await? {
            Ok(0) => break,
            Ok(deleted) => people += deleted,
            Err(why) => return Ok(Err(why)),
        }
    }
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        if !others_own(tx, scope).await? {
            return Ok(Err(NotChanged::LastOwner));
        }
        if !organizations::delete(tx, scope).await? {
            return Ok(Err(NotChanged::Gone));
        }
        let event = Event::OrganizationDeleted {
            slug: organization.slug.clone(),
            name: organization.branding.name.clone(),
            people,
        };
        let subject = Subject::instance(who.clone(), &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    let deleted = app.store.write(unit).await?;
    app.sealer.forget(scope);
    Ok(deleted)
}

/// Whether somebody who can sign in owns the instance from another organization. Units that ask this queue.
async fn others_own(tx: &mut Tx<'_>, scope: Scope) -> Result<bool> {
    roles::lock_owners(tx).await?;
    let owners = roles::lasting_owners(tx).await?;
    Ok(owners.iter().any(|(home, _)| *home != scope.organization()))
}
