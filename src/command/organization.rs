//! `portcullis organization …`.

use portcullis_core::audit::Origin;
use portcullis_core::name::Name;
use portcullis_core::policy::{
    Channels, FirstProof, Lifetimes, MAX_REMEMBER_DAYS, Policy, PolicyRefused, Rule,
};
use portcullis_server::App;
use portcullis_server::instance::{self, NewOrganization, NotChanged};
use portcullis_store::Tx;
use portcullis_store::organizations::{self, Organization};
use serde_json::Value;

use super::account::shown_time;
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
        cli::Organization::Policy { slug, change, json } => {
            policy(&app, &slug, (change, json)).await?;
        }
    }
    Ok(())
}

/// Shows the policy, and changes it first where something is to be changed.
async fn policy(
    app: &App,
    slug: &str,
    (change, json): (cli::PolicyChange, bool),
) -> Result<(), Failure> {
    let organization = organization_of(app, slug).await?;
    let before = organization.policy;
    let after = change.of(before).in_force(app.now());
    if after != before {
        let changed =
            instance::set_policy(app, &operator(), &organization, after, Origin::default()).await?;
        changed.map_err(|why| refused(slug, why))?;
        if !json {
            output::line(&format!("MFA is {} in {slug} now.", after.rule.as_str()));
        }
    }
    output::facts(
        json,
        [
            "mfa",
            "grace days",
            "required since",
            "channels",
            "first proof",
            "remember days",
            "session hours",
            "idle minutes",
            "administration minutes",
            "shortest password",
            "deletion requests",
        ],
        &[
            after.rule.as_str().into(),
            after.grace_days.into(),
            after.required_since.map(shown_time).into(),
            after.channels.as_str().into(),
            after
                .first_proof
                .map_or("default", FirstProof::as_str)
                .into(),
            after.remember_days.into(),
            after.lifetimes.hours.into(),
            after.lifetimes.idle_minutes.into(),
            after.lifetimes.administration_minutes.into(),
            after.shortest_password.into(),
            after.deletion_requests.into(),
        ],
    );
    Ok(())
}

fn refused(slug: &str, why: NotChanged) -> Failure {
    match why {
        NotChanged::Denied => Failure::denied(),
        NotChanged::Policy(PolicyRefused::OnlyEmailWithoutMail) => Failure::new(format!(
            "nobody in {slug} could sign in by email codes alone, since no mail server is configured; set smtp.url first, or permit the app"
        )),
        NotChanged::Policy(PolicyRefused::FirstEmailWithoutMail) => Failure::new(format!(
            "nobody in {slug} could be mailed a first code, since no mail server is configured; set smtp.url first, or choose enrollment-code"
        )),
        NotChanged::Policy(PolicyRefused::RememberTooLong) => Failure::new(format!(
            "a browser is remembered for {MAX_REMEMBER_DAYS} days at most"
        )),
        NotChanged::Policy(PolicyRefused::LastAdmin) => Failure::new(format!(
            "nobody who administers {slug} could sign in any more: none has an authenticator app, and each would be asked for a code of the help desk; let one set up an app first, or choose another --first-proof"
        )),
        // The command line takes no such numbers.
        NotChanged::Policy(
            PolicyRefused::GraceTooLong
            | PolicyRefused::Lifetimes
            | PolicyRefused::ShortestPassword,
        ) => Failure::new("a number is out of its bounds"),
        NotChanged::SlugTaken | NotChanged::Stale => Failure::new(
            "the policy was changed by somebody else meanwhile; look at it and try again",
        ),
    }
}

impl cli::PolicyChange {
    /// What a policy becomes by it.
    fn of(&self, before: Policy) -> Policy {
        Policy {
            rule: self.rule.map_or(before.rule, Rule::from),
            grace_days: self.grace_days.unwrap_or(before.grace_days),
            required_since: before.required_since.filter(|_| !self.new_grace),
            channels: match self.channels {
                None => before.channels,
                Some(cli::Channels::App) => Channels::App,
                Some(cli::Channels::Email) => Channels::Email,
                Some(cli::Channels::Both) => Channels::Both,
            },
            first_proof: match self.first_proof {
                None => before.first_proof,
                Some(cli::FirstProof::Email) => Some(FirstProof::Email),
                Some(cli::FirstProof::EnrollmentCode) => Some(FirstProof::EnrollmentCode),
                Some(cli::FirstProof::Nothing) => Some(FirstProof::Nothing),
                Some(cli::FirstProof::Default) => None,
            },
            remember_days: self.remember_days.unwrap_or(before.remember_days),
            lifetimes: Lifetimes {
                hours: self.session_hours.unwrap_or(before.lifetimes.hours),
                idle_minutes: self.idle_minutes.unwrap_or(before.lifetimes.idle_minutes),
                administration_minutes: self
                    .administration_minutes
                    .unwrap_or(before.lifetimes.administration_minutes),
            },
            shortest_password: self.shortest_password.unwrap_or(before.shortest_password),
            deletion_requests: self
                .deletion_requests
                .map_or(before.deletion_requests, |said| said == cli::YesOrNo::Yes),
        }
    }
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
