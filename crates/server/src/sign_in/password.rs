//! The first page: login and password. *Reserve* (count the try, a short write) → hash on the
//! bounded pool → *record* (a short write), in a task of its own, so that a closed tab changes
//! nothing about the count.

use data_encoding::HEXLOWER;
use portcullis_core::account::State;
use portcullis_core::audit::{Event, PasswordRefusal};
use portcullis_core::credential::password::{Password, Verified};
use portcullis_core::login::{Login, counted_as};
use portcullis_core::role::Scope;
use portcullis_core::sign_in::Purpose;
use portcullis_core::throttle::Counted;
use portcullis_core::time::Span;
use portcullis_store::accounts::{self, PasswordRecord};
use portcullis_store::keys::Lookup;
use portcullis_store::{Result, Tx, throttle};

use super::{Opening, Progress, open_after_password};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// What was typed on the first page.
#[derive(Clone)]
pub struct TypedLogin {
    /// Who.
    pub login: String,
    /// With what; `None` when it is longer than any password may be.
    pub password: Option<Password>,
}

/// What became of it.
pub enum PasswordOutcome {
    /// The password is right.
    Progress(Progress),
    /// Unknown login, wrong password, suspended account: nobody learns which.
    Refused,
    /// Too many tries for this typed login, known or not.
    Delayed(Span),
}

/// Checks login and password.
pub async fn password(
    app: &App,
    typed: TypedLogin,
    purpose: Purpose,
    opening: Opening,
) -> Result<PasswordOutcome, Fault> {
    let app = app.clone();
    let task = tokio::spawn(async move { check(&app, &typed, purpose, opening).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

async fn check(
    app: &App,
    typed: &TypedLogin,
    purpose: Purpose,
    opening: Opening,
) -> Result<PasswordOutcome, Fault> {
    let counter = app
        .masters
        .lookup(Lookup::Login, counted_as(&typed.login).as_bytes());
    let record = match reserve(app, typed, counter, &opening).await? {
        Ok(record) => record,
        Err(wait) => return Ok(PasswordOutcome::Delayed(wait)),
    };
    let verified = match &typed.password {
        Some(password) => {
            let stored = record.as_ref().map(|record| record.hash.clone());
            app.hashing.verify(password.clone(), stored).await?
        }
        None => Verified::Wrong,
    };
    let outcome = match (record, verified) {
        (Some(record), Verified::Right | Verified::RightButOutdated) => {
            accept(
                app,
                typed,
                counter,
                record,
                purpose,
                opening.clone(),
                verified,
            )
            .await?
        }
        (record, _) => {
            refuse(app, typed, record, opening).await?;
            PasswordOutcome::Refused
        }
    };
    Ok(outcome)
}

/// Counts the try and finds whose password it would be; `Err` is how long to wait.
async fn reserve(
    app: &App,
    typed: &TypedLogin,
    counter: [u8; 32],
    opening: &Opening,
) -> Result<Result<Option<PasswordRecord>, Span>, Fault> {
    let (app_, login, opening) = (app.clone(), Login::parse(&typed.login), opening.clone());
    let hash = HEXLOWER.encode(&counter[..8]);
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let counted = throttle::count_login(tx, counter, now).await?;
        let record = match &login {
            Some(login) => accounts::by_login(tx, login).await?,
            None => None,
        };
        let wait = match counted {
            Counted::Evaluate => return Ok(Ok(record)),
            Counted::Delayed(wait) => wait,
            Counted::Suspended => Span::hours(1), // passwords are delayed, never suspended
        };
        if throttle::report_login(tx, counter).await? {
            write_refusal(
                tx,
                app,
                record.as_ref(),
                PasswordRefusal::Delayed,
                &hash,
                &opening,
            )
            .await?;
        }
        Ok(Err(wait))
    };
    Ok(app.store.write(unit).await?)
}

async fn accept(
    app: &App,
    typed: &TypedLogin,
    counter: [u8; 32],
    record: PasswordRecord,
    purpose: Purpose,
    opening: Opening,
    verified: Verified,
) -> Result<PasswordOutcome, Fault> {
    let rehashed = match (&typed.password, verified) {
        (Some(password), Verified::RightButOutdated) => {
            Some(app.hashing.hash(password.clone(), app.random()?).await?)
        }
        _ => None,
    };
    let (app_, login) = (app.clone(), typed.login.trim().to_owned());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let scope = Scope::of(record.organization);
        let subject = Subject::own(scope, record.account, &opening.origin);
        let account = accounts::find(tx, scope, record.account).await?;
        if account.is_none_or(|account| account.state == State::Suspended) {
            write_refusal(
                tx,
                app,
                Some(&record),
                PasswordRefusal::Suspended,
                "",
                &opening,
            )
            .await?;
            return Ok(PasswordOutcome::Refused);
        }
        throttle::forget_login(tx, counter).await?;
        subject.write(tx, app, Event::PasswordProved, now).await?;
        if let Some(new) = &rehashed
            && accounts::rehash(tx, scope, record.account, &record.hash, new).await?
        {
            subject.write(tx, app, Event::PasswordRehashed, now).await?;
        }
        let progress = open_after_password(
            tx,
            app,
            scope,
            (record.account, &login),
            &purpose,
            &opening,
            now,
        )
        .await?;
        Ok(PasswordOutcome::Progress(progress))
    };
    Ok(app.store.write(unit).await?)
}

async fn refuse(
    app: &App,
    typed: &TypedLogin,
    record: Option<PasswordRecord>,
    opening: Opening,
) -> Result<(), Fault> {
    let hash = HEXLOWER.encode(
        &app.masters
            .lookup(Lookup::Login, counted_as(&typed.login).as_bytes())[..8],
    );
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let cause = if record.is_some() {
            PasswordRefusal::Wrong
        } else {
            PasswordRefusal::UnknownLogin
        };
        write_refusal(tx, &app_, record.as_ref(), cause, &hash, &opening).await
    };
    Ok(app.store.write(unit).await?)
}

/// A typed login that matches no account may be a mistyped password, so only its hash is kept
/// (security.md AU-2).
async fn write_refusal(
    tx: &mut Tx<'_>,
    app: &App,
    record: Option<&PasswordRecord>,
    cause: PasswordRefusal,
    login_hash: &str,
    opening: &Opening,
) -> Result<()> {
    use portcullis_core::audit::Who;
    let now = app.now();
    let (subject, login_hash) = match record {
        Some(record) => (
            Subject::nobody(
                Scope::of(record.organization),
                record.account,
                &opening.origin,
            ),
            None,
        ),
        None => (
            Subject::instance(Who::Nobody, &opening.origin),
            Some(login_hash.to_owned()),
        ),
    };
    subject
        .write(tx, app, Event::PasswordRefused { cause, login_hash }, now)
        .await
}
