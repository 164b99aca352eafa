//! Sessions. A row holds proofs, never a level; each request reads it with its account and policy.

use portcullis_core::account::{MfaStatus, State};
use portcullis_core::assurance::Proof;
use portcullis_core::audit::Origin;
use portcullis_core::branding::Branding;
use portcullis_core::id::{AccountId, BrowserId, OrganizationId, SessionId};
use portcullis_core::language::Language;
use portcullis_core::policy::Policy;
use portcullis_core::role::Scope;
use portcullis_core::session::{Standing, TOUCH_EVERY};
use portcullis_core::time::Timestamp;
use portcullis_core::token::TokenHash;

use crate::args;
use crate::brandings::read_branding;
use crate::browsers::Browser;
use crate::db::{Result, Row, Tx};
use crate::policies::{CASE, read_case, role_given_at};
use crate::stored::{json, to_json, word};

/// A session with all that decides whether it still opens the portal, in one read.
#[derive(Clone)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The organization, found by the session's own secret.
    pub organization: OrganizationId,
    /// The account.
    pub account: AccountId,
    /// The facts that [`portcullis_core::session::admit`] asks for.
    pub standing: Standing,
    /// The person's name.
    pub name: String,
    /// In which language to speak to the person, as a tag.
    pub language: Option<String>,
    /// In which zone to show times, as the time zone database names it.
    pub time_zone: Option<String>,
    /// The login name without the organization.
    pub login_name: String,
    /// The organization's short name.
    pub organization_slug: String,
    /// How the organization shows itself.
    pub branding: Branding,
    /// What the organization decides now.
    pub policy: Policy,
    /// Whether the account has a role above member in force.
    pub has_role: bool,
    /// The browser that it was opened in, if the account still knows it.
    pub browser: Option<BrowserId>,
}

impl Session {
    /// The one organization whose rows it may touch without a grant elsewhere.
    pub const fn scope(&self) -> Scope {
        Scope::of(self.organization)
    }
}

/// A sign-in: when and from where.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// When.
    pub at: Timestamp,
    /// From where.
    pub origin: Origin,
}

/// A session as its holder sees it.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its id.
    pub id: SessionId,
    /// When it was opened, and from where.
    pub opened: SignIn,
    /// When it was last used, at most a minute late.
    pub used_at: Timestamp,
    /// The browser that it was opened in, if one was kept.
    pub browser: Option<BrowserId>,
}

/// A session to be opened.
pub struct NewSession<'a> {
    /// Its id.
    pub id: SessionId,
    /// The hash of its token.
    pub token: TokenHash,
    /// Whose.
    pub account: AccountId,
    /// What was proved.
    pub proofs: &'a [Proof],
    /// Where from.
    pub origin: &'a Origin,
    /// In which browser.
    pub browser: Option<BrowserId>,
    /// The sign-in before it, if there was one.
    pub before: Option<&'a SignIn>,
}

/// Opens a session. Only `portcullis-server`'s `sign_in` calls it.
pub async fn open(
    tx: &mut Tx<'_>,
    scope: Scope,
    new: &NewSession<'_>,
    now: Timestamp,
) -> Result<()> {
    tx.post(
        "INSERT INTO sessions (id, organization_id, account_id, token_hash, proofs, opened_at, used_at, address, agent, browser_id, \
         before_at, before_address, before_agent) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12)",
        args![
            new.id,
            scope.organization(),
            new.account,
            new.token.0,
            to_json(&new.proofs)?,
            now,
            new.origin.address.as_deref(),
            new.origin.agent.as_deref(),
            new.browser,
            new.before.map(|before| before.at),
            new.before.and_then(|before| before.origin.address.as_deref()),
            new.before.and_then(|before| before.origin.agent.as_deref()),
        ],
    )
    .await?;
    tx.post(
        "UPDATE accounts SET signed_in_at = $1, signed_in_address = $2, signed_in_agent = $3, \
         browser_language = COALESCE(browser_language, $4) WHERE id = $5 AND organization_id = $6",
        args![
            now,
            new.origin.address.as_deref(),
            new.origin.agent.as_deref(),
            new.origin.language.map(Language::tag),
            new.account,
            scope.organization()
        ],
    )
    .await
}

// What every read of a session asks for; `$2` is the time.
macro_rules! session {
    ($condition:literal) => {
        concat!(
            "SELECT s.id, s.organization_id, s.account_id, s.proofs, s.opened_at, s.used_at, s.administered_at, ",
            "CASE WHEN o.suspended_at IS NULL THEN a.state ELSE 'suspended' END, a.mfa_status, a.name, a.login_name, o.slug, o.name, a.language, a.time_zone, b.id, ",
            case_columns!("$2"),
            ", ",
            branding_columns!(),
            " FROM sessions s JOIN accounts a ON a.id = s.account_id JOIN organizations o ON o.id = s.organization_id ",
            "LEFT JOIN browsers b ON b.id = s.browser_id AND b.organization_id = s.organization_id WHERE ",
            $condition
        )
    };
}

/// The session of a token. It needs no scope, since the token is the browser's own.
pub async fn load(tx: &mut Tx<'_>, token: TokenHash, now: Timestamp) -> Result<Option<Session>> {
    tx.row(session!("s.token_hash = $1"), args![token.0, now], |r| {
        read(r, now)
    })
    .await
}

/// The session of an id, as it is now.
pub async fn by_id(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: SessionId,
    now: Timestamp,
) -> Result<Option<Session>> {
    tx.row(
        session!("s.id = $1 AND s.organization_id = $3"),
        args![id, now, scope.organization()],
        |r| read(r, now),
    )
    .await
}

