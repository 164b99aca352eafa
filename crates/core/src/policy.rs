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

/// What one account must prove: the strictest of the organization's rule, the account's own flag and
/// its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// A second factor only if the account holds one.
    IfHeld,
    /// A second factor, always.
    SecondFactor,
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

impl Requirement {
    /// What follows for one account. A role above member needs a device, whatever the rule says.
    pub fn of(rule: Rule, asked_of_account: bool, role: Role) -> Self {
        if rule == Rule::Required || asked_of_account || role > Role::Member {
            Self::SecondFactor
        } else {
            Self::IfHeld
        }
    }

    /// The shortest password that goes with it, in code points (NIST SP 800-63B-4 §3.1.1.2).
    pub const fn shortest_password(self) -> usize {
        match self {
            Self::SecondFactor => password::MIN_WITH_SECOND_FACTOR,
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
                    let expect = if strict {
                        Requirement::SecondFactor
                    } else {
                        Requirement::IfHeld
                    };
                    assert_eq!(Requirement::of(rule, flag, role), expect);
                    assert_eq!(AskedBy::of(rule, flag, role).is_some(), strict);
                }
            }
        }
    }
}
