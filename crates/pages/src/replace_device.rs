//! After signing in with a recovery code: is the device gone, or only not at hand?

use askama::Template;

use crate::frame::Frame;
use crate::icon::Icon;
use crate::mfa::Device;

/// Posts `attempt` and `choice` (a device's id, `keep`, or `replace` where there is none) to
/// `/sign-in/replace-device`.
#[derive(Template, Clone, Debug)]
#[template(path = "replace_device.html")]
pub struct ReplaceDevice {
    pub frame: Frame,
    pub attempt: String,
    /// The devices on record, each with its id. Without one there is nothing to keep.
    pub devices: Vec<(String, Device)>,
    /// Recovery codes left after this one.
    pub left: u32,
}
