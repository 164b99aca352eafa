//! Forms that hold more than a few fields' worth: a file, or a long text. They come as `multipart/form-data`, or
//! like any other form from programs, and are read as strictly: each field once, known to the page, and bounded.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;

use super::form::{Body, pairs};
use super::trouble::Trouble;
use crate::app::App;

/// The largest body of such a form, in bytes: of the largest text that is taken, as either kind of form sends
/// it, and of some fields beside it.
pub const MAX_UPLOAD: usize = 3 * crate::people::MAX_BYTES + 64 * 1024;
/// The same of one that holds a logo: more than a logo may have, so that who brings a larger picture is told what to do.
pub const MAX_PICTURE: usize = 2 * 1024 * 1024;
/// The most fields.
const MAX_FIELDS: usize = 16;

/// The fields of a form, as bytes.
pub struct Upload(Vec<(String, Vec<u8>)>);

impl FromRequest<App> for Upload {
    type Rejection = Trouble;

    async fn from_request(request: Request, app: &App) -> Result<Self, Trouble> {
        let named = request.headers().get(header::CONTENT_TYPE);
        let named = named.and_then(|value| value.to_str().ok());
        let named = named.unwrap_or_default().split(';').next();
        let named = named.unwrap_or_default().trim().to_ascii_lowercase();
        let (parts, body) = request.into_parts();
        let arriving = Request::from_parts(parts.clone(), body);
        let Body(body) = Body::from_request(arriving, app).await?;
        let fields = match named.as_str() {
            "application/x-www-form-urlencoded" => {
                let pairs = pairs(&body).map_err(|_| Trouble::BadForm)?;
                let bytes = |(name, value): (String, String)| (name, value.into_bytes());
                pairs.into_iter().map(bytes).collect()
            }
            "multipart/form-data" => {
                // With all that it came with: its limits too.
                parts_of(Request::from_parts(parts, body.into()), app).await?
            }
            _ => return Err(Trouble::WrongType),
        };
        let twice =
            (1..fields.len()).any(|at| fields[..at].iter().any(|(name, _)| *name == fields[at].0));
        if twice || fields.len() > MAX_FIELDS {
            return Err(Trouble::BadForm);
        }
        Ok(Self(fields))
    }
}

/// The parts of a body that is there whole.
async fn parts_of(whole: Request, app: &App) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
    let parts = Multipart::from_request(whole, app).await;
    let mut parts = parts.map_err(|_| Trouble::BadForm)?;
    let mut fields = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|_| Trouble::BadForm)? {
        let name = part.name().ok_or(Trouble::BadForm)?.to_owned();
        let bytes = part.bytes().await.map_err(|_| Trouble::BadForm)?;
        fields.push((name, bytes.to_vec()));
        if fields.len() > MAX_FIELDS {
            return Err(Trouble::BadForm);
        }
    }
    Ok(fields)
}

impl Upload {
    /// The values of exactly these fields; a missing one is empty, an unknown one refuses the form.
    pub fn only<const N: usize>(mut self, names: [&str; N]) -> Result<[Vec<u8>; N], Trouble> {
        let values = names.map(|name| {
            let at = self.0.iter().position(|(key, _)| key == name);
            at.map(|at| self.0.swap_remove(at).1).unwrap_or_default()
        });
        if self.0.is_empty() {
            Ok(values)
        } else {
            Err(Trouble::BadForm)
        }
    }
}

/// A field of one short word.
pub fn word(bytes: &[u8]) -> Result<&str, Trouble> {
    let word = std::str::from_utf8(bytes).map_err(|_| Trouble::BadForm)?;
    if word.len() > 200 || word.contains('\0') {
        return Err(Trouble::BadForm);
    }
    Ok(word)
}
