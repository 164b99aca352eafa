//! `portcullis remote-computer …`.

use portcullis_core::audit::Origin;
use portcullis_core::destination::{self, Host, Icon, Kind, MAX_DESTINATIONS, MAX_NAME};
use portcullis_core::name::line;
use portcullis_core::role::Scope;
use portcullis_server::App;
use portcullis_server::destinations::{self, Audience, Computer, NotDone};
use portcullis_store::destinations::Destination;
use portcullis_store::organizations::Organization;
use serde_json::Value;

use super::account::shown_time;
use super::{operator, organization_of, whom};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const WHAT: Kind = Kind::RemoteComputer;
const HEADINGS: [&str; 6] = ["name", "address", "command", "icon", "who", "added"];

/// Runs a command about remote computers.
pub async fn run(options: &Options, command: cli::RemoteComputer) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::RemoteComputer::List { organization, json } => {
            let organization = organization_of(&app, &organization).await?;
            let all = destinations::all(&app, Scope::of(organization.id), WHAT).await?;
            let rows: Vec<_> = all
                .iter()
                .map(|(one, named)| row(&organization, one, named.as_ref()))
                .collect();
            output::rows(json, HEADINGS, &rows);
            Ok(())
        }
        cli::RemoteComputer::Create {
            organization,
            name,
            address,
            shown,
        } => create(&app, (&organization, &name), &address, shown).await,
        cli::RemoteComputer::Edit {
            organization,
            name,
            rename,
            address,
            shown,
            not,
        } => {
            let change = Change {
                rename,
                address,
                shown,
                not,
            };
            edit(&app, (&organization, &name), change).await
        }
        cli::RemoteComputer::Delete { organization, name } => {
            let (_, one, _) = find(&app, &organization, &name).await?;
            let removed = destinations::remove(&app, &operator(), &one, Origin::default()).await?;
            removed.map_err(|why| refused(&why, &name))?;
            output::line(&format!("{name} is on nobody's dashboard any more."));
            Ok(())
        }
    }
}

/// What is to be changed.
struct Change {
    rename: Option<String>,
    address: Option<String>,
    shown: cli::ComputerShown,
    not: cli::NotForWhom,
}

async fn create(
    app: &App,
    (slug, name): (&str, &str),
    address: &str,
    shown: cli::ComputerShown,
) -> Result<(), Failure> {
    let organization = organization_of(app, slug).await?;
    let new = Computer {
        name: name_of(name)?,
        host: host_of(address)?,
        command: shown.command.as_deref().map(command_of).transpose()?,
        icon: shown.icon.as_deref().and_then(Icon::parse),
        whom: whom::whom(app, &organization, &shown.whom).await?,
    };
    let (who, origin) = (operator(), Origin::default());
    let added = destinations::add(app, &who, organization.id, new, origin).await?;
    added.map_err(|why| refused(&why, name))?;
    output::line(&format!("{name} stands on the dashboard from now on."));
    Ok(())
}

async fn edit(app: &App, (slug, name): (&str, &str), change: Change) -> Result<(), Failure> {
    let (organization, one, before) = find(app, slug, name).await?;
    let shown = &change.shown;
    let command = if shown.ssh {
        None
    } else {
        shown.command.as_deref().or(one.shown.command.as_deref())
    };
    let new = Computer {
        name: name_of(change.rename.as_deref().unwrap_or(&one.shown.name))?,
        host: host_of(change.address.as_deref().unwrap_or(&one.shown.address))?,
        command: command.map(command_of).transpose()?,
        icon: match &shown.icon {
            Some(icon) => Icon::parse(icon),
            None if shown.screen => None,
            None => one.shown.icon,
        },
        whom: whom::changed(app, &organization, before, (&shown.whom, &change.not)).await?,
    };
    let changed = destinations::change(app, &operator(), &one, new, Origin::default()).await?;
    changed.map_err(|why| refused(&why, name))?;
    output::line(&format!("{name} is changed."));
    Ok(())
}

async fn find(
    app: &App,
    slug: &str,
    name: &str,
) -> Result<(Organization, Destination, Option<Audience>), Failure> {
    let organization = organization_of(app, slug).await?;
    let all = destinations::all(app, Scope::of(organization.id), WHAT).await?;
    let found = all.into_iter().find(|(one, _)| one.shown.name == name);
    let (one, named) = found.ok_or_else(|| {
        Failure::new(format!(
            "{slug} has no remote computer {name}; `portcullis remote-computer list {slug}` shows all"
        ))
    })?;
    Ok((organization, one, named))
}

fn row(organization: &Organization, one: &Destination, audience: Option<&Audience>) -> [Value; 6] {
    let slug = &organization.slug;
    [
        one.shown.name.clone().into(),
        one.shown.address.clone().into(),
        one.shown.command.as_deref().unwrap_or("ssh").into(),
        one.shown.icon.map_or("", Icon::as_str).into(),
        whom::shown(slug, audience).into(),
        shown_time(one.created_at).into(),
    ]
}

pub(super) fn name_of(name: &str) -> Result<String, Failure> {
    line(name, MAX_NAME).map_err(|why| Failure::new(format!("the name can't be taken: {why}")))
}

fn host_of(address: &str) -> Result<Host, Failure> {
    address.parse().map_err(|_| {
        Failure::new(format!(
            "{address} is no address; write it like web-1.example.com, 10.0.0.7:2222 or [fd00::1]:22"
        ))
    })
}

fn command_of(command: &str) -> Result<destination::Command, Failure> {
    let parsed = command.parse();
    parsed.map_err(|why| Failure::new(format!("the command can't be taken: {why}")))
}

pub(super) fn refused(why: &NotDone, name: &str) -> Failure {
    match why {
        NotDone::Denied => Failure::denied(),
        NotDone::Taken => {
            Failure::new(format!("another one is called {name}; choose another name"))
        }
        NotDone::Stale => Failure::new(format!(
            "{name} was changed by somebody else this moment; look at it and try again"
        )),
        NotDone::Full => Failure::new(format!(
            "the organization has {MAX_DESTINATIONS} of them; remove some first"
        )),
        NotDone::Nobody(login) => Failure::new(format!(
            "nobody in the organization has the login name {login}"
        )),
    }
}
