//! Two tabs of one browser are two attempts, and do not cross.

use portcullis_core::policy::Rule;

use super::chromium::Chromium;
use super::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn two_people_sign_in_side_by_side_in_two_tabs() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (ann, ben) = (
        portal.person(&acme, "ann").await,
        portal.person(&acme, "ben").await,
    );
    let browser = chromium.opens(&portal, Look::DESK).await;

    // Two wizards side by side: each keeps its own key.
    let left = browser.client.window().await.unwrap();
    browser.signs_in(&ann.login, &ann.password).await;
    let anns_phone = browser.scans().await;
    let right = browser.opens_tab().await;
    browser.signs_in(&ben.login, &ben.password).await;
    let bens_phone = browser.scans().await;
    assert_eq!(bens_phone.account, "ben@acme");
    browser.turns_to(&left).await;
    browser
        .gives_code(&anns_phone.code(portal.now()), "Enable")
        .await;
    browser.stores_the_codes().await;
    browser.arrives_at("Your applications").await;
    browser.sees("Person ann").await;
    browser.turns_to(&right).await;
    browser
        .gives_code(&bens_phone.code(portal.now()), "Enable")
        .await;
    browser.stores_the_codes().await;
    browser.arrives_at("Your applications").await;
    browser.sees("Person ben").await;
    browser.signs_out("Person ben").await;

    // Two sign-ins side by side: a code counts in its own tab only.
    portal.wait_for_next_code();
    browser.signs_in(&ben.login, &ben.password).await;
    browser.turns_to(&left).await;
    browser.signs_in(&ann.login, &ann.password).await;
    browser.arrives_at("Enter the code from your app").await;
    browser.turns_to(&right).await;
    browser
        .gives_code(&anns_phone.code(portal.now()), "Submit code")
        .await;
    browser.sees("That isn’t the code the app shows now").await;
    browser.sees("Signing in as ben@acme").await;
    browser.turns_to(&left).await;
    browser.confirms(&portal, &anns_phone).await;
    browser.arrives_at("Your applications").await;
    browser.sees("Person ann").await;
    browser.turns_to(&right).await;
    browser
        .gives_code(&bens_phone.code(portal.now()), "Submit code")
        .await;
    browser.arrives_at("Your applications").await;
    browser.sees("Person ben").await;
}
