//! RADIUS clients: what asks from afar whether somebody may log on.

use portcullis_core::id::{AccountId, GroupId, OrganizationId, RadiusClientId};
use portcullis_core::radius::{Fingerprint, Flow, Signing};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::throttle::ADDRESS_LOGINS_WINDOW;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::given;
use crate::seal::{Place, Plain, Sealer};
use crate::stored::{json, to_json, word};

/// What [`read`] reads, of `radius_clients c` and `organizations o`.
macro_rules! client_columns {
    () => {
        "c.id, c.organization_id, o.slug, c.name, c.network, c.signing, c.flow, c.everyone, c.recovery_codes, c.returned, \
         c.created_at, c.version, c.secret"
    };
}

/// The one client from whose network the address $1 is. The greatest first address among networks around one address
/// is that of the smallest network.
macro_rules! from_source {
    () => {
        "WHERE c.first_address <= $1 AND c.last_address >= $1 ORDER BY c.first_address DESC, c.last_address LIMIT 1"
    };
}

pub(crate) use {client_columns, from_source};

/// How many columns those are.
pub(crate) const CLIENT_COLUMNS: usize = 13;

/// One client.
#[derive(Clone)]
pub struct Client {
    /// Its id.
    pub id: RadiusClientId,
    /// Whose people log on there.
    pub organization: OrganizationId,
    /// Their organization's short name.
    pub organization_slug: String,
    /// Its name in the organization.
    pub name: String,
    /// Its network, as it was written; empty for one that comes over TLS, wherever from.
    pub network: String,
    /// What it may.
    pub terms: Terms,
    /// When it was added.
    pub created_at: Timestamp,
    /// Counts the edits of its row.
    pub version: i64,
    sealed: Vec<u8>,
}

/// A client to be added.
pub struct NewClient<'a> {
    /// Its id.
    pub id: RadiusClientId,
    /// Its name in the organization.
    pub name: &'a str,
    /// Where its packets come from.
    pub network: &'a Addresses,
    /// The secret that it shares.
    pub secret: &'a Secret<String>,
    /// 24 random bytes to seal the secret with.
    pub nonce: [u8; 24],
    /// What it may.
    pub terms: &'a Terms,
    /// When it is added.
    pub created_at: Timestamp,
}

/// A network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    /// As it was written.
    pub written: String,
    /// Its first address; IPv4 within IPv6.
    pub first: [u8; 16],
    /// Its last address.
    pub last: [u8; 16],
}

/// What a client may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Whether its requests must be signed.
    pub signing: Signing,
    /// How it asks for a second factor.
    pub flow: Flow,
    /// Whether everybody of the organization may log on, or those who are named.
    pub everyone: bool,
    /// Whether a recovery code may stand for the second factor.
    pub recovery_codes: bool,
    /// What every Accept carries, as it was written.
    pub returned: Vec<String>,
}

impl Client {
    /// The one organization whose rows it may touch.
    pub const fn scope(&self) -> Scope {
        Scope::of(self.organization)
    }

    /// Whether it comes over TLS, and is known by its certificates instead of its network and a secret.
    pub const fn is_by_certificate(&self) -> bool {
        self.network.is_empty()
    }
}

impl Addresses {
    /// None at all, for a client that is known by its certificates: it ends before it begins.
    pub const fn none(id: RadiusClientId) -> Self {
        Self {
            written: String::new(),
            first: *id.as_bytes(),
            last: [0; 16],
        }
    }
}

