//! `portcullis application …`.

use portcullis_core::audit::Origin;
use portcullis_core::destination::{Icon, Kind, MAX_DESCRIPTION, Site};
use portcullis_core::name::line;
use portcullis_core::role::Scope;
use portcullis_server::App;
use portcullis_server::destinations::{self, Application, Audience};
use portcullis_store::destinations::Destination;
use portcullis_store::organizations::Organization;
use serde_json::Value;

use super::account::shown_time;
use super::remote_computer::{name_of, refused};
use super::{operator, organization_of, whom};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 6] = ["name", "address", "description", "icon", "who", "added"];

/// Runs a command about applications.
pub async fn run(options: &Options, command: cli::Application) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Application::List { organization, json } => {
            let organization = organization_of(&app, &organization).await?;
            let scope = Scope::of(organization.id);
            let all = destinations::all(&app, scope, Kind::Application).await?;
            let rows: Vec<[Value; 6]> = all
                .iter()
                .map(|(one, named)| {
                    [
                        one.shown.name.clone().into(),
                        one.shown.address.clone().into(),
                        one.shown.description.clone().unwrap_or_default().into(),
                        one.shown.icon.map_or("", Icon::as_str).into(),
                        whom::shown(&organization.slug, named.as_ref()).into(),
                        shown_time(one.created_at).into(),
                    ]
                })
                .collect();
            output::rows(json, HEADINGS, &rows);
            Ok(())
        }
        cli::Application::Create {
            organization,
            name,
            address,
            description,
            icon,
            whom,
        } => {
            let organization = organization_of(&app, &organization).await?;
            let new = Application {
                name: name_of(&name)?,
                site: site_of(&address)?,
                description: description_of(description.as_deref())?,
                icon: icon.as_deref().and_then(Icon::parse),
                whom: whom::whom(&app, &organization, &whom).await?,
            };
            let (actor, origin) = (operator(), Origin::default());
            let added = destinations::add(&app, &actor, organization.id, new, origin).await?;
            added.map_err(|why| refused(&why, &name))?;
            output::line(&format!("{name} stands on the dashboard from now on."));
            Ok(())
        }
        cli::Application::Edit {
            organization,
            name,
            change,
        } => edit(&app, (&organization, &name), change).await,
        cli::Application::Delete { organization, name } => {
            let (_, one, _) = find(&app, &organization, &name).await?;
            let removed = destinations::remove(&app, &operator(), &one, Origin::default()).await?;
            removed.map_err(|why| refused(&why, &name))?;
            output::line(&format!("{name} is on nobody's dashboard any more."));
            Ok(())
        }
    }
}

async fn edit(
    app: &App,
    (slug, name): (&str, &str),
    change: cli::ApplicationChange,
) -> Result<(), Failure> {
    let (organization, one, before) = find(app, slug, name).await?;
    let new = Application {
        name: name_of(change.rename.as_deref().unwrap_or(&one.shown.name))?,
        site: site_of(change.address.as_deref().unwrap_or(&one.shown.address))?,
        description: match &change.description {
            Some(description) => description_of(Some(description))?,
            None => one.shown.description.clone(),
        },
        icon: match &change.icon {
            Some(icon) => Icon::parse(icon),
            None if change.letters => None,
            None => one.shown.icon,
        },
        whom: whom::changed(app, &organization, before, (&change.whom, &change.not)).await?,
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
    let scope = Scope::of(organization.id);
    let all = destinations::all(app, scope, Kind::Application).await?;
    let found = all.into_iter().find(|(one, _)| one.shown.name == name);
    let (one, named) = found.ok_or_else(|| {
        Failure::new(format!(
            "{slug} has no application {name}; `portcullis application list {slug}` shows all"
        ))
    })?;
    Ok((organization, one, named))
}

fn site_of(address: &str) -> Result<Site, Failure> {
    address.parse().map_err(|_| {
        Failure::new(format!(
            "{address} is no address of a site; write it like https://mail.example.com"
        ))
    })
}

/// What was said, if anything was.
fn description_of(said: Option<&str>) -> Result<Option<String>, Failure> {
    let said = said.filter(|said| !said.trim().is_empty());
    let line = said.map(|said| line(said, MAX_DESCRIPTION)).transpose();
    line.map_err(|why| Failure::new(format!("the description can't be taken: {why}")))
}
