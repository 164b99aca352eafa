//! Mail is queued in the transaction of its cause, sealed, and says what it must to whom it must.

use portcullis_core::policy::Rule;
use portcullis_core::role::Scope;
use portcullis_core::time::Span;
use portcullis_pages::mail::TestMail;
use portcullis_server::mail::{self, MailSettings, Recipient, Sender, SmtpServer, Transport};
use portcullis_store::{Error, Tx, mails};

use crate::portal::{Person, Portal};

fn to(person: &Person) -> Recipient {
    Recipient {
        scope: Scope::of(person.organization),
        account: Some(person.id),
        address: person.email.clone(),
        language: None,
    }
}

fn test_mail(portal: &Portal, by: &str) -> TestMail {
    TestMail {
        by: by.to_owned(),
        at: portal.now(),
    }
}

/// Queues a mail, in a unit that is kept or not.
async fn queue(portal: &Portal, person: &Person, by: &str, kept: bool) {
    let (app, to, mail) = (portal.app.clone(), to(person), test_mail(portal, by));
    let unit = async move |tx: &mut Tx<'_>| {
        mail::queue(tx, &app, &to, &mail).await?;
        if kept {
            Ok(())
        } else {
            Err(Error::refused("taken back"))
        }
    };
    assert_eq!(portal.app.store.write(unit).await.is_ok(), kept);
}

#[tokio::test]
async fn a_mail_is_queued_with_its_cause_or_not_at_all() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    queue(&portal, &ann, "Olga", false).await;
    assert!(portal.mails().await.is_empty());
    queue(&portal, &ann, "Olga", true).await;
    let caught = portal.mails().await;
    let [one] = &caught[..] else {
        panic!("{caught:?}")
    };
    assert_eq!(
        (one.to.as_str(), one.kind.as_str()),
        (ann.email.as_str(), "test")
    );
    assert!(
        one.text.contains("Olga asked for it on November 18, 2026"),
        "{}",
        one.text
    );
    assert!(
        one.html.contains("<bdi>Olga</bdi> asked for it"),
        "{}",
        one.html
    );
    assert!(one.text.contains("for ACME Works."), "{}", one.text);
    let (scope, id, since) = (Scope::of(acme.id), ann.id, portal.now() - Span::hours(1));
    let count = async move |tx: &mut Tx<'_>| mails::count_since(tx, scope, id, "test", since).await;
    assert_eq!(portal.app.store.read(count).await, Ok(1));
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_queued() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    queue(&portal, &ann, "Olga", true).await;
    assert!(portal.mails().await.is_empty());
}

#[tokio::test]
async fn what_a_mail_says_is_sealed_in_the_database() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    queue(&portal, &ann, "Canary Olga", true).await;
    let sql = "SELECT COUNT(*) FROM mails WHERE instr(message, CAST('Canary' AS BLOB)) > 0";
    assert_eq!(portal.count(sql).await, 0);
    let sql = "SELECT COUNT(*) FROM mails WHERE length(message) > 1000";
    assert_eq!(portal.count(sql).await, 1);
}

#[tokio::test]
async fn names_change_no_header_and_no_markup() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let long = "x".repeat(10_000);
    let nasty =
        format!("A\r\nBcc: eve@evil.example\r\n\r\n<img src=x onerror=alert(1)>\u{202e}gpj{long}");
    queue(&portal, &ann, &nasty, true).await;
    let caught = portal.mails().await;
    let one = &caught[0];
    assert!(!one.subject.contains(['\r', '\n']) && one.subject.chars().count() <= 151);
    assert!(!one.html.contains("<img") && one.html.contains("&#60;img src=x"));
    for part in [&one.text, &one.html] {
        assert!(!part.contains('\u{202e}') && !part.contains('\r') && part.len() < 6_000);
        assert!(!part.lines().any(|line| line.starts_with("Bcc:")));
    }
}

#[tokio::test]
async fn caught_mail_is_shown_where_it_is_caught_and_nowhere_else() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    assert_eq!(portal.browser().get("/demo/mail").await.status, 404);
    portal.gets_mail();
    let page = portal.browser().get("/demo/mail").await;
    page.expects(200, "No mail yet");
    queue(&portal, &ann, "<img src=x onerror=alert(1)>", true).await;
    let page = portal.browser().get("/demo/mail").await;
    page.expects(200, "Mail from this portal arrives")
        .expects(200, &ann.email);
    assert!(page.says("&#60;img src=x") && !page.says("<img"));
    // A portal that sends its mail shows none, whatever was caught before.
    portal.decides(|settings| {
        let server = SmtpServer::parse("smtp://127.0.0.1:1?tls=none").unwrap();
        let from = Sender::parse("portal@example.com").unwrap();
        let transport = Transport::Smtp(server);
        settings.mail = Some(MailSettings { from, transport });
    });
    assert_eq!(portal.browser().get("/demo/mail").await.status, 404);
}

#[tokio::test]
async fn the_links_of_caught_mails_lead_on() {
    let portal = Portal::with_mail().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let cem = portal.mails_invitation(&acme, "cem", "Cem Yildiz").await;
    let mut browser = portal.browser();
    let page = browser.get("/demo/mail").await;
    let start = format!("<a href=\"{}", portal.app.link("/"));
    let links: Vec<&str> = page.body.split(&start).skip(1).collect();
    let paths = links.iter().filter_map(|rest| rest.split('"').next());
    let paths: Vec<String> = paths.map(|path| format!("/{path}")).collect();
    assert_eq!(paths.len(), 1, "{}", page.body);
    let page = browser.get(&paths[0]).await;
    page.expects(200, "Join ").expects(200, &cem);
}
