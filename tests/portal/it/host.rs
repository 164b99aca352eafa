//! What a request calls the portal: no word of it gets into a link, a cookie or a redirect.

use hyper::Method;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_server::instance;

use crate::client::{Answer, Client};
use crate::portal::Portal;
use crate::wire::Wire;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// What a request says that it was sent to, by others than its one Host.
pub const LIES: [&[(&str, &str)]; 8] = [
    &[("x-forwarded-host", "evil.example")],
    &[("x-forwarded-proto", "https")],
    &[("x-forwarded-port", "666")],
    &[("forwarded", "for=127.0.0.1;host=evil.example;proto=https")],
    &[("x-original-url", "/evil.example")],
    &[("x-rewrite-url", "http://evil.example/")],
    &[
        ("x-forwarded-server", "evil.example"),
        ("via", "1.1 evil.example"),
    ],
    &[
        ("x-host", "evil.example"),
        ("x-forwarded-prefix", "//evil.example"),
    ],
];

fn has_no_evil(answer: &Answer, lie: &[(&str, &str)]) {
    assert!(!answer.says("evil"), "{lie:?}: {}", answer.body);
    for (name, value) in &answer.headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        assert!(!value.contains("evil"), "{lie:?}: {name}: {value}");
        assert!(name != "location" || value.starts_with('/'), "{value}");
    }
}

/// The address on the sheet of an invitation that was asked for with headers.
async fn invites(owner: &mut Client, number: usize, lie: &[(&str, &str)]) -> Answer {
    let body = format!("name=Greta+Guest&login_name=greta{number}&email=");
    let sent: Vec<_> = lie.iter().copied().chain([FORM]).collect();
    let path = "/admin/acme/access/invite";
    owner.send(Method::POST, path, &sent, body.into()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_header_changes_a_link_a_cookie_or_a_redirect() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let olga = portal.person(&acme, "olga").await;
    let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id);
    made.await.unwrap().unwrap();
    let mut owner = portal.browser();
    owner.enrolls(&portal, &olga).await;
    for trusted in [false, true] {
        if trusted {
            // Not even a proxy that is believed about addresses is believed about names.
            portal.decides(|it| it.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()]);
        }
        for (number, lie) in LIES.into_iter().enumerate() {
            let number = number + if trusted { LIES.len() } else { 0 };
            let letter = invites(&mut owner, number, lie).await;
            letter.expects(200, &format!("{}/invitation", portal.url));
            has_no_evil(&letter, lie);
            let mut stranger = portal.browser();
            let answer = stranger.send(Method::GET, "/", lie, "".into()).await;
            assert_eq!(answer.location().as_deref(), Some("/sign-in"));
            has_no_evil(&answer, lie);
            let body = format!("login={}&password=wrong", olga.login);
            let sent: Vec<_> = lie.iter().copied().chain([FORM]).collect();
            let answer = stranger
                .send(Method::POST, "/sign-in", &sent, body.into())
                .await;
            has_no_evil(&answer, lie);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_for_another_host_gets_421_and_changes_nothing() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let ours = portal.url.strip_prefix("http://").unwrap();
    let form = format!(
        "login={}&password={}",
        ann.login,
        ann.password.replace(' ', "+")
    );
    let post = format!(
        "Content-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
        FORM.1,
        form.len()
    );
    for (line, hosts) in [
        ("/sign-in", "Host: evil.example\r\n".to_owned()),
        ("/sign-in", "Host: localhost\r\n".to_owned()),
        ("/sign-in", "Host: localhost:1\r\n".to_owned()),
        ("/sign-in", format!("Host: {ours}.evil.example\r\n")),
        ("/sign-in", format!("Host: evil@{ours}\r\n")),
        ("/sign-in", String::new()),
        ("/sign-in", "Host:\r\n".to_owned()),
        (
            "/sign-in",
            format!("Host: {ours}\r\nHost: evil.example\r\n"),
        ),
        (
            "/sign-in",
            format!("Host: evil.example\r\nHost: {ours}\r\n"),
        ),
        ("/sign-in", format!("Host: {ours}\r\nHost: {ours}\r\n")),
        ("http://evil.example/sign-in", format!("Host: {ours}\r\n")),
        ("http://evil@localhost/sign-in", format!("Host: {ours}\r\n")),
    ] {
        for accept in ["text/html", "application/json"] {
            let mut wire = Wire::to(&portal.url).await;
            let head = format!("POST {line} HTTP/1.1\r\n{hosts}Accept: {accept}\r\n");
            wire.send(format!("{head}{post}")).await;
            let answer = wire.rest().await;
            assert!(answer.starts_with("HTTP/1.1 421 "), "{head}: {answer}");
            assert!(!answer.contains("evil"), "{head}: {answer}");
            let lower = answer.to_lowercase();
            assert!(lower.contains("content-security-policy: default-src 'none'"));
            assert!(!lower.contains("set-cookie") && !lower.contains("location:"));
            let told = if accept == "text/html" {
                format!("href=\"{}/\"", portal.url)
            } else {
                "application/problem+json".to_owned()
            };
            assert!(answer.contains(&told), "{told} is not in {answer}");
        }
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 0);

    // Under its own names, the same form opens a session.
    let port = ours.rsplit(':').next().unwrap();
    for (line, host) in [
        ("/sign-in".to_owned(), ours.to_owned()),
        ("/sign-in".to_owned(), format!("127.0.0.1:{port}")),
        ("/sign-in".to_owned(), format!("[::1]:{port}")),
        (format!("{}/sign-in", portal.url), ours.to_owned()),
    ] {
        let mut wire = Wire::to(&portal.url).await;
        wire.send(format!("POST {line} HTTP/1.1\r\nHost: {host}\r\n{post}"))
            .await;
        let answer = wire.rest().await;
        assert!(
            answer.starts_with("HTTP/1.1 303 "),
            "{line} {host}: {answer}"
        );
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM sessions").await, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn monitoring_may_call_the_portal_as_it_likes() {
    let portal = Portal::start().await;
    for path in ["/healthz", "/readyz"] {
        for host in ["10.0.0.7:8080", "portal-1.internal", ""] {
            let mut browser = portal.browser();
            let answer = browser
                .send(Method::GET, path, &[("host", host)], "".into())
                .await;
            assert_eq!(
                (answer.status.as_u16(), answer.body.as_str()),
                (200, "ok\n")
            );
        }
    }
}
