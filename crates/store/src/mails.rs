//! The queue of mails. A mail is written in the transaction of its cause; whoever hands it over takes
//! it first by one conditional update, so that of several nodes one does. What it says is sealed, and
//! gone once it was handed over; that it was sent stays for some days.

use portcullis_core::id::{AccountId, MailId, NodeId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::args;
use crate::db::{Error, Result, Row, Tx};
use crate::seal::{Place, Plain, Sealer};
use crate::stored::to_json;

/// No mail waits longer than this for its next try: a time further off is one from before the clock was
/// set back, and holds nothing up.
pub const LONGEST_WAIT: Span = Span::hours(12);

/// What a mail says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// One line; it holds no code and no link.
    pub subject: String,
    /// For programs that show no HTML.
    pub text: String,
    /// The same as a document.
    pub html: String,
}

/// A mail to be queued.
pub struct NewMail<'a> {
    /// Its id.
    pub id: MailId,
    /// Whom it is about; `None` for people without an account.
    pub account: Option<AccountId>,
    /// The address.
    pub recipient: &'a str,
    /// Which mail it is, in one word.
    pub kind: &'a str,
    /// What it says.
    pub message: &'a Message,
    /// After this it tells nobody anything, and is not sent any more.
    pub good_until: Option<Timestamp>,
    /// 24 random bytes to seal the message with.
    pub nonce: [u8; 24],
}

/// A mail of the queue, without what it says.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its id.
    pub id: MailId,
    /// Whose organization's.
    pub organization: OrganizationId,
    /// The address.
    pub recipient: String,
    /// Which mail it is.
    pub kind: String,
    /// When it was queued.
    pub created_at: Timestamp,
    /// After this it tells nobody anything.
    pub good_until: Option<Timestamp>,
    /// When it is tried (again); `None` once it was handed over or given up.
    pub due_at: Option<Timestamp>,
    /// How often it was taken to be handed over.
    pub tries: u32,
    /// When a mail server took it.
    pub sent_at: Option<Timestamp>,
    /// When it was given up.
    pub failed_at: Option<Timestamp>,
    /// What went wrong the last time.
    pub problem: Option<String>,
}

/// How the queue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many mails wait.
    pub waiting: i64,
    /// When the longest waiting was queued.
    pub oldest: Option<Timestamp>,
    /// How many were given up lately.
    pub failed: i64,
}

/// Queues a mail, due at once.
pub async fn add(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    new: &NewMail<'_>,
    now: Timestamp,
) -> Result<()> {
    let said = Secret::new(to_json(new.message)?);
    let plain = Plain {
        nonce: new.nonce,
        bytes: said.reveal().as_bytes(),
    };
    let sealed = sealer.seal(tx, scope, message_of(new.id), plain).await?;
    tx.run(
        "INSERT INTO mails (id, organization_id, account_id, recipient, kind, message, created_at, good_until, due_at, tries, leased_until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0)",
        args![
            new.id,
            scope.organization(),
            new.account,
            new.recipient,
            new.kind,
            sealed,
            now,
            new.good_until,
            now,
        ],
    )
    .await?;
    Ok(())
}

/// How many mails of a kind were queued for an account after `since`, sent or not.
pub async fn count_since(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    kind: &str,
    since: Timestamp,
) -> Result<i64> {
    let many = tx
        .row(
            "SELECT COUNT(*) FROM mails \
             WHERE account_id = $1 AND organization_id = $2 AND kind = $3 AND created_at > $4",
            args![account, scope.organization(), kind, since],
            |r| r.get(0),
        )
        .await?;
    Ok(many.unwrap_or_default())
}

/// When mails of a kind were queued for an account after `since`, sent or not; the last twenty at most.
pub async fn queued_since(
    tx: &mut Tx<'_>,
    (scope, account): (Scope, AccountId),
    kind: &str,
    since: Timestamp,
) -> Result<Vec<Timestamp>> {
    tx.rows(
        "SELECT created_at FROM mails WHERE account_id = $1 AND organization_id = $2 AND kind = $3 AND created_at > $4 \
         ORDER BY created_at DESC LIMIT 20",
        args![account, scope.organization(), kind, since],
        |r| r.get(0),
    )
    .await
}

/// What a mail says, while it is kept.
pub async fn message(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    id: MailId,
) -> Result<Option<Message>> {
    let sealed = tx
        .row(
            "SELECT message FROM mails WHERE id = $1 AND organization_id = $2",
            args![id, scope.organization()],
            |r| r.get::<Option<Vec<u8>>>(0),
        )
        .await?;
    let Some(sealed) = sealed.flatten() else {
        return Ok(None);
    };
    let opened = sealer.open(tx, scope, message_of(id), &sealed).await?;
    serde_json::from_slice(opened.reveal())
        .map(Some)
        .map_err(|_| Error::shape("a mail does not read"))
}

