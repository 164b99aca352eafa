//! RADIUS clients, for owners: adding one, its page, another secret, and removing it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::id::{GroupId, RadiusClientId};
use portcullis_core::login::LoginName;
use portcullis_core::name::line;
use portcullis_core::radius::{Fingerprint, Flow, Returned, Signing};
use portcullis_core::secret::Secret;
use portcullis_pages::{
    ClientForm, ClientSecret, Field, FormRefusal, OneClient, Problem, RemoteAct, RemoteConfirm,
};
use portcullis_store::radius_clients::{self, Client, Terms};
use portcullis_store::{Tx, radius_certificates};

use super::remote_logon::{Place, audience_of, home, may, prove};
use super::whom::{self, Sent};
use crate::destinations::{Audience, Whom};
use crate::fault::Fault;
use crate::people;
use crate::radius::clients::{
    self, Certificates, Change, KnownBy, MAX_NAME, NewRadiusClient, NotDone, network,
};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::field::parsed;
use crate::web::form::Form;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// Where RADIUS is answered, where the configuration does not say it.
const PORT: u16 = 1812;

const FIELDS: [&str; 10] = [
    "name",
    "network",
    "signing",
    "flow",
    "whom",
    "people",
    "recovery_codes",
    "returned",
    "version",
    "certificates",
];

/// What was chosen.
struct Chosen {
    terms: Terms,
    named: Vec<LoginName>,
    groups: Vec<GroupId>,
}

pub async fn show_new(admin: Administrator) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "clients/new").await?;
    visit::page(&blank(&admin).await?)
}

pub async fn submit_new(admin: Administrator, mut form: Form) -> Result<Response, Trouble> {
    may(&admin)?;
    let groups = whom::ticked(&mut form);
    let typed = form.only(FIELDS)?;
    prove(&admin, "clients/new").await?;
    let mut page = blank(&admin).await?;
    let name_of = |text: &str| line(text, MAX_NAME);
    let name = parsed(&typed[0], name_of, Problem::Missing, &mut page.name);
    let known_by = known_by(&mut page, &typed[1], &typed[9]);
    let chosen = read(&mut page, &typed, &groups)?;
    let (Some(name), Some(known_by), Some(chosen)) = (name, known_by, chosen) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let visit = &admin.member.visit;
    let found = people::named(&visit.app, admin.scope, chosen.named).await?;
    let named = match found {
        Ok(named) => named,
        Err(login) => return nobody(page, login),
    };
    let signing = chosen.terms.signing;
    let new = NewRadiusClient {
        name: name.clone(),
        known_by,
        terms: chosen.terms,
        named,
        groups: chosen.groups,
    };
    let (actor, organization) = (&admin.actor, admin.organization.id);
    let added = clients::add(&visit.app, actor, organization, new, visit.origin.clone()).await?;
    match added {
        Ok(Some(secret)) => shows(&admin, (name, signing), &secret, false),
        Ok(None) => Ok(redirect(&home(&admin))),
        Err(why) => refuse(page, why),
    }
}

/// How a new client is to be known: in one way of the two.
fn known_by(page: &mut ClientForm, typed: &str, certificates: &str) -> Option<KnownBy> {
    let is_one = typed.trim().is_empty() != certificates.trim().is_empty();
    if !is_one {
        page.network = Field::with_problem(typed, Problem::NetworkOrCertificate);
        page.certificates = Field::new(certificates);
        return None;
    }
    if certificates.trim().is_empty() {
        let network = parsed(typed, network, Problem::NotANetwork, &mut page.network);
        return network.map(KnownBy::Network);
    }
    let (parse, problem) = (clients::certificates, Problem::NotACertificate);
    let certificates = parsed(certificates, parse, problem, &mut page.certificates);
    certificates.map(KnownBy::Certificates)
}

pub async fn show_one(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let (client, audience, certificates) = found(&admin, &id).await?;
    let about = about(&admin, &client).await?;
    let certificates: Vec<String> = certificates.iter().map(ToString::to_string).collect();
    visit::page(&ClientForm {
        certificates: Field::new(certificates.join("\n")),
        signing: client.terms.signing,
        flow: client.terms.flow,
        whom: whom::filled(about.whom, client.terms.everyone, &audience),
        recovery_codes: client.terms.recovery_codes,
        returned: Field::new(client.terms.returned.join("\n")),
        ..about
    })
}

