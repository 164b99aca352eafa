//! Style sheet, scripts and icons, from inside the binary. Their names change with their content.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use portcullis_pages::assets;

use super::trouble::Trouble;

pub async fn show(Path(name): Path<String>) -> Result<Response, Trouble> {
    let asset = assets::find(&name).ok_or(Trouble::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, asset.media_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, asset.bytes.into_owned()).into_response())
}
