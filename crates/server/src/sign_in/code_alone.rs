//! A code alone, for RADIUS clients that check the password themselves: the one exception to "no code before
//! the password" (security.md TO-5). It counts where others count, and whoever is refused is told one thing,
//! whether the login is known or not.

use data_encoding::HEXLOWER;
use portcullis_core::account::State;
use portcullis_core::audit::{Event, LogonRefusal, Origin, Who};
use portcullis_core::credential::Kind;
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::id::AttemptId;
use portcullis_core::login::{Login, counted_as};
use portcullis_core::radius::TypedCode;
use portcullis_core::role::Scope;
use portcullis_core::sign_in::{Challenge, Purpose, Refusal, Step};
use portcullis_core::token::Token;
use portcullis_store::accounts::{self, PasswordRecord};
use portcullis_store::address_failures::Tried;
use portcullis_store::attempts;
use portcullis_store::keys::Lookup;
use portcullis_store::{Result, Tx};

use super::open::{admits, open_for_code};
use super::{CodeOutcome, Handle, Turn, code, recovery, stands};
use crate::address;
use crate::app::App;
use crate::fault::Fault;
use crate::radius::Exchange;
use crate::record::Subject;

/// A code that came alone.
#[derive(Clone)]
pub struct LoneCode {
    /// Whose it is said to be.
    pub login: String,
    /// The organization of the client that asks.
    pub scope: Scope,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it comes from.
    pub origin: Origin,
}

/// What became of it in the first unit of work.
enum Looked {
    /// Refused without a look, and answered.
    Refused,
    /// Looked at, and answered.
    Code(CodeOutcome),
    /// A recovery code costs a hash.
    Hash(Handle, RecoveryCode),
}

/// Takes a code.
pub async fn code_alone(app: &App, lone: LoneCode, exchange: Exchange) -> Result<(), Fault> {
    let app = app.clone();
    // In a task of its own, so that whoever does not wait changes nothing about the count.
    let task = tokio::spawn(async move { check(&app, lone, exchange).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

async fn check(app: &App, lone: LoneCode, exchange: Exchange) -> Result<(), Fault> {
    let (app_, lone_, exchange_) = (app.clone(), lone.clone(), exchange.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        exchange_.take(tx, app_.now()).await?;
        let looked = look(tx, &app_, &lone_, &exchange_).await?;
        match &looked {
            // Else the answer comes when a look at the code would have been over.
            Looked::Refused if exchange_.costly_code().is_some() => {}
            Looked::Refused => exchange_.keep_refusal(tx, &app_).await?,
            Looked::Code(outcome) => exchange_.keep_code(tx, &app_, outcome, None).await?,
            Looked::Hash(..) => {}
        }
        Ok(looked)
    };
    match app.store.write(unit).await? {
        Looked::Refused if exchange.costly_code().is_some() => {
            recovery::as_if(app, &exchange).await?;
            let (app_, exchange_) = (app.clone(), exchange.clone());
            let unit = async move |tx: &mut Tx<'_>| exchange_.keep_refusal(tx, &app_).await;
            app.store.write(unit).await?;
        }
        Looked::Refused => {}
        Looked::Code(outcome) => app.metrics.code(Kind::Totp.as_str(), &outcome),
        Looked::Hash(handle, code) => {
            let outcome = recovery::behind(app, &handle, code, lone.origin, exchange).await?;
            let factor = Kind::RecoveryCode.as_str();
            app.metrics.code(factor, &outcome);
        }
    }
    Ok(())
}

async fn look(tx: &mut Tx<'_>, app: &App, lone: &LoneCode, exchange: &Exchange) -> Result<Looked> {
    let (now, origin) = (app.now(), &lone.origin);
    if address::delay(tx, app, origin).await?.is_some() {
        return Ok(Looked::Refused);
    }
    let record = match Login::parse(&lone.login) {
        Some(login) => accounts::by_login(tx, &login).await?,
        None => None,
    };
    let Some(record) = record else {
        return refuse(tx, app, (lone, None), LogonRefusal::UnknownLogin, exchange).await;
    };
    let whose = (Scope::of(record.organization), record.account);
    let refuse = async |tx: &mut Tx<'_>, cause| {
        refuse(tx, app, (lone, Some(&record)), cause, exchange).await
    };
    if record.state == State::Suspended {
        return refuse(tx, LogonRefusal::Suspended).await;
    }
    if !admits(tx, &lone.purpose, whose).await? {
        return refuse(tx, LogonRefusal::NotAdmitted).await;
    }
    let handle = Handle {
        attempt: AttemptId::new(now, app.random()?),
        token: Token::new(app.random()?),
        session: None,
    };
    let turn = Turn {
        app,
        handle: &handle,
        origin,
        now,
    };
    let about = (lone.login.as_str(), &lone.purpose);
    let Some(mut attempt) = open_for_code(tx, &turn, whose, about).await? else {
        return refuse(tx, LogonRefusal::Suspended).await;
    };
    let step = stands(&attempt, now);
    match exchange.code_for(step) {
        Some((_, TypedCode::Digits(code))) => {
            let outcome = code::last(tx, &turn, &mut attempt, &code.into()).await?;
            return Ok(Looked::Code(outcome));
        }
        Some((_, TypedCode::Recovery(code))) => return Ok(Looked::Hash(handle, code)),
        None => {}
    }
    attempts::close(tx, &attempt).await?;
    let cause = match step {
        Step::Refused(Refusal::Frozen) => LogonRefusal::Frozen,
        Step::Ask(Challenge::SecondFactor { .. }) => LogonRefusal::NoCode,
        _ => LogonRefusal::NothingToProveWith,
    };
    refuse(tx, cause).await
}

/// Writes down why nobody looked at a code. A login that nobody has stands in the log of the client's
/// organization by its hash alone, as it may be a secret that was typed in the wrong place.
async fn refuse(
    tx: &mut Tx<'_>,
    app: &App,
    (lone, record): (&LoneCode, Option<&PasswordRecord>),
    cause: LogonRefusal,
    exchange: &Exchange,
) -> Result<Looked> {
    let counter = app
        .masters
        .lookup(Lookup::Login, counted_as(&lone.login).as_bytes());
    let scope = record.map_or(lone.scope, |record| Scope::of(record.organization));
    let (subject, login_hash) = match record {
        Some(record) => (Subject::nobody(scope, record.account, &lone.origin), None),
        // What would tell of another organization's logins stands in no organization's log.
        None if !exchange.is_own(&lone.login) => (
            Subject::instance(Who::Nobody, &lone.origin),
            Some(HEXLOWER.encode(&counter[..8])),
        ),
        None => (
            Subject::by(Who::Nobody, scope, None, &lone.origin),
            Some(HEXLOWER.encode(&counter[..8])),
        ),
    };
    let is_guess = matches!(
        cause,
        LogonRefusal::UnknownLogin | LogonRefusal::Suspended | LogonRefusal::NotAdmitted
    );
    if is_guess {
        address::note(tx, app, &lone.origin, Tried::Name(counter)).await?;
    }
    let event = Event::LogonRefused {
        client: exchange.client_name(scope).to_owned(),
        cause,
        login_hash,
    };
    subject.write(tx, app, event, app.now()).await?;
    Ok(Looked::Refused)
}
