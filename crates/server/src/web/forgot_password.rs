//! A forgotten password: asking for a link, opening it, choosing a new one.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::help_code::HelpCode;
use portcullis_core::credential::password::Password;
use portcullis_core::sign_in::{Missing, Step};
use portcullis_core::time::Span;
use portcullis_core::token::Token;
use portcullis_pages::{
    self as pages, Delayed, Field, ForgotPassword, Problem, ResetAsked, ResetCode,
    ResetCodeRefusal, ResetPassword,
};

use super::cookies;
use super::dress::redirect;
use super::field::password_problem;
use super::form::{self, Form};
use super::password::{MAX_LOGIN, retry_after, seconds};
use super::progress::{ended, go, page_of};
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::sign_in::reset::{self, CodeRedeemed, NewPassword};
use crate::sign_in::{self, Handle, Progress};

pub async fn show(visit: Visit) -> Result<Response, Trouble> {
    if !visit.app.has_mail() {
        return Ok(redirect("/forgot-password/code"));
    }
    visit::page(&ForgotPassword {
        frame: visit.frame(None),
        login: Field::default(),
        delayed: None,
    })
}

pub async fn ask(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [login] = form.only(["login"])?;
    if !visit.app.has_mail() {
        return Err(Trouble::NotFound);
    }
    if login.len() > MAX_LOGIN {
        return Err(Trouble::BadForm);
    }
    let frame = visit.frame(None);
    if login.trim().is_empty() {
        let page = ForgotPassword {
            frame,
            login: Field::with_problem("", Problem::Missing),
            delayed: None,
        };
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let Some(wait) = reset::ask(&visit.app, &login, visit.origin.clone()).await? else {
        return visit::page_with(StatusCode::ACCEPTED, &ResetAsked { frame });
    };
    let page = ForgotPassword {
        frame,
        login: Field::new(login),
        delayed: Some(delayed(&visit, wait)),
    };
    let mut response = visit::page_with(StatusCode::TOO_MANY_REQUESTS, &page)?;
    retry_after(&mut response, wait);
    Ok(response)
}

pub async fn show_code(visit: Visit) -> Result<Response, Trouble> {
    visit::page(&ResetCode {
        frame: visit.frame(None),
        login: Field::default(),
        refusal: None,
    })
}

pub async fn redeem_code(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [login, typed] = form.only(["login", "code"])?;
    if login.len() > MAX_LOGIN {
        return Err(Trouble::BadForm);
    }
    let mut page = ResetCode {
        frame: visit.frame(None),
        login: Field::new(&*login),
        refusal: Some(ResetCodeRefusal::Wrong),
    };
    if login.trim().is_empty() {
        page.login.problem = Some(Problem::Missing);
        page.refusal = None;
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    if typed.trim().is_empty() {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let code = HelpCode::parse(&typed);
    match reset::redeem_code(&visit.app, &login, code, visit.origin.clone()).await? {
        CodeRedeemed::Progress(progress) => go(&visit, None, &progress).await,
        CodeRedeemed::Refused => visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page),
        CodeRedeemed::AddressDelayed(wait) => {
            page.refusal = Some(ResetCodeRefusal::AddressDelayed(delayed(&visit, wait)));
            let mut response = visit::page_with(StatusCode::TOO_MANY_REQUESTS, &page)?;
            retry_after(&mut response, wait);
            Ok(response)
        }
    }
}

pub(super) fn delayed(visit: &Visit, wait: Span) -> Delayed {
    Delayed {
        seconds: seconds(wait),
        until: visit.app.now() + wait,
    }
}

pub async fn show_link(visit: Visit, Path(token): Path<String>) -> Result<Response, Trouble> {
    let parsed = Token::parse(&token).ok_or(Trouble::LinkGone)?;
    if !reset::is_open(&visit.app, &parsed).await? {
        return Err(Trouble::LinkGone);
    }
    visit::page(&ResetPassword {
        frame: visit.frame(None),
        token,
    })
}

pub async fn redeem(
    visit: Visit,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let token = Token::parse(&token).ok_or(Trouble::LinkGone)?;
    match reset::redeem(&visit.app, &token, visit.origin.clone()).await? {
        Progress::Ended => Err(Trouble::LinkGone),
        progress => go(&visit, None, &progress).await,
    }
}

pub async fn show_new(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    page(&visit, &handle, None).await
}

pub async fn submit_new(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt, password] = form.only(["attempt", "password"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    if password.is_empty() {
        return page(&visit, &handle, Some(Problem::Missing)).await;
    }
    let typed = Password::typed(&password);
    match reset::new_password(&visit.app, &handle, typed, visit.origin.clone()).await? {
        NewPassword::Changed => {
            let mut response = redirect("/sign-in?reset=1");
            let left = visit.attempts.clone().without(handle.attempt);
            cookies::set_attempts(&mut response, &left);
            Ok(response)
        }
        NewPassword::Weak(weakness) => {
            page(&visit, &handle, Some(password_problem(weakness))).await
        }
        NewPassword::Progress(progress) => go(&visit, Some(&handle), &progress).await,
    }
}

async fn page(
    visit: &Visit,
    handle: &Handle,
    problem: Option<Problem>,
) -> Result<Response, Trouble> {
    let Some((attempt, step)) = sign_in::look(&visit.app, handle).await? else {
        return Ok(ended());
    };
    if step != Step::Enroll(Missing::Password) {
        return Ok(redirect(&page_of(handle, step)?));
    }
    let status = if problem.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = pages::NewPassword {
        frame: visit.attempt_frame(&attempt),
        attempt: handle.attempt.to_string(),
        minimum: u32::try_from(attempt.policy.shortest_password(attempt.requirement))
            .unwrap_or(u32::MAX),
        password_alone: !attempt.requirement.is_required(),
        login_name: attempt.login,
        problem,
    };
    visit::page_with(status, &page)
}
