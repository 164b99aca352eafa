//! Cookies of somebody's own making prove nothing (security.md SE-10): with any byte changed each is as good as none.

use super::browsers::remembered;
use crate::portal::Portal;

/// A value with each of its bytes changed in turn: to the letter beside it, which differs in its lowest bits, and to one
/// that differs in others.
fn forged(value: &str) -> impl Iterator<Item = String> {
    let change = |at: usize, to: fn(u8) -> u8| {
        let mut bytes = value.as_bytes().to_vec();
        bytes[at] = to(bytes[at]);
        String::from_utf8(bytes).unwrap()
    };
    let beside = |byte: u8| match byte {
        b'A'..=b'Y' | b'a'..=b'y' | b'0'..=b'8' => byte + 1,
        b'Z' | b'z' | b'9' => byte - 1,
        _ => b'x',
    };
    let far = |byte: u8| if byte == b'G' { b'h' } else { b'G' };
    let all: Vec<String> = (0..value.len())
        .flat_map(|at| [change(at, beside), change(at, far)])
        .collect();
    assert!(all.len() > 80 && !all.contains(&value.to_owned()));
    all.into_iter()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_s_cookie_with_any_byte_changed_opens_nothing() {
    const COOKIE: &str = "__Host-portcullis";
    let portal = Portal::start().await;
    let (ann, _, mut browser) = remembered(&portal).await;
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Your applications");
    for value in forged(&browser.cookies[COOKIE]) {
        let mut forger = browser.clone();
        forger.cookies.insert(COOKIE.to_owned(), value);
        let answer = forger.get("/account").await;
        let to = answer.location().expect("a way to sign in");
        assert!(to.starts_with("/sign-in"), "{to}");
    }
    browser.get("/account").await.expects(200, "<h1");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_s_cookie_with_any_byte_changed_takes_no_code() {
    const COOKIE: &str = "__Host-portcullis-attempt";
    let portal = Portal::start().await;
    let (ann, app, _) = remembered(&portal).await;
    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let code = app.code(portal.now());
    for value in forged(&browser.cookies[COOKIE]) {
        let mut forger = browser.clone();
        forger.cookies.insert(COOKIE.to_owned(), value);
        assert!(!forger.gives_code(&page, &code).await.opens());
    }
    assert!(browser.gives_code(&page, &code).await.opens());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remembered_browser_s_cookie_with_any_byte_changed_stands_for_no_code() {
    const COOKIE: &str = "__Host-portcullis-browser";
    let portal = Portal::start().await;
    let (ann, _, mut browser) = remembered(&portal).await;
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Your applications");
    for value in forged(&browser.cookies[COOKIE]) {
        let mut forger = portal.browser();
        forger.cookies.insert(COOKIE.to_owned(), value);
        let page = forger.signs_in(&ann.login, &ann.password).await;
        page.expects(200, "Enter the code");
    }
}
