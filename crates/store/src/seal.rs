//! Secrets at rest: XChaCha20-Poly1305 under a key of the organization, which is itself wrapped by a
//! master key, and wrapped anew where that is rotated. What is sealed is bound to its table, column, organization and row: a ciphertext
//! copied elsewhere does not open.
//!
//! A sealed value is `key id (16) ‖ nonce (24) ‖ ciphertext`; a wrapped key is
//! `length of the master's id (1) ‖ id ‖ nonce (24) ‖ ciphertext`.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use portcullis_core::id::{DataKeyId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;
use zeroize::Zeroizing;

use crate::args;
use crate::db::{Error, Result, Row, Tx};
use crate::keys::MasterKeys;
use crate::master_keys;

/// Where a sealed value stands.
#[derive(Clone, Copy)]
pub struct Place {
    /// Table and column, `devices.totp_key`.
    pub column: &'static str,
    /// The id of the row.
    pub row: [u8; 16],
}

/// A data key to be made.
pub struct NewKey<'a> {
    /// Its id.
    pub id: DataKeyId,
    /// 56 random bytes: the key, and the nonce to wrap it with.
    pub chance: &'a [u8; 56],
    /// When it is made.
    pub created_at: Timestamp,
}

/// A secret to be sealed.
pub struct Plain<'a> {
    /// 24 random bytes.
    pub nonce: [u8; 24],
    /// The secret.
    pub bytes: &'a [u8],
}

/// How many data keys are wrapped anew in one unit of work.
pub const REWRAPPED_AT_ONCE: usize = 100;

/// Reads the key file again; why not, where it can't be read.
pub type Reread = Box<dyn Fn() -> std::result::Result<MasterKeys, String> + Send + Sync>;

/// Seals and opens; keeps the data keys it has unwrapped. Its clones are one.
#[derive(Clone)]
pub struct Sealer(Arc<Held>);

struct Held {
    masters: RwLock<Arc<MasterKeys>>,
    reread: OnceLock<Reread>,
    open_keys: RwLock<HashMap<DataKeyId, Key>>,
}

/// Nothing was taken over from the key file, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotReread(String);

/// What one unit of work has wrapped anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rewrapped {
    /// How many data keys.
    pub keys: u64,
    /// The last of them, behind which the next unit begins; `None` when there are no more.
    pub last: Option<DataKeyId>,
}

#[derive(Clone)]
struct Key {
    organization: OrganizationId,
    bytes: Zeroizing<[u8; 32]>,
}

impl Sealer {
    /// A sealer with these master keys.
    pub fn new(masters: Arc<MasterKeys>) -> Self {
        Self(Arc::new(Held {
            masters: RwLock::new(masters),
            reread: OnceLock::new(),
            open_keys: RwLock::default(),
        }))
    }

    /// From now on it can read the key file again, which it does when it meets a master key that it does not
    /// know. The first to say how is listened to.
    pub fn rereads(&self, how: Reread) {
        let _ = self.0.reread.set(how);
    }

    /// Takes over the master keys that the file has now. One that can't be read, or has other keys under the
    /// same ids, changes nothing.
    pub fn reread(&self) -> std::result::Result<(), NotReread> {
        let Some(read) = self.0.reread.get() else {
            return Ok(());
        };
        let new = read().map_err(NotReread)?;
        if !new.goes_with(&self.masters()) {
            let why = "the key file has other master keys than before";
            return Err(NotReread(why.to_owned()));
        }
        *self
            .0
            .masters
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(new);
        Ok(())
    }

