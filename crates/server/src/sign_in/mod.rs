//! The one path from an answer to a session. Nothing else opens or raises one.
//!
//! An answer is taken in one unit of work: the attempt is read with all that decides about it, the
//! try is counted, the answer checked, spent and written down, and `core::sign_in::next` asked where
//! the attempt stands. Only after the durable commit does the caller learn of it.

mod browser;
mod challenged;
mod code;
mod code_alone;
mod email_code;
mod enrollment_code;
mod open;
mod password;
mod password_again;
mod recovery;
pub mod reset;
mod step_up;
mod switch_on;
mod way;

pub(crate) use browser::counter_of;
pub use browser::{BrowserKey, Met, remember};
pub(crate) use challenged::{Answered, challenged};
pub(crate) use code_alone::{LoneCode, code_alone};
pub use email_code::{Asked, Mailed, email_code, mailed, send};
pub use enrollment_code::enrollment_code;
pub use open::{Beginning, open_after_password};
pub(crate) use open::{advance, advance_proved, raise};
pub use password::{PasswordOutcome, TypedLogin};
pub use step_up::{
    Answer, address_of, asked_for, demand, send_for_step_up, set_up_now, step_up, step_up_by_email,
};
pub(crate) use step_up::{open_in, proved_lately, still_asked};
pub use switch_on::switch_on;
pub use way::choose_way;

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin};

use portcullis_core::credential::Kind;
use portcullis_core::credential::password::Password;
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::credential::totp::{ClockOff, Code};
use portcullis_core::id::{AttemptId, CredentialId, SessionId};
use portcullis_core::sign_in::{Facts, Missing, Purpose, Step, at_a_logon, next, while_frozen};
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::token::{Token, TokenHash};
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::{Result, Tx, sessions};

use crate::app::App;
use crate::fault::Fault;
use crate::radius::Exchange;
use crate::record::Subject;

/// What leads to an attempt: its id stands in the page's form, its secret in the browser's cookie,
/// so that two tabs don't cross. One that was begun in a session is answered in that session alone.
#[derive(Clone)]
pub struct Handle {
    /// Which attempt.
    pub attempt: AttemptId,
    /// Its secret.
    pub token: Token,
    /// The session in which whoever holds it is signed in, where that was asked.
    pub session: Option<SessionId>,
}

/// How far an attempt has come.
#[derive(Clone)]
pub enum Progress {
    /// More is wanted; the attempt has this handle from now on.
    GoOn {
        /// The handle.
        handle: Handle,
        /// What is wanted.
        step: Step,
    },
    /// A session was opened.
    SignedIn {
        /// The session's token.
        token: Token,
        /// Where the person was going.
        return_to: Option<String>,
        /// What the browser is to keep of the account, if that is new.
        browser: Option<BrowserKey>,
        /// Whether the member ticked that the browser is to be remembered.
        remember: bool,
    },
    /// A session was raised.
    SteppedUp {
        /// The session's new token.
        token: Token,
    },
    /// The agent knows who is on the phone; nothing was opened.
    CallerKnown,
    /// Whoever asked by RADIUS may let the person in.
    LoggedOn,
    /// What was to be set up in a session is set up; the session goes on.
    SetUp,
    /// The attempt is over: too old, used up, or its account may not be used.
    Ended,
}

/// A code of six digits as it was typed for an attempt.
#[derive(Clone)]
pub struct Typed {
    /// The code.
    pub code: Code,
    /// Whether the browser is to be remembered, once the sign-in is done.
    pub remember: bool,
}

/// What became of a code.
#[derive(Clone)]
pub enum CodeOutcome {
    /// It counted, or none was wanted any more.
    Progress(Progress),
    /// It did not.
    Refused(CodeRefused),
}

/// Why a code did not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRefused {
    /// It is not the code.
    Wrong,
    /// It is a code of the app, but not of now: the phone's clock is off.
    ClockOff(ClockOff),
    /// It was right once; for an app's code, the next one comes after the span.
    AlreadyUsed(Span),
    /// Too many wrong ones; try again after the span.
    Delayed(Span),
    /// Closed after fifty wrong ones in a row.
    Suspended,
    /// It is a code that was mailed, typed in place of the app's.
    Mailed,
    /// None is open: it came too late, or another took its place.
    Expired,
    /// The code that is open was tried wrong too often; another must be sent.
    UsedUp,
}

