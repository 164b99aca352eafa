//! The second page: a code from an authenticator app. One unit of work, one commit, at most eight
//! statements.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{CodeRefusal, Event, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::credential::totp::{Checked, ClockOff, Code, check, clock_behind, until_next};
use portcullis_core::id::CredentialId;
use portcullis_core::sign_in::{Challenge, Purpose, Step};
use portcullis_core::throttle::{Counted, TOLD_AFTER};
use portcullis_core::token::Token;
use portcullis_store::address_failures::Tried;
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::{Result, Tx, devices, throttle};

use super::email_code::is_mailed;
use super::{
    CodeOutcome, CodeRefused, Handle, Progress, Turn, Typed, advance, advance_proved, audited,
    stands, with_proof,
};
use crate::address;
use crate::app::App;
use crate::fault::Fault;
use crate::support;

/// Takes a code for an attempt.
pub async fn code(
    app: &App,
    handle: &Handle,
    typed: Typed,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &origin,
            now: app_.now(),
        };
        match turn.load(tx).await? {
            Some(mut attempt) => take(tx, &turn, &mut attempt, &typed).await,
            None => Ok(CodeOutcome::Progress(Progress::Ended)),
        }
    };
    Ok(app.store.write(unit).await?)
}

/// Takes the one code that an attempt by RADIUS is good for, of which nobody else knows or that was loaded alone:
/// right or wrong, the attempt ends with it.
pub(super) async fn last(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &mut Attempt,
    typed: &Typed,
) -> Result<CodeOutcome> {
    let outcome = take(tx, turn, attempt, typed).await?;
    // Whoever was let on has ended it already.
    if !matches!(outcome, CodeOutcome::Progress(Progress::LoggedOn)) {
        attempts::close(tx, attempt).await?;
    }
    Ok(outcome)
}

async fn take(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &mut Attempt,
    typed: &Typed,
) -> Result<CodeOutcome> {
    let step = stands(attempt, turn.now);
    if !matches!(step, Step::Ask(Challenge::SecondFactor { app: true, .. })) {
        // Not the moment for a code: it is neither looked at nor counted.
        return Ok(CodeOutcome::Progress(turn.go_on(step)));
    }
    if let Some(refused) = count(tx, turn, attempt, Kind::Totp).await? {
        return Ok(CodeOutcome::Refused(refused));
    }
    match spend(tx, turn, attempt, &typed.code).await? {
        Ok(credential) => {
            attempt.remember = typed.remember;
            let proof = Proof {
                kind: Kind::Totp,
                credential: Some(credential),
                at: turn.now,
            };
            let progress = proved(tx, turn, attempt, proof).await?;
            Ok(CodeOutcome::Progress(progress))
        }
        Err(mut refused) => {
            if refused == CodeRefused::Wrong && is_mailed(tx, turn, attempt, &typed.code).await? {
                refused = CodeRefused::Mailed;
            }
            write_refusal(tx, turn, attempt, (Kind::Totp, refused)).await?;
            Ok(CodeOutcome::Refused(refused))
        }
    }
}

/// Counts a try at a second factor before it is looked at.
pub(super) async fn count(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    kind: Kind,
) -> Result<Option<CodeRefused>> {
    let counter = attempt.counter(kind);
    let counted = throttle::count_factor(tx, counter, turn.now).await?;
    let refused = match counted {
        Counted::Evaluate => return Ok(None),
        Counted::Delayed(wait) => CodeRefused::Delayed(wait),
        Counted::Suspended => CodeRefused::Suspended,
    };
    let (code, mark) = support::of_factor(turn.app, counter, counted, turn.now);
    turn.origin.support.set(code);
    if throttle::report_factor(tx, counter, mark).await? {
        write_refusal(tx, turn, attempt, (kind, refused)).await?;
    }
    Ok(Some(refused))
}

/// Notes a proof that was just given, and goes on from there.
pub(super) async fn proved(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &mut Attempt,
    proof: Proof,
) -> Result<Progress> {
    throttle::forget_factors(tx, attempt.scope(), attempt.account).await?;
    let before = attempt.facts.clone();
    attempt.facts = with_proof(&before, proof);
    if let Step::Done(_) = stands(attempt, turn.now) {
        return advance(tx, turn, attempt, turn.handle.token.clone()).await;
    }
    // The attempt goes on and is worth more than before, so its secret changes.
    let token = Token::new(turn.app.random()?);
    let proofs = std::mem::replace(&mut attempt.facts, before);
    if !attempts::add_proof(tx, attempt, proof, token.hash()).await? {
        return Ok(Progress::Ended);
    }
    attempt.facts = proofs;
    advance_proved(tx, turn, attempt, token).await
}

/// Finds the device that a code is of, and spends its step.
async fn spend(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    code: &Code,
) -> Result<Result<CredentialId, CodeRefused>> {
    let window = turn.app.settings().window;
    let mut refused = CodeRefused::Wrong;
    for device in &attempt.devices {
        let key = devices::key(tx, &turn.app.sealer, attempt.scope(), device).await?;
        match check(&key, code, Some(device.last_step), (window, turn.now)) {
            Checked::Right(step) => {
                if devices::spend_step(tx, attempt.scope(), device.id, step, turn.now).await? {
                    turn.app.code_clock.note(step, turn.now);
                    return Ok(Ok(device.id));
                }
                refused = CodeRefused::AlreadyUsed(until_next(turn.now));
            }
            Checked::Used(wait) => refused = CodeRefused::AlreadyUsed(wait),
            Checked::Wrong => {
                if let (CodeRefused::Wrong, Some(off)) =
                    (refused, clock_behind(&key, code, turn.now))
                {
                    refused = CodeRefused::ClockOff(off);
                }
            }
        }
    }
    Ok(Err(refused))
}

/// Writes down that a code did not count, and why.
pub(super) async fn write_refusal(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
    (factor, refused): (Kind, CodeRefused),
) -> Result<()> {
    if matches!(
        refused,
        CodeRefused::Wrong | CodeRefused::ClockOff(_) | CodeRefused::Mailed | CodeRefused::UsedUp
    ) {
        address::note(tx, turn.app, turn.origin, Tried::Factor(attempt.account)).await?;
    }
    let cause = match refused {
        CodeRefused::Wrong | CodeRefused::Mailed => CodeRefusal::Wrong,
        CodeRefused::Expired => CodeRefusal::Expired,
        CodeRefused::UsedUp => CodeRefusal::UsedUp,
        CodeRefused::ClockOff(ClockOff::Slow(_)) => CodeRefusal::ClockSlow,
        CodeRefused::ClockOff(ClockOff::Fast(_)) => CodeRefusal::ClockFast,
        CodeRefused::AlreadyUsed(_) => CodeRefusal::AlreadyUsed,
        CodeRefused::Delayed(_) => CodeRefusal::Delayed,
        CodeRefused::Suspended => CodeRefusal::Suspended,
    };
    let event = Event::CodeRefused {
        factor,
        cause,
        purpose: audited(&attempt.purpose),
    };
    turn.write(tx, attempt, event).await?;
    if matches!(refused, CodeRefused::Wrong | CodeRefused::ClockOff(_))
        // An agent who types a code knows nothing of the password.
        && !matches!(attempt.purpose, Purpose::Caller { .. })
        && throttle::failures(tx, attempt.counter(factor)).await? == TOLD_AFTER
    {
        turn.write(tx, attempt, Event::CodesTried { factor })
            .await?;
    }
    Ok(())
}
