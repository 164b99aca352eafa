//! `/admin/{organization}/branding`: how the organization shows itself, and whom its people are told to ask.

use askama::Template;
use portcullis_core::accent::{Accent, Shades};
use portcullis_core::logo::LeftOut;

use crate::field::Field;
use crate::frame::{Contact, Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// What there is. Posts `name`, `accent` and the `version` of the organization.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/branding.html")]
pub struct BrandingPage {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    /// Counts the edits of the organization; the forms carry it.
    pub version: i64,
    pub name: Field,
    pub accent: Field,
    /// The color that is in use, if the organization has one of its own.
    pub color: Option<Accent>,
    /// The organization's own contacts, in the order they are shown.
    pub contacts: Vec<Contact>,
    /// Whether the reader may change anything.
    pub may_change: bool,
    /// Whether there is room for one more contact.
    pub room: bool,
    /// What has just become of a change, if there was one.
    pub after: Option<BrandingAfter>,
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrandingAfter {
    /// The name and the color were saved.
    Saved,
    /// A logo was put up.
    LogoSaved {
        /// What of the drawing was left out.
        left_out: Vec<LeftOut>,
        /// Whether it can hardly be seen on white.
        faint: bool,
    },
    /// The logo was removed.
    LogoRemoved,
    /// Somebody else changed the organization meanwhile, so nothing was changed.
    Stale,
}

/// Adding a contact, or changing one. Posts `label`, `phone`, `mail`, `hours`, `note` and the `version` of the
/// organization.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/contact.html")]
pub struct ContactForm {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub version: i64,
    /// Its number in the list, and its label as it is; none while it is added.
    pub one: Option<(usize, String)>,
    /// What was typed as `label`.
    pub who: Field,
    pub phone: Field,
    pub mail: Field,
    pub hours: Field,
    pub note: Field,
    pub refusal: Option<ContactRefusal>,
}

/// Why a contact was not kept, where no field alone is to blame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactRefusal {
    /// It says nothing by which anybody is reached.
    Unreachable,
    /// Somebody else changed the organization meanwhile.
    Stale,
    /// There are as many as can be.
    Full,
}

/// Before a contact is deleted. Posts the `version` of the organization.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/contact_delete.html")]
pub struct DeleteContact {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub version: i64,
    pub number: usize,
    pub label: String,
    /// Whether it is the only one.
    pub last: bool,
}

/// How a color looks in a theme.
struct Swatch {
    shades: Shades,
    place: Say,
    /// What was done to the color so that it can be read.
    changed: Option<Say>,
}

impl BrandingPage {
    fn is_refused(&self) -> bool {
        self.name.problem.is_some() || self.accent.problem.is_some()
    }

    /// What was left out of a drawing that was just put up, in words.
    fn left_out(&self) -> Vec<Say> {
        let Some(BrandingAfter::LogoSaved { left_out, .. }) = &self.after else {
            return Vec::new();
        };
        let says = |one: &LeftOut| match one {
            LeftOut::Script => self.frame.say("logo-left-script"),
            LeftOut::Animation => self.frame.say("logo-left-animation"),
            LeftOut::Text => self.frame.say("logo-left-text"),
            LeftOut::Picture => self.frame.say("logo-left-picture"),
            LeftOut::Effect => self.frame.say("logo-left-effect"),
            LeftOut::Reference => self.frame.say("logo-left-reference"),
            LeftOut::Style => self.frame.say("logo-left-style"),
            LeftOut::Other => self.frame.say("logo-left-other"),
        };
        left_out.iter().map(says).collect()
    }

    fn swatches(&self) -> Vec<Swatch> {
        let Some(accent) = self.color else {
            return Vec::new();
        };
        let (light, dark) = (accent.on_light(), accent.on_dark());
        let frame = &self.frame;
        let (darker, lighter) = (
            frame.say("branding-accent-darker"),
            frame.say("branding-accent-lighter"),
        );
        vec![
            Swatch {
                shades: light,
                place: frame.say("branding-accent-light"),
                changed: (light.fill != accent.0).then_some(darker),
            },
            Swatch {
                shades: dark,
                place: frame.say("branding-accent-dark"),
                changed: (dark.fill != accent.0).then_some(lighter),
            },
        ]
    }
}

/// What a contact says below its label.
fn lines(contact: &Contact) -> impl Iterator<Item = &str> {
    let ways = [&contact.phone, &contact.mail, &contact.hours, &contact.note];
    ways.into_iter().filter_map(|way| way.as_deref())
}

impl ContactForm {
    fn is_refused(&self) -> bool {
        let fields = [&self.who, &self.phone, &self.mail, &self.hours, &self.note];
        self.refusal.is_some() || fields.iter().any(|field| field.problem.is_some())
    }

    fn refused(&self) -> Option<Say> {
        Some(match self.refusal? {
            ContactRefusal::Unreachable => self.frame.say("contact-unreachable"),
            ContactRefusal::Stale => self.frame.say("contact-stale"),
            ContactRefusal::Full => self.frame.say("contacts-full"),
        })
    }

    fn place(&self) -> String {
        match &self.one {
            None => "new".to_owned(),
            Some((number, _)) => number.to_string(),
        }
    }
}
