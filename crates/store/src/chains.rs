//! The seal of the audit log (security.md AU-4): the chain of each organization's events and its head.
//!
//! A stored seal is `link (32) ‖ HMAC-SHA-256 of organization, number and link (32)`. Nothing but the
//! sealing job writes here, so no sign-in waits for another's seal. What is read here may have been
//! written by somebody else: no column is trusted to be of its type.

use portcullis_core::chain::{Head, Link, Sealed};
use portcullis_core::id::{EventId, OrganizationId};
use portcullis_core::time::Timestamp;

use crate::args;
use crate::audit::{INSTANCE, is_whole};
use crate::db::{Error, Result, Row, Tx};
use crate::keys::{Lookup, MasterKeys};

/// Whose log: an organization's, or the instance's own.
pub type Log = Option<OrganizationId>;

/// How many events one unit of work seals, looks at or empties.
pub const AT_ONCE: u32 = 256;
/// Before the first number that a row could have.
pub const BEFORE_ALL: i64 = i64::MIN;

/// An event that waits to be sealed.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which.
    pub event: EventId,
    /// Its id as stored, to go on from.
    pub place: Vec<u8>,
    /// When it was written.
    pub at: Timestamp,
    /// Whether it has the digest that is stored with it.
    pub whole: bool,
}

/// Begins a log's chain; nothing when it has begun. A log without a head was tampered with.
pub async fn begin(tx: &mut Tx<'_>, keys: &MasterKeys, log: Log) -> Result<()> {
    let (organization, head) = (log.unwrap_or(INSTANCE), Head::EMPTY);
    tx.run(
        "INSERT INTO audit_heads (organization_id, sequence, link, emptied_to, seal) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (organization_id) DO NOTHING",
        args![
            organization,
            head.sequence,
            head.link.0,
            head.emptied_to,
            keys.lookup(Lookup::AuditHead, &head_place(organization, head))
        ],
    )
    .await?;
    Ok(())
}

/// Whether any chain has begun, or any event is sealed.
pub async fn any(tx: &mut Tx<'_>) -> Result<bool> {
    let found = tx
        .rows(
            "SELECT organization_id FROM audit_heads UNION ALL \
             SELECT organization_id FROM audit_events WHERE sequence IS NOT NULL LIMIT 1",
            args![],
            |_| Ok(()),
        )
        .await?;
    Ok(!found.is_empty())
}

/// The next log that has events to be sealed, after one in the order of their ids.
pub async fn next_waiting(tx: &mut Tx<'_>, after: Option<Log>) -> Result<Option<Log>> {
    let read = |r: &Row<'_>| r.get(0).map(log_of);
    match after {
        None => {
            tx.row(
                "SELECT organization_id FROM audit_events WHERE sequence IS NULL ORDER BY organization_id LIMIT 1",
                args![],
                read,
            )
            .await
        }
        Some(after) => {
            tx.row(
                "SELECT organization_id FROM audit_events WHERE sequence IS NULL AND organization_id > $1 \
                 ORDER BY organization_id LIMIT 1",
                args![after.unwrap_or(INSTANCE)],
                read,
            )
            .await
        }
    }
}

/// Seals the events of a log that wait, [`AT_ONCE`] at most; gives how many. Refuses a log whose head
/// is not ours, so that damage is not sealed over.
pub async fn seal(tx: &mut Tx<'_>, keys: &MasterKeys, log: Log) -> Result<u64> {
    let organization = log.unwrap_or(INSTANCE);
    // The head is read first: should another node seal meanwhile, writing it back finds that out.
    let before = genuine(head(tx, keys, log).await?)?;
    let waiting = tx
        .rows(
            "SELECT id, digest FROM audit_events WHERE organization_id = $1 AND sequence IS NULL ORDER BY id LIMIT $2",
            args![organization, AT_ONCE],
            |r| Ok((r.get::<Vec<u8>>(0).unwrap_or_default(), digest_of(r, 1))),
        )
        .await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let mut after = before;
    let mut seals = Vec::with_capacity(waiting.len());
    for (event, digest) in waiting {
        after.sequence += 1;
        after.link = after.link.next(after.sequence, &digest);
        let place = place(organization, after.sequence, after.link);
        let seal = [&after.link.0[..], &keys.lookup(Lookup::AuditLink, &place)].concat();
        seals.push((event, after.sequence, seal));
    }
    // The head is written first: of two nodes that seal at once the second waits here.
    write_head(tx, keys, log, (before, after)).await?;
    for (event, sequence, seal) in &seals {
        let rows = tx
            .run(
                "UPDATE audit_events SET sequence = $1, seal = $2 WHERE organization_id = $3 AND id = $4 AND sequence IS NULL",
                args![*sequence, seal.as_slice(), organization, event.as_slice()],
            )
            .await?;
        if rows != 1 {
            return Err(late());
        }
    }
    Ok(u64::try_from(seals.len()).unwrap_or(u64::MAX))
}

