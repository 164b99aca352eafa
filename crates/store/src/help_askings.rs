//! Asking for help without being signed in, by network address. A row each, whether the login is anybody's or not.

use portcullis_core::help_request::{ASKED_BY_ADDRESS, ASKING_WINDOW};
use portcullis_core::id::HelpAskingId;
use portcullis_core::network::Network;
use portcullis_core::time::Timestamp;

use crate::address_failures::report_of;
use crate::args;
use crate::db::{Result, Tx};

/// Until when an address has asked often enough. Locks nothing.
pub async fn delayed_until(
    tx: &mut Tx<'_>,
    network: Network,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let oldest = tx
        .row(
            "SELECT at FROM help_askings WHERE address = $1 AND at > $2 ORDER BY at DESC LIMIT 1 OFFSET $3",
            args![
                network.as_bytes(),
                now - ASKING_WINDOW,
                ASKED_BY_ADDRESS - 1
            ],
            |r| r.get::<Timestamp>(0),
        )
        .await?;
    Ok(oldest.map(|at| at + ASKING_WINDOW))
}

/// Notes that an address asked.
pub async fn note(
    tx: &mut Tx<'_>,
    id: HelpAskingId,
    network: Network,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "INSERT INTO help_askings (id, address, at) VALUES ($1, $2, $3)",
        args![id, network.as_bytes(), now],
    )
    .await?;
    Ok(())
}

/// Whether an address's wait is news to the audit log: true once for each, on one node. It is kept in a row of no address,
/// which counts as nobody's asking.
pub async fn report(tx: &mut Tx<'_>, network: Network, until: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO help_askings (id, address, at) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO UPDATE SET at = $3 WHERE help_askings.at <> $3",
            args![report_of(network), Vec::<u8>::new(), until],
        )
        .await?;
    Ok(rows == 1)
}
