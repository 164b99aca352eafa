//! Why a code was not taken, for the two pages and the wizard step that ask for one.

use portcullis_core::time::Timestamp;

use crate::frame::Frame;
use crate::icon::Icon;
use crate::message::{Message, Tone};
use crate::texts::Say;

/// Why the code of an authenticator app was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRefusal {
    /// Not the code of now; what to try next.
    Wrong,
    /// A code from a phone whose clock is about so many minutes slow.
    ClockSlow { minutes: u32 },
    /// A code from a phone whose clock is about so many minutes fast.
    ClockFast { minutes: u32 },
    /// Something else than six digits was typed.
    NotSixDigits,
    /// A recovery code was typed.
    RecoveryCode,
    /// A code was typed that came by email.
    Mailed,
    /// The next code comes in so many seconds.
    AlreadyUsed { seconds: u32 },
    /// Too many tries: the next one counts after so many seconds, at that time.
    Delayed { seconds: u32, until: Timestamp },
    /// Closed after fifty wrong codes: another way, or the help desk.
    Suspended,
}

/// Why a recovery code was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryRefusal {
    /// Not one of the codes that count now.
    Wrong,
    /// One of them, but spent.
    AlreadyUsed,
    /// Something else than 16 letters and digits was typed.
    NotACode,
    /// The app's code was typed.
    AppCode,
    /// Too many tries: the next one counts after so many seconds, at that time.
    Delayed { seconds: u32, until: Timestamp },
    /// Closed after fifty wrong codes: another way, or the help desk.
    Suspended,
}

impl CodeRefusal {
    /// What happened, and what to do.
    pub fn message(&self, frame: &Frame) -> Message {
        match self {
            Self::Wrong => Message {
                tone: Tone::Bad,
                icon: Icon::Attention,
                title: frame.say("code-wrong"),
                advice: frame.say("code-wrong-next"),
                tips: vec![
                    frame
                        .say("code-wrong-tip-entry")
                        .with("place", &frame.place.name),
                    frame.say("code-wrong-tip-clock"),
                ],
                wait: None,
            },
            Self::ClockSlow { minutes } => off(frame, frame.say("code-clock-slow"), *minutes),
            Self::ClockFast { minutes } => off(frame, frame.say("code-clock-fast"), *minutes),
            Self::RecoveryCode => Message::bad(
                frame.say("code-is-recovery-code"),
                frame.say("code-is-recovery-code-next"),
            ),
            Self::Mailed => Message::bad(
                frame.say("code-is-mailed"),
                frame.say("code-is-mailed-next"),
            ),
            Self::NotSixDigits => Message::bad(
                frame.say("code-not-six-digits"),
                frame.say("code-not-six-digits-next"),
            ),
            Self::AlreadyUsed { seconds } => Message::waiting(
                frame.say("code-already-used"),
                frame.say("code-already-used-next").with("seconds", seconds),
                *seconds,
            ),
            Self::Delayed { seconds, until } => delayed(frame, *seconds, *until),
            Self::Suspended => Message::bad(
                frame.say("code-suspended"),
                frame.say("code-suspended-next"),
            ),
        }
    }
}

impl RecoveryRefusal {
    /// What happened, and what to do.
    pub fn message(&self, frame: &Frame) -> Message {
        match self {
            Self::Wrong => Message::bad(
                frame.say("recovery-wrong"),
                frame.say("recovery-wrong-next"),
            ),
            Self::AlreadyUsed => Message::bad(
                frame.say("recovery-already-used"),
                frame.say("recovery-already-used-next"),
            ),
            Self::AppCode => Message::bad(
                frame.say("recovery-is-app-code"),
                frame.say("recovery-is-app-code-next"),
            ),
            Self::NotACode => Message::bad(
                frame.say("recovery-not-a-code"),
                frame.say("recovery-not-a-code-next"),
            ),
            Self::Delayed { seconds, until } => delayed(frame, *seconds, *until),
            Self::Suspended => Message::bad(
                frame.say("recovery-suspended"),
                frame.say("recovery-suspended-next"),
            ),
        }
    }
}

fn off(frame: &Frame, title: Say, minutes: u32) -> Message {
    Message {
        tips: vec![frame.say("code-clock-tip-old")],
        ..Message::bad(title.with("minutes", minutes), frame.say("code-clock-next"))
    }
}

/// From how many seconds on a wait is told in minutes.
pub(crate) const IN_MINUTES: u32 = 120;

/// Too many failures from the visitor's network, on the pages where nobody is known yet.
pub(crate) fn address_delayed(frame: &Frame, seconds: u32, until: Timestamp) -> Message {
    let advice = if seconds < IN_MINUTES {
        frame.say("address-delayed-next").with("seconds", seconds)
    } else {
        let minutes = seconds.div_ceil(60);
        frame
            .say("address-delayed-next-minutes")
            .with("minutes", minutes)
    };
    let advice = advice.with("until", frame.clock_after(&until));
    Message::waiting(frame.say("address-delayed"), advice, seconds)
}

/// Too many tries at a password: at a typed login's, known or not, or at one's own.
pub(crate) fn password_delayed(
    frame: &Frame,
    title: Say,
    (seconds, until): (u32, Timestamp),
) -> Message {
    let advice = if seconds < IN_MINUTES {
        frame.say("sign-in-delayed-next").with("seconds", seconds)
    } else {
        let minutes = seconds.div_ceil(60);
        frame
            .say("sign-in-delayed-next-minutes")
            .with("minutes", minutes)
    };
    let advice = advice.with("until", frame.clock_after(&until));
    Message::waiting(title, advice, seconds)
}

pub(crate) fn delayed(frame: &Frame, seconds: u32, until: Timestamp) -> Message {
    let advice = if seconds < IN_MINUTES {
        frame.say("code-delayed-next").with("seconds", seconds)
    } else {
        let minutes = seconds.div_ceil(60);
        frame
            .say("code-delayed-next-minutes")
            .with("minutes", minutes)
    };
    let advice = advice.with("until", frame.clock_after(&until));
    Message::waiting(frame.say("code-delayed"), advice, seconds)
}
