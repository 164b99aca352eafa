//! Secrets at rest: XChaCha20-Poly1305 under a key of the organization, which is itself wrapped by a
//! master key. What is sealed is bound to its table, column, organization and row: a ciphertext
//! copied elsewhere does not open.
//!
//! A sealed value is `key id (16) ‖ nonce (24) ‖ ciphertext`; a wrapped key is
//! `length of the master's id (1) ‖ id ‖ nonce (24) ‖ ciphertext`.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use portcullis_core::id::{DataKeyId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;
use zeroize::Zeroizing;

use crate::args;
use crate::db::{Error, Result, Tx};
use crate::keys::MasterKeys;

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

/// Seals and opens; keeps the data keys it has unwrapped.
#[derive(Clone)]
pub struct Sealer {
    masters: Arc<MasterKeys>,
    open_keys: Arc<RwLock<HashMap<DataKeyId, Key>>>,
}

#[derive(Clone)]
struct Key {
    organization: OrganizationId,
    bytes: Zeroizing<[u8; 32]>,
}

impl Sealer {
    /// A sealer with these master keys.
    pub fn new(masters: Arc<MasterKeys>) -> Self {
        Self {
            masters,
            open_keys: Arc::default(),
        }
    }

    /// Makes the data key of a new organization.
    pub async fn create_key(&self, tx: &mut Tx<'_>, scope: Scope, new: &NewKey<'_>) -> Result<()> {
        let id = new.id;
        let (key, nonce) = split(new.chance);
        let (master_id, master) = self
            .masters
            .current_master()
            .ok_or_else(|| fault("no master key"))?;
        let sealed = encrypt(
            master,
            &nonce,
            &associated(KEY, scope.organization(), id.as_bytes()),
            &key[..],
        )?;
        let length =
            u8::try_from(master_id.len()).map_err(|_| fault("the master key's id is too long"))?;
        let wrapped = [&[length], master_id.as_bytes(), &nonce, &sealed].concat();
        tx.run(
            "INSERT INTO data_keys (id, organization_id, wrapped, created_at) VALUES ($1, $2, $3, $4)",
            args![id, scope.organization(), wrapped, new.created_at],
        )
        .await?;
        Ok(())
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
            .open_keys
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        keys.retain(|_, key| key.organization != scope.organization());
    }

    /// Checks that the master keys open what is stored: any one data key. A wrong key file is found
    /// at start and not at the first sign-in.
    pub async fn check(&self, tx: &mut Tx<'_>) -> Result<()> {
        let any = tx
            .rows(
                "SELECT id, organization_id, wrapped FROM data_keys ORDER BY id LIMIT 1",
                args![],
                |r| {
                    Ok((
                        r.get::<DataKeyId>(0)?,
                        r.get::<OrganizationId>(1)?,
                        r.get::<Vec<u8>>(2)?,
                    ))
                },
            )
            .await?;
        match any.into_iter().next() {
            Some((id, organization, wrapped)) => {
                self.unwrap(id, organization, &wrapped).map(|_| ())
            }
            None => Ok(()),
        }
    }

    async fn key(&self, tx: &mut Tx<'_>, scope: Scope, id: DataKeyId) -> Result<Key> {
        let known = self
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
        let master = std::str::from_utf8(master_id)
            .ok()
            .and_then(|id| self.masters.master(id))
            .ok_or_else(|| fault("the master key that wraps a data key is not in the key file"))?;
        let opened = Zeroizing::new(decrypt(
            master,
            &associated(KEY, organization, id.as_bytes()),
            rest,
        )?);
        let bytes = <[u8; 32]>::try_from(opened.as_slice())
            .map_err(|_| fault("a data key has the wrong length"))?;
        let key = Key {
            organization,
            bytes: Zeroizing::new(bytes),
        };
        self.open_keys
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id, key.clone());
        Ok(key)
    }
}

const KEY: &str = "data_keys.wrapped";

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