/// Takes login and password.
pub async fn password(
    app: &App,
    typed: TypedLogin,
    purpose: Purpose,
    origin: Origin,
) -> Result<PasswordOutcome, Fault> {
    let outcome = password::password(app, typed, purpose, origin, None).await?;
    app.metrics.password(&outcome);
    Ok(outcome)
}

/// Takes a code from an authenticator app for an attempt.
pub async fn code(
    app: &App,
    handle: &Handle,
    typed: Typed,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let outcome = code::code(app, handle, typed, origin).await?;
    app.metrics.code(Kind::Totp.as_str(), &outcome);
    Ok(outcome)
}

/// Takes a recovery code for an attempt.
pub async fn recovery_code(
    app: &App,
    handle: &Handle,
    code: RecoveryCode,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let outcome = recovery::recovery_code(app, handle, code, origin).await?;
    app.metrics.code(Kind::RecoveryCode.as_str(), &outcome);
    Ok(outcome)
}

/// Takes login and password that came by RADIUS.
pub(crate) async fn password_asked(
    app: &App,
    typed: TypedLogin,
    purpose: Purpose,
    origin: Origin,
    exchange: Exchange,
) -> Result<PasswordOutcome, Fault> {
    let asked = Some(exchange);
    let outcome = password::password(app, typed, purpose, origin, asked).await?;
    app.metrics.password(&outcome);
    if let PasswordOutcome::Code(factor, outcome) = &outcome {
        app.metrics.code(factor.as_str(), outcome);
    }
    Ok(outcome)
}

/// Takes the password once more for an attempt; `None` is one that is longer than any may be.
pub async fn password_again(
    app: &App,
    handle: &Handle,
    password: Option<Password>,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let outcome = password_again::password_again(app, handle, password, origin).await?;
    app.metrics.code("password_again", &outcome);
    Ok(outcome)
}

/// The attempt of a handle, with where it stands; `None` when it is over.
pub async fn look(app: &App, handle: &Handle) -> Result<Option<(Attempt, Step)>, Fault> {
    let now = app.now();
    let (app_, handle) = (app.clone(), handle.clone());
    let found = app
        .store
        .glance(async move |tx| load(tx, &app_, &handle, now).await)
        .await?;
    Ok(found.map(|attempt| {
        let step = stands(&attempt, now);
        (attempt, step)
    }))
}

/// After a recovery code: the member still has the device.
pub async fn keep_device(app: &App, handle: &Handle, origin: Origin) -> Result<Progress, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &origin,
            now: app_.now(),
        };
        let Some(mut attempt) = turn.load(tx).await? else {
            return Ok(Progress::Ended);
        };
        let declinable = Step::Enroll(Missing::Replacement {
            device_remains: true,
        });
        if stands(&attempt, turn.now) == declinable && attempts::keep_device(tx, &attempt).await? {
            attempt.facts.keeps_device = true;
            turn.write(tx, &attempt, Event::DeviceKept).await?;
        }
        advance(tx, &turn, &attempt, handle.token.clone()).await
    };
    let progress = app.store.write(unit).await?;
    app.metrics.set_up(&progress);
    Ok(progress)
}

/// After a recovery code: says which of several devices is to be replaced. Nothing of it is touched yet.
pub async fn replace_device(
    app: &App,
    handle: &Handle,
    device: CredentialId,
) -> Result<Progress, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &Origin::default(),
            now: app_.now(),
        };
        let Some(attempt) = turn.load(tx).await? else {
            return Ok(Progress::Ended);
        };
        let step = stands(&attempt, turn.now);
        let asked = matches!(step, Step::Enroll(Missing::Replacement { .. }));
        if asked && attempt.devices.iter().any(|held| held.id == device) {
            attempts::replace_device(tx, &attempt, device).await?;
        }
        Ok(turn.go_on(step))
    };
    Ok(app.store.write(unit).await?)
}

/// One answer being taken: with what, for which attempt, from where and when.
pub(crate) struct Turn<'a> {
    pub app: &'a App,
    pub handle: &'a Handle,
    pub origin: &'a Origin,
    pub now: Timestamp,
}

impl From<Code> for Typed {
    /// Where there is nothing to tick.
    fn from(code: Code) -> Self {
        let remember = false;
        Self { code, remember }
    }
}

