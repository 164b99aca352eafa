//! The wizard's first question, where there is a choice.

use axum::response::Response;
use portcullis_core::sign_in::Way;
use portcullis_pages::ChooseWay;
use portcullis_pages::email_code::told;

use super::dress::redirect;
use super::form::{self, Form};
use super::progress::{ended, go, page_of};
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::sign_in;

pub async fn show(visit: Visit) -> Result<Response, Trouble> {
    let Some(handle) = visit.handle() else {
        return Ok(ended());
    };
    let Some((attempt, step)) = sign_in::look(&visit.app, &handle).await? else {
        return Ok(ended());
    };
    if !attempt.leaves_choice() {
        return Ok(redirect(&page_of(&handle, step)?));
    }
    visit::page(&ChooseWay {
        frame: visit.attempt_frame(&attempt),
        attempt: handle.attempt.to_string(),
        app: attempt.leaves(Way::App),
        to: attempt
            .leaves(Way::Email)
            .then(|| told(attempt.email.as_deref().unwrap_or_default())),
        until: attempt.may_put_off(),
    })
}

pub async fn choose(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [attempt, way] = form.only(["attempt", "way"])?;
    let way = Way::parse(&way).ok_or(Trouble::BadForm)?;
    let Some(handle) = visit.handle_of(form::attempt(&attempt)?) else {
        return Ok(ended());
    };
    let progress = sign_in::choose_way(&visit.app, &handle, way, visit.origin.clone()).await?;
    go(&visit, Some(&handle), &progress).await
}
