//! The member's own record: everything done to the account, by whom and from where (product.md: The
//! member's own record).

use std::collections::HashMap;

use portcullis_core::audit::{Event, Who};
use portcullis_core::id::{AccountId, EventId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;
use portcullis_pages::telling::By;
use portcullis_store::{Result, Tx, audit};

use crate::app::App;
use crate::fault::Fault;
use crate::mail;
use crate::notices::by;

/// How many events are shown at once.
pub const PAGE: u32 = 50;

/// One thing that was done.
pub struct Deed {
    /// Its event's id.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
    /// By whom.
    pub by: By,
    /// The browser and the address.
    pub from: Vec<String>,
}

/// Those who did something to an account, each looked up once.
#[derive(Default)]
pub(crate) struct People(HashMap<AccountId, By>);

impl People {
    /// Who it was, as the account's member may know it.
    pub async fn by(
        &mut self,
        tx: &mut Tx<'_>,
        whose: (Scope, AccountId),
        who: &Who,
    ) -> Result<By> {
        let Who::Person { account, .. } = who else {
            return by(tx, whose, who).await;
        };
        if let Some(known) = self.0.get(account) {
            return Ok(known.clone());
        }
        let found = by(tx, whose, who).await?;
        self.0.insert(*account, found.clone());
        Ok(found)
    }
}

/// A page of what was done to an account, newest first, before an event; and whether older ones follow.
pub async fn of(
    app: &App,
    (scope, account): (Scope, AccountId),
    before: Option<EventId>,
) -> Result<(Vec<Deed>, bool), Fault> {
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| read(tx, &app_, (scope, account), before).await;
    Ok(app.store.read(unit).await?)
}

/// The same within a unit of work.
pub(crate) async fn read(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, account): (Scope, AccountId),
    before: Option<EventId>,
) -> Result<(Vec<Deed>, bool)> {
    let whose = (scope, account);
    let recorded = audit::of_account(tx, &app.masters, whose, before, PAGE + 1).await?;
    let more = recorded.len() > PAGE as usize;
    let mut people = People::default();
    let mut deeds = Vec::new();
    let shown = recorded.into_iter().take(PAGE as usize);
    for entry in shown.filter_map(|one| one.entry) {
        let by = people.by(tx, whose, &entry.actor).await?;
        deeds.push(Deed {
            id: entry.id,
            at: entry.at,
            by,
            from: mail::asked_from(&entry.origin),
            event: entry.event,
        });
    }
    Ok((deeds, more))
}
