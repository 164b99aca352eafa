//! Remote logon of an organization: the list for everybody with a role, and its remote computers for owners.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::act::Act;
use portcullis_core::destination::{Command, Host, Icon, Kind, MAX_NAME, connection};
use portcullis_core::id::{DestinationId, RadiusClientId};
use portcullis_core::name::{NotAcceptable, line};
use portcullis_core::role::{Permission, Scope, scope};
use portcullis_pages::{
    ComputerForm, Field, FormRefusal, ListedClient, ListedComputer, Problem, RemoteAct,
    RemoteConfirm, RemoteLogon,
};
use portcullis_store::destinations::{self, Destination};
use portcullis_store::{Tx, radius_clients};

use super::whom::{self, Sent};
use crate::destinations::{Audience, Computer, NotDone, add, all, audience, change, remove};
use crate::fault::Fault;
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::field::{optional, parsed};
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The organization's short name, which the administrator was admitted to, and an id.
pub(super) type Place = Path<(String, String)>;

/// The most RADIUS clients that the page lists.
const LISTED: u32 = 500;
/// The login name in an example of what is typed.
const SOMEBODY: &str = "ann";

const FIELDS: [&str; 7] = [
    "name", "address", "command", "icon", "whom", "people", "version",
];

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let (app, scope) = (&visit.app, admin.scope);
    let listed = all(app, scope, Kind::RemoteComputer).await?.into_iter();
    let computers = listed.map(|(one, named)| ListedComputer {
        id: one.id.to_string(),
        command: example(&one),
        icon: one.shown.icon,
        name: one.shown.name,
        named: named.map(whom::listed),
    });
    let unit = async move |tx: &mut Tx<'_>| {
        let mut clients = Vec::new();
        for one in radius_clients::list(tx, scope, "", LISTED).await? {
            let named = if one.terms.everyone {
                None
            } else {
                Some(whom::listed(audience_of(tx, scope, one.id).await?))
            };
            clients.push(ListedClient {
                id: one.id.to_string(),
                name: one.name,
                network: one.network,
                signing: one.terms.signing,
                named,
            });
        }
        Ok(clients)
    };
    visit::page(&RemoteLogon {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        may_change: may(&admin).is_ok(),
        listens: app.settings().radius.is_some(),
        computers: computers.collect(),
        clients: app.store.read(unit).await.map_err(Fault::from)?,
    })
}

pub async fn show_new(admin: Administrator) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "computers/new").await?;
    visit::page(&blank(&admin).await?)
}

pub async fn submit_new(admin: Administrator, mut form: Form) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "computers/new").await?;
    let groups = whom::ticked(&mut form);
    let typed = form.only(FIELDS)?;
    let mut page = blank(&admin).await?;
    let Some(new) = read(&mut page, &typed, &groups)? else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let visit = &admin.member.visit;
    let origin = visit.origin.clone();
    let added = add(&visit.app, &admin.actor, admin.organization.id, new, origin);
    match added.await? {
        Ok(()) => Ok(redirect(&home(&admin))),
        Err(why) => refuse(page, why),
    }
}

pub async fn show_one(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let (one, audience) = found(&admin, (Kind::RemoteComputer, &id)).await?;
    prove(&admin, &format!("computers/{id}")).await?;
    let blank = blank(&admin).await?;
    visit::page(&ComputerForm {
        name: Field::new(one.shown.name.clone()),
        address: Field::new(one.shown.address.clone()),
        command: Field::new(one.shown.command.clone().unwrap_or_default()),
        icon: one.shown.icon,
        whom: whom::filled(blank.whom, one.shown.everyone, &audience),
        one: Some((one.id.to_string(), one.shown.name, one.version)),
        ..blank
    })
}

pub async fn submit_one(
    admin: Administrator,
    Path((_, id)): Place,
    mut form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let (one, _) = found(&admin, (Kind::RemoteComputer, &id)).await?;
    prove(&admin, &format!("computers/{id}")).await?;
    let groups = whom::ticked(&mut form);
    let typed = form.only(FIELDS)?;
    let mut page = ComputerForm {
        one: Some((one.id.to_string(), one.shown.name.clone(), one.version)),
        ..blank(&admin).await?
    };
    let Some(new) = read(&mut page, &typed, &groups)? else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let version: i64 = typed[6].parse().map_err(|_| Trouble::BadForm)?;
    if version != one.version {
        return refuse(page, NotDone::Stale);
    }
    let visit = &admin.member.visit;
    let changed = change(&visit.app, &admin.actor, &one, new, visit.origin.clone());
    match changed.await? {
        Ok(()) => Ok(redirect(&home(&admin))),
        Err(why) => refuse(page, why),
    }
}

pub async fn show_delete(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let (one, _) = found(&admin, (Kind::RemoteComputer, &id)).await?;
    prove(&admin, &format!("computers/{id}/delete")).await?;
    visit::page(&RemoteConfirm {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        act: RemoteAct::DeleteComputer,
        id: one.id.to_string(),
        name: one.shown.name,
    })
}

