//! The one path to a new credential: a device, a set of recovery codes. Nothing else adds one.
//!
//! A key is made on the server, shown while it is pending, and becomes a device by its first right
//! code. Until then nothing old is touched, so closing the page at any point changes nothing.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{CodeRefusal, Event, Purpose};
use portcullis_core::credential::Kind;
use portcullis_core::credential::recovery_code::{RecoveryCode, SET};
use portcullis_core::credential::totp::{Code, TotpKey};
use portcullis_core::enrollment::{
    Confirmation, PENDING_LIFE, PENDING_TRIES, Pending, confirm, opens_wizard,
};
use portcullis_core::id::{AccountId, CodeId, CredentialId, EnrollmentId};
use portcullis_core::role::Scope;
use portcullis_core::sign_in::{Missing, SET_UP_LIFE, Step};
use portcullis_core::time::Timestamp;
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::devices::{self, NewDevice};
use portcullis_store::recovery_codes::{self, SetHashing};
use portcullis_store::sessions::{self, Session};
use portcullis_store::{Result, Tx, accounts};

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

/// Ten codes to be shown once.
pub struct NewCodes {
    /// The id of the set, which the tick refers to.
    pub set: CredentialId,
    /// The codes.
    pub codes: Vec<RecoveryCode>,
    /// When they were made.
    pub made_at: Timestamp,
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
            attempts::extend(tx, &attempt, now + SET_UP_LIFE).await?;
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
    // Whoever had signed in before did it without this device.
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

/// Makes the recovery codes that an attempt is waiting for; `None` when it is not.
pub async fn make_codes(
    app: &App,
    handle: &Handle,
    opening: Opening,
) -> Result<Option<(NewCodes, Attempt)>, Fault> {
    let (app, handle) = (app.clone(), handle.clone());
    let task = tokio::spawn(async move {
        let waiting = crate::sign_in::look(&app, &handle).await?;
        let Some((attempt, Step::Enroll(Missing::RecoveryCodes))) = waiting else {
            return Ok(None);
        };
        let (new, hashing, hashed) = prepare(&app).await?;
        let made_at = new.made_at;
        let app_ = app.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let Some(attempt) = load_alone(tx, &handle, made_at).await? else {
                return Ok(false);
            };
            if stands(&attempt, made_at) != Step::Enroll(Missing::RecoveryCodes) {
                return Ok(false);
            }
            replace(
                tx,
                &app_,
                attempt.scope(),
                attempt.account,
                (&hashing, &hashed),
                &opening,
                made_at,
            )
            .await?;
            Ok(true)
        };
        let made = app.store.write(unit).await?;
        Ok(made.then_some((new, attempt)))
    });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

/// Makes a new set in a session whose second factor was proved a moment ago; the caller has checked
/// that it was.
pub async fn renew_codes(
    app: &App,
    session: &Session,
    opening: Opening,
) -> Result<NewCodes, Fault> {
    let (app, scope, account) = (app.clone(), session.scope(), session.account);
    let task = tokio::spawn(async move {
        let (new, hashing, hashed) = prepare(&app).await?;
        let (app_, made_at) = (app.clone(), new.made_at);
        let unit = async move |tx: &mut Tx<'_>| {
            replace(
                tx,
                &app_,
                scope,
                account,
                (&hashing, &hashed),
                &opening,
                made_at,
            )
            .await
        };
        app.store.write(unit).await?;
        Ok(new)
    });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

/// The member says that the codes of a set are stored; the attempt goes on.
pub async fn stored(
    app: &App,
    handle: &Handle,
    set: CredentialId,
    opening: Opening,
) -> Result<Progress, Fault> {
    let (app_, handle_) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, handle, now) = (&app_, &handle_, app_.now());
        let Some(mut attempt) = load(tx, handle.attempt, handle.token.hash(), now).await? else {
            return Ok(Progress::Ended);
        };
        if mark(
            tx,
            app,
            attempt.scope(),
            attempt.account,
            set,
            &opening,
            now,
        )
        .await?
            && let Some(held) = &mut attempt.held.recovery
        {
            held.stored = true;
        }
        advance(tx, app, &attempt, handle.token.clone(), &opening, now).await
    };
    Ok(app.store.write(unit).await?)
}

/// The same in a session, after renewing the codes.
pub async fn stored_in_session(
    app: &App,
    session: &Session,
    set: CredentialId,
    opening: Opening,
) -> Result<bool, Fault> {
    let (app_, scope, account) = (app.clone(), session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        mark(tx, &app_, scope, account, set, &opening, app_.now()).await
    };
    Ok(app.store.write(unit).await?)
}

async fn mark(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Scope,
    account: AccountId,
    set: CredentialId,
    opening: &Opening,
    now: Timestamp,
) -> Result<bool> {
    let marked = recovery_codes::mark_stored(tx, scope, account, set, now).await?;
    if marked {
        Subject::own(scope, account, &opening.origin)
            .write(tx, app, Event::RecoveryCodesStored, now)
            .await?;
    }
    Ok(marked)
}

/// Ten new codes and their hashes. Hashing is long, so it stands outside any unit of work.
async fn prepare(
    app: &App,
) -> Result<
    (
        NewCodes,
        SetHashing,
        Vec<(CodeId, portcullis_core::credential::recovery_code::CodeHash)>,
    ),
    Fault,
> {
    let now = app.now();
    let (params, pepper) = app.hashing.for_new_codes();
    let set = SetHashing {
        id: CredentialId::new(now, app.random()?),
        salt: app.random()?,
        params,
        pepper,
    };
    let mut codes = Vec::with_capacity(SET);
    let mut ids = Vec::with_capacity(SET);
    for _ in 0..SET {
        codes.push(RecoveryCode::new(app.random()?));
        ids.push(CodeId::new(now, app.random()?));
    }
    let hashes = app
        .hashing
        .hash_codes(codes.clone(), set.salt, (params, set.pepper.clone()))
        .await?;
    let hashed = ids.into_iter().zip(hashes).collect();
    Ok((
        NewCodes {
            set: set.id,
            codes,
            made_at: now,
        },
        set,
        hashed,
    ))
}

async fn replace(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Scope,
    account: AccountId,
    (set, codes): (
        &SetHashing,
        &[(CodeId, portcullis_core::credential::recovery_code::CodeHash)],
    ),
    opening: &Opening,
    now: Timestamp,
) -> Result<()> {
    accounts::lock(tx, scope, account).await?;
    recovery_codes::replace(tx, scope, account, set, codes, now).await?;
    Subject::own(scope, account, &opening.origin)
        .write(tx, app, Event::RecoveryCodesMade, now)
        .await
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
