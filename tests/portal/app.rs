//! The phone: codes from `oathtool`, a program we did not write.

use std::process::Command;

use portcullis_core::time::{Span, Timestamp};

/// An authenticator app that holds one key.
#[derive(Clone, Debug)]
pub struct App {
    key: String,
}

impl App {
    /// Takes the key as it is typed by hand: base32, spaces allowed.
    pub fn with_key(key: &str) -> Self {
        Self {
            key: key.split_whitespace().collect(),
        }
    }

    /// The key, as it was taken.
    pub fn key(&self) -> &String {
        &self.key
    }

    /// The code that it shows at a time.
    pub fn code(&self, at: Timestamp) -> String {
        let at = format!("@{}", at.unix_seconds());
        let output = Command::new("oathtool")
            .args(["--totp=sha1", "-d6", "-b", &self.key, "--now", &at])
            .output();
        let output = output.expect("oathtool is installed (on Debian: apt-get install oathtool)");
        assert!(
            output.status.success(),
            "oathtool: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// A code that the app shows at no time near this one.
    pub fn wrong_code(&self, at: Timestamp) -> String {
        let near: Vec<String> = (-3..=3)
            .map(|n| self.code(at + Span::seconds(30 * n)))
            .collect();
        (0..1_000_000)
            .map(|n| format!("{n:06}"))
            .find(|code| !near.contains(code))
            .unwrap()
    }
}
