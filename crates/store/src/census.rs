//! Whom a change of the policy touches: the accounts of an organization by kinds that policies tell apart.

use portcullis_core::account::State;
use portcullis_core::policy::{Case, Policy};
use portcullis_core::preview::Group;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::db::{Result, Tx};
use crate::policies::read_case;
use crate::{args, organizations};

/// How many accounts that may be used there are of each kind that two policies tell apart at a time: the one in
/// force and another. Those of a kind are in one case under both.
pub async fn kinds(
    tx: &mut Tx<'_>,
    scope: Scope,
    after: &Policy,
    now: Timestamp,
) -> Result<Vec<(Group, u64)>> {
    let Some(place) = organizations::get(tx, scope).await? else {
        return Ok(Vec::new());
    };
    let before = place.policy;
    tx.rows(
        "SELECT mfa_required, switched_off, has_codes, has_address, devices, has_role, has_recovery, frozen, \
         needs_enrollment_code, MIN(created_at), MIN(extended), MIN(exempt), COUNT(*) FROM \
         (SELECT mfa_required, switched_off, email_codes_since IS NOT NULL AS has_codes, email IS NOT NULL AS has_address, \
         EXISTS (SELECT 1 FROM devices d WHERE d.account_id = a.id) AS devices, \
         EXISTS (SELECT 1 FROM role_grants g WHERE g.account_id = a.id AND (g.ends_at IS NULL OR g.ends_at > $1)) AS has_role, \
         EXISTS (SELECT 1 FROM recovery_sets s JOIN recovery_codes c ON c.set_id = s.id \
         WHERE s.account_id = a.id AND c.used_at IS NULL) AS has_recovery, state = $2 AS frozen, needs_enrollment_code, created_at, \
         created_at + $3 > $1 AS young, created_at + $4 > $1 AS young_then, e.ends_at AS extended, x.ends_at AS exempt \
         FROM accounts a LEFT JOIN exceptions e ON e.organization_id = a.organization_id AND e.account_id = a.id \
         AND e.kind = 'extension' AND e.ends_at > $1 LEFT JOIN exceptions x ON x.organization_id = a.organization_id \
         AND x.account_id = a.id AND x.kind = 'exemption' AND x.ends_at > $1 \
         WHERE a.organization_id = $5 AND a.state <> $6) kinds \
         GROUP BY mfa_required, switched_off, has_codes, has_address, devices, has_role, has_recovery, frozen, \
         needs_enrollment_code, young, young_then, extended IS NULL, exempt IS NULL",
        args![
            now,
            State::Frozen.as_str(),
            before.grace().as_millis(),
            after.grace().as_millis(),
            scope.organization(),
            State::Suspended.as_str()
        ],
        |r| {
            let devices = u64::from(r.get::<bool>(4)?);
            let email_codes = r.get(2)?;
            let group = Group {
                case: Case {
                    policy: before,
                    has_role: r.get(5)?,
                    asked_alone: r.get(0)?,
                    active_since: r.get(9)?,
                    extended_until: r.get(10)?,
                    exempt_until: r.get(11)?,
                    set_up: devices > 0 || email_codes,
                    needs_enrollment_code: r.get(8)?,
                },
                devices,
                recovery_codes: r.get(6)?,
                email_codes,
                switched_off: r.get(1)?,
                has_address: r.get(3)?,
                frozen: r.get(7)?,
            };
            Ok((group, u64::from(r.get::<u32>(12)?)))
        },
    )
    .await
}

/// Those who administer the organization and may be used, each as a kind of their own, and whether for good.
pub async fn admins(tx: &mut Tx<'_>, scope: Scope, now: Timestamp) -> Result<Vec<(Group, bool)>> {
    tx.rows(
        concat!(
            "SELECT EXISTS (SELECT 1 FROM devices d WHERE d.account_id = a.id), \
             EXISTS (SELECT 1 FROM recovery_sets s JOIN recovery_codes c ON c.set_id = s.id \
             WHERE s.account_id = a.id AND c.used_at IS NULL), \
             a.email_codes_since IS NOT NULL, a.switched_off, a.email IS NOT NULL, few.lasting, ",
            case_columns!("$1"),
            " FROM (SELECT r.account_id AS id, MAX(CASE WHEN r.ends_at IS NULL THEN 1 ELSE 0 END) = 1 AS lasting \
             FROM role_grants r WHERE r.organization_id = $2 \
             AND r.role IN ('admin', 'owner') AND (r.scope_id IS NULL OR r.scope_id = r.organization_id) \
             AND (r.ends_at IS NULL OR r.ends_at > $1) GROUP BY r.account_id) few JOIN accounts a ON a.id = few.id \
             JOIN organizations o ON o.id = a.organization_id WHERE a.state = $3"
        ),
        args![now, scope.organization(), State::Active.as_str()],
        |r| {
            let group = Group {
                case: read_case(r, 6)?,
                devices: u64::from(r.get::<bool>(0)?),
                recovery_codes: r.get(1)?,
                email_codes: r.get(2)?,
                switched_off: r.get(3)?,
                has_address: r.get(4)?,
                frozen: false,
            };
            Ok((group, r.get(5)?))
        },
    )
    .await
}
