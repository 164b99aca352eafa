//! Signing out: the session ends in the store, its cookie goes by name, the cache is cleared.

use axum::http::HeaderValue;
use axum::response::Response;
use portcullis_core::token::Token;

use super::cookies;
use super::dress::redirect;
use super::form::Form;
use super::trouble::Trouble;
use super::visit::Visit;
use crate::sign_in;

pub async fn submit(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    if let Some(token) = visit.session.as_ref().map(Token::hash) {
        sign_in::end_session(&visit.app, token, visit.origin.clone()).await?;
    }
    let mut response = redirect("/sign-in?signed_out=1");
    cookies::clear_session(&mut response);
    let headers = response.headers_mut();
    headers.insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    Ok(response)
}
