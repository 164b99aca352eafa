//! The first page: login and password. *Reserve* (count the try, a short write) → hash on the
//! bounded pool → *record* (a short write), in a task of its own, so that a closed tab changes
//! nothing about the count.

use data_encoding::HEXLOWER;
use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, PasswordRefusal, Who};
use portcullis_core::credential::Kind;
use portcullis_core::credential::password::{Password, Verified};
use portcullis_core::login::{Login, Realm, counted_as};
use portcullis_core::radius::TypedCode;
use portcullis_core::role::Scope;
use portcullis_core::sign_in::Purpose;
use portcullis_core::throttle::Counted;
use portcullis_core::time::Span;
use portcullis_store::accounts::{self, PasswordRecord};
use portcullis_store::address_failures::Tried;
use portcullis_store::keys::Lookup;
use portcullis_store::{Result, Tx, browsers, throttle};

use super::browser::{self, BrowserKey, Met};
use super::open::admits;
use super::{Beginning, CodeOutcome, Progress, Turn, code, open_after_password, recovery};
use crate::address;
use crate::app::App;
use crate::fault::Fault;
use crate::radius::Exchange;
use crate::record::Subject;
use crate::support;

/// What was typed on the first page.
#[derive(Clone)]
pub struct TypedLogin {
    /// Who.
    pub login: String,
    /// With what; `None` when it is longer than any password may be.
    pub password: Option<Password>,
    /// The keys that the browser brings.
    pub browsers: Vec<BrowserKey>,
}

/// What became of it.
#[derive(Clone)]
pub enum PasswordOutcome {
    /// The password is right.
    Progress(Progress),
    /// The password is right, and this became of the code that was typed behind it.
    Code(Kind, CodeOutcome),
    /// Unknown login, wrong password, suspended account: nobody learns which.
    Refused,
    /// Too many tries for this typed login, known or not.
    Delayed(Span),
    /// Too many failures from this address, whatever the login.
    AddressDelayed(Span),
}

/// One try at a login.
#[derive(Clone)]
struct Try {
    app: App,
    login: String,
    /// The browser, if the account knows it.
    met: Option<Met>,
    /// The keyed hash under which its tries are counted: of the login, or of the browser that knows it.
    counter: [u8; 32],
    purpose: Purpose,
    origin: Origin,
    /// The request that it came by, where that is RADIUS.
    exchange: Option<Exchange>,
}

