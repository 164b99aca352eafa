//! `/admin/{organization}/access/from-elsewhere`: who has a role here from another organization, giving one, and taking
//! one away.

use askama::Template;
use portcullis_core::time::Timestamp;

use super::access::Role;
use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;

/// All of them.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/outsiders.html")]
pub struct Outsiders {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// Whether the reader may give one.
    pub may_lend: bool,
    /// Whether the reader may take one away.
    pub may_take: bool,
    pub outsiders: Vec<Outsider>,
}

/// Somebody with a role here.
#[derive(Clone, Debug)]
pub struct Outsider {
    /// The role's id, as in its address.
    pub id: String,
    pub name: String,
    /// `tess@provider`.
    pub login: String,
    /// The name of the own organization.
    pub organization: String,
    /// Whether neither the account nor the organization is suspended.
    pub signs_in: bool,
    pub role: Role,
    pub until: Option<Timestamp>,
}

/// Giving one, in place of any that the person has here. Posts `login`, `role` and `until`, a day or nothing.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/lend_role.html")]
pub struct LendRole {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub login: Field,
    /// The one that is chosen.
    pub role: Role,
    /// The last day, as `2026-11-22`.
    pub until: Field,
}

/// Whether it is meant to take one away.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/take_role.html")]
pub struct TakeRole {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub outsider: Outsider,
}

impl LendRole {
    fn choices() -> [Role; 3] {
        [Role::Auditor, Role::HelpDesk, Role::Admin]
    }

    fn is_refused(&self) -> bool {
        self.login.problem.is_some() || self.until.problem.is_some()
    }
}
