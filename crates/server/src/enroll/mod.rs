//! The one path to a new credential: a device, a set of recovery codes. Nothing else adds one.
//!
//! A key is made on the server, shown while it is pending, and becomes a device by its first right
//! code. Until then nothing old is touched, so closing the page at any point changes nothing.

mod codes;
mod devices;
mod email_codes;
mod switch_off;

pub use codes::{NewCodes, make_codes, renew_codes, stored, stored_in_session};
pub(crate) use devices::is_offered;
pub use devices::{begin, remove, rename};
pub(crate) use email_codes::is_offered as email_is_offered;
pub use email_codes::{begin_email, stop_email};
pub use switch_off::switch_off;

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{self, CodeRefusal, Event, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::credential::totp::{ClockOff, Code, TimeStep, TotpKey};
use portcullis_core::enrollment::{Confirmation, PENDING_TRIES, Pending, confirm, opens_wizard};
use portcullis_core::id::{CredentialId, EnrollmentId};
use portcullis_core::language::Language;
use portcullis_core::name::Name;
use portcullis_core::sign_in::{Missing, Purpose, SET_UP_LIFE, Step};
use portcullis_core::token::Token;
use portcullis_pages::device::unnamed_device;
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::devices::{self as store, NewDevice, NewPending};
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx, accounts, browsers, recovery_codes, sessions};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{Handle, Progress, Turn, advance, raise, stands, with_proof};

/// What became of the first code of a device.
pub enum Confirmed {
    /// The device is set up by it.
    Added {
        /// Where that leads.
        progress: Progress,
        /// The new token of the session that it was set up in, if it was in one.
        session: Option<Token>,
    },
    /// No device is waiting for a code; this is where the attempt stands.
    Progress(Progress),
    /// Not the code that the app shows for this key; with how far its clock is off, if that is why.
    Wrong(Option<ClockOff>),
    /// The key is too old, or took too many wrong codes: a new one must be made.
    Expired,
}

/// What became of a change to what a member holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<T = ()> {
    /// It is made.
    Made(T),
    /// There is no such thing of this member any more.
    Gone,
    /// The session has ended meanwhile, or its proof is not fresh.
    NotProved,
    /// The organization does not offer MFA.
    NotOffered,
    /// MFA is required of this member, and this would leave nothing to prove it with.
    Required,
}

/// Begins to set up a device, or goes on with the key that the attempt has. Gives where it stands.
pub async fn start(app: &App, handle: &Handle, origin: Origin) -> Result<Progress, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &origin,
            now: app_.now(),
        };
        let Some(attempt) = turn.load(tx).await? else {
            return Ok(Progress::Ended);
        };
        let step = stands(&attempt, turn.now);
        let unsaid =
            matches!(step, Step::Enroll(Missing::Replacement { .. })) && attempt.lacks_replaced();
        if wizard_is_open(step) && !unsaid && usable(tx, &turn, &attempt).await?.is_none() {
            make_key(tx, &turn, &attempt).await?;
        }
        Ok(turn.go_on(step))
    };
    Ok(app.store.write(unit).await?)
}

async fn make_key(tx: &mut Tx<'_>, turn: &Turn<'_>, attempt: &Attempt) -> Result<()> {
    let new = NewPending {
        id: EnrollmentId::new(turn.now, turn.app.random()?),
        attempt: attempt.id,
        key: &TotpKey::new(turn.app.random()?),
        nonce: turn.app.random()?,
        started_at: turn.now,
    };
    store::start(tx, &turn.app.sealer, attempt.scope(), &new).await?;
    attempts::extend(tx, attempt, SET_UP_LIFE).await?;
    turn.write(tx, attempt, Event::EnrollmentStarted).await
}

