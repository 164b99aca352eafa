//! What the rows say about how the instance is run, for an operator who asks whether all is well.

use std::net::{Ipv4Addr, Ipv6Addr};

use portcullis_core::account::State;
use portcullis_core::credential::totp::TimeStep;
use portcullis_core::radius::Signing;
use portcullis_core::role::Role;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Tx};

/// The last code of each of the devices that were used last, by its step, and when it was used.
pub async fn last_codes(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<(TimeStep, Timestamp)>> {
    tx.rows(
        "SELECT last_step, used_at FROM devices WHERE used_at IS NOT NULL ORDER BY used_at DESC LIMIT $1",
        args![limit],
        |r| Ok((TimeStep::from_number(r.get(0)?), r.get(1)?)),
    )
    .await
}

/// The addresses from which the last sessions were opened.
pub async fn last_addresses(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<String>> {
    tx.rows(
        "SELECT address FROM sessions WHERE address IS NOT NULL ORDER BY opened_at DESC LIMIT $1",
        args![limit],
        |r| r.get(0),
    )
    .await
}

/// The short names of organizations of which one account alone is admin.
pub async fn of_one_admin(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<String>> {
    tx.rows(
        "SELECT o.slug FROM organizations o JOIN role_grants g ON g.scope_id = o.id \
         JOIN accounts a ON a.id = g.account_id \
         WHERE g.role = $1 AND (g.ends_at IS NULL OR g.ends_at > $2) AND a.state = $3 \
         GROUP BY o.slug HAVING COUNT(DISTINCT a.id) = 1 ORDER BY o.slug",
        args![Role::Admin.as_str(), now, State::Active.as_str()],
        |r| r.get(0),
    )
    .await
}

/// How many accounts use email codes as a second factor.
pub async fn using_email_codes(tx: &mut Tx<'_>) -> Result<i64> {
    let many = tx
        .row(
            "SELECT COUNT(*) FROM accounts WHERE email_codes_since IS NOT NULL",
            &[],
            |r| r.get(0),
        )
        .await?;
    Ok(many.unwrap_or_default())
}

/// The clients of the instance that ask from other machines by UDP and may leave their signature out, as
/// organization and name.
pub async fn unsigned_clients(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<(String, String)>> {
    let own = [
        Ipv4Addr::new(127, 0, 0, 0),
        Ipv4Addr::new(127, 255, 255, 255),
    ];
    let [first, last] = own.map(|end| end.to_ipv6_mapped().octets());
    tx.rows(
        "SELECT o.slug, c.name FROM radius_clients c JOIN organizations o ON o.id = c.organization_id \
         WHERE c.signing <> $1 AND c.first_address <= c.last_address \
         AND NOT (c.first_address >= $2 AND c.last_address <= $3) \
         AND NOT (c.first_address = $4 AND c.last_address = $4) ORDER BY o.slug, c.name LIMIT $5",
        args![
            Signing::Yes.as_str(),
            first,
            last,
            Ipv6Addr::LOCALHOST.octets(),
            limit
        ],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
    .await
}
