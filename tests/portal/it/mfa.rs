//! The MFA settings: set up, one more device, off and on again; and a thief with a stolen session, who gets
//! none of it.

use portcullis_core::account::State;
use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_store::{Tx, accounts};

use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const MFA: &str = "/account/mfa";
pub const DEVICES: &str = "/account/mfa/devices";
const NEW: &str = "/account/mfa/devices/new";

/// Eva of an organization where MFA is up to her, signed in with the password alone.
pub async fn eva(portal: &Portal) -> (Person, Client) {
    let north = portal.organization("north", Rule::Optional).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
    (eva, browser)
}

/// Gives the first code of a device, under a name; the answer itself.
pub async fn confirms(browser: &mut Client, page: &Answer, name: &str, code: &str) -> Answer {
    let attempt = page.hidden("attempt");
    let fields = [
        ("attempt", attempt.as_str()),
        ("name", name),
        ("code", code),
    ];
    browser.post(NEW, &fields).await
}

/// From the button to the stored codes.
pub async fn enables(portal: &Portal, browser: &mut Client) -> (App, Vec<String>) {
    let answer = browser.post(DEVICES, &[]).await;
    let page = browser.follow(answer).await;
    page.expects(200, "Verify MFA code");
    let app = App::with_key(&page.key());
    let codes = confirms(browser, &page, "", &app.code(portal.now())).await;
    codes.expects(200, "I have stored these codes");
    let done = stores(browser, &codes).await;
    assert_eq!(done.location().as_deref(), Some("/account"));
    (app, codes.recovery_codes())
}

pub async fn stores(browser: &mut Client, page: &Answer) -> Answer {
    let (attempt, set) = (page.hidden("attempt"), page.hidden("set"));
    let fields = [
        ("attempt", attempt.as_str()),
        ("set", set.as_str()),
        ("stored", "on"),
    ];
    browser.post("/account/mfa/devices/stored", &fields).await
}

