//! `/admin/{organization}/access/invite`: inviting one person.

use askama::Template;

use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// Posts `name`, `login_name`, `email` and `days`, and `by` with the button that was pressed: `mail` or `paper`.
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
    /// May be empty on paper.
    pub email: Field,
    /// For how many days a letter is good.
    pub days: Field,
    pub most_days: u32,
    /// Whether the portal can send mail.
    pub by_mail: bool,
}

impl Invite {
    fn explanation(&self) -> Say {
        if self.by_mail {
            self.frame.say("invite-explanation-mail")
        } else {
            self.frame.say("invite-explanation")
        }
    }

    fn email_hint(&self) -> Say {
        if self.by_mail {
            self.frame.say("invite-email-hint-mail")
        } else {
            self.frame.say("invite-email-hint")
        }
    }

    fn days_hint(&self) -> Say {
        let said = if self.by_mail {
            self.frame.say("many-days-hint")
        } else {
            self.frame.say("invite-days-hint")
        };
        said.with("most", self.most_days)
    }

    fn is_refused(&self) -> bool {
        [&self.name, &self.login_name, &self.email, &self.days]
            .iter()
            .any(|field| field.problem.is_some())
    }
}