pub async fn submit_one(
    admin: Administrator,
    Path((_, id)): Place,
    mut form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let groups = whom::ticked(&mut form);
    let typed = form.only(FIELDS)?;
    let (client, before, known) = found(&admin, &id).await?;
    prove(&admin, &format!("clients/{id}")).await?;
    let mut page = about(&admin, &client).await?;
    let certificates = if client.is_by_certificate() {
        let (parse, problem) = (clients::certificates, Problem::NotACertificate);
        parsed(&typed[9], parse, problem, &mut page.certificates)
    } else {
        Some(Vec::new())
    };
    let chosen = read(&mut page, &typed, &groups)?;
    let (Some(chosen), Some(certificates)) = (chosen, certificates) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let version: i64 = typed[8].parse().map_err(|_| Trouble::BadForm)?;
    if version != client.version {
        return refuse(page, NotDone::Stale);
    }
    let visit = &admin.member.visit;
    let allow = match people::named(&visit.app, admin.scope, chosen.named.clone()).await? {
        Ok(allow) => allow,
        Err(login) => return nobody(page, login),
    };
    let gone = before
        .people
        .iter()
        .filter(|name| !chosen.named.iter().any(|stays| stays.as_str() == *name));
    let gone = gone.filter_map(|name| name.parse().ok()).collect();
    let disallow = people::named(&visit.app, admin.scope, gone).await?;
    let change = Change {
        terms: chosen.terms,
        allow,
        // Whose account went meanwhile is not named any more.
        disallow: disallow.unwrap_or_default(),
        groups: Some(chosen.groups),
        certificates: Certificates {
            remove: without(&known, &certificates),
            add: without(&certificates, &known),
        },
    };
    let origin = visit.origin.clone();
    match clients::change(&visit.app, &admin.actor, &client, change, origin).await? {
        Ok(()) => Ok(redirect(&home(&admin))),
        Err(why) => refuse(page, why),
    }
}

pub async fn show_rotate(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    ask(&admin, &id, RemoteAct::RotateClient).await
}

pub async fn rotate(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let [] = form.only([])?;
    let (client, ..) = found(&admin, &id).await?;
    prove(&admin, &format!("clients/{id}/rotate")).await?;
    let visit = &admin.member.visit;
    let rotated = clients::rotate(&visit.app, &admin.actor, &client, visit.origin.clone());
    match rotated.await? {
        Ok(secret) => shows(&admin, (client.name, client.terms.signing), &secret, true),
        Err(NotDone::Denied) => Err(Trouble::Forbidden),
        Err(_) => Err(Trouble::NotFound),
    }
}

pub async fn show_delete(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    ask(&admin, &id, RemoteAct::DeleteClient).await
}

pub async fn delete(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let [] = form.only([])?;
    let (client, ..) = found(&admin, &id).await?;
    prove(&admin, &format!("clients/{id}/delete")).await?;
    let visit = &admin.member.visit;
    let removed = clients::remove(&visit.app, &admin.actor, &client, visit.origin.clone());
    match removed.await? {
        // It is gone, whoever was first.
        Ok(()) | Err(NotDone::Stale) => Ok(redirect(&home(&admin))),
        Err(_) => Err(Trouble::Forbidden),
    }
}

/// The page before something is done to a client.
async fn ask(admin: &Administrator, id: &str, act: RemoteAct) -> Result<Response, Trouble> {
    may(admin)?;
    let (client, ..) = found(admin, id).await?;
    if act == RemoteAct::RotateClient && client.is_by_certificate() {
        return Err(Trouble::NotFound);
    }
    let word = match act {
        RemoteAct::RotateClient => "rotate",
        RemoteAct::DeleteClient | RemoteAct::DeleteComputer => "delete",
    };
    prove(admin, &format!("clients/{id}/{word}")).await?;
    visit::page(&RemoteConfirm {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        act,
        id: client.id.to_string(),
        name: client.name,
    })
}

async fn blank(admin: &Administrator) -> Result<ClientForm, Trouble> {
    Ok(ClientForm {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        one: None,
        name: Field::default(),
        network: Field::default(),
        certificates: Field::default(),
        signing: Signing::Yes,
        flow: Flow::Challenge,
        whom: whom::field(admin).await?,
        recovery_codes: false,
        returned: Field::default(),
        refusal: None,
    })
}

