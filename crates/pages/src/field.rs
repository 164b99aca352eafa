//! A field that comes back: what was typed, and what to do about it.

use crate::frame::Frame;
use crate::texts::Say;

/// What was typed into a field, and its problem if it has one.
#[derive(Clone, Debug, Default)]
pub struct Field {
    pub value: String,
    pub problem: Option<Problem>,
}

impl Field {
    /// A field that is well, or not looked at yet.
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            problem: None,
        }
    }

    /// A field to be corrected.
    pub fn with_problem(value: impl Into<String>, problem: Problem) -> Self {
        Self {
            value: value.into(),
            problem: Some(problem),
        }
    }
}

/// What is to be corrected. Each has a sentence that says how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Missing,
    /// More than `max` characters.
    TooLong {
        max: u32,
    },
    /// Fewer than `min` characters.
    TooShort {
        min: u32,
    },
    NotAnEmail,
    NotALoginName,
    NotAShortName,
    /// Somebody has it already.
    Taken,
    /// Has characters that cannot be seen, such as a line break.
    ControlCharacters,
    /// A password that is among the first to be guessed.
    Common,
    /// A password that is the person's or the organization's name.
    NamesYou,
    /// None of the choices was taken.
    OneOf,
    /// No name or address of a computer.
    NotAnAddress,
    /// No address of a site.
    NotASite,
    /// No address or network that packets come from.
    NotANetwork,
    /// No certificate, and no fingerprint of one.
    NotACertificate,
    /// Neither a network nor a certificate, or both.
    NetworkOrCertificate,
    /// No attributes that a RADIUS client can be told.
    NotAttributes,
    /// Not a whole number within these.
    NotANumber {
        least: u32,
        most: u32,
    },
    /// Nobody here has that login.
    NobodyHere,
    /// Nobody of another organization has that login.
    NobodyElsewhere,
    /// An invitation was mailed there less than a minute ago.
    JustMailed,
    /// Not what was to be typed again.
    NotTheSame,
    /// A day that is over.
    DayOver,
    /// Not a day as `2026-11-22`.
    NotADay,
    /// Not a color as `#c8102e`.
    NotAColor,
    /// Not five letters and digits.
    NotASupportCode,
}

impl Problem {
    /// What to do about it.
    pub fn say(&self, frame: &Frame) -> Say {
        match self {
            Self::Missing => frame.say("problem-missing"),
            Self::TooLong { max } => frame.say("problem-too-long").with("max", max),
            Self::TooShort { min } => frame.say("problem-too-short").with("min", min),
            Self::NotAnEmail => frame.say("problem-not-an-email"),
            Self::NotALoginName => frame.say("problem-not-a-login-name"),
            Self::NotAShortName => frame.say("problem-not-a-short-name"),
            Self::Taken => frame.say("problem-taken"),
            Self::ControlCharacters => frame.say("problem-control-characters"),
            Self::Common => frame.say("problem-common"),
            Self::NamesYou => frame.say("problem-names-you"),
            Self::OneOf => frame.say("problem-one-of"),
            Self::NotAnAddress => frame.say("problem-not-an-address"),
            Self::NotASite => frame.say("problem-not-a-site"),
            Self::NotASupportCode => frame.say("problem-not-a-support-code"),
            Self::NotANetwork => frame.say("problem-not-a-network"),
            Self::NotACertificate => frame.say("problem-not-a-certificate"),
            Self::NetworkOrCertificate => frame.say("problem-network-or-certificate"),
            Self::NotAttributes => frame.say("problem-not-attributes"),
            Self::NotANumber { least, most } => frame
                .say("policy-number-problem")
                .with("least", least)
                .with("most", most),
            Self::NobodyHere => frame.say("problem-nobody-here"),
            Self::NobodyElsewhere => frame.say("problem-nobody-elsewhere"),
            Self::JustMailed => frame.say("many-just-mailed"),
            Self::NotTheSame => frame.say("problem-not-the-same"),
            Self::DayOver => frame.say("problem-day-over"),
            Self::NotADay => frame.say("problem-not-a-day"),
            Self::NotAColor => frame.say("problem-not-a-color"),
        }
    }
}
