//! Where an attempt leads: the page of its next step, or where the person was going.

use axum::response::Response;
use portcullis_core::policy::FirstProof;
use portcullis_core::sign_in::{Challenge, Missing, Step};
use portcullis_core::token::Token;

use super::cookies::{self, Browsers};
use super::dress::redirect;
use super::trouble::Trouble;
use super::visit::Visit;
use crate::sign_in::{self, BrowserKey, Handle, Progress};

/// Answers with the next page, and gives the browser the cookies that go with it.
pub async fn go(
    visit: &Visit,
    from: Option<&Handle>,
    progress: &Progress,
) -> Result<Response, Trouble> {
    match progress {
        Progress::GoOn { handle, step } => {
            let path = page_of(handle, *step)?;
            let mut response = redirect(&path);
            cookies::set_attempts(&mut response, &visit.attempts.clone().with(handle));
            Ok(response)
        }
        Progress::SignedIn {
            token,
            return_to,
            browser,
            remember,
        } => {
            // The browser's session before this one is not left behind to be found.
            if let Some(old) = visit.session.as_ref().map(Token::hash) {
                sign_in::end_session(&visit.app, old, visit.origin.clone()).await?;
            }
            let to = return_to
                .as_deref()
                .and_then(|path| visit.same_origin(path));
            let mut response = redirect(to.as_deref().unwrap_or("/"));
            cookies::set_session(&mut response, token);
            let browsers = kept(visit, token, (browser.as_ref(), *remember)).await?;
            cookies::set_browsers(&mut response, &browsers);
            if let Some(handle) = from {
                cookies::set_attempts(
                    &mut response,
                    &visit.attempts.clone().without(handle.attempt),
                );
            }
            Ok(response)
        }
        Progress::SteppedUp { token } => {
            let mut response = redirect("/");
            cookies::set_session(&mut response, token);
            Ok(response)
        }
        Progress::SetUp => {
            let mut response = redirect("/account");
            if let Some(handle) = from {
                let left = visit.attempts.clone().without(handle.attempt);
                cookies::set_attempts(&mut response, &left);
            }
            Ok(response)
        }
        // What a RADIUS client asked for is told to it alone.
        Progress::Ended | Progress::LoggedOn | Progress::CallerKnown => Ok(ended()),
    }
}

/// What the browser keeps: remembers it where the member ticked that, for whatever came between the tick and
/// the end of the sign-in.
async fn kept(
    visit: &Visit,
    token: &Token,
    (met, remember): (Option<&BrowserKey>, bool),
) -> Result<Browsers, Trouble> {
    let browsers = visit.browsers.clone().with(met);
    if !remember {
        return Ok(browsers);
    }
    let (keys, origin) = (browsers.clone().keys(), visit.origin.clone());
    let remembered = sign_in::remember(&visit.app, token.hash(), keys, origin).await?;
    Ok(browsers.with(remembered.as_ref()))
}

/// The first page, saying that the sign-in must be started again.
pub fn ended() -> Response {
    redirect("/sign-in?ended=1")
}

/// The page on which a step is taken.
pub fn page_of(handle: &Handle, step: Step) -> Result<String, Trouble> {
    let page = match step {
        Step::Ask(Challenge::SecondFactor { app: true, .. }) => "code",
        Step::Ask(
            Challenge::SecondFactor { email: true, .. } | Challenge::First(FirstProof::Email),
        ) => "email-code",
        Step::Ask(Challenge::SecondFactor { .. }) => "recovery-code",
        Step::Ask(Challenge::First(_)) => "enrollment-code",
        Step::Enroll(Missing::Way) => "way",
        Step::Enroll(Missing::Password) => "new-password",
        Step::Enroll(Missing::Device) => "set-up",
        Step::Enroll(Missing::Replacement { .. }) => "replace-device",
        Step::Enroll(Missing::RecoveryCodes) => "set-up/recovery-codes",
        Step::Ask(Challenge::Password) | Step::Done(_) => return Ok("/sign-in?ended=1".to_owned()),
        Step::Refused(why) => return Err(why.into()),
    };
    Ok(format!("/sign-in/{page}?attempt={}", handle.attempt))
}
