//! The audit log: written in the transaction of what it tells. Its seal is in [`crate::chains`].

use portcullis_core::audit::{Entry, Event, Origin, Who, Written};
use portcullis_core::id::{AccountId, EventId, OrganizationId};
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::{json, to_json};

/// The organization under which the instance's own events are stored.
pub(crate) const INSTANCE: OrganizationId = OrganizationId::from_bytes([0; 16]);

/// A row as it is stored.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The entry.
    pub entry: Entry,
    /// Its digest, as stored.
    pub digest: [u8; 32],
    /// Its number in the chain; `None` until it is sealed.
    pub sequence: Option<i64>,
    /// Whether the stored digest is the digest of what is stored.
    pub intact: bool,
}

/// Writes an entry with its digest.
pub async fn write(tx: &mut Tx<'_>, entry: &Entry) -> Result<()> {
    let (actor, origin, event) = (
        to_json(&entry.actor)?,
        to_json(&entry.origin)?,
        to_json(&entry.event)?,
    );
    let digest = Written {
        id: entry.id.as_bytes(),
        at: entry.at,
        organization: entry.organization.as_ref().map_or(&[], |id| id.as_bytes()),
        actor: &actor,
        account: entry.account.as_ref().map_or(&[], |id| id.as_bytes()),
        origin: &origin,
        event: &event,
    }
    .digest();
    tx.run(
        "INSERT INTO audit_events (id, organization_id, at, actor, account_id, origin, event, digest) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![entry.id, entry.organization.unwrap_or(INSTANCE), entry.at, actor, entry.account, origin, event, digest],
    )
    .await?;
    Ok(())
}

/// A page of a log after an event, oldest first, without those whose contents retention has taken;
/// `None` is the instance's own log.
pub async fn list(
    tx: &mut Tx<'_>,
    organization: Option<OrganizationId>,
    after: EventId,
    limit: u32,
) -> Result<Vec<Recorded>> {
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest, sequence FROM audit_events \
         WHERE organization_id = $1 AND id > $2 AND event <> '' ORDER BY id LIMIT $3",
        args![organization.unwrap_or(INSTANCE), after, limit],
        |r| read(r, organization),
    )
    .await
}

/// The last events of a log, newest first.
pub async fn latest(
    tx: &mut Tx<'_>,
    organization: Option<OrganizationId>,
    limit: u32,
) -> Result<Vec<Recorded>> {
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest, sequence FROM audit_events \
         WHERE organization_id = $1 AND event <> '' ORDER BY id DESC LIMIT $2",
        args![organization.unwrap_or(INSTANCE), limit],
        |r| read(r, organization),
    )
    .await
}

fn read(r: &Row<'_>, organization: Option<OrganizationId>) -> Result<Recorded> {
    let entry = Entry {
        id: r.get(0)?,
        at: r.get::<Timestamp>(1)?,
        organization,
        actor: json::<Who>(r, 2)?,
        account: r.get::<Option<AccountId>>(3)?,
        origin: json::<Origin>(r, 4)?,
        event: json::<Event>(r, 5)?,
    };
    let (actor, origin, event): (String, String, String) = (r.get(2)?, r.get(4)?, r.get(5)?);
    let digest: [u8; 32] = r.get(6)?;
    let written = Written {
        id: entry.id.as_bytes(),
        at: entry.at,
        organization: organization.as_ref().map_or(&[], |id| id.as_bytes()),
        actor: &actor,
        account: entry.account.as_ref().map_or(&[], |id| id.as_bytes()),
        origin: &origin,
        event: &event,
    };
    Ok(Recorded {
        intact: written.digest() == digest,
        entry,
        digest,
        sequence: r.get(7)?,
    })
}
