//! `portcullis group …`.

use portcullis_core::audit::Origin;
use portcullis_core::group::{MAX_AT_ONCE, MAX_GROUPS, Name};
use portcullis_core::role::Scope;
use portcullis_server::App;
use portcullis_server::groups::{self, NotDone};
use portcullis_server::people;
use portcullis_store::Tx;
use portcullis_store::groups::{Group, members};
use portcullis_store::organizations::Organization;
use serde_json::Value;

use super::account::shown_time;
use super::whom::names;
use super::{operator, organization_of};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 3] = ["name", "people", "made"];
const MEMBERS: [&str; 3] = ["login", "name", "since"];
/// How many are read at a time.
const PAGE: u32 = 500;

/// Runs a command about groups.
pub async fn run(options: &Options, command: cli::Group) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    let (actor, origin) = (operator(), Origin::default());
    match command {
        cli::Group::List { organization, json } => {
            let organization = organization_of(&app, &organization).await?;
            let all = groups::list(&app, Scope::of(organization.id)).await?;
            let rows: Vec<[Value; 3]> = all
                .iter()
                .map(|one| {
                    [
                        one.name.clone().into(),
                        one.members.into(),
                        shown_time(one.created_at).into(),
                    ]
                })
                .collect();
            output::rows(json, HEADINGS, &rows);
        }
        cli::Group::Create { organization, name } => {
            let organization = organization_of(&app, &organization).await?;
            let made = groups::add(&app, &actor, organization.id, name_of(&name)?, origin).await?;
            made.map_err(|why| refused(&why, &name))?;
            output::line(&format!("{name} is made. Nobody is in it yet."));
        }
        cli::Group::Members {
            organization,
            name,
            json,
        } => return list_members(&app, (&organization, &name), json).await,
        cli::Group::Add {
            organization,
            name,
            people,
        } => {
            let (organization, one) = find(&app, &organization, &name).await?;
            let people = names(&organization, &people)?;
            let joined = groups::join(&app, &actor, &one, people, origin).await?;
            let joined = joined.map_err(|why| refused(&why, &name))?;
            output::line(&format!("{joined} put into {name}."));
        }
        cli::Group::Remove {
            organization,
            name,
            people,
        } => {
            let (organization, one) = find(&app, &organization, &name).await?;
            let people = names(&organization, &people)?;
            let found = people::named(&app, one.scope(), people).await?;
            let found = found.map_err(|login| refused(&NotDone::Nobody(login), &name))?;
            let left = groups::leave(&app, &actor, &one, found, origin).await?;
            let left = left.map_err(|why| refused(&why, &name))?;
            output::line(&format!("{left} taken out of {name}."));
        }
        cli::Group::Rename {
            organization,
            name,
            to,
        } => {
            let (_, one) = find(&app, &organization, &name).await?;
            let renamed = groups::rename(&app, &actor, &one, name_of(&to)?, origin).await?;
            renamed.map_err(|why| refused(&why, &to))?;
            output::line(&format!("{name} is called {to} now."));
        }
        cli::Group::Delete { organization, name } => {
            let (_, one) = find(&app, &organization, &name).await?;
            let removed = groups::remove(&app, &actor, &one, origin).await?;
            removed.map_err(|why| refused(&why, &name))?;
            output::line(&format!(
                "{name} is deleted. What was given to it alone is nobody's any more."
            ));
        }
    }
    Ok(())
}

async fn list_members(app: &App, (slug, name): (&str, &str), json: bool) -> Result<(), Failure> {
    let (organization, one) = find(app, slug, name).await?;
    let (mut rows, mut after) = (Vec::new(), String::new());
    loop {
        let (scope, id, from) = (one.scope(), one.id, after.clone());
        let unit = async move |tx: &mut Tx<'_>| members(tx, scope, id, (&from, PAGE)).await;
        let page = app.store.read(unit).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.login_name);
        for person in page {
            rows.push([
                Value::from(format!("{}@{}", person.login_name, organization.slug)),
                person.name.into(),
                shown_time(person.joined_at).into(),
            ]);
        }
    }
    output::rows(json, MEMBERS, &rows);
    Ok(())
}

async fn find(app: &App, slug: &str, name: &str) -> Result<(Organization, Group), Failure> {
    let organization = organization_of(app, slug).await?;
    let all = groups::list(app, Scope::of(organization.id)).await?;
    let one = all
        .into_iter()
        .find(|one| one.name == name)
        .ok_or_else(|| {
            Failure::new(format!(
                "{slug} has no group {name}; `portcullis group list {slug}` shows all"
            ))
        })?;
    Ok((organization, one))
}

fn name_of(name: &str) -> Result<Name, Failure> {
    Name::parse(name).map_err(|why| Failure::new(format!("the name can't be taken: {why}")))
}

fn refused(why: &NotDone, name: &str) -> Failure {
    match why {
        NotDone::Denied => Failure::denied(),
        NotDone::Taken => Failure::new(format!(
            "another group is called {name}; choose another name"
        )),
        NotDone::Stale => Failure::new(format!(
            "{name} was changed by somebody else this moment; look at it and try again"
        )),
        NotDone::Full => Failure::new(format!(
            "the organization has {MAX_GROUPS} groups; delete some first"
        )),
        NotDone::Nobody(login) => Failure::new(format!(
            "nobody in the organization has the login name {login}"
        )),
        NotDone::TooMany => Failure::new(format!("name at most {MAX_AT_ONCE} people at once")),
    }
}