pub async fn delete(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let [] = form.only([])?;
    let (one, _) = found(&admin, (Kind::RemoteComputer, &id)).await?;
    prove(&admin, &format!("computers/{id}/delete")).await?;
    let visit = &admin.member.visit;
    let removed = remove(&visit.app, &admin.actor, &one, visit.origin.clone()).await?;
    match removed {
        // It is gone, whoever was first.
        Ok(()) | Err(NotDone::Stale) => Ok(redirect(&home(&admin))),
        Err(_) => Err(Trouble::Forbidden),
    }
}

/// Only owners decide about remote logon.
pub(super) fn may(admin: &Administrator) -> Result<(), Trouble> {
    let (organization, now) = (admin.organization.id, admin.member.app().now());
    scope(
        &admin.actor,
        organization,
        Permission::ManageRemoteLogon,
        now,
    )
    .map_err(|_| Trouble::Forbidden)?;
    Ok(())
}

/// Asks for a fresh proof; the member comes back to `path` below the list.
pub(super) async fn prove(admin: &Administrator, path: &str) -> Result<(), Trouble> {
    let here = format!("{}/{path}", home(admin));
    demand(&admin.member, Act::RemoteLogon, &here).await
}

pub(super) fn home(admin: &Administrator) -> String {
    format!("/admin/{}/remote-logon", admin.organization.slug)
}

async fn blank(admin: &Administrator) -> Result<ComputerForm, Trouble> {
    Ok(ComputerForm {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        one: None,
        name: Field::default(),
        address: Field::default(),
        command: Field::default(),
        icon: None,
        whom: whom::field(admin).await?,
        refusal: None,
    })
}

/// What was typed, if all of it can be.
fn read(
    page: &mut ComputerForm,
    typed: &[String; 7],
    groups: &[String],
) -> Result<Option<Computer>, Trouble> {
    let [name, address, command, icon, chosen, people, _] = typed;
    page.icon = icon_of(icon)?;
    let sent = Sent {
        chosen,
        people,
        groups,
    };
    let name_of = |text: &str| line(text, MAX_NAME);
    let host_of = |text: &str| text.parse::<Host>();
    let command_of = |text: &str| -> Result<Command, NotAcceptable> { text.parse() };
    let read = (
        parsed(name, name_of, Problem::Missing, &mut page.name),
        parsed(address, host_of, Problem::NotAnAddress, &mut page.address),
        optional(command, command_of, Problem::Missing, &mut page.command),
        whom::read(&page.slug, &sent, &mut page.whom)?,
    );
    let (Some(name), Some(host), Some(command), Some(whom)) = read else {
        return Ok(None);
    };
    Ok(Some(Computer {
        name,
        host,
        command,
        icon: page.icon,
        whom,
    }))
}

/// The drawing that was chosen; none where it was the one that goes without saying.
pub(super) fn icon_of(typed: &str) -> Result<Option<Icon>, Trouble> {
    match typed {
        "" => Ok(None),
        icon => Icon::parse(icon).map(Some).ok_or(Trouble::BadForm),
    }
}

fn refuse(mut page: ComputerForm, why: NotDone) -> Result<Response, Trouble> {
    let (status, refusal) = refusal(why, &mut page.name)?;
    page.refusal = refusal;
    visit::page_with(status, &page)
}

/// What a form says about a refusal, beside what it notes at the name.
pub(super) fn refusal(
    why: NotDone,
    name: &mut Field,
) -> Result<(StatusCode, Option<FormRefusal>), Trouble> {
    let refusal = match why {
        NotDone::Denied => return Err(Trouble::Forbidden),
        NotDone::Taken => {
            name.problem = Some(Problem::Taken);
            None
        }
        NotDone::Nobody(login) => Some(FormRefusal::Nobody(login)),
        NotDone::Full => Some(FormRefusal::Full),
        NotDone::Stale => return Ok((StatusCode::CONFLICT, Some(FormRefusal::Stale))),
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, refusal))
}

/// A destination of the organization, with whom it is for.
pub(super) async fn found(
    admin: &Administrator,
    (what, id): (Kind, &str),
) -> Result<(Destination, Audience), Trouble> {
    let id: DestinationId = id.parse().map_err(|_| Trouble::NotFound)?;
    let scope = admin.scope;
    let unit = async move |tx: &mut Tx<'_>| {
        let one = destinations::find(tx, scope, id).await?;
        Ok((one, audience(tx, scope, id).await?))
    };
    let store = &admin.member.app().store;
    let (one, audience) = store.read(unit).await.map_err(Fault::from)?;
    let one = one.filter(|one| one.what == what);
    Ok((one.ok_or(Trouble::NotFound)?, audience))
}

/// Who may log on by a RADIUS client, besides everybody.
pub(super) async fn audience_of(
    tx: &mut Tx<'_>,
    scope: Scope,
    id: RadiusClientId,
) -> portcullis_store::Result<Audience> {
    Ok(Audience {
        groups: radius_clients::groups(tx, scope, id).await?,
        people: radius_clients::named(tx, scope, id).await?,
    })
}

/// What somebody types to get to a computer.
fn example(one: &Destination) -> String {
    let command = one.shown.command.as_deref();
    let command = command.and_then(|command| command.parse().ok());
    let host = one.shown.address.parse();
    host.map(|host| connection(command.as_ref(), &host, SOMEBODY))
        .unwrap_or_default()
}
