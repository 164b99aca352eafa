//! `/account/data`: what is stored about the member, to take along or to have deleted.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;

/// Posts nothing but itself to `/account/data`, or to `/account/deletion/withdraw`.
#[derive(Template, Clone, Debug)]
#[template(path = "personal_data.html")]
pub struct PersonalData {
    pub frame: Frame,
    pub member: Member,
    /// The organization's name.
    pub organization: String,
    pub deletion: Deletion,
}

/// Posts nothing but itself to `/account/deletion`.
#[derive(Template, Clone, Debug)]
#[template(path = "ask_deletion.html")]
pub struct AskDeletion {
    pub frame: Frame,
    /// The organization's name.
    pub organization: String,
}

/// How a request for deletion stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// The organization takes none.
    NotOffered,
    /// It can be made.
    Offered,
    /// It was made then.
    Asked(Timestamp),
}
