//! `/admin/{organization}/policy`: what the organization decides about signing in, and whom a change
//! would touch.

use askama::Template;
use portcullis_core::policy::{Channels, FirstProof, Policy, Rule};
use portcullis_core::preview::Preview;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// Posts `rule`, `app` and `email`, `first_proof`, `remember_days`, `deletion_requests` and the `version` that
/// was changed; the same by GET, without `version`, shows what that would change.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/policy.html")]
pub struct PolicyPage {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The choices, as they are or as they were made on this page.
    pub policy: Policy,
    /// How often the policy was changed.
    pub version: i64,
    /// Whether the portal can send mail.
    pub mail: bool,
    /// Whether the reader may save it.
    pub may_save: bool,
    pub shows: PolicyShows,
    /// How many days were typed, and whether they can't be taken.
    pub remember_days: (String, bool),
    /// No way was ticked, so none can be saved.
    pub no_channel: bool,
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
    /// Somebody else changed the policy meanwhile.
    Stale,
}

impl PolicyPage {
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
                frame.say("policy-days-problem"),
            ),
            PolicyShows::OnlyEmailWithoutMail => (
                frame.say("policy-no-mail"),
                frame.say("policy-only-email-next"),
            ),
            PolicyShows::FirstEmailWithoutMail => (
                frame.say("policy-no-mail"),
                frame.say("policy-first-email-next"),
            ),
            PolicyShows::Stale => (frame.say("policy-stale"), frame.say("policy-stale-next")),
            PolicyShows::Present | PolicyShows::Saved | PolicyShows::Preview(_) => return None,
        })
    }
}
