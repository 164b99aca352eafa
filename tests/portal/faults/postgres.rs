//! A `PostgreSQL` that hangs, and one that goes and comes back: nobody waits for ever, nobody is let
//! in, and the portal recovers by itself.

use std::time::Duration;

use portcullis_core::policy::Rule;

use super::cluster::Cluster;
use crate::client::{Answer, Client};
use crate::portal::Portal;

/// Asks again until it is answered so.
async fn until(browser: &mut Client, path: &str, status: u16) -> Answer {
    for _ in 0..600 {
        let answer = browser.get(path).await;
        if answer.status == status {
            return answer;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} is never answered with {status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_hangs_is_given_up_and_used_again_when_it_goes_on() {
    let Some(cluster) = Cluster::start() else {
        return;
    };
    let place = cluster.place().await;
    let portal = Portal::on(&place).await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let mut member = portal.browser();
    let home = member.signs_in(&ann.login, &ann.password).await;
    home.expects(200, "Your applications");
    cluster.signal("-STOP");
    let mut waiting = Vec::new();
    for _ in 0..30 {
        let (mut member, mut visitor, ann) = (member.clone(), portal.browser(), ann.clone());
        waiting.push(tokio::spawn(async move { member.get("/").await }));
        waiting.push(tokio::spawn(async move {
            let form = [("login", &*ann.login), ("password", &*ann.password)];
            let answer = visitor.post("/sign-in", &form).await;
            assert!(visitor.cookies.is_empty());
            answer
        }));
    }
    let mut visitor = portal.browser();
    assert_eq!(visitor.get("/healthz").await.status, 200);
    assert_eq!(visitor.get("/sign-in").await.status, 200);
    for one in waiting {
        let answer = one.await.unwrap();
        answer.expects(503, "Help desk");
        assert!(answer.headers.contains_key("retry-after"));
    }
    cluster.signal("-CONT");
    until(&mut visitor, "/readyz", 200).await;
    until(&mut member, "/", 200)
        .await
        .expects(200, "Your applications");
    let again = portal.browser().signs_in(&ann.login, &ann.password).await;
    again.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_crashes_and_comes_back_has_forgotten_nothing() {
    let Some(cluster) = Cluster::start() else {
        return;
    };
    let place = cluster.place().await;
    let portal = Portal::on(&place).await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let mut member = portal.browser();
    let home = member.signs_in(&ann.login, &ann.password).await;
    home.expects(200, "Your applications");
    for _ in 0..2 {
        cluster.crash();
        let mut visitor = portal.browser();
        for _ in 0..10 {
            until(&mut member, "/", 503).await.expects(503, "Help desk");
            let page = visitor.signs_in(&ann.login, &ann.password).await;
            assert_eq!((page.status.as_u16(), visitor.cookies.len()), (503, 0));
        }
        assert_eq!(visitor.get("/readyz").await.status, 503);
        cluster.revive();
        until(&mut visitor, "/readyz", 200).await;
        until(&mut member, "/", 200)
            .await
            .expects(200, "Your applications");
        let page = visitor.signs_in(&ann.login, &ann.password).await;
        page.expects(200, "Your applications");
    }
}
