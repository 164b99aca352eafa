//! Known and remembered browsers.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::GrantId;
use portcullis_core::policy::{Channels, Policy, Rule};
use portcullis_core::role::{Actor, Grant, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::{instance, people};
use portcullis_store::roles::NewGrant;
use portcullis_store::{Tx, on_both, roles};

use super::email_codes::{last, organization};
use super::races::{by_status, race, sessions};
use crate::app::App;
use crate::client::Client;
use crate::portal::{Person, Portal};

const COOKIE: &str = "__Host-portcullis-browser";

/// Somebody with an app, and the browser that it was set up in.
async fn ann(portal: &Portal) -> (Person, App, Client) {
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(portal, &ann).await;
    portal.wait(Span::minutes(2));
    (ann, app, browser)
}

/// Signs in by password and code.
async fn signs_in(portal: &Portal, browser: &mut Client, (ann, app): (&Person, &App)) {
    portal.wait_for_next_code();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = browser.gives_code(&page, &app.code(portal.now())).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// How many sign-ins were written down, and which of them as from a new browser.
async fn sign_ins(portal: &Portal, ann: &Person) -> Vec<bool> {
    let new = |event: Event| match event {
        Event::SignedIn { new_browser, .. } => Some(new_browser),
        _ => None,
    };
    let events = portal.events(Some(ann.organization)).await;
    events.into_iter().filter_map(new).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_known_by_a_sign_in_and_stays_so_after_signing_out() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = ann(&portal).await;
    let key = browser.cookies[COOKIE].clone();
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!(out.headers["clear-site-data"], "\"cache\"");
    assert_eq!(browser.cookies[COOKIE], key);
    signs_in(&portal, &mut browser, (&ann, &app)).await;
    assert_eq!(browser.cookies[COOKIE], key, "nothing new is given");
    assert_eq!(portal.count("SELECT COUNT(*) FROM browsers").await, 1);
    // The password alone makes no browser known.
    let mut thief = portal.browser();
    thief.signs_in(&ann.login, &ann.password).await;
    assert!(!thief.cookies.contains_key(COOKIE));
    let mut second = portal.browser();
    signs_in(&portal, &mut second, (&ann, &app)).await;
    assert_eq!(portal.count("SELECT COUNT(*) FROM browsers").await, 2);
    assert_eq!(sign_ins(&portal, &ann).await, [false, false, true]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_cookie_holds_the_keys_of_several_accounts_and_no_more_than_six() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let mut browser = portal.browser();
    let mut people = Vec::new();
    for n in 0..7 {
        let person = portal.person(&north, &format!("eva{n}")).await;
        browser.signs_in(&person.login, &person.password).await;
        people.push(person);
    }
    let cookie = browser.cookies[COOKIE].clone();
    assert_eq!(cookie.split('~').count(), 6);
    for (n, person) in people.iter().enumerate().rev() {
        browser.signs_in(&person.login, &person.password).await;
        let known = portal.count("SELECT COUNT(*) FROM browsers").await;
        assert_eq!(known, if n == 0 { 8 } else { 7 }, "{n}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_out_from_outside_does_not_stop_a_known_browser() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    for login in [&ann.login, &ann.email] {
        for _ in 0..6 {
            portal.browser().signs_in(login, "not the password").await;
        }
        let mut stranger = portal.browser();
        let delayed = stranger.signs_in(login, &ann.password).await;
        assert_eq!(delayed.status, 429, "{login}");
        browser
            .signs_in(login, &ann.password)
            .await
            .expects(200, "Enter the code here");
    }
    // The sign-in of the known browser lifts nothing for outsiders.
    let mut stranger = portal.browser();
    assert_eq!(
        stranger.signs_in(&ann.login, &ann.password).await.status,
        429
    );
    signs_in(&portal, &mut browser, (&ann, &app)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_in_a_known_browser_have_a_counter_of_their_own() {
    let portal = Portal::start().await;
    let (ann, _, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    // However the login is written, it is one counter: ten are looked at.
    for n in 0..10 {
        let login = if n % 2 == 0 { &ann.login } else { &ann.email };
        let answer = browser.signs_in(login, "not the password").await;
        assert_eq!(answer.status, 422, "{n}");
    }
    for login in [&ann.login, &ann.email] {
        let answer = browser.signs_in(login, &ann.password).await;
        assert_eq!(answer.headers["retry-after"], "30");
        // Outside nothing was counted.
        let mut other = portal.browser();
        other
            .signs_in(login, &ann.password)
            .await
            .expects(200, "Enter the code here");
    }
    portal.wait(Span::seconds(30));
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Enter the code here");
    // A right password takes the count away.
    for n in 0..10 {
        let answer = browser.signs_in(&ann.login, "not the password").await;
        assert_eq!(answer.status, 422, "{n}");
    }
}

/// Gives that many wrong codes, each after the password.
async fn gives_wrong_codes(portal: &Portal, browser: &mut Client, ann: &Person, many: u32) {
    for _ in 0..many {
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let wrong = browser.gives_code(&page, "000000").await;
        wrong.expects(422, "That isn’t the code the app shows now");
        portal.wait(Span::seconds(61));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_from_outside_do_not_stop_a_known_browser() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    // Somebody has the password, and has tried until the wait is longer than a minute.
    gives_wrong_codes(&portal, &mut portal.browser(), &ann, 7).await;
    let mut stranger = portal.browser();
    let page = stranger.signs_in(&ann.login, &ann.password).await;
    let delayed = stranger.gives_code(&page, &app.code(portal.now())).await;
    assert_eq!(delayed.status, 429);
    // The browser that the account knows has ten tries of its own.
    gives_wrong_codes(&portal, &mut browser, &ann, 9).await;
    signs_in(&portal, &mut browser, (&ann, &app)).await;
    assert_eq!(
        portal.count("SELECT COUNT(*) FROM factor_counters").await,
        0
    );
    browser.post("/sign-out", &[]).await;
    gives_wrong_codes(&portal, &mut browser, &ann, 10).await;
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let delayed = browser.gives_code(&page, &app.code(portal.now())).await;
    assert_eq!(delayed.status, 303, "30 seconds have passed");
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_wrong_codes_suspend_wherever_they_were_given() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    let mut stranger = portal.browser();
    for n in 0..50 {
        let one = if n % 2 == 0 {
            &mut browser
        } else {
            &mut stranger
        };
        let page = one.signs_in(&ann.login, &ann.password).await;
        one.gives_code(&page, "000000")
            .await
            .expects(422, "That isn’t the code the app shows now");
        portal.wait(Span::minutes(61));
    }
    for one in [&mut browser, &mut stranger] {
        let page = one.signs_in(&ann.login, &ann.password).await;
        let refused = one.gives_code(&page, &app.code(portal.now())).await;
        refused.expects(422, "Codes from the app are closed for this account");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_of_one_account_is_worth_nothing_for_another() {
    let portal = Portal::start().await;
    let (ann, _, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    let acme = portal.organization_now(ann.organization).await;
    let bob = portal.person(&acme, "bob").await;
    for login in [bob.login.as_str(), "nobody@acme"] {
        for _ in 0..5 {
            let answer = browser.signs_in(login, "not the password").await;
            assert_eq!(answer.status, 422);
        }
        let delayed = browser.signs_in(login, "not the password").await;
        assert_eq!(delayed.status, 429, "{login}");
        assert_eq!(portal.browser().signs_in(login, "x").await.status, 429);
    }
}

/// Sets for how many days browsers are remembered.
async fn remembers(portal: &Portal, ann: &Person, days: u32) {
    let acme = portal.organization_now(ann.organization).await;
    let policy = Policy {
        remember_days: days,
        ..acme.policy
    };
    let set = instance::set_policy(
        &portal.app,
        &Actor::System,
        &acme,
        policy,
        Origin::default(),
    )
    .await;
    set.unwrap().unwrap();
}

/// Somebody whose browser is remembered for 14 days.
pub async fn remembered(portal: &Portal) -> (Person, App, Client) {
    let (ann, app, mut browser) = ann(portal).await;
    browser.post("/sign-out", &[]).await;
    remembers(portal, &ann, 14).await;
    ticks(portal, &mut browser, (&ann, &app)).await;
    browser.post("/sign-out", &[]).await;
    (ann, app, browser)
}

/// Signs in by password and code, and ticks that the browser is to be remembered.
async fn ticks(portal: &Portal, browser: &mut Client, (ann, app): (&Person, &App)) {
    portal.wait_for_next_code();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Remember this browser for 14 days");
    let (attempt, code) = (page.hidden("attempt"), app.code(portal.now()));
    let fields = [("attempt", &*attempt), ("code", &*code), ("remember", "on")];
    let answer = browser.post("/sign-in/code", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

async fn becomes_helpdesk(portal: &Portal, ann: &Person) {
    let (scope, account, now) = (Scope::of(ann.organization), ann.id, portal.now());
    let unit = async move |tx: &mut Tx<'_>| {
        let grant = Grant {
            role: Role::Helpdesk,
            scope: Some(scope.organization()),
            until: None,
        };
        let new = NewGrant {
            id: GrantId::new(now, [5; 10]),
            account,
            grant,
            created_at: now,
        };
        roles::add(tx, scope, &new).await
    };
    portal.app.store.write(unit).await.unwrap();
}

/// Whether the password alone signs in.
pub async fn skips(browser: &mut Client, ann: &Person) -> bool {
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let skips = page.says("Your applications");
    assert!(skips || page.says("Enter the code here"), "{}", page.body);
    browser.post("/sign-out", &[]).await;
    skips
}

async fn happened(portal: &Portal, ann: &Person, test: fn(&Event) -> bool) -> usize {
    let events = portal.events(Some(ann.organization)).await;
    events.iter().filter(|event| test(event)).count()
}

async fn thefts(portal: &Portal, ann: &Person) -> usize {
    happened(portal, ann, |event| {
        matches!(event, Event::BrowserStolen { .. })
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remembered_browser_is_asked_for_the_password_alone_until_its_days_are_over() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = remembered(&portal).await;
    let mut seen = vec![browser.cookies[COOKIE].clone()];
    for _ in 0..3 {
        portal.wait(Span::days(1));
        assert!(skips(&mut browser, &ann).await);
        seen.push(browser.cookies[COOKIE].clone());
    }
    seen.dedup();
    assert_eq!(seen.len(), 4, "its token changes at each use");
    // The wrong password is no way in, and another browser is asked.
    let wrong = browser.signs_in(&ann.login, "not the password").await;
    assert_eq!(wrong.status, 422);
    assert!(!skips(&mut portal.browser(), &ann).await);
    portal.wait(Span::seconds(11 * 86_400 - 60));
    assert!(skips(&mut browser, &ann).await);
    portal.wait(Span::seconds(60));
    assert!(!skips(&mut browser, &ann).await);
    assert_eq!(thefts(&portal, &ann).await, 0);
    signs_in(&portal, &mut browser, (&ann, &app)).await;
    browser.post("/sign-out", &[]).await;
    assert!(!skips(&mut browser, &ann).await, "it was not ticked again");
    assert_eq!(portal.count("SELECT COUNT(*) FROM browsers").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_with_fewer_days_ends_it_at_once_and_its_sessions_with_none() {
    let portal = Portal::start().await;
    let (ann, _, mut browser) = remembered(&portal).await;
    portal.wait(Span::days(3));
    remembers(&portal, &ann, 3).await;
    assert!(!skips(&mut browser, &ann).await);
    remembers(&portal, &ann, 4).await;
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    remembers(&portal, &ann, 0).await;
    assert_eq!(browser.get("/").await.status, 303, "its session");
    assert!(!skips(&mut browser, &ann).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_days_in_the_policy_nothing_is_offered_and_no_tick_remembers() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert!(!page.says("Remember this browser"));
    let (attempt, code) = (page.hidden("attempt"), app.code(portal.now()));
    let fields = [("attempt", &*attempt), ("code", &*code), ("remember", "on")];
    assert!(browser.post("/sign-in/code", &fields).await.opens());
    browser.post("/sign-out", &[]).await;
    remembers(&portal, &ann, 14).await;
    assert!(!skips(&mut browser, &ann).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remembered_browser_never_skips_a_step_up_and_opens_no_administration() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = remembered(&portal).await;
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    let asked = browser.post("/account/recovery-codes", &[]).await;
    let page = browser.follow(asked).await;
    page.expects(200, "Confirm that it’s you");
    // A role ends it: for the session at its next request, and for sign-ins.
    becomes_helpdesk(&portal, &ann).await;
    assert_eq!(browser.get("/").await.status, 303);
    assert!(!skips(&mut browser, &ann).await);
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert!(!page.says("Remember this browser"));
    portal.wait_for_next_code();
    let (attempt, code) = (page.hidden("attempt"), app.code(portal.now()));
    let fields = [("attempt", &*attempt), ("code", &*code), ("remember", "on")];
    assert!(browser.post("/sign-in/code", &fields).await.opens());
    let remembered = |event: &Event| matches!(event, Event::BrowserRemembered { .. });
    assert_eq!(happened(&portal, &ann, remembered).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_no_theft_for_a_minute() {
    for (seconds, good) in [(0, true), (59, true), (61, false)] {
        let portal = Portal::start().await;
        let (ann, _, browser) = remembered(&portal).await;
        let mut lost = browser.clone();
        assert!(skips(&mut lost, &ann).await);
        portal.wait(Span::seconds(seconds));
        let mut again = browser.clone();
        assert_eq!(skips(&mut again, &ann).await, good, "{seconds}");
        assert_eq!(thefts(&portal, &ann).await, usize::from(!good), "{seconds}");
        // Both go on with the same token, or neither does.
        portal.wait(Span::hours(1));
        assert_eq!(again.cookies[COOKIE] == lost.cookies[COOKIE], good);
        assert_eq!(skips(&mut again, &ann).await, good, "{seconds}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_copy_ends_the_browser_and_its_sessions_and_the_member_is_told() {
    let portal = Portal::start().await;
    let (ann, _, mut browser) = remembered(&portal).await;
    portal.gets_mail();
    let mut thief = browser.clone();
    assert!(skips(&mut browser, &ann).await);
    // Once the new one was seen, the one before is old, whatever the time.
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    let told = async |portal: &Portal| {
        let mails = portal.mails().await;
        mails.iter().filter(|m| m.kind == "browser_stolen").count()
    };
    // A key with another account's login or a broken one is no theft.
    let page = thief.signs_in("nobody@acme", &ann.password).await;
    assert_eq!(page.status, 422);
    assert_eq!((thefts(&portal, &ann).await, told(&portal).await), (0, 0));
    // With the wrong password too.
    let page = thief.signs_in(&ann.login, "not the password").await;
    assert_eq!(page.status, 422);
    assert_eq!((thefts(&portal, &ann).await, told(&portal).await), (1, 1));
    assert_eq!(browser.get("/").await.status, 303, "signed out");
    assert!(!skips(&mut browser, &ann).await);
    assert!(!skips(&mut thief, &ann).await);
    assert_eq!(portal.count("SELECT COUNT(*) FROM browsers").await, 0);
    assert_eq!((thefts(&portal, &ann).await, told(&portal).await), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspension_and_a_replaced_device_end_what_is_remembered() {
    let portal = Portal::start().await;
    let (ann, _, mut browser) = remembered(&portal).await;
    let whose = (ann.organization, ann.id);
    for active in [false, true] {
        let done = people::set_active(
            &portal.app,
            &Actor::System,
            whose,
            active,
            Origin::default(),
        )
        .await;
        done.unwrap().unwrap();
    }
    assert!(!skips(&mut browser, &ann).await);
    let acme = portal.organization_now(ann.organization).await;
    let bob = portal.person(&acme, "bob").await;
    let mut browser = portal.browser();
    let (app, codes) = browser.enrolls(&portal, &bob).await;
    browser.post("/sign-out", &[]).await;
    ticks(&portal, &mut browser, (&bob, &app)).await;
    browser.post("/sign-out", &[]).await;
    let mut other = portal.browser();
    let page = other.signs_in(&bob.login, &bob.password).await;
    let answer = other.gives_recovery_code(&page, &codes[0]).await;
    let page = other.follow(answer).await;
    let attempt = page.hidden("attempt");
    let fields = [("attempt", &*attempt), ("choice", "replace")];
    let answer = other.post("/sign-in/replace-device", &fields).await;
    other.follow(answer).await.expects(200, "authenticator app");
    let start = other
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let scan = other.follow(start).await;
    let code = App::with_key(&scan.key()).code(portal.now());
    let fields = [("attempt", &*attempt), ("code", &*code)];
    let answer = other.post("/sign-in/set-up/scan", &fields).await;
    assert!(answer.opens(), "{}", answer.body);
    assert!(!skips(&mut browser, &bob).await);
}

on_both! {
    async fn tabs_that_sign_in_at_once_stay_one_browser(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let (ann, _, browser) = remembered(&portal).await;
        let ahead = portal.now().millis() - node.now().millis();
        node.wait(Span::millis(ahead));
        let fields = [("login", ann.login.clone()), ("password", ann.password.clone())];
        let tabs: Vec<Client> = (0..8).map(|n| if n % 2 == 0 { browser.clone() } else { browser.at(&node.url) }).collect();
        let answers = race(tabs, "/sign-in", &fields).await;
        assert_eq!(sessions(&answers), 8, "{:?}", by_status(&answers));
        let kept = |answer: &crate::client::Answer| {
            let cookies = answer.headers.get_all("set-cookie").iter();
            let mut cookies = cookies.map(|cookie| cookie.to_str().unwrap().to_owned());
            cookies.find(|cookie| cookie.starts_with(COOKIE)).unwrap()
        };
        assert!(answers.iter().all(|answer| kept(answer) == kept(&answers[0])), "one family");
        assert_eq!(thefts(&portal, &ann).await, 0);
        let mut next = browser.clone();
        let value = kept(&answers[0]);
        let value = value.split(['=', ';']).nth(1).unwrap();
        next.cookies.insert(COOKIE.to_owned(), value.to_owned());
        portal.wait(Span::hours(2));
        assert!(skips(&mut next, &ann).await);
        assert_eq!(portal.count("SELECT COUNT(*) FROM browsers").await, 1);
    }
}

/// The ids that a form of the sessions page sends.
fn ids(page: &crate::client::Answer, field: &str) -> Vec<String> {
    let mark = format!("name=\"{field}\" value=\"");
    let parts = page.body.split(&mark).skip(1);
    parts.map(|part| part[..32].to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_are_listed_and_ended_from_elsewhere_at_once() {
    let portal = Portal::start().await;
    let (ann, app, mut here) = ann(&portal).await;
    let (mut second, mut third) = (portal.browser(), portal.browser());
    for browser in [&mut second, &mut third] {
        signs_in(&portal, browser, (&ann, &app)).await;
    }
    let page = here.get("/account/sessions").await;
    page.expects(200, "This browser");
    let others = ids(&page, "session");
    assert_eq!(others.len(), 2, "its own it signs out of by the menu");
    let end = here
        .post("/account/sessions/end", &[("session", &others[0])])
        .await;
    assert_eq!(end.status, 303);
    let out = [&mut second, &mut third].map(|browser| browser.clone());
    let mut left = 0;
    for mut browser in out {
        left += usize::from(browser.get("/").await.status == 200);
    }
    assert_eq!(left, 1);
    let end = here.post("/account/sessions/end-others", &[]).await;
    here.follow(end)
        .await
        .expects(200, "You’re signed in nowhere else.");
    for browser in [&mut second, &mut third] {
        assert_eq!(browser.get("/").await.status, 303);
    }
    let ended = |event: &Event| matches!(event, Event::SessionsEnded { ended: 1 });
    assert_eq!(happened(&portal, &ann, ended).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_ends_sessions_or_forgets_browsers_of_others() {
    let portal = Portal::start().await;
    let (ann, app, mut here) = ann(&portal).await;
    let mut second = portal.browser();
    signs_in(&portal, &mut second, (&ann, &app)).await;
    let page = here.get("/account/sessions").await;
    let (session, browser) = (ids(&page, "session"), ids(&page, "browser"));
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let acme = portal.organization_now(ann.organization).await;
    let bob = portal.person(&acme, "bob").await;
    let mut colleague = portal.browser();
    colleague.enrolls(&portal, &bob).await;
    let mut stranger = portal.browser();
    stranger.signs_in(&eva.login, &eva.password).await;
    for other in [&mut colleague, &mut stranger] {
        other
            .post("/account/sessions/end", &[("session", &session[0])])
            .await;
        other.post("/account/sessions/end-others", &[]).await;
        for one in &browser {
            other
                .post("/account/browsers/forget", &[("browser", one)])
                .await;
        }
        let page = other.get("/account/sessions").await;
        assert_eq!(ids(&page, "session").len(), 0);
        assert_eq!(ids(&page, "browser").len(), 1);
    }
    assert_eq!(second.get("/").await.status, 200);
    assert_eq!(
        ids(&here.get("/account/sessions").await, "browser"),
        browser
    );
    let bad = here
        .post("/account/sessions/end", &[("session", "x")])
        .await;
    assert_eq!(bad.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_else_and_forgetting_end_what_is_remembered() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = remembered(&portal).await;
    let mut here = portal.browser();
    signs_in(&portal, &mut here, (&ann, &app)).await;
    let page = here.get("/account/sessions").await;
    page.expects(200, "Not asked for a code until");
    here.post("/account/sessions/end-others", &[]).await;
    let page = here.get("/account/sessions").await;
    assert!(!page.says("Not asked for a code until"));
    assert!(!skips(&mut browser, &ann).await);

    ticks(&portal, &mut browser, (&ann, &app)).await;
    browser.post("/sign-out", &[]).await;
    let page = here.get("/account/sessions").await;
    assert_eq!(ids(&page, "browser").len(), 2);
    for one in ids(&page, "browser") {
        here.post("/account/browsers/forget", &[("browser", &one)])
            .await;
    }
    here.get("/account/sessions")
        .await
        .expects(200, "No browser is known");
    assert!(!skips(&mut browser, &ann).await);
    let forgotten = |event: &Event| matches!(event, Event::BrowserForgotten { .. });
    assert_eq!(happened(&portal, &ann, forgotten).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dashboard_tells_of_the_sign_in_before_this_one() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser_behind(7);
    let page = browser.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "This is your first");
    portal.wait(Span::hours(30));
    let page = portal
        .browser_behind(8)
        .signs_in(&eva.login, &eva.password)
        .await;
    page.expects(200, "127.0.9.7");
    assert!(!page.says("127.0.9.8"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_outlives_the_recovery_codes_that_must_be_stored_after_the_code() {
    let portal = Portal::start().await;
    let (ann, app, mut browser) = ann(&portal).await;
    browser.post("/sign-out", &[]).await;
    remembers(&portal, &ann, 14).await;
    let unstored = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE recovery_sets SET stored_at = NULL";
        tx.run(sql, &[]).await
    };
    portal.app.store.write(unstored).await.unwrap();
    portal.wait_for_next_code();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    // A refused page keeps the tick.
    let wrong = [("attempt", &*attempt), ("code", "12"), ("remember", "on")];
    let page = browser.post("/sign-in/code", &wrong).await;
    page.expects(422, "aria-describedby=\"remember-hint\" checked");
    let code = app.code(portal.now());
    let fields = [("attempt", &*attempt), ("code", &*code), ("remember", "on")];
    let answer = browser.post("/sign-in/code", &fields).await;
    assert!(!answer.opens());
    browser.follow(answer).await;
    let new = [("attempt", attempt.as_str())];
    let codes = browser.post("/sign-in/set-up/recovery-codes", &new).await;
    assert!(browser.stores(&codes).await.opens());
    browser.post("/sign-out", &[]).await;
    assert!(skips(&mut browser, &ann).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_remembered_by_a_mailed_code_too_but_not_by_the_one_before_a_first_set_up() {
    let portal = Portal::start().await;
    let post = organization(&portal, "post", |policy| {
        policy.channels = Channels::Email;
        policy.remember_days = 14;
    })
    .await;
    let acme = organization(&portal, "acme", |policy| policy.remember_days = 14).await;
    let (ben, eva) = (
        portal.person(&post, "ben").await,
        portal.person(&acme, "eva").await,
    );
    let mut browser = portal.browser();
    let page = browser.signs_in(&ben.login, &ben.password).await;
    page.expects(200, "Remember this browser for 14 days");
    let (attempt, code) = (page.hidden("attempt"), last(&portal).await);
    let fields = [("attempt", &*attempt), ("code", &*code), ("remember", "on")];
    assert!(browser.post("/sign-in/email-code", &fields).await.opens());
    browser.post("/sign-out", &[]).await;
    assert!(skips(&mut browser, &ben).await);
    let page = portal.browser().signs_in(&eva.login, &eva.password).await;
    page.expects(200, "First, prove that the mailbox is yours");
    assert!(!page.says("Remember this browser"));
}
