//! One-time links in mails: 256 bits of chance, good for one purpose and a while (security.md RE-3).

use crate::time::Span;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Choosing a new password.
    Reset,
    /// Proving that an address is the account's, or making it so.
    Address,
    /// "This wasn't me": freezing the account.
    NotMe,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Reset, Self::Address, Self::NotMe];

    /// How long a link is good.
    pub const fn life(self) -> Span {
        match self {
            Self::Reset => Span::minutes(30),
            Self::Address => Span::hours(24),
            Self::NotMe => Span::days(7),
        }
    }

    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Address => "address",
            Self::NotMe => "not_me",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}
