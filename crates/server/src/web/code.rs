//! The second page: a code from the app, or a recovery code.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::account::State;
use portcullis_core::browser::MOST_DAYS;
use portcullis_core::credential::recovery_code::RecoveryCode as TypedRecoveryCode;
use portcullis_core::credential::totp::{ClockOff, Code as TypedCode};
use portcullis_core::policy::Requirement;
use portcullis_core::sign_in::{self as sign_in_rules, Challenge, Step};
use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::{Code, CodeRefusal, Purpose, RecoveryCode, RecoveryRefusal, Remember};
use portcullis_store::attempts::Attempt;

use super::dress::redirect;
use super::form::{self, Form};
use super::password::{retry_after, seconds};
use super::progress::{ended, go, page_of};
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::sign_in::{self, CodeOutcome, CodeRefused, Handle, Typed};

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
    let Some(code) = TypedCode::parse(&typed) else {
        return page(&visit, &handle, (Some(not_a_code(&typed)), remember)).await;
    };
    let typed = Typed { code, remember };
    match sign_in::code(&visit.app, &handle, typed, visit.origin.clone()).await? {
        CodeOutcome::Progress(progress) => go(&visit, Some(&handle), &progress).await,
        CodeOutcome::Refused(refused) => {
            let refusal = code_refusal(refused, visit.app.now());
            let mut response = page(&visit, &handle, (Some(refusal), remember)).await?;
            mark(&mut response, refused);
            Ok(response)
        }
    }
}

pub async fn show_recovery(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    recovery_page(&visit, &handle, None).await
}

