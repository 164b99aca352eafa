//! The portal `managed_service_provider` of product.md, its steps 3 and 4: MFA required of one account
//! alone, where nobody else needs it.

use portcullis_core::audit::Origin;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_server::people::require_mfa;

use super::chromium::Chromium;
use super::phone::Phone;
use super::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn managed_service_provider() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let tom = portal.person(&north, "tom").await;
    require_mfa(
        &portal.app,
        &Actor::System,
        (north.id, eva.id),
        true,
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();

    // 3. At the next sign-in the wizard comes; the key is typed by hand this time.
    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.signs_in(&eva.email, &eva.password).await;
    browser.arrives_at("Get an authenticator app").await;
    browser
        .sees("From now on, signing in will ask for your password and a code")
        .await;
    browser
        .sees("Any other app works too, if it reads standard keys")
        .await;
    browser
        .sees("Questions about an app that isn’t listed? Ask the contacts")
        .await;
    browser.sees("+1 555 0100, option 2").await;
    browser.clicks("Ente Auth").await;
    browser.sees("Get it for a computer").await;
    let scanned = browser.scans().await;
    browser
        .clicks("Show secret key for manual configuration")
        .await;
    browser.sees("Time-based, six digits").await;
    let text = browser.text().await;
    let (_, key) = text.split_once("manual configuration ").unwrap();
    let key: Vec<&str> = key
        .split(' ')
        .take_while(|word| word.len() == 4 && *word != "Copy")
        .collect();
    let phone = Phone::with_key(&key.concat());
    assert_eq!(
        phone.code(portal.now()),
        scanned.code(portal.now()),
        "{key:?}"
    );
    browser
        .gives_code(&phone.code(portal.now()), "Enable")
        .await;
    browser.stores_the_codes().await;
    browser.arrives_at("Your applications").await;

    // 4. From then on a new screen comes after "Log in", and "Submit code" goes on.
    for look in [Look::PHONE, Look::DESK.without_scripts()] {
        let browser = chromium.opens(&portal, look).await;
        browser
            .signs_in_with(&portal, &phone, &eva.email, &eva.password)
            .await;
        browser.sees("Person eva").await;
    }

    // Nobody else in the organization is asked.
    browser.signs_out("Person eva").await;
    browser.signs_in(&tom.email, &tom.password).await;
    browser.arrives_at("Your applications").await;
}
