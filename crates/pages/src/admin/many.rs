//! `/admin/{organization}/access/invite-many` and `/admin/{organization}/access/import`: many people in one text,
//! first what each line would come to, then all of it.

use askama::Template;

use crate::field::{Field, Problem};
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// How many characters of the headings that are not read are named.
const NAMED: usize = 300;

/// Posts `people`, and `file` where one is taken, `by` (`mail` or `paper`) and `days`; and `shown` with what was
/// looked at when it is to be done.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/many.html")]
pub struct Many {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    pub door: ManyDoor,
    /// What was typed or sent; it is never lost.
    pub people: String,
    /// For how many days letters are good.
    pub days: Field,
    /// The longest of these.
    pub most_days: u32,
    /// The most lines.
    pub most_lines: u32,
    /// Whether people are invited by mail; `None` where there is no mail server.
    pub by_mail: Option<bool>,
    /// Why nothing of it could be read.
    pub refusal: Option<ManyRefusal>,
    /// What it would come to, once that was asked for.
    pub plan: Option<ManyPlan>,
    /// How many were invited by mail and how many were changed, right after it.
    pub done: Option<(u32, u32)>,
}

/// Which of the two pages it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManyDoor {
    Invite,
    Import,
}

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManyRefusal {
    Empty,
    TooLarge { megabytes: u32 },
    TooManyLines { most: u32 },
    NotText,
    NoHeadings,
    HeadingTwice(&'static str),
}

/// What all lines come to.
#[derive(Clone, Debug)]
pub struct ManyPlan {
    /// Those that do something, or are wrong.
    pub lines: Vec<ManyLine>,
    /// How many of them are not shown.
    pub unshown: u32,
    /// How many people would be invited, changed, and left as they are, and how many lines are wrong.
    pub counts: [u32; 4],
    /// Stands for exactly this, when it can be done.
    pub mark: Option<String>,
    /// The most people at once, when it is more.
    pub too_much: Option<u32>,
    /// Whether it is something else than was shown before.
    pub differs: bool,
    /// The headings of columns that are not read.
    pub unread: Vec<String>,
    /// Where a fresh proof is given, when one is wanted first.
    pub prove: Option<String>,
}

#[derive(Clone, Debug)]
pub struct ManyLine {
    /// Where it stands.
    pub number: u64,
    pub name: String,
    pub login_name: String,
    pub email: String,
    pub outcome: ManyOutcome,
}

#[derive(Clone, Debug)]
pub enum ManyOutcome {
    Invited {
        /// Whether an open invitation ends.
        again: bool,
    },
    /// The name and the address, before and after, where they differ.
    Changed {
        name: Option<(String, String)>,
        email: Option<(Option<String>, Option<String>)>,
    },
    Wrong(Vec<ManyWrong>),
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManyWrong {
    Name(Problem),
    LoginName(Problem),
    Email(Problem),
    NoLoginName,
    Fields,
    LineBreak,
    Twice(u64),
    AddressTwice(u64),
    NoAddress,
    JustMailed,
    Denied,
    Frozen,
}

impl Many {
    fn is_import(&self) -> bool {
        self.door == ManyDoor::Import
    }

    /// The last part of the address.
    fn path(&self) -> &'static str {
        match self.door {
            ManyDoor::Invite => "invite-many",
            ManyDoor::Import => "import",
        }
    }

    fn title(&self) -> Say {
        match self.door {
            ManyDoor::Invite => self.frame.say("many-invite"),
            ManyDoor::Import => self.frame.say("many-import"),
        }
    }

    fn lead(&self) -> Say {
        match self.door {
            ManyDoor::Invite => self.frame.say("many-invite-what"),
            ManyDoor::Import => {
                let name = self.frame.say("access-export").plain();
                self.frame.say("many-import-what").with("name", name)
            }
        }
    }

    fn label(&self) -> Say {
        match self.door {
            ManyDoor::Invite => self.frame.say("access-people"),
            ManyDoor::Import => self.frame.say("many-table"),
        }
    }

    fn hint(&self) -> Say {
        let said = match self.door {
            ManyDoor::Invite => self
                .frame
                .say("many-people-hint")
                .with("example", "Ann Example <ann@acme.example>"),
            ManyDoor::Import => self
                .frame
                .say("many-table-hint")
                .with("columns", "login_name, name, email"),
        };
        said.with("most", self.most_lines)
    }

    fn refused(&self) -> Option<Say> {
        let frame = &self.frame;
        Some(match self.refusal? {
            ManyRefusal::Empty => frame.say("many-empty"),
            ManyRefusal::TooLarge { megabytes } => {
                frame.say("many-too-large").with("megabytes", megabytes)
            }
            ManyRefusal::TooManyLines { most } => {
                frame.say("many-too-many-lines").with("most", most)
            }
            ManyRefusal::NotText => frame.say("many-not-text"),
            ManyRefusal::NoHeadings => frame
                .say("many-no-headings")
                .with("columns", "login_name, name, email"),
            ManyRefusal::HeadingTwice(column) => {
                frame.say("many-heading-twice").with("column", column)
            }
        })
    }

    fn told_done(&self) -> Vec<Say> {
        let (mailed, changed) = self.done.unwrap_or_default();
        let said = [
            (self.frame.say("many-done-mailed"), mailed),
            (self.frame.say("many-done-changed"), changed),
        ];
        let said = said.into_iter().filter(|(_, count)| *count > 0);
        said.map(|(said, count)| said.with("count", count))
            .collect()
    }

    fn can_be_done(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| plan.mark.is_some())
    }

    /// The button that does what is shown.
    fn confirm(&self, plan: &ManyPlan) -> Say {
        match self.door {
            ManyDoor::Invite => self
                .frame
                .say("many-confirm-invite")
                .with("count", plan.counts[0]),
            ManyDoor::Import => self.frame.say("many-confirm-import"),
        }
    }

    /// How many people come to what, without those that nobody does.
    fn counted(&self, plan: &ManyPlan) -> Vec<Say> {
        let said = [
            self.frame.say("many-count-invited"),
            self.frame.say("many-count-changed"),
            self.frame.say("many-count-same"),
            self.frame.say("many-count-wrong"),
        ];
        let counted = said.into_iter().zip(plan.counts);
        let counted = counted.filter(|(_, count)| *count > 0);
        counted
            .map(|(said, count)| said.with("count", count))
            .collect()
    }

    fn headline(&self, plan: &ManyPlan) -> Say {
        if let Some(most) = plan.too_much {
            self.frame.say("many-too-much").with("most", most)
        } else if plan.counts[3] > 0 {
            self.frame.say("many-wrong")
        } else if plan.mark.is_none() {
            self.frame.say("many-nothing")
        } else if plan.differs {
            self.frame.say("many-differs")
        } else {
            self.frame.say("many-look")
        }
    }

    fn unread(&self, plan: &ManyPlan) -> Option<Say> {
        let mut named = plan.unread.join(", ");
        if let Some((at, _)) = named.char_indices().nth(NAMED) {
            named.truncate(at);
            named.push('…');
        }
        let said = self.frame.say("many-unread").with("columns", named);
        (!plan.unread.is_empty()).then_some(said)
    }

    /// What a line comes to, each thing in a sentence.
    fn told(&self, outcome: &ManyOutcome) -> Vec<Say> {
        let frame = &self.frame;
        match outcome {
            ManyOutcome::Invited { again: false } => vec![frame.say("many-invited")],
            ManyOutcome::Invited { again: true } => vec![frame.say("many-invited-again")],
            ManyOutcome::Changed { name, email } => {
                let name = name.as_ref().map(|(from, to)| {
                    let said = frame.say("many-name-changes");
                    said.with("from", from).with("to", to)
                });
                let email = email.as_ref().map(|(from, to)| match (from, to) {
                    (Some(from), Some(to)) => frame
                        .say("many-address-changes")
                        .with("from", from)
                        .with("to", to),
                    (None, Some(to)) => frame.say("many-address-added").with("to", to),
                    (from, None) => {
                        let from = from.clone().unwrap_or_default();
                        frame.say("many-address-removed").with("from", from)
                    }
                });
                name.into_iter().chain(email).collect()
            }
            ManyOutcome::Wrong(wrong) => wrong.iter().map(|one| self.wrong(one)).collect(),
        }
    }

    fn wrong(&self, wrong: &ManyWrong) -> Say {
        let frame = &self.frame;
        match *wrong {
            ManyWrong::Name(problem)
            | ManyWrong::LoginName(problem)
            | ManyWrong::Email(problem) => problem.say(frame),
            ManyWrong::NoLoginName => frame.say("many-no-login-name"),
            ManyWrong::Fields => frame.say("many-fields"),
            ManyWrong::LineBreak => frame.say("many-line-break"),
            ManyWrong::Twice(line) => frame.say("many-twice").with("line", number(line)),
            ManyWrong::AddressTwice(line) => {
                frame.say("many-address-twice").with("line", number(line))
            }
            ManyWrong::NoAddress => frame.say("many-no-address"),
            ManyWrong::JustMailed => frame.say("many-just-mailed"),
            ManyWrong::Denied => frame.say("many-denied"),
            ManyWrong::Frozen => frame.say("many-frozen"),
        }
    }

    /// Which field a problem is about.
    fn about(&self, wrong: &ManyWrong) -> Option<Say> {
        match wrong {
            ManyWrong::Name(_) => Some(self.frame.say("person-name-label")),
            ManyWrong::LoginName(_) => Some(self.frame.say("login-name-label")),
            ManyWrong::Email(_) => Some(self.frame.say("email-label")),
            _ => None,
        }
    }
}

fn number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}
