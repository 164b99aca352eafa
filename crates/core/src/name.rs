//! Names that people type: of a person, an organization, a device. One line, no control characters.

use unicode_normalization::UnicodeNormalization;

/// The longest name, in code points.
pub const MAX_NAME: usize = 100;

/// A name as it is shown: NFC, trimmed, 1 to [`MAX_NAME`] code points, no control characters and no
/// characters that reorder the text around them (so that it can't forge a line of a log or a page).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

/// Why a text is not acceptable in a field of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAcceptable {
    /// Nothing but white space.
    #[error("it is empty")]
    Empty,
    /// More code points than allowed.
    #[error("it is longer than {0} characters")]
    TooLong(usize),
    /// A control, a line break or a character that changes the direction of the text.
    #[error("it contains control characters")]
    Control,
    /// Not of the shape that the field asks for.
    #[error("it has the wrong form")]
    Form,
}

impl Name {
    /// Parses what was typed.
    pub fn parse(text: &str) -> Result<Self, NotAcceptable> {
        line(text, MAX_NAME).map(Self)
    }

    /// The name as shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One line of at most `max` code points: NFC, trimmed, without control characters.
pub fn line(text: &str, max: usize) -> Result<String, NotAcceptable> {
    let text: String = text.trim().nfc().collect();
    if text.chars().any(is_unwanted) {
        return Err(NotAcceptable::Control);
    }
    match text.chars().count() {
        _ if !text.chars().any(is_seen) => Err(NotAcceptable::Empty),
        n if n > max => Err(NotAcceptable::TooLong(max)),
        _ => Ok(text),
    }
}

/// The form in which names are compared: NFKC, lower case, trimmed.
pub fn fold(text: &str) -> String {
    text.trim()
        .nfkc()
        .flat_map(char::to_lowercase)
        .nfkc()
        .collect()
}

/// Whether a reader sees anything of it: no space, no joiner, selector or filler (Unicode's `Default_Ignorable_Code_Point`), no
/// Braille cell without dots.
fn is_seen(c: char) -> bool {
    let ignorable = matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    );
    !(c.is_whitespace() || ignorable || c == '\u{2800}')
}

/// Controls, line breaks, what changes the direction of the text, and letters without a shape. The
/// joiners U+200C and U+200D stay: names in several scripts need them.
pub fn is_unwanted(c: char) -> bool {
    let shapeless = matches!(
        c,
        '\u{115F}' | '\u{1160}' | '\u{200B}' | '\u{2060}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
    );
    let breaks = matches!(c, '\u{2028}' | '\u{2029}');
    let turns = matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    c.is_control() || shapeless || breaks || turns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_clean_line() {
        assert_eq!(
            Name::parse("  Ann Bauer ").map(|n| n.0),
            Ok("Ann Bauer".to_owned())
        );
        for unseen in [
            " \t ",
            "\u{200C}",
            "\u{2800} \u{2800}",
            "\u{AD}\u{34F}",
            "\u{180E}",
            "\u{E0041}\u{E0042}",
        ] {
            assert_eq!(Name::parse(unseen), Err(NotAcceptable::Empty), "{unseen:?}");
        }
        for bad in [
            "a\nb",
            "a\0b",
            "a\u{1b}[31m",
            "a\u{202e}b",
            "a\u{2028}b",
            "a\u{200f}b",
            "\u{3164}",
        ] {
            assert_eq!(Name::parse(bad), Err(NotAcceptable::Control), "{bad:?}");
        }
        assert!(Name::parse(&"ä".repeat(MAX_NAME)).is_ok());
        assert_eq!(
            Name::parse(&"ä".repeat(MAX_NAME + 1)),
            Err(NotAcceptable::TooLong(MAX_NAME))
        );
    }

    #[test]
    fn folding_makes_one_of_what_looks_alike() {
        for same in ["John", "JOHN", "john ", "ｊｏｈｎ"] {
            assert_eq!(fold(same), "john");
        }
    }
}
