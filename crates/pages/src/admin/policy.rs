//! `/admin/{organization}/policy`: what the organization decides about signing in, and whom a change
//! would touch.

use askama::Template;
use portcullis_core::policy::{
    Channels, ExceptionKind, FirstProof, LIFETIMES, MAX_GRACE_DAYS, MAX_REMEMBER_DAYS, Policy,
    Rule, SHORTEST_PASSWORD,
};
use portcullis_core::preview::Preview;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::telling::By;
use crate::texts::Say;

/// Posts `rule`, `grace_days` and `new_grace`, `app` and `email`, `first_proof`, `remember_days`, `session_hours`,
/// `idle_minutes`, `administration_minutes`, `shortest_password`, `deletion_requests` and the `version` that was
/// changed; the same by GET, without `version`, shows what that would change.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/policy.html")]
pub struct PolicyPage {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The choices, as they are or as they were made on this page.
    pub policy: Policy,
    /// Since when days of grace count, if they do, and whether they are to count from now on.
    pub grace_since: Option<(Timestamp, bool)>,
    /// How often the policy was changed.
    pub version: i64,
    /// Whether the portal can send mail.
    pub mail: bool,
    /// Whether the reader may save it.
    pub may_save: bool,
    pub shows: PolicyShows,
    /// What was typed for numbers.
    pub numbers: PolicyNumbers,
    /// No way was ticked, so none can be saved.
    pub no_channel: bool,
    /// Whom the rule does not bind as it binds the others, those that end first at the top.
    pub exceptions: Vec<GivenException>,
}

/// A number as it was typed.
#[derive(Clone, Debug)]
pub struct Number {
    pub typed: String,
    /// Whether it can't be taken.
    pub bad: bool,
}

/// The numbers of a policy.
#[derive(Clone, Debug)]
pub struct PolicyNumbers {
    pub grace_days: Number,
    pub remember_days: Number,
    pub session_hours: Number,
    pub idle_minutes: Number,
    pub administration_minutes: Number,
    pub shortest_password: Number,
}

/// What one person was given in place of the rule.
#[derive(Clone, Debug)]
pub struct GivenException {
    /// The account's id, as in its address.
    pub account: String,
    pub name: String,
    pub login: String,
    pub kind: ExceptionKind,
    pub until: Timestamp,
    pub reason: String,
    pub by: By,
}

/// A number's field: its name, what was typed, its label and hint, and what to do where it can't be taken.
struct NumberField<'a> {
    name: &'static str,
    number: &'a Number,
    label: Say,
    hint: Say,
    problem: Say,
}

impl Number {
    /// A number that can be taken.
    pub const fn new(typed: String) -> Self {
        Self { typed, bad: false }
    }
}

impl PolicyNumbers {
    /// Whether any can't be taken.
    pub fn any_bad(&self) -> bool {
        self.all().iter().any(|(_, number)| number.bad)
    }

    const fn all(&self) -> [(&'static str, &Number); 6] {
        [
            ("grace_days", &self.grace_days),
            ("remember_days", &self.remember_days),
            ("session_hours", &self.session_hours),
            ("idle_minutes", &self.idle_minutes),
            ("administration_minutes", &self.administration_minutes),
            ("shortest_password", &self.shortest_password),
        ]
    }
}

/// What the page says beside the choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyShows {
    /// The policy as it is.
    Present,
    /// It was just saved.
    Saved,
    /// Whom the choices would touch.
    Preview(Preview),
    /// Some choices can't be.
    Problems,
    /// Email codes can't be the only way without a mail server.
    OnlyEmailWithoutMail,
    /// A first code can't be mailed without a mail server.
    FirstEmailWithoutMail,
    /// No admin could sign in by their own means any more.
    LastAdmin,
    /// Somebody else changed the policy meanwhile.
    Stale,
}

