//! The one path to a new credential: a device, a set of recovery codes. Nothing else adds one.
//!
//! A key is made on the server, shown while it is pending, and becomes a device by its first right
//! code. Until then nothing old is touched, so closing the page at any point changes nothing.

mod codes;

pub use codes::{NewCodes, make_codes, renew_codes, stored, stored_in_session};

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{CodeRefusal, Event, Origin, Purpose};
use portcullis_core::credential::Kind;
use portcullis_core::credential::totp::{ClockOff, Code, TimeStep, TotpKey};
use portcullis_core::enrollment::{Confirmation, PENDING_TRIES, Pending, confirm, opens_wizard};
use portcullis_core::id::{CredentialId, EnrollmentId};
use portcullis_core::sign_in::{SET_UP_LIFE, Step};
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::devices::{self, NewDevice, NewPending};
use portcullis_store::{Result, Tx, accounts, browsers, sessions};

use crate::app::App;
use crate::fault::Fault;
use crate::sign_in::{Handle, Progress, Turn, advance, stands, with_proof};

/// What a new device is called until its owner names it.
const DEVICE_NAME: &str = "Authenticator app";

/// What became of the first code of a device.
pub enum Confirmed {
    /// The device is set up by it.
    Added(Progress),
    /// No device is waiting for a code; this is where the attempt stands.
    Progress(Progress),
    /// Not the code that the app shows for this key; with how far its clock is off, if that is why.
    Wrong(Option<ClockOff>),
    /// The key is too old, or took too many wrong codes: a new one must be made.
    Expired,
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
        if wizard_is_open(step) && usable(tx, &turn, &attempt).await?.is_none() {
            let new = NewPending {
                id: EnrollmentId::new(turn.now, turn.app.random()?),
                attempt: attempt.id,
                key: &TotpKey::new(turn.app.random()?),
                nonce: turn.app.random()?,
                started_at: turn.now,
            };
            devices::start(tx, &turn.app.sealer, attempt.scope(), &new).await?;
            attempts::extend(tx, &attempt, SET_UP_LIFE).await?;
            turn.write(tx, &attempt, Event::EnrollmentStarted).await?;
        }
        Ok(turn.go_on(step))
    };
    Ok(app.store.write(unit).await?)
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
    code: Code,
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
        if !devices::count_pending_try(tx, attempt.scope(), attempt.id, PENDING_TRIES).await? {
            return Ok(Confirmed::Expired);
        }
        let pending = devices::pending(tx, &turn.app.sealer, attempt.scope(), attempt.id).await?;
        let Some(pending) = pending else {
            return Ok(Confirmed::Expired);
        };
        match confirm(&pending, &code, turn.now) {
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
                    purpose: Purpose::Enrollment,
                };
                turn.write(tx, &attempt, event).await?;
                Ok(Confirmed::Wrong(off))
            }
            Confirmation::Confirmed(step) => add(tx, &turn, attempt, (&pending.key, step)).await,
        }
    };
    Ok(app.store.write(unit).await?)
}

async fn add(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    mut attempt: Attempt,
    (key, step): (&TotpKey, TimeStep),
) -> Result<Confirmed> {
    let (scope, account) = (attempt.scope(), attempt.account);
    if !devices::forget_pending(tx, scope, attempt.id).await? {
        return Ok(Confirmed::Expired); // another request with the same code was first
    }
    // Only a replacement finds any: whoever holds a device is asked for it first.
    for old in devices::list(tx, scope, account).await? {
        devices::remove(tx, scope, account, old.id).await?;
        turn.write(
            tx,
            &attempt,
            Event::DeviceRemoved {
                name: old.name,
                replaced: true,
            },
        )
        .await?;
    }
    // Whoever had signed in before, or was about to, did it without this device.
    attempts::close_others(tx, scope, account, Some(attempt.id)).await?;
    sessions::end_others(tx, scope, account, None).await?;
    browsers::end_remembering(tx, scope, account, None).await?;
    let new = NewDevice {
        id: CredentialId::new(turn.now, turn.app.random()?),
        account,
        name: DEVICE_NAME,
        key,
        step,
        nonce: turn.app.random()?,
        created_at: turn.now,
    };
    devices::add(tx, &turn.app.sealer, scope, &new).await?;
    accounts::refresh_mfa_status(tx, scope, account).await?;
    turn.write(
        tx,
        &attempt,
        Event::DeviceAdded {
            name: DEVICE_NAME.to_owned(),
        },
    )
    .await?;
    let proof = Proof {
        kind: Kind::Totp,
        credential: Some(new.id),
        at: turn.now,
    };
    let token = Token::new(turn.app.random()?);
    if !attempts::add_proof(tx, &attempt, proof, token.hash()).await? {
        return Ok(Confirmed::Progress(Progress::Ended));
    }
    attempt.facts = with_proof(&attempt.facts, proof);
    attempt.held.devices = 1;
    Ok(Confirmed::Added(advance(tx, turn, &attempt, token).await?))
}

/// The pending key, unless it is too old or took too many wrong codes.
async fn usable(tx: &mut Tx<'_>, turn: &Turn<'_>, attempt: &Attempt) -> Result<Option<Pending>> {
    let pending = devices::pending(tx, &turn.app.sealer, attempt.scope(), attempt.id).await?;
    Ok(pending.filter(|pending| pending.is_open(turn.now)))
}

fn wizard_is_open(step: Step) -> bool {
    matches!(step, Step::Enroll(missing) if opens_wizard(missing))
}
