//! `/account/activity`: what was done to the account, by whom and from where.

use askama::Template;
use portcullis_core::audit::Event;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::telling::{By, sentence};
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "activity.html")]
pub struct Activity {
    pub frame: Frame,
    pub member: Member,
    /// Newest first.
    pub deeds: Vec<Deed>,
    /// Where older ones are, if there are any.
    pub older: Option<String>,
    /// Whether these are the newest.
    pub newest: bool,
}

/// One thing that was done.
#[derive(Clone, Debug)]
pub struct Deed {
    pub at: Timestamp,
    pub event: Event,
    pub by: By,
    /// The browser and the address, as far as they are known.
    pub from: Vec<String>,
}

impl Activity {
    fn what(&self, deed: &Deed) -> Say {
        sentence(&deed.event, self.frame.texts())
    }

    fn by(&self, deed: &Deed) -> Say {
        deed.by.say(self.frame.texts())
    }
}
