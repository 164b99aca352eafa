//! Accepting an invitation: by the code on a sheet, or by a mailed link.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::password::Password;
use portcullis_core::invitation::{InvitationCode as TypedCode, InvitationKey};
use portcullis_core::policy::Requirement;
use portcullis_pages::{Invitation, InvitationCode, InvitationRefusal, Problem};

use super::dress::redirect;
use super::field::password_problem;
use super::form::Form;
use super::password::{retry_after, seconds};
use super::progress::go;
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::people::{self, Accepted};

/// The longest code that is shown again for correction, in characters.
const MAX_SHOWN: usize = 64;

pub async fn show_code(visit: Visit) -> Result<Response, Trouble> {
    visit::page(&InvitationCode {
        frame: visit.frame(None),
        code: String::new(),
        refusal: None,
    })
}

pub async fn submit_code(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [typed] = form.only(["code"])?;
    let code = TypedCode::parse(&typed);
    let found = if typed.trim().is_empty() {
        people::TypedCode::Unknown // nothing was typed: nothing is refused
    } else {
        people::typed_code(&visit.app, code.as_ref(), visit.origin.clone()).await?
    };
    let wait = match (found, code) {
        (people::TypedCode::Open, Some(code)) => {
            return Ok(redirect(&format!("/invitation/{}", code.shown())));
        }
        (people::TypedCode::Open | people::TypedCode::Unknown, _) => None,
        (people::TypedCode::AddressDelayed(wait), _) => Some(wait),
    };
    let (status, refusal) = match wait {
        None => (StatusCode::UNPROCESSABLE_ENTITY, InvitationRefusal::Unknown),
        Some(wait) => (
            StatusCode::TOO_MANY_REQUESTS,
            InvitationRefusal::AddressDelayed {
                seconds: seconds(wait),
                until: visit.app.now() + wait,
            },
        ),
    };
    let page = InvitationCode {
        frame: visit.frame(None),
        code: typed.chars().take(MAX_SHOWN).collect(),
        refusal: Some(refusal),
    };
    let mut response = visit::page_with(status, &page)?;
    if let Some(wait) = wait {
        retry_after(&mut response, wait);
    }
    Ok(response)
}

pub async fn show(visit: Visit, Path(code): Path<String>) -> Result<Response, Trouble> {
    page(&visit, &code, None).await
}

pub async fn accept(
    visit: Visit,
    Path(code): Path<String>,
    form: Form,
) -> Result<Response, Trouble> {
    let [password] = form.only(["password"])?;
    let key = InvitationKey::parse(&code).ok_or(Trouble::LinkGone)?;
    if password.is_empty() {
        return page(&visit, &code, Some(Problem::Missing)).await;
    }
    match people::accept(
        &visit.app,
        &key,
        Password::typed(&password),
        visit.origin.clone(),
    )
    .await?
    {
        Accepted::Progress(progress) => go(&visit, None, &progress).await,
        Accepted::Gone => Err(Trouble::LinkGone),
        Accepted::Weak(weakness) => page(&visit, &code, Some(password_problem(weakness))).await,
    }
}

async fn page(visit: &Visit, code: &str, problem: Option<Problem>) -> Result<Response, Trouble> {
    let key = InvitationKey::parse(code).ok_or(Trouble::LinkGone)?;
    let invitation = people::invitation(&visit.app, &key)
        .await?
        .ok_or(Trouble::LinkGone)?;
    let requirement = Requirement::of_new(invitation.policy, visit.app.now());
    let minimum = invitation.policy.shortest_password(requirement);
    let status = if problem.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = Invitation {
        frame: visit.frame(Some(&invitation.branding)),
        code: key.shown(),
        organization: invitation.branding.name,
        name: invitation.name,
        login_name: format!("{}@{}", invitation.login_name, invitation.organization_slug),
        email: invitation.email,
        minimum: u32::try_from(minimum).unwrap_or(u32::MAX),
        password_alone: !requirement.is_required(),
        problem,
    };
    visit::page_with(status, &page)
}
