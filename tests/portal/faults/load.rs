//! People and thieves at work while the program is killed: each does one thing after the other until
//! no answer comes any more, and remembers what was answered and what was left open.

use portcullis_core::time::{Span, Timestamp};

use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::Person;
use crate::program::now;

/// A portal that works, or is gone any moment.
trait Shaken {
    /// POST of a form; none when no answer comes, or one that says that nothing was decided.
    async fn asks(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Answer>;
}

impl Shaken for Client {
    async fn asks(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let answer = self.tries(path, fields).await?;
        if answer.status == 503 {
            assert!(answer.headers.contains_key("retry-after") && !answer.opens());
            return None;
        }
        Some(answer)
    }
}

/// Somebody with a phone, who signs in again and again: by codes, or off the sheet.
pub struct Phone {
    pub person: Person,
    pub app: App,
    /// Recovery codes, all unused.
    pub sheet: Vec<String>,
}

/// What became of codes.
#[derive(Default)]
pub struct Spent {
    /// Answered with success: none of them may count again.
    pub answered: Vec<String>,
    /// Sent, and no answer came: it may count once more at most.
    pub open: Option<String>,
}

/// What a phone's owner remembers.
pub struct Signed {
    pub phone: Phone,
    pub codes: Spent,
    pub recovery: Spent,
    /// Browsers that were given a session.
    pub sessions: Vec<Client>,
}

impl Phone {
    /// The present code and the next one: both stay good should a step end meanwhile.
    pub async fn types_codes(self, at: Client) -> Signed {
        let start = now();
        let codes = [0, 30].map(|seconds| self.app.code(start + Span::seconds(seconds)));
        let mut signed = Signed::of(self);
        for code in codes {
            if signed.by_code(&at, code).await.is_none() {
                break;
            }
        }
        signed
    }

    /// A sheet has ten.
    pub async fn reads_the_sheet(self, at: Client) -> Signed {
        let mut signed = Signed::of(self);
        for code in signed.phone.sheet.clone() {
            if signed.by_recovery_code(&at, code).await.is_none() {
                break;
            }
        }
        signed
    }
}

impl Signed {
    fn of(phone: Phone) -> Self {
        Self {
            phone,
            codes: Spent::default(),
            recovery: Spent::default(),
            sessions: Vec::new(),
        }
    }

    async fn by_code(&mut self, at: &Client, code: String) -> Option<()> {
        let mut browser = at.clone();
        let attempt = proves_password(&mut browser, &self.phone.person).await?;
        self.codes.open = Some(code.clone());
        let fields = [("attempt", attempt.as_str()), ("code", &code)];
        let answer = browser.asks("/sign-in/code", &fields).await?;
        self.codes.open = None;
        assert!(answer.opens(), "a code that is good: {answer:?}");
        self.codes.answered.push(code);
        self.sessions.push(browser);
        Some(())
    }

    async fn by_recovery_code(&mut self, at: &Client, code: String) -> Option<()> {
        let mut browser = at.clone();
        let attempt = proves_password(&mut browser, &self.phone.person).await?;
        self.recovery.open = Some(code.clone());
        let fields = [("attempt", attempt.as_str()), ("recovery_code", &code)];
        let answer = browser.asks("/sign-in/recovery-code", &fields).await?;
        self.recovery.open = None;
        let to = answer.location().unwrap_or_default();
        assert!(to.contains("replace-device"), "a good one: {answer:?}");
        self.recovery.answered.push(code);
        let fields = [("attempt", attempt.as_str()), ("choice", "keep")];
        let answer = browser.asks("/sign-in/replace-device", &fields).await?;
        assert!(answer.opens(), "{answer:?}");
        self.sessions.push(browser);
        Some(())
    }
}

/// The first page; gives the attempt that its answer leads to.
async fn proves_password(browser: &mut Client, person: &Person) -> Option<String> {
    let fields = [("login", &*person.login), ("password", &*person.password)];
    let answer = browser.asks("/sign-in", &fields).await?;
    let to = answer.location().unwrap_or_default();
    let (_, attempt) = to
        .split_once("?attempt=")
        .unwrap_or_else(|| panic!("the right password: {answer:?}"));
    Some(attempt.to_owned())
}

/// Somebody without a second factor, who signs in until no answer comes; gives the sessions.
pub async fn signs_in_without_end(person: Person, at: Client) -> Vec<Client> {
    let mut sessions = Vec::new();
    loop {
        let mut browser = at.clone();
        let fields = [("login", &*person.login), ("password", &*person.password)];
        let answer = browser.asks("/sign-in", &fields).await;
        match answer {
            Some(answer) if answer.opens() => sessions.push(browser),
            // Suspended meanwhile.
            Some(_) | None => return sessions,
        }
    }
}

/// What a guesser remembers.
pub struct Guessed {
    /// How many wrong answers were looked at, and that was said.
    pub looked_at: usize,
    /// Whether one more was sent, and no answer came.
    pub open: bool,
    /// Where the guesses go.
    pub browser: Client,
    pub path: &'static str,
    pub fields: Vec<(&'static str, String)>,
}

impl Guessed {
    /// Somebody who guesses a password.
    pub fn password(person: &Person, browser: Client) -> Self {
        let fields = vec![
            ("login", person.login.clone()),
            ("password", "not the password".to_owned()),
        ];
        Self::at("/sign-in", fields, browser)
    }

