//! The mailboxes of the people in a story: the mails that the portal caught, read on the page that shows them.

use serde_json::json;

use super::chromium::Chromium;
use super::eyes::until;
use super::window::{Browser, Look};
use crate::portal::Portal;

/// The newest line of a kind in the mails to an address; the newest mail stands first.
const FIND: &str = "const [address, kind] = arguments;
    for (const mail of document.querySelectorAll('article')) {
        const lines = mail.innerText.split('\\n').map(line => line.trim());
        const found = lines.find(line => new RegExp(kind).test(line));
        if (found && mail.innerText.includes(address)) return found;
    }
    return null";
/// Six digits in two groups.
const CODE: &str = "^\\d{3}\\s\\d{3}$";
const LINK: &str = "^https?://";

/// Everybody's mailbox, in a window of its own.
pub struct Mailbox {
    window: Browser,
    base: String,
}

impl Mailbox {
    /// From now on the portal has a way to send mail, and its mails are read here.
    pub async fn opens(chromium: &'static Chromium, portal: &Portal) -> Self {
        portal.gets_mail();
        Self {
            window: chromium.opens(portal, Look::DESK).await,
            base: portal.url.clone(),
        }
    }

    /// The path of the last link that was mailed to an address.
    pub async fn link(&self, address: &str) -> String {
        let link = self.newest(address, LINK, None).await;
        let path = link.strip_prefix(&self.base);
        path.expect("an address of the portal").to_owned()
    }

    /// The last code that was mailed to an address.
    pub async fn code(&self, address: &str) -> String {
        self.newest(address, CODE, None).await
    }

    /// The code that came after another one.
    pub async fn code_after(&self, address: &str, other: &str) -> String {
        self.newest(address, CODE, Some(other)).await
    }

    async fn newest(&self, address: &str, kind: &str, after: Option<&str>) -> String {
        let read = async || {
            self.window.goes("/demo/mail").await;
            let asked = vec![json!(address), json!(kind)];
            let line = self.window.client.execute(FIND, asked).await.unwrap();
            let line = line.as_str().map(str::to_owned);
            line.filter(|line| Some(line.as_str()) != after)
        };
        let line = until(read).await;
        line.unwrap_or_else(|| panic!("no such mail to {address}"))
    }
}
