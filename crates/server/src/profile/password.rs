//! Changing the password in a session: the current one is asked for, whatever else was proved. Like a
//! sign-in it goes *reserve* (count) → hash → *record*, in a task of its own.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, PasswordRefusal};
use portcullis_core::credential::password::{Password, Verified, Weakness};
use portcullis_core::id::AccountId;
use portcullis_core::login::Realm;
use portcullis_core::sign_in::{Act, Challenge, Step};
use portcullis_core::throttle::Counted;
use portcullis_core::time::Span;
use portcullis_store::address_failures::Tried;
use portcullis_store::keys::Lookup;
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx, accounts, profiles, throttle};

use super::end_what_it_opened;
use crate::address;
use crate::app::App;
use crate::fault::Fault;
use crate::people::checked;
use crate::record::Subject;
use crate::sign_in::{counter_of, still_asked};
use crate::support;

/// What became of a change of the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The new one is in force.
    Done,
    /// The new one will not do.
    Weak(Weakness),
    /// The current one is another.
    Wrong,
    /// Too many wrong tries at the current one.
    Delayed(Span),
    /// Too many failures from this address.
    AddressDelayed(Span),
    /// The session has ended, its proofs are not fresh any more, or the account may not be changed.
    NotNow,
}

/// One change.
#[derive(Clone)]
struct Change {
    app: App,
    session: Session,
    /// Under what tries at this password are counted: with those of the browser that the session was
    /// opened in, or else of the account. Outsiders reach neither.
    counter: [u8; 32],
    origin: Origin,
}

/// The keyed hash under which wrong tries at an account's current password are counted where its session's
/// browser is not known.
pub(crate) fn current_counter(app: &App, account: AccountId) -> [u8; 32] {
    app.masters.lookup(Lookup::Account, account.as_bytes())
}

/// Takes the current password and a new one.
pub async fn change_password(
    app: &App,
    session: &Session,
    (current, new): (Option<Password>, Option<Password>),
    origin: Origin,
) -> std::result::Result<Changed, Fault> {
    let change = Change {
        app: app.clone(),
        session: session.clone(),
        counter: match session.browser {
            Some(browser) => counter_of(app, browser),
            None => current_counter(app, session.account),
        },
        origin,
    };
    let task = tokio::spawn(async move { change.run(current, new).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

impl Change {
    async fn run(
        self,
        current: Option<Password>,
        new: Option<Password>,
    ) -> std::result::Result<Changed, Fault> {
        let (scope, account) = (self.session.scope(), self.session.account);
        let find = async move |tx: &mut Tx<'_>| accounts::find(tx, scope, account).await;
        let Some(person) = self.app.store.read(find).await? else {
            return Ok(Changed::NotNow);
        };
        let names = [
            person.name.as_str(),
            &person.login_name,
            &self.session.branding.name,
            &self.session.organization_slug,
            "portcullis",
        ];
        let policy = self.session.policy;
        let shortest = policy.shortest_password(self.session.standing.requirement);
        let new = match checked(new, shortest, &names, person.email.as_deref()) {
            Ok(new) => new,
            Err(weak) => return Ok(Changed::Weak(weak)),
        };
        let stored = match self.clone().reserve().await? {
            Ok(stored) => stored,
            Err(outcome) => return Ok(outcome),
        };
        let (realm, hashing) = (
            Realm::of_organization(&self.session.organization_slug),
            &self.app.hashing,
        );
        let verified = match current {
            Some(current) => {
                let guess = hashing.verify_again(realm.clone(), current, stored.clone());
                match guess.await {
                    Err(Fault::Busy) => return self.take_back().await,
                    verified => verified?,
                }
            }
            None => Verified::Wrong,
        };
        if verified == Verified::Wrong {
            return self.refuse(PasswordRefusal::Wrong).await;
        }
        match hashing.hash(realm, new, self.app.random()?).await {
            Err(Fault::Busy) => self.take_back().await,
            hash => self.record(stored, hash?).await,
        }
    }

    /// Counts the try, and gives the hash that it is to be held against.
    async fn reserve(self) -> std::result::Result<std::result::Result<String, Changed>, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            if !self.may_go_on(tx).await? {
                return Ok(Err(Changed::NotNow));
            }
            if let Some(wait) = address::delay(tx, &self.app, &self.origin).await? {
                return Ok(Err(Changed::AddressDelayed(wait)));
            }
            let (counter, now) = (self.counter, self.app.now());
            let counted = if self.session.browser.is_some() {
                throttle::count_login_in_browser(tx, counter, now).await?
            } else {
                throttle::count_login(tx, counter, now).await?
            };
            let wait = match counted {
                Counted::Evaluate => {
                    let (scope, account) = (self.session.scope(), self.session.account);
                    let stored = profiles::password_hash(tx, scope, account).await?;
                    return Ok(stored.ok_or(Changed::NotNow));
                }
                Counted::Delayed(wait) => wait,
                Counted::Suspended => Span::hours(1), // passwords are delayed, never suspended
            };
            let code = support::of_delay(&self.app, &self.counter, now + wait);
            self.origin.support.set(code);
            if throttle::report_login(tx, self.counter).await? {
                self.write_refusal(tx, PasswordRefusal::Delayed).await?;
            }
            Ok(Err(Changed::Delayed(wait)))
        };
        Ok(store.write(unit).await?)
    }

    /// Nobody looked at the password, so the try does not count.
    async fn take_back(self) -> std::result::Result<Changed, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            throttle::take_back_login(tx, self.counter, self.app.now()).await
        };
        store.write(unit).await?;
        Err(Fault::Busy)
    }

    async fn refuse(self, cause: PasswordRefusal) -> std::result::Result<Changed, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| self.write_refusal(tx, cause).await;
        store.write(unit).await?;
        Ok(Changed::Wrong)
    }

    async fn record(self, old: String, new: String) -> std::result::Result<Changed, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let (scope, account) = (self.session.scope(), self.session.account);
            accounts::lock(tx, scope, account).await?;
            // Hashing took its time: what was true of the session before need not be true now.
            let now = self.app.now();
            if !self.may_go_on(tx).await?
                || !profiles::change_password(tx, (scope, account), &old, &new, now).await?
            {
                return Ok(Changed::NotNow);
            }
            throttle::forget_login(tx, self.counter).await?;
            end_what_it_opened(tx, scope, account, Some(self.session.id), now).await?;
            let subject = Subject::own(scope, account, &self.origin);
            subject
                .write(tx, &self.app, Event::PasswordChanged, now)
                .await?;
            Ok(Changed::Done)
        };
        Ok(store.write(unit).await?)
    }

    /// Whether the session has proved all that a new password asks for beside the current one.
    async fn may_go_on(&self, tx: &mut Tx<'_>) -> Result<bool> {
        let (scope, account) = (self.session.scope(), self.session.account);
        let person = accounts::find(tx, scope, account).await?;
        let step = still_asked(tx, &self.app, &self.session, Act::Password).await?;
        let proved = matches!(step, Some(Step::Done(_) | Step::Ask(Challenge::Password)));
        Ok(proved && person.is_some_and(|person| person.state == State::Active))
    }

    async fn write_refusal(&self, tx: &mut Tx<'_>, cause: PasswordRefusal) -> Result<()> {
        if cause != PasswordRefusal::Delayed {
            address::note(tx, &self.app, &self.origin, Tried::Login(self.counter)).await?;
        }
        let subject = Subject::own(self.session.scope(), self.session.account, &self.origin);
        let event = Event::PasswordRefused {
            cause,
            login_hash: None,
        };
        subject.write(tx, &self.app, event, self.app.now()).await
    }
}
