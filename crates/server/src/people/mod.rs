//! Accounts and invitations, as the administration and the command line make and change them.

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::credential::password::{Password, Weakness};
use portcullis_core::id::AccountId;
use portcullis_core::login::{Email, LoginName, Realm};
use portcullis_core::name::Name;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{self, Actor, Permission, Scope, scope};
use portcullis_core::time::Timestamp;
use portcullis_store::accounts::{self, NewAccount};
use portcullis_store::organizations::{self, Organization};
use portcullis_store::{Result, Tx, invitations};

use crate::app::App;
use crate::common_password::weakness;
use crate::fault::Fault;
use crate::record::Subject;

mod caller;
mod changes;
mod edit;
mod elsewhere;
mod everywhere;
mod exceptions;
mod export;
mod help_codes;
mod letters;
mod limits;
mod mailed;
mod many;
mod named;
mod one;
mod requests;

pub(crate) use caller::known_by_code;
pub use caller::{
    Caller, Heard, Reply, Said, Ways, begin_check, caller, check_of, disown, end_check, hear,
    known_caller, say_word, shows_who, waits_until,
};
pub use changes::{
    NotChanged, delete, delete_mfa, end_session, require_mfa, set_active, set_role,
    sign_out_everywhere, unfreeze, unlock,
};
pub(crate) use changes::{anywhere, end_links};
pub use edit::{NotEdited, Record, edit, mark_of, vouches_for};
pub(crate) use elsewhere::tell_places;
pub use elsewhere::{outsiders, set_role_elsewhere};
pub use everywhere::{requests_everywhere, search, waiting};
pub use exceptions::{Given, NotGiven, end_exception, exceptions, give_exception};
pub use export::{People, export};
pub use help_codes::{
    AskedCode, IssuedCode, MAX_REASON, NotIssued, asks_for_enrollment, help_hash, issue_code,
    unfreeze_with_code,
};
pub use letters::{Accepted, Letter, TypedCode, accept, invitation, invite, typed_code};
pub use limits::{Limit, Limited, limits};
pub use mailed::{Mailed, NotSent, invite_by_mail, open_invitation, revoke, send_again};
pub use many::{
    By, Change, Done, Entry, Form, Known, Line, MAX_BYTES, MAX_CHANGES, MAX_LINES, MAX_TYPED,
    NotDone, Outcome, Plan, Sheet, Unreadable, Wish, Wrong, carry_out, plan, read, text,
};
pub(crate) use named::by_names;
pub use named::named;
pub(crate) use one::in_english;
pub use one::{One, one, why, why_in_words};
pub(crate) use requests::fulfilled_by_policy;
pub use requests::{
    Asked, Request, RequestReply, answer_request, ask, ask_from_outside, own_requests, request,
    requests, wishes, withdraw,
};

/// A person to be invited or added.
#[derive(Clone, Debug)]
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
    /// An invitation was mailed less than a minute ago.
    JustMailed,
    /// The password will not do.
    Weak(Weakness),
}

/// Adds an account at once, with a password.
pub async fn create(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    (person, password): (Person, Option<Password>),
    origin: Origin,
) -> Result<Result<AccountId, NotAdded>, Fault> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization.id, Permission::ManageAccounts, now) else {
        return Ok(Err(NotAdded::Denied));
    };
    let requirement = Requirement::of_new(organization.policy, now);
    let names = [
        person.name.as_str(),
        person.login_name.as_str(),
        &organization.branding.name,
        &organization.slug,
        "portcullis",
    ];
    let password = match checked(
        password,
        organization.policy.shortest_password(requirement),
        &names,
        person.email.as_ref().map(Email::as_str),
    ) {
        Ok(password) => password,
        Err(weak) => return Ok(Err(NotAdded::Weak(weak))),
    };
    let realm = Realm::of_organization(&organization.slug);
    let hash = app.hashing.hash(realm, password, app.random()?).await?;
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
        let vouched = vouches_in(tx, &actor, scope, now).await?
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

/// Checks a new password: at least so many code points, no name, not on the list.
pub(crate) fn checked(
    password: Option<Password>,
    shortest: usize,
    names: &[&str],
    email: Option<&str>,
) -> Result<Password, Weakness> {
    let password = password.ok_or(Weakness::TooLong)?;
    let local = email
        .and_then(|email| email.parse::<Email>().ok())
        .map(|email| email.local_part().to_owned());
    let mut names = names.to_vec();
    names.extend(local.as_deref());
    match weakness(&password, shortest, &names) {
        Some(weak) => Err(weak),
        None => Ok(password),
    }
}

/// [`vouches`], for a unit that then writes it: no second organization is made until it has.
async fn vouches_in(tx: &mut Tx<'_>, actor: &Actor, scope: Scope, now: Timestamp) -> Result<bool> {
    organizations::lock(tx, scope).await?;
    vouches(tx, actor, now).await
}

/// Whether an address that this actor gives counts as proved (product.md: Words).
async fn vouches(tx: &mut Tx<'_>, actor: &Actor, now: Timestamp) -> Result<bool> {
    if role::instance(actor, now).is_ok() {
        return Ok(true);
    }
    let two = organizations::list(tx, "", 2).await?;
    Ok(matches!(actor, Actor::Person { .. }) && two.len() == 1)
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
            if role::instance(actor, now).is_ok() && accounts::is_proved(tx, email).await? =>
        {
            Ok(Some(NotAdded::EmailTaken))
        }
        _ => Ok(None),
    }
}
