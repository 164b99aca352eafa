//! Organizations, for those who run the instance: the list, making one, suspending and deleting one.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::account::MfaStatus;
use portcullis_core::name::Name;
use portcullis_core::organization::Slug;
use portcullis_core::policy::Rule;
use portcullis_core::role::Scope;
use portcullis_core::sign_in::Act;
use portcullis_pages::{
    AddOrganization, Field, OrganizationAct, OrganizationPage, OrganizationRow, Organizations,
    Problem, Requirement,
};
use portcullis_store::organizations::{self as rows, Organization, RollUp};
use portcullis_store::{Tx, mfa_counts};

use crate::fault::Fault;
use crate::instance::{self, NewOrganization};
use crate::organizations::{self, NotChanged};
use crate::web::admit::Owner;
use crate::web::dashboard::status;
use crate::web::dress::redirect;
use crate::web::field::parsed;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

const PATH: &str = "/admin/instance/organizations";
const NEW: &str = "/admin/instance/organizations/new";

pub async fn show(owner: Owner) -> Result<Response, Trouble> {
    let visit = &owner.member.visit;
    let after = visit.parameter("after").unwrap_or_default();
    let found = organizations::list(&visit.app, &owner.actor, &after).await?;
    let (found, more) = found.map_err(|_| Trouble::Forbidden)?;
    let next = found.last().filter(|_| more).map(|(last, _)| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        format!("{PATH}?{}", query.append_pair("after", &last.slug).finish())
    });
    visit::page(&Organizations {
        frame: visit.frame(None),
        member: owner.member.bar(),
        slug: owner.member.session.organization_slug.clone(),
        organizations: found
            .iter()
            .map(|(one, people)| row(one, *people))
            .collect(),
        next,
    })
}

pub async fn show_new(owner: Owner) -> Result<Response, Trouble> {
    demand(&owner.member, Act::People, NEW).await?;
    visit::page(&blank(&owner))
}

pub async fn add(owner: Owner, form: Form) -> Result<Response, Trouble> {
    let [name, short_name, rule] = form.only(["organization", "short_name", "requirement"])?;
    let rule = Rule::parse(&rule).ok_or(Trouble::BadForm)?;
    demand(&owner.member, Act::People, NEW).await?;
    let mut page = AddOrganization {
        requirement: requirement(rule),
        ..blank(&owner)
    };
    let read = (
        parsed(&name, Name::parse, Problem::Missing, &mut page.organization),
        parsed(
            &short_name,
            str::parse::<Slug>,
            Problem::NotAShortName,
            &mut page.short_name,
        ),
    );
    if let (Some(name), Some(slug)) = read {
        let app = &owner.member.visit.app;
        let access = format!("/admin/{slug}/access");
        let new = NewOrganization { slug, name, rule };
        match instance::create(app, &owner.actor, new).await? {
            Ok(_) => return Ok(redirect(&access)),
            Err(instance::NotChanged::Denied) => return Err(Trouble::Forbidden),
            Err(_) => page.short_name.problem = Some(Problem::Taken),
        }
    }
    visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub async fn show_act(
    owner: Owner,
    Path((name, act)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let (organization, act) = found(&owner, &name, &act).await?;
    demand(&owner.member, Act::People, &address(&organization, act)).await?;
    visit::page(&page(&owner, &organization, act).await?)
}

pub async fn act(
    owner: Owner,
    Path((name, act)): Path<(String, String)>,
    form: Form,
) -> Result<Response, Trouble> {
    let (organization, act) = found(&owner, &name, &act).await?;
    let [typed] = form.only(["short_name"])?;
    demand(&owner.member, Act::People, &address(&organization, act)).await?;
    let visit = &owner.member.visit;
    let (app, actor, origin) = (&visit.app, &owner.actor, visit.origin.clone());
    let done = match act {
        OrganizationAct::Suspend | OrganizationAct::Activate => {
            let active = act == OrganizationAct::Activate;
            organizations::set_active(app, actor, &organization, active, origin).await?
        }
        OrganizationAct::Delete if typed.trim() != organization.slug => {
            let mut page = page(&owner, &organization, act).await?;
            page.typed = Some(Field::with_problem(typed, Problem::NotTheSame));
            return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        OrganizationAct::Delete => organizations::delete(app, actor, &organization, origin).await?,
    };
    match done {
        // It is so, whoever was first.
        Ok(()) | Err(NotChanged::AlreadySo) => Ok(redirect(PATH)),
        Err(NotChanged::LastOwner) => {
            let mut page = page(&owner, &organization, act).await?;
            page.last_owner = true;
            visit::page_with(StatusCode::CONFLICT, &page)
        }
        Err(NotChanged::Denied) => Err(Trouble::Forbidden),
        Err(NotChanged::Gone) => Err(Trouble::NotFound),
    }
}

fn blank(owner: &Owner) -> AddOrganization {
    AddOrganization {
        frame: owner.member.visit.frame(None),
        member: owner.member.bar(),
        slug: owner.member.session.organization_slug.clone(),
        organization: Field::default(),
        short_name: Field::default(),
        requirement: Requirement::default(),
    }
}

async fn page(
    owner: &Owner,
    organization: &Organization,
    act: OrganizationAct,
) -> Result<OrganizationPage, Fault> {
    let visit = &owner.member.visit;
    let scope = Scope::of(organization.id);
    let count = async move |tx: &mut Tx<'_>| mfa_counts::of(tx, scope).await;
    let people = RollUp::of(visit.app.store.read(count).await?.into_iter());
    Ok(OrganizationPage {
        frame: visit.frame(None),
        member: owner.member.bar(),
        slug: owner.member.session.organization_slug.clone(),
        organization: row(organization, people),
        act,
        typed: (act == OrganizationAct::Delete).then(Field::default),
        last_owner: false,
    })
}

/// The organization and the act of an address.
async fn found(
    owner: &Owner,
    name: &str,
    word: &str,
) -> Result<(Organization, OrganizationAct), Trouble> {
    let mut acts = OrganizationAct::ALL.into_iter();
    let act = acts.find(|act| act.word() == word);
    let act = act.ok_or(Trouble::NotFound)?;
    let slug: Slug = name.parse().map_err(|_| Trouble::NotFound)?;
    let unit = async move |tx: &mut Tx<'_>| rows::by_slug(tx, &slug).await;
    let found = owner.member.app().store.read(unit).await;
    let organization = found.map_err(Fault::from)?.ok_or(Trouble::NotFound)?;
    Ok((organization, act))
}

fn address(organization: &Organization, act: OrganizationAct) -> String {
    format!("{PATH}/{}/{}", organization.slug, act.word())
}

fn row(one: &Organization, people: RollUp) -> OrganizationRow {
    OrganizationRow {
        slug: one.slug.clone(),
        name: one.branding.name.clone(),
        requirement: requirement(one.policy.rule),
        suspended: one.suspended_at.is_some(),
        counts: vec![
            (status(MfaStatus::Enabled), people.enabled),
            (status(MfaStatus::Disabled), people.disabled),
            (status(MfaStatus::NotEnabled), people.not_enabled),
        ],
    }
}

const fn requirement(rule: Rule) -> Requirement {
    match rule {
        Rule::Required => Requirement::Required,
        Rule::Optional => Requirement::Optional,
        Rule::Off => Requirement::Off,
    }
}
