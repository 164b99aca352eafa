//! What a member changes about the own account: what is on record, the password, the address.

use portcullis_core::id::AccountId;
use portcullis_core::language::Language;
use portcullis_core::login::Email;
use portcullis_core::name::Name;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::db::{Result, Tx};
use crate::{args, search};

/// What is on record about a person, as the person gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The name.
    pub name: Name,
    /// In which language to speak to the person; the browser's without.
    pub language: Option<Language>,
    /// In which zone to show times, as the time zone database names it; the portal's without.
    pub time_zone: Option<String>,
}

/// Puts a profile on record.
pub async fn change(tx: &mut Tx<'_>, scope: Scope, id: AccountId, new: &Profile) -> Result<()> {
    tx.run(
        "UPDATE accounts SET name = $1, language = $2, time_zone = $3 WHERE id = $4 AND organization_id = $5",
        args![
            new.name.as_str(),
            new.language.map(Language::tag),
            new.time_zone.as_deref(),
            id,
            scope.organization()
        ],
    )
    .await?;
    search::index(tx, scope, id).await
}

/// The stored hash of the account's password.
pub async fn password_hash(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<Option<String>> {
    tx.row(
        "SELECT password_hash FROM accounts WHERE id = $1 AND organization_id = $2",
        args![id, scope.organization()],
        |r| r.get(0),
    )
    .await
}

/// Puts a new password in the place of the one whose hash was read; false when that is not the
/// account's any more.
pub async fn change_password(
    tx: &mut Tx<'_>,
    (scope, id): (Scope, AccountId),
    old: &str,
    new: &str,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE accounts SET password_hash = $1, password_set_at = $2 \
             WHERE id = $3 AND organization_id = $4 AND password_hash = $5",
            args![new, now, id, scope.organization(), old],
        )
        .await?;
    Ok(rows == 1)
}

/// Puts a new password in the place of a forgotten one.
pub async fn reset_password(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    new: &str,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "UPDATE accounts SET password_hash = $1, password_set_at = $2 WHERE id = $3 AND organization_id = $4",
        args![new, now, id, scope.organization()],
    )
    .await?;
    Ok(())
}

/// Puts a proved address on record in the place of any before, unless it is proved for another
/// account of the instance (product.md: Words). True when it signs in now.
pub async fn change_email(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    email: &Email,
    now: Timestamp,
) -> Result<bool> {
    // Two transactions that prove one address at a time: the unique index lets one of them commit.
    let rows = tx
        .run(
            "UPDATE accounts SET email = $1, email_proved_at = $2 WHERE id = $3 AND organization_id = $4 \
             AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.email = $1 AND o.email_proved_at IS NOT NULL AND o.id <> $3)",
            args![email.as_str(), now, id, scope.organization()],
        )
        .await?;
    search::index(tx, scope, id).await?;
    Ok(rows == 1)
}

/// Notes that the member asks for the account to be deleted; false where the organization doesn't take
/// that, or it was asked already.
pub async fn ask_deletion(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE accounts SET deletion_asked_at = $1 \
             WHERE id = $2 AND organization_id = $3 AND deletion_asked_at IS NULL \
             AND EXISTS (SELECT 1 FROM organizations o WHERE o.id = accounts.organization_id AND o.deletion_requests)",
            args![now, id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes that back; false when it was not asked.
pub async fn withdraw_deletion(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE accounts SET deletion_asked_at = NULL \
             WHERE id = $1 AND organization_id = $2 AND deletion_asked_at IS NOT NULL",
            args![id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}
