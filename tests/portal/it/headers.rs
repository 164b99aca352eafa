//! What every answer wears, and what no answer lets through.

use hyper::Method;
use portcullis_core::policy::Rule;
use portcullis_server::web::{self, Method as RouteMethod};

use crate::client::Answer;
use crate::portal::Portal;

/// Every answer that any test gets is looked at (`tests/portal/client.rs`).
pub fn wears(answer: &Answer, what: &str) {
    let header = |name: &str| {
        answer
            .headers
            .get(name)
            .unwrap_or_else(|| panic!("{what} has no {name}"))
            .to_str()
            .unwrap()
    };
    let policy = header("content-security-policy");
    let is_logo = what.starts_with("/logo/") && answer.status == 200;
    let parts: &[&str] = &[
        "default-src 'none'",
        "script-src 'nonce-",
        "'strict-dynamic'",
        "style-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
    ];
    // A picture has a policy of its own, which lets nothing through.
    let parts = if is_logo { &parts[..1] } else { parts };
    for part in parts {
        assert!(policy.contains(part), "{what}: {part} is not in {policy}");
    }
    assert!(!policy.contains("unsafe"), "{what}");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("x-frame-options"), "DENY");
    assert_eq!(header("referrer-policy"), "same-origin");
    assert_eq!(header("cross-origin-opener-policy"), "same-origin");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(header("cross-origin-embedder-policy"), "require-corp");
    assert!(header("permissions-policy").contains("camera=()"));
    let cache = header("cache-control");
    let is_asset = what.contains("/assets/") && answer.status == 200;
    let wanted = if is_asset || is_logo {
        "immutable"
    } else {
        "no-store"
    };
    assert!(cache.contains(wanted), "{what}: {cache}");
    assert!(
        answer.headers.get("server").is_none() && answer.headers.get("x-powered-by").is_none(),
        "{what}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_by_whatever_method() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut member = portal.browser();
    member.signs_in(&eva.login, &eva.password).await;
    for accept in ["text/html", "application/json"] {
        for route in web::routes() {
            let path = route.path.replace(['{', '}'], "");
            for browser in [&mut portal.browser(), &mut member.clone()] {
                for method in [
                    Method::GET,
                    Method::POST,
                    Method::PUT,
                    Method::DELETE,
                    Method::TRACE,
                    Method::OPTIONS,
                    Method::HEAD,
                ] {
                    let form = ("content-type", "application/x-www-form-urlencoded");
                    let answer = browser
                        .send(
                            method.clone(),
                            &path,
                            &[("accept", accept), form],
                            "".into(),
                        )
                        .await;
                    let known = matches!(
                        (route.method, &method),
                        (RouteMethod::Get, &(Method::GET | Method::HEAD))
                            | (RouteMethod::Post, &Method::POST)
                    );
                    assert!(
                        answer.status.as_u16() < 500,
                        "{method} {path}: {}",
                        answer.status
                    );
                    if known {
                        assert_ne!(answer.status, 405, "{method} {path}");
                    }
                    if [Method::PUT, Method::DELETE, Method::TRACE].contains(&method) {
                        assert_eq!(answer.status, 405, "{method} {path}");
                    }
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_are_pages_for_people_and_problems_for_programs() {
    let portal = Portal::start().await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    let long = format!("login={}", "x".repeat(70_000));
    for (method, path, headers, body, status) in [
        (Method::GET, "/no-such-page", vec![], "", 404),
        (Method::GET, "/assets/none.css", vec![], "", 404),
        (Method::PUT, "/sign-in", vec![], "", 405),
        (
            Method::POST,
            "/sign-in",
            vec![("content-type", "text/plain")],
            "x",
            415,
        ),
        (Method::POST, "/sign-in", vec![form], "login=%ff", 400),
        (Method::POST, "/sign-in", vec![form], "login=a&login=b", 400),
        (Method::POST, "/sign-in", vec![form], long.as_str(), 413),
        (
            Method::POST,
            "/sign-in",
            vec![form, ("sec-fetch-site", "cross-site")],
            "login=a",
            403,
        ),
        (
            Method::POST,
            "/sign-in",
            vec![form, ("origin", "http://evil.example")],
            "login=a",
            403,
        ),
    ] {
        let mut browser = portal.browser();
        let answer = browser
            .send(method.clone(), path, &headers, body.to_owned().into())
            .await;
        answer.expects(status, "<h1").expects(status, "Help desk");
        assert!(browser.cookies.is_empty());
        let json: Vec<_> = headers
            .iter()
            .copied()
            .chain([("accept", "application/json")])
            .collect();
        let answer = browser
            .send(method, path, &json, body.to_owned().into())
            .await;
        assert_eq!(
            answer.headers["content-type"], "application/problem+json",
            "{path}"
        );
        answer.expects(status, &format!("\"status\":{status}"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_style_sheet_is_kept_for_ever_and_pages_are_not() {
    let portal = Portal::start().await;
    let page = portal.browser().get("/sign-in").await;
    let sheet = page
        .body
        .split("href=\"/assets/style-")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let answer = portal
        .browser()
        .get(&format!("/assets/style-{sheet}"))
        .await;
    assert_eq!(answer.status, 200);
    assert_eq!(portal.browser().get("/healthz").await.body, "ok\n");
    assert_eq!(portal.browser().get("/readyz").await.body, "ok\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_https_browsers_are_told_to_stay_there() {
    let plain = Portal::start().await;
    assert!(
        !plain
            .browser()
            .get("/sign-in")
            .await
            .headers
            .contains_key("strict-transport-security")
    );
    let portal = Portal::at("https://portal.example").await;
    for path in ["/sign-in", "/no-such-page", "/healthz"] {
        let host = [("host", "portal.example")];
        let mut browser = portal.browser();
        let answer = browser.send(Method::GET, path, &host, "".into()).await;
        assert_ne!(answer.status, 421);
        let told = answer.headers["strict-transport-security"]
            .to_str()
            .unwrap();
        assert_eq!(told, "max-age=31536000; includeSubDomains", "{path}");
    }
}
