//! Signing in, from the password to the dashboard.

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;

use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn login_name_and_proved_address_sign_in_with_password_and_code() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, codes) = portal.browser().enrolls(&portal, &ann).await;
    assert_eq!(codes.len(), 10);
    for login in [&ann.login, &ann.email, &ann.login.to_uppercase()] {
        portal.wait_for_next_code();
        let mut browser = portal.browser();
        let page = browser.signs_in(login, &ann.password).await;
        page.expects(200, "Enter the code here");
        let answer = browser.gives_code(&page, &app.code(portal.now())).await;
        browser
            .follow(answer)
            .await
            .expects(200, "Your applications");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_mfa_the_password_leads_to_the_dashboard() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    let out = browser.post("/sign-out", &[]).await;
    browser.follow(out).await.expects(200, "Log in");
    assert_eq!(browser.get("/account/session").await.status, 303);
    portal.wait(Span::hours(1));
}
