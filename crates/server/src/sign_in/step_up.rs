//! Proving again, recently, for a sensitive act: an attempt that begins with the session's proofs and
//! lives for one answer.

use portcullis_core::account::State;
use portcullis_core::assurance::Proof;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::password::Password;
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::credential::totp::Code;
use portcullis_core::id::AttemptId;
use portcullis_core::session::{Admission, admit};
use portcullis_core::sign_in::{ATTEMPT_LIFE, Act, Facts, Purpose, Refusal, Step, Way, next};
use portcullis_core::time::Span;
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, NewAttempt};
use portcullis_store::sessions::{self, Session};
use portcullis_store::{Result, Tx, accounts};

use super::{Asked, CodeOutcome, Handle, Progress, Turn, advance, load};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// What was typed to prove it.
pub enum Answer {
    /// A code from an authenticator app.
    Code(Code),
    /// A recovery code.
    RecoveryCode(RecoveryCode),
    /// The password; `None` when it is longer than any may be.
    Password(Option<Password>),
}

/// What an act asks of a session now: `Done` when its proofs are fresh enough, `None` when it has ended.
pub async fn asked_for(app: &App, session: &Session, act: Act) -> Result<Option<Step>, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| still_asked(tx, &app_, &session, act).await;
    Ok(app.store.read(unit).await?)
}

/// The same for somebody who is about to do it: that a proof is asked for first is written down.
pub async fn demand(
    app: &App,
    session: &Session,
    act: Act,
    origin: &Origin,
) -> Result<Option<Step>, Fault> {
    let step = asked_for(app, session, act).await?;
    if let Some(Step::Ask(_)) = step {
        note_asked(app, session, act, origin).await?;
    }
    Ok(step)
}

/// The session as it is now, within a unit of work, if its proofs are still fresh enough for an act.
pub(crate) async fn proved_lately(
    tx: &mut Tx<'_>,
    app: &App,
    session: &Session,
    act: Act,
) -> Result<Option<Session>> {
    let asked = asked(tx, app, session, act).await?;
    Ok(asked.and_then(|(session, step)| matches!(step, Step::Done(_)).then_some(session)))
}

/// What an act asks of a session, within a unit of work.
pub(crate) async fn still_asked(
    tx: &mut Tx<'_>,
    app: &App,
    session: &Session,
    act: Act,
) -> Result<Option<Step>> {
    let asked = asked(tx, app, session, act).await?;
    Ok(asked.map(|(_, step)| step))
}

async fn asked(
    tx: &mut Tx<'_>,
    app: &App,
    session: &Session,
    act: Act,
) -> Result<Option<(Session, Step)>> {
    let now = app.now();
    let (scope, account) = (session.scope(), session.account);
    let Some(session) = sessions::by_id(tx, scope, session.id, now).await? else {
        return Ok(None);
    };
    if admit(&session.standing, now) != Admission::Admitted {
        return Ok(None);
    }
    if session.standing.state == State::Frozen && act.waits_while_frozen() {
        return Ok(Some((session, Step::Refused(Refusal::Frozen))));
    }
    let mut held = accounts::holdings(tx, scope, account).await?;
    if !app.has_mail() {
        held.without_mail();
    }
    let facts = Facts {
        proofs: session.standing.proofs_since_role(now),
        ..Facts::default()
    };
    let step = next(&facts, &held, &act.need(now));
    Ok(Some((session, step)))
}

