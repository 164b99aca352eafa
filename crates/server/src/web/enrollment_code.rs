//! The page of a code from the help desk.

use axum::response::Response;
use portcullis_core::credential::help_code::HelpCode;
use portcullis_core::policy::FirstProof;
use portcullis_core::sign_in::{Challenge, Purpose, Step};
use portcullis_core::time::Timestamp;
use portcullis_pages::{EnrollmentCode, EnrollmentRefusal};

use super::code::mark;
use super::dress::redirect;
use super::email_code::status;
use super::form::{self, Form};
use super::password::seconds;
use super::progress::{ended, page_of};
use super::set_up;
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::sign_in::{self, CodeOutcome, CodeRefused, Handle};

pub async fn show(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    page(&visit, &handle, None).await
}

pub async fn submit(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt, typed] = form.only(["attempt", "enrollment_code"])?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    let Some(code) = HelpCode::parse(&typed) else {
        return page(&visit, &handle, Some(EnrollmentRefusal::NotACode)).await;
    };
    match sign_in::enrollment_code(&visit.app, &handle, code, visit.origin.clone()).await? {
        CodeOutcome::Progress(progress) => set_up::go_on(&visit, &handle, &progress).await,
        CodeOutcome::Refused(refused) => {
            let refusal = enrollment_refusal(refused, visit.app.now());
            let mut response = page(&visit, &handle, Some(refusal)).await?;
            mark(&mut response, refused);
            Ok(response)
        }
    }
}

fn enrollment_refusal(refused: CodeRefused, now: Timestamp) -> EnrollmentRefusal {
    match refused {
        CodeRefused::Wrong | CodeRefused::ClockOff(_) | CodeRefused::Mailed => {
            EnrollmentRefusal::Wrong
        }
        CodeRefused::Expired | CodeRefused::UsedUp | CodeRefused::AlreadyUsed(_) => {
            EnrollmentRefusal::Gone
        }
        CodeRefused::Delayed(wait) => EnrollmentRefusal::Delayed {
            seconds: seconds(wait),
            until: now + wait,
        },
        CodeRefused::Suspended => EnrollmentRefusal::Suspended,
    }
}

async fn page(
    visit: &Visit,
    handle: &Handle,
    refusal: Option<EnrollmentRefusal>,
) -> Result<Response, Trouble> {
    let Some((attempt, step)) = sign_in::look(&visit.app, handle).await? else {
        return Ok(ended());
    };
    let Step::Ask(Challenge::First(first)) = step else {
        return Ok(redirect(&page_of(handle, step)?));
    };
    let link = |page: &str| format!("/sign-in/{page}?attempt={}", handle.attempt);
    let page = EnrollmentCode {
        frame: visit.attempt_frame(&attempt),
        attempt: handle.attempt.to_string(),
        resets: attempt.purpose == Purpose::Reset,
        refusal,
        email_link: (first == FirstProof::Email).then(|| link("email-code")),
        way_link: attempt.leaves_choice().then(|| link("way")),
        who: attempt.login,
    };
    visit::page_with(status(page.refusal.is_some()), &page)
}
