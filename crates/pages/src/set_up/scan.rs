//! Step 2 of 3: the key goes into the app, one code comes back.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::Frame;
use crate::icon::Icon;
use crate::qr::{self, Svg};
use crate::refusal::CodeRefusal;

/// Posts `attempt` and `code` to `/sign-in/set-up/scan`.
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
}

impl SetUpScan {
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
