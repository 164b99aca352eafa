//! Email codes (product.md: Email codes; security.md EM-1 to EM-8). One is mailed to the address on
//! record, never to one from a request: by itself in the unit that leaves nothing else at hand, on
//! request otherwise. It counts for the attempt that it was sent for and for the address that it was
//! sent to.

use portcullis_core::account::State;
use portcullis_core::assurance::Proof;
use portcullis_core::audit::{Asking, Event, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::credential::email_code::{EmailCode, LIFE, LIMITS, MAIL, TRIES, wait};
use portcullis_core::credential::totp::Code;
use portcullis_core::id::{AttemptId, EmailCodeId};
use portcullis_core::sign_in::{Challenge, Purpose, Step};
use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::mail::{EmailCodeFor, EmailCodeMail};
use portcullis_store::attempts::Attempt;
use portcullis_store::email_codes::{self, NewEmailCode, Sent};
use portcullis_store::keys::Lookup;
use portcullis_store::{Error, Result, Tx, accounts, caller_checks, mails};

use super::challenged::end;
use super::code::{count, proved, write_refusal};
use super::{CodeOutcome, CodeRefused, Handle, Progress, Turn, Typed, audited, stands};
use crate::address::account_asked_too_often;
use crate::app::App;
use crate::fault::Fault;
use crate::mail::{self, Recipient};
use crate::radius::Exchange;
use crate::web::browser;

/// An attempt as the page about its mailed code shows it.
pub struct Mailed {
    /// The attempt.
    pub attempt: Attempt,
    /// Where it stands.
    pub step: Step,
    /// The code that was mailed for it last.
    pub sent: Option<Sent>,
    /// How long the next one must wait.
    pub wait: Option<Span>,
}

/// What became of a request for a code.
pub enum Asked {
    /// One is on its way.
    Sent,
    /// None, until the span is over.
    Wait(Span),
    /// None was wanted.
    Progress(Progress),
}

/// The attempt of a handle with what was mailed for it; `None` when it is over.
pub async fn mailed(app: &App, handle: &Handle) -> Result<Option<Mailed>, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let origin = Origin::default();
        let turn = turn(&app_, &handle, &origin);
        let Some(attempt) = turn.load(tx).await? else {
            return Ok(None);
        };
        let sent = email_codes::of_attempt(tx, attempt.scope(), attempt.id).await?;
        Ok(Some(Mailed {
            step: stands(&attempt, turn.now),
            sent,
            wait: next_in(tx, &attempt, turn.now).await?,
            attempt,
        }))
    };
    Ok(app.store.read(unit).await?)
}

/// Mails a code because somebody asked for it.
pub async fn send(app: &App, handle: &Handle, origin: Origin) -> Result<Asked, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = turn(&app_, &handle, &origin);
        let Some(attempt) = turn.load_alone(tx).await? else {
            return Ok(Asked::Progress(Progress::Ended));
        };
        match stands(&attempt, turn.now) {
            Step::Ask(challenge) if challenge.takes_email() => {
                let Some(wait) = mail_one(tx, &turn, &attempt, challenge).await? else {
                    return Ok(Asked::Sent);
                };
                let whose = (attempt.scope(), attempt.account);
                let asked = (Asking::EmailCode, turn.now + wait);
                let subject = turn.subject(&attempt);
                account_asked_too_often(tx, turn.app, whose, asked, &subject).await?;
                Ok(Asked::Wait(wait))
            }
            step => Ok(Asked::Progress(turn.go_on(step))),
        }
    };
    Ok(app.store.write(unit).await?)
}

/// Mails a code unasked where an attempt has come to a step that shows none at hand. Within the limits: a
/// sign-in begun anew counts as one more.
pub(super) async fn send_unasked(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    step: Step,
) -> Result<()> {
    let Step::Ask(challenge) = step else {
        return Ok(());
    };
    let step_up = matches!(attempt.purpose, Purpose::StepUp { .. });
    if challenge.mails_by_itself() && !step_up {
        accounts::lock(tx, attempt.scope(), attempt.account).await?;
        let sent = email_codes::of_attempt(tx, attempt.scope(), attempt.id).await?;
        if sent.is_none() {
            mail_one(tx, turn, attempt, challenge).await?;
        }
    }
    Ok(())
}

/// Takes a mailed code for an attempt.
pub async fn email_code(
    app: &App,
    handle: &Handle,
    typed: Typed,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let outcome = asked(app, handle, typed, origin, None).await?;
    app.metrics.code(Kind::EmailCode.as_str(), &outcome);
    Ok(outcome)
}

