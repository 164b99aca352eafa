//! Whether a logo can hardly be seen: logos stand on white in both themes, and some are made for dark paper. Nothing
//! is refused for it; whoever puts it up is told.

use std::collections::HashMap;

use portcullis_core::accent::{Color, contrast};

use super::attribute::{part, target};
use super::svg::{Element, SHAPES};

const WHITE: Color = Color([255; 3]);
const BLACK: Color = Color([0; 3]);
/// The least contrast by which something is seen: half of what signs need (WCAG 2.2, success criterion 1.4.11).
const SEEN: f64 = 1.5;
/// The most points that are looked at one by one; of more, every [`STEP`]th.
const ALL: usize = 65_536;
/// No divisor of a width that anybody has, so that it is another column in each line.
const STEP: usize = 17;
/// Of how many points one at least must be seen.
const ONE_OF: usize = 200;

/// Names of colors that can hardly be seen on white.
const LIGHT: [&str; 24] = [
    "aliceblue",
    "antiquewhite",
    "azure",
    "beige",
    "cornsilk",
    "floralwhite",
    "ghostwhite",
    "honeydew",
    "ivory",
    "lavender",
    "lavenderblush",
    "lemonchiffon",
    "lightcyan",
    "lightgoldenrodyellow",
    "lightyellow",
    "linen",
    "mintcream",
    "mistyrose",
    "oldlace",
    "papayawhip",
    "seashell",
    "snow",
    "white",
    "whitesmoke",
];

/// The same of a picture; of each point red, green, blue and how little shows through.
pub fn points(points: &[[u8; 4]]) -> bool {
    let step = if points.len() > ALL { STEP } else { 1 };
    let some = points.iter().step_by(step);
    let looked_at = some.len();
    let seen = some.filter(|point| is_seen(on_white(**point))).count();
    seen * ONE_OF < looked_at
}

/// The same of a drawing: whether nothing in it is drawn in a color that is seen.
pub fn drawing(drawing: &Element) -> bool {
    let mut named = HashMap::new();
    let mut light_stops = true;
    let mut left = vec![drawing];
    while let Some(element) = left.pop() {
        if let Some(name) = element.attributes.get("id") {
            named.insert(name.as_str(), element);
        }
        if element.name == "stop" {
            let color = element.attributes.get("stop-color");
            let shows = color.is_none_or(|color| paint(color, BLACK) == Paint::Seen);
            light_stops &= !shows;
        }
        left.extend(&element.children);
    }
    let walk = Walk { named, light_stops };
    !walk.shows(drawing, Context::default(), 0)
}

fn is_seen(color: Color) -> bool {
    contrast(color, WHITE) >= SEEN
}

fn on_white([red, green, blue, opaque]: [u8; 4]) -> Color {
    let over = |channel: u8| {
        let (channel, opaque) = (u16::from(channel), u16::from(opaque));
        let mixed = (channel * opaque + 255 * (255 - opaque)) / 255;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    Color([over(red), over(green), over(blue)])
}

/// What paints an area or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paint {
    /// Nothing, or what can hardly be seen.
    Unseen,
    /// What is seen; so is taken whatever is not understood.
    Seen,
    /// A gradient.
    Gradient,
}

/// What an element has from those around it.
#[derive(Clone, Copy)]
struct Context {
    fill: Paint,
    stroke: Paint,
    color: Color,
}

impl Default for Context {
    fn default() -> Self {
        // What nothing is said of is filled with black, and has no line.
        Self {
            fill: Paint::Seen,
            stroke: Paint::Unseen,
            color: BLACK,
        }
    }
}

struct Walk<'a> {
    named: HashMap<&'a str, &'a Element>,
    /// Whether no gradient of the drawing has a color that is seen.
    light_stops: bool,
}

impl Walk<'_> {
    /// Whether anything of an element is seen. What uses itself was refused before, so this ends.
    fn shows(&self, element: &Element, mut around: Context, depth: usize) -> bool {
        let of = |name: &str| element.attributes.get(name).map(String::as_str);
        let hidden = of("display") == Some("none");
        if hidden || depth > 128 || ["defs", "clipPath"].contains(&element.name) {
            return false;
        }
        if let Some(color) = of("color").and_then(color) {
            around.color = on_white(color);
        }
        if let Some(fill) = of("fill").filter(|fill| *fill != "inherit") {
            around.fill = paint(fill, around.color);
        }
        if let Some(stroke) = of("stroke").filter(|stroke| *stroke != "inherit") {
            around.stroke = paint(stroke, around.color);
        }
        if SHAPES.contains(&element.name) {
            let is_area = element.name != "line";
            let seen = |paint| match paint {
                Paint::Seen => true,
                Paint::Unseen => false,
                Paint::Gradient => !self.light_stops,
            };
            return is_area && seen(around.fill) || seen(around.stroke);
        }
        let used = of("href").filter(|_| element.name == "use");
        let used = used
            .and_then(target)
            .and_then(|name| self.named.get(name).copied());
        used.is_some_and(|used| self.shows(used, around, depth + 1))
            || element
                .children
                .iter()
                .any(|child| self.shows(child, around, depth + 1))
    }
}

