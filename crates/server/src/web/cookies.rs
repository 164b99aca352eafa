//! The cookies: one for the session, one that holds the secrets of the attempts under way, one with the
//! keys by which accounts know the browser. Each is random, `HttpOnly`, bound to this host, and stored
//! on the server as a hash only.

use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::response::Response;
use portcullis_core::browser::KNOWN_LIFE;
use portcullis_core::id::AttemptId;
use portcullis_core::token::Token;

use crate::sign_in::{BrowserKey, Handle};

const SESSION: &str = "__Host-portcullis";
const ATTEMPTS: &str = "__Host-portcullis-attempt";
const BROWSERS: &str = "__Host-portcullis-browser";
const KEPT: &str = "Secure; HttpOnly; SameSite=Lax; Path=/";
/// How many attempts a browser can have under way, one a tab.
const MOST_ATTEMPTS: usize = 6;
/// How many accounts can know a browser.
const MOST_BROWSERS: usize = 6;

/// The attempts of a browser, newest first.
#[derive(Clone, Default)]
pub struct Attempts(Vec<Handle>);

/// The keys by which accounts know a browser, the one given last first.
#[derive(Clone, Default)]
pub struct Browsers(Vec<BrowserKey>);

/// The session's token.
pub fn session(headers: &HeaderMap) -> Option<Token> {
    values(headers, SESSION).next().and_then(Token::parse)
}

/// The attempts whose secrets the browser has.
pub fn attempts(headers: &HeaderMap) -> Attempts {
    let text = values(headers, ATTEMPTS).next().unwrap_or_default();
    let handle = |pair: &str| {
        let (attempt, token) = pair.split_once('.')?;
        Some(Handle {
            attempt: attempt.parse().ok()?,
            token: Token::parse(token)?,
            session: None,
        })
    };
    Attempts(
        text.split('~')
            .filter_map(handle)
            .take(MOST_ATTEMPTS)
            .collect(),
    )
}

/// The keys by which accounts know the browser.
pub fn browsers(headers: &HeaderMap) -> Browsers {
    let text = values(headers, BROWSERS).next().unwrap_or_default();
    let key = |entry: &str| {
        let (key, token) = match entry.split_once('.') {
            Some((key, token)) => (key, Some(Token::parse(token)?)),
            None => (entry, None),
        };
        Some(BrowserKey {
            key: Token::parse(key)?,
            token,
        })
    };
    Browsers(
        text.split('~')
            .filter_map(key)
            .take(MOST_BROWSERS)
            .collect(),
    )
}

impl Browsers {
    /// All of them.
    pub fn keys(&self) -> Vec<BrowserKey> {
        self.0.clone()
    }

    /// With a key put first in place of what was kept of it.
    pub fn with(mut self, key: Option<&BrowserKey>) -> Self {
        if let Some(new) = key {
            self.0.retain(|old| old.key.hash() != new.key.hash());
            self.0.insert(0, new.clone());
            self.0.truncate(MOST_BROWSERS);
        }
        self
    }
}

impl Attempts {
    /// The secret of an attempt.
    pub fn secret(&self, attempt: AttemptId) -> Option<Token> {
        self.0
            .iter()
            .find(|handle| handle.attempt == attempt)
            .map(|handle| handle.token.clone())
    }

    /// With a handle put first in place of any other for its attempt.
    pub fn with(mut self, handle: &Handle) -> Self {
        self.0.retain(|old| old.attempt != handle.attempt);
        self.0.insert(0, handle.clone());
        self.0.truncate(MOST_ATTEMPTS);
        self
    }

    /// Without an attempt.
    pub fn without(mut self, attempt: AttemptId) -> Self {
        self.0.retain(|old| old.attempt != attempt);
        self
    }
}

/// Gives the browser a session.
pub fn set_session(response: &mut Response, token: &Token) {
    append(
        response,
        &format!("{SESSION}={}; {KEPT}", token.text().reveal()),
    );
}

/// Takes the session's cookie away, by name.
pub fn clear_session(response: &mut Response) {
    append(response, &format!("{SESSION}=; {KEPT}; Max-Age=0"));
}

/// Gives the browser the secrets of its attempts.
pub fn set_attempts(response: &mut Response, attempts: &Attempts) {
    if attempts.0.is_empty() {
        return append(response, &format!("{ATTEMPTS}=; {KEPT}; Max-Age=0"));
    }
    let pairs: Vec<String> = attempts
        .0
        .iter()
        .map(|h| format!("{}.{}", h.attempt, h.token.text().reveal()))
        .collect();
    append(response, &format!("{ATTEMPTS}={}; {KEPT}", pairs.join("~")));
}