    /// The master keys that it has now.
    pub fn masters(&self) -> Arc<MasterKeys> {
        let masters = self.0.masters.read();
        masters.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The master keys with that of an id, for which the file is read again if need be.
    fn masters_with(&self, id: &str) -> Result<Arc<MasterKeys>> {
        let masters = self.masters();
        if masters.master(id).is_some() {
            return Ok(masters);
        }
        self.reread()
            .map_err(|why| Error::refused(format!("the master key {id} is not known: {why}")))?;
        let masters = self.masters();
        if masters.master(id).is_some() {
            return Ok(masters);
        }
        Err(master_keys::absent(id))
    }

    /// Makes the data key of a new organization, under the master key that is current at this moment.
    pub async fn create_key(&self, tx: &mut Tx<'_>, scope: Scope, new: &NewKey<'_>) -> Result<()> {
        let id = new.id;
        let (key, nonce) = split(new.chance);
        let master = self.current(tx, new.created_at).await?;
        let wrapped = self.wrap(&master, (id, scope.organization()), (&key, &nonce))?;
        tx.run(
            "INSERT INTO data_keys (id, organization_id, wrapped, created_at) VALUES ($1, $2, $3, $4)",
            args![id, scope.organization(), wrapped, new.created_at],
        )
        .await?;
        Ok(())
    }

    /// The id of the current master key, which stays the current one until this unit commits.
    async fn current(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<String> {
        master_keys::lock(tx).await?;
        if let Some(id) = master_keys::current(tx).await? {
            return Ok(id);
        }
        master_keys::adopt(tx, &self.masters(), now).await?;
        let adopted = master_keys::current(tx).await?;
        adopted.ok_or_else(|| fault("no master key"))
    }

    fn wrap(
        &self,
        master: &str,
        (id, organization): (DataKeyId, OrganizationId),
        (key, nonce): (&[u8; 32], &[u8; 24]),
    ) -> Result<Vec<u8>> {
        let masters = self.masters_with(master)?;
        let with = masters
            .master(master)
            .ok_or_else(|| master_keys::absent(master))?;
        let place = associated(KEY, organization, id.as_bytes());
        let sealed = encrypt(with, nonce, &place, &key[..])?;
        let length =
            u8::try_from(master.len()).map_err(|_| fault("the master key's id is too long"))?;
        Ok([&[length], master.as_bytes(), nonce, &sealed].concat())
    }

    /// Wraps data keys anew that another master key than the current one wraps, at most
    /// [`REWRAPPED_AT_ONCE`] behind `after`. `chance` are as many nonces.
    pub async fn rewrap(
        &self,
        tx: &mut Tx<'_>,
        after: Option<DataKeyId>,
        chance: &[[u8; 24]; REWRAPPED_AT_ONCE],
    ) -> Result<Rewrapped> {
        master_keys::lock(tx).await?;
        let Some(current) = master_keys::current(tx).await? else {
            return Ok(Rewrapped {
                keys: 0,
                last: None,
            });
        };
        let after = after.unwrap_or(DataKeyId::from_bytes([0; 16]));
        let found = tx
            .rows(
                "SELECT id, organization_id, wrapped FROM data_keys \
                 WHERE id > $1 AND substr(wrapped, 2, length(wrapped) - 73) <> $2 ORDER BY id LIMIT $3",
                args![after, current.as_bytes(), i64::try_from(chance.len()).unwrap_or(0)],
                read_wrapped,
            )
            .await?;
        let mut keys = 0;
        for ((id, organization, old), nonce) in found.iter().zip(chance) {
            let key = self.unwrap(*id, *organization, old)?;
            let new = self.wrap(&current, (*id, *organization), (&key.bytes, nonce))?;
            keys += tx
                .run(
                    "UPDATE data_keys SET wrapped = $1 WHERE id = $2 AND organization_id = $3 AND wrapped = $4",
                    args![new, *id, *organization, old],
                )
                .await?;
        }
        let last = found.last().filter(|_| found.len() == chance.len());
        Ok(Rewrapped {
            keys,
            last: last.map(|(id, ..)| *id),
        })
    }

    /// Seals a secret under the organization's newest key.
    pub async fn seal(
        &self,
        tx: &mut Tx<'_>,
        scope: Scope,
        place: Place,
        plain: Plain<'_>,
    ) -> Result<Vec<u8>> {
        let newest = tx
            .rows(
                "SELECT id, wrapped FROM data_keys WHERE organization_id = $1 AND retired_at IS NULL ORDER BY id DESC LIMIT 1",
                args![scope.organization()],
                |r| Ok((r.get::<DataKeyId>(0)?, r.get::<Vec<u8>>(1)?)),
            )
            .await?;
        let (id, wrapped) = newest
            .into_iter()
            .next()
            .ok_or_else(|| fault("the organization has no data key"))?;
        let key = self.unwrap(id, scope.organization(), &wrapped)?;
        let sealed = encrypt(
            &key.bytes,
            &plain.nonce,
            &associated(place.column, scope.organization(), &place.row),
            plain.bytes,
        )?;
        Ok([id.as_bytes(), &plain.nonce[..], &sealed].concat())
    }

    /// Opens a sealed value of an organization.
    pub async fn open(
        &self,
        tx: &mut Tx<'_>,
        scope: Scope,
        place: Place,
        sealed: &[u8],
    ) -> Result<Secret<Vec<u8>>> {
        let (id, rest) = sealed
            .split_first_chunk::<16>()
            .ok_or_else(|| fault("a sealed value is too short"))?;
        let key = self.key(tx, scope, DataKeyId::from_bytes(*id)).await?;
        decrypt(
            &key.bytes,
            &associated(place.column, scope.organization(), &place.row),
            rest,
        )
        .map(Secret::new)
    }

    /// Forgets the keys of an organization that is gone.
    pub fn forget(&self, scope: Scope) {
        let mut keys = self
            .0
            .open_keys
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        keys.retain(|_, key| key.organization != scope.organization());
    }

    /// Checks that the master keys open what is stored: one data key of each master key that wraps any, and
    /// that none is missing or another than the database's. A wrong key file is found at start and not at the
    /// first sign-in.
    pub async fn check(&self, tx: &mut Tx<'_>) -> Result<()> {
        for (id, count) in master_keys::wrapped(tx).await? {
            if self.masters_with(&id).is_err() {
                return Err(Error::refused(format!(
                    "the master key {id}, which wraps {count} data keys, is not in the key file"
                )));
            }
            let any = tx
                .rows(
                    "SELECT id, organization_id, wrapped FROM data_keys \
                     WHERE substr(wrapped, 2, length(wrapped) - 73) = $1 LIMIT 1",
                    args![id.as_bytes()],
                    read_wrapped,
                )
                .await?;
            for (id, organization, wrapped) in any {
                self.unwrap(id, organization, &wrapped)?;
            }
        }
        let (current, masters) = (master_keys::current(tx).await?, self.masters());
        if let Some(current) = &current {
            self.masters_with(current)?;
        }
        for known in master_keys::all(tx).await? {
            if masters
                .proof(&known.id)
                .is_some_and(|own| known.proof != own)
            {
                return Err(Error::refused(format!(
                    "the master key {} of the key file does not open the database: it is another key with the same id",
                    known.id
                )));
            }
        }
        Ok(())
    }

    async fn key(&self, tx: &mut Tx<'_>, scope: Scope, id: DataKeyId) -> Result<Key> {
        let known = self
            .0
            .open_keys
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&id)
            .cloned();
        if let Some(key) = known {
            // A value of another organization's key is never opened here, cached or not.
            return if key.organization == scope.organization() {
                Ok(key)
            } else {
                Err(fault("a data key of another organization"))
            };
        }
        let wrapped = tx
            .row(
                "SELECT wrapped FROM data_keys WHERE id = $1 AND organization_id = $2",
                args![id, scope.organization()],
                |r| r.get::<Vec<u8>>(0),
            )
            .await?
            .ok_or_else(|| fault("no such data key"))?;
        self.unwrap(id, scope.organization(), &wrapped)
    }

    fn unwrap(&self, id: DataKeyId, organization: OrganizationId, wrapped: &[u8]) -> Result<Key> {
        let (length, rest) = wrapped
            .split_first()
            .ok_or_else(|| fault("a wrapped key is empty"))?;
        let (master_id, rest) = rest
            .split_at_checked(usize::from(*length))
            .ok_or_else(|| fault("a wrapped key is too short"))?;
        let master_id = std::str::from_utf8(master_id)
            .map_err(|_| fault("the id of a master key is no text"))?;
        let masters = self.masters_with(master_id)?;
        let opened = Zeroizing::new(decrypt(
            masters
                .master(master_id)
                .ok_or_else(|| master_keys::absent(master_id))?,
            &associated(KEY, organization, id.as_bytes()),
            rest,
        )?);
        let bytes = <[u8; 32]>::try_from(opened.as_slice())
            .map_err(|_| fault("a data key has the wrong length"))?;
        let key = Key {
            organization,
            bytes: Zeroizing::new(bytes),
        };
        self.0
            .open_keys
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id, key.clone());
        Ok(key)
    }
}

