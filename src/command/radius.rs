//! `portcullis radius …`.

use ipnet::IpNet;
use portcullis_core::audit::Origin;
use portcullis_core::id::{AccountId, GroupId};
use portcullis_core::name::line;
use portcullis_core::radius::{Fingerprint, Flow, Returned, Signing};
use portcullis_core::role::Scope;
use portcullis_server::App;
use portcullis_server::destinations::Audience;
use portcullis_server::radius::clients::{
    self, Certificates, Change, KnownBy, MAX_NAME, NewRadiusClient, NotDone,
};
use portcullis_server::radius::tls;
use portcullis_store::Tx;
use portcullis_store::organizations::Organization;
use portcullis_store::radius_certificates;
use portcullis_store::radius_clients::{self, Client, Terms};
use serde_json::Value;

use super::account::shown_time;
use super::whom::{groups_of, shown};
use super::{account_of, operator, organization_of, radius_test};
use crate::cli::{self, Options, YesOrNo};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 8] = [
    "name",
    "network",
    "message-authenticator",
    "flow",
    "who",
    "recovery codes",
    "returned",
    "added",
];
/// How many are read at a time.
const PAGE: u32 = 200;

/// Runs a command about remote logon.
pub async fn run(options: &Options, command: cli::Radius) -> Result<(), Failure> {
    let command = match command {
        cli::Radius::Client(command) => command,
        cli::Radius::Test(asked) => return radius_test::run(options, asked).await,
    };
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::RadiusClient::Create {
            organization,
            name,
            network,
            certificate,
            may,
        } => {
            let known_by = known_by(network, certificate)?;
            create(&app, (&organization, &name), known_by, may).await
        }
        cli::RadiusClient::List { organization, json } => list(&app, &organization, json).await,
        cli::RadiusClient::Show {
            organization,
            name,
            json,
        } => {
            let (organization, client) = find(&app, &organization, &name).await?;
            let row = row(&app, &organization, &client).await?;
            output::facts(json, HEADINGS, &row);
            Ok(())
        }
        cli::RadiusClient::Edit {
            organization,
            name,
            may,
            disallow,
            disallow_group,
            certificate,
            remove_certificate,
        } => {
            let certificates = Certificates {
                add: fingerprints(&certificate)?,
                remove: fingerprints(&remove_certificate)?,
            };
            let named = (organization.as_str(), name.as_str());
            edit(
                &app,
                named,
                (may, certificates),
                (&disallow, &disallow_group),
            )
            .await
        }
        cli::RadiusClient::Rotate { organization, name } => {
            let (_, client) = find(&app, &organization, &name).await?;
            let secret = clients::rotate(&app, &operator(), &client, Origin::default()).await?;
            let secret = secret.map_err(|why| refused(why, &name))?;
            show_secret(&name, secret.reveal());
            output::line("The secret before it is not heard any more.");
            Ok(())
        }
        cli::RadiusClient::Delete { organization, name } => {
            let (_, client) = find(&app, &organization, &name).await?;
            let removed = clients::remove(&app, &operator(), &client, Origin::default()).await?;
            removed.map_err(|why| refused(why, &name))?;
            output::line(&format!("{name} is not answered any more."));
            Ok(())
        }
    }
}

async fn create(
    app: &App,
    (slug, name): (&str, &str),
    known_by: KnownBy,
    may: cli::RadiusTerms,
) -> Result<(), Failure> {
    let organization = organization_of(app, slug).await?;
    let name = line(name, MAX_NAME)
        .map_err(|why| Failure::new(format!("the name can't be taken: {why}")))?;
    let groups = groups_of(app, &organization, &may.group).await?;
    let (terms, named) = terms(app, &organization, may, None).await?;
    let (signing, flow) = (terms.signing, terms.flow);
    let new = NewRadiusClient {
        name: name.clone(),
        known_by,
        terms,
        named,
        groups,
    };
    let added = clients::add(app, &operator(), organization.id, new, Origin::default()).await?;
    if let Some(secret) = added.map_err(|why| refused(why, &name))? {
        show_secret(&name, secret.reveal());
        explain(signing);
    } else {
        output::line(&format!(
            "{name} is known by its certificate, and asks over TLS (`radius.tls_listen`). Where it wants a secret, that is \
             \"radsec\"."
        ));
    }
    explain_flow(flow);
    Ok(())
}

