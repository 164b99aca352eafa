//! "This wasn't me", from the link of a notice.

use askama::Template;

use crate::frame::Frame;

/// Says what will happen. Posts nothing but itself to `/not-me/{token}`.
#[derive(Template, Clone, Debug)]
#[template(path = "not_me.html")]
pub struct NotMe {
    pub frame: Frame,
    /// The secret of the link, as it stands in the address already.
    pub token: String,
}

/// Says that it has happened, and what to do now.
#[derive(Template, Clone, Debug)]
#[template(path = "not_me_done.html")]
pub struct NotMeDone {
    pub frame: Frame,
}
