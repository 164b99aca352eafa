//! RADIUS clients as owners and the command line manage them.

use std::net::IpAddr;

use data_encoding::BASE32;
use ipnet::IpNet;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::{AccountId, GroupId, OrganizationId, RadiusClientId};
use portcullis_core::name::NotAcceptable;
use portcullis_core::radius::{Fingerprint, Returned};
use portcullis_core::role::{self, Actor, Scope};
use portcullis_core::secret::Secret;
use portcullis_store::radius_clients::{self, Addresses, Client, NewClient, Terms};
use portcullis_store::{Error, Result, Tx, radius_certificates};

use super::tls;
use crate::app::App;
use crate::fault::Fault;
use crate::groups;
use crate::record::Subject;

/// What [`Error::Conflict`] says where a certificate is another client's.
const CERTIFICATES: &str = "radius_certificates";
/// The longest name of a client, in characters.
pub const MAX_NAME: usize = 64;
/// The most bytes of attributes that an Accept carries for a client, so that an answer always fits.
pub const MAX_RETURNED: usize = 2_000;

/// A client to be added.
#[derive(Clone)]
pub struct NewRadiusClient {
    /// Its name in the organization.
    pub name: String,
    /// How it is told from others.
    pub known_by: KnownBy,
    /// What it may.
    pub terms: Terms,
    /// Who may log on, where not everybody may.
    pub named: Vec<AccountId>,
    /// Which groups may, besides.
    pub groups: Vec<GroupId>,
}

/// How a client is told from others.
#[derive(Clone)]
pub enum KnownBy {
    /// By where its packets come from, with a secret that it shares.
    Network(IpNet),
    /// By its certificates, over TLS, from wherever.
    Certificates(Vec<Fingerprint>),
}

/// What is to be changed about a client.
#[derive(Clone)]
pub struct Change {
    /// What it may from now on.
    pub terms: Terms,
    /// Who may log on besides.
    pub allow: Vec<AccountId>,
    /// Who may not any more.
    pub disallow: Vec<AccountId>,
    /// Which groups may from now on, where that changes.
    pub groups: Option<Vec<GroupId>>,
    /// By which certificates it is known, where that changes.
    pub certificates: Certificates,
}

/// Why a client was not added or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The actor may not.
    Denied,
    /// Another has its name in the organization, or its network or certificate in the instance.
    Taken,
    /// It is gone, or somebody else changed it first.
    Stale,
    /// What it would be returned is more than fits.
    TooMuch,
    /// It comes over TLS and shares no secret, or the other way round.
    OtherWay,
    /// It would be known by no certificate any more.
    LastCertificate,
}

/// Certificates of a client that comes over TLS, to be changed.
#[derive(Clone, Default)]
pub struct Certificates {
    /// Known from now on.
    pub add: Vec<Fingerprint>,
    /// Not any more.
    pub remove: Vec<Fingerprint>,
}

/// Adds a client; gives the secret that it shares, if it does, which is not shown again.
pub async fn add(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    new: NewRadiusClient,
    origin: Origin,
) -> Result<Result<Option<Secret<String>>, NotDone>, Fault> {
    if let Err(refused) = may(app, actor, &new.terms) {
        return Ok(Err(refused));
    }
    let (app_, scope) = (app.clone(), Scope::of(organization));
    let by = Subject::by(Who::from(actor), scope, None, &origin);
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let id = RadiusClientId::new(app.now(), app.random()?);
        let secret = new_secret(app)?;
        if !groups::are_there(tx, scope, &new.groups).await? {
            return Ok(Err(NotDone::Stale));
        }
        let (network, written) = match &new.known_by {
            KnownBy::Network(network) => {
                let network = addresses(*network);
                let written = network.written.clone();
                (network, written)
            }
            KnownBy::Certificates(certificates) => {
                // Asked first, so that nothing is left of a client that can't be added.
                for one in certificates {
                    if radius_clients::by_certificate(tx, *one).await?.is_some() {
                        return Ok(Err(NotDone::Taken));
                    }
                }
                let written: Vec<String> = certificates.iter().map(ToString::to_string).collect();
                (Addresses::none(id), written.join(", "))
            }
        };
        let named = (new.name.as_str(), new.named.as_slice());
        let terms = &new.terms;
        if !insert(tx, app, (scope, id), named, (&network, &secret, terms)).await? {
            return Ok(Err(NotDone::Taken));
        }
        radius_clients::give(tx, scope, id, &new.groups).await?;
        let event = Event::RadiusClientAdded {
            client: new.name.clone(),
            network: written,
        };
        by.write(tx, app, event, app.now()).await?;
        let KnownBy::Certificates(certificates) = &new.known_by else {
            return Ok(Ok(Some(secret)));
        };
        for one in certificates {
            if !radius_certificates::add(tx, scope, id, *one, app.now()).await? {
                return Err(Error::Conflict(CERTIFICATES.to_owned()));
            }
        }
        Ok(Ok(None))
    };
    taken_at_once(app.store.write(unit).await)
}

