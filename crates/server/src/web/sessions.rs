//! Where the member is signed in, and the browsers that the account knows.

use axum::response::Response;
use portcullis_core::audit::Origin;
use portcullis_pages::{KnownBrowser, OpenSession, Sessions};
use portcullis_store::browsers::Browser;
use portcullis_store::sessions::Open;

use super::admit::Member;
use super::dress::redirect;
use super::form::Form;
use super::trouble::Trouble;
use super::{browser, visit};
use crate::browsers;

const PATH: &str = "/account/sessions";

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let found = browsers::overview(member.app(), &member.session).await?;
    let (here, in_browser) = (member.session.id, member.session.browser);
    let now = member.app().now();
    let sessions = found.sessions.iter().map(|one| OpenSession {
        here: one.id == here,
        ..shown(one)
    });
    let until = |one: &Browser| {
        let held = one.remembered.as_ref()?;
        let days = found.remember_days;
        held.holds(days, now).then(|| held.ends(days))
    };
    let known = found.browsers.iter().map(|one| KnownBrowser {
        id: one.id.to_string(),
        browser: name(&one.origin),
        address: one.origin.address.clone().unwrap_or_default(),
        known_since: one.created_at,
        used_at: one.used_at,
        remembered_until: until(one),
        here: Some(one.id) == in_browser,
    });
    visit::page(&Sessions {
        frame: member.frame(),
        member: member.bar(),
        sessions: sessions.collect(),
        browsers: known.collect(),
    })
}

pub async fn end(member: Member, form: Form) -> Result<Response, Trouble> {
    let [session] = form.only(["session"])?;
    let other = session.parse().map_err(|_| Trouble::BadForm)?;
    let origin = member.visit.origin.clone();
    browsers::end(member.app(), &member.session, other, origin).await?;
    Ok(redirect(PATH))
}

pub async fn end_others(member: Member, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let origin = member.visit.origin.clone();
    browsers::end_others(member.app(), &member.session, origin).await?;
    Ok(redirect(PATH))
}

pub async fn forget(member: Member, form: Form) -> Result<Response, Trouble> {
    let [browser] = form.only(["browser"])?;
    let browser = browser.parse().map_err(|_| Trouble::BadForm)?;
    let origin = member.visit.origin.clone();
    browsers::forget(member.app(), &member.session, browser, origin).await?;
    Ok(redirect(PATH))
}

/// A session in the page's words, as somebody sees it who looks from elsewhere.
pub(super) fn shown(one: &Open) -> OpenSession {
    OpenSession {
        id: one.id.to_string(),
        browser: name(&one.opened.origin),
        address: one.opened.origin.address.clone().unwrap_or_default(),
        opened_at: one.opened.at,
        used_at: one.used_at,
        here: false,
    }
}

fn name(origin: &Origin) -> Option<String> {
    origin.agent.as_deref().and_then(browser::name)
}
