//! The second page: a code from an authenticator app. One unit of work, one commit, at most eight
//! statements.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{CodeRefusal, Event};
use portcullis_core::credential::Kind;
use portcullis_core::credential::totp::{Checked, Code, check, until_next};
use portcullis_core::id::CredentialId;
use portcullis_core::sign_in::{Challenge, Step};
use portcullis_core::throttle::Counted;
use portcullis_core::time::Timestamp;
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::{Result, Tx, devices, throttle};

use super::{
    CodeOutcome, CodeRefused, Handle, Opening, Progress, advance, audited, load, stands, with_proof,
};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// Takes a code for an attempt.
pub async fn code(
    app: &App,
    handle: &Handle,
    code: Code,
    opening: Opening,
) -> Result<CodeOutcome, Fault> {
    let (app_, handle_) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, handle, now) = (&app_, &handle_, app_.now());
        let Some(mut attempt) = load(tx, handle.attempt, handle.token.hash(), now).await? else {
            return Ok(CodeOutcome::Progress(Progress::Ended));
        };
        let step = stands(&attempt, now);
        if !matches!(step, Step::Ask(Challenge::SecondFactor { app: true, .. })) {
            // Not the moment for a code: it is neither looked at nor counted.
            let handle = handle.clone();
            return Ok(CodeOutcome::Progress(Progress::GoOn { handle, step }));
        }
        if let Some(refused) = count(tx, app, &attempt, Kind::Totp, &opening, now).await? {
            return Ok(CodeOutcome::Refused(refused));
        }
        match spend(tx, app, &attempt, &code, now).await? {
            Ok(credential) => {
                let proof = Proof {
                    kind: Kind::Totp,
                    credential: Some(credential),
                    at: now,
                };
                let progress = proved(tx, app, &mut attempt, handle, proof, &opening, now).await?;
                Ok(CodeOutcome::Progress(progress))
            }
            Err(refused) => {
                write_refusal(tx, app, &attempt, Kind::Totp, refused, &opening, now).await?;
                Ok(CodeOutcome::Refused(refused))
            }
        }
    };
    Ok(app.store.write(unit).await?)
}

/// Counts a try at a second factor before it is looked at.
pub(super) async fn count(
    tx: &mut Tx<'_>,
    app: &App,
    attempt: &Attempt,
    kind: Kind,
    opening: &Opening,
    now: Timestamp,
) -> Result<Option<CodeRefused>> {
    let refused =
        match throttle::count_factor(tx, attempt.scope(), attempt.account, kind, now).await? {
            Counted::Evaluate => return Ok(None),
            Counted::Delayed(wait) => CodeRefused::Delayed(wait),
            Counted::Suspended => CodeRefused::Suspended,
        };
    if throttle::report_factor(tx, attempt.scope(), attempt.account, kind).await? {
        write_refusal(tx, app, attempt, kind, refused, opening, now).await?;
    }
    Ok(Some(refused))
}

/// Notes a proof that was just given, and goes on from there.
pub(super) async fn proved(
    tx: &mut Tx<'_>,
    app: &App,
    attempt: &mut Attempt,
    handle: &Handle,
    proof: Proof,
    opening: &Opening,
    now: Timestamp,
) -> Result<Progress> {
    throttle::forget_factors(tx, attempt.scope(), attempt.account).await?;
    let before = attempt.facts.clone();
    attempt.facts = with_proof(&before, proof);
    if let Step::Done(_) = stands(attempt, now) {
        return advance(tx, app, attempt, handle.token.clone(), opening, now).await;
    }
    // The attempt goes on and is worth more than before, so its secret changes.
    let token = Token::new(app.random()?);
    let proofs = std::mem::replace(&mut attempt.facts, before);
    if !attempts::add_proof(tx, attempt, proof, token.hash()).await? {
        return Ok(Progress::Ended);
    }
    attempt.facts = proofs;
    advance(tx, app, attempt, token, opening, now).await
}

/// Finds the device that a code is of, and spends its step.
async fn spend(
    tx: &mut Tx<'_>,
    app: &App,
    attempt: &Attempt,
    code: &Code,
    now: Timestamp,
) -> Result<Result<CredentialId, CodeRefused>> {
    let mut refused = CodeRefused::Wrong;
    for device in &attempt.devices {
        let key = devices::key(tx, &app.sealer, attempt.scope(), device).await?;
        match check(&key, code, Some(device.last_step), now) {
            Checked::Right(step) => {
                if devices::spend_step(tx, attempt.scope(), device.id, step, now).await? {
                    return Ok(Ok(device.id));
                }
                refused = CodeRefused::AlreadyUsed(until_next(now));
            }
            Checked::Used(wait) => refused = CodeRefused::AlreadyUsed(wait),
            Checked::Wrong => {}
        }
    }
    Ok(Err(refused))
}

pub(super) async fn write_refusal(
    tx: &mut Tx<'_>,
    app: &App,
    attempt: &Attempt,
    factor: Kind,
    refused: CodeRefused,
    opening: &Opening,
    now: Timestamp,
) -> Result<()> {
    let cause = match refused {
        CodeRefused::Wrong => CodeRefusal::Wrong,
        CodeRefused::AlreadyUsed(_) => CodeRefusal::AlreadyUsed,
        CodeRefused::Delayed(_) => CodeRefusal::Delayed,
        CodeRefused::Suspended => CodeRefusal::Suspended,
    };
    let event = Event::CodeRefused {
        factor,
        cause,
        purpose: audited(&attempt.purpose),
    };
    Subject::own(attempt.scope(), attempt.account, &opening.origin)
        .write(tx, app, event, now)
        .await
}
