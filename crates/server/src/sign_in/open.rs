//! The end of an attempt: a session is opened or raised, or the next step named.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{Event, LogonRefusal, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::id::{AccountId, AttemptId, RadiusClientId, SessionId};
use portcullis_core::role::Scope;
use portcullis_core::sign_in::{Act, Purpose, Step};
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, Attempt, NewAttempt};
use portcullis_store::sessions::{self, NewSession};
use portcullis_store::{Error, Result, Tx, radius_clients};

use super::browser::{self, BrowserKey, Met};
use super::email_code::send_unasked;
use super::switch_on::finish;
use super::{Handle, Progress, Turn, stands};
use crate::app::App;
use crate::people::known_by_code;
use crate::record::Subject;

/// What begins a sign-in: an account whose password was just proved or set.
pub struct Beginning<'a> {
    /// Where the account belongs.
    pub scope: Scope,
    /// Whose it is.
    pub account: AccountId,
    /// What was typed to sign in.
    pub login: &'a str,
    /// What it is for.
    pub purpose: &'a Purpose,
    /// Whether the account came to be this moment, by an invitation or the first start's link: that stands
    /// for what a first set-up asks for.
    pub invited: bool,
    /// Where it comes from.
    pub origin: &'a Origin,
    /// In which browser, if the account knows it.
    pub browser: Option<&'a Met>,
}

/// Opens an attempt and advances it.
pub async fn open_after_password(
    tx: &mut Tx<'_>,
    app: &App,
    beginning: &Beginning<'_>,
) -> Result<Progress> {
    let now = app.now();
    let handle = Handle {
        attempt: AttemptId::new(now, app.random()?),
        token: Token::new(app.random()?),
        session: None,
    };
    let invitation = Proof {
        kind: Kind::Invitation,
        credential: None,
        at: now,
    };
    let proofs = [Proof::password(now), invitation];
    let proofs = if beginning.invited {
        &proofs[..]
    } else {
        &proofs[..1]
    };
    let new = NewAttempt {
        id: handle.attempt,
        token: handle.token.hash(),
        account: beginning.account,
        session: None,
        browser: beginning.browser.map(Met::id),
        login: beginning.login,
        purpose: beginning.purpose,
        proofs,
        expires_at: now + beginning.purpose.life(),
    };
    attempts::open(tx, beginning.scope, &new, now).await?;
    let turn = Turn {
        app,
        handle: &handle,
        origin: beginning.origin,
        now,
    };
    // None when the account was suspended this moment.
    let Some(mut attempt) = turn.load(tx).await? else {
        return Ok(Progress::Ended);
    };
    let remembered = match beginning.browser {
        Some(met) => browser::stand_in(tx, &turn, &mut attempt, met).await?,
        None => None,
    };
    let mut progress = advance_proved(tx, &turn, &attempt, handle.token.clone()).await?;
    if let Progress::SignedIn { browser, .. } = &mut progress {
        *browser = remembered.or(browser.take());
    }
    Ok(progress)
}

/// Opens an attempt for a code alone: whoever asks has checked the password.
pub(super) async fn open_for_code(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    (scope, account): (Scope, AccountId),
    (login, purpose): (&str, &Purpose),
) -> Result<Option<Attempt>> {
    let new = NewAttempt {
        id: turn.handle.attempt,
        token: turn.handle.token.hash(),
        account,
        session: None,
        browser: None,
        login,
        purpose,
        proofs: &[Proof::of(Kind::ClientsCheck, turn.now)],
        expires_at: turn.now + purpose.life(),
    };
    attempts::open(tx, scope, &new, turn.now).await?;
    turn.load(tx).await
}

/// As [`advance`], where something was just proved: that the attempt goes no further is written down, once for each proof. Where a
/// RADIUS client asks, its answer is.
pub(crate) async fn advance_proved(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    token: Token,
) -> Result<Progress> {
    if let Step::Refused(why) = stands(attempt, turn.now)
        && !matches!(attempt.purpose, Purpose::Radius { .. })
    {
        let cause = why.into();
        let event = Event::SignInRefused { cause };
        turn.write(tx, attempt, event).await?;
    }
    advance(tx, turn, attempt, token).await
}

