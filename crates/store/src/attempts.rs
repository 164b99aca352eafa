//! Attempts: sign-ins and step-ups under way. Written only after a right password, or in a session.

use portcullis_core::account::State;
use portcullis_core::assurance::Proof;
use portcullis_core::branding::Branding;
use portcullis_core::credential::Kind;
use portcullis_core::credential::totp::TimeStep;
use portcullis_core::id::{
    AccountId, AttemptId, BrowserId, CredentialId, OrganizationId, SessionId,
};
use portcullis_core::policy::{AskedBy, Case, FirstProof, Policy, Requirement};
use portcullis_core::role::Scope;
use portcullis_core::sign_in::{EmailCodes, Facts, Holdings, Purpose, RecoverySet, Way};
use portcullis_core::time::{SKEW, Span, Timestamp};
use portcullis_core::token::TokenHash;

use crate::args;
use crate::brandings::read_branding;
use crate::db::{Result, Row, Tx};
use crate::devices::SealedDevice;
use crate::policies::{CASE, read_case};
use crate::sessions::{SignIn, sign_in};
use crate::stored::{json, to_json, word, word_or_none};
use crate::throttle::FactorCounter;

/// An attempt to be opened.
pub struct NewAttempt<'a> {
    /// Its id, which the page's form carries.
    pub id: AttemptId,
    /// The hash of the secret in the browser's cookie.
    pub token: TokenHash,
    /// Whose.
    pub account: AccountId,
    /// The session that steps up.
    pub session: Option<SessionId>,
    /// The browser, if the account knows it.
    pub browser: Option<BrowserId>,
    /// What was typed to sign in, to be shown on the next pages.
    pub login: &'a str,
    /// What it is for.
    pub purpose: &'a Purpose,
    /// What is proved already.
    pub proofs: &'a [Proof],
    /// Until when it is good.
    pub expires_at: Timestamp,
}

/// An attempt with all that decides how it goes on, in one read.
#[derive(Clone)]
pub struct Attempt {
    /// Its id.
    pub id: AttemptId,
    /// The hash of its secret, as it was read.
    pub token: TokenHash,
    /// The organization, found by the attempt's own secret.
    pub organization: OrganizationId,
    /// The account.
    pub account: AccountId,
    /// The session that steps up.
    pub session: Option<SessionId>,
    /// The browser, if the account knows it.
    pub browser: Option<BrowserId>,
    /// The account's last sign-in, if there was one.
    pub before: Option<SignIn>,
    /// What was typed to sign in.
    pub login: String,
    /// What it is for.
    pub purpose: Purpose,
    /// What is proved so far.
    pub facts: Facts,
    /// What the account holds.
    pub held: Holdings,
    /// The devices, with their sealed keys.
    pub devices: Vec<SealedDevice>,
    /// After a recovery code: the device whose place another is to take, once the member has said so.
    pub replaces: Option<CredentialId>,
    /// Whether the member ticked that the browser is to be remembered.
    pub remember: bool,
    /// The set of recovery codes, if there is one.
    pub recovery_set: Option<CredentialId>,
    /// What is required of the account now.
    pub requirement: Requirement,
    /// Which rule requires it.
    pub asked_by: Option<AskedBy>,
    /// What a first set-up asks for besides the password.
    pub first_proof: FirstProof,
    /// Whether the help desk took the factors away, so that its code opens the next set-up.
    pub needs_enrollment_code: bool,
    /// What the organization decides.
    pub policy: Policy,
    /// The account's state now.
    pub state: State,
    /// How the organization shows itself.
    pub branding: Branding,
    /// The organization's short name.
    pub organization_slug: String,
    /// The login name without the organization.
    pub login_name: String,
    /// The person's name.
    pub name: String,
    /// The address on record.
    pub email: Option<String>,
    /// Whether the address signs in.
    pub email_proved: bool,
    /// In which language to speak to the person, as a tag.
    pub language: Option<String>,
    /// In which zone to show times, as the time zone database names it.
    pub time_zone: Option<String>,
    /// Until when it is good.
    pub expires_at: Timestamp,
}

