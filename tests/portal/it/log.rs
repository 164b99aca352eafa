//! What the program writes into its log when it says all it can: never a secret.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{TcpListener, UdpSocket};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use portcullis_core::radius::{Packet, Request, attribute};
use portcullis_core::time::Timestamp;
use tempfile::TempDir;

use crate::app::App;
use crate::client::Client;

const PASSWORD: &str = "canary tulip wagon brine";

fn now() -> Timestamp {
    let since = std::time::UNIX_EPOCH.elapsed().unwrap();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap())
}

fn command(folder: &TempDir, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portcullis"));
    command
        .args(words)
        .arg("--data")
        .arg(folder.path().join("data"))
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub fn says(folder: &TempDir, words: &[&str]) -> String {
    let mut child = command(folder, words).spawn().unwrap();
    let _ = child
        .stdin
        .take()
        .unwrap()
        .write_all(format!("{PASSWORD}\n").as_bytes());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The program, serving, and its log as far as it was written.
pub struct Serving {
    child: Child,
    log: Arc<Mutex<Vec<String>>>,
}

impl Serving {
    pub fn start(folder: &TempDir, (listen, metrics): (&str, &str)) -> Self {
        let mut child = command(folder, &["serve", "--listen", listen])
            .env("PORTCULLIS_LOG", "trace")
            .env("PORTCULLIS_METRICS_LISTEN", metrics)
            .env("PORTCULLIS_RADIUS_LISTEN", listen)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let log = Arc::new(Mutex::new(Vec::new()));
        assert!(
            lines
                .by_ref()
                .any(|line| line.unwrap().contains("\"serving\""))
        );
        let kept = log.clone();
        std::thread::spawn(move || {
            lines
                .map_while(Result::ok)
                .for_each(|line| kept.lock().unwrap().push(line));
        });
        Self { child, log }
    }

    /// The log without its times, whose digits mean nothing.
    pub fn log(&self) -> Vec<serde_json::Value> {
        let lines = self.log.lock().unwrap();
        let events = lines.iter().map(|line| {
            let mut event: serde_json::Value = serde_json::from_str(line).unwrap();
            event.as_object_mut().unwrap().remove("timestamp");
            event
        });
        events.collect()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// What a browser was given or had typed into it that nobody else may know.
#[derive(Default)]
struct Secrets(Vec<String>);

impl Secrets {
    fn keep(&mut self, browser: &Client) {
        self.0.extend(browser.cookies.values().cloned());
    }
}

/// A wrong login, a wrong password, and an enrollment; gives the phone and the recovery codes.
async fn enrolls(browser: &mut Client, secrets: &mut Secrets) -> (App, Vec<String>) {
    let wrong = browser.signs_in("ann@acme", "canary-wrong-password").await;
    wrong.expects(422, "Log in");
    let wrong = browser.signs_in("canary-wrong-login@acme", PASSWORD).await;
    wrong.expects(422, "Log in");
    let page = browser.signs_in("ann@acme", PASSWORD).await;
    page.expects(200, "I already have an app");
    secrets.keep(browser);
    let attempt = page.hidden("attempt");
    let form = [("attempt", &*attempt)];
    let answer = browser.post("/sign-in/set-up/app", &form).await;
    let scan = browser.follow(answer).await;
    let app = App::with_key(&scan.key());
    let code = app.code(now());
    let form = [("attempt", &*attempt), ("code", &code)];
    let codes = browser.post("/sign-in/set-up/scan", &form).await;
    codes.expects(200, "I have stored these codes");
    assert_eq!(browser.stores(&codes).await.status, 303);
    secrets.keep(browser);
    secrets.0.extend([scan.key(), code]);
    secrets.0.extend(codes.recovery_codes());
    (app, codes.recovery_codes())
}

/// A wrong code, a recovery code, and an invitation.
async fn recovers(
    browser: &mut Client,
    (app, codes): (&App, &[String]),
    invitation: &str,
    secrets: &mut Secrets,
) {
    let page = browser.signs_in("ann@acme", PASSWORD).await;
    let wrong = app.wrong_code(now());
    assert_eq!(browser.gives_code(&page, &wrong).await.status, 422);
    let recovered = browser.gives_recovery_code(&page, &codes[0]).await;
    assert_eq!(recovered.status, 303);
    secrets.keep(browser);
    secrets.0.push(wrong);
    let open = browser.post("/invitation", &[("code", invitation)]).await;
    assert_eq!(browser.follow(open).await.status, 200);
    let wrong = browser.get("/invitation/canary-wrong-code").await;
    assert_eq!(wrong.status, 404);
}

/// The same by RADIUS: a password, a code for its challenge, and both in one text.
fn logs_on(at: &str, secret: &str, (app, secrets): (&App, &mut Secrets)) {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.connect(at).unwrap();
    socket
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    let asks = |typed: &str, state: Option<&[u8]>| {
        let mut request = Request::new(1, crate::random_bytes());
        request.add(attribute::USER_NAME, b"ann@acme");
        request.password(typed, secret.as_bytes());
        if let Some(state) = state {
            request.add(attribute::STATE, state);
        }
        socket.send(&request.signed(secret.as_bytes())).unwrap();
        let mut answer = [0; 4_096];
        // The end of another test's child interrupts a wait that has an end of its own.
        let length = loop {
            match socket.recv(&mut answer) {
                Err(why) if why.kind() == ErrorKind::Interrupted => {}
                received => break received.unwrap(),
            }
        };
        Packet::parse(&answer[..length]).unwrap()
    };
    let code = app.wrong_code(now());
    assert_eq!(asks(&format!("canary-radius{code}"), None).code(), 3);
    let challenge = asks(PASSWORD, None);
    assert_eq!(challenge.code(), 11);
    let state = challenge.first(attribute::STATE).unwrap();
    assert_eq!(asks(&code, Some(state)).code(), 3);
    secrets
        .0
        .extend([code, String::from_utf8(state.to_vec()).unwrap()]);
    secrets.0.push(secret.to_owned());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_typed_or_given_to_sign_in_stands_in_the_log() {
    let folder = TempDir::new().unwrap();
    let ann = ["account", "create", "acme", "ann", "Ann Bauer"];
    let greta = ["account", "invite", "acme", "greta", "Greta Guest"];
    says(&folder, &["organization", "create", "acme", "Acme Tools"]);
    says(&folder, &ann);
    let letter = says(&folder, &greta);
    let client = ["radius", "client", "create", "acme", "box", "127.0.0.1"];
    let made = says(&folder, &client);
    let shared = made
        .split_whitespace()
        .find(|word| word.len() == 32)
        .unwrap();
    let is_code = |word: &&str| word.len() == 19 && word.split('-').all(|group| group.len() == 4);
    let invitation = letter.split_whitespace().find(is_code).expect("a code");
    let free = || {
        TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
    };
    let (listen, metrics) = (free().to_string(), free().to_string());
    let serving = Serving::start(&folder, (&listen, &metrics));

    let mut secrets = Secrets(vec![PASSWORD.to_owned(), invitation.to_owned()]);
    let mut browser = Client::new(&format!("http://{listen}"));
    let (app, codes) = enrolls(&mut browser, &mut secrets).await;
    let home = browser.get("/").await;
    home.expects(200, "Your applications");
    let mut elsewhere = Client::new(&format!("http://{listen}"));
    recovers(&mut elsewhere, (&app, &codes), invitation, &mut secrets).await;
    logs_on(&listen, shared, (&app, &mut secrets));
    let mut monitoring = Client::monitoring(&format!("http://{metrics}"));
    let counted = monitoring.get("/metrics").await;
    counted.expects(200, "portcullis_organizations 1");

    // The id of a request stands on its answer, in its line and in the lines of what it did.
    let id = home.headers["x-request-id"].to_str().unwrap();
    let log = serving.log();
    let answered = |event: &&serde_json::Value| {
        event["span"]["id"] == id && event["fields"]["message"] == "answered"
    };
    let line = log.iter().find(answered).expect("a line about the request");
    assert_eq!(line["fields"]["route"], "/");
    assert_eq!(line["fields"]["status"], 200);
    let signed_in = log
        .iter()
        .find(|event| event["fields"]["event"] == "signed_in");
    let id = signed_in.expect("a line about the sign-in")["fields"]["request"].as_str();
    assert_eq!(id.unwrap().len(), 16);
    for event in &log {
        let line = event.to_string();
        for secret in &secrets.0 {
            assert!(!line.contains(secret.as_str()), "{secret} stands in {line}");
        }
        for login in ["ann@", "greta", "canary"] {
            assert!(!line.contains(login), "{login} stands in {line}");
        }
    }
}
