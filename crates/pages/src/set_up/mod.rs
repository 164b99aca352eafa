//! Setting up: an authenticator app in three steps, and the instance's first organization.

pub mod app;
pub mod apps;
pub mod first;
pub mod new_codes;
pub mod scan;
pub mod store_codes;
pub mod way;

use crate::frame::Frame;
use crate::texts::Say;

/// The wizard's steps with their numbers.
pub fn steps(frame: &Frame) -> [(u32, Say); 3] {
    [
        (1, frame.say("steps-app")),
        (2, frame.say("steps-scan")),
        (3, frame.say("steps-store")),
    ]
}
