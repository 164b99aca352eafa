//! The password once more, where nothing else was ever set up: *reserve* → hash → *record*, as on the
//! first page, but counted by account, since the session says whose it is.

use portcullis_core::assurance::Proof;
use portcullis_core::audit::Origin;
use portcullis_core::credential::Kind;
use portcullis_core::credential::password::{Password, Verified};
use portcullis_core::login::Realm;
use portcullis_core::sign_in::{Challenge, Step};
use portcullis_store::accounts::{self, PasswordRecord};
use portcullis_store::{Result, Tx, throttle};

use super::code::{count, proved, write_refusal};
use super::{CodeOutcome, CodeRefused, Handle, Progress, Turn, stands};
use crate::app::App;
use crate::fault::Fault;

/// A password that was typed for an attempt.
#[derive(Clone)]
struct Try {
    app: App,
    handle: Handle,
    origin: Origin,
}

/// Takes the password for an attempt.
pub async fn password_again(
    app: &App,
    handle: &Handle,
    password: Option<Password>,
    origin: Origin,
) -> Result<CodeOutcome, Fault> {
    let one = Try {
        app: app.clone(),
        handle: handle.clone(),
        origin,
    };
    let task = tokio::spawn(async move { one.check(password).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

impl Try {
    async fn check(self, password: Option<Password>) -> Result<CodeOutcome, Fault> {
        let (record, realm) = match self.clone().reserve().await? {
            Ok(reserved) => reserved,
            Err(outcome) => return Ok(outcome),
        };
        let (hashing, stored) = (&self.app.hashing, record.hash.clone());
        let verified = match password {
            None => Verified::Wrong,
            Some(password) => match hashing.verify_again(realm, password, stored).await {
                Err(Fault::Busy) => return self.take_back().await,
                verified => verified?,
            },
        };
        self.record(record, verified != Verified::Wrong).await
    }

    fn turn(&self) -> Turn<'_> {
        Turn {
            app: &self.app,
            handle: &self.handle,
            origin: &self.origin,
            now: self.app.now(),
        }
    }

    async fn reserve(self) -> Result<Result<(PasswordRecord, Realm), CodeOutcome>, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let turn = self.turn();
            let Some(attempt) = turn.load(tx).await? else {
                return Ok(Err(CodeOutcome::Progress(Progress::Ended)));
            };
            let step = stands(&attempt, turn.now);
            if step != Step::Ask(Challenge::Password) {
                return Ok(Err(CodeOutcome::Progress(turn.go_on(step))));
            }
            if let Some(refused) = count(tx, &turn, &attempt, Kind::Password).await? {
                return Ok(Err(CodeOutcome::Refused(refused)));
            }
            let record = accounts::password(tx, attempt.scope(), attempt.account).await?;
            let realm = Realm::of_organization(&attempt.organization_slug);
            Ok(record
                .map(|record| (record, realm))
                .ok_or(CodeOutcome::Progress(Progress::Ended)))
        };
        Ok(store.write(unit).await?)
    }

    /// Nobody looked at the password, so the try does not count.
    async fn take_back(self) -> Result<CodeOutcome, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let turn = self.turn();
            if let Some(attempt) = turn.load(tx).await? {
                let counter = attempt.counter(Kind::Password);
                throttle::take_back_factor(tx, counter, turn.now).await?;
            }
            Ok(())
        };
        store.write(unit).await?;
        Err(Fault::Busy)
    }

    async fn record(self, checked: PasswordRecord, right: bool) -> Result<CodeOutcome, Fault> {
        let store = self.app.store.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let turn = self.turn();
            let Some(mut attempt) = turn.load_alone(tx).await? else {
                return Ok(CodeOutcome::Progress(Progress::Ended));
            };
            let step = stands(&attempt, turn.now);
            if step != Step::Ask(Challenge::Password) {
                return Ok(CodeOutcome::Progress(turn.go_on(step)));
            }
            // It may have been changed while it was hashed.
            if right && accounts::may_sign_in(tx, attempt.scope(), &checked).await? {
                let proof = Proof::password(turn.now);
                let progress = proved(tx, &turn, &mut attempt, proof).await?;
                return Ok(CodeOutcome::Progress(progress));
            }
            let refused = CodeRefused::Wrong;
            write_refusal(tx, &turn, &attempt, (Kind::Password, refused)).await?;
            Ok(CodeOutcome::Refused(refused))
        };
        Ok(store.write(unit).await?)
    }
}
