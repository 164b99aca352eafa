//! `/admin/{organization}/access/{account}/caller`: the agent finds out whether it is the member who is on
//! the phone.

use askama::Template;
use portcullis_core::caller::KnownBy;
use portcullis_core::time::Timestamp;

use crate::email_code::EmailRefusal;
use crate::frame::{Frame, Member};
use crate::message::Message;
use crate::refusal::{CodeRefusal, IN_MINUTES};
use crate::texts::Say;

/// Posts `do` (`start`, `app`, `send`, `mailed`, `end`) and a `code` with two of them.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/caller.html")]
pub struct CallerCheck {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The account's id, as in its address.
    pub id: String,
    /// Who is to be on the phone.
    pub name: String,
    pub state: CallerState,
}

/// How far the check has come.
#[derive(Clone, Debug)]
pub enum CallerState {
    /// None was begun lately.
    None,
    /// It waits for the caller.
    Open(OpenCheck),
    /// The caller is the member.
    Known { by: KnownBy, at: Timestamp },
    /// It ended without that.
    Over,
}

/// A check that waits for the caller.
#[derive(Clone, Debug)]
pub struct OpenCheck {
    /// What is read out.
    pub word: String,
    pub until: Timestamp,
    /// Whether a code of an app can be read out.
    pub app: bool,
    /// Whether one can be mailed.
    pub email: Option<CallerMail>,
    pub refusal: Option<CallerRefusal>,
}

/// The way by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallerMail {
    /// Whether a code was mailed for this check.
    pub sent: bool,
    /// Seconds until another can be.
    pub wait: Option<u32>,
}

/// Why a code did not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallerRefusal {
    /// One of the app.
    App(CodeRefusal),
    /// One that was mailed, or to be mailed.
    Email(EmailRefusal),
}

impl CallerCheck {
    /// The refusal, if it is about the field of the app's code.
    fn app_refused(&self) -> bool {
        matches!(&self.state, CallerState::Open(open) if matches!(open.refusal, Some(CallerRefusal::App(_))))
    }

    fn email_refused(&self) -> bool {
        matches!(&self.state, CallerState::Open(open) if matches!(open.refusal, Some(CallerRefusal::Email(_))))
    }

    fn message(&self) -> Option<Message> {
        let frame = &self.frame;
        let name = |say: Say| say.with("name", &self.name);
        match &self.state {
            CallerState::None => None,
            CallerState::Open(open) => open.refusal.map(|refusal| match refusal {
                CallerRefusal::App(refusal) => refusal.message(frame),
                CallerRefusal::Email(refusal) => refusal.message(frame),
            }),
            CallerState::Known { by, at } => {
                let advice = match by {
                    KnownBy::App => frame.say("caller-known-app"),
                    KnownBy::EmailCode => frame.say("caller-known-email"),
                    KnownBy::Word => frame.say("caller-known-word"),
                };
                let advice = advice.with("at", frame.clock(at));
                Some(Message::good(name(frame.say("caller-known")), advice))
            }
            CallerState::Over => Some(Message::warn(
                frame.say("caller-over"),
                name(frame.say("caller-over-next")),
            )),
        }
    }

    fn wait(&self, mail: &CallerMail) -> Option<Say> {
        let seconds = mail.wait?;
        Some(if seconds < IN_MINUTES {
            self.frame.say("email-code-next").with("seconds", seconds)
        } else {
            let minutes = seconds.div_ceil(60);
            self.frame
                .say("email-code-next-minutes")
                .with("minutes", minutes)
        })
    }
}
