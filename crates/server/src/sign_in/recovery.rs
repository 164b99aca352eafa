//! The second page without the phone: a recovery code. Like a password it costs a hash, so it goes
//! *reserve* → hash → *record*, in a task of its own.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::credential::recovery_code::{self, CodeHash, RecoveryCode};
use portcullis_core::login::Realm;
use portcullis_core::sign_in::{Challenge, Step};
use portcullis_core::time::Span;
use portcullis_store::recovery_codes::{self, SetHashing};
use portcullis_store::{Result, Tx, throttle};

use super::challenged::end;
use super::code::{count, proved, write_refusal};
use super::{CodeOutcome, CodeRefused, Handle, Progress, Turn, stands};
use crate::app::App;
use crate::fault::Fault;
use crate::radius::Exchange;

/// A recovery code that was typed for an attempt.
#[derive(Clone)]
struct Try {
    app: App,
    handle: Handle,
    origin: Origin,
    /// The request that it came by, where that is RADIUS: it is taken already, and the attempt ends with the
    /// code, right or wrong.
    exchange: Option<Exchange>,
}

/// Takes a recovery code for an attempt.
pub async fn recovery_code(
    app: &App,
    handle: &Handle,
    code: RecoveryCode,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let one = Try {
        app: app.clone(),
        handle: handle.clone(),
        origin,
        exchange: None,
    };
    let task = tokio::spawn(async move { one.check(code).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

/// Takes one that came by RADIUS, once its request is taken. Called in the task of that.
pub async fn behind(
    app: &App,
    handle: &Handle,
    code: RecoveryCode,
    origin: Origin,
    exchange: Exchange,
) -> Result<CodeOutcome, Fault> {
    let one = Try {
        app: app.clone(),
        handle: handle.clone(),
        origin,
        exchange: Some(exchange),
    };
    one.check(code).await
}

impl Try {
    async fn check(self, code: RecoveryCode) -> Result<CodeOutcome, Fault> {
        let (set, realm) = match self.clone().reserve().await? {
            Ok(reserved) => reserved,
            Err(outcome) => return self.refuse(outcome).await,
        };
        let how = (set.params, set.pepper.clone());
        let hashing = &self.app.hashing;
        let guess = match hashing.hash_codes(realm, vec![code], set.salt, how).await {
            Err(Fault::Busy) => return self.take_back().await,
            hashed => hashed?.pop(),
        };
        let guess = guess.ok_or_else(|| Fault::Broken("no hash".to_owned()))?;
        self.record(set, guess).await
    }

    fn turn(&self) -> Turn<'_> {
        Turn {
            app: &self.app,
            handle: &self.handle,
            origin: &self.origin,
            now: self.app.now(),
        }
    }

    async fn reserve(self) -> Result<Result<(SetHashing, Realm), CodeOutcome>, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| self.counted(tx).await;
        Ok(store.write(unit).await?)
    }

    /// The set to look in and whose it is; `Err` when nobody is to look.
    async fn counted(&self, tx: &mut Tx<'_>) -> Result<Result<(SetHashing, Realm), CodeOutcome>> {
        let turn = self.turn();
        let Some(attempt) = turn.load(tx).await? else {
            return Ok(Err(CodeOutcome::Progress(Progress::Ended)));
        };
        let step = stands(&attempt, turn.now);
        if !wants_recovery_code(step) {
            return Ok(Err(CodeOutcome::Progress(turn.go_on(step))));
        }
        if let Some(refused) = count(tx, &turn, &attempt, Kind::RecoveryCode).await? {
            return Ok(Err(CodeOutcome::Refused(refused)));
        }
        let set = recovery_codes::hashing(tx, attempt.scope(), attempt.account).await?;
        let realm = Realm::of_organization(&attempt.organization_slug);
        Ok(set
            .map(|set| (set, realm))
            .ok_or(CodeOutcome::Refused(CodeRefused::Wrong)))
    }

    /// An outcome, and with it the answer to the request that it came by.
    async fn keep(&self, tx: &mut Tx<'_>, outcome: CodeOutcome) -> Result<CodeOutcome> {
        if let Some(exchange) = &self.exchange {
            end(tx, &self.turn(), exchange, &outcome).await?;
        }
        Ok(outcome)
    }

    /// Nobody is to look at it, which takes as long as looking.
    async fn refuse(self, outcome: CodeOutcome) -> Result<CodeOutcome, Fault> {
        let Some(exchange) = &self.exchange else {
            return Ok(outcome);
        };
        as_if(&self.app, exchange).await?;
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| self.keep(tx, outcome.clone()).await;
        Ok(store.write(unit).await?)
    }

    /// Nobody looked at the code, so the try does not count.
    async fn take_back(self) -> Result<CodeOutcome, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let turn = self.turn();
            if let Some(exchange) = &self.exchange {
                exchange.give_back(tx).await?;
            }
            if let Some(attempt) = turn.load(tx).await? {
                let counter = attempt.counter(Kind::RecoveryCode);
                throttle::take_back_factor(tx, counter, turn.now).await?;
            }
            Ok(())
        };
        store.write(unit).await?;
        Err(Fault::Busy)
    }

    async fn record(self, set: SetHashing, guess: CodeHash) -> Result<CodeOutcome, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let outcome = self.spent(tx, &set, &guess).await?;
            self.keep(tx, outcome).await
        };
        Ok(store.write(unit).await?)
    }

    async fn spent(
        &self,
        tx: &mut Tx<'_>,
        set: &SetHashing,
        guess: &CodeHash,
    ) -> Result<CodeOutcome> {
        let turn = self.turn();
        let Some(mut attempt) = turn.load_alone(tx).await? else {
            if let Some(exchange) = &self.exchange {
                exchange.write_over(tx, turn.app).await?;
            }
            return Ok(CodeOutcome::Progress(Progress::Ended));
        };
        let step = stands(&attempt, turn.now);
        if !wants_recovery_code(step) {
            return Ok(CodeOutcome::Progress(turn.go_on(step)));
        }
        let stored = recovery_codes::hashes(tx, attempt.scope(), set.id).await?;
        let hashes: Vec<CodeHash> = stored.iter().map(|(_, hash)| *hash).collect();
        let found = recovery_code::find(guess, &hashes).and_then(|place| stored.get(place));
        let refused = match found {
            None => CodeRefused::Wrong,
            Some((id, _)) if recovery_codes::spend(tx, attempt.scope(), *id, turn.now).await? => {
                let left = attempt.held.recovery_codes().saturating_sub(1);
                if let Some(held) = &mut attempt.held.recovery {
                    held.left = left;
                }
                turn.write(tx, &attempt, Event::RecoveryCodeUsed { left })
                    .await?;
                let proof = Proof {
                    kind: Kind::RecoveryCode,
                    credential: Some(set.id),
                    at: turn.now,
                };
                let progress = proved(tx, &turn, &mut attempt, proof).await?;
                return Ok(CodeOutcome::Progress(progress));
            }
            Some(_) => CodeRefused::AlreadyUsed(Span::ZERO),
        };
        write_refusal(tx, &turn, &attempt, (Kind::RecoveryCode, refused)).await?;
        Ok(CodeOutcome::Refused(refused))
    }
}

/// Takes as long as a look at the recovery code that came by RADIUS would, if one came that nobody looks at: the
/// time tells nobody what was wrong.
pub(super) async fn as_if(app: &App, exchange: &Exchange) -> Result<(), Fault> {
    if let Some((realm, code)) = exchange.costly_code() {
        let (hashing, salt) = (&app.hashing, app.random()?);
        let how = hashing.for_new_codes();
        if let Err(fault) = hashing.hash_codes(realm, vec![code], salt, how).await {
            // It may come again, to a shorter queue.
            let exchange = exchange.clone();
            let unit = async move |tx: &mut Tx<'_>| exchange.give_back(tx).await;
            app.store.write(unit).await?;
            return Err(fault);
        }
    }
    Ok(())
}

fn wants_recovery_code(step: Step) -> bool {
    matches!(step, Step::Ask(Challenge::SecondFactor { recovery_codes, .. }) if recovery_codes > 0)
}
