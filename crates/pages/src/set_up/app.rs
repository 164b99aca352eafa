//! Step 1 of 3: get an authenticator app, or say that one is there.

use askama::Template;

use super::apps::{APPS, App};
use crate::frame::Frame;
use crate::icon::Icon;
use crate::texts::Say;

/// Posts `attempt` to `/sign-in/set-up/app`.
#[derive(Template, Clone, Debug)]
#[template(path = "set_up/app.html")]
pub struct SetUpApp {
    pub frame: Frame,
    pub attempt: String,
    pub reason: Reason,
}

/// Why the wizard opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The organization's policy.
    Required { organization: String },
    /// The person's role needs a device.
    Role,
    /// A recovery code was used because the device is gone.
    Replacing,
    /// The person wants it.
    AskedFor,
}

impl SetUpApp {
    #[expect(
        clippy::unused_self,
        reason = "an organization will be able to choose its own"
    )]
    fn apps(&self) -> &'static [App] {
        APPS
    }

    fn because(&self) -> Say {
        match &self.reason {
            Reason::Required { organization } => self
                .frame
                .say("app-because-required")
                .with("organization", organization),
            Reason::Role => self.frame.say("app-because-role"),
            Reason::Replacing => self.frame.say("app-because-replacing"),
            Reason::AskedFor => self.frame.say("app-because-asked"),
        }
    }
}