/// Gives the browser the keys by which accounts know it; it keeps them when it is closed.
pub fn set_browsers(response: &mut Response, browsers: &Browsers) {
    if browsers.0.is_empty() {
        return;
    }
    let entry = |one: &BrowserKey| {
        let key = one.key.text();
        match &one.token {
            Some(token) => format!("{}.{}", key.reveal(), token.text().reveal()),
            None => key.reveal().clone(),
        }
    };
    let entries: Vec<String> = browsers.0.iter().map(entry).collect();
    append(
        response,
        &format!(
            "{BROWSERS}={}; {KEPT}; Max-Age={}",
            entries.join("~"),
            KNOWN_LIFE.as_seconds()
        ),
    );
}

fn append(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

fn values<'a>(headers: &'a HeaderMap, name: &'static str) -> impl Iterator<Item = &'a str> {
    let all = headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    let pairs = all
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .filter(move |(key, _)| *key == name)
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn handle(n: u8) -> Handle {
        Handle {
            attempt: AttemptId::from_bytes([n; 16]),
            token: Token::new([n; 32]),
            session: None,
        }
    }

    #[test]
    fn attempts_read_back_and_the_oldest_gives_way() {
        let many = (1..=9).fold(Attempts::default(), |attempts, n| attempts.with(&handle(n)));
        let mut response = Response::default();
        set_attempts(&mut response, &many);
        let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.len() < 4096);
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_str(cookie.split(';').next().unwrap()).unwrap(),
        );
        let back = attempts(&headers);
        for n in 1..=9 {
            let found = back.secret(handle(n).attempt).map(|t| t.hash());
            assert_eq!(found, (n > 3).then(|| handle(n).token.hash()), "{n}");
        }
    }

    #[test]
    fn garbage_in_a_cookie_is_nobody() {
        for bad in [
            "",
            "x",
            "a.b~c.d",
            "~~~",
            ".",
            "00000000000000000000000000000000.short",
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                header::COOKIE,
                HeaderValue::from_str(&format!("{ATTEMPTS}={bad}; {SESSION}={bad}")).unwrap(),
            );
            assert!(
                attempts(&headers).0.is_empty() && session(&headers).is_none(),
                "{bad}"
            );
        }
    }

    proptest! {
        #[test]
        fn whatever_is_sent_as_a_cookie_is_read_or_left(bytes in prop::collection::vec(any::<u8>(), 0..300), ours: bool) {
            let name = if ours { format!("{SESSION}=") } else { format!("x=y; {ATTEMPTS}=") };
            let mut sent = name.into_bytes();
            sent.extend(bytes);
            if let Ok(value) = HeaderValue::from_bytes(&sent) {
                let headers = HeaderMap::from_iter([(header::COOKIE, value)]);
                prop_assert!(attempts(&headers).0.is_empty() && session(&headers).is_none());
            }
        }

        #[test]
        fn what_was_put_in_comes_out_among_cookies_of_others(
            put in prop::collection::vec(any::<([u8; 16], [u8; 32])>(), 0..=MOST_ATTEMPTS),
            token: [u8; 32],
            others in prop::collection::vec("[a-zA-Z_-]{1,12}=[!#-+--:<-\\[\\]-~]{0,20}", 0..4),
        ) {
            let handles = put.iter().map(|(id, secret)| Handle {
                attempt: AttemptId::from_bytes(*id),
                token: Token::new(*secret),
                session: None,
            });
            let all = handles.fold(Attempts::default(), |all, one| all.with(&one));
            let mut response = Response::default();
            set_attempts(&mut response, &all);
            set_session(&mut response, &Token::new(token));
            let mut sent = others.clone();
            for cookie in response.headers().get_all(header::SET_COOKIE) {
                sent.push(cookie.to_str().unwrap().split(';').next().unwrap().to_owned());
            }
            sent.extend(others);
            let value = HeaderValue::from_str(&sent.join("; ")).unwrap();
            let headers = HeaderMap::from_iter([(header::COOKIE, value)]);
            let back = attempts(&headers);
            prop_assert_eq!(back.0.len(), all.0.len());
            for (one, same) in all.0.iter().zip(&back.0) {
                prop_assert_eq!(one.attempt, same.attempt);
                prop_assert_eq!(one.token.hash(), same.token.hash());
            }
            let hash = session(&headers).map(|token| token.hash());
            prop_assert_eq!(hash, Some(Token::new(token).hash()));
        }
    }
}
