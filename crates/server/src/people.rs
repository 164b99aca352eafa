//! Accounts and invitations, as the administration and the command line make and change them.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::credential::password::{Password, Weakness};
use portcullis_core::id::{AccountId, InvitationId};
use portcullis_core::invitation::InvitationCode;
use portcullis_core::login::{Email, LoginName, counted_as};
use portcullis_core::name::Name;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Actor, Permission, Role, Scope, highest, scope};
use portcullis_core::sign_in::Purpose;
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::accounts::{self, Account, NewAccount};
use portcullis_store::invitations::{self, Invitation, NewInvitation};
use portcullis_store::keys::Lookup;
use portcullis_store::organizations::{self, Organization};
use portcullis_store::{Error, Result, Tx, attempts, sessions, throttle};

use crate::app::App;
use crate::common_password::weakness;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{Opening, Progress, open_after_password};

/// A person to be invited or added.
#[derive(Clone)]
pub struct Person {
    /// The person's name.
    pub name: Name,
    /// The login name in the organization.
    pub login_name: LoginName,
    /// The email address.
    pub email: Option<Email>,
}

/// Why somebody can't be invited or added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// The actor may not.
    Denied,
    /// The login name is taken in the organization.
    LoginNameTaken,
    /// The address signs another account in. Told only to those who see the whole instance.
    EmailTaken,
    /// The password will not do.
    Weak(Weakness),
}

/// A printed invitation.
pub struct Letter {
    /// The code, shown once.
    pub code: InvitationCode,
    /// Until when it is good.
    pub until: Timestamp,
}

/// What became of an acceptance.
pub enum Accepted {
    /// The account exists; its first sign-in is under way.
    Progress(Progress),
    /// The invitation is used, ended or unknown.
    Gone,
    /// The password will not do.
    Weak(Weakness),
}

/// The hash under which an invitation is looked up.
pub fn invitation_hash(app: &App, code: &InvitationCode) -> [u8; 32] {
    app.masters.lookup(Lookup::Invitation, code.as_bytes())
}

/// Invites somebody on paper; an earlier invitation for the same login name ends.
pub async fn invite(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    person: Person,
    life: Span,
    origin: Origin,
) -> Result<Result<Letter, NotAdded>, Fault> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization.id, Permission::Invite, now) else {
        return Ok(Err(NotAdded::Denied));
    };
    let code = InvitationCode::new(app.random()?);
    let until = now + life;
    let (app_, actor_, code_hash) = (app.clone(), actor.clone(), invitation_hash(app, &code));
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let vouched = vouches(tx, &actor_, scope, now).await?;
        if let Some(taken) = taken(tx, &actor_, scope, &person, now).await? {
            return Ok(Some(taken));
        }
        invitations::end_for(tx, scope, &person.login_name, now).await?;
        let new = NewInvitation {
            id: InvitationId::new(now, app.random()?),
            code: code_hash,
            name: person.name.clone(),
            login_name: person.login_name.clone(),
            email: person.email.clone(),
            email_vouched: vouched && person.email.is_some(),
            expires_at: until,
        };
        invitations::add(tx, scope, &new, now).await?;
        let event = Event::Invited {
            login_name: person.login_name.as_str().to_owned(),
            until,
        };
        Subject::by(Who::from(&actor_), scope, None, &origin)
            .write(tx, app, event, now)
            .await?;
        Ok(None)
    };
    Ok(match app.store.write(unit).await? {
        Some(not_added) => Err(not_added),
        None => Ok(Letter { code, until }),
    })
}

/// The invitation of a code, while it is open.
pub async fn invitation(app: &App, code: &InvitationCode) -> Result<Option<Invitation>, Fault> {
    let (hash, now) = (invitation_hash(app, code), app.now());
    Ok(app
        .store
        .read(async move |tx| invitations::by_code(tx, hash, now).await)
        .await?)
}

