//! Codes mailed for an attempt: one each, the last. A try is counted before it is looked at; the code
//! is spent by deleting it.

use portcullis_core::credential::email_code::TRIES;
use portcullis_core::id::{AccountId, AttemptId, EmailCodeId};
use portcullis_core::role::Scope;
use portcullis_core::time::{SKEW, Timestamp};

use crate::args;
use crate::db::{Result, Tx};

/// A code that is being mailed.
pub struct NewEmailCode {
    /// Its id.
    pub id: EmailCodeId,
    /// Whose.
    pub account: AccountId,
    /// For which attempt.
    pub attempt: AttemptId,
    /// The keyed hash of the attempt, the address and the code.
    pub code: [u8; 32],
    /// Until when it is good.
    pub expires_at: Timestamp,
}

/// The code of an attempt, as pages tell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// When it was mailed.
    pub at: Timestamp,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// How often a code was tried against it.
    pub tries: u32,
}

impl Sent {
    /// Whether a code can still be tried against it.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.expires_at > now && self.at <= now + SKEW && self.tries < TRIES
    }
}

/// Keeps a code in place of the attempt's last one.
pub async fn put(tx: &mut Tx<'_>, scope: Scope, new: &NewEmailCode, now: Timestamp) -> Result<()> {
    tx.run(
        "INSERT INTO email_codes (id, organization_id, account_id, attempt_id, code_hash, sent_at, expires_at, tries) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0) ON CONFLICT (attempt_id) DO UPDATE SET id = excluded.id, \
         code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0",
        args![
            new.id,
            scope.organization(),
            new.account,
            new.attempt,
            new.code,
            now,
            new.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// The code of an attempt, good or not.
pub async fn of_attempt(tx: &mut Tx<'_>, scope: Scope, attempt: AttemptId) -> Result<Option<Sent>> {
    tx.row(
        "SELECT sent_at, expires_at, tries FROM email_codes WHERE attempt_id = $1 AND organization_id = $2",
        args![attempt, scope.organization()],
        |r| {
            Ok(Sent {
                at: r.get(0)?,
                expires_at: r.get(1)?,
                tries: r.get(2)?,
            })
        },
    )
    .await
}

/// The keyed hashes of an account's codes that are good, each with its attempt: to tell somebody that
/// what they typed elsewhere is one of them.
pub async fn open_of_account(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<(AttemptId, [u8; 32])>> {
    tx.rows(
        "SELECT attempt_id, code_hash FROM email_codes WHERE account_id = $1 AND organization_id = $2 AND expires_at > $3 \
         AND sent_at <= $4",
        args![account, scope.organization(), now, now + SKEW],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
    .await
}

/// Counts a try at the code of an attempt; false when none is open, or it was tried too often.
pub async fn count_try(
    tx: &mut Tx<'_>,
    scope: Scope,
    attempt: AttemptId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE email_codes SET tries = tries + 1 \
             WHERE attempt_id = $1 AND organization_id = $2 AND expires_at > $3 AND sent_at <= $5 AND tries < $4",
            args![attempt, scope.organization(), now, TRIES, now + SKEW],
        )
        .await?;
    Ok(rows == 1)
}

/// Spends the code of an attempt if it is this one: true for the one caller who is first.
pub async fn spend(
    tx: &mut Tx<'_>,
    scope: Scope,
    attempt: AttemptId,
    code: [u8; 32],
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM email_codes WHERE attempt_id = $1 AND organization_id = $2 AND code_hash = $3 \
             AND expires_at > $4 AND sent_at <= $5",
            args![attempt, scope.organization(), code, now, now + SKEW],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends every code of an account: its address or its ways have changed.
pub async fn end_of_account(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<()> {
    tx.run(
        "DELETE FROM email_codes WHERE account_id = $1 AND organization_id = $2",
        args![account, scope.organization()],
    )
    .await?;
    Ok(())
}
