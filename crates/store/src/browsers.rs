//! Browsers in which an account has signed in: known by a key, remembered by a token that changes
//! whenever it is used.

use portcullis_core::audit::Origin;
use portcullis_core::browser::{Before, Remembered};
use portcullis_core::id::{AccountId, BrowserId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;
use portcullis_core::token::TokenHash;

use crate::args;
use crate::db::{Result, Row, Tx};

/// How many browsers of an account are listed.
pub const MOST_LISTED: u32 = 100;

/// A browser that an account knows.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Its id.
    pub id: BrowserId,
    /// The organization, where it was found by the browser's own key.
    pub organization: OrganizationId,
    /// Whose.
    pub account: AccountId,
    /// By what it is remembered, if it is.
    pub remembered: Option<Remembered>,
    /// From where it last signed in, and as what it describes itself.
    pub origin: Origin,
    /// When it came to be known.
    pub created_at: Timestamp,
    /// When it last signed in.
    pub used_at: Timestamp,
}

impl Browser {
    /// The one organization whose rows it may touch.
    pub const fn scope(&self) -> Scope {
        Scope::of(self.organization)
    }
}

/// A browser by its key, with the logins that its account signs in with.
#[derive(Clone, Debug)]
pub struct Known {
    /// The browser.
    pub browser: Browser,
    /// The login name without the organization.
    pub login_name: String,
    /// The organization's short name.
    pub organization_slug: String,
    /// The address, if it signs in.
    pub proved_email: Option<String>,
    /// For how many days the organization lets browsers be remembered now.
    pub remember_days: u32,
}

/// A browser to be known from now on.
pub struct NewBrowser<'a> {
    /// Its id.
    pub id: BrowserId,
    /// To whom.
    pub account: AccountId,
    /// The hash of its key.
    pub key: TokenHash,
    /// Where it is.
    pub origin: &'a Origin,
}

// What every read of a browser asks for.
macro_rules! browser {
    ($more:literal, $rest:literal) => {
        concat!(
            "SELECT b.id, b.organization_id, b.account_id, b.token_hash, b.previous_hash, b.salt, b.rotated_at, ",
            "b.remembered_at, b.remembered_until, b.address, b.agent, b.created_at, b.used_at",
            $more,
            " FROM browsers b ",
            $rest
        )
    };
}

/// Makes a browser known.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: Scope,
    new: &NewBrowser<'_>,
    now: Timestamp,
) -> Result<()> {
    tx.post(
        "INSERT INTO browsers (id, organization_id, account_id, key_hash, address, agent, created_at, used_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
        args![
            new.id,
            scope.organization(),
            new.account,
            new.key.0,
            new.origin.address.as_deref(),
            new.origin.agent.as_deref(),
            now,
        ],
    )
    .await
}

/// The browser of a key. It needs no scope, since the key is the browser's own.
pub async fn by_key(tx: &mut Tx<'_>, key: TokenHash) -> Result<Option<Known>> {
    tx.row(
        browser!(
            ", a.login_name, o.slug, a.email, a.email_proved_at, o.remember_days",
            "JOIN accounts a ON a.id = b.account_id JOIN organizations o ON o.id = b.organization_id WHERE b.key_hash = $1"
        ),
        args![key.0],
        |r| {
            let (email, proved): (Option<String>, Option<Timestamp>) = (r.get(15)?, r.get(16)?);
            Ok(Known {
                browser: read(r)?,
                login_name: r.get(13)?,
                organization_slug: r.get(14)?,
                proved_email: email.filter(|_| proved.is_some()),
                remember_days: r.get(17)?,
            })
        },
    )
    .await
}

/// A browser as it is now.
pub async fn get(tx: &mut Tx<'_>, scope: Scope, id: BrowserId) -> Result<Option<Browser>> {
    tx.row(
        browser!("", "WHERE b.id = $1 AND b.organization_id = $2"),
        args![id, scope.organization()],
        read,
    )
    .await
}

