//! Accounts: one person's record in one organization, with the password.

use portcullis_core::account::{MfaStatus, State};
use portcullis_core::id::{AccountId, CredentialId, OrganizationId};
use portcullis_core::login::{Email, Login, LoginName};
use portcullis_core::name::Name;
use portcullis_core::policy::Channels;
use portcullis_core::role::Scope;
use portcullis_core::search::Sought;
use portcullis_core::sign_in::{EmailCodes, Holdings, RecoverySet};
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::held_up::{self, HeldUp};
use crate::stored::word;
use crate::{mfa_counts, search};

/// What a new account is made of.
pub struct NewAccount {
    /// Its id.
    pub id: AccountId,
    /// The person's name.
    pub name: Name,
    /// The login name in the organization.
    pub login_name: LoginName,
    /// The email address on record.
    pub email: Option<Email>,
    /// The password as an Argon2id PHC string.
    pub password_hash: String,
}

/// One account as pages and lists show it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The person's name.
    pub name: String,
    /// The login name without the organization.
    pub login_name: String,
    /// The address on record.
    pub email: Option<String>,
    /// Since when the address signs in.
    pub email_proved_at: Option<Timestamp>,
    /// Whether it may be used.
    pub state: State,
    /// Its MFA status.
    pub mfa_status: MfaStatus,
    /// Whether MFA is required of this account alone.
    pub mfa_required: bool,
    /// Whether the member switched MFA off and keeps what is set up.
    pub switched_off: bool,
    /// Since when email codes are a second factor of this account.
    pub email_codes_since: Option<Timestamp>,
    /// In which language to speak to the person, as a tag.
    pub language: Option<String>,
    /// In which zone to show times, as the time zone database names it.
    pub time_zone: Option<String>,
    /// What the browser of the first sign-in asked for, as a tag: mails are written in it while the
    /// person chose no language. Later browsers don't count: whoever gets in can't make the mails that
    /// tell of it unreadable.
    pub browser_language: Option<String>,
    /// The last sign-in.
    pub signed_in_at: Option<Timestamp>,
    /// Since when the member asks for the account to be deleted.
    pub deletion_asked_at: Option<Timestamp>,
}

impl Account {
    /// The address on record, where it signs in: one that is not proved may be somebody else's.
    pub fn proved_email(&self) -> Option<&str> {
        self.email
            .as_deref()
            .filter(|_| self.email_proved_at.is_some())
    }
}

/// What a sign-in needs to check a password.
#[derive(Clone)]
pub struct PasswordRecord {
    /// Whose.
    pub account: AccountId,
    /// Of which organization.
    pub organization: OrganizationId,
    /// The PHC string.
    pub hash: String,
    /// Whether the account may be used; suspended with its organization.
    pub state: State,
}

/// Adds an account; false when the login name is taken in the organization.
pub async fn add(tx: &mut Tx<'_>, scope: Scope, new: &NewAccount, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "INSERT INTO accounts (id, organization_id, name, login_name, email, state, mfa_status, mfa_required, \
             switched_off, needs_enrollment_code, password_hash, password_set_at, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $9, $10, $10) \
             ON CONFLICT (organization_id, login_name) DO NOTHING",
            args![
                new.id,
                scope.organization(),
                new.name.as_str(),
                new.login_name.as_str(),
                new.email.as_ref().map(Email::as_str),
                State::Active.as_str(),
                MfaStatus::NotEnabled.as_str(),
                false,
                new.password_hash.as_str(),
                now,
            ],
        )
        .await?;
    if rows == 1 {
        mfa_counts::moves(tx, scope, (None, Some(MfaStatus::NotEnabled))).await?;
        search::index(tx, scope, new.id).await?;
    }
    Ok(rows == 1)
}

