//! Recovery codes: one set an account, ten codes a set.

use portcullis_core::credential::password::HashParams;
use portcullis_core::credential::recovery_code::CodeHash;
use portcullis_core::id::{AccountId, CodeId, CredentialId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Tx};

/// The state of an account's set.
#[derive(Clone, Debug)]
pub struct SetState {
    /// The set's id.
    pub id: CredentialId,
    /// Codes not used yet.
    pub left: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// When the member said that the codes are stored.
    pub stored_at: Option<Timestamp>,
}

/// How the codes of a set are hashed.
#[derive(Clone)]
pub struct SetHashing {
    /// The set's id.
    pub id: CredentialId,
    /// The salt that all ten share.
    pub salt: [u8; 16],
    /// The cost of a hash.
    pub params: HashParams,
    /// The id of the pepper.
    pub pepper: String,
}

/// Replaces an account's set by a new one; the old codes are gone at once.
pub async fn replace(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    (set, codes): (&SetHashing, &[(CodeId, CodeHash)]),
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "DELETE FROM recovery_sets WHERE account_id = $1 AND organization_id = $2",
        args![account, scope.organization()],
    )
    .await?;
    tx.run(
        "INSERT INTO recovery_sets (id, organization_id, account_id, salt, memory_kib, passes, lanes, pepper, made_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            set.id,
            scope.organization(),
            account,
            set.salt,
            set.params.memory_kib,
            set.params.passes,
            set.params.lanes,
            set.pepper.as_str(),
            now,
        ],
    )
    .await?;
    for (id, hash) in codes {
        tx.post(
            "INSERT INTO recovery_codes (id, organization_id, set_id, hash) VALUES ($1, $2, $3, $4)",
            args![*id, scope.organization(), set.id, hash.0],
        )
        .await?;
    }
    Ok(())
}

/// Takes an account's set away, so that none of its codes counts; false when there was none.
pub async fn forget(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM recovery_sets WHERE account_id = $1 AND organization_id = $2",
            args![account, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// The state of an account's set, if it has one.
pub async fn state(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<Option<SetState>> {
    tx.row(
        "SELECT s.id, (SELECT COUNT(*) FROM recovery_codes c WHERE c.set_id = s.id AND c.used_at IS NULL), s.made_at, s.stored_at \
         FROM recovery_sets s WHERE s.account_id = $1 AND s.organization_id = $2",
        args![account, scope.organization()],
        |r| Ok(SetState { id: r.get(0)?, left: r.get(1)?, made_at: r.get(2)?, stored_at: r.get(3)? }),
    )
    .await
}

/// How the codes of an account's set are hashed, if it has one.
pub async fn hashing(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
) -> Result<Option<SetHashing>> {
    tx.row(
        "SELECT id, salt, memory_kib, passes, lanes, pepper FROM recovery_sets \
         WHERE account_id = $1 AND organization_id = $2",
        args![account, scope.organization()],
        |r| {
            let params = HashParams {
                memory_kib: r.get(2)?,
                passes: r.get(3)?,
                lanes: r.get(4)?,
            };
            Ok(SetHashing {
                id: r.get(0)?,
                salt: r.get(1)?,
                params,
                pepper: r.get(5)?,
            })
        },
    )
    .await
}

/// The hashes of a set, used ones included, so that comparing takes the same time however many are
/// left.
pub async fn hashes(
    tx: &mut Tx<'_>,
    scope: Scope,
    set: CredentialId,
) -> Result<Vec<(CodeId, CodeHash)>> {
    tx.rows(
        "SELECT id, hash FROM recovery_codes WHERE set_id = $1 AND organization_id = $2 ORDER BY id",
        args![set, scope.organization()],
        |r| Ok((r.get(0)?, CodeHash(r.get(1)?))),
    )
    .await
}

/// Spends a code: true for the one caller who is first.
pub async fn spend(tx: &mut Tx<'_>, scope: Scope, id: CodeId, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE recovery_codes SET used_at = $1 WHERE id = $2 AND organization_id = $3 AND used_at IS NULL",
            args![now, id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Notes that the member has stored the codes of the set that was shown.
pub async fn mark_stored(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    set: CredentialId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE recovery_sets SET stored_at = $1 \
             WHERE id = $2 AND account_id = $3 AND organization_id = $4 AND stored_at IS NULL",
            args![now, set, account, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}
