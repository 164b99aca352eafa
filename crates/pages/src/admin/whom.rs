//! Whom something is for: as forms ask it, and as lists tell it.

use crate::field::Field;
use crate::frame::Frame;

/// Whom something is for where that is not everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// The names of the groups.
    pub groups: Vec<String>,
    /// The login names of the people.
    pub people: Vec<String>,
}

impl Audience {
    pub(crate) fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.people.is_empty()
    }

    /// All of them in a line, the groups first.
    pub(crate) fn listed(&self, frame: &Frame) -> String {
        let group = |name: &String| frame.say("group-in-list").with("group", name).text();
        let groups = self.groups.iter().map(group);
        let all: Vec<String> = groups.chain(self.people.iter().cloned()).collect();
        all.join(", ")
    }
}

/// In a form. Posts `whom` (`everyone` or `named`), `group-ID` for each group that is ticked, and `people`.
#[derive(Clone, Debug)]
pub struct WhomField {
    pub everyone: bool,
    /// All groups that the organization has.
    pub groups: Vec<GroupChoice>,
    /// Login names, as they were typed.
    pub people: Field,
}

/// A group that can be ticked.
#[derive(Clone, Debug)]
pub struct GroupChoice {
    pub id: String,
    pub name: String,
    pub chosen: bool,
}
