//! The browser of a sign-in: whether the account knows it, and how it comes to.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::browser::{Remembered, Sent};
use portcullis_core::id::{AccountId, BrowserId};
use portcullis_core::login::counted_as;
use portcullis_core::token::Token;
use portcullis_store::attempts::Attempt;
use portcullis_store::browsers::{self, Browser, Known, NewBrowser};
use portcullis_store::keys::Lookup;
use portcullis_store::{Result, Tx, sessions};

use super::Turn;
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// What a browser keeps of an account that knows it.
#[derive(Clone)]
pub struct BrowserKey {
    /// By what it is known.
    pub key: Token,
    /// By what it is remembered, if it was.
    pub token: Option<Token>,
}

/// A browser that the account of a typed login knows.
#[derive(Clone)]
pub struct Met {
    browser: Browser,
}

impl Met {
    /// Its id.
    pub const fn id(&self) -> BrowserId {
        self.browser.id
    }

    /// Who knows it.
    pub const fn account(&self) -> AccountId {
        self.browser.account
    }
}

/// The browser among the keys that a login's account knows. What it costs depends on the keys alone,
/// so it tells nothing about a login to whoever has no key of its account.
pub(super) async fn met(
    app: &App,
    keys: &[BrowserKey],
    counted: &str,
    origin: &Origin,
) -> Result<Option<Met>, Fault> {
    if keys.is_empty() {
        return Ok(None);
    }
    let hashes: Vec<_> = keys.iter().map(|key| key.key.hash()).collect();
    let unit = async move |tx: &mut Tx<'_>| {
        let mut found = Vec::new();
        for hash in &hashes {
            found.push(browsers::by_key(tx, *hash).await?);
        }
        Ok(found)
    };
    let found = app.store.read(unit).await?;
    for (key, known) in keys.iter().zip(found) {
        let Some(known) = known.filter(|known| signs_in(known, counted)) else {
            continue;
        };
        if is_copy(app, &known, key) {
            forget_stolen(app, known.browser, origin).await?;
            continue;
        }
        return Ok(Some(Met {
            browser: known.browser,
        }));
    }
    Ok(None)
}

/// Whether a login is one of those that the account signs in with.
fn signs_in(known: &Known, counted: &str) -> bool {
    let name = format!("{}@{}", known.login_name, known.organization_slug);
    counted == counted_as(&name)
        || known
            .proved_email
            .as_deref()
            .is_some_and(|email| counted == counted_as(email))
}

/// Whether the token is an older copy of what remembers the browser: two have had it.
fn is_copy(app: &App, known: &Known, key: &BrowserKey) -> bool {
    let now = app.now();
    let held = known.browser.remembered.as_ref();
    let held = held.filter(|held| held.holds(known.remember_days, now));
    let sent = |held: &Remembered, token: &Token| held.sent(token.hash(), now);
    match (held, &key.token) {
        (Some(held), Some(token)) => sent(held, token) == Sent::Older,
        _ => false,
    }
}

/// An old copy came back: nothing that was given to this browser is good any more.
async fn forget_stolen(app: &App, browser: Browser, origin: &Origin) -> Result<(), Fault> {
    let (app_, origin) = (app.clone(), origin.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (scope, account) = (browser.scope(), browser.account);
        if browsers::forget(tx, scope, account, browser.id).await? {
            let sessions = sessions::end_in_browser(tx, scope, &browser).await?;
            let subject = Subject::nobody(scope, account, &origin);
            let event = Event::BrowserStolen { sessions };
            subject.write(tx, &app_, event, app_.now()).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}

/// The keyed hash under which wrong passwords in a known browser are counted.
pub(crate) fn counter_of(app: &App, browser: BrowserId) -> [u8; 32] {
    app.masters.lookup(Lookup::Browser, browser.as_bytes())
}

/// Makes the browser of an attempt known to its account.
pub(super) async fn meet(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
) -> Result<(BrowserId, BrowserKey)> {
    let key = BrowserKey {
        key: Token::new(turn.app.random()?),
        token: None,
    };
    let new = NewBrowser {
        id: BrowserId::new(turn.now, turn.app.random()?),
        account: attempt.account,
        key: key.key.hash(),
        origin: turn.origin,
    };
    browsers::add(tx, attempt.scope(), &new, turn.now).await?;
    Ok((new.id, key))
}
