//! Those who have set up nothing and owe a second factor, now or soon: for lists and their labels.

use portcullis_core::id::AccountId;
use portcullis_core::policy::Case;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::accounts::{Account, Wanted, read};
use crate::args;
use crate::db::{Result, Tx};
use crate::policies::read_case;

/// Whom a list of those who owe something is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owing {
    /// Who must have a second factor now, and has set up nothing.
    Now,
    /// Who must have one soon, and can put it off until then.
    Soon,
}

impl Owing {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Soon => "soon",
        }
    }
}

// What an account owes at the time `$1`, as [`portcullis_core::policy::Case::owed`] says: 'now', 'soon' or ''.
macro_rules! owed {
    () => {
        "CASE WHEN a.mfa_status <> 'not_enabled' OR a.state = 'suspended' THEN '' \
         WHEN a.mfa_required OR EXISTS (SELECT 1 FROM role_grants g WHERE g.account_id = a.id \
         AND (g.ends_at IS NULL OR g.ends_at > $1)) THEN 'now' \
         WHEN o.rule <> 'required' OR EXISTS (SELECT 1 FROM exceptions x WHERE x.organization_id = a.organization_id \
         AND x.account_id = a.id AND x.kind = 'exemption' AND x.ends_at > $1) THEN '' \
         WHEN NOT a.needs_enrollment_code AND (COALESCE(o.required_since, 0) + o.grace_days * 86400000 > $1 \
         OR a.created_at + o.grace_days * 86400000 > $1 OR EXISTS (SELECT 1 FROM exceptions x \
         WHERE x.organization_id = a.organization_id AND x.account_id = a.id AND x.kind = 'extension' \
         AND x.ends_at > $1)) THEN 'soon' ELSE 'now' END"
    };
}

/// A page of those of the organization's accounts that owe something, in the order of their login names; the MFA
/// status that is wanted is left aside.
pub async fn list(
    tx: &mut Tx<'_>,
    scope: Scope,
    (owing, wanted): (Owing, &Wanted),
    limit: u32,
    now: Timestamp,
) -> Result<Vec<Account>> {
    let named = wanted.named.trim().to_lowercase();
    tx.rows(
        concat!(
            "SELECT a.id, a.name, a.login_name, a.email, a.email_proved_at, a.state, a.mfa_status, a.mfa_required, \
             a.signed_in_at, a.switched_off, a.email_codes_since, a.language, a.time_zone, a.browser_language, \
             a.deletion_asked_at FROM accounts a JOIN organizations o ON o.id = a.organization_id \
             WHERE a.organization_id = $2 AND a.login_name > $3 AND a.mfa_status = 'not_enabled' AND ",
            owed!(),
            " = $4 AND ($5 = '' OR SUBSTR(a.login_name, 1, LENGTH($5)) = $5 OR SUBSTR(LOWER(a.email), 1, LENGTH($5)) = $5 \
             OR REPLACE(LOWER(' ' || a.name), ' ' || $5, '') <> LOWER(' ' || a.name)) ORDER BY a.login_name LIMIT $6"
        ),
        args![now, scope.organization(), wanted.after.as_str(), owing.as_str(), named.as_str(), limit],
        read,
    )
    .await
}

/// How many of the organization's accounts owe a second factor now, and how many soon.
pub async fn counts(tx: &mut Tx<'_>, scope: Scope, now: Timestamp) -> Result<(u64, u64)> {
    let counted = tx
        .rows(
            concat!(
                "SELECT owed, COUNT(*) FROM (SELECT ",
                owed!(),
                " AS owed FROM accounts a JOIN organizations o ON o.id = a.organization_id \
                 WHERE a.organization_id = $2 AND a.mfa_status = 'not_enabled') owing GROUP BY owed"
            ),
            args![now, scope.organization()],
            |r| Ok((r.get::<String>(0)?, u64::from(r.get::<u32>(1)?))),
        )
        .await?;
    let of = |owing: Owing| {
        let found = counted.iter().find(|(word, _)| word == owing.as_str());
        found.map_or(0, |(_, many)| *many)
    };
    Ok((of(Owing::Now), of(Owing::Soon)))
}

/// What decides about those accounts from one login name up to another that have set up nothing.
pub async fn cases(
    tx: &mut Tx<'_>,
    scope: Scope,
    (first, last): (&str, &str),
    now: Timestamp,
) -> Result<Vec<(AccountId, Case)>> {
    tx.rows(
        concat!(
            "SELECT a.id, ",
            case_columns!("$1"),
            " FROM accounts a JOIN organizations o ON o.id = a.organization_id WHERE a.organization_id = $2 \
             AND a.login_name >= $3 AND a.login_name <= $4 AND a.mfa_status = 'not_enabled' AND a.state <> 'suspended'"
        ),
        args![now, scope.organization(), first, last],
        |r| Ok((r.get(0)?, read_case(r, 1)?)),
    )
    .await
}
