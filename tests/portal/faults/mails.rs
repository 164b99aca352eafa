//! `kill -9` while mails are under way: each still arrives, and once.

use std::time::Duration;

use portcullis_core::policy::Rule;
use portcullis_core::role::Scope;
use portcullis_pages::mail::TestMail;
use portcullis_server::mail::{self, Recipient};
use portcullis_store::Tx;
use portcullis_store::testing::Place;

use crate::mail_servers::Sink;
use crate::portal::Portal;
use crate::program::Program;

const MANY: usize = 12;

fn address(n: usize) -> String {
    format!("ann{n}@acme{}.example", n % 4)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_mail_is_lost_over_kills_and_none_comes_twice() {
    let Some(sink) = Sink::start() else { return };
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    portal.gets_mail();
    let acme = portal.organization("acme", Rule::Off).await;
    for n in 0..MANY {
        let (app, at) = (portal.app.clone(), portal.now());
        let mail = TestMail {
            by: "Olga".to_owned(),
            at,
        };
        let to = Recipient {
            scope: Scope::of(acme.id),
            account: None,
            address: address(n),
            language: None,
        };
        let unit = async move |tx: &mut Tx<'_>| mail::queue(tx, &app, &to, &mail).await;
        portal.app.store.write(unit).await.unwrap();
    }
    let mut program = Program::on(&place)
        .with("PORTCULLIS_SMTP_URL", &sink.url())
        .with("PORTCULLIS_SMTP_FROM", "portal@example.com");

    // Half of the domains take their mail, the other half hangs when the program is killed.
    for domain in ["acme1.example", "acme3.example"] {
        sink.treats(domain, "hang");
    }
    program.start();
    sink.waits_for(MANY / 2).await;
    noted(&portal, MANY / 2).await;
    let hangs = || (0..MANY).map(|n| sink.tries(&address(n))).sum::<usize>() > MANY / 2;
    while !hangs() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    program.kill();
    for domain in ["acme1.example", "acme3.example"] {
        sink.treats(domain, "take");
    }

    // Those that it had under way are somebody's for a minute; then they go, too.
    program.start();
    noted(&portal, MANY).await;
    let mut to: Vec<String> = sink.arrived().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to.len(), MANY, "{to:?}");
    to.sort();
    to.dedup();
    assert_eq!(to.len(), MANY, "one came twice: {to:?}");
}

/// Waits until so many mails are noted as sent.
async fn noted(portal: &Portal, many: usize) {
    for _ in 0..900 {
        let sent = portal
            .count("SELECT COUNT(*) FROM mails WHERE sent_at IS NOT NULL")
            .await;
        if usize::try_from(sent).unwrap() == many {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{many} are not noted");
}
