//! The portal `company_policy` of product.md: from a freshly started program, an admin enforces MFA by the app, by
//! email, or by what the member chooses, and each policy is carried to its end before the next one.

use portcullis_core::time::Span;

use super::chromium::Chromium;
use super::company::{Company, address, name};
use super::steps::GUEST_PASSWORD;
use super::window::{Browser, Look};

const APP: &str = "Authenticator app";
const EMAIL: &str = "Email code";
const SMALL: Look = Look::PHONE.without_scripts();
/// Who works here, apart from Ann, who founds the organization and administers it.
const PEOPLE: [&str; 6] = ["gil", "ivy", "ben", "fay", "cem", "dora"];

#[tokio::test(flavor = "multi_thread")]
async fn company_policy() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let company = Company::founded(chromium, "Optional", Look::DESK).await;
    company.invites_everybody().await;
    let gil = company.step_1_mfa_is_enforced().await;
    company.step_2_app_only(gil).await;
    let [ben, fay] = company.step_3_email_only().await;
    company.step_4_both().await;
    company.step_5_a_device_is_added([ben, fay]).await;
}

impl Company {
    /// All at once, by mail; each accepts, and has nothing but a password then.
    async fn invites_everybody(&self) {
        self.invites_many(&PEOPLE).await;
        let browser = self.opens(Look::DESK).await;
        for one in PEOPLE {
            self.accepts(&browser, one).await;
            browser.signs_out(&name(one)).await;
        }
    }

    /// The admin comes back, looks whom other channels would touch, and saves them.
    async fn permits(&self, channels: &[&str], touches: &str) {
        self.portal.wait(Span::minutes(16));
        let admin = &self.ann;
        admin.clicks("Policy").await;
        admin.arrives_at("Confirm that it’s you").await;
        let code = self.phone.code(self.portal.now());
        admin.gives_code(&code, "Submit code").await;
        admin.arrives_at("Policy").await;
        admin.ticks("Required").await;
        for channel in [APP, EMAIL] {
            if channels.contains(&channel) {
                admin.ticks(channel).await;
            } else {
                admin.unticks(channel).await;
            }
        }
        admin.clicks("Show what this changes").await;
        admin.sees("Nothing is saved yet").await;
        admin.sees(touches).await;
        admin.clicks("Save the policy").await;
        admin.sees("The policy is saved").await;
    }

    /// 1. An admin enforces MFA for the company and permits both ways; at the next sign-in a member chooses one.
    async fn step_1_mfa_is_enforced(&self) -> Browser {
        self.permits(
            &[APP, EMAIL],
            "6 people are taken to set-up at the next sign-in",
        )
        .await;
        let gil = self.opens(SMALL).await;
        self.signs_in(&gil, "gil").await;
        gil.arrives_at("Choose your second step").await;
        gil.clicks("Get codes by email").await;
        gil.arrives_at("Enter the code from your email").await;
        self.gives_mailed_code(&gil, "gil").await;
        gil.arrives_at("Your applications").await;
        gil
    }

    /// 2. App only: the mailbox first, since this portal sends mail; then the wizard, then access. Gil, who came in by a
    ///    mailed code, is out at the next page.
    async fn step_2_app_only(&self, gil: Browser) {
        self.permits(&[APP], "people").await;
        gil.goes("/account").await;
        gil.arrives_at("Sign in").await;
        let ivy = self.opens(Look::DESK).await;
        self.signs_in(&ivy, "ivy").await;
        ivy.arrives_at("First, prove that the mailbox is yours")
            .await;
        self.gives_mailed_code(&ivy, "ivy").await;
        let (phone, _) = ivy.goes_through_the_wizard(&self.portal).await;
        ivy.signs_out(&name("ivy")).await;
        ivy.signs_in_with(&self.portal, &phone, &address("ivy"), GUEST_PASSWORD)
            .await;
    }