impl Attempt {
    /// The one organization whose rows it may touch.
    pub const fn scope(&self) -> Scope {
        Scope::of(self.organization)
    }

    /// What its tries at a second factor count in.
    pub const fn counter(&self, kind: Kind) -> FactorCounter {
        FactorCounter {
            scope: self.scope(),
            account: self.account,
            kind,
            in_known_browser: self.browser.is_some(),
        }
    }

    /// Whether the member may still choose between the ways that the organization permits, or put all of them
    /// off: at a sign-in, as long as nothing is set up.
    pub fn leaves_choice(&self) -> bool {
        let both = self.held.email.is_some_and(|email| !email.only);
        let leaves = match self.requirement {
            Requirement::Soon(_) => true,
            Requirement::SecondFactor => both,
            Requirement::IfHeld | Requirement::Device => false,
        };
        matches!(self.purpose, Purpose::Portal { .. }) && leaves && !self.held.has_factor()
    }

    /// Whether a way is one of those.
    pub fn leaves(&self, way: Way) -> bool {
        self.leaves_choice()
            && match way {
                Way::App => !self.held.email.is_some_and(|email| email.only),
                Way::Email => self.held.email.is_some(),
                Way::Later => self.may_put_off().is_some(),
            }
    }

    /// Until when the member may put off what will be required.
    pub const fn may_put_off(&self) -> Option<Timestamp> {
        match self.requirement {
            Requirement::Soon(due) => Some(due),
            _ => None,
        }
    }

    /// After a recovery code: the device whose place the new one takes. One alone needs no choice.
    pub fn replaced(&self) -> Option<CredentialId> {
        let held = |id: &CredentialId| self.devices.iter().any(|device| device.id == *id);
        match (self.replaces.filter(held), self.devices.as_slice()) {
            (Some(chosen), _) => Some(chosen),
            (None, [only]) => Some(only.id),
            (None, _) => None,
        }
    }

    /// Whether the member must still say which of several devices is to be replaced.
    pub fn lacks_replaced(&self) -> bool {
        !self.devices.is_empty() && self.replaced().is_none()
    }

    /// What is left where no mail can be sent: no email codes, and no mailed first proof. For email codes in
    /// use the help desk's code stands in.
    pub fn without_mail(&mut self) {
        self.held.without_mail();
        if !self.needs_enrollment_code {
            self.first_proof = FirstProof::of(self.policy.first_proof, false, false);
        }
    }
}

/// Opens an attempt.
pub async fn open(
    tx: &mut Tx<'_>,
    scope: Scope,
    new: &NewAttempt<'_>,
    now: Timestamp,
) -> Result<()> {
    tx.post(
        "INSERT INTO attempts (id, organization_id, account_id, session_id, token_hash, login, purpose, proofs, \
         keeps_device, started_at, expires_at, browser_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            new.id,
            scope.organization(),
            new.account,
            new.session,
            new.token.0,
            new.login,
            to_json(new.purpose)?,
            to_json(&new.proofs)?,
            false,
            now,
            new.expires_at,
            new.browser,
        ],
    )
    .await
}