/// Asks where an attempt stands, its last proof included, and ends it if that is enough. Whoever
/// ends the attempt opens the session, and only one can. `token` is the attempt's secret from now on.
pub(crate) async fn advance(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    token: Token,
) -> Result<Progress> {
    let step = stands(attempt, turn.now);
    let Step::Done(_) = step else {
        send_unasked(tx, turn, attempt, step).await?;
        let handle = Handle {
            attempt: attempt.id,
            token,
            session: attempt.session,
        };
        return Ok(Progress::GoOn { handle, step });
    };
    if !attempts::close(tx, attempt).await? {
        return Ok(Progress::Ended);
    }
    match &attempt.purpose {
        Purpose::Portal { return_to } => {
            let (token, browser) = open_session(tx, turn, attempt).await?;
            Ok(Progress::SignedIn {
                token,
                return_to: return_to.clone(),
                browser,
                remember: attempt.remember,
            })
        }
        Purpose::StepUp { act } => raise_session(tx, turn, attempt, *act).await,
        // Its session was raised when the device was confirmed.
        Purpose::AddDevice { .. } => Ok(Progress::SetUp),
        Purpose::SwitchOn | Purpose::EmailCodes => finish(tx, turn, attempt).await,
        Purpose::Radius { client, .. } => log_on(tx, turn, attempt, *client).await,
        Purpose::Caller { check, .. } => known_by_code(tx, turn, (attempt, *check)).await,
        Purpose::Reset => Err(Error::Shape("a reset without a new password".to_owned())),
    }
}

/// Whether what the attempt is for lets an account in at all, whatever it proves. Asked again at the end,
/// since the answer may have changed meanwhile.
pub(super) async fn admits(
    tx: &mut Tx<'_>,
    purpose: &Purpose,
    (scope, account): (Scope, AccountId),
) -> Result<bool> {
    let Purpose::Radius { client, .. } = purpose else {
        return Ok(true);
    };
    let admitted = radius_clients::admits(tx, scope, *client, account).await?;
    Ok(admitted.is_some())
}

/// Lets somebody in where a RADIUS client asks.
async fn log_on(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    client: RadiusClientId,
) -> Result<Progress> {
    let scope = attempt.scope();
    let admitted = radius_clients::admits(tx, scope, client, attempt.account).await?;
    let Some(client) = admitted else {
        let name = radius_clients::find(tx, scope, client).await?;
        let event = Event::LogonRefused {
            client: name.map(|client| client.name).unwrap_or_default(),
            cause: LogonRefusal::NotAdmitted,
            login_hash: None,
        };
        turn.write(tx, attempt, event).await?;
        return Ok(Progress::Ended);
    };
    let proofs = &attempt.facts.proofs;
    let factors = proofs.iter().map(|proof| proof.kind).collect();
    let event = Event::LoggedOn { client, factors };
    turn.write(tx, attempt, event).await?;
    Ok(Progress::LoggedOn)
}

/// Opens the session. A browser that the account did not know is known from now on, by the key that
/// is given back.
async fn open_session(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
) -> Result<(Token, Option<BrowserKey>)> {
    let (browser, key) = if let Some(known) = attempt.browser {
        (known, None)
    } else {
        let (id, key) = browser::meet(tx, turn, attempt).await?;
        (id, Some(key))
    };
    let token = Token::new(turn.app.random()?);
    let new = NewSession {
        id: SessionId::new(turn.now, turn.app.random()?),
        token: token.hash(),
        account: attempt.account,
        proofs: &attempt.facts.proofs,
        origin: turn.origin,
        browser: Some(browser),
        before: attempt.before.as_ref(),
    };
    sessions::open(tx, attempt.scope(), &new, turn.now).await?;
    let factors = new.proofs.iter().map(|proof| proof.kind).collect();
    // Known from now on by the session that it opened.
    let origin = Origin {
        session: Some(new.token.beginning()),
        ..turn.origin.clone()
    };
    let subject = Subject::own(attempt.scope(), attempt.account, &origin);
    let event = Event::SignedIn {
        factors,
        new_browser: key.is_some() && attempt.before.is_some(),
    };
    subject.write(tx, turn.app, event, turn.now).await?;
    Ok((token, key))
}

async fn raise_session(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    act: Act,
) -> Result<Progress> {
    // The one that was just given; nothing else brings an attempt to its end.
    let given = attempt.facts.proofs.last();
    let (Some(session), Some(proof)) = (attempt.session, given) else {
        return Err(Error::Shape(
            "a step-up without a session or a proof".to_owned(),
        ));
    };
    let Some(token) = raise(tx, turn, attempt.scope(), (session, *proof)).await? else {
        return Ok(Progress::Ended);
    };
    turn.write(
        tx,
        attempt,
        Event::SteppedUp {
            act,
            factor: proof.kind,
        },
    )
    .await?;
    Ok(Progress::SteppedUp { token })
}

/// Gives a session a proof, and with it a new token; `None` when it has ended.
pub(crate) async fn raise(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    scope: Scope,
    (session, proof): (SessionId, Proof),
) -> Result<Option<Token>> {
    let token = Token::new(turn.app.random()?);
    let raised = sessions::step_up(tx, scope, session, proof, token.hash()).await?;
    Ok(raised.then_some(token))
}
