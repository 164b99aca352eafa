//! An invitation: an offer to become an account, its own record until it is accepted.

use crate::credential::crockford;
use crate::time::Span;
use crate::token::Token;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// How many days a printed invitation is good when nothing else is said.
pub const DAYS: i64 = 14;
/// The longest a printed invitation may be good, in days.
pub const MAX_DAYS: i64 = 30;
/// How long a mailed invitation is good (security.md EN-7).
pub const MAILED_LIFE: Span = Span::hours(72);
/// How long after a mail another one may be sent.
pub const SEND_AGAIN_AFTER: Span = Span::minutes(1);
/// How long the link is good that makes the first organization.
pub const SETUP_LIFE: Span = Span::hours(1);

/// The code on a printed invitation: 80 bits, since people type it (product.md: Reset without a
/// hole, "for a letter 80 bits"). Stored keyed, because 80 bits alone are few for a plain hash.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct InvitationCode([u8; 10]);

impl InvitationCode {
    /// From ten random bytes.
    pub const fn new(bytes: [u8; 10]) -> Self {
        Self(bytes)
    }

    /// Reads what was typed or stands in the link.
    pub fn parse(typed: &str) -> Option<Self> {
        crockford::decode(typed).map(Self)
    }

    /// As printed, `7KQM-4XPD-H2WN-9TRC`.
    pub fn shown(&self) -> String {
        crockford::encode(&self.0)
    }

    /// The bytes, to be hashed with a key.
    pub const fn as_bytes(&self) -> &[u8; 10] {
        &self.0
    }
}

/// What opens an invitation: each kind of invitation is opened by its own.
#[derive(Clone)]
pub enum InvitationKey {
    /// The code on a sheet of paper.
    Code(InvitationCode),
    /// The token of a mailed link. Whoever has it reads the mail of the invited address.
    Token(Token),
}

impl InvitationKey {
    /// Reads the last part of a link's address.
    pub fn parse(text: &str) -> Option<Self> {
        let token = Token::parse(text).map(Self::Token);
        token.or_else(|| InvitationCode::parse(text).map(Self::Code))
    }

    /// As it stands in a link's address.
    pub fn shown(&self) -> String {
        match self {
            Self::Code(code) => code.shown(),
            Self::Token(token) => token.text().reveal().clone(),
        }
    }
}
