//! Mails are pages too: what one says is a short list of parts, which two templates set, one as HTML and
//! one as plain text, so that both always say the same. Nothing that somebody wrote can change a
//! header, the markup or the lines around it, however long or odd it is.

mod address_link;
mod email_code;
mod help_asked;
mod invitation;
mod notice;
mod reset_link;
mod test;

use askama::Template;
use jiff::tz::TimeZone;
use portcullis_core::accent::{Color, Shades};
use portcullis_core::language::Language;
use portcullis_core::time::Timestamp;

pub use address_link::AddressLink;
pub use email_code::{EmailCodeFor, EmailCodeMail};
pub use help_asked::HelpAskedMail;
pub use invitation::InvitationMail;
pub use notice::NoticeMail;
pub use reset_link::ResetLink;
pub use test::TestMail;

use crate::frame::{Contact, Place};
use crate::moment::{Moment, Moments};
use crate::texts::{Say, Texts, one_line};

/// The portal's own color, as in `assets/style.css`.
const IRON: Shades = Shades {
    fill: Color([0x27, 0x46, 0x90]),
    deep: Color([0x1b, 0x33, 0x72]),
    ink: Color([0xff, 0xff, 0xff]),
    word: Color([0x27, 0x46, 0x90]),
};
/// The same where pages are dark.
const IRON_IN_THE_DARK: Shades = Shades {
    fill: Color([0xa9, 0xbf, 0xfb]),
    deep: Color([0xc6, 0xd5, 0xff]),
    ink: Color([0x10, 0x18, 0x2e]),
    word: Color([0xb3, 0xc7, 0xff]),
};

/// The longest subject, in characters.
const SUBJECT: usize = 150;

/// A mail that can be sent to somebody.
pub trait Mail {
    /// Which mail it is, in one word, as the queue is counted by.
    fn name(&self) -> &'static str;

    /// What it says.
    fn letter(&self, frame: &MailFrame) -> Result<Letter, askama::Error>;

    /// After this it tells nobody anything, and is not sent any more.
    fn good_until(&self) -> Option<Timestamp> {
        None
    }
}

/// Given to every mail.
#[derive(Clone, Debug)]
pub struct MailFrame {
    /// Whose mail this is: the organization's.
    pub place: Place,
    /// Whom to ask. May be empty.
    pub contacts: Vec<Contact>,
    /// The portal's public address, without a slash at its end: all links begin with it.
    pub public_url: String,
    /// When the mail is written.
    pub now: Timestamp,
    /// The reader's language.
    pub language: Language,
    /// The reader's time zone.
    pub zone: TimeZone,
}

/// A mail as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// One line; it holds no code and no link.
    pub subject: String,
    /// For programs that show no HTML.
    pub text: String,
    /// The same as a document.
    pub html: String,
}

/// One part of a mail, in the order they are read.
#[derive(Clone)]
pub enum Part {
    /// A paragraph.
    Paragraph(Say),
    /// What stands above the next part, "Asked for by".
    Heading(Say),
    /// Facts, a line each; what people and programs wrote.
    Lines(Vec<String>),
    /// A code to be typed, in groups.
    Code(String),
    /// A link, "Open the invitation", and its whole address below.
    Link(Say, String),
    /// The contacts of the frame.
    Contacts,
}

impl MailFrame {
    /// One text of the catalog.
    pub fn say(&self, key: &'static str) -> Say {
        self.texts().say(key)
    }

    /// The language of the texts.
    pub fn language(&self) -> Language {
        self.texts().language()
    }

    pub(crate) fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }

    fn moments(&self) -> Moments<'_> {
        Moments {
            texts: self.texts(),
            zone: &self.zone,
        }
    }

    /// A link to a page of the portal.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// "10:54 AM".
    pub fn clock(&self, at: &Timestamp) -> Moment {
        self.moments().clock(*at)
    }

    /// "March 12, 2026 at 10:54 AM".
    pub fn full(&self, at: &Timestamp) -> Moment {
        self.moments().full(*at)
    }

    /// Sets a mail: its subject, which is its heading too, and its parts.
    pub fn letter(&self, subject: &Say, parts: Vec<Part>) -> Result<Letter, askama::Error> {
        let subject = subject.bounded();
        let parts: Vec<Part> = parts.into_iter().map(Part::bounded).collect();
        let name = one_line(&self.place.name);
        let contacts: Vec<Contact> = self.contacts.iter().map(bounded).collect();
        let by = self
            .say("mail-sent-by")
            .with("portal", self.host())
            .with("organization", &name);
        let (light, dark) = self.shades();
        let html = Html {
            frame: self,
            light,
            dark,
            contacts: &contacts,
            name: &name,
            subject: &subject,
            parts: &parts,
            by: &by,
        };
        let text = Text {
            contacts: &contacts,
            name: &name,
            subject: &subject,
            parts: &parts,
            by: &by,
        };
        let mut line = one_line(&subject.plain());
        if line.chars().count() > SUBJECT {
            line = line.chars().take(SUBJECT).chain(['…']).collect();
        }
        Ok(Letter {
            subject: line,
            text: text.render()?,
            html: html.render()?,
        })
    }

    /// The colors on light and on dark ground: the organization's, or the portal's as its style sheet has them.
    fn shades(&self) -> (Shades, Shades) {
        match self.place.accent {
            Some(accent) => (accent.on_light(), accent.on_dark()),
            None => (IRON, IRON_IN_THE_DARK),
        }
    }

    /// The host of the portal, as people know it.
    fn host(&self) -> &str {
        let address = self.public_url.split_once("://");
        address.map_or(self.public_url.as_str(), |(_, host)| host)
    }
}

impl Part {
    fn bounded(self) -> Self {
        match self {
            Self::Paragraph(say) => Self::Paragraph(say.bounded()),
            Self::Heading(say) => Self::Heading(say.bounded()),
            Self::Lines(lines) => Self::Lines(lines.iter().map(|line| one_line(line)).collect()),
            Self::Link(say, address) => Self::Link(say.bounded(), address),
            Self::Code(_) | Self::Contacts => self,
        }
    }
}

fn bounded(contact: &Contact) -> Contact {
    let line = |text: &Option<String>| text.as_deref().map(one_line);
    Contact {
        label: one_line(&contact.label),
        phone: line(&contact.phone),
        mail: line(&contact.mail),
        hours: line(&contact.hours),
        note: line(&contact.note),
    }
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    frame: &'a MailFrame,
    light: Shades,
    dark: Shades,
    contacts: &'a [Contact],
    name: &'a str,
    subject: &'a Say,
    parts: &'a [Part],
    by: &'a Say,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    contacts: &'a [Contact],
    name: &'a str,
    subject: &'a Say,
    parts: &'a [Part],
    by: &'a Say,
}