/// What came of a unit that somebody else was faster than with a certificate.
fn taken_at_once<T>(done: Result<Result<T, NotDone>>) -> Result<Result<T, NotDone>, Fault> {
    match done {
        Err(Error::Conflict(what)) if what == CERTIFICATES => Ok(Err(NotDone::Taken)),
        // Somebody who was named, or a group, is gone meanwhile.
        Err(Error::Conflict(_)) => Ok(Err(NotDone::Stale)),
        done => Ok(done?),
    }
}

async fn insert(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, id): (Scope, RadiusClientId),
    (name, named): (&str, &[AccountId]),
    (network, secret, terms): (&Addresses, &Secret<String>, &Terms),
) -> Result<bool> {
    let client = NewClient {
        id,
        name,
        network,
        secret,
        nonce: app.random()?,
        terms,
        created_at: app.now(),
    };
    if !radius_clients::add(tx, &app.sealer, scope, &client).await? {
        return Ok(false);
    }
    for account in named {
        radius_clients::allow(tx, scope, id, *account).await?;
    }
    Ok(true)
}

/// Changes what a client may, and who may log on there.
pub async fn change(
    app: &App,
    actor: &Actor,
    client: &Client,
    change: Change,
    origin: Origin,
) -> Result<Result<(), NotDone>, Fault> {
    if let Err(refused) = may(app, actor, &change.terms) {
        return Ok(Err(refused));
    }
    let anew = !change.certificates.add.is_empty() || !change.certificates.remove.is_empty();
    if anew && !client.is_by_certificate() {
        return Ok(Err(NotDone::OtherWay));
    }
    let (app_, client) = (app.clone(), client.clone());
    let by = Subject::by(Who::from(actor), client.scope(), None, &origin);
    let unit = async move |tx: &mut Tx<'_>| {
        let (scope, id) = (client.scope(), client.id);
        let groups = change.groups.as_deref();
        let Certificates { add, remove } = &change.certificates;
        let known = radius_certificates::of(tx, scope, id).await?;
        let mut kept = known.iter().chain(add).filter(|one| !remove.contains(one));
        if client.is_by_certificate() && kept.next().is_none() {
            return Ok(Err(NotDone::LastCertificate));
        }
        let mut changes = changes(&client.terms, &change.terms);
        changes.extend(add.iter().map(|one| format!("+ certificate {one}")));
        changes.extend(remove.iter().map(|one| format!("- certificate {one}")));
        for (sign, people) in [("+", change.allow.len()), ("-", change.disallow.len())] {
            if people > 0 && !change.terms.everyone {
                changes.push(format!("{sign} {people} named"));
            }
        }
        // Whoever changes it at the same time waits here, and then finds that it was changed.
        if !groups::are_there(tx, scope, groups.unwrap_or_default()).await?
            || !radius_clients::change(tx, &client, &change.terms).await?
        {
            return Ok(Err(NotDone::Stale));
        }
        for one in add.iter().filter(|one| !remove.contains(one)) {
            if !known.contains(one)
                && !radius_certificates::add(tx, scope, id, *one, app_.now()).await?
            {
                return Err(Error::Conflict(CERTIFICATES.to_owned()));
            }
        }
        for one in remove {
            radius_certificates::remove(tx, scope, id, *one).await?;
        }
        if change.terms.everyone {
            // Else those who were named before would be let in again by the next one who is.
            radius_clients::disallow_all(tx, scope, id).await?;
        } else if let Some(groups) = groups {
            radius_clients::give(tx, scope, id, groups).await?;
        }
        for account in &change.allow {
            radius_clients::allow(tx, scope, id, *account).await?;
        }
        for account in &change.disallow {
            radius_clients::disallow(tx, scope, id, *account).await?;
        }
        let client = client.name.clone();
        let event = Event::RadiusClientChanged { client, changes };
        by.write(tx, &app_, event, app_.now()).await?;
        Ok(Ok(()))
    };
    taken_at_once(app.store.write(unit).await)
}

/// What differs, in the words of the command line.
fn changes(from: &Terms, to: &Terms) -> Vec<String> {
    let who = |terms: &Terms| if terms.everyone { "everyone" } else { "only" };
    let codes = |terms: &Terms| if terms.recovery_codes { "yes" } else { "no" };
    let (before, after) = (from.returned.join(", "), to.returned.join(", "));
    let rows = [
        (
            "message-authenticator",
            from.signing.as_str(),
            to.signing.as_str(),
        ),
        ("flow", from.flow.as_str(), to.flow.as_str()),
        ("who", who(from), who(to)),
        ("recovery-codes", codes(from), codes(to)),
        ("return", &before, &after),
    ];
    let changed = rows.into_iter().filter(|(_, from, to)| from != to);
    changed
        .map(|(what, from, to)| format!("{what}: {from} → {to}"))
        .collect()
}