/// The pending key of an attempt whose wizard is open, to be shown.
pub async fn pending(app: &App, handle: &Handle) -> Result<Option<(Attempt, Pending)>, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &Origin::default(),
            now: app_.now(),
        };
        let Some(attempt) = turn.load(tx).await? else {
            return Ok(None);
        };
        if !wizard_is_open(stands(&attempt, turn.now)) {
            return Ok(None);
        }
        let pending = usable(tx, &turn, &attempt).await?;
        Ok(pending.map(|pending| (attempt, pending)))
    };
    Ok(app.store.read(unit).await?)
}

/// Confirms the pending key by its first right code: the device is added, the one it replaces goes.
pub async fn confirm_device(
    app: &App,
    handle: &Handle,
    (code, name): (Code, Option<Name>),
    origin: Origin,
) -> Result<Confirmed, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &origin,
            now: app_.now(),
        };
        let Some(attempt) = turn.load_alone(tx).await? else {
            return Ok(Confirmed::Progress(Progress::Ended));
        };
        let step = stands(&attempt, turn.now);
        if !wizard_is_open(step) {
            return Ok(Confirmed::Progress(turn.go_on(step)));
        }
        if !store::count_pending_try(tx, attempt.scope(), attempt.id, PENDING_TRIES).await? {
            return Ok(Confirmed::Expired);
        }
        let pending = store::pending(tx, &turn.app.sealer, attempt.scope(), attempt.id).await?;
        let Some(pending) = pending else {
            return Ok(Confirmed::Expired);
        };
        let window = turn.app.settings().window;
        match confirm(&pending, &code, (window, turn.now)) {
            Confirmation::Expired => Ok(Confirmed::Expired),
            Confirmation::Wrong(off) => {
                let factor = Kind::Totp;
                let cause = match off {
                    None => CodeRefusal::Wrong,
                    Some(ClockOff::Slow(_)) => CodeRefusal::ClockSlow,
                    Some(ClockOff::Fast(_)) => CodeRefusal::ClockFast,
                };
                let event = Event::CodeRefused {
                    factor,
                    cause,
                    purpose: audit::Purpose::Enrollment,
                };
                turn.write(tx, &attempt, event).await?;
                Ok(Confirmed::Wrong(off))
            }
            Confirmation::Confirmed(step) => {
                let unnamed = || unnamed_device(language(&turn, &attempt));
                let name = name
                    .as_ref()
                    .map_or_else(unnamed, |name| name.as_str().to_owned());
                add(tx, &turn, attempt, (&pending.key, step, &name)).await
            }
        }
    };
    Ok(app.store.write(unit).await?)
}

async fn add(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    mut attempt: Attempt,
    (key, step, name): (&TotpKey, TimeStep, &str),
) -> Result<Confirmed> {
    let (scope, account) = (attempt.scope(), attempt.account);
    if !store::forget_pending(tx, scope, attempt.id).await? {
        return Ok(Confirmed::Expired); // another request with the same code was first
    }
    let id = CredentialId::new(turn.now, turn.app.random()?);
    let proof = Proof {
        kind: Kind::Totp,
        credential: Some(id),
        at: turn.now,
    };
    // The session that it is set up in has proved the new device, too.
    let session = match attempt.session {
        None => None,
        Some(session) => match raise(tx, turn, scope, (session, proof)).await? {
            None => return Ok(Confirmed::Progress(Progress::Ended)),
            token => token,
        },
    };
    retire(tx, turn, &mut attempt).await?;
    // Whoever else had signed in before, or was about to, did it without this device.
    attempts::close_others(tx, scope, account, Some(attempt.id)).await?;
    sessions::end_others(tx, scope, account, attempt.session).await?;
    browsers::end_remembering(tx, scope, account, None).await?;
    let new = NewDevice {
        id,
        account,
        name,
        key,
        step,
        nonce: turn.app.random()?,
        created_at: turn.now,
    };
    store::add(tx, &turn.app.sealer, scope, &new).await?;
    let name = name.to_owned();
    turn.write(tx, &attempt, Event::DeviceAdded { name })
        .await?;
    // A right code of a device that was not kept is as good as one of a kept device.
    let replaced = matches!(attempt.purpose, Purpose::AddDevice { replaces: Some(_) });
    if !replaced && accounts::switch_off(tx, scope, account, false).await? {
        turn.write(tx, &attempt, Event::MfaSwitchedOn).await?;
    }
    accounts::refresh_mfa_status(tx, scope, account).await?;
    let token = Token::new(turn.app.random()?);
    if !attempts::add_proof(tx, &attempt, proof, token.hash()).await? {
        return Ok(Confirmed::Progress(Progress::Ended));
    }
    attempt.facts = with_proof(&attempt.facts, proof);
    attempt.held.devices = 1;
    let progress = advance(tx, turn, &attempt, token).await?;
    Ok(Confirmed::Added { progress, session })
}