async fn edit(
    app: &App,
    (slug, name): (&str, &str),
    (may, certificates): (cli::RadiusTerms, Certificates),
    (disallow, leave): (&[String], &[String]),
) -> Result<(), Failure> {
    let (organization, client) = find(app, slug, name).await?;
    let leave = groups_of(app, &organization, leave).await?;
    let (scope, id) = (client.scope(), client.id);
    let unit = async move |tx: &mut Tx<'_>| radius_clients::groups(tx, scope, id).await;
    let before = app.store.read(unit).await?.into_iter().map(|(id, _)| id);
    let mut groups: Vec<GroupId> = before.collect();
    groups.extend(groups_of(app, &organization, &may.group).await?);
    groups.retain(|id| !leave.contains(id));
    let (terms, allow) = terms(app, &organization, may, Some(&client)).await?;
    let (signing, flow) = (terms.signing, terms.flow);
    let change = Change {
        disallow: accounts(app, &organization, disallow).await?,
        terms,
        allow,
        groups: Some(groups),
        certificates,
    };
    let changed = clients::change(app, &operator(), &client, change, Origin::default()).await?;
    changed.map_err(|why| refused(why, name))?;
    output::line(&format!("{name} is changed."));
    if !client.is_by_certificate() {
        explain(signing);
    }
    explain_flow(flow);
    Ok(())
}

async fn list(app: &App, slug: &str, json: bool) -> Result<(), Failure> {
    let organization = organization_of(app, slug).await?;
    let (scope, mut rows, mut after) = (Scope::of(organization.id), Vec::new(), String::new());
    loop {
        let from = after.clone();
        let unit = async move |tx: &mut Tx<'_>| radius_clients::list(tx, scope, &from, PAGE).await;
        let page = app.store.read(unit).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.name);
        for client in &page {
            rows.push(row(app, &organization, client).await?);
        }
    }
    output::rows(json, HEADINGS, &rows);
    Ok(())
}

/// What a client may: what is said, else what it may already, else what is safe.
async fn terms(
    app: &App,
    organization: &Organization,
    may: cli::RadiusTerms,
    before: Option<&Client>,
) -> Result<(Terms, Vec<AccountId>), Failure> {
    let named = accounts(app, organization, &may.only).await?;
    let before = before.map(|client| client.terms.clone());
    let before = before.unwrap_or(Terms {
        signing: Signing::Yes,
        flow: Flow::Challenge,
        everyone: true,
        recovery_codes: false,
        returned: Vec::new(),
    });
    for written in &may.returned {
        let parsed = written.parse::<Returned>();
        parsed.map_err(|why| Failure::new(format!("--return {written}: {why}")))?;
    }
    let terms = Terms {
        signing: may
            .message_authenticator
            .map_or(before.signing, Signing::from),
        flow: may.flow.map_or(before.flow, Flow::from),
        everyone: may.everyone || (before.everyone && may.only.is_empty() && may.group.is_empty()),
        recovery_codes: may
            .recovery_codes
            .map_or(before.recovery_codes, |said| said == YesOrNo::Yes),
        returned: if may.return_nothing {
            Vec::new()
        } else if may.returned.is_empty() {
            before.returned
        } else {
            may.returned
        },
    };
    Ok((terms, named))
}

/// The accounts of logins, which must be of the organization.
async fn accounts(
    app: &App,
    organization: &Organization,
    logins: &[String],
) -> Result<Vec<AccountId>, Failure> {
    let mut found = Vec::new();
    for login in logins {
        let (own, account) = account_of(app, login).await?;
        if own.id != organization.id {
            let slug = &organization.slug;
            return Err(Failure::new(format!(
                "{login} is not of {slug}, whose people alone can log on there"
            )));
        }
        found.push(account.id);
    }
    Ok(found)
}

async fn find(app: &App, slug: &str, name: &str) -> Result<(Organization, Client), Failure> {
    let organization = organization_of(app, slug).await?;
    let (scope, wanted) = (Scope::of(organization.id), name.to_owned());
    let unit = async move |tx: &mut Tx<'_>| radius_clients::by_name(tx, scope, &wanted).await;
    let client = app.store.read(unit).await?;
    let client = client.ok_or_else(|| {
        Failure::new(format!(
            "{slug} has no client {name}; `portcullis radius client list {slug}` shows all"
        ))
    })?;
    Ok((organization, client))
}

