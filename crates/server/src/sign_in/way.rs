//! Which way to a second factor a member takes, where the organization permits several: chosen before
//! anything is set up, in the wizard, and changed later among the MFA settings.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Role, Scope, highest};
use portcullis_core::sign_in::{Act, Step, Way};
use portcullis_store::attempts;
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx, accounts, email_codes, organizations, roles};

use super::email_code::take_up;
use super::{Handle, Progress, Turn, advance, stands, still_asked};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// Why email codes were not taken up or given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayRefused {
    /// Another proof is asked for first.
    Ask(Step),
    /// The session has ended.
    Ended,
    /// They are not permitted here, no address is on record, or no mail can be sent.
    NotOffered,
    /// They are the last factor, and one is required.
    LastFactor,
}

/// The member says which way to take.
pub async fn choose_way(
    app: &App,
    handle: &Handle,
    way: Way,
    origin: Origin,
) -> Result<Progress, Fault> {
    let (app_, handle) = (app.clone(), handle.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &origin,
            now: app_.now(),
        };
        let Some(mut attempt) = turn.load_alone(tx).await? else {
            return Ok(Progress::Ended);
        };
        if attempt.leaves_choice() {
            attempts::choose_way(tx, &attempt, way).await?;
            attempt.facts.way = Some(way);
            // Who took the way of the app may have proved the mailbox already, as what comes first.
            let proofs = &attempt.facts.proofs;
            let mailbox = proofs.iter().any(|proof| proof.kind == Kind::EmailCode);
            if way == Way::Email && mailbox {
                take_up(tx, &turn, &mut attempt).await?;
            }
            return advance(tx, &turn, &attempt, handle.token.clone()).await;
        }
        Ok(turn.go_on(stands(&attempt, turn.now)))
    };
    let progress = app.store.write(unit).await?;
    app.metrics.set_up(&progress);
    Ok(progress)
}

/// Email codes become a second factor of the session's account. The address must be proved: a code typed
/// at a sign-in, or a link, does that first.
pub async fn take_up_email(
    app: &App,
    session: &Session,
    origin: Origin,
) -> Result<Result<(), WayRefused>, Fault> {
    change(app, session, origin, true).await
}

/// Email codes are no second factor of the session's account any more.
pub async fn stop_email(
    app: &App,
    session: &Session,
    origin: Origin,
) -> Result<Result<(), WayRefused>, Fault> {
    change(app, session, origin, false).await
}

async fn change(
    app: &App,
    session: &Session,
    origin: Origin,
    up: bool,
) -> Result<Result<(), WayRefused>, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (scope, account) = (session.scope(), session.account);
        accounts::lock(tx, scope, account).await?;
        let act = if up { Act::Devices } else { Act::EndMfa };
        match still_asked(tx, app, &session, act).await? {
            Some(Step::Done(_)) => {}
            Some(step) => return Ok(Err(WayRefused::Ask(step))),
            None => return Ok(Err(WayRefused::Ended)),
        }
        let Some(person) = accounts::find(tx, scope, account).await? else {
            return Ok(Err(WayRefused::Ended));
        };
        let held = accounts::holdings(tx, scope, account).await?;
        if up && (!app.has_mail() || held.email.is_none() || person.email_proved_at.is_none()) {
            return Ok(Err(WayRefused::NotOffered));
        }
        if !up && held.devices == 0 && required(tx, app, (scope, &person)).await? {
            return Ok(Err(WayRefused::LastFactor));
        }
        if accounts::set_email_codes(tx, scope, account, up.then_some(now)).await? {
            accounts::refresh_mfa_status(tx, scope, account).await?;
            let event = if up {
                Event::EmailCodesTakenUp
            } else {
                email_codes::end_of_account(tx, scope, account).await?;
                Event::EmailCodesStopped
            };
            let subject = Subject::own(scope, account, &origin);
            subject.write(tx, app, event, now).await?;
        }
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Whether a second factor is required of an account.
async fn required(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, person): (Scope, &accounts::Account),
) -> Result<bool> {
    let now = app.now();
    let organization = organizations::get(tx, scope).await?;
    let grants = roles::of_account(tx, scope, person.id, now).await?;
    let role: Role = highest(&grants, scope.organization(), now);
    Ok(organization.is_none_or(|organization| {
        Requirement::of(organization.policy.rule, person.mfa_required, role).is_required()
    }))
}
