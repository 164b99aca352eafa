//! Wrong answers by network address, a row each, so that an office behind one address never waits for
//! a row of its neighbor's (security.md RL-1).
//!
//! A failure stands against its address while the counter stands that the same answer raised: that of
//! the typed login, or that of the account's factor. A right answer takes that counter away, so
//! whoever mistypes and then gets in does not count, and nothing is deleted here for it.

use portcullis_core::id::{AccountId, FailureId};
use portcullis_core::network::Network;
use portcullis_core::throttle::{
    ADDRESS_FAILURES, ADDRESS_LOGINS, ADDRESS_LOGINS_WINDOW, ADDRESS_WINDOW,
};
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Tx, Value};

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// A password, for a typed login, known or not: its keyed hash.
    Login([u8; 32]),
    /// A second factor of an account whose password was right.
    Factor(AccountId),
    /// The same at a RADIUS client that checks passwords itself, so that no counter is raised: it stands by itself.
    Name([u8; 32]),
    /// The code of an invitation.
    Invitation,
    /// A code from the help desk for a login, known or not.
    ResetCode,
}

/// What stands against an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Until when it is delayed.
    pub delayed_until: Option<Timestamp>,
    /// When its delay was last told to the audit log.
    pub reported_at: Option<Timestamp>,
}

// Which failures still count.
macro_rules! counts {
    () => {
        "(LENGTH(login) IN (1, 33) \
         OR EXISTS (SELECT 1 FROM login_counters WHERE login_counters.login = address_failures.login) \
         OR EXISTS (SELECT 1 FROM factor_counters WHERE factor_counters.account_id = address_failures.login))"
    };
}

/// Notes a failure.
pub async fn note(
    tx: &mut Tx<'_>,
    id: FailureId,
    network: Network,
    tried: Tried,
    now: Timestamp,
) -> Result<()> {
    let login: Value = match tried {
        Tried::Login(hash) => hash.into(),
        Tried::Factor(account) => account.into(),
        Tried::Name(hash) => [hash.as_slice(), &[0]].concat().into(),
        Tried::Invitation => [0_u8].into(),
        Tried::ResetCode => [1_u8].into(),
    };
    tx.post(
        "INSERT INTO address_failures (id, address, login, at) VALUES ($1, $2, $3, $4)",
        args![id, network.as_bytes(), login, now],
    )
    .await
}

/// What stands against an address now. Locks nothing.
pub async fn standing(tx: &mut Tx<'_>, network: Network, now: Timestamp) -> Result<Standing> {
    let found = tx
        .row(
            concat!(
                "SELECT (SELECT at FROM address_failures WHERE address = $1 AND at > $2 AND ",
                counts!(),
                " ORDER BY at DESC LIMIT 1 OFFSET $3), ",
                "(SELECT MAX(at) FROM address_failures WHERE address = $1 AND at > $4 AND ",
                counts!(),
                " GROUP BY login ORDER BY MAX(at) DESC LIMIT 1 OFFSET $5), ",
                "(SELECT at FROM address_failures WHERE id = $6)"
            ),
            args![
                network.as_bytes(),
                now - ADDRESS_WINDOW,
                ADDRESS_FAILURES - 1,
                now - ADDRESS_LOGINS_WINDOW,
                ADDRESS_LOGINS - 1,
                report_of(network)
            ],
            |r| {
                let last = r.get::<Option<Timestamp>>(0)?.map(|at| at + ADDRESS_WINDOW);
                let logins = r
                    .get::<Option<Timestamp>>(1)?
                    .map(|at| at + ADDRESS_LOGINS_WINDOW);
                Ok(Standing {
                    delayed_until: last.max(logins),
                    reported_at: r.get(2)?,
                })
            },
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// Whether an address's delay is news to the audit log: true once in ten minutes, on one node.
pub async fn report(tx: &mut Tx<'_>, network: Network, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO address_failures (id, address, login, at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (id) DO UPDATE SET at = $4 WHERE address_failures.at <= $5",
            args![
                report_of(network),
                network.as_bytes(),
                Vec::<u8>::new(),
                now,
                now - ADDRESS_LOGINS_WINDOW
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The row that says when an address's delay was reported: one an address, and no failure's id, whose
/// version and variant bits these bytes don't have.
pub(crate) fn report_of(network: Network) -> [u8; 16] {
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(network.as_bytes()) {
        *to = *from;
    }
    // An IPv4 address is no beginning of an IPv6 network.
    id[15] = u8::try_from(network.as_bytes().len()).unwrap_or(0);
    id
}
