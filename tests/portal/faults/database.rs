//! A database that can't write: nobody is let in, nothing is forgotten, and it recovers by itself.

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;
use portcullis_store::Tx;

use crate::portal::Portal;

/// Lets the database grow no further, or as it likes.
async fn bound(portal: &Portal, full: bool) {
    let unit = async move |tx: &mut Tx<'_>| {
        // A bound below the present size is taken as the present size.
        let sql = if full {
            "PRAGMA max_page_count = 1"
        } else {
            "PRAGMA max_page_count = 1073741823"
        };
        tx.rows(sql, &[], |_| Ok(())).await
    };
    portal.app.store.write(unit).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_database_lets_nobody_in_and_forgets_nothing() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait(Span::minutes(2));
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let code = app.code(portal.now());

    bound(&portal, true).await;
    // Fill the room that is left in its last pages with wrong tries of logins nobody has.
    let mut refused = 0;
    for n in 0..3_000 {
        let answer = portal
            .browser()
            .post(
                "/sign-in",
                &[("login", &format!("nobody{n}@acme")), ("password", "x")],
            )
            .await;
        match answer.status.as_u16() {
            422 => {}
            503 => {
                assert!(answer.headers.contains_key("retry-after"));
                answer.expects(503, "Help desk");
                refused += 1;
                if refused == 20 {
                    break;
                }
            }
            other => panic!("{other}"),
        }
    }
    assert_eq!(refused, 20, "the database is full");
    let answer = browser.gives_code(&page, &code).await;
    let opened = browser.cookies.contains_key("__Host-portcullis");
    if answer.status == 303 {
        // The last free bytes were enough for this one; then it must really be signed in.
        browser.get("/").await.expects(200, "Your applications");
    } else {
        assert_eq!((answer.status.as_u16(), opened), (503, false));
        assert_eq!(portal.browser().get("/healthz").await.status, 200);
        assert_eq!(portal.browser().get("/sign-in").await.status, 200);
        bound(&portal, false).await;
        let answer = browser.gives_code(&page, &code).await;
        assert_eq!(
            answer.status, 303,
            "the code was not spent by the try that failed"
        );
    }
    bound(&portal, false).await;
    let check = async move |tx: &mut Tx<'_>| {
        tx.row("PRAGMA integrity_check", &[], |r| r.get::<String>(0))
            .await
    };
    assert_eq!(
        portal.app.store.write(check).await.unwrap().as_deref(),
        Some("ok")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_another_process_holds_lets_nobody_in() {
    use portcullis_store::testing::Place;
    use std::sync::{Arc, Barrier};
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut session = portal.browser();
    let (app, _) = session.enrolls(&portal, &ann).await;
    portal.wait(Span::minutes(2));
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let code = app.code(portal.now());
    session.get("/").await.expects(200, "Your applications");

    // A unit of another store holds the lock between its two meetings with the test.
    let meeting = Arc::new(Barrier::new(2));
    let (other, theirs) = (place.open().await, meeting.clone());
    let holding = tokio::spawn(async move {
        let unit = async move |_: &mut Tx<'_>| {
            theirs.wait();
            theirs.wait();
            Ok(())
        };
        other.write(unit).await
    });
    let meets = async || {
        let ours = meeting.clone();
        tokio::task::spawn_blocking(move || ours.wait())
            .await
            .unwrap();
    };
    meets().await;
    let (mut at_once, mut stranger) = (browser.clone(), portal.browser());
    let (refused, password) = tokio::join!(
        at_once.gives_code(&page, &code),
        stranger.signs_in(&ann.login, "not the password"),
    );
    for answer in [refused, password] {
        answer.expects(503, "Help desk");
        assert!(answer.headers.contains_key("retry-after"));
        assert!(!answer.headers.contains_key("set-cookie"));
    }
    assert_eq!(portal.browser().get("/healthz").await.status, 200);
    session.get("/").await.expects(200, "Your applications");

    meets().await;
    holding.await.unwrap().unwrap();
    assert_eq!(portal.browser().get("/readyz").await.status, 200);
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM login_counters WHERE failures > 0")
            .await,
        0,
        "nothing was looked at, so nothing counts"
    );
    assert!(browser.gives_code(&page, &code).await.opens());
}
