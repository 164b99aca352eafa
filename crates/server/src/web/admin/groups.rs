//! Groups of an organization's people: for everybody with a role to see, for administrators to change.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::act::Act;
use portcullis_core::group::{MAX_AT_ONCE, Name};
use portcullis_core::id::GroupId;
use portcullis_core::role::{Permission, scope};
use portcullis_pages::{
    AddToGroup, DeleteGroup, Field, GroupForm, GroupMember, GroupPage, GroupRefusal, Groups,
    ListedGroup, Problem,
};
use portcullis_store::groups::{self as stored, Group, Membership};
use portcullis_store::{Tx, accounts};

use super::remote_logon::Place;
use super::whom::login_names;
use crate::fault::Fault;
use crate::groups::{self, NotDone};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::field::parsed;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// How many people a page shows.
const PAGE: u32 = 50;

/// One group with what is given to it.
struct Found {
    group: Group,
    opens: Vec<String>,
}

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let all = groups::list(&visit.app, admin.scope).await?.into_iter();
    let groups = all.map(|one| ListedGroup {
        id: one.id.to_string(),
        name: one.name,
        members: one.members,
    });
    visit::page(&Groups {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        may_change: may(&admin).is_ok(),
        groups: groups.collect(),
    })
}

pub async fn show_new(admin: Administrator) -> Result<Response, Trouble> {
    may(&admin)?;
    visit::page(&form(&admin, None))
}

pub async fn submit_new(admin: Administrator, sent: Form) -> Result<Response, Trouble> {
    may(&admin)?;
    let [name] = sent.only(["name"])?;
    let mut page = form(&admin, None);
    let Some(name) = parsed(&name, Name::parse, Problem::Missing, &mut page.name) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (visit, actor) = (&admin.member.visit, &admin.actor);
    let (organization, origin) = (admin.organization.id, visit.origin.clone());
    match groups::add(&visit.app, actor, organization, name, origin).await? {
        Ok(id) => Ok(redirect(&address(&admin, &id.to_string()))),
        Err(why) => refuse(page, why),
    }
}

pub async fn show_one(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    let Found { group, opens } = found(&admin, &id).await?;
    let visit = &admin.member.visit;
    let (scope, after) = (admin.scope, visit.parameter("after").unwrap_or_default());
    let unit =
        async move |tx: &mut Tx<'_>| stored::members(tx, scope, group.id, (&after, PAGE + 1)).await;
    let mut people: Vec<Membership> = visit.app.store.read(unit).await.map_err(Fault::from)?;
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = people.len() > most;
    people.truncate(most);
    let slug = &admin.organization.slug;
    let next = people.last().filter(|_| more).map(|last| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("after", &last.login_name);
        format!("{}?{}", address(&admin, &id), query.finish())
    });
    let people = people.into_iter().map(|one| GroupMember {
        account: one.account.to_string(),
        name: one.name,
        login: format!("{}@{slug}", one.login_name),
        joined_at: one.joined_at,
    });
    visit::page(&GroupPage {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: slug.clone(),
        id,
        may_change: may(&admin).is_ok(),
        members: group.members,
        opens,
        people: people.collect(),
        next,
        name: group.name,
    })
}

pub async fn show_rename(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let Found { group, .. } = found(&admin, &id).await?;
    visit::page(&form(&admin, Some(&group)))
}

pub async fn rename(
    admin: Administrator,
    Path((_, id)): Place,
    sent: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let [name, version] = sent.only(["name", "version"])?;
    let Found { group, .. } = found(&admin, &id).await?;
    let mut page = form(&admin, Some(&group));
    let Some(name) = parsed(&name, Name::parse, Problem::Missing, &mut page.name) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let version: i64 = version.parse().map_err(|_| Trouble::BadForm)?;
    if version != group.version {
        return refuse(page, NotDone::Stale);
    }
    let (visit, actor) = (&admin.member.visit, &admin.actor);
    match groups::rename(&visit.app, actor, &group, name, visit.origin.clone()).await? {
        Ok(()) => Ok(redirect(&address(&admin, &id))),
        Err(why) => refuse(page, why),
    }
}

pub async fn show_add(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let Found { group, .. } = found(&admin, &id).await?;
    prove(&admin, &id, "add").await?;
    visit::page(&adding(&admin, group))
}

pub async fn add(
    admin: Administrator,
    Path((_, id)): Place,
    sent: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let [people] = sent.only(["people"])?;
    let Found { group, .. } = found(&admin, &id).await?;
    prove(&admin, &id, "add").await?;
    let mut page = adding(&admin, group.clone());
    page.people = Field::new(people);
    let names = login_names(&page.slug, &mut page.people);
    if names.as_ref().is_some_and(Vec::is_empty) {
        page.people.problem = Some(Problem::Missing);
    }
    let Some(names) = names.filter(|names| !names.is_empty()) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (visit, actor) = (&admin.member.visit, &admin.actor);
    let joined = groups::join(&visit.app, actor, &group, names, visit.origin.clone()).await?;
    match joined {
        Ok(_) => Ok(redirect(&address(&admin, &id))),
        Err(why) => {
            let (status, refusal) = refusal(why)?;
            page.refusal = refusal;
            visit::page_with(status, &page)
        }
    }
}

