//! Email codes as a second factor, by the member's own choice: taken up by a first right code, which shows
//! that mails arrive, and given up again.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::policy::Requirement;
use portcullis_core::sign_in::{Act, Purpose};
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx, accounts, email_codes};

use super::{Change, devices, password_alone, taken_away};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{Handle, open_in, proved_lately};

/// Begins to take up email codes, in a session that has just proved who is there; or, where they are in use
/// and MFA is off, to switch it on by one, which is itself the proof. The code is still to be sent.
pub async fn begin_email(app: &App, session: &Session) -> Result<Change<Handle>, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let (scope, account) = (session.scope(), session.account);
        let held = accounts::holdings(tx, scope, account).await?;
        let in_use = held.uses_email();
        if in_use && !held.switched_off {
            return Ok(Change::Gone);
        }
        if !in_use
            && proved_lately(tx, app, &session, Act::Devices)
                .await?
                .is_none()
        {
            return Ok(Change::NotProved);
        }
        if !app.has_mail() || !in_use && !is_offered(tx, app, &session).await? {
            return Ok(Change::NotOffered);
        }
        let proofs = password_alone(&session);
        let opened = (&Purpose::EmailCodes, proofs.as_slice());
        Ok(Change::Made(open_in(tx, app, &session, opened).await?))
    };
    Ok(app.store.write(unit).await?)
}

/// Whether email codes can be taken up: they can be sent, the channels permit them, an address is on record,
/// and they are of use to this account.
pub(crate) async fn is_offered(tx: &mut Tx<'_>, app: &App, session: &Session) -> Result<bool> {
    let held = accounts::holdings(tx, session.scope(), session.account).await?;
    let of_use = session.standing.requirement != Requirement::Device;
    Ok(app.has_mail()
        && of_use
        && held.email.is_some_and(|codes| !codes.taken_up)
        && (held.devices > 0 || devices::is_offered(tx, session).await?))
}

/// Email codes are no second factor of the session's account any more, and its other sessions end.
pub async fn stop_email(app: &App, session: &Session, origin: Origin) -> Result<Change, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (scope, account) = (session.scope(), session.account);
        accounts::lock(tx, scope, account).await?;
        let Some(session) = proved_lately(tx, app, &session, Act::EndMfa).await? else {
            return Ok(Change::NotProved);
        };
        let last = accounts::holdings(tx, scope, account).await?.devices == 0;
        if last && session.standing.requirement.is_required() {
            return Ok(Change::Required);
        }
        if !accounts::set_email_codes(tx, scope, account, None).await? {
            return Ok(Change::Gone);
        }
        email_codes::end_of_account(tx, scope, account).await?;
        let subject = Subject::own(scope, account, &origin);
        let event = Event::EmailCodesStopped;
        subject.write(tx, app, event, now).await?;
        taken_away(tx, app, (&session, &origin), last).await?;
        Ok(Change::Made(()))
    };
    Ok(app.store.write(unit).await?)
}
