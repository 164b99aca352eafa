//! Roles that were given.

use portcullis_core::account::State;
use portcullis_core::id::{AccountId, GrantId, OrganizationId};
use portcullis_core::role::{Grant, Role, Scope};
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Tx};
use crate::stored::word;

/// A role to be given.
pub struct NewGrant {
    /// Its id.
    pub id: GrantId,
    /// To whom.
    pub account: AccountId,
    /// Which, where and until when.
    pub grant: Grant,
    /// When it is given.
    pub created_at: Timestamp,
}

/// Gives a role to an account of the organization.
pub async fn add(tx: &mut Tx<'_>, scope: Scope, new: &NewGrant) -> Result<()> {
    tx.run(
        "INSERT INTO role_grants (id, organization_id, account_id, role, scope_id, ends_at, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![new.id, scope.organization(), new.account, new.grant.role.as_str(), new.grant.scope, new.grant.until, new.created_at],
    )
    .await?;
    Ok(())
}

/// Takes every role that an account of the organization has there or in the whole instance away.
pub async fn take(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<u64> {
    tx.run(
        "DELETE FROM role_grants WHERE account_id = $1 AND organization_id = $2 \
         AND (scope_id IS NULL OR scope_id = $2)",
        args![account, scope.organization()],
    )
    .await
}

/// Takes every role that an account of the organization has in another one away.
pub async fn take_elsewhere(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    elsewhere: OrganizationId,
) -> Result<u64> {
    tx.run(
        "DELETE FROM role_grants WHERE account_id = $1 AND organization_id = $2 AND scope_id = $3",
        args![account, scope.organization(), elsewhere],
    )
    .await
}

/// Whether anybody owns the instance, or ever did. It is about no organization's rows.
pub async fn any_owner(tx: &mut Tx<'_>) -> Result<bool> {
    let rows = tx
        .rows(
            "SELECT id FROM role_grants WHERE role = $1 LIMIT 1",
            args![Role::Owner.as_str()],
            |r| r.get::<GrantId>(0),
        )
        .await?;
    Ok(!rows.is_empty())
}

/// The accounts that can own the instance for good: active, in an organization that is not suspended, and
/// owners without an end; each with its organization. It is about no organization's rows.
pub async fn lasting_owners(tx: &mut Tx<'_>) -> Result<Vec<(OrganizationId, AccountId)>> {
    tx.rows(
        "SELECT DISTINCT g.organization_id, g.account_id FROM role_grants g JOIN accounts a ON a.id = g.account_id \
         JOIN organizations o ON o.id = g.organization_id AND o.suspended_at IS NULL \
         WHERE g.role = $1 AND g.scope_id IS NULL AND g.ends_at IS NULL AND a.state = $2",
        args![Role::Owner.as_str(), State::Active.as_str()],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
    .await
}

/// Makes units that ask whether somebody still owns the instance queue. It is about no organization's rows.
pub async fn lock_owners(tx: &mut Tx<'_>) -> Result<()> {
    tx.run(
        "UPDATE role_grants SET role = role WHERE role = $1 AND scope_id IS NULL",
        args![Role::Owner.as_str()],
    )
    .await?;
    Ok(())
}

/// The grants of an account that are in force.
pub async fn of_account(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<Grant>> {
    tx.rows(
        "SELECT role, scope_id, ends_at FROM role_grants \
         WHERE account_id = $1 AND organization_id = $2 AND (ends_at IS NULL OR ends_at > $3)",
        args![account, scope.organization(), now],
        |r| {
            Ok(Grant {
                role: word(r, 0, Role::parse)?,
                scope: r.get(1)?,
                until: r.get(2)?,
            })
        },
    )
    .await
}

/// The grants in force of all accounts of the organization; most accounts have none.
pub async fn of_organization(
    tx: &mut Tx<'_>,
    scope: Scope,
    now: Timestamp,
) -> Result<Vec<(AccountId, Grant)>> {
    tx.rows(
        "SELECT role, scope_id, ends_at, account_id FROM role_grants \
         WHERE organization_id = $1 AND (ends_at IS NULL OR ends_at > $2)",
        args![scope.organization(), now],
        |r| {
            let grant = Grant {
                role: word(r, 0, Role::parse)?,
                scope: r.get(1)?,
                until: r.get(2)?,
            };
            Ok((r.get(3)?, grant))
        },
    )
    .await
}