/// Takes the contents, not the digests, of a log's sealed events before a time, [`AT_ONCE`] at most;
/// gives how many. Stops at an event that is not whole: evidence is not deleted.
pub async fn empty(tx: &mut Tx<'_>, keys: &MasterKeys, log: Log, before: Timestamp) -> Result<u64> {
    let head = genuine(head(tx, keys, log).await?)?;
    let next = sealed(tx, keys, log, head.emptied_to).await?;
    let old = next
        .iter()
        .take_while(|one| one.genuine && one.whole && one.at < before);
    let Some(emptied_to) = old.map(|one| one.sequence).last() else {
        return Ok(0);
    };
    write_head(tx, keys, log, (head, Head { emptied_to, ..head })).await?;
    tx.run(
        "UPDATE audit_events SET actor = '', account_id = NULL, origin = '', event = '', topic = NULL, acted_by = NULL \
         WHERE organization_id = $1 AND sequence > $2 AND sequence <= $3",
        args![log.unwrap_or(INSTANCE), head.emptied_to, emptied_to],
    )
    .await
}

/// The head of a log's chain, and whether it is ours.
pub async fn head(tx: &mut Tx<'_>, keys: &MasterKeys, log: Log) -> Result<Option<(Head, bool)>> {
    let organization = log.unwrap_or(INSTANCE);
    tx.row(
        "SELECT sequence, link, emptied_to, seal FROM audit_heads WHERE organization_id = $1",
        args![organization],
        |r| Ok(head_at(r, 0, keys, organization)),
    )
    .await
}

/// A page of a log's sealed events after a number, for a walk along the chain. How far retention has
/// come is read with them, since it may go on meanwhile.
pub async fn sealed(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    log: Log,
    after: i64,
) -> Result<Vec<Sealed>> {
    let organization = log.unwrap_or(INSTANCE);
    tx.rows(
        "SELECT e.id, e.at, e.actor, e.account_id, e.origin, e.event, e.digest, e.sequence, e.seal, \
         h.sequence, h.link, h.emptied_to, h.seal \
         FROM audit_events e LEFT JOIN audit_heads h ON h.organization_id = e.organization_id \
         WHERE e.organization_id = $1 AND e.sequence > $2 ORDER BY e.sequence LIMIT $3",
        args![organization, after, AT_ONCE],
        |r| {
            let (head, ours) = head_at(r, 9, keys, organization);
            let sequence = r.get(7).unwrap_or(i64::MAX);
            let seal: Vec<u8> = r.get(8).unwrap_or_default();
            let (link, mac) = seal.split_first_chunk().unwrap_or((&Link::FIRST.0, &[]));
            let link = Link(*link);
            let is_nothing = |index| r.get::<String>(index).is_ok_and(|text| text.is_empty());
            let emptied = ours
                && sequence <= head.emptied_to
                && [2, 4, 5].into_iter().all(is_nothing)
                && r.get::<Option<Vec<u8>>>(3) == Ok(None);
            let place = place(organization, sequence, link);
            Ok(Sealed {
                sequence,
                event: event_id(r),
                at: r.get(1).unwrap_or(Timestamp::EPOCH),
                digest: digest_of(r, 6),
                link,
                genuine: keys.is_ours(Lookup::AuditLink, &place, mac),
                whole: emptied || is_whole(r, keys, log),
            })
        },
    )
    .await
}

