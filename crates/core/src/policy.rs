//! An organization's rules, and what they require of one account (product.md: Policy).

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::credential::password;
use crate::time::{Span, Timestamp};

/// What an organization says about a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// MFA is not offered; who has a device all the same is asked for it.
    Off,
    /// Members may set it up.
    Optional,
    /// Everybody must have a second factor.
    Required,
}

/// Which ways satisfy a second factor that is required (product.md: Words, "channel"). At least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channels {
    /// An authenticator app alone.
    App,
    /// Email codes alone; a member's own device is asked for all the same.
    Email,
    /// What the member chooses.
    Both,
}

/// What must be proved besides the password before a first set-up opens where a second factor is
/// required (product.md: First set-up when a policy is switched on).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstProof {
    /// A code mailed to the address on record.
    Email,
    /// A code from the help desk.
    EnrollmentCode,
    /// Nothing: whoever knows the password is first.
    Nothing,
}

/// All that an organization decides about signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// What it says about a second factor.
    pub rule: Rule,
    /// For how many days who has nothing set up may put it off, where the rule is `required`.
    #[serde(default)]
    pub grace_days: u32,
    /// Since when the rule is `required`, as far as days of grace count. It stays when the rule is loosened, so
    /// that the same rule made strict again gives no new days; [`Policy::in_force`] says when it moves.
    #[serde(default)]
    pub required_since: Option<Timestamp>,
    /// Which ways satisfy it.
    pub channels: Channels,
    /// What a first set-up asks for; `None` leaves it to whether there is a mail server.
    pub first_proof: Option<FirstProof>,
    /// For how many days a browser may be remembered; 0 is not at all.
    pub remember_days: u32,
    /// How long sessions live.
    #[serde(default)]
    pub lifetimes: Lifetimes,
    /// The shortest new password, in code points, where nothing asks for a longer one.
    #[serde(default = "shortest")]
    pub shortest_password: u32,
    /// Whether members may ask for their account to be deleted.
    pub deletion_requests: bool,
}

/// How long sessions live. The longest that can be said is what holds where nothing is said: NIST
/// SP 800-63B-4 §2.2.3 allows no more for two factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifetimes {
    /// However busy, in hours.
    pub hours: u32,
    /// Without a request, in minutes.
    pub idle_minutes: u32,
    /// Away from the administration, until a device is asked for again, in minutes.
    pub administration_minutes: u32,
}

/// Within what each of [`Lifetimes`] can be: hours, minutes without a request, minutes away.
pub const LIFETIMES: [RangeInclusive<u32>; 3] = [1..=24, 5..=60, 5..=15];
/// Within what the shortest password can be, in code points.
pub const SHORTEST_PASSWORD: RangeInclusive<u32> = shortest()..=64;

#[expect(clippy::cast_possible_truncation, reason = "a small number")]
const fn shortest() -> u32 {
    password::MIN_WITH_SECOND_FACTOR as u32
}

impl Default for Lifetimes {
    fn default() -> Self {
        Self::LONGEST
    }
}

impl Lifetimes {
    /// What holds where nothing is said.
    pub const LONGEST: Self = Self {
        hours: 24,
        idle_minutes: 60,
        administration_minutes: 15,
    };

    /// How long a session lives, however busy.
    pub const fn life(self) -> Span {
        Span::hours(self.hours as i64)
    }

    /// How long it lives without a request.
    pub const fn idle(self) -> Span {
        Span::minutes(self.idle_minutes as i64)
    }

    /// After how long away from the administration a device is asked for again.
    pub const fn away(self) -> Span {
        Span::minutes(self.administration_minutes as i64)
    }

    /// Whether each is within [`LIFETIMES`].
    pub fn are_possible(self) -> bool {
        let all = [self.hours, self.idle_minutes, self.administration_minutes];
        LIFETIMES
            .iter()
            .zip(&all)
            .all(|(within, one)| within.contains(one))
    }
}

