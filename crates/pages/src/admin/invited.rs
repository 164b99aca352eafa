//! `/admin/{organization}/access/invitation/{id}`: one open invitation, to be sent again or taken back.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;

/// Posts to its own address with `/send-again` or `/revoke` behind it.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/invited.html")]
pub struct Invited {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// Its id, as in its address.
    pub id: String,
    pub name: String,
    /// `ann@acme`.
    pub login_name: String,
    pub email: Option<String>,
    /// When its link was mailed last; `None` on paper.
    pub mailed_at: Option<Timestamp>,
    pub until: Timestamp,
    /// Whether the reader may send it again and take it back.
    pub may_invite: bool,
    /// Whether the portal can send mail.
    pub by_mail: bool,
    /// Whether it was to be sent again less than a minute after the last mail.
    pub too_soon: bool,
}
