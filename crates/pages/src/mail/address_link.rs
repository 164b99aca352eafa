//! The mail with a link that proves an address.

use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;

use super::{Letter, Mail, MailFrame, Part};

/// Written to the address that somebody says is theirs.
#[derive(Clone)]
pub struct AddressLink {
    /// `ann@acme`.
    pub login_name: String,
    /// The whole link.
    pub link: Secret<String>,
    /// Until when it is good.
    pub until: Timestamp,
    /// From where it was asked for: the browser and the address, as far as they are known.
    pub from: Vec<String>,
}

impl Mail for AddressLink {
    fn name(&self) -> &'static str {
        "address_link"
    }

    fn letter(&self, frame: &MailFrame) -> Result<Letter, askama::Error> {
        let what = frame
            .say("mail-address-what")
            .strong("login", &self.login_name);
        let until = frame
            .say("mail-reset-until")
            .with("until", frame.full(&self.until));
        let mut parts = vec![
            Part::Paragraph(what),
            Part::Link(frame.say("address-confirm"), self.link.reveal().clone()),
            Part::Paragraph(until),
        ];
        if !self.from.is_empty() {
            parts.push(Part::Heading(frame.say("notice-from")));
            parts.push(Part::Lines(self.from.clone()));
        }
        parts.push(Part::Paragraph(frame.say("mail-address-not-you")));
        frame.letter(&frame.say("mail-address-subject"), parts)
    }

    fn good_until(&self) -> Option<Timestamp> {
        Some(self.until)
    }
}