    /// 3. Email: a code comes by itself, and leads to the dashboard; with and without scripts.
    async fn step_3_email_only(&self) -> [Browser; 2] {
        self.permits(&[EMAIL], "people").await;
        let ben = self.opens(Look::PHONE).await;
        self.signs_in(&ben, "ben").await;
        ben.arrives_at("Enter the code from your email").await;
        ben.sees("b•••@acme.example").await;
        let first = self.mailbox.code(&address("ben")).await;
        ben.clicks("Send another code").await;
        ben.sees("No other code was sent yet").await;
        self.portal.wait(Span::seconds(61));
        ben.clicks("Send another code").await;
        let second = self.mailbox.code_after(&address("ben"), &first).await;
        ben.arrives_at("Enter the code from your email").await;
        ben.sees("A code went to").await;
        ben.gives_code(&first, "Submit code").await;
        ben.sees("That isn’t the code from the last mail").await;
        ben.gives_code(&second, "Submit code").await;
        ben.arrives_at("Your applications").await;

        let fay = self.opens(Look::DESK.without_scripts()).await;
        self.signs_in(&fay, "fay").await;
        fay.arrives_at("Enter the code from your email").await;
        fay.types("Enter the code here", "12345").await;
        fay.clicks("Submit code").await;
        fay.sees("A code has six digits").await;
        self.gives_mailed_code(&fay, "fay").await;
        fay.arrives_at("Your applications").await;
        [ben, fay]
    }

    /// 4. Both: the member chooses, may choose again before anything is set up, and changes it later.
    async fn step_4_both(&self) {
        self.permits(&[APP, EMAIL], "people").await;
        let cem = self.opens(SMALL).await;
        self.signs_in(&cem, "cem").await;
        cem.arrives_at("Choose your second step").await;
        cem.clicks("Use an authenticator app").await;
        cem.arrives_at("First, prove that the mailbox is yours")
            .await;
        cem.clicks("Try another way").await;
        cem.clicks("Choose another way").await;
        cem.arrives_at("Choose your second step").await;
        cem.clicks("Get codes by email").await;
        cem.arrives_at("Enter the code from your email").await;
        self.gives_mailed_code(&cem, "cem").await;
        cem.arrives_at("Your applications").await;
        let dora = self.opens(Look::DESK).await;
        self.signs_in(&dora, "dora").await;
        dora.arrives_at("Choose your second step").await;
        dora.clicks("Use an authenticator app").await;
        dora.arrives_at("First, prove that the mailbox is yours")
            .await;
        self.gives_mailed_code(&dora, "dora").await;
        dora.goes_through_the_wizard(&self.portal).await;

        // Later each changes it among the settings: Dora to email as well, Cem to the app alone.
        dora.opens_the_mfa_settings(&name("dora")).await;
        dora.sees("Not in use").await;
        dora.clicks("Get codes by email").await;
        dora.arrives_at("Enter the code from your email").await;
        self.portal.wait(Span::minutes(2));
        dora.clicks("Send a code").await;
        self.gives_mailed_code(&dora, "dora").await;
        dora.arrives_at("MFA settings").await;
        dora.sees("In use: codes go to d•••@acme.example").await;
        cem.opens_the_mfa_settings(&name("cem")).await;
        cem.sees("this is your only second step").await;
        cem.clicks("Add a device").await;
        cem.sets_up_a_device(&self.portal).await;
        cem.opens_the_mfa_settings(&name("cem")).await;
        cem.clicks("Stop codes by email").await;
        cem.sees("Not in use").await;
    }

    /// 5. Whatever the channels, a member adds a device; the next sign-in asks for it.
    async fn step_5_a_device_is_added(&self, [ben, fay]: [Browser; 2]) {
        self.adds_a_device(&fay, "fay").await;
        self.permits(&[EMAIL], "people").await;
        self.adds_a_device(&ben, "ben").await;
    }

    /// Long after the sign-in, so that the mailbox is proved again.
    async fn adds_a_device(&self, browser: &Browser, who: &str) {
        browser.opens_the_mfa_settings(&name(who)).await;
        browser.clicks("Add a device").await;
        browser.arrives_at("Confirm that it’s you").await;
        browser.clicks("Send a code").await;
        self.gives_mailed_code(browser, who).await;
        let phone = browser.sets_up_a_device(&self.portal).await;
        browser.signs_out(&name(who)).await;
        browser
            .signs_in_with(&self.portal, &phone, &address(who), GUEST_PASSWORD)
            .await;
    }
}