/// A page of a log's events that wait to be sealed, after the place of one.
pub async fn waiting(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    log: Log,
    after: &[u8],
) -> Result<Vec<Waiting>> {
    tx.rows(
        "SELECT id, at, actor, account_id, origin, event, digest FROM audit_events \
         WHERE organization_id = $1 AND sequence IS NULL AND id > $2 ORDER BY id LIMIT $3",
        args![log.unwrap_or(INSTANCE), after, AT_ONCE],
        |r| {
            Ok(Waiting {
                event: event_id(r),
                place: r.get(0).unwrap_or_default(),
                at: r.get(1).unwrap_or(Timestamp::EPOCH),
                whole: is_whole(r, keys, log),
            })
        },
    )
    .await
}

/// Since when the oldest event waits to be sealed, in whatever log.
pub async fn waits_since(tx: &mut Tx<'_>) -> Result<Option<Timestamp>> {
    let oldest = tx
        .row(
            "SELECT MIN(at) FROM audit_events WHERE sequence IS NULL",
            args![],
            |r| r.get::<Option<Timestamp>>(0),
        )
        .await?;
    Ok(oldest.flatten())
}

/// Every log there is: of organizations, those that have a head, and those that have an event.
pub async fn logs(tx: &mut Tx<'_>) -> Result<Vec<Log>> {
    tx.rows(
        "SELECT id FROM organizations UNION SELECT organization_id FROM audit_heads \
         UNION SELECT organization_id FROM audit_events",
        args![],
        |r| r.get(0).map(log_of),
    )
    .await
}

fn log_of(organization: OrganizationId) -> Log {
    (organization != INSTANCE).then_some(organization)
}

fn genuine(head: Option<(Head, bool)>) -> Result<Head> {
    match head {
        Some((head, true)) => Ok(head),
        None | Some((_, false)) => Err(Error::refused(
            "the head of an audit log was changed or removed: run `portcullis audit verify`",
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
    let written = tx
        .run(
            "UPDATE audit_heads SET sequence = $2, link = $3, emptied_to = $4, seal = $5 \
             WHERE organization_id = $1 AND sequence = $6 AND emptied_to = $7",
            args![
                organization,
                after.sequence,
                after.link.0,
                after.emptied_to,
                keys.lookup(Lookup::AuditHead, &head_place(organization, after)),
                before.sequence,
                before.emptied_to
            ],
        )
        .await?;
    if written == 1 { Ok(()) } else { Err(late()) }
}

/// The head in four columns (number, link, how far emptied, seal) from an index on; whether it is ours.
fn head_at(
    r: &Row<'_>,
    at: usize,
    keys: &MasterKeys,
    organization: OrganizationId,
) -> (Head, bool) {
    let head = Head {
        sequence: r.get(at).unwrap_or_default(),
        link: Link(r.get(at + 1).unwrap_or_default()),
        emptied_to: r.get(at + 2).unwrap_or_default(),
    };
    let seal: Vec<u8> = r.get(at + 3).unwrap_or_default();
    let place = head_place(organization, head);
    (head, keys.is_ours(Lookup::AuditHead, &place, &seal))
}

fn event_id(r: &Row<'_>) -> EventId {
    r.get(0).unwrap_or(EventId::from_bytes([0; 16]))
}

fn digest_of(r: &Row<'_>, index: usize) -> [u8; 32] {
    r.get(index).unwrap_or_default()
}

fn place(organization: OrganizationId, sequence: i64, link: Link) -> Vec<u8> {
    let sequence = sequence.to_be_bytes();
    [&organization.as_bytes()[..], &sequence, &link.0].concat()
}

fn head_place(organization: OrganizationId, head: Head) -> Vec<u8> {
    let emptied_to = head.emptied_to.to_be_bytes();
    let place = place(organization, head.sequence, head.link);
    [&place[..], &emptied_to].concat()
}
