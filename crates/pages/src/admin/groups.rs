//! `/admin/{organization}/groups`: groups of people, to whom applications and remote computers are given together.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// All of them.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/groups.html")]
pub struct Groups {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// Whether the reader may change them.
    pub may_change: bool,
    pub groups: Vec<ListedGroup>,
}

/// A group in the list.
#[derive(Clone, Debug)]
pub struct ListedGroup {
    pub id: String,
    pub name: String,
    /// How many people are in it.
    pub members: u64,
}

/// One group, and who is in it. Posts `account` to take somebody out.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/group.html")]
pub struct GroupPage {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub id: String,
    pub name: String,
    /// Whether the reader may change it.
    pub may_change: bool,
    /// How many people are in it.
    pub members: u64,
    /// What is given to it, by name.
    pub opens: Vec<String>,
    /// A page of those who are in it.
    pub people: Vec<GroupMember>,
    /// Where the next page is.
    pub next: Option<String>,
}

/// Somebody in it.
#[derive(Clone, Debug)]
pub struct GroupMember {
    pub account: String,
    pub name: String,
    /// `ann@acme`.
    pub login: String,
    /// Since when.
    pub joined_at: Timestamp,
}

/// Making a group, or renaming one. Posts `name` and, of one that exists, the `version` that was changed.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/group_form.html")]
pub struct GroupForm {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    /// Its id, its name as it is, and its version; none while it is made.
    pub one: Option<(String, String, i64)>,
    pub name: Field,
    pub refusal: Option<GroupRefusal>,
}

/// Putting people into one. Posts `people`.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/group_add.html")]
pub struct AddToGroup {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub id: String,
    pub name: String,
    /// Login names, as they were typed.
    pub people: Field,
    pub refusal: Option<GroupRefusal>,
}

/// Why nothing was done, where the field alone is not to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupRefusal {
    /// Nobody in the organization has this login name.
    Nobody(String),
    /// Somebody else changed it meanwhile.
    Stale,
    /// There are as many as there can be.
    Full,
    /// More people than are put in at once.
    TooMany { most: u32 },
}

impl GroupRefusal {
    fn say(&self, frame: &Frame) -> Say {
        match self {
            Self::Nobody(login) => frame.say("remote-nobody").with("login", login),
            Self::Stale => frame.say("remote-stale"),
            Self::Full => frame.say("remote-full"),
            Self::TooMany { most } => frame.say("group-too-many").with("most", *most),
        }
    }
}

impl GroupForm {
    fn is_refused(&self) -> bool {
        self.refusal.is_some() || self.name.problem.is_some()
    }

    fn address(&self) -> String {
        match &self.one {
            None => "new".to_owned(),
            Some((id, ..)) => format!("{id}/rename"),
        }
    }
}

impl AddToGroup {
    fn is_refused(&self) -> bool {
        self.refusal.is_some() || self.people.problem.is_some()
    }
}

/// The page before one is deleted.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/group_delete.html")]
pub struct DeleteGroup {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub id: String,
    pub name: String,
    /// What is given to it, by name.
    pub opens: Vec<String>,
}
