//! An invitation: an offer to become an account, its own record until it is accepted.

use crate::credential::crockford;
use crate::time::Span;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// How long a printed invitation is good when nothing else is said.
pub const LIFE: Span = Span::days(14);
/// The longest a printed invitation may be good, in days.
pub const MAX_DAYS: i64 = 30;
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
