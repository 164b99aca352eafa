//! An organization's rules, and what they require of one account (product.md: Policy).

use serde::{Deserialize, Serialize};

use crate::credential::password;
use crate::role::Role;

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
    /// Which ways satisfy it.
    pub channels: Channels,
    /// What a first set-up asks for; `None` leaves it to whether there is a mail server.
    pub first_proof: Option<FirstProof>,
    /// For how many days a browser may be remembered; 0 is not at all.
    pub remember_days: u32,
    /// Whether members may ask for their account to be deleted.
    pub deletion_requests: bool,
}

/// The longest a browser may be remembered, in days.
pub const MAX_REMEMBER_DAYS: u32 = 30;

/// Why a policy can't be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyRefused {
    /// Email codes would be the only channel, and there is no mail server to send them.
    OnlyEmailWithoutMail,
    /// A first set-up would wait for a mailed code, and there is no mail server to send it.
    FirstEmailWithoutMail,
    /// A browser would be remembered for more than [`MAX_REMEMBER_DAYS`].
    RememberTooLong,
}

/// What one account must prove: the strictest of the organization's rule, the account's own flag and
/// its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// A second factor only if the account holds one.
    IfHeld,
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

impl AskedBy {
    /// Who asks; nobody where the requirement is [`Requirement::IfHeld`].
    pub fn of(rule: Rule, asked_of_account: bool, role: Role) -> Option<Self> {
        if rule == Rule::Required {
            Some(Self::Organization)
        } else if role > Role::Member {
            Some(Self::Role)
        } else {
            asked_of_account.then_some(Self::Account)
        }
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
            channels: Channels::App,
            first_proof: None,
            remember_days: 0,
            deletion_requests: false,
        }
    }

    /// What stands against it, where there is a mail server or none.
    pub fn refused(&self, mail: bool) -> Option<PolicyRefused> {
        if !mail && self.channels == Channels::Email {
            Some(PolicyRefused::OnlyEmailWithoutMail)
        } else if !mail && self.first_proof == Some(FirstProof::Email) {
            Some(PolicyRefused::FirstEmailWithoutMail)
        } else {
            (self.remember_days > MAX_REMEMBER_DAYS).then_some(PolicyRefused::RememberTooLong)
        }
    }
}

impl Requirement {
    /// What follows for one account. A role above member needs a device, whatever the rule says.
    pub fn of(rule: Rule, asked_of_account: bool, role: Role) -> Self {
        if role > Role::Member {
            Self::Device
        } else if rule == Rule::Required || asked_of_account {
            Self::SecondFactor
        } else {
            Self::IfHeld
        }
    }

    /// Whether a second factor must be there.
    pub const fn is_required(self) -> bool {
        !matches!(self, Self::IfHeld)
    }

    /// The shortest password that goes with it, in code points (NIST SP 800-63B-4 §3.1.1.2).
    pub const fn shortest_password(self) -> usize {
        match self {
            Self::SecondFactor | Self::Device => password::MIN_WITH_SECOND_FACTOR,
            Self::IfHeld => password::MIN_ALONE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strictest_rule_wins() {
        for rule in Rule::ALL {
            for flag in [false, true] {
                for role in Role::ALL {
                    let strict = rule == Rule::Required || flag || role != Role::Member;
                    let expect = match (strict, role) {
                        (false, _) => Requirement::IfHeld,
                        (true, Role::Member) => Requirement::SecondFactor,
                        (true, _) => Requirement::Device,
                    };
                    assert_eq!(Requirement::of(rule, flag, role), expect);
                    assert_eq!(AskedBy::of(rule, flag, role).is_some(), strict);
                }
            }
        }
    }

    #[test]
    fn a_policy_that_waits_for_mail_needs_a_mail_server() {
        let policy = Policy::new(Rule::Required);
        let by_email = Policy {
            channels: Channels::Email,
            ..policy
        };
        let first = Policy {
            first_proof: Some(FirstProof::Email),
            ..policy
        };
        let long = Policy {
            remember_days: 31,
            ..policy
        };
        let check = |policy: Policy, mail: bool| policy.refused(mail);
        assert_eq!(
            check(by_email, false),
            Some(PolicyRefused::OnlyEmailWithoutMail)
        );
        assert_eq!(
            check(first, false),
            Some(PolicyRefused::FirstEmailWithoutMail)
        );
        assert_eq!(check(long, true), Some(PolicyRefused::RememberTooLong));
        for good in [by_email, first, policy] {
            assert_eq!(check(good, true), None);
        }
    }
}
