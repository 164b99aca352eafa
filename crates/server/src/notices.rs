//! Mails about what was done to an account. They hang on events, so every door that writes one
//! raises its notice, in the same transaction: pages, the command line and jobs alike.

use portcullis_core::audit::{Entry, Event, Who};
use portcullis_core::id::{AccountId, LinkId};
use portcullis_core::link::Purpose;
use portcullis_core::notice;
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::time::Timestamp;
use portcullis_core::token::Token;
use portcullis_pages::mail::NoticeMail;
use portcullis_pages::telling::By;
use portcullis_store::links::{self, NewLink};
use portcullis_store::{Result, Tx, accounts};

use crate::app::App;
use crate::mail::{self, Recipient};

/// Queues the mail that an event calls for, to the address on record. An event without a notice costs
/// no statement.
pub(crate) async fn raise(tx: &mut Tx<'_>, app: &App, entry: &Entry) -> Result<()> {
    let (Some(organization), Some(account)) = (entry.organization, entry.account) else {
        return Ok(());
    };
    let Some(notice) = notice::of(&entry.event, &entry.actor).filter(|_| app.has_mail()) else {
        return Ok(());
    };
    let scope = Scope::of(organization);
    let holder = accounts::find(tx, scope, account).await?;
    // A mail about an account goes with it, so the last one is about none.
    let deleted = matches!(entry.event, Event::AccountDeleted { .. });
    let language = match holder.as_ref().filter(|_| deleted) {
        Some(holder) => mail::language(holder),
        None => entry.origin.language,
    };
    let on_record = holder.and_then(|holder| holder.email);
    // Who had the address before is told as well: it may be the member whom somebody shuts out.
    let before = match &entry.event {
        Event::AddressChanged { from, .. } | Event::AddressSet { from, .. } => from.clone(),
        _ => None,
    };
    let mail = NoticeMail {
        notice,
        event: entry.event.clone(),
        at: entry.at,
        by: by(tx, (scope, account), &entry.actor).await?,
        from: mail::asked_from(&entry.origin),
        not_me: if notice.asks_whether_it_was_you() {
            Some(link(tx, app, (scope, account), entry.at).await?)
        } else {
            None
        },
    };
    for address in on_record.into_iter().chain(before) {
        let to = Recipient {
            scope,
            account: (!deleted).then_some(account),
            address,
            language,
        };
        mail::queue(tx, app, &to, &mail).await?;
    }
    Ok(())
}

/// Who did something to an account, as its member may know it: people of the organization by name,
/// others by what they are.
pub(crate) async fn by(
    tx: &mut Tx<'_>,
    (scope, whose): (Scope, AccountId),
    who: &Who,
) -> Result<By> {
    Ok(match who {
        Who::Nobody => By::Stranger,
        Who::System => By::Portal,
        Who::Operator { .. } => By::Operator,
        Who::Person { account, .. } if *account == whose => By::You,
        Who::Person { organization, .. } if *organization != scope.organization() => By::Owner,
        Who::Person { account, .. } => match accounts::find(tx, scope, *account).await? {
            Some(person) => By::Person(person.name),
            None => By::Gone,
        },
    })
}

/// The link that says "This wasn't me": 256 bits of its own for every mail, good for seven days.
async fn link(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, account): (Scope, AccountId),
    now: Timestamp,
) -> Result<Secret<String>> {
    let token = Token::new(app.random()?);
    let new = NewLink {
        id: LinkId::new(now, app.random()?),
        account,
        purpose: Purpose::NotMe,
        token: token.hash(),
        address: None,
    };
    links::make(tx, scope, &new, now).await?;
    Ok(token.text())
}
