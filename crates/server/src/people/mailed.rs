//! Mailed invitations: a link to the invited address, good for three days, once. It can be sent again,
//! which ends the link before it, and any open invitation can be taken back.

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::InvitationId;
use portcullis_core::invitation::{MAILED_LIFE, SEND_AGAIN_AFTER};
use portcullis_core::login::{Email, LoginName};
use portcullis_core::role::{Actor, Permission, Scope, scope};
use portcullis_core::time::Timestamp;
use portcullis_core::token::Token;
use portcullis_pages::mail::InvitationMail;
use portcullis_store::invitations::{self, Invitation};
use portcullis_store::organizations::{self, Organization};
use portcullis_store::{Result, Tx};

use super::letters::{Inviting, offer};
use super::{NotAdded, Person, taken};
use crate::app::App;
use crate::fault::Fault;
use crate::mail::{self, Recipient};
use crate::record::Subject;

/// A mailed invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mailed {
    /// Until when it is good.
    pub until: Timestamp,
}

/// Why nothing was sent or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSent {
    /// The actor may not.
    Denied,
    /// There is no such open invitation, or it is on paper.
    Gone,
    /// The last mail went out less than a minute ago.
    TooSoon,
}

/// Invites somebody by mail; an earlier invitation for the same login name ends. The caller has made
/// sure that mail can be sent.
pub async fn invite_by_mail(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    (person, email): (Person, Email),
    origin: Origin,
) -> Result<Result<Mailed, NotAdded>, Fault> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization.id, Permission::Invite, now) else {
        return Ok(Err(NotAdded::Denied));
    };
    let (app_, actor_) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        // Two who invite at a time queue here, so that the second sees what the first has mailed.
        organizations::lock(tx, scope).await?;
        if let Some(taken) = taken(tx, &actor_, scope, &person, now).await? {
            return Ok(Err(taken));
        }
        if just_mailed(tx, scope, (&person.login_name, &email), now).await? {
            return Ok(Err(NotAdded::JustMailed));
        }
        let inviting = Inviting::by(tx, &app_, (&actor_, scope, &origin)).await?;
        Ok(Ok(by_mail(tx, &app_, &inviting, (&person, &email)).await?))
    };
    Ok(app.store.write(unit).await?)
}

/// Whether the last mail went out less than a minute ago: nobody's mailbox is filled by inviting, taking back and
/// inviting again.
pub(super) async fn just_mailed(
    tx: &mut Tx<'_>,
    scope: Scope,
    whom: (&LoginName, &Email),
    now: Timestamp,
) -> Result<bool> {
    invitations::was_mailed(tx, scope, whom, now - SEND_AGAIN_AFTER).await
}

/// Invites somebody by mail, within a unit of work that has made sure that the login name is free.
pub(super) async fn by_mail(
    tx: &mut Tx<'_>,
    app: &App,
    inviting: &Inviting<'_>,
    (person, email): (&Person, &Email),
) -> Result<Mailed> {
    let (until, token) = (app.now() + MAILED_LIFE, Token::new(app.random()?));
    let person = Person {
        email: Some(email.clone()),
        ..person.clone()
    };
    let key = (token.hash().0, true);
    offer(tx, app, inviting, (&person, key, until)).await?;
    let to = (email.as_str(), person.name.as_str());
    let place = (inviting.scope, inviting.origin);
    send(tx, app, place, (to, &token, until)).await?;
    Ok(Mailed { until })
}

/// An open invitation of an organization.
pub async fn open_invitation(
    app: &App,
    scope: Scope,
    id: InvitationId,
) -> Result<Option<Invitation>, Fault> {
    let now = app.now();
    let look = async move |tx: &mut Tx<'_>| invitations::find(tx, scope, id, now).await;
    Ok(app.store.read(look).await?)
}

/// Mails another link; the one before opens nothing from now on.
pub async fn send_again(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    id: InvitationId,
    origin: Origin,
) -> Result<Result<Mailed, NotSent>, Fault> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization.id, Permission::Invite, now) else {
        return Ok(Err(NotSent::Denied));
    };
    let until = now + MAILED_LIFE;
    let (app_, who, token) = (app.clone(), Who::from(actor), Token::new(app.random()?));
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let found = invitations::find(tx, scope, id, now).await?;
        let Some(open) = found.filter(|one| one.mailed_at.is_some()) else {
            return Ok(Err(NotSent::Gone));
        };
        let Some(email) = &open.email else {
            return Ok(Err(NotSent::Gone));
        };
        let before = now - SEND_AGAIN_AFTER;
        let link = (token.hash(), until);
        if !invitations::send_again(tx, scope, id, link, (now, before)).await? {
            return Ok(Err(NotSent::TooSoon));
        }
        let login_name = open.login_name.clone();
        let event = Event::InvitationSentAgain { login_name, until };
        Subject::by(who.clone(), scope, None, &origin)
            .write(tx, app, event, now)
            .await?;
        let to = (email.as_str(), open.name.as_str());
        send(tx, app, (scope, &origin), (to, &token, until)).await?;
        Ok(Ok(Mailed { until }))
    };
    Ok(app.store.write(unit).await?)
}

/// Takes an open invitation back, on paper or mailed.
pub async fn revoke(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    id: InvitationId,
    origin: Origin,
) -> Result<Result<(), NotSent>, Fault> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization.id, Permission::Invite, now) else {
        return Ok(Err(NotSent::Denied));
    };
    let (app_, who) = (app.clone(), Who::from(actor));
    let unit = async move |tx: &mut Tx<'_>| {
        let Some(open) = invitations::find(tx, scope, id, now).await? else {
            return Ok(Err(NotSent::Gone));
        };
        if !invitations::revoke(tx, scope, id, now).await? {
            return Ok(Err(NotSent::Gone));
        }
        let login_name = open.login_name;
        let event = Event::InvitationRevoked { login_name };
        Subject::by(who.clone(), scope, None, &origin)
            .write(tx, &app_, event, now)
            .await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

async fn send(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, origin): (Scope, &Origin),
    ((address, name), token, until): ((&str, &str), &Token, Timestamp),
) -> Result<()> {
    let to = Recipient {
        scope,
        account: None,
        address: address.to_owned(),
        language: origin.language,
    };
    let invitation = InvitationMail {
        name: name.to_owned(),
        token: token.text(),
        until,
    };
    mail::queue(tx, app, &to, &invitation).await
}
