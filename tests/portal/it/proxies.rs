//! Behind a proxy: whose address counts.

use hyper::Method;
use portcullis_core::policy::Rule;
use portcullis_server::app::ForwardingHeader;

use crate::portal::Portal;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// The address that the audit log holds of a wrong sign-in with headers.
async fn seen(portal: &Portal, headers: &[(&str, &str)]) -> String {
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let body = format!("login={}&password=wrong", ann.login);
    let sent: Vec<_> = headers.iter().copied().chain([FORM]).collect();
    let mut browser = portal.browser_behind(1);
    let answer = browser
        .send(Method::POST, "/sign-in", &sent, body.into())
        .await;
    assert_eq!(answer.status, 422);
    let entries = portal.entries(Some(acme.id)).await;
    let origin = &entries.last().unwrap().origin;
    origin.ip().expect("an address").to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_trusted_proxy_no_header_changes_the_address() {
    let portal = Portal::start().await;
    let sent = [
        ("x-forwarded-for", "198.51.100.9"),
        ("forwarded", "for=198.51.100.9"),
        ("x-real-ip", "198.51.100.9"),
    ];
    assert_eq!(seen(&portal, &sent).await, "127.0.9.1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trusted_proxy_says_whom_it_speaks_for_in_one_header_only() {
    let sent = [
        ("x-forwarded-for", "6.6.6.6, 198.51.100.9"),
        ("forwarded", "for=6.6.6.6, for=203.0.113.5"),
    ];
    for (header, expect) in [
        (ForwardingHeader::XForwardedFor, "198.51.100.9"),
        (ForwardingHeader::Forwarded, "203.0.113.5"),
    ] {
        let portal = Portal::start().await;
        portal.decides(|settings| {
            settings.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
            settings.forwarding_header = header;
        });
        assert_eq!(seen(&portal, &sent).await, expect);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_trusted_proxy_says_unreadably_counts_as_its_own() {
    let portal = Portal::start().await;
    portal.decides(|settings| settings.trusted_proxies = vec!["127.0.9.1/32".parse().unwrap()]);
    let sent = [("x-forwarded-for", "198.51.100.9, unknown")];
    assert_eq!(seen(&portal, &sent).await, "127.0.9.1");
}
