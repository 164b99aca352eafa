//! Email codes among the MFA settings: taken up, or used to switch MFA on again, by a first right code; and
//! given up.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::totp::Code;
use portcullis_core::sign_in::{Act, Purpose, Step};
use portcullis_pages::email_code::told;
use portcullis_pages::{EmailCode, EmailCodeOpens, EmailRefusal};
use portcullis_store::{Tx, accounts};

use super::admit::Member;
use super::code::mark;
use super::cookies;
use super::dress::redirect;
use super::email_code::{email_refusal, not_a_code, status, too_soon};
use super::form::{self, Form};
use super::mfa::{self, made};
use super::password::{retry_after, seconds};
use super::progress::go;
use super::step_up::demand;
use super::trouble::Trouble;
use super::visit;
use crate::enroll::{self, Change};
use crate::fault::Fault;
use crate::sign_in::{self, Asked, CodeOutcome, Handle, Mailed, Progress};

/// Where the code is typed.
const PATH: &str = "/account/mfa/email-codes";

pub async fn begin(member: Member, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let (scope, account) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| accounts::holdings(tx, scope, account).await;
    let held = member.app().store.read(unit).await.map_err(Fault::from)?;
    // Where they are in use, the code is itself the proof.
    if !held.uses_email() {
        if !mfa::email_is_offered(&member).await? {
            return Err(if mfa::is_offered(&member).await? || held.devices > 0 {
                Trouble::EmailCodesNotPermitted
            } else {
                Trouble::MfaNotOffered
            });
        }
        demand(&member, Act::Devices, PATH).await?;
    }
    start(&member).await
}

/// Where somebody goes on who was about to take up email codes when a fresh proof was asked for.
pub async fn resume(member: &Member, return_to: &str) -> Option<Result<Response, Trouble>> {
    if return_to != PATH {
        return None;
    }
    Some(start(member).await)
}

pub async fn show(member: Member) -> Result<Response, Trouble> {
    match own(&member, member.handle()).await? {
        Some((handle, mailed)) => page(&member, &handle, mailed, None),
        None => Ok(redirect(mfa::PATH)),
    }
}

pub async fn send(member: Member, form: Form) -> Result<Response, Trouble> {
    let [attempt] = form.only(["attempt"])?;
    let handle = member.handle_of(form::attempt(&attempt)?);
    let Some((handle, mailed)) = own(&member, handle).await? else {
        return Ok(redirect(mfa::PATH));
    };
    let origin = member.visit.origin.clone();
    match sign_in::send(member.app(), &handle, origin).await? {
        Asked::Sent | Asked::Progress(_) => Ok(redirect(&path(&handle))),
        Asked::Wait(wait) => {
            let refusal = too_soon(wait, member.app().now());
            let mut response = page(&member, &handle, mailed, Some(refusal))?;
            *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            retry_after(&mut response, wait);
            Ok(response)
        }
    }
}

pub async fn submit(member: Member, form: Form) -> Result<Response, Trouble> {
    let [attempt, typed] = form.only(["attempt", "code"])?;
    let handle = member.handle_of(form::attempt(&attempt)?);
    let Some((handle, mailed)) = own(&member, handle).await? else {
        return Ok(redirect(mfa::PATH));
    };
    let Some(code) = Code::parse(&typed) else {
        return page(&member, &handle, mailed, Some(not_a_code(&typed)));
    };
    let (app, origin) = (member.app(), member.visit.origin.clone());
    match sign_in::email_code(app, &handle, code.into(), origin).await? {
        CodeOutcome::Progress(Progress::SteppedUp { token }) => {
            let mut response = redirect(mfa::PATH);
            let left = member.visit.attempts.clone().without(handle.attempt);
            cookies::set_session(&mut response, &token);
            cookies::set_attempts(&mut response, &left);
            Ok(response)
        }
        CodeOutcome::Progress(Progress::Ended) => Ok(redirect(mfa::PATH)),
        CodeOutcome::Progress(other) => go(&member.visit, Some(&handle), &other).await,
        CodeOutcome::Refused(refused) => {
            let refusal = email_refusal(refused, app.now());
            let Some((handle, mailed)) = own(&member, Some(handle)).await? else {
                return Ok(redirect(mfa::PATH));
            };
            let mut response = page(&member, &handle, mailed, Some(refusal))?;
            mark(&mut response, refused);
            Ok(response)
        }
    }
}

pub async fn stop(member: Member, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    demand(&member, Act::EndMfa, mfa::PATH).await?;
    let origin = member.visit.origin.clone();
    made(&enroll::stop_email(member.app(), &member.session, origin).await?)
}

/// Opens the attempt and has a code sent. Where one was sent just before, the page says when the next can
/// be.
async fn start(member: &Member) -> Result<Response, Trouble> {
    let handle = match enroll::begin_email(member.app(), &member.session).await? {
        Change::Made(handle) => handle,
        other => return made(&other),
    };
    let origin = member.visit.origin.clone();
    if let Asked::Progress(Progress::GoOn {
        step: Step::Refused(why),
        ..
    }) = sign_in::send(member.app(), &handle, origin).await?
    {
        return Err(why.into());
    }
    let mut response = redirect(&path(&handle));
    let attempts = member.visit.attempts.clone().with(&handle);
    cookies::set_attempts(&mut response, &attempts);
    Ok(response)
}

/// The attempt of a handle with what was mailed for it, if it is about email codes in this very session.
async fn own(member: &Member, handle: Option<Handle>) -> Result<Option<(Handle, Mailed)>, Trouble> {
    let Some(handle) = handle else {
        return Ok(None);
    };
    let found = sign_in::mailed(member.app(), &handle).await?;
    let ours = found.filter(|mailed| {
        mailed.attempt.session == Some(member.session.id)
            && mailed.attempt.purpose == Purpose::EmailCodes
    });
    match ours {
        Some(mailed) => match mailed.step {
            Step::Ask(_) => Ok(Some((handle, mailed))),
            Step::Refused(why) => Err(why.into()),
            Step::Enroll(_) | Step::Done(_) => Ok(None),
        },
        None => Ok(None),
    }
}

fn path(handle: &Handle) -> String {
    format!("{PATH}?attempt={}", handle.attempt)
}

fn page(
    member: &Member,
    handle: &Handle,
    mailed: Mailed,
    refusal: Option<EmailRefusal>,
) -> Result<Response, Trouble> {
    let (session, attempt) = (&member.session, mailed.attempt);
    let page = EmailCode {
        frame: member.frame(),
        action: format!("{PATH}/code"),
        send: format!("{PATH}/send"),
        hidden: vec![("attempt", handle.attempt.to_string())],
        who: format!("{}@{}", session.login_name, session.organization_slug),
        opens: if attempt.held.uses_email() {
            EmailCodeOpens::SwitchOn
        } else {
            EmailCodeOpens::TakeUp
        },
        to: told(attempt.email.as_deref().unwrap_or_default()),
        good_until: mailed
            .sent
            .filter(|sent| sent.is_open(member.app().now()))
            .map(|sent| sent.expires_at),
        wait: mailed.wait.map(seconds),
        refusal,
        remember: None,
        app_link: None,
        recovery: None,
        enrollment_link: None,
        way_link: None,
    };
    visit::page_with(status(page.refusal.is_some()), &page)
}
