//! Proving again, recently, for a sensitive act.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::password::Password;
use portcullis_core::credential::recovery_code::RecoveryCode as TypedRecoveryCode;
use portcullis_core::credential::totp::Code as TypedCode;
use portcullis_core::sign_in::{Act, Challenge, Refusal as Refused, Step};
use portcullis_core::time::Timestamp;
use portcullis_pages::{
    self as pages, Code, CodeRefusal, PasswordAgain, PasswordRefusal, Purpose, RecoveryCode,
    RecoveryRefusal,
};

use super::admit::Member;
use super::code::{code_refusal, mark, not_a_code, not_a_recovery_code, recovery_refusal};
use super::cookies;
use super::devices;
use super::dress::redirect;
use super::email_codes;
use super::form::Form;
use super::mfa;
use super::password::seconds;
use super::progress::go;
use super::trouble::Trouble;
use super::visit::{self, step_up_path};
use crate::sign_in::{self, Answer, CodeOutcome, CodeRefused, Handle, Progress};

/// What is to be done afterwards, as address and form carry it.
pub(super) struct Asked {
    pub act: Act,
    pub return_to: String,
}

/// A refusal in the words of the way that was tried.
enum Refusal {
    Code(CodeRefusal),
    RecoveryCode(RecoveryRefusal),
    Password(PasswordRefusal),
}

/// What was tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Code,
    RecoveryCode,
    Password,
}

/// For a handler that acts: lets it go on with the fresh proof that the act asks for. A try without it is
/// written down and led to one; `path` is where the member goes on from there.
pub async fn demand(member: &Member, act: Act, path: &str) -> Result<(), Trouble> {
    if is_fresh(member, act).await? {
        Ok(())
    } else {
        Err(Trouble::StepUpFirst(act, path.to_owned()))
    }
}

/// Whether the session has the fresh proof that an act asks for. That it was tried without is written down.
pub async fn is_fresh(member: &Member, act: Act) -> Result<bool, Trouble> {
    let origin = &member.visit.origin;
    match sign_in::demand(member.app(), &member.session, act, origin).await? {
        Some(Step::Done(_)) => Ok(true),
        Some(Step::Ask(_)) => Ok(false),
        Some(Step::Refused(refusal)) => Err(refusal.into()),
        Some(Step::Enroll(_)) => Err(Trouble::Forbidden),
        None => Err(Trouble::SignInFirst(None)),
    }
}

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let visit = &member.visit;
    let asked = Asked::read(
        &member,
        &visit.parameter("act").unwrap_or_default(),
        visit.parameter("return_to").as_deref(),
    )?;
    let way = match visit.parameter("way").as_deref() {
        Some("recovery-code") => Way::RecoveryCode,
        _ => Way::Code,
    };
    page(&member, &asked, way, None).await
}

pub async fn submit(member: Member, form: Form) -> Result<Response, Trouble> {
    // The login is there for password managers; the session says whose password it must be.
    let [act, return_to, code, recovery_code, password, _] = form.only([
        "act",
        "return_to",
        "code",
        "recovery_code",
        "password",
        "login",
    ])?;
    let asked = Asked::read(&member, &act, Some(&return_to))?;
    let (way, answer) = if !password.is_empty() {
        let typed = Password::typed(&password);
        (Way::Password, Ok(Answer::Password(typed)))
    } else if !recovery_code.is_empty() {
        let typed = TypedRecoveryCode::parse(&recovery_code).map(Answer::RecoveryCode);
        let refusal = || Refusal::RecoveryCode(not_a_recovery_code(&recovery_code));
        (Way::RecoveryCode, typed.ok_or_else(refusal))
    } else {
        let typed = TypedCode::parse(&code).map(Answer::Code);
        (
            Way::Code,
            typed.ok_or_else(|| Refusal::Code(not_a_code(&code))),
        )
    };
    let answer = match answer {
        Ok(answer) => answer,
        Err(refusal) => return page(&member, &asked, way, Some(refusal)).await,
    };
    let visit = &member.visit;
    match sign_in::step_up(
        &visit.app,
        &member.session,
        asked.act,
        answer,
        visit.origin.clone(),
    )
    .await?
    {
        CodeOutcome::Progress(Progress::SteppedUp { token }) => {
            let begun = asked.begun(&member).await;
            let mut response = begun.unwrap_or_else(|| redirect(&asked.return_to));
            cookies::set_session(&mut response, &token);
            Ok(response)
        }
        CodeOutcome::Progress(Progress::GoOn { .. }) => page(&member, &asked, way, None).await,
        CodeOutcome::Progress(other) => go(visit, None, &other).await,
        CodeOutcome::Refused(refused) => refusal_page(&member, &asked, way, refused).await,
    }
}

