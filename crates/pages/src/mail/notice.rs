//! The mail about something that was done to an account, whoever did it.

use portcullis_core::audit::Event;
use portcullis_core::notice::Notice;
use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;

use super::{Letter, Mail, MailFrame, Part};
use crate::telling::{By, sentence};
use crate::texts::Say;

/// Written with the event.
pub struct NoticeMail {
    /// Which notice it is.
    pub notice: Notice,
    /// What happened.
    pub event: Event,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: By,
    /// From where: the browser and the address, as far as they are known.
    pub from: Vec<String>,
    /// The secret of the link that says "This wasn't me", where one goes with it.
    pub not_me: Option<Secret<String>>,
}

impl Mail for NoticeMail {
    fn name(&self) -> &'static str {
        self.notice.as_str()
    }

    fn letter(&self, frame: &MailFrame) -> Result<Letter, askama::Error> {
        let when = frame.say("notice-when").with("at", frame.full(&self.at));
        let mut parts = vec![
            Part::Paragraph(sentence(&self.event, frame.texts())),
            Part::Paragraph(when),
            Part::Paragraph(self.by.say(frame.texts())),
        ];
        if !self.from.is_empty() {
            parts.push(Part::Heading(frame.say("notice-from")));
            parts.push(Part::Lines(self.from.clone()));
        }
        if let Some(token) = &self.not_me {
            parts.push(Part::Paragraph(frame.say("notice-not-me-what")));
            let address = frame.link(&format!("/not-me/{}", token.reveal()));
            parts.push(Part::Link(frame.say("notice-not-me"), address));
        }
        let advice = if frame.contacts.is_empty() {
            frame.say("notice-ask-operator")
        } else {
            frame.say("notice-ask")
        };
        parts.push(Part::Paragraph(advice));
        parts.push(Part::Contacts);
        frame.letter(&subject(self.notice, frame), parts)
    }
}

fn subject(notice: Notice, frame: &MailFrame) -> Say {
    match notice {
        Notice::RoleGiven => frame.say("notice-role-given"),
        Notice::Suspended => frame.say("notice-suspended"),
        Notice::Deleted => frame.say("notice-deleted"),
        Notice::Activated => frame.say("notice-activated"),
        Notice::Frozen => frame.say("notice-frozen"),
        Notice::Unfrozen => frame.say("notice-unfrozen"),
        Notice::Unlocked => frame.say("notice-unlocked"),
        Notice::MfaDeleted => frame.say("notice-mfa-deleted"),
        Notice::CallerKnown => frame.say("notice-caller-known"),
        Notice::CallerDisowned => frame.say("notice-caller-disowned"),
        Notice::SignedOutEverywhere => frame.say("notice-signed-out-everywhere"),
        Notice::SessionEnded => frame.say("notice-session-ended"),
        Notice::Required => frame.say("notice-required"),
        Notice::CodesTried => frame.say("notice-codes-tried"),
        Notice::NewBrowser => frame.say("notice-new-browser"),
        Notice::BrowserStolen => frame.say("notice-browser-stolen"),
        Notice::RecoveryCodeUsed => frame.say("notice-recovery-code-used"),
        Notice::RecoveryCodesMade => frame.say("notice-recovery-codes-made"),
        Notice::PasswordChanged => frame.say("notice-password-changed"),
        Notice::PasswordReset => frame.say("notice-password-reset"),
        Notice::AddressAsked => frame.say("notice-address-asked"),
        Notice::AddressChanged => frame.say("notice-address-changed"),
        Notice::LoginNameChanged => frame.say("notice-login-name-changed"),
        Notice::NameChanged => frame.say("notice-name-changed"),
        Notice::LanguageChanged => frame.say("notice-language-changed"),
        Notice::DeviceAdded => frame.say("notice-device-added"),
        Notice::DeviceRemoved => frame.say("notice-device-removed"),
        Notice::DeviceReplaced => frame.say("notice-device-replaced"),
        Notice::EmailCodesTakenUp => frame.say("notice-email-codes-taken-up"),
        Notice::EmailCodesStopped => frame.say("notice-email-codes-stopped"),
        Notice::EnrollmentCodeIssued => frame.say("notice-enrollment-code-issued"),
        Notice::ResetCodeIssued => frame.say("notice-reset-code-issued"),
        Notice::MfaSwitchedOff => frame.say("notice-mfa-switched-off"),
        Notice::MfaSwitchedOn => frame.say("notice-mfa-switched-on"),
        Notice::HelpAsked => frame.say("notice-help-asked"),
        Notice::HelpAnswered => frame.say("notice-help-answered"),
        Notice::DeletionAsked => frame.say("notice-deletion-asked"),
        Notice::DeletionWithdrawn => frame.say("notice-deletion-withdrawn"),
    }
}
