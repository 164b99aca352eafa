//! Limits in force: the help desk sees each, and lifts all of them.

use portcullis_core::credential::Kind;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Role, Scope};
use portcullis_store::keys::Lookup;
use portcullis_store::throttle::{self, FactorCounter};
use portcullis_store::{Tx, browsers};

use super::help_desk::{agent, does, page_of};
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn the_help_desk_sees_and_lifts_every_limit() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().signs_in(&ann.login, &ann.password).await;
    let (scope, account, page) = (Scope::of(acme.id), ann.id, page_of(&acme, ann.id));
    desk.get(&page).await.expects(200, "None in force");

    // Delays of a password: outside, in the browser that is known, and of the current one.
    let (app, now) = (portal.app.clone(), portal.now());
    let login = app.masters.lookup(Lookup::Login, b"ann@acme");
    let count = async move |tx: &mut Tx<'_>| {
        let known = browsers::list(tx, scope, account).await?;
        let browser = app.masters.lookup(Lookup::Browser, known[0].id.as_bytes());
        let current = app.masters.lookup(Lookup::Account, account.as_bytes());
        for _ in 0..5 {
            throttle::count_login(tx, login, now).await?;
            throttle::count_login(tx, current, now).await?;
        }
        for _ in 0..10 {
            throttle::count_login_in_browser(tx, browser, now).await?;
        }
        for kind in [
            Kind::Password,
            Kind::Totp,
            Kind::EmailCode,
            Kind::RecoveryCode,
            Kind::EnrollmentCode,
        ] {
            for in_known_browser in [false, true] {
                let counter = FactorCounter {
                    scope,
                    account,
                    kind,
                    in_known_browser,
                };
                for _ in 0..if in_known_browser { 10 } else { 5 } {
                    throttle::count_factor(tx, counter, now).await?;
                }
            }
        }
        Ok(())
    };
    portal.app.store.write(count).await.unwrap();
    let seen = desk.get(&page).await;
    for words in [
        "<li>Password<br>",
        "<li>Password <span",
        "<li>Current password, when changing it<br>",
        "<li>Password again, to confirm a change<br>",
        "<li>Password again, to confirm a change <span",
        "<li>Codes from the app<br>",
        "<li>Codes from the app <span",
        "<li>Codes by email<br>",
        "<li>Codes by email <span",
        "<li>Recovery codes<br>",
        "<li>Recovery codes <span",
        "<li>Enrollment code<br>",
        "<li>Enrollment code <span",
    ] {
        seen.expects(200, words);
    }
    seen.expects(200, "/unlock\"");
    does(&mut desk, &page, "unlock").await;
    let seen = desk.get(&page).await;
    seen.expects(200, "None in force");
    assert!(!seen.says("/unlock\""));
    for left in [
        "SELECT COUNT(*) FROM login_counters",
        "SELECT COUNT(*) FROM factor_counters",
    ] {
        assert_eq!(portal.count(left).await, 0, "{left}");
    }
}
