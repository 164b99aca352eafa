//! `/admin/instance/mail`: what waits to be sent, what was given up and why, for those who run the
//! instance.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// Posts `address` to `/admin/instance/mail/test`, and `mail` (an id, or nothing for all) to
/// `/admin/instance/mail/try-again`.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/mail.html")]
pub struct MailQueue {
    pub frame: Frame,
    pub member: Member,
    /// The short name of the owner's own organization.
    pub slug: String,
    pub way: MailWay,
    pub waiting: u64,
    /// Given up in the last seven days.
    pub failed: u64,
    /// Those that wait or were given up, the newest first.
    pub mails: Vec<QueuedMail>,
    /// Where a test mail goes.
    pub address: Field,
    /// Whether a test mail was just queued.
    pub tested: bool,
}

/// Which way mails take.
#[derive(Clone, Debug)]
pub enum MailWay {
    /// There is no mail server.
    None,
    /// Through this one, `host:port`.
    Server(String),
    /// They are kept here, to be looked at.
    Caught,
}

/// A mail that is not sent.
#[derive(Clone, Debug)]
pub struct QueuedMail {
    /// Its id, to be posted.
    pub id: String,
    pub subject: String,
    pub to: String,
    pub queued: Timestamp,
    pub standing: MailStanding,
    pub tries: u32,
    /// What the mail server said, or why there was none.
    pub problem: Option<String>,
    /// Whether it can be tried again by hand.
    pub can_try: bool,
}

/// How a mail stands.
#[derive(Clone, Copy, Debug)]
pub enum MailStanding {
    /// It goes at once.
    Waits,
    /// It is tried again then.
    Again(Timestamp),
    /// It was given up.
    GivenUp,
}

impl MailQueue {
    fn is_off(&self) -> bool {
        matches!(self.way, MailWay::None)
    }

    fn can_try_any(&self) -> bool {
        self.mails.iter().any(|mail| mail.can_try)
    }

    fn standing(&self, mail: &QueuedMail) -> Say {
        match mail.standing {
            MailStanding::Waits => self.frame.say("queue-waits"),
            MailStanding::Again(at) => self
                .frame
                .say("queue-again")
                .with("at", self.frame.when(&at)),
            MailStanding::GivenUp => self.frame.say("queue-given-up"),
        }
    }
}
