//! Groups of an organization's people.

use portcullis_core::group::Name;
use portcullis_core::id::{AccountId, GroupId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Whose people are in it.
    pub organization: OrganizationId,
    /// Its name, one in its organization.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// Counts the edits of its row.
    pub version: i64,
    /// How many people are in it.
    pub members: u64,
}

impl Group {
    /// The one organization whose rows it may touch.
    pub const fn scope(&self) -> Scope {
        Scope::of(self.organization)
    }
}

/// Somebody in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Who it is.
    pub account: AccountId,
    /// The login name in the organization.
    pub login_name: String,
    /// The person's name.
    pub name: String,
    /// Since when.
    pub joined_at: Timestamp,
}

/// Makes one; false when the name is taken.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: Scope,
    (id, name): (GroupId, &Name),
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO account_groups (id, organization_id, name, created_at, version) VALUES ($1, $2, $3, $4, 1) \
             ON CONFLICT DO NOTHING",
            args![id, scope.organization(), name.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// Renames one, if nobody did since it was read, and the name is not another's.
pub async fn rename(tx: &mut Tx<'_>, scope: Scope, one: &Group, name: &Name) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE account_groups SET name = $1, version = version + 1 WHERE id = $2 AND organization_id = $3 \
             AND version = $4 AND NOT EXISTS (SELECT 1 FROM account_groups o WHERE o.organization_id = $3 \
             AND o.name = $1 AND o.id <> $2)",
            args![name.as_str(), one.id, scope.organization(), one.version],
        )
        .await?;
    Ok(rows == 1)
}

/// Removes one, and with it what was given to it; false when it was gone.
pub async fn remove(tx: &mut Tx<'_>, scope: Scope, id: GroupId) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM account_groups WHERE id = $1 AND organization_id = $2",
            args![id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// One of the organization.
pub async fn find(tx: &mut Tx<'_>, scope: Scope, id: GroupId) -> Result<Option<Group>> {
    tx.row(
        "SELECT g.id, g.organization_id, g.name, g.created_at, g.version, (SELECT COUNT(*) FROM group_members m \
         WHERE m.organization_id = g.organization_id AND m.group_id = g.id) FROM account_groups g \
         WHERE g.id = $1 AND g.organization_id = $2",
        args![id, scope.organization()],
        read,
    )
    .await
}

/// All that the organization has, by name.
pub async fn list(tx: &mut Tx<'_>, scope: Scope) -> Result<Vec<Group>> {
    tx.rows(
        "SELECT g.id, g.organization_id, g.name, g.created_at, g.version, (SELECT COUNT(*) FROM group_members m \
         WHERE m.organization_id = g.organization_id AND m.group_id = g.id) FROM account_groups g \
         WHERE g.organization_id = $1 ORDER BY g.name",
        args![scope.organization()],
        read,
    )
    .await
}

/// The names of all that the organization has, in their order.
pub async fn names(tx: &mut Tx<'_>, scope: Scope) -> Result<Vec<(GroupId, String)>> {
    tx.rows(
        "SELECT id, name FROM account_groups WHERE organization_id = $1 ORDER BY name",
        args![scope.organization()],
        named,
    )
    .await
}

/// Puts somebody into a group; false where the account is in it.
pub async fn join(
    tx: &mut Tx<'_>,
    scope: Scope,
    (group, account): (GroupId, AccountId),
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO group_members (organization_id, group_id, account_id, joined_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT DO NOTHING",
            args![scope.organization(), group, account, now],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes somebody out of a group; false where the account is not in it.
pub async fn leave(
    tx: &mut Tx<'_>,
    scope: Scope,
    (group, account): (GroupId, AccountId),
) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM group_members WHERE organization_id = $1 AND group_id = $2 AND account_id = $3",
            args![scope.organization(), group, account],
        )
        .await?;
    Ok(rows == 1)
}

/// A page of those in a group after a login name, in its order.
pub async fn members(
    tx: &mut Tx<'_>,
    scope: Scope,
    group: GroupId,
    (after, limit): (&str, u32),
) -> Result<Vec<Membership>> {
    tx.rows(
        "SELECT a.id, a.login_name, a.name, m.joined_at FROM group_members m JOIN accounts a \
         ON a.organization_id = m.organization_id AND a.id = m.account_id \
         WHERE m.organization_id = $1 AND m.group_id = $2 AND a.login_name > $3 ORDER BY a.login_name LIMIT $4",
        args![scope.organization(), group, after, limit],
        |r| {
            Ok(Membership {
                account: r.get(0)?,
                login_name: r.get(1)?,
                name: r.get(2)?,
                joined_at: r.get(3)?,
            })
        },
    )
    .await
}

/// The groups that an account is in, by name.
pub async fn of_account(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
) -> Result<Vec<(GroupId, String)>> {
    tx.rows(
        "SELECT g.id, g.name FROM group_members m JOIN account_groups g \
         ON g.organization_id = m.organization_id AND g.id = m.group_id \
         WHERE m.organization_id = $1 AND m.account_id = $2 ORDER BY g.name",
        args![scope.organization(), account],
        named,
    )
    .await
}

/// The names of the applications, remote computers and RADIUS clients that are given to a group.
pub async fn opens(tx: &mut Tx<'_>, scope: Scope, group: GroupId) -> Result<Vec<String>> {
    tx.rows(
        "SELECT d.name FROM destination_groups g JOIN destinations d \
         ON d.organization_id = g.organization_id AND d.id = g.destination_id \
         WHERE g.organization_id = $1 AND g.group_id = $2 \
         UNION SELECT c.name FROM radius_client_groups g JOIN radius_clients c \
         ON c.organization_id = g.organization_id AND c.id = g.client_id \
         WHERE g.organization_id = $1 AND g.group_id = $2 ORDER BY 1",
        args![scope.organization(), group],
        |r| r.get(0),
    )
    .await
}

fn read(r: &Row<'_>) -> Result<Group> {
    Ok(Group {
        id: r.get(0)?,
        organization: r.get(1)?,
        name: r.get(2)?,
        created_at: r.get(3)?,
        version: r.get(4)?,
        members: u64::try_from(r.get::<i64>(5)?).unwrap_or_default(),
    })
}

fn named(r: &Row<'_>) -> Result<(GroupId, String)> {
    Ok((r.get(0)?, r.get(1)?))
}
