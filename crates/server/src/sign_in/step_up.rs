//! Proving again, recently, for a sensitive act: an attempt that begins with the session's proofs and
//! lives for one answer.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::credential::totp::Code;
use portcullis_core::id::AttemptId;
use portcullis_core::session::{Admission, admit};
use portcullis_core::sign_in::{ATTEMPT_LIFE, Act, Facts, Purpose, Refusal, Step, next};
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, NewAttempt};
use portcullis_store::sessions::{self, Session};
use portcullis_store::{Result, Tx, accounts};

use super::{CodeOutcome, Handle, load};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// What was typed to prove it.
pub enum Answer {
    /// A code from an authenticator app.
    Code(Code),
    /// A recovery code.
    RecoveryCode(RecoveryCode),
}

/// What an act asks of a session now: `Done` when its proofs are fresh enough, `None` when it has ended.
pub async fn asked_for(app: &App, session: &Session, act: Act) -> Result<Option<Step>, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| still_asked(tx, &app_, &session, act).await;
    Ok(app.store.read(unit).await?)
}

/// The same within a unit of work.
pub(crate) async fn still_asked(
    tx: &mut Tx<'_>,
    app: &App,
    session: &Session,
    act: Act,
) -> Result<Option<Step>> {
    let now = app.now();
    let (scope, account) = (session.scope(), session.account);
    let Some(session) = sessions::by_id(tx, scope, session.id, now).await? else {
        return Ok(None);
    };
    if admit(&session.standing, now) != Admission::Admitted {
        return Ok(None);
    }
    if session.standing.state == State::Frozen && act.changes_credentials() {
        return Ok(Some(Step::Refused(Refusal::Frozen)));
    }
    let mut held = accounts::holdings(tx, scope, account).await?;
    held.email = held.email.filter(|_| app.has_mail());
    let facts = Facts {
        proofs: session.standing.proofs,
        ..Facts::default()
    };
    Ok(Some(next(&facts, &held, &act.need(now))))
}

/// Writes down that an act was tried without the fresh proof that it asks for.
pub async fn note_asked(
    app: &App,
    session: &Session,
    act: Act,
    origin: &Origin,
) -> Result<(), Fault> {
    let (app_, subject) = (
        app.clone(),
        Subject::own(session.scope(), session.account, origin),
    );
    let unit = async move |tx: &mut Tx<'_>| {
        let event = Event::StepUpAsked { act };
        subject.write(tx, &app_, event, app_.now()).await
    };
    Ok(app.store.write(unit).await?)
}

/// Proves a second factor for an act in a session.
pub async fn step_up(
    app: &App,
    session: &Session,
    act: Act,
    answer: Answer,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let handle = open(app, session, act).await?;
    let outcome = match answer {
        Answer::Code(code) => super::code(app, &handle, code, origin).await?,
        Answer::RecoveryCode(code) => super::recovery_code(app, &handle, code, origin).await?,
    };
    if let CodeOutcome::Refused(_) = outcome {
        close(app, handle).await?;
    }
    Ok(outcome)
}

async fn open(app: &App, session: &Session, act: Act) -> Result<Handle, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let token = Token::new(app.random()?);
        let login = format!("{}@{}", session.login_name, session.organization_slug);
        let new = NewAttempt {
            id: AttemptId::new(now, app.random()?),
            token: token.hash(),
            account: session.account,
            session: Some(session.id),
            browser: session.browser,
            login: &login,
            purpose: &Purpose::StepUp { act },
            proofs: &session.standing.proofs,
            expires_at: now + ATTEMPT_LIFE,
        };
        attempts::open(tx, session.scope(), &new, now).await?;
        Ok(Handle {
            attempt: new.id,
            token,
        })
    };
    Ok(app.store.write(unit).await?)
}

async fn close(app: &App, handle: Handle) -> Result<(), Fault> {
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        if let Some(attempt) =
            load(tx, &app_, (handle.attempt, handle.token.hash()), app_.now()).await?
        {
            attempts::close(tx, &attempt).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}
