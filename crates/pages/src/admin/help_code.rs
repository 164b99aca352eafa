//! A code that the help desk reads out. It is shown once, as the answer to issuing it, because it is kept
//! only as a hash.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

#[derive(Template, Clone)]
#[template(path = "admin/help_code.html")]
pub struct HelpCode {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The account's id, as in its address.
    pub id: String,
    /// Whose account.
    pub name: String,
    /// Whether it opens a new password and not the first set-up.
    pub reset: bool,
    /// In groups, as it is read out.
    pub code: String,
    pub until: Timestamp,
    /// The account was given the other code within a day.
    pub both: bool,
}

impl HelpCode {
    fn title(&self) -> Say {
        if self.reset {
            self.frame.say("help-code-reset").with("name", &self.name)
        } else {
            self.frame
                .say("help-code-enrollment")
                .with("name", &self.name)
        }
    }

    fn next(&self) -> Say {
        if self.reset {
            self.frame
                .say("help-code-reset-next")
                .with("name", &self.name)
        } else {
            self.frame
                .say("help-code-enrollment-next")
                .with("name", &self.name)
        }
    }
}
