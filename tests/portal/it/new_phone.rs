//! A new phone in place of a lost one: among the settings, proved by the old one or by a recovery code, and at
//! a sign-in by a recovery code. Broken off after any step, what worked before works, and nothing else.

use portcullis_core::audit::Event;
use portcullis_core::time::Span;

use super::mfa::{confirms, devices, enables, eva, listed, stores};
use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const DEVICES: &str = "/account/mfa/devices";
const NEW: &str = "/account/mfa/devices/new";

/// By what a new phone is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    /// The settings, proved by the old device.
    OldDevice,
    /// The settings, proved by a recovery code.
    RecoveryCode,
    /// A sign-in by a recovery code.
    SignIn,
}

/// Eva with a phone that she is about to lose, and a tablet that she keeps.
struct Story {
    portal: Portal,
    eva: Person,
    browser: Client,
    phone: App,
    tablet: App,
    /// The phone's and the tablet's.
    ids: Vec<String>,
    codes: Vec<String>,
}

async fn story() -> Story {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let (phone, codes) = enables(&portal, &mut browser).await;
    portal.wait_for_next_code();
    let answer = browser.post(DEVICES, &[]).await;
    let page = browser.follow(answer).await;
    let tablet = App::with_key(&page.key());
    confirms(&mut browser, &page, "Tablet", &tablet.code(portal.now())).await;
    let ids = listed(&mut browser).await;
    portal.wait(Span::minutes(6));
    Story {
        portal,
        eva,
        browser,
        phone,
        tablet,
        ids,
        codes,
    }
}

/// What came of it up to where it was broken off.
#[derive(Default)]
struct Reached {
    /// The new phone, once its key was shown.
    new: Option<App>,
    /// Whether it has given its first right code.
    confirmed: bool,
    /// New recovery codes, once they are stored.
    codes: Vec<String>,
}

/// Sets up a new phone among the settings, so many steps far: asked for a proof, the key shown, a wrong code,
/// the right one, the codes stored.
async fn among_the_settings(story: &mut Story, door: Door, steps: usize) -> Reached {
    let mut reached = Reached::default();
    let browser = &mut story.browser;
    let begin = [("replaces", story.ids[0].as_str())];
    let answer = browser.post(DEVICES, &begin).await;
    let page = browser.follow(answer).await;
    page.expects(200, "Confirm that it’s you");
    if steps == 0 {
        return reached;
    }
    let to = format!("{NEW}?replaces={}", story.ids[0]);
    let proof = match door {
        Door::OldDevice => ("code", story.phone.code(story.portal.now())),
        _ => ("recovery_code", story.codes[0].clone()),
    };
    let fields = [
        ("act", "devices"),
        ("return_to", to.as_str()),
        (proof.0, proof.1.as_str()),
    ];
    let answer = browser.post("/step-up", &fields).await;
    let mut page = browser.follow(answer).await;
    page.expects(200, "This replaces");
    let new = App::with_key(&page.key());
    if steps > 1 {
        page = confirms(browser, &page, "", "000000").await;
        page.expects(422, "Verify MFA code");
    }
    if steps > 2 {
        let code = new.code(story.portal.now());
        let shown = confirms(browser, &page, "New one", &code).await;
        shown.expects(200, "I have stored these codes");
        reached.confirmed = true;
        if steps > 3 {
            let done = stores(browser, &shown).await;
            browser.follow(done).await.expects(200, "Enabled");
            reached.codes = shown.recovery_codes();
        }
    }
    reached.new = Some(new);
    reached
}

async fn sends(browser: &mut Client, page: &Answer, path: &str, field: (&str, &str)) -> Answer {
    let attempt = page.hidden("attempt");
    let fields = [("attempt", attempt.as_str()), field];
    browser.post(path, &fields).await
}

