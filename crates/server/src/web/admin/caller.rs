//! Who is on the phone, on the agent's side.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::account::State;
use portcullis_core::credential::totp::Code;
use portcullis_core::id::{AccountId, OrganizationId};
use portcullis_core::role::Permission;
use portcullis_pages::{CallerCheck, CallerMail, CallerRefusal, CallerState, OpenCheck};

use super::person::{Place, found, permitted};
use crate::people::{self, Caller, Heard, One, Reply};
use crate::web::admit::Administrator;
use crate::web::code;
use crate::web::dress::redirect;
use crate::web::email_code;
use crate::web::form::Form;
use crate::web::password::{retry_after, seconds};
use crate::web::trouble::Trouble;
use crate::web::visit;

pub async fn show(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    let one = helped(&admin, &id).await?;
    page(&admin, &one, None).await
}

pub async fn submit(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    let [what, typed] = form.only(["do", "code"])?;
    let one = helped(&admin, &id).await?;
    let whose = whose(&admin, &one);
    let visit = &admin.member.visit;
    let (app, actor, origin) = (&visit.app, &admin.actor, visit.origin.clone());
    let code = Code::parse(&typed);
    let reply = match (what.as_str(), code) {
        ("start", _) => {
            let agent = admin.member.session.name.clone();
            return match people::begin_check(app, actor, whose, agent, origin).await? {
                Ok(()) => Ok(redirect(&address(&admin, &one))),
                Err(_) => Err(Trouble::Forbidden),
            };
        }
        ("end", _) => {
            people::end_check(app, actor, whose, origin).await?;
            return Ok(redirect(&address(&admin, &one)));
        }
        ("send", _) => Reply::Mail,
        ("app", Some(code)) => Reply::App(code),
        ("mailed", Some(code)) => Reply::Mailed(code),
        ("app", None) => {
            let refusal = CallerRefusal::App(code::not_a_code(&typed));
            return page(&admin, &one, Some(refusal)).await;
        }
        ("mailed", None) => {
            let refusal = CallerRefusal::Email(email_code::not_a_code(&typed));
            return page(&admin, &one, Some(refusal)).await;
        }
        _ => return Err(Trouble::BadForm),
    };
    let by_app = matches!(reply, Reply::App(_));
    let now = app.now();
    match people::hear(app, actor, whose, reply, origin).await? {
        Heard::Known | Heard::Sent | Heard::Over => Ok(redirect(&address(&admin, &one))),
        Heard::Refused(refused) => {
            let refusal = if by_app {
                CallerRefusal::App(code::code_refusal(refused, now))
            } else {
                CallerRefusal::Email(email_code::email_refusal(refused, now))
            };
            let mut response = page(&admin, &one, Some(refusal)).await?;
            code::mark(&mut response, refused);
            Ok(response)
        }
        Heard::Wait(wait) => {
            let refusal = CallerRefusal::Email(email_code::too_soon(wait, now));
            let mut response = page(&admin, &one, Some(refusal)).await?;
            *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            retry_after(&mut response, wait);
            Ok(response)
        }
    }
}

/// The person of an address, if the reader may help them.
async fn helped(admin: &Administrator, id: &str) -> Result<One, Trouble> {
    let one = found(admin, id).await?;
    if !permitted(admin, &one, Permission::Help) {
        return Err(Trouble::Forbidden);
    }
    if one.account.state == State::Suspended {
        return Err(Trouble::NotFound);
    }
    Ok(one)
}

async fn page(
    admin: &Administrator,
    one: &One,
    refusal: Option<CallerRefusal>,
) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let caller = people::caller(&visit.app, &admin.actor, whose(admin, one)).await?;
    let now = visit.app.now();
    let state = match caller {
        None => CallerState::None,
        Some(Caller { check, word, ways }) => match check.counts(now) {
            Some((at, by)) => CallerState::Known { by, at },
            None if check.is_open(now) => CallerState::Open(OpenCheck {
                word: word.shown(),
                until: check.expires_at,
                app: ways.app,
                email: ways.email.then(|| CallerMail {
                    sent: ways.mailed,
                    wait: ways.wait.map(seconds),
                }),
                refusal,
            }),
            None if check.known.is_none()
                && check.expires_at > now - portcullis_core::caller::COUNTS =>
            {
                CallerState::Over
            }
            _ => CallerState::None,
        },
    };
    let status = match &state {
        CallerState::Open(open) if open.refusal.is_some() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    visit::page_with(
        status,
        &CallerCheck {
            frame: visit.frame(Some(&admin.organization.branding)),
            member: admin.member.bar(),
            slug: admin.organization.slug.clone(),
            id: one.account.id.to_string(),
            name: one.account.name.clone(),
            state,
        },
    )
}

fn whose(admin: &Administrator, one: &One) -> (OrganizationId, AccountId) {
    (admin.organization.id, one.account.id)
}

fn address(admin: &Administrator, one: &One) -> String {
    let (slug, id) = (&admin.organization.slug, one.account.id);
    format!("/admin/{slug}/access/{id}/caller")
}
