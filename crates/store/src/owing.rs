//! Those who have set up nothing and owe a second factor, now or soon: for lists and their labels.

use std::iter::repeat;

use portcullis_core::account::MfaStatus;
use portcullis_core::id::AccountId;
use portcullis_core::policy::{Case, Owed};
use portcullis_core::role::Scope;
use portcullis_core::search::{Sought, end};
use portcullis_core::time::Timestamp;

use crate::accounts::{Account, Wanted, columns, read};
use crate::db::{Result, Tx, Value};
use crate::policies::read_case;
use crate::{args, mfa_counts, organizations, search};

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

// The accounts of the organization `$2` of which more is to be said than the organization's rule; with those that came
// after a time, who may have days of grace left.
macro_rules! apart {
    ($since:literal) => {
        concat!(
        "(SELECT id FROM accounts WHERE organization_id = $2 AND mfa_status = 'not_enabled' \
         AND (mfa_required OR needs_enrollment_code OR state = 'suspended') \
         UNION SELECT account_id FROM role_grants WHERE organization_id = $2 \
         UNION SELECT account_id FROM exceptions WHERE organization_id = $2 \
         UNION SELECT id FROM accounts WHERE organization_id = $2 AND mfa_status = 'not_enabled' AND created_at > ", $since, ")"
        )
    };
}

/// What most of those owe who have set up nothing: what the organization's rule alone says of somebody who has
/// been there for long. And since when somebody must have been there for that.
async fn most(tx: &mut Tx<'_>, scope: Scope, now: Timestamp) -> Result<(Option<Owing>, Timestamp)> {
    let Some(place) = organizations::get(tx, scope).await? else {
        return Ok((None, now));
    };
    let case = Case {
        policy: place.policy,
        has_role: false,
        asked_alone: false,
        active_since: Timestamp::EPOCH,
        extended_until: None,
        exempt_until: None,
        set_up: false,
        needs_enrollment_code: false,
    };
    Ok(match case.owed(now) {
        // Whoever came lately may be given longer, and nobody else.
        Some(Owed::Now) => (Some(Owing::Now), now - place.policy.grace()),
        Some(Owed::From(_)) => (Some(Owing::Soon), now),
        None => (None, now),
    })
}

/// A page of those of the organization's accounts that owe something, in the order of their login names; the MFA
/// status that is wanted is left aside, and [`Wanted::after`] is a login name.
pub async fn list(
    tx: &mut Tx<'_>,
    scope: Scope,
    (owing, wanted): (Owing, &Wanted),
    limit: u32,
    now: Timestamp,
) -> Result<Vec<Account>> {
    let (most, since) = most(tx, scope, now).await?;
    let sought = wanted.sought.as_ref();
    let first = sought.map_or("", Sought::first);
    let [second, third] = sought.map(search::others).unwrap_or_default();
    let args = args![
        now,
        scope.organization(),
        wanted.after.as_str(),
        owing.as_str(),
        first,
        end(first),
        second.0,
        second.1,
        third.0,
        third.1,
        limit,
        since
    ];
    macro_rules! page {
        ($among:expr) => {
            concat!(
                "SELECT ",
                columns!(),
                " FROM accounts a JOIN organizations o ON o.id = a.organization_id WHERE a.organization_id = $2 \
                 AND a.login_name > $3 AND a.mfa_status = 'not_enabled'",
                $among,
                " AND ",
                owed!(),
                " = $4 AND ($5 = '' OR EXISTS (SELECT 1 FROM account_words w WHERE w.organization_id = $2 \
                 AND w.account_id = a.id AND w.word >= $5 AND w.word < $6)) \
                 AND ($7 = '' OR EXISTS (SELECT 1 FROM account_words s WHERE s.organization_id = $2 \
                 AND s.account_id = a.id AND s.word >= $7 AND s.word < $8)) \
                 AND ($9 = '' OR EXISTS (SELECT 1 FROM account_words t WHERE t.organization_id = $2 \
                 AND t.account_id = a.id AND t.word >= $9 AND t.word < $10)) ORDER BY a.login_name LIMIT $11"
            )
        };
    }
    tx.plan_for_values().await?;
    // Along the list where most are in it; else among the few who can be.
    let [all @ .., _] = args;
    if most == Some(owing) {
        tx.rows(page!(""), all, read).await
    } else {
        tx.rows(page!(concat!(" AND a.id IN ", apart!("$12"))), args, read)
            .await
    }
}

