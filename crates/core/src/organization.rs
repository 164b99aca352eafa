//! An organization: a company with its people, its policy and its audit log.

use std::fmt;
use std::str::FromStr;

use crate::name::{NotAcceptable, fold};

/// The longest short name, in characters.
pub const MAX_SLUG: usize = 40;

/// An organization's short name: `acme` in the login name `ann@acme` and in addresses of pages.
/// Lower-case ASCII letters, digits and hyphens, 2 to [`MAX_SLUG`], beginning and ending with a
/// letter or digit. It has no dot, which is how a login name is told from an email address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slug(String);

impl Slug {
    /// The short name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = NotAcceptable;

    fn from_str(text: &str) -> Result<Self, NotAcceptable> {
        let text = fold(text);
        match text.len() {
            0 => return Err(NotAcceptable::Empty),
            n if n > MAX_SLUG => return Err(NotAcceptable::TooLong(MAX_SLUG)),
            1 => return Err(NotAcceptable::Form),
            _ => {}
        }
        let fits = text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits || text.starts_with('-') || text.ends_with('-') || text == "instance" {
            return Err(NotAcceptable::Form); // /admin/instance/… is the owners' place
        }
        Ok(Self(text))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_has_no_dot_and_no_odd_ends() {
        for good in ["acme", "Acme", "a1", "north-west-2"] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "a",
            "-a",
            "a-",
            "a.b",
            "a b",
            "ä-ä",
            "instance",
            &"a".repeat(41),
        ] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
