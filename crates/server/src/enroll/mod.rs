//! The one path to a new credential: a device, a set of recovery codes. Nothing else adds one.
//!
//! A key is made on the server, shown while it is pending, and becomes a device by its first right
//! code. Until then nothing old is touched, so closing the page at any point changes nothing.

mod codes;

pub use codes::{NewCodes, make_codes, renew_codes, stored, stored_in_session};

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{CodeRefusal, Event, Purpose};
use portcullis_core::credential::Kind;
use portcullis_core::credential::totp::{Code, TotpKey};
use portcullis_core::enrollment::{
    Confirmation, PENDING_LIFE, PENDING_TRIES, Pending, confirm, opens_wizard,
};
use portcullis_core::id::{CredentialId, EnrollmentId};
use portcullis_core::sign_in::{Missing, SET_UP_LIFE, Step};
use portcullis_core::time::Timestamp;
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::devices::{self, NewDevice};
use portcullis_store::{Result, Tx, accounts, sessions};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{Handle, Opening, Progress, advance, load, stands, with_proof};

/// What a new device is called until its owner names it.
const DEVICE_NAME: &str = "Authenticator app";

/// What became of the first code of a device.
pub enum Confirmed {
    /// The device is set up.
    Progress(Progress),
    /// Not the code that the app shows for this key.
    Wrong,
    /// The key is too old, or took too many wrong codes: a new one must be made.
    Expired,
}

/// Begins to set up a device, or goes on with the key that the attempt has. Gives where it stands.
pub async fn start(app: &App, handle: &Handle, opening: Opening) -> Result<Progress, Fault> {
    let (app_, handle_) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, handle, now) = (&app_, &handle_, app_.now());
        let Some(attempt) = load(tx, handle.attempt, handle.token.hash(), now).await? else {
            return Ok(Progress::Ended);
        };
        let step = stands(&attempt, now);
        if wizard_is_open(step) && usable(tx, app, &attempt, now).await?.is_none() {
            let key = TotpKey::new(app.random()?);
            let made = (EnrollmentId::new(now, app.random()?), &key, app.random()?);
            devices::start(tx, &app.sealer, attempt.scope(), attempt.id, made, now).await?;
            attempts::extend(tx, &attempt, SET_UP_LIFE).await?;
            Subject::own(attempt.scope(), attempt.account, &opening.origin)
                .write(tx, app, Event::EnrollmentStarted, now)
                .await?;
        }
        Ok(Progress::GoOn {
            handle: handle.clone(),
            step,
        })
    };
    Ok(app.store.write(unit).await?)
}

/// The pending key of an attempt whose wizard is open, to be shown.
pub async fn pending(app: &App, handle: &Handle) -> Result<Option<(Attempt, Pending)>, Fault> {
    let (app_, handle_) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        let Some(attempt) = load(tx, handle_.attempt, handle_.token.hash(), now).await? else {
            return Ok(None);
        };
        if !wizard_is_open(stands(&attempt, now)) {
            return Ok(None);
        }
        let pending = usable(tx, &app_, &attempt, now).await?;
        Ok(pending.map(|pending| (attempt, pending)))
    };
    Ok(app.store.read(unit).await?)
}

