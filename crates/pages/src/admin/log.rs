//! `/admin/{organization}/audit`: what happened in one organization, as far as it is looked for.

use askama::Template;
use portcullis_core::audit::Event;
use portcullis_core::time::Timestamp;
use portcullis_core::topic::Topic;

use super::audit::{AuditLog, told};
use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::telling::sentence;
use crate::texts::Say;

/// The filter is asked for with `about`, `by`, `doer`, `topic`, `from` and `until`; the export posts these with `format`:
/// `csv` or `json-lines`. Verifying posts nothing.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/log.html")]
pub struct Log {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    pub filter: LogFilter,
    /// Newest first.
    pub events: Vec<LogEvent>,
    /// Where older ones are, if there are any.
    pub older: Option<String>,
    /// Where the newest are, if these are not.
    pub newest: Option<String>,
    /// What verifying found, once it was asked for.
    pub verified: Option<AuditLog>,
}

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct LogFilter {
    pub about: Field,
    pub by: Field,
    /// In the place of somebody by name.
    pub doer: Option<LogDoer>,
    pub topic: Option<Topic>,
    /// Days as `2026-11-22`.
    pub from: Field,
    pub until: Field,
}

/// Whoever does something without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogDoer {
    CommandLine,
    Portal,
    Nobody,
}

impl LogDoer {
    const ALL: [Self; 3] = [Self::CommandLine, Self::Portal, Self::Nobody];

    /// As the address has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CommandLine => "command-line",
            Self::Portal => "portal",
            Self::Nobody => "nobody",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

#[derive(Clone, Debug)]
pub struct LogEvent {
    pub at: Option<Timestamp>,
    /// `None` where it was changed so that it can't be read.
    pub event: Option<Event>,
    pub about: Option<LogPerson>,
    pub by: Option<LogActor>,
    /// The browser and the address, as far as they are known.
    pub from: Vec<String>,
    /// Whether it is as it was written.
    pub intact: bool,
}

#[derive(Clone, Debug)]
pub struct LogPerson {
    /// The account's id.
    pub id: String,
    /// `None` when the account is gone.
    pub name: Option<String>,
    /// The name of the person's organization, where it is another one.
    pub elsewhere: Option<String>,
}

#[derive(Clone, Debug)]
pub enum LogActor {
    Person(LogPerson),
    /// Somebody at the command line, and where.
    Operator(String),
    Portal,
    Nobody,
}

impl Log {
    fn what(&self, event: &Event) -> Say {
        sentence(event, self.frame.texts())
    }

    fn topic(&self, topic: Topic) -> Say {
        match topic {
            Topic::SignIns => self.frame.say("log-topic-sign-ins"),
            Topic::Refusals => self.frame.say("log-topic-refusals"),
            Topic::Credentials => self.frame.say("log-topic-credentials"),
            Topic::Help => self.frame.say("log-topic-help"),
            Topic::People => self.frame.say("log-topic-people"),
            Topic::Organization => self.frame.say("log-topic-organization"),
            Topic::Records => self.frame.say("log-topic-records"),
        }
    }

    fn doer(&self, doer: LogDoer) -> Say {
        match doer {
            LogDoer::CommandLine => self.frame.say("log-operator"),
            LogDoer::Portal => self.frame.say("log-portal"),
            LogDoer::Nobody => self.frame.say("log-nobody"),
        }
    }

    fn doer_word(&self) -> &'static str {
        self.filter.doer.map_or("", LogDoer::as_str)
    }

    fn topic_word(&self) -> &'static str {
        self.filter.topic.map_or("", Topic::as_str)
    }

    fn is_everything(&self) -> bool {
        let filter = &self.filter;
        let fields = [&filter.about, &filter.by, &filter.from, &filter.until];
        filter.topic.is_none()
            && filter.doer.is_none()
            && fields.iter().all(|field| field.value.is_empty())
    }

    fn is_refused(&self) -> bool {
        let filter = &self.filter;
        [&filter.about, &filter.by, &filter.from, &filter.until]
            .iter()
            .any(|field| field.problem.is_some())
    }

    fn told(&self, fault: &portcullis_core::chain::Fault) -> Say {
        told(&self.frame, fault)
    }
}