pub async fn leave(
    admin: Administrator,
    Path((_, id)): Place,
    sent: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let [account] = sent.only(["account"])?;
    let account = account.parse().map_err(|_| Trouble::BadForm)?;
    let Found { group, .. } = found(&admin, &id).await?;
    demand(&admin.member, Act::Administration, &address(&admin, &id)).await?;
    let (visit, actor, scope) = (&admin.member.visit, &admin.actor, admin.scope);
    // Nobody of another organization is in it, and none is named here.
    let unit = async move |tx: &mut Tx<'_>| accounts::find(tx, scope, account).await;
    let known = visit.app.store.read(unit).await.map_err(Fault::from)?;
    known.ok_or(Trouble::NotFound)?;
    let left = groups::leave(
        &visit.app,
        actor,
        &group,
        vec![account],
        visit.origin.clone(),
    );
    match left.await? {
        // Who is not in it is out of it, whoever was first.
        Ok(_) => Ok(redirect(&address(&admin, &id))),
        Err(_) => Err(Trouble::Forbidden),
    }
}

pub async fn show_delete(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let Found { group, opens } = found(&admin, &id).await?;
    prove(&admin, &id, "delete").await?;
    visit::page(&DeleteGroup {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        id,
        name: group.name,
        opens,
    })
}

pub async fn delete(
    admin: Administrator,
    Path((_, id)): Place,
    sent: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let [] = sent.only([])?;
    let Found { group, .. } = found(&admin, &id).await?;
    prove(&admin, &id, "delete").await?;
    let (visit, actor) = (&admin.member.visit, &admin.actor);
    match groups::remove(&visit.app, actor, &group, visit.origin.clone()).await? {
        // It is gone, whoever was first.
        Ok(()) | Err(NotDone::Stale) => Ok(redirect(&home(&admin))),
        Err(_) => Err(Trouble::Forbidden),
    }
}

fn may(admin: &Administrator) -> Result<(), Trouble> {
    let (organization, now) = (admin.organization.id, admin.member.app().now());
    let scope = scope(&admin.actor, organization, Permission::ManageGroups, now);
    scope.map(|_| ()).map_err(|_| Trouble::Forbidden)
}

/// Asks for a fresh proof: who is in a group may decide who logs on somewhere.
async fn prove(admin: &Administrator, id: &str, word: &str) -> Result<(), Trouble> {
    let here = format!("{}/{word}", address(admin, id));
    demand(&admin.member, Act::Administration, &here).await
}

fn home(admin: &Administrator) -> String {
    format!("/admin/{}/groups", admin.organization.slug)
}

fn address(admin: &Administrator, id: &str) -> String {
    format!("{}/{id}", home(admin))
}

async fn found(admin: &Administrator, id: &str) -> Result<Found, Trouble> {
    let id: GroupId = id.parse().map_err(|_| Trouble::NotFound)?;
    let scope = admin.scope;
    let unit = async move |tx: &mut Tx<'_>| {
        let group = stored::find(tx, scope, id).await?;
        Ok((group, stored::opens(tx, scope, id).await?))
    };
    let store = &admin.member.app().store;
    let (group, opens) = store.read(unit).await.map_err(Fault::from)?;
    Ok(Found {
        group: group.ok_or(Trouble::NotFound)?,
        opens,
    })
}

fn form(admin: &Administrator, group: Option<&Group>) -> GroupForm {
    GroupForm {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        one: group.map(|one| (one.id.to_string(), one.name.clone(), one.version)),
        name: group.map_or_else(Field::default, |one| Field::new(one.name.clone())),
        refusal: None,
    }
}

fn adding(admin: &Administrator, group: Group) -> AddToGroup {
    AddToGroup {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        id: group.id.to_string(),
        name: group.name,
        people: Field::default(),
        refusal: None,
    }
}

fn refuse(mut page: GroupForm, why: NotDone) -> Result<Response, Trouble> {
    if why == NotDone::Taken {
        page.name.problem = Some(Problem::Taken);
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (status, refusal) = refusal(why)?;
    page.refusal = refusal;
    visit::page_with(status, &page)
}

fn refusal(why: NotDone) -> Result<(StatusCode, Option<GroupRefusal>), Trouble> {
    let refusal = match why {
        NotDone::Denied => return Err(Trouble::Forbidden),
        NotDone::Stale | NotDone::Taken => {
            return Ok((StatusCode::CONFLICT, Some(GroupRefusal::Stale)));
        }
        NotDone::Full => GroupRefusal::Full,
        NotDone::Nobody(login) => GroupRefusal::Nobody(login),
        NotDone::TooMany => GroupRefusal::TooMany {
            most: u32::try_from(MAX_AT_ONCE).unwrap_or(u32::MAX),
        },
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Some(refusal)))
}
