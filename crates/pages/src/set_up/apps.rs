//! The apps the wizard names, as data. Any app works that reads standard keys (SHA-1, six
//! digits, 30 seconds); these are the common ones, with where to get them and how to begin.

use crate::frame::Frame;
use crate::texts::Say;

/// One app.
#[derive(Clone, Copy, Debug)]
pub struct App {
    pub name: &'static str,
    /// Its package in Google's store.
    pub android: Option<&'static str>,
    /// Its number in Apple's store.
    pub iphone: Option<&'static str>,
    /// Where it is downloaded for computers.
    pub computer: Option<&'static str>,
    way_in: WayIn,
}

/// How an entry is added in the app.
#[derive(Clone, Copy, Debug)]
enum WayIn {
    Plus,
    WorkAccount,
    AddAccount,
    Add,
    Setup,
    LoginItem,
    Database,
}

pub const APPS: &[App] = &[
    App {
        name: "Google Authenticator",
        android: Some("com.google.android.apps.authenticator2"),
        iphone: Some("id388497605"),
        computer: None,
        way_in: WayIn::Plus,
    },
    App {
        name: "Microsoft Authenticator",
        android: Some("com.azure.authenticator"),
        iphone: Some("id983156458"),
        computer: None,
        way_in: WayIn::WorkAccount,
    },
    App {
        name: "Authy",
        android: Some("com.authy.authy"),
        iphone: Some("id494168017"),
        computer: None,
        way_in: WayIn::AddAccount,
    },
    App {
        name: "Duo Mobile",
        android: Some("com.duosecurity.duomobile"),
        iphone: Some("id422663827"),
        computer: None,
        way_in: WayIn::Add,
    },
    App {
        name: "Bitwarden Authenticator",
        android: Some("com.bitwarden.authenticator"),
        iphone: Some("id6497335175"),
        computer: None,
        way_in: WayIn::Plus,
    },
    App {
        name: "Ente Auth",
        android: Some("io.ente.auth"),
        iphone: Some("id6444121398"),
        computer: Some("https://ente.io/auth/"),
        way_in: WayIn::Setup,
    },
    App {
        name: "Aegis",
        android: Some("com.beemdevelopment.aegis"),
        iphone: None,
        computer: None,
        way_in: WayIn::Plus,
    },
    App {
        name: "FreeOTP",
        android: Some("org.fedorahosted.freeotp"),
        iphone: Some("id872559395"),
        computer: None,
        way_in: WayIn::Plus,
    },
    App {
        name: "1Password",
        android: None,
        iphone: None,
        computer: Some("https://1password.com/downloads/"),
        way_in: WayIn::LoginItem,
    },
    App {
        name: "KeePassXC",
        android: None,
        iphone: None,
        computer: Some("https://keepassxc.org/download/"),
        way_in: WayIn::Database,
    },
];

impl App {
    /// Where it runs.
    pub fn platforms(&self, frame: &Frame) -> Say {
        match (self.android, self.iphone, self.computer) {
            (Some(_), Some(_), Some(_)) => frame.say("apps-everywhere"),
            (Some(_), Some(_), None) => frame.say("apps-phones"),
            (Some(_), None, _) => frame.say("apps-android"),
            (None, Some(_), _) => frame.say("apps-iphone"),
            (None, None, _) => frame.say("apps-computers"),
        }
    }

    /// What to do in it, in order.
    pub fn steps(&self, frame: &Frame) -> Vec<Say> {
        let mut steps = match self.way_in {
            WayIn::Plus => vec![frame.say("apps-open-plus")],
            WayIn::WorkAccount => vec![
                frame.say("apps-open-add-account"),
                frame.say("apps-work-account"),
            ],
            WayIn::AddAccount => vec![frame.say("apps-open-add-account")],
            WayIn::Add => vec![frame.say("apps-open-add"), frame.say("apps-use-qr-code")],
            WayIn::Setup => vec![frame.say("apps-open-plus"), frame.say("apps-scan-or-type")],
            WayIn::LoginItem => vec![
                frame.say("apps-1password-item"),
                frame.say("apps-1password-field"),
                frame.say("apps-continue-here"),
            ],
            WayIn::Database => vec![
                frame.say("apps-keepassxc-entry"),
                frame.say("apps-keepassxc-totp"),
                frame.say("apps-continue-here"),
            ],
        };
        if self.android.is_some() || self.iphone.is_some() {
            steps.push(frame.say("apps-camera"));
            steps.push(frame.say("apps-continue-here"));
        }
        steps
    }
}