/// The last mails of all organizations, newest first: for those who run the instance.
pub async fn latest(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<Mail>> {
    tx.rows(
        "SELECT id, organization_id, recipient, kind, created_at, good_until, due_at, tries, sent_at, failed_at, problem \
         FROM mails ORDER BY id DESC LIMIT $1",
        args![limit],
        read,
    )
    .await
}

/// Mails that are due and that nobody is trying, the longest waiting first: worth trying to take.
pub async fn due(tx: &mut Tx<'_>, now: Timestamp, limit: u32) -> Result<Vec<Mail>> {
    tx.rows(
        "SELECT id, organization_id, recipient, kind, created_at, good_until, due_at, tries, sent_at, failed_at, problem \
         FROM mails WHERE due_at IS NOT NULL AND (due_at <= $1 OR due_at > $2) \
         AND (leased_until <= $1 OR leased_until > $2) ORDER BY due_at LIMIT $3",
        args![now, now + LONGEST_WAIT, limit],
        read,
    )
    .await
}

/// Takes a mail that is due, to hand it over until `until`: true for the one caller who has it now. The
/// try is counted before it is made.
pub async fn lease(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: MailId,
    (holder, until): (NodeId, Timestamp),
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE mails SET leased_until = $1, holder = $2, tries = tries + 1 \
             WHERE id = $3 AND organization_id = $4 AND due_at IS NOT NULL AND (due_at <= $5 OR due_at > $6) \
             AND (leased_until <= $5 OR leased_until > $6)",
            args![until, holder, id, scope.organization(), now, now + LONGEST_WAIT],
        )
        .await?;
    Ok(rows == 1)
}

/// Notes that a mail server took a mail, and forgets what it said; false when its lease is another's.
pub async fn sent(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: MailId,
    holder: NodeId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE mails SET sent_at = $1, message = NULL, due_at = NULL, leased_until = 0, holder = NULL, problem = NULL \
             WHERE id = $2 AND organization_id = $3 AND holder = $4",
            args![now, id, scope.organization(), holder],
        )
        .await?;
    Ok(rows == 1)
}

/// Renews a lease; false when it is another's.
pub async fn renew(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: MailId,
    (holder, until): (NodeId, Timestamp),
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE mails SET leased_until = $1 WHERE id = $2 AND organization_id = $3 AND holder = $4",
            args![until, id, scope.organization(), holder],
        )
        .await?;
    Ok(rows == 1)
}

/// Gives a mail back that was not taken, to be tried again at a time; false when its lease is another's.
pub async fn postpone(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: MailId,
    (holder, at): (NodeId, Timestamp),
    problem: &str,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE mails SET due_at = $1, problem = $2, leased_until = 0, holder = NULL \
             WHERE id = $3 AND organization_id = $4 AND holder = $5",
            args![at, problem, id, scope.organization(), holder],
        )
        .await?;
    Ok(rows == 1)
}

/// Gives a mail up. What it says is kept with it, so that it can be tried again by hand; false when its
/// lease is another's.
pub async fn give_up(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: MailId,
    (holder, now): (NodeId, Timestamp),
    problem: &str,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE mails SET failed_at = $1, problem = $2, due_at = NULL, leased_until = 0, holder = NULL \
             WHERE id = $3 AND organization_id = $4 AND holder = $5",
            args![now, problem, id, scope.organization(), holder],
        )
        .await?;
    Ok(rows == 1)
}

/// Has mails tried again that were given up or wait for their next try, save those whose time is over
/// and those being tried now: due at once; gives their number.
pub async fn try_again(tx: &mut Tx<'_>, only: Option<MailId>, now: Timestamp) -> Result<u64> {
    let again = match only {
        Some(id) => {
            tx.run(
                "UPDATE mails SET due_at = $1, failed_at = NULL, tries = 0 \
                 WHERE id = $2 AND sent_at IS NULL AND problem IS NOT NULL AND leased_until <= $1 \
                 AND (good_until IS NULL OR good_until > $1)",
                args![now, id],
            )
            .await?
        }
        None => {
            tx.run(
                "UPDATE mails SET due_at = $1, failed_at = NULL, tries = 0 \
                 WHERE sent_at IS NULL AND problem IS NOT NULL AND leased_until <= $1 \
                 AND (good_until IS NULL OR good_until > $1)",
                args![now],
            )
            .await?
        }
    };
    Ok(again)
}

/// How many mails wait, and since when the longest; how many were given up after `since`.
pub async fn standing(tx: &mut Tx<'_>, since: Timestamp) -> Result<Standing> {
    let waiting = tx
        .row(
            "SELECT COUNT(*), MIN(created_at) FROM mails WHERE due_at IS NOT NULL",
            args![],
            |r| Ok((r.get::<i64>(0)?, r.get::<Option<Timestamp>>(1)?)),
        )
        .await?;
    let failed = tx
        .row(
            "SELECT COUNT(*) FROM mails WHERE sent_at IS NULL AND failed_at > $1",
            args![since],
            |r| r.get(0),
        )
        .await?;
    let (waiting, oldest) = waiting.unwrap_or_default();
    Ok(Standing {
        waiting,
        oldest,
        failed: failed.unwrap_or_default(),
    })
}

/// The mails that wait or were given up, the newest first: for those who run the instance.
pub async fn unsent(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<Mail>> {
    tx.rows(
        "SELECT id, organization_id, recipient, kind, created_at, good_until, due_at, tries, sent_at, failed_at, problem \
         FROM mails WHERE sent_at IS NULL ORDER BY id DESC LIMIT $1",
        args![limit],
        read,
    )
    .await
}

fn message_of(id: MailId) -> Place {
    Place {
        column: "mails.message",
        row: *id.as_bytes(),
    }
}

fn read(r: &Row<'_>) -> Result<Mail> {
    Ok(Mail {
        id: r.get(0)?,
        organization: r.get(1)?,
        recipient: r.get(2)?,
        kind: r.get(3)?,
        created_at: r.get(4)?,
        good_until: r.get(5)?,
        due_at: r.get(6)?,
        tries: r.get(7)?,
        sent_at: r.get(8)?,
        failed_at: r.get(9)?,
        problem: r.get(10)?,
    })
}
