//! The wizard's first question, where there is a choice: an app, or codes by email.

use askama::Template;

use crate::frame::Frame;

/// Posts `attempt` and `way`, `app` or `email`.
#[derive(Template, Clone, Debug)]
#[template(path = "set_up/way.html")]
pub struct ChooseWay {
    pub frame: Frame,
    pub attempt: String,
    /// The address that codes would go to, as far as it is told.
    pub to: String,
}
