//! Where the portal leads to: applications and remote computers, and whom each is for.

use portcullis_core::destination::{Icon, Kind};
use portcullis_core::id::{AccountId, DestinationId, GroupId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::given;
use crate::stored::{word, word_or_none};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Its id.
    pub id: DestinationId,
    /// Whose people it is for.
    pub organization: OrganizationId,
    /// What it is.
    pub what: Kind,
    /// How it is shown.
    pub shown: Shown,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the edits of its row.
    pub version: i64,
}

/// How a destination is shown, and whether to everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its name, one in its organization and kind.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// What a member types to get there; none where it is `ssh`.
    pub command: Option<String>,
    /// What it is for, in a line.
    pub description: Option<String>,
    /// The drawing on its tile.
    pub icon: Option<Icon>,
    /// Whether it is for everybody of the organization, or for those who are named.
    pub everyone: bool,
}

impl Destination {
    /// The one organization whose rows it may touch.
    pub const fn scope(&self) -> Scope {
        Scope::of(self.organization)
    }
}

/// Adds one; false when the name is taken among those of its kind.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: Scope,
    (id, what): (DestinationId, Kind),
    new: &Shown,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO destinations (id, organization_id, what, name, address, command, description, icon, everyone, created_at, \
             version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) ON CONFLICT DO NOTHING",
            args![
                id,
                scope.organization(),
                what.as_str(),
                new.name.as_str(),
                new.address.as_str(),
                new.command.as_deref(),
                new.description.as_deref(),
                new.icon.map(Icon::as_str),
                new.everyone,
                now
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Changes one, if nobody changed it since it was read, and its new name is not another's.
pub async fn change(tx: &mut Tx<'_>, scope: Scope, one: &Destination, new: &Shown) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE destinations SET name = $1, address = $2, command = $3, description = $4, icon = $5, everyone = $6, \
             version = version + 1 WHERE id = $7 AND organization_id = $8 AND version = $9 AND NOT EXISTS \
             (SELECT 1 FROM destinations o WHERE o.organization_id = $8 AND o.what = $10 AND o.name = $1 AND o.id <> $7)",
            args![
                new.name.as_str(),
                new.address.as_str(),
                new.command.as_deref(),
                new.description.as_deref(),
                new.icon.map(Icon::as_str),
                new.everyone,
                one.id,
                scope.organization(),
                one.version,
                one.what.as_str()
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Removes one; false when it was gone.
pub async fn remove(tx: &mut Tx<'_>, scope: Scope, id: DestinationId) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM destinations WHERE id = $1 AND organization_id = $2",
            args![id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// One of the organization.
pub async fn find(tx: &mut Tx<'_>, scope: Scope, id: DestinationId) -> Result<Option<Destination>> {
    tx.row(
        "SELECT id, organization_id, what, name, address, command, description, icon, everyone, created_at, version \
         FROM destinations WHERE id = $1 AND organization_id = $2",
        args![id, scope.organization()],
        read,
    )
    .await
}

/// All of a kind that the organization has, by name.
pub async fn list(tx: &mut Tx<'_>, scope: Scope, what: Kind) -> Result<Vec<Destination>> {
    tx.rows(
        "SELECT id, organization_id, what, name, address, command, description, icon, everyone, created_at, version \
         FROM destinations WHERE organization_id = $1 AND what = $2 ORDER BY name",
        args![scope.organization(), what.as_str()],
        read,
    )
    .await
}

/// All that are for an account of the organization, by name.
pub async fn of_account(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
) -> Result<Vec<Destination>> {
    let mut all = tx
        .rows(
            "SELECT id, organization_id, what, name, address, command, description, icon, everyone, created_at, version \
             FROM destinations WHERE organization_id = $1 ORDER BY name",
            args![scope.organization()],
            read,
        )
        .await?;
    if all.iter().any(|one| !one.shown.everyone) {
        let given = given::to(tx, scope, account).await?;
        all.retain(|one| one.shown.everyone || given.shows(one.id));
    }
    Ok(all)
}

/// Names those whom one is for, in the place of whoever was named before.
pub async fn name(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: DestinationId,
    accounts: &[AccountId],
) -> Result<()> {
    tx.run(
        "DELETE FROM destination_members WHERE organization_id = $1 AND destination_id = $2",
        args![scope.organization(), id],
    )
    .await?;
    for account in accounts {
        tx.run(
            "INSERT INTO destination_members (organization_id, destination_id, account_id) VALUES ($1, $2, $3) \
             ON CONFLICT DO NOTHING",
            args![scope.organization(), id, *account],
        )
        .await?;
    }
    Ok(())
}

/// Gives one to groups, in the place of those that it was given to before.
pub async fn give(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: DestinationId,
    groups: &[GroupId],
) -> Result<()> {
    tx.run(
        "DELETE FROM destination_groups WHERE organization_id = $1 AND destination_id = $2",
        args![scope.organization(), id],
    )
    .await?;
    for group in groups {
        tx.run(
            "INSERT INTO destination_groups (organization_id, destination_id, group_id) VALUES ($1, $2, $3) \
             ON CONFLICT DO NOTHING",
            args![scope.organization(), id, *group],
        )
        .await?;
    }
    Ok(())
}

/// The groups that it is given to, by name.
pub async fn groups(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: DestinationId,
) -> Result<Vec<(GroupId, String)>> {
    tx.rows(
        "SELECT g.id, g.name FROM destination_groups d JOIN account_groups g \
         ON g.organization_id = d.organization_id AND g.id = d.group_id \
         WHERE d.organization_id = $1 AND d.destination_id = $2 ORDER BY g.name",
        args![scope.organization(), id],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
    .await
}

/// The login names of those who are named, in their order.
pub async fn named(tx: &mut Tx<'_>, scope: Scope, id: DestinationId) -> Result<Vec<String>> {
    tx.rows(
        "SELECT a.login_name FROM destination_members m JOIN accounts a \
         ON a.organization_id = m.organization_id AND a.id = m.account_id \
         WHERE m.organization_id = $1 AND m.destination_id = $2 ORDER BY a.login_name",
        args![scope.organization(), id],
        |r| r.get(0),
    )
    .await
}

fn read(r: &Row<'_>) -> Result<Destination> {
    Ok(Destination {
        id: r.get(0)?,
        organization: r.get(1)?,
        what: word(r, 2, Kind::parse)?,
        shown: Shown {
            name: r.get(3)?,
            address: r.get(4)?,
            command: r.get(5)?,
            description: r.get(6)?,
            icon: word_or_none(r, 7, Icon::parse)?,
            everyone: r.get(8)?,
        },
        created_at: r.get(9)?,
        version: r.get(10)?,
    })
}
