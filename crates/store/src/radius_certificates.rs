//! The certificates by which RADIUS clients are known that come over TLS.

use portcullis_core::id::RadiusClientId;
use portcullis_core::radius::Fingerprint;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Tx};

/// Makes a certificate known as a client's; false where it is a client's already.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: Scope,
    client: RadiusClientId,
    fingerprint: Fingerprint,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO radius_certificates (organization_id, client_id, fingerprint, added_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT DO NOTHING",
            args![scope.organization(), client, *fingerprint.as_bytes(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// Forgets a certificate; false where it was not the client's.
pub async fn remove(
    tx: &mut Tx<'_>,
    scope: Scope,
    client: RadiusClientId,
    fingerprint: Fingerprint,
) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM radius_certificates WHERE organization_id = $1 AND client_id = $2 AND fingerprint = $3",
            args![scope.organization(), client, *fingerprint.as_bytes()],
        )
        .await?;
    Ok(rows == 1)
}

/// The certificates of a client, the oldest first.
pub async fn of(tx: &mut Tx<'_>, scope: Scope, client: RadiusClientId) -> Result<Vec<Fingerprint>> {
    tx.rows(
        "SELECT fingerprint FROM radius_certificates WHERE organization_id = $1 AND client_id = $2 \
         ORDER BY added_at, fingerprint",
        args![scope.organization(), client],
        |r| Ok(Fingerprint::from_bytes(r.get(0)?)),
    )
    .await
}
