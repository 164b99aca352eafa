//! `/account/sessions`: where one is signed in, and the browsers that one's account knows.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "sessions.html")]
pub struct Sessions {
    pub frame: Frame,
    pub member: Member,
    /// The one used last first.
    pub sessions: Vec<OpenSession>,
    /// The one used last first.
    pub browsers: Vec<KnownBrowser>,
}

#[derive(Clone, Debug)]
pub struct OpenSession {
    pub id: String,
    /// "Firefox · Windows", where that can be told.
    pub browser: Option<String>,
    /// The network address it was opened from.
    pub address: String,
    pub opened_at: Timestamp,
    pub used_at: Timestamp,
    /// Whether it is the one that looks.
    pub here: bool,
}

#[derive(Clone, Debug)]
pub struct KnownBrowser {
    pub id: String,
    /// "Firefox · Windows", where that can be told.
    pub browser: Option<String>,
    /// The network address it last signed in from.
    pub address: String,
    pub known_since: Timestamp,
    pub used_at: Timestamp,
    /// Until when it is not asked for a code.
    pub remembered_until: Option<Timestamp>,
    /// Whether it is the one that looks.
    pub here: bool,
}

impl Sessions {
    fn is_elsewhere(&self) -> bool {
        self.sessions.iter().any(|one| !one.here)
    }

    /// What to call a browser.
    #[expect(clippy::ref_option, reason = "so a template hands over a field")]
    fn name(&self, browser: &Option<String>) -> Say {
        browser_name(browser.as_deref(), &self.frame)
    }
}

/// What to call a browser.
pub(crate) fn browser_name(browser: Option<&str>, frame: &Frame) -> Say {
    match browser {
        Some(name) => frame.say("session-browser").with("name", name),
        None => frame.say("session-browser-unknown"),
    }
}