async fn row(
    app: &App,
    organization: &Organization,
    client: &Client,
) -> Result<[Value; 8], Failure> {
    let (scope, id) = (client.scope(), client.id);
    let who = if client.terms.everyone {
        "everyone".to_owned()
    } else {
        let unit = async move |tx: &mut Tx<'_>| {
            Ok(Audience {
                groups: radius_clients::groups(tx, scope, id).await?,
                people: radius_clients::named(tx, scope, id).await?,
            })
        };
        let audience = app.store.read(unit).await?;
        shown(&organization.slug, Some(&audience))
    };
    let (from, signs) = if client.is_by_certificate() {
        let unit = async move |tx: &mut Tx<'_>| radius_certificates::of(tx, scope, id).await;
        let known = app.store.read(unit).await?;
        let known: Vec<String> = known.iter().map(ToString::to_string).collect();
        (known.join(", "), "by TLS")
    } else {
        (client.network.clone(), client.terms.signing.as_str())
    };
    Ok([
        client.name.clone().into(),
        from.into(),
        signs.into(),
        client.terms.flow.as_str().into(),
        who.into(),
        client.terms.recovery_codes.into(),
        client.terms.returned.join(", ").into(),
        shown_time(client.created_at).into(),
    ])
}

fn known_by(network: Option<IpNet>, certificate: Option<String>) -> Result<KnownBy, Failure> {
    match (network, certificate) {
        (Some(network), _) => Ok(KnownBy::Network(network)),
        (None, Some(written)) => Ok(KnownBy::Certificates(vec![fingerprint(&written)?])),
        (None, None) => Err(Failure::new("name its network, or --certificate")),
    }
}

fn fingerprints(written: &[String]) -> Result<Vec<Fingerprint>, Failure> {
    written.iter().map(|one| fingerprint(one)).collect()
}

/// What was written, or that of the certificate in the file of this name.
fn fingerprint(written: &str) -> Result<Fingerprint, Failure> {
    if let Ok(fingerprint) = written.parse() {
        return Ok(fingerprint);
    }
    let bad = |why: &dyn std::fmt::Display| {
        Failure::new(format!(
            "{written}: {why}; name a PEM file with the client's certificate, or its SHA-256 fingerprint of 64 hexadecimal digits"
        ))
    };
    let text = std::fs::read(written).map_err(|why| bad(&why))?;
    tls::fingerprint(&text).ok_or_else(|| bad(&"there is no certificate in it"))
}

fn show_secret(name: &str, secret: &str) {
    output::line(&format!("Secret of {name}: {secret}"));
    output::line("It is not shown again. Write it into the client's configuration.");
}

/// What must be known about a setting that lets unsigned requests in.
fn explain(signing: Signing) {
    match signing {
        Signing::Yes => {}
        Signing::Auto => output::line(
            "Until its first signed request, requests without a Message-Authenticator are taken; from then on they are not.",
        ),
        Signing::No => output::line(
            "Warning: requests without a Message-Authenticator are taken. Whoever is on the network between can change them \
             (CVE-2024-3596): use this on the same machine or in a tunnel only, for clients that can't sign, like libpam-radius-auth of Debian 12.",
        ),
    }
}

/// What must be known about a flow that a client does not ask for by itself.
fn explain_flow(flow: Flow) {
    match flow {
        Flow::Challenge => {}
        Flow::Together => output::line(
            "People type their password and, right behind it, the six digits of their app: what ends in six digits is always \
             taken apart there. Emailed codes can't be used with it.",
        ),
        Flow::CodeAlone => output::line(
            "Warning: only a code is asked for, never a password. The client must check the password itself, and before it asks.",
        ),
    }
}

fn refused(why: NotDone, name: &str) -> Failure {
    match why {
        NotDone::Denied => Failure::denied(),
        NotDone::Taken => Failure::new(format!(
            "{name} was not added or changed: a client has this name in the organization, or this network or certificate in \
             the instance"
        )),
        NotDone::OtherWay => Failure::new(format!(
            "{name} is known by its network and a secret or by its certificates, not by both; add another client for the other way"
        )),
        NotDone::LastCertificate => Failure::new(format!(
            "{name} would be known by no certificate; add another one, or delete the client"
        )),
        NotDone::Stale => Failure::new(format!(
            "{name} was changed by somebody else this moment; look at it and try again"
        )),
        NotDone::TooMuch => Failure::new(
            "the attributes to be returned are more than an answer holds; name fewer".to_owned(),
        ),
    }
}

impl From<cli::Signing> for Signing {
    fn from(signing: cli::Signing) -> Self {
        match signing {
            cli::Signing::Yes => Self::Yes,
            cli::Signing::Auto => Self::Auto,
            cli::Signing::No => Self::No,
        }
    }
}

impl From<cli::Flow> for Flow {
    fn from(flow: cli::Flow) -> Self {
        match flow {
            cli::Flow::Challenge => Self::Challenge,
            cli::Flow::Together => Self::Together,
            cli::Flow::CodeAlone => Self::CodeAlone,
        }
    }
}
