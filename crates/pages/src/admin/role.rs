//! `/admin/{organization}/access/{account}/role`: giving somebody a role in place of the one they have.

use askama::Template;
use portcullis_core::time::Timestamp;

use super::access::Role;
use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;

/// Posts `role`, `until`, a day or nothing, and `seen`.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/role.html")]
pub struct GiveRole {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The account's id, as in its address.
    pub id: String,
    /// Whose account.
    pub name: String,
    /// The one that is chosen.
    pub role: Role,
    /// Those that the reader may give, by rank.
    pub choices: Vec<Role>,
    /// The last day, as `2026-11-22`.
    pub until: Field,
    /// The role that the person has now, and until when.
    pub seen: String,
    pub refusal: Option<RoleRefusal>,
}

/// Why somebody keeps the role they have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleRefusal {
    /// Nobody else administers the organization without an end.
    LastAdmin,
    /// Nobody else owns the instance.
    LastOwner,
    /// It is the reader's own role, which ends then.
    EndsWithYours(Timestamp),
    /// Somebody else has changed it since it was looked at.
    Stale,
}
