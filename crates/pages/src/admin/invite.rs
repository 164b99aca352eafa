//! `/admin/{organization}/access/invite`: inviting one person.

use askama::Template;

use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;

/// Posts `name`, `login_name` and `email`.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/invite.html")]
pub struct Invite {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    pub name: Field,
    /// The part before the `@`.
    pub login_name: Field,
    /// May be empty.
    pub email: Field,
}

impl Invite {
    fn is_refused(&self) -> bool {
        [&self.name, &self.login_name, &self.email]
            .iter()
            .any(|field| field.problem.is_some())
    }
}