/// The longest a browser may be remembered, in days.
pub const MAX_REMEMBER_DAYS: u32 = 30;
/// The longest that a set-up which is required may be put off, in days.
pub const MAX_GRACE_DAYS: u32 = 90;

/// Why a policy can't be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyRefused {
    /// Email codes would be the only channel, and there is no mail server to send them.
    OnlyEmailWithoutMail,
    /// A first set-up would wait for a mailed code, and there is no mail server to send it.
    FirstEmailWithoutMail,
    /// A browser would be remembered for more than [`MAX_REMEMBER_DAYS`].
    RememberTooLong,
    /// A set-up could be put off for more than [`MAX_GRACE_DAYS`].
    GraceTooLong,
    /// Sessions would live for shorter or longer than [`LIFETIMES`] allows.
    Lifetimes,
    /// The shortest password is not within [`SHORTEST_PASSWORD`].
    ShortestPassword,
    /// Nobody who administers the organization could sign in by their own means any more.
    LastAdmin,
}

/// What one account must prove: the strictest of the organization's rule, the account's own flag and
/// its role. In the order of their strictness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// A second factor only if the account holds one.
    IfHeld,
    /// The same until a time, since nothing is set up yet; from then on a second factor.
    Soon(Timestamp),
    /// A second factor, always, by one of the organization's channels.
    SecondFactor,
    /// A device, whatever the channels: so it is for every role above member.
    Device,
}

/// Which of the rules asks for a second factor, to be told to the person: the one that concerns the
/// most people, where several do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedBy {
    /// The organization asks everybody.
    Organization,
    /// The account's role asks for it.
    Role,
    /// It was required of this account alone.
    Account,
}

/// What one account can be given in place of the organization's rule, until a time and for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// More time to set up what is required.
    Extension,
    /// The rule does not count.
    Exemption,
}

impl ExceptionKind {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Extension => "extension",
            Self::Exemption => "exemption",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Extension, Self::Exemption]
            .into_iter()
            .find(|one| one.as_str() == text)
    }

    /// The longest that one can be given for, in days from the day on which it is given.
    pub const fn max_days(self) -> u32 {
        match self {
            Self::Extension => MAX_GRACE_DAYS,
            Self::Exemption => 365,
        }
    }
}

/// All that decides what is required of one account, from one read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and every combination exists"
)]
pub struct Case {
    /// What the organization decides.
    pub policy: Policy,
    /// Whether the account has a role above member.
    pub has_role: bool,
    /// Whether MFA is required of the account alone.
    pub asked_alone: bool,
    /// Since when the account exists. No suspension, edit or reset changes it.
    pub active_since: Timestamp,
    /// Until when the account may put off what is required, if it was given longer than the others.
    pub extended_until: Option<Timestamp>,
    /// Until when the organization's rule does not count for the account.
    pub exempt_until: Option<Timestamp>,
    /// Whether anything is set up.
    pub set_up: bool,
    /// Whether the help desk took away what was set up, so that its code opens the next set-up.
    pub needs_enrollment_code: bool,
}

/// What an account that has set up nothing owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// A second factor, now: required, and not set up.
    Now,
    /// A second factor from a time on: it can be put off until then.
    From(Timestamp),
}

/// One rule, and what it asks of an account by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The organization's rule.
    Organization(Rule, Requirement),
    /// The organization requires it of everybody, save of this account until a time.
    Exempt(Timestamp),
    /// It is required of the account alone.
    Account,
    /// The account has a role above member.
    Role,
}

impl Reason {
    /// What it asks for.
    pub const fn asks(self) -> Requirement {
        match self {
            Self::Organization(_, asks) => asks,
            Self::Exempt(_) => Requirement::IfHeld,
            Self::Account => Requirement::SecondFactor,
            Self::Role => Requirement::Device,
        }
    }
}

