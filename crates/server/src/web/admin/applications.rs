//! Applications of an organization: the list for everybody with a role, changes for administrators.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::act::Act;
use portcullis_core::destination::{Kind, MAX_DESCRIPTION, MAX_NAME, Site};
use portcullis_core::name::line;
use portcullis_core::role::scope;
use portcullis_pages::{
    ApplicationForm, Applications, DeleteApplication, Field, ListedApplication, Problem,
};

use super::remote_logon::{Place, found, icon_of, refusal};
use super::whom::{self, Sent};
use crate::destinations::{self, Application, NotDone, permission};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::field::{optional, parsed};
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

const WHAT: Kind = Kind::Application;
const FIELDS: [&str; 7] = [
    "name",
    "address",
    "description",
    "icon",
    "whom",
    "people",
    "version",
];

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let all = destinations::all(&visit.app, admin.scope, WHAT).await?;
    let applications = all.into_iter().map(|(one, named)| ListedApplication {
        id: one.id.to_string(),
        name: one.shown.name,
        address: one.shown.address,
        description: one.shown.description,
        icon: one.shown.icon,
        named: named.map(whom::listed),
    });
    visit::page(&Applications {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        may_change: may(&admin).is_ok(),
        applications: applications.collect(),
    })
}

pub async fn show_new(admin: Administrator) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "new").await?;
    visit::page(&blank(&admin).await?)
}

pub async fn submit_new(admin: Administrator, mut form: Form) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "new").await?;
    let groups = whom::ticked(&mut form);
    let typed = form.only(FIELDS)?;
    let mut page = blank(&admin).await?;
    let Some(new) = read(&mut page, &typed, &groups)? else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (visit, actor) = (&admin.member.visit, &admin.actor);
    let (organization, origin) = (admin.organization.id, visit.origin.clone());
    match destinations::add(&visit.app, actor, organization, new, origin).await? {
        Ok(()) => Ok(redirect(&home(&admin))),
        Err(why) => refuse(page, why),
    }
}

pub async fn show_one(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let (one, audience) = found(&admin, (WHAT, &id)).await?;
    prove(&admin, &id).await?;
    let blank = blank(&admin).await?;
    visit::page(&ApplicationForm {
        name: Field::new(one.shown.name.clone()),
        address: Field::new(one.shown.address.clone()),
        description: Field::new(one.shown.description.clone().unwrap_or_default()),
        icon: one.shown.icon,
        whom: whom::filled(blank.whom, one.shown.everyone, &audience),
        one: Some((one.id.to_string(), one.shown.name, one.version)),
        ..blank
    })
}

pub async fn submit_one(
    admin: Administrator,
    Path((_, id)): Place,
    mut form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let (one, _) = found(&admin, (WHAT, &id)).await?;
    prove(&admin, &id).await?;
    let groups = whom::ticked(&mut form);
    let typed = form.only(FIELDS)?;
    let mut page = ApplicationForm {
        one: Some((one.id.to_string(), one.shown.name.clone(), one.version)),
        ..blank(&admin).await?
    };
    let Some(new) = read(&mut page, &typed, &groups)? else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let version: i64 = typed[6].parse().map_err(|_| Trouble::BadForm)?;
    if version != one.version {
        return refuse(page, NotDone::Stale);
    }
    let (visit, actor) = (&admin.member.visit, &admin.actor);
    match destinations::change(&visit.app, actor, &one, new, visit.origin.clone()).await? {
        Ok(()) => Ok(redirect(&home(&admin))),
        Err(why) => refuse(page, why),
    }
}

pub async fn show_delete(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let (one, _) = found(&admin, (WHAT, &id)).await?;
    prove(&admin, &format!("{id}/delete")).await?;
    visit::page(&DeleteApplication {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        id: one.id.to_string(),
        name: one.shown.name,
    })
}

pub async fn delete(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let [] = form.only([])?;
    let (one, _) = found(&admin, (WHAT, &id)).await?;
    prove(&admin, &format!("{id}/delete")).await?;
    let (visit, actor) = (&admin.member.visit, &admin.actor);
    match destinations::remove(&visit.app, actor, &one, visit.origin.clone()).await? {
        // It is gone, whoever was first.
        Ok(()) | Err(NotDone::Stale) => Ok(redirect(&home(&admin))),
        Err(_) => Err(Trouble::Forbidden),
    }
}

fn may(admin: &Administrator) -> Result<(), Trouble> {
    let (organization, now) = (admin.organization.id, admin.member.app().now());
    let scope = scope(&admin.actor, organization, permission(WHAT), now);
    scope.map(|_| ()).map_err(|_| Trouble::Forbidden)
}

/// Asks for a fresh proof: where a tile leads, people follow. The member comes back to `path` below the list.
async fn prove(admin: &Administrator, path: &str) -> Result<(), Trouble> {
    let here = format!("{}/{path}", home(admin));
    demand(&admin.member, Act::Administration, &here).await
}

fn home(admin: &Administrator) -> String {
    format!("/admin/{}/applications", admin.organization.slug)
}

async fn blank(admin: &Administrator) -> Result<ApplicationForm, Trouble> {
    Ok(ApplicationForm {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        one: None,
        name: Field::default(),
        address: Field::default(),
        description: Field::default(),
        icon: None,
        whom: whom::field(admin).await?,
        refusal: None,
    })
}

/// What was typed, if all of it can be.
fn read(
    page: &mut ApplicationForm,
    typed: &[String; 7],
    groups: &[String],
) -> Result<Option<Application>, Trouble> {
    let [name, address, description, icon, chosen, people, _] = typed;
    page.icon = icon_of(icon)?;
    let sent = Sent {
        chosen,
        people,
        groups,
    };
    let name_of = |text: &str| line(text, MAX_NAME);
    let line_of = |text: &str| line(text, MAX_DESCRIPTION);
    let site_of = |text: &str| text.parse::<Site>();
    let read = (
        parsed(name, name_of, Problem::Missing, &mut page.name),
        parsed(address, site_of, Problem::NotASite, &mut page.address),
        optional(
            description,
            line_of,
            Problem::Missing,
            &mut page.description,
        ),
        whom::read(&page.slug, &sent, &mut page.whom)?,
    );
    let (Some(name), Some(site), Some(description), Some(whom)) = read else {
        return Ok(None);
    };
    Ok(Some(Application {
        name,
        site,
        description,
        icon: page.icon,
        whom,
    }))
}

fn refuse(mut page: ApplicationForm, why: NotDone) -> Result<Response, Trouble> {
    let (status, refusal) = refusal(why, &mut page.name)?;
    page.refusal = refusal;
    visit::page_with(status, &page)
}
