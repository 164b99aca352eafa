//! Steps that several stories share, each from one page to the next.

use super::phone::Phone;
use super::window::Browser;
use crate::portal::Portal;

/// The password of the owner who [founds](Browser::founds_acme).
pub const OWNER_PASSWORD: &str = "gravel lantern seven";
/// The password of whoever [accepts](Browser::accepts) an invitation.
pub const GUEST_PASSWORD: &str = "copper meadow eleven";

/// A printed invitation, as it is read off the page.
pub struct Sheet {
    pub address: String,
    pub code: String,
    /// What its QR code says.
    pub scanned: String,
}

impl Browser {
    /// From the line of the first start to the wizard: Acme, which requires MFA, and Ann, its owner.
    pub async fn founds_acme(&self, portal: &Portal) {
        self.founds_acme_where(portal, "Required").await;
    }

    /// The same with another answer to who must use MFA.
    pub async fn founds_acme_where(&self, portal: &Portal, rule: &str) {
        self.goes(&portal.setup_link().await).await;
        self.arrives_at("Set up your organization").await;
        self.types("Name of the organization", "Acme Works").await;
        self.types("Short name", "acme").await;
        self.ticks(rule).await;
        self.types("Name", "Ann Bauer").await;
        self.types("Login name", "ann").await;
        self.types("Choose a password", OWNER_PASSWORD).await;
        self.clicks("Make the organization").await;
    }

    /// From any page to the administration, by the menu under one's name.
    pub async fn opens_the_administration(&self, name: &str) {
        self.clicks(name).await;
        self.clicks("Administration").await;
        self.arrives_at("Administration and access").await;
    }

    /// Ann invites Ben.
    pub async fn invites_ben(&self) -> Sheet {
        self.opens_the_administration("Ann Bauer").await;
        self.clicks("Invite somebody").await;
        self.types("Name", "Ben Okafor").await;
        self.types("Login name", "ben").await;
        self.clicks("Make the invitation").await;
        self.arrives_at("Invitation for Ben Okafor").await;
        Sheet {
            address: self.word_after("open this address:").await,
            code: self.word_after("Type this code:").await,
            scanned: self.camera_reads().await,
        }
    }

    /// Ben accepts, to the wizard.
    pub async fn accepts(&self, portal: &Portal, sheet: &Sheet) {
        let path = sheet.address.strip_prefix(&portal.url);
        self.goes(path.expect("an address of the portal")).await;
        self.types("Invitation code", &sheet.code).await;
        self.clicks("Open the invitation").await;
        self.chooses_a_password().await;
    }

    /// Ben accepts by the QR code on the sheet, to the wizard.
    pub async fn accepts_by_camera(&self, portal: &Portal, sheet: &Sheet) {
        let path = sheet.scanned.strip_prefix(&portal.url);
        self.goes(path.expect("an address of the portal")).await;
        self.chooses_a_password().await;
    }

    async fn chooses_a_password(&self) {
        self.arrives_at("Join Acme Works").await;
        self.sees("Ben Okafor").await;
        self.types("Choose a password", GUEST_PASSWORD).await;
        self.clicks("Accept the invitation").await;
        // Only then is there an account to sign in to from elsewhere.
        self.arrives_at("Get an authenticator app").await;
    }

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

    /// Both pages, with a code that no page has seen, to the dashboard.
    pub async fn signs_in_with(&self, portal: &Portal, phone: &Phone, login: &str, password: &str) {
        portal.wait_for_next_code();
        self.signs_in(login, password).await;
        self.confirms(portal, phone).await;
        self.arrives_at("Your applications").await;
    }

    /// A recovery code on the second page.
    pub async fn gives_recovery_code(&self, code: &str) {
        self.arrives_at("Enter the code from your app").await;
        self.clicks("Try another way").await;
        self.clicks("Use a recovery code").await;
        self.arrives_at("Use a recovery code").await;
        self.types("Recovery code", code).await;
        self.clicks("Submit code").await;
    }

    /// From the wizard's first page to its second, with the camera of a phone on the QR code.
    pub async fn scans(&self) -> Phone {
        self.arrives_at("Get an authenticator app").await;
        self.clicks("I already have an app: continue").await;
        self.arrives_at("Connect the app").await;
        self.is_scanned().await
    }

    /// The wizard's first two pages, to the recovery codes.
    pub async fn sets_up_an_app(&self, portal: &Portal) -> Phone {
        let phone = self.scans().await;
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

    /// From any page to the MFA settings, by the menu under one's name.
    pub async fn opens_the_mfa_settings(&self, name: &str) {
        self.clicks(name).await;
        self.clicks("MFA settings").await;
        self.arrives_at("MFA settings").await;
    }

    /// One device more, from its QR code to the stored recovery codes.
    pub async fn sets_up_a_device(&self, portal: &Portal) -> Phone {
        self.arrives_at("Connect the app").await;
        let phone = self.is_scanned().await;
        self.sees("Verify MFA code").await;
        self.gives_code(&phone.code(portal.now()), "Enable").await;
        self.stores_the_codes().await;
        self.arrives_at("Edit profile").await;
        phone
    }

    /// Signs out by the menu under one's name.
    pub async fn signs_out(&self, name: &str) {
        self.clicks(name).await;
        self.clicks("Sign out").await;
        self.sees("You’re signed out").await;
    }
}
