//! Organizations and their policy.

use portcullis_core::id::OrganizationId;
use portcullis_core::name::Name;
use portcullis_core::organization::Slug;
use portcullis_core::policy::Rule;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::word;

/// One organization.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it says about a second factor.
    pub rule: Rule,
    /// Counts the edits of its row.
    pub version: i64,
}

/// An organization to be added.
pub struct NewOrganization<'a> {
    /// Its id.
    pub id: OrganizationId,
    /// Its short name.
    pub slug: &'a Slug,
    /// Its name.
    pub name: &'a Name,
    /// What it says about a second factor.
    pub rule: Rule,
    /// When it is made.
    pub created_at: Timestamp,
}

/// Adds an organization; false when the short name is taken.
pub async fn add(tx: &mut Tx<'_>, new: &NewOrganization<'_>) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO organizations (id, slug, name, rule, created_at, version) \
             VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT DO NOTHING",
            args![
                new.id,
                new.slug.as_str(),
                new.name.as_str(),
                new.rule.as_str(),
                new.created_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The organization with a short name.
pub async fn by_slug(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<Organization>> {
    tx.row(
        "SELECT id, slug, name, rule, version FROM organizations WHERE slug = $1",
        args![slug.as_str()],
        read,
    )
    .await
}

/// The organization of a scope.
pub async fn get(tx: &mut Tx<'_>, scope: Scope) -> Result<Option<Organization>> {
    tx.row(
        "SELECT id, slug, name, rule, version FROM organizations WHERE id = $1",
        args![scope.organization()],
        read,
    )
    .await
}

/// A page of organizations after a short name, in its order. For owners and operators.
pub async fn list(tx: &mut Tx<'_>, after: &str, limit: u32) -> Result<Vec<Organization>> {
    tx.rows(
        "SELECT id, slug, name, rule, version FROM organizations WHERE slug > $1 ORDER BY slug LIMIT $2",
        args![after, limit],
        read,
    )
    .await
}

/// Whether there is any.
pub async fn any(tx: &mut Tx<'_>) -> Result<bool> {
    let rows = tx
        .rows("SELECT id FROM organizations LIMIT 1", args![], |r| {
            r.get::<OrganizationId>(0)
        })
        .await?;
    Ok(!rows.is_empty())
}

/// How many there are.
pub async fn count(tx: &mut Tx<'_>) -> Result<i64> {
    let many = tx
        .row("SELECT COUNT(*) FROM organizations", args![], |r| r.get(0))
        .await?;
    Ok(many.unwrap_or(0))
}

/// Changes the rule, if nobody changed the row since `version`.
pub async fn set_rule(tx: &mut Tx<'_>, scope: Scope, rule: Rule, version: i64) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE organizations SET rule = $1, version = version + 1 WHERE id = $2 AND version = $3",
            args![rule.as_str(), scope.organization(), version],
        )
        .await?;
    Ok(rows == 1)
}

fn read(r: &Row<'_>) -> Result<Organization> {
    Ok(Organization {
        id: r.get(0)?,
        slug: r.get(1)?,
        name: r.get(2)?,
        rule: word(r, 3, Rule::parse)?,
        version: r.get(4)?,
    })
}
