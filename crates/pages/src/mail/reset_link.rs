//! The mail with a link to a new password.

use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;

use super::{Letter, Mail, MailFrame, Part};

/// Written when somebody asks for it.
#[derive(Clone)]
pub struct ResetLink {
    /// `ann@acme`.
    pub login_name: String,
    /// The whole link.
    pub link: Secret<String>,
    /// Until when it is good.
    pub until: Timestamp,
    /// From where it was asked for: the browser and the address, as far as they are known.
    pub from: Vec<String>,
}

impl Mail for ResetLink {
    fn name(&self) -> &'static str {
        "reset_link"
    }

    fn letter(&self, frame: &MailFrame) -> Result<Letter, askama::Error> {
        let what = frame
            .say("mail-reset-what")
            .strong("login", &self.login_name);
        let until = frame
            .say("mail-reset-until")
            .with("until", frame.full(&self.until));
        let mut parts = vec![
            Part::Paragraph(what),
            Part::Link(frame.say("reset-title"), self.link.reveal().clone()),
            Part::Paragraph(until),
        ];
        if !self.from.is_empty() {
            parts.push(Part::Heading(frame.say("notice-from")));
            parts.push(Part::Lines(self.from.clone()));
        }
        parts.push(Part::Paragraph(frame.say("mail-reset-not-you")));
        frame.letter(&frame.say("mail-reset-subject"), parts)
    }

    fn good_until(&self) -> Option<Timestamp> {
        Some(self.until)
    }
}
