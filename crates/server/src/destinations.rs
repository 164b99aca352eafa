//! Where the portal leads to, as administrators and the command line manage it and as members see it.

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::destination::{Command, Host, Icon, Kind, MAX_DESTINATIONS, Site};
use portcullis_core::id::{AccountId, DestinationId, GroupId, OrganizationId};
use portcullis_core::login::LoginName;
use portcullis_core::role::{self, Actor, Permission, Scope};
use portcullis_store::destinations::{self, Destination, Shown};
use portcullis_store::{Result, Tx};

use crate::app::App;
use crate::fault::Fault;
use crate::groups;
use crate::people::by_names;
use crate::record::Subject;

/// A remote computer as it is to be.
#[derive(Clone)]
pub struct Computer {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub host: Host,
    /// What a member types to get there; none for `ssh`.
    pub command: Option<Command>,
    /// The drawing beside it; none for a screen.
    pub icon: Option<Icon>,
    /// Who sees it.
    pub whom: Whom,
}

/// An application as it is to be.
#[derive(Clone)]
pub struct Application {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub site: Site,
    /// What it is for, in a line.
    pub description: Option<String>,
    /// The drawing on its tile; none for its first letters.
    pub icon: Option<Icon>,
    /// Who sees it.
    pub whom: Whom,
}

/// A destination as it is to be.
#[derive(Clone)]
pub struct New {
    what: Kind,
    shown: Shown,
    whom: Whom,
}

/// Whom a destination is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Everybody of the organization.
    Everyone,
    /// Those who are in one of the groups, and those who are named.
    Only {
        /// The groups.
        groups: Vec<GroupId>,
        /// The people.
        people: Vec<LoginName>,
    },
}

/// Whom something is for where that is not everybody, as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// The groups, by name.
    pub groups: Vec<(GroupId, String)>,
    /// The login names of those who are named.
    pub people: Vec<String>,
}

/// Why a destination was not added, changed or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The actor may not.
    Denied,
    /// Another has its name.
    Taken,
    /// It is gone, or somebody else changed it first.
    Stale,
    /// The organization has as many as it can.
    Full,
    /// Nobody in the organization has this login name.
    Nobody(String),
}

