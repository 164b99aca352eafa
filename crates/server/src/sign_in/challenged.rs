//! The answer to a RADIUS challenge: a code for the attempt that its State leads to, which ends with it, right or
//! wrong. Whose State it is, is told in the unit that looks at the code.

use portcullis_core::audit::{LogonRefusal, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::login::counted_as;
use portcullis_core::radius::TypedCode;
use portcullis_core::sign_in::{Challenge, Purpose, Refusal, Step};
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::{Result, Tx};

use super::{CodeOutcome, Handle, Turn, code, email_code, recovery, stands};
use crate::app::App;
use crate::fault::Fault;
use crate::radius::Exchange;

/// An answer to a challenge.
#[derive(Clone)]
pub struct Answered {
    /// What its State leads to.
    pub handle: Handle,
    /// Whose it is said to be.
    pub login: String,
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
    /// It is looked at where codes of its kind are.
    Elsewhere(Kind, TypedCode),
}

/// Takes an answer.
pub async fn challenged(app: &App, answered: Answered, exchange: Exchange) -> Result<(), Fault> {
    let app = app.clone();
    // In a task of its own, so that whoever does not wait changes nothing about the count.
    let task = tokio::spawn(async move { check(&app, answered, exchange).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

async fn check(app: &App, answered: Answered, exchange: Exchange) -> Result<(), Fault> {
    let (app_, answered_, exchange_) = (app.clone(), answered.clone(), exchange.clone());
    let unit = async move |tx: &mut Tx<'_>| look(tx, &app_, &answered_, &exchange_).await;
    let looked = app.store.write(unit).await?;
    let (handle, origin) = (&answered.handle, answered.origin);
    let (kind, outcome) = match looked {
        Looked::Refused => return Ok(()),
        Looked::Code(outcome) => (Kind::Totp, outcome),
        Looked::Elsewhere(kind, TypedCode::Digits(typed)) => {
            let asked = Some(&exchange);
            let outcome = email_code::asked(app, handle, typed.into(), origin, asked).await?;
            (kind, outcome)
        }
        Looked::Elsewhere(kind, TypedCode::Recovery(typed)) => {
            let outcome = recovery::behind(app, handle, typed, origin, exchange).await?;
            (kind, outcome)
        }
    };
    app.metrics.code(kind.as_str(), &outcome);
    Ok(())
}

async fn look(
    tx: &mut Tx<'_>,
    app: &App,
    answered: &Answered,
    exchange: &Exchange,
) -> Result<Looked> {
    let turn = Turn {
        app,
        handle: &answered.handle,
        origin: &answered.origin,
        now: app.now(),
    };
    // A challenge takes one answer: of two at a time one waits, and finds the attempt gone, or where the code costs a
    // hash, finds so before it looks at that.
    let Some(mut attempt) = turn.load_alone(tx).await? else {
        // Suspended meanwhile, which its own log tells, or none at all.
        let (id, token) = (answered.handle.attempt, answered.handle.token.hash());
        let found = attempts::load(tx, id, token, turn.now).await?;
        if let Some(attempt) = found.filter(|attempt| is_its(attempt, answered)) {
            attempts::close(tx, &attempt).await?;
            let cause = LogonRefusal::Suspended;
            exchange.keep_unasked(tx, app, &attempt, cause).await?;
        } else {
            exchange.keep_stray(tx, app, None).await?;
        }
        return Ok(Looked::Refused);
    };
    if !is_its(&attempt, answered) {
        // It stays as it is.
        let whose = (attempt.scope(), attempt.account);
        exchange.keep_stray(tx, app, Some(whose)).await?;
        return Ok(Looked::Refused);
    }
    let step = stands(&attempt, turn.now);
    match exchange.code_for(step) {
        Some((Kind::Totp, TypedCode::Digits(typed))) => {
            let outcome = code::last(tx, &turn, &mut attempt, &typed.into()).await?;
            exchange
                .keep_code(tx, app, &outcome, Some(&attempt))
                .await?;
            Ok(Looked::Code(outcome))
        }
        Some((kind, typed)) => {
            exchange.take(tx, turn.now).await?;
            Ok(Looked::Elsewhere(kind, typed))
        }
        // Neither looked at nor counted; the challenge is over all the same.
        None => {
            attempts::close(tx, &attempt).await?;
            let cause = match step {
                Step::Ask(Challenge::SecondFactor { .. }) => LogonRefusal::NoCode,
                Step::Refused(Refusal::Frozen) => LogonRefusal::Frozen,
                _ => LogonRefusal::NothingToProveWith,
            };
            exchange.keep_unasked(tx, app, &attempt, cause).await?;
            Ok(Looked::Refused)
        }
    }
}

/// Ends the attempt of a code that came by RADIUS, and answers.
pub(super) async fn end(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    exchange: &Exchange,
    outcome: &CodeOutcome,
) -> Result<()> {
    let attempt = turn.load(tx).await?;
    if let Some(attempt) = &attempt {
        attempts::close(tx, attempt).await?;
    }
    let app = turn.app;
    exchange.keep_code(tx, app, outcome, attempt.as_ref()).await
}

/// Whether an attempt is of the client and address that ask, and of the login that they name.
fn is_its(attempt: &Attempt, answered: &Answered) -> bool {
    let of = |purpose: &Purpose| match purpose {
        Purpose::Radius { client, source, .. } => Some((*client, *source)),
        _ => None,
    };
    of(&attempt.purpose) == of(&answered.purpose)
        && counted_as(&attempt.login) == counted_as(&answered.login)
}
