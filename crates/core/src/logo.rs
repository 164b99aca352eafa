//! An organization's logo: what pages know of it, and what is said about a file that was to become one. The
//! file itself is read, and written anew, by the server.

use serde::{Deserialize, Serialize};

use crate::id::LogoId;

/// A logo, as pages know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// Which: its address. Only who is shown it learns it.
    pub id: LogoId,
    /// Of what kind it is.
    pub kind: LogoKind,
    /// Its width: points, or of a drawing any unit.
    pub width: u32,
    /// Its height, in the unit of the width.
    pub height: u32,
}

/// What a logo can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoKind {
    /// A drawing.
    Svg,
    /// A picture made of points.
    Png,
}

/// Why a file became no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotALogo {
    /// There was none.
    Missing,
    /// It has more bytes than are taken.
    TooLarge,
    /// It is something else, whatever its name says.
    WrongKind,
    /// It ends too early, or is not what it says.
    Damaged,
    /// It has more points than are taken.
    TooManyPoints,
    /// It brings a document type, in which entities could be.
    DocumentType,
    /// More would have to be drawn than is taken, or without end.
    TooComplex,
    /// It doesn't say how large it is.
    NoSize,
    /// What may be kept of it draws nothing.
    NothingDrawn,
}

/// What of a drawing was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// What would run.
    Script,
    /// What would move.
    Animation,
    /// Text, which needs a font.
    Text,
    /// A picture within the drawing.
    Picture,
    /// Filters, masks, patterns, markers and dashes.
    Effect,
    /// A link, or something from another address.
    Reference,
    /// Styles that are not plain.
    Style,
    /// Anything else that is not drawn.
    Other,
}

impl Logo {
    /// Whether it is taken to hold the organization's name, so that none stands beside it: wordmarks are wide,
    /// emblems are not.
    pub const fn says_the_name(&self) -> bool {
        // A little less than three times: where a drawing is measured, a point is rounded away.
        self.width.saturating_mul(100) >= self.height.saturating_mul(299)
    }
}

impl LogoKind {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The kind of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Svg, Self::Png]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }

    /// For `Content-Type`.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

impl LeftOut {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Script,
        Self::Animation,
        Self::Text,
        Self::Picture,
        Self::Effect,
        Self::Reference,
        Self::Style,
        Self::Other,
    ];

    /// One word, for an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Animation => "animation",
            Self::Text => "text",
            Self::Picture => "picture",
            Self::Effect => "effect",
            Self::Reference => "reference",
            Self::Style => "style",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;

    #[test]
    fn a_logo_three_times_as_wide_as_high_says_the_name_itself() {
        let logo = |width, height| Logo {
            id: LogoId::new(Timestamp::from_millis(0), [0; 10]),
            kind: LogoKind::Svg,
            width,
            height,
        };
        assert!(logo(300, 100).says_the_name());
        assert!(logo(512, 171).says_the_name());
        assert!(!logo(1, 1).says_the_name());
        assert!(!logo(298, 100).says_the_name());
        assert!(!logo(1, 512).says_the_name());
        assert!(logo(512, 1).says_the_name());
    }

    #[test]
    fn a_stored_kind_reads_back() {
        for kind in [LogoKind::Svg, LogoKind::Png] {
            assert_eq!(LogoKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(LogoKind::parse("gif"), None);
    }
}