/// Adds a destination.
pub async fn add(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    new: impl Into<New>,
    origin: Origin,
) -> Result<Result<(), NotDone>, Fault> {
    let new = new.into();
    let Ok(scope) = may(app, actor, (organization, new.what)) else {
        return Ok(Err(NotDone::Denied));
    };
    let (app_, who) = (app.clone(), Who::from(actor));
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now, what) = (&app_, app_.now(), new.what);
        let (groups, named) = match chosen(tx, scope, &new.whom).await? {
            Ok(chosen) => chosen,
            Err(why) => return Ok(Err(why)),
        };
        if destinations::list(tx, scope, what).await?.len() >= MAX_DESTINATIONS {
            return Ok(Err(NotDone::Full));
        }
        let (id, shown) = (DestinationId::new(now, app.random()?), new.shown.clone());
        if !destinations::add(tx, scope, (id, what), &shown, now).await? {
            return Ok(Err(NotDone::Taken));
        }
        destinations::name(tx, scope, id, &named).await?;
        destinations::give(tx, scope, id, &groups).await?;
        let event = Event::DestinationAdded {
            what,
            name: shown.name,
            address: shown.address,
        };
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, app, event, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Puts what is said in the place of what was read.
pub async fn change(
    app: &App,
    actor: &Actor,
    before: &Destination,
    new: impl Into<New>,
    origin: Origin,
) -> Result<Result<(), NotDone>, Fault> {
    let new = new.into();
    let Ok(scope) = may(app, actor, (before.organization, before.what)) else {
        return Ok(Err(NotDone::Denied));
    };
    let (app_, who, before) = (app.clone(), Who::from(actor), before.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (groups, named) = match chosen(tx, scope, &new.whom).await? {
            Ok(chosen) => chosen,
            Err(why) => return Ok(Err(why)),
        };
        if new.what != before.what {
            return Ok(Err(NotDone::Stale));
        }
        let now = destinations::find(tx, scope, before.id).await?;
        if now.is_none_or(|now| now.version != before.version) {
            return Ok(Err(NotDone::Stale));
        }
        let for_whom = audience(tx, scope, before.id).await?;
        if !destinations::change(tx, scope, &before, &new.shown).await? {
            return Ok(Err(NotDone::Taken));
        }
        destinations::name(tx, scope, before.id, &named).await?;
        destinations::give(tx, scope, before.id, &groups).await?;
        let now_for = audience(tx, scope, before.id).await?;
        let event = Event::DestinationChanged {
            what: before.what,
            name: before.shown.name.clone(),
            changes: changes((&before.shown, &for_whom), (&new.shown, &now_for)),
        };
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// What differs, in the words of the command line.
fn changes(
    (from, for_whom): (&Shown, &Audience),
    (to, now_for): (&Shown, &Audience),
) -> Vec<String> {
    let icon = |shown: &Shown| shown.icon.map(Icon::as_str).unwrap_or_default();
    let rows = [
        ("name", from.name.as_str(), to.name.as_str()),
        ("address", &from.address, &to.address),
        (
            "command",
            text(from.command.as_ref()),
            text(to.command.as_ref()),
        ),
        (
            "description",
            text(from.description.as_ref()),
            text(to.description.as_ref()),
        ),
        ("icon", icon(from), icon(to)),
        ("who", who(from), who(to)),
    ];
    let changed = rows.into_iter().filter(|(_, from, to)| from != to);
    let changed = changed.map(|(what, from, to)| format!("{what}: {from} → {to}"));
    let names = |audience: &Audience| -> Vec<String> {
        let groups = audience.groups.iter().map(|(_, name)| name.clone());
        groups.collect()
    };
    let moved = [
        ("group", names(for_whom), names(now_for)),
        ("only", for_whom.people.clone(), now_for.people.clone()),
    ];
    let moved = moved.into_iter().flat_map(|(what, from, to)| {
        let lines = [("+", &to, &from), ("-", &from, &to)].map(|(sign, these, others)| {
            let differ = these.iter().filter(|one| !others.contains(one));
            let differ: Vec<&str> = differ.map(String::as_str).collect();
            (!differ.is_empty()).then(|| format!("{sign} {what}: {}", differ.join(", ")))
        });
        lines.into_iter().flatten()
    });
    changed.chain(moved).collect()
}

fn text(said: Option<&String>) -> &str {
    said.map_or("", String::as_str)
}

const fn who(shown: &Shown) -> &'static str {
    if shown.everyone { "everyone" } else { "only" }
}

/// Removes one: it stands on no dashboard any more.
pub async fn remove(
    app: &App,
    actor: &Actor,
    one: &Destination,
    origin: Origin,
) -> Result<Result<(), NotDone>, Fault> {
    let Ok(scope) = may(app, actor, (one.organization, one.what)) else {
        return Ok(Err(NotDone::Denied));
    };
    let (app_, who, one) = (app.clone(), Who::from(actor), one.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        if !destinations::remove(tx, scope, one.id).await? {
            return Ok(Err(NotDone::Stale));
        }
        let event = Event::DestinationRemoved {
            what: one.what,
            name: one.shown.name.clone(),
        };
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// All of a kind that an organization has, each with whom it is for where that is not everybody.
pub async fn all(
    app: &App,
    scope: Scope,
    what: Kind,
) -> Result<Vec<(Destination, Option<Audience>)>, Fault> {
    let unit = async move |tx: &mut Tx<'_>| {
        let mut all = Vec::new();
        for one in destinations::list(tx, scope, what).await? {
            let named = if one.shown.everyone {
                None
            } else {
                Some(audience(tx, scope, one.id).await?)
            };
            all.push((one, named));
        }
        Ok(all)
    };
    Ok(app.store.read(unit).await?)
}

/// Whom one is for, besides everybody.
pub(crate) async fn audience(tx: &mut Tx<'_>, scope: Scope, id: DestinationId) -> Result<Audience> {
    Ok(Audience {
        groups: destinations::groups(tx, scope, id).await?,
        people: destinations::named(tx, scope, id).await?,
    })
}

impl From<Computer> for New {
    fn from(new: Computer) -> Self {
        Self {
            what: Kind::RemoteComputer,
            shown: Shown {
                name: new.name,
                address: new.host.to_string(),
                command: new.command.map(|c| c.as_str().to_owned()),
                description: None,
                icon: new.icon,
                everyone: new.whom == Whom::Everyone,
            },
            whom: new.whom,
        }
    }
}

impl From<Application> for New {
    fn from(new: Application) -> Self {
        Self {
            what: Kind::Application,
            shown: Shown {
                name: new.name,
                address: new.site.as_str().to_owned(),
                command: None,
                description: new.description,
                icon: new.icon,
                everyone: new.whom == Whom::Everyone,
            },
            whom: new.whom,
        }
    }
}

/// What an actor must be permitted to decide about destinations of a kind.
pub const fn permission(what: Kind) -> Permission {
    match what {
        Kind::RemoteComputer => Permission::ManageRemoteLogon,
        Kind::Application => Permission::ManageApplications,
    }
}

fn may(
    app: &App,
    actor: &Actor,
    (organization, what): (OrganizationId, Kind),
) -> Result<Scope, role::Denied> {
    role::scope(actor, organization, permission(what), app.now())
}

/// The groups and the accounts that are meant, or why that can't be.
async fn chosen(
    tx: &mut Tx<'_>,
    scope: Scope,
    whom: &Whom,
) -> Result<Result<(Vec<GroupId>, Vec<AccountId>), NotDone>> {
    let Whom::Only { groups, people } = whom else {
        return Ok(Ok((Vec::new(), Vec::new())));
    };
    if !groups::are_there(tx, scope, groups).await? {
        return Ok(Err(NotDone::Stale));
    }
    let named = by_names(tx, scope, people).await?;
    Ok(named
        .map(|people| (groups.clone(), people))
        .map_err(NotDone::Nobody))
}
