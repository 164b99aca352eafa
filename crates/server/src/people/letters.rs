//! Invitations: made on paper by who may, and accepted once, on paper or by mail.

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::credential::password::{Password, Weakness};
use portcullis_core::id::{AccountId, InvitationId};
use portcullis_core::invitation::{InvitationCode, InvitationKey};
use portcullis_core::login::Realm;
use portcullis_core::name::Name;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Actor, Permission, Scope, scope};
use portcullis_core::sign_in::Purpose;
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::accounts::{self, NewAccount};
use portcullis_store::address_failures::Tried;
use portcullis_store::invitations::{self, Invitation, NewInvitation};
use portcullis_store::keys::Lookup;
use portcullis_store::organizations::Organization;
use portcullis_store::{Error, Result, Tx};

use super::{NotAdded, Person, checked, taken, vouches_in};
use crate::address;
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{Beginning, Progress, open_after_password};

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
    (person, life): (Person, Span),
    origin: Origin,
) -> Result<Result<Letter, NotAdded>, Fault> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization.id, Permission::Invite, now) else {
        return Ok(Err(NotAdded::Denied));
    };
    let (app_, actor_) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        if let Some(taken) = taken(tx, &actor_, scope, &person, now).await? {
            return Ok(Err(taken));
        }
        let inviting = Inviting::by(tx, &app_, (&actor_, scope, &origin)).await?;
        Ok(Ok(on_paper(tx, &app_, &inviting, (&person, life)).await?))
    };
    Ok(app.store.write(unit).await?)
}

/// Who invites, whereto and from where.
pub(super) struct Inviting<'a> {
    /// The actor.
    pub actor: &'a Actor,
    /// The organization.
    pub scope: Scope,
    /// Where the request came from.
    pub origin: &'a Origin,
    /// Whether an address that this actor gives counts as proved.
    pub vouched: bool,
}

impl<'a> Inviting<'a> {
    /// Finds out whether the actor vouches for addresses.
    pub async fn by(
        tx: &mut Tx<'_>,
        app: &App,
        (actor, scope, origin): (&'a Actor, Scope, &'a Origin),
    ) -> Result<Self> {
        Ok(Self {
            actor,
            scope,
            origin,
            vouched: vouches_in(tx, actor, scope, app.now()).await?,
        })
    }
}

/// Invites somebody on paper, within a unit of work that has made sure that the login name is free.
pub(super) async fn on_paper(
    tx: &mut Tx<'_>,
    app: &App,
    inviting: &Inviting<'_>,
    (person, life): (&Person, Span),
) -> Result<Letter> {
    let code = InvitationCode::new(app.random()?);
    let until = app.now() + life;
    let key = (invitation_hash(app, &code), false);
    offer(tx, app, inviting, (person, key, until)).await?;
    Ok(Letter { code, until })
}

/// Puts an invitation in the place of those that are open for the login name; by its key, and whether that is mailed.
pub(super) async fn offer(
    tx: &mut Tx<'_>,
    app: &App,
    inviting: &Inviting<'_>,
    (person, (key, mailed), until): (&Person, ([u8; 32], bool), Timestamp),
) -> Result<()> {
    let (now, scope) = (app.now(), inviting.scope);
    invitations::end_for(tx, scope, &person.login_name, now).await?;
    let new = NewInvitation {
        id: InvitationId::new(now, app.random()?),
        key,
        mailed,
        name: person.name.clone(),
        login_name: person.login_name.clone(),
        email: person.email.clone(),
        email_vouched: inviting.vouched && person.email.is_some(),
        expires_at: until,
    };
    invitations::add(tx, scope, &new, now).await?;
    let login_name = person.login_name.as_str().to_owned();
    let event = Event::Invited { login_name, until };
    Subject::by(Who::from(inviting.actor), scope, None, inviting.origin)
        .write(tx, app, event, now)
        .await
}

/// The invitation of a code or a link, while it is open.
pub async fn invitation(app: &App, key: &InvitationKey) -> Result<Option<Invitation>, Fault> {
    let now = app.now();
    Ok(match key {
        InvitationKey::Code(code) => {
            let hash = invitation_hash(app, code);
            let look = async move |tx: &mut Tx<'_>| invitations::by_code(tx, hash, now).await;
            app.store.read(look).await?
        }
        InvitationKey::Token(token) => {
            let hash = token.hash();
            let look = async move |tx: &mut Tx<'_>| invitations::by_token(tx, hash, now).await;
            app.store.read(look).await?
        }
    })
}

