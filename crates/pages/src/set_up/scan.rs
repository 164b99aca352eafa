//! The key goes into the app, one code comes back: step 2 of 3 of the wizard, and the page on which a
//! member sets up a device on one's own.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::field::Field;
use crate::frame::Frame;
use crate::icon::Icon;
use crate::qr::{self, Svg};
use crate::refusal::CodeRefusal;

/// Posts `attempt`, `code` and, outside the wizard, `name`.
#[derive(Template, Clone)]
#[template(path = "set_up/scan.html")]
pub struct SetUpScan {
    pub frame: Frame,
    pub attempt: String,
    /// The `otpauth://` address: the QR code's content and the link for the same phone.
    pub uri: String,
    /// What the app will show above the code.
    pub issuer: String,
    pub account: String,
    /// 32 letters and digits, without spaces.
    pub key: String,
    /// Until when this key waits for its code.
    pub good_until: Timestamp,
    pub refusal: Option<CodeRefusal>,
    pub place: ScanPlace,
}

/// Where the page stands.
#[derive(Clone, Debug)]
pub enum ScanPlace {
    /// In the wizard of a sign-in.
    Wizard,
    /// In the MFA settings.
    Settings {
        /// What the device is to be called.
        name: Field,
        /// The device that it replaces.
        replaces: Option<String>,
    },
}

impl SetUpScan {
    fn is_wizard(&self) -> bool {
        matches!(self.place, ScanPlace::Wizard)
    }

    fn action(&self) -> &'static str {
        match self.place {
            ScanPlace::Wizard => "/sign-in/set-up/scan",
            ScanPlace::Settings { .. } => "/account/mfa/devices/new",
        }
    }

    fn qr(&self) -> Option<Svg> {
        qr::svg(
            &self.uri,
            &self
                .frame
                .say("scan-qr-name")
                .with("account", &self.account),
        )
    }

    /// The key in groups of four, as people type it.
    fn groups(&self) -> Vec<String> {
        let characters: Vec<char> = self.key.chars().filter(|c| !c.is_whitespace()).collect();
        characters
            .chunks(4)
            .map(|group| group.iter().collect())
            .collect()
    }
}
