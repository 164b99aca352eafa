//! A log as it is read: a page at a time, what stands there, and who the people in it are. Whoever reads an
//! organization's log learns by name who acted on its people, from another organization too.

use std::collections::HashMap;

use portcullis_core::audit::Who;
use portcullis_core::id::{AccountId, EventId, OrganizationId};
use portcullis_core::login::{Login, LoginName};
use portcullis_core::role::{Actor, Denied, Permission, Scope, scope};
use portcullis_store::accounts;
use portcullis_store::audit::{self, Order, Recorded, Wanted};
use portcullis_store::chains::Log;
use portcullis_store::organizations::{self, Organization};
use portcullis_store::{Result, Tx};

use crate::app::App;
use crate::fault::Fault;

/// How many events a page shows.
pub const PAGE: u32 = 50;

/// Somebody who is named in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Whose account.
    pub id: AccountId,
    /// Name and login; `None` when the account is gone.
    pub known: Option<Known>,
}

/// What is known of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The name.
    pub name: String,
    /// The login name with its organization.
    pub login: String,
    /// The organization's name, where it is another than the log's.
    pub elsewhere: Option<String>,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doer {
    /// Somebody who had not proved who they are.
    Nobody,
    /// A person.
    Person(Named),
    /// Somebody at the command line.
    Operator(String),
    /// The program.
    Portal,
}

/// An event as it is read.
#[derive(Clone, Debug)]
pub struct Told {
    /// As it is stored.
    pub recorded: Recorded,
    /// Whom it is about.
    pub about: Option<Named>,
    /// Who did it; `None` where that can't be read any more.
    pub by: Option<Doer>,
}

/// A page of an organization's log, newest first, before an event; and whether older ones follow.
pub async fn page(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    wanted: Wanted,
    before: Option<EventId>,
) -> std::result::Result<std::result::Result<(Vec<Told>, bool), Denied>, Fault> {
    if let Err(denied) = scope(actor, organization, Permission::SeeAudit, app.now()) {
        return Ok(Err(denied));
    }
    let (keys, log) = (app.masters.clone(), Some(organization));
    let unit = async move |tx: &mut Tx<'_>| {
        let order = (&Order::Newest(before), PAGE + 1);
        let mut found = audit::search(tx, &keys, log, &wanted, order).await?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        Ok((told(tx, log, found).await?, more))
    };
    Ok(Ok(app.store.read(unit).await?))
}

/// Somebody of an organization by login, by login name or by id; the id of an account that is gone stands
/// for itself.
pub async fn find(
    app: &App,
    organization: &Organization,
    typed: &str,
) -> std::result::Result<Option<Named>, Fault> {
    let (scope, typed) = (Scope::of(organization.id), typed.trim().to_owned());
    let unit = async move |tx: &mut Tx<'_>| {
        let id = if let Ok(id) = typed.parse::<AccountId>() {
            Some(id)
        } else if let Some(login) = Login::parse(&typed) {
            let found = accounts::by_login(tx, &login).await?;
            found
                .filter(|one| one.organization == scope.organization())
                .map(|one| one.account)
        } else if let Ok(name) = typed.parse::<LoginName>() {
            let found = accounts::by_login_name(tx, scope, &name).await?;
            found.map(|one| one.id)
        } else {
            None
        };
        let Some(id) = id else { return Ok(None) };
        let mut names = Names::of(Some(scope.organization()));
        Ok(Some(names.named(tx, id, scope.organization()).await?))
    };
    Ok(app.store.read(unit).await?)
}

/// Somebody who may have done something in an organization's log: of the organization, as [`find`] finds them, or
/// of another one and named in this log as having done something, by login name or by id. Of others from elsewhere
/// nothing is betrayed.
pub async fn find_doer(
    app: &App,
    organization: &Organization,
    typed: &str,
) -> std::result::Result<Option<Named>, Fault> {
    let found = find(app, organization, typed).await?;
    if found.as_ref().is_some_and(|one| one.known.is_some()) {
        return Ok(found);
    }
    let (scope, typed) = (Scope::of(organization.id), typed.trim().to_owned());
    let unit = async move |tx: &mut Tx<'_>| {
        let id = match (typed.parse::<AccountId>(), Login::parse(&typed)) {
            (Ok(id), _) => id,
            // The log names nobody by an address.
            (_, Some(login @ Login::Name(..))) => match accounts::by_login(tx, &login).await? {
                Some(one) => one.account,
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        let Some(theirs) = audit::organization_of_doer(tx, scope, id).await? else {
            return Ok(None);
        };
        let mut names = Names::of(Some(scope.organization()));
        Ok(Some(names.named(tx, id, theirs).await?))
    };
    Ok(app.store.read(unit).await?.or(found))
}

/// What stands in a log, with the names of those who stand there.
pub(crate) async fn told(tx: &mut Tx<'_>, log: Log, found: Vec<Recorded>) -> Result<Vec<Told>> {
    let mut names = Names::of(log);
    let mut told = Vec::with_capacity(found.len());
    for recorded in found {
        let (mut about, mut by) = (None, None);
        if let Some(entry) = &recorded.entry {
            if let (Some(account), Some(organization)) = (entry.account, log) {
                about = Some(names.named(tx, account, organization).await?);
            }
            by = Some(match &entry.actor {
                Who::Nobody => Doer::Nobody,
                Who::System => Doer::Portal,
                Who::Operator { name } => Doer::Operator(name.clone()),
                Who::Person {
                    account,
                    organization,
                } => Doer::Person(names.named(tx, *account, *organization).await?),
            });
        }
        told.push(Told {
            recorded,
            about,
            by,
        });
    }
    Ok(told)
}

/// Those who stand on one page of a log, each looked up once.
struct Names {
    log: Log,
    known: HashMap<AccountId, Option<Known>>,
}

impl Names {
    fn of(log: Log) -> Self {
        Self {
            log,
            known: HashMap::new(),
        }
    }

    async fn named(
        &mut self,
        tx: &mut Tx<'_>,
        id: AccountId,
        organization: OrganizationId,
    ) -> Result<Named> {
        if let Some(known) = self.known.get(&id) {
            let known = known.clone();
            return Ok(Named { id, known });
        }
        let scope = Scope::of(organization);
        let account = accounts::find(tx, scope, id).await?;
        let place = match &account {
            Some(_) => organizations::get(tx, scope).await?,
            None => None,
        };
        let known = account.zip(place).map(|(account, place)| Known {
            name: account.name,
            login: format!("{}@{}", account.login_name, place.slug),
            elsewhere: (self.log != Some(organization)).then_some(place.branding.name),
        });
        self.known.insert(id, known.clone());
        Ok(Named { id, known })
    }
}
