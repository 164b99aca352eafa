//! Who is on the phone. The agent's side asks whether the actor may help, like everything here; the
//! member's side acts in a session of the account. A code that the caller reads out counts, and is spent,
//! like any other of the account's: in an attempt that opens nothing.

use portcullis_core::account::{MfaStatus, State};
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::caller::{KnownBy, LIFE, TRIES, Word};
use portcullis_core::credential::Kind;
use portcullis_core::credential::totp::Code;
use portcullis_core::id::{AccountId, AttemptId, CallerCheckId, OrganizationId};
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Actor, Permission, Scope};
use portcullis_core::sign_in::{Challenge, Purpose, Step};
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, Attempt, NewAttempt};
use portcullis_store::caller_checks::{self, CallerCheck, NewCallerCheck};
use portcullis_store::keys::Lookup;
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx};

use super::changes::{NotChanged, over};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{self, Asked, CodeOutcome, CodeRefused, Handle, Progress, Turn};

/// The last check that an agent began for an account.
pub struct Caller {
    /// The check.
    pub check: CallerCheck,
    /// What the agent reads out.
    pub word: Word,
    /// Which codes can be read out, while the check is open.
    pub ways: Ways,
}

/// The codes that an account can be known by now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// A code of an app.
    pub app: bool,
    /// A code by mail.
    pub email: bool,
    /// Whether one was mailed for this check.
    pub mailed: bool,
    /// How long the next mail must wait.
    pub wait: Option<Span>,
}

/// What became of a code that the caller read out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is the member.
    Known,
    /// The code did not count.
    Refused(CodeRefused),
    /// A code is on its way to the member.
    Sent,
    /// None is sent until the span is over.
    Wait(Span),
    /// The check is over.
    Over,
}

/// What became of the word that a member typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The agent knows who is on the phone.
    Known,
    /// It is another word; so many tries are left.
    Wrong {
        /// Tries left.
        left: u32,
    },
    /// No check is open.
    Over,
}

/// What the caller answers by.
#[derive(Clone)]
pub enum Reply {
    /// A code of an app.
    App(Code),
    /// The code that was mailed.
    Mailed(Code),
    /// None yet: one is to be mailed.
    Mail,
}

/// Begins a check; another one of the account ends, which is written down while it was good for anything.
pub async fn begin_check(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    agent_name: String,
    origin: Origin,
) -> Result<std::result::Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let found = match over(tx, app, &actor, account, Permission::Help).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(why)),
        };
        let (scope, agent) = (found.scope, Who::from(&actor));
        let subject = Subject::by(agent.clone(), scope, Some(account.1), &origin);
        let before = caller_checks::last(tx, scope, account.1).await?;
        if before.is_some_and(|check| check.is_open(now) || check.counts(now).is_some()) {
            let ended = Event::CallerCheckEnded { replaced: true };
            subject.write(tx, app, ended, now).await?;
        }
        let id = CallerCheckId::new(now, app.random()?);
        let new = NewCallerCheck {
            id,
            account: account.1,
            agent: &agent,
            agent_name: &agent_name,
            expires_at: now + LIFE,
        };
        caller_checks::begin(tx, scope, &new, now).await?;
        let handle = handle(app, account.1, id);
        let (login, by) = (
            format!("{}@{}", found.account.login_name, found.organization.slug),
            agent.clone(),
        );
        let attempt = NewAttempt {
            id: handle.attempt,
            token: handle.token.hash(),
            account: account.1,
            session: None,
            browser: None,
            login: &login,
            purpose: &Purpose::Caller { check: id, by },
            proofs: &[],
            expires_at: now + LIFE,
        };
        attempts::open(tx, scope, &attempt, now).await?;
        subject
            .write(tx, app, Event::CallerCheckStarted, now)
            .await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// The last check of an account, if this actor began it.
