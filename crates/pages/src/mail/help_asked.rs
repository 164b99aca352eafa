//! The mail that tells the help desk that somebody asks for something.

use portcullis_core::help_request::Wish;

use super::{Letter, Mail, MailFrame, Part};

/// Written when a member asks, or somebody who typed the member's login.
pub struct HelpAskedMail {
    /// What is asked for.
    pub wish: Wish,
    /// Whether it was asked in a session.
    pub signed_in: bool,
    /// Whose account.
    pub name: String,
    /// `ann@acme`.
    pub login_name: String,
    /// The page on which it is answered, from the root of the portal on.
    pub path: String,
}

impl Mail for HelpAskedMail {
    fn name(&self) -> &'static str {
        "help_request"
    }

    fn letter(&self, frame: &MailFrame) -> Result<Letter, askama::Error> {
        let (subject, what) = match self.wish {
            Wish::MfaOn => (
                frame.say("mail-help-mfa-subject"),
                frame.say("mail-help-mfa"),
            ),
            Wish::Unlock => (
                frame.say("mail-help-unlock-subject"),
                frame.say("mail-help-unlock"),
            ),
        };
        let what = what
            .strong("name", &self.name)
            .with("login", &self.login_name);
        let from = if self.signed_in {
            frame.say("mail-help-signed-in")
        } else {
            frame.say("mail-help-not-signed-in")
        };
        let parts = vec![
            Part::Paragraph(what),
            Part::Paragraph(from),
            Part::Link(frame.say("mail-help-answer"), frame.link(&self.path)),
            Part::Paragraph(frame.say("mail-help-once")),
        ];
        frame.letter(&subject, parts)
    }
}
