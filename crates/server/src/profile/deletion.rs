//! Asking for one's own account to be deleted, where the organization takes that. Nothing is deleted by
//! it: an administrator sees it and decides.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::sign_in::Act;
use portcullis_store::sessions::Session;
use portcullis_store::{Tx, accounts, organizations, profiles};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::proved_lately;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It stands as the member wants it.
    Done,
    /// The session has ended meanwhile, or its proof is not fresh.
    NotProved,
    /// The organization takes no such requests.
    NotOffered,
}

/// Asks for the account of a session to be deleted.
pub async fn ask_deletion(app: &App, session: &Session, origin: Origin) -> Result<Asked, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (scope, account) = (session.scope(), session.account);
        accounts::lock(tx, scope, account).await?;
        if proved_lately(tx, app, &session, Act::Record)
            .await?
            .is_none()
        {
            return Ok(Asked::NotProved);
        }
        let organization = organizations::get(tx, scope).await?;
        if !organization.is_some_and(|one| one.policy.deletion_requests) {
            return Ok(Asked::NotOffered);
        }
        if profiles::ask_deletion(tx, scope, account, now).await? {
            let subject = Subject::own(scope, account, &origin);
            subject.write(tx, app, Event::DeletionAsked, now).await?;
        }
        Ok(Asked::Done)
    };
    Ok(app.store.write(unit).await?)
}

/// Takes that back. It is taken back even where it could not be asked any more.
pub async fn withdraw_deletion(
    app: &App,
    session: &Session,
    origin: Origin,
) -> Result<Asked, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (scope, account) = (session.scope(), session.account);
        accounts::lock(tx, scope, account).await?;
        if proved_lately(tx, app, &session, Act::Record)
            .await?
            .is_none()
        {
            return Ok(Asked::NotProved);
        }
        if profiles::withdraw_deletion(tx, scope, account).await? {
            let subject = Subject::own(scope, account, &origin);
            subject
                .write(tx, app, Event::DeletionWithdrawn, now)
                .await?;
        }
        Ok(Asked::Done)
    };
    Ok(app.store.write(unit).await?)
}