/// The browsers of an account, the one used last first; [`MOST_LISTED`] at most.
pub async fn list(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<Vec<Browser>> {
    tx.rows(
        browser!(
            "",
            "WHERE b.account_id = $1 AND b.organization_id = $2 ORDER BY b.used_at DESC, b.id DESC LIMIT $3"
        ),
        args![account, scope.organization(), MOST_LISTED],
        read,
    )
    .await
}

/// Notes that a browser signs in: when, and from where.
pub async fn touch(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: BrowserId,
    origin: &Origin,
    now: Timestamp,
) -> Result<()> {
    tx.post(
        "UPDATE browsers SET used_at = $1, address = $2, agent = $3 WHERE id = $4 AND organization_id = $5",
        args![
            now,
            origin.address.as_deref(),
            origin.agent.as_deref(),
            id,
            scope.organization()
        ],
    )
    .await
}

/// Remembers a browser until a time, by a new token; false when it is gone. One that had a token before
/// is not told the new one by that.
pub async fn remember(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: BrowserId,
    (token, until): (TokenHash, Timestamp),
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE browsers SET previous_hash = token_hash, token_hash = $1, salt = NULL, rotated_at = $2, \
             remembered_at = $2, remembered_until = $3 WHERE id = $4 AND organization_id = $5",
            args![token.0, now, until, id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Puts a new token in the place of the newest, if the newest is the one that was sent: true for the
/// one caller who is first.
pub async fn rotate(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: BrowserId,
    (sent, new, salt): (TokenHash, TokenHash, [u8; 32]),
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE browsers SET previous_hash = token_hash, token_hash = $1, salt = $2, rotated_at = $3 \
             WHERE id = $4 AND organization_id = $5 AND token_hash = $6",
            args![new.0, salt, now, id, scope.organization(), sent.0],
        )
        .await?;
    Ok(rows == 1)
}

/// Forgets a browser of an account.
pub async fn forget(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    id: BrowserId,
) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM browsers WHERE id = $1 AND account_id = $2 AND organization_id = $3",
            args![id, account, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Forgets every browser of an account: what anybody has in a cookie is worth nothing any more. For a
/// new password, a reset, a freeze.
pub async fn forget_all(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<u64> {
    tx.run(
        "DELETE FROM browsers WHERE account_id = $1 AND organization_id = $2",
        args![account, scope.organization()],
    )
    .await
}

/// Ends remembering in every browser of an account but one; they stay known. For a device that comes
/// or goes, and for signing out everywhere else.
pub async fn end_remembering(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    keep: Option<BrowserId>,
) -> Result<u64> {
    let keep = keep.unwrap_or(BrowserId::from_bytes([0; 16]));
    tx.run(
        "UPDATE browsers SET token_hash = NULL, previous_hash = NULL, salt = NULL, rotated_at = NULL, \
         remembered_at = NULL, remembered_until = NULL \
         WHERE account_id = $1 AND organization_id = $2 AND token_hash IS NOT NULL AND id <> $3",
        args![account, scope.organization(), keep],
    )
    .await
}

fn read(r: &Row<'_>) -> Result<Browser> {
    let token: Option<[u8; 32]> = r.get(3)?;
    let (since, until): (Option<Timestamp>, Option<Timestamp>) = (r.get(7)?, r.get(8)?);
    let before: Option<[u8; 32]> = r.get(4)?;
    let rotated_at: Option<Timestamp> = r.get(6)?;
    let remembered = match (token, since, until) {
        (Some(token), Some(at), Some(until)) => Some(Remembered {
            at,
            until,
            token: TokenHash(token),
            before: match (before, rotated_at) {
                (Some(token), Some(at)) => Some(Before {
                    token: TokenHash(token),
                    salt: r.get(5)?,
                    at,
                }),
                _ => None,
            },
        }),
        _ => None,
    };
    Ok(Browser {
        id: r.get(0)?,
        organization: r.get(1)?,
        account: r.get(2)?,
        remembered,
        origin: Origin {
            address: r.get(9)?,
            agent: r.get(10)?,
            ..Origin::default()
        },
        created_at: r.get(11)?,
        used_at: r.get(12)?,
    })
}
