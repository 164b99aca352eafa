//! From the set-up line that the program prints to two people who sign in, by visible words only.

use portcullis_store::testing::Place;

use super::chromium::Chromium;
use super::window::Look;
use crate::portal::Portal;

const OWNER_PASSWORD: &str = "gravel lantern seven";
const GUEST_PASSWORD: &str = "copper meadow eleven";

/// The owner sets the portal up and invites somebody on paper; both sign in.
async fn story(portal: &Portal, look: Look) {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let ann = chromium.opens(portal, look).await;
    ann.goes(&portal.setup_link().await).await;
    ann.arrives_at("Set up your organization").await;
    ann.types("Name of the organization", "Acme Works").await;
    ann.types("Short name", "acme").await;
    ann.ticks("Required").await;
    ann.types("Name", "Ann Bauer").await;
    ann.types("Login name", "ann").await;
    ann.types("Choose a password", OWNER_PASSWORD).await;
    ann.clicks("Make the organization").await;
    let (anns_phone, _) = ann.goes_through_the_wizard(portal).await;
    assert_eq!(
        (anns_phone.issuer.as_str(), anns_phone.account.as_str()),
        ("Acme Works", "ann@acme")
    );

    ann.clicks("Ann Bauer").await;
    ann.clicks("Administration").await;
    ann.arrives_at("Administration and access").await;
    ann.clicks("Invite somebody").await;
    ann.types("Name", "Ben Okafor").await;
    ann.types("Login name", "ben").await;
    ann.clicks("Make the invitation").await;
    ann.arrives_at("Invitation for Ben Okafor").await;
    let address = ann.word_after("open this address:").await;
    let code = ann.word_after("Type this code:").await;

    let ben = chromium.opens(portal, look).await;
    ben.goes(
        address
            .strip_prefix(&portal.url)
            .expect("an address of the portal"),
    )
    .await;
    ben.types("Invitation code", &code).await;
    ben.clicks("Open the invitation").await;
    ben.arrives_at("Join Acme Works").await;
    ben.sees("Ben Okafor").await;
    ben.types("Choose a password", GUEST_PASSWORD).await;
    ben.clicks("Accept the invitation").await;
    let (bens_phone, _) = ben.goes_through_the_wizard(portal).await;

    ann.clicks("Ann Bauer").await;
    ann.clicks("Administration").await;
    ann.sees("ben@acme").await;
    let people = [
        (ann, anns_phone, "Ann Bauer", "ann@acme", OWNER_PASSWORD),
        (ben, bens_phone, "Ben Okafor", "ben@acme", GUEST_PASSWORD),
    ];
    for (browser, phone, name, login, password) in people {
        browser.signs_out(name).await;
        portal.wait_for_next_code();
        browser.signs_in_with(portal, &phone, login, password).await;
        browser.sees(name).await;
        assert_eq!(browser.complaints().await, [""; 0]);
    }
}

macro_rules! from_the_set_up_line_to_two_people_who_sign_in {
    ($($name:ident: $look:expr;)*) => {
        /// Once for every look.
        mod from_the_set_up_line_to_two_people_who_sign_in {
            use super::*;
            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $name() {
                    story(&Portal::start().await, $look).await;
                }
            )*

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgres() {
                if let Some(place) = Place::postgres().await {
                    story(&Portal::on(&place).await, Look::DESK).await;
                }
            }
        }
    };
}

from_the_set_up_line_to_two_people_who_sign_in! {
    at_1280_in_light: Look::DESK;
    at_1280_in_dark: Look::DESK.dark();
    at_390_in_light: Look::PHONE;
    at_390_in_dark: Look::PHONE.dark();
    without_javascript: Look::DESK.without_scripts();
}
