//! Invitations, and the link of the first start.

use portcullis_core::branding::Branding;
use portcullis_core::id::{InvitationId, OrganizationId, SetupId};
use portcullis_core::invitation::SETUP_LIFE;
use portcullis_core::login::{Email, LoginName};
use portcullis_core::name::Name;
use portcullis_core::policy::Policy;
use portcullis_core::role::Scope;
use portcullis_core::search::{Sought, end, words};
use portcullis_core::time::{SKEW, Timestamp};
use portcullis_core::token::TokenHash;

use crate::args;
use crate::brandings::read_branding;
use crate::db::{Result, Row, Tx};
use crate::policies::{POLICY, read_policy};
use crate::search;

/// An invitation to be made.
pub struct NewInvitation {
    /// Its id.
    pub id: InvitationId,
    /// The keyed hash of its code, or the hash of its link's token.
    pub key: [u8; 32],
    /// Whether its link is mailed.
    pub mailed: bool,
    /// The person's name.
    pub name: Name,
    /// The login name the account will have.
    pub login_name: LoginName,
    /// The address the account will have.
    pub email: Option<Email>,
    /// Whether who invites vouches for the address, so that it signs in at once.
    pub email_vouched: bool,
    /// Until when it is good.
    pub expires_at: Timestamp,
}

/// An open invitation.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// To which organization.
    pub organization: OrganizationId,
    /// The person's name.
    pub name: String,
    /// The login name the account will have.
    pub login_name: String,
    /// The address the account will have.
    pub email: Option<String>,
    /// Whether the address signs in at once.
    pub email_vouched: bool,
    /// When its link was mailed last; `None` on paper.
    pub mailed_at: Option<Timestamp>,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// The organization's short name.
    pub organization_slug: String,
    /// How the organization shows itself.
    pub branding: Branding,
    /// What the organization decides.
    pub policy: Policy,
}

/// Adds an invitation.
pub async fn add(tx: &mut Tx<'_>, scope: Scope, new: &NewInvitation, now: Timestamp) -> Result<()> {
    tx.run(
        "INSERT INTO invitations (id, organization_id, code_hash, name, login_name, email, email_vouched, created_at, expires_at, mailed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            new.id,
            scope.organization(),
            new.key,
            new.name.as_str(),
            new.login_name.as_str(),
            new.email.as_ref().map(Email::as_str),
            new.email_vouched,
            now,
            new.expires_at,
            new.mailed.then_some(now),
        ],
    )
    .await?;
    let (login_name, email) = (new.login_name.as_str(), new.email.as_ref());
    for word in words(new.name.as_str(), login_name, email.map(Email::as_str)) {
        tx.post(
            "INSERT INTO invitation_words (organization_id, invitation_id, word, login_name) VALUES ($1, $2, $3, $4)",
            args![scope.organization(), new.id, word, login_name],
        )
        .await?;
    }
    Ok(())
}

/// The invitation of a code while it is open. It needs no scope, since the code is the guest's own.
pub async fn by_code(
    tx: &mut Tx<'_>,
    code: [u8; 32],
    now: Timestamp,
) -> Result<Option<Invitation>> {
    tx.row(
        concat!(
            "SELECT i.id, i.organization_id, i.name, i.login_name, i.email, i.email_vouched, i.expires_at, o.slug, o.name, i.mailed_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM invitations i JOIN organizations o ON o.id = i.organization_id \
             WHERE i.code_hash = $1 AND i.mailed_at IS NULL AND i.accepted_at IS NULL AND i.expires_at > $2 \
             AND o.suspended_at IS NULL"
        ),
        args![code, now],
        read,
    )
    .await
}

