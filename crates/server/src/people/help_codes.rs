//! Codes from the help desk: issued by who may, for people they may help, each with a note how the
//! caller was verified. The agent sees the code, and nothing that signs in.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::caller::Verified;
use portcullis_core::credential::Kind;
use portcullis_core::credential::help_code::{HelpCode, HelpKind, Issued, SPOKEN_LIFE, may_issue};
use portcullis_core::credential::password::Password;
use portcullis_core::id::{AccountId, HelpCodeId, OrganizationId};
use portcullis_core::login::Realm;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Actor, Permission, Scope, rank};
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::token::Token;
use portcullis_store::Tx;
use portcullis_store::accounts::{self, Account};
use portcullis_store::devices::{self, Device};
use portcullis_store::help_codes::{self, NewHelpCode};
use portcullis_store::keys::Lookup;
use portcullis_store::profiles;
use portcullis_store::recovery_codes::{self, SetState};

use super::changes::{NotChanged, over};
use crate::app::App;
use crate::fault::Fault;
use crate::profile::end_what_it_opened;
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
    /// Whether it stands together with the other code, as [`may_issue`] says: both open the account.
    pub both: bool,
}

/// Why a code was not issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotIssued {
    /// The actor may not.
    Denied,
    /// The same agent gave the other code, as [`may_issue`] says.
    NeedsAnother,
    /// The account is frozen; it is to be unfrozen first.
    Frozen,
    /// Nothing would ask for it, as [`asks_for_enrollment`] says; or what was to be unfrozen is not frozen.
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

/// Whether something could ask an account for an enrollment code: its first set-up, where MFA is required of it (whatever
/// that asks for otherwise, after a reset code it asks for this one), or a mailed link to a new password, where
/// it has nothing but email codes.
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
        let giving = Giving {
            by: (&actor, &origin),
            account: (organization, account),
            ask: &ask,
        };
        let both = match giving.both(tx, app, found.scope).await? {
            Ok(both) => both,
            Err(why) => return Ok(Err(why)),
        };
        giving
            .put(tx, app, found.scope, (hash, until, both))
            .await?;
        Ok(Ok(both))
    };
    let issued = app.store.write(unit).await?;
    Ok(issued.map(|both| IssuedCode { code, until, both }))
}

/// Lets a frozen account be changed again, and gives a code for the next password in the same act: the one until then,
/// which somebody else may know, opens nothing any more.
pub async fn unfreeze_with_code(
    app: &App,
    actor: &Actor,
    (organization, account): (OrganizationId, AccountId),
    verified_how: Verified,
    origin: Origin,
) -> Result<Result<IssuedCode, NotIssued>, Fault> {
    let ask = AskedCode {
        kind: HelpKind::Reset,
        letter: None,
        verified_how,
    };
    let now = app.now();
    let code = HelpCode::Spoken(app.random()?);
    let (until, hash) = (now + SPOKEN_LIFE, help_hash(app, account, ask.kind, &code));
    let unknown = nobodys_password(app, organization).await?;
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let scope = match over(tx, app, &actor, (organization, account), Permission::Help).await? {
            Ok(found) if found.account.state == State::Frozen => found.scope,
            Ok(_) => return Ok(Err(NotIssued::NotAsked)),
            Err(NotChanged::Gone) => return Ok(Err(NotIssued::Gone)),
            Err(_) => return Ok(Err(NotIssued::Denied)),
        };
        let giving = Giving {
            by: (&actor, &origin),
            account: (organization, account),
            ask: &ask,
        };
        let both = match giving.both(tx, app, scope).await? {
            Ok(both) => both,
            Err(why) => return Ok(Err(why)),
        };
        accounts::change_state(tx, scope, account, State::Frozen, State::Active).await?;
        profiles::reset_password(tx, scope, account, &unknown, now).await?;
        end_what_it_opened(tx, scope, account, None, now).await?;
        let event = Event::AccountUnfrozen {
            reason: ask.verified_how.clone(),
            password_ended: true,
        };
        giving.subject(scope).write(tx, app, event, now).await?;
        giving.put(tx, app, scope, (hash, until, both)).await?;
        Ok(Ok(both))
    };
    let issued = app.store.write(unit).await?;
    Ok(issued.map(|both| IssuedCode { code, until, both }))
}

/// The hash of a password that nobody knows.
async fn nobodys_password(app: &App, organization: OrganizationId) -> Result<String, Fault> {
    let chance = Token::new(app.random()?).text();
    let password = Password::typed(chance.reveal())
        .ok_or_else(|| Fault::Broken("a token is too long for a password".to_owned()))?;
    let realm = Realm::of_organization(&organization.to_string());
    app.hashing.hash(realm, password, app.random()?).await
}

/// A code that somebody gives.
struct Giving<'a> {
    by: (&'a Actor, &'a Origin),
    account: (OrganizationId, AccountId),
    ask: &'a AskedCode,
}

impl Giving<'_> {
    fn subject(&self, scope: Scope) -> Subject {
        let (actor, origin) = self.by;
        Subject::by(Who::from(actor), scope, Some(self.account.1), origin)
    }

    /// Whether the account was given the other code too; that this one is not given is written down.
    async fn both(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        scope: Scope,
    ) -> portcullis_store::Result<Result<bool, NotIssued>> {
        let (now, (organization, account), kind) = (app.now(), self.account, self.ask.kind);
        let (issued, holds) = issued(tx, scope, account, now).await?;
        let role = rank(self.by.0, organization, now);
        if let Ok(both) = may_issue((self.by.0, role), kind, (&issued, holds), now) {
            return Ok(Ok(both));
        }
        let factor = factor(kind);
        let event = Event::CodeNotIssued { factor };
        self.subject(scope).write(tx, app, event, now).await?;
        Ok(Err(NotIssued::NeedsAnother))
    }

    async fn put(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        scope: Scope,
        (code, until, both): ([u8; 32], Timestamp, bool),
    ) -> portcullis_store::Result<()> {
        let (now, ask, who) = (app.now(), self.ask, Who::from(self.by.0));
        let new = NewHelpCode {
            id: HelpCodeId::new(now, app.random()?),
            account: self.account.1,
            kind: ask.kind,
            code,
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
        self.subject(scope).write(tx, app, event, now).await
    }
}

/// What [`may_issue`] asks about: the codes issued for an account, and whether it holds a second factor.
pub(super) async fn issued(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    now: Timestamp,
) -> portcullis_store::Result<(Vec<Issued>, bool)> {
    let issued = help_codes::issued(tx, scope, account, now).await?;
    let held = accounts::holdings(tx, scope, account).await?;
    Ok((issued, held.has_factor()))
}

/// Which proof a kind of code becomes.
const fn factor(kind: HelpKind) -> Kind {
    match kind {
        HelpKind::Enrollment => Kind::EnrollmentCode,
        HelpKind::Reset => Kind::ResetCode,
    }
}
