//! `portcullis organization …`.

use portcullis_core::audit::Origin;
use portcullis_core::name::Name;
use portcullis_core::policy::{
    Channels, FirstProof, Lifetimes, MAX_REMEMBER_DAYS, Policy, PolicyRefused, Rule,
};
use portcullis_core::role::Scope;
use portcullis_server::App;
use portcullis_server::instance::{self, NewOrganization, NotChanged};
use portcullis_server::organizations;
use portcullis_store::organizations::{Organization, RollUp};
use portcullis_store::{Tx, mfa_counts};
use serde_json::Value;

use super::account::shown_time;
use super::{operator, organization_of};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 7] = [
    "short name",
    "name",
    "policy",
    "state",
    "enabled",
    "disabled",
    "not enabled",
];

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
                let page = organizations::list(&app, &operator(), &after).await?;
                let (page, more) = page.map_err(|_| Failure::denied())?;
                all.extend(page.iter().map(|(one, people)| row(one, *people)));
                match page.last().filter(|_| more) {
                    Some((last, _)) => after.clone_from(&last.slug),
                    None => break,
                }
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
            let one = organization_of(&app, &slug).await?;
            let scope = Scope::of(one.id);
            let count = async move |tx: &mut Tx<'_>| mfa_counts::of(tx, scope).await;
            let people = RollUp::of(app.store.read(count).await?.into_iter());
            output::facts(json, HEADINGS, &row(&one, people));
        }
        cli::Organization::Suspend { slug } => set_active(&app, &slug, false).await?,
        cli::Organization::Activate { slug } => set_active(&app, &slug, true).await?,
        cli::Organization::Delete { slug, yes } => delete(&app, &slug, yes).await?,
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

async fn set_active(app: &App, slug: &str, active: bool) -> Result<(), Failure> {
    let one = organization_of(app, slug).await?;
    let origin = Origin::default();
    let done = organizations::set_active(app, &operator(), &one, active, origin).await?;
    let (now, already) = if active {
        ("The people of {} sign in again.", "{} is not suspended")
    } else {
        ("Nobody of {} signs in any more.", "{} is suspended already")
    };
    match done {
        Ok(()) => output::line(&now.replace("{}", slug)),
        Err(organizations::NotChanged::AlreadySo) => {
            return Err(Failure::new(already.replace("{}", slug)));
        }
        Err(why) => return Err(unchanged(slug, why)),
    }
    Ok(())
}

async fn delete(app: &App, slug: &str, yes: bool) -> Result<(), Failure> {
    let one = organization_of(app, slug).await?;
    if !yes {
        return Err(Failure::new(format!(
            "this deletes {slug} with everybody in it and its data key, and nothing brings them back; say --yes if it is meant"
        )));
    }
    let origin = Origin::default();
    let done = organizations::delete(app, &operator(), &one, origin).await?;
    done.map_err(|why| unchanged(slug, why))?;
    output::line(&format!("Deleted the organization {slug}."));
    Ok(())
}

fn unchanged(slug: &str, why: organizations::NotChanged) -> Failure {
    match why {
        organizations::NotChanged::Denied => Failure::denied(),
        organizations::NotChanged::LastOwner => Failure::new(format!(
            "nobody outside {slug} owns this portal; make somebody of another organization an owner first: portcullis account role LOGIN owner"
        )),
        organizations::NotChanged::Gone | organizations::NotChanged::AlreadySo => {
            Failure::new(format!("there is no organization {slug}"))
        }
    }
}

fn row(organization: &Organization, people: RollUp) -> [Value; 7] {
    let state = match organization.suspended_at {
        Some(_) => "suspended",
        None => "active",
    };
    [
        organization.slug.clone().into(),
        organization.branding.name.clone().into(),
        organization.policy.rule.as_str().into(),
        state.into(),
        people.enabled.into(),
        people.disabled.into(),
        people.not_enabled.into(),
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
