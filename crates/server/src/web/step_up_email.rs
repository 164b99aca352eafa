//! Proving again by a mailed code. Unlike the other ways it takes two answers, so its attempt lives from
//! the request for a code to the code.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::totp::Code;
use portcullis_core::sign_in::{Challenge, Step};
use portcullis_pages::email_code::told;
use portcullis_pages::{EmailCode, EmailCodeOpens, EmailRefusal};

use super::admit::Member;
use super::code::mark;
use super::cookies;
use super::dress::redirect;
use super::email_code::{email_refusal, not_a_code, status, too_soon};
use super::form::Form;
use super::password::{retry_after, seconds};
use super::progress::go;
use super::step_up::Asked;
use super::trouble::Trouble;
use super::visit;
use crate::sign_in::{self, CodeOutcome, Handle, Progress};

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let visit = &member.visit;
    let asked = Asked::read(
        &member,
        &visit.parameter("act").unwrap_or_default(),
        visit.parameter("return_to").as_deref(),
    )?;
    page(&member, &asked, member.handle(), None).await
}

pub async fn send(member: Member, form: Form) -> Result<Response, Trouble> {
    let [act, return_to, attempt] = form.only(["act", "return_to", "attempt"])?;
    let asked = Asked::read(&member, &act, Some(&return_to))?;
    let (visit, handle) = (&member.visit, handle(&member, &attempt)?);
    let origin = visit.origin.clone();
    let (sent, act) = ((&member.session, asked.act), handle.as_ref());
    match sign_in::send_for_step_up(&visit.app, sent, act, origin).await? {
        Ok(Some(handle)) => {
            let path = asked.email_path(Some(&handle));
            let mut response = redirect(&path);
            cookies::set_attempts(&mut response, &visit.attempts.clone().with(&handle));
            Ok(response)
        }
        Ok(None) => Ok(redirect(&asked.path())),
        Err(wait) => {
            let refusal = too_soon(wait, visit.app.now());
            let mut response = page(&member, &asked, handle, Some(refusal)).await?;
            *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            retry_after(&mut response, wait);
            Ok(response)
        }
    }
}

pub async fn submit(member: Member, form: Form) -> Result<Response, Trouble> {
    let [act, return_to, attempt, typed] = form.only(["act", "return_to", "attempt", "code"])?;
    let asked = Asked::read(&member, &act, Some(&return_to))?;
    let (visit, handle) = (&member.visit, handle(&member, &attempt)?);
    let Some(known) = &handle else {
        return page(&member, &asked, None, Some(EmailRefusal::Expired)).await;
    };
    let Some(code) = Code::parse(&typed) else {
        return page(&member, &asked, handle, Some(not_a_code(&typed))).await;
    };
    let given = (&member.session, asked.act);
    match sign_in::step_up_by_email(&visit.app, given, known, code, visit.origin.clone()).await? {
        CodeOutcome::Progress(Progress::SteppedUp { token }) => {
            let left = visit.attempts.clone().without(known.attempt);
            let member = member.with_attempts(left);
            let begun = asked.begun(&member).await;
            let mut response = begun.unwrap_or_else(|| {
                let mut response = redirect(&asked.return_to);
                cookies::set_attempts(&mut response, &member.visit.attempts);
                response
            });
            cookies::set_session(&mut response, &token);
            Ok(response)
        }
        CodeOutcome::Progress(Progress::GoOn { .. } | Progress::Ended) => {
            page(&member, &asked, None, None).await
        }
        CodeOutcome::Progress(other) => go(visit, None, &other).await,
        CodeOutcome::Refused(refused) => {
            let refusal = email_refusal(refused, visit.app.now());
            let mut response = page(&member, &asked, handle, Some(refusal)).await?;
            mark(&mut response, refused);
            Ok(response)
        }
    }
}

fn handle(member: &Member, attempt: &str) -> Result<Option<Handle>, Trouble> {
    if attempt.is_empty() {
        return Ok(None);
    }
    let attempt = super::form::attempt(attempt)?;
    Ok(member.handle_of(attempt))
}

async fn page(
    member: &Member,
    asked: &Asked,
    handle: Option<Handle>,
    refusal: Option<EmailRefusal>,
) -> Result<Response, Trouble> {
    let (session, app) = (&member.session, member.app());
    let (has_app, left) = match sign_in::asked_for(app, session, asked.act).await? {
        Some(Step::Ask(Challenge::SecondFactor {
            email: true,
            app,
            recovery_codes,
        })) => (app, recovery_codes),
        Some(Step::Ask(_)) => return Ok(redirect(&asked.path())),
        Some(Step::Done(_)) => return Ok(redirect(&asked.return_to)),
        None => return Err(Trouble::SignInFirst(None)),
        Some(Step::Enroll(_) | Step::Refused(_)) => return Err(Trouble::Forbidden),
    };
    let mailed = match &handle {
        Some(handle) => sign_in::mailed(app, handle).await?,
        None => None,
    };
    let mailed = mailed.filter(|mailed| mailed.attempt.session == Some(session.id));
    let to = match &mailed {
        Some(mailed) => mailed.attempt.email.clone(),
        None => sign_in::address_of(app, session).await?,
    };
    let mut hidden = vec![
        ("act", asked.word().to_owned()),
        ("return_to", asked.return_to.clone()),
    ];
    if let (Some(handle), Some(_)) = (&handle, &mailed) {
        hidden.push(("attempt", handle.attempt.to_string()));
    }
    let sent = mailed.as_ref().and_then(|mailed| mailed.sent);
    let page = EmailCode {
        frame: member.frame(),
        action: "/step-up/email-code".to_owned(),
        send: "/step-up/email-code/send".to_owned(),
        hidden,
        who: format!("{}@{}", session.login_name, session.organization_slug),
        opens: EmailCodeOpens::StepUp {
            act: super::step_up::shown(asked.act),
        },
        to: told(to.as_deref().unwrap_or_default()),
        good_until: sent
            .filter(|sent| sent.is_open(app.now()))
            .map(|sent| sent.expires_at),
        wait: mailed.and_then(|mailed| mailed.wait).map(seconds),
        refusal,
        remember: None,
        app_link: has_app.then(|| asked.path()),
        recovery: (left > 0).then(|| (format!("{}&way=recovery-code", asked.path()), left)),
        enrollment_link: None,
        way_link: None,
    };
    visit::page_with(status(page.refusal.is_some()), &page)
}
