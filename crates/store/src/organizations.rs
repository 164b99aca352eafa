//! Organizations and their policy.

use portcullis_core::account::MfaStatus;
use portcullis_core::branding::Branding;
use portcullis_core::id::OrganizationId;
use portcullis_core::name::Name;
use portcullis_core::organization::Slug;
use portcullis_core::policy::{FirstProof, Policy};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::brandings::read_branding;
use crate::db::{Result, Row, Tx};
use crate::policies::{POLICY, read_policy};
use crate::{args, mfa_counts};

/// One organization.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its short name.
    pub slug: String,
    /// How it shows itself.
    pub branding: Branding,
    /// What it decides about signing in.
    pub policy: Policy,
    /// Counts the edits of its row.
    pub version: i64,
    /// Since when nobody of it signs in.
    pub suspended_at: Option<Timestamp>,
}

/// How many people of an organization have which MFA status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RollUp {
    /// Enabled.
    pub enabled: u64,
    /// Disabled.
    pub disabled: u64,
    /// Not enabled.
    pub not_enabled: u64,
}

impl RollUp {
    /// From one number for each status.
    pub fn of(counts: impl Iterator<Item = (MfaStatus, u64)>) -> Self {
        let mut all = Self::default();
        for (status, count) in counts {
            match status {
                MfaStatus::Enabled => all.enabled += count,
                MfaStatus::Disabled => all.disabled += count,
                MfaStatus::NotEnabled => all.not_enabled += count,
            }
        }
        all
    }
}

/// An organization to be added.
pub struct NewOrganization<'a> {
    /// Its id.
    pub id: OrganizationId,
    /// Its short name.
    pub slug: &'a Slug,
    /// Its name.
    pub name: &'a Name,
    /// What it decides about signing in.
    pub policy: Policy,
    /// When it is made.
    pub created_at: Timestamp,
}

/// Adds an organization; false when the short name is taken.
pub async fn add(tx: &mut Tx<'_>, new: &NewOrganization<'_>) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO organizations (id, slug, name, rule, channels, first_proof, remember_days, \
             deletion_requests, created_at, grace_days, required_since, session_hours, idle_minutes, \
             administration_minutes, shortest_password, version) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1) ON CONFLICT DO NOTHING",
            args![
                new.id,
                new.slug.as_str(),
                new.name.as_str(),
                new.policy.rule.as_str(),
                new.policy.channels.as_str(),
                new.policy.first_proof.map(FirstProof::as_str),
                new.policy.remember_days,
                new.policy.deletion_requests,
                new.created_at,
                new.policy.grace_days,
                new.policy.required_since,
                new.policy.lifetimes.hours,
                new.policy.lifetimes.idle_minutes,
                new.policy.lifetimes.administration_minutes,
                new.policy.shortest_password
            ],
        )
        .await?;
    if rows == 1 {
        mfa_counts::begin(tx, Scope::of(new.id)).await?;
    }
    Ok(rows == 1)
}

