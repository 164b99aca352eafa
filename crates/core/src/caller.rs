//! Who is on the phone: an agent starts a check, and the caller proves who they are by a code of a factor
//! that still works, or by typing in a signed-in browser the word that the agent reads out. The word is
//! told by the portal to this one agent. It shows that the agent and the member have the same word, not that nobody stands
//! between them and passes it on: so the member is told whom it helps, and to call back when called.

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::assurance::{Level, Proof};
use crate::credential::Kind;
use crate::sign_in::{Challenge, Facts, Grant, Holdings, Refusal, Step};
use crate::time::Span;

/// How long a check waits for the caller.
pub const LIFE: Span = Span::minutes(5);
/// How long a caller, once known, counts as verified for what the agent does.
pub const COUNTS: Span = Span::minutes(15);
/// Wrong words after which a check is over.
pub const TRIES: u32 = 5;

/// By what the caller was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KnownBy {
    /// A code of an authenticator app.
    App,
    /// A code that was mailed for this check.
    EmailCode,
    /// The agent's word, typed in a browser in which the caller is signed in.
    Word,
}

/// How whoever acts on an account knew who was asking, as events and codes keep it. What was written down before
/// there were kinds of it is somebody's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Verified {
    /// By a check of the caller, which counted at that time.
    Check {
        /// What it showed.
        known_by: KnownBy,
    },
    /// In their own words, one line.
    Told(String),
}

/// What the agent reads out: four syllables of 6 bits, so 24 bits, which any tongue can say.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Word([u8; 4]);

const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";

impl KnownBy {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::EmailCode => "email_code",
            Self::Word => "word",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::App, Self::EmailCode, Self::Word]
            .into_iter()
            .find(|one| one.as_str() == text)
    }
}

impl Verified {
    /// As one text: somebody's own words as they are, a check as JSON, as events have it.
    pub fn stored(&self) -> String {
        match self {
            Self::Check { .. } => serde_json::to_string(self).unwrap_or_default(),
            Self::Told(words) => words.clone(),
        }
    }
}

impl Word {
    /// The word of a check, from bytes that only the portal can make.
    pub fn new(chance: [u8; 4]) -> Self {
        Self(chance.map(|byte| byte & 0x3f))
    }

    /// As it is read out, `tari-moku`.
    pub fn shown(&self) -> String {
        let mut text = String::with_capacity(9);
        for (place, syllable) in self.0.iter().enumerate() {
            if place == 2 {
                text.push('-');
            }
            let (high, low) = (usize::from(syllable >> 2), usize::from(syllable & 3));
            text.extend(
                [CONSONANTS, VOWELS.as_slice()]
                    .iter()
                    .zip([high, low])
                    .filter_map(|(letters, at)| letters.get(at).map(|letter| char::from(*letter))),
            );
        }
        text
    }

    /// Reads what was typed; case, spaces and dashes are forgiven.
    pub fn parse(typed: &str) -> Option<Self> {
        let letters: Vec<u8> = typed
            .trim()
            .bytes()
            .filter(|byte| !matches!(byte, b' ' | b'-'))
            .map(|byte| byte.to_ascii_lowercase())
            .collect();
        let (syllables, []) = letters.as_chunks::<2>() else {
            return None;
        };
        let read = |[consonant, vowel]: &[u8; 2]| {
            let at = |letters: &[u8], letter: &u8| letters.iter().position(|one| one == letter);
            let (high, low) = (at(CONSONANTS, consonant)?, at(VOWELS, vowel)?);
            u8::try_from(high << 2 | low).ok()
        };
        let bytes: Option<Vec<u8>> = syllables.iter().map(read).collect();
        bytes?.try_into().ok().map(Self)
    }

