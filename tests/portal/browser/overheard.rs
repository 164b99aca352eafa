//! What Chromium is told is searched for secrets, whatever Chromium calls itself (`tests/portal/canaries/tap.rs`).

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::chromium::Chromium;
use super::window::Look;
use crate::canaries;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn what_chromium_is_told_is_searched_for_secrets() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    // As if this were a password.
    let label = "Email or login name";
    canaries::knows_password(&portal.url, label);
    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.goes("/sign-in").await;
    browser.sees(label).await;
    let closed = catch_unwind(AssertUnwindSafe(|| drop(portal)));
    let faults = closed.expect_err("nothing is found");
    let faults = faults.downcast_ref::<String>().unwrap();
    // In whatever groups it is told.
    let told = "/sign-in tells Emailorloginname to Chromium";
    assert!(faults.contains(told), "{faults}");
}
