//! Recovery codes that were made but never ticked as stored: they are not shown again, new ones
//! are.

use askama::Template;

use crate::frame::Frame;
use crate::icon::Icon;

/// Posts `attempt` where there is one.
#[derive(Template, Clone, Debug)]
#[template(path = "set_up/new_codes.html")]
pub struct NewCodes {
    pub frame: Frame,
    pub action: String,
    pub attempt: Option<String>,
    /// Finish was pressed without the tick.
    pub refused: bool,
}