    /// Whether two are the same, in constant time.
    pub fn is(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

/// What is asked of the caller. A recovery code is not among the ways: nobody else is ever to see one.
pub fn stands(facts: &Facts, held: &Holdings) -> Step {
    let given = |proof: &Proof| matches!(proof.kind, Kind::Totp | Kind::EmailCode);
    let (app, email) = (held.devices > 0, held.uses_email());
    if facts.proofs.iter().any(given) {
        Step::Done(Grant { level: Level::None })
    } else if app || email {
        Step::Ask(Challenge::SecondFactor {
            app,
            email,
            recovery_codes: 0,
        })
    } else {
        Step::Refused(Refusal::NothingToProveWith)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_is_read_as_it_is_told(chance: [u8; 4]) {
            let word = Word::new(chance);
            let told = word.shown();
            prop_assert_eq!(told.len(), 9);
            for typed in [told.clone(), told.to_uppercase(), told.replace('-', ""), format!(" {told} ")] {
                prop_assert!(Word::parse(&typed).is_some_and(|read| read.is(&word)), "{}", typed);
            }
        }

        #[test]
        fn nothing_typed_breaks_it(typed: String) {
            if let Some(word) = Word::parse(&typed) {
                prop_assert_eq!(word.shown().replace('-', ""), typed.trim().replace(['-', ' '], "").to_lowercase());
            }
        }
    }

    #[test]
    fn a_caller_is_known_by_a_factor_in_use_and_never_by_a_recovery_code() {
        use crate::sign_in::{EmailCodes, Need, RecoverySet, next};
        let stands = |devices, taken_up, given: &[Kind]| {
            let held = Holdings {
                devices,
                recovery: Some(RecoverySet {
                    left: 7,
                    stored: true,
                }),
                switched_off: true,
                email: Some(EmailCodes {
                    taken_up,
                    only: false,
                }),
                unmailed: false,
            };
            let proofs = given.iter().map(|kind| Proof::of(*kind, Timestamp::EPOCH));
            let facts = Facts {
                proofs: proofs.collect(),
                ..Facts::default()
            };
            next(&facts, &held, &Need::Caller)
        };
        let asks = |app, email| {
            Step::Ask(Challenge::SecondFactor {
                app,
                email,
                recovery_codes: 0,
            })
        };
        assert_eq!(stands(1, false, &[]), asks(true, false));
        assert_eq!(stands(0, true, &[]), asks(false, true));
        assert_eq!(
            stands(0, false, &[]),
            Step::Refused(Refusal::NothingToProveWith)
        );
        for kind in [Kind::Password, Kind::RecoveryCode, Kind::Browser] {
            assert_eq!(stands(1, true, &[kind]), asks(true, true));
        }
        for kind in [Kind::Totp, Kind::EmailCode] {
            assert!(matches!(stands(1, true, &[kind]), Step::Done(_)));
        }
    }

    #[test]
    fn how_a_caller_was_verified_is_a_kind_of_check_or_words() {
        let read = |text: &str| serde_json::from_str::<Verified>(text);
        let known_by = KnownBy::EmailCode;
        let check = Verified::Check { known_by };
        let told = Verified::Told("called back".to_owned());
        for (verified, json, stored) in [
            (
                check,
                r#"{"known_by":"email_code"}"#,
                r#"{"known_by":"email_code"}"#,
            ),
            (told, r#""called back""#, "called back"),
        ] {
            assert_eq!(serde_json::to_string(&verified).ok().as_deref(), Some(json));
            assert_eq!(read(json).ok().as_ref(), Some(&verified));
            assert_eq!(verified.stored(), stored);
        }
        assert!(read(r#"{"known_by":"voice"}"#).is_err());
    }

    #[test]
    fn other_words_are_none() {
        assert_eq!(Word::new([0, 0xff, 1, 2]).shown(), "bazu-bibo");
        for typed in [
            "",
            "tari",
            "tarimo",
            "tarimokuba",
            "tarimoke",
            "aritmoku",
            "123456",
        ] {
            assert!(Word::parse(typed).is_none(), "{typed}");
        }
        assert!(!Word::new([1, 2, 3, 4]).is(&Word::new([1, 2, 3, 5])));
    }

    #[test]
    fn two_words_differ_in_each_of_24_bits() {
        for bit in 0..24 {
            let mut other = [0; 4];
            other[bit / 6] = 1 << (bit % 6);
            assert_ne!(Word::new(other).shown(), Word::new([0; 4]).shown());
        }
    }
}