/// Confirms the pending key by its first right code: the device is added, the one it replaces goes.
pub async fn confirm_device(
    app: &App,
    handle: &Handle,
    code: Code,
    opening: Opening,
) -> Result<Confirmed, Fault> {
    let (app_, handle_) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, handle, now) = (&app_, &handle_, app_.now());
        let Some(attempt) = load_alone(tx, handle, now).await? else {
            return Ok(Confirmed::Progress(Progress::Ended));
        };
        let Step::Enroll(missing) = stands(&attempt, now) else {
            let step = stands(&attempt, now);
            return Ok(Confirmed::Progress(Progress::GoOn {
                handle: handle.clone(),
                step,
            }));
        };
        if !opens_wizard(missing) {
            let step = Step::Enroll(missing);
            return Ok(Confirmed::Progress(Progress::GoOn {
                handle: handle.clone(),
                step,
            }));
        }
        let counted =
            devices::count_pending_try(tx, attempt.scope(), attempt.id, PENDING_TRIES).await?;
        let pending = devices::pending(
            tx,
            &app.sealer,
            attempt.scope(),
            attempt.id,
            PENDING_TRIES + 1,
        )
        .await?;
        let Some(pending) = pending.filter(|_| counted) else {
            return Ok(Confirmed::Expired);
        };
        let step = match confirm(&pending, &code, now) {
            Confirmation::Confirmed(step) => step,
            Confirmation::Expired => return Ok(Confirmed::Expired),
            Confirmation::Wrong => {
                let event = Event::CodeRefused {
                    factor: Kind::Totp,
                    cause: CodeRefusal::Wrong,
                    purpose: Purpose::Enrollment,
                };
                Subject::own(attempt.scope(), attempt.account, &opening.origin)
                    .write(tx, app, event, now)
                    .await?;
                return Ok(Confirmed::Wrong);
            }
        };
        if !devices::forget_pending(tx, attempt.scope(), attempt.id).await? {
            return Ok(Confirmed::Expired); // another request with the same code was first
        }
        let id = CredentialId::new(now, app.random()?);
        let new = NewDevice {
            id,
            name: DEVICE_NAME,
            key: &pending.key,
            step,
        };
        let progress = add(tx, app, attempt, missing, &new, &opening, now).await?;
        Ok(Confirmed::Progress(progress))
    };
    Ok(app.store.write(unit).await?)
}

async fn add(
    tx: &mut Tx<'_>,
    app: &App,
    mut attempt: Attempt,
    missing: Missing,
    new: &NewDevice<'_>,
    opening: &Opening,
    now: Timestamp,
) -> Result<Progress> {
    let (scope, account) = (attempt.scope(), attempt.account);
    let subject = Subject::own(scope, account, &opening.origin);
    if let Missing::Replacement { .. } = missing {
        for old in devices::list(tx, scope, account).await? {
            devices::remove(tx, scope, account, old.id).await?;
            subject
                .write(
                    tx,
                    app,
                    Event::DeviceRemoved {
                        name: old.name,
                        replaced: true,
                    },
                    now,
                )
                .await?;
        }
    }
    // Whoever had signed in before, or was about to, did it without this device.
    attempts::close_others(tx, scope, account, Some(attempt.id)).await?;
    sessions::end_others(tx, scope, account, None).await?;
    devices::add(tx, &app.sealer, scope, account, new, app.random()?, now).await?;
    accounts::refresh_mfa_status(tx, scope, account).await?;
    subject
        .write(
            tx,
            app,
            Event::DeviceAdded {
                name: new.name.to_owned(),
            },
            now,
        )
        .await?;
    let proof = Proof {
        kind: Kind::Totp,
        credential: Some(new.id),
        at: now,
    };
    let token = Token::new(app.random()?);
    if !attempts::add_proof(tx, &attempt, proof, token.hash()).await? {
        return Ok(Progress::Ended);
    }
    attempt.facts = with_proof(&attempt.facts, proof);
    attempt.held.devices = 1;
    advance(tx, app, &attempt, token, opening, now).await
}

/// An attempt, read while no other unit changes the account's factors: what `next` says of it holds
/// until the commit.
async fn load_alone(tx: &mut Tx<'_>, handle: &Handle, now: Timestamp) -> Result<Option<Attempt>> {
    let Some(attempt) = load(tx, handle.attempt, handle.token.hash(), now).await? else {
        return Ok(None);
    };
    accounts::lock(tx, attempt.scope(), attempt.account).await?;
    load(tx, handle.attempt, handle.token.hash(), now).await
}

/// The pending key, unless it is too old or took too many wrong codes.
async fn usable(
    tx: &mut Tx<'_>,
    app: &App,
    attempt: &Attempt,
    now: Timestamp,
) -> Result<Option<Pending>> {
    let pending =
        devices::pending(tx, &app.sealer, attempt.scope(), attempt.id, PENDING_TRIES).await?;
    Ok(pending.filter(|pending| now < pending.started_at + PENDING_LIFE))
}

fn wizard_is_open(step: Step) -> bool {
    matches!(step, Step::Enroll(missing) if opens_wizard(missing))
}
