//! The browser of a sign-in: whether the account knows it, and how it comes to.

use portcullis_core::account::State;
use portcullis_core::assurance::{Level, Proof, level};
use portcullis_core::audit::{Event, Origin};
use portcullis_core::browser::{MOST_DAYS, Remembered, Sent};
use portcullis_core::credential::Kind;
use portcullis_core::id::{AccountId, BrowserId};
use portcullis_core::login::counted_as;
use portcullis_core::policy::Requirement;
use portcullis_core::role::Scope;
use portcullis_core::session::{Admission, admit};
use portcullis_core::sign_in::{Challenge, Purpose, Step};
use portcullis_core::time::{Span, Timestamp, Within};
use portcullis_core::token::{Token, TokenHash};
use portcullis_store::attempts::Attempt;
use portcullis_store::browsers::{self, Browser, Known, NewBrowser};
use portcullis_store::keys::Lookup;
use portcullis_store::{Result, Tx, sessions};

use super::{Turn, stands, with_proof};
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
    sent: BrowserKey,
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
            sent: key.clone(),
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

/// Lets a remembered browser stand for the second factor of a sign-in whose password was just proved,
/// where nothing else is wanted than that. Gives what the browser keeps from now on.
pub(super) async fn stand_in(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &mut Attempt,
    met: &Met,
) -> Result<Option<BrowserKey>> {
    let (Some(sent), Purpose::Portal { .. }) = (&met.sent.token, &attempt.purpose) else {
        return Ok(None);
    };
    if !matches!(
        stands(attempt, turn.now),
        Step::Ask(Challenge::SecondFactor { .. })
    ) {
        return Ok(None);
    }
    let before = attempt.facts.clone();
    attempt.facts = with_proof(&before, Proof::of(Kind::Browser, turn.now));
    if let Step::Done(_) = stands(attempt, turn.now)
        && let Some(token) = renew(tx, turn, attempt, (met.id(), sent)).await?
    {
        return Ok(Some(BrowserKey {
            key: met.sent.key.clone(),
            token: Some(token),
        }));
    }
    attempt.facts = before;
    Ok(None)
}

/// The token that follows the one that was sent: a new one, or the one that another tab was given for
/// the same. `None` when the browser is not remembered any more.
async fn renew(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    (id, sent): (BrowserId, &Token),
) -> Result<Option<Token>> {
    let (scope, now) = (attempt.scope(), turn.now);
    let days = attempt.policy.remember_days;
    if held(tx, (scope, id), days, now).await?.is_none() {
        return Ok(None);
    }
    let salt = turn.app.random()?;
    let next = sent.successor(salt);
    if browsers::rotate(tx, scope, id, (sent.hash(), next.hash(), salt), now).await? {
        return Ok(Some(next));
    }
    let held = held(tx, (scope, id), days, now).await?;
    let graced = held.filter(|held| held.sent(sent.hash(), now) == Sent::Before);
    let salt = graced.and_then(|held| held.before).and_then(|one| one.salt);
    Ok(salt.map(|salt| sent.successor(salt)))
}

/// By what a browser is remembered, as long as it is.
async fn held(
    tx: &mut Tx<'_>,
    (scope, id): (Scope, BrowserId),
    days: u32,
    now: Timestamp,
) -> Result<Option<Remembered>> {
    let found = browsers::get(tx, scope, id).await?;
    let held = found.and_then(|browser| browser.remembered);
    Ok(held.filter(|held| held.holds(days, now)))
}

/// Remembers the browser of a session that was just opened by a second factor, for as many days as the
/// policy gives. `keys` are those that the browser has or is about to get.
pub async fn remember(
    app: &App,
    session: TokenHash,
    keys: Vec<BrowserKey>,
    origin: Origin,
) -> Result<Option<BrowserKey>, Fault> {
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(session) = sessions::load(tx, session, now).await? else {
            return Ok(None);
        };
        let standing = &session.standing;
        let proved = matches!(
            level(&standing.proofs, Within::EVER),
            Level::Device | Level::EmailCode
        );
        let may = standing.requirement != Requirement::Device && standing.state == State::Active;
        if !proved || !may || admit(standing, now) != Admission::Admitted {
            return Ok(None);
        }
        for key in &keys {
            let known = browsers::by_key(tx, key.key.hash()).await?;
            let Some(known) = known.filter(|known| Some(known.browser.id) == session.browser)
            else {
                continue;
            };
            let days = known.remember_days.min(MOST_DAYS);
            let until = now + Span::days(i64::from(days));
            let token = Token::new(app.random()?);
            let (scope, id) = (session.scope(), known.browser.id);
            if days == 0 || !browsers::remember(tx, scope, id, (token.hash(), until), now).await? {
                return Ok(None);
            }
            let subject = Subject::own(scope, session.account, &origin);
            let event = Event::BrowserRemembered { until };
            subject.write(tx, app, event, now).await?;
            return Ok(Some(BrowserKey {
                key: key.key.clone(),
                token: Some(token),
            }));
        }
        Ok(None)
    };
    Ok(app.store.write(unit).await?)
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
