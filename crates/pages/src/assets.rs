//! The files a browser loads besides the page. Each is served under a name that holds a part of
//! its SHA-256, so it can be cached for ever and a new release is seen at once.

use std::borrow::Cow;

use portcullis_core::accent::{Accent, Color, Shades};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

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
    if let Some(sheet) = find_accent(file_name) {
        return Some(Asset {
            bytes: Cow::Owned(sheet.into_bytes()),
            media_type: media_type(file_name),
        });
    }
    let name = Files::iter().find(|name| hashed(name).as_deref() == Some(file_name))?;
    let file = Files::get(&name)?;
    Some(Asset {
        bytes: file.data,
        media_type: media_type(&name),
    })
}

/// The address of the style sheet of a color: `/assets/accent-c8102e-3fa9c2d1.css`. It is made of the color
/// alone, so it says nothing of whose it is, and asks no database.
pub fn accent_path(accent: Accent) -> String {
    format!("/assets/{}", accent_name(accent, &accent_sheet(accent)))
}

/// The names of the style sheet that a color takes the place of, on screens: paper keeps black words.
fn accent_sheet(accent: Accent) -> String {
    let names = |shades: Shades| {
        let Shades {
            fill,
            deep,
            ink,
            word,
        } = shades;
        format!(
            ":root{{--accent:{fill};--accent-deep:{deep};--accent-ink:{ink};--accent-word:{word}}}"
        )
    };
    let (light, dark) = (names(accent.on_light()), names(accent.on_dark()));
    format!("@media screen{{{light}@media (prefers-color-scheme:dark){{{dark}}}}}\n")
}

fn accent_name(Accent(color): Accent, sheet: &str) -> String {
    let [a, b, c, d, ..] = <[u8; 32]>::from(Sha256::digest(sheet));
    let digits = color.to_string();
    let digits = digits.trim_start_matches('#');
    format!("accent-{digits}-{a:02x}{b:02x}{c:02x}{d:02x}.css")
}

/// The style sheet with this last part of an address, if it is one of a color as it is made today.
fn find_accent(file_name: &str) -> Option<String> {
    let (digits, _) = file_name.strip_prefix("accent-")?.split_once('-')?;
    let color: Color = digits.parse().ok()?;
    let sheet = accent_sheet(Accent(color));
    (accent_name(Accent(color), &sheet) == file_name).then_some(sheet)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_of_a_color_is_found_by_its_own_name_alone() {
        let path = accent_path(Accent(Color([0xc8, 0x10, 0x2e])));
        let name = path.strip_prefix("/assets/").unwrap();
        let found = find(name).unwrap();
        assert_eq!(found.media_type, "text/css; charset=utf-8");
        let sheet = String::from_utf8(found.bytes.into_owned()).unwrap();
        assert!(
            sheet.starts_with("@media screen{:root{--accent:#c8102e;"),
            "{sheet}"
        );
        for other in [
            name.replace("c8102e", "c8102f"),
            name.replace("c8102e", "C8102E"),
            name.replace(".css", ".js"),
            "accent-c8102e-00000000.css".to_owned(),
            "accent-}body{-00000000.css".to_owned(),
            "accent-.css".to_owned(),
        ] {
            assert!(find(&other).is_none(), "{other}");
        }
    }
}
