//! A code of the help desk as a sheet to print and hand over. It is shown once, as the answer to issuing it, because
//! it is kept only as a hash.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

#[derive(Template, Clone)]
#[template(path = "admin/help_letter.html")]
pub struct HelpLetter {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The account's id, as in its address.
    pub id: String,
    /// Whose account.
    pub name: String,
    /// `ann@acme`.
    pub login_name: String,
    /// Whether it opens a new password and not the first set-up.
    pub reset: bool,
    /// Where it begins: the public address and the page of the sign-in or of the code.
    pub address: String,
    /// In groups, as it is typed.
    pub code: String,
    pub until: Timestamp,
    /// The account was given the other code too.
    pub both: bool,
}

impl HelpLetter {
    fn title(&self) -> Say {
        let said = if self.reset {
            self.frame.say("help-code-reset")
        } else {
            self.frame.say("help-code-enrollment")
        };
        said.with("name", &self.name)
    }

    fn why(&self) -> Say {
        let said = if self.reset {
            self.frame.say("help-letter-reset-why")
        } else {
            self.frame.say("help-letter-enrollment-why")
        };
        said.with("organization", &self.frame.place.name)
    }
}