/// Adds a client; false when the name is taken in the organization, or the network by any client.
pub async fn add(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    new: &NewClient<'_>,
) -> Result<bool> {
    let sealed = seal(tx, sealer, scope, new.id, (new.secret, new.nonce)).await?;
    let rows = tx
        .run(
            "INSERT INTO radius_clients (id, organization_id, name, network, first_address, last_address, secret, \
             signing, flow, everyone, recovery_codes, returned, created_at, version) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1) ON CONFLICT DO NOTHING",
            args![
                new.id,
                scope.organization(),
                new.name,
                new.network.written.as_str(),
                new.network.first,
                new.network.last,
                sealed,
                new.terms.signing.as_str(),
                new.terms.flow.as_str(),
                new.terms.everyone,
                new.terms.recovery_codes,
                to_json(&new.terms.returned)?,
                new.created_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The client from whose network a packet comes, `source` being its address. It needs no scope: the packet
/// is believed only as far as it shows the client's secret.
pub async fn by_source(tx: &mut Tx<'_>, source: [u8; 16]) -> Result<Option<Client>> {
    let found = tx
        .rows(
            concat!(
                "SELECT ",
                client_columns!(),
                " FROM radius_clients c JOIN organizations o ON o.id = c.organization_id ",
                from_source!()
            ),
            args![source],
            read,
        )
        .await?;
    Ok(found.into_iter().next())
}

/// The client that a certificate belongs to. It needs no scope: whoever shows the certificate has its key.
pub async fn by_certificate(tx: &mut Tx<'_>, fingerprint: Fingerprint) -> Result<Option<Client>> {
    tx.row(
        concat!(
            "SELECT ",
            client_columns!(),
            " FROM radius_clients c JOIN organizations o ON o.id = c.organization_id \
             JOIN radius_certificates f ON f.client_id = c.id AND f.organization_id = c.organization_id \
             WHERE f.fingerprint = $1"
        ),
        args![*fingerprint.as_bytes()],
        read,
    )
    .await
}

/// A client of the organization.
pub async fn find(tx: &mut Tx<'_>, scope: Scope, id: RadiusClientId) -> Result<Option<Client>> {
    tx.row(
        concat!(
            "SELECT ",
            client_columns!(),
            " FROM radius_clients c JOIN organizations o ON o.id = c.organization_id \
             WHERE c.organization_id = $1 AND c.id = $2"
        ),
        args![scope.organization(), id],
        read,
    )
    .await
}

/// The client of a name in the organization.
pub async fn by_name(tx: &mut Tx<'_>, scope: Scope, name: &str) -> Result<Option<Client>> {
    tx.row(
        concat!(
            "SELECT ",
            client_columns!(),
            " FROM radius_clients c JOIN organizations o ON o.id = c.organization_id \
             WHERE c.organization_id = $1 AND c.name = $2"
        ),
        args![scope.organization(), name],
        read,
    )
    .await
}

/// A page of the organization's clients after a name, in its order.
pub async fn list(tx: &mut Tx<'_>, scope: Scope, after: &str, limit: u32) -> Result<Vec<Client>> {
    tx.rows(
        concat!(
            "SELECT ",
            client_columns!(),
            " FROM radius_clients c JOIN organizations o ON o.id = c.organization_id \
             WHERE c.organization_id = $1 AND c.name > $2 ORDER BY c.name LIMIT $3"
        ),
        args![scope.organization(), after, limit],
        read,
    )
    .await
}

/// The secret that a client shares.
pub async fn secret(tx: &mut Tx<'_>, sealer: &Sealer, client: &Client) -> Result<Secret<Vec<u8>>> {
    let place = place_of(client.id);
    sealer.open(tx, client.scope(), place, &client.sealed).await
}

/// Gives a client another secret; false when it is gone.
pub async fn rotate(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    id: RadiusClientId,
    secret: (&Secret<String>, [u8; 24]),
) -> Result<bool> {
    let sealed = seal(tx, sealer, scope, id, secret).await?;
    let rows = tx
        .run(
            "UPDATE radius_clients SET secret = $1, version = version + 1 WHERE id = $2 AND organization_id = $3",
            args![sealed, id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Changes what a client may, if nobody changed it since it was read.
pub async fn change(tx: &mut Tx<'_>, client: &Client, terms: &Terms) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE radius_clients SET signing = $1, flow = $2, everyone = $3, recovery_codes = $4, returned = $5, \
             version = version + 1 WHERE id = $6 AND organization_id = $7 AND version = $8",
            args![
                terms.signing.as_str(),
                terms.flow.as_str(),
                terms.everyone,
                terms.recovery_codes,
                to_json(&terms.returned)?,
                client.id,
                client.organization,
                client.version
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// A client that may leave its signature out has sent a right one: from now on it must. True once.
pub async fn must_sign(tx: &mut Tx<'_>, scope: Scope, id: RadiusClientId) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE radius_clients SET signing = $1, version = version + 1 \
             WHERE id = $2 AND organization_id = $3 AND signing = $4",
            args![
                Signing::Yes.as_str(),
                id,
                scope.organization(),
                Signing::Auto.as_str()
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Removes a client; false when it was gone.
pub async fn remove(tx: &mut Tx<'_>, scope: Scope, id: RadiusClientId) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM radius_clients WHERE id = $1 AND organization_id = $2",
            args![id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Names somebody who may log on; nothing changes where the account is named already.
pub async fn allow(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: RadiusClientId,
    account: AccountId,
) -> Result<()> {
    tx.run(
        "INSERT INTO radius_client_members (organization_id, client_id, account_id) VALUES ($1, $2, $3) \
         ON CONFLICT DO NOTHING",
        args![scope.organization(), id, account],
    )
    .await?;
    Ok(())
}

/// Takes a name back.
pub async fn disallow(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: RadiusClientId,
    account: AccountId,
) -> Result<()> {
    tx.run(
        "DELETE FROM radius_client_members WHERE organization_id = $1 AND client_id = $2 AND account_id = $3",
        args![scope.organization(), id, account],
    )
    .await?;
    Ok(())
}

/// Lets nobody log on there any more but those for whom it is open anyway.
pub async fn disallow_all(tx: &mut Tx<'_>, scope: Scope, id: RadiusClientId) -> Result<()> {
    tx.run(
        "DELETE FROM radius_client_members WHERE organization_id = $1 AND client_id = $2",
        args![scope.organization(), id],
    )
    .await?;
    give(tx, scope, id, &[]).await
}

/// The login names of those who are named, in their order.
pub async fn named(tx: &mut Tx<'_>, scope: Scope, id: RadiusClientId) -> Result<Vec<String>> {
    tx.rows(
        "SELECT a.login_name FROM radius_client_members m JOIN accounts a ON a.id = m.account_id \
         WHERE m.organization_id = $1 AND m.client_id = $2 ORDER BY a.login_name",
        args![scope.organization(), id],
        |r| r.get(0),
    )
    .await
}

/// Lets groups log on, in the place of those that could before.
pub async fn give(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: RadiusClientId,
    groups: &[GroupId],
) -> Result<()> {
    tx.run(
        "DELETE FROM radius_client_groups WHERE organization_id = $1 AND client_id = $2",
        args![scope.organization(), id],
    )
    .await?;
    for group in groups {
        tx.run(
            "INSERT INTO radius_client_groups (organization_id, client_id, group_id) VALUES ($1, $2, $3) \
             ON CONFLICT DO NOTHING",
            args![scope.organization(), id, *group],
        )
        .await?;
    }
    Ok(())
}

/// The groups that may log on, by name.
pub async fn groups(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: RadiusClientId,
) -> Result<Vec<(GroupId, String)>> {
    tx.rows(
        "SELECT g.id, g.name FROM radius_client_groups c JOIN account_groups g \
         ON g.organization_id = c.organization_id AND g.id = c.group_id \
         WHERE c.organization_id = $1 AND c.client_id = $2 ORDER BY g.name",
        args![scope.organization(), id],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
    .await
}

/// The name of the client if it lets an account of the organization log on.
pub async fn admits(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: RadiusClientId,
    account: AccountId,
) -> Result<Option<String>> {
    let found = tx
        .row(
            "SELECT name, everyone FROM radius_clients WHERE id = $1 AND organization_id = $2",
            args![id, scope.organization()],
            |r| Ok((r.get::<String>(0)?, r.get::<bool>(1)?)),
        )
        .await?;
    Ok(match found {
        Some((name, true)) => Some(name),
        Some((name, false)) if given::to(tx, scope, account).await?.opens(id) => Some(name),
        _ => None,
    })
}

/// Whether it is news to the audit log that packets of a client are not answered: true once in ten
/// minutes, on one node.
pub async fn report(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: RadiusClientId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE radius_clients SET reported_at = $1 WHERE id = $2 AND organization_id = $3 \
             AND (reported_at IS NULL OR reported_at <= $4)",
            args![now, id, scope.organization(), now - ADDRESS_LOGINS_WINDOW],
        )
        .await?;
    Ok(rows == 1)
}

async fn seal(
    tx: &mut Tx<'_>,
    sealer: &Sealer,
    scope: Scope,
    id: RadiusClientId,
    (secret, nonce): (&Secret<String>, [u8; 24]),
) -> Result<Vec<u8>> {
    let plain = Plain {
        nonce,
        bytes: secret.reveal().as_bytes(),
    };
    sealer.seal(tx, scope, place_of(id), plain).await
}

fn place_of(id: RadiusClientId) -> Place {
    Place {
        column: "radius_clients.secret",
        row: *id.as_bytes(),
    }
}

pub(crate) fn read(r: &Row<'_>) -> Result<Client> {
    Ok(Client {
        id: r.get(0)?,
        organization: r.get(1)?,
        organization_slug: r.get(2)?,
        name: r.get(3)?,
        network: r.get(4)?,
        terms: Terms {
            signing: word(r, 5, Signing::parse)?,
            flow: word(r, 6, Flow::parse)?,
            everyone: r.get(7)?,
            recovery_codes: r.get(8)?,
            returned: json(r, 9)?,
        },
        created_at: r.get(10)?,
        version: r.get(11)?,
        sealed: r.get(12)?,
    })
}
