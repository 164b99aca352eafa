//! The mail that invites somebody.

use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;

use super::{Letter, Mail, MailFrame, Part};

/// Goes to the invited address alone.
pub struct InvitationMail {
    /// The invited person.
    pub name: String,
    /// The token of the link.
    pub token: Secret<String>,
    /// Until when the link is good.
    pub until: Timestamp,
}

impl Mail for InvitationMail {
    fn name(&self) -> &'static str {
        "invitation"
    }

    fn good_until(&self) -> Option<Timestamp> {
        Some(self.until)
    }

    fn letter(&self, frame: &MailFrame) -> Result<Letter, askama::Error> {
        let place = &frame.place.name;
        let ready = frame
            .say("mail-invitation-ready")
            .with("name", &self.name)
            .with("organization", place);
        let until = frame
            .say("mail-invitation-until")
            .with("until", frame.full(&self.until));
        let link = frame.link(&format!("/invitation/{}", self.token.reveal()));
        let mut parts = vec![
            Part::Paragraph(ready),
            Part::Link(frame.say("invitation-accept"), link),
            Part::Paragraph(until),
            Part::Paragraph(frame.say("mail-invitation-not-you")),
        ];
        if !frame.contacts.is_empty() {
            parts.push(Part::Heading(frame.say("contacts-heading")));
            parts.push(Part::Contacts);
        }
        let subject = frame
            .say("mail-invitation-subject")
            .with("organization", place);
        frame.letter(&subject, parts)
    }
}