/// Gives a client another secret: what is signed with the one before is not heard any more.
pub async fn rotate(
    app: &App,
    actor: &Actor,
    client: &Client,
    origin: Origin,
) -> Result<Result<Secret<String>, NotDone>, Fault> {
    if role::instance(actor, app.now()).is_err() {
        return Ok(Err(NotDone::Denied));
    }
    if client.is_by_certificate() {
        return Ok(Err(NotDone::OtherWay));
    }
    let (app_, client) = (app.clone(), client.clone());
    let by = Subject::by(Who::from(actor), client.scope(), None, &origin);
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, scope, secret) = (&app_, client.scope(), new_secret(&app_)?);
        let sealed = (&secret, app.random()?);
        if !radius_clients::rotate(tx, &app.sealer, scope, client.id, sealed).await? {
            return Ok(Err(NotDone::Stale));
        }
        let client = client.name.clone();
        by.write(tx, app, Event::RadiusSecretRotated { client }, app.now())
            .await?;
        Ok(Ok(secret))
    };
    Ok(app.store.write(unit).await?)
}

/// Removes a client: nothing from its network is answered any more.
pub async fn remove(
    app: &App,
    actor: &Actor,
    client: &Client,
    origin: Origin,
) -> Result<Result<(), NotDone>, Fault> {
    if role::instance(actor, app.now()).is_err() {
        return Ok(Err(NotDone::Denied));
    }
    let (app_, client) = (app.clone(), client.clone());
    let by = Subject::by(Who::from(actor), client.scope(), None, &origin);
    let unit = async move |tx: &mut Tx<'_>| {
        let scope = client.scope();
        if !radius_clients::remove(tx, scope, client.id).await? {
            return Ok(Err(NotDone::Stale));
        }
        let client = client.name.clone();
        by.write(tx, &app_, Event::RadiusClientRemoved { client }, app_.now())
            .await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// The client that an address belongs to, with its secret: for the command line, which is run by whoever
/// can read both.
pub async fn of_address(
    app: &App,
    address: IpAddr,
) -> Result<Option<(Client, Secret<Vec<u8>>)>, Fault> {
    let (app_, key) = (app.clone(), bytes(address.to_canonical()));
    let unit = async move |tx: &mut Tx<'_>| {
        let Some(client) = radius_clients::by_source(tx, key).await? else {
            return Ok(None);
        };
        let secret = radius_clients::secret(tx, &app_.sealer, &client).await?;
        Ok(Some((client, secret)))
    };
    Ok(app.store.read(unit).await?)
}

/// A network as it is typed: one address, or many.
pub fn network(text: &str) -> Result<IpNet, NotAcceptable> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NotAcceptable::Empty);
    }
    let address = || text.parse::<IpAddr>().ok().map(IpNet::from);
    let network = text.parse().ok().or_else(address);
    network.ok_or(NotAcceptable::Form)
}

/// Certificates as they are typed: each its fingerprint in a line, or itself as PEM.
pub fn certificates(text: &str) -> Result<Vec<Fingerprint>, NotAcceptable> {
    let mut read = Vec::new();
    let mut pem: Option<String> = None;
    for line in text.lines().map(str::trim) {
        let one = if let Some(mut begun) = pem.take() {
            begun = format!("{begun}\n{line}");
            if !line.starts_with("-----END") {
                pem = Some(begun);
                continue;
            }
            tls::fingerprint(begun.as_bytes()).ok_or(NotAcceptable::Form)?
        } else if line.starts_with("-----BEGIN") {
            pem = Some(line.to_owned());
            continue;
        } else if line.is_empty() {
            continue;
        } else {
            line.parse().map_err(|_| NotAcceptable::Form)?
        };
        if !read.contains(&one) {
            read.push(one);
        }
    }
    if pem.is_some() {
        return Err(NotAcceptable::Form);
    }
    if read.is_empty() {
        return Err(NotAcceptable::Empty);
    }
    Ok(read)
}

/// An address as networks are compared: IPv4 within IPv6.
fn bytes(address: IpAddr) -> [u8; 16] {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().octets(),
        IpAddr::V6(address) => address.octets(),
    }
}

fn may(app: &App, actor: &Actor, terms: &Terms) -> std::result::Result<(), NotDone> {
    role::instance(actor, app.now()).map_err(|_| NotDone::Denied)?;
    let parsed = terms.returned.iter().filter_map(|one| one.parse().ok());
    let bytes = parsed.map(|one: Returned| one.value().len() + 2);
    if bytes.sum::<usize>() > MAX_RETURNED {
        return Err(NotDone::TooMuch);
    }
    Ok(())
}

/// 160 bits in 32 letters and digits, which every configuration file takes.
fn new_secret(app: &App) -> Result<Secret<String>> {
    let bytes: [u8; 20] = app.random()?;
    Ok(Secret::new(BASE32.encode(&bytes).to_lowercase()))
}

/// The ends of a network, IPv4 within IPv6, so that one comparison does for both.
fn addresses(network: IpNet) -> Addresses {
    let network = network.trunc();
    let written = if network.prefix_len() == network.max_prefix_len() {
        network.addr().to_string()
    } else {
        network.to_string()
    };
    Addresses {
        written,
        first: bytes(network.network()),
        last: bytes(network.broadcast()),
    }
}
