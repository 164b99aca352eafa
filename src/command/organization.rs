//! `portcullis organization …`.

use portcullis_core::name::Name;
use portcullis_core::policy::{Policy, Rule};
use portcullis_server::instance::{self, NewOrganization, NotChanged};
use portcullis_store::Tx;
use portcullis_store::organizations::{self, Organization};
use serde_json::Value;

use super::{operator, organization_of};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 3] = ["short name", "name", "policy"];
/// How many are read at a time.
const PAGE: u32 = 200;

/// Runs a command about organizations.
pub async fn run(options: &Options, command: cli::Organization) -> Result<(), Failure> {
    let config = Config::load(options)?;
    let app = match command {
        cli::Organization::Create { .. } => data::open_or_make(&config).await?,
        _ => data::open(&config).await?,
    };
    match command {
        cli::Organization::List { json } => {
            let (mut all, mut after) = (Vec::new(), String::new());
            loop {
                let from = after.clone();
                let page = app
                    .store
                    .read(async move |tx: &mut Tx<'_>| organizations::list(tx, &from, PAGE).await)
                    .await?;
                let Some(last) = page.last() else { break };
                after.clone_from(&last.slug);
                all.extend(page.iter().map(row));
            }
            output::rows(json, HEADINGS, &all);
        }
        cli::Organization::Create { slug, name, policy } => {
            let new = NewOrganization {
                slug: slug.parse().map_err(|e| {
                    Failure::new(format!("the short name {slug} can't be taken: {e}"))
                })?,
                name: Name::parse(&name)
                    .map_err(|e| Failure::new(format!("the name can't be taken: {e}")))?,
                rule: policy.into(),
            };
            let taken = || Failure::new(format!("the short name {slug} is taken; choose another"));
            let made = instance::create(&app, &operator(), new).await?;
            made.map_err(|why| {
                if why == NotChanged::Denied {
                    Failure::denied()
                } else {
                    taken()
                }
            })?;
            output::line(&format!("Made the organization {slug}."));
        }
        cli::Organization::Show { slug, json } => {
            output::facts(json, HEADINGS, &row(&organization_of(&app, &slug).await?));
        }
        cli::Organization::Policy { slug, rule } => {
            let organization = organization_of(&app, &slug).await?;
            let Some(rule) = rule.map(Rule::from) else {
                output::line(organization.policy.rule.as_str());
                return Ok(());
            };
            let policy = Policy {
                rule,
                ..organization.policy
            };
            let changed = instance::set_policy(&app, &operator(), &organization, policy).await?;
            changed.map_err(|why| match why {
                NotChanged::Denied => Failure::denied(),
                _ => Failure::new(
                    "the policy was changed by somebody else meanwhile; look at it and try again",
                ),
            })?;
            output::line(&format!("MFA is {} in {slug} now.", rule.as_str()));
        }
    }
    Ok(())
}

fn row(organization: &Organization) -> [Value; 3] {
    [
        organization.slug.clone().into(),
        organization.name.clone().into(),
        organization.policy.rule.as_str().into(),
    ]
}

impl From<cli::Rule> for Rule {
    fn from(rule: cli::Rule) -> Self {
        match rule {
            cli::Rule::Off => Self::Off,
            cli::Rule::Optional => Self::Optional,
            cli::Rule::Required => Self::Required,
        }
    }
}
