//! The first page: login and password.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use portcullis_core::credential::password::Password;
use portcullis_core::sign_in::Purpose;
use portcullis_core::time::Span;
use portcullis_pages::{SignIn, SignInNotice};

use super::admit::live;
use super::dress::redirect;
use super::form::Form;
use super::progress::go;
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::sign_in::{PasswordOutcome, TypedLogin, password};

/// The longest login that is looked at, in bytes; longer ones are nobody's.
pub const MAX_LOGIN: usize = 512;

pub async fn show(visit: Visit) -> Result<Response, Trouble> {
    let return_to = visit
        .parameter("return_to")
        .and_then(|path| visit.same_origin(&path));
    if live(&visit).await?.is_some() {
        return Ok(redirect(return_to.as_deref().unwrap_or("/")));
    }
    let notice = if visit.parameter("signed_out").is_some() {
        Some(SignInNotice::SignedOut)
    } else if visit.parameter("reset").is_some() {
        Some(SignInNotice::Reset)
    } else {
        visit.parameter("ended").map(|_| SignInNotice::Ended)
    };
    visit::page(&SignIn {
        frame: visit.frame(None),
        login: String::new(),
        return_to,
        notice,
    })
}

pub async fn submit(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [login, typed, return_to] = form.only(["login", "password", "return_to"])?;
    if login.len() > MAX_LOGIN {
        return Err(Trouble::BadForm);
    }
    let return_to = visit.same_origin(&return_to);
    let purpose = Purpose::Portal {
        return_to: return_to.clone(),
    };
    let answer = TypedLogin {
        login: login.clone(),
        password: Password::typed(&typed),
        browsers: visit.browsers.keys(),
    };
    let (status, notice, wait) =
        match password(&visit.app, answer, purpose, visit.origin.clone()).await? {
            PasswordOutcome::Progress(progress) => return go(&visit, None, &progress).await,
            // A code behind a password comes by RADIUS alone.
            PasswordOutcome::Refused | PasswordOutcome::Code(..) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                SignInNotice::Refused,
                None,
            ),
            PasswordOutcome::Delayed(wait) => {
                let (seconds, until) = (seconds(wait), visit.app.now() + wait);
                let notice = SignInNotice::Delayed { seconds, until };
                (StatusCode::TOO_MANY_REQUESTS, notice, Some(wait))
            }
            PasswordOutcome::AddressDelayed(wait) => {
                let (seconds, until) = (seconds(wait), visit.app.now() + wait);
                let notice = SignInNotice::AddressDelayed { seconds, until };
                (StatusCode::TOO_MANY_REQUESTS, notice, Some(wait))
            }
        };
    let page = SignIn {
        frame: visit.frame(None),
        login,
        return_to,
        notice: Some(notice),
    };
    let mut response = visit::page_with(status, &page)?;
    if let Some(wait) = wait {
        retry_after(&mut response, wait);
    }
    Ok(response)
}

/// A wait as pages show it.
pub fn seconds(wait: Span) -> u32 {
    u32::try_from(wait.as_seconds()).unwrap_or(u32::MAX)
}

/// Says when to come back.
pub fn retry_after(response: &mut Response, wait: Span) {
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds(wait)));
}
