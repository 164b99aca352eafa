//! `/`: where one gets to from here, and how one's own account stands.

use askama::Template;
use portcullis_core::destination::{self, letters};
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::mfa::{MfaStatus, Recovery};
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "dashboard.html")]
pub struct Dashboard {
    pub frame: Frame,
    pub member: Member,
    /// Whether the account takes no change until the help desk unfreezes it.
    pub frozen: bool,
    /// The agent who wants to know whether it is the member who is on the phone, if one does.
    pub caller: Option<String>,
    /// From when on MFA is required of the member, who has set up nothing.
    pub due: Option<Timestamp>,
    pub mfa: MfaStatus,
    /// The names of the devices.
    pub devices: Vec<String>,
    pub recovery: Option<Recovery>,
    /// The applications, by name.
    pub applications: Vec<Application>,
    /// The remote computers, by name.
    pub computers: Vec<RemoteComputer>,
    /// The sign-in before this one, if there was one.
    pub last_sign_in: Option<LastSignIn>,
}

/// A site that the member opens.
#[derive(Clone, Debug)]
pub struct Application {
    pub name: String,
    /// Where the link leads.
    pub address: String,
    /// Whose site that is.
    pub host: String,
    /// What it is for.
    pub description: Option<String>,
    pub icon: Option<destination::Icon>,
}

impl Application {
    fn drawing(&self) -> Option<Icon> {
        self.icon.map(Icon::Application)
    }

    /// What stands on its tile where it has no icon.
    fn letters(&self) -> String {
        letters(&self.name)
    }
}

/// A computer that the member logs on to from afar.
#[derive(Clone, Debug)]
pub struct RemoteComputer {
    pub name: String,
    /// Where it is.
    pub address: String,
    /// As whom the member logs on there.
    pub login: String,
    /// What is typed to get there.
    pub command: String,
    pub icon: Option<destination::Icon>,
}

impl RemoteComputer {
    fn drawing(&self) -> Icon {
        self.icon.map_or(Icon::Screen, Icon::Application)
    }
}

impl Dashboard {
    /// What those computers ask for.
    fn asked(&self) -> Say {
        match self.mfa {
            _ if self.frozen => self.frame.say("computers-frozen"),
            MfaStatus::Enabled => self.frame.say("computers-ask-both"),
            MfaStatus::Disabled | MfaStatus::NotEnabled => self.frame.say("computers-ask-password"),
        }
    }
}

#[derive(Clone, Debug)]
pub struct LastSignIn {
    pub at: Timestamp,
    /// The network address it came from.
    pub address: String,
    /// "Firefox on Windows", where that can be told.
    pub browser: Option<String>,
}
