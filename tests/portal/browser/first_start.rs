//! From the set-up line that the program prints to two people who sign in, by visible words only.

use portcullis_store::testing::Place;

use super::chromium::Chromium;
use super::steps::{GUEST_PASSWORD, OWNER_PASSWORD};
use super::window::Look;
use crate::portal::Portal;

/// The owner sets the portal up and invites somebody on paper; both sign in.
async fn story(portal: &Portal, look: Look) {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let ann = chromium.opens(portal, look).await;
    ann.founds_acme(portal).await;
    let (anns_phone, _) = ann.goes_through_the_wizard(portal).await;
    let shown = (anns_phone.issuer.as_str(), anns_phone.account.as_str());
    assert_eq!(shown, ("Acme Works", "ann@acme"));
    let sheet = ann.invites_ben().await;

    let ben = chromium.opens(portal, look).await;
    ben.accepts(portal, &sheet).await;
    let (bens_phone, _) = ben.goes_through_the_wizard(portal).await;
    ann.opens_the_administration("Ann Bauer").await;
    ann.sees("ben@acme").await;

    let people = [
        (ann, anns_phone, "Ann Bauer", "ann@acme", OWNER_PASSWORD),
        (ben, bens_phone, "Ben Okafor", "ben@acme", GUEST_PASSWORD),
    ];
    for (browser, phone, name, login, password) in people {
        browser.signs_out(name).await;
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
