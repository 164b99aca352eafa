//! The wizard's first question, where there is a choice: an app, or codes by email, or not yet.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::Frame;

/// Posts `attempt` and `way`: `app`, `email` or `later`.
#[derive(Template, Clone, Debug)]
#[template(path = "set_up/way.html")]
pub struct ChooseWay {
    pub frame: Frame,
    pub attempt: String,
    /// Whether an app is a way.
    pub app: bool,
    /// The address that codes would go to, as far as it is told; `None` where they are no way.
    pub to: Option<String>,
    /// Until when all of it can be put off.
    pub until: Option<Timestamp>,
}
