//! Accepting a printed invitation.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::password::Password;
use portcullis_core::invitation::InvitationCode as TypedCode;
use portcullis_core::policy::Requirement;
use portcullis_core::role::Role;
use portcullis_pages::{Invitation, InvitationCode, Problem};

use super::dress::redirect;
use super::field::password_problem;
use super::form::Form;
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
        refused: false,
    })
}

pub async fn submit_code(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [typed] = form.only(["code"])?;
    if let Some(code) = TypedCode::parse(&typed)
        && people::invitation(&visit.app, &code).await?.is_some()
    {
        return Ok(redirect(&format!("/invitation/{}", code.shown())));
    }
    let code = typed.chars().take(MAX_SHOWN).collect();
    visit::page_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &InvitationCode {
            frame: visit.frame(None),
            code,
            refused: true,
        },
    )
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
    let typed = TypedCode::parse(&code).ok_or(Trouble::LinkGone)?;
    if password.is_empty() {
        return page(&visit, &code, Some(Problem::Missing)).await;
    }
    match people::accept(
        &visit.app,
        &typed,
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
    let typed = TypedCode::parse(code).ok_or(Trouble::LinkGone)?;
    let invitation = people::invitation(&visit.app, &typed)
        .await?
        .ok_or(Trouble::LinkGone)?;
    let requirement = Requirement::of(invitation.rule, false, Role::Member);
    let status = if problem.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = Invitation {
        frame: visit.frame(Some(&invitation.organization_name)),
        code: typed.shown(),
        organization: invitation.organization_name,
        name: invitation.name,
        login_name: format!("{}@{}", invitation.login_name, invitation.organization_slug),
        email: invitation.email,
        minimum: u32::try_from(requirement.shortest_password()).unwrap_or(u32::MAX),
        password_alone: requirement == Requirement::IfHeld,
        problem,
    };
    visit::page_with(status, &page)
}
