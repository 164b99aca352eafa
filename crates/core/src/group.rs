//! Groups of an organization's people: what is given to a group is given to everybody in it, for as long as they
//! are in it.

use crate::name::{NotAcceptable, line};

/// The longest name of a group, in characters.
pub const MAX_NAME: usize = 64;
/// The most groups of an organization: all of them stand beside each other where one is chosen.
pub const MAX_GROUPS: usize = 100;
/// The most people who are put into a group at once.
pub const MAX_AT_ONCE: usize = 200;

/// The name of a group, one in its organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    /// Parses what was typed.
    pub fn parse(text: &str) -> Result<Self, NotAcceptable> {
        line(text, MAX_NAME).map(Self)
    }

    /// The name as shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
