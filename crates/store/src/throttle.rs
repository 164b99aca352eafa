//! Counters of wrong answers. A try is counted and checked by one conditional statement before it is
//! evaluated, so parallel guesses can't outrun the limit (security.md SI-8 to SI-10); a right answer
//! takes the count away.

use portcullis_core::credential::Kind;
use portcullis_core::id::AccountId;
use portcullis_core::role::Scope;
use portcullis_core::throttle::{Counted, STOP};
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx, Value};

// The ladder of portcullis_core::throttle::delay, in milliseconds, for the wrong answer after
// `failures`. A contract test holds the two together.
macro_rules! ladder {
    ($($failures:literal),+) => {
        concat!(
            "CASE ", $($failures,)+ " + 1 WHEN 1 THEN 0 WHEN 2 THEN 0 WHEN 3 THEN 0 WHEN 4 THEN 0 WHEN 5 THEN 30000 ",
            "WHEN 6 THEN 60000 WHEN 7 THEN 120000 WHEN 8 THEN 240000 WHEN 9 THEN 480000 WHEN 10 THEN 960000 ",
            "WHEN 11 THEN 1920000 ELSE 3600000 END"
        )
    };
}
// The same after core's `delay_in_browser`: the ladder begins five tries later.
macro_rules! ladder_in_browser {
    ($failures:literal) => {
        concat!(
            "CASE WHEN ",
            $failures,
            " < 9 THEN 0 ELSE ",
            ladder!($failures, " - 5"),
            " END"
        )
    };
}

/// Which tries at a second factor count together.
#[derive(Clone, Copy, Debug)]
pub struct FactorCounter {
    /// The account's organization.
    pub scope: Scope,
    /// Whose factor.
    pub account: AccountId,
    /// Which.
    pub kind: Kind,
    /// Whether the tries are made in a browser that the account knows. They count apart, with more free
    /// tries, so that outsiders can't lock a member out (security.md SI-11); the sum suspends.
    pub in_known_browser: bool,
}

/// Counts a try at a typed login, known or not. `login` is its keyed hash.
pub async fn count_login(tx: &mut Tx<'_>, login: [u8; 32], now: Timestamp) -> Result<Counted> {
    let counted = tx
        .run(
            concat!(
                "INSERT INTO login_counters (login, failures, blocked_until, counted_at, reported_until) VALUES ($1, 1, $2, $2, 0) ",
                "ON CONFLICT (login) DO UPDATE SET failures = login_counters.failures + 1, counted_at = $2, ",
                "blocked_until = $2 + ", ladder!("login_counters.failures"), " WHERE login_counters.blocked_until <= $2"
            ),
            args![login, now],
        )
        .await?;
    if counted == 1 {
        return Ok(Counted::Evaluate);
    }
    delay_of_login(tx, login, now).await
}

/// Until when a login takes no try, without counting one; `None` when nothing delays it.
pub async fn login(tx: &mut Tx<'_>, login: [u8; 32], now: Timestamp) -> Result<Option<Timestamp>> {
    tx.row(
        "SELECT blocked_until FROM login_counters WHERE login = $1 AND blocked_until > $2",
        args![login, now],
        |r| r.get(0),
    )
    .await
}

async fn delay_of_login(tx: &mut Tx<'_>, login: [u8; 32], now: Timestamp) -> Result<Counted> {
    let until = tx
        .row(
            "SELECT blocked_until FROM login_counters WHERE login = $1",
            args![login],
            |r| r.get::<Timestamp>(0),
        )
        .await?;
    Ok(Counted::Delayed(now.until(until.unwrap_or(now))))
}

