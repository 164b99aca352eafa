//! Fifty requests at once for what can be had once, and two hundred guesses, on both engines.

use std::collections::BTreeMap;

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;
use portcullis_store::on_both;

use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::Portal;

pub const RACE: usize = 50;

/// Sends the same form from many browsers at once, alternately to two nodes of the portal.
pub async fn race(browsers: Vec<Client>, path: &str, fields: &[(&str, String)]) -> Vec<Answer> {
    let barrier = std::sync::Arc::new(tokio::sync::Barrier::new(browsers.len()));
    let mut running = Vec::new();
    for mut browser in browsers {
        let (path, barrier) = (path.to_owned(), barrier.clone());
        let fields: Vec<(String, String)> = fields
            .iter()
            .map(|(k, v)| ((*k).to_owned(), v.clone()))
            .collect();
        running.push(tokio::spawn(async move {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(k, v)| (k.as_str(), v.as_str()))
                .collect();
            barrier.wait().await;
            browser.post(&path, &fields).await
        }));
    }
    let mut answers = Vec::new();
    for one in running {
        answers.push(one.await.unwrap());
    }
    answers
}

/// The same browser, many times, on two nodes of one portal.
pub fn copies(browser: &Client, other: &Portal, count: usize) -> Vec<Client> {
    (0..count)
        .map(|n| {
            if n % 2 == 0 {
                browser.clone()
            } else {
                browser.at(&other.url)
            }
        })
        .collect()
}

/// How many of the answers open a session.
pub fn sessions(answers: &[Answer]) -> usize {
    answers.iter().filter(|answer| answer.opens()).count()
}

/// How many answers there are of each status.
pub fn by_status(answers: &[Answer]) -> BTreeMap<u16, usize> {
    let mut counts = BTreeMap::new();
    for answer in answers {
        *counts.entry(answer.status.as_u16()).or_default() += 1;
    }
    counts
}

