//! What is read wherever a policy, or all that decides about one account, is asked for. Its columns are named
//! here alone.

use portcullis_core::account::MfaStatus;
use portcullis_core::id::AccountId;
use portcullis_core::policy::{Case, Channels, FirstProof, Lifetimes, Policy, Rule};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::{word, word_or_none};

/// The columns of a policy, of `organizations o`.
macro_rules! policy_columns {
    () => {
        "o.rule, o.grace_days, o.required_since, o.channels, o.first_proof, o.remember_days, o.session_hours, \
         o.idle_minutes, o.administration_minutes, o.shortest_password, o.deletion_requests"
    };
}

/// The columns of all that decides about `accounts a` of `organizations o`, at the time of a parameter.
macro_rules! case_columns {
    ($now:literal) => {
        concat!(
            policy_columns!(),
            ", (SELECT MAX(g.created_at) FROM role_grants g WHERE g.account_id = a.id AND (g.ends_at IS NULL OR g.ends_at > ",
            $now,
            ")), a.mfa_required, a.created_at, ",
            "(SELECT e.ends_at FROM exceptions e WHERE e.organization_id = a.organization_id \
             AND e.account_id = a.id AND e.kind = 'extension'), ",
            "(SELECT e.ends_at FROM exceptions e WHERE e.organization_id = a.organization_id \
             AND e.account_id = a.id AND e.kind = 'exemption'), ",
            "a.mfa_status, a.needs_enrollment_code"
        )
    };
}

/// How many columns a policy has.
pub(crate) const POLICY: usize = 11;
/// How many columns a case has.
pub(crate) const CASE: usize = POLICY + 7;

/// All that decides what is required of one account of the organization.
pub async fn case(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    now: Timestamp,
) -> Result<Option<Case>> {
    tx.row(
        concat!(
            "SELECT ",
            case_columns!("$1"),
            " FROM accounts a JOIN organizations o ON o.id = a.organization_id WHERE a.id = $2 AND a.organization_id = $3"
        ),
        args![now, id, scope.organization()],
        |r| read_case(r, 0),
    )
    .await
}

/// A policy whose columns begin at an index.
pub(crate) fn read_policy(r: &Row<'_>, index: usize) -> Result<Policy> {
    Ok(Policy {
        rule: word(r, index, Rule::parse)?,
        grace_days: r.get(index + 1)?,
        required_since: r.get(index + 2)?,
        channels: word(r, index + 3, Channels::parse)?,
        first_proof: word_or_none(r, index + 4, FirstProof::parse)?,
        remember_days: r.get(index + 5)?,
        lifetimes: Lifetimes {
            hours: r.get(index + 6)?,
            idle_minutes: r.get(index + 7)?,
            administration_minutes: r.get(index + 8)?,
        },
        shortest_password: r.get(index + 9)?,
        deletion_requests: r.get(index + 10)?,
    })
}

/// A case whose columns begin at an index.
pub(crate) fn read_case(r: &Row<'_>, index: usize) -> Result<Case> {
    let rest = index + POLICY;
    Ok(Case {
        policy: read_policy(r, index)?,
        has_role: role_given_at(r, index)?.is_some(),
        asked_alone: r.get(rest + 1)?,
        active_since: r.get(rest + 2)?,
        extended_until: r.get(rest + 3)?,
        exempt_until: r.get(rest + 4)?,
        set_up: word(r, rest + 5, MfaStatus::parse)? != MfaStatus::NotEnabled,
        needs_enrollment_code: r.get(rest + 6)?,
    })
}

/// When the newest role in force of a case's account was given, if it has one.
pub(crate) fn role_given_at(r: &Row<'_>, index: usize) -> Result<Option<Timestamp>> {
    r.get(index + POLICY)
}