/// Counts a try at a password in a browser that the account knows: a counter of its own, with more
/// free tries, which outsiders don't raise (security.md SI-11). `browser` is its keyed hash.
pub async fn count_login_in_browser(
    tx: &mut Tx<'_>,
    browser: [u8; 32],
    now: Timestamp,
) -> Result<Counted> {
    let counted = tx
        .run(
            concat!(
                "INSERT INTO login_counters (login, failures, blocked_until, counted_at, reported_until) VALUES ($1, 1, $2, $2, 0) ",
                "ON CONFLICT (login) DO UPDATE SET failures = login_counters.failures + 1, counted_at = $2, ",
                "blocked_until = $2 + ", ladder_in_browser!("login_counters.failures"), " WHERE login_counters.blocked_until <= $2"
            ),
            args![browser, now],
        )
        .await?;
    if counted == 1 {
        return Ok(Counted::Evaluate);
    }
    delay_of_login(tx, browser, now).await
}

/// Whether a login's delay is news to the audit log: true once for each delay, so that a flood of
/// refused tries doesn't fill the log.
pub async fn report_login(tx: &mut Tx<'_>, login: [u8; 32]) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE login_counters SET reported_until = blocked_until WHERE login = $1 AND reported_until <> blocked_until",
            args![login],
        )
        .await?;
    Ok(rows == 1)
}

/// The same for a second factor: true once for each `mark`, the end of its delay or the day of its suspension.
pub async fn report_factor(
    tx: &mut Tx<'_>,
    counter: FactorCounter,
    mark: Timestamp,
) -> Result<bool> {
    let statement = if counter.in_known_browser {
        "UPDATE factor_counters SET reported_in_browsers_until = $4 \
         WHERE account_id = $1 AND kind = $2 AND organization_id = $3 AND reported_in_browsers_until <> $4"
    } else {
        "UPDATE factor_counters SET reported_until = $4 \
         WHERE account_id = $1 AND kind = $2 AND organization_id = $3 AND reported_until <> $4"
    };
    let (account, kind) = (counter.account, counter.kind.as_str());
    let values = args![account, kind, counter.scope.organization(), mark];
    Ok(tx.run(statement, values).await? == 1)
}

/// A try that was counted but never looked at is taken back, with the delay it brought; of the only
/// one nothing stays, so that a flood that is turned away fills no table.
pub async fn take_back_login(tx: &mut Tx<'_>, login: [u8; 32], now: Timestamp) -> Result<()> {
    let gone = tx
        .run(
            "DELETE FROM login_counters WHERE login = $1 AND failures <= 1",
            args![login],
        )
        .await?;
    if gone == 0 {
        tx.run(
            "UPDATE login_counters SET failures = failures - 1, blocked_until = $1 WHERE login = $2",
            args![now, login],
        )
        .await?;
    }
    Ok(())
}

/// The same for a second factor.
pub async fn take_back_factor(
    tx: &mut Tx<'_>,
    counter: FactorCounter,
    now: Timestamp,
) -> Result<()> {
    let gone = tx
        .run(
            "DELETE FROM factor_counters WHERE account_id = $1 AND kind = $2 AND organization_id = $3 \
             AND failures + failures_in_browsers <= 1",
            &of(counter),
        )
        .await?;
    if gone > 0 {
        return Ok(());
    }
    let statement = if counter.in_known_browser {
        "UPDATE factor_counters SET failures_in_browsers = failures_in_browsers - 1, blocked_in_browsers_until = $4 \
         WHERE account_id = $1 AND kind = $2 AND organization_id = $3 AND failures_in_browsers > 0"
    } else {
        "UPDATE factor_counters SET failures = failures - 1, blocked_until = $4 \
         WHERE account_id = $1 AND kind = $2 AND organization_id = $3 AND failures > 0"
    };
    let (account, kind) = (counter.account, counter.kind.as_str());
    let of_now = args![account, kind, counter.scope.organization(), now];
    tx.run(statement, of_now).await?;
    Ok(())
}

/// A right password: the login's count is gone.
pub async fn forget_login(tx: &mut Tx<'_>, login: [u8; 32]) -> Result<()> {
    tx.post("DELETE FROM login_counters WHERE login = $1", args![login])
        .await
}

