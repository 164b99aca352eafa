//! How a client asks for a second factor, and which part of what was typed is which secret.

use serde::{Deserialize, Serialize};

use crate::credential::recovery_code::RecoveryCode;
use crate::credential::totp::Code;

/// How many characters a code of an app has behind a password.
const DIGITS: usize = 6;
/// How many a recovery code has there, with its dashes.
const RECOVERY: usize = 19;

/// How a client asks (security.md RA-4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// The password, and then by a challenge the code.
    #[default]
    Challenge,
    /// Password and code in one field, for clients that can't show a challenge.
    Together,
    /// The code alone, for clients that check the password themselves.
    CodeAlone,
}

/// A code that was typed for a logon.
#[derive(Clone)]
pub enum TypedCode {
    /// Six digits.
    Digits(Code),
    /// A recovery code.
    Recovery(RecoveryCode),
}

impl Flow {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Challenge, Self::Together, Self::CodeAlone];

    /// As stored and typed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Challenge => "challenge",
            Self::Together => "together",
            Self::CodeAlone => "code-alone",
        }
    }

    /// From what is stored or typed.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

impl TypedCode {
    /// Reads a code that stands alone, as on the web: spaces in six digits, case and dashes of a recovery
    /// code are forgiven.
    pub fn parse(typed: &str) -> Option<Self> {
        let digits = Code::parse(typed).map(Self::Digits);
        digits.or_else(|| RecoveryCode::parse(typed).map(Self::Recovery))
    }
}

/// Takes a password and the code behind it apart. The last six characters are the code if all are ASCII
/// digits; else the last nineteen, if they are a recovery code written as it is shown, in four groups with
/// dashes; else there is none, and all is the password. Nothing is put between, and nothing is forgiven: the
/// same text is always taken apart in the same way, whoever is meant.
pub fn apart(typed: &str) -> (&str, Option<TypedCode>) {
    let digits = |tail: &str| {
        let all = tail.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| Code::parse(tail)).flatten()
    };
    if let Some((password, tail)) = split_behind(typed, DIGITS)
        && let Some(code) = digits(tail)
    {
        return (password, Some(TypedCode::Digits(code)));
    }
    let grouped = |tail: &str| {
        let dashes = tail
            .char_indices()
            .all(|(at, c)| (c == '-') == (at % 5 == 4));
        dashes.then(|| RecoveryCode::parse(tail)).flatten()
    };
    if let Some((password, tail)) = split_behind(typed, RECOVERY)
        && let Some(code) = grouped(tail)
    {
        return (password, Some(TypedCode::Recovery(code)));
    }
    (typed, None)
}

/// Both parts of a text whose second has so many bytes, and so many ASCII characters if any code is there.
fn split_behind(typed: &str, length: usize) -> Option<(&str, &str)> {
    typed.split_at_checked(typed.len().checked_sub(length)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, password: &str, code: Option<&str>) {
        let (left, behind) = apart(typed);
        assert_eq!(left, password, "{typed}");
        let shown = behind.map(|behind| match behind {
            TypedCode::Digits(code) => String::from_utf8(code.digits().to_vec()).unwrap(),
            TypedCode::Recovery(code) => code.shown(),
        });
        assert_eq!(shown.as_deref(), code, "{typed}");
    }

    #[test]
    fn the_last_six_digits_are_the_code_and_all_before_is_the_password() {
        check("tulip wagon012345", "tulip wagon", Some("012345"));
        check("pass9012345", "pass9", Some("012345"));
        check("012345", "", Some("012345"));
        check("tulip wagon ", "tulip wagon ", None);
        check("tulip wagon12345", "tulip wagon12345", None);
        check("tulip123456 ", "tulip123456 ", None);
        check("tulip 123 456", "tulip 123 456", None);
        check("tulip١٢٣٤٥٦", "tulip١٢٣٤٥٦", None);
        check("مرور123456", "مرور", Some("123456"));
        check("ü23456", "ü23456", None);
        check("", "", None);
    }

    #[test]
    fn a_recovery_code_stands_behind_as_it_is_shown() {
        let shown = RecoveryCode::new([9; 10]).shown();
        check(&format!("tulip{shown}"), "tulip", Some(&shown));
        check(
            &format!("tulip{}", shown.to_lowercase()),
            "tulip",
            Some(&shown),
        );
        let bare = format!("tulip{}", shown.replace('-', ""));
        check(&bare, &bare, None);
        let shifted = format!("tulip-{}", shown.replacen('-', "", 1));
        check(&shifted, &shifted, None);
        check("ü-dddd-dddd-dddd-dddd!", "ü-dddd-dddd-dddd-dddd!", None);
    }

    #[test]
    fn flows_are_read_back_as_they_are_written() {
        for flow in Flow::ALL {
            assert_eq!(Flow::parse(flow.as_str()), Some(flow));
        }
        assert_eq!(Flow::parse("b"), None);
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_panics(typed in "\\PC{0,40}[0-9-]{0,20}") {
            let (password, code) = apart(&typed);
            let behind = match code {
                None => 0,
                Some(TypedCode::Digits(_)) => 6,
                Some(TypedCode::Recovery(_)) => 19,
            };
            assert_eq!(password.len() + behind, typed.len());
        }
    }
}
