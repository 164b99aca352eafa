//! What monitoring reads.

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;
use portcullis_server::web;
use tokio::net::TcpListener;

use crate::client::Client;
use crate::portal::Portal;
use crate::wire::Wire;

/// Where a portal's metrics are, on an address of their own.
async fn address(portal: &Portal) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(web::monitoring(listener, portal.app.clone()));
    url
}

async fn read(monitoring: &mut Client) -> String {
    let answer = monitoring.get("/metrics").await;
    assert_eq!(answer.status, 200);
    assert!(
        answer.headers["content-type"]
            .to_str()
            .unwrap()
            .starts_with("application/openmetrics-text")
    );
    answer.body
}

#[track_caller]
fn expects(text: &str, line: &str) {
    assert!(
        text.lines().any(|one| one == line),
        "{line} is not in\n{text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_is_counted_and_names_nobody() {
    let portal = Portal::start().await;
    let mut monitoring = Client::monitoring(&address(&portal).await);
    expects(&read(&mut monitoring).await, "portcullis_organizations 0");
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait(Span::minutes(2));
    let mut browser = portal.browser();
    browser
        .signs_in(&ann.login, "not the password")
        .await
        .expects(422, "Log in");
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let wrong = app.wrong_code(portal.now());
    assert_eq!(browser.gives_code(&page, &wrong).await.status, 422);
    let early = app.code(portal.now() - Span::seconds(30));
    assert_eq!(browser.gives_code(&page, &early).await.status, 303);
    let odd = browser
        .send(
            hyper::Method::from_bytes(b"BREW").unwrap(),
            "/%22%0Aann",
            &[],
            "".into(),
        )
        .await;
    assert_eq!(odd.status, 404);

    let text = read(&mut monitoring).await;
    for line in [
        "portcullis_organizations 1",
        "portcullis_sign_in_answers_total{factor=\"password\",outcome=\"wrong\"} 1",
        "portcullis_sign_in_answers_total{factor=\"password\",outcome=\"goes_on\"} 2",
        "portcullis_sign_in_answers_total{factor=\"totp\",outcome=\"wrong\"} 1",
        "portcullis_sign_in_answers_total{factor=\"totp\",outcome=\"signed_in\"} 1",
        "portcullis_sign_in_answers_total{factor=\"set_up\",outcome=\"signed_in\"} 1",
        "portcullis_accepted_code_offset_seconds -30",
        "portcullis_hashing_waiting 0",
        "portcullis_hashing_refused_total 0",
        "portcullis_database_waiting 0",
        "portcullis_request_seconds_count{method=\"POST\",route=\"/sign-in/code\",status=\"3xx\"} 1",
        "portcullis_request_seconds_count{method=\"other\",route=\"none\",status=\"4xx\"} 1",
    ] {
        expects(&text, line);
    }
    let commits = text
        .lines()
        .find_map(|line| line.strip_prefix("portcullis_database_commits_total "));
    assert!(commits.unwrap().parse::<u64>().unwrap() > 5);
    assert!(text.contains("portcullis_build_info{version=\""));
    for name in ["ann", "acme", "127.", "BREW", "%22"] {
        assert!(!text.contains(name), "{name} is in\n{text}");
    }
    assert_eq!(
        monitoring.get("/").await.status,
        404,
        "nothing but the metrics"
    );
    assert_eq!(
        portal.browser().get("/metrics").await.status,
        404,
        "not on the portal's address"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn half_requests_of_one_client_keep_no_monitoring_out_and_most_are_refused() {
    let portal = Portal::start().await;
    let url = address(&portal).await;
    let mut open = Vec::new();
    for _ in 0..40 {
        let mut wire = Wire::from("127.0.5.1", &url).await.unwrap();
        wire.send("GET /metrics HTTP/1.1\r\nHost: ").await;
        open.push(wire);
    }
    // Those over the bound of an address are closed unanswered, before this one is let in.
    expects(
        &read(&mut Client::monitoring(&url)).await,
        "portcullis_organizations 0",
    );
    for wire in &mut open[16..] {
        assert_eq!(wire.rest().await, "");
    }
    assert!(open[0].send("localhost\r\n\r\n").await);
    assert!(open[0].answer().await.contains(" 200 OK"));
}
