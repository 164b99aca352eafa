//! Step 3 of 3: ten recovery codes, shown once, to be stored now. Prints as one clean page.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::frame::Frame;
use crate::icon::Icon;

/// Posts `stored`, `set` and, in the wizard, `attempt`.
#[derive(Template, Clone)]
#[template(path = "set_up/store_codes.html")]
pub struct StoreCodes {
    pub frame: Frame,
    pub action: String,
    pub attempt: Option<String>,
    /// Which set the tick is about.
    pub set: String,
    /// Whether this is the wizard's last step, not the account's page.
    pub steps: bool,
    /// As people read them: `7KQM-4XPD-H2WN-9TRC`.
    pub codes: Vec<String>,
    pub made_at: Timestamp,
    /// The login they belong to.
    pub account: String,
}

impl StoreCodes {
    /// The codes as a file. The template puts it into a link, so that Download needs no script.
    fn text(&self) -> String {
        let frame = &self.frame;
        let heading = frame
            .say("store-file-heading")
            .with("organization", &frame.place.name);
        let account = frame
            .say("store-file-account")
            .with("account", &self.account);
        let made = frame
            .say("store-made")
            .with("date", frame.date(&self.made_at));
        let advice = frame.say("store-file-advice");
        let lines = [
            heading.plain(),
            account.plain(),
            made.plain(),
            String::new(),
            self.codes.join("\r\n"),
        ];
        format!("{}\r\n\r\n{}\r\n", lines.join("\r\n"), advice.plain())
    }

    /// The codes alone, one a line, for Copy.
    fn lines(&self) -> String {
        self.codes.join("\n")
    }
}
