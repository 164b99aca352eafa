//! What a portal may tell nobody, looked for in all that it says: in every answer of the whole suite, in what Chromium
//! loads, in every mail that is queued and in every line of the log. Long secrets are learned where they are handed out
//! or typed, and found wherever they are told again: an agent is told none; others see a key where it is scanned, codes
//! where they are shown once, and a password nowhere. Codes of six digits are never shown, so no six digits are.

mod digits;
mod log;
mod planted;
pub mod tap;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hyper::HeaderMap;
use memchr::{memchr2_iter, memmem};
use url::form_urlencoded;

use self::digits::digits;
use crate::portal::CaughtMail;

/// What is known of all portals.
static BOOKS: Mutex<Books> = Mutex::new(Books {
    nodes: BTreeMap::new(),
    portals: BTreeMap::new(),
});

/// Shorter ones could stand in a page by chance.
const LONG: usize = 12;
/// How long a token is: of a cookie, or of a mailed link.
const TOKEN: usize = 43;
/// Before a code that an administrator is shown once.
const SHOWN_ONCE: &str = "class=\"big-code\" dir=\"ltr\">";

struct Books {
    /// The nodes by their addresses.
    nodes: BTreeMap<String, Node>,
    /// What is known of each portal, by its database, else by its address. A portal's answers are searched without keeping
    /// those of others waiting.
    portals: BTreeMap<String, Arc<Mutex<Known>>>,
}

struct Node {
    place: String,
    /// The lines that the log had when it was opened.
    lines: usize,
}

/// Secrets stand here as [`bare`] makes them.
#[derive(Clone, Default)]
struct Known {
    /// Keys of authenticator apps.
    keys: BTreeSet<String>,
    recovery_codes: BTreeSet<String>,
    passwords: BTreeSet<String>,
    /// What administrators were shown once: codes of the help desk and of letters, secrets of clients.
    shown_once: BTreeSet<String>,
    /// Of sessions, attempts and browsers.
    tokens: BTreeSet<String>,
    /// What Chromium was told, which listens to no test.
    faults: Vec<String>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is known of the portal at an address.
fn known(base: &str) -> Arc<Mutex<Known>> {
    let mut books = locked(&BOOKS);
    let place = books.nodes.get(base).map(|node| node.place.clone());
    let place = place.unwrap_or_else(|| base.to_owned());
    books.portals.entry(place).or_default().clone()
}

/// A node of a portal is opened at an address, on a database.
pub fn opens(base: &str, place: &str) {
    log::listens();
    let node = Node {
        place: place.to_owned(),
        lines: log::length(),
    };
    locked(&BOOKS).nodes.insert(base.to_owned(), node);
}

/// Somebody has a password.
pub fn knows_password(base: &str, password: &str) {
    locked(&known(base)).passwords.insert(bare(password));
}

/// A node is closed; gives what Chromium, the mails in its queue and its log were told that they must not be.
pub fn closes(base: &str, mails: &[CaughtMail]) -> Vec<String> {
    let known = locked(&known(base)).clone();
    let node = locked(&BOOKS).nodes.remove(base);
    let node = node.expect("a node that was opened");
    let mut faults = known.faults.clone();
    faults.extend(known.in_mails(mails));
    faults.extend(known.in_log(base, &log::since(node.lines)));
    faults
}

/// One exchange with a portal.
pub struct Heard<'a> {
    pub base: &'a str,
    pub path: &'a str,
    /// The form that was sent, and what came back.
    pub sent: &'a [u8],
    pub headers: &'a HeaderMap,
    pub body: &'a str,
    /// Whether it was taken: what was refused is nobody's password.
    pub taken: bool,
}

impl Heard<'_> {
    /// Looks for what was known before, and learns what was handed out now.
    pub fn check(&self) {
        let found = self.found();
        let found = found.map(|secret| format!("{} tells {secret}:\n{}", self.path, self.body));
        assert!(found.is_none(), "{}", found.unwrap_or_default());
    }

    /// The same where nobody listens until the portal is closed.
    pub fn note(&self) {
        if let Some(secret) = self.found() {
            let fault = format!("{} tells {secret} to Chromium", self.path);
            locked(&known(self.base)).faults.push(fault);
        }
    }

    fn found(&self) -> Option<String> {
        let is_page = locked(&BOOKS).nodes.contains_key(self.base);
        let said = self.said();
        let known = known(self.base);
        let mut known = locked(&known);
        let found = known.told(self.path, &said);
        known.learn(self);
        drop(known);
        // Only the demo shows mails, and only metrics are numbers.
        let may_count = self.path.starts_with("/demo/mail") || !is_page;
        found.or_else(|| digits(&said).into_iter().find(|_| !may_count))
    }

    /// The headers, without cookies for this browser alone and how much came, and the body.
    fn said(&self) -> String {
        let headers = self.headers.iter();
        let headers =
            headers.filter(|(name, _)| *name != "set-cookie" && *name != "content-length");
        let headers: Vec<String> = headers.map(|pair| format!("{pair:?}")).collect();
        headers.join("\n") + "\n" + self.body
    }
}

/// Looks for secrets of a portal in something else that it has written, as the log of a program of its own.
pub fn check_text(base: &str, text: &str) {
    let known = locked(&known(base)).clone();
    let found = known.found_in(text);
    assert!(
        found.is_none(),
        "what was written tells {}:\n{text}",
        found.unwrap_or_default()
    );
}

impl Known {
    /// All that is long enough to be found anywhere, but for tokens: they are many, and each is a word.
    fn long(&self) -> impl Iterator<Item = &String> {
        let codes = self.keys.iter().chain(&self.recovery_codes);
        codes.chain(&self.passwords).chain(&self.shown_once)
    }