/// The ids of the devices that the settings list.
pub async fn listed(browser: &mut Client) -> Vec<String> {
    let page = browser.get(MFA).await;
    page.expects(200, "MFA settings");
    let parts = page.body.split("name=\"replaces\" value=\"").skip(1);
    parts
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

/// Proves a code for an act in a session.
async fn steps_up(browser: &mut Client, act: &str, code: &str) {
    let fields = [("act", act), ("return_to", MFA), ("code", code)];
    let answer = browser.post("/step-up", &fields).await;
    assert_eq!(answer.location().as_deref(), Some(MFA), "{}", answer.body);
}

async fn asked(portal: &Portal, person: &Person) -> Vec<Act> {
    let events = portal.events(Some(person.organization)).await;
    let act = |event: Event| match event {
        Event::StepUpAsked { act } => Some(act),
        _ => None,
    };
    events.into_iter().filter_map(act).collect()
}

pub async fn devices(portal: &Portal) -> i64 {
    portal.count("SELECT COUNT(*) FROM devices").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_enables_mfa_after_the_password_once_more() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let mut elsewhere = portal.browser();
    elsewhere.signs_in(&eva.login, &eva.password).await;
    browser
        .get("/account")
        .await
        .expects(200, "Enable MFA")
        .expects(200, "Not enabled");
    portal.wait(Span::minutes(6));

    // The proof of the sign-in is too old by now.
    let answer = browser.post(DEVICES, &[]).await;
    let page = browser.follow(answer).await;
    page.expects(200, "autocomplete=\"current-password\"");
    assert_eq!(asked(&portal, &eva).await, [Act::Devices]);
    let fields = |password: &str| {
        [
            ("act", "devices".to_owned()),
            ("return_to", NEW.to_owned()),
            ("password", password.to_owned()),
        ]
    };
    let typed = fields("not the password");
    let typed = typed.each_ref().map(|(k, v)| (*k, v.as_str()));
    browser
        .post("/step-up", &typed)
        .await
        .expects(422, "That isn’t your password");
    let typed = fields(&eva.password);
    let typed = typed.each_ref().map(|(k, v)| (*k, v.as_str()));
    let answer = browser.post("/step-up", &typed).await;
    let page = browser.follow(answer).await;
    page.expects(200, "Show secret key for manual configuration")
        .expects(200, "Enter the code here");
    let app = App::with_key(&page.key());
    confirms(&mut browser, &page, "", "000000")
        .await
        .expects(422, "That isn’t the code the app shows now");
    assert_eq!(devices(&portal).await, 0, "a wrong code sets nothing up");
    let before = browser.cookies["__Host-portcullis"].clone();
    let codes = confirms(&mut browser, &page, "Eva’s phone", &app.code(portal.now())).await;
    assert_ne!(
        browser.cookies["__Host-portcullis"], before,
        "a raised session has a new secret"
    );
    let done = stores(&mut browser, &codes).await;
    browser
        .follow(done)
        .await
        .expects(200, "Edit profile")
        .expects(200, "Enabled");
    browser
        .get(MFA)
        .await
        .expects(200, "Eva’s phone")
        .expects(200, "10 of 10 left");
    // Whoever was signed in elsewhere did it without this device.
    assert_eq!(elsewhere.get("/").await.status, 303);
    portal.wait_for_next_code();
    let mut next = portal.browser();
    let page = next.signs_in(&eva.login, &eva.password).await;
    let answer = next.gives_code(&page, &app.code(portal.now())).await;
    next.follow(answer).await.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_at_a_step_up_are_counted_by_account() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    portal.wait(Span::minutes(6));
    let tries = |password: &str| {
        [
            ("act", "devices".to_owned()),
            ("return_to", NEW.to_owned()),
            ("password", password.to_owned()),
        ]
    };
    let mut statuses = Vec::new();
    // The browser is one that the account knows, so ten are free in it.
    let wrong = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    for password in wrong.into_iter().chain([eva.password.as_str()]) {
        let fields = tries(password);
        let fields = fields.each_ref().map(|(k, v)| (*k, v.as_str()));
        statuses.push(browser.post("/step-up", &fields).await.status.as_u16());
    }
    assert_eq!(statuses[..10], [422; 10]);
    assert_eq!(statuses[10..], [429]);
    portal.wait(Span::seconds(30));
    let fields = tries(&eva.password);
    let fields = fields.each_ref().map(|(k, v)| (*k, v.as_str()));
    let answer = browser.post("/step-up", &fields).await;
    browser.follow(answer).await.expects(200, "Verify MFA code");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_device_is_added_renamed_and_removed() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let (first, _) = enables(&portal, &mut browser).await;
    portal.wait_for_next_code();
    let answer = browser.post(DEVICES, &[]).await;
    let page = browser.follow(answer).await;
    let second = App::with_key(&page.key());
    let done = confirms(&mut browser, &page, "Tablet", &second.code(portal.now())).await;
    // The codes of the first set-up stay in force.
    browser.follow(done).await.expects(200, "10 of 10 left");
    let ids = listed(&mut browser).await;
    assert_eq!(ids.len(), 2);

    // Either signs in.
    let mut elsewhere = portal.browser();
    for app in [&first, &second] {
        portal.wait_for_next_code();
        let page = elsewhere.signs_in(&eva.login, &eva.password).await;
        let answer = elsewhere.gives_code(&page, &app.code(portal.now())).await;
        assert!(answer.opens());
    }
    let named = format!("{DEVICES}/{}", ids[1]);
    for (name, status) in [("", 422), ("a\u{202e}b", 422)] {
        assert_eq!(browser.post(&named, &[("name", name)]).await.status, status);
    }
    let answer = browser.post(&named, &[("name", "Kitchen tablet")]).await;
    browser.follow(answer).await.expects(200, "Kitchen tablet");
    let gone = format!("{named}/remove");
    browser
        .get(&gone)
        .await
        .expects(200, "Delete <bdi>Kitchen tablet</bdi>?")
        .expects(200, "from your other devices");
    let answer = browser.post(&gone, &[]).await;
    assert_eq!(answer.location().as_deref(), Some(MFA));
    assert_eq!(listed(&mut browser).await, [ids[0].clone()]);
    assert_eq!(elsewhere.get("/").await.status, 303, "other sessions ended");
    assert_eq!(browser.post(&gone, &[]).await.status, 404);
    let page = elsewhere.signs_in(&eva.login, &eva.password).await;
    portal.wait_for_next_code();
    let answer = elsewhere
        .gives_code(&page, &second.code(portal.now()))
        .await;
    assert_eq!(answer.status, 422, "a removed device opens nothing");

    // The last one: nothing is asked for any more, and no recovery code is left over.
    let answer = browser
        .post(&format!("{DEVICES}/{}/remove", ids[0]), &[])
        .await;
    browser.follow(answer).await.expects(200, "Not enabled");
    assert_eq!(portal.count("SELECT COUNT(*) FROM recovery_codes").await, 0);
    let page = elsewhere.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
    let events = portal.events(Some(eva.organization)).await;
    assert!(events.contains(&Event::RecoveryCodesEnded));
    assert!(events.contains(&Event::DeviceRenamed {
        from: "Tablet".to_owned(),
        to: "Kitchen tablet".to_owned(),
    }));
}

#[tokio::test(flavor = "multi_thread")]
async fn mfa_is_switched_off_and_on_again_with_everything_kept() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let (app, codes) = enables(&portal, &mut browser).await;
    let answer = browser.post("/account/mfa/disable", &[]).await;
    browser.follow(answer).await.expects(200, "Disabled");
    let mut elsewhere = portal.browser();
    let page = elsewhere.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
    // What is kept still guards the account.
    let answer = elsewhere.post(DEVICES, &[]).await;
    elsewhere.follow(answer).await.expects(200, "Submit code");

    let used = [("code", app.code(portal.now()))];
    let used = used.each_ref().map(|(k, v)| (*k, v.as_str()));
    browser
        .post("/account/mfa/enable", &used)
        .await
        .expects(422, "That code was already used");
    browser
        .post("/account/mfa/enable", &[("code", "12")])
        .await
        .expects(422, "A code has six digits");
    portal.wait_for_next_code();
    let code = app.code(portal.now());
    let answer = browser
        .post("/account/mfa/enable", &[("code", &code)])
        .await;
    browser.follow(answer).await.expects(200, "Enabled");
    assert_eq!(
        elsewhere.get("/").await.status,
        303,
        "a session without the device is not enough now"
    );
    // Its step is spent, and the recovery codes are the old ones.
    let page = elsewhere.signs_in(&eva.login, &eva.password).await;
    assert_eq!(elsewhere.gives_code(&page, &code).await.status, 422);
    let answer = elsewhere.gives_recovery_code(&page, &codes[0]).await;
    assert_eq!(answer.status, 303);
    let events = portal.events(Some(eva.organization)).await;
    let at = |wanted: &Event| events.iter().position(|event| event == wanted).unwrap();
    assert!(at(&Event::MfaSwitchedOff) < at(&Event::MfaSwitchedOn));
}