/// Checks login and password.
pub async fn password(
    app: &App,
    typed: TypedLogin,
    purpose: Purpose,
    origin: Origin,
    exchange: Option<Exchange>,
) -> Result<PasswordOutcome, Fault> {
    let counted = counted_as(&typed.login);
    let met = browser::met(app, &typed.browsers, &counted, &origin).await?;
    let counter = match &met {
        Some(met) => browser::counter_of(app, met.id()),
        None => app.masters.lookup(Lookup::Login, counted.as_bytes()),
    };
    let one = Try {
        app: app.clone(),
        login: typed.login.trim().to_owned(),
        met,
        counter,
        purpose,
        origin,
        exchange,
    };
    let task = tokio::spawn(async move { one.check(typed.password).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

impl Try {
    async fn check(self, password: Option<Password>) -> Result<PasswordOutcome, Fault> {
        let record = match self.clone().reserve().await? {
            Ok(record) => record,
            Err(outcome) => return Ok(outcome),
        };
        let (app, realm) = (self.app.clone(), Realm::of_login(&self.login));
        let verified = match &password {
            Some(password) => {
                let stored = record.as_ref().map(|record| record.hash.clone());
                match app
                    .hashing
                    .verify(realm.clone(), password.clone(), stored)
                    .await
                {
                    Err(Fault::Busy) => return self.take_back().await,
                    verified => verified?,
                }
            }
            None => Verified::Wrong,
        };
        let cause = match (&record, verified) {
            (None, _) => PasswordRefusal::UnknownLogin,
            (_, Verified::Wrong) => PasswordRefusal::Wrong,
            (Some(record), _) if record.state == State::Suspended => PasswordRefusal::Suspended,
            (Some(record), right) => {
                app.hashing.know(&realm, record.organization);
                let outdated = password.filter(|_| right == Verified::RightButOutdated);
                let rehashed = match outdated {
                    Some(password) => {
                        match app.hashing.hash(realm, password, app.random()?).await {
                            Err(Fault::Busy) => None, // it can wait for the next sign-in
                            hash => Some(hash?),
                        }
                    }
                    None => None,
                };
                let outcome = self.clone().accept(record.clone(), rehashed).await?;
                return self.recover(outcome).await;
            }
        };
        if let Some(exchange) = &self.exchange {
            match recovery::as_if(&app, exchange).await {
                Err(Fault::Busy) => return self.take_back().await,
                done => done?,
            }
        }
        let unit = async move |tx: &mut Tx<'_>| {
            self.write_refusal(tx, record.as_ref(), cause).await?;
            self.keep(tx, PasswordOutcome::Refused).await
        };
        Ok(app.store.write(unit).await?)
    }

    /// An outcome, and with it the answer to the request that it came by.
    async fn keep(&self, tx: &mut Tx<'_>, outcome: PasswordOutcome) -> Result<PasswordOutcome> {
        if let Some(exchange) = &self.exchange {
            exchange.keep_password(tx, &self.app, &outcome).await?;
        }
        Ok(outcome)
    }

    /// Nobody looked at the password, so the try does not count against the login.
    async fn take_back(self) -> Result<PasswordOutcome, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            if let Some(exchange) = &self.exchange {
                exchange.give_back(tx).await?;
            }
            throttle::take_back_login(tx, self.counter, self.app.now()).await
        };
        store.write(unit).await?;
        Err(Fault::Busy)
    }

    /// Counts the try and finds whose password it would be; `Err` when nobody is to look at it.
    async fn reserve(self) -> Result<Result<Option<PasswordRecord>, PasswordOutcome>, Fault> {
        let (store, login) = (self.app.store.clone(), Login::parse(&self.login));
        let unit = async move |tx: &mut Tx<'_>| {
            if let Some(exchange) = &self.exchange {
                exchange.take(tx, self.app.now()).await?;
            }
            if let Some(wait) = address::delay(tx, &self.app, &self.origin).await? {
                let outcome = PasswordOutcome::AddressDelayed(wait);
                return Ok(Err(self.keep(tx, outcome).await?));
            }
            let record = async |tx: &mut Tx<'_>| match &login {
                Some(login) => accounts::by_login(tx, login).await,
                None => Ok(None),
            };
            let (counter, now) = (self.counter, self.app.now());
            let counted = if self.met.is_some() {
                throttle::count_login_in_browser(tx, counter, now).await?
            } else {
                throttle::count_login(tx, counter, now).await?
            };
            let wait = match counted {
                Counted::Evaluate => return Ok(Ok(record(tx).await?)),
                Counted::Delayed(wait) => wait,
                Counted::Suspended => Span::hours(1), // passwords are delayed, never suspended
            };
            let code = support::of_delay(&self.app, &self.counter, now + wait);
            self.origin.support.set(code);
            // Whose login it is, is looked up for the log alone: a delay tells nothing by its time.
            if throttle::report_login(tx, self.counter).await? {
                let record = record(tx).await?;
                self.write_refusal(tx, record.as_ref(), PasswordRefusal::Delayed)
                    .await?;
            }
            Ok(Err(self.keep(tx, PasswordOutcome::Delayed(wait)).await?))
        };
        Ok(store.write(unit).await?)
    }

    async fn accept(
        self,
        record: PasswordRecord,
        rehashed: Option<String>,
    ) -> Result<PasswordOutcome, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let (app, now) = (&self.app, self.app.now());
            let scope = Scope::of(record.organization);
            // The account may have been suspended, or its password changed, while it was hashed.
            let refusal = if !accounts::may_sign_in(tx, scope, &record).await? {
                Some(PasswordRefusal::Suspended)
            } else if !admits(tx, &self.purpose, (scope, record.account)).await? {
                Some(PasswordRefusal::NotAdmitted)
            } else {
                None
            };
            if let Some(cause) = refusal {
                self.write_refusal(tx, Some(&record), cause).await?;
                return self.keep_soon(tx, PasswordOutcome::Refused).await;
            }
            let subject = Subject::own(scope, record.account, &self.origin);
            throttle::forget_login(tx, self.counter).await?;
            subject.write(tx, app, Event::PasswordProved, now).await?;
            if let Some(new) = &rehashed
                && accounts::rehash(tx, scope, record.account, &record.hash, new).await?
            {
                subject.write(tx, app, Event::PasswordRehashed, now).await?;
            }
            let met = self.met.as_ref();
            let met = met.filter(|met| met.account() == record.account);
            if let Some(met) = met {
                browsers::touch(tx, scope, met.id(), &self.origin, now).await?;
            }
            let beginning = Beginning {
                scope,
                account: record.account,
                login: &self.login,
                purpose: &self.purpose,
                invited: false,
                origin: &self.origin,
                browser: met,
            };
            let progress = open_after_password(tx, app, &beginning).await?;
            let outcome = match (progress, &self.exchange) {
                (Progress::GoOn { handle, step }, Some(exchange)) => {
                    match exchange.code_for(step) {
                        Some((kind, TypedCode::Digits(code))) => {
                            let turn = Turn {
                                app,
                                handle: &handle,
                                origin: &self.origin,
                                now,
                            };
                            let outcome = match turn.load(tx).await? {
                                Some(mut attempt) => {
                                    code::last(tx, &turn, &mut attempt, &code.into()).await?
                                }
                                None => CodeOutcome::Progress(Progress::Ended),
                            };
                            PasswordOutcome::Code(kind, outcome)
                        }
                        Some((_, TypedCode::Recovery(_))) | None => {
                            PasswordOutcome::Progress(Progress::GoOn { handle, step })
                        }
                    }
                }
                (progress, _) => PasswordOutcome::Progress(progress),
            };
            self.keep_soon(tx, outcome).await
        };
        Ok(store.write(unit).await?)
    }

    /// [`Self::keep`], but where a recovery code came: that costs a hash, which no transaction waits for, and its verdict is
    /// the answer, or what takes as long.
    async fn keep_soon(
        &self,
        tx: &mut Tx<'_>,
        outcome: PasswordOutcome,
    ) -> Result<PasswordOutcome> {
        let costly = self.exchange.as_ref().and_then(Exchange::costly_code);
        if costly.is_some() {
            return Ok(outcome);
        }
        self.keep(tx, outcome).await
    }

    /// Goes on to the recovery code behind the password, if there is one.
    async fn recover(self, outcome: PasswordOutcome) -> Result<PasswordOutcome, Fault> {
        let Some(exchange) = self.exchange else {
            return Ok(outcome);
        };
        if let PasswordOutcome::Progress(Progress::GoOn { handle, step }) = &outcome
            && let Some((kind, TypedCode::Recovery(code))) = exchange.code_for(*step)
        {
            let outcome = recovery::behind(&self.app, handle, code, self.origin, exchange).await?;
            return Ok(PasswordOutcome::Code(kind, outcome));
        }
        if exchange.costly_code().is_none() {
            return Ok(outcome);
        }
        recovery::as_if(&self.app, &exchange).await?;
        let app = self.app.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            exchange.keep_password(tx, &app, &outcome).await?;
            Ok(outcome.clone())
        };
        Ok(self.app.store.write(unit).await?)
    }

    /// A typed login that matches no account may be a mistyped password, so only its hash is kept
    /// (security.md AU-2).
    async fn write_refusal(
        &self,
        tx: &mut Tx<'_>,
        record: Option<&PasswordRecord>,
        cause: PasswordRefusal,
    ) -> Result<()> {
        let origin = &self.origin;
        let subject = match (record, &self.exchange) {
            (Some(record), _) => {
                Subject::nobody(Scope::of(record.organization), record.account, origin)
            }
            // Whoever watches over a computer learns who tries there, as long as it tells nothing of others' logins. A delay
            // is the same for all doors, so it is told where it always is.
            (None, Some(exchange))
                if cause != PasswordRefusal::Delayed && exchange.is_own(&self.login) =>
            {
                Subject::by(Who::Nobody, exchange.scope(), None, origin)
            }
            (None, _) => Subject::instance(Who::Nobody, origin),
        };
        let hash = || HEXLOWER.encode(&self.counter[..8]);
        let login_hash = record.is_none().then(hash);
        if cause != PasswordRefusal::Delayed {
            address::note(tx, &self.app, origin, Tried::Login(self.counter)).await?;
        }
        let event = Event::PasswordRefused { cause, login_hash };
        subject.write(tx, &self.app, event, self.app.now()).await
    }
}