pub async fn submit_recovery(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt, typed] = form.only(["attempt", "recovery_code"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    let Some(code) = TypedRecoveryCode::parse(&typed) else {
        return recovery_page(&visit, &handle, Some(not_a_recovery_code(&typed))).await;
    };
    match sign_in::recovery_code(&visit.app, &handle, code, visit.origin.clone()).await? {
        CodeOutcome::Progress(progress) => go(&visit, Some(&handle), &progress).await,
        CodeOutcome::Refused(refused) => {
            let refusal = recovery_refusal(refused, visit.app.now());
            let mut response = recovery_page(&visit, &handle, Some(refusal)).await?;
            mark(&mut response, refused);
            Ok(response)
        }
    }
}

/// What was typed in place of an app's code.
pub fn not_a_code(typed: &str) -> CodeRefusal {
    if TypedRecoveryCode::parse(typed).is_some() {
        CodeRefusal::RecoveryCode
    } else {
        CodeRefusal::NotSixDigits
    }
}

/// What was typed in place of a recovery code.
pub fn not_a_recovery_code(typed: &str) -> RecoveryRefusal {
    if TypedCode::parse(typed).is_some() {
        RecoveryRefusal::AppCode
    } else {
        RecoveryRefusal::NotACode
    }
}

/// A clock that is off, in the minutes that a person is told.
pub fn clock_off(off: ClockOff) -> CodeRefusal {
    let minutes = |span: Span| seconds(span).div_ceil(60);
    match off {
        ClockOff::Slow(span) => CodeRefusal::ClockSlow {
            minutes: minutes(span),
        },
        ClockOff::Fast(span) => CodeRefusal::ClockFast {
            minutes: minutes(span),
        },
    }
}

/// How a refused code is shown.
pub fn code_refusal(refused: CodeRefused, now: Timestamp) -> CodeRefusal {
    match refused {
        CodeRefused::Wrong | CodeRefused::Expired | CodeRefused::UsedUp => CodeRefusal::Wrong,
        CodeRefused::Mailed => CodeRefusal::Mailed,
        CodeRefused::ClockOff(off) => clock_off(off),
        CodeRefused::AlreadyUsed(wait) => CodeRefusal::AlreadyUsed {
            seconds: seconds(wait),
        },
        CodeRefused::Delayed(wait) => CodeRefusal::Delayed {
            seconds: seconds(wait),
            until: now + wait,
        },
        CodeRefused::Suspended => CodeRefusal::Suspended,
    }
}

/// How a refused recovery code is shown.
pub fn recovery_refusal(refused: CodeRefused, now: Timestamp) -> RecoveryRefusal {
    match refused {
        CodeRefused::Wrong
        | CodeRefused::ClockOff(_)
        | CodeRefused::Mailed
        | CodeRefused::Expired
        | CodeRefused::UsedUp => RecoveryRefusal::Wrong,
        CodeRefused::AlreadyUsed(_) => RecoveryRefusal::AlreadyUsed,
        CodeRefused::Delayed(wait) => RecoveryRefusal::Delayed {
            seconds: seconds(wait),
            until: now + wait,
        },
        CodeRefused::Suspended => RecoveryRefusal::Suspended,
    }
}

/// Says in the status and headers what the page says in words.
pub fn mark(response: &mut Response, refused: CodeRefused) {
    if let CodeRefused::Delayed(wait) = refused {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        retry_after(response, wait);
    }
}

/// What the code opens, in the pages' words.
pub fn purpose(purpose: &sign_in_rules::Purpose) -> Purpose {
    match purpose {
        sign_in_rules::Purpose::Reset => Purpose::Reset,
        _ => Purpose::SignIn,
    }
}

async fn page(
    visit: &Visit,
    handle: &Handle,
    (refusal, ticked): (Option<CodeRefusal>, bool),
) -> Result<Response, Trouble> {
    let Some((attempt, step)) = sign_in::look(&visit.app, handle).await? else {
        return Ok(ended());
    };
    let Step::Ask(Challenge::SecondFactor {
        app: true,
        email,
        recovery_codes,
    }) = step
    else {
        return Ok(redirect(&page_of(handle, step)?));
    };
    let id = handle.attempt;
    let remember = remember(&attempt, ticked);
    let page = Code {
        frame: visit.attempt_frame(&attempt),
        action: "/sign-in/code".to_owned(),
        hidden: vec![("attempt", id.to_string())],
        who: attempt.login,
        purpose: purpose(&attempt.purpose),
        recovery_link: (recovery_codes > 0).then(|| format!("/sign-in/recovery-code?attempt={id}")),
        recovery_left: recovery_codes,
        remember,
        email_link: email.then(|| format!("/sign-in/email-code?attempt={id}")),
        refusal,
    };
    let status = if page.refusal.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    visit::page_with(status, &page)
}

/// The box to tick, where the browser can be remembered by this sign-in.
pub fn remember(attempt: &Attempt, ticked: bool) -> Option<Remember> {
    let days = attempt.policy.remember_days.min(MOST_DAYS);
    let signs_in = matches!(attempt.purpose, sign_in_rules::Purpose::Portal { .. });
    let may =
        signs_in && attempt.requirement != Requirement::Device && attempt.state == State::Active;
    (may && days > 0).then_some(Remember { days, ticked })
}

async fn recovery_page(
    visit: &Visit,
    handle: &Handle,
    refusal: Option<RecoveryRefusal>,
) -> Result<Response, Trouble> {
    let Some((attempt, step)) = sign_in::look(&visit.app, handle).await? else {
        return Ok(ended());
    };
    let Step::Ask(Challenge::SecondFactor {
        app,
        email,
        recovery_codes: 1..,
    }) = step
    else {
        return Ok(redirect(&page_of(handle, step)?));
    };
    let id = handle.attempt;
    let page = RecoveryCode {
        frame: visit.attempt_frame(&attempt),
        action: "/sign-in/recovery-code".to_owned(),
        hidden: vec![("attempt", id.to_string())],
        who: attempt.login,
        purpose: purpose(&attempt.purpose),
        refusal,
        app_link: app.then(|| format!("/sign-in/code?attempt={id}")),
        email_link: email.then(|| format!("/sign-in/email-code?attempt={id}")),
    };
    let status = if page.refusal.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    visit::page_with(status, &page)
}
