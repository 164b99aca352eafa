//! What members ask the help desk for. One of a kind is open for an account at most, and is answered once, by one
//! conditional update.

use portcullis_core::account::{MfaStatus, State};
use portcullis_core::audit::Who;
use portcullis_core::help_request::{Outcome, REQUESTS_OF_ACCOUNT, REQUESTS_WINDOW, Wish};
use portcullis_core::id::{AccountId, HelpRequestId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::{json, to_json, word, word_or_none};

/// A request to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewHelpRequest {
    /// Its id.
    pub id: HelpRequestId,
    /// Whose.
    pub account: AccountId,
    /// What is asked for.
    pub wish: Wish,
    /// Whether it is asked in a session.
    pub signed_in: bool,
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRequest {
    /// Its id.
    pub id: HelpRequestId,
    /// Whose.
    pub account: AccountId,
    /// What is asked for.
    pub wish: Wish,
    /// Whether it was asked in a session.
    pub signed_in: bool,
    /// When.
    pub asked_at: Timestamp,
    /// What became of it, if anything did.
    pub answer: Option<Answer>,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What.
    pub outcome: Outcome,
    /// When.
    pub at: Timestamp,
    /// Who says so.
    pub by: Who,
    /// What the help desk says to the member.
    pub word: Option<String>,
}

/// A request with whose it is, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The request.
    pub request: HelpRequest,
    /// The person's name.
    pub name: String,
    /// The login name without the organization.
    pub login_name: String,
    /// Whether the account may be used.
    pub state: State,
    /// Its MFA status.
    pub mfa_status: MfaStatus,
}

