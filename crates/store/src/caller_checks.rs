//! Checks of who is on the phone. An account has one, the last; a word is counted before it is looked
//! at, and a caller becomes known by one conditional update.

use portcullis_core::audit::Who;
use portcullis_core::caller::{COUNTS, KnownBy, LIFE, TRIES};
use portcullis_core::id::{AccountId, CallerCheckId};
use portcullis_core::role::Scope;
use portcullis_core::time::{SKEW, Timestamp, Within};

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::{json, to_json, word_or_none};

/// A check to be begun.
pub struct NewCallerCheck<'a> {
    /// Its id.
    pub id: CallerCheckId,
    /// Who is to be on the phone.
    pub account: AccountId,
    /// The agent.
    pub agent: &'a Who,
    /// The name by which the member is told of the agent.
    pub agent_name: &'a str,
    /// Until when it is open.
    pub expires_at: Timestamp,
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallerCheck {
    /// Its id.
    pub id: CallerCheckId,
    /// The agent.
    pub agent: Who,
    /// The name by which the member is told of the agent.
    pub agent_name: String,
    /// When it was begun.
    pub started_at: Timestamp,
    /// Until when it is open.
    pub expires_at: Timestamp,
    /// Words tried.
    pub tries: u32,
    /// When and by what the caller was known.
    pub known: Option<(Timestamp, KnownBy)>,
}

impl CallerCheck {
    /// Whether it still waits for the caller.
    pub fn is_open(&self, now: Timestamp) -> bool {
        let is_young = now < self.expires_at && Within::last(LIFE, now).has(self.started_at);
        self.known.is_none() && is_young && self.tries < TRIES
    }

    /// When and by what the caller was known, while that counts.
    pub fn counts(&self, now: Timestamp) -> Option<(Timestamp, KnownBy)> {
        self.known
            .filter(|(at, _)| now < *at + COUNTS && Within::last(COUNTS, now).has(*at))
    }
}

/// Begins a check in the place of the one before.
pub async fn begin(
    tx: &mut Tx<'_>,
    scope: Scope,
    new: &NewCallerCheck<'_>,
    now: Timestamp,
) -> Result<()> {
    forget(tx, scope, new.account).await?;
    tx.run(
        "INSERT INTO caller_checks (id, organization_id, account_id, agent, agent_name, started_at, expires_at, tries) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
        args![
            new.id,
            scope.organization(),
            new.account,
            to_json(new.agent)?,
            new.agent_name,
            now,
            new.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// Forgets the check of an account, open or not: it shows nobody who is on the phone any more.
pub async fn forget(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<()> {
    tx.run(
        "DELETE FROM caller_checks WHERE account_id = $1 AND organization_id = $2",
        args![account, scope.organization()],
    )
    .await?;
    Ok(())
}

/// The check of an account, open or not, unless it was forgotten.
pub async fn last(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
) -> Result<Option<CallerCheck>> {
    tx.row(
        "SELECT id, agent, agent_name, started_at, expires_at, tries, known_at, known_by FROM caller_checks \
         WHERE account_id = $1 AND organization_id = $2",
        args![account, scope.organization()],
        read,
    )
    .await
}

/// Ends the open check of an account: true if there was one.
pub async fn end(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE caller_checks SET expires_at = $1 WHERE account_id = $2 AND organization_id = $3 \
             AND known_at IS NULL AND expires_at > $1",
            args![now, account, scope.organization()],
        )
        .await?;
    Ok(rows > 0)
}

/// Counts a word for a check; false when it is over.
pub async fn count_try(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: CallerCheckId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE caller_checks SET tries = tries + 1 WHERE id = $1 AND organization_id = $2 \
             AND known_at IS NULL AND expires_at > $3 AND started_at <= $5 AND tries < $4",
            args![id, scope.organization(), now, TRIES, now + SKEW],
        )
        .await?;
    Ok(rows == 1)
}

/// The caller is known: true for the one who was first, while the check is open.
pub async fn know(
    tx: &mut Tx<'_>,
    scope: Scope,
    (id, by): (CallerCheckId, KnownBy),
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE caller_checks SET known_at = $1, known_by = $2 WHERE id = $3 AND organization_id = $4 \
             AND known_at IS NULL AND expires_at > $1 AND started_at <= $5",
            args![now, by.as_str(), id, scope.organization(), now + SKEW],
        )
        .await?;
    Ok(rows == 1)
}

fn read(r: &Row<'_>) -> Result<CallerCheck> {
    let known_at: Option<Timestamp> = r.get(6)?;
    Ok(CallerCheck {
        id: r.get(0)?,
        agent: json(r, 1)?,
        agent_name: r.get(2)?,
        started_at: r.get(3)?,
        expires_at: r.get(4)?,
        tries: r.get(5)?,
        known: known_at.zip(word_or_none(r, 7, KnownBy::parse)?),
    })
}