/// Takes the account's address as proved, unless another account of the instance has proved it
/// already (product.md: Words). True when it signs in now.
pub async fn prove_email(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    now: Timestamp,
) -> Result<bool> {
    // Two transactions that prove one address at a time: the unique index lets one of them commit.
    let rows = tx
        .run(
            "UPDATE accounts SET email_proved_at = $1 WHERE id = $2 AND organization_id = $3 AND email IS NOT NULL \
             AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.email = accounts.email AND o.email_proved_at IS NOT NULL)",
            args![now, id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Whether an address signs some account in. For owners and operators, who see the whole instance.
pub async fn is_proved(tx: &mut Tx<'_>, email: &Email) -> Result<bool> {
    let found = tx
        .row(
            "SELECT id FROM accounts WHERE email = $1 AND email_proved_at IS NOT NULL",
            args![email.as_str()],
            |r| r.get::<AccountId>(0),
        )
        .await?;
    Ok(found.is_some())
}

/// The account that a typed login signs in to: a proved address, or a login name and organization.
pub async fn by_login(tx: &mut Tx<'_>, login: &Login) -> Result<Option<PasswordRecord>> {
    let read = |r: &Row<'_>| {
        Ok(PasswordRecord {
            account: r.get(0)?,
            organization: r.get(1)?,
            hash: r.get(2)?,
            state: word(r, 3, State::parse)?,
        })
    };
    match login {
        Login::Email(email) => {
            tx.row(
                "SELECT a.id, a.organization_id, a.password_hash, \
                 CASE WHEN o.suspended_at IS NULL THEN a.state ELSE 'suspended' END FROM accounts a \
                 JOIN organizations o ON o.id = a.organization_id \
                 WHERE a.email = $1 AND a.email_proved_at IS NOT NULL",
                args![email.as_str()],
                read,
            )
            .await
        }
        Login::Name(name, slug) => {
            tx.row(
                "SELECT a.id, a.organization_id, a.password_hash, \
                 CASE WHEN o.suspended_at IS NULL THEN a.state ELSE 'suspended' END FROM accounts a \
                 JOIN organizations o ON o.id = a.organization_id WHERE o.slug = $1 AND a.login_name = $2",
                args![slug.as_str(), name.as_str()],
                read,
            )
            .await
        }
    }
}

/// What a check of an account's own password needs.
pub async fn password(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
) -> Result<Option<PasswordRecord>> {
    tx.row(
        "SELECT a.id, a.organization_id, a.password_hash, \
         CASE WHEN o.suspended_at IS NULL THEN a.state ELSE 'suspended' END FROM accounts a \
         JOIN organizations o ON o.id = a.organization_id WHERE a.id = $1 AND a.organization_id = $2",
        args![id, scope.organization()],
        |r| {
            Ok(PasswordRecord {
                account: r.get(0)?,
                organization: r.get(1)?,
                hash: r.get(2)?,
                state: word(r, 3, State::parse)?,
            })
        },
    )
    .await
}

/// What the account can prove a second factor with, were mail sent.
pub async fn holdings(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<Holdings> {
    let found = tx
        .row(
            "SELECT (SELECT COUNT(*) FROM devices d WHERE d.account_id = a.id), s.id, s.stored_at, \
             (SELECT COUNT(*) FROM recovery_codes c WHERE c.set_id = s.id AND c.used_at IS NULL), \
             a.switched_off, a.email, a.email_codes_since, o.channels \
             FROM accounts a JOIN organizations o ON o.id = a.organization_id \
             LEFT JOIN recovery_sets s ON s.account_id = a.id WHERE a.id = $1 AND a.organization_id = $2",
            args![id, scope.organization()],
            |r| {
                let (set, stored): (Option<CredentialId>, Option<Timestamp>) =
                    (r.get(1)?, r.get(2)?);
                let left = r.get(3)?;
                let (email, since): (Option<String>, Option<Timestamp>) = (r.get(5)?, r.get(6)?);
                let codes = EmailCodes::of(word(r, 7, Channels::parse)?, since.is_some());
                Ok(Holdings {
                    devices: u64::from(r.get::<u32>(0)?),
                    recovery: set.map(|_| RecoverySet {
                        left,
                        stored: stored.is_some(),
                    }),
                    switched_off: r.get(4)?,
                    unmailed: email.is_none() && codes.is_some_and(|codes| codes.taken_up),
                    email: codes.filter(|_| email.is_some()),
                })
            },
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// Whether an account may be used and still has the password that was checked.
pub async fn may_sign_in(tx: &mut Tx<'_>, scope: Scope, checked: &PasswordRecord) -> Result<bool> {
    let found = tx
        .row(
            "SELECT id FROM accounts WHERE id = $1 AND organization_id = $2 AND password_hash = $3 AND state <> $4 \
             AND NOT EXISTS (SELECT 1 FROM organizations o WHERE o.id = $2 AND o.suspended_at IS NOT NULL)",
            args![checked.account, scope.organization(), checked.hash.as_str(), State::Suspended.as_str()],
            |r| r.get::<AccountId>(0),
        )
        .await?;
    Ok(found.is_some())
}

/// One account of the organization.
pub async fn find(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<Option<Account>> {
    tx.row(
        concat!(
            "SELECT ",
            columns!(),
            " FROM accounts a WHERE a.id = $1 AND a.organization_id = $2"
        ),
        args![id, scope.organization()],
        read,
    )
    .await
}

/// The account of a login name in the organization.
pub async fn by_login_name(
    tx: &mut Tx<'_>,
    scope: Scope,
    name: &LoginName,
) -> Result<Option<Account>> {
    tx.row(
        concat!(
            "SELECT ",
            columns!(),
            " FROM accounts a WHERE a.organization_id = $1 AND a.login_name = $2"
        ),
        args![scope.organization(), name.as_str()],
        read,
    )
    .await
}

/// How many login names are looked up by one statement.
const NAMES: usize = 20;

/// The accounts of login names in the organization, in no order; a name that nobody has gives none.
pub async fn by_login_names(
    tx: &mut Tx<'_>,
    scope: Scope,
    names: &[&LoginName],
) -> Result<Vec<Account>> {
    let mut found = Vec::with_capacity(names.len());
    for some in names.chunks(NAMES) {
        // A statement is one text: a name that is not there stands for those that are missing.
        let name = |at: usize| some.get(at).map_or("", |name| name.as_str());
        let rows = tx
            .rows(
                "SELECT id, name, login_name, email, email_proved_at, state, mfa_status, mfa_required, signed_in_at, \
                 switched_off, email_codes_since, language, time_zone, browser_language, \
                 deletion_asked_at \
                 FROM accounts WHERE organization_id = $1 AND login_name IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
                 $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
                args![
                    scope.organization(),
                    name(0), name(1), name(2), name(3), name(4), name(5), name(6), name(7), name(8), name(9),
                    name(10), name(11), name(12), name(13), name(14), name(15), name(16), name(17), name(18), name(19),
                ],
                read,
            )
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// Which accounts a list is of.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those behind the last one of the page before: what [`Wanted::after`] said of it.
    pub after: String,
    /// Those of this kind.
    pub only: Option<Only>,
    /// Those of whose name, login name and address each of these words begins a word.
    pub sought: Option<Sought>,
}

/// A kind of accounts that a list can be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Those with this MFA status.
    Mfa(MfaStatus),
    /// Those whom this holds up.
    HeldUp(HeldUp),
}

impl Only {
    /// The MFA status, as stored; empty where it can be any.
    pub(crate) const fn mfa_status(self) -> &'static str {
        match self {
            Self::Mfa(status) => status.as_str(),
            Self::HeldUp(_) => "",
        }
    }

    /// The state, as stored; empty where it can be any.
    pub(crate) const fn state(self) -> &'static str {
        match self {
            Self::Mfa(_) => "",
            Self::HeldUp(held_up) => held_up.state(),
        }
    }
}

impl Wanted {
    /// Where the next page begins, behind the last account of this one.
    pub fn after(&self, last: &Account) -> String {
        match &self.sought {
            Some(sought) => sought.place_of(&last.name, &last.login_name, last.email.as_deref()),
            None => last.login_name.clone(),
        }
    }
}

/// The columns that [`read`] reads.
macro_rules! columns {
    () => {
        "a.id, a.name, a.login_name, a.email, a.email_proved_at, a.state, a.mfa_status, a.mfa_required, \
         a.signed_in_at, a.switched_off, a.email_codes_since, a.language, a.time_zone, a.browser_language, \
         a.deletion_asked_at"
    };
}
pub(crate) use columns;

/// A page of the organization's accounts, in the order of their login names; where a name is sought, in the
/// order of the words that were found. Each shape is a text of its own, read along an index, so that a page
/// costs the same however many accounts there are.
pub async fn list(
    tx: &mut Tx<'_>,
    scope: Scope,
    wanted: &Wanted,
    limit: u32,
) -> Result<Vec<Account>> {
    if let Some(sought) = &wanted.sought {
        return search::find(tx, scope, (sought, wanted), limit).await;
    }
    let (organization, after) = (scope.organization(), wanted.after.as_str());
    match wanted.only {
        None => {
            tx.rows(
                concat!(
                    "SELECT ",
                    columns!(),
                    " FROM accounts a WHERE a.organization_id = $1 AND a.login_name > $2 ORDER BY a.login_name LIMIT $3"
                ),
                args![organization, after, limit],
                read,
            )
            .await
        }
        Some(Only::HeldUp(one)) => held_up::list(tx, scope, (one, wanted), limit).await,
        Some(Only::Mfa(status)) => {
            tx.rows(
                concat!(
                    "SELECT ",
                    columns!(),
                    " FROM accounts a WHERE a.organization_id = $1 AND a.mfa_status = $2 AND a.login_name > $3 \
                     ORDER BY a.login_name LIMIT $4"
                ),
                args![organization, status.as_str(), after, limit],
                read,
            )
            .await
        }
    }
}

/// Moves an account from one state to another; false when it was not in the first.
pub async fn change_state(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    from: State,
    to: State,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE accounts SET state = $1 WHERE id = $2 AND organization_id = $3 AND state = $4",
            args![to.as_str(), id, scope.organization(), from.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Puts name, login name and address on record. Another address than before is not proved.
pub async fn edit(
    tx: &mut Tx<'_>,
    (scope, id): (Scope, AccountId),
    name: &Name,
    login_name: &LoginName,
    email: Option<&Email>,
) -> Result<()> {
    tx.run(
        "UPDATE accounts SET name = $1, login_name = $2, email = $3, \
         email_proved_at = CASE WHEN email = $3 THEN email_proved_at ELSE NULL END \
         WHERE id = $4 AND organization_id = $5",
        args![
            name.as_str(),
            login_name.as_str(),
            email.map(Email::as_str),
            id,
            scope.organization()
        ],
    )
    .await?;
    search::index(tx, scope, id).await
}

/// Suspends an account, whatever it was; false when it was suspended.
pub async fn suspend(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE accounts SET state = 'suspended', was_frozen = (state = 'frozen') \
             WHERE id = $1 AND organization_id = $2 AND state <> 'suspended'",
            args![id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends a suspension; what was frozen before it is frozen again. False when there was none.
pub async fn activate(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE accounts SET state = CASE WHEN was_frozen THEN 'frozen' ELSE 'active' END, was_frozen = FALSE \
             WHERE id = $1 AND organization_id = $2 AND state = 'suspended'",
            args![id, scope.organization()],
        )
        .await?;
    Ok(rows == 1)
}

/// Deletes an account, and with it every row that is stored under it; false when it was gone.
pub async fn delete(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<bool> {
    let was = tx
        .row(
            "DELETE FROM accounts WHERE id = $1 AND organization_id = $2 RETURNING mfa_status",
            args![id, scope.organization()],
            |r| word(r, 0, MfaStatus::parse),
        )
        .await?;
    mfa_counts::moves(tx, scope, (was, None)).await?;
    Ok(was.is_some())
}

/// Deletes some accounts of an organization, which goes with them; gives how many. Nobody counts them any more.
pub async fn delete_some(tx: &mut Tx<'_>, scope: Scope, limit: u32) -> Result<u64> {
    tx.run(
        "DELETE FROM accounts WHERE organization_id = $1 AND id IN \
         (SELECT id FROM accounts WHERE organization_id = $1 LIMIT $2)",
        args![scope.organization(), limit],
    )
    .await
}

/// Says whether MFA is required of this account alone.
pub async fn require_mfa(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    required: bool,
) -> Result<()> {
    tx.run(
        "UPDATE accounts SET mfa_required = $1 WHERE id = $2 AND organization_id = $3",
        args![required, id, scope.organization()],
    )
    .await?;
    Ok(())
}

/// Switches MFA off, or on again; false when it already was. The MFA status is still to be computed.
pub async fn switch_off(tx: &mut Tx<'_>, scope: Scope, id: AccountId, off: bool) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE accounts SET switched_off = $1 WHERE id = $2 AND organization_id = $3 AND switched_off = $4",
            args![off, id, scope.organization(), !off],
        )
        .await?;
    Ok(rows == 1)
}

/// Makes units about this account's factors queue: the second of two sees what the first has done.
/// `PostgreSQL` holds the row for the transaction; on `SQLite` they queue anyway.
pub async fn lock(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<()> {
    // A column that no index is over.
    tx.run(
        "UPDATE accounts SET password_set_at = password_set_at WHERE id = $1 AND organization_id = $2",
        args![id, scope.organization()],
    )
    .await?;
    Ok(())
}

/// Says that the next set-up waits for the help desk's code, whatever the policy asks for: until something is
/// set up.
pub async fn ask_for_enrollment_code(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<()> {
    tx.run(
        "UPDATE accounts SET needs_enrollment_code = $1 WHERE id = $2 AND organization_id = $3",
        args![true, id, scope.organization()],
    )
    .await?;
    Ok(())
}

/// Computes the MFA status anew from the facts, as [`MfaStatus::of`] does. Called in every transaction
/// that changes them. Once something is set up, no enrollment code is waited for.
pub async fn refresh_mfa_status(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<()> {
    // Its row is taken before its status is read, so that no two count it from the same place.
    let before = tx
        .row(
            "UPDATE accounts SET password_set_at = password_set_at WHERE id = $1 AND organization_id = $2 \
             RETURNING mfa_status",
            args![id, scope.organization()],
            |r| word(r, 0, MfaStatus::parse),
        )
        .await?;
    let after = tx
        .row(
            "UPDATE accounts SET mfa_status = CASE WHEN email_codes_since IS NULL AND NOT EXISTS \
             (SELECT 1 FROM devices d WHERE d.account_id = accounts.id) THEN $1 \
             WHEN switched_off THEN $2 ELSE $3 END, needs_enrollment_code = needs_enrollment_code AND \
             email_codes_since IS NULL AND NOT EXISTS (SELECT 1 FROM devices d WHERE d.account_id = accounts.id) \
             WHERE id = $4 AND organization_id = $5 RETURNING mfa_status",
            args![
                MfaStatus::NotEnabled.as_str(),
                MfaStatus::Disabled.as_str(),
                MfaStatus::Enabled.as_str(),
                id,
                scope.organization()
            ],
            |r| word(r, 0, MfaStatus::parse),
        )
        .await?;
    mfa_counts::moves(tx, scope, (before, after)).await
}

/// Notes since when email codes are a second factor of the account, or that they are none any more; false
/// when it was so already. The MFA status follows by [`refresh_mfa_status`].
pub async fn set_email_codes(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    since: Option<Timestamp>,
) -> Result<bool> {
    let rows = match since {
        Some(_) => {
            tx.run(
                "UPDATE accounts SET email_codes_since = $1 \
                 WHERE id = $2 AND organization_id = $3 AND email_codes_since IS NULL AND email IS NOT NULL",
                args![since, id, scope.organization()],
            )
            .await?
        }
        None => {
            tx.run(
                "UPDATE accounts SET email_codes_since = NULL \
                 WHERE id = $1 AND organization_id = $2 AND email_codes_since IS NOT NULL",
                args![id, scope.organization()],
            )
            .await?
        }
    };
    Ok(rows == 1)
}

/// Email codes are not permitted in the organization any more: no account uses them, and the MFA status
/// of those that did is computed anew. Gives how many did.
pub async fn stop_email_codes(tx: &mut Tx<'_>, scope: Scope) -> Result<u64> {
    let stopped = tx.run(
        "UPDATE accounts SET email_codes_since = NULL, mfa_status = CASE WHEN NOT EXISTS \
         (SELECT 1 FROM devices d WHERE d.account_id = accounts.id) THEN $1 \
         WHEN switched_off THEN $2 ELSE $3 END WHERE organization_id = $4 AND email_codes_since IS NOT NULL",
        args![
            MfaStatus::NotEnabled.as_str(),
            MfaStatus::Disabled.as_str(),
            MfaStatus::Enabled.as_str(),
            scope.organization()
        ],
    )
    .await?;
    if stopped > 0 {
        mfa_counts::recount(tx, scope).await?;
    }
    Ok(stopped)
}

/// Replaces a stored hash by one of the same password with today's parameters, unless the password
/// was changed meanwhile.
pub async fn rehash(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: AccountId,
    old: &str,
    new: &str,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE accounts SET password_hash = $1 WHERE id = $2 AND organization_id = $3 AND password_hash = $4",
            args![new, id, scope.organization(), old],
        )
        .await?;
    Ok(rows == 1)
}

pub(crate) fn read(r: &Row<'_>) -> Result<Account> {
    Ok(Account {
        id: r.get(0)?,
        name: r.get(1)?,
        login_name: r.get(2)?,
        email: r.get(3)?,
        email_proved_at: r.get(4)?,
        state: word(r, 5, State::parse)?,
        mfa_status: word(r, 6, MfaStatus::parse)?,
        mfa_required: r.get(7)?,
        signed_in_at: r.get(8)?,
        switched_off: r.get(9)?,
        email_codes_since: r.get(10)?,
        language: r.get(11)?,
        time_zone: r.get(12)?,
        browser_language: r.get(13)?,
        deletion_asked_at: r.get(14)?,
    })
}
