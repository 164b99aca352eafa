//! A member's own devices, in a session that has just proved who is there: set up one more or one in
//! place of another, rename, remove.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::CredentialId;
use portcullis_core::name::Name;
use portcullis_core::policy::{Requirement, Rule};
use portcullis_core::sign_in::{Act, Purpose};
use portcullis_store::devices::{self, Device};
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx, accounts, organizations};

use super::{Change, make_key, password_alone, taken_away};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{Handle, Turn, open_in, proved_lately};

/// Begins to set up a device, in place of another if one is named. Nothing old is touched.
pub async fn begin(
    app: &App,
    session: &Session,
    replaces: Option<CredentialId>,
    origin: Origin,
) -> Result<Change<Handle>, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(session) = proved_lately(tx, app, &session, Act::Devices).await? else {
            return Ok(Change::NotProved);
        };
        let held = devices::list(tx, session.scope(), session.account).await?;
        // While a set-up that will be required can be put off, it is a sign-in's, with what that asks for first.
        let soon = matches!(session.standing.requirement, Requirement::Soon(_));
        if held.is_empty() && (soon || !is_offered(tx, &session).await?) {
            return Ok(Change::NotOffered);
        }
        if replaces.is_some_and(|old| held.iter().all(|device| device.id != old)) {
            return Ok(Change::Gone);
        }
        // Whatever device is proved in this attempt is the new one.
        let purpose = Purpose::AddDevice { replaces };
        let handle = open_in(tx, app, &session, (&purpose, &password_alone(&session))).await?;
        let turn = Turn {
            app,
            handle: &handle,
            origin: &origin,
            now,
        };
        let Some(attempt) = turn.load(tx).await? else {
            return Ok(Change::NotProved);
        };
        make_key(tx, &turn, &attempt).await?;
        Ok(Change::Made(handle))
    };
    Ok(app.store.write(unit).await?)
}

/// Whether somebody who holds no device is offered to set one up.
pub(crate) async fn is_offered(tx: &mut Tx<'_>, session: &Session) -> Result<bool> {
    if session.standing.requirement.is_asked() {
        return Ok(true);
    }
    let organization = organizations::get(tx, session.scope()).await?;
    Ok(organization.is_some_and(|one| one.policy.rule != Rule::Off))
}

/// Gives a device another name.
pub async fn rename(
    app: &App,
    session: &Session,
    (id, name): (CredentialId, Name),
    origin: Origin,
) -> Result<Change, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(session) = proved_lately(tx, app, &session, Act::Devices).await? else {
            return Ok(Change::NotProved);
        };
        let (scope, account) = (session.scope(), session.account);
        let Some(device) = held(tx, &session, id).await? else {
            return Ok(Change::Gone);
        };
        if !devices::rename(tx, scope, account, (id, name.as_str())).await? {
            return Ok(Change::Gone);
        }
        let event = Event::DeviceRenamed {
            from: device.name,
            to: name.as_str().to_owned(),
        };
        let subject = Subject::own(scope, account, &origin);
        subject.write(tx, app, event, now).await?;
        Ok(Change::Made(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Takes a device away, and ends the member's other sessions. With the last one go the recovery codes
/// and the switch, since there is nothing left that they could be of use for.
pub async fn remove(
    app: &App,
    session: &Session,
    id: CredentialId,
    origin: Origin,
) -> Result<Change, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (scope, account) = (session.scope(), session.account);
        accounts::lock(tx, scope, account).await?;
        let Some(session) = proved_lately(tx, app, &session, Act::Devices).await? else {
            return Ok(Change::NotProved);
        };
        let Some(device) = held(tx, &session, id).await? else {
            return Ok(Change::Gone);
        };
        let left = accounts::holdings(tx, scope, account).await?;
        let last = left.devices == 1;
        let by_email = app.has_mail() && left.uses_email();
        let requirement = session.standing.requirement;
        let enough = by_email && requirement != Requirement::Device;
        if last && requirement.is_required() && !enough {
            return Ok(Change::Required);
        }
        if !devices::remove(tx, scope, account, id).await? {
            return Ok(Change::Gone);
        }
        let event = Event::DeviceRemoved {
            name: device.name,
            replaced: false,
        };
        let subject = Subject::own(scope, account, &origin);
        subject.write(tx, app, event, now).await?;
        let nothing_left = last && !left.uses_email();
        taken_away(tx, app, (&session, &origin), nothing_left).await?;
        Ok(Change::Made(()))
    };
    Ok(app.store.write(unit).await?)
}

/// A device of the session's own account.
async fn held(tx: &mut Tx<'_>, session: &Session, id: CredentialId) -> Result<Option<Device>> {
    let devices = devices::list(tx, session.scope(), session.account).await?;
    Ok(devices.into_iter().find(|device| device.id == id))
}
