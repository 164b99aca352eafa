//! One device of one's own: its name, and taking it away.

use askama::Template;
use portcullis_core::language::Language;

use crate::field::Field;
use crate::frame::Frame;
use crate::texts::{Say, Texts};

/// Posts `name` to `/account/mfa/devices/{id}`.
#[derive(Template, Clone, Debug)]
#[template(path = "rename_device.html")]
pub struct RenameDevice {
    pub frame: Frame,
    pub id: String,
    pub name: Field,
}

/// Posts nothing but itself to `/account/mfa/devices/{id}/remove`.
#[derive(Template, Clone, Debug)]
#[template(path = "remove_device.html")]
pub struct RemoveDevice {
    pub frame: Frame,
    pub id: String,
    pub name: String,
    pub leaves: Leaves,
}

/// What a device is called until its owner names it. It is stored so, as a name that the member wrote
/// would be.
pub fn unnamed_device(language: Language) -> String {
    Texts::of(language).say("device-unnamed").plain()
}

/// What is left without a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaves {
    /// Another device.
    Device,
    /// Email codes.
    EmailCodes,
    /// The password alone.
    Nothing,
}

impl RemoveDevice {
    fn consequence(&self) -> Say {
        match self.leaves {
            Leaves::Device => self.frame.say("device-delete-leaves-device"),
            Leaves::EmailCodes => self.frame.say("device-delete-leaves-email"),
            Leaves::Nothing => self.frame.say("device-delete-leaves-nothing"),
        }
    }
}