impl Case {
    /// A member who has just come to be.
    pub const fn new(policy: Policy, now: Timestamp) -> Self {
        Self {
            policy,
            has_role: false,
            asked_alone: false,
            active_since: now,
            extended_until: None,
            exempt_until: None,
            set_up: false,
            needs_enrollment_code: false,
        }
    }

    /// What must be proved: what the strictest of the rules asks for.
    pub fn requirement(&self, now: Timestamp) -> Requirement {
        let asked = self.reasons(now).map(Reason::asks);
        asked.max().unwrap_or(Requirement::IfHeld)
    }

    /// Every rule that says something of the account. A role above member needs a device and the account's own
    /// flag a second factor, whatever the organization's rule says.
    pub fn reasons(&self, now: Timestamp) -> impl Iterator<Item = Reason> {
        let organization = match (self.due(), self.exempt_until) {
            (Some(_), Some(until)) if self.is_exempt(now) => Reason::Exempt(until),
            (None, _) => Reason::Organization(self.policy.rule, Requirement::IfHeld),
            (Some(due), _) if now < due && self.may_put_off() => {
                Reason::Organization(Rule::Required, Requirement::Soon(due))
            }
            (Some(_), _) => Reason::Organization(Rule::Required, Requirement::SecondFactor),
        };
        let account = self.asked_alone.then_some(Reason::Account);
        let role = self.has_role.then_some(Reason::Role);
        [Some(organization), account, role].into_iter().flatten()
    }

    /// What the account owes, where something is or will be required of it and nothing is set up.
    pub fn owed(&self, now: Timestamp) -> Option<Owed> {
        match self.requirement(now) {
            _ if self.set_up => None,
            Requirement::IfHeld => None,
            Requirement::Soon(due) => Some(Owed::From(due)),
            Requirement::SecondFactor | Requirement::Device => Some(Owed::Now),
        }
    }

    /// Whether days of grace are for this account at all: they are for who has nothing set up, and had nothing
    /// that the help desk took away.
    pub const fn may_put_off(&self) -> bool {
        !self.set_up && !self.needs_enrollment_code
    }

    /// Which rule asks; none where the requirement is [`Requirement::IfHeld`].
    pub fn asked_by(&self, now: Timestamp) -> Option<AskedBy> {
        if self.policy.rule == Rule::Required && !self.is_exempt(now) {
            Some(AskedBy::Organization)
        } else if self.has_role {
            Some(AskedBy::Role)
        } else {
            self.asked_alone.then_some(AskedBy::Account)
        }
    }

    /// From when on the organization's rule binds who has nothing set up: the later of "required since" and
    /// "account active since", plus the days of grace, or what the account was given in their place if that
    /// is later. `None` where the rule requires nothing.
    pub fn due(&self) -> Option<Timestamp> {
        if self.policy.rule != Rule::Required {
            return None;
        }
        let required_since = self.policy.required_since.unwrap_or(Timestamp::EPOCH);
        let due = required_since.max(self.active_since) + self.policy.grace();
        Some(self.extended_until.map_or(due, |until| until.max(due)))
    }

    /// Whether the organization's rule does not count for the account now. Never with a role above member.
    pub fn is_exempt(&self, now: Timestamp) -> bool {
        !self.has_role && self.exempt_until.is_some_and(|until| now < until)
    }
}

impl Rule {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 3] = [Self::Required, Self::Optional, Self::Off];

    /// As stored, typed and configured.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Optional => "optional",
            Self::Required => "required",
        }
    }

    /// From what is stored or typed.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == text)
    }
}

impl Channels {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 3] = [Self::App, Self::Email, Self::Both];

    /// As stored and typed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Email => "email",
            Self::Both => "both",
        }
    }

    /// From what is stored or typed.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Whether email codes satisfy a requirement.
    pub const fn permits_email(self) -> bool {
        matches!(self, Self::Email | Self::Both)
    }
}