const KEY: &str = "data_keys.wrapped";

fn read_wrapped(r: &Row<'_>) -> Result<(DataKeyId, OrganizationId, Vec<u8>)> {
    Ok((r.get(0)?, r.get(1)?, r.get(2)?))
}

fn split(chance: &[u8; 56]) -> (Zeroizing<[u8; 32]>, [u8; 24]) {
    let (mut key, mut nonce) = (Zeroizing::new([0; 32]), [0; 24]);
    key.copy_from_slice(&chance[..32]);
    nonce.copy_from_slice(&chance[32..]);
    (key, nonce)
}

fn associated(column: &str, organization: OrganizationId, row: &[u8; 16]) -> Vec<u8> {
    [column.as_bytes(), &[0], organization.as_bytes(), row].concat()
}

fn encrypt(key: &[u8; 32], nonce: &[u8; 24], aad: &[u8], msg: &[u8]) -> Result<Vec<u8>> {
    XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .map_err(|_| fault("a secret could not be sealed"))
}

fn decrypt(key: &[u8; 32], aad: &[u8], nonce_and_text: &[u8]) -> Result<Vec<u8>> {
    let (nonce, msg) = nonce_and_text
        .split_first_chunk::<24>()
        .ok_or_else(|| fault("a sealed value is too short"))?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .map_err(|_| fault("a sealed value does not open: wrong key, or it was moved or changed"))
}

fn fault(what: &str) -> Error {
    Error::Shape(what.to_owned())
}
