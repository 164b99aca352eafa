//! What a support code leads to: in an organization, and for who runs the instance among the logins that nobody has.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::id::OrganizationId;
use portcullis_core::support::SupportCode;
use portcullis_pages::{Elsewhere, Field, Problem, RefusedTry, StandsNow, SupportPage, mends};

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
    let found = found.into_iter().filter_map(|one| shown(&admin, one));
    page.found = found.collect();
    let here = Some(admin.organization.id);
    with_elsewhere(&admin.member, page, (code, here)).await
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
    page.found = found.into_iter().filter_map(|one| tried(one).0).collect();
    with_elsewhere(&owner.member, page, (code, None)).await
}

/// The page, with the other places that the code leads to, if the member may look there: who calls need not know in which
/// organization. Where there is nothing here and one of them, that one.
async fn with_elsewhere(
    member: &Member,
    mut page: SupportPage,
    (code, here): (SupportCode, Option<OrganizationId>),
) -> Result<Response, Trouble> {
    let logs = support::logs(member.app(), &member.actor(), code).await?;
    let is_here = |log: &&Log| match log {
        Log::Organization(place) => Some(place.id) == here,
        Log::Instance => here.is_none(),
    };
    let (own, others): (Vec<&Log>, Vec<&Log>) = logs.iter().partition(is_here);
    if let ([], [only]) = (own.as_slice(), others.as_slice()) {
        return Ok(redirect(&address(only, code)));
    }
    let elsewhere = others.iter().map(|log| Elsewhere {
        name: match log {
            Log::Organization(place) => Some(place.branding.name.clone()),
            Log::Instance => None,
        },
        path: address(log, code),
    });
    page.elsewhere = elsewhere.collect();
    page.code = Some(code);
    visit::page(&page)
}

/// Leads to what a code among names leads to: here, if it does, else to the first place where the member may look, whose page
/// names the others. A name may look like a code, so there may be nothing.
pub(super) async fn sought(
    admin: &Administrator,
    named: &str,
) -> Result<Option<Response>, Trouble> {
    let Some(code) = SupportCode::written(named) else {
        return Ok(None);
    };
    leads(&admin.member, Some(admin.organization.id), code).await
}

/// Leads to where a code is found, if the member may look there, and to `here` before others.
pub(super) async fn leads(
    member: &Member,
    here: Option<OrganizationId>,
    code: SupportCode,
) -> Result<Option<Response>, Trouble> {
    let logs = support::logs(member.app(), &member.actor(), code).await?;
    let is_here = |log: &&Log| matches!(log, Log::Organization(place) if Some(place.id) == here);
    let log = logs.iter().find(is_here).or(logs.first());
    Ok(log.map(|log| redirect(&address(log, code))))
}

/// The page of a code.
fn address(log: &Log, code: SupportCode) -> String {
    match log {
        Log::Organization(place) => page_of(&place.slug, code),
        Log::Instance => page_of("instance", code),
    }
}

fn page_of(place: &str, code: SupportCode) -> String {
    format!("/admin/{place}/support/{code}")
}

/// The page with what was typed into its field, or the address of what that leads to.
fn asked(visit: &Visit, place: &str, page: SupportPage) -> Result<Response, Trouble> {
    let Some(typed) = visit.parameter("code") else {
        return visit::page(&page);
    };
    match SupportCode::parse(&typed) {
        Some(code) => Ok(redirect(&page_of(place, code))),
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
        elsewhere: Vec::new(),
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
        elsewhere: Vec::new(),
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
