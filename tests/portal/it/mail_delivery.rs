//! Mail through mail servers that take it, refuse it, hang and drop: each once, none lost, and nobody
//! waits for it.

use std::time::Duration;

use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_pages::mail::TestMail;
use portcullis_server::instance;
use portcullis_server::mail::{self, MailSettings, Recipient, Sender, SmtpServer, Transport};
use portcullis_store::mails::Mail;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, mails};
use tokio::task::JoinHandle;

use crate::mail_servers::{RealServer, Sink, until};
use crate::portal::Portal;

/// Tells a portal which mail server it has; each step may take so long.
pub fn sends_by(portal: &Portal, url: &str, patience: Duration) {
    portal.decides(|settings| {
        let server = SmtpServer {
            patience,
            ..SmtpServer::parse(url).unwrap()
        };
        settings.mail = Some(MailSettings {
            from: Sender::parse("Example portal <portal@example.com>").unwrap(),
            transport: Transport::Smtp(server),
        });
    });
}

/// The task that hands mails over, gone when it is dropped.
pub struct Delivering(JoinHandle<()>);

impl Delivering {
    pub fn on(portal: &Portal) -> Self {
        let app = portal.app.clone();
        Self(tokio::spawn(mail::deliver(app, std::future::pending())))
    }
}

