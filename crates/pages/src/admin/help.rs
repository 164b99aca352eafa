//! `/admin/{organization}/access/{account}/{act}`: one thing that an administrator or the help desk does to
//! somebody's account, said and confirmed on a page of its own.

use askama::Template;
use portcullis_core::credential::help_code::LETTER_DAYS;
use portcullis_core::policy::ExceptionKind;
use portcullis_core::time::Timestamp;

use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::sessions::{OpenSession, browser_name};
use crate::texts::Say;

/// Posts the note how the caller was verified or why it is done, as `verified_how`, for how many `days`, where they
/// are wanted, `then` with the button that gives a code too, or the code as a letter, and the `session` that alone
/// is ended.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/help.html")]
pub struct Help {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The account's id, as in its address.
    pub id: String,
    /// Whose account.
    pub name: String,
    pub act: HelpAct,
    /// The session that alone is ended, where the act is to sign out.
    pub session: Option<OpenSession>,
    /// Whether MFA is required of the account.
    pub required: bool,
    /// Whether a code mailed after the password is all that it asks for, also where nothing is set up.
    pub by_email: bool,
    /// How the caller was verified, or why it is done; `None` where that is not asked.
    pub verified_how: Option<Field>,
    /// When the caller was found to be the person, by a check that counts in place of the note.
    pub known_at: Option<Timestamp>,
    /// For how many days, or for how many a letter is good; `None` where that is not asked.
    pub days: Option<Field>,
    /// Why it can't be done, if it was tried and can't.
    pub refusal: Option<HelpRefusal>,
}

/// Why something is not done to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpRefusal {
    /// The same agent opened the other way in within a day.
    NeedsAnother,
    /// Whoever has a role is given no exception.
    HasRole,
    /// Of this account MFA is required alone, which no exception lifts.
    AskedAlone,
    /// Nothing is required that an extension could put off.
    NothingToPutOff,
    /// Nobody else administers the organization without an end.
    LastAdmin,
    /// Nobody else owns the instance without an end.
    LastOwner,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpAct {
    EnrollmentCode,
    ResetCode,
    DeleteMfa,
    Unlock,
    SignOut,
    Unfreeze,
    RequireMfa,
    EndRequirement,
    Extend,
    EndExtension,
    Exempt,
    EndExemption,
    Suspend,
    Activate,
    Delete,
}

impl HelpAct {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 15] = [
        Self::EnrollmentCode,
        Self::ResetCode,
        Self::DeleteMfa,
        Self::Unlock,
        Self::SignOut,
        Self::Unfreeze,
        Self::RequireMfa,
        Self::EndRequirement,
        Self::Extend,
        Self::EndExtension,
        Self::Exempt,
        Self::EndExemption,
        Self::Suspend,
        Self::Activate,
        Self::Delete,
    ];

    /// As the address names it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::EnrollmentCode => "enrollment-code",
            Self::ResetCode => "reset-code",
            Self::DeleteMfa => "delete-mfa",
            Self::Unlock => "unlock",
            Self::SignOut => "sign-out",
            Self::Unfreeze => "unfreeze",
            Self::RequireMfa => "require-mfa",
            Self::EndRequirement => "end-requirement",
            Self::Extend => "extend",
            Self::EndExtension => "end-extension",
            Self::Exempt => "exempt",
            Self::EndExemption => "end-exemption",
            Self::Suspend => "suspend",
            Self::Activate => "activate",
            Self::Delete => "delete",
        }
    }

    /// Whether the agent says how the caller was verified.
    pub const fn asks_how(self) -> bool {
        matches!(
            self,
            Self::EnrollmentCode
                | Self::ResetCode
                | Self::DeleteMfa
                | Self::Unlock
                | Self::SignOut
                | Self::Unfreeze
        )
    }

    /// Whether a code is given, which can go on a letter.
    pub const fn is_code(self) -> bool {
        matches!(self, Self::EnrollmentCode | Self::ResetCode)
    }

    /// The exception that is given, where one is: then its days and its reason are asked for.
    pub const fn gives(self) -> Option<ExceptionKind> {
        match self {
            Self::Extend => Some(ExceptionKind::Extension),
            Self::Exempt => Some(ExceptionKind::Exemption),
            _ => None,
        }
    }

    /// The exception that is taken back, where one is.
    pub const fn takes_back(self) -> Option<ExceptionKind> {
        match self {
            Self::EndExtension => Some(ExceptionKind::Extension),
            Self::EndExemption => Some(ExceptionKind::Exemption),
            _ => None,
        }
    }

    /// Its name, on the link and on the button.
    pub(crate) fn say(self, frame: &Frame) -> Say {
        match self {
            Self::EnrollmentCode => frame.say("help-enrollment-code"),
            Self::ResetCode => frame.say("help-reset-code"),
            Self::DeleteMfa => frame.say("help-delete-mfa"),
            Self::Unlock => frame.say("help-unlock"),
            Self::SignOut => frame.say("help-sign-out"),
            Self::Unfreeze => frame.say("help-unfreeze"),
            Self::RequireMfa => frame.say("help-require-mfa"),
            Self::EndRequirement => frame.say("help-end-requirement"),
            Self::Extend => frame.say("help-extend"),
            Self::EndExtension => frame.say("help-end-extension"),
            Self::Exempt => frame.say("help-exempt"),
            Self::EndExemption => frame.say("help-end-exemption"),
            Self::Suspend => frame.say("help-suspend"),
            Self::Activate => frame.say("help-activate"),
            Self::Delete => frame.say("help-delete"),
        }
    }
}

