//! A phone: its camera is `zbarimg`, its authenticator app is `oathtool`.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use portcullis_core::time::Timestamp;
use url::Url;

use super::window::Browser;
use crate::app::App;

/// A phone with one entry in its authenticator app.
#[derive(Clone, Debug)]
pub struct Phone {
    app: App,
    /// What the app shows as the organization.
    pub issuer: String,
    /// What the app shows as the account.
    pub account: String,
}

impl Browser {
    /// Holds a phone's camera to the page; gives what the one QR code on it says.
    pub async fn camera_reads(&self) -> String {
        let mut read = camera(&self.folder, &self.picture().await);
        assert_eq!(read.len(), 1, "one QR code on the page: {read:?}");
        read.remove(0)
    }

    /// Scans the key on the page with an authenticator app.
    pub async fn is_scanned(&self) -> Phone {
        Phone::with(&self.camera_reads().await)
    }
}

impl Phone {
    /// A phone that got the address in the QR code.
    pub fn with(uri: &str) -> Self {
        let url = Url::parse(uri).expect("an address");
        assert_eq!(
            (url.scheme(), url.host_str()),
            ("otpauth", Some("totp")),
            "{uri}"
        );
        let query = |name: &str| {
            let mut pairs = url.query_pairs();
            pairs
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        };
        let label = url.path().trim_start_matches('/');
        let label = percent_decoded(label);
        let issuer = query("issuer").expect("an issuer");
        let account = label
            .strip_prefix(&issuer)
            .and_then(|rest| rest.strip_prefix(':'))
            .unwrap_or_else(|| panic!("the issuer stands before the account: {uri}"));
        Self {
            app: App::with_key(&query("secret").expect("a key")),
            account: account.to_owned(),
            issuer,
        }
    }

    /// A phone into which the key was typed.
    pub fn with_key(key: &str) -> Self {
        Self {
            app: App::with_key(key),
            issuer: String::new(),
            account: String::new(),
        }
    }

    /// The code that the app shows.
    pub fn code(&self, at: Timestamp) -> String {
        self.app.code(at)
    }

    /// A code that it shows at no time near this one.
    pub fn wrong_code(&self, at: Timestamp) -> String {
        self.app.wrong_code(at)
    }
}

/// What `zbarimg` reads on a picture.
pub fn camera(folder: &std::path::Path, picture: &[u8]) -> Vec<String> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let file = folder.with_file_name(format!("{}.png", NUMBER.fetch_add(1, Ordering::Relaxed)));
    std::fs::write(&file, picture).unwrap();
    let output = Command::new("zbarimg")
        .args(["-q", "--raw"])
        .arg(&file)
        .output();
    let output = output.expect("zbarimg is installed (on Debian: apt-get install zbar-tools)");
    let read = String::from_utf8(output.stdout).unwrap();
    read.lines().map(str::to_owned).collect()
}

fn percent_decoded(text: &str) -> String {
    // A form's rules, but for the plus sign, which stands for itself in a path.
    let text = format!("label={}", text.replace('+', "%2B"));
    let mut pairs = url::form_urlencoded::parse(text.as_bytes());
    pairs.next().unwrap().1.into_owned()
}
