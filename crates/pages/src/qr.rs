//! QR codes as inline SVG: dark on white in both themes, level M, four modules of quiet zone
//! around (ISO/IEC 18004), one path, and a name for people who cannot see it.

use std::fmt::{self, Write};

use askama::filters::HtmlSafe;
use fast_qr::{ECL, QRBuilder};

use crate::texts::{Escaped, Say};

const QUIET: usize = 4;
/// How wide a module is, in CSS pixels: a whole, even number, so that all modules are alike and stay
/// so when the picture is halved.
const MODULE: usize = 4;

/// Prints as an `<svg>` element.
#[derive(Clone, Debug)]
pub struct Svg(String);

/// A picture of `content` called `name`; none when it is too long for any QR code.
pub fn svg(content: &str, name: &Say) -> Option<Svg> {
    let code = QRBuilder::new(content).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        for run in code[row].chunk_by(|left, right| left.value() == right.value()) {
            if run.first().is_some_and(|module| module.value()) {
                let (x, y, width) = (column + QUIET, row + QUIET, run.len());
                write!(path, "M{x} {y}h{width}v1h-{width}z").ok()?;
            }
            column += run.len();
        }
    }
    let side = code.size + 2 * QUIET;
    let width = side * MODULE;
    let name = name.plain();
    let name = Escaped(&name);
    Some(Svg(format!(
        "<svg class=\"qr\" width=\"{width}\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{name}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    )))
}

impl fmt::Display for Svg {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Svg {}