impl Drop for Delivering {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Queues a mail to an address.
async fn queue(portal: &Portal, organization: &Organization, address: &str, by: &str) {
    let (app, at) = (portal.app.clone(), portal.now());
    let mail = TestMail {
        by: by.to_owned(),
        at,
    };
    let to = Recipient {
        scope: Scope::of(organization.id),
        account: None,
        address: address.to_owned(),
        language: None,
    };
    let unit = async move |tx: &mut Tx<'_>| mail::queue(tx, &app, &to, &mail).await;
    portal.app.store.write(unit).await.unwrap();
}

async fn mails_now(portal: &Portal) -> Vec<Mail> {
    let unit = async move |tx: &mut Tx<'_>| mails::latest(tx, 1_000).await;
    portal.app.store.read(unit).await.unwrap()
}

/// Waits until a mail to an address is as it should be.
async fn waits_until(portal: &Portal, address: &str, is: impl Fn(&Mail) -> bool) -> Mail {
    for _ in 0..600 {
        let mails = mails_now(portal).await;
        if let Some(mail) = mails
            .into_iter()
            .find(|one| one.recipient == address && is(one))
        {
            return mail;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{address} is not so: {:#?}", mails_now(portal).await);
}

pub const SOON: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread")]
async fn mail_goes_through_exim_with_starttls_tls_and_auth() {
    mail_goes_through(RealServer::exim()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_goes_through_opensmtpd_with_starttls_tls_and_auth() {
    mail_goes_through(RealServer::opensmtpd()).await;
}

async fn mail_goes_through(server: Option<RealServer>) {
    let Some(server) = server else { return };
    server.listens().await;
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let _delivering = Delivering::on(&portal);
    let roots = server.certificate().display().to_string();
    let login = RealServer::login();
    let starttls = format!(
        "smtp://{login}@localhost:{}?tls=required&roots={roots}",
        server.starttls
    );
    let tls = format!("smtps://{login}@localhost:{}?roots={roots}", server.tls);
    for (many, (url, to)) in [(&starttls, "ann@acme.example"), (&tls, "ben@acme.example")]
        .into_iter()
        .enumerate()
    {
        sends_by(&portal, url, Duration::from_secs(10));
        assert_eq!(mail::knock(&portal.app.settings()).await, Some(Ok(())));
        queue(&portal, &acme, to, "Olga").await;
        let arrived = server.waits_for(many + 1).await;
        let mail = arrived.iter().find(|one| one.to == to).unwrap();
        assert_eq!(mail.header("to"), [to]);
        assert_eq!(
            mail.header("from"),
            ["\"Example portal\" <portal@example.com>"]
        );
        assert_eq!(mail.header("auto-submitted"), ["auto-generated"]);
        assert!(
            mail.header("date")[0].starts_with("Wed, 18 Nov 2026"),
            "{:?}",
            mail.header("date")
        );
        assert_eq!(mail.header("message-id").len(), 1);
        assert!(mail.header("message-id")[0].ends_with("@example.com>"));
        assert!(
            mail.raw.to_lowercase().contains("with esmtpsa"),
            "{}",
            mail.raw
        );
        assert!(mail.body().contains("Olga asked for it"));
        assert!(mail.raw.lines().all(|line| line.len() <= 998));
    }

    // A wrong password, no TLS, somebody else's certificate: no mail, and the cause is kept.
    let wrong = starttls.replace("p%2Fw", "no%2Fw");
    let stranger = starttls.replace(&format!("&roots={roots}"), "");
    let elsewhere = starttls.replace("@localhost", "@127.0.0.1");
    for (n, (url, cause)) in [
        (wrong, "AUTH: "),
        (stranger, "STARTTLS: "),
        (elsewhere, "STARTTLS: "),
    ]
    .into_iter()
    .enumerate()
    {
        sends_by(&portal, &url, Duration::from_secs(10));
        let to = format!("carl{n}@acme.example");
        queue(&portal, &acme, &to, "Olga").await;
        let mail = waits_until(&portal, &to, |mail| mail.problem.is_some()).await;
        let problem = mail.problem.unwrap();
        assert!(
            problem.starts_with(cause) && !problem.contains("no/w"),
            "{problem}"
        );
        assert!(mail.failed_at.is_none() && mail.due_at > Some(portal.now()));
    }
    assert_eq!(server.waits_for(2).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_starttls_gets_nothing_when_tls_is_required() {
    let Some(sink) = Sink::start() else { return };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    sends_by(
        &portal,
        &sink.url().replace("tls=none", "tls=required"),
        SOON,
    );
    let _delivering = Delivering::on(&portal);
    queue(&portal, &acme, "ann@acme.example", "Olga").await;
    let mail = waits_until(&portal, "ann@acme.example", |mail| mail.problem.is_some()).await;
    assert!(mail.problem.unwrap().contains("STARTTLS"));
    assert_eq!(
        (sink.arrived().len(), sink.tries("ann@acme.example")),
        (0, 0)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_mail_arrives_once_whatever_the_server_does() {
    let Some(sink) = Sink::start() else { return };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    sends_by(&portal, &sink.url(), SOON);
    let _delivering = Delivering::on(&portal);
    for (domain, how) in [
        ("later.example", "later"),
        ("never.example", "never"),
        ("hang.example", "hang"),
        ("drop.example", "drop"),
        ("half.example", "drop-whole"),
    ] {
        sink.treats(domain, how);
        for n in 0..5 {
            queue(&portal, &acme, &format!("ann{n}@{domain}"), "Olga").await;
        }
    }
    for n in 0..5 {
        queue(&portal, &acme, &format!("ann{n}@good.example"), "Olga").await;
    }
    // Those to the good domain pass those that hang.
    let arrived = sink.waits_for(5).await;
    assert!(
        arrived
            .iter()
            .all(|mail| mail.to.ends_with("@good.example"))
    );

    // Refused for good: given up at once with its cause. Everything else is tried again.
    let given_up = waits_until(&portal, "ann0@never.example", |mail| {
        mail.failed_at.is_some()
    })
    .await;
    assert!(given_up.problem.unwrap().contains("550"));
    for (domain, cause) in [
        ("later.example", "451"),
        ("hang.example", "no answer in time"),
        ("drop.example", "RCPT"),
        ("half.example", "the mail"),
    ] {
        let mail = waits_until(&portal, &format!("ann4@{domain}"), |mail| {
            mail.problem.is_some()
        })
        .await;
        let problem = mail.problem.clone().unwrap();
        assert!(problem.contains(cause), "{domain}: {problem}");
        assert!(
            mail.failed_at.is_none() && mail.due_at > Some(portal.now()),
            "{mail:?}"
        );
        sink.treats(domain, "take");
    }
    sink.treats("never.example", "take");
    // Their time has not come yet; then each comes once.
    assert_eq!(sink.arrived().len(), 5);
    portal.wait(Span::minutes(2));
    let mut to: Vec<String> = sink
        .waits_for(25)
        .await
        .into_iter()
        .map(|mail| mail.to)
        .collect();
    to.sort();
    to.dedup();
    assert_eq!(to.len(), 25);
    assert_eq!(sink.tries("ann0@never.example"), 1);
    let sent = |mails: Vec<Mail>| mails.iter().filter(|mail| mail.sent_at.is_some()).count();
    for _ in 0..100 {
        if sent(mails_now(&portal).await) == 25 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(sent(mails_now(&portal).await), 25);
    assert_eq!(sink.arrived().len(), 25);
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM mails WHERE sent_at IS NOT NULL AND message IS NOT NULL")
            .await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn people_sign_in_while_the_mail_server_says_nothing() {
    let Some(sink) = Sink::start() else { return };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    sink.treats("*", "mute");
    sends_by(&portal, &sink.url(), Duration::from_mins(10));
    let delivering = Delivering::on(&portal);
    for n in 0..20 {
        queue(&portal, &acme, &format!("ann{n}@acme.example"), "Olga").await;
    }
    // All that may be under way hangs, and will for ten minutes.
    let leased = async || {
        portal
            .count("SELECT COUNT(*) FROM mails WHERE leased_until > 0")
            .await
    };
    for _ in 0..200 {
        if leased().await > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!((1..=8).contains(&leased().await));
    for _ in 0..5 {
        let mut browser = portal.browser();
        browser
            .signs_in(&ann.login, &ann.password)
            .await
            .expects(200, "Your applications");
    }
    assert!(leased().await > 0 && !delivering.0.is_finished());
    assert!(
        mails_now(&portal)
            .await
            .iter()
            .all(|mail| mail.problem.is_none() && mail.sent_at.is_none())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_whose_time_is_over_is_not_sent() {
    let Some(sink) = Sink::start() else { return };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    sends_by(&portal, &sink.url(), SOON);
    queue(&portal, &acme, "ann@acme.example", "Olga").await;
    let until = portal.now() + Span::minutes(5);
    let unit = async move |tx: &mut Tx<'_>| {
        tx.run(
            "UPDATE mails SET good_until = $1",
            portcullis_store::args![until],
        )
        .await
    };
    portal.app.store.write(unit).await.unwrap();
    portal.wait(Span::minutes(5));
    let _delivering = Delivering::on(&portal);
    let mail = waits_until(&portal, "ann@acme.example", |mail| mail.failed_at.is_some()).await;
    assert_eq!(mail.problem.as_deref(), Some("its time was over"));
    assert_eq!(sink.tries("ann@acme.example"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn names_change_no_header_of_what_arrives() {
    let Some(sink) = Sink::start() else { return };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    sends_by(&portal, &sink.url(), SOON);
    let _delivering = Delivering::on(&portal);
    queue(&portal, &acme, "ann@acme.example", "Olga").await;
    let plain = sink.waits_for(1).await[0].clone();
    // In the database, where no form has looked at it.
    let long = "x".repeat(10_000);
    let nasty =
        format!("A\r\nBcc: eve@evil.example\r\n\r\n<img src=x onerror=alert(1)>\u{202e}gpj{long}");
    let (name, id) = (nasty.clone(), acme.id);
    let unit = async move |tx: &mut Tx<'_>| {
        let args = portcullis_store::args![name.clone(), id];
        tx.run("UPDATE organizations SET name = $1 WHERE id = $2", args)
            .await
    };
    portal.app.store.write(unit).await.unwrap();
    queue(&portal, &acme, "ann@acme.example", &nasty).await;
    let arrived = sink.waits_for(2).await;
    let mail = &arrived[1];
    assert_eq!(mail.headers(), plain.headers());
    assert_eq!(mail.header("subject"), plain.header("subject"));
    assert_eq!(mail.header("to"), ["ann@acme.example"]);
    let body = mail.body();
    let (_, html) = body.split_once("Content-Type: text/html").unwrap();
    assert!(!html.contains("<img") && html.contains("&#60;img src=x"));
    assert!(!body.contains('\u{202e}') && body.len() < 12_000);
    assert!(!body.lines().any(|line| line.starts_with("Bcc:")));
}

portcullis_store::on_both! {
    async fn two_nodes_send_each_mail_once(place: &Place) {
        let Some(sink) = Sink::start() else { return };
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        for one in [&portal, &node] {
            sends_by(one, &sink.url(), Duration::from_secs(10));
        }
        for n in 0..60 {
            queue(&portal, &acme, &format!("ann{n}@acme{}.example", n % 7), "Olga").await;
        }
        let _delivering = [Delivering::on(&portal), Delivering::on(&node)];
        sink.waits_for(60).await;
        let all_noted = async || portal.count("SELECT COUNT(*) FROM mails WHERE sent_at IS NULL").await == 0;
        while !all_noted().await {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let tries = until("tries", || Some((0..60).map(|n| sink.tries(&format!("ann{n}@acme{}.example", n % 7))).collect::<Vec<_>>())).await;
        assert!(tries.iter().all(|many| *many == 1), "{tries:?}");
        assert_eq!(sink.arrived().len(), 60);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn owners_see_what_was_not_sent_and_why_and_have_it_tried_again() {
    let Some(sink) = Sink::start() else { return };
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let olga = portal.person(&acme, "olga").await;
    let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id);
    made.await.unwrap().unwrap();
    let mut owner = portal.browser();
    owner.enrolls(&portal, &olga).await;
    let page = owner.get("/admin/instance/mail").await;
    page.expects(200, "No mail server is configured");
    assert!(!page.says("Send a test mail"));
    let none = owner
        .post(
            "/admin/instance/mail/test",
            &[("address", "ann@good.example")],
        )
        .await;
    assert_eq!(
        (none.status.as_u16(), mails_now(&portal).await.len()),
        (404, 0)
    );

    sends_by(&portal, &sink.url(), SOON);
    let delivering = Delivering::on(&portal);
    sink.treats("never.example", "never");
    sink.treats("later.example", "later");
    let wrong = owner
        .post("/admin/instance/mail/test", &[("address", "ann")])
        .await;
    wrong.expects(422, "email address");
    for address in ["ann@good.example", "ann@never.example", "ann@later.example"] {
        let sent = owner
            .post("/admin/instance/mail/test", &[("address", address)])
            .await;
        owner
            .follow(sent)
            .await
            .expects(200, "A test mail is queued");
    }
    let arrived = sink.waits_for(1).await;
    assert!(arrived[0].body().contains("Person olga asked for it"));
    waits_until(&portal, "ann@never.example", |mail| {
        mail.failed_at.is_some()
    })
    .await;
    waits_until(&portal, "ann@later.example", |mail| mail.problem.is_some()).await;
    let page = owner.get("/admin/instance/mail").await;
    page.expects(200, "550")
        .expects(200, "451")
        .expects(200, "Given up")
        .expects(200, "Tried once");
    page.expects(200, &format!("127.0.0.1:{}", sink.port));
    assert!(!page.says("ann@good.example"), "what was sent is not shown");

    // Somebody else's request changes nothing; the owner's has it tried now.
    sink.treats("never.example", "take");
    let one = page.hidden("mail");
    let stranger = portal
        .browser()
        .post("/admin/instance/mail/try-again", &[("mail", &one)])
        .await;
    assert_eq!(stranger.location().as_deref(), Some("/sign-in"));
    let newest = waits_until(&portal, "ann@later.example", |mail| mail.problem.is_some()).await;
    assert_eq!(newest.id.to_string(), one);
    let never = waits_until(&portal, "ann@never.example", |mail| {
        mail.failed_at.is_some()
    })
    .await;
    let fields = [("mail", never.id.to_string())];
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let tried = owner.post("/admin/instance/mail/try-again", &fields).await;
    assert_eq!(tried.location().as_deref(), Some("/admin/instance/mail"));
    sink.waits_for(2).await;
    assert_eq!(sink.tries("ann@later.example"), 1, "its time has not come");
    sink.treats("later.example", "take");
    owner.post("/admin/instance/mail/try-again", &[]).await;
    sink.waits_for(3).await;
    waits_until(&portal, "ann@later.example", |mail| mail.sent_at.is_some()).await;
    drop(delivering);
    let page = owner.get("/admin/instance/mail").await;
    assert!(!page.says("Try again") && !page.says("Not sent"));
    let metrics = portcullis_server::metrics::text(&portal.app).await.unwrap();
    for line in [
        "portcullis_mails_total{outcome=\"sent\"} 3",
        "portcullis_mails_total{outcome=\"postponed\"} 1",
        "portcullis_mails_total{outcome=\"failed\"} 1",
        "portcullis_mails_waiting 0",
    ] {
        assert!(metrics.contains(line), "{line} is not in\n{metrics}");
    }
}
