//! MFA on again: one right code of any kept device, which shows that it still works (product.md:
//! Disable and keep), or a mailed one where email codes are in use.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::totp::Code;
use portcullis_core::sign_in::Purpose;
use portcullis_store::attempts::Attempt;
use portcullis_store::sessions::Session;
use portcullis_store::{Error, Result, Tx, accounts};

use super::step_up::{close, open};
use super::{CodeOutcome, Progress, Turn, raise};
use crate::app::App;
use crate::enroll::password_alone;
use crate::fault::Fault;

/// Takes a code of a kept device in a session; with a right one MFA is on, and the session raised.
pub async fn switch_on(
    app: &App,
    session: &Session,
    code: Code,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    // Only the password, so that the device is proved now, however lately it was before.
    let proofs = password_alone(session);
    let handle = open(app, session, (Purpose::SwitchOn, proofs)).await?;
    let outcome = super::code(app, &handle, code.into(), origin).await?;
    if let CodeOutcome::Refused(_) = outcome {
        close(app, handle).await?;
    }
    Ok(outcome)
}

/// The code was right, the app's or a mailed one: the session has proved it, too, and MFA is on.
pub(super) async fn finish(
    tx: &mut Tx<'_>,
    turn: &Turn<'_>,
    attempt: &Attempt,
) -> Result<Progress> {
    let (scope, account) = (attempt.scope(), attempt.account);
    let (Some(session), Some(proof)) = (attempt.session, attempt.facts.proofs.last()) else {
        return Err(Error::Shape("a switch without a session".to_owned()));
    };
    let Some(token) = raise(tx, turn, scope, (session, *proof)).await? else {
        return Ok(Progress::Ended);
    };
    if accounts::switch_off(tx, scope, account, false).await? {
        accounts::refresh_mfa_status(tx, scope, account).await?;
        turn.write(tx, attempt, Event::MfaSwitchedOn).await?;
    }
    Ok(Progress::SteppedUp { token })
}
