//! `/demo/mail`: the mails of a throw-away portal, which go nowhere else.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::Frame;

/// The newest first.
#[derive(Template, Clone, Debug)]
#[template(path = "demo_mail.html")]
pub struct DemoMail {
    pub frame: Frame,
    pub mails: Vec<CaughtMail>,
    /// The portal's own address: links to it can be followed.
    pub public_url: String,
}

/// A mail that would have been sent.
#[derive(Clone, Debug)]
pub struct CaughtMail {
    pub to: String,
    pub subject: String,
    pub at: Timestamp,
    /// What it says to programs that show no HTML.
    pub text: String,
}

impl DemoMail {
    fn is_link(&self, line: &str) -> bool {
        let rest = line.strip_prefix(&self.public_url);
        rest.is_some_and(|path| path.starts_with('/') && !path.contains(char::is_whitespace))
    }
}
