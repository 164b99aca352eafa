//! Signing out: the session ends in the store, its cookie goes by name, the cache is cleared.

use axum::http::HeaderValue;
use axum::response::Response;
use portcullis_core::audit::Event;
use portcullis_store::{Tx, sessions};

use super::cookies;
use super::dress::redirect;
use super::form::Form;
use super::trouble::Trouble;
use super::visit::Visit;
use crate::fault::Fault;
use crate::record::Subject;

pub async fn submit(visit: Visit, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    if let Some(token) = visit
        .session
        .as_ref()
        .map(portcullis_core::token::Token::hash)
    {
        let (app, origin) = (visit.app.clone(), visit.origin.clone());
        let unit = async move |tx: &mut Tx<'_>| {
            let now = app.now();
            if let Some(session) = sessions::load(tx, token, now).await? {
                sessions::end(tx, session.scope(), session.id).await?;
                Subject::own(session.scope(), session.account, &origin)
                    .write(tx, &app, Event::SignedOut, now)
                    .await?;
            }
            Ok(())
        };
        visit.app.store.write(unit).await.map_err(Fault::from)?;
    }
    let mut response = redirect("/sign-in?signed_out=1");
    cookies::clear_session(&mut response);
    response
        .headers_mut()
        .insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    Ok(response)
}
