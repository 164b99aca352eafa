//! The audit log: written in the transaction of what it tells. Its seal is in [`crate::chains`].

use portcullis_core::audit::{Entry, Event, Origin, Who, Written};
use portcullis_core::id::{AccountId, EventId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::keys::{Lookup, MasterKeys};
use crate::stored::{json, to_json};

/// The organization under which the instance's own events are stored.
pub(crate) const INSTANCE: OrganizationId = OrganizationId::from_bytes([0; 16]);

/// A row as it is stored.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its id, as stored.
    pub id: Vec<u8>,
    /// The entry; `None` when it was changed so that it can't even be read.
    pub entry: Option<Entry>,
    /// Its digest, as stored.
    pub digest: Vec<u8>,
    /// Its number in the chain; `None` until it is sealed.
    pub sequence: Option<i64>,
    /// Whether the stored digest is ours and that of what is stored.
    pub intact: bool,
}

/// Writes an entry with its digest.
pub async fn write(tx: &mut Tx<'_>, keys: &MasterKeys, entry: &Entry) -> Result<()> {
    let (actor, origin, event) = (
        to_json(&entry.actor)?,
        to_json(&entry.origin)?,
        to_json(&entry.event)?,
    );
    let written = Written {
        id: entry.id.as_bytes(),
        at: entry.at,
        organization: entry.organization.as_ref().map_or(&[], |id| id.as_bytes()),
        actor: &actor,
        account: entry.account.as_ref().map_or(&[], |id| id.as_bytes()),
        origin: &origin,
        event: &event,
    };
    let digest = keys.lookup(Lookup::AuditEvent, &written.digest());
    tx.post(
        "INSERT INTO audit_events (id, organization_id, at, actor, account_id, origin, event, digest) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![entry.id, entry.organization.unwrap_or(INSTANCE), entry.at, actor, entry.account, origin, event, digest],
    )
    .await
}

/// A page of a log after an id, oldest first, without events whose contents retention has taken;
/// `None` is the instance's own log.
pub async fn list(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    organization: Option<OrganizationId>,
    (after, limit): (Vec<u8>, u32),
) -> Result<Vec<Recorded>> {
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest, sequence FROM audit_events \
         WHERE organization_id = $1 AND id > $2 AND event <> '' ORDER BY id LIMIT $3",
        args![organization.unwrap_or(INSTANCE), after, limit],
        |r| Ok(read(r, keys, organization)),
    )
    .await
}

/// A page of what is written about an account, before an event, newest first.
pub async fn of_account(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    (scope, account): (Scope, AccountId),
    before: Option<EventId>,
    limit: u32,
) -> Result<Vec<Recorded>> {
    let before = before.unwrap_or(EventId::from_bytes([0xff; 16]));
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest, sequence FROM audit_events \
         WHERE account_id = $1 AND organization_id = $2 AND id < $3 AND event <> '' ORDER BY id DESC LIMIT $4",
        args![account, scope.organization(), before, limit],
        |r| Ok(read(r, keys, Some(scope.organization()))),
    )
    .await
}

/// The last events of a log, newest first.
pub async fn latest(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    organization: Option<OrganizationId>,
    limit: u32,
) -> Result<Vec<Recorded>> {
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest, sequence FROM audit_events \
         WHERE organization_id = $1 AND event <> '' ORDER BY id DESC LIMIT $2",
        args![organization.unwrap_or(INSTANCE), limit],
        |r| Ok(read(r, keys, organization)),
    )
    .await
}

fn read(r: &Row<'_>, keys: &MasterKeys, organization: Option<OrganizationId>) -> Recorded {
    let entry = || -> Result<Entry> {
        Ok(Entry {
            id: r.get(0)?,
            at: r.get::<Timestamp>(1)?,
            organization,
            actor: json::<Who>(r, 2)?,
            account: r.get::<Option<AccountId>>(3)?,
            origin: json::<Origin>(r, 4)?,
            event: json::<Event>(r, 5)?,
        })
    };
    Recorded {
        id: r.get(0).unwrap_or_default(),
        entry: entry().ok(),
        digest: r.get(6).unwrap_or_default(),
        sequence: r.get(7).unwrap_or_default(),
        intact: is_whole(r, keys, organization),
    }
}

/// Whether the digest of a row (id, at, actor, account, origin, event, digest) is that of what it holds.
/// A column that can't be read is none that we wrote.
pub(crate) fn is_whole(
    r: &Row<'_>,
    keys: &MasterKeys,
    organization: Option<OrganizationId>,
) -> bool {
    let text = |index| r.get::<String>(index).unwrap_or_default();
    let bytes = |index| {
        let read = r.get::<Option<Vec<u8>>>(index);
        read.ok().flatten().unwrap_or_default()
    };
    let (id, actor, account, origin, event) = (bytes(0), text(2), bytes(3), text(4), text(5));
    let written = Written {
        id: &id,
        at: r.get(1).unwrap_or(Timestamp::EPOCH),
        organization: organization.as_ref().map_or(&[], |id| id.as_bytes()),
        actor: &actor,
        account: &account,
        origin: &origin,
        event: &event,
    };
    keys.is_ours(Lookup::AuditEvent, &written.digest(), &bytes(6))
}
