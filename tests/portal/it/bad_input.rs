//! Nonsense in every field of every form: a clear refusal, never a fault, and nothing changed.

use hyper::Method;
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_server::instance;

use crate::client::Client;
use crate::portal::Portal;

/// A form of the portal with values that it would take.
struct Form {
    path: String,
    browser: Client,
    fields: Vec<(&'static str, String)>,
}

#[expect(
    clippy::too_many_lines,
    reason = "a list of all forms, one after the other"
)]
async fn forms(portal: &Portal) -> Vec<Form> {
    let field = |name, value: &str| (name, value.to_owned());
    let setup = portal.setup_link().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (olga, ann) = (
        portal.person(&acme, "olga").await,
        portal.person(&acme, "ann").await,
    );
    let new = portal.person(&acme, "new").await;
    instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id)
        .await
        .unwrap()
        .unwrap();
    let letter = portal.letter(&acme, "greta").await.code.shown();
    let mut owner = portal.browser();
    owner.enrolls(portal, &olga).await;
    portal.browser().enrolls(portal, &ann).await;
    let mut half = portal.browser();
    let attempt = half
        .signs_in(&ann.login, &ann.password)
        .await
        .hidden("attempt");
    let mut wizard = portal.browser();
    let setting_up = wizard
        .signs_in(&new.login, &new.password)
        .await
        .hidden("attempt");
    wizard
        .post("/sign-in/set-up/app", &[("attempt", &setting_up)])
        .await;
    let form = |path: &str, browser: &Client, fields| Form {
        path: path.to_owned(),
        browser: browser.clone(),
        fields,
    };
    let stranger = portal.browser();
    vec![
        form(
            "/sign-in",
            &stranger,
            vec![
                field("login", "x@acme"),
                field("password", "y"),
                field("return_to", "/"),
            ],
        ),
        form(
            "/sign-in/code",
            &half,
            vec![field("attempt", &attempt), field("code", "000000")],
        ),
        form(
            "/sign-in/recovery-code",
            &half,
            vec![
                field("attempt", &attempt),
                field("recovery_code", "0000000000000000"),
            ],
        ),
        form(
            "/sign-in/replace-device",
            &half,
            vec![field("attempt", &attempt), field("choice", "keep")],
        ),
        form(
            "/sign-in/set-up/app",
            &wizard,
            vec![field("attempt", &setting_up)],
        ),
        form(
            "/sign-in/set-up/scan",
            &wizard,
            vec![field("attempt", &setting_up), field("code", "000000")],
        ),
        form(
            "/sign-in/set-up/recovery-codes",
            &wizard,
            vec![field("attempt", &setting_up)],
        ),
        form(
            "/sign-in/set-up/stored",
            &wizard,
            vec![
                field("attempt", &setting_up),
                field("set", "x"),
                field("stored", "on"),
            ],
        ),
        form(
            &setup,
            &stranger,
            [
                "organization",
                "slug",
                "requirement",
                "name",
                "login_name",
                "email",
                "password",
            ]
            .map(|name| field(name, ""))
            .to_vec(),
        ),
        form("/invitation", &stranger, vec![field("code", "none")]),
        form(
            &format!("/invitation/{letter}"),
            &stranger,
            vec![field("password", "short")],
        ),
        form(
            "/account/recovery-codes/stored",
            &owner,
            vec![field("set", "x"), field("stored", "on")],
        ),
        form(
            "/step-up",
            &owner,
            vec![
                field("act", "new-recovery-codes"),
                field("return_to", "/"),
                field("code", ""),
                field("recovery_code", ""),
            ],
        ),
        form(
            "/admin/acme/access/invite",
            &owner,
            vec![
                field("name", ""),
                field("login_name", ""),
                field("email", ""),
            ],
        ),
    ]
}

