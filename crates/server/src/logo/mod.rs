//! Logos made safe. What somebody uploads is read within bounds and written anew, so that nothing is kept that
//! only passed through: of a drawing what draws, of a picture its points. What it is, its content says, not its
//! name (security.md: MT-4, WH-2).

mod attribute;
mod faint;
mod png;
mod sheet;
mod svg;

use std::collections::BTreeSet;

use portcullis_core::logo::{LeftOut, LogoKind, NotALogo};

/// The largest file that is read, in units of 1,024 bytes: every page begins with it.
pub const MAX_KILOBYTES: u32 = 64;
/// The same in bytes.
const MAX_FILE: usize = MAX_KILOBYTES as usize * 1024;
/// The most points of a picture on a side.
pub const MAX_SIDE: u32 = 1024;
/// The most bytes that are kept of a file: written anew it may be longer.
const MAX_KEPT: usize = 4 * MAX_FILE;

/// A logo that can be kept and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Safe {
    /// Of what kind it is.
    pub kind: LogoKind,
    /// Its width, in points or, of a drawing, in any unit.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// What is sent.
    pub content: Vec<u8>,
    /// What of a drawing was left out.
    pub left_out: BTreeSet<LeftOut>,
    /// Whether it can hardly be seen on the white that it stands on.
    pub faint: bool,
}

/// Makes a logo of a file. It computes for tenths of a second at the worst: not for a thread that others wait for.
pub fn made_safe(file: &[u8]) -> Result<Safe, NotALogo> {
    if file.is_empty() {
        return Err(NotALogo::Missing);
    }
    if file.len() > MAX_FILE {
        return Err(NotALogo::TooLarge);
    }
    let safe = if file.starts_with(b"\x89PNG\r\n\x1a\n") {
        png::made_safe(file)?
    } else {
        let text = std::str::from_utf8(file).map_err(|_| NotALogo::WrongKind)?;
        svg::made_safe(text)?
    };
    if safe.content.len() > MAX_KEPT {
        return Err(NotALogo::TooLarge);
    }
    Ok(safe)
}