/// The same, by RADIUS if there is an exchange.
pub(super) async fn asked(
    app: &App,
    handle: &Handle,
    typed: Typed,
    origin: Origin,
    exchange: Option<&Exchange>,
) -> Result<CodeOutcome, Fault> {
    match take(app, handle, &typed, (&origin, true), exchange).await {
        // The address was proved by somebody else at this very moment: it stays unproved here.
        Err(Error::Conflict(_)) => Ok(take(app, handle, &typed, (&origin, false), exchange).await?),
        done => Ok(done?),
    }
}

async fn take(
    app: &App,
    handle: &Handle,
    typed: &Typed,
    (origin, prove): (&Origin, bool),
    exchange: Option<&Exchange>,
) -> Result<CodeOutcome> {
    let (app_, handle, typed, origin) =
        (app.clone(), handle.clone(), typed.clone(), origin.clone());
    let exchange = exchange.cloned();
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = turn(&app_, &handle, &origin);
        let outcome = spent(tx, &turn, &typed, prove).await?;
        if let Some(exchange) = &exchange {
            end(tx, &turn, exchange, &outcome).await?;
        }
        Ok(outcome)
    };
    app.store.write(unit).await
}

async fn spent(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    typed: &Typed,
    prove: bool,
) -> Result<CodeOutcome> {
    let Some(mut attempt) = turn.load_alone(tx).await? else {
        return Ok(CodeOutcome::Progress(Progress::Ended));
    };
    let step = stands(&attempt, turn.now);
    let Step::Ask(challenge) = step else {
        return Ok(CodeOutcome::Progress(turn.go_on(step)));
    };
    if !challenge.takes_email() {
        return Ok(CodeOutcome::Progress(turn.go_on(step)));
    }
    if let Some(refused) = count(tx, turn, &attempt, Kind::EmailCode).await? {
        return Ok(CodeOutcome::Refused(refused));
    }
    if let Some(refused) = spend(tx, turn, &attempt, &typed.code).await? {
        write_refusal(tx, turn, &attempt, (Kind::EmailCode, refused)).await?;
        return Ok(CodeOutcome::Refused(refused));
    }
    attempt.remember = typed.remember;
    // While the account is frozen, nothing becomes a factor of it.
    let open = attempt.state == State::Active;
    if open {
        // Written down alike whether or not the address signs another account in, of which this organization is
        // not to learn.
        let first = match challenge {
            Challenge::First(_) => true,
            _ => attempt.held.email.is_some_and(|codes| !codes.taken_up),
        };
        let proves =
            prove && !attempt.email_proved && prove_address(tx, turn, &mut attempt).await?;
        if first || proves {
            turn.write(tx, &attempt, Event::EmailProved).await?;
        }
    }
    if open && matches!(challenge, Challenge::SecondFactor { .. }) {
        take_up(tx, turn, &mut attempt).await?;
    }
    let proof = Proof {
        kind: Kind::EmailCode,
        credential: None,
        at: turn.now,
    };
    let progress = proved(tx, turn, &mut attempt, proof).await?;
    Ok(CodeOutcome::Progress(progress))
}

/// Whether six digits are a code that was mailed for one of the account's attempts: they may have been
/// typed where the app's belong.
pub(super) async fn is_mailed(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    code: &Code,
) -> Result<bool> {
    let open = email_codes::open_of_account(tx, attempt.scope(), attempt.account, turn.now).await?;
    let is = |(id, stored): &(AttemptId, [u8; 32])| {
        let value = hashed(*id, attempt.email.as_deref(), *code.digits());
        let masters = &turn.app.masters;
        masters.is_ours(Lookup::EmailCode, &value, stored)
    };
    Ok(open.iter().any(is))
}

/// Email codes become a second factor of the account, if they are none yet.
pub(super) async fn take_up(tx: &mut Tx<'_>, turn: &Turn<'_>, attempt: &mut Attempt) -> Result<()> {
    let Some(codes) = attempt.held.email.as_mut().filter(|codes| !codes.taken_up) else {
        return Ok(());
    };
    codes.taken_up = true;
    let (scope, account) = (attempt.scope(), attempt.account);
    if accounts::set_email_codes(tx, scope, account, Some(turn.now)).await? {
        accounts::refresh_mfa_status(tx, scope, account).await?;
        turn.write(tx, attempt, Event::EmailCodesTakenUp).await?;
    }
    Ok(())
}

/// The address signs in from now on, unless it signs another account in.
async fn prove_address(tx: &mut Tx<'_>, turn: &Turn<'_>, attempt: &mut Attempt) -> Result<bool> {
    let (scope, account) = (attempt.scope(), attempt.account);
    attempt.email_proved = accounts::prove_email(tx, scope, account, turn.now).await?;
    Ok(attempt.email_proved)
}