/// Sets one up at a sign-in, so many steps far: the recovery code taken, the lost one named, the key shown, a
/// wrong code, the right one.
async fn at_a_sign_in(story: &mut Story, steps: usize) -> Reached {
    let mut reached = Reached::default();
    story.browser = story.portal.browser();
    let browser = &mut story.browser;
    let page = browser
        .signs_in(&story.eva.login, &story.eva.password)
        .await;
    let answer = browser.gives_recovery_code(&page, &story.codes[0]).await;
    let page = browser.follow(answer).await;
    page.expects(200, "Do you still have your device?")
        .expects(200, "Tablet")
        .expects(200, "I still have them all");
    if steps == 0 {
        return reached;
    }
    let lost = ("choice", story.ids[0].as_str());
    let answer = sends(browser, &page, "/sign-in/replace-device", lost).await;
    let page = browser.follow(answer).await;
    page.expects(200, "Get an authenticator app");
    if steps == 1 {
        return reached;
    }
    let attempt = page.hidden("attempt");
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let page = browser.follow(answer).await;
    let new = App::with_key(&page.key());
    let scan = "/sign-in/set-up/scan";
    if steps > 2 {
        let wrong = sends(browser, &page, scan, ("code", "000000")).await;
        wrong.expects(422, "Enter the code");
    }
    if steps > 3 {
        let code = new.code(story.portal.now());
        let answer = sends(browser, &page, scan, ("code", &code)).await;
        assert!(answer.opens());
        browser
            .follow(answer)
            .await
            .expects(200, "Your applications");
        reached.confirmed = true;
    }
    reached.new = Some(new);
    reached
}

impl Story {
    /// Whether a code of an app signs in after the password.
    async fn opens(&self, app: &App) -> bool {
        let mut browser = self.portal.browser();
        let page = browser.signs_in(&self.eva.login, &self.eva.password).await;
        let answer = browser
            .gives_code(&page, &app.code(self.portal.now()))
            .await;
        answer.status == 303
    }

