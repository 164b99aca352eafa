//! How services write the audit log: one call in the transaction of what it tells.

use portcullis_core::audit::{Entry, Event, Origin, Who};
use portcullis_core::id::{AccountId, EventId, OrganizationId};
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;
use portcullis_store::{Result, Tx, audit};

use crate::app::App;

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

    /// Writes an event about it.
    pub async fn write(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        event: Event,
        now: Timestamp,
    ) -> Result<()> {
        let entry = Entry {
            id: EventId::new(now, app.random()?),
            at: now,
            organization: self.organization,
            actor: self.who.clone(),
            account: self.account,
            origin: self.origin.clone(),
            event,
        };
        audit::write(tx, &entry).await
    }
}
