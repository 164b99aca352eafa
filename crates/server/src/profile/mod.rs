//! What a member changes about the own account.

pub mod address;
mod deletion;
mod password;

pub use deletion::{Asked, ask_deletion, withdraw_deletion};
pub(crate) use password::current_counter;
pub use password::{Changed, change_password};

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::id::{AccountId, SessionId};
use portcullis_core::language::Language;
use portcullis_core::link::Purpose;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;
use portcullis_store::profiles::{self, Profile};
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx, accounts, attempts, browsers, help_codes, links, sessions};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// Puts on record what a member says about themselves; not while the account is frozen. Gives whether it
/// could be.
pub async fn save(
    app: &App,
    session: &Session,
    new: Profile,
    origin: Origin,
) -> std::result::Result<bool, Fault> {
    let (app_, scope, id) = (app.clone(), session.scope(), session.account);
    let subject = Subject::own(scope, id, &origin);
    let unit = async move |tx: &mut Tx<'_>| {
        accounts::lock(tx, scope, id).await?;
        let Some(old) = accounts::find(tx, scope, id).await? else {
            return Ok(true);
        };
        if old.state == State::Frozen {
            return Ok(false);
        }
        let mut events = Vec::new();
        if old.name != new.name.as_str() {
            events.push(Event::NameChanged {
                from: old.name,
                to: new.name.as_str().to_owned(),
            });
        }
        if old.language.as_deref() != new.language.map(Language::tag) {
            events.push(Event::LanguageChanged);
        }
        if old.time_zone != new.time_zone {
            events.push(Event::TimeZoneChanged);
        }
        // Before the change, so that whoever makes it does not choose what the mails about it are written in.
        for event in &events {
            subject.write(tx, &app_, event.clone(), app_.now()).await?;
        }
        if !events.is_empty() {
            profiles::change(tx, scope, id, &new).await?;
        }
        Ok(true)
    };
    Ok(app.store.write(unit).await?)
}

/// Ends all that the account's password has opened, or could open, but one session.
pub(crate) async fn end_what_it_opened(
    tx: &mut Tx<'_>,
    scope: Scope,
    account: AccountId,
    keep: Option<SessionId>,
    now: Timestamp,
) -> Result<()> {
    // Attempts first: one that is opening a session this moment holds its row until the session is
    // there to be ended.
    attempts::close_others(tx, scope, account, None).await?;
    sessions::end_others(tx, scope, account, keep).await?;
    // An address that somebody asked for with the old password would lead to the next one.
    for purpose in [Purpose::Reset, Purpose::Address] {
        links::end_all(tx, scope, account, purpose).await?;
    }
    browsers::end_remembering(tx, scope, account, None).await?;
    help_codes::end(tx, scope, account, HelpKind::Reset, now).await?;
    Ok(())
}
