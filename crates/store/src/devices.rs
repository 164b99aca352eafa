//! Authenticator apps' entries, and those that wait for their first right code.

use portcullis_core::credential::totp::{TimeStep, TotpKey};
use portcullis_core::enrollment::Pending;
use portcullis_core::id::{AccountId, AttemptId, CredentialId, EnrollmentId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Error, Result, Tx};
use crate::seal::{Place, Plain, Sealer};

/// A confirmed device as pages show it.
#[derive(Clone, Debug)]
pub struct Device {
    /// Its id.
    pub id: CredentialId,
    /// Its name.
    pub name: String,
    /// When it was confirmed.
    pub created_at: Timestamp,
    /// When it was last used to sign in.
    pub used_at: Option<Timestamp>,
}

/// A device with its sealed key, for a check.
#[derive(Clone)]
pub struct SealedDevice {
    /// Its id.
    pub id: CredentialId,
    /// The newest step that was used; smaller ones are dead.
    pub last_step: TimeStep,
    pub(crate) sealed: Vec<u8>,
}

/// A device to be added.
pub struct NewDevice<'a> {
    /// Its id.
    pub id: CredentialId,
    /// Whose.
    pub account: AccountId,
    /// Its name.
    pub name: &'a str,
    /// The key that was confirmed.
    pub key: &'a TotpKey,
    /// The step of the code that confirmed it, which is used up.
    pub step: TimeStep,
    /// 24 random bytes to seal the key with.
    pub nonce: [u8; 24],
    /// When it was confirmed.
    pub created_at: Timestamp,
}

/// A set-up to be begun.
pub struct NewPending<'a> {
    /// Its id.
    pub id: EnrollmentId,
    /// In which attempt.
    pub attempt: AttemptId,
    /// The key that will be shown.
    pub key: &'a TotpKey,
    /// 24 random bytes to seal the key with.
    pub nonce: [u8; 24],
    /// When it begins.
    pub started_at: Timestamp,
}

/// Adds a confirmed device. Only `portcullis-server`'s `enroll` calls it.
pub async fn add(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    new: &NewDevice<'_>,
) -> Result<()> {
    let sealed = sealer
        .seal(
            tx,
            scope,
            key_of(new.id),
            Plain {
                nonce: new.nonce,
                bytes: new.key.as_bytes(),
            },
        )
        .await?;
    tx.run(
        "INSERT INTO devices (id, organization_id, account_id, name, totp_key, last_step, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![new.id, scope.organization(), new.account, new.name, sealed, new.step.number(), new.created_at],
    )
    .await?;
    Ok(())
}

/// The devices of an account, oldest first.
pub async fn list(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<Vec<Device>> {
    tx.rows(
        "SELECT id, name, created_at, used_at FROM devices WHERE account_id = $1 AND organization_id = $2 ORDER BY id",
        args![account, scope.organization()],
        |r| Ok(Device { id: r.get(0)?, name: r.get(1)?, created_at: r.get(2)?, used_at: r.get(3)? }),
    )
    .await
}

/// The key of a device.
pub async fn key(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    device: &SealedDevice,
) -> Result<TotpKey> {
    let opened = sealer
        .open(tx, scope, key_of(device.id), &device.sealed)
        .await?;
    totp_key(opened.reveal())
}

/// Spends a step: true for the one caller who is first to use it or any later one (RFC 6238 §5.2).
pub async fn spend_step(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: CredentialId,
    step: TimeStep,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE devices SET last_step = $1, used_at = $2 WHERE id = $3 AND organization_id = $4 AND last_step < $1",
            args![step.number(), now, id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Gives a device another name; false when it is gone.
pub async fn rename(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    (id, name): (CredentialId, &str),
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE devices SET name = $1 WHERE id = $2 AND account_id = $3 AND organization_id = $4",
            args![name, id, account, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes a device away; false when it was gone.
pub async fn remove(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    id: CredentialId,
) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM devices WHERE id = $1 AND account_id = $2 AND organization_id = $3",
            args![id, account, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes every device of an account away.
pub async fn remove_all(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<u64> {
    tx.run(
        "DELETE FROM devices WHERE account_id = $1 AND organization_id = $2",
        args![account, scope.organization()],
    )
    .await
}

/// Begins a set-up in an attempt; whatever it had begun before is forgotten.
pub async fn start(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    new: &NewPending<'_>,
) -> Result<()> {
    forget_pending(tx, scope, new.attempt).await?;
    let place = Place {
        column: PENDING,
        row: *new.id.as_bytes(),
    };
    let sealed = sealer
        .seal(
            tx,
            scope,
            place,
            Plain {
                nonce: new.nonce,
                bytes: new.key.as_bytes(),
            },
        )
        .await?;
    tx.run(
        "INSERT INTO pending_devices (id, organization_id, attempt_id, totp_key, failures, started_at) \
         VALUES ($1, $2, $3, $4, 0, $5)",
        args![new.id, scope.organization(), new.attempt, sealed, new.started_at],
    )
    .await?;
    Ok(())
}

/// What an attempt has begun to set up.
pub async fn pending(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    attempt: AttemptId,
) -> Result<Option<Pending>> {
    let found = tx
        .row(
            "SELECT id, totp_key, started_at, failures FROM pending_devices WHERE attempt_id = $1 AND organization_id = $2",
            args![attempt, scope.organization()],
            |r| Ok((r.get::<EnrollmentId>(0)?, r.get::<Vec<u8>>(1)?, r.get(2)?, r.get(3)?)),
        )
        .await?;
    let Some((id, sealed, started_at, tries)) = found else {
        return Ok(None);
    };
    let place = Place {
        column: PENDING,
        row: *id.as_bytes(),
    };
    let opened = sealer.open(tx, scope, place, &sealed).await?;
    Ok(Some(Pending {
        key: totp_key(opened.reveal())?,
        started_at,
        tries,
    }))
}

/// Counts a try at the first code; false when there were too many.
pub async fn count_pending_try(
    tx: &mut Tx<'_>,
    scope: Scope,
    attempt: AttemptId,
    tries: u32,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE pending_devices SET failures = failures + 1 \
             WHERE attempt_id = $1 AND organization_id = $2 AND failures < $3",
            args![attempt, scope.organization(), tries],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends a set-up; true for the one caller who ended it.
pub async fn forget_pending(tx: &mut Tx<'_>, scope: Scope, attempt: AttemptId) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM pending_devices WHERE attempt_id = $1 AND organization_id = $2",
            args![attempt, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

const PENDING: &str = "pending_devices.totp_key";

fn key_of(id: CredentialId) -> Place {
    Place {
        column: "devices.totp_key",
        row: *id.as_bytes(),
    }
}

fn totp_key(bytes: &[u8]) -> Result<TotpKey> {
    bytes
        .try_into()
        .map(TotpKey::new)
        .map_err(|_| Error::Shape("a key has the wrong length".to_owned()))
}
