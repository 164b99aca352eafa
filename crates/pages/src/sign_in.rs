//! `/sign-in`: login and password. The page says the same about an unknown login, a wrong
//! password and a suspended account.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::Frame;
use crate::message::Message;
use crate::refusal::{address_delayed, password_delayed};

/// Posts `login`, `password` and, where there is one, `return_to` to `/sign-in`.
#[derive(Template, Clone, Debug)]
#[template(path = "sign_in.html")]
pub struct SignIn {
    pub frame: Frame,
    /// What was typed last time.
    pub login: String,
    pub return_to: Option<String>,
    pub notice: Option<SignInNotice>,
}

/// What happened just before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInNotice {
    /// The login and the password don't go together, or one of them is missing.
    Refused,
    /// Too many tries for the typed login, known or not.
    Delayed { seconds: u32, until: Timestamp },
    /// Too many failures from the visitor's network, whatever the login.
    AddressDelayed { seconds: u32, until: Timestamp },
    /// The person signed out.
    SignedOut,
    /// A forgotten password was replaced.
    Reset,
    /// The sign-in took too long or was ended, so it starts again.
    Ended,
}

impl SignInNotice {
    fn message(&self, frame: &Frame) -> Message {
        match self {
            Self::Refused => Message::bad(
                frame.say("sign-in-refused"),
                frame.say("sign-in-refused-next"),
            ),
            Self::Delayed { seconds, until } => {
                password_delayed(frame, frame.say("sign-in-delayed"), (*seconds, *until))
            }
            Self::AddressDelayed { seconds, until } => address_delayed(frame, *seconds, *until),
            Self::SignedOut => Message::good(frame.say("signed-out"), frame.say("signed-out-next")),
            Self::Reset => Message::good(frame.say("reset-done"), frame.say("reset-done-next")),
            Self::Ended => {
                Message::note(frame.say("sign-in-ended"), frame.say("sign-in-ended-next"))
            }
        }
    }

    fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::Refused | Self::Delayed { .. } | Self::AddressDelayed { .. }
        )
    }
}

impl SignIn {
    fn is_refused(&self) -> bool {
        self.notice.is_some_and(|notice| notice.is_refusal())
    }
}
