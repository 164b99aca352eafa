//! `/admin/{organization}/access/{account}/edit`: what is on record about somebody, changed by an administrator.

use askama::Template;

use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// Posts `name`, `login_name`, `email` and `seen`.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/edit_person.html")]
pub struct EditPerson {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The account's id, as in its address.
    pub id: String,
    /// Whose account.
    pub whose: String,
    pub name: Field,
    /// The part before the `@`.
    pub login_name: Field,
    /// May be empty.
    pub email: Field,
    /// Whether an address given here signs in at once.
    pub vouches: bool,
    /// What stands for what is on record now.
    pub seen: String,
    /// Whether somebody else has changed it since it was looked at.
    pub stale: bool,
}

impl EditPerson {
    fn email_hint(&self) -> Say {
        if self.vouches {
            self.frame.say("edit-person-email-vouched")
        } else {
            self.frame.say("edit-person-email-unproved")
        }
    }

    fn is_refused(&self) -> bool {
        [&self.name, &self.login_name, &self.email]
            .iter()
            .any(|field| field.problem.is_some())
    }
}
