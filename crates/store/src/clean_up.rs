//! Rows whose time is over go, a bounded number at a time, so that nothing grows for ever and no
//! sign-in waits behind a large deletion. Expiry is checked at use; this only frees the room.

use portcullis_core::browser::KNOWN_LIFE;
use portcullis_core::caller::COUNTS;
use portcullis_core::help_request::{ANSWER_MEMORY, ASKING_WINDOW};
use portcullis_core::id::MailId;
use portcullis_core::radius::ANSWER_LIFE;
use portcullis_core::session::LIFE;
use portcullis_core::support;
use portcullis_core::throttle::{ADDRESS_LOGINS_WINDOW, LOGIN_MEMORY, RESETS_WINDOW};
use portcullis_core::time::{Span, Timestamp};

use crate::args;
use crate::db::{Result, Tx};

/// How many rows one call takes from each table.
pub const AT_ONCE: u32 = 500;
/// How long ended invitations stay to be asked about.
pub const INVITATION_MEMORY: Span = Span::days(30);
/// How long ended codes of the help desk stay: who issued one that was used is asked about until its account holds a
/// second factor, and this long at most.
pub const HELP_CODE_MEMORY: Span = Span::days(400);

/// How long it stays known that a mail was sent; limits count these by the day.
pub const MAIL_MEMORY: Span = Span::days(7);
/// How long a mail that was given up can be looked at.
pub const FAILED_MAIL_MEMORY: Span = Span::days(30);

/// Deletes what is over at `now`; gives the number of rows, [`AT_ONCE`] from each table at most.
pub async fn expired(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64> {
    let mut gone = 0;
    gone += tx
        .run(
            "DELETE FROM attempts WHERE id IN (SELECT id FROM attempts WHERE expires_at <= $1 LIMIT $2)",
            args![now, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM sessions WHERE (organization_id, id) IN \
             (SELECT organization_id, id FROM sessions WHERE opened_at <= $1 LIMIT $2)",
            args![now - LIFE, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM login_counters WHERE login IN (SELECT login FROM login_counters WHERE counted_at <= $1 LIMIT $2)",
            args![now - LOGIN_MEMORY, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM address_failures WHERE id IN (SELECT id FROM address_failures WHERE at <= $1 LIMIT $2)",
            args![now - ADDRESS_LOGINS_WINDOW, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM invitations WHERE id IN (SELECT id FROM invitations WHERE expires_at <= $1 LIMIT $2)",
            args![now - INVITATION_MEMORY, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM setup_links WHERE id IN (SELECT id FROM setup_links WHERE expires_at <= $1 LIMIT $2)",
            args![now, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM links WHERE (organization_id, id) IN \
             (SELECT organization_id, id FROM links WHERE expires_at <= $1 LIMIT $2)",
            args![now, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM mails WHERE id IN (SELECT id FROM mails WHERE id < $1 AND sent_at <= $2 LIMIT $3)",
            args![MailId::new(now - MAIL_MEMORY, [0; 10]), now - MAIL_MEMORY, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM mails WHERE id IN (SELECT id FROM mails WHERE sent_at IS NULL AND failed_at <= $1 LIMIT $2)",
            args![now - FAILED_MAIL_MEMORY, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM help_codes WHERE (organization_id, id) IN \
             (SELECT organization_id, id FROM help_codes WHERE expires_at <= $1 LIMIT $2)",
            args![now - HELP_CODE_MEMORY, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM caller_checks WHERE (organization_id, id) IN \
             (SELECT organization_id, id FROM caller_checks WHERE expires_at <= $1 LIMIT $2)",
            args![now - COUNTS, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM browsers WHERE (organization_id, id) IN \
             (SELECT organization_id, id FROM browsers WHERE used_at <= $1 LIMIT $2)",
            args![now - KNOWN_LIFE, AT_ONCE],
        )
        .await?;
    gone += tx
        .run(
            "DELETE FROM radius_answers WHERE (organization_id, client_id, request) IN \
             (SELECT organization_id, client_id, request FROM radius_answers WHERE at <= $1 LIMIT $2)",
            args![now - ANSWER_LIFE, AT_ONCE],
        )
        .await?;
    gone += requests(tx, now).await?;
    gone += support_codes(tx, now).await?;
    gone += tx
        .run(
            "DELETE FROM reset_requests WHERE id IN (SELECT id FROM reset_requests WHERE at <= $1 LIMIT $2)",
            args![now - RESETS_WINDOW, AT_ONCE],
        )
        .await?;
    Ok(gone)
}

/// What was asked of the help desk, once it is answered for long.
async fn requests(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64> {
    let askings = tx
        .run(
            "DELETE FROM help_askings WHERE id IN (SELECT id FROM help_askings WHERE at <= $1 LIMIT $2)",
            args![now - ASKING_WINDOW, AT_ONCE],
        )
        .await?;
    let answered = tx
        .run(
            "DELETE FROM help_requests WHERE (organization_id, id) IN \
             (SELECT organization_id, id FROM help_requests WHERE answered_at <= $1 LIMIT $2)",
            args![now - ANSWER_MEMORY, AT_ONCE],
        )
        .await?;
    Ok(askings + answered)
}

/// Where the codes of refusals lead, which stay in the log themselves.
async fn support_codes(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64> {
    tx.run(
        "DELETE FROM support_codes WHERE (organization_id, code, event_id) IN \
         (SELECT organization_id, code, event_id FROM support_codes WHERE at <= $1 LIMIT $2)",
        args![now - support::LIFE, AT_ONCE],
    )
    .await
}
