//! The logo of an organization, as pages show it. Whoever knows the address was shown a page with it; nobody
//! guesses one, and it says nothing of whose it is.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::trouble::Trouble;
use crate::app::App;
use crate::branding::picture;

/// Somebody uploaded it, so as a page of its own it does nothing at all, whatever it holds.
const POLICY: &str = "default-src 'none'; style-src 'none'; frame-ancestors 'none'; sandbox";

pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id = id.parse().map_err(|_| Trouble::NotFound)?;
    let (kind, content) = picture(&app, id).await?.ok_or(Trouble::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, kind.media_type()),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"logo\""),
        // A changed logo has another address. Between browser and portal nobody keeps it: it may be removed.
        (
            header::CACHE_CONTROL,
            "private, max-age=31536000, immutable",
        ),
    ];
    Ok((headers, content).into_response())
}
