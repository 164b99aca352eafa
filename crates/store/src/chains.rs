//! The seal of the audit log (security.md AU-4): the chain of each organization's events and its head.
//!
//! A stored seal is `link (32) ‖ HMAC-SHA-256 of organization, number and link (32)`. Nothing but the
//! sealing job writes here, so no sign-in waits for another's seal.

use portcullis_core::audit::Written;
use portcullis_core::chain::{Head, Link, Sealed};
use portcullis_core::id::{EventId, OrganizationId};
use portcullis_core::time::Timestamp;

use crate::args;
use crate::audit::INSTANCE;
use crate::db::{Error, Result, Row, Tx};
use crate::keys::{Lookup, MasterKeys};

/// Whose log: an organization's, or the instance's own.
pub type Log = Option<OrganizationId>;

/// How many events one unit of work seals, looks at or empties.
pub const AT_ONCE: u32 = 256;

/// An event that waits to be sealed.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    /// Which.
    pub event: EventId,
    /// When it was written.
    pub at: Timestamp,
    /// Whether it has the digest that is stored with it.
    pub whole: bool,
}

/// The next log that has events to be sealed, after one in the order of their ids.
pub async fn next_waiting(tx: &mut Tx<'_>, after: Option<Log>) -> Result<Option<Log>> {
    let found = match after {
        None => {
            tx.row(
                "SELECT organization_id FROM audit_events WHERE sequence IS NULL ORDER BY organization_id LIMIT 1",
                args![],
                log,
            )
            .await?
        }
        Some(after) => {
            tx.row(
                "SELECT organization_id FROM audit_events WHERE sequence IS NULL AND organization_id > $1 \
                 ORDER BY organization_id LIMIT 1",
                args![after.unwrap_or(INSTANCE)],
                log,
            )
            .await?
        }
    };
    Ok(found)
}

/// Seals the events of a log that wait, [`AT_ONCE`] at most; gives how many. Refuses a log whose head
/// is not ours, so that damage is not sealed over.
pub async fn seal(tx: &mut Tx<'_>, keys: &MasterKeys, log: Log) -> Result<u64> {
    let organization = log.unwrap_or(INSTANCE);
    let before = head(tx, keys, log).await?;
    let waiting = tx
        .rows(
            "SELECT id, digest FROM audit_events WHERE organization_id = $1 AND sequence IS NULL ORDER BY id LIMIT $2",
            args![organization, AT_ONCE],
            |r| Ok((r.get::<EventId>(0)?, r.get::<[u8; 32]>(1)?)),
        )
        .await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let before = genuine(before)?;
    let mut after = before;
    let mut seals = Vec::with_capacity(waiting.len());
    for (event, digest) in waiting {
        after.sequence += 1;
        after.link = after.link.next(after.sequence, &digest);
        seals.push((event, after.sequence, seal_of(keys, organization, after)));
    }
    // The head first: of two nodes that seal at once the second waits here, and then finds itself late.
    write_head(tx, keys, log, (before, after)).await?;
    for (event, sequence, seal) in &seals {
        let rows = tx
            .run(
                "UPDATE audit_events SET sequence = $1, seal = $2 WHERE id = $3 AND sequence IS NULL",
                args![*sequence, seal.as_slice(), *event],
            )
            .await?;
        if rows != 1 {
            return Err(late());
        }
    }
    Ok(u64::try_from(seals.len()).unwrap_or(u64::MAX))
}

/// Takes the contents, not the digests, of a log's sealed events before a time, [`AT_ONCE`] at most;
/// gives how many.
pub async fn empty(tx: &mut Tx<'_>, keys: &MasterKeys, log: Log, before: Timestamp) -> Result<u64> {
    let Some(stored) = head(tx, keys, log).await? else {
        return Ok(0);
    };
    let (head, organization) = (genuine(Some(stored))?, log.unwrap_or(INSTANCE));
    let next = tx
        .rows(
            "SELECT sequence, at FROM audit_events WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3",
            args![organization, head.emptied_to, AT_ONCE],
            |r| Ok((r.get::<i64>(0)?, r.get::<Timestamp>(1)?)),
        )
        .await?;
    let old = next.iter().take_while(|(_, at)| *at < before);
    let Some(emptied_to) = old.map(|(sequence, _)| *sequence).last() else {
        return Ok(0);
    };
    write_head(tx, keys, log, (head, Head { emptied_to, ..head })).await?;
    tx.run(
        "UPDATE audit_events SET actor = '', account_id = NULL, origin = '', event = '' \
         WHERE organization_id = $1 AND sequence > $2 AND sequence <= $3",
        args![organization, head.emptied_to, emptied_to],
    )
    .await
}

/// The head of a log's chain, and whether it is ours.
pub async fn head(tx: &mut Tx<'_>, keys: &MasterKeys, log: Log) -> Result<Option<(Head, bool)>> {
    let organization = log.unwrap_or(INSTANCE);
    tx.row(
        "SELECT sequence, link, emptied_to, seal FROM audit_heads WHERE organization_id = $1",
        args![organization],
        |r| {
            let head = Head {
                sequence: r.get(0).unwrap_or_default(),
                link: Link(r.get(1).unwrap_or_default()),
                emptied_to: r.get(2).unwrap_or_default(),
            };
            let seal: [u8; 32] = r.get(3).unwrap_or_default();
            Ok((head, seal == head_seal(keys, organization, head)))
        },
    )
    .await
}

