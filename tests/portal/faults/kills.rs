//! `kill -9` of the real program: every answered success is still there, and no failure is forgotten.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use portcullis_core::time::{Span, Timestamp};
use tempfile::TempDir;

use crate::app::App;
use crate::client::Client;
use crate::full;
use crate::program::{PASSWORD, Program, free_port, now};

#[tokio::test(flavor = "multi_thread")]
async fn failures_counted_before_a_kill_count_after_it() {
    let mut program = Program::new();
    program.says(&["organization", "create", "acme", "Acme", "--policy", "off"]);
    program.says(&["account", "create", "acme", "ann", "Ann"]);
    for n in 1..=5 {
        let mut browser = program.start();
        let answer = browser
            .post("/sign-in", &[("login", "ann@acme"), ("password", "wrong")])
            .await;
        assert_eq!(answer.status, 422, "the {n}th try");
        program.kill();
    }
    let mut browser = program.start();
    let answer = browser
        .post("/sign-in", &[("login", "ann@acme"), ("password", PASSWORD)])
        .await;
    assert_eq!(answer.status, 429);
    program.says(&["account", "unlock", "ann@acme", "--reason", "called back"]);
    browser
        .signs_in("ann@acme", PASSWORD)
        .await
        .expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_before_a_kill_holds_after_it() {
    let mut program = Program::new();
    program.says(&[
        "organization",
        "create",
        "acme",
        "Acme",
        "--policy",
        "required",
    ]);
    program.says(&["account", "create", "acme", "ann", "Ann"]);
    let mut browser = program.start();
    let attempt = browser
        .signs_in("ann@acme", PASSWORD)
        .await
        .hidden("attempt");
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let app = App::with_key(&browser.follow(answer).await.key());
    program.kill();

    // The key that was shown is still the pending one.
    program.start();
    let code = app.code(now());
    let shown = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &code)],
        )
        .await;
    let codes = shown
        .expects(200, "I have stored these codes")
        .recovery_codes();
    program.kill();

    // The device is confirmed, its code is used up, and the codes that were shown count.
    program.start();
    let done = browser.stores(&shown).await;
    browser.follow(done).await.expects(200, "Your applications");
    for (n, recovery) in codes
        .iter()
        .enumerate()
        .take(usize::try_from(full(9, 4)).unwrap())
    {
        program.kill();
        program.start();
        browser.get("/").await.expects(200, "Your applications");
        let mut other = program.browser();
        let page = other.signs_in("ann@acme", PASSWORD).await;
        if n == 0 {
            assert_eq!(
                other.gives_code(&page, &code).await.status,
                422,
                "the code that confirmed the device"
            );
        }
        let answer = other.gives_recovery_code(&page, recovery).await;
        assert!(answer.location().unwrap().contains("replace-device"));
        program.kill();
        program.start();
        let mut other = program.browser();
        let page = other.signs_in("ann@acme", PASSWORD).await;
        other
            .gives_recovery_code(&page, recovery)
            .await
            .expects(422, "already used");
    }
    assert!(now() > Timestamp::EPOCH + Span::days(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_in_the_middle_of_a_storm_leaves_a_whole_database() {
    let mut program = Program::new();
    program.says(&[
        "organization",
        "create",
        "north",
        "North",
        "--policy",
        "off",
    ]);
    program.says(&["account", "create", "north", "eva", "Eva"]);
    for _ in 0..full(20, 3) {
        program.start();
        let mut storm = Vec::new();
        for n in 0..20 {
            let mut browser = program.browser();
            storm.push(tokio::spawn(async move {
                let login = if n % 4 == 0 {
                    "eva@north".to_owned()
                } else {
                    format!("nobody{n}@north")
                };
                loop {
                    browser
                        .post("/sign-in", &[("login", &login), ("password", PASSWORD)])
                        .await;
                }
            }));
        }
        tokio::time::sleep(Duration::from_millis(150)).await;
        program.kill();
        for one in storm {
            one.abort();
        }
        program.says(&["account", "unlock", "eva@north", "--reason", "called back"]);
    }
    let mut browser = program.start();
    browser
        .signs_in("eva@north", PASSWORD)
        .await
        .expects(200, "Your applications");
    program.kill();
    let file = format!("sqlite:{}", program.data().join("portcullis.db").display());
    let store = portcullis_store::Store::open(&file).await.unwrap();
    let check = async move |tx: &mut portcullis_store::Tx<'_>| {
        tx.row("PRAGMA integrity_check", &[], |r| r.get::<String>(0))
            .await
    };
    assert_eq!(store.write(check).await.unwrap().as_deref(), Some("ok"));
}

#[tokio::test(flavor = "multi_thread")]
async fn told_to_stop_it_finishes_what_is_under_way_within_ten_seconds() {
    use std::io::{Read as _, Write as _};
    let mut program = Program::new();
    program.says(&["organization", "create", "acme", "Acme"]);
    let mut browser = program.start();
    browser.get("/sign-in").await.expects(200, "Log in");
    // One client never ends its request, another one a moment later.
    let url = program.url();
    let (body, address) = (
        "login=ann%40acme&password=wrong",
        ("127.0.0.1", program.port),
    );
    let begins = |length: usize| {
        let mut client = std::net::TcpStream::connect(address).unwrap();
        let host = url.trim_start_matches("http://");
        let head = format!(
            "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nOrigin: {url}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\nlogin="
        );
        client.write_all(head.as_bytes()).unwrap();
        client
    };
    let (stuck, mut slow) = (begins(100), begins(body.len()));
    let mut child = program.child.take().unwrap();
    let stop = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(stop.success());
    // Nobody new is let in, and who had begun is answered.
    while std::net::TcpStream::connect(address).is_ok() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    slow.write_all(&body.as_bytes()["login=".len()..]).unwrap();
    let answer = tokio::task::spawn_blocking(move || {
        let mut answer = String::new();
        slow.read_to_string(&mut answer).unwrap();
        answer
    });
    let answer = answer.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 422 "), "{answer}");
    assert!(
        answer.ends_with("</html>\n") || answer.ends_with("</html>"),
        "{answer}"
    );
    let ended = tokio::task::spawn_blocking(move || child.wait())
        .await
        .unwrap()
        .unwrap();
    assert!(ended.success(), "{ended}");
    drop(stuck);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_prints_people_who_can_sign_in_and_is_gone_afterwards() {
    let port = free_port();
    let (listen, url) = (
        format!("127.0.0.1:{port}"),
        format!("http://127.0.0.1:{port}"),
    );
    let folder = TempDir::new().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_portcullis"))
        .args(["serve", "--demo", "--listen", &listen, "--public-url", &url])
        .current_dir(folder.path())
        .env_clear() // what the tests are told is no configuration
        .env("TMPDIR", folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let printed: Vec<String> = lines
        .by_ref()
        .map(Result::unwrap)
        .take_while(|line| !line.starts_with("Open "))
        .collect();
    let mut seen = Vec::new();
    let mut rule = String::new();
    for line in printed.iter().filter(|line| !line.is_empty()) {
        if let Some((_, policy)) = line.split_once("(MFA ") {
            policy.trim_end_matches(')').clone_into(&mut rule);
        } else if let Some(login) = line.split_whitespace().find(|word| word.contains('@')) {
            let password = line
                .split_whitespace()
                .find(|word| word.matches('-').count() == 3)
                .unwrap();
            let mut browser = Client::new(&url);
            let page = browser.signs_in(login, password).await;
            let next = match rule.as_str() {
                "required" => "First, prove that the mailbox is yours",
                "required, by email" => "Enter the code from your email",
                _ => "Your applications",
            };
            page.expects(200, next);
            if rule.ends_with("by email") {
                let mails = browser.get("/demo/mail").await;
                let code = newest_code(&mails.body);
                let form = [
                    ("attempt", page.hidden("attempt")),
                    ("code", code.to_owned()),
                ];
                let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
                let answer = browser.post("/sign-in/email-code", &form).await;
                let page = browser.follow(answer).await;
                page.expects(200, "Your applications");
            }
            seen.push(rule.clone());
        }
    }
    assert_eq!(seen.len(), 9, "{printed:?}");
    for rule in ["off", "optional", "required", "required, by email"] {
        assert!(seen.iter().any(|one| one == rule), "{rule}");
    }
    let stop = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(stop.success() && child.wait().unwrap().success());
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        0,
        "nothing is left of it"
    );
}

/// The code in the first mail that a page of caught mails shows.
fn newest_code(page: &str) -> &str {
    let code = page.split("<br>").map(str::trim).find(|line| {
        let digits = line.replace(' ', "");
        digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())
    });
    code.expect("a mailed code")
}