pub async fn caller(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
) -> Result<Option<Caller>, Fault> {
    let Some(check) = own(app, actor, account).await? else {
        return Ok(None);
    };
    let mut ways = Ways::default();
    if check.is_open(app.now())
        && let Some(found) = sign_in::mailed(app, &handle(app, account.1, check.id)).await?
        && let Step::Ask(Challenge::SecondFactor { app, email, .. }) = found.step
    {
        ways = Ways {
            app,
            email,
            mailed: found.sent.is_some(),
            wait: found.wait,
        };
    }
    Ok(Some(Caller {
        word: word(app, account.1, check.id),
        check,
        ways,
    }))
}

/// Until when the check that this actor began for an account waits for the caller, if one does. For who may help.
pub async fn waits_until(
    app: &App,
    actor: &Actor,
    scope: Scope,
    account: AccountId,
) -> Result<Option<Timestamp>, Fault> {
    let unit = async move |tx: &mut Tx<'_>| caller_checks::last(tx, scope, account).await;
    let last = app.store.read(unit).await?;
    let (agent, now) = (Who::from(actor), app.now());
    let own = last.filter(|check| check.agent == agent && check.is_open(now));
    Ok(own.map(|check| check.expires_at))
}

/// By what this actor lately knew the caller to be the member, and when.
pub async fn known_caller(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
) -> Result<Option<(Timestamp, KnownBy)>, Fault> {
    let check = own(app, actor, account).await?;
    Ok(check.and_then(|check| check.counts(app.now())))
}

/// Takes what the caller reads out.
pub async fn hear(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    reply: Reply,
    origin: Origin,
) -> Result<Heard, Fault> {
    let open = own(app, actor, account).await?;
    let Some(check) = open.filter(|check| check.is_open(app.now())) else {
        return Ok(Heard::Over);
    };
    let handle = handle(app, account.1, check.id);
    let outcome = match reply {
        Reply::App(code) => sign_in::code(app, &handle, code.into(), origin).await?,
        Reply::Mailed(code) => sign_in::email_code(app, &handle, code.into(), origin).await?,
        Reply::Mail => {
            return Ok(match sign_in::send(app, &handle, origin).await? {
                Asked::Sent => Heard::Sent,
                Asked::Wait(wait) => Heard::Wait(wait),
                Asked::Progress(_) => Heard::Over,
            });
        }
    };
    Ok(match outcome {
        CodeOutcome::Progress(Progress::CallerKnown) => Heard::Known,
        CodeOutcome::Progress(_) => Heard::Over,
        CodeOutcome::Refused(refused) => Heard::Refused(refused),
    })
}

/// Ends the check that this actor began.
pub async fn end_check(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    origin: Origin,
) -> Result<(), Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now, agent) = (&app_, app_.now(), Who::from(&actor));
        if let Ok(found) = over(tx, app, &actor, account, Permission::Help).await?
            && let Some(last) = caller_checks::last(tx, found.scope, account.1).await?
            && last.agent == agent
            && last.is_open(now)
            && caller_checks::end(tx, found.scope, account.1, now).await?
        {
            let subject = Subject::by(agent, found.scope, Some(account.1), &origin);
            let ended = Event::CallerCheckEnded { replaced: false };
            subject.write(tx, app, ended, now).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}

/// The check that is open for the member of a session. None while the account is frozen: then it may be
/// somebody else who is signed in.
pub async fn check_of(app: &App, session: &Session) -> Result<Option<CallerCheck>, Fault> {
    if session.standing.state != State::Active {
        return Ok(None);
    }
    let (scope, account, now) = (session.scope(), session.account, app.now());
    let unit = async move |tx: &mut Tx<'_>| caller_checks::last(tx, scope, account).await;
    let last = app.store.read(unit).await?;
    Ok(last.filter(|check| check.is_open(now)))
}

