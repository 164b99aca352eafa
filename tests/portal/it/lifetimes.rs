//! Everything that ends by itself: good a millisecond before its time, over when it comes.

use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_server::instance;

use crate::app::App;
use crate::client::Client;
use crate::portal::{Person, Portal};

/// The shortest time.
const MOMENT: Span = Span::millis(1);

/// All of a time but the last moment.
fn almost(life: Span) -> Span {
    Span::millis(life.as_millis() - 1)
}

/// A time and a moment more.
fn just_over(life: Span) -> Span {
    Span::millis(life.as_millis() + 1)
}

async fn ann(portal: &Portal) -> Person {
    let acme = portal.organization("acme", Rule::Required).await;
    portal.person(&acme, "ann").await
}

/// Whether a page answers, or leads away.
async fn opens(browser: &Client, path: &str) -> bool {
    browser.clone().get(path).await.status.is_success()
}

/// A page that answers until a time has gone by since now.
async fn answers_until(portal: &Portal, browser: &Client, path: &str, life: Span) {
    portal.wait(almost(life));
    assert!(opens(browser, path).await, "{path} before its time");
    portal.wait(MOMENT);
    assert!(!opens(browser, path).await, "{path} after its time");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_lives_ten_minutes() {
    let portal = Portal::start().await;
    let ann = ann(&portal).await;
    portal.browser().enrolls(&portal, &ann).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let path = format!("/sign-in/code?attempt={}", page.hidden("attempt"));
    answers_until(&portal, &browser, &path, Span::minutes(10)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pending_key_lives_half_an_hour_and_its_attempt_ten_minutes_more() {
    let portal = Portal::start().await;
    let ann = ann(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    let start = [("attempt", attempt.as_str())];
    let shown = browser.post("/sign-in/set-up/app", &start).await;
    let app = App::with_key(&browser.follow(shown).await.key());
    let path = format!("/sign-in/set-up/scan?attempt={attempt}");
    answers_until(&portal, &browser, &path, Span::minutes(30)).await;
    let code = app.code(portal.now());
    let late = [("attempt", attempt.as_str()), ("code", &code)];
    let answer = browser.post("/sign-in/set-up/scan", &late).await;
    assert_eq!(answer.status, 303, "the right code for a key that is over");
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 0);
    let path = format!("/sign-in/set-up?attempt={attempt}");
    answers_until(&portal, &browser, &path, Span::minutes(10)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_lives_an_hour_unused_and_a_day_used() {
    let portal = Portal::start().await;
    let ann = ann(&portal).await;
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(&portal, &ann).await;
    // Asking whether it lives is no use of it.
    answers_until(&portal, &browser, "/account/session", Span::hours(1)).await;

    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    assert!(answer.opens());
    for _ in 0..24 {
        portal.wait(Span::minutes(59));
        assert!(opens(&browser, "/").await);
    }
    answers_until(&portal, &browser, "/", Span::minutes(24)).await;
}

/// An owner who has just proved a device.
async fn administrator() -> (Portal, Client) {
    let portal = Portal::start().await;
    let olga = ann(&portal).await;
    let scope = Scope::of(olga.organization);
    let made = instance::make_owner(&portal.app, &Actor::System, scope, olga.id).await;
    made.unwrap().unwrap();
    let mut browser = portal.browser();
    browser.enrolls(&portal, &olga).await;
    (portal, browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_administration_is_open_fifteen_minutes_unused_and_half_a_day_used() {
    let path = "/admin/acme/access";
    for (late, open) in [(Span::ZERO, true), (MOMENT, false)] {
        let (portal, browser) = administrator().await;
        portal.wait(Span::minutes(15));
        portal.wait(late);
        assert_eq!(opens(&browser, path).await, open);
    }
    let (portal, browser) = administrator().await;
    for _ in 0..48 {
        portal.wait(Span::minutes(14));
        assert!(opens(&browser, path).await);
    }
    // 11 h 12 min; then the last 48 minutes.
    for _ in 0..4 {
        portal.wait(Span::minutes(11));
        assert!(opens(&browser, path).await);
    }
    answers_until(&portal, &browser, path, just_over(Span::minutes(4))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_is_fresh_for_five_minutes() {
    for (late, fresh) in [(Span::ZERO, true), (MOMENT, false)] {
        let portal = Portal::start().await;
        let ann = ann(&portal).await;
        let mut browser = portal.browser();
        browser.enrolls(&portal, &ann).await;
        portal.wait(Span::minutes(5));
        portal.wait(late);
        let answer = browser.post("/account/recovery-codes", &[]).await;
        assert_eq!(answer.says("I have stored these codes"), fresh);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_good_for_fourteen_days_and_the_first_link_for_an_hour() {
    let portal = Portal::start().await;
    let link = portal.setup_link().await;
    answers_until(&portal, &portal.browser(), &link, Span::hours(1)).await;
    let north = portal.organization("north", Rule::Off).await;
    let code = portal.letter(&north, "greta").await.code.shown();
    let path = format!("/invitation/{code}");
    answers_until(&portal, &portal.browser(), &path, Span::days(14)).await;
    let form = [("password", "a wholly new password")];
    assert_eq!(portal.browser().post(&path, &form).await.status, 404);
    assert_eq!(portal.count("SELECT COUNT(*) FROM accounts").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delay_ends_when_it_says() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    for _ in 0..5 {
        browser.signs_in(&eva.login, "not the password").await;
    }
    portal.wait(almost(Span::seconds(30)));
    let early = browser.signs_in(&eva.login, &eva.password).await;
    assert_eq!(early.status, 429);
    portal.wait(MOMENT);
    let on_time = browser.signs_in(&eva.login, &eva.password).await;
    on_time.expects(200, "Your applications");
}
