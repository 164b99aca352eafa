//! The audit log: written in the transaction of what it tells.

use portcullis_core::audit::{Entry, Event, Origin, Who};
use portcullis_core::id::{AccountId, EventId, OrganizationId};
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Tx};
use crate::stored::{json, to_json};

const INSTANCE: OrganizationId = OrganizationId::from_bytes([0; 16]);

/// A row as it is stored, with the texts that its digest is over.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The entry.
    pub entry: Entry,
    /// Its digest, as stored.
    pub digest: [u8; 32],
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
    let digest = entry.digest(&actor, &origin, &event);
    tx.run(
        "INSERT INTO audit_events (id, organization_id, at, actor, account_id, origin, event, digest) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![entry.id, entry.organization.unwrap_or(INSTANCE), entry.at, actor, entry.account, origin, event, digest],
    )
    .await?;
    Ok(())
}

/// A page of a log after an event, oldest first; `None` is the instance's own log.
pub async fn list(
    tx: &mut Tx<'_>,
    organization: Option<OrganizationId>,
    after: EventId,
    limit: u32,
) -> Result<Vec<Recorded>> {
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest FROM audit_events \
         WHERE organization_id = $1 AND id > $2 ORDER BY id LIMIT $3",
        args![organization.unwrap_or(INSTANCE), after, limit],
        |r| {
            let entry = Entry {
                id: r.get(0)?,
                at: r.get::<Timestamp>(1)?,
                organization,
                actor: json::<Who>(r, 2)?,
                account: r.get::<Option<AccountId>>(3)?,
                origin: json::<Origin>(r, 4)?,
                event: json::<Event>(r, 5)?,
            };
            let (actor, origin, event): (String, String, String) =
                (r.get(2)?, r.get(4)?, r.get(5)?);
            let digest: [u8; 32] = r.get(6)?;
            Ok(Recorded {
                intact: entry.digest(&actor, &origin, &event) == digest,
                entry,
                digest,
            })
        },
    )
    .await
}
