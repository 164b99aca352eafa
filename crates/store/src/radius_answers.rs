//! The answers to RADIUS requests, for those that come again (RFC 5080 §2.2.2; security.md RA-6). An answer
//! is written in the transaction of its verdict, so that neither a restart nor another node gives another.

use portcullis_core::id::RadiusClientId;
use portcullis_core::radius::ANSWER_LIFE;
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Tx};
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

/// What is known of a request.
#[derive(Clone)]
pub enum Known {
    /// It is being looked at.
    InFlight,
    /// It was answered so.
    Answered(Secret<Vec<u8>>),
}

/// What is known of a request that came before; `None` when it is new.
pub async fn find(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    asked: &Asked,
    now: Timestamp,
) -> Result<Option<Known>> {
    let found = tx
        .row(
            "SELECT answer FROM radius_answers WHERE organization_id = $1 AND client_id = $2 AND request = $3 AND at > $4",
            args![
                asked.scope.organization(),
                asked.client,
                asked.digest,
                now - ANSWER_LIFE
            ],
            |r| r.get::<Option<Vec<u8>>>(0),
        )
        .await?;
    Ok(match found {
        None => None,
        Some(None) => Some(Known::InFlight),
        Some(Some(sealed)) => {
            let opened = sealer.open(tx, asked.scope, place_of(asked), &sealed);
            Some(Known::Answered(opened.await?))
        }
    })
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
