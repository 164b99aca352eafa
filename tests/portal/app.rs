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
        self.codes(at, 1).remove(0)
    }

    /// The codes that it shows from a time on.
    fn codes(&self, from: Timestamp, count: usize) -> Vec<String> {
        let (from, more) = (format!("@{}", from.unix_seconds()), (count - 1).to_string());
        let output = Command::new("oathtool")
            .args(["--totp=sha1", "-d6", "-b", &self.key, "--now", &from])
            .args(["--window", &more])
            .output();
        let output = output.expect("oathtool is installed (on Debian: apt-get install oathtool)");
        assert!(
            output.status.success(),
            "oathtool: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let printed = String::from_utf8(output.stdout).unwrap();
        printed.lines().map(str::to_owned).collect()
    }

    /// A code that the app shows at no time near this one.
    pub fn wrong_code(&self, at: Timestamp) -> String {
        let near = self.codes(at - Span::seconds(30 * 21), 43);
        (0..1_000_000)
            .map(|n| format!("{n:06}"))
            .find(|code| !near.contains(code))
            .unwrap()
    }
}
