//! MFA off, with everything kept (product.md: Disable and keep). The way back is a code of a kept device:
//! `sign_in::switch_on`.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::sign_in::Act;
use portcullis_store::sessions::Session;
use portcullis_store::{Tx, accounts};

use super::Change;
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::proved_lately;

/// Switches MFA off for the member of a session.
pub async fn switch_off(app: &App, session: &Session, origin: Origin) -> Result<Change, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (scope, account) = (session.scope(), session.account);
        accounts::lock(tx, scope, account).await?;
        let Some(session) = proved_lately(tx, app, &session, Act::EndMfa).await? else {
            return Ok(Change::NotProved);
        };
        if session.standing.requirement.is_required() {
            return Ok(Change::Required);
        }
        let held = accounts::holdings(tx, scope, account).await?;
        let set_up = held.devices > 0 || held.uses_email();
        if !set_up || !accounts::switch_off(tx, scope, account, true).await? {
            return Ok(Change::Gone);
        }
        accounts::refresh_mfa_status(tx, scope, account).await?;
        let subject = Subject::own(scope, account, &origin);
        subject.write(tx, app, Event::MfaSwitchedOff, now).await?;
        Ok(Change::Made(()))
    };
    Ok(app.store.write(unit).await?)
}