async fn refusal_page(
    member: &Member,
    asked: &Asked,
    way: Way,
    refused: CodeRefused,
) -> Result<Response, Trouble> {
    let now = member.app().now();
    let refusal = match way {
        Way::Code => Refusal::Code(code_refusal(refused, now)),
        Way::RecoveryCode => Refusal::RecoveryCode(recovery_refusal(refused, now)),
        Way::Password => Refusal::Password(password_refusal(refused, now)),
    };
    let mut response = page(member, asked, way, Some(refusal)).await?;
    mark(&mut response, refused);
    Ok(response)
}

async fn page(
    member: &Member,
    asked: &Asked,
    way: Way,
    refusal: Option<Refusal>,
) -> Result<Response, Trouble> {
    let step = sign_in::asked_for(member.app(), &member.session, asked.act).await?;
    let (app, email, left) = match step {
        Some(Step::Ask(Challenge::SecondFactor {
            app,
            email,
            recovery_codes,
        })) => (app, email, recovery_codes),
        Some(Step::Ask(Challenge::Password)) => {
            return password_page(member, asked, refusal.as_ref());
        }
        Some(Step::Refused(Refused::Frozen)) => return Err(Trouble::Frozen),
        Some(Step::Done(_)) => return Ok(redirect(&asked.return_to)),
        None => return Err(Trouble::SignInFirst(None)),
        _ => return Err(Trouble::Forbidden),
    };
    let session = &member.session;
    let here = step_up_path(asked.word(), &asked.return_to);
    let hidden = asked.hidden();
    let who = format!("{}@{}", session.login_name, session.organization_slug);
    let act = shown(asked.act);
    // A mailed code has pages of its own.
    if email && !app && way != Way::RecoveryCode {
        return Ok(redirect(&asked.email_path(None)));
    }
    let email_link = email.then(|| asked.email_path(None));
    let (frame, action, purpose) = (
        member.frame(),
        "/step-up".to_owned(),
        Purpose::StepUp { act },
    );
    let status = status(refusal.is_some());
    if left > 0 && (way == Way::RecoveryCode || !app) {
        let refusal = match refusal {
            Some(Refusal::RecoveryCode(refusal)) => Some(refusal),
            _ => None,
        };
        let app_link = app.then_some(here);
        return visit::page_with(
            status,
            &RecoveryCode {
                frame,
                action,
                hidden,
                who,
                purpose,
                refusal,
                app_link,
                email_link,
            },
        );
    }
    let refusal = match refusal {
        Some(Refusal::Code(refusal)) => Some(refusal),
        _ => None,
    };
    let recovery_link = (left > 0).then(|| format!("{here}&way=recovery-code"));
    let page = Code {
        frame,
        action,
        hidden,
        who,
        purpose,
        refusal,
        recovery_link,
        recovery_left: left,
        remember: None,
        email_link,
    };
    visit::page_with(status, &page)
}