/// Writes down that an act was tried without the fresh proof that it asks for.
async fn note_asked(app: &App, session: &Session, act: Act, origin: &Origin) -> Result<(), Fault> {
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

/// Proves a second factor, or the password where there is none, for an act in a session.
pub async fn step_up(
    app: &App,
    session: &Session,
    act: Act,
    answer: Answer,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let proofs = session.standing.proofs_since_role(app.now());
    let handle = open(app, session, (Purpose::StepUp { act }, proofs)).await?;
    let outcome = match answer {
        Answer::Code(code) => super::code(app, &handle, code.into(), origin).await?,
        Answer::RecoveryCode(code) => super::recovery_code(app, &handle, code, origin).await?,
        Answer::Password(typed) => super::password_again(app, &handle, typed, origin).await?,
    };
    if let CodeOutcome::Refused(_) = outcome {
        close(app, handle).await?;
    }
    Ok(outcome)
}

/// Mails a code to prove it with, in the attempt that was begun for it or in a new one; none where no code
/// is wanted, `Err` for as long as none can be sent.
pub async fn send_for_step_up(
    app: &App,
    (session, act): (&Session, Act),
    begun: Option<&Handle>,
    origin: Origin,
) -> Result<Result<Option<Handle>, Span>, Fault> {
    let asked = asked_for(app, session, act).await?;
    if !matches!(asked, Some(Step::Ask(challenge)) if challenge.takes_email()) {
        return Ok(Ok(None));
    }
    let going_on = match begun {
        Some(handle) => is_of(app, handle, (session, act)).await?,
        None => false,
    };
    let handle = if let Some(handle) = begun.filter(|_| going_on) {
        handle.clone()
    } else {
        let proofs = session.standing.proofs_since_role(app.now());
        open(app, session, (Purpose::StepUp { act }, proofs)).await?
    };
    match super::send(app, &handle, origin).await? {
        Asked::Sent => Ok(Ok(Some(handle))),
        Asked::Progress(_) => Ok(Ok(None)),
        Asked::Wait(wait) => {
            if !going_on {
                close(app, handle).await?;
            }
            Ok(Err(wait))
        }
    }
}

/// Proves it by the code that was mailed for the attempt.
pub async fn step_up_by_email(
    app: &App,
    (session, act): (&Session, Act),
    handle: &Handle,
    code: Code,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    if !is_of(app, handle, (session, act)).await? {
        return Ok(CodeOutcome::Progress(Progress::Ended));
    }
    super::email_code(app, handle, code.into(), origin).await
}

/// The address that codes of a session's account go to.
pub async fn address_of(app: &App, session: &Session) -> Result<Option<String>, Fault> {
    let (scope, account) = (session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| accounts::find(tx, scope, account).await;
    let found = app.store.read(unit).await?;
    Ok(found.and_then(|account| account.email))
}

/// Begins, for somebody who may still put off a set-up and has just proved the password, what a sign-in would
/// ask for if the time had come: a first set-up by its own rules, not by a session's. `None` when the proof is
/// too old.
pub async fn set_up_now(
    app: &App,
    session: &Session,
    origin: Origin,
) -> Result<Option<Progress>, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(session) = proved_lately(tx, app, &session, Act::Devices).await? else {
            return Ok(None);
        };
        let handle = Handle {
            attempt: AttemptId::new(now, app.random()?),
            token: Token::new(app.random()?),
            session: None,
        };
        let purpose = Purpose::Portal {
            return_to: Some("/account".to_owned()),
        };
        let login = format!("{}@{}", session.login_name, session.organization_slug);
        let new = NewAttempt {
            id: handle.attempt,
            token: handle.token.hash(),
            account: session.account,
            session: None,
            browser: session.browser,
            login: &login,
            purpose: &purpose,
            proofs: &[Proof::password(now)],
            expires_at: now + ATTEMPT_LIFE,
        };
        attempts::open(tx, session.scope(), &new, now).await?;
        let turn = Turn {
            app,
            handle: &handle,
            origin: &origin,
            now,
        };
        let Some(mut attempt) = turn.load(tx).await? else {
            return Ok(Some(Progress::Ended));
        };
        if attempt.leaves(Way::App) {
            attempts::choose_way(tx, &attempt, Way::App).await?;
            attempt.facts.way = Some(Way::App);
        }
        let progress = advance(tx, &turn, &attempt, handle.token.clone()).await?;
        Ok(Some(progress))
    };
    Ok(app.store.write(unit).await?)
}

/// Whether an attempt was begun in this session, for this act.
async fn is_of(app: &App, handle: &Handle, (session, act): (&Session, Act)) -> Result<bool, Fault> {
    let found = super::look(app, handle).await?;
    Ok(found.is_some_and(|(attempt, _)| {
        attempt.session == Some(session.id) && attempt.purpose == Purpose::StepUp { act }
    }))
}

/// Opens an attempt in a session, with those of its proofs that are to count.
pub(super) async fn open(
    app: &App,
    session: &Session,
    (purpose, proofs): (Purpose, Vec<Proof>),
) -> Result<Handle, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| open_in(tx, &app_, &session, (&purpose, &proofs)).await;
    Ok(app.store.write(unit).await?)
}

/// The same within a unit of work.
pub(crate) async fn open_in(
    tx: &mut Tx<'_>,
    app: &App,
    session: &Session,
    (purpose, proofs): (&Purpose, &[Proof]),
) -> Result<Handle> {
    let now = app.now();
    let handle = Handle {
        attempt: AttemptId::new(now, app.random()?),
        token: Token::new(app.random()?),
        session: Some(session.id),
    };
    let login = format!("{}@{}", session.login_name, session.organization_slug);
    let new = NewAttempt {
        id: handle.attempt,
        token: handle.token.hash(),
        account: session.account,
        session: Some(session.id),
        browser: session.browser,
        login: &login,
        purpose,
        proofs,
        expires_at: now + ATTEMPT_LIFE,
    };
    attempts::open(tx, session.scope(), &new, now).await?;
    Ok(handle)
}

pub(super) async fn close(app: &App, handle: Handle) -> Result<(), Fault> {
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        if let Some(attempt) = load(tx, &app_, &handle, app_.now()).await? {
            attempts::close(tx, &attempt).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}