/// Accepts an invitation: the account comes to be, with the password, and its first sign-in begins.
pub async fn accept(
    app: &App,
    code: &InvitationCode,
    password: Option<Password>,
    opening: Opening,
) -> Result<Accepted, Fault> {
    let Some(invitation) = invitation(app, code).await? else {
        return Ok(Accepted::Gone);
    };
    let requirement = Requirement::of(invitation.rule, false, Role::Member);
    let names = [
        invitation.name.as_str(),
        &invitation.login_name,
        &invitation.organization_name,
        &invitation.organization_slug,
        "portcullis",
    ];
    let password = match checked(password, requirement, &names, invitation.email.as_deref()) {
        Ok(password) => password,
        Err(weak) => return Ok(Accepted::Weak(weak)),
    };
    let app = app.clone();
    let task = tokio::spawn(async move {
        let hash = app.hashing.hash(password, app.random()?).await?;
        match become_account(&app, &invitation, &hash, &opening, true).await {
            // The address was proved by somebody else at this very moment: it stays unproved.
            Err(Error::Conflict(_)) => {
                Ok(become_account(&app, &invitation, &hash, &opening, false).await?)
            }
            done => Ok(done?),
        }
    });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

async fn become_account(
    app: &App,
    invitation: &Invitation,
    hash: &str,
    opening: &Opening,
    prove: bool,
) -> Result<Accepted> {
    let (app_, invitation, hash, opening) = (
        app.clone(),
        invitation.clone(),
        hash.to_owned(),
        opening.clone(),
    );
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let scope = Scope::of(invitation.organization);
        if !invitations::spend(tx, scope, invitation.id, now).await? {
            return Ok(Accepted::Gone);
        }
        let new = NewAccount {
            id: AccountId::new(now, app.random()?),
            name: stored(Name::parse(&invitation.name))?,
            login_name: stored(invitation.login_name.parse())?,
            email: invitation
                .email
                .as_deref()
                .map(|email| stored(email.parse()))
                .transpose()?,
            password_hash: hash.clone(),
        };
        if !accounts::add(tx, scope, &new, now).await? {
            return Ok(Accepted::Gone); // the login name was given away meanwhile
        }
        let vouched = prove
            && invitation.email_vouched
            && accounts::prove_email(tx, scope, new.id, now).await?;
        let event = Event::InvitationAccepted {
            login_name: invitation.login_name.clone(),
            email_vouched: vouched,
        };
        Subject::own(scope, new.id, &opening.origin)
            .write(tx, app, event, now)
            .await?;
        let login = format!("{}@{}", invitation.login_name, invitation.organization_slug);
        let purpose = Purpose::Portal { return_to: None };
        let progress =
            open_after_password(tx, app, scope, (new.id, &login), &purpose, &opening).await?;
        Ok(Accepted::Progress(progress))
    };
    app.store.write(unit).await
}

/// Adds an account at once, with a password.
pub async fn create(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    person: Person,
    password: Option<Password>,
    origin: Origin,
) -> Result<Result<AccountId, NotAdded>, Fault> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization.id, Permission::ManageAccounts, now) else {
        return Ok(Err(NotAdded::Denied));
    };
    let requirement = Requirement::of(organization.rule, false, Role::Member);
    let names = [
        person.name.as_str(),
        person.login_name.as_str(),
        &organization.name,
        &organization.slug,
        "portcullis",
    ];
    let password = match checked(
        password,
        requirement,
        &names,
        person.email.as_ref().map(Email::as_str),
    ) {
        Ok(password) => password,
        Err(weak) => return Ok(Err(NotAdded::Weak(weak))),
    };
    let hash = app.hashing.hash(password, app.random()?).await?;
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        if let Some(taken) = taken(tx, &actor, scope, &person, now).await? {
            return Ok(Err(taken));
        }
        let new = NewAccount {
            id: AccountId::new(now, app.random()?),
            name: person.name.clone(),
            login_name: person.login_name.clone(),
            email: person.email.clone(),
            password_hash: hash.clone(),
        };
        if !accounts::add(tx, scope, &new, now).await? {
            return Ok(Err(NotAdded::LoginNameTaken));
        }
        invitations::end_for(tx, scope, &person.login_name, now).await?;
        let vouched = vouches(tx, &actor, scope, now).await?
            && accounts::prove_email(tx, scope, new.id, now).await?;
        let event = Event::AccountCreated {
            login_name: person.login_name.as_str().to_owned(),
            email_vouched: vouched,
        };
        Subject::by(Who::from(&actor), scope, Some(new.id), &origin)
            .write(tx, app, event, now)
            .await?;
        Ok(Ok(new.id))
    };
    Ok(app.store.write(unit).await?)
}