async fn tables(portal: &Portal) -> Vec<i64> {
    let mut counts = Vec::new();
    for sql in [
        "SELECT COUNT(*) FROM organizations",
        "SELECT COUNT(*) FROM accounts",
        "SELECT COUNT(*) FROM sessions",
        "SELECT COUNT(*) FROM devices",
        "SELECT COUNT(*) FROM recovery_sets",
        "SELECT COUNT(*) FROM invitations",
        "SELECT COUNT(*) FROM attempts",
        "SELECT COUNT(*) FROM role_grants",
    ] {
        counts.push(portal.count(sql).await);
    }
    counts
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_in_any_field_is_refused_and_changes_nothing() {
    let portal = Portal::start().await;
    let forms = forms(&portal).await;
    let before = tables(&portal).await;
    let long = "x".repeat(9_000);
    let huge = "x".repeat(70_000);
    let values: [(&str, &[u8]); 9] = [
        ("empty", b""),
        ("control characters", b"a\x07\x1b[31mb"),
        ("line breaks", b"a\r\nSet-Cookie: b=c"),
        ("NUL", b"a\0b"),
        ("not UTF-8", b"\xff\xfe"),
        ("right to left", "\u{202e}evil".as_bytes()),
        ("markup", b"<script>alert(1)</script>"),
        ("long", long.as_bytes()),
        ("huge", huge.as_bytes()),
    ];
    for form in &forms {
        for at in 0..form.fields.len() {
            for (what, value) in values {
                // Any printable text may be a password.
                if form.fields[at].0 == "password" && ["markup", "right to left"].contains(&what) {
                    continue;
                }
                let body = body(&form.fields, at, value);
                check(form, &format!("{what} in {}", form.fields[at].0), body).await;
            }
            let twice = format!(
                "{}&{}=again",
                body(&form.fields, usize::MAX, b""),
                form.fields[at].0
            );
            check(form, &format!("{} twice", form.fields[at].0), twice).await;
        }
        check(
            form,
            "an unknown field",
            format!("{}&surprise=1", body(&form.fields, usize::MAX, b"")),
        )
        .await;
        check(form, "nothing", String::new()).await;
        for kind in [
            "text/plain",
            "application/json",
            "multipart/form-data; boundary=x",
            "",
        ] {
            let answer = form
                .browser
                .clone()
                .send(
                    Method::POST,
                    &form.path,
                    &[("content-type", kind)],
                    "{}".into(),
                )
                .await;
            assert!(
                [415, 404].contains(&answer.status.as_u16()),
                "{kind} to {}: {}",
                form.path,
                answer.status
            );
        }
    }
    assert_eq!(tables(&portal).await, before);
}

fn body(fields: &[(&str, String)], odd: usize, value: &[u8]) -> String {
    let pair = |(at, (name, usual)): (usize, &(&str, String))| {
        let value = if at == odd { value } else { usual.as_bytes() };
        format!("{name}={}", percent_encode(value, NON_ALPHANUMERIC))
    };
    fields
        .iter()
        .enumerate()
        .map(pair)
        .collect::<Vec<_>>()
        .join("&")
}

async fn check(form: &Form, what: &str, body: String) {
    let mut browser = form.browser.clone();
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let answer = browser
        .send(Method::POST, &form.path, &headers, body.into())
        .await;
    let status = answer.status.as_u16();
    // A redirect leads back to the page that is meant; it never opens anything.
    assert!(
        (400..500).contains(&status) || status == 303 || status == 200,
        "{what} to {}: {status}",
        form.path
    );
    assert_ne!(status, 200, "{what} to {} was taken", form.path);
    assert!(
        !answer.says("<script>alert(1)"),
        "{what} to {} came back unescaped",
        form.path
    );
    assert_eq!(
        browser.cookies.get("__Host-portcullis"),
        form.browser.cookies.get("__Host-portcullis"),
        "{what} to {} opened a session",
        form.path
    );
    if status >= 400 {
        assert!(answer.says("<h1"), "{what} to {} gets no page", form.path);
    }
}