impl Turn<'_> {
    /// The attempt, unless it is over or its account may not be used.
    pub async fn load(&self, tx: &mut Tx<'_>) -> Result<Option<Attempt>> {
        load(tx, self.app, self.handle, self.now).await
    }

    /// The attempt, read while no other unit changes the account's factors: what `next` says of it
    /// holds until the commit.
    pub async fn load_alone(&self, tx: &mut Tx<'_>) -> Result<Option<Attempt>> {
        attempts::lock_account(tx, self.handle.attempt, self.handle.token.hash()).await?;
        self.load(tx).await
    }

    /// The attempt goes on as it was.
    pub fn go_on(&self, step: Step) -> Progress {
        Progress::GoOn {
            handle: self.handle.clone(),
            step,
        }
    }

    /// Writes down what the attempt's account did, or an agent for whom its member reads a code out.
    pub async fn write(&self, tx: &mut Tx<'_>, attempt: &Attempt, event: Event) -> Result<()> {
        let subject = self.subject(attempt);
        subject.write(tx, self.app, event, self.now).await
    }

    /// Whose account an attempt is about, and who acts in it.
    pub fn subject(&self, attempt: &Attempt) -> Subject {
        let (scope, account) = (attempt.scope(), attempt.account);
        match &attempt.purpose {
            Purpose::Caller { by, .. } => {
                Subject::by(by.clone(), scope, Some(account), self.origin)
            }
            _ => Subject::own(scope, account, self.origin),
        }
    }
}

/// Ends the session of a token: its holder signs out, or has signed in anew in the same browser.
pub async fn end_session(app: &App, token: TokenHash, origin: Origin) -> Result<(), Fault> {
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        if let Some(session) = sessions::load(tx, token, now).await?
            && sessions::end(tx, session.scope(), session.id).await?
        {
            let subject = Subject::own(session.scope(), session.account, &origin);
            subject.write(tx, &app_, Event::SignedOut, now).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}

/// Where an attempt stands.
pub(crate) fn stands(attempt: &Attempt, now: Timestamp) -> Step {
    let need = attempt
        .purpose
        .need(attempt.requirement, attempt.first_proof, now);
    let mut step = next(&attempt.facts, &attempt.held, &need);
    if let Purpose::Radius { flow, .. } = attempt.purpose {
        step = at_a_logon(step, flow, &attempt.facts);
    }
    match attempt.state {
        State::Frozen => while_frozen(step, &attempt.purpose, &attempt.facts),
        State::Active | State::Suspended => step,
    }
}

/// Reads an attempt, unless it is over, belongs to a session that the handle is not of, or its account may
/// not be used.
pub(crate) async fn load(
    tx: &mut Tx<'_>,
    app: &App,
    handle: &Handle,
    now: Timestamp,
) -> Result<Option<Attempt>> {
    let found = attempts::load(tx, handle.attempt, handle.token.hash(), now).await?;
    let mut attempt = found.filter(|attempt| attempt.session == handle.session);
    if let Some(attempt) = attempt.as_mut().filter(|_| !app.has_mail()) {
        attempt.without_mail();
    }
    Ok(attempt.filter(|attempt| attempt.state != State::Suspended))
}

/// What a refused code is called in the audit log.
pub(crate) fn audited(purpose: &Purpose) -> portcullis_core::audit::Purpose {
    match purpose {
        Purpose::Portal { .. } => portcullis_core::audit::Purpose::SignIn,
        Purpose::StepUp { .. } | Purpose::SwitchOn => portcullis_core::audit::Purpose::StepUp,
        Purpose::AddDevice { .. } | Purpose::EmailCodes => {
            portcullis_core::audit::Purpose::Enrollment
        }
        Purpose::Reset => portcullis_core::audit::Purpose::Reset,
        Purpose::Radius { .. } => portcullis_core::audit::Purpose::RemoteLogon,
        Purpose::Caller { .. } => portcullis_core::audit::Purpose::CallerCheck,
    }
}

/// The facts of an attempt with one proof more.
pub(crate) fn with_proof(facts: &Facts, proof: portcullis_core::assurance::Proof) -> Facts {
    let mut facts = facts.clone();
    facts.proofs.push(proof);
    facts
}