/// Suspends or activates an account; false when it was so already. A suspended account's sessions
/// and attempts are gone in the same transaction.
pub async fn set_active(
    app: &App,
    actor: &Actor,
    scope: Scope,
    account: AccountId,
    active: bool,
) -> Result<bool, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (from, to, event) = if active {
            (State::Suspended, State::Active, Event::AccountActivated)
        } else {
            (State::Active, State::Suspended, Event::AccountSuspended)
        };
        if !accounts::change_state(tx, scope, account, from, to).await? {
            return Ok(false);
        }
        if !active {
            // Attempts first: one that is opening a session this moment holds its row until the
            // session is there to be ended.
            attempts::close_others(tx, scope, account, None).await?;
            sessions::end_others(tx, scope, account, None).await?;
        }
        Subject::by(Who::from(&actor), scope, Some(account), &Origin::default())
            .write(tx, app, event, now)
            .await?;
        Ok(true)
    };
    Ok(app.store.write(unit).await?)
}

/// Lifts every lock-out of an account: delays of its logins, delays and suspensions of its factors.
pub async fn unlock(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    account: &Account,
) -> Result<(), Fault> {
    let typed = [
        Some(format!("{}@{}", account.login_name, organization.slug)),
        account.email.clone(),
    ];
    let counters: Vec<[u8; 32]> = typed
        .iter()
        .flatten()
        .map(|login| {
            app.masters
                .lookup(Lookup::Login, counted_as(login).as_bytes())
        })
        .collect();
    let (app_, actor, scope, id) = (
        app.clone(),
        actor.clone(),
        Scope::of(organization.id),
        account.id,
    );
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        for counter in &counters {
            throttle::forget_login(tx, *counter).await?;
        }
        throttle::forget_factors(tx, scope, id).await?;
        Subject::by(Who::from(&actor), scope, Some(id), &Origin::default())
            .write(tx, app, Event::AccountUnlocked, now)
            .await
    };
    Ok(app.store.write(unit).await?)
}

/// Says whether MFA is required of one account, whatever the policy says.
pub async fn require_mfa(
    app: &App,
    actor: &Actor,
    scope: Scope,
    account: AccountId,
    required: bool,
) -> Result<(), Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        accounts::require_mfa(tx, scope, account, required).await?;
        Subject::by(Who::from(&actor), scope, Some(account), &Origin::default())
            .write(tx, app, Event::MfaRequired { required }, now)
            .await
    };
    Ok(app.store.write(unit).await?)
}

/// Checks a new password: long enough for what is required, no name, not on the list.
pub(crate) fn checked(
    password: Option<Password>,
    requirement: Requirement,
    names: &[&str],
    email: Option<&str>,
) -> Result<Password, Weakness> {
    let password = password.ok_or(Weakness::TooLong)?;
    let local = email
        .and_then(|email| email.parse::<Email>().ok())
        .map(|email| email.local_part().to_owned());
    let mut names = names.to_vec();
    names.extend(local.as_deref());
    match weakness(&password, requirement.shortest_password(), &names) {
        Some(weak) => Err(weak),
        None => Ok(password),
    }
}

/// Whether an address that this actor gives counts as proved (product.md: Words).
async fn vouches(tx: &mut Tx<'_>, actor: &Actor, scope: Scope, now: Timestamp) -> Result<bool> {
    if sees_instance(actor, scope, now) {
        return Ok(true);
    }
    let two = organizations::list(tx, "", 2).await?;
    Ok(matches!(actor, Actor::Person { .. }) && two.len() == 1)
}

fn sees_instance(actor: &Actor, scope: Scope, now: Timestamp) -> bool {
    match actor {
        Actor::Operator(_) | Actor::System => true,
        Actor::Person { grants, .. } => highest(grants, scope.organization(), now) == Role::Owner,
        Actor::Nobody => false,
    }
}

async fn taken(
    tx: &mut Tx<'_>,
    actor: &Actor,
    scope: Scope,
    person: &Person,
    now: Timestamp,
) -> Result<Option<NotAdded>> {
    if accounts::by_login_name(tx, scope, &person.login_name)
        .await?
        .is_some()
    {
        return Ok(Some(NotAdded::LoginNameTaken));
    }
    match &person.email {
        Some(email)
            if sees_instance(actor, scope, now) && accounts::is_proved(tx, email).await? =>
        {
            Ok(Some(NotAdded::EmailTaken))
        }
        _ => Ok(None),
    }
}

fn stored<T, E: std::fmt::Display>(parsed: std::result::Result<T, E>) -> Result<T> {
    parsed.map_err(|e| Error::Shape(format!("an invitation holds what can't be: {e}")))
}