/// How many of the organization's accounts owe a second factor now, and how many soon. Only those are looked at of
/// whom more is to be said than the organization's rule.
pub async fn counts(tx: &mut Tx<'_>, scope: Scope, now: Timestamp) -> Result<(u64, u64)> {
    let (most, since) = most(tx, scope, now).await?;
    let counted = tx
        .rows(
            concat!(
                "SELECT owed, COUNT(*) FROM (SELECT ",
                owed!(),
                " AS owed FROM ",
                apart!("$3"),
                " few JOIN accounts a ON a.id = few.id AND a.organization_id = $2 \
                 JOIN organizations o ON o.id = a.organization_id WHERE a.mfa_status = 'not_enabled') owing GROUP BY owed"
            ),
            args![now, scope.organization(), since],
            |r| Ok((r.get::<String>(0)?, u64::from(r.get::<u32>(1)?))),
        )
        .await?;
    let without = mfa_counts::of(tx, scope).await?;
    let without = without
        .iter()
        .find(|(status, _)| *status == MfaStatus::NotEnabled);
    let looked_at: u64 = counted.iter().map(|(_, many)| many).sum();
    let others = without.map_or(0, |(_, many)| many.saturating_sub(looked_at));
    let of = |owing: Owing| {
        let found = counted.iter().find(|(word, _)| word == owing.as_str());
        let others = if most == Some(owing) { others } else { 0 };
        found.map_or(0, |(_, many)| *many) + others
    };
    Ok((of(Owing::Now), of(Owing::Soon)))
}

/// How many accounts [`cases`] takes.
pub const CASES: usize = 50;

/// What decides about those of some accounts, [`CASES`] at most, that have set up nothing.
pub async fn cases(
    tx: &mut Tx<'_>,
    scope: Scope,
    accounts: &[AccountId],
    now: Timestamp,
) -> Result<Vec<(AccountId, Case)>> {
    let mut args = args![now, scope.organization()].to_vec();
    let ids = accounts.iter().map(|id| id.as_bytes().to_vec());
    args.extend(ids.chain(repeat(Vec::new())).take(CASES).map(Value::from));
    tx.rows(
        concat!(
            "SELECT a.id, ",
            case_columns!("$1"),
            " FROM accounts a JOIN organizations o ON o.id = a.organization_id WHERE a.organization_id = $2 \
             AND a.mfa_status = 'not_enabled' AND a.state <> 'suspended' AND a.id IN (\
             $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, \
             $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, \
             $44, $45, $46, $47, $48, $49, $50, $51, $52)"
        ),
        &args,
        |r| Ok((r.get(0)?, read_case(r, 1)?)),
    )
    .await
}

/// What decides about those whose login names are after one and up to another, and that have set up nothing.
pub async fn cases_between(
    tx: &mut Tx<'_>,
    scope: Scope,
    (after, until): (&str, &str),
    now: Timestamp,
) -> Result<Vec<(AccountId, Case)>> {
    tx.rows(
        concat!(
            "SELECT a.id, ",
            case_columns!("$1"),
            " FROM accounts a JOIN organizations o ON o.id = a.organization_id WHERE a.organization_id = $2 \
             AND a.mfa_status = 'not_enabled' AND a.state <> 'suspended' AND a.login_name > $3 AND a.login_name <= $4"
        ),
        args![now, scope.organization(), after, until],
        |r| Ok((r.get(0)?, read_case(r, 1)?)),
    )
    .await
}
