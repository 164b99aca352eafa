//! Codes from the help desk (product.md: Reset without a hole): one opens the first set-up, one a new
//! password. Spoken they have 40 bits and an hour, on a letter 80 bits and up to 14 days; each has five
//! tries. Both together open an account, so they need two agents, or an admin: within a day, and for as long as what
//! the first one opened stays open.

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::crockford;
use crate::audit::Who;
use crate::role::{Actor, Role};
use crate::time::{Span, Timestamp};

/// Wrong tries after which a code is closed.
pub const TRIES: u32 = 5;
/// How long a spoken code is good.
pub const SPOKEN_LIFE: Span = Span::hours(1);
/// For how many days a code on a letter is good at most, and where nothing is said.
pub const LETTER_DAYS: u32 = 14;
/// Within this the two kinds for one account need two agents, or an admin, whatever became of the first.
pub const APART: Span = Span::days(1);

/// What a code opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpKind {
    /// The first set-up.
    Enrollment,
    /// A new password.
    Reset,
}

impl HelpKind {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Enrollment, Self::Reset];
}

/// A code, typed or newly made.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub enum HelpCode {
    /// Told on the phone.
    Spoken([u8; 5]),
    /// Printed.
    Letter([u8; 10]),
}

/// A code that was issued for an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// What it opens.
    pub kind: HelpKind,
    /// By whom.
    pub by: Who,
    /// When.
    pub at: Timestamp,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a code that was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It can be used.
    Open,
    /// It was used.
    Used,
    /// Its time or its tries are over.
    Over,
}

/// The same agent gave the other code, and what it opened may still be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("another agent or an admin must give the second of the two codes")]
pub struct NeedsAnother;

impl HelpKind {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enrollment => "enrollment",
            Self::Reset => "reset",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Enrollment, Self::Reset]
            .into_iter()
            .find(|one| one.as_str() == text)
    }
}

impl HelpCode {
    /// Reads what was typed; case, spaces, dashes and look-alikes are forgiven.
    pub fn parse(typed: &str) -> Option<Self> {
        crockford::decode(typed)
            .map(Self::Letter)
            .or_else(|| crockford::decode(typed).map(Self::Spoken))
    }

    /// As told or printed, `7KQM-4XPD`.
    pub fn shown(&self) -> String {
        crockford::encode(self.as_bytes())
    }

    /// The bytes, to be hashed with a key.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Spoken(bytes) => bytes,
            Self::Letter(bytes) => bytes,
        }
    }
}

/// Decides whether an actor with a role may issue a code of a kind, after what was issued for the account;
/// says whether it stands together with one of the other kind. That stands with it for [`APART`], for as long as it
/// can be used, and once used until the account holds a second factor: a password or a set-up that it opened stays.
/// The operator at the command line may, as an admin may; that both were given is said, and stands in the log.
pub fn may_issue(
    (actor, role): (&Actor, Role),
    kind: HelpKind,
    (issued, holds_factor): (&[Issued], bool),
    now: Timestamp,
) -> Result<bool, NeedsAnother> {
    let who = Who::from(actor);
    let lasts = |one: &Issued| match one.fate {
        Fate::Open => true,
        Fate::Used => !holds_factor,
        Fate::Over => false,
    };
    let other = |one: &&Issued| one.kind != kind && (one.at > now - APART || lasts(one));
    let others: Vec<&Issued> = issued.iter().filter(other).collect();
    let above = match actor {
        Actor::Operator(_) | Actor::System => true,
        Actor::Person { .. } => role >= Role::Admin,
        Actor::Nobody => false,
    };
    if !above && others.iter().any(|one| one.by == who) {
        return Err(NeedsAnother);
    }
    Ok(!others.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AccountId, OrganizationId};

    #[test]
    fn a_typed_code_is_read_by_its_length() {
        let spoken = HelpCode::Spoken([1, 2, 3, 4, 5]);
        let letter = HelpCode::Letter([9; 10]);
        for code in [&spoken, &letter] {
            let read = HelpCode::parse(&code.shown().to_lowercase()).unwrap();
            assert_eq!(read.as_bytes(), code.as_bytes());
        }
        assert_eq!(spoken.shown().len(), 9);
        for typed in ["", "123456", "ABCD-EFG", "ABCD-EFGH-JKMN", "ABCD-EFG!"] {
            assert!(HelpCode::parse(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn both_codes_need_another_agent_or_an_admin_while_the_first_lasts() {
        let now = Timestamp::from_millis(100 * 86_400_000);
        let person = |n: u8| Actor::Person {
            account: AccountId::from_bytes([n; 16]),
            organization: OrganizationId::from_bytes([7; 16]),
            grants: Vec::new(),
        };
        let check = |actor: (&Actor, Role), kind: HelpKind, (ago, fate), holds_factor: bool| {
            let issued = [Issued {
                kind: HelpKind::Reset,
                by: Who::from(&person(1)),
                at: now - ago,
                fate,
            }];
            may_issue(actor, kind, (&issued, holds_factor), now)
        };
        let (enrollment, hour) = (HelpKind::Enrollment, Span::hours(1));
        let (same, other, operator) = (person(1), person(2), Actor::Operator("o@h".into()));
        let agent = Role::Helpdesk;
        let fates = [Fate::Open, Fate::Used, Fate::Over];
        for fate in fates {
            let now = (hour, fate);
            for holds in [true, false] {
                assert_eq!(
                    check((&same, agent), enrollment, now, holds),
                    Err(NeedsAnother)
                );
                assert_eq!(
                    check((&same, agent), HelpKind::Reset, now, holds),
                    Ok(false)
                );
                assert_eq!(
                    check((&same, Role::Admin), enrollment, now, holds),
                    Ok(true)
                );
                assert_eq!(check((&other, agent), enrollment, now, holds), Ok(true));
                let by_operator = check((&operator, Role::Member), enrollment, now, holds);
                assert_eq!(by_operator, Ok(true));
            }
        }
        // Later than a day: an open one lasts, a used one until there is a factor, what is over does not.
        let later = fates.map(|fate| {
            [true, false]
                .map(|holds| check((&same, agent), enrollment, (Span::hours(25), fate), holds))
        });
        let (may, not) = (Ok(false), Err(NeedsAnother));
        assert_eq!(later, [[not, not], [may, not], [may, may]]);
    }
}
