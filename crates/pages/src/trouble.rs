//! What a person sees when a request was not answered with what it asked for.

use askama::Template;

use crate::frame::Frame;
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "trouble.html")]
pub struct ErrorPage {
    pub frame: Frame,
    /// Where the start page is.
    pub home: String,
    pub trouble: Trouble,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    NotFound,
    /// Signed in, and not allowed.
    Forbidden,
    /// The account is frozen, and this would change it.
    Frozen,
    /// The account of somebody else is frozen, and this would change it.
    PersonFrozen,
    /// MFA is required, and this would leave the account without.
    MfaRequired,
    /// The organization does not offer MFA.
    MfaNotOffered,
    /// Email codes are not among the ways that are permitted.
    EmailCodesNotPermitted,
    /// The organization takes no requests for deletion.
    DeletionNotOffered,
    /// Something in the form could not be read.
    BadForm,
    TooLarge,
    /// What was sent did not arrive in time.
    TooSlow,
    /// The body is of a kind that is not read here.
    WrongType,
    MethodNotAllowed,
    /// The form came from another site.
    CrossSite,
    /// The portal was called by a name that isn't its own.
    WrongHost,
    /// The sign-in took too long or was ended.
    SignInEnded,
    /// A set-up link or an invitation that was used, ran out or never was.
    LinkGone,
    /// Overloaded; worth another try after so many seconds.
    Busy {
        seconds: u32,
    },
    /// A part of the service, such as the database, is not reachable.
    Unavailable,
    /// A mistake of the program.
    Internal,
}

impl ErrorPage {
    /// What happened, in a few words.
    fn heading(&self) -> Say {
        let frame = &self.frame;
        match self.trouble {
            Trouble::NotFound => frame.say("trouble-not-found"),
            Trouble::Forbidden => frame.say("trouble-forbidden"),
            Trouble::Frozen => frame.say("trouble-frozen"),
            Trouble::PersonFrozen => frame.say("trouble-person-frozen"),
            Trouble::MfaNotOffered => frame.say("trouble-mfa-not-offered"),
            Trouble::EmailCodesNotPermitted => frame.say("trouble-email-codes-not-permitted"),
            Trouble::DeletionNotOffered => frame.say("trouble-deletion-not-offered"),
            Trouble::MfaRequired => frame.say("trouble-mfa-required"),
            Trouble::BadForm => frame.say("trouble-bad-form"),
            Trouble::TooLarge => frame.say("trouble-too-large"),
            Trouble::TooSlow => frame.say("trouble-too-slow"),
            Trouble::WrongType => frame.say("trouble-wrong-type"),
            Trouble::MethodNotAllowed => frame.say("trouble-method"),
            Trouble::CrossSite => frame.say("trouble-cross-site"),
            Trouble::WrongHost => frame.say("trouble-wrong-host"),
            Trouble::SignInEnded => frame.say("trouble-sign-in-ended"),
            Trouble::LinkGone => frame.say("trouble-link-gone"),
            Trouble::Busy { .. } => frame.say("trouble-busy"),
            Trouble::Unavailable => frame.say("trouble-unavailable"),
            Trouble::Internal => frame.say("trouble-internal"),
        }
    }

    /// What that means.
    fn what(&self) -> Say {
        let frame = &self.frame;
        match self.trouble {
            Trouble::NotFound => frame.say("trouble-not-found-what"),
            Trouble::Forbidden => frame.say("trouble-forbidden-what"),
            Trouble::Frozen => frame.say("trouble-frozen-what"),
            Trouble::PersonFrozen => frame.say("trouble-person-frozen-what"),
            Trouble::MfaNotOffered => frame.say("trouble-mfa-not-offered-what"),
            Trouble::EmailCodesNotPermitted => frame.say("trouble-email-codes-not-permitted-what"),
            Trouble::DeletionNotOffered => frame.say("trouble-deletion-not-offered-what"),
            Trouble::MfaRequired => frame.say("trouble-mfa-required-what"),
            Trouble::BadForm => frame.say("trouble-bad-form-what"),
            Trouble::TooLarge => frame.say("trouble-too-large-what"),
            Trouble::TooSlow => frame.say("trouble-too-slow-what"),
            Trouble::WrongType => frame.say("trouble-wrong-type-what"),
            Trouble::MethodNotAllowed => frame.say("trouble-method-what"),
            Trouble::CrossSite => frame.say("trouble-cross-site-what"),
            Trouble::WrongHost => frame.say("trouble-wrong-host-what"),
            Trouble::SignInEnded => frame.say("trouble-sign-in-ended-what"),
            Trouble::LinkGone => frame.say("trouble-link-gone-what"),
            Trouble::Busy { .. } => frame.say("trouble-busy-what"),
            Trouble::Unavailable => frame.say("trouble-unavailable-what"),
            Trouble::Internal => frame.say("trouble-internal-what"),
        }
    }

    /// What to do.
    fn advice(&self) -> Say {
        let frame = &self.frame;
        match self.trouble {
            Trouble::NotFound => frame.say("trouble-not-found-next"),
            Trouble::Forbidden => frame.say("trouble-forbidden-next"),
            Trouble::Frozen => frame.say("trouble-frozen-next"),
            Trouble::PersonFrozen => frame.say("trouble-person-frozen-next"),
            Trouble::MfaNotOffered => frame.say("trouble-mfa-not-offered-next"),
            Trouble::EmailCodesNotPermitted => frame.say("trouble-email-codes-not-permitted-next"),
            Trouble::DeletionNotOffered => frame.say("trouble-deletion-not-offered-next"),
            Trouble::MfaRequired => frame.say("trouble-mfa-required-next"),
            Trouble::BadForm | Trouble::WrongType => frame.say("trouble-bad-form-next"),
            Trouble::TooLarge => frame.say("trouble-too-large-next"),
            Trouble::TooSlow => frame.say("trouble-too-slow-next"),
            Trouble::MethodNotAllowed => frame.say("trouble-method-next"),
            Trouble::CrossSite => frame.say("trouble-cross-site-next"),
            Trouble::WrongHost => frame.say("trouble-wrong-host-next"),
            Trouble::SignInEnded => frame.say("trouble-sign-in-ended-next"),
            Trouble::LinkGone => frame.say("trouble-link-gone-next"),
            Trouble::Busy { seconds } => frame.say("trouble-wait-next").with("seconds", seconds),
            Trouble::Unavailable => frame.say("trouble-unavailable-next"),
            Trouble::Internal => frame.say("trouble-internal-next"),
        }
    }

    /// Whether the way on is a new sign-in, not the first page.
    fn starts_again(&self) -> bool {
        matches!(self.trouble, Trouble::SignInEnded | Trouble::CrossSite)
    }
}
