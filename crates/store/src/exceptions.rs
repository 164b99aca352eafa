//! What one account was given in place of the organization's rule: until when, why and by whom.

use portcullis_core::audit::Who;
use portcullis_core::id::AccountId;
use portcullis_core::policy::ExceptionKind;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::{json, to_json, word};

/// An exception as it is given.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Whose.
    pub account: AccountId,
    /// Which.
    pub kind: ExceptionKind,
    /// Until when.
    pub ends_at: Timestamp,
    /// Why.
    pub reason: String,
    /// By whom.
    pub given_by: Who,
    /// Since when.
    pub given_at: Timestamp,
}

/// An exception in a list of those of an organization.
#[derive(Clone, Debug)]
pub struct Listed {
    /// What was given.
    pub exception: Exception,
    /// The person's name.
    pub name: String,
    /// The login name without the organization.
    pub login_name: String,
}

/// Gives an exception; one of its kind that the account has makes place for it.
pub async fn give(tx: &mut Tx<'_>, scope: Scope, new: &Exception) -> Result<()> {
    tx.run(
        "INSERT INTO exceptions (organization_id, account_id, kind, ends_at, reason, given_by, given_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization_id, account_id, kind) DO UPDATE \
         SET ends_at = $4, reason = $5, given_by = $6, given_at = $7",
        args![
            scope.organization(),
            new.account,
            new.kind.as_str(),
            new.ends_at,
            new.reason.as_str(),
            to_json(&new.given_by)?,
            new.given_at
        ],
    )
    .await?;
    Ok(())
}

/// Takes an exception that has not ended away; false when there is none.
pub async fn take(
    tx: &mut Tx<'_>,
    scope: Scope,
    (account, kind): (AccountId, ExceptionKind),
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM exceptions WHERE organization_id = $1 AND account_id = $2 AND kind = $3 AND ends_at > $4",
            args![scope.organization(), account, kind.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// The exceptions of an account that have not ended.
pub async fn of_account(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<Exception>> {
    tx.rows(
        "SELECT account_id, kind, ends_at, reason, given_by, given_at FROM exceptions \
         WHERE organization_id = $1 AND account_id = $2 AND ends_at > $3 ORDER BY kind",
        args![scope.organization(), account, now],
        read,
    )
    .await
}

/// The organization's exceptions that have not ended, those that end first at the top.
pub async fn list(
    tx: &mut Tx<'_>,
    scope: Scope,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Listed>> {
    tx.rows(
        "SELECT e.account_id, e.kind, e.ends_at, e.reason, e.given_by, e.given_at, a.name, a.login_name \
         FROM exceptions e JOIN accounts a ON a.id = e.account_id AND a.organization_id = e.organization_id \
         WHERE e.organization_id = $1 AND e.ends_at > $2 ORDER BY e.ends_at, a.login_name LIMIT $3",
        args![scope.organization(), now, limit],
        |r| {
            Ok(Listed {
                exception: read(r)?,
                name: r.get(6)?,
                login_name: r.get(7)?,
            })
        },
    )
    .await
}

fn read(r: &Row<'_>) -> Result<Exception> {
    Ok(Exception {
        account: r.get(0)?,
        kind: word(r, 1, ExceptionKind::parse)?,
        ends_at: r.get(2)?,
        reason: r.get(3)?,
        given_by: json(r, 4)?,
        given_at: r.get(5)?,
    })
}
