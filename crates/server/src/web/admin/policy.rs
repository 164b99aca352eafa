//! The organization's policy: as it is, whom a change would touch, and saving it.

use std::ops::RangeInclusive;

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::policy::{
    Channels, FirstProof, LIFETIMES, Lifetimes, MAX_GRACE_DAYS, MAX_REMEMBER_DAYS, Policy,
    PolicyRefused, Rule, SHORTEST_PASSWORD,
};
use portcullis_core::preview::preview;
use portcullis_core::role::{Permission, scope};
use portcullis_core::sign_in::Act;
use portcullis_pages::{GivenException, Number, PolicyNumbers, PolicyPage, PolicyShows};
use portcullis_store::{Tx, census};

use crate::fault::Fault;
use crate::instance::{self, NotChanged};
use crate::people;
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The fields of the choices, as form and address carry them.
const FIELDS: [&str; 12] = [
    "rule",
    "grace_days",
    "new_grace",
    "app",
    "email",
    "first_proof",
    "remember_days",
    "session_hours",
    "idle_minutes",
    "administration_minutes",
    "shortest_password",
    "deletion_requests",
];

/// What was chosen.
struct Chosen {
    policy: Policy,
    numbers: PolicyNumbers,
    new_grace: bool,
    no_channel: bool,
}

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let typed = FIELDS.map(|field| visit.parameter(field).unwrap_or_default());
    if typed[0].is_empty() {
        let saved = visit.parameter("saved").is_some();
        let shows = if saved {
            PolicyShows::Saved
        } else {
            PolicyShows::Present
        };
        let chosen = Chosen::of(admin.organization.policy);
        return visit::page(&page(&admin, &chosen, shows).await?);
    }
    let chosen = Chosen::read(&typed, &admin.organization.policy)?;
    if let Some(problem) = chosen.problem(visit.app.has_mail()) {
        return refuse(&admin, &chosen, problem, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let (scope, now) = (admin.scope, visit.app.now());
    let after = chosen.policy.in_force(now);
    let groups = visit
        .app
        .store
        .read(async move |tx: &mut Tx<'_>| census::kinds(tx, scope, &after, now).await)
        .await
        .map_err(Fault::from)?;
    let mail = visit.app.has_mail();
    let touched = preview(after, mail, &groups, now);
    visit::page(&page(&admin, &chosen, PolicyShows::Preview(touched)).await?)
}

pub async fn save(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let mut names = ["version"; 13];
    names[1..].copy_from_slice(&FIELDS);
    let [version, rest @ ..] = form.only(names)?;
    if !may_save(&admin) {
        return Err(Trouble::Forbidden);
    }
    let chosen = Chosen::read(&rest, &admin.organization.policy)?;
    let version: i64 = version.parse().map_err(|_| Trouble::BadForm)?;
    if let Some(problem) = chosen.problem(visit.app.has_mail()) {
        return refuse(&admin, &chosen, problem, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    // The choices come back after the proof.
    let here = format!("{}?{}", address(&admin), query(&rest));
    demand(&admin.member, Act::People, &here).await?;
    if version != admin.organization.version {
        return refuse(&admin, &chosen, PolicyShows::Stale, StatusCode::CONFLICT).await;
    }
    let (actor, organization) = (&admin.actor, &admin.organization);
    let origin = visit.origin.clone();
    match instance::set_policy(&visit.app, actor, organization, chosen.policy, origin).await? {
        Ok(()) => Ok(redirect(&format!("{}?saved", address(&admin)))),
        Err(NotChanged::Denied) => Err(Trouble::Forbidden),
        Err(NotChanged::Policy(why)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            refuse(&admin, &chosen, shown(why), status).await
        }
        Err(NotChanged::Stale | NotChanged::SlugTaken) => {
            refuse(&admin, &chosen, PolicyShows::Stale, StatusCode::CONFLICT).await
        }
    }
}

impl Chosen {
    fn of(policy: Policy) -> Self {
        let number = |number: u32| Number::new(number.to_string());
        Self {
            policy,
            numbers: PolicyNumbers {
                grace_days: number(policy.grace_days),
                remember_days: number(policy.remember_days),
                session_hours: number(policy.lifetimes.hours),
                idle_minutes: number(policy.lifetimes.idle_minutes),
                administration_minutes: number(policy.lifetimes.administration_minutes),
                shortest_password: number(policy.shortest_password),
            },
            new_grace: false,
            no_channel: false,
        }
    }

    fn read(typed: &[String; 12], before: &Policy) -> Result<Self, Trouble> {
        let [
            rule,
            grace,
            anew,
            app,
            email,
            first,
            days,
            hours,
            idle,
            away,
            shortest,
            deletion,
        ] = typed;
        let ticked = |value: &str| match value {
            "" => Ok(false),
            "on" => Ok(true),
            _ => Err(Trouble::BadForm),
        };
        let (app, email, new_grace) = (ticked(app)?, ticked(email)?, ticked(anew)?);
        let (grace, grace_days) = number(grace, &(0..=MAX_GRACE_DAYS));
        let (days, remember_days) = number(days, &(0..=MAX_REMEMBER_DAYS));
        let (hours, session_hours) = number(hours, &LIFETIMES[0]);
        let (idle, idle_minutes) = number(idle, &LIFETIMES[1]);
        let (away, administration_minutes) = number(away, &LIFETIMES[2]);
        let (shortest, shortest_password) = number(shortest, &SHORTEST_PASSWORD);
        let first_proof = match first.as_str() {
            "default" => None,
            word => Some(FirstProof::parse(word).ok_or(Trouble::BadForm)?),
        };
        let rule = Rule::parse(rule).ok_or(Trouble::BadForm)?;
        Ok(Self {
            policy: Policy {
                rule,
                grace_days,
                required_since: before.required_since.filter(|_| !new_grace),
                channels: match (app, email) {
                    (true, true) => Channels::Both,
                    (false, true) => Channels::Email,
                    _ => Channels::App,
                },
                first_proof,
                remember_days,
                lifetimes: Lifetimes {
                    hours: session_hours,
                    idle_minutes,
                    administration_minutes,
                },
                shortest_password,
                deletion_requests: ticked(deletion)?,
            },
            numbers: PolicyNumbers {
                grace_days: grace,
                remember_days: days,
                session_hours: hours,
                idle_minutes: idle,
                administration_minutes: away,
                shortest_password: shortest,
            },
            new_grace,
            no_channel: !app && !email,
        })
    }

    fn problem(&self, mail: bool) -> Option<PolicyShows> {
        if self.no_channel || self.numbers.any_bad() {
            return Some(PolicyShows::Problems);
        }
        self.policy.refused(mail).map(shown)
    }
}

/// A number that was typed, with what it is, or the least that it can be.
fn number(typed: &str, within: &RangeInclusive<u32>) -> (Number, u32) {
    let parsed = typed.trim().parse().ok();
    let parsed = parsed.filter(|number| within.contains(number));
    let shown = Number {
        typed: typed.to_owned(),
        bad: parsed.is_none(),
    };
    (shown, parsed.unwrap_or(*within.start()))
}

const fn shown(why: PolicyRefused) -> PolicyShows {
    match why {
        PolicyRefused::OnlyEmailWithoutMail => PolicyShows::OnlyEmailWithoutMail,
        PolicyRefused::FirstEmailWithoutMail => PolicyShows::FirstEmailWithoutMail,
        PolicyRefused::LastAdmin => PolicyShows::LastAdmin,
        PolicyRefused::RememberTooLong
        | PolicyRefused::GraceTooLong
        | PolicyRefused::Lifetimes
        | PolicyRefused::ShortestPassword => PolicyShows::Problems,
    }
}

async fn refuse(
    admin: &Administrator,
    chosen: &Chosen,
    shows: PolicyShows,
    status: StatusCode,
) -> Result<Response, Trouble> {
    visit::page_with(status, &page(admin, chosen, shows).await?)
}

async fn page(
    admin: &Administrator,
    chosen: &Chosen,
    shows: PolicyShows,
) -> Result<PolicyPage, Trouble> {
    let visit = &admin.member.visit;
    let exceptions = people::exceptions(&visit.app, admin.scope).await?;
    let since = admin.organization.policy.required_since;
    Ok(PolicyPage {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        policy: chosen.policy,
        grace_since: since.map(|since| (since, chosen.new_grace)),
        version: admin.organization.version,
        mail: visit.app.has_mail(),
        may_save: may_save(admin),
        shows,
        numbers: chosen.numbers.clone(),
        no_channel: chosen.no_channel,
        exceptions: exceptions
            .into_iter()
            .map(|(one, by)| GivenException {
                account: one.exception.account.to_string(),
                name: one.name,
                login: format!("{}@{}", one.login_name, admin.organization.slug),
                kind: one.exception.kind,
                until: one.exception.ends_at,
                reason: one.exception.reason,
                by,
            })
            .collect(),
    })
}

fn query(typed: &[String; 12]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(FIELDS.into_iter().zip(typed))
        .finish()
}

fn may_save(admin: &Administrator) -> bool {
    let now = admin.member.app().now();
    scope(
        &admin.actor,
        admin.organization.id,
        Permission::ChangePolicy,
        now,
    )
    .is_ok()
}

fn address(admin: &Administrator) -> String {
    format!("/admin/{}/policy", admin.organization.slug)
}
