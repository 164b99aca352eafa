//! What whoever logs on from afar reads: the prompt, or why it did not go on. One line, since it is a
//! Reply-Message that some program prints.

use portcullis_core::language::Language;

use crate::texts::Texts;

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogonMessage {
    /// A code of the app is wanted.
    Code,
    /// The mailed code is wanted.
    EmailedCode,
    /// A recovery code is wanted.
    RecoveryCode,
    /// MFA must be set up first, at the portal's address.
    SetUpFirst(String),
    /// The account is frozen.
    Frozen,
    /// Nothing that the account has can be used here; the portal's address.
    NoWay(String),
    /// Password and code, typed in one, were not accepted; which of them is wrong is not said.
    Together,
    /// A code alone was not accepted, whatever the reason.
    CodeAlone,
    /// The code is wrong.
    WrongCode,
    /// It was right once.
    UsedCode,
    /// It is an old one: the phone's clock is off.
    ClockOff,
    /// Fifty wrong codes.
    Suspended,
    /// Too many tries, for so many minutes.
    Wait(u32),
    /// No code can be mailed yet.
    MailWait,
    /// The challenge is over.
    Over,
    /// The password was proved in a way that can't be checked.
    Scheme,
    /// The password may have been cut off.
    Cut,
    /// The password is no UTF-8.
    NotUtf8,
}

impl LogonMessage {
    /// In a language.
    pub fn text(&self, language: Language) -> String {
        let texts = Texts::of(language);
        let said = match self {
            Self::Code => texts.say("logon-code"),
            Self::EmailedCode => texts.say("logon-code-emailed"),
            Self::RecoveryCode => texts.say("logon-code-recovery"),
            Self::SetUpFirst(url) => texts.say("logon-set-up").with("url", url.as_str()),
            Self::Frozen => texts.say("logon-frozen"),
            Self::NoWay(url) => texts.say("logon-no-way").with("url", url.as_str()),
            Self::Together => texts.say("logon-together"),
            Self::CodeAlone => texts.say("logon-code-alone"),
            Self::WrongCode => texts.say("logon-code-wrong"),
            Self::UsedCode => texts.say("logon-code-used"),
            Self::ClockOff => texts.say("logon-code-clock"),
            Self::Suspended => texts.say("logon-suspended"),
            Self::Wait(minutes) => texts.say("logon-wait").with("minutes", *minutes),
            Self::MailWait => texts.say("logon-mail-wait"),
            Self::Over => texts.say("logon-over"),
            Self::Scheme => texts.say("logon-scheme"),
            Self::Cut => texts.say("logon-cut"),
            Self::NotUtf8 => texts.say("logon-not-utf8"),
        };
        said.plain()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_said_as_it_is_typed() {
        let said = LogonMessage::SetUpFirst("https://portal.example.com/".to_owned());
        for language in Language::ALL {
            let text = said.text(language);
            assert!(text.contains("https://portal.example.com/"), "{text}");
            assert!(!text.contains('\n') && text.len() <= 506, "{text}");
        }
    }
}