/// A page of a log's sealed events after a number, for a walk along the chain. What can't even be read
/// is an event that is not whole.
pub async fn sealed(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    log: Log,
    (after, emptied_to): (i64, i64),
) -> Result<Vec<Sealed>> {
    let organization = log.unwrap_or(INSTANCE);
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest, sequence, seal FROM audit_events \
         WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3",
        args![organization, after, AT_ONCE],
        |r| {
            let (sequence, seal): (i64, Vec<u8>) = (r.get(7)?, r.get(8).unwrap_or_default());
            let link = Link(seal.first_chunk().copied().unwrap_or(Link::FIRST.0));
            let head = Head {
                sequence,
                link,
                emptied_to: 0,
            };
            let emptied =
                sequence <= emptied_to && r.get::<String>(5).is_ok_and(|event| event.is_empty());
            Ok(Sealed {
                sequence,
                event: event_id(r),
                digest: r.get(6).unwrap_or_default(),
                link,
                genuine: seal == seal_of(keys, organization, head),
                whole: emptied || is_whole(r, log),
            })
        },
    )
    .await
}

/// A page of a log's events that wait to be sealed, after an event.
pub async fn waiting(tx: &mut Tx<'_>, log: Log, after: EventId) -> Result<Vec<Waiting>> {
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest FROM audit_events \
         WHERE organization_id = $1 AND sequence IS NULL AND id > $2 ORDER BY id LIMIT $3",
        args![log.unwrap_or(INSTANCE), after, AT_ONCE],
        |r| {
            Ok(Waiting {
                event: event_id(r),
                at: r.get(1).unwrap_or(Timestamp::EPOCH),
                whole: is_whole(r, log),
            })
        },
    )
    .await
}

/// Logs of organizations that are gone: a page after an organization.
pub async fn without_organization(
    tx: &mut Tx<'_>,
    after: OrganizationId,
    limit: u32,
) -> Result<Vec<OrganizationId>> {
    tx.rows(
        "SELECT h.organization_id FROM audit_heads h LEFT JOIN organizations o ON o.id = h.organization_id \
         WHERE o.id IS NULL AND h.organization_id > $1 ORDER BY h.organization_id LIMIT $2",
        args![after, limit],
        |r| r.get(0),
    )
    .await
}

fn log(r: &Row<'_>) -> Result<Log> {
    let organization: OrganizationId = r.get(0)?;
    Ok((organization != INSTANCE).then_some(organization))
}

fn genuine(head: Option<(Head, bool)>) -> Result<Head> {
    match head {
        None => Ok(Head::EMPTY),
        Some((head, true)) => Ok(head),
        Some((_, false)) => Err(Error::refused(
            "the head of an audit log was changed: run `portcullis audit verify`",
        )),
    }
}

fn late() -> Error {
    Error::refused("another node is sealing this log")
}

/// Replaces the head, if it is still what it was.
async fn write_head(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    log: Log,
    (before, after): (Head, Head),
) -> Result<()> {
    let organization = log.unwrap_or(INSTANCE);
    let seal = head_seal(keys, organization, after);
    let written = if before == Head::EMPTY {
        tx.run(
            "INSERT INTO audit_heads (organization_id, sequence, link, emptied_to, seal) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (organization_id) DO NOTHING",
            args![organization, after.sequence, after.link.0, after.emptied_to, seal],
        )
        .await?
    } else {
        tx.run(
            "UPDATE audit_heads SET sequence = $2, link = $3, emptied_to = $4, seal = $5 \
             WHERE organization_id = $1 AND sequence = $6 AND emptied_to = $7",
            args![
                organization,
                after.sequence,
                after.link.0,
                after.emptied_to,
                seal,
                before.sequence,
                before.emptied_to
            ],
        )
        .await?
    };
    if written == 1 { Ok(()) } else { Err(late()) }
}

fn event_id(r: &Row<'_>) -> EventId {
    r.get(0).unwrap_or(EventId::from_bytes([0; 16]))
}

/// Whether the stored digest is that of what is stored.
fn is_whole(r: &Row<'_>, log: Log) -> bool {
    let text = |index| r.get::<String>(index).unwrap_or_default();
    let bytes = |index| {
        r.get::<Option<Vec<u8>>>(index)
            .ok()
            .flatten()
            .unwrap_or_default()
    };
    let (id, actor, account, origin, event) = (bytes(0), text(2), bytes(3), text(4), text(5));
    let written = Written {
        id: &id,
        at: r.get(1).unwrap_or(Timestamp::EPOCH),
        organization: log.as_ref().map_or(&[], |id| id.as_bytes()),
        actor: &actor,
        account: &account,
        origin: &origin,
        event: &event,
    };
    r.get::<[u8; 32]>(6)
        .is_ok_and(|digest| digest == written.digest())
}

/// A number and a link, as they are stored when they are ours.
fn seal_of(keys: &MasterKeys, organization: OrganizationId, head: Head) -> Vec<u8> {
    let place = [
        &organization.as_bytes()[..],
        &head.sequence.to_be_bytes(),
        &head.link.0,
    ]
    .concat();
    [&head.link.0[..], &keys.lookup(Lookup::AuditLink, &place)].concat()
}

fn head_seal(keys: &MasterKeys, organization: OrganizationId, head: Head) -> [u8; 32] {
    let place = [
        &organization.as_bytes()[..],
        &head.sequence.to_be_bytes(),
        &head.link.0,
        &head.emptied_to.to_be_bytes(),
    ]
    .concat();
    keys.lookup(Lookup::AuditHead, &place)
}