/// The attempt that a handle and its secret lead to, while it is good. It needs no scope, since the
/// secret is the browser's own.
pub async fn load(
    tx: &mut Tx<'_>,
    id: AttemptId,
    token: TokenHash,
    now: Timestamp,
) -> Result<Option<Attempt>> {
    let rows = tx
        .rows(
            concat!(
                "SELECT t.organization_id, t.account_id, t.session_id, t.login, t.purpose, t.proofs, t.keeps_device, \
                 t.expires_at, a.name, a.login_name, \
                 CASE WHEN o.suspended_at IS NULL THEN a.state ELSE 'suspended' END, o.slug, o.name, t.way, a.switched_off, \
                 a.email_codes_since, a.email, a.email_proved_at, a.language, a.time_zone, s.id, s.stored_at, \
                 (SELECT COUNT(*) FROM recovery_codes c WHERE c.set_id = s.id AND c.used_at IS NULL), \
                 d.id, d.last_step, d.totp_key, b.id, a.signed_in_at, \
                 a.signed_in_address, a.signed_in_agent, t.replaces, t.remember, ",
                case_columns!("$3"),
                ", ",
                branding_columns!(),
                " FROM attempts t JOIN accounts a ON a.id = t.account_id JOIN organizations o ON o.id = t.organization_id \
                 LEFT JOIN recovery_sets s ON s.account_id = t.account_id \
                 LEFT JOIN browsers b ON b.id = t.browser_id AND b.organization_id = t.organization_id \
                 LEFT JOIN devices d ON d.account_id = t.account_id AND d.organization_id = t.organization_id \
                 WHERE t.id = $1 AND t.token_hash = $2 AND t.expires_at > $3 AND t.started_at <= $4 ORDER BY d.id"
            ),
            args![id, token.0, now, now + SKEW],
            |r| Ok((read(r, (id, token), now)?, device(r)?)),
        )
        .await?;
    let mut found: Option<Attempt> = None;
    for (attempt, device) in rows {
        let attempt = found.get_or_insert(attempt);
        attempt.devices.extend(device);
        attempt.held.devices = u64::try_from(attempt.devices.len()).unwrap_or(u64::MAX);
    }
    Ok(found)
}

/// [`crate::accounts::lock`] of the account whose attempt it is, if the secret is the attempt's. It needs no scope, since
/// the secret is the browser's own.
pub async fn lock_account(tx: &mut Tx<'_>, id: AttemptId, token: TokenHash) -> Result<()> {
    tx.post(
        "UPDATE accounts SET password_set_at = password_set_at \
         WHERE id = (SELECT account_id FROM attempts WHERE id = $1 AND token_hash = $2)",
        args![id, token.0],
    )
    .await
}

