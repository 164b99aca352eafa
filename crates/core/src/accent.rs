//! An organization's own color, and what becomes of it so that everything in it can be read: darker on light
//! pages, lighter on dark ones (design.md: Look; contrast as in WCAG 2.2, success criterion 1.4.3).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::name::NotAcceptable;

/// The least contrast of text.
pub const READABLE: f64 = 4.5;

/// A color in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Color(pub [u8; 3]);

/// The color that an organization chose, whatever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Accent(pub Color);

/// The colors of one theme that a page takes from an accent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// What is filled with it: buttons, marks, the bar.
    pub fill: Color,
    /// The same while it is pointed at.
    pub deep: Color,
    /// Text on either.
    pub ink: Color,
    /// Words in it: links.
    pub word: Color,
}

/// What words in the accent stand on where pages are light, as the style sheet has it: the sheet, the page,
/// what is recessed, and messages of each tone.
pub const LIGHT_GROUNDS: [Color; 6] = [
    Color([0xff, 0xff, 0xff]),
    Color([0xf4, 0xf3, 0xf0]),
    Color([0xf0, 0xee, 0xea]),
    Color([0xed, 0xf6, 0xef]),
    Color([0xfc, 0xf4, 0xe2]),
    Color([0xfc, 0xef, 0xed]),
];
/// The same where they are dark.
pub const DARK_GROUNDS: [Color; 6] = [
    Color([0x1a, 0x1b, 0x1e]),
    Color([0x11, 0x12, 0x14]),
    Color([0x24, 0x25, 0x29]),
    Color([0x15, 0x26, 0x1c]),
    Color([0x2a, 0x23, 0x14]),
    Color([0x33, 0x1b, 0x19]),
];

const WHITE: Color = Color([0xff, 0xff, 0xff]);
const BLACK: Color = Color([0, 0, 0]);
/// Text on a light color.
const INK: Color = Color([0x11, 0x12, 0x14]);
/// In how many steps a color is darkened or lightened, and how many of them it is at most.
const STEPS: u16 = 100;

impl Accent {
    /// Its colors on light pages: as it is where that can be read, else darker by as little as it takes.
    pub fn on_light(self) -> Shades {
        let fill = self.until(BLACK, |color| {
            contrast(color, WHITE) >= READABLE && readable_on(color, &LIGHT_GROUNDS)
        });
        Shades {
            fill,
            deep: mixed(fill, BLACK, 25),
            ink: WHITE,
            word: fill,
        }
    }

    /// Its colors on dark pages: as it is where that can be read, else lighter by as little as it takes.
    pub fn on_dark(self) -> Shades {
        let fill = self.until(WHITE, |color| {
            contrast(color, INK) >= READABLE && readable_on(color, &DARK_GROUNDS)
        });
        Shades {
            fill,
            deep: mixed(fill, WHITE, 35),
            ink: INK,
            word: fill,
        }
    }

    /// The first of the colors on the way to another that will do.
    fn until(self, end: Color, does: impl Fn(Color) -> bool) -> Color {
        let way = (0..=STEPS).map(|step| mixed(self.0, end, step));
        way.into_iter().find(|color| does(*color)).unwrap_or(end)
    }
}

/// The contrast of two colors, from 1 to 21.
pub fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn readable_on(color: Color, grounds: &[Color]) -> bool {
    let reads = |ground: &Color| contrast(color, *ground) >= READABLE;
    grounds.iter().all(reads)
}

/// A color on its way to another, by so many steps.
fn mixed(color: Color, end: Color, steps: u16) -> Color {
    let mut mixed = [0; 3];
    for (at, channel) in mixed.iter_mut().enumerate() {
        let (from, to) = (u16::from(color.0[at]), u16::from(end.0[at]));
        let sum = from * (STEPS - steps) + to * steps;
        *channel = u8::try_from(sum / STEPS).unwrap_or(u8::MAX);
    }
    Color(mixed)
}

impl Color {
    /// Relative luminance, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// `#274690`, also without `#`, or shortened to `#abc`, as style guides write it.
impl FromStr for Color {
    type Err = NotAcceptable;

