//! "This wasn't me": the link of a notice, confirmed on its page, signs everybody out and freezes the account
//! (product.md: Notices). Its holder has the mailbox and nothing else, so it can do no more than that.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::branding::Branding;
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::link::Purpose;
use portcullis_core::time::Timestamp;
use portcullis_core::token::TokenHash;
use portcullis_store::links::{self, Link};
use portcullis_store::{
    Result, Tx, accounts, attempts, browsers, caller_checks, help_codes, organizations, sessions,
};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// How the organization shows itself in which a link would freeze an account; `None` when it does nothing.
pub async fn look(app: &App, token: TokenHash) -> Result<Option<Branding>, Fault> {
    let now = app.now();
    let unit = async move |tx: &mut Tx<'_>| match open(tx, token, now).await? {
        Some(link) => organizations::get(tx, link.scope()).await,
        None => Ok(None),
    };
    let organization = app.store.read(unit).await?;
    Ok(organization.map(|organization| organization.branding))
}

/// Uses the link; says how the organization shows itself, to the one caller who is first.
pub async fn freeze(
    app: &App,
    token: TokenHash,
    origin: Origin,
) -> Result<Option<Branding>, Fault> {
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(link) = open(tx, token, now).await? else {
            return Ok(None);
        };
        let (scope, account) = (link.scope(), link.account);
        // Before anything else, so that two links of one account queue and don't wait for each other.
        accounts::lock(tx, scope, account).await?;
        if !links::spend(tx, scope, link.id, now).await? {
            return Ok(None);
        }
        // Attempts first: one that is opening a session this moment holds its row until the session is
        // there to be ended. What they were setting up goes with them.
        attempts::close_others(tx, scope, account, None).await?;
        sessions::end_others(tx, scope, account, None).await?;
        browsers::forget_all(tx, scope, account).await?;
        for purpose in Purpose::ALL {
            links::end_all(tx, scope, account, purpose).await?;
        }
        for kind in HelpKind::ALL {
            help_codes::end(tx, scope, account, kind, now).await?;
        }
        // Whoever was known to be the member may have been known by a session of somebody else's.
        caller_checks::forget(tx, scope, account).await?;
        // It may be frozen already; then everybody who got in since is out again.
        accounts::change_state(tx, scope, account, State::Active, State::Frozen).await?;
        let subject = Subject::nobody(scope, account, &origin);
        subject.write(tx, app, Event::AccountFrozen, now).await?;
        let organization = organizations::get(tx, scope).await?;
        Ok(organization.map(|organization| organization.branding))
    };
    Ok(app.store.write(unit).await?)
}

/// The link, while it is good and its account can be used: a suspended one is as safe as it gets.
async fn open(tx: &mut Tx<'_>, token: TokenHash, now: Timestamp) -> Result<Option<Link>> {
    let Some(link) = links::by_token(tx, Purpose::NotMe, token, now).await? else {
        return Ok(None);
    };
    let account = accounts::find(tx, link.scope(), link.account).await?;
    let usable = account.is_some_and(|account| account.state != State::Suspended);
    Ok(usable.then_some(link))
}
