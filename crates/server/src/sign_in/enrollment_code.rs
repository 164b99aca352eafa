//! A code from the help desk, where a first set-up or a reset asks for one.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::credential::help_code::{HelpCode, HelpKind};
use portcullis_core::sign_in::{Challenge, Step};
use portcullis_store::{Tx, help_codes};

use super::code::{count, proved, write_refusal};
use super::{CodeOutcome, CodeRefused, Handle, Progress, Turn, stands};
use crate::app::App;
use crate::fault::Fault;
use crate::people::help_hash;

/// Takes an enrollment code for an attempt.
pub async fn enrollment_code(
    app: &App,
    handle: &Handle,
    code: HelpCode,
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
        let (kind, factor) = (HelpKind::Enrollment, Kind::EnrollmentCode);
        let Some(mut attempt) = turn.load_alone(tx).await? else {
            return Ok(CodeOutcome::Progress(Progress::Ended));
        };
        let step = stands(&attempt, turn.now);
        if !matches!(step, Step::Ask(Challenge::First(_))) {
            return Ok(CodeOutcome::Progress(turn.go_on(step)));
        }
        if let Some(refused) = count(tx, &turn, &attempt, factor).await? {
            return Ok(CodeOutcome::Refused(refused));
        }
        let (scope, account) = (attempt.scope(), attempt.account);
        let open = help_codes::count_try(tx, scope, account, kind, turn.now).await?;
        let hash = help_hash(turn.app, account, kind, &code);
        if !open || !help_codes::spend(tx, (scope, account), kind, hash, turn.now).await? {
            let left = help_codes::find(tx, scope, account, kind, turn.now).await?;
            let refused = match left {
                Some(_) => CodeRefused::Wrong,
                None => CodeRefused::Expired,
            };
            write_refusal(tx, &turn, &attempt, (factor, refused)).await?;
            return Ok(CodeOutcome::Refused(refused));
        }
        turn.write(tx, &attempt, Event::EnrollmentCodeUsed).await?;
        let proof = Proof {
            kind: factor,
            credential: None,
            at: turn.now,
        };
        let progress = proved(tx, &turn, &mut attempt, proof).await?;
        Ok(CodeOutcome::Progress(progress))
    };
    let outcome = app.store.write(unit).await?;
    app.metrics.code(Kind::EnrollmentCode.as_str(), &outcome);
    Ok(outcome)
}
