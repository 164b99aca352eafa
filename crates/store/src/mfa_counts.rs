//! How many accounts of an organization have each MFA status, kept beside them: nobody counts half a million
//! people to show a page.

use portcullis_core::account::MfaStatus;
use portcullis_core::id::OrganizationId;
use portcullis_core::role::Scope;

use crate::args;
use crate::db::{Result, Tx};
use crate::stored::word;

/// Begins to count the accounts of a new organization.
pub(crate) async fn begin(tx: &mut Tx<'_>, scope: Scope) -> Result<()> {
    for status in [
        MfaStatus::Enabled,
        MfaStatus::Disabled,
        MfaStatus::NotEnabled,
    ] {
        tx.post(
            "INSERT INTO mfa_counts (organization_id, mfa_status, people) VALUES ($1, $2, 0)",
            args![scope.organization(), status.as_str()],
        )
        .await?;
    }
    Ok(())
}

/// Counts an account where it is now, and no longer where it was.
pub(crate) async fn moves(
    tx: &mut Tx<'_>,
    scope: Scope,
    (from, to): (Option<MfaStatus>, Option<MfaStatus>),
) -> Result<()> {
    if from == to {
        return Ok(());
    }
    let (from, to) = (
        from.map_or("", MfaStatus::as_str),
        to.map_or("", MfaStatus::as_str),
    );
    // One statement, so that two of them take the rows in one order.
    tx.post(
        "UPDATE mfa_counts SET people = people + CASE WHEN mfa_status = $1 THEN -1 ELSE 1 END \
         WHERE organization_id = $2 AND mfa_status IN ($1, $3)",
        args![from, scope.organization(), to],
    )
    .await
}

/// Counts anew, after many accounts changed at once.
pub async fn recount(tx: &mut Tx<'_>, scope: Scope) -> Result<()> {
    tx.post(
        "UPDATE mfa_counts SET people = (SELECT COUNT(*) FROM accounts a WHERE a.organization_id = $1 \
         AND a.mfa_status = mfa_counts.mfa_status) WHERE organization_id = $1",
        args![scope.organization()],
    )
    .await
}

/// How many accounts of the organization have each MFA status.
pub async fn of(tx: &mut Tx<'_>, scope: Scope) -> Result<Vec<(MfaStatus, u64)>> {
    tx.rows(
        "SELECT mfa_status, people FROM mfa_counts WHERE organization_id = $1 AND people <> 0",
        args![scope.organization()],
        |r| Ok((word(r, 0, MfaStatus::parse)?, u64::from(r.get::<u32>(1)?))),
    )
    .await
}

/// The same of the organizations after a short name up to another. For owners and operators.
pub async fn roll_up(
    tx: &mut Tx<'_>,
    after: &str,
    until: &str,
) -> Result<Vec<(OrganizationId, MfaStatus, u64)>> {
    tx.rows(
        "SELECT c.organization_id, c.mfa_status, c.people FROM organizations o \
         JOIN mfa_counts c ON c.organization_id = o.id WHERE o.slug > $1 AND o.slug <= $2 AND c.people <> 0",
        args![after, until],
        |r| {
            Ok((
                r.get(0)?,
                word(r, 1, MfaStatus::parse)?,
                u64::from(r.get::<u32>(2)?),
            ))
        },
    )
    .await
}
