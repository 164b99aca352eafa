//! The answers to RADIUS requests, for those that come again (RFC 5080 §2.2.2; security.md RA-6). An answer
//! is written in the transaction of its verdict, so that neither a restart nor another node gives another.

use portcullis_core::id::RadiusClientId;
use portcullis_core::radius::{ANSWER_LIFE, Fingerprint};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::radius_clients::{self, CLIENT_COLUMNS, Client, client_columns, from_source};
use crate::seal::{Place, Plain, Sealer};

/// A request of a client: the beginning of its digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whose people it is about.
    pub scope: Scope,
    /// Who asks.
    pub client: RadiusClientId,
    /// 16 bytes of the packet's SHA-256.
    pub digest: [u8; 16],
}

impl Asked {
    /// A client's request.
    pub const fn by(client: &Client, digest: [u8; 16]) -> Self {
        Self {
            scope: client.scope(),
            client: client.id,
            digest,
        }
    }
}

/// Where a request comes from.
#[derive(Clone, Copy, Debug)]
pub enum From {
    /// An address, IPv4 within IPv6.
    Source([u8; 16]),
    /// Whoever has the key of a certificate.
    Certificate(Fingerprint),
}

/// What is known of a request.
#[derive(Clone)]
pub enum Known {
    /// It is being looked at.
    InFlight,
    /// It was answered so.
    Answered(Secret<Vec<u8>>),
}

/// The client that a request comes from, and what is known of the request where it came before. It needs no scope:
/// a packet is believed only as far as it shows the client's secret, and over TLS the client has its key.
pub async fn find(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    (from, digest): (From, [u8; 16]),
    now: Timestamp,
) -> Result<Option<(Client, Option<Known>)>> {
    let since = now - ANSWER_LIFE;
    let read = |r: &Row<'_>| {
        let client = radius_clients::read(r)?;
        let at: Option<Timestamp> = r.get(CLIENT_COLUMNS)?;
        let answer: Option<Vec<u8>> = r.get(CLIENT_COLUMNS + 1)?;
        Ok((client, at.map(|_| answer)))
    };
    let found = match from {
        From::Source(source) => {
            tx.row(
                concat!(
                    "SELECT ",
                    client_columns!(),
                    ", a.at, a.answer FROM radius_clients c JOIN organizations o ON o.id = c.organization_id \
                     LEFT JOIN radius_answers a ON a.organization_id = c.organization_id AND a.client_id = c.id \
                     AND a.request = $2 AND a.at > $3 ",
                    from_source!()
                ),
                args![source, digest, since],
                read,
            )
            .await?
        }
        From::Certificate(fingerprint) => {
            tx.row(
                concat!(
                    "SELECT ",
                    client_columns!(),
                    ", a.at, a.answer FROM radius_certificates f \
                     JOIN radius_clients c ON c.id = f.client_id AND c.organization_id = f.organization_id \
                     JOIN organizations o ON o.id = c.organization_id \
                     LEFT JOIN radius_answers a ON a.organization_id = c.organization_id AND a.client_id = c.id \
                     AND a.request = $2 AND a.at > $3 WHERE f.fingerprint = $1"
                ),
                args![*fingerprint.as_bytes(), digest, since],
                read,
            )
            .await?
        }
    };
    let Some((client, kept)) = found else {
        return Ok(None);
    };
    let known = match kept {
        None => None,
        Some(None) => Some(Known::InFlight),
        Some(Some(sealed)) => {
            let asked = Asked::by(&client, digest);
            let opened = sealer.open(tx, asked.scope, place_of(&asked), &sealed);
            Some(Known::Answered(opened.await?))
        }
    };
    Ok(Some((client, known)))
}

/// Takes a request to look at it: true for the one caller who may.
pub async fn take(tx: &mut Tx<'_>, asked: &Asked, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO radius_answers (organization_id, client_id, request, at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (organization_id, client_id, request) DO UPDATE SET at = $4, answer = NULL \
             WHERE radius_answers.at <= $5",
            args![
                asked.scope.organization(),
                asked.client,
                asked.digest,
                now,
                now - ANSWER_LIFE
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Gives a request back that nobody has looked at.
pub async fn give_back(tx: &mut Tx<'_>, asked: &Asked) -> Result<()> {
    tx.run(
        "DELETE FROM radius_answers WHERE organization_id = $1 AND client_id = $2 AND request = $3 AND answer IS NULL",
        args![asked.scope.organization(), asked.client, asked.digest],
    )
    .await?;
    Ok(())
}

/// Keeps the answer to a request, taken or not; false where it has one.
pub async fn keep(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    asked: &Asked,
    answer: Plain<'_>,
    now: Timestamp,
) -> Result<bool> {
    let sealed = sealer
        .seal(tx, asked.scope, place_of(asked), answer)
        .await?;
    let rows = tx
        .run(
            "INSERT INTO radius_answers (organization_id, client_id, request, answer, at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (organization_id, client_id, request) DO UPDATE SET answer = $4, at = $5 \
             WHERE radius_answers.answer IS NULL OR radius_answers.at <= $6",
            args![
                asked.scope.organization(),
                asked.client,
                asked.digest,
                sealed,
                now,
                now - ANSWER_LIFE
            ],
        )
        .await?;
    Ok(rows == 1)
}

fn place_of(asked: &Asked) -> Place {
    Place {
        column: "radius_answers.answer",
        row: asked.digest,
    }
}
