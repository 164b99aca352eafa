//! How an organization shows itself, as its admins decide: its name, its color, its logo, and whom its people are told to ask.

use portcullis_core::accent::Accent;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::branding::{Contact, Look, MAX_CONTACTS};
use portcullis_core::id::LogoId;
use portcullis_core::logo::{Logo, LogoKind};
use portcullis_core::name::Name;
use portcullis_core::role::{self, Actor, Permission};
use portcullis_store::brandings::NewLogo;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, brandings};

use crate::app::App;
use crate::fault::Fault;
use crate::logo::Safe;
use crate::record::Subject;

/// Why something stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// The actor may not.
    Denied,
    /// Somebody else changed the organization first.
    Stale,
    /// More contacts than an organization has.
    Full,
}

/// Gives the organization a name and a color, whatever color it is: pages and mails take of it what can be read.
pub async fn set_look(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    (name, accent): (Name, Option<Accent>),
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let permission = Permission::ChangeBranding;
    let Ok(scope) = role::scope(actor, organization.id, permission, app.now()) else {
        return Ok(Err(NotChanged::Denied));
    };
    let (app_, who, organization) = (app.clone(), Who::from(actor), organization.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        if !brandings::set_look(tx, scope, (&name, accent), organization.version).await? {
            return Ok(Err(NotChanged::Stale));
        }
        let event = Event::BrandingChanged {
            from: organization.branding.look(),
            to: Look {
                name: name.as_str().to_owned(),
                accent,
            },
        };
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Puts a logo in the place of the one that the organization has, or removes that.
pub async fn set_logo(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    picture: Option<Safe>,
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let permission = Permission::ChangeBranding;
    let Ok(scope) = role::scope(actor, organization.id, permission, app.now()) else {
        return Ok(Err(NotChanged::Denied));
    };
    let made_at = app.now();
    let id = LogoId::new(made_at, app.random()?);
    let logo = picture.as_ref().map(|safe| Logo {
        id,
        kind: safe.kind,
        width: safe.width,
        height: safe.height,
    });
    let (app_, who, organization) = (app.clone(), Who::from(actor), organization.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let new = logo.zip(picture.as_ref()).map(|(logo, safe)| NewLogo {
            logo,
            content: &safe.content,
            made_at,
        });
        if !brandings::set_logo(tx, scope, new, organization.version).await? {
            return Ok(Err(NotChanged::Stale));
        }
        let event = Event::LogoChanged {
            from: organization.branding.logo,
            to: logo,
        };
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// The picture of a logo. Nothing where its organization is suspended or gone, or has another one by now.
pub async fn picture(app: &App, id: LogoId) -> Result<Option<(LogoKind, Vec<u8>)>, Fault> {
    let unit = async move |tx: &mut Tx<'_>| brandings::picture(tx, id).await;
    Ok(app.store.read(unit).await?)
}

/// Puts contacts in the place of those that the organization has. None at all: the instance's are shown.
pub async fn set_contacts(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    contacts: Vec<Contact>,
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let permission = Permission::ChangeBranding;
    let Ok(scope) = role::scope(actor, organization.id, permission, app.now()) else {
        return Ok(Err(NotChanged::Denied));
    };
    if contacts.len() > MAX_CONTACTS {
        return Ok(Err(NotChanged::Full));
    }
    let (app_, who, organization) = (app.clone(), Who::from(actor), organization.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        if !brandings::set_contacts(tx, scope, &contacts, organization.version).await? {
            return Ok(Err(NotChanged::Stale));
        }
        let event = Event::ContactsChanged {
            from: organization.branding.contacts.clone(),
            to: contacts.clone(),
        };
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}