/// Counts a try at a second factor of an account.
pub async fn count_factor(
    tx: &mut Tx<'_>,
    counter: FactorCounter,
    now: Timestamp,
) -> Result<Counted> {
    let statement = if counter.in_known_browser {
        concat!(
            "INSERT INTO factor_counters (organization_id, account_id, kind, failures, blocked_until, reported_until, ",
            "failures_in_browsers, blocked_in_browsers_until) VALUES ($1, $2, $3, 0, 0, 0, 1, $4) ",
            "ON CONFLICT (account_id, kind) DO UPDATE SET failures_in_browsers = factor_counters.failures_in_browsers + 1, ",
            "blocked_in_browsers_until = $4 + ",
            ladder_in_browser!("factor_counters.failures_in_browsers"),
            " WHERE factor_counters.blocked_in_browsers_until <= $4 ",
            "AND factor_counters.failures + factor_counters.failures_in_browsers < $5"
        )
    } else {
        concat!(
            "INSERT INTO factor_counters (organization_id, account_id, kind, failures, blocked_until, reported_until) ",
            "VALUES ($1, $2, $3, 1, $4, 0) ON CONFLICT (account_id, kind) DO UPDATE SET ",
            "failures = factor_counters.failures + 1, blocked_until = $4 + ",
            ladder!("factor_counters.failures"),
            " WHERE factor_counters.blocked_until <= $4 ",
            "AND factor_counters.failures + factor_counters.failures_in_browsers < $5"
        )
    };
    let (account, kind) = (counter.account, counter.kind.as_str());
    let values = args![counter.scope.organization(), account, kind, now, STOP];
    if tx.run(statement, values).await? == 1 {
        return Ok(Counted::Evaluate);
    }
    let stands = factor(tx, counter, now).await?;
    Ok(stands.unwrap_or(Counted::Evaluate))
}

/// What stands against a second factor at the moment, without counting; `None` when nothing does.
pub async fn factor(
    tx: &mut Tx<'_>,
    counter: FactorCounter,
    now: Timestamp,
) -> Result<Option<Counted>> {
    let statement = if counter.in_known_browser {
        "SELECT failures + failures_in_browsers, blocked_in_browsers_until FROM factor_counters \
         WHERE account_id = $1 AND kind = $2 AND organization_id = $3"
    } else {
        "SELECT failures + failures_in_browsers, blocked_until FROM factor_counters \
         WHERE account_id = $1 AND kind = $2 AND organization_id = $3"
    };
    let read = |r: &Row<'_>| Ok((r.get::<u32>(0)?, r.get::<Timestamp>(1)?));
    Ok(match tx.row(statement, &of(counter), read).await? {
        Some((failures, _)) if failures >= STOP => Some(Counted::Suspended),
        Some((_, until)) if until > now => Some(Counted::Delayed(now.until(until))),
        _ => None,
    })
}

/// How many wrong answers in a row a second factor has counted, in known browsers and outside, the one at
/// hand included: of tries at a time each sees a number of its own, since counting holds the row.
pub async fn failures(tx: &mut Tx<'_>, counter: FactorCounter) -> Result<u32> {
    let failures = tx
        .row(
            "SELECT failures + failures_in_browsers FROM factor_counters \
             WHERE account_id = $1 AND kind = $2 AND organization_id = $3",
            &of(counter),
            |r| r.get(0),
        )
        .await?;
    Ok(failures.unwrap_or_default())
}

/// A right second factor, or the help desk: the counts of all second factors of the account are gone.
pub async fn forget_factors(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<()> {
    tx.post(
        "DELETE FROM factor_counters WHERE account_id = $1 AND organization_id = $2",
        args![account, scope.organization()],
    )
    .await
}

fn of(counter: FactorCounter) -> [Value; 3] {
    [
        counter.account.into(),
        counter.kind.as_str().into(),
        counter.scope.organization().into(),
    ]
}
