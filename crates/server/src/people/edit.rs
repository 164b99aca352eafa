//! What is on record about somebody, changed by an administrator or at the command line: the name, the login name,
//! the address. Not by the help desk: whoever sets an address can have a new password mailed to it. An address
//! given so is proved only where it is vouched for, and the one before is told (product.md: Words, Notices).

use data_encoding::HEXLOWER;
use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::{AccountId, OrganizationId};
use portcullis_core::link::Purpose;
use portcullis_core::login::{Email, LoginName};
use portcullis_core::name::Name;
use portcullis_core::role::{Actor, Permission};
use portcullis_store::accounts::Account;
use portcullis_store::{Error, Result, Tx, accounts, attempts, invitations, links};
use sha2::{Digest, Sha256};

use super::changes::{NotChanged, over};
use super::{vouches, vouches_in};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// What is to be on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The person's name.
    pub name: Name,
    /// The login name in the organization.
    pub login_name: LoginName,
    /// The address, if there is one.
    pub email: Option<Email>,
}

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotEdited {
    /// As for every change; nothing else than before was given is [`NotChanged::AlreadySo`].
    Unchanged(NotChanged),
    /// Somebody of the organization has the login name.
    LoginNameTaken,
    /// The address signs another account in. Told only to those who see the whole instance.
    EmailTaken,
}

/// What stands for all that is on record about somebody.
pub fn mark_of(account: &Account) -> String {
    let mut hash = Sha256::new();
    let email = account.email.as_deref().unwrap_or_default();
    for part in [&account.name, &account.login_name, email] {
        hash.update(part);
        // None of them has a line break.
        hash.update("\n");
    }
    HEXLOWER.encode(&hash.finalize())
}

/// Puts something else on record about somebody. `seen` is the [`mark_of`] of what was looked at before, where somebody did:
/// what another has put there since isn't overwritten.
pub async fn edit(
    app: &App,
    actor: &Actor,
    whose: (OrganizationId, AccountId),
    (record, seen): (Record, Option<String>),
    origin: Origin,
) -> std::result::Result<std::result::Result<(), NotEdited>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        edited(
            tx,
            &app_,
            (&actor, &origin),
            (whose, &record),
            seen.as_deref(),
        )
        .await
    };
    match app.store.write(unit).await {
        // Somebody else took the login name, or proved the address, at this very moment.
        Err(Error::Conflict(_)) => Ok(Err(NotEdited::LoginNameTaken)),
        done => Ok(done?),
    }
}

/// The same within a unit of work.
pub(super) async fn edited(
    tx: &mut Tx<'_>,
    app: &App,
    (actor, origin): (&Actor, &Origin),
    (whose, record): ((OrganizationId, AccountId), &Record),
    seen: Option<&str>,
) -> Result<std::result::Result<(), NotEdited>> {
    let now = app.now();
    let found = match over(tx, app, actor, whose, Permission::ManageAccounts).await? {
        Ok(found) => found,
        Err(why) => return Ok(Err(NotEdited::Unchanged(why))),
    };
    let (scope, id, before) = (found.scope, whose.1, found.account);
    if before.state == State::Frozen {
        return Ok(Err(NotEdited::Unchanged(NotChanged::Frozen)));
    }
    let subject = Subject::by(Who::from(actor), scope, Some(id), origin);
    let moved = before.email.as_deref() != record.email.as_ref().map(Email::as_str);
    let mut events = changes(&before, record);
    if events.is_empty() && !moved {
        return Ok(Err(NotEdited::Unchanged(NotChanged::AlreadySo)));
    }
    if seen.is_some_and(|seen| seen != mark_of(&before)) {
        return Ok(Err(NotEdited::Unchanged(NotChanged::Stale)));
    }
    let other = accounts::by_login_name(tx, scope, &record.login_name).await?;
    if other.is_some_and(|other| other.id != id) {
        return Ok(Err(NotEdited::LoginNameTaken));
    }
    let vouched = moved && vouches_in(tx, actor, scope, now).await?;
    if let Some(email) = record.email.as_ref().filter(|_| vouched)
        && accounts::is_proved(tx, email).await?
    {
        return Ok(Err(NotEdited::EmailTaken));
    }
    let (name, login) = (&record.name, &record.login_name);
    accounts::edit(tx, (scope, id), name, login, record.email.as_ref()).await?;
    if before.login_name != login.as_str() {
        // Nobody else can come by this name.
        invitations::end_for(tx, scope, login, now).await?;
    }
    if moved {
        let proved = vouched && accounts::prove_email(tx, scope, id, now).await?;
        // What was under way to or from the address before is over.
        links::end_all(tx, scope, id, Purpose::Address).await?;
        links::end_all(tx, scope, id, Purpose::Reset).await?;
        attempts::close_others(tx, scope, id, None).await?;
        events.push(Event::AddressSet {
            from: before.email.clone(),
            to: record.email.as_ref().map(|email| email.as_str().to_owned()),
            proved,
        });
    }
    for event in events {
        subject.write(tx, app, event, now).await?;
    }
    Ok(Ok(()))
}

/// Whether an address that the actor gives now would be proved by it.
pub async fn vouches_for(app: &App, actor: &Actor) -> std::result::Result<bool, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| vouches(tx, &actor, app_.now()).await;
    Ok(app.store.read(unit).await?)
}

/// What changes besides the address.
fn changes(before: &Account, record: &Record) -> Vec<Event> {
    let mut events = Vec::new();
    if before.name != record.name.as_str() {
        events.push(Event::NameChanged {
            from: before.name.clone(),
            to: record.name.as_str().to_owned(),
        });
    }
    if before.login_name != record.login_name.as_str() {
        events.push(Event::LoginNameChanged {
            from: before.login_name.clone(),
            to: record.login_name.as_str().to_owned(),
        });
    }
    events
}
