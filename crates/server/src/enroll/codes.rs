//! Recovery codes: made ten at a time, shown once, in force until a newer set is made.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::recovery_code::{CodeHash, RecoveryCode, SET};
use portcullis_core::id::{AccountId, AttemptId, CodeId, CredentialId};
use portcullis_core::login::Realm;
use portcullis_core::role::Scope;
use portcullis_core::sign_in::{Act, Missing, Step};
use portcullis_core::time::Timestamp;
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::recovery_codes::{self, SetHashing};
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx, accounts};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{Handle, Progress, Turn, advance, look, stands, still_asked};

/// Ten codes to be shown once.
pub struct NewCodes {
    /// The id of the set, which the tick refers to.
    pub set: CredentialId,
    /// The codes.
    pub codes: Vec<RecoveryCode>,
    /// When they were made.
    pub made_at: Timestamp,
}

/// The same codes as they are stored.
struct Hashed {
    set: SetHashing,
    codes: Vec<(CodeId, CodeHash)>,
    made_at: Timestamp,
}

/// Whose codes they are: somebody who signs in, or who has.
#[derive(Clone)]
struct Holder {
    scope: Scope,
    account: AccountId,
    attempt: Option<AttemptId>,
    origin: Origin,
}

impl Holder {
    fn of_attempt(attempt: &Attempt, origin: &Origin) -> Self {
        Self {
            scope: attempt.scope(),
            account: attempt.account,
            attempt: Some(attempt.id),
            origin: origin.clone(),
        }
    }

    fn of_session(session: &Session, origin: Origin) -> Self {
        Self {
            scope: session.scope(),
            account: session.account,
            attempt: None,
            origin,
        }
    }

    fn subject(&self) -> Subject {
        Subject::own(self.scope, self.account, &self.origin)
    }
}

/// Makes the recovery codes that an attempt is waiting for; `None` when it is not.
pub async fn make_codes(
    app: &App,
    handle: &Handle,
    origin: Origin,
) -> Result<Option<(NewCodes, Attempt)>, Fault> {
    let (app, handle) = (app.clone(), handle.clone());
    let task = tokio::spawn(async move {
        let Some((attempt, Step::Enroll(Missing::RecoveryCodes))) = look(&app, &handle).await?
        else {
            return Ok(None);
        };
        let realm = Realm::of_organization(&attempt.organization_slug);
        let (new, hashed) = prepare(&app, realm).await?;
        let app_ = app.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let turn = Turn {
                app: &app_,
                handle: &handle,
                origin: &origin,
                now: hashed.made_at,
            };
            let Some(attempt) = turn.load_alone(tx).await? else {
                return Ok(false);
            };
            if stands(&attempt, hashed.made_at) != Step::Enroll(Missing::RecoveryCodes) {
                return Ok(false);
            }
            replace(tx, &app_, &Holder::of_attempt(&attempt, &origin), &hashed).await?;
            Ok(true)
        };
        let made = app.store.write(unit).await?;
        Ok(made.then_some((new, attempt)))
    });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

/// Makes a new set in a session; `None` when it has ended meanwhile or its proof is not fresh.
pub async fn renew_codes(
    app: &App,
    session: &Session,
    origin: Origin,
) -> Result<Option<NewCodes>, Fault> {
    let (app, session) = (app.clone(), session.clone());
    let task = tokio::spawn(async move {
        let realm = Realm::of_organization(&session.organization_slug);
        let (new, hashed) = prepare(&app, realm).await?;
        let app_ = app.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let (app, holder) = (&app_, Holder::of_session(&session, origin.clone()));
            accounts::lock(tx, holder.scope, holder.account).await?;
            // Hashing took its time: what was true of the session before need not be true now.
            let step = still_asked(tx, app, &session, Act::NewRecoveryCodes).await?;
            let held = accounts::holdings(tx, holder.scope, holder.account).await?;
            // Without a device there is nothing that they could stand in for.
            if !matches!(step, Some(Step::Done(_))) || held.devices == 0 {
                return Ok(false);
            }
            replace(tx, app, &holder, &hashed).await?;
            Ok(true)
        };
        Ok(app.store.write(unit).await?.then_some(new))
    });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

/// The member says that the codes of a set are stored; the attempt goes on, if that was what it was
/// waiting for.
pub async fn stored(
    app: &App,
    handle: &Handle,
    set: CredentialId,
    origin: Origin,
) -> Result<Progress, Fault> {
    let (app_, handle_) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle_,
            origin: &origin,
            now: app_.now(),
        };
        let Some(mut attempt) = turn.load_alone(tx).await? else {
            return Ok(Progress::Ended);
        };
        let waiting = stands(&attempt, turn.now) == Step::Enroll(Missing::RecoveryCodes);
        if waiting
            && mark(tx, turn.app, &Holder::of_attempt(&attempt, &origin), set).await?
            && let Some(held) = &mut attempt.held.recovery
        {
            held.stored = true;
        }
        advance(tx, &turn, &attempt, handle_.token.clone()).await
    };
    let progress = app.store.write(unit).await?;
    app.metrics.set_up(&progress);
    Ok(progress)
}

/// The same in a session, after renewing the codes.
pub async fn stored_in_session(
    app: &App,
    session: &Session,
    set: CredentialId,
    origin: Origin,
) -> Result<bool, Fault> {
    let (app_, holder) = (app.clone(), Holder::of_session(session, origin));
    let unit = async move |tx: &mut Tx<'_>| mark(tx, &app_, &holder, set).await;
    Ok(app.store.write(unit).await?)
}

async fn mark(tx: &mut Tx<'_>, app: &App, holder: &Holder, set: CredentialId) -> Result<bool> {
    let now = app.now();
    let marked = recovery_codes::mark_stored(tx, holder.scope, holder.account, set, now).await?;
    if marked {
        holder
            .subject()
            .write(tx, app, Event::RecoveryCodesStored, now)
            .await?;
    }
    Ok(marked)
}

/// Ten new codes and their hashes. Hashing is long, so it stands outside any unit of work.
async fn prepare(app: &App, realm: Realm) -> Result<(NewCodes, Hashed), Fault> {
    let made_at = app.now();
    let (params, pepper) = app.hashing.for_new_codes();
    let id = CredentialId::new(made_at, app.random()?);
    let set = SetHashing {
        id,
        salt: app.random()?,
        params,
        pepper,
    };
    let mut codes = Vec::with_capacity(SET);
    let mut ids = Vec::with_capacity(SET);
    for _ in 0..SET {
        codes.push(RecoveryCode::new(app.random()?));
        ids.push(CodeId::new(made_at, app.random()?));
    }
    let how = (params, set.pepper.clone());
    let hashing = &app.hashing;
    let hashes = hashing
        .hash_codes(realm, codes.clone(), set.salt, how)
        .await?;
    let hashed = Hashed {
        set,
        codes: ids.into_iter().zip(hashes).collect(),
        made_at,
    };
    Ok((
        NewCodes {
            set: id,
            codes,
            made_at,
        },
        hashed,
    ))
}

async fn replace(tx: &mut Tx<'_>, app: &App, holder: &Holder, new: &Hashed) -> Result<()> {
    let (scope, account) = (holder.scope, holder.account);
    accounts::lock(tx, scope, account).await?;
    // A sign-in under way by one of the old codes is over with them.
    attempts::close_others(tx, scope, account, holder.attempt).await?;
    recovery_codes::replace(tx, scope, account, (&new.set, &new.codes), new.made_at).await?;
    holder
        .subject()
        .write(tx, app, Event::RecoveryCodesMade, new.made_at)
        .await
}