impl PolicyPage {
    fn number(&self, name: &'static str) -> NumberField<'_> {
        let frame = &self.frame;
        let numbers = &self.numbers;
        let (number, label, hint, within) = match name {
            "grace_days" => (
                &numbers.grace_days,
                frame.say("policy-grace"),
                frame.say("policy-grace-what"),
                &(0..=MAX_GRACE_DAYS),
            ),
            "remember_days" => (
                &numbers.remember_days,
                frame.say("policy-remember"),
                frame.say("policy-remember-what"),
                &(0..=MAX_REMEMBER_DAYS),
            ),
            "session_hours" => (
                &numbers.session_hours,
                frame.say("policy-hours"),
                frame.say("policy-hours-what"),
                &LIFETIMES[0],
            ),
            "idle_minutes" => (
                &numbers.idle_minutes,
                frame.say("policy-idle"),
                frame.say("policy-idle-what"),
                &LIFETIMES[1],
            ),
            "administration_minutes" => (
                &numbers.administration_minutes,
                frame.say("policy-away"),
                frame.say("policy-away-what"),
                &LIFETIMES[2],
            ),
            _ => (
                &numbers.shortest_password,
                frame.say("policy-password"),
                frame.say("policy-password-what"),
                &SHORTEST_PASSWORD,
            ),
        };
        let (least, most) = (*within.start(), *within.end());
        let filled = |say: Say| say.with("least", least).with("most", most);
        NumberField {
            name,
            number,
            label,
            hint: filled(hint),
            problem: filled(frame.say("policy-number-problem")),
        }
    }

    /// The numbers that can't be taken.
    fn bad_numbers(&self) -> Vec<NumberField<'_>> {
        let bad = self.numbers.all().into_iter().filter(|(_, one)| one.bad);
        bad.map(|(name, _)| self.number(name)).collect()
    }

    fn exception(&self, given: &GivenException) -> Say {
        let say = match given.kind {
            ExceptionKind::Extension => self.frame.say("policy-exception-extension"),
            ExceptionKind::Exemption => self.frame.say("policy-exception-exemption"),
        };
        say.with("until", self.frame.full(&given.until))
    }

    fn by(&self, given: &GivenException) -> Say {
        given.by.say(self.frame.texts())
    }

    fn is_rule(&self, rule: Rule) -> bool {
        self.policy.rule == rule
    }

    fn rules(&self) -> [(Rule, Say, Say); 3] {
        let frame = &self.frame;
        [
            (
                Rule::Off,
                frame.say("policy-off"),
                frame.say("policy-off-what"),
            ),
            (
                Rule::Optional,
                frame.say("policy-optional"),
                frame.say("policy-optional-what"),
            ),
            (
                Rule::Required,
                frame.say("policy-required"),
                frame.say("policy-required-what"),
            ),
        ]
    }

    fn firsts(&self) -> [(&'static str, Say, Say); 4] {
        let frame = &self.frame;
        let default = if self.mail {
            frame.say("policy-first-default-mail")
        } else {
            frame.say("policy-first-default-nothing")
        };
        [
            ("default", frame.say("policy-first-default"), default),
            (
                "email",
                frame.say("policy-first-email"),
                frame.say("policy-first-email-what"),
            ),
            (
                "enrollment_code",
                frame.say("policy-first-code"),
                frame.say("policy-first-code-what"),
            ),
            (
                "nothing",
                frame.say("policy-first-nothing"),
                frame.say("policy-first-nothing-what"),
            ),
        ]
    }

    fn is_first(&self, word: &str) -> bool {
        self.policy
            .first_proof
            .map_or("default", FirstProof::as_str)
            == word
    }

    fn permits_app(&self) -> bool {
        !self.no_channel && self.policy.channels != Channels::Email
    }

    fn permits_email(&self) -> bool {
        !self.no_channel && self.policy.channels != Channels::App
    }

    fn problem(&self) -> Option<(Say, Say)> {
        let frame = &self.frame;
        Some(match self.shows {
            PolicyShows::Problems if self.no_channel => (
                frame.say("problems-heading"),
                frame.say("policy-no-channel"),
            ),
            PolicyShows::Problems => (
                frame.say("problems-heading"),
                frame.say("policy-numbers-problem"),
            ),
            PolicyShows::OnlyEmailWithoutMail => (
                frame.say("policy-no-mail"),
                frame.say("policy-only-email-next"),
            ),
            PolicyShows::FirstEmailWithoutMail => (
                frame.say("policy-no-mail"),
                frame.say("policy-first-email-next"),
            ),
            PolicyShows::LastAdmin => (
                frame.say("policy-last-admin"),
                frame.say("policy-last-admin-next"),
            ),
            PolicyShows::Stale => (frame.say("policy-stale"), frame.say("policy-stale-next")),
            PolicyShows::Present | PolicyShows::Saved | PolicyShows::Preview(_) => return None,
        })
    }
}