impl Help {
    /// The act, on its heading and its button.
    fn title(&self) -> Say {
        match self.session {
            Some(_) => self.frame.say("help-end-session"),
            None => self.act.say(&self.frame),
        }
    }

    /// What it brings about.
    fn what(&self) -> Say {
        let frame = &self.frame;
        if let Some(session) = &self.session {
            return frame
                .say("help-end-session-what")
                .with("name", &self.name)
                .with(
                    "browser",
                    browser_name(session.browser.as_deref(), frame).plain(),
                )
                .with("address", &session.address);
        }
        let said = match self.act {
            HelpAct::EnrollmentCode => frame.say("help-enrollment-code-what"),
            HelpAct::ResetCode => frame.say("help-reset-code-what"),
            HelpAct::DeleteMfa if self.by_email => frame.say("help-delete-mfa-what-by-email"),
            HelpAct::DeleteMfa if self.required => frame.say("help-delete-mfa-what-required"),
            HelpAct::DeleteMfa => frame.say("help-delete-mfa-what"),
            HelpAct::Unlock => frame.say("help-unlock-what"),
            HelpAct::SignOut => frame.say("help-sign-out-what"),
            HelpAct::Unfreeze => frame.say("help-unfreeze-what"),
            HelpAct::RequireMfa => frame.say("help-require-mfa-what"),
            HelpAct::EndRequirement => frame.say("help-end-requirement-what"),
            HelpAct::Extend => frame.say("help-extend-what"),
            HelpAct::EndExtension => frame.say("help-end-extension-what"),
            HelpAct::Exempt => frame.say("help-exempt-what"),
            HelpAct::EndExemption => frame.say("help-end-exemption-what"),
            HelpAct::Suspend => frame.say("help-suspend-what"),
            HelpAct::Activate => frame.say("help-activate-what"),
            HelpAct::Delete => frame.say("help-delete-what"),
        };
        said.with("name", &self.name)
    }

    fn is_refused(&self) -> bool {
        let fields = [&self.verified_how, &self.days];
        let mut fields = fields.into_iter().flatten();
        self.refusal.is_some() || fields.any(|field| field.problem.is_some())
    }

    /// What is asked of the agent: how the caller was verified, or why it is done.
    fn how(&self) -> (Say, Say) {
        let frame = &self.frame;
        let (label, hint) = if self.act.gives().is_some() {
            (frame.say("help-reason"), frame.say("help-reason-hint"))
        } else {
            (frame.say("help-how"), frame.say("help-how-hint"))
        };
        (
            label.with("name", &self.name),
            hint.with("name", &self.name),
        )
    }

    fn most_days(&self) -> u32 {
        self.act
            .gives()
            .map_or(LETTER_DAYS, ExceptionKind::max_days)
    }

    fn days_label(&self) -> Say {
        if self.act.is_code() {
            self.frame.say("help-letter-days")
        } else {
            self.frame.say("help-days")
        }
    }

    /// What can't be done, and why or what to do instead.
    fn refused(&self) -> Option<(Say, Say)> {
        let frame = &self.frame;
        let no_exception = || frame.say("help-not-given");
        let (title, next) = match self.refusal? {
            HelpRefusal::NeedsAnother => (
                frame.say("help-needs-another"),
                frame.say("help-needs-another-next"),
            ),
            HelpRefusal::HasRole => (no_exception(), frame.say("help-not-given-role")),
            HelpRefusal::AskedAlone => (no_exception(), frame.say("help-not-given-alone")),
            HelpRefusal::NothingToPutOff => (no_exception(), frame.say("help-not-given-nothing")),
            HelpRefusal::LastAdmin => (
                frame.say("role-last-admin"),
                frame.say("role-last-admin-next"),
            ),
            HelpRefusal::LastOwner => (
                frame.say("role-last-owner"),
                frame.say("role-last-owner-next"),
            ),
        };
        Some((title, next.with("name", &self.name)))
    }

    /// The button that gives a code in the same act: for the next set-up where it is asked for, or for the next
    /// password where the one until now opens nothing any more.
    fn gives_code_too(&self) -> Option<Say> {
        match self.act {
            HelpAct::DeleteMfa if self.required && !self.by_email => {
                Some(self.frame.say("help-delete-mfa-and-code"))
            }
            HelpAct::Unfreeze => Some(self.frame.say("help-unfreeze-and-code")),
            _ => None,
        }
    }

    fn takes_away(&self) -> bool {
        matches!(
            self.act,
            HelpAct::DeleteMfa | HelpAct::Suspend | HelpAct::Delete
        )
    }
}