fn password_page(
    member: &Member,
    asked: &Asked,
    refusal: Option<&Refusal>,
) -> Result<Response, Trouble> {
    let refusal = match refusal {
        Some(Refusal::Password(refusal)) => Some(*refusal),
        _ => None,
    };
    let session = &member.session;
    let page = PasswordAgain {
        frame: member.frame(),
        action: "/step-up".to_owned(),
        hidden: asked.hidden(),
        who: format!("{}@{}", session.login_name, session.organization_slug),
        act: shown(asked.act),
        refusal,
    };
    visit::page_with(status(refusal.is_some()), &page)
}

const fn status(refused: bool) -> StatusCode {
    if refused {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}

/// How a refused password is shown.
fn password_refusal(refused: CodeRefused, now: Timestamp) -> PasswordRefusal {
    match refused {
        CodeRefused::Delayed(wait) => PasswordRefusal::Delayed {
            seconds: seconds(wait),
            until: now + wait,
        },
        CodeRefused::Suspended => PasswordRefusal::Suspended,
        CodeRefused::Wrong
        | CodeRefused::ClockOff(_)
        | CodeRefused::AlreadyUsed(_)
        | CodeRefused::Mailed
        | CodeRefused::Expired
        | CodeRefused::UsedUp => PasswordRefusal::Wrong,
    }
}

impl Asked {
    pub(super) fn read(
        member: &Member,
        act: &str,
        return_to: Option<&str>,
    ) -> Result<Self, Trouble> {
        let known = Act::ALL.into_iter().find(|known| word(*known) == act);
        let act = known.ok_or(Trouble::NotFound)?;
        let return_to = return_to
            .and_then(|path| member.visit.same_origin(path))
            .unwrap_or_else(|| "/".to_owned());
        Ok(Self { act, return_to })
    }

    /// What was about to be set up when the proof was asked for: its button was pressed already, so it
    /// begins.
    pub(super) async fn begun(&self, member: &Member) -> Option<Response> {
        let begun = match devices::resume(member, &self.return_to).await {
            Some(begun) => begun,
            None => email_codes::resume(member, &self.return_to).await?,
        };
        // The session is raised in any case.
        Some(begun.unwrap_or_else(|_| redirect(mfa::PATH)))
    }

    /// What the form carries beside the answer.
    fn hidden(&self) -> Vec<(&'static str, String)> {
        vec![
            ("act", self.word().to_owned()),
            ("return_to", self.return_to.clone()),
        ]
    }

    pub(super) const fn word(&self) -> &'static str {
        word(self.act)
    }

    /// Where it is proved.
    pub(super) fn path(&self) -> String {
        step_up_path(self.word(), &self.return_to)
    }

    /// Where it is proved by a mailed code, in an attempt that was begun for it.
    pub(super) fn email_path(&self, attempt: Option<&Handle>) -> String {
        let path = self.path().replacen("/step-up?", "/step-up/email-code?", 1);
        match attempt {
            Some(handle) => format!("{path}&attempt={}", handle.attempt),
            None => path,
        }
    }
}

/// What an act is called in the address.
pub(super) const fn word(act: Act) -> &'static str {
    match act {
        Act::NewRecoveryCodes => "new-recovery-codes",
        Act::Administration => "administration",
        Act::Devices => "devices",
        Act::EndMfa => "end-mfa",
        Act::Password => "password",
        Act::Address => "address",
        Act::Record => "record",
        Act::People => "people",
        Act::RemoteLogon => "remote-logon",
    }
}

/// An act as pages name it.
pub(super) const fn shown(act: Act) -> pages::Act {
    match act {
        Act::NewRecoveryCodes => pages::Act::NewRecoveryCodes,
        Act::Administration => pages::Act::Administration,
        Act::Devices => pages::Act::Devices,
        Act::EndMfa => pages::Act::EndMfa,
        Act::Password => pages::Act::Password,
        Act::Address => pages::Act::Address,
        Act::Record => pages::Act::Record,
        Act::People => pages::Act::People,
        Act::RemoteLogon => pages::Act::RemoteLogon,
    }
}
