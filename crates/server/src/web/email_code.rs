//! The page of a mailed code: it shows what was sent, takes the code, and sends another on request.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::credential::totp::Code;
use portcullis_core::sign_in::{Challenge, Purpose, Step};
use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::email_code::told;
use portcullis_pages::{EmailCode, EmailCodeOpens, EmailRefusal};

use super::code::{mark, remember};
use super::dress::redirect;
use super::form::{self, Form};
use super::password::{retry_after, seconds};
use super::progress::{ended, go, page_of};
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::sign_in::{self, Asked, CodeOutcome, CodeRefused, Handle, Typed};

const PATH: &str = "/sign-in/email-code";

pub async fn show(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    page(&visit, &handle, (None, false)).await
}

pub async fn submit(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt, typed, tick] = form.only(["attempt", "code", "remember"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    let remember = !tick.is_empty();
    let Some(code) = Code::parse(&typed) else {
        return page(&visit, &handle, (Some(not_a_code(&typed)), remember)).await;
    };
    let typed = Typed { code, remember };
    match sign_in::email_code(&visit.app, &handle, typed, visit.origin.clone()).await? {
        CodeOutcome::Progress(progress) => go(&visit, Some(&handle), &progress).await,
        CodeOutcome::Refused(refused) => {
            let refusal = email_refusal(refused, visit.app.now());
            let mut response = page(&visit, &handle, (Some(refusal), remember)).await?;
            mark(&mut response, refused);
            Ok(response)
        }
    }
}

pub async fn send(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt] = form.only(["attempt"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    match sign_in::send(&visit.app, &handle, visit.origin.clone()).await? {
        Asked::Sent => Ok(redirect(&format!("{PATH}?attempt={}", handle.attempt))),
        Asked::Wait(wait) => {
            let refusal = too_soon(wait, visit.app.now());
            let mut response = page(&visit, &handle, (Some(refusal), false)).await?;
            *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            retry_after(&mut response, wait);
            Ok(response)
        }
        Asked::Progress(progress) => go(&visit, Some(&handle), &progress).await,
    }
}

/// What was typed in place of a mailed code.
pub fn not_a_code(typed: &str) -> EmailRefusal {
    if RecoveryCode::parse(typed).is_some() {
        EmailRefusal::RecoveryCode
    } else {
        EmailRefusal::NotSixDigits
    }
}

/// Why no other code was sent.
pub fn too_soon(wait: Span, now: Timestamp) -> EmailRefusal {
    EmailRefusal::TooSoon {
        seconds: seconds(wait),
        until: now + wait,
    }
}

/// How a refused code is shown.
pub fn email_refusal(refused: CodeRefused, now: Timestamp) -> EmailRefusal {
    match refused {
        CodeRefused::Wrong | CodeRefused::ClockOff(_) | CodeRefused::Mailed => EmailRefusal::Wrong,
        CodeRefused::Expired | CodeRefused::AlreadyUsed(_) => EmailRefusal::Expired,
        CodeRefused::UsedUp => EmailRefusal::UsedUp,
        CodeRefused::Delayed(wait) => EmailRefusal::Delayed {
            seconds: seconds(wait),
            until: now + wait,
        },
        CodeRefused::Suspended => EmailRefusal::Suspended,
    }
}

async fn page(
    visit: &Visit,
    handle: &Handle,
    (refusal, ticked): (Option<EmailRefusal>, bool),
) -> Result<Response, Trouble> {
    let Some(mailed) = sign_in::mailed(&visit.app, handle).await? else {
        return Ok(ended());
    };
    let challenge = match mailed.step {
        Step::Ask(challenge) if challenge.takes_email() => challenge,
        step => return Ok(redirect(&page_of(handle, step)?)),
    };
    let (attempt, id, now) = (mailed.attempt, handle.attempt, visit.app.now());
    let (app, left, first) = match challenge {
        Challenge::SecondFactor {
            app,
            recovery_codes,
            ..
        } => (app, recovery_codes, false),
        Challenge::First(_) => (false, 0, true),
        Challenge::Password => (false, 0, false),
    };
    // What comes before a first set-up is no second factor yet.
    let remember = remember(&attempt, ticked).filter(|_| !first);
    let link = |page: &str| format!("/sign-in/{page}?attempt={id}");
    let opens = match (&attempt.purpose, first) {
        (Purpose::Reset, _) => EmailCodeOpens::Reset,
        (_, true) => EmailCodeOpens::SetUp,
        _ => EmailCodeOpens::SignIn,
    };
    let page = EmailCode {
        frame: visit.attempt_frame(&attempt),
        action: PATH.to_owned(),
        send: format!("{PATH}/send"),
        hidden: vec![("attempt", id.to_string())],
        opens,
        to: told(attempt.email.as_deref().unwrap_or_default()),
        good_until: mailed
            .sent
            .filter(|sent| sent.is_open(now))
            .map(|sent| sent.expires_at),
        wait: mailed.wait.map(seconds),
        refusal,
        remember,
        app_link: app.then(|| link("code")),
        recovery: (left > 0).then(|| (link("recovery-code"), left)),
        enrollment_link: first.then(|| link("enrollment-code")),
        way_link: attempt.leaves_choice().then(|| link("way")),
        who: attempt.login,
    };
    visit::page_with(status(page.refusal.is_some()), &page)
}

/// A page that was asked for, or one that says what was wrong.
pub fn status(refused: bool) -> StatusCode {
    if refused {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}
