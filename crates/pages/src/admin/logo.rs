//! `/admin/{organization}/branding/logo`: putting up a logo, changing it, and removing it.

use askama::Template;
use portcullis_core::logo::NotALogo;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// Choosing a file. Posts `file` and the `version` of the organization.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/logo.html")]
pub struct LogoForm {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    /// Counts the edits of the organization.
    pub version: i64,
    /// How large a file may be.
    pub kilobytes: u32,
    /// How many points a picture may have on a side.
    pub side: u32,
    pub refusal: Option<LogoRefusal>,
}

/// Why everything stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoRefusal {
    /// The file becomes no logo.
    File(NotALogo),
    /// Somebody else changed the organization meanwhile.
    Stale,
    /// Others put up logos at this moment.
    Busy,
}

/// Before the logo is removed. Posts the `version` of the organization.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/logo_remove.html")]
pub struct RemoveLogo {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub version: i64,
    /// Whether somebody else changed the organization meanwhile.
    pub stale: bool,
}

impl LogoForm {
    fn title(&self) -> Say {
        if self.frame.place.logo.is_some() {
            self.frame.say("logo-change")
        } else {
            self.frame.say("logo-add")
        }
    }

    fn hint(&self) -> Say {
        self.frame
            .say("logo-file-hint")
            .with("side", self.side)
            .with("kilobytes", self.kilobytes)
    }

    fn is_file_refused(&self) -> bool {
        matches!(self.refusal, Some(LogoRefusal::File(_)))
    }

    fn refused(&self) -> Option<Say> {
        let frame = &self.frame;
        let why = match self.refusal? {
            LogoRefusal::Stale => return Some(frame.say("contact-stale")),
            LogoRefusal::Busy => return Some(frame.say("logo-refused-busy")),
            LogoRefusal::File(why) => why,
        };
        Some(match why {
            NotALogo::Missing => frame.say("logo-refused-missing"),
            NotALogo::TooLarge => frame
                .say("logo-refused-large")
                .with("kilobytes", self.kilobytes),
            NotALogo::WrongKind => frame.say("logo-refused-kind"),
            NotALogo::Damaged => frame.say("logo-refused-damaged"),
            NotALogo::TooManyPoints => frame.say("logo-refused-points").with("side", self.side),
            NotALogo::DocumentType => frame.say("logo-refused-document-type"),
            NotALogo::TooComplex => frame.say("logo-refused-complex"),
            NotALogo::NoSize => frame.say("logo-refused-size"),
            NotALogo::NothingDrawn => frame.say("logo-refused-nothing"),
        })
    }
}