/// Whether the word shows who is on the phone when it is typed in this session. Where a password alone opened it
/// and the account holds more, be it disabled, or more is asked of it, or will be, the word would show no more than the
/// password, which a caller may have from anywhere.
pub fn shows_who(session: &Session) -> bool {
    let standing = &session.standing;
    let second = [
        Kind::Totp,
        Kind::EmailCode,
        Kind::RecoveryCode,
        Kind::Browser,
    ];
    let mut proofs = standing.proofs.iter();
    proofs.any(|proof| second.contains(&proof.kind))
        || standing.requirement == Requirement::IfHeld && standing.mfa == MfaStatus::NotEnabled
}

/// Takes the word that the member was told; `None` is something that can't be one.
pub async fn say_word(
    app: &App,
    session: &Session,
    typed: Option<Word>,
    origin: Origin,
) -> Result<Said, Fault> {
    let check = check_of(app, session).await?;
    let Some(check) = check.filter(|_| shows_who(session)) else {
        return Ok(Said::Over);
    };
    let (app_, scope, account) = (app.clone(), session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        if !caller_checks::count_try(tx, scope, check.id, now).await? {
            return Ok(Said::Over);
        }
        let word = word(app, account, check.id);
        if !typed.as_ref().is_some_and(|typed| typed.is(&word)) {
            let left = TRIES.saturating_sub(check.tries + 1);
            return Ok(Said::Wrong { left });
        }
        if !caller_checks::know(tx, scope, (check.id, KnownBy::Word), now).await? {
            return Ok(Said::Over);
        }
        // As with a code that is read out, it is the agent's deed: the log says whom the word was for.
        let subject = Subject::by(check.agent.clone(), scope, Some(account), &origin);
        let by = KnownBy::Word;
        subject
            .write(tx, app, Event::CallerKnown { by }, now)
            .await?;
        Ok(Said::Known)
    };
    Ok(app.store.write(unit).await?)
}

/// Takes it that somebody else is on the phone: the open check ends.
pub async fn disown(app: &App, session: &Session, origin: Origin) -> Result<(), Fault> {
    let (app_, scope, account) = (app.clone(), session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        if caller_checks::end(tx, scope, account, now).await? {
            let subject = Subject::own(scope, account, &origin);
            subject.write(tx, app, Event::CallerDisowned, now).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}

/// The end of the attempt of a check: its caller is known, unless it is over.
pub(crate) async fn known_by_code(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    (attempt, check): (&Attempt, CallerCheckId),
) -> Result<Progress> {
    let given = attempt.facts.proofs.last().map(|proof| proof.kind);
    let by = match given {
        Some(Kind::EmailCode) => KnownBy::EmailCode,
        _ => KnownBy::App,
    };
    if !caller_checks::know(tx, attempt.scope(), (check, by), turn.now).await? {
        return Ok(Progress::Ended);
    }
    turn.write(tx, attempt, Event::CallerKnown { by }).await?;
    Ok(Progress::CallerKnown)
}

/// The last check of an account, if this actor began it and still may help.
async fn own(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
) -> Result<Option<CallerCheck>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let Ok(found) = over(tx, &app_, &actor, account, Permission::Help).await? else {
            return Ok(None);
        };
        let last = caller_checks::last(tx, found.scope, account.1).await?;
        Ok(last.filter(|check| check.agent == Who::from(&actor)))
    };
    Ok(app.store.write(unit).await?)
}

/// What leads to the attempt of a check: nobody but the portal can make it.
fn handle(app: &App, account: AccountId, check: CallerCheckId) -> Handle {
    Handle {
        attempt: AttemptId::from_bytes(*check.as_bytes()),
        token: Token::new(keyed(app, b"attempt", (account, check))),
        session: None,
    }
}

fn word(app: &App, account: AccountId, check: CallerCheckId) -> Word {
    let [a, b, c, d, ..] = keyed(app, b"word", (account, check));
    Word::new([a, b, c, d])
}

fn keyed(app: &App, what: &[u8], (account, check): (AccountId, CallerCheckId)) -> [u8; 32] {
    let said = [
        account.as_bytes().as_slice(),
        check.as_bytes().as_slice(),
        what,
    ]
    .concat();
    app.masters.lookup(Lookup::CallerCheck, &said)
}