async fn about(admin: &Administrator, client: &Client) -> Result<ClientForm, Trouble> {
    Ok(ClientForm {
        one: Some(OneClient {
            id: client.id.to_string(),
            name: client.name.clone(),
            network: client.network.clone(),
            version: client.version,
        }),
        ..blank(admin).await?
    })
}

/// What was chosen, if all of it can be.
fn read(
    page: &mut ClientForm,
    typed: &[String; 10],
    groups: &[String],
) -> Result<Option<Chosen>, Trouble> {
    let [
        _,
        _,
        signing,
        flow,
        chosen,
        people,
        recovery_codes,
        returned,
        _,
        _,
    ] = typed;
    page.signing = Signing::parse(signing).ok_or(Trouble::BadForm)?;
    page.flow = Flow::parse(flow).ok_or(Trouble::BadForm)?;
    page.recovery_codes = match recovery_codes.as_str() {
        "" => false,
        "on" => true,
        _ => return Err(Trouble::BadForm),
    };
    let lines = returned.lines().map(str::trim);
    let lines: Vec<String> = lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    page.returned = Field::new(returned.clone());
    if lines.iter().any(|line| line.parse::<Returned>().is_err()) {
        page.returned.problem = Some(Problem::NotAttributes);
    }
    let sent = Sent {
        chosen,
        people,
        groups,
    };
    let whom = whom::read(&page.slug, &sent, &mut page.whom)?;
    let Some(whom) = whom.filter(|_| page.returned.problem.is_none()) else {
        return Ok(None);
    };
    let everyone = whom == Whom::Everyone;
    let (groups, named) = match whom {
        Whom::Everyone => (Vec::new(), Vec::new()),
        Whom::Only { groups, people } => (groups, people),
    };
    Ok(Some(Chosen {
        terms: Terms {
            signing: page.signing,
            flow: page.flow,
            everyone,
            recovery_codes: page.recovery_codes,
            returned: lines,
        },
        named,
        groups,
    }))
}

fn nobody(mut page: ClientForm, login: String) -> Result<Response, Trouble> {
    page.refusal = Some(FormRefusal::Nobody(login));
    visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn refuse(mut page: ClientForm, why: NotDone) -> Result<Response, Trouble> {
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match why {
        NotDone::Denied => return Err(Trouble::Forbidden),
        // The page has read which way it is, and that one certificate is left.
        NotDone::OtherWay | NotDone::LastCertificate => return Err(Trouble::BadForm),
        NotDone::Taken => page.refusal = Some(FormRefusal::Taken),
        NotDone::TooMuch => page.refusal = Some(FormRefusal::TooMuch),
        NotDone::Stale => {
            status = StatusCode::CONFLICT;
            page.refusal = Some(FormRefusal::Stale);
        }
    }
    visit::page_with(status, &page)
}

/// The page with a secret, this once.
fn shows(
    admin: &Administrator,
    (name, signing): (String, Signing),
    secret: &Secret<String>,
    rotated: bool,
) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let settings = visit.app.settings();
    let port = settings.radius.map_or(PORT, |at| at.port());
    let known = settings.radius.filter(|at| !at.ip().is_unspecified());
    let host = settings.public_url.host_str().unwrap_or_default();
    visit::page(&ClientSecret {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        name,
        secret: secret.reveal().clone(),
        server: known.map_or_else(|| format!("{host}:{port}"), |at| at.to_string()),
        server_known: known.is_some(),
        signing,
        rotated,
    })
}

/// Those that others lack.
fn without(some: &[Fingerprint], others: &[Fingerprint]) -> Vec<Fingerprint> {
    let lacks = |one: &&Fingerprint| !others.contains(one);
    some.iter().filter(lacks).copied().collect()
}

/// A client of the organization, with who may log on there and the certificates that it is known by.
async fn found(
    admin: &Administrator,
    id: &str,
) -> Result<(Client, Audience, Vec<Fingerprint>), Trouble> {
    let id: RadiusClientId = id.parse().map_err(|_| Trouble::NotFound)?;
    let scope = admin.scope;
    let unit = async move |tx: &mut Tx<'_>| {
        let client = radius_clients::find(tx, scope, id).await?;
        let certificates = radius_certificates::of(tx, scope, id).await?;
        Ok((client, audience_of(tx, scope, id).await?, certificates))
    };
    let store = &admin.member.app().store;
    let (client, audience, certificates) = store.read(unit).await.map_err(Fault::from)?;
    Ok((client.ok_or(Trouble::NotFound)?, audience, certificates))
}
