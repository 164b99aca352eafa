//! The mail with a code. It has no link, since people learn what they may click on, and programs open
//! what is in mails.

use portcullis_core::credential::email_code::MAIL;
use portcullis_core::time::Timestamp;

use super::{Letter, Mail, MailFrame, Part};

/// Queued when the code is made.
#[derive(Clone, Debug)]
pub struct EmailCodeMail {
    /// The code, `482 915`.
    pub code: String,
    /// What it opens.
    pub opens: EmailCodeFor,
    /// Whose account; for [`EmailCodeFor::CallerCheck`], the agent who asks.
    pub name: String,
    /// The browser that asked for it, if it says what it is.
    pub browser: Option<String>,
    /// The address it asked from.
    pub address: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Until when the code is good.
    pub until: Timestamp,
}

/// What a mailed code opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailCodeFor {
    /// A session.
    SignIn,
    /// The first set-up.
    SetUp,
    /// Something in a session that wants a fresh proof.
    StepUp,
    /// A new password.
    Reset,
    /// A change of the MFA settings that the code itself makes.
    Settings,
    /// A logon to a computer or network.
    RemoteLogon,
    /// Nothing: the member reads it to the help desk.
    CallerCheck,
}

impl Mail for EmailCodeMail {
    fn name(&self) -> &'static str {
        MAIL
    }

    fn good_until(&self) -> Option<Timestamp> {
        Some(self.until)
    }

    fn letter(&self, frame: &MailFrame) -> Result<Letter, askama::Error> {
        let (subject, what) = match self.opens {
            EmailCodeFor::SignIn => (
                frame.say("mail-code-subject"),
                frame.say("mail-code-sign-in"),
            ),
            EmailCodeFor::SetUp => (
                frame.say("mail-code-subject-set-up"),
                frame.say("mail-code-set-up"),
            ),
            EmailCodeFor::StepUp => (
                frame.say("mail-code-subject-step-up"),
                frame.say("mail-code-step-up"),
            ),
            EmailCodeFor::Settings => (
                frame.say("mail-code-subject-settings"),
                frame.say("mail-code-settings"),
            ),
            EmailCodeFor::RemoteLogon => (
                frame.say("mail-code-subject-logon"),
                frame.say("mail-code-logon"),
            ),
            EmailCodeFor::CallerCheck => (
                frame.say("mail-code-subject-caller"),
                frame.say("mail-code-caller"),
            ),
            EmailCodeFor::Reset => (
                frame.say("mail-code-subject-reset"),
                frame.say("mail-code-reset"),
            ),
        };
        let (not_you, not_you_next) = if self.opens == EmailCodeFor::CallerCheck {
            (
                frame.say("mail-code-not-calling"),
                frame.say("mail-code-not-calling-next"),
            )
        } else {
            (
                frame.say("mail-code-not-you"),
                frame.say("mail-code-not-you-next"),
            )
        };
        let lines = [
            Some(self.name.clone()),
            self.browser.clone(),
            self.address.clone(),
        ];
        let parts = vec![
            Part::Paragraph(what.with("until", frame.clock(&self.until))),
            Part::Code(self.code.clone()),
            Part::Heading(frame.say("mail-code-asked-by")),
            Part::Lines(lines.into_iter().flatten().collect()),
            Part::Paragraph(
                frame
                    .say("mail-code-asked-at")
                    .with("at", frame.full(&self.at)),
            ),
            Part::Heading(not_you),
            Part::Paragraph(not_you_next),
            Part::Contacts,
            Part::Paragraph(frame.say("mail-code-no-link")),
        ];
        frame.letter(&subject, parts)
    }
}
