//! What a support code leads to: in an organization, and for who runs the instance among the logins that nobody has.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::support::SupportCode;
use portcullis_pages::{Field, Problem, RefusedTry, StandsNow, SupportPage, mends};

use super::access::state;
use super::log::somebody;
use super::person::{acts, limits};
use crate::audit::reading::Doer;
use crate::mail;
use crate::people;
use crate::support::{self, Log, Refused};
use crate::web::admit::{Administrator, Member, Owner};
use crate::web::dashboard::status;
use crate::web::dress::redirect;
use crate::web::trouble::Trouble;
use crate::web::visit::{self, Visit};

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let slug = admin.organization.slug.clone();
    asked(&admin.member.visit, &slug, empty(&admin))
}

pub async fn show_one(
    admin: Administrator,
    Path((_, typed)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let mut page = empty(&admin);
    let Some(code) = SupportCode::parse(&typed) else {
        return unread(page, &typed);
    };
    let (app, actor) = (admin.member.app(), &admin.actor);
    let found = support::find(app, actor, &admin.organization, code).await?;
    let found = found.map_err(|_| Trouble::Forbidden)?;
    if found.is_empty()
        && let Some(there) = leads(&admin.member, code).await?
    {
        return Ok(there);
    }
    let found = found.into_iter().filter_map(|one| shown(&admin, one));
    page.found = found.collect();
    page.code = Some(code);
    visit::page(&page)
}

pub async fn show_nobodys(owner: Owner) -> Result<Response, Trouble> {
    asked(&owner.member.visit, "instance", empty_nobodys(&owner))
}

pub async fn show_nobodys_one(
    owner: Owner,
    Path(typed): Path<String>,
) -> Result<Response, Trouble> {
    let mut page = empty_nobodys(&owner);
    let Some(code) = SupportCode::parse(&typed) else {
        return unread(page, &typed);
    };
    let found = support::find_nobodys(owner.member.app(), &owner.actor, code).await?;
    let found = found.map_err(|_| Trouble::Forbidden)?;
    if found.is_empty()
        && let Some(there) = leads(&owner.member, code).await?
    {
        return Ok(there);
    }
    page.found = found.into_iter().filter_map(|one| tried(one).0).collect();
    page.code = Some(code);
    visit::page(&page)
}

/// Leads to what a code among names leads to. A name may look like a code, so there may be nothing.
pub(super) async fn sought(
    admin: &Administrator,
    named: &str,
) -> Result<Option<Response>, Trouble> {
    let Some(code) = SupportCode::written(named) else {
        return Ok(None);
    };
    let (app, here) = (admin.member.app(), &admin.organization);
    let found = support::find(app, &admin.actor, here, code).await?;
    if found.is_ok_and(|found| !found.is_empty()) {
        return Ok(Some(redirect(&address(&here.slug, code))));
    }
    leads(&admin.member, code).await
}

/// Leads to where a code is found, if the member may look there: who calls need not know in which organization.
pub(super) async fn leads(member: &Member, code: SupportCode) -> Result<Option<Response>, Trouble> {
    let (places, actor) = (member.places().await?, member.actor());
    let logs = support::logs(member.app(), &actor, &places, code).await?;
    Ok(logs.first().map(|log| {
        let place = match log {
            Log::Organization(place) => &place.slug,
            Log::Instance => "instance",
        };
        redirect(&address(place, code))
    }))
}

/// The page of a code.
fn address(place: &str, code: SupportCode) -> String {
    format!("/admin/{place}/support/{code}")
}

/// The page with what was typed into its field, or the address of what that leads to.
fn asked(visit: &Visit, place: &str, page: SupportPage) -> Result<Response, Trouble> {
    let Some(typed) = visit.parameter("code") else {
        return visit::page(&page);
    };
    match SupportCode::parse(&typed) {
        Some(code) => Ok(redirect(&address(place, code))),
        None => unread(page, &typed),
    }
}

fn unread(mut page: SupportPage, typed: &str) -> Result<Response, Trouble> {
    page.typed = Field::with_problem(typed, Problem::NotASupportCode);
    visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn empty(admin: &Administrator) -> SupportPage {
    SupportPage {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        nobodys: false,
        typed: Field::default(),
        code: None,
        found: Vec::new(),
    }
}

fn empty_nobodys(owner: &Owner) -> SupportPage {
    SupportPage {
        frame: owner.member.visit.frame(None),
        member: owner.member.bar(),
        slug: owner.member.session.organization_slug.clone(),
        nobodys: true,
        typed: Field::default(),
        code: None,
        found: Vec::new(),
    }
}

/// A refusal in an organization, with what the reader may do about it.
fn shown(admin: &Administrator, refused: Refused) -> Option<RefusedTry> {
    let (tried, one) = tried(refused);
    let mut tried = tried?;
    tried.now = one.map(|one| {
        let may = acts(admin, &one);
        let mends = mends(&tried.event).iter();
        let acts = mends.copied().filter(|act| may.contains(act)).collect();
        StandsNow {
            login_name: format!("{}@{}", one.account.login_name, admin.organization.slug),
            state: state(one.account.state),
            mfa: status(one.account.mfa_status),
            why: people::why(admin.member.app(), &one),
            limits: limits(&one),
            acts,
        }
    });
    Some(tried)
}

/// What is written down of a refusal; an event that can't be read any more tells nothing.
fn tried(refused: Refused) -> (Option<RefusedTry>, Option<people::One>) {
    let by = match refused.told.by {
        Some(Doer::Person(by)) if refused.told.about.as_ref() != Some(&by) => Some(somebody(by)),
        _ => None,
    };
    let about = refused.told.about.map(somebody);
    let tried = refused.told.recorded.entry.map(|entry| RefusedTry {
        at: entry.at,
        from: mail::asked_from(&entry.origin),
        event: entry.event,
        about,
        by,
        now: None,
    });
    (tried, refused.one)
}
