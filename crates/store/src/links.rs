//! One-time links in mails. Looking at one changes nothing; using it is one conditional update.

use portcullis_core::id::{AccountId, LinkId, OrganizationId};
use portcullis_core::link::Purpose;
use portcullis_core::role::Scope;
use portcullis_core::time::{SKEW, Timestamp};
use portcullis_core::token::TokenHash;

use crate::args;
use crate::db::{Result, Tx};
use crate::stored::word;

/// A link as it is kept.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// The organization, found by the link's own token.
    pub organization: OrganizationId,
    /// Whose.
    pub account: AccountId,
    /// What it is for.
    pub purpose: Purpose,
    /// The address that it proves, if it proves one.
    pub address: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Link {
    /// The one organization whose rows it may touch.
    pub const fn scope(&self) -> Scope {
        Scope::of(self.organization)
    }
}

/// A link to be made.
pub struct NewLink<'a> {
    /// Its id.
    pub id: LinkId,
    /// Whose.
    pub account: AccountId,
    /// What it is for.
    pub purpose: Purpose,
    /// The hash of its token.
    pub token: TokenHash,
    /// The address that it proves, if it proves one.
    pub address: Option<&'a str>,
}

/// Makes a link, good for its purpose's life. Where a new one ends those before it, call
/// [`end_all`] first.
pub async fn make(tx: &mut Tx<'_>, scope: Scope, new: &NewLink<'_>, now: Timestamp) -> Result<()> {
    tx.run(
        "INSERT INTO links (id, organization_id, account_id, purpose, token_hash, address, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            new.id,
            scope.organization(),
            new.account,
            new.purpose.as_str(),
            new.token.0,
            new.address,
            now,
            now + new.purpose.life()
        ],
    )
    .await?;
    Ok(())
}

/// The link of a token, while it is good. It needs no scope, since the token is its holder's own.
pub async fn by_token(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    token: TokenHash,
    now: Timestamp,
) -> Result<Option<Link>> {
    tx.row(
        "SELECT id, organization_id, account_id, purpose, address, created_at FROM links \
         WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3 AND created_at <= $4 AND used_at IS NULL \
         AND EXISTS (SELECT 1 FROM organizations o WHERE o.id = organization_id AND o.suspended_at IS NULL)",
        args![token.0, purpose.as_str(), now, now + SKEW],
        |r| {
            Ok(Link {
                id: r.get(0)?,
                organization: r.get(1)?,
                account: r.get(2)?,
                purpose: word(r, 3, Purpose::parse)?,
                address: r.get(4)?,
                created_at: r.get(5)?,
            })
        },
    )
    .await
}

/// The address that an account's open link for a purpose proves, and until when it is good.
pub async fn waiting(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    purpose: Purpose,
    now: Timestamp,
) -> Result<Option<(String, Timestamp)>> {
    tx.row(
        "SELECT address, expires_at FROM links WHERE account_id = $1 AND organization_id = $2 AND purpose = $3 \
         AND expires_at > $4 AND created_at <= $5 AND used_at IS NULL AND address IS NOT NULL ORDER BY created_at DESC LIMIT 1",
        args![account, scope.organization(), purpose.as_str(), now, now + SKEW],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
    .await
}

/// Uses a link: true for the one caller who is first, in time.
pub async fn spend(tx: &mut Tx<'_>, scope: Scope, id: LinkId, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE links SET used_at = $1 \
             WHERE id = $2 AND organization_id = $3 AND used_at IS NULL AND expires_at > $1 AND created_at <= $4",
            args![now, id, scope.organization(), now + SKEW],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends every link of an account for a purpose.
pub async fn end_all(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    purpose: Purpose,
) -> Result<u64> {
    tx.run(
        "DELETE FROM links WHERE account_id = $1 AND organization_id = $2 AND purpose = $3",
        args![account, scope.organization(), purpose.as_str()],
    )
    .await
}