/// Makes a request; false when one of its kind is open for the account.
pub async fn make(
    tx: &mut Tx<'_>,
    scope: Scope,
    new: &NewHelpRequest,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO help_requests (id, organization_id, account_id, wish, signed_in, asked_at) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            args![
                new.id,
                scope.organization(),
                new.account,
                new.wish.as_str(),
                new.signed_in,
                now
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Until when an account has asked often enough, answered or not.
pub async fn delayed_until(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let oldest = tx
        .row(
            "SELECT asked_at FROM help_requests WHERE organization_id = $1 AND account_id = $2 AND asked_at > $3 \
             ORDER BY asked_at DESC LIMIT 1 OFFSET $4",
            args![
                scope.organization(),
                account,
                now - REQUESTS_WINDOW,
                REQUESTS_OF_ACCOUNT - 1
            ],
            |r| r.get::<Timestamp>(0),
        )
        .await?;
    Ok(oldest.map(|at| at + REQUESTS_WINDOW))
}

/// Whether the help desk was told by mail of a request of an account since a time.
pub async fn mailed_since(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    since: Timestamp,
) -> Result<bool> {
    let found = tx
        .row(
            "SELECT id FROM help_requests WHERE organization_id = $1 AND account_id = $2 AND mailed_at > $3 LIMIT 1",
            args![scope.organization(), account, since],
            |r| r.get::<HelpRequestId>(0),
        )
        .await?;
    Ok(found.is_some())
}

/// How often the help desk of the organization was told by mail since a time.
pub async fn mails_since(tx: &mut Tx<'_>, scope: Scope, since: Timestamp) -> Result<u32> {
    let count = tx
        .row(
            "SELECT COUNT(*) FROM help_requests WHERE organization_id = $1 AND mailed_at > $2",
            args![scope.organization(), since],
            |r| r.get::<u32>(0),
        )
        .await?;
    Ok(count.unwrap_or(0))
}

/// The tag of the language that a help desk reads at an address: that of whoever signs in by it, in this organization or
/// another, else of who administers. `own`: whether the organization itself names the address, so that it is its own people
/// with a role; else it is who runs the portal. The oldest account counts; `None` where none has a language.
pub async fn desk_language(
    tx: &mut Tx<'_>,
    scope: Scope,
    (address, own): (&str, bool),
    now: Timestamp,
) -> Result<Option<String>> {
    tx.row(
        "SELECT language FROM (SELECT COALESCE(language, browser_language) AS language, 0 AS place, id FROM accounts \
         WHERE email = $1 AND email_proved_at IS NOT NULL UNION ALL \
         SELECT COALESCE(a.language, a.browser_language), 1, a.id FROM role_grants g JOIN accounts a ON a.id = g.account_id \
         WHERE a.state = 'active' AND (g.ends_at IS NULL OR g.ends_at > $2) AND (g.scope_id IS NULL \
         AND (NOT $3 OR g.organization_id = $4) OR $3 AND g.scope_id = $4)) known \
         WHERE language IS NOT NULL ORDER BY place, id LIMIT 1",
        args![address, now, own, scope.organization()],
        |r| r.get(0),
    )
    .await
}

/// Notes that the help desk is told of a request by mail.
pub async fn note_mailed(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: HelpRequestId,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "UPDATE help_requests SET mailed_at = $1 WHERE id = $2 AND organization_id = $3",
        args![now, id, scope.organization()],
    )
    .await?;
    Ok(())
}

/// Answers an open request: true for who was first.
pub async fn answer(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: HelpRequestId,
    (outcome, by, said): (Outcome, &Who, Option<&str>),
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE help_requests SET outcome = $1, answered_at = $2, answered_by = $3, word = $4 \
             WHERE id = $5 AND organization_id = $6 AND outcome IS NULL",
            args![
                outcome.as_str(),
                now,
                to_json(by)?,
                said,
                id,
                scope.organization()
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The open request of a kind of an account.
pub async fn open_of(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    wish: Wish,
) -> Result<Option<HelpRequestId>> {
    tx.row(
        "SELECT id FROM help_requests \
         WHERE organization_id = $1 AND account_id = $2 AND wish = $3 AND outcome IS NULL",
        args![scope.organization(), account, wish.as_str()],
        |r| r.get::<HelpRequestId>(0),
    )
    .await
}

/// The requests of an account, newest first.
pub async fn of_account(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    limit: u32,
) -> Result<Vec<HelpRequest>> {
    tx.rows(
        "SELECT id, account_id, wish, signed_in, asked_at, outcome, answered_at, answered_by, word FROM help_requests \
         WHERE organization_id = $1 AND account_id = $2 ORDER BY asked_at DESC, id DESC LIMIT $3",
        args![scope.organization(), account, limit],
        read,
    )
    .await
}

/// One request of the organization.
pub async fn find(tx: &mut Tx<'_>, scope: Scope, id: HelpRequestId) -> Result<Option<Listed>> {
    tx.row(
        "SELECT q.id, q.account_id, q.wish, q.signed_in, q.asked_at, q.outcome, q.answered_at, q.answered_by, q.word, \
         a.name, a.login_name, a.state, a.mfa_status FROM help_requests q \
         JOIN accounts a ON a.organization_id = q.organization_id AND a.id = q.account_id \
         WHERE q.id = $1 AND q.organization_id = $2",
        args![id, scope.organization()],
        listed,
    )
    .await
}

/// Open requests, the oldest first, from the one after `after` on.
pub async fn open(
    tx: &mut Tx<'_>,
    scope: Scope,
    after: Option<HelpRequestId>,
    limit: u32,
) -> Result<Vec<Listed>> {
    let after = after.unwrap_or(HelpRequestId::from_bytes([0; 16]));
    tx.rows(
        "SELECT q.id, q.account_id, q.wish, q.signed_in, q.asked_at, q.outcome, q.answered_at, q.answered_by, q.word, \
         a.name, a.login_name, a.state, a.mfa_status FROM help_requests q \
         JOIN accounts a ON a.organization_id = q.organization_id AND a.id = q.account_id \
         WHERE q.organization_id = $1 AND q.outcome IS NULL AND q.id > $2 ORDER BY q.id LIMIT $3",
        args![scope.organization(), after, limit],
        listed,
    )
    .await
}

/// What was answered last, newest first.
pub async fn answered(tx: &mut Tx<'_>, scope: Scope, limit: u32) -> Result<Vec<Listed>> {
    tx.rows(
        "SELECT q.id, q.account_id, q.wish, q.signed_in, q.asked_at, q.outcome, q.answered_at, q.answered_by, q.word, \
         a.name, a.login_name, a.state, a.mfa_status FROM help_requests q \
         JOIN accounts a ON a.organization_id = q.organization_id AND a.id = q.account_id \
         WHERE q.organization_id = $1 AND q.answered_at IS NOT NULL ORDER BY q.answered_at DESC LIMIT $2",
        args![scope.organization(), limit],
        listed,
    )
    .await
}

/// How many are open.
pub async fn open_count(tx: &mut Tx<'_>, scope: Scope) -> Result<u64> {
    let count = tx
        .row(
            "SELECT COUNT(*) FROM help_requests WHERE organization_id = $1 AND outcome IS NULL",
            args![scope.organization()],
            |r| r.get::<u32>(0),
        )
        .await?;
    Ok(count.unwrap_or(0).into())
}

fn read(r: &Row<'_>) -> Result<HelpRequest> {
    let (outcome, at): (_, Option<Timestamp>) = (word_or_none(r, 5, Outcome::parse)?, r.get(6)?);
    let answer = match outcome.zip(at) {
        Some((outcome, at)) => Some(Answer {
            outcome,
            at,
            by: json(r, 7)?,
            word: r.get(8)?,
        }),
        None => None,
    };
    Ok(HelpRequest {
        id: r.get(0)?,
        account: r.get(1)?,
        wish: word(r, 2, Wish::parse)?,
        signed_in: r.get(3)?,
        asked_at: r.get(4)?,
        answer,
    })
}

fn listed(r: &Row<'_>) -> Result<Listed> {
    Ok(Listed {
        request: read(r)?,
        name: r.get(9)?,
        login_name: r.get(10)?,
        state: word(r, 11, State::parse)?,
        mfa_status: word(r, 12, MfaStatus::parse)?,
    })
}
