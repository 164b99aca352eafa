//! A company in a freshly started portal: founded by the link that the program prints, its people invited by mail, all by
//! what the pages offer.

use super::chromium::Chromium;
use super::mailbox::Mailbox;
use super::phone::Phone;
use super::steps::GUEST_PASSWORD;
use super::window::{Browser, Look};
use crate::portal::Portal;

/// Acme Works, and Ann, who founded it and administers it.
pub struct Company {
    chromium: &'static Chromium,
    pub portal: Portal,
    pub mailbox: Mailbox,
    /// Ann's browser, signed in.
    pub ann: Browser,
    /// Ann's phone.
    pub phone: Phone,
}

/// The address of somebody with a login name.
pub fn address(login_name: &str) -> String {
    format!("{login_name}@acme.example")
}

/// The name of somebody with a login name.
pub fn name(login_name: &str) -> String {
    format!("Person {login_name}")
}

impl Company {
    /// In a portal that sends mail, with an answer to who must use MFA; Ann looks at it so.
    pub async fn founded(chromium: &'static Chromium, rule: &str, look: Look) -> Self {
        let portal = Portal::start().await;
        let mailbox = Mailbox::opens(chromium, &portal).await;
        let ann = chromium.opens(&portal, look).await;
        ann.founds_acme_where(&portal, rule).await;
        let (phone, _) = ann.goes_through_the_wizard(&portal).await;
        Self {
            chromium,
            portal,
            mailbox,
            ann,
            phone,
        }
    }

    /// A browser of somebody else.
    pub async fn opens(&self, look: Look) -> Browser {
        self.chromium.opens(&self.portal, look).await
    }

    /// Ann invites somebody by mail.
    pub async fn invites(&self, who: &str) {
        self.ann.opens_the_administration("Ann Bauer").await;
        self.ann.clicks("Invite somebody").await;
        self.ann.arrives_at("Invite somebody").await;
        self.ann.types("Name", &name(who)).await;
        self.ann.types("Login name", who).await;
        self.ann.types("Email (optional)", &address(who)).await;
        self.ann.clicks("Send the invitation").await;
        let mailed = format!("Mailed to {}", address(who));
        self.ann.sees(&mailed).await;
    }

    /// Ann invites several people by mail, all at once.
    pub async fn invites_many(&self, who: &[&str]) {
        self.ann.opens_the_administration("Ann Bauer").await;
        self.ann.clicks("Invite many").await;
        self.ann.arrives_at("Invite many people").await;
        let lines = who
            .iter()
            .map(|one| format!("{} <{}>", name(one), address(one)));
        let lines: Vec<String> = lines.collect();
        self.ann.types("People", &lines.join("\n")).await;
        let count = who.len();
        self.ann.clicks("Check the list").await;
        self.ann
            .sees(&format!("{count} people would be invited"))
            .await;
        self.ann
            .clicks(&format!("Invite these {count} people"))
            .await;
        self.ann
            .sees(&format!("{count} invitations are on their way"))
            .await;
    }

    /// Ann gives somebody a role.
    pub async fn appoints(&self, who: &str, role: &str) {
        self.ann.opens_the_administration("Ann Bauer").await;
        self.ann.clicks(&name(who)).await;
        self.ann.arrives_at(&name(who)).await;
        self.ann.clicks("Change the role").await;
        self.ann.arrives_at("Change the role").await;
        self.ann.ticks(role).await;
        self.ann.clicks("Give the role").await;
        self.ann.arrives_at(&name(who)).await;
    }

    /// Somebody accepts a mailed invitation where no second step is asked for, to the dashboard.
    pub async fn accepts(&self, browser: &Browser, who: &str) {
        browser.goes(&self.mailbox.link(&address(who)).await).await;
        browser.arrives_at("Join Acme Works").await;
        browser.types("Choose a password", GUEST_PASSWORD).await;
        browser.clicks("Accept the invitation").await;
        browser.arrives_at("Your applications").await;
    }

    /// Login and password of somebody who accepted.
    pub async fn signs_in(&self, browser: &Browser, who: &str) {
        browser.signs_in(&address(who), GUEST_PASSWORD).await;
    }

    /// Types the code that was mailed to somebody.
    pub async fn gives_mailed_code(&self, browser: &Browser, who: &str) {
        browser.sees("A code went to").await;
        let code = self.mailbox.code(&address(who)).await;
        browser.gives_code(&code, "Submit code").await;
    }
}
