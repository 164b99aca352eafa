//! The invitation as a sheet to print or to read out. It is shown once, as the answer to making
//! it, because the code in it is kept only as a hash.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::qr::{self, Svg};

#[derive(Template, Clone)]
#[template(path = "admin/invitation_letter.html")]
pub struct InvitationLetter {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// The invited person.
    pub name: String,
    /// `ann@acme`.
    pub login_name: String,
    /// Where the code is typed: the public address and `/invitation`.
    pub address: String,
    /// The same with the code, for the QR code.
    pub link: String,
    /// The one-time code, in groups as people type it.
    pub code: String,
    pub until: Timestamp,
}

impl InvitationLetter {
    fn qr(&self) -> Option<Svg> {
        qr::svg(
            &self.link,
            &self.frame.say("letter-qr-name").with("name", &self.name),
        )
    }
}