/// Takes away what the new device replaces.
async fn retire(tx: &mut Tx<'_>, turn: &Turn<'_>, attempt: &mut Attempt) -> Result<()> {
    let (scope, account) = (attempt.scope(), attempt.account);
    // At a sign-in, the one that a recovery code stood in for: whoever holds a device is else asked for it.
    let mut gone = attempt.replaced();
    if let Purpose::AddDevice { replaces } = attempt.purpose {
        gone = replaces;
        // A new phone, and codes that nobody may have seen on the way to it.
        if replaces.is_some() && recovery_codes::forget(tx, scope, account).await? {
            attempt.held.recovery = None;
            turn.write(tx, attempt, Event::RecoveryCodesEnded).await?;
        }
    }
    let mut old = store::list(tx, scope, account).await?;
    old.retain(|device| Some(device.id) == gone);
    for device in old {
        store::remove(tx, scope, account, device.id).await?;
        let event = Event::DeviceRemoved {
            name: device.name,
            replaced: true,
        };
        turn.write(tx, attempt, event).await?;
    }
    Ok(())
}

/// The pending key, unless it is too old or took too many wrong codes.
async fn usable(tx: &mut Tx<'_>, turn: &Turn<'_>, attempt: &Attempt) -> Result<Option<Pending>> {
    let pending = store::pending(tx, &turn.app.sealer, attempt.scope(), attempt.id).await?;
    Ok(pending.filter(|pending| pending.is_open(turn.now)))
}

/// The language that the member reads.
fn language(turn: &Turn<'_>, attempt: &Attempt) -> Language {
    let own = attempt.language.as_deref().and_then(Language::parse);
    own.or(turn.origin.language).unwrap_or_default()
}

/// What an attempt begins with whose factor is to be proved in it, however lately another was.
pub(crate) fn password_alone(session: &Session) -> Vec<Proof> {
    let mut proofs = session.standing.proofs.clone();
    proofs.retain(|proof| proof.kind == Kind::Password);
    proofs
}

/// A factor was taken away in a session: whoever else is signed in, or about to be, may have done it with
/// that one. Where nothing is left, the recovery codes and the switch go with it, since there is nothing
/// that they could be of use for.
async fn taken_away(
    tx: &mut Tx<'_>,
    app: &App,
    (session, origin): (&Session, &Origin),
    nothing_left: bool,
) -> Result<()> {
    let (scope, account) = (session.scope(), session.account);
    if nothing_left {
        if recovery_codes::forget(tx, scope, account).await? {
            let subject = Subject::own(scope, account, origin);
            let event = Event::RecoveryCodesEnded;
            subject.write(tx, app, event, app.now()).await?;
        }
        accounts::switch_off(tx, scope, account, false).await?;
    }
    accounts::refresh_mfa_status(tx, scope, account).await?;
    attempts::close_others(tx, scope, account, None).await?;
    sessions::end_others(tx, scope, account, Some(session.id)).await?;
    browsers::end_remembering(tx, scope, account, None).await?;
    Ok(())
}

fn wizard_is_open(step: Step) -> bool {
    matches!(step, Step::Enroll(missing) if opens_wizard(missing))
}
