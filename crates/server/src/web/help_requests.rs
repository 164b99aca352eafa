//! Asking the help desk: locked out, with nothing but a login; and what a member asks for and was answered.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::help_request::Wish;
use portcullis_pages::{
    Field, LockedOut, LockedOutAsked, OwnRequest, OwnRequests, Problem, RequestAnswer,
    RequestNotice,
};

use super::admit::Member;
use super::dress::redirect;
use super::forgot_password::delayed;
use super::form::Form;
use super::password::{MAX_LOGIN, retry_after};
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::people::{self, Asked};

const PATH: &str = "/account/requests";

pub async fn show_locked_out(visit: Visit) -> Result<Response, Trouble> {
    visit::page(&LockedOut {
        frame: visit.frame(None),
        login: Field::default(),
        delayed: None,
    })
}

pub async fn ask_locked_out(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [login] = form.only(["login"])?;
    if login.len() > MAX_LOGIN {
        return Err(Trouble::BadForm);
    }
    let frame = visit.frame(None);
    if login.trim().is_empty() {
        let page = LockedOut {
            frame,
            login: Field::with_problem("", Problem::Missing),
            delayed: None,
        };
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let asked = people::ask_from_outside(&visit.app, &login, visit.origin.clone()).await?;
    let Some(wait) = asked else {
        return visit::page_with(StatusCode::ACCEPTED, &LockedOutAsked { frame });
    };
    let page = LockedOut {
        frame,
        login: Field::new(login),
        delayed: Some(delayed(&visit, wait)),
    };
    let mut response = visit::page_with(StatusCode::TOO_MANY_REQUESTS, &page)?;
    retry_after(&mut response, wait);
    Ok(response)
}

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let notice = match member.visit.parameter("done").as_deref() {
        Some("asked") => Some(RequestNotice::Asked),
        Some("withdrawn") => Some(RequestNotice::Withdrawn),
        _ => None,
    };
    visit::page(&page(&member, notice).await?)
}

pub async fn submit(member: Member, form: Form) -> Result<Response, Trouble> {
    let [what, wish] = form.only(["do", "wish"])?;
    let wish = Wish::parse(&wish).ok_or(Trouble::BadForm)?;
    let (app, session, origin) = (member.app(), &member.session, member.visit.origin.clone());
    let (status, notice) = match what.as_str() {
        "ask" => match people::ask(app, session, wish, origin).await? {
            Asked::Made | Asked::Open => return Ok(redirect(&format!("{PATH}?done=asked"))),
            Asked::TooOften => (StatusCode::TOO_MANY_REQUESTS, RequestNotice::TooOften),
            Asked::NotOffered => (StatusCode::CONFLICT, RequestNotice::NotOffered),
        },
        "withdraw" => {
            let withdrawn = people::withdraw(app, session, wish, origin).await?;
            let done = if withdrawn { "?done=withdrawn" } else { "" };
            return Ok(redirect(&format!("{PATH}{done}")));
        }
        _ => return Err(Trouble::BadForm),
    };
    visit::page_with(status, &page(&member, Some(notice)).await?)
}

async fn page(member: &Member, notice: Option<RequestNotice>) -> Result<OwnRequests, Trouble> {
    let asked = people::own_requests(member.app(), &member.session).await?;
    let is_open = |wish: Wish| {
        let mut open = asked.iter().filter(|(one, _)| one.answer.is_none());
        open.any(|(one, _)| one.wish == wish)
    };
    let mut offered = people::wishes(member.app(), &member.session).await?;
    offered.retain(|wish| !is_open(*wish));
    Ok(OwnRequests {
        frame: member.frame(),
        member: member.bar(),
        notice,
        offered,
        requests: asked
            .into_iter()
            .map(|(one, by)| OwnRequest {
                wish: one.wish,
                asked_at: one.asked_at,
                signed_in: one.signed_in,
                answer: one.answer.zip(by).map(|(answer, by)| RequestAnswer {
                    outcome: answer.outcome,
                    at: answer.at,
                    by,
                    word: answer.word,
                }),
            })
            .collect(),
    })
}
