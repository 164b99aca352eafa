//! The languages that pages and mails are written in, and which one a browser asks for.

/// One of the five.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, as in America.
    #[default]
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Arabic.
    Ar,
}

/// How a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

/// How many wishes of an `Accept-Language` are read; browsers send a handful.
const MAX_WISHES: usize = 32;
/// The weight of a wish that names none, in thousandths (RFC 9110 §12.4.2).
const FULL: u16 = 1000;

impl Language {
    /// All of them, in the order in which a chooser lists them.
    pub const ALL: [Self; 5] = [Self::En, Self::De, Self::Fr, Self::Es, Self::Ar];

    /// The language subtag (RFC 5646), as it is stored and as `lang` has it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ar => "ar",
        }
    }

    /// The name in the language itself, for whoever reads no other.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Ar => "العربية",
        }
    }

    /// How its lines run.
    pub const fn direction(self) -> Direction {
        match self {
            Self::En | Self::De | Self::Fr | Self::Es => Direction::LeftToRight,
            Self::Ar => Direction::RightToLeft,
        }
    }

    /// The language of a tag, whatever its region or script: `de`, `de-AT`, `AR_eg`.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// What an `Accept-Language` asks for most, of those that there are (RFC 9110 §12.5.4). Nothing
    /// when it names none of them. Wishes of the same weight count in their order.
    pub fn asked_for(accept: &str) -> Option<Self> {
        let wishes = accept.split(',').take(MAX_WISHES).filter_map(wish);
        let mut best: Option<(Self, u16)> = None;
        for (language, weight) in wishes {
            if weight > best.map_or(0, |(_, weight)| weight) {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }
}

impl Direction {
    /// The value of `dir`.
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// `de-AT;q=0.8`: the language and its weight in thousandths.
fn wish(range: &str) -> Option<(Language, u16)> {
    let mut parts = range.split(';');
    let language = Language::parse(parts.next()?)?;
    let weight = parts.find_map(|part| part.trim().strip_prefix("q="));
    Some((language, weight.map_or(Some(FULL), thousandths)?))
}

/// `0.8` is 800, `1` is 1000; more than three digits or more than one is no weight.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = fraction.chars().all(|c| c.is_ascii_digit()) && fraction.len() <= 3;
    let fraction: u16 = format!("{fraction:0<3}").parse().ok().filter(|_| digits)?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(FULL),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_tag_reads_back_and_its_region_does_not_matter() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.tag()), Some(language));
            assert!(!language.native_name().is_empty());
        }
        assert_eq!(Language::parse("de-AT"), Some(Language::De));
        assert_eq!(Language::parse("AR_eg"), Some(Language::Ar));
        for other in ["", "d", "deu", "zh-Hant-de", "*", "-de"] {
            assert_eq!(Language::parse(other), None, "{other}");
        }
    }

    #[test]
    fn only_arabic_runs_from_right_to_left() {
        for language in Language::ALL {
            let rtl = language.direction().attribute() == "rtl";
            assert_eq!(rtl, language == Language::Ar);
        }
    }

    #[test]
    fn the_heaviest_wish_wins_and_the_first_of_equals() {
        let check = |accept: &str, expect| {
            assert_eq!(Language::asked_for(accept), expect, "{accept}");
        };
        check("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", Some(Language::De));
        check("en;q=0.5, fr ; q=0.8", Some(Language::Fr));
        check("pt-BR,pt;q=0.9,es;q=0.8,en;q=0.7", Some(Language::Es));
        check("ar,de", Some(Language::Ar));
        check("de;q=1.000,ar", Some(Language::De));
        check("zh-CN,zh;q=0.9", None);
        check("*", None);
        check("de;q=0,fr;q=0.001", Some(Language::Fr));
        check("de;q=0", None);
        check("", None);
        // What is no weight is no wish.
        for bad in ["2", "1.5", "0.1234", "-1", "0,9", "x", "", "+0.5", "0.-1"] {
            check(&format!("de;q={bad}"), None);
        }
    }

    proptest! {
        #[test]
        fn anything_asks_for_one_of_them_or_none(accept in "\\PC{0,200}|[a-z*;=,.0-9 -]{0,60}") {
            if let Some(language) = Language::asked_for(&accept) {
                prop_assert!(accept.to_ascii_lowercase().contains(language.tag()));
            }
        }
    }
}
