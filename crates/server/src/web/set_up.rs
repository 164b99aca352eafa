//! The wizard: get an app, connect it, store the recovery codes.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::totp::Code;
use portcullis_core::enrollment::PENDING_LIFE;
use portcullis_core::otpauth;
use portcullis_core::policy::AskedBy;
use portcullis_core::sign_in::{Missing, Step};
use portcullis_core::token::Token;
use portcullis_pages::{
    CodeRefusal, Device, NewCodes, Reason, ReplaceDevice, ScanPlace, SetUpApp, SetUpScan,
    StoreCodes,
};
use portcullis_store::attempts::Attempt;
use portcullis_store::{Tx, devices};

use super::code::clock_off;
use super::cookies;
use super::dress::redirect;
use super::form::{self, Form};
use super::progress::{ended, go, page_of};
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::enroll::{self, Confirmed};
use crate::fault::Fault;
use crate::sign_in::{self, Handle, Progress};

pub async fn show_replace(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    let Some((attempt, step)) = sign_in::look(&visit.app, &handle).await? else {
        return Ok(ended());
    };
    let Step::Enroll(Missing::Replacement { .. }) = step else {
        return Ok(redirect(&page_of(&handle, step)?));
    };
    let (scope, account) = (attempt.scope(), attempt.account);
    let held = visit
        .app
        .store
        .read(async move |tx: &mut Tx<'_>| devices::list(tx, scope, account).await)
        .await;
    let devices = held
        .map_err(Fault::from)?
        .into_iter()
        .map(|device| {
            let shown = Device {
                name: device.name,
                made_at: device.created_at,
                last_used: device.used_at,
            };
            (device.id.to_string(), shown)
        })
        .collect();
    visit::page(&ReplaceDevice {
        frame: visit.attempt_frame(&attempt),
        attempt: handle.attempt.to_string(),
        devices,
        left: attempt.held.recovery_codes(),
    })
}

pub async fn replace(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt, choice] = form.only(["attempt", "choice"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    let set_up = || redirect(&format!("/sign-in/set-up?attempt={}", handle.attempt));
    match choice.as_str() {
        // Where there is one at most, nothing is left to say.
        "replace" => Ok(set_up()),
        "keep" => {
            let progress = sign_in::keep_device(&visit.app, &handle, visit.origin.clone()).await?;
            go(&visit, Some(&handle), &progress).await
        }
        device => {
            let device = device.parse().map_err(|_| Trouble::BadForm)?;
            match sign_in::replace_device(&visit.app, &handle, device).await? {
                Progress::GoOn {
                    step: Step::Enroll(Missing::Replacement { .. }),
                    ..
                } => Ok(set_up()),
                other => go(&visit, Some(&handle), &other).await,
            }
        }
    }
}

pub async fn show_app(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    let Some((attempt, step)) = sign_in::look(&visit.app, &handle).await? else {
        return Ok(ended());
    };
    let reason = match step {
        Step::Enroll(Missing::Device) => match attempt.asked_by {
            Some(AskedBy::Organization) => Reason::Required {
                organization: attempt.branding.name.clone(),
            },
            Some(AskedBy::Role) => Reason::Role,
            Some(AskedBy::Account) | None => Reason::AskedFor,
        },
        Step::Enroll(Missing::Replacement { .. }) if !attempt.lacks_replaced() => Reason::Replacing,
        _ => return Ok(redirect(&page_of(&handle, step)?)),
    };
    let frame = visit.attempt_frame(&attempt);
    visit::page(&SetUpApp {
        frame,
        attempt: handle.attempt.to_string(),
        reason,
    })
}

pub async fn start(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt] = form.only(["attempt"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    match enroll::start(&visit.app, &handle, visit.origin.clone()).await? {
        Progress::GoOn {
            handle,
            step: Step::Enroll(Missing::Device | Missing::Replacement { .. }),
        } => Ok(redirect(&scan_path(&handle))),
        other => go(&visit, Some(&handle), &other).await,
    }
}

/// Goes on where an attempt leads; to a key at once where the help desk took away what was set up: whoever had a device
/// knows what an app is, and the page that names some is a link away.
pub(super) async fn go_on(
    visit: &Visit,
    from: &Handle,
    progress: &Progress,
) -> Result<Response, Trouble> {
    let response = go(visit, Some(from), progress).await?;
    let Progress::GoOn {
        handle,
        step: Step::Enroll(Missing::Device),
    } = progress
    else {
        return Ok(response);
    };
    match sign_in::look(&visit.app, handle).await? {
        Some((attempt, _)) if attempt.needs_enrollment_code => {}
        _ => return Ok(response),
    }
    enroll::start(&visit.app, handle, visit.origin.clone()).await?;
    let mut response = redirect(&scan_path(handle));
    cookies::set_attempts(&mut response, &visit.attempts.clone().with(handle));
    Ok(response)
}

fn scan_path(handle: &Handle) -> String {
    format!("/sign-in/set-up/scan?attempt={}", handle.attempt)
}

pub async fn show_scan(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    scan_page(&visit, &handle, None).await
}

pub async fn confirm(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt, typed] = form.only(["attempt", "code"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    let Some(code) = Code::parse(&typed) else {
        return scan_page(&visit, &handle, Some(CodeRefusal::NotSixDigits)).await;
    };
    match enroll::confirm_device(&visit.app, &handle, (code, None), visit.origin.clone()).await? {
        Confirmed::Added {
            progress:
                Progress::GoOn {
                    handle,
                    step: Step::Enroll(Missing::RecoveryCodes),
                },
            session,
        } => {
            // The device is set up whatever comes now; should the codes fail to be made this moment,
            // their page is still ahead.
            let mut response = match codes_page(&visit, &handle).await {
                Ok(response) => response,
                Err(_) => redirect(&page_of(&handle, Step::Enroll(Missing::RecoveryCodes))?),
            };
            cookies::set_attempts(&mut response, &visit.attempts.clone().with(&handle));
            renew(&mut response, session);
            Ok(response)
        }
        Confirmed::Added { progress, session } => {
            let mut response = go(&visit, Some(&handle), &progress).await?;
            renew(&mut response, session);
            Ok(response)
        }
        Confirmed::Progress(progress) => go(&visit, Some(&handle), &progress).await,
        Confirmed::Wrong(off) => {
            let refusal = off.map_or(CodeRefusal::Wrong, clock_off);
            scan_page(&visit, &handle, Some(refusal)).await
        }
        Confirmed::Expired => Ok(redirect(&format!(
            "/sign-in/set-up?attempt={}",
            handle.attempt
        ))),
    }
}

pub async fn show_new_codes(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    new_codes_page(&visit, &handle, false).await
}

pub async fn new_codes(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt] = form.only(["attempt"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    codes_page(&visit, &handle).await
}

pub async fn stored(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt, set, tick] = form.only(["attempt", "set", "stored"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    if tick.is_empty() {
        return new_codes_page(&visit, &handle, true).await;
    }
    let set = set.parse().map_err(|_| Trouble::BadForm)?;
    let progress = enroll::stored(&visit.app, &handle, set, visit.origin.clone()).await?;
    go(&visit, Some(&handle), &progress).await
}

/// A device that was set up in a session has raised it.
fn renew(response: &mut Response, session: Option<Token>) {
    if let Some(token) = session {
        cookies::set_session(response, &token);
    }
}

async fn scan_page(
    visit: &Visit,
    handle: &Handle,
    refusal: Option<CodeRefusal>,
) -> Result<Response, Trouble> {
    let Some((attempt, pending)) = enroll::pending(&visit.app, handle).await? else {
        let Some((_, step)) = sign_in::look(&visit.app, handle).await? else {
            return Ok(ended());
        };
        return Ok(redirect(&page_of(handle, step)?));
    };
    let (issuer, account) = (attempt.branding.name.clone(), full_login(&attempt));
    let status = if refusal.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = SetUpScan {
        frame: visit.attempt_frame(&attempt),
        attempt: handle.attempt.to_string(),
        uri: otpauth::uri(&issuer, &account, &pending.key)
            .reveal()
            .clone(),
        issuer,
        account,
        key: pending.key.base32().reveal().clone(),
        good_until: pending.started_at + PENDING_LIFE,
        refusal,
        place: ScanPlace::Wizard,
    };
    visit::page_with(status, &page)
}

async fn codes_page(visit: &Visit, handle: &Handle) -> Result<Response, Trouble> {
    let Some((new, attempt)) = enroll::make_codes(&visit.app, handle, visit.origin.clone()).await?
    else {
        let Some((_, step)) = sign_in::look(&visit.app, handle).await? else {
            return Ok(ended());
        };
        return Ok(redirect(&page_of(handle, step)?));
    };
    visit::page(&StoreCodes {
        frame: visit.attempt_frame(&attempt),
        action: "/sign-in/set-up/stored".to_owned(),
        attempt: Some(handle.attempt.to_string()),
        set: new.set.to_string(),
        steps: true,
        codes: new
            .codes
            .iter()
            .map(portcullis_core::credential::recovery_code::RecoveryCode::shown)
            .collect(),
        made_at: new.made_at,
        account: full_login(&attempt),
    })
}

async fn new_codes_page(
    visit: &Visit,
    handle: &Handle,
    refused: bool,
) -> Result<Response, Trouble> {
    let Some((attempt, step)) = sign_in::look(&visit.app, handle).await? else {
        return Ok(ended());
    };
    let Step::Enroll(Missing::RecoveryCodes) = step else {
        return Ok(redirect(&page_of(handle, step)?));
    };
    let page = NewCodes {
        frame: visit.attempt_frame(&attempt),
        action: "/sign-in/set-up/recovery-codes".to_owned(),
        attempt: Some(handle.attempt.to_string()),
        refused,
    };
    visit::page_with(
        if refused {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        },
        &page,
    )
}

fn full_login(attempt: &Attempt) -> String {
    format!("{}@{}", attempt.login_name, attempt.organization_slug)
}