/// Adds a proof, with the tick that came with it, and changes the secret, since the attempt is worth more
/// now; false when it is gone, or another proof was first.
pub async fn add_proof(
    tx: &mut Tx<'_>,
    attempt: &Attempt,
    proof: Proof,
    token: TokenHash,
) -> Result<bool> {
    let mut proofs = attempt.facts.proofs.clone();
    proofs.push(proof);
    let rows = tx
        .run(
            "UPDATE attempts SET proofs = $1, token_hash = $2, remember = $6 \
             WHERE id = $3 AND organization_id = $4 AND token_hash = $5",
            args![
                to_json(&proofs)?,
                token.0,
                attempt.id,
                attempt.organization,
                attempt.token.0,
                attempt.remember
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Notes that the member keeps the device that a recovery code stood in for.
pub async fn keep_device(tx: &mut Tx<'_>, attempt: &Attempt) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE attempts SET keeps_device = $1 WHERE id = $2 AND organization_id = $3 AND keeps_device = $4",
            args![true, attempt.id, attempt.organization, false],
        )
        .await?;
    Ok(rows == 1)
}

/// Notes the device whose place another is to take.
pub async fn replace_device(
    tx: &mut Tx<'_>,
    attempt: &Attempt,
    device: CredentialId,
) -> Result<()> {
    tx.run(
        "UPDATE attempts SET replaces = $1 WHERE id = $2 AND organization_id = $3",
        args![device, attempt.id, attempt.organization],
    )
    .await?;
    Ok(())
}

/// Notes which way the member chose.
pub async fn choose_way(tx: &mut Tx<'_>, attempt: &Attempt, way: Way) -> Result<()> {
    tx.run(
        "UPDATE attempts SET way = $1 WHERE id = $2 AND organization_id = $3",
        args![way.as_str(), attempt.id, attempt.organization],
    )
    .await?;
    Ok(())
}

/// Gives an attempt that sets something up more time: a life counted from its start, so that no
/// repetition keeps it alive for ever.
pub async fn extend(tx: &mut Tx<'_>, attempt: &Attempt, life: Span) -> Result<()> {
    tx.run(
        "UPDATE attempts SET expires_at = started_at + $1 WHERE id = $2 AND organization_id = $3",
        args![life.as_millis(), attempt.id, attempt.organization],
    )
    .await?;
    Ok(())
}

/// Ends an attempt: true for the one caller who ended it, who alone may open what it was for.
pub async fn close(tx: &mut Tx<'_>, attempt: &Attempt) -> Result<bool> {
    let rows = tx
        .run(
            "DELETE FROM attempts WHERE id = $1 AND organization_id = $2",
            args![attempt.id, attempt.organization],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends every attempt of an account but one: what they have proved is not to be used any more.
pub async fn close_others(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    keep: Option<AttemptId>,
) -> Result<()> {
    let keep = keep.unwrap_or(AttemptId::from_bytes([0; 16]));
    tx.run(
        "DELETE FROM attempts WHERE account_id = $1 AND organization_id = $2 AND id <> $3",
        args![account, scope.organization(), keep],
    )
    .await?;
    Ok(())
}

fn read(r: &Row<'_>, (id, token): (AttemptId, TokenHash), now: Timestamp) -> Result<Attempt> {
    let case = read_case(r, 32)?;
    let Case {
        policy,
        needs_enrollment_code,
        ..
    } = case;
    let (taken_up, proved): (Option<Timestamp>, Option<Timestamp>) = (r.get(15)?, r.get(17)?);
    let email: Option<String> = r.get(16)?;
    let first_proof = if needs_enrollment_code {
        FirstProof::EnrollmentCode
    } else {
        FirstProof::of(policy.first_proof, true, email.is_some())
    };
    // To choose email is no way around the help desk's code; where it is the only channel, it stays.
    let chosen = |codes: &EmailCodes| codes.only || codes.taken_up || !needs_enrollment_code;
    let codes = EmailCodes::of(policy.channels, taken_up.is_some()).filter(chosen);
    let recovery_set: Option<CredentialId> = r.get(20)?;
    let stored: Option<Timestamp> = r.get(21)?;
    let left: u32 = r.get(22)?;
    Ok(Attempt {
        id,
        token,
        organization: r.get(0)?,
        account: r.get(1)?,
        session: r.get(2)?,
        browser: r.get(26)?,
        before: sign_in(r, 27)?,
        login: r.get(3)?,
        purpose: json(r, 4)?,
        facts: Facts {
            proofs: json(r, 5)?,
            keeps_device: r.get(6)?,
            way: word_or_none(r, 13, Way::parse)?,
        },
        held: Holdings {
            devices: 0,
            recovery: recovery_set.map(|_| RecoverySet {
                left,
                stored: stored.is_some(),
            }),
            switched_off: r.get(14)?,
            email: codes.filter(|_| email.is_some()),
            unmailed: email.is_none() && codes.is_some_and(|codes| codes.taken_up),
        },
        devices: Vec::new(),
        replaces: r.get(30)?,
        remember: r.get(31)?,
        recovery_set,
        requirement: case.requirement(now),
        asked_by: case.asked_by(now),
        first_proof,
        needs_enrollment_code,
        policy,
        state: word(r, 10, State::parse)?,
        branding: read_branding(r, 12, 32 + CASE)?,
        organization_slug: r.get(11)?,
        login_name: r.get(9)?,
        name: r.get(8)?,
        email,
        email_proved: proved.is_some(),
        language: r.get(18)?,
        time_zone: r.get(19)?,
        expires_at: r.get(7)?,
    })
}

fn device(r: &Row<'_>) -> Result<Option<SealedDevice>> {
    let Some(id) = r.get::<Option<CredentialId>>(23)? else {
        return Ok(None);
    };
    Ok(Some(SealedDevice {
        id,
        last_step: TimeStep::from_number(r.get(24)?),
        sealed: r.get(25)?,
    }))
}