impl FirstProof {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 3] = [Self::Email, Self::EnrollmentCode, Self::Nothing];

    /// As stored and typed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::EnrollmentCode => "enrollment_code",
            Self::Nothing => "nothing",
        }
    }

    /// From what is stored or typed.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// What holds for one account: what the policy says or, where it says nothing, a mailed code if
    /// there is a mail server. Where a code can't be mailed, the help desk's stands in for it.
    pub fn of(said: Option<Self>, mail: bool, has_address: bool) -> Self {
        match said {
            None if !mail => Self::Nothing,
            None | Some(Self::Email) if mail && has_address => Self::Email,
            None | Some(Self::Email | Self::EnrollmentCode) => Self::EnrollmentCode,
            Some(Self::Nothing) => Self::Nothing,
        }
    }
}

impl Policy {
    /// What holds for a new organization with a rule.
    pub const fn new(rule: Rule) -> Self {
        Self {
            rule,
            grace_days: 0,
            required_since: None,
            channels: Channels::App,
            first_proof: None,
            remember_days: 0,
            lifetimes: Lifetimes::LONGEST,
            shortest_password: shortest(),
            deletion_requests: false,
        }
    }

    /// The shortest new password of an account, in code points: the longer of what goes with what is required of
    /// it and what the organization says. It binds at the next change; nobody's password ends by it.
    pub fn shortest_password(&self, requirement: Requirement) -> usize {
        let said = usize::try_from(self.shortest_password).unwrap_or(usize::MAX);
        requirement.shortest_password().max(said)
    }

    /// What holds from now on when somebody chooses this: days of grace count from now where the rule is
    /// `required` and nothing says since when. Whoever changes a policy starts from the one before, so that is
    /// the first time, or somebody says so.
    #[must_use]
    pub fn in_force(self, now: Timestamp) -> Self {
        let begins = self.rule == Rule::Required && self.required_since.is_none();
        Self {
            required_since: begins.then_some(now).or(self.required_since),
            ..self
        }
    }

    /// For how long who has nothing set up may put it off.
    pub const fn grace(&self) -> Span {
        Span::days(self.grace_days as i64)
    }

    /// What stands against it, where there is a mail server or none.
    pub fn refused(&self, mail: bool) -> Option<PolicyRefused> {
        if !mail && self.channels == Channels::Email {
            Some(PolicyRefused::OnlyEmailWithoutMail)
        } else if !mail && self.first_proof == Some(FirstProof::Email) {
            Some(PolicyRefused::FirstEmailWithoutMail)
        } else if self.grace_days > MAX_GRACE_DAYS {
            Some(PolicyRefused::GraceTooLong)
        } else if !self.lifetimes.are_possible() {
            Some(PolicyRefused::Lifetimes)
        } else if !SHORTEST_PASSWORD.contains(&self.shortest_password) {
            Some(PolicyRefused::ShortestPassword)
        } else {
            (self.remember_days > MAX_REMEMBER_DAYS).then_some(PolicyRefused::RememberTooLong)
        }
    }
}

impl Requirement {
    /// What will be required of an account that is made now, as a member.
    pub fn of_new(policy: Policy, now: Timestamp) -> Self {
        Case::new(policy, now).requirement(now)
    }

    /// Whether a second factor must be there, now or soon.
    pub const fn is_asked(self) -> bool {
        !matches!(self, Self::IfHeld)
    }

    /// Whether a second factor must be there now.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::SecondFactor | Self::Device)
    }

    /// The shortest password that goes with it, in code points (NIST SP 800-63B-4 §3.1.1.2).
    const fn shortest_password(self) -> usize {
        match self {
            Self::SecondFactor | Self::Device => password::MIN_WITH_SECOND_FACTOR,
            // Until the time comes, the password stands alone.
            Self::IfHeld | Self::Soon(_) => password::MIN_ALONE,
        }
    }
}

#[cfg(test)]
#[path = "policy_tests.rs"]
mod tests;