/// What became of a code that was typed off an invitation.
pub enum TypedCode {
    /// It opens one.
    Open,
    /// It opens none.
    Unknown,
    /// Too many failures from this address; nobody looked at it.
    AddressDelayed(Span),
}

/// Looks whether a typed code opens an invitation; `None` is what can't be one. A wrong one counts against its address.
pub async fn typed_code(
    app: &App,
    code: Option<&InvitationCode>,
    origin: Origin,
) -> Result<TypedCode, Fault> {
    let (app_, hash) = (app.clone(), code.map(|code| invitation_hash(app, code)));
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        if let Some(wait) = address::delay(tx, app, &origin).await? {
            return Ok(TypedCode::AddressDelayed(wait));
        }
        let mut known = None;
        if let Some(hash) = hash {
            if invitations::by_code(tx, hash, now).await?.is_some() {
                return Ok(TypedCode::Open);
            }
            known = invitations::had_code(tx, hash).await?;
        }
        address::note(tx, app, &origin, Tried::Invitation).await?;
        let (subject, login_name) = match known {
            Some((organization, login_name)) => {
                let scope = Scope::of(organization);
                let subject = Subject::by(Who::Nobody, scope, None, &origin);
                (subject, Some(login_name))
            }
            None => (Subject::instance(Who::Nobody, &origin), None),
        };
        let event = Event::InvitationRefused { login_name };
        subject.write(tx, app, event, now).await?;
        Ok(TypedCode::Unknown)
    };
    Ok(app.store.write(unit).await?)
}

/// Accepts an invitation: the account comes to be, with the password, and its first sign-in begins.
pub async fn accept(
    app: &App,
    key: &InvitationKey,
    password: Option<Password>,
    origin: Origin,
) -> Result<Accepted, Fault> {
    let Some(invitation) = invitation(app, key).await? else {
        return Ok(Accepted::Gone);
    };
    let policy = invitation.policy;
    let shortest = policy.shortest_password(Requirement::of_new(policy, app.now()));
    let names = [
        invitation.name.as_str(),
        &invitation.login_name,
        &invitation.branding.name,
        &invitation.organization_slug,
        "portcullis",
    ];
    let password = match checked(password, shortest, &names, invitation.email.as_deref()) {
        Ok(password) => password,
        Err(weak) => return Ok(Accepted::Weak(weak)),
    };
    let app = app.clone();
    let task = tokio::spawn(async move {
        let realm = Realm::of_organization(&invitation.organization_slug);
        let hash = app.hashing.hash(realm, password, app.random()?).await?;
        match become_account(&app, &invitation, &hash, &origin, true).await {
            // The address was proved by somebody else at this very moment: it stays unproved.
            Err(Error::Conflict(_)) => {
                Ok(become_account(&app, &invitation, &hash, &origin, false).await?)
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
    origin: &Origin,
    prove: bool,
) -> Result<Accepted> {
    let (app_, invitation, hash, origin) = (
        app.clone(),
        invitation.clone(),
        hash.to_owned(),
        origin.clone(),
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
        // Whoever has the mailed link reads the mail of this address, and of no other. That is written down
        // whether or not the address signs another account in: this organization is not to learn of that.
        let shown = invitation.email_vouched || invitation.mailed_at.is_some();
        let proved = prove && shown && accounts::prove_email(tx, scope, new.id, now).await?;
        let event = Event::InvitationAccepted {
            login_name: invitation.login_name.clone(),
            email_vouched: proved && invitation.email_vouched,
        };
        let subject = Subject::own(scope, new.id, &origin);
        subject.write(tx, app, event, now).await?;
        if invitation.email.is_some() && shown && !invitation.email_vouched {
            subject.write(tx, app, Event::EmailProved, now).await?;
        }
        let login = format!("{}@{}", invitation.login_name, invitation.organization_slug);
        let purpose = Purpose::Portal { return_to: None };
        let progress = open_after_password(
            tx,
            app,
            &Beginning {
                scope,
                account: new.id,
                login: &login,
                purpose: &purpose,
                invited: true,
                origin: &origin,
                browser: None,
            },
        )
        .await?;
        Ok(Accepted::Progress(progress))
    };
    app.store.write(unit).await
}

fn stored<T, E: std::fmt::Display>(parsed: std::result::Result<T, E>) -> Result<T> {
    parsed.map_err(|e| Error::Shape(format!("an invitation holds what can't be: {e}")))
}