    fn found_in(&self, text: &str) -> Option<String> {
        let plain = bare(text);
        let long = self.long().find(|secret| holds(&plain, secret)).cloned();
        long.or_else(|| self.token_in(text))
    }

    fn token_in(&self, text: &str) -> Option<String> {
        let mut words = tokens(text).into_iter();
        words.find(|word| self.tokens.contains(word))
    }

    /// What is said that must not be.
    fn told(&self, path: &str, said: &str) -> Option<String> {
        let plain = bare(said);
        let first = |secrets: &BTreeSet<String>| {
            let mut secrets = secrets.iter();
            secrets.find(|secret| holds(&plain, secret)).cloned()
        };
        if path.starts_with("/admin/") {
            // No token at all: mailed links are known to nobody here. Nor what would be learned elsewhere.
            let token = || tokens(said).into_iter().next();
            let marks = ["otpauth:", "class=\"codes\""];
            let mark = || marks.into_iter().find(|mark| said.contains(mark));
            let mark = || mark().map(str::to_owned);
            return self.found_in(said).or_else(token).or_else(mark);
        }
        let mut found = first(&self.passwords).or_else(|| self.token_in(said));
        if !said.contains("otpauth:") {
            found = found.or_else(|| first(&self.keys));
        }
        if !said.contains("class=\"codes\"") {
            found = found.or_else(|| first(&self.recovery_codes));
        }
        // A letter's code is in the address that its QR code leads to.
        if !path.starts_with("/invitation") {
            found = found.or_else(|| first(&self.shown_once));
        }
        found
    }

    fn learn(&mut self, heard: &Heard<'_>) {
        for (name, value) in form_urlencoded::parse(if heard.taken { heard.sent } else { b"" }) {
            if name.ends_with("password") && value.chars().count() >= LONG {
                self.passwords.insert(bare(&value));
            }
        }
        let said = heard.body;
        for rest in said.split("otpauth://").skip(1) {
            let key = rest.split("secret=").nth(1).unwrap_or_default();
            let key = key.chars().take_while(char::is_ascii_alphanumeric);
            self.keys
                .extend(Some(key.collect()).filter(|key: &String| key.len() >= LONG));
        }
        if let Some((_, list)) = said.split_once("<ol class=\"codes\"") {
            let list = list.split("</ol>").next().unwrap_or_default();
            let codes = list.split("<li>").skip(1).map(first_text);
            let codes = codes.filter(|code| code.len() >= LONG);
            self.recovery_codes.extend(codes.map(|code| bare(&code)));
        }
        // The word of a check on the phone is read out, and shown for as long as the check is open.
        if !heard.path.ends_with("/caller") {
            let codes = said.split(SHOWN_ONCE).skip(1).map(first_text);
            self.shown_once.extend(codes.map(|code| bare(&code)));
        }
        for cookie in heard.headers.get_all("set-cookie") {
            self.tokens
                .extend(tokens(cookie.to_str().unwrap_or_default()));
        }
    }

    /// A code is in the mail that brings it, once; a link is in mails to one person; other secrets are in none.
    fn in_mails(&self, mails: &[CaughtMail]) -> Vec<String> {
        let mut faults = Vec::new();
        let mut links: BTreeMap<String, &str> = BTreeMap::new();
        for mail in mails {
            let text = [mail.subject.as_str(), &mail.text, &mail.html].join("\n");
            let mut found: Vec<String> = self.found_in(&text).into_iter().collect();
            let codes: BTreeSet<String> = digits(&text).into_iter().collect();
            let own = usize::from(mail.kind == "email-code");
            if codes.len() > own {
                found.extend(codes);
            }
            for link in tokens(&text) {
                let whose: &str = links.entry(link.clone()).or_insert(&mail.whose);
                found.extend(Some(link).filter(|_| whose != mail.whose));
            }
            let told = found.into_iter();
            faults.extend(told.map(|secret| format!("a mail to {} tells {secret}", mail.to)));
        }
        faults
    }

    /// No line tells six digits, a token or anything else that is secret.
    fn in_log(&self, base: &str, lines: &[String]) -> Vec<String> {
        let others = |line: &&String| log::is_planted_for_others(line, base);
        let lines: Vec<&str> = lines
            .iter()
            .filter(|line| !others(line))
            .map(String::as_str)
            .collect();
        let text = lines.join("\n");
        let plain = bare(&text);
        let long = self.long().filter(|secret| holds(&plain, secret)).cloned();
        let found = long.chain(tokens(&text)).chain(digits(&text));
        found
            .map(|secret| format!("the log tells {secret}"))
            .collect()
    }
}

/// The text up to the next tag.
fn first_text(html: &str) -> String {
    let text = html.split('<').next().unwrap_or_default();
    text.trim().to_owned()
}

/// The words of a text that are as long as a token.
fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    let words = words.filter(|word| word.len() == TOKEN);
    words.map(str::to_owned).collect()
}

/// A text without what stands between groups of letters, so that a secret is found in groups as well as in one word.
fn bare(text: &str) -> String {
    let (mut bare, mut begin) = (String::with_capacity(text.len()), 0);
    for at in memchr2_iter(b' ', b'-', text.as_bytes()) {
        bare.push_str(&text[begin..at]);
        begin = at + 1;
    }
    bare + &text[begin..]
}

/// Whether a text holds a secret; both are bare.
fn holds(text: &str, secret: &str) -> bool {
    memmem::find(text.as_bytes(), secret.as_bytes()).is_some()
}