/// What is tried, by a form to an address.
type Try<'a> = (&'static str, &'a str, &'a [(&'a str, &'a str)]);

/// Everything that a session could be misused for, each with the act that it is.
async fn tries_everything(browser: &mut Client, device: &str) -> Vec<(&'static str, Answer)> {
    let mut answers = Vec::new();
    let named = format!("{DEVICES}/{device}");
    let removed = format!("{named}/remove");
    let tries: [Try<'_>; 6] = [
        ("add", DEVICES, &[]),
        ("replace", DEVICES, &[("replaces", device)]),
        ("rename", &named, &[("name", "Mine")]),
        ("remove", &removed, &[]),
        ("disable", "/account/mfa/disable", &[]),
        ("reveal", "/account/recovery-codes", &[]),
    ];
    for (what, path, fields) in tries {
        answers.push((what, browser.post(path, fields).await));
    }
    answers
}

/// What stands about an account's factors.
async fn held(portal: &Portal) -> String {
    let unit = async move |tx: &mut Tx<'_>| {
        let mut all = String::new();
        for sql in [
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || name || HEX(totp_key) || last_step), '') FROM devices",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || COALESCE(stored_at, 0)), '') FROM recovery_sets",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || COALESCE(used_at, 0)), '') FROM recovery_codes",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || mfa_status || switched_off || password_hash || COALESCE(email, '') || COALESCE(email_codes_since, 0)), '') FROM accounts",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id)), '') FROM links",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id)), '') FROM pending_devices",
        ] {
            all += &tx.row(sql, &[], |r| r.get::<String>(0)).await?.unwrap();
        }
        Ok(all)
    };
    portal.app.store.read(unit).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_session_without_a_factor_changes_nothing_and_every_try_is_written_down() {
    for disabled in [false, true] {
        let portal = Portal::start().await;
        let (eva, mut browser) = eva(&portal).await;
        enables(&portal, &mut browser).await;
        let device = listed(&mut browser).await.remove(0);
        if disabled {
            browser.post("/account/mfa/disable", &[]).await;
        }
        portal.wait(Span::minutes(6));
        // The thief has the cookie, and while MFA is disabled a session of the password alone.
        let mut thief = browser.clone();
        if disabled {
            thief = portal.browser();
            let page = thief.signs_in(&eva.login, &eva.password).await;
            page.expects(200, "Your applications");
        }
        let before = held(&portal).await;
        for (what, answer) in tries_everything(&mut thief, &device).await {
            let to = answer.location().unwrap_or_default();
            assert!(
                to.starts_with("/step-up?act="),
                "{what}: {} {to}",
                answer.status
            );
        }
        // With the password, too: where a factor is held it proves nothing.
        for act in [
            "devices",
            "end-mfa",
            "new-recovery-codes",
            "password",
            "address",
            "record",
        ] {
            let fields = [
                ("act", act),
                ("return_to", NEW),
                ("password", eva.password.as_str()),
            ];
            let answer = thief.post("/step-up", &fields).await;
            answer.expects(200, "Submit code");
            assert!(!answer.opens());
        }
        // Nor does any page show what would open the account.
        for path in [
            MFA,
            NEW,
            "/account",
            "/account/recovery-codes",
            "/account/mfa/devices/codes",
            "/account/mfa/email-codes",
        ] {
            let page = thief.get(path).await;
            assert!(!page.says("otpauth:") && !page.says("class=\"codes\""));
        }
        assert_eq!(held(&portal).await, before);
        let acts = asked(&portal, &eva).await;
        assert_eq!(
            acts,
            [
                Act::Devices,
                Act::Devices,
                Act::Devices,
                Act::Devices,
                Act::EndMfa,
                Act::NewRecoveryCodes,
            ],
            "{disabled}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_mfa_is_required_it_is_neither_disabled_nor_the_last_device_removed() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.enrolls(&portal, &ann).await;
    let page = browser.get(MFA).await;
    assert!(!page.says("/account/mfa/disable"));
    let device = listed(&mut browser).await.remove(0);
    let before = held(&portal).await;
    browser
        .post("/account/mfa/disable", &[])
        .await
        .expects(409, "MFA is required of you");
    browser
        .post(&format!("{DEVICES}/{device}/remove"), &[])
        .await
        .expects(409, "New phone");
    assert_eq!(held(&portal).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_mfa_is_off_it_is_not_offered_and_what_is_held_stays_manageable() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let tom = portal.person(&north, "tom").await;
    let mut browser = portal.browser();
    browser.signs_in(&tom.login, &tom.password).await;
    for path in ["/account", MFA] {
        assert!(!browser.get(path).await.says("Enable MFA"));
    }
    browser
        .post(DEVICES, &[])
        .await
        .expects(403, "MFA isn’t offered here");
    browser
        .post("/account/recovery-codes", &[])
        .await
        .expects(403, "isn’t open to you");
    let (eva, mut browser) = {
        let east = portal.organization("east", Rule::Optional).await;
        let eva = portal.person(&east, "eva").await;
        let mut browser = portal.browser();
        browser.signs_in(&eva.login, &eva.password).await;
        (eva, browser)
    };
    enables(&portal, &mut browser).await;
    let off = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE organizations SET rule = 'off'";
        tx.run(sql, &[]).await
    };
    portal.app.store.write(off).await.unwrap();
    let answer = browser.post(DEVICES, &[]).await;
    browser.follow(answer).await.expects(200, "Verify MFA code");
    let answer = browser.post("/account/mfa/disable", &[]).await;
    browser.follow(answer).await.expects(200, "Disabled");
    let mut other = portal.browser();
    let page = other.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_account_signs_in_and_changes_nothing_that_does() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let (app, codes) = enables(&portal, &mut browser).await;
    let device = listed(&mut browser).await.remove(0);
    let (scope, id) = (portcullis_core::role::Scope::of(eva.organization), eva.id);
    let freeze = async move |tx: &mut Tx<'_>| {
        accounts::change_state(tx, scope, id, State::Active, State::Frozen).await
    };
    assert!(portal.app.store.write(freeze).await.unwrap());
    let before = held(&portal).await;
    for (what, answer) in tries_everything(&mut browser, &device).await {
        assert_eq!(answer.status, 403, "{what}");
        answer.expects(403, "Your account is frozen");
    }
    assert_eq!(held(&portal).await, before);
    // A proved factor still signs in, a recovery code without being led to a set-up.
    portal.wait_for_next_code();
    let mut other = portal.browser();
    let page = other.signs_in(&eva.login, &eva.password).await;
    assert!(
        other
            .gives_code(&page, &app.code(portal.now()))
            .await
            .opens()
    );
    let page = other.signs_in(&eva.login, &eva.password).await;
    assert!(other.gives_recovery_code(&page, &codes[0]).await.opens());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_up_belongs_to_the_session_that_began_it() {
    let portal = Portal::start().await;
    let (eva, mut browser) = eva(&portal).await;
    let answer = browser.post(DEVICES, &[]).await;
    let page = browser.follow(answer).await;
    let app = App::with_key(&page.key());
    let attempt = browser.cookies["__Host-portcullis-attempt"].clone();
    // Another session of the same account, with the attempt's secret.
    let mut other = portal.browser();
    other.signs_in(&eva.login, &eva.password).await;
    other
        .cookies
        .insert("__Host-portcullis-attempt".to_owned(), attempt);
    let code = app.code(portal.now());
    let answer = confirms(&mut other, &page, "", &code).await;
    assert_eq!(answer.location().as_deref(), Some(MFA));
    assert_eq!(devices(&portal).await, 0);
    // Signed out, it is over.
    browser.post("/sign-out", &[]).await;
    let answer = confirms(&mut browser, &page, "", &code).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in"));
    assert_eq!(
        portal.count("SELECT COUNT(*) FROM pending_devices").await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_touches_the_device_of_another() {
    let portal = Portal::start().await;
    let (_, mut browser) = eva(&portal).await;
    enables(&portal, &mut browser).await;
    let device = listed(&mut browser).await.remove(0);
    let east = portal.organization("east", Rule::Optional).await;
    let tom = portal.person(&east, "tom").await;
    let mut other = portal.browser();
    other.signs_in(&tom.login, &tom.password).await;
    enables(&portal, &mut other).await;
    let before = held(&portal).await;
    for path in [
        format!("{DEVICES}/{device}"),
        format!("{DEVICES}/{device}/remove"),
    ] {
        assert_eq!(other.get(&path).await.status, 404);
    }
    let remove = format!("{DEVICES}/{device}/remove");
    assert_eq!(other.post(&remove, &[]).await.status, 404);
    let rename = format!("{DEVICES}/{device}");
    assert_eq!(other.post(&rename, &[("name", "x")]).await.status, 404);
    let replace = [("replaces", device.as_str())];
    assert_eq!(other.post(DEVICES, &replace).await.status, 404);
    assert_eq!(held(&portal).await, before);
    steps_up_is_bound_to_its_session(&portal).await;
}

/// A proof given in one session is none in another of the same account.
async fn steps_up_is_bound_to_its_session(portal: &Portal) {
    let south = portal.organization("south", Rule::Optional).await;
    let una = portal.person(&south, "una").await;
    let mut one = portal.browser();
    one.signs_in(&una.login, &una.password).await;
    let (app, _) = enables(portal, &mut one).await;
    portal.wait_for_next_code();
    let mut two = portal.browser();
    let page = two.signs_in(&una.login, &una.password).await;
    two.gives_code(&page, &app.code(portal.now())).await;
    portal.wait(Span::minutes(6));
    steps_up(&mut one, "end-mfa", &app.code(portal.now())).await;
    let answer = two.post("/account/mfa/disable", &[]).await;
    assert!(answer.location().unwrap().starts_with("/step-up"));
    let answer = one.post("/account/mfa/disable", &[]).await;
    one.follow(answer).await.expects(200, "Disabled");
}
