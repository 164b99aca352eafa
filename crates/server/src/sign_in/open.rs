//! The end of an attempt: a session is opened or raised, or the next step named.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::{AccountId, AttemptId, SessionId};
use portcullis_core::role::Scope;
use portcullis_core::sign_in::{ATTEMPT_LIFE, Purpose, Step};
use portcullis_core::time::Timestamp;
use portcullis_core::token::Token;
use portcullis_store::attempts::{self, Attempt, NewAttempt};
use portcullis_store::{Error, Result, Tx, sessions};

use super::{Handle, Progress, load, stands};
use crate::app::App;
use crate::record::Subject;

/// What a session that may be opened is told about where it comes from.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The client's address and browser.
    pub origin: Origin,
}

/// Asks where an attempt stands, its last proof included, and ends it if that is enough. Whoever
/// ends the attempt opens the session, and only one can.
pub(crate) async fn advance(
    tx: &mut Tx<'_>,
    app: &App,
    attempt: &Attempt,
    token: Token,
    opening: &Opening,
    now: Timestamp,
) -> Result<Progress> {
    let step = stands(attempt, now);
    let Step::Done(_) = step else {
        let handle = Handle {
            attempt: attempt.id,
            token,
        };
        return Ok(Progress::GoOn { handle, step });
    };
    if !attempts::close(tx, attempt).await? {
        return Ok(Progress::Ended);
    }
    let token = Token::new(app.random()?);
    let subject = Subject::own(attempt.scope(), attempt.account, &opening.origin);
    match &attempt.purpose {
        Purpose::Portal { return_to } => {
            let id = SessionId::new(now, app.random()?);
            let proofs = &attempt.facts.proofs;
            sessions::open(
                tx,
                attempt.scope(),
                (id, token.hash(), attempt.account),
                proofs,
                &opening.origin,
                now,
            )
            .await?;
            let factors = proofs.iter().map(|proof| proof.kind).collect();
            subject
                .write(tx, app, Event::SignedIn { factors }, now)
                .await?;
            Ok(Progress::SignedIn {
                token,
                return_to: return_to.clone(),
            })
        }
        Purpose::StepUp { act } => {
            let newest = attempt
                .facts
                .proofs
                .iter()
                .filter(|p| p.kind.is_second_factor())
                .max_by_key(|p| p.at);
            let (Some(session), Some(proof)) = (attempt.session, newest) else {
                return Err(Error::Shape(
                    "a step-up without a session or a proof".to_owned(),
                ));
            };
            if !sessions::step_up(tx, attempt.scope(), session, *proof, token.hash()).await? {
                return Ok(Progress::Ended);
            }
            subject
                .write(
                    tx,
                    app,
                    Event::SteppedUp {
                        act: *act,
                        factor: proof.kind,
                    },
                    now,
                )
                .await?;
            Ok(Progress::SteppedUp { token, act: *act })
        }
    }
}

/// Opens an attempt for an account whose password was just proved or set, and advances it.
pub async fn open_after_password(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Scope,
    (account, login): (AccountId, &str),
    purpose: &Purpose,
    opening: &Opening,
) -> Result<Progress> {
    let now = app.now();
    let token = Token::new(app.random()?);
    let new = NewAttempt {
        id: AttemptId::new(now, app.random()?),
        token: token.hash(),
        account,
        session: None,
        login,
        purpose,
        proofs: &[Proof::password(now)],
        expires_at: now + ATTEMPT_LIFE,
    };
    attempts::open(tx, scope, &new, now).await?;
    let attempt = load(tx, new.id, token.hash(), now).await?;
    let Some(attempt) = attempt else {
        return Ok(Progress::Ended);
    }; // suspended this moment
    advance(tx, app, &attempt, token, opening, now).await
}
