//! Codes from the help desk (product.md: Reset without a hole): one opens the first set-up, one a new
//! password. Spoken they have 40 bits and an hour, on a letter 80 bits and up to 14 days; each has five
//! tries. Both together open an account, so within a day, or while one of them is open, they need two agents, or
//! an admin.

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
/// Within this the two kinds for one account need two agents, or an admin.
pub const APART: Span = Span::days(1);

/// What a code opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpKind {
    /// The first set-up.
    Enrollment,
    /// A new password.
    Reset,
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
    /// Until when it opens something; `None` once it was used.
    pub open_until: Option<Timestamp>,
}

/// The same agent gave the other code within a day, or on a letter that is still good.
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
/// says whether it stands together with one of the other kind. The operator at the command line may, as an
/// admin may; that both were given is said, and stands in the log.
pub fn may_issue(
    (actor, role): (&Actor, Role),
    kind: HelpKind,
    issued: &[Issued],
    now: Timestamp,
) -> Result<bool, NeedsAnother> {
    let who = Who::from(actor);
    let stands = |one: &Issued| one.at > now - APART || one.open_until > Some(now);
    let other = |one: &&Issued| one.kind != kind && stands(one);
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
    fn both_codes_within_a_day_need_another_agent_or_an_admin() {
        let now = Timestamp::from_millis(100 * 86_400_000);
        let person = |n: u8| Actor::Person {
            account: AccountId::from_bytes([n; 16]),
            organization: OrganizationId::from_bytes([7; 16]),
            grants: Vec::new(),
        };
        let check_of = |actor: (&Actor, Role), kind: HelpKind, ago: Span, open: bool| {
            let issued = [Issued {
                kind: HelpKind::Reset,
                by: Who::from(&person(1)),
                at: now - ago,
                open_until: Some(now - ago + Span::days(14)).filter(|_| open),
            }];
            may_issue(actor, kind, &issued, now)
        };
        let check = |actor, kind, ago| check_of(actor, kind, ago, false);
        let (enrollment, hour) = (HelpKind::Enrollment, Span::hours(1));
        let (same, other, operator) = (person(1), person(2), Actor::Operator("o@h".into()));
        let agent = Role::Helpdesk;
        assert_eq!(check((&same, agent), enrollment, hour), Err(NeedsAnother));
        assert_eq!(
            check((&same, agent), enrollment, Span::hours(25)),
            Ok(false)
        );
        // A letter outlives the day.
        let with_letter = |days| check_of((&same, agent), enrollment, Span::days(days), true);
        assert_eq!(with_letter(13), Err(NeedsAnother));
        assert_eq!(with_letter(14), Ok(false));
        assert_eq!(check((&same, agent), HelpKind::Reset, hour), Ok(false));
        assert_eq!(check((&same, Role::Admin), enrollment, hour), Ok(true));
        assert_eq!(check((&other, agent), enrollment, hour), Ok(true));
        assert_eq!(check((&operator, Role::Member), enrollment, hour), Ok(true));
    }
}
