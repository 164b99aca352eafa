//! What every page has around it: whose place this is, whom to ask, what time it is, and for
//! signed-in pages who is here. Templates reach texts, times and assets through the frame.

use jiff::tz::TimeZone;
use portcullis_core::accent::Accent;
pub use portcullis_core::branding::Contact;
use portcullis_core::language::Language;
use portcullis_core::logo::Logo;
use portcullis_core::support::{Shown, SupportCode};
use portcullis_core::time::{Span, Timestamp};

use crate::assets;
use crate::moment::{Moment, Moments};
use crate::texts::{Say, Texts, Value};

/// Given to every page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The nonce of this answer's content security policy; scripts carry it.
    pub nonce: String,
    /// Whose page this is: the instance's until a password is proved, then the organization's.
    pub place: Place,
    /// Whom to ask; of the same owner as `place`. May be empty.
    pub contacts: Vec<Contact>,
    /// When the page is made; relative times count from here.
    pub now: Timestamp,
    /// The language the reader gets.
    pub language: Language,
    /// The reader's time zone.
    pub zone: TimeZone,
    /// The code by which the help desk finds what was refused, if something was by the time the page is written.
    pub support: Shown,
    /// The code under which the program's log tells of a fault of ours, on the page of one.
    pub fault: Option<SupportCode>,
}

/// The name above the page.
#[derive(Clone, Debug)]
pub struct Place {
    /// An organization's name, or the instance's.
    pub name: String,
    /// The organization's color, if it has one of its own.
    pub accent: Option<Accent>,
    /// The organization's logo, if it has one.
    pub logo: Option<Logo>,
}

/// Who is signed in, for the bar.
#[derive(Clone, Debug)]
pub struct Member {
    pub name: String,
    /// Where the administration that is this person's begins, if any does.
    pub administers: Option<String>,
    /// Whether this person has a role in another organization than the own, as who runs several has.
    pub elsewhere: bool,
    /// How many requests wait for the help desk of the organization whose administration this is; `None` where
    /// the reader does not help.
    pub requests: Option<u64>,
    /// Whether this person owns the whole instance.
    pub owns: bool,
}

impl Frame {
    /// The support code that the page shows: of a refusal, or of a fault.
    pub fn support_code(&self) -> Option<SupportCode> {
        self.support.get().or(self.fault)
    }

    /// One text of the catalog.
    pub fn say(&self, key: &'static str) -> Say {
        self.texts().say(key)
    }

    /// A number as it is written in the reader's language.
    pub fn number(&self, number: impl Into<Value>) -> Say {
        self.say("number").with("number", number)
    }

    /// The language of the texts.
    pub fn language(&self) -> Language {
        self.texts().language()
    }

    pub(crate) fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }

    /// The address of a file in `assets/`.
    pub fn asset(&self, name: &str) -> String {
        assets::path(name)
    }

    /// Whether the logo is the name as well.
    pub fn says_its_name(&self) -> bool {
        self.place.logo.is_some_and(|logo| logo.says_the_name())
    }

    /// The address of the style sheet with the organization's colors, if it has any of its own.
    pub fn accent_sheet(&self) -> Option<String> {
        self.place.accent.map(assets::accent_path)
    }

    /// "2 minutes ago", "today at 8:12 AM", "March 12, 2026".
    pub fn when(&self, at: &Timestamp) -> Moment {
        self.moments().when(*at, self.now)
    }

    /// "10:54 AM".
    pub fn clock(&self, at: &Timestamp) -> Moment {
        self.moments().clock(*at)
    }

    /// The same, rounded up to the minute: who waits until then has waited long enough.
    pub fn clock_after(&self, at: &Timestamp) -> Moment {
        let over = at.millis().rem_euclid(60_000);
        let wait = if over == 0 { 0 } else { 60_000 - over };
        self.moments().clock(*at + Span::millis(wait))
    }

    /// "March 12, 2026 at 10:54 AM", for paper.
    pub fn full(&self, at: &Timestamp) -> Moment {
        self.moments().full(*at)
    }

    /// "March 12, 2026".
    pub fn date(&self, at: &Timestamp) -> Moment {
        self.moments().date(*at)
    }

    fn moments(&self) -> Moments<'_> {
        Moments {
            texts: self.texts(),
            zone: &self.zone,
        }
    }
}
