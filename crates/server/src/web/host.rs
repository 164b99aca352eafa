//! Under which name the portal answers: that of its public address, and no other (security.md RE-4).
//! What a request calls us decides only whether it is answered.

use axum::extract::Request;
use axum::http::header::{self, HeaderMap};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use url::Url;

use super::trouble::Trouble;
use crate::app::App;

/// Where monitoring asks, under whatever name it knows.
const ANY_NAME: [&str; 2] = ["/healthz", "/readyz"];

/// Refuses requests that are for somebody else.
pub async fn check(app: &App, request: Request, next: Next) -> Response {
    let public = &app.settings().public_url;
    let named = sole_host(request.headers()).is_some_and(|host| is_ours(public, host));
    let target = request.uri().authority();
    let target = target.is_none_or(|authority| is_ours(public, authority.as_str()));
    if (named && target) || ANY_NAME.contains(&request.uri().path()) {
        next.run(request).await
    } else {
        Trouble::WrongHost.into_response()
    }
}

/// The value of the Host header, if there is exactly one.
fn sole_host(headers: &HeaderMap) -> Option<&str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().ok(),
        _ => None,
    }
}

/// Whether a host, with or without a port, is that of the public address. On this machine itself its
/// three names are one.
fn is_ours(public: &Url, host: &str) -> bool {
    const THIS_MACHINE: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];
    let scheme_port = if public.scheme() == "https" { 443 } else { 80 };
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => {
            let digits = port.bytes().all(|byte| byte.is_ascii_digit());
            match port.parse().ok().filter(|_| digits) {
                Some(port) => (name, port),
                None => return false,
            }
        }
        _ => (host, scheme_port),
    };
    let ours = public.host_str().unwrap_or_default();
    let same = name.eq_ignore_ascii_case(ours)
        || THIS_MACHINE.contains(&ours)
            && THIS_MACHINE
                .iter()
                .any(|one| name.eq_ignore_ascii_case(one));
    same && public.port_or_known_default() == Some(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(public: &str, good: &[&str], bad: &[&str]) {
        let public = public.parse().unwrap();
        for host in good {
            assert!(is_ours(&public, host), "{host}");
        }
        for host in bad {
            assert!(!is_ours(&public, host), "{host}");
        }
    }

    #[test]
    fn the_public_address_is_the_only_name() {
        check(
            "https://portal.example",
            &["portal.example", "Portal.Example", "portal.example:443"],
            &[
                "",
                ":443",
                "portal.example:",
                "portal.example:80",
                "portal.example:+443",
                "portal.example:443:443",
                "portal.example.evil.example",
                "evil.example",
                "user@portal.example",
                "portal.example@evil.example",
                "portal.example/",
                " portal.example",
                "portal.example, evil.example",
                "localhost:443",
            ],
        );
        check(
            "https://portal.example:8443",
            &["portal.example:8443"],
            &[
                "portal.example",
                "portal.example:443",
                "portal.example:18443",
            ],
        );
        check(
            "https://[2001:db8::7]:8443",
            &["[2001:db8::7]:8443"],
            &["[2001:db8::7]", "2001:db8::7:8443", "[2001:db8::8]:8443"],
        );
    }

    #[test]
    fn this_machine_has_three_names() {
        let three = [
            "localhost:8080",
            "127.0.0.1:8080",
            "[::1]:8080",
            "LOCALHOST:8080",
        ];
        let others = [
            "localhost",
            "127.0.0.2:8080",
            "0.0.0.0:8080",
            "evil.example:8080",
        ];
        check("http://localhost:8080", &three, &others);
        check("http://127.0.0.1:8080", &three, &others);
        check("http://[::1]:8080", &three, &others);
        check(
            "http://localhost",
            &["localhost", "127.0.0.1:80", "[::1]"],
            &three,
        );
    }
}