    fn from_str(text: &str) -> Result<Self, NotAcceptable> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAcceptable::Empty);
        }
        let digits = text.strip_prefix('#').unwrap_or(text);
        let long = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => digits.to_owned(),
        };
        if long.len() != 6 || !long.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAcceptable::Form);
        }
        let channel = |at: usize| u8::from_str_radix(&long[at..at + 2], 16);
        match (channel(0), channel(2), channel(4)) {
            (Ok(red), Ok(green), Ok(blue)) => Ok(Self([red, green, blue])),
            _ => Err(NotAcceptable::Form),
        }
    }
}

impl TryFrom<String> for Color {
    type Error = NotAcceptable;
    fn try_from(text: String) -> Result<Self, NotAcceptable> {
        text.parse()
    }
}

impl From<Color> for String {
    fn from(color: Color) -> Self {
        color.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn holds(accent: Accent) {
        for (shades, grounds) in [
            (accent.on_light(), LIGHT_GROUNDS),
            (accent.on_dark(), DARK_GROUNDS),
        ] {
            assert!(
                contrast(shades.fill, shades.ink) >= READABLE,
                "{accent:?}: {shades:?}"
            );
            assert!(
                contrast(shades.deep, shades.ink) >= READABLE,
                "{accent:?}: {shades:?}"
            );
            assert!(readable_on(shades.word, &grounds), "{accent:?}: {shades:?}");
        }
    }

    /// From hue in degrees, saturation and lightness in percent.
    fn of_hue(hue: u16, saturation: u16, lightness: u16) -> Accent {
        let (saturation, lightness) = (f64::from(saturation) / 100.0, f64::from(lightness) / 100.0);
        let spread = saturation * lightness.min(1.0 - lightness);
        let channel = |offset: f64| {
            let place = (offset + f64::from(hue) / 30.0) % 12.0;
            let value = lightness - spread * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and 255"
            )]
            let byte = (value * 255.0).round() as u8;
            byte
        };
        Accent(Color([channel(0.0), channel(8.0), channel(4.0)]))
    }

    #[test]
    fn text_in_and_on_every_hue_can_be_read_in_both_themes() {
        for hue in 0..360 {
            for saturation in [20, 50, 80, 100] {
                for lightness in [5, 20, 35, 50, 65, 80, 95] {
                    holds(of_hue(hue, saturation, lightness));
                }
            }
        }
        for gray in 0..=255 {
            holds(Accent(Color([gray; 3])));
        }
    }

    #[test]
    fn a_color_that_can_be_read_stays_as_it_is() {
        let iron: Color = "#274690".parse().unwrap();
        assert_eq!(Accent(iron).on_light().fill, iron);
        let sky: Color = "#a9bffb".parse().unwrap();
        assert_eq!(Accent(sky).on_dark().fill, sky);
    }

    #[test]
    fn a_color_keeps_its_hue_as_long_as_it_can() {
        let yellow = Accent("#ffd500".parse().unwrap());
        let Color([red, green, blue]) = yellow.on_light().fill;
        assert!(
            red > green && green > blue && blue < 10,
            "{red} {green} {blue}"
        );
        assert_eq!(yellow.on_dark().fill, yellow.0);
        let navy = Accent("#000040".parse().unwrap());
        let Color([red, green, blue]) = navy.on_dark().fill;
        assert!(blue > red && red == green);
    }

    #[test]
    fn contrast_is_as_the_standard_says() {
        assert!((contrast(WHITE, BLACK) - 21.0).abs() < 1e-9);
        assert!((contrast(WHITE, WHITE) - 1.0).abs() < 1e-9);
        // The darkest gray that is too light and the lightest that is not, on white.
        assert!(contrast(Color([0x77; 3]), WHITE) < READABLE);
        assert!(contrast(Color([0x76; 3]), WHITE) >= READABLE);
    }

    #[test]
    fn a_color_is_read_as_style_guides_write_it() {
        for same in ["#AABBCC", "aabbcc", " #abc ", "abc"] {
            assert_eq!(same.parse(), Ok(Color([0xaa, 0xbb, 0xcc])), "{same}");
        }
        for bad in ["red", "#12345", "#12345g", "#é1234", "url(x)", "#1234567"] {
            assert_eq!(bad.parse::<Color>(), Err(NotAcceptable::Form), "{bad}");
        }
        assert_eq!(" ".parse::<Color>(), Err(NotAcceptable::Empty));
    }

    proptest! {
        #[test]
        fn whatever_is_chosen_can_be_read(color in any::<[u8; 3]>()) {
            holds(Accent(Color(color)));
            prop_assert_eq!(Color(color).to_string().parse(), Ok(Color(color)));
        }
    }
}
