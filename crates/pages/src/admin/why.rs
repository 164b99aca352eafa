//! `/admin/{organization}/access/{account}/why`: what is asked of one person, and which rule asks for it.

use askama::Template;
use portcullis_core::account::State;
use portcullis_core::policy::{Case, FirstProof, Reason, Requirement, Rule};
use portcullis_core::sign_in::{Challenge, Missing, Step};
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "admin/why.html")]
pub struct WhyPage {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The account's id, as in its address.
    pub id: String,
    pub name: String,
    pub why: Why,
}

/// All that is to be told: facts, and what the rules make of them.
#[derive(Clone, Copy, Debug)]
pub struct Why {
    pub case: Case,
    pub state: State,
    /// Where the password alone leads.
    pub step: Step,
    pub now: Timestamp,
}

impl Why {
    /// What happens at the next sign-in.
    pub fn next(&self, frame: &Frame) -> Say {
        let until = match self.case.requirement(self.now) {
            Requirement::Soon(due) => Some(due),
            _ => None,
        };
        match (self.step, until) {
            _ if self.state == State::Suspended => frame.say("why-suspended"),
            (Step::Enroll(Missing::Way), Some(until)) => {
                let until = frame.full(&until);
                frame.say("why-offered").with("until", until)
            }
            (Step::Enroll(Missing::Way | Missing::Device), _) => frame.say("why-set-up"),
            (Step::Ask(Challenge::First(FirstProof::Email)), _) => frame.say("why-first-email"),
            (Step::Ask(Challenge::First(_)), _) => frame.say("why-first-code"),
            (Step::Ask(_), _) => frame.say("why-second-step"),
            (Step::Refused(_), _) => frame.say("why-frozen"),
            (Step::Enroll(_) | Step::Done(_), _) => frame.say("why-password"),
        }
    }

    /// Each rule that says something of the account, in words; the strictest counts.
    pub fn reasons(&self, frame: &Frame) -> Vec<Say> {
        let say = |reason| match reason {
            Reason::Organization(Rule::Off, _) => frame.say("why-rule-off"),
            Reason::Organization(Rule::Optional, _) => frame.say("why-rule-optional"),
            Reason::Organization(Rule::Required, Requirement::Soon(due)) => {
                frame.say("why-rule-soon").with("due", frame.full(&due))
            }
            Reason::Organization(Rule::Required, _) => frame.say("why-rule-required"),
            Reason::Exempt(until) => frame.say("why-exempt").with("until", frame.full(&until)),
            Reason::Account => frame.say("why-account"),
            Reason::Role => frame.say("why-role"),
        };
        self.case.reasons(self.now).map(say).collect()
    }

    /// What else plays a part.
    pub fn facts(&self, frame: &Frame) -> Vec<Say> {
        let case = &self.case;
        let mut facts = Vec::new();
        if let (Rule::Required, Some(since)) = (case.policy.rule, case.policy.required_since) {
            let since = frame.full(&since);
            facts.push(frame.say("why-since").with("since", since));
        }
        if case.policy.rule == Rule::Required && case.policy.grace_days > 0 {
            let say = frame.say("why-grace").with("days", case.policy.grace_days);
            facts.push(say.with("from", frame.full(&case.active_since)));
        }
        if let Some(until) = case.extended_until.filter(|until| *until > self.now) {
            let until = frame.full(&until);
            facts.push(frame.say("why-extended").with("until", until));
        }
        if case.needs_enrollment_code {
            facts.push(frame.say("why-deleted"));
        } else if case.set_up {
            facts.push(frame.say("why-has"));
        } else {
            facts.push(frame.say("why-has-nothing"));
        }
        facts
    }
}
