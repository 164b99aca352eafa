//! The files a browser loads besides the page. Each is served under a name that holds a part of
//! its SHA-256, so it can be cached for ever and a new release is seen at once.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// One file as it is sent.
#[derive(Clone, Debug)]
pub struct Asset {
    pub bytes: Cow<'static, [u8]>,
    /// For `Content-Type`.
    pub media_type: &'static str,
}

/// The address of `name`: `style.css` is at `/assets/style-3fa9c2d1.css`. A name that is not
/// there keeps itself, and a test refuses it.
pub fn path(name: &str) -> String {
    format!(
        "/assets/{}",
        hashed(name).unwrap_or_else(|| name.to_owned())
    )
}

/// The file with this last part of an address (`style-3fa9c2d1.css`), if the hash is today's.
pub fn find(file_name: &str) -> Option<Asset> {
    let name = Files::iter().find(|name| hashed(name).as_deref() == Some(file_name))?;
    let file = Files::get(&name)?;
    Some(Asset {
        bytes: file.data,
        media_type: media_type(&name),
    })
}

fn hashed(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let [a, b, c, d, ..] = Files::get(name)?.metadata.sha256_hash();
    Some(format!("{stem}-{a:02x}{b:02x}{c:02x}{d:02x}.{extension}"))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