/// Counts the try at the code that was mailed, and spends it if it is this one.
async fn spend(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    code: &Code,
) -> Result<Option<CodeRefused>> {
    let (scope, now) = (attempt.scope(), turn.now);
    let open = email_codes::count_try(tx, scope, attempt.id, now).await?;
    if open {
        let hash = hash(turn.app, attempt, *code.digits());
        if email_codes::spend(tx, scope, attempt.id, hash, now).await? {
            return Ok(None);
        }
    }
    let sent = email_codes::of_attempt(tx, scope, attempt.id).await?;
    Ok(Some(match sent.filter(|sent| sent.expires_at > now) {
        Some(sent) if sent.tries >= TRIES => CodeRefused::UsedUp,
        Some(_) => CodeRefused::Wrong,
        None => CodeRefused::Expired,
    }))
}

/// Mails a code, unless it must wait. Called with the account's row held, so that of two at a time one
/// sends.
async fn mail_one(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    challenge: Challenge,
) -> Result<Option<Span>> {
    let (app, now, scope) = (turn.app, turn.now, attempt.scope());
    if let Some(wait) = next_in(tx, attempt, now).await? {
        return Ok(Some(wait));
    }
    let Some(address) = &attempt.email else {
        return Err(Error::Shape("a mailed code without an address".to_owned()));
    };
    let code = loop {
        if let Some(code) = EmailCode::draw(app.random()?) {
            break code;
        }
    };
    let new = NewEmailCode {
        id: EmailCodeId::new(now, app.random()?),
        account: attempt.account,
        attempt: attempt.id,
        code: hash(app, attempt, *code.digits()),
        expires_at: now + LIFE,
    };
    email_codes::put(tx, scope, &new, now).await?;
    let to = Recipient {
        scope,
        account: Some(attempt.account),
        address: address.clone(),
        language: turn.origin.language,
    };
    // The member is to know who is on the other end of the line, not which browser they use.
    let asks = match &attempt.purpose {
        Purpose::Caller { .. } => caller_checks::last(tx, scope, attempt.account).await?,
        _ => None,
    };
    let is_agent = asks.is_some();
    let agent = turn.origin.agent.as_deref().filter(|_| !is_agent);
    let mail = EmailCodeMail {
        code: code.shown(),
        opens: match (&attempt.purpose, challenge) {
            (Purpose::Portal { .. }, Challenge::First(_)) => EmailCodeFor::SetUp,
            (Purpose::Portal { .. } | Purpose::AddDevice { .. }, _) => EmailCodeFor::SignIn,
            (Purpose::StepUp { .. } | Purpose::SwitchOn, _) => EmailCodeFor::StepUp,
            (Purpose::EmailCodes, _) => EmailCodeFor::Settings,
            (Purpose::Reset, _) => EmailCodeFor::Reset,
            (Purpose::Radius { .. }, _) => EmailCodeFor::RemoteLogon,
            (Purpose::Caller { .. }, _) => EmailCodeFor::CallerCheck,
        },
        name: asks.map_or_else(|| attempt.name.clone(), |check| check.agent_name),
        browser: agent.map(|agent| browser::name(agent).unwrap_or_else(|| agent.to_owned())),
        address: turn.origin.address.clone().filter(|_| !is_agent),
        at: now,
        until: now + LIFE,
    };
    mail::queue(tx, app, &to, &mail).await?;
    let event = Event::EmailCodeSent {
        purpose: audited(&attempt.purpose),
    };
    turn.write(tx, attempt, event).await?;
    Ok(None)
}

/// How long the account's next code must wait.
async fn next_in(tx: &mut Tx<'_>, attempt: &Attempt, now: Timestamp) -> Result<Option<Span>> {
    let longest = LIMITS.iter().map(|(_, span)| *span).max();
    let since = now - longest.unwrap_or(LIFE);
    let (scope, account) = (attempt.scope(), attempt.account);
    let sent = mails::queued_since(tx, (scope, account), MAIL, since).await?;
    Ok(wait(&sent, now))
}

/// The keyed hash of a code: it counts for one attempt and one address.
fn hash(app: &App, attempt: &Attempt, digits: [u8; 6]) -> [u8; 32] {
    let value = hashed(attempt.id, attempt.email.as_deref(), digits);
    app.masters.lookup(Lookup::EmailCode, &value)
}

fn hashed(attempt: AttemptId, address: Option<&str>, digits: [u8; 6]) -> Vec<u8> {
    let address = address.unwrap_or_default().as_bytes();
    [attempt.as_bytes().as_slice(), digits.as_slice(), address].concat()
}

fn turn<'a>(app: &'a App, handle: &'a Handle, origin: &'a Origin) -> Turn<'a> {
    Turn {
        app,
        handle,
        origin,
        now: app.now(),
    }
}
