//! What a mail carries that opens something, a code or a link's secret, stands in that mail alone: not in
//! the database, which keeps hashes and seals the mail, and not in the log, whatever it is told to say.

use std::path::Path;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use portcullis_core::policy::Rule;
use portcullis_store::testing::Place;
use portcullis_store::{Tx, on_both};
use serde_json::Value;

use super::email_codes::mailed;
use crate::client::Client;
use crate::portal::{Person, Portal};
use crate::program::Program;

on_both! {
    async fn no_mailed_code_or_link_stands_in_the_database_or_the_log(place: &Place) {
        let portal = Portal::on(place).await;
        portal.gets_mail();
        let acme = portal.organization("acme", Rule::Required).await;
        let north = portal.organization("north", Rule::Off).await;
        let (ann, eva) = (portal.person(&acme, "ann").await, portal.person(&north, "eva").await);
        portal.mails_invitation(&acme, "cem", "Cem Yildiz").await;
        // Nobody takes its mails, so all of them wait.
        let mut program = Program::on(place)
            .with("PORTCULLIS_SMTP_URL", "smtp://127.0.0.1:1?tls=none")
            .with("PORTCULLIS_SMTP_FROM", "portal@example.com")
            .with("PORTCULLIS_LOG", "trace");
        let browser = program.start();
        let typed = types_codes(&portal, browser.clone(), &ann).await;
        opens_links(&portal, browser, &eva).await;

        let mut codes = mailed(&portal).await;
        assert_eq!(codes.len(), 1);
        codes.push(typed);
        let mails = portal.mails().await;
        let links: Vec<&str> = mails.iter().flat_map(|mail| secrets(&mail.text)).collect();
        // An invitation, a new password, an address, and what says "This wasn't me".
        assert!(links.len() >= 4, "{links:?}");
        let stored = everything(&portal, place).await;
        let log = without_times(&program.log());
        assert!(holds(&stored, b"cem@acme.example"), "the database is not looked into");
        assert!(log.contains("\"answered\""), "the log is not looked into: {log}");
        for code in &codes {
            let spaced = format!("{} {}", &code[..3], &code[3..]);
            for form in [code, &spaced] {
                assert!(!holds_digits(&stored, form), "{form} is stored");
                assert!(!holds_digits(log.as_bytes(), form), "{form} is logged");
            }
        }
        for link in links {
            let bytes = BASE64URL_NOPAD.decode(link.as_bytes()).unwrap();
            let hex = HEXLOWER.encode(&bytes);
            for form in [link.as_bytes(), &bytes, hex.as_bytes()] {
                assert!(!holds(&stored, form), "{link} is stored");
                assert!(!holds(log.as_bytes(), form), "{link} is logged");
            }
        }
    }
}

/// A wrong code and the mailed one; gives the wrong one.
async fn types_codes(portal: &Portal, mut browser: Client, ann: &Person) -> String {
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "First, prove that the mailbox is yours");
    let code = mailed(portal).await.pop().unwrap();
    let number: u32 = code.parse().unwrap();
    let wrong = format!("{:06}", (number + 1) % 1_000_000);
    for (code, leads_to) in [(&wrong, "last mail"), (&code, "authenticator app")] {
        let form = [("attempt", &*page.hidden("attempt")), ("code", code)];
        let answer = browser.post("/sign-in/email-code", &form).await;
        let page = browser.follow(answer).await;
        assert!(page.says(leads_to), "{}", page.body);
    }
    wrong
}

/// Has links mailed, and opens each.
async fn opens_links(portal: &Portal, browser: Client, eva: &Person) {
    let mut first = browser.clone();
    first.signs_in(&eva.login, &eva.password).await;
    let mut second = browser.clone();
    let page = second.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
    let form = [("email", "eva@elsewhere.example")];
    let asked = second.post("/account/address", &form).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    let form = [("login", eva.email.as_str())];
    browser.clone().post("/forgot-password", &form).await;
    for _ in 0..500 {
        let mails = portal.mails().await;
        if mails.iter().any(|mail| mail.kind == "reset_link") {
            for mail in mails {
                let lines = mail.text.lines().filter(|line| line.contains("://"));
                for path in lines.filter_map(|line| line.splitn(4, '/').nth(3)) {
                    browser.clone().get(&format!("/{path}")).await;
                }
            }
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("no link to a new password was mailed");
}

/// The secrets at the ends of links.
fn secrets(text: &str) -> Vec<&str> {
    let words = text.split_whitespace().filter(|word| word.contains("://"));
    let ends = words.filter_map(|word| word.rsplit('/').next());
    ends.filter(|end| end.len() == 43).collect()
}

/// Everything that is stored: the files of `SQLite`, or each row of each table as `PostgreSQL` writes it.
async fn everything(portal: &Portal, place: &Place) -> Vec<u8> {
    if let Some(file) = place.url().strip_prefix("sqlite:") {
        let files = ["", "-wal"].map(|end| format!("{file}{end}"));
        let there = files.iter().filter(|file| Path::new(file).exists());
        return there
            .flat_map(|file| std::fs::read(file).unwrap())
            .collect();
    }
    let read = async |sql: String| {
        let sql: &'static str = sql.leak();
        let unit = async move |tx: &mut Tx<'_>| tx.rows(sql, &[], |r| r.get::<String>(0)).await;
        portal.app.store.read(unit).await.unwrap()
    };
    let tables =
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'";
    let mut all = String::new();
    for table in read(tables.to_owned()).await {
        let rows = read(format!("SELECT CAST(t AS TEXT) FROM {table} t")).await;
        all.push_str(&rows.join("\n"));
    }
    all.into_bytes()
}

/// The log without its times, whose digits mean nothing.
fn without_times(log: &str) -> String {
    let lines = log.lines().filter_map(|line| {
        let mut event: Value = serde_json::from_str(line).ok()?;
        event.as_object_mut()?.remove("timestamp");
        Some(event.to_string())
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn holds(all: &[u8], part: &[u8]) -> bool {
    all.windows(part.len()).any(|window| window == part)
}

/// Whether digits stand there by themselves, not as a part of a longer number.
fn holds_digits(all: &[u8], digits: &str) -> bool {
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| all.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let mut places = all.windows(digits.len()).enumerate();
    places.any(|(at, window)| {
        let ends = is_digit(at.checked_sub(1)) || is_digit(Some(at + digits.len()));
        window == digits.as_bytes() && !ends
    })
}
