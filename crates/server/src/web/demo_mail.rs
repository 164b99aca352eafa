//! The mails of a throw-away portal. Anywhere else there is no such page.

use axum::response::Response;
use portcullis_pages::{CaughtMail, DemoMail};

use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::demo;

pub async fn show(visit: Visit) -> Result<Response, Trouble> {
    let caught = demo::caught(&visit.app).await?.ok_or(Trouble::NotFound)?;
    let shown = caught.into_iter().map(|(mail, said)| CaughtMail {
        to: mail.recipient,
        subject: said.subject,
        at: mail.created_at,
        text: said.text,
    });
    visit::page(&DemoMail {
        frame: visit.frame(None),
        mails: shown.collect(),
        public_url: visit.app.link(""),
    })
}