fn paint(value: &str, current: Color) -> Paint {
    let lower = value.to_ascii_lowercase();
    let seen = |color| {
        if is_seen(color) {
            Paint::Seen
        } else {
            Paint::Unseen
        }
    };
    match &*lower {
        "none" | "transparent" => Paint::Unseen,
        "currentcolor" => seen(current),
        name if LIGHT.contains(&name) => Paint::Unseen,
        _ if part(value).is_some() => Paint::Gradient,
        text => color(text).map_or(Paint::Seen, |color| seen(on_white(color))),
    }
}

/// `#rgb`, `#rrggbb`, both with a fourth part, and `rgb(…)` of whole numbers.
fn color(text: &str) -> Option<[u8; 4]> {
    if let Some(digits) = text.strip_prefix('#') {
        let digits: Vec<u8> = digits
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|digit| digit.try_into().ok()))
            .collect::<Option<_>>()?;
        let channels: Vec<u8> = match digits.len() {
            3 | 4 => digits.iter().map(|digit| digit * 17).collect(),
            6 | 8 => digits.chunks(2).map(|two| two[0] * 16 + two[1]).collect(),
            _ => return None,
        };
        let at = |at: usize| channels.get(at).copied().unwrap_or(u8::MAX);
        return Some([at(0), at(1), at(2), at(3)]);
    }
    let numbers = text.strip_prefix("rgb(")?.strip_suffix(')')?;
    let numbers = numbers
        .split([',', ' '])
        .filter(|number| !number.is_empty());
    let numbers: Vec<u8> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
    let [red, green, blue] = numbers.try_into().ok()?;
    Some([red, green, blue, u8::MAX])
}

#[cfg(test)]
mod tests {
    use crate::logo::made_safe;

    fn is_faint(inner: &str) -> bool {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 40 10\">{inner}</svg>"
        );
        made_safe(text.as_bytes()).unwrap().faint
    }

    #[test]
    fn a_drawing_in_white_alone_is_faint_however_that_is_said() {
        for inner in [
            "<path fill=\"#fff\" d=\"M0 0h4v4z\"/>",
            "<path fill=\"#FDFDFD\" d=\"M0 0h4v4z\"/>",
            "<path style=\"fill:White\" d=\"M0 0h4v4z\"/>",
            "<style>.a{fill:rgb(250, 250, 250)}</style><path class=\"a\" d=\"M0 0h4v4z\"/>",
            "<g fill=\"white\"><g><path d=\"M0 0h4v4z\"/><circle r=\"4\"/></g></g>",
            "<path fill=\"none\" stroke=\"#fffffe\" d=\"M0 0h4v4z\"/>",
            "<path fill=\"#0000000a\" d=\"M0 0h4v4z\"/>",
            "<g color=\"#fff\"><path fill=\"currentColor\" d=\"M0 0h4v4z\"/></g>",
            "<defs><path id=\"a\" d=\"M0 0h4v4z\"/></defs><use fill=\"#fff\" xlink:href=\"#a\"/>",
            "<linearGradient id=\"g\"><stop stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#eee\"/></linearGradient>\
             <path fill=\"url(#g)\" d=\"M0 0h4v4z\"/>",
            "<path display=\"none\" d=\"M0 0h4v4z\"/><path fill=\"#fff\" d=\"M0 0h4v4z\"/>",
            "<clipPath id=\"c\"><path d=\"M0 0h4v4z\"/></clipPath><g clip-path=\"url(#c)\"><path fill=\"#fff\" d=\"M0 0h4v4z\"/></g>",
        ] {
            assert!(is_faint(inner), "{inner}");
        }
        for inner in [
            "<path d=\"M0 0h4v4z\"/>",
            "<rect width=\"40\" height=\"10\" fill=\"#123\"/><path fill=\"#fff\" d=\"M0 0h4v4z\"/>",
            "<path fill=\"#fff\" stroke=\"gray\" d=\"M0 0h4v4z\"/>",
            "<path fill=\"#e0115f\" d=\"M0 0h4v4z\"/>",
            "<path fill=\"hsl(0, 0%, 100%)\" d=\"M0 0h4v4z\"/>",
            "<defs><path id=\"a\" d=\"M0 0h4v4z\"/></defs><use fill=\"#222\" xlink:href=\"#a\"/>",
            "<linearGradient id=\"g\"><stop stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#900\"/></linearGradient>\
             <path fill=\"url(#g)\" d=\"M0 0h4v4z\"/>",
        ] {
            assert!(!is_faint(inner), "{inner}");
        }
    }

    #[test]
    fn a_picture_is_faint_when_hardly_a_point_is_seen_on_white() {
        let of = |dark: usize, point: [u8; 4]| {
            let mut points = vec![point; 300 * 300];
            // Scattered, as lines are.
            for at in 0..dark {
                points[at * 97 % (300 * 300)] = [20, 20, 60, 255];
            }
            super::points(&points)
        };
        let (white, clear, shade) = ([255; 4], [0; 4], [0, 0, 0, 20]);
        for nearly_nothing in [white, clear, shade] {
            assert!(of(0, nearly_nothing));
            assert!(of(90, nearly_nothing));
            assert!(!of(2_000, nearly_nothing));
        }
        assert!(!of(0, [0, 90, 200, 255]));
        assert!(of(0, [255, 255, 0, 255]), "yellow");
    }
}
