//! Where support codes lead: to the events of refusals, for some days. Written with the event, beside it and not in it,
//! so that the log stays as it was sealed when a code is over.

use portcullis_core::audit::Entry;
use portcullis_core::id::{AccountId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::support::SupportCode;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::audit::{INSTANCE, Recorded, read};
use crate::db::{Result, Tx};
use crate::keys::MasterKeys;

/// Notes that a code leads to an event, which was just written.
pub async fn put(tx: &mut Tx<'_>, code: SupportCode, entry: &Entry) -> Result<()> {
    tx.post(
        "INSERT INTO support_codes (organization_id, code, event_id, at) VALUES ($1, $2, $3, $4)",
        args![
            entry.organization.unwrap_or(INSTANCE),
            i64::from(code.number()),
            entry.id,
            entry.at
        ],
    )
    .await
}

/// Whether a code leads to an event about an account.
pub async fn leads(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    code: SupportCode,
) -> Result<bool> {
    let found = tx
        .row(
            "SELECT 1 FROM support_codes s \
             JOIN audit_events e ON e.organization_id = s.organization_id AND e.id = s.event_id \
             WHERE s.organization_id = $1 AND s.code = $2 AND e.account_id = $3 LIMIT 1",
            args![scope.organization(), i64::from(code.number()), account],
            |r| r.get::<i64>(0),
        )
        .await?;
    Ok(found.is_some())
}

/// What a code leads to in a log, newest first; `None` is the instance's own log.
pub async fn find(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    (organization, code): (Option<OrganizationId>, SupportCode),
    since: Timestamp,
    limit: u32,
) -> Result<Vec<Recorded>> {
    tx.rows(
        "SELECT e.id, e.at, e.actor, e.account_id, e.origin, e.event, e.digest, e.sequence \
         FROM support_codes s JOIN audit_events e ON e.organization_id = s.organization_id AND e.id = s.event_id \
         WHERE s.organization_id = $1 AND s.code = $2 AND s.at > $3 AND e.event <> '' ORDER BY s.event_id DESC LIMIT $4",
        args![
            organization.unwrap_or(INSTANCE),
            i64::from(code.number()),
            since,
            limit
        ],
        |r| Ok(read(r, keys, organization)),
    )
    .await
}

/// In which logs a code leads somewhere; `None` is the instance's own. Chance gives a code to few, so all are found: the caller
/// leaves out those that the reader may not look into.
pub async fn places(
    tx: &mut Tx<'_>,
    code: SupportCode,
    since: Timestamp,
) -> Result<Vec<Option<OrganizationId>>> {
    tx.rows(
        "SELECT DISTINCT s.organization_id FROM support_codes s \
         JOIN audit_events e ON e.organization_id = s.organization_id AND e.id = s.event_id \
         WHERE s.code = $1 AND s.at > $2 AND e.event <> '' ORDER BY s.organization_id",
        args![i64::from(code.number()), since],
        |r| {
            let place: OrganizationId = r.get(0)?;
            Ok(Some(place).filter(|place| *place != INSTANCE))
        },
    )
    .await
}
