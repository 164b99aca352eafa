//! The audit log: written in the transaction of what it tells. Its seal is in [`crate::chains`].

use portcullis_core::audit::{Entry, Event, Origin, Who, Written};
use portcullis_core::id::{AccountId, EventId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;
use portcullis_core::topic::Topic;

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
    let topic = Some(Topic::of(&entry.event)).filter(|topic| *topic != Topic::SignIns);
    let by = Some(By::of(&entry.actor)).filter(|by| entry.account.map(By::Person) != Some(*by));
    tx.post(
        "INSERT INTO audit_events (id, organization_id, at, actor, account_id, origin, event, digest, topic, acted_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            entry.id, entry.organization.unwrap_or(INSTANCE), entry.at, actor, entry.account, origin, event, digest,
            topic.map(Topic::as_str), by.map(By::stored)
        ],
    )
    .await
}

/// Whose deeds are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// What this account did to another, or to the organization.
    Person(AccountId),
    /// What was done at the command line.
    CommandLine,
    /// What the program did by itself.
    Portal,
    /// What somebody did who had not proved who they are.
    Nobody,
}

impl By {
    /// Whose deed an event is.
    pub const fn of(actor: &Who) -> Self {
        match actor {
            Who::Person { account, .. } => Self::Person(*account),
            Who::Operator { .. } => Self::CommandLine,
            Who::System => Self::Portal,
            Who::Nobody => Self::Nobody,
        }
    }

    /// As stored: an id has 16 bytes, and none of the words has.
    fn stored(self) -> Vec<u8> {
        match self {
            Self::Person(id) => id.as_bytes().to_vec(),
            Self::CommandLine => b"command-line".to_vec(),
            Self::Portal => b"portal".to_vec(),
            Self::Nobody => b"nobody".to_vec(),
        }
    }
}

/// Which events of a log are looked for. Times are those of their ids, in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those about this account.
    pub about: Option<AccountId>,
    /// Those that are deeds of these.
    pub by: Option<By>,
    /// Those about this.
    pub topic: Option<Topic>,
    /// Those since then.
    pub from: Option<Timestamp>,
    /// Those before then.
    pub until: Option<Timestamp>,
}

/// In which order events are read, and after which one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Newest first, before an event.
    Newest(Option<EventId>),
    /// Oldest first, after an id as it is stored.
    Oldest(Vec<u8>),
}

/// A list of events under further conditions, each a text of its own, so that each has its plan.
macro_rules! events {
    ($conditions:literal, $order:literal) => {
        concat!(
            "SELECT id, at, actor, account_id, origin, event, digest, sequence FROM audit_events \
             WHERE organization_id = $1 AND id > $2 AND id < $3 AND event <> ''",
            $conditions,
            " ORDER BY id",
            $order,
            " LIMIT $4"
        )
    };
}

/// A page of a log, without events whose contents retention has taken; `None` is the instance's own log. Ids
/// sort by time, so no other column is asked for it; each shape of the other conditions has an index that
/// stays, and a combination reads the narrower one.
pub async fn search(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    organization: Option<OrganizationId>,
    wanted: &Wanted,
    (order, limit): (&Order, u32),
) -> Result<Vec<Recorded>> {
    let edge = |at: Timestamp| EventId::new(at, [0; 10]).as_bytes()[..6].to_vec();
    let mut after = wanted.from.map(edge).unwrap_or_default();
    let mut before = wanted.until.map_or_else(|| vec![0xff; 17], edge);
    let newest = match order {
        Order::Newest(last) => {
            if let Some(last) = last {
                before = before.min(last.as_bytes().to_vec());
            }
            true
        }
        Order::Oldest(last) => {
            after = after.max(last.clone());
            false
        }
    };
    let log = organization.unwrap_or(INSTANCE);
    macro_rules! page {
        ($conditions:literal $(, $value:expr)*) => {
            tx.rows(
                if newest { events!($conditions, " DESC") } else { events!($conditions, "") },
                args![log, after, before, limit $(, $value)*],
                |r| Ok(read(r, keys, organization)),
            )
            .await
        };
    }
    match (wanted.about, wanted.by.map(By::stored), wanted.topic) {
        (None, None, None) => page!(""),
        (None, None, Some(Topic::SignIns)) => page!(" AND topic IS NULL"),
        (None, None, Some(topic)) => page!(" AND topic = $5", topic.as_str()),
        (Some(about), None, None) => page!(" AND account_id = $5", about),
        (Some(about), None, Some(Topic::SignIns)) => {
            page!(" AND account_id = $5 AND topic IS NULL", about)
        }
        (Some(about), None, Some(topic)) => {
            page!(" AND account_id = $5 AND topic = $6", about, topic.as_str())
        }
        (None, Some(by), None) => page!(" AND acted_by = $5", by),
        (None, Some(by), Some(Topic::SignIns)) => {
            page!(" AND acted_by = $5 AND topic IS NULL", by)
        }
        (None, Some(by), Some(topic)) => {
            page!(" AND acted_by = $5 AND topic = $6", by, topic.as_str())
        }
        (Some(about), Some(by), None) => {
            page!(" AND account_id = $5 AND acted_by = $6", about, by)
        }
        (Some(about), Some(by), Some(Topic::SignIns)) => {
            page!(
                " AND account_id = $5 AND acted_by = $6 AND topic IS NULL",
                about,
                by
            )
        }
        (Some(about), Some(by), Some(topic)) => {
            page!(
                " AND account_id = $5 AND acted_by = $6 AND topic = $7",
                about,
                by,
                topic.as_str()
            )
        }
    }
}

/// The organization of somebody who stands in a log as having done something to another or to the organization;
/// `None` where nobody of this id does.
pub async fn organization_of_doer(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
) -> Result<Option<OrganizationId>> {
    let actor = tx
        .row(
            "SELECT actor FROM audit_events WHERE organization_id = $1 AND acted_by = $2 ORDER BY id DESC LIMIT 1",
            args![scope.organization(), By::Person(account).stored()],
            |r| json::<Who>(r, 0),
        )
        .await?;
    Ok(match actor {
        Some(Who::Person { organization, .. }) => Some(organization),
        _ => None,
    })
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

pub(crate) fn read(
    r: &Row<'_>,
    keys: &MasterKeys,
    organization: Option<OrganizationId>,
) -> Recorded {
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
