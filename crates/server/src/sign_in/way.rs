//! Which way to a second factor a member takes, where the organization permits several: chosen in the
//! wizard, before anything is set up.

use portcullis_core::audit::Origin;
use portcullis_core::credential::Kind;
use portcullis_core::sign_in::Way;
use portcullis_store::{Tx, attempts};

use super::email_code::take_up;
use super::{Handle, Progress, Turn, advance, stands};
use crate::app::App;
use crate::fault::Fault;

/// The member says which way to take.
pub async fn choose_way(
    app: &App,
    handle: &Handle,
    way: Way,
    origin: Origin,
) -> Result<Progress, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &origin,
            now: app_.now(),
        };
        let Some(mut attempt) = turn.load_alone(tx).await? else {
            return Ok(Progress::Ended);
        };
        if attempt.leaves(way) {
            attempts::choose_way(tx, &attempt, way).await?;
            attempt.facts.way = Some(way);
            // Who took the way of the app may have proved the mailbox already, as what comes first.
            let proofs = &attempt.facts.proofs;
            let mailbox = proofs.iter().any(|proof| proof.kind == Kind::EmailCode);
            if way == Way::Email && mailbox {
                take_up(tx, &turn, &mut attempt).await?;
            }
            return advance(tx, &turn, &attempt, handle.token.clone()).await;
        }
        Ok(turn.go_on(stands(&attempt, turn.now)))
    };
    let progress = app.store.write(unit).await?;
    app.metrics.set_up(&progress);
    Ok(progress)
}
