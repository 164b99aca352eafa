//! A role in another organization than the account's own: for a provider's technicians. Who runs the instance gives it,
//! and both organizations' logs say so.

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::{AccountId, GrantId, OrganizationId};
use portcullis_core::role::{Actor, Grant, Permission, Role, Scope, instance};
use portcullis_core::time::Timestamp;
use portcullis_store::roles::NewGrant;
use portcullis_store::{Result, Tx, organizations, roles};

use super::changes::{NotChanged, over};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

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
        if instance(&actor, now).is_err() || place == account.0 || role == Role::Owner {
            return Ok(Err(NotChanged::Denied));
        }
        let found = match over(tx, app, &actor, account, Permission::ManageAccounts).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(why)),
        };
        let (scope, id, there) = (found.scope, account.1, Scope::of(place));
        let Some(organization) = organizations::get(tx, there).await? else {
            return Ok(Err(NotChanged::Gone));
        };
        let until = until.filter(|_| role > Role::Member);
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
        let who = Who::from(&actor);
        let told = Event::RoleElsewhere {
            organization: organization.slug,
            role,
            until,
        };
        let subject = Subject::by(who.clone(), scope, Some(id), &origin);
        subject.write(tx, app, told, now).await?;
        let told = Event::OutsiderRole {
            login: format!("{}@{}", found.account.login_name, found.organization.slug),
            role,
            until,
        };
        let subject = Subject::by(who, there, None, &origin);
        subject.write(tx, app, told, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}
