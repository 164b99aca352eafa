//! The link of a notice: looking at it changes nothing, confirming freezes the account.

use axum::extract::Path;
use axum::response::Response;
use portcullis_core::token::{Token, TokenHash};
use portcullis_pages::{NotMe, NotMeDone};

use super::form::Form;
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::not_me;

pub async fn show(visit: Visit, Path(token): Path<String>) -> Result<Response, Trouble> {
    let organization = not_me::look(&visit.app, hash(&token)?).await?;
    let organization = organization.ok_or(Trouble::LinkGone)?;
    visit::page(&NotMe {
        frame: visit.frame(Some(&organization)),
        token,
    })
}

pub async fn submit(
    visit: Visit,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let frozen = not_me::freeze(&visit.app, hash(&token)?, visit.origin.clone()).await?;
    let organization = frozen.ok_or(Trouble::LinkGone)?;
    visit::page(&NotMeDone {
        frame: visit.frame(Some(&organization)),
    })
}

fn hash(token: &str) -> Result<TokenHash, Trouble> {
    let token = Token::parse(token).ok_or(Trouble::LinkGone)?;
    Ok(token.hash())
}
