//! Steps that several stories share, each from one page to the next.

use super::phone::Phone;
use super::window::Browser;
use crate::portal::Portal;

impl Browser {
    /// Login and password on the first page.
    pub async fn signs_in(&self, login: &str, password: &str) {
        self.goes("/sign-in").await;
        self.types("Email or login name", login).await;
        self.types("Password", password).await;
        self.clicks("Log in").await;
    }

    /// The code of the app on the second page.
    pub async fn confirms(&self, portal: &Portal, phone: &Phone) {
        self.arrives_at("Enter the code from your app").await;
        self.gives_code(&phone.code(portal.now()), "Submit code")
            .await;
    }

    /// Both pages, to the dashboard.
    pub async fn signs_in_with(&self, portal: &Portal, phone: &Phone, login: &str, password: &str) {
        self.signs_in(login, password).await;
        self.confirms(portal, phone).await;
        self.arrives_at("Your applications").await;
    }

    /// The wizard's first two pages, to the recovery codes.
    pub async fn sets_up_an_app(&self, portal: &Portal) -> Phone {
        self.arrives_at("Get an authenticator app").await;
        self.clicks("I already have an app: continue").await;
        self.arrives_at("Connect the app").await;
        let phone = self.is_scanned().await;
        self.gives_code(&phone.code(portal.now()), "Enable").await;
        self.arrives_at("Store your recovery codes").await;
        phone
    }

    /// The wizard's last page, to where it leads; gives the codes.
    pub async fn stores_the_codes(&self) -> Vec<String> {
        self.arrives_at("Store your recovery codes").await;
        let codes = self.list("Recovery codes").await;
        assert_eq!(codes.len(), 10, "{codes:?}");
        self.ticks("I have stored these codes").await;
        self.clicks("Finish").await;
        codes
    }

    /// The whole wizard, to the dashboard.
    pub async fn goes_through_the_wizard(&self, portal: &Portal) -> (Phone, Vec<String>) {
        let phone = self.sets_up_an_app(portal).await;
        let codes = self.stores_the_codes().await;
        self.arrives_at("Your applications").await;
        (phone, codes)
    }

    /// Signs out by the menu under one's name.
    pub async fn signs_out(&self, name: &str) {
        self.clicks(name).await;
        self.clicks("Sign out").await;
        self.sees("You’re signed out").await;
    }
}
