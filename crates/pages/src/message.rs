//! A message above a form: what happened, what to do, and where there is something to wait for, a
//! clock that runs down once the script does.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::icon::Icon;
use crate::texts::Say;

/// Prints as a `<div id="message" role="alert">`; the field it is about points at it.
#[derive(Template, Clone)]
#[template(path = "message.html")]
pub struct Message {
    pub tone: Tone,
    pub icon: Icon,
    pub title: Say,
    pub advice: Say,
    /// What else could be the matter.
    pub tips: Vec<Say>,
    /// Seconds to wait.
    pub wait: Option<u32>,
}

/// How it sounds; a shape and words always say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Bad,
    Warn,
    Good,
    Quiet,
}

impl Message {
    /// Something was not taken.
    pub fn bad(title: Say, advice: Say) -> Self {
        Self {
            tone: Tone::Bad,
            icon: Icon::Attention,
            title,
            advice,
            tips: Vec::new(),
            wait: None,
        }
    }

    /// Something is worth attention, and nothing was refused.
    pub fn warn(title: Say, advice: Say) -> Self {
        Self {
            tone: Tone::Warn,
            icon: Icon::Attention,
            ..Self::bad(title, advice)
        }
    }

    /// Something is good to know.
    pub fn note(title: Say, advice: Say) -> Self {
        Self {
            tone: Tone::Quiet,
            icon: Icon::Note,
            ..Self::bad(title, advice)
        }
    }

    /// Something was done.
    pub fn good(title: Say, advice: Say) -> Self {
        Self {
            tone: Tone::Good,
            icon: Icon::Done,
            ..Self::bad(title, advice)
        }
    }

    /// Something will be taken after a while.
    pub fn waiting(title: Say, advice: Say, seconds: u32) -> Self {
        Self {
            tone: Tone::Warn,
            icon: Icon::Clock,
            wait: Some(seconds),
            ..Self::bad(title, advice)
        }
    }

    fn class(&self) -> &'static str {
        match self.tone {
            Tone::Bad => "bad",
            Tone::Warn => "warn",
            Tone::Good => "good",
            Tone::Quiet => "quiet",
        }
    }

    /// Something that is read out at once, or a plain status.
    fn role(&self) -> &'static str {
        match self.tone {
            Tone::Bad | Tone::Warn => "alert",
            Tone::Good | Tone::Quiet => "status",
        }
    }

    fn over(&self) -> Say {
        self.title.texts().say("wait-over")
    }
}

impl HtmlSafe for Message {}