/// The organization with a short name.
pub async fn by_slug(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<Organization>> {
    tx.row(
        concat!(
            "SELECT o.id, o.slug, o.name, o.version, o.suspended_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM organizations o WHERE o.slug = $1"
        ),
        args![slug.as_str()],
        read,
    )
    .await
}

/// The organization of a scope.
pub async fn get(tx: &mut Tx<'_>, scope: Scope) -> Result<Option<Organization>> {
    tx.row(
        concat!(
            "SELECT o.id, o.slug, o.name, o.version, o.suspended_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM organizations o WHERE o.id = $1"
        ),
        args![scope.organization()],
        read,
    )
    .await
}

/// Makes units queue that change many of an organization's people at once: the second of two sees what the
/// first has done. `PostgreSQL` holds the row for the transaction; on `SQLite` they queue anyway.
pub async fn lock(tx: &mut Tx<'_>, scope: Scope) -> Result<()> {
    tx.run(
        "UPDATE organizations SET version = version WHERE id = $1",
        args![scope.organization()],
    )
    .await?;
    Ok(())
}

/// A page of organizations after a short name, in its order. For owners and operators.
pub async fn list(tx: &mut Tx<'_>, after: &str, limit: u32) -> Result<Vec<Organization>> {
    tx.rows(
        concat!(
            "SELECT o.id, o.slug, o.name, o.version, o.suspended_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM organizations o WHERE o.slug > $1 ORDER BY o.slug LIMIT $2"
        ),
        args![after, limit],
        read,
    )
    .await
}

/// Notes since when nobody of an organization signs in, or that they do again; false when it was so already.
pub async fn suspend(tx: &mut Tx<'_>, scope: Scope, since: Option<Timestamp>) -> Result<bool> {
    let rows = match since {
        Some(_) => {
            tx.run(
                "UPDATE organizations SET suspended_at = $1 WHERE id = $2 AND suspended_at IS NULL",
                args![since, scope.organization()],
            )
            .await?
        }
        None => {
            tx.run(
                "UPDATE organizations SET suspended_at = NULL WHERE id = $1 AND suspended_at IS NOT NULL",
                args![scope.organization()],
            )
            .await?
        }
    };
    Ok(rows == 1)
}

/// Ends every session and every attempt of an organization.
pub async fn sign_everybody_out(tx: &mut Tx<'_>, scope: Scope) -> Result<()> {
    for sql in [
        "DELETE FROM attempts WHERE organization_id = $1",
        "DELETE FROM sessions WHERE organization_id = $1",
    ] {
        tx.run(sql, args![scope.organization()]).await?;
    }
    Ok(())
}

/// Deletes an organization whose accounts are gone, its data keys and all else that is stored under it but its
/// audit log; false when it was gone.
pub async fn delete(tx: &mut Tx<'_>, scope: Scope) -> Result<bool> {
    for sql in [
        "DELETE FROM role_grants WHERE scope_id = $1",
        "DELETE FROM mails WHERE organization_id = $1",
        "DELETE FROM invitations WHERE organization_id = $1",
        "DELETE FROM radius_clients WHERE organization_id = $1",
        "DELETE FROM destinations WHERE organization_id = $1",
        "DELETE FROM account_groups WHERE organization_id = $1",
        "DELETE FROM logos WHERE organization_id = $1",
        "DELETE FROM data_keys WHERE organization_id = $1",
    ] {
        tx.run(sql, args![scope.organization()]).await?;
    }
    let rows = tx
        .run(
            "DELETE FROM organizations WHERE id = $1",
            args![scope.organization()],
        )
        .await?;
    Ok(rows == 1)
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

/// Changes the policy, if nobody changed the row since `version`.
pub async fn set_policy(
    tx: &mut Tx<'_>,
    scope: Scope,
    policy: &Policy,
    version: i64,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE organizations SET rule = $1, channels = $2, first_proof = $3, remember_days = $4, \
             deletion_requests = $5, grace_days = $6, required_since = $7, session_hours = $8, idle_minutes = $9, \
             administration_minutes = $10, shortest_password = $11, version = version + 1 \
             WHERE id = $12 AND version = $13",
            args![
                policy.rule.as_str(),
                policy.channels.as_str(),
                policy.first_proof.map(FirstProof::as_str),
                policy.remember_days,
                policy.deletion_requests,
                policy.grace_days,
                policy.required_since,
                policy.lifetimes.hours,
                policy.lifetimes.idle_minutes,
                policy.lifetimes.administration_minutes,
                policy.shortest_password,
                scope.organization(),
                version
            ],
        )
        .await?;
    Ok(rows == 1)
}

fn read(r: &Row<'_>) -> Result<Organization> {
    Ok(Organization {
        id: r.get(0)?,
        slug: r.get(1)?,
        branding: read_branding(r, 2, 5 + POLICY)?,
        version: r.get(3)?,
        policy: read_policy(r, 5)?,
        suspended_at: r.get(4)?,
    })
}