    /// Somebody with a password who guesses codes.
    pub async fn code(phone: &Phone, mut browser: Client) -> Self {
        let page = browser
            .signs_in(&phone.person.login, &phone.person.password)
            .await;
        let fields = vec![
            ("attempt", page.hidden("attempt")),
            ("code", phone.app.wrong_code(now())),
        ];
        Self::at("/sign-in/code", fields, browser)
    }

    fn at(path: &'static str, fields: Vec<(&'static str, String)>, browser: Client) -> Self {
        Self {
            looked_at: 0,
            open: false,
            browser,
            path,
            fields,
        }
    }

    /// Guesses until it is delayed, or no answer comes.
    pub async fn goes_on(mut self) -> Self {
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(k, v)| (*k, &**v)).collect();
        loop {
            self.open = true;
            let Some(answer) = self.browser.asks(self.path, &fields).await else {
                break;
            };
            self.open = false;
            match answer.status.as_u16() {
                422 => self.looked_at += 1,
                429 => break,
                _ => panic!("{answer:?}"),
            }
        }
        self
    }
}

/// Somebody who must set up a phone.
pub struct Newcomer {
    pub person: Person,
    pub browser: Client,
    pub reached: Reached,
}

/// How far the wizard has come, as far as was answered; with the code that was sent.
#[derive(Clone)]
pub enum Reached {
    Nothing,
    KeyShown(Key),
    /// The first code was sent; no answer came.
    CodeSent(Key, String),
    /// The recovery codes are on the screen.
    CodesShown(Key, String, Answer),
    /// The device is confirmed; whether the recovery codes are stored was not answered.
    Confirmed(Key, String),
    SignedIn(Key, String),
}

/// A key that was shown, and the attempt that it belongs to.
#[derive(Clone)]
pub struct Key {
    pub app: App,
    pub attempt: String,
}

impl Newcomer {
    pub fn new(person: Person, browser: Client) -> Self {
        Self {
            person,
            browser,
            reached: Reached::Nothing,
        }
    }

    /// Goes through the wizard until it is done or no answer comes.
    pub async fn sets_up(mut self) -> Self {
        while self.goes_on().await.is_some() {}
        self
    }

    /// One page further; none when it is done or the program is gone.
    pub async fn goes_on(&mut self) -> Option<()> {
        self.reached = match self.reached.clone() {
            Reached::Nothing => Reached::KeyShown(self.starts().await?),
            Reached::KeyShown(key) => {
                let code = key.app.code(now());
                self.reached = Reached::CodeSent(key.clone(), code.clone());
                let fields = [("attempt", &*key.attempt), ("code", &*code)];
                let codes = self.browser.asks("/sign-in/set-up/scan", &fields).await?;
                if codes
                    .location()
                    .is_some_and(|to| to.contains("recovery-codes"))
                {
                    // The device could be written, and the recovery codes no more.
                    self.reached = Reached::Confirmed(key, code);
                    return None;
                }
                codes.expects(200, "I have stored these codes");
                Reached::CodesShown(key, code, codes)
            }
            Reached::CodesShown(key, code, codes) => {
                self.reached = Reached::Confirmed(key.clone(), code.clone());
                let set = codes.hidden("set");
                let fields = [("attempt", &*key.attempt), ("set", &*set), ("stored", "on")];
                let tick = self.browser.asks("/sign-in/set-up/stored", &fields);
                let done = tick.await?;
                assert!(done.opens(), "{done:?}");
                Reached::SignedIn(key, code)
            }
            Reached::CodeSent(..) | Reached::Confirmed(..) | Reached::SignedIn(..) => return None,
        };
        Some(())
    }

    async fn starts(&mut self) -> Option<Key> {
        let attempt = proves_password(&mut self.browser, &self.person).await?;
        let fields = [("attempt", &*attempt)];
        let answer = self.browser.asks("/sign-in/set-up/app", &fields).await?;
        let path = answer.location().unwrap();
        let (get, nothing) = (hyper::Method::GET, hyper::body::Bytes::new());
        let shown = self.browser.reach(get, &path, &[], nothing).await?;
        if shown.status == 503 {
            return None;
        }
        let app = App::with_key(&shown.key());
        Some(Key { app, attempt })
    }
}

/// The code after the present one, which is good already.
pub fn next_code(app: &App, at: Timestamp) -> String {
    app.code(at + Span::seconds(30))
}
