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

/// Somebody of another organization who has a role in this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outsider {
    /// The role's id.
    pub grant: GrantId,
    /// Whose account, and of which organization.
    pub account: (OrganizationId, AccountId),
    /// The person's name.
    pub name: String,
    /// The login name there.
    pub login_name: String,
    /// The short name of that organization.
    pub slug: String,
    /// Its name.
    pub organization: String,
    /// Whether the person can sign in: neither the account nor the organization is suspended.
    pub signs_in: bool,
    /// The role.
    pub role: Role,
    /// Until when, if it ends.
    pub until: Option<Timestamp>,
}

/// A role that somebody of the organization has in another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lent {
    /// Whose account.
    pub account: AccountId,
    /// The login name.
    pub login_name: String,
    /// Where the role holds.
    pub place: OrganizationId,
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

/// Who has a role in the organization from another one, by organization and login name.
pub async fn outsiders(tx: &mut Tx<'_>, scope: Scope, now: Timestamp) -> Result<Vec<Outsider>> {
    tx.rows(
        "SELECT g.id, g.organization_id, g.account_id, a.name, a.login_name, o.slug, o.name, \
         a.state <> $3 AND o.suspended_at IS NULL, g.role, g.ends_at \
         FROM role_grants g JOIN accounts a ON a.id = g.account_id JOIN organizations o ON o.id = g.organization_id \
         WHERE g.scope_id = $1 AND g.organization_id <> $1 AND (g.ends_at IS NULL OR g.ends_at > $2) \
         ORDER BY o.slug, a.login_name, g.id",
        args![scope.organization(), now, State::Suspended.as_str()],
        |r| {
            Ok(Outsider {
                grant: r.get(0)?,
                account: (r.get(1)?, r.get(2)?),
                name: r.get(3)?,
                login_name: r.get(4)?,
                slug: r.get(5)?,
                organization: r.get(6)?,
                signs_in: r.get(7)?,
                role: word(r, 8, Role::parse)?,
                until: r.get(9)?,
            })
        },
    )
    .await
}

/// The roles in force that people of the organization have in others.
pub async fn lent(tx: &mut Tx<'_>, scope: Scope, now: Timestamp) -> Result<Vec<Lent>> {
    tx.rows(
        "SELECT g.account_id, a.login_name, g.scope_id FROM role_grants g JOIN accounts a ON a.id = g.account_id \
         WHERE g.organization_id = $1 AND g.scope_id IS NOT NULL AND g.scope_id <> $1 \
         AND (g.ends_at IS NULL OR g.ends_at > $2) ORDER BY g.id",
        args![scope.organization(), now],
        |r| {
            Ok(Lent {
                account: r.get(0)?,
                login_name: r.get(1)?,
                place: r.get(2)?,
            })
        },
    )
    .await
}

/// Takes every role that people of the organization have in others away.
pub async fn take_lent(tx: &mut Tx<'_>, scope: Scope) -> Result<u64> {
    tx.run(
        "DELETE FROM role_grants WHERE organization_id = $1 AND scope_id IS NOT NULL AND scope_id <> $1",
        args![scope.organization()],
    )
    .await
}
