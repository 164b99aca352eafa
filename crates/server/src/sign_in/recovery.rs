//! The second page without the phone: a recovery code. Like a password it costs a hash, so it goes
//! *reserve* → hash → *record*, in a task of its own.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::Event;
use portcullis_core::credential::Kind;
use portcullis_core::credential::recovery_code::{self, CodeHash, RecoveryCode};
use portcullis_core::sign_in::{Challenge, Step};
use portcullis_core::time::Span;
use portcullis_store::recovery_codes::{self, SetHashing};
use portcullis_store::{Result, Tx, throttle};

use super::code::{count, proved, write_refusal};
use super::{CodeOutcome, CodeRefused, Handle, Opening, Progress, load, stands};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// Takes a recovery code for an attempt.
pub async fn recovery_code(
    app: &App,
    handle: &Handle,
    code: RecoveryCode,
    opening: Opening,
) -> Result<CodeOutcome, Fault> {
    let (app, handle) = (app.clone(), handle.clone());
    let task = tokio::spawn(async move {
        let set = match reserve(&app, &handle, &opening).await? {
            Ok(set) => set,
            Err(outcome) => return Ok(outcome),
        };
        let how = (set.params, set.pepper.clone());
        let guess = match app.hashing.hash_codes(vec![code], set.salt, how).await {
            Err(Fault::Busy) => return take_back(&app, &handle).await,
            hashed => hashed?,
        };
        let guess = guess
            .into_iter()
            .next()
            .ok_or_else(|| Fault::Broken("no hash".to_owned()))?;
        record(&app, &handle, &set, guess, &opening).await
    });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

async fn reserve(
    app: &App,
    handle: &Handle,
    opening: &Opening,
) -> Result<Result<SetHashing, CodeOutcome>, Fault> {
    let (app_, handle_, opening) = (app.clone(), handle.clone(), opening.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, handle, now) = (&app_, &handle_, app_.now());
        let Some(attempt) = load(tx, handle.attempt, handle.token.hash(), now).await? else {
            return Ok(Err(CodeOutcome::Progress(Progress::Ended)));
        };
        let step = stands(&attempt, now);
        if !wants_recovery_code(step) {
            let handle = handle.clone();
            return Ok(Err(CodeOutcome::Progress(Progress::GoOn { handle, step })));
        }
        if let Some(refused) = count(tx, app, &attempt, Kind::RecoveryCode, &opening, now).await? {
            return Ok(Err(CodeOutcome::Refused(refused)));
        }
        let set = recovery_codes::hashing(tx, attempt.scope(), attempt.account).await?;
        Ok(set.ok_or(CodeOutcome::Refused(CodeRefused::Wrong)))
    };
    Ok(app.store.write(unit).await?)
}

/// Nobody looked at the code, so the try does not count.
async fn take_back(app: &App, handle: &Handle) -> Result<CodeOutcome, Fault> {
    let (app_, handle_) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        if let Some(attempt) = load(tx, handle_.attempt, handle_.token.hash(), now).await? {
            let (scope, account) = (attempt.scope(), attempt.account);
            throttle::take_back_factor(tx, scope, account, Kind::RecoveryCode, now).await?;
        }
        Ok(())
    };
    app.store.write(unit).await?;
    Err(Fault::Busy)
}

async fn record(
    app: &App,
    handle: &Handle,
    set: &SetHashing,
    guess: CodeHash,
    opening: &Opening,
) -> Result<CodeOutcome, Fault> {
    let (app_, handle_, set, opening) = (app.clone(), handle.clone(), set.clone(), opening.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, handle, now) = (&app_, &handle_, app_.now());
        let Some(mut attempt) = load(tx, handle.attempt, handle.token.hash(), now).await? else {
            return Ok(CodeOutcome::Progress(Progress::Ended));
        };
        let step = stands(&attempt, now);
        if !wants_recovery_code(step) {
            let handle = handle.clone();
            return Ok(CodeOutcome::Progress(Progress::GoOn { handle, step }));
        }
        let stored = recovery_codes::hashes(tx, attempt.scope(), set.id).await?;
        let hashes: Vec<CodeHash> = stored.iter().map(|(_, hash)| *hash).collect();
        let found = recovery_code::find(&guess, &hashes).and_then(|place| stored.get(place));
        let refused = match found {
            None => CodeRefused::Wrong,
            Some((id, _)) if !recovery_codes::spend(tx, attempt.scope(), *id, now).await? => {
                CodeRefused::AlreadyUsed(Span::ZERO)
            }
            Some(_) => {
                let left = attempt.held.recovery_codes().saturating_sub(1);
                if let Some(held) = &mut attempt.held.recovery {
                    held.left = left;
                }
                Subject::own(attempt.scope(), attempt.account, &opening.origin)
                    .write(tx, app, Event::RecoveryCodeUsed { left }, now)
                    .await?;
                let proof = Proof {
                    kind: Kind::RecoveryCode,
                    credential: Some(set.id),
                    at: now,
                };
                let progress = proved(tx, app, &mut attempt, handle, proof, &opening, now).await?;
                return Ok(CodeOutcome::Progress(progress));
            }
        };
        write_refusal(
            tx,
            app,
            &attempt,
            Kind::RecoveryCode,
            refused,
            &opening,
            now,
        )
        .await?;
        Ok(CodeOutcome::Refused(refused))
    };
    Ok(app.store.write(unit).await?)
}

fn wants_recovery_code(step: Step) -> bool {
    matches!(step, Step::Ask(Challenge::SecondFactor { recovery_codes, .. }) if recovery_codes > 0)
}
