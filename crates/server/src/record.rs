//! How services write the audit log: one call in the transaction of what it tells.

use std::sync::atomic::{AtomicU64, Ordering};

use portcullis_core::audit::{Entry, Event, Origin, Who};
use portcullis_core::help_request::{Outcome, Wish};
use portcullis_core::id::{AccountId, EventId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::support::{SupportCode, is_refusal};
use portcullis_core::time::Timestamp;
use portcullis_store::{Result, Tx, audit, help_requests, support_codes};

use tracing::info;

use crate::app::App;
use crate::notices;

/// Numbers the events of this process, so that their ids sort as they were written even within a
/// millisecond, and when the clock steps back (RFC 9562 §6.2, method 1: a counter beside the time).
#[derive(Default)]
pub struct EventIds(AtomicU64);

impl EventIds {
    const COUNTER_BITS: u32 = 12;

    /// The next id. Mails take theirs from here too, so that they are listed as they were written.
    pub(crate) fn next(&self, now: Timestamp, mut chance: [u8; 10]) -> EventId {
        let earliest = u64::try_from(now.millis()).unwrap_or(0) << Self::COUNTER_BITS;
        let after = |last: u64| Some((last + 1).max(earliest));
        let before = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, after);
        let (Ok(last) | Err(last)) = before;
        let number = (last + 1).max(earliest);
        let [.., high, low] = number.to_be_bytes();
        (chance[0], chance[1]) = (high & 0x0f, low);
        let millis = i64::try_from(number >> Self::COUNTER_BITS).unwrap_or(i64::MAX);
        EventId::new(Timestamp::from_millis(millis), chance)
    }
}

/// Whose log an event stands in, whom it is about, who did it and from where.
#[derive(Clone, Debug)]
pub struct Subject {
    organization: Option<OrganizationId>,
    account: Option<AccountId>,
    who: Who,
    origin: Origin,
}

impl Subject {
    /// An account did it itself.
    pub fn own(scope: Scope, account: AccountId, origin: &Origin) -> Self {
        let who = Who::Person {
            account,
            organization: scope.organization(),
        };
        Self {
            organization: Some(scope.organization()),
            account: Some(account),
            who,
            origin: origin.clone(),
        }
    }

    /// Somebody who proved nothing did it to an account.
    pub fn nobody(scope: Scope, account: AccountId, origin: &Origin) -> Self {
        Self {
            organization: Some(scope.organization()),
            account: Some(account),
            who: Who::Nobody,
            origin: origin.clone(),
        }
    }

    /// An actor did it in an organization.
    pub fn by(who: Who, scope: Scope, account: Option<AccountId>, origin: &Origin) -> Self {
        Self {
            organization: Some(scope.organization()),
            account,
            who,
            origin: origin.clone(),
        }
    }

    /// It is about no organization.
    pub fn instance(who: Who, origin: &Origin) -> Self {
        Self {
            organization: None,
            account: None,
            who,
            origin: origin.clone(),
        }
    }

    /// The answer shows this support code, and what is written from now on is found by it.
    pub fn shows(&self, code: SupportCode) {
        self.origin.support.set(code);
    }

    /// Writes an event about it, and the mail that tells the member of it. What was asked of the help desk and is
    /// fulfilled by it is answered.
    pub async fn write(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        event: Event,
        now: Timestamp,
    ) -> Result<()> {
        let fulfils = Wish::fulfilled_by(&event);
        self.note(tx, app, event, now).await?;
        let (Some(wish), Some(organization), Some(account)) =
            (fulfils, self.organization, self.account)
        else {
            return Ok(());
        };
        let scope = Scope::of(organization);
        let Some(open) = help_requests::open_of(tx, scope, account, wish).await? else {
            return Ok(());
        };
        let outcome = Outcome::Granted;
        let said = (outcome, &self.who, None);
        if help_requests::answer(tx, scope, open, said, now).await? {
            let word = None;
            let event = Event::HelpAnswered {
                wish,
                outcome,
                word,
            };
            self.note(tx, app, event, now).await?;
        }
        Ok(())
    }

    /// Writes one event.
    async fn note(&self, tx: &mut Tx<'_>, app: &App, event: Event, now: Timestamp) -> Result<()> {
        let entry = Entry {
            id: app.events.next(now, app.random()?),
            at: now,
            organization: self.organization,
            actor: self.who.clone(),
            account: self.account,
            origin: self.origin_here(),
            event,
        };
        audit::write(tx, &app.masters, &entry).await?;
        if is_refusal(&entry.event)
            && let Some(code) = shown(&entry.origin)
        {
            support_codes::put(tx, code, &entry).await?;
        }
        notices::raise(tx, app, &entry).await?;
        let [organization, account] = [
            entry.organization.map(|id| id.to_string()),
            entry.account.map(|id| id.to_string()),
        ];
        // The unit runs on a thread of the store's, so the request is named here and not by a span.
        let request = entry.origin.request.as_deref();
        info!(
            request,
            organization,
            account,
            event = entry.event.name(),
            "noted"
        );
        Ok(())
    }
}

impl Subject {
    /// Where it came from, as this log may tell it.
    fn origin_here(&self) -> Origin {
        let mut origin = self.origin.clone();
        if let Some(via) = &mut origin.via {
            // Nobody learns of another organization's clients.
            let elsewhere = via
                .of
                .take()
                .is_some_and(|(whose, _)| self.organization.is_some_and(|here| here != whose));
            if elsewhere {
                via.client.clear();
            }
        }
        origin
    }
}

/// The support code that the answer to a request shows: that of the delay which was found, else the request's own.
fn shown(origin: &Origin) -> Option<SupportCode> {
    if let Some(code) = origin.support.get() {
        return Some(code);
    }
    let code = SupportCode::of_request(origin.request.as_deref()?)?;
    origin.support.set(code);
    Some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_as_they_were_written_whatever_the_clock_does() {
        let ids = EventIds::default();
        let made: Vec<EventId> = [5_000, 5_000, 4_000, 6_000, 6_000]
            .into_iter()
            .flat_map(|at| (0..3_000).map(move |_| Timestamp::from_millis(at)))
            .map(|at| ids.next(at, [0xff; 10]))
            .collect();
        assert!(made.is_sorted_by(|a, b| a < b));
    }
}