/// Whose printed invitation had this code, open or over, as long as that is known. It needs no scope, since the code is
/// the guest's own.
pub async fn had_code(tx: &mut Tx<'_>, code: [u8; 32]) -> Result<Option<(OrganizationId, String)>> {
    tx.row(
        "SELECT organization_id, login_name FROM invitations WHERE code_hash = $1 AND mailed_at IS NULL",
        args![code],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
    .await
}

/// The mailed invitation of a link's token while it is open. It needs no scope, since the token is the
/// guest's own.
pub async fn by_token(
    tx: &mut Tx<'_>,
    token: TokenHash,
    now: Timestamp,
) -> Result<Option<Invitation>> {
    tx.row(
        concat!(
            "SELECT i.id, i.organization_id, i.name, i.login_name, i.email, i.email_vouched, i.expires_at, o.slug, o.name, i.mailed_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM invitations i JOIN organizations o ON o.id = i.organization_id \
             WHERE i.code_hash = $1 AND i.mailed_at IS NOT NULL AND i.accepted_at IS NULL AND i.expires_at > $2 \
             AND o.suspended_at IS NULL"
        ),
        args![token.0, now],
        read,
    )
    .await
}

/// One open invitation.
pub async fn find(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: InvitationId,
    now: Timestamp,
) -> Result<Option<Invitation>> {
    tx.row(
        concat!(
            "SELECT i.id, i.organization_id, i.name, i.login_name, i.email, i.email_vouched, i.expires_at, o.slug, o.name, i.mailed_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM invitations i JOIN organizations o ON o.id = i.organization_id \
             WHERE i.id = $1 AND i.organization_id = $2 AND i.accepted_at IS NULL AND i.expires_at > $3"
        ),
        args![id, scope.organization(), now],
        read,
    )
    .await
}

/// Gives a mailed invitation another link, which ends the one before: true unless it is on paper, over, or
/// was mailed after `mailed_before`.
pub async fn send_again(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: InvitationId,
    (token, expires_at): (TokenHash, Timestamp),
    (now, mailed_before): (Timestamp, Timestamp),
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE invitations SET code_hash = $1, expires_at = $2, mailed_at = $3 \
             WHERE id = $4 AND organization_id = $5 AND accepted_at IS NULL AND expires_at > $3 AND mailed_at <= $6",
            args![token.0, expires_at, now, id, scope.organization(), mailed_before],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends an open invitation: true for the one caller who is first.
pub async fn revoke(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: InvitationId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE invitations SET expires_at = $1 \
             WHERE id = $2 AND organization_id = $3 AND accepted_at IS NULL AND expires_at > $1",
            args![now, id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// A page of the organization's open invitations, newest first, before one of them.
pub async fn open(
    tx: &mut Tx<'_>,
    scope: Scope,
    before: Option<InvitationId>,
    limit: u32,
    now: Timestamp,
) -> Result<Vec<Invitation>> {
    let before = before.unwrap_or(InvitationId::from_bytes([0xff; 16]));
    tx.rows(
        concat!(
            "SELECT i.id, i.organization_id, i.name, i.login_name, i.email, i.email_vouched, i.expires_at, o.slug, o.name, i.mailed_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM invitations i JOIN organizations o ON o.id = i.organization_id \
             WHERE i.organization_id = $1 AND i.accepted_at IS NULL AND i.expires_at > $2 AND i.id < $3 \
             ORDER BY i.id DESC LIMIT $4"
        ),
        args![scope.organization(), now, before, limit],
        read,
    )
    .await
}

/// A page of the organization's open invitations that are sought, in the order of the first of their words that was
/// found and of login names. `after`: of the last one of the page before what [`Sought::place_of`] said, else empty.
pub async fn open_sought(
    tx: &mut Tx<'_>,
    scope: Scope,
    (sought, after): (&Sought, &str),
    limit: u32,
    now: Timestamp,
) -> Result<Vec<Invitation>> {
    let first = sought.first();
    let (word, login_name) = sought.before(after);
    let [second, third] = search::others(sought);
    tx.plan_for_values().await?;
    tx.rows(
        concat!(
            "SELECT i.id, i.organization_id, i.name, i.login_name, i.email, i.email_vouched, i.expires_at, o.slug, o.name, i.mailed_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM invitation_words w JOIN invitations i ON i.id = w.invitation_id \
             JOIN organizations o ON o.id = i.organization_id WHERE w.organization_id = $1 \
             AND (w.word, w.login_name) > ($2, $3) AND w.word < $4 AND NOT EXISTS (SELECT 1 FROM invitation_words e \
             WHERE e.organization_id = $1 AND e.invitation_id = w.invitation_id AND e.word >= $5 AND e.word < w.word) \
             AND ($6 = '' OR EXISTS (SELECT 1 FROM invitation_words s WHERE s.organization_id = $1 \
             AND s.invitation_id = w.invitation_id AND s.word >= $6 AND s.word < $7)) \
             AND ($8 = '' OR EXISTS (SELECT 1 FROM invitation_words t WHERE t.organization_id = $1 \
             AND t.invitation_id = w.invitation_id AND t.word >= $8 AND t.word < $9)) \
             AND i.accepted_at IS NULL AND i.expires_at > $10 ORDER BY w.word, w.login_name LIMIT $11"
        ),
        args![
            scope.organization(), word, login_name, end(first), first, second.0, second.1, third.0, third.1, now, limit
        ],
        read,
    )
    .await
}

/// How many open invitations the organization has; counts up to `most`.
pub async fn open_count(tx: &mut Tx<'_>, scope: Scope, most: u32, now: Timestamp) -> Result<u32> {
    let counted = tx
        .row(
            "SELECT COUNT(*) FROM (SELECT 1 FROM invitations WHERE organization_id = $1 AND accepted_at IS NULL \
             AND expires_at > $2 LIMIT $3) few",
            args![scope.organization(), now, most],
            |r| r.get(0),
        )
        .await?;
    Ok(counted.unwrap_or_default())
}

/// The open invitation for a login name, the newest if there are several.
pub async fn open_for(
    tx: &mut Tx<'_>,
    scope: Scope,
    login_name: &LoginName,
    now: Timestamp,
) -> Result<Option<Invitation>> {
    tx.row(
        concat!(
            "SELECT i.id, i.organization_id, i.name, i.login_name, i.email, i.email_vouched, i.expires_at, o.slug, o.name, i.mailed_at, ",
            policy_columns!(),
            ", ",
            branding_columns!(),
            " FROM invitations i JOIN organizations o ON o.id = i.organization_id \
             WHERE i.organization_id = $1 AND i.login_name = $2 AND i.accepted_at IS NULL AND i.expires_at > $3 \
             ORDER BY i.id DESC LIMIT 1"
        ),
        args![scope.organization(), login_name.as_str(), now],
        read,
    )
    .await
}

/// Whether an invitation for a login name or to an address was mailed after a time, whatever became of it.
pub async fn was_mailed(
    tx: &mut Tx<'_>,
    scope: Scope,
    (login_name, email): (&LoginName, &Email),
    after: Timestamp,
) -> Result<bool> {
    let rows = tx
        .rows(
            "SELECT id FROM invitations WHERE organization_id = $1 AND (login_name = $2 OR email = $3) \
             AND mailed_at > $4 LIMIT 1",
            args![scope.organization(), login_name.as_str(), email.as_str(), after],
            |r| r.get::<InvitationId>(0),
        )
        .await?;
    Ok(!rows.is_empty())
}

/// Makes the addresses in the organization's open invitations count as unproved when they are accepted: whoever vouched
/// for them did so for a portal without another organization.
pub async fn stop_vouching(tx: &mut Tx<'_>, scope: Scope) -> Result<()> {
    tx.run(
        "UPDATE invitations SET email_vouched = $1 WHERE organization_id = $2 AND accepted_at IS NULL",
        args![false, scope.organization()],
    )
    .await?;
    Ok(())
}

/// Spends an invitation: true for the one caller who is first, while it is good.
pub async fn spend(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: InvitationId,
    now: Timestamp,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE invitations SET accepted_at = $1 \
             WHERE id = $2 AND organization_id = $3 AND accepted_at IS NULL AND expires_at > $1",
            args![now, id, scope.organization()],
        )
        .await?;
    if rows == 1 {
        // From here on the account is what is found.
        tx.post(
            "DELETE FROM invitation_words WHERE organization_id = $1 AND invitation_id = $2",
            args![scope.organization(), id],
        )
        .await?;
    }
    Ok(rows == 1)
}

/// Ends the open invitations for a login name: a new one takes their place.
pub async fn end_for(
    tx: &mut Tx<'_>,
    scope: Scope,
    login_name: &LoginName,
    now: Timestamp,
) -> Result<u64> {
    tx.run(
        "UPDATE invitations SET expires_at = $1 \
         WHERE organization_id = $2 AND login_name = $3 AND accepted_at IS NULL AND expires_at > $1",
        args![now, scope.organization(), login_name.as_str()],
    )
    .await
}

/// Makes the link of the first start; earlier ones end.
pub async fn add_setup(
    tx: &mut Tx<'_>,
    id: SetupId,
    token: TokenHash,
    expires_at: Timestamp,
) -> Result<()> {
    tx.run("DELETE FROM setup_links WHERE used_at IS NULL", args![])
        .await?;
    tx.run(
        "INSERT INTO setup_links (id, token_hash, expires_at) VALUES ($1, $2, $3)",
        args![id, token.0, expires_at],
    )
    .await?;
    Ok(())
}

/// The link of a token while it is good.
pub async fn find_setup(
    tx: &mut Tx<'_>,
    token: TokenHash,
    now: Timestamp,
) -> Result<Option<SetupId>> {
    tx.row(
        "SELECT id FROM setup_links WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 AND expires_at <= $3",
        args![token.0, now, now + SETUP_LIFE + SKEW],
        |r| r.get(0),
    )
    .await
}

/// Spends the link: true for the one caller who is first, while it is good.
pub async fn spend_setup(tx: &mut Tx<'_>, id: SetupId, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE setup_links SET used_at = $1 WHERE id = $2 AND used_at IS NULL AND expires_at > $1 AND expires_at <= $3",
            args![now, id, now + SETUP_LIFE + SKEW],
        )
        .await?;
    Ok(rows == 1)
}

fn read(r: &Row<'_>) -> Result<Invitation> {
    Ok(Invitation {
        id: r.get(0)?,
        organization: r.get(1)?,
        name: r.get(2)?,
        login_name: r.get(3)?,
        email: r.get(4)?,
        email_vouched: r.get(5)?,
        expires_at: r.get(6)?,
        organization_slug: r.get(7)?,
        branding: read_branding(r, 8, 10 + POLICY)?,
        mailed_at: r.get(9)?,
        policy: read_policy(r, 10)?,
    })
}
