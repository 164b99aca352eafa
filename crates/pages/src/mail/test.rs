//! The mail that shows whether mail works.

use portcullis_core::time::Timestamp;

use super::{Letter, Mail, MailFrame, Part};

/// Asked for on the page about mail, or at the command line.
#[derive(Clone, Debug)]
pub struct TestMail {
    /// Who asked for it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl Mail for TestMail {
    fn name(&self) -> &'static str {
        "test"
    }

    fn letter(&self, frame: &MailFrame) -> Result<Letter, askama::Error> {
        let why = frame
            .say("mail-test-why")
            .with("name", &self.by)
            .with("at", frame.full(&self.at));
        let parts = vec![
            Part::Paragraph(frame.say("mail-test-works")),
            Part::Paragraph(why),
        ];
        frame.letter(&frame.say("mail-test-subject"), parts)
    }
}