    /// Whether a recovery code is taken after the password.
    async fn recovers(&self, code: &str) -> bool {
        let mut browser = self.portal.browser();
        let page = browser.signs_in(&self.eva.login, &self.eva.password).await;
        browser.gives_recovery_code(&page, code).await.status == 303
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_phone_can_be_broken_off_after_every_step() {
    for door in [Door::OldDevice, Door::RecoveryCode, Door::SignIn] {
        for steps in 0..5 {
            let mut story = story().await;
            let reached = match door {
                Door::SignIn => at_a_sign_in(&mut story, steps).await,
                _ => among_the_settings(&mut story, door, steps).await,
            };
            let what = format!("{door:?}, {steps}");
            let Reached {
                new,
                confirmed,
                codes,
            } = reached;
            if door == Door::SignIn && !confirmed {
                assert_eq!(story.browser.get("/").await.status, 303, "{what}");
            }
            story.portal.wait_for_next_code();
            assert_eq!(story.opens(&story.phone).await, !confirmed, "phone, {what}");
            assert!(story.opens(&story.tablet).await, "the tablet, {what}");
            if let Some(new) = &new {
                assert_eq!(story.opens(new).await, confirmed, "the new one, {what}");
            }
            // Among the settings the codes are renewed with the phone; at a sign-in the rest stays good.
            let kept = !confirmed || door == Door::SignIn;
            assert_eq!(
                story.recovers(&story.codes[1]).await,
                kept,
                "a code, {what}"
            );
            let used = door != Door::OldDevice && (steps > 0 || door == Door::SignIn);
            let first = story.recovers(&story.codes[0]).await;
            assert_eq!(first, kept && !used, "the first code, {what}");
            if let Some(code) = codes.first() {
                assert!(story.recovers(code).await, "a new code, {what}");
            }
            let mut stranger = story.portal.browser();
            let page = stranger
                .signs_in(&story.eva.login, &story.eva.password)
                .await;
            page.expects(200, "Enter the code");
            assert_eq!(devices(&story.portal).await, 2, "{what}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_devices_the_lost_one_is_named_before_another_is_set_up() {
    let story = story().await;
    let mut browser = story.portal.browser();
    let page = browser
        .signs_in(&story.eva.login, &story.eva.password)
        .await;
    let answer = browser.gives_recovery_code(&page, &story.codes[0]).await;
    let page = browser.follow(answer).await;
    let unnamed = async |browser: &mut Client| {
        let attempt = page.hidden("attempt");
        let start = [("attempt", attempt.as_str())];
        let answer = browser.post("/sign-in/set-up/app", &start).await;
        let shown = browser.follow(answer).await;
        shown.expects(200, "I still have them all");
    };
    unnamed(&mut browser).await;
    let path = "/sign-in/replace-device";
    let nobodys = "00000000000000000000000000000000";
    for choice in ["replace", nobodys] {
        let answer = sends(&mut browser, &page, path, ("choice", choice)).await;
        let shown = browser.follow(answer).await;
        shown.expects(200, "I still have them all");
    }
    let odd = sends(&mut browser, &page, path, ("choice", "phone")).await;
    assert_eq!(odd.status, 400);
    unnamed(&mut browser).await;
    let pending = "SELECT COUNT(*) FROM pending_devices";
    assert_eq!(story.portal.count(pending).await, 0);
    // Who finds the lost one again goes on with both.
    let answer = sends(&mut browser, &page, path, ("choice", "keep")).await;
    assert!(answer.opens());
    assert_eq!(devices(&story.portal).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_phone_is_replaced_after_a_recovery_code() {
    let mut story = story().await;
    let reached = among_the_settings(&mut story, Door::RecoveryCode, 4).await;
    assert!(reached.confirmed);
    let page = story.browser.get("/account/mfa").await;
    page.expects(200, "10 of 10 left").expects(200, "Tablet");
    let events = story.portal.events(Some(story.eva.organization)).await;
    let replaced = |event: &Event| matches!(event, Event::DeviceRemoved { replaced: true, .. });
    assert_eq!(events.iter().filter(|event| replaced(event)).count(), 1);
}

#[tokio::test]
async fn a_stale_proof_neither_shows_nor_confirms_what_was_begun_nor_makes_codes() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let (phone, _) = enables(&portal, &mut browser).await;
    let ids = listed(&mut browser).await;
    let begin = [("replaces", ids[0].as_str())];
    let answer = browser.post(DEVICES, &begin).await;
    let (shown_at, page) = (answer.location().unwrap(), browser.follow(answer).await);
    page.expects(200, "This replaces");
    let new = App::with_key(&page.key());
    portal.wait(Span::minutes(10));
    let stale = browser.get(&shown_at).await;
    assert!(
        stale
            .location()
            .unwrap()
            .starts_with("/step-up?act=devices")
    );
    let answer = confirms(&mut browser, &page, "", &new.code(portal.now())).await;
    assert!(
        answer
            .location()
            .unwrap()
            .starts_with("/step-up?act=devices")
    );
    assert_eq!(listed(&mut browser).await, ids, "the old one is held");
    // A fresh proof leads back to where it was.
    let code = phone.code(portal.now());
    let fields = [
        ("act", "devices"),
        ("return_to", shown_at.as_str()),
        ("code", code.as_str()),
    ];
    let answer = browser.post("/step-up", &fields).await;
    let page = browser.follow(answer).await;
    page.expects(200, "This replaces");
    let shown = confirms(&mut browser, &page, "", &new.code(portal.now())).await;
    shown.expects(200, "I have stored these codes");
    let attempt = shown.hidden("attempt");
    let again = async |browser: &mut Client| {
        let fields = [("attempt", attempt.as_str())];
        browser.post("/account/mfa/devices/codes", &fields).await
    };
    // The device that was just confirmed is proof enough.
    again(&mut browser)
        .await
        .expects(200, "I have stored these codes");
    let made = async |portal: &Portal| {
        let events = portal.events(Some(eva.organization)).await;
        let made = |event: &&Event| **event == Event::RecoveryCodesMade;
        events.iter().filter(made).count()
    };
    let before = made(&portal).await;
    portal.wait(Span::minutes(6));
    let answer = again(&mut browser).await;
    assert!(
        answer
            .location()
            .unwrap()
            .starts_with("/step-up?act=devices")
    );
    assert!(!answer.says("I have stored these codes"));
    assert_eq!(made(&portal).await, before);
}
