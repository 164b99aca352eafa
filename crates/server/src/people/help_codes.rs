//! Codes from the help desk: issued by who may, for people they may help, each with a note how the
//! caller was verified. The agent sees the code, and nothing that signs in.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::caller::Verified;
use portcullis_core::credential::Kind;
use portcullis_core::credential::help_code::{HelpCode, HelpKind, SPOKEN_LIFE, may_issue};
use portcullis_core::id::{AccountId, HelpCodeId, OrganizationId};
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Actor, Permission, rank};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::Tx;
use portcullis_store::accounts::Account;
use portcullis_store::devices::{self, Device};
use portcullis_store::help_codes::{self, NewHelpCode};
use portcullis_store::keys::Lookup;
use portcullis_store::recovery_codes::{self, SetState};

use super::changes::{NotChanged, over};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// The longest note how a caller was verified, in characters.
pub const MAX_REASON: usize = 300;

/// A code that is asked for.
#[derive(Clone)]
pub struct AskedCode {
    /// What it is to open.
    pub kind: HelpKind,
    /// For how long it is good on paper; `None` where it is read out.
    pub letter: Option<Span>,
    /// How the agent knows who is asking.
    pub verified_how: Verified,
}

/// A code that was issued.
pub struct IssuedCode {
    /// The code, shown once.
    pub code: HelpCode,
    /// Until when it is good.
    pub until: Timestamp,
    /// Whether the account was given the other code within a day, or has it on a letter: both together open it.
    pub both: bool,
}

/// Why a code was not issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotIssued {
    /// The actor may not.
    Denied,
    /// The same agent gave the other code within a day, or on a letter that is still good.
    NeedsAnother,
    /// The account is frozen; it is to be unfrozen first.
    Frozen,
    /// Nothing would ask for it, as [`asks_for_enrollment`] says.
    NotAsked,
    /// The account is gone.
    Gone,
}

/// The hash under which a code of the help desk is kept: it counts for one account alone.
pub fn help_hash(app: &App, account: AccountId, kind: HelpKind, code: &HelpCode) -> [u8; 32] {
    let said = [
        account.as_bytes().as_slice(),
        kind.as_str().as_bytes(),
        b"\0",
        code.as_bytes(),
    ]
    .concat();
    app.masters.lookup(Lookup::HelpCode, &said)
}

/// Whether something could ask an account for an enrollment code: its first set-up, where MFA is required
/// of it, or a mailed link to a new password, where it has nothing but email codes.
pub fn asks_for_enrollment(
    requirement: Requirement,
    account: &Account,
    (devices, recovery): (&[Device], Option<&SetState>),
) -> bool {
    let by_email = account.email_codes_since.is_some();
    devices.is_empty() && recovery.is_none() && (requirement.is_asked() || by_email)
}

/// Issues a code for an account. One of its kind that was open ends.
pub async fn issue_code(
    app: &App,
    actor: &Actor,
    (organization, account): (OrganizationId, AccountId),
    ask: AskedCode,
    origin: Origin,
) -> Result<Result<IssuedCode, NotIssued>, Fault> {
    let now = app.now();
    let code = match ask.letter {
        Some(_) => HelpCode::Letter(app.random()?),
        None => HelpCode::Spoken(app.random()?),
    };
    let life = ask.letter.unwrap_or(SPOKEN_LIFE);
    let (until, hash) = (now + life, help_hash(app, account, ask.kind, &code));
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        // Two agents at a time queue here, so that the second sees what the first has issued.
        let found = match over(tx, app, &actor, (organization, account), Permission::Help).await? {
            Ok(found) => found,
            Err(NotChanged::Gone) => return Ok(Err(NotIssued::Gone)),
            Err(_) => return Ok(Err(NotIssued::Denied)),
        };
        let scope = found.scope;
        if found.account.state == State::Frozen {
            return Ok(Err(NotIssued::Frozen));
        }
        if ask.kind == HelpKind::Enrollment {
            let devices = devices::list(tx, scope, account).await?;
            let recovery = recovery_codes::state(tx, scope, account).await?;
            let held = (devices.as_slice(), recovery.as_ref());
            if !asks_for_enrollment(found.requirement, &found.account, held) {
                return Ok(Err(NotIssued::NotAsked));
            }
        }
        let role = rank(&actor, organization, now);
        let who = Who::from(&actor);
        let subject = Subject::by(who.clone(), scope, Some(account), &origin);
        let issued = help_codes::issued_lately(tx, scope, account, now).await?;
        let Ok(both) = may_issue((&actor, role), ask.kind, &issued, now) else {
            let event = Event::CodeNotIssued {
                factor: factor(ask.kind),
            };
            subject.write(tx, app, event, now).await?;
            return Ok(Err(NotIssued::NeedsAnother));
        };
        let new = NewHelpCode {
            id: HelpCodeId::new(now, app.random()?),
            account,
            kind: ask.kind,
            code: hash,
            letter: ask.letter.is_some(),
            expires_at: until,
            issued_by: &who,
            verified_how: &ask.verified_how.stored(),
        };
        help_codes::issue(tx, scope, &new, now).await?;
        let (verified_how, letter) = (ask.verified_how.clone(), ask.letter.is_some());
        let event = match ask.kind {
            HelpKind::Enrollment => Event::EnrollmentCodeIssued {
                verified_how,
                letter,
                until,
                with_reset: both,
            },
            HelpKind::Reset => Event::ResetCodeIssued {
                verified_how,
                letter,
                until,
                with_enrollment: both,
            },
        };
        subject.write(tx, app, event, now).await?;
        Ok(Ok(both))
    };
    let issued = app.store.write(unit).await?;
    Ok(issued.map(|both| IssuedCode { code, until, both }))
}

/// Which proof a kind of code becomes.
const fn factor(kind: HelpKind) -> Kind {
    match kind {
        HelpKind::Enrollment => Kind::EnrollmentCode,
        HelpKind::Reset => Kind::ResetCode,
    }
}
