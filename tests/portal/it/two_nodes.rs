//! Two nodes on one database: what one of them does holds on the other at once, and of fifty requests
//! to both for what can be had once, one gets it, with all that belongs to it done once.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::NodeId;
use portcullis_core::policy::{Policy, Rule};
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::jobs::{self, Work};
use portcullis_server::{instance, people};
use portcullis_store::on_both;

use super::races::{RACE, by_status, copies, race, sessions};
use crate::app::App;
use crate::client::Client;
use crate::portal::{Person, Portal};

/// Two nodes, and an organization.
async fn nodes(place: &portcullis_store::testing::Place, rule: Rule) -> (Portal, Portal, Person) {
    let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
    let acme = portal.organization("acme", rule).await;
    let ann = portal.person(&acme, "ann").await;
    (portal, node, ann)
}

fn wait(nodes: [&Portal; 2], span: Span) {
    for one in nodes {
        one.wait(span);
    }
}

async fn happened(portal: &Portal, ann: &Person, event: impl Fn(&Event) -> bool) -> usize {
    let events = portal.events(Some(ann.organization)).await;
    events.into_iter().filter(|one| event(one)).count()
}

async fn is_in(browser: &Client, at: &Portal) -> bool {
    browser.at(&at.url).get("/").await.status == 200
}

