//! Where a member is signed in, and the browsers that the account knows. Nothing here gives anybody
//! anything, so no step-up is asked for.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::{BrowserId, SessionId};
use portcullis_store::browsers::{self, Browser};
use portcullis_store::sessions::{self, Open, Session};
use portcullis_store::{Tx, attempts, organizations};

use crate::app::App;
use crate::fault::Fault;
use crate::people::end_links;
use crate::record::Subject;

/// What an account has open and knows.
pub struct Overview {
    /// Where it is signed in.
    pub sessions: Vec<Open>,
    /// The browsers that it knows.
    pub browsers: Vec<Browser>,
    /// For how many days browsers are remembered now.
    pub remember_days: u32,
}

/// Where the account of a session is signed in, and which browsers it knows.
pub async fn overview(app: &App, session: &Session) -> Result<Overview, Fault> {
    let (scope, account, now) = (session.scope(), session.account, app.now());
    let unit = async move |tx: &mut Tx<'_>| {
        let organization = organizations::get(tx, scope).await?;
        Ok(Overview {
            sessions: sessions::list(tx, scope, account, now).await?,
            browsers: browsers::list(tx, scope, account).await?,
            remember_days: organization.map_or(0, |one| one.policy.remember_days),
        })
    };
    Ok(app.store.read(unit).await?)
}

/// Signs the holder of a session out in another place.
pub async fn end(
    app: &App,
    session: &Session,
    other: SessionId,
    origin: Origin,
) -> Result<(), Fault> {
    let (app_, subject) = (app.clone(), subject(session, &origin));
    let (scope, account) = (session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        if sessions::end_of(tx, scope, account, other).await? {
            end_links(tx, scope, account).await?;
            let event = Event::SessionsEnded { ended: 1 };
            subject.write(tx, &app_, event, app_.now()).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}

/// Signs the holder of a session out everywhere else; no other browser stays remembered.
pub async fn end_others(app: &App, session: &Session, origin: Origin) -> Result<(), Fault> {
    let (app_, subject) = (app.clone(), subject(session, &origin));
    let (scope, account, keep) = (session.scope(), session.account, session.id);
    let browser = session.browser;
    let unit = async move |tx: &mut Tx<'_>| {
        // Attempts first: one that is opening a session this moment holds its row until the session is
        // there to be ended.
        attempts::close_others(tx, scope, account, None).await?;
        let ended = sessions::end_others(tx, scope, account, Some(keep)).await?;
        end_links(tx, scope, account).await?;
        let forgotten = browsers::end_remembering(tx, scope, account, browser).await?;
        if ended + forgotten > 0 {
            let event = Event::SessionsEnded { ended };
            subject.write(tx, &app_, event, app_.now()).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}

/// Forgets a browser of the holder of a session.
pub async fn forget(
    app: &App,
    session: &Session,
    browser: BrowserId,
    origin: Origin,
) -> Result<(), Fault> {
    let (app_, subject) = (app.clone(), subject(session, &origin));
    let (scope, account) = (session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let found = browsers::get(tx, scope, browser).await?;
        let remembered = found.is_some_and(|one| one.remembered.is_some());
        if browsers::forget(tx, scope, account, browser).await? {
            let event = Event::BrowserForgotten { remembered };
            subject.write(tx, &app_, event, app_.now()).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}

fn subject(session: &Session, origin: &Origin) -> Subject {
    Subject::own(session.scope(), session.account, origin)
}
