//! Invitations as sheets to print or to read out, one for each person. They are shown once, as the answer to
//! making them, because the codes in them are kept only as hashes.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::qr::{self, Svg};
use crate::texts::Say;

#[derive(Template, Clone)]
#[template(path = "admin/invitation_letter.html")]
pub struct InvitationLetters {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// Where a code is typed: the public address and `/invitation`.
    pub address: String,
    /// One for each person.
    pub letters: Vec<InvitationLetter>,
    /// How many people were changed in the same act.
    pub changed: u32,
}

/// One sheet.
#[derive(Clone)]
pub struct InvitationLetter {
    /// The invited person.
    pub name: String,
    /// `ann@acme`.
    pub login_name: String,
    /// The address of the page with the code, for the QR code.
    pub link: String,
    /// The one-time code, in groups as people type it.
    pub code: String,
    pub until: Timestamp,
}

impl InvitationLetters {
    fn title(&self) -> Say {
        match self.letters.as_slice() {
            [one] => self.frame.say("letter-title").with("name", &one.name),
            many => {
                let count = u32::try_from(many.len()).unwrap_or(u32::MAX);
                self.frame.say("letters-title").with("count", count)
            }
        }
    }

    fn changes(&self) -> bool {
        self.changed > 0
    }

    fn is_one(&self) -> bool {
        self.letters.len() == 1
    }

    fn qr(&self, letter: &InvitationLetter) -> Option<Svg> {
        let name = self.frame.say("letter-qr-name").with("name", &letter.name);
        qr::svg(&letter.link, &name)
    }
}
