//! What a browser sends, as bytes, and one sign-in from the first page to the session.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use url::form_urlencoded::Serializer;

use crate::load::{Connection, Worker};
use crate::seed::{PASSWORD, Person};

const ATTEMPTS: &str = "__Host-portcullis-attempt";
const SESSION: &str = "__Host-portcullis";

/// A page is asked for.
pub fn get(port: u16, path: &str, cookie: Option<&str>) -> Vec<u8> {
    let cookie = cookie.map_or_else(String::new, |cookie| format!("cookie: {cookie}\r\n"));
    format!("GET {path} HTTP/1.1\r\nhost: localhost:{port}\r\n{cookie}\r\n").into_bytes()
}

/// The session page, with a session's token.
pub fn session(port: u16, token: &str) -> Vec<u8> {
    page(port, "/account/session", token)
}

/// A page, with a session's token.
pub fn page(port: u16, path: &str, token: &str) -> Vec<u8> {
    get(port, path, Some(&format!("{SESSION}={token}")))
}

/// A file is asked for, with a session's token; the connection ends behind it.
pub fn export(port: u16, path: &str, token: &str) -> Vec<u8> {
    let cookie = format!("{SESSION}={token}\r\nconnection: close");
    form(port, path, &[], Some(&cookie))
}

/// The first page is sent.
pub fn password(port: u16, login: &str, password: &str) -> Vec<u8> {
    let fields = [("login", login), ("password", password)];
    form(port, "/sign-in", &fields, None)
}

/// The second page is sent.
pub fn code(port: u16, (attempt, secret): (&str, &str), code: &str) -> Vec<u8> {
    let cookie = format!("{ATTEMPTS}={attempt}.{secret}");
    let fields = [("attempt", attempt), ("code", code)];
    form(port, "/sign-in/code", &fields, Some(&cookie))
}

fn form(port: u16, path: &str, fields: &[(&str, &str)], cookie: Option<&str>) -> Vec<u8> {
    let body = Serializer::new(String::new()).extend_pairs(fields).finish();
    let cookie = cookie.map_or_else(String::new, |cookie| format!("cookie: {cookie}\r\n"));
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost:{port}\r\norigin: http://localhost:{port}\r\n\
         sec-fetch-site: same-origin\r\nuser-agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n{cookie}\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// People who take turns: each has a new code only every 30 seconds.
pub type People = Arc<Mutex<VecDeque<Person>>>;

/// Signs in one after the other.
pub struct SignIn {
    connection: Connection,
    people: People,
    port: u16,
    patient: bool,
}

impl SignIn {
    /// As many as there are to be connections, to these servers in turn.
    pub fn over(ports: &[u16], connections: usize, people: &People) -> Vec<Self> {
        let ports = ports.iter().cycle().take(connections);
        ports
            .map(|&port| Self {
                connection: Connection::new(port),
                people: people.clone(),
                port,
                patient: false,
            })
            .collect()
    }

    /// The same, coming back a little later when told so.
    pub fn patient(self) -> Self {
        Self {
            patient: true,
            ..self
        }
    }

    /// The first page: the attempt's id and secret, or nothing when told to come back.
    async fn proves_password(&mut self, person: &Person) -> Option<(String, String)> {
        let request = password(self.port, &person.login, PASSWORD);
        let answer = self.connection.ask(&request).await;
        if self.patient && answer.status == 503 {
            assert!(answer.header("retry-after").is_some(), "when to come back");
            return None;
        }
        answer.expects(303);
        let attempt = answer
            .header("location")
            .and_then(|path| path.strip_prefix("/sign-in/code?attempt="))
            .expect("the way to the second page");
        let secret = answer
            .cookie(ATTEMPTS)
            .and_then(|pairs| pairs.strip_prefix(attempt)?.strip_prefix('.'))
            .expect("the attempt's secret");
        Some((attempt.to_owned(), secret.to_owned()))
    }
}

impl Worker for SignIn {
    async fn work(&mut self) -> bool {
        let next = self.people.lock().unwrap().pop_front();
        let mut person = next.expect("more people than connections");
        let (attempt, secret) = loop {
            match self.proves_password(&person).await {
                Some(handle) => break handle,
                None => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        let typed = person.next_code().await;
        let request = code(self.port, (&attempt, &secret), &typed);
        signed_in(&self.connection.ask(&request).await);
        self.people.lock().unwrap().push_back(person);
        true
    }
}

/// Demands that an answer opens a session.
#[track_caller]
pub fn signed_in(answer: &crate::load::Answer<'_>) {
    answer.expects(303);
    assert_eq!(answer.header("location"), Some("/"), "where it leads");
    let token = answer.cookie(SESSION).expect("a session");
    assert_eq!(token.len(), 43, "{token}");
}
