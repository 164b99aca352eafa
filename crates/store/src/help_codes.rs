//! Codes from the help desk: one opens the first set-up, one a new password. At most one of a kind is
//! open for an account; a try is counted before it is looked at, and the code spent by one conditional
//! update.

use portcullis_core::audit::Who;
use portcullis_core::credential::help_code::{Fate, HelpKind, Issued, TRIES};
use portcullis_core::id::{AccountId, HelpCodeId};
use portcullis_core::role::Scope;
use portcullis_core::time::{SKEW, Timestamp};

use crate::args;
use crate::db::{Result, Tx};
use crate::stored::{json, to_json, word};

/// A code to be issued.
pub struct NewHelpCode<'a> {
    /// Its id.
    pub id: HelpCodeId,
    /// For whom.
    pub account: AccountId,
    /// What it opens.
    pub kind: HelpKind,
    /// Its keyed hash, with the account.
    pub code: [u8; 32],
    /// Whether it goes on paper.
    pub letter: bool,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// By whom.
    pub issued_by: &'a Who,
    /// How they knew who was asking.
    pub verified_how: &'a str,
}

/// An open code, as pages and commands tell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenHelpCode {
    /// Its id.
    pub id: HelpCodeId,
    /// Whether it stands on paper.
    pub letter: bool,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// How often a code was tried against it.
    pub tries: u32,
}

/// Issues a code; one of the kind that was open for the account ends.
pub async fn issue(
    tx: &mut Tx<'_>,
    scope: Scope,
    new: &NewHelpCode<'_>,
    now: Timestamp,
) -> Result<()> {
    end(tx, scope, new.account, new.kind, now).await?;
    tx.run(
        "INSERT INTO help_codes (id, organization_id, account_id, kind, code_hash, letter, issued_at, expires_at, \
         tries, issued_by, verified_how) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)",
        args![
            new.id,
            scope.organization(),
            new.account,
            new.kind.as_str(),
            new.code,
            new.letter,
            now,
            new.expires_at,
            to_json(new.issued_by)?,
            new.verified_how
        ],
    )
    .await?;
    Ok(())
}

/// Ends the open code of a kind, if there is one.
pub async fn end(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    kind: HelpKind,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "UPDATE help_codes SET expires_at = $1 WHERE account_id = $2 AND organization_id = $3 AND kind = $4 \
         AND used_at IS NULL AND expires_at > $1",
        args![now, account, scope.organization(), kind.as_str()],
    )
    .await?;
    Ok(())
}

/// The code of a kind that is open for an account.
pub async fn find(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    kind: HelpKind,
    now: Timestamp,
) -> Result<Option<OpenHelpCode>> {
    tx.row(
        "SELECT id, letter, expires_at, tries FROM help_codes WHERE account_id = $1 AND organization_id = $2 \
         AND kind = $3 AND used_at IS NULL AND expires_at > $4 AND issued_at <= $6 AND tries < $5",
        args![account, scope.organization(), kind.as_str(), now, TRIES, now + SKEW],
        |r| {
            Ok(OpenHelpCode {
                id: r.get(0)?,
                letter: r.get(1)?,
                expires_at: r.get(2)?,
                tries: r.get(3)?,
            })
        },
    )
    .await
}

/// Counts a try at the open code of a kind; false when none is open, or it was tried too often.
pub async fn count_try(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    kind: HelpKind,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE help_codes SET tries = tries + 1 WHERE account_id = $1 AND organization_id = $2 AND kind = $3 \
             AND used_at IS NULL AND expires_at > $4 AND issued_at <= $6 AND tries < $5",
            args![account, scope.organization(), kind.as_str(), now, TRIES, now + SKEW],
        )
        .await?;
    Ok(rows == 1)
}

/// Spends the open code of a kind if it is this one: true for the one caller who is first.
pub async fn spend(
    tx: &mut Tx<'_>,
    (scope, account): (Scope, AccountId),
    kind: HelpKind,
    code: [u8; 32],
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE help_codes SET used_at = $1 WHERE account_id = $2 AND organization_id = $3 AND kind = $4 \
             AND code_hash = $5 AND used_at IS NULL AND expires_at > $1 AND issued_at <= $6",
            args![now, account, scope.organization(), kind.as_str(), code, now + SKEW],
        )
        .await?;
    Ok(rows == 1)
}

/// What was issued for an account and is remembered ([`crate::clean_up::HELP_CODE_MEMORY`]), used or not.
pub async fn issued(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<Issued>> {
    tx.rows(
        "SELECT kind, issued_by, issued_at, CASE WHEN used_at IS NOT NULL THEN 'used' \
         WHEN expires_at > $3 AND tries < $4 THEN 'open' ELSE 'over' END FROM help_codes \
         WHERE account_id = $1 AND organization_id = $2 ORDER BY issued_at",
        args![account, scope.organization(), now, TRIES],
        |r| {
            Ok(Issued {
                kind: word(r, 0, HelpKind::parse)?,
                by: json(r, 1)?,
                at: r.get(2)?,
                fate: word(r, 3, fate)?,
            })
        },
    )
    .await
}

fn fate(text: &str) -> Option<Fate> {
    match text {
        "used" => Some(Fate::Used),
        "open" => Some(Fate::Open),
        "over" => Some(Fate::Over),
        _ => None,
    }
}
