//! Changing one's own password.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::password::Password;
use portcullis_core::sign_in::{Act, Challenge, Step};
use portcullis_pages::{ChangePassword, CurrentRefusal, Problem};

use super::admit::Member;
use super::dress::redirect;
use super::field::password_problem;
use super::form::Form;
use super::password::{retry_after, seconds};
use super::step_up::demand;
use super::trouble::Trouble;
use super::visit;
use crate::profile::{self, Changed};
use crate::sign_in;

const PATH: &str = "/account/password";

pub async fn show(member: Member) -> Result<Response, Trouble> {
    proved(&member).await?;
    page(&member, None, None)
}

pub async fn submit(member: Member, form: Form) -> Result<Response, Trouble> {
    let [current, new] = form.only(["current", "password"])?;
    proved(&member).await?;
    if new.is_empty() {
        return page(&member, None, Some(Problem::Missing));
    }
    let passwords = (Password::typed(&current), Password::typed(&new));
    let origin = member.visit.origin.clone();
    let changed =
        profile::change_password(member.app(), &member.session, passwords, origin).await?;
    let now = member.app().now();
    let (refusal, wait) = match changed {
        Changed::Done => return Ok(redirect("/account?saved=password")),
        Changed::Weak(weakness) => return page(&member, None, Some(password_problem(weakness))),
        Changed::Wrong => (CurrentRefusal::Wrong, None),
        Changed::NotNow => (CurrentRefusal::NotNow, None),
        Changed::Delayed(wait) => {
            let (seconds, until) = (seconds(wait), now + wait);
            (CurrentRefusal::Delayed { seconds, until }, Some(wait))
        }
        Changed::AddressDelayed(wait) => {
            let (seconds, until) = (seconds(wait), now + wait);
            (
                CurrentRefusal::AddressDelayed { seconds, until },
                Some(wait),
            )
        }
    };
    let mut response = page(&member, Some(refusal), None)?;
    if let Some(wait) = wait {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        retry_after(&mut response, wait);
    }
    Ok(response)
}

/// The form itself asks for the password; whoever holds more proves that before.
async fn proved(member: &Member) -> Result<(), Trouble> {
    let asked = sign_in::asked_for(member.app(), &member.session, Act::Password).await?;
    match asked {
        Some(Step::Ask(Challenge::Password)) => Ok(()),
        _ => demand(member, Act::Password, PATH).await,
    }
}

fn page(
    member: &Member,
    refusal: Option<CurrentRefusal>,
    problem: Option<Problem>,
) -> Result<Response, Trouble> {
    let session = &member.session;
    let requirement = session.standing.requirement;
    let status = if refusal.is_some() || problem.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = ChangePassword {
        frame: member.frame(),
        member: member.bar(),
        login_name: format!("{}@{}", session.login_name, session.organization_slug),
        minimum: u32::try_from(session.policy.shortest_password(requirement)).unwrap_or(u32::MAX),
        password_alone: !requirement.is_required(),
        refusal,
        problem,
    };
    visit::page_with(status, &page)
}