/// Notes that the session is used, at most once a minute; with `administration`, those pages too.
pub async fn touch(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: SessionId,
    administration: bool,
    now: Timestamp,
) -> Result<()> {
    let before = now - TOUCH_EVERY;
    if administration {
        tx.run(
            "UPDATE sessions SET used_at = $1, administered_at = $1 WHERE id = $2 AND organization_id = $3 \
             AND (used_at <= $4 OR administered_at IS NULL OR administered_at <= $4)",
            args![now, id, scope.organization(), before],
        )
        .await?;
    } else {
        tx.run(
            "UPDATE sessions SET used_at = $1 WHERE id = $2 AND organization_id = $3 AND used_at <= $4",
            args![now, id, scope.organization(), before],
        )
        .await?;
    }
    Ok(())
}

/// Adds a fresh proof and changes the token, since the session is worth more now; false when the
/// session is gone. Only `portcullis-server`'s `sign_in` calls it.
pub async fn step_up(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: SessionId,
    proof: Proof,
    token: TokenHash,
) -> Result<bool> {
    let held = tx
        .row(
            "SELECT proofs FROM sessions WHERE id = $1 AND organization_id = $2",
            args![id, scope.organization()],
            |r| json::<Vec<Proof>>(r, 0),
        )
        .await?;
    let Some(mut proofs) = held else {
        return Ok(false);
    };
    proofs.retain(|old| old.kind != proof.kind); // the newest of a kind says all that the others say
    proofs.push(proof);
    let rows = tx
        .run(
            "UPDATE sessions SET proofs = $1, token_hash = $2 WHERE id = $3 AND organization_id = $4",
            args![to_json(&proofs)?, token.0, id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends a session.
pub async fn end(tx: &mut Tx<'_>, scope: Scope, id: SessionId) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM sessions WHERE id = $1 AND organization_id = $2",
            args![id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends every session of an account but one.
pub async fn end_others(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    keep: Option<SessionId>,
) -> Result<u64> {
    let keep = keep.unwrap_or(SessionId::from_bytes([0; 16]));
    tx.run(
        "DELETE FROM sessions WHERE account_id = $1 AND organization_id = $2 AND id <> $3",
        args![account, scope.organization(), keep],
    )
    .await
}

/// Ends the sessions that were opened in a browser.
pub async fn end_in_browser(tx: &mut Tx<'_>, scope: Scope, browser: &Browser) -> Result<u64> {
    tx.run(
        "DELETE FROM sessions WHERE account_id = $1 AND organization_id = $2 AND browser_id = $3",
        args![browser.account, scope.organization(), browser.id],
    )
    .await
}

/// Ends one session of an account.
pub async fn end_of(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    id: SessionId,
) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM sessions WHERE id = $1 AND account_id = $2 AND organization_id = $3",
            args![id, account, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// The sessions of an account that have not ended by themselves, the one used last first. Those from before the clock was set
/// back are among them: they open nothing now, and would again once it is put right.
pub async fn list(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<Open>> {
    tx.rows(
        "SELECT s.id, s.opened_at, s.address, s.agent, s.used_at, s.browser_id FROM sessions s \
         JOIN organizations o ON o.id = s.organization_id \
         WHERE s.account_id = $1 AND s.organization_id = $2 AND s.opened_at + o.session_hours * 3600000 > $3 \
         AND s.used_at + o.idle_minutes * 60000 > $3 ORDER BY s.used_at DESC, s.id DESC",
        args![account, scope.organization(), now],
        |r| {
            Ok(Open {
                id: r.get(0)?,
                opened: SignIn {
                    at: r.get(1)?,
                    origin: origin(r, 2)?,
                },
                used_at: r.get(4)?,
                browser: r.get(5)?,
            })
        },
    )
    .await
}

/// The sign-in before a session, as the dashboard shows it.
pub async fn before(tx: &mut Tx<'_>, scope: Scope, id: SessionId) -> Result<Option<SignIn>> {
    let found = tx
        .row(
            "SELECT before_at, before_address, before_agent FROM sessions WHERE id = $1 AND organization_id = $2",
            args![id, scope.organization()],
            |r| sign_in(r, 0),
        )
        .await?;
    Ok(found.flatten())
}

/// Reads a time, an address and an agent, if there is a time.
pub(crate) fn sign_in(r: &Row<'_>, index: usize) -> Result<Option<SignIn>> {
    let Some(at) = r.get::<Option<Timestamp>>(index)? else {
        return Ok(None);
    };
    Ok(Some(SignIn {
        at,
        origin: origin(r, index + 1)?,
    }))
}

fn origin(r: &Row<'_>, index: usize) -> Result<Origin> {
    Ok(Origin {
        address: r.get(index)?,
        agent: r.get(index + 1)?,
        ..Origin::default()
    })
}

fn read(r: &Row<'_>, now: Timestamp) -> Result<Session> {
    let case = read_case(r, 16)?;
    let policy = case.policy;
    Ok(Session {
        id: r.get(0)?,
        organization: r.get(1)?,
        account: r.get(2)?,
        standing: Standing {
            proofs: json(r, 3)?,
            opened_at: r.get(4)?,
            used_at: r.get(5)?,
            administered_at: r.get(6)?,
            role_given_at: role_given_at(r, 16)?,
            state: word(r, 7, State::parse)?,
            mfa: word(r, 8, MfaStatus::parse)?,
            requirement: case.requirement(now),
            permits_email: policy.channels.permits_email(),
            remembers: policy.remember_days > 0,
            lifetimes: policy.lifetimes,
        },
        name: r.get(9)?,
        login_name: r.get(10)?,
        organization_slug: r.get(11)?,
        branding: read_branding(r, 12, 16 + CASE)?,
        policy,
        language: r.get(13)?,
        time_zone: r.get(14)?,
        has_role: case.has_role,
        browser: r.get(15)?,
    })
}