on_both! {
    async fn of_fifty_posts_of_one_code_one_wins(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        portal.wait(Span::minutes(2));
        node.wait(Span::minutes(2));
        let code = app.code(portal.now());

        // In one attempt …
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let fields = [("attempt", page.hidden("attempt")), ("code", code.clone())];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/code", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500));

        // … and in fifty.
        portal.wait_for_next_code();
        node.wait_for_next_code();
        let code = app.code(portal.now());
        let mut running = Vec::new();
        for n in 0..RACE {
            let mut browser = if n % 2 == 0 { portal.browser() } else { node.browser() };
            let page = browser.signs_in(&ann.login, &ann.password).await;
            running.push((browser, page, code.clone()));
        }
        let tasks: Vec<_> = running
            .into_iter()
            .map(|(mut browser, page, code)| tokio::spawn(async move { browser.gives_code(&page, &code).await }))
            .collect();
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
    }

    async fn of_fifty_posts_of_one_recovery_code_one_wins(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (_, codes) = portal.browser().enrolls(&portal, &ann).await;
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let fields = [("attempt", page.hidden("attempt")), ("recovery_code", codes[0].clone())];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/recovery-code", &fields).await;
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM recovery_codes WHERE used_at IS NOT NULL").await, 1);
        let events = portal.events(Some(acme.id)).await;
        let used = events.iter().filter(|e| matches!(e, portcullis_core::audit::Event::RecoveryCodeUsed { .. })).count();
        assert_eq!(used, 1);
        let went_on = answers.iter().filter(|a| a.location().is_some_and(|l| l.contains("replace-device"))).count();
        assert_eq!(went_on, 1, "{:?}", by_status(&answers));
    }

    async fn of_fifty_first_codes_of_a_member_s_own_device_one_sets_it_up(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let north = portal.organization("north", Rule::Optional).await;
        let eva = portal.person(&north, "eva").await;
        let mut browser = portal.browser();
        browser.signs_in(&eva.login, &eva.password).await;
        let answer = browser.post("/account/mfa/devices", &[]).await;
        let page = browser.follow(answer).await;
        let code = App::with_key(&page.key()).code(portal.now());
        let fields = [("attempt", page.hidden("attempt")), ("name", "Phone".to_owned()), ("code", code)];
        let answers = race(copies(&browser, &node, RACE), "/account/mfa/devices/new", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 1);
        let events = portal.events(Some(north.id)).await;
        let added = events.iter().filter(|e| matches!(e, portcullis_core::audit::Event::DeviceAdded { .. })).count();
        assert_eq!(added, 1);
    }

    async fn of_fifty_codes_that_enable_mfa_again_one_does(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let north = portal.organization("north", Rule::Optional).await;
        let eva = portal.person(&north, "eva").await;
        let mut browser = portal.browser();
        browser.signs_in(&eva.login, &eva.password).await;
        let answer = browser.post("/account/mfa/devices", &[]).await;
        let page = browser.follow(answer).await;
        let app = App::with_key(&page.key());
        let fields = [
            ("attempt", &*page.hidden("attempt")),
            ("name", ""),
            ("code", &*app.code(portal.now())),
        ];
        browser.post("/account/mfa/devices/new", &fields).await;
        browser.post("/account/mfa/disable", &[]).await;
        for one in [&portal, &node] {
            one.wait_for_next_code();
        }
        let fields = [("code", app.code(portal.now()))];
        let answers = race(copies(&browser, &node, RACE), "/account/mfa/enable", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        let events = portal.events(Some(north.id)).await;
        let on = events.iter().filter(|e| **e == portcullis_core::audit::Event::MfaSwitchedOn).count();
        assert_eq!(on, 1);
    }

    async fn of_five_recovery_codes_for_one_attempt_one_is_spent(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (_, codes) = portal.browser().enrolls(&portal, &ann).await;
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        // Five, since the sixth try in a row would be delayed.
        let tasks: Vec<_> = copies(&browser, &node, 5)
            .into_iter()
            .zip(codes)
            .map(|(mut browser, code)| {
                let page = page.clone();
                tokio::spawn(async move { browser.gives_recovery_code(&page, &code).await })
            })
            .collect();
        let mut went_on = 0;
        for task in tasks {
            let answer = task.await.unwrap();
            went_on += usize::from(answer.location().is_some_and(|l| l.contains("replace-device")));
        }
        assert_eq!(went_on, 1);
        assert_eq!(portal.count("SELECT COUNT(*) FROM recovery_codes WHERE used_at IS NOT NULL").await, 1);
    }

    async fn of_fifty_acceptances_of_one_invitation_one_wins(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let north = portal.organization("north", Rule::Off).await;
        let letter = portal.letter(&north, "greta").await;
        let path = format!("/invitation/{}", letter.code.shown());
        let fields = [("password", "a wholly new password".to_owned())];
        let answers = race(copies(&portal.browser(), &node, RACE), &path, &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM accounts").await, 1);
        assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 1);
    }

    async fn of_fifty_first_starts_one_wins(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let path = portal.setup_link().await;
        let fields = [
            ("organization", "Acme"), ("slug", "acme"), ("requirement", "required"), ("name", "Olga"),
            ("login_name", "olga"), ("email", ""), ("password", "a wholly new password"),
        ].map(|(k, v)| (k, v.to_owned()));
        let answers = race(copies(&portal.browser(), &node, RACE), &path, &fields).await;
        let counts = by_status(&answers);
        assert_eq!(counts.get(&303), Some(&1), "{counts:?}");
        assert_eq!(portal.count("SELECT COUNT(*) FROM accounts").await, 1);
        assert_eq!(portal.count("SELECT COUNT(*) FROM organizations").await, 1);
    }

    async fn of_fifty_confirmations_of_one_device_one_wins(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        let attempt = browser.signs_in(&ann.login, &ann.password).await.hidden("attempt");
        let answer = browser.post("/sign-in/set-up/app", &[("attempt", &attempt)]).await;
        let app = crate::app::App::with_key(&browser.follow(answer).await.key());
        let fields = [("attempt", attempt), ("code", app.code(portal.now()))];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/set-up/scan", &fields).await;
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 1);
        let shown = answers.iter().filter(|a| a.says("I have stored these codes")).count();
        assert_eq!(shown, 1, "{:?}", by_status(&answers));
    }

    async fn of_ten_wizards_of_one_account_one_sets_up_a_device(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let mut running = Vec::new();
        for n in 0..10 {
            let mut browser = if n % 2 == 0 { portal.browser() } else { node.browser() };
            let attempt = browser.signs_in(&ann.login, &ann.password).await.hidden("attempt");
            let answer = browser.post("/sign-in/set-up/app", &[("attempt", &attempt)]).await;
            let app = crate::app::App::with_key(&browser.follow(answer).await.key());
            running.push((browser, attempt, app.code(portal.now())));
        }
        let tasks: Vec<_> = running
            .into_iter()
            .map(|(mut browser, attempt, code)| {
                let path = "/sign-in/set-up/scan";
                tokio::spawn(async move { browser.post(path, &[("attempt", &attempt), ("code", &code)]).await })
            })
            .collect();
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 1);
        assert_eq!(answers.iter().filter(|a| a.says("I have stored these codes")).count(), 1);
    }

    async fn of_two_hundred_wrong_codes_five_are_looked_at(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, codes) = portal.browser().enrolls(&portal, &ann).await;
        portal.wait(Span::minutes(2));
        node.wait(Span::minutes(2));
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let wrong = [("attempt", page.hidden("attempt")), ("code", app.wrong_code(portal.now()))];
        let answers = race(copies(&browser, &node, 200), "/sign-in/code", &wrong).await;
        assert_eq!(by_status(&answers), BTreeMap::from([(422, 5), (429, 195)]));
        let wrong = [("attempt", page.hidden("attempt")), ("recovery_code", "0000-0000-0000-0000".to_owned())];
        let answers = race(copies(&browser, &node, 200), "/sign-in/recovery-code", &wrong).await;
        assert_eq!(by_status(&answers), BTreeMap::from([(422, 5), (429, 195)]));
        assert_eq!(browser.gives_code(&page, &app.code(portal.now())).await.status, 429);
        assert_eq!(browser.gives_recovery_code(&page, &codes[0]).await.status, 429);
    }

    async fn of_two_hundred_wrong_passwords_five_are_looked_at(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let north = portal.organization("north", Rule::Off).await;
        let eva = portal.person(&north, "eva").await;
        let wrong = [("login", eva.login.clone()), ("password", "not the password".to_owned())];
        let answers = race(copies(&portal.browser(), &node, 200), "/sign-in", &wrong).await;
        assert_eq!(by_status(&answers), BTreeMap::from([(422, 5), (429, 195)]));
        assert_eq!(portal.browser().signs_in(&eva.login, &eva.password).await.status, 429);
    }
}