on_both! {
    async fn of_fifty_step_ups_by_one_code_one_raises_the_session(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Required).await;
        let mut browser = portal.browser();
        let (app, _) = browser.enrolls(&portal, &ann).await;
        wait([&portal, &node], Span::minutes(6));
        let fields = [
            ("act", "new-recovery-codes".to_owned()),
            ("return_to", "/account/recovery-codes".to_owned()),
            ("code", app.code(portal.now())),
        ];
        let answers = race(copies(&browser, &node, RACE), "/step-up", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 1);
        let raised = |event: &Event| matches!(event, Event::SteppedUp { .. });
        assert_eq!(happened(&portal, &ann, raised).await, 1);
        assert_eq!(portal.count("SELECT COUNT(*) FROM attempts").await, 0);
    }

    async fn of_fifty_codes_one_opens_one_session_and_is_told_once(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Required).await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        wait([&portal, &node], Span::minutes(2));
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let fields = [("attempt", page.hidden("attempt")), ("code", app.code(portal.now()))];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/code", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        // Hers of the enrollment and this one.
        assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 2);
        let signed_in = |event: &Event| matches!(event, Event::SignedIn { .. });
        assert_eq!(happened(&portal, &ann, signed_in).await, 2);
        assert_eq!(portal.count("SELECT COUNT(*) FROM attempts").await, 0);
    }

    async fn of_fifty_ticks_one_completes_the_attempt(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Required).await;
        let mut browser = portal.browser();
        let attempt = browser.signs_in(&ann.login, &ann.password).await.hidden("attempt");
        let answer = browser.post("/sign-in/set-up/app", &[("attempt", &attempt)]).await;
        let app = App::with_key(&browser.follow(answer).await.key());
        let code = app.code(portal.now());
        let fields = [("attempt", attempt.clone()), ("code", code)];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/set-up/scan", &fields).await;
        let added = |event: &Event| matches!(event, Event::DeviceAdded { .. });
        assert_eq!(happened(&portal, &ann, added).await, 1);
        let made = |event: &Event| *event == Event::RecoveryCodesMade;
        assert_eq!(happened(&portal, &ann, made).await, 1);
        let codes = answers.iter().find(|a| a.says("I have stored these codes")).unwrap();
        let cookie = codes.headers["set-cookie"].to_str().unwrap();
        let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
        browser.cookies.insert(name.to_owned(), value.to_owned());
        let fields = [("attempt", attempt), ("set", codes.hidden("set")), ("stored", "on".to_owned())];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/set-up/stored", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 1);
        let signed_in = |event: &Event| matches!(event, Event::SignedIn { .. });
        assert_eq!(happened(&portal, &ann, signed_in).await, 1);
    }

    async fn of_fifty_who_keep_the_device_one_gets_in(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Required).await;
        let (_, codes) = portal.browser().enrolls(&portal, &ann).await;
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let answer = browser.gives_recovery_code(&page, &codes[0]).await;
        let page = browser.follow(answer).await;
        let fields = [("attempt", page.hidden("attempt")), ("choice", "keep".to_owned())];
        let answers = race(copies(&browser, &node, RACE), "/sign-in/replace-device", &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        let kept = |event: &Event| *event == Event::DeviceKept;
        assert_eq!(happened(&portal, &ann, kept).await, 1);
    }

    async fn who_is_suspended_on_one_node_is_out_on_the_other(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Off).await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await.expects(200, "Your applications");
        assert!(is_in(&browser, &portal).await && is_in(&browser, &node).await);
        let whose = (ann.organization, ann.id);
        people::set_active(&portal.app, &Actor::System, whose, false, Origin::default()).await.unwrap().unwrap();
        assert!(!is_in(&browser, &node).await);
        let refused = node.browser().signs_in(&ann.login, &ann.password).await;
        refused.expects(422, "Log in");
        people::set_active(&node.app, &Actor::System, whose, true, Origin::default()).await.unwrap().unwrap();
        portal.browser().signs_in(&ann.login, &ann.password).await.expects(200, "Your applications");
    }

    async fn a_session_ended_on_one_node_is_over_on_the_other(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Off).await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        let thief = browser.clone();
        assert!(is_in(&thief, &node).await);
        browser.post("/sign-out", &[]).await;
        assert!(!is_in(&thief, &node).await);
    }

    async fn a_policy_changed_on_one_node_binds_on_the_other(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Off).await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        assert!(is_in(&browser, &node).await);
        let acme = portal.organization_now(ann.organization).await;
        let changed = instance::set_policy(&portal.app, &Actor::System, &acme, Policy::new(Rule::Required), Origin::default()).await;
        changed.unwrap().unwrap();
        assert!(!is_in(&browser, &node).await);
        let page = node.browser().signs_in(&ann.login, &ann.password).await;
        page.expects(200, "I already have an app");
    }

    async fn wrong_answers_to_both_nodes_are_counted_together(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Off).await;
        for n in 0..5 {
            let at = if n % 2 == 0 { &portal } else { &node };
            let answer = at.browser().signs_in(&ann.login, "not the password").await;
            assert_eq!(answer.status, 422);
        }
        for at in [&portal, &node] {
            let answer = at.browser().signs_in(&ann.login, &ann.password).await;
            assert_eq!(answer.status, 429);
        }
    }

    async fn of_ten_nodes_that_look_for_work_one_does_it(place: &Place) {
        let (portal, node, ann) = nodes(place, Rule::Off).await;
        portal.browser().signs_in(&ann.login, &ann.password).await;
        wait([&portal, &node], Span::days(2));
        let mut running = Vec::new();
        for n in 1..=10 {
            let app = if n % 2 == 0 { portal.app.clone() } else { node.app.clone() };
            let id = NodeId::from_bytes([n; 16]);
            running.push(tokio::spawn(async move { jobs::run_if_due(&app, id, Work::CleanUp).await.unwrap() }));
        }
        let mut did = Vec::new();
        for one in running {
            did.extend(one.await.unwrap());
        }
        assert_eq!(did, [1], "the session");
    }

    async fn nodes_that_start_at_once_make_one_portal(place: &Place) {
        let (a, b, c, d) = tokio::join!(Portal::on(place), Portal::on(place), Portal::on(place), Portal::on(place));
        let acme = a.organization("acme", Rule::Off).await;
        let ann = b.person(&acme, "ann").await;
        for one in [&c, &d] {
            one.browser().signs_in(&ann.login, &ann.password).await.expects(200, "Your applications");
            assert_eq!(one.browser().get("/readyz").await.status, 200);
        }
    }
}
