//! What a stranger can tell from answers: nothing. Byte for byte the same for a login that nobody has,
//! a wrong password and a suspended account, delayed or not, to browsers and to programs.

use hyper::Method;
use portcullis_core::audit::Origin;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::people;

use crate::client::{Answer, Client};
use crate::portal::Portal;

/// Tries whose logins have one length, so that not even lengths differ: of a known account with a
/// wrong password, of nobody, and of a suspended account with the right and a wrong one.
async fn tries(portal: &Portal) -> [(String, String); 5] {
    let acme = portal.organization("acme", Rule::Required).await;
    let known = portal.person(&acme, "known1").await;
    let enrolled = portal.person(&acme, "phone1").await;
    let gone = portal.person(&acme, "gone01").await;
    portal.browser().enrolls(portal, &enrolled).await;
    let whose = (acme.id, gone.id);
    let suspended =
        people::set_active(&portal.app, &Actor::System, whose, false, Origin::default()).await;
    suspended.unwrap().unwrap();
    let wrong = || "not the password".to_owned();
    [
        (known.login, wrong()),
        (enrolled.login, wrong()),
        ("nobody@acme".to_owned(), wrong()),
        ("nob@nowhere".to_owned(), wrong()),
        (gone.login, gone.password),
    ]
}

/// One try at a sign-in, as bytes.
async fn seen(portal: &Portal, login: &str, password: &str, accept: &str) -> String {
    let fields = [("login", login), ("password", password)];
    sent(&mut portal.browser(), "/sign-in", &fields, accept).await
}

/// What a form is answered, as bytes: status, headers in their order, body; the nonce, the time of the answer, its id
/// and support code, and the login that was typed are masked, nothing else.
async fn sent(browser: &mut Client, path: &str, fields: &[(&str, &str)], accept: &str) -> String {
    let (_, login) = fields[0];
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let headers = [
        ("accept", accept),
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
    ];
    let answer: Answer = browser
        .send(Method::POST, path, &headers, body.into())
        .await;
    assert!(browser.cookies.is_empty());
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    let (_, rest) = policy.split_once("'nonce-").unwrap();
    let (nonce, _) = rest.split_once('\'').unwrap();
    let headers: Vec<String> = answer
        .headers
        .iter()
        .filter(|(name, _)| *name != "date" && *name != "x-request-id")
        .map(|(name, value)| format!("{name}: {value:?}"))
        .collect();
    let mut seen = format!(
        "{}\n{}\n\n{}",
        answer.status,
        headers.join("\n"),
        answer.body
    );
    if answer.says("class=\"support-value\"") {
        seen = seen.replace(&answer.support_code(), "CODE");
    }
    seen.replace(nonce, "NONCE").replace(login, "TYPED")
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_tells_a_known_login_from_an_unknown_one_at_any_try() {
    for accept in ["text/html", "application/json"] {
        let portal = Portal::start().await;
        let tries = tries(&portal).await;
        let mut statuses = Vec::new();
        // Five are looked at, the sixth and seventh are delayed; half a minute later one is looked at.
        for round in 0..9 {
            if round == 7 {
                portal.wait(Span::seconds(30));
            }
            let mut answers = Vec::new();
            for (login, password) in &tries {
                answers.push(seen(&portal, login, password, accept).await);
            }
            for (answer, (login, _)) in answers.iter().zip(&tries) {
                assert_eq!(answer, &answers[0], "{login}, try {round}, {accept}");
            }
            statuses.push(answers[0][..3].to_owned());
        }
        let expect = ["422"; 5]
            .into_iter()
            .chain(["429"; 2])
            .chain(["422", "429"]);
        assert!(
            statuses.iter().map(String::as_str).eq(expect),
            "{statuses:?}"
        );
        for sql in [
            "SELECT COUNT(*) FROM attempts WHERE login <> 'phone1@acme'",
            "SELECT COUNT(*) FROM sessions WHERE proofs NOT LIKE '%totp%'",
        ] {
            assert_eq!(portal.count(sql).await, 0, "{sql}");
        }
    }
}

/// Logins of one length that a stranger asks about: of somebody with and without a device, of nobody, of an
/// organization that isn't there, of somebody suspended, and of somebody who asked already.
async fn logins(portal: &Portal) -> [String; 6] {
    let [known, enrolled, nobody, nowhere, gone] = tries(portal).await.map(|(login, _)| login);
    [known.clone(), enrolled, nobody, nowhere, gone, known]
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_for_help_is_answered_alike_whoever_is_asked_for() {
    for accept in ["text/html", "application/json"] {
        let portal = Portal::start().await;
        let logins = logins(&portal).await;
        // Each from an address of its own: ten are heard within an hour, the rest is not, and after it again.
        let mut browsers: Vec<Client> = (1..=6).map(|at| portal.browser_behind(at)).collect();
        let mut statuses = Vec::new();
        for round in 0..13 {
            if round == 12 {
                portal.wait(Span::minutes(61));
            }
            let mut answers = Vec::new();
            for (browser, login) in browsers.iter_mut().zip(&logins) {
                let fields = [("login", login.as_str())];
                answers.push(sent(browser, "/locked-out", &fields, accept).await);
            }
            for (answer, login) in answers.iter().zip(&logins) {
                assert_eq!(answer, &answers[0], "{login}, asked {round}, {accept}");
            }
            statuses.push(answers[0][..3].to_owned());
        }
        let expect = ["202"; 10].into_iter().chain(["429", "429", "202"]);
        assert!(
            statuses.iter().map(String::as_str).eq(expect),
            "{statuses:?}"
        );
        // What is asked from outside opens nothing.
        for sql in [
            "SELECT COUNT(*) FROM attempts WHERE login <> 'phone1@acme'",
            "SELECT COUNT(*) FROM sessions WHERE proofs NOT LIKE '%totp%'",
        ] {
            assert_eq!(portal.count(sql).await, 0, "{sql}");
        }
    }
}
