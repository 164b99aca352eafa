//! Remote logon under races, on two nodes, and across a restart: one evaluation, one answer.

use std::collections::BTreeSet;

use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::radius::{Packet, Signing, attribute};
use portcullis_core::time::Span;
use portcullis_store::on_both;
use tokio::task::JoinSet;

use super::radius_clients::{Asker, Door, Said, signing};
use crate::portal::{Person, Portal};

async fn logged_on(portal: &Portal, ann: &Person) -> usize {
    let events = portal.events(Some(ann.organization)).await;
    let logged_on = |event: &&Event| matches!(event, Event::LoggedOn { .. });
    events.iter().filter(logged_on).count()
}

/// The answers to the same bytes, sent fifty times at once to two nodes.
async fn race(nodes: [&Asker; 2], bytes: &[u8]) -> Vec<Option<Vec<u8>>> {
    let mut running = JoinSet::new();
    for number in 0..50 {
        let (node, bytes) = (nodes[number % 2].clone(), bytes.to_vec());
        running.spawn(async move { node.waits_long(&bytes).await });
    }
    running.join_all().await
}

on_both! {
    async fn what_comes_fifty_times_at_once_is_looked_at_once(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let doors = (Door::of(&portal).await, Door::of(&node).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        let host = Asker::of(&portal, &doors.0, &acme, signing(Signing::Yes)).await;
        let other = host.at(&doors.1);
        let secret = host.secret.as_bytes();
        portal.wait(Span::minutes(2));
        node.wait(Span::minutes(2));

        // A wrong password: one try, however often it came.
        let wrong = host.request("ann", "wrong").signed(secret);
        let answers: BTreeSet<_> = race([&host, &other], &wrong).await.into_iter().flatten().collect();
        assert_eq!(answers.len(), 1);
        assert_eq!(portal.count("SELECT CAST(SUM(failures) AS BIGINT) FROM login_counters").await, 1);

        // The right one: one challenge.
        let right = host.request("ann", &ann.password).signed(secret);
        let answers: BTreeSet<_> = race([&host, &other], &right).await.into_iter().flatten().collect();
        assert_eq!(answers.len(), 1);
        assert_eq!(portal.count("SELECT COUNT(*) FROM attempts").await, 1);
        let challenge = Packet::parse(answers.first().unwrap()).unwrap();
        let state = challenge.first(attribute::STATE).unwrap();

        // The code: one logon, and the same Accept for all.
        let mut code = host.request("ann", &app.code(portal.now()));
        code.add(attribute::STATE, state);
        let code = code.signed(secret);
        let answers: BTreeSet<_> = race([&host, &other], &code).await.into_iter().flatten().collect();
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert_eq!(answers.first().unwrap()[0], 2);
        assert_eq!(logged_on(&portal, &ann).await, 1);

        // After a restart, and from the other node, it is still the same.
        drop((doors, node));
        let again = Portal::on(place).await;
        again.wait(Span::minutes(2));
        let door = Door::of(&again).await;
        assert_eq!(host.at(&door).sends_raw(&code).await.unwrap(), *answers.first().unwrap());
        assert_eq!(logged_on(&portal, &ann).await, 1);
    }

    async fn of_fifty_answers_to_one_challenge_one_is_looked_at(place: &Place) {
        let portal = Portal::on(place).await;
        let door = Door::of(&portal).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        let host = Asker::of(&portal, &door, &acme, signing(Signing::Yes)).await;
        portal.wait(Span::minutes(2));
        let state = host.asks("ann", &ann.password).await.state();
        let wrong = app.wrong_code(portal.now());
        let mut running = JoinSet::new();
        for _ in 0..50 {
            let (host, wrong, state) = (host.clone(), wrong.clone(), state.clone());
            running.spawn(async move { host.answers("ann", &wrong, &state).await });
        }
        let answers = running.join_all().await;
        let wrong = |said: &&Said| matches!(said, Said::Reject(why) if why.contains("not the right code"));
        assert_eq!(answers.iter().filter(wrong).count(), 1);
        assert_eq!(portal.count("SELECT failures FROM factor_counters").await, 1);
    }

    async fn of_fifty_challenges_answered_with_one_code_one_lets_in(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let doors = (Door::of(&portal).await, Door::of(&node).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        let host = Asker::of(&portal, &doors.0, &acme, signing(Signing::Yes)).await;
        portal.wait(Span::minutes(2));
        node.wait(Span::minutes(2));
        let code = app.code(portal.now());
        let mut states = Vec::new();
        for _ in 0..20 {
            states.push(host.asks("ann", &ann.password).await.state());
        }
        let mut running = JoinSet::new();
        for (number, state) in states.into_iter().enumerate() {
            let node = if number % 2 == 0 { host.clone() } else { host.at(&doors.1) };
            let code = code.clone();
            running.spawn(async move { node.answers("ann", &code, &state).await });
        }
        let accepted = running.join_all().await.into_iter().filter(Said::is_accept).count();
        assert_eq!(accepted, 1);
        assert_eq!(logged_on(&portal, &ann).await, 1);
    }
}
