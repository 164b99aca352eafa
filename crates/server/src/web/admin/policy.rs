//! The organization's policy: as it is, whom a change would touch, and saving it.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::policy::{
    Channels, FirstProof, MAX_REMEMBER_DAYS, Policy, PolicyRefused, Rule,
};
use portcullis_core::preview::preview;
use portcullis_core::role::{Permission, scope};
use portcullis_core::sign_in::Act;
use portcullis_pages::{PolicyPage, PolicyShows};
use portcullis_store::{Tx, accounts};

use crate::fault::Fault;
use crate::instance::{self, NotChanged};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The fields of the choices, as form and address carry them.
const FIELDS: [&str; 6] = [
    "rule",
    "app",
    "email",
    "first_proof",
    "remember_days",
    "deletion_requests",
];

/// What was chosen.
struct Chosen {
    policy: Policy,
    days: String,
    no_channel: bool,
    bad_days: bool,
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
        return visit::page(&page(&admin, &Chosen::of(admin.organization.policy), shows));
    }
    let chosen = Chosen::read(&typed)?;
    if let Some(problem) = chosen.problem(visit.app.has_mail()) {
        return refuse(&admin, &chosen, problem, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (scope, now) = (admin.scope, visit.app.now());
    let groups = visit
        .app
        .store
        .read(async move |tx: &mut Tx<'_>| accounts::census(tx, scope, now).await)
        .await
        .map_err(Fault::from)?;
    let mail = visit.app.has_mail();
    let touched = preview(admin.organization.policy, chosen.policy, mail, &groups);
    visit::page(&page(&admin, &chosen, PolicyShows::Preview(touched)))
}

pub async fn save(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let [version, rest @ ..] = form.only([
        "version", FIELDS[0], FIELDS[1], FIELDS[2], FIELDS[3], FIELDS[4], FIELDS[5],
    ])?;
    if !may_save(&admin) {
        return Err(Trouble::Forbidden);
    }
    let chosen = Chosen::read(&rest)?;
    let version: i64 = version.parse().map_err(|_| Trouble::BadForm)?;
    if let Some(problem) = chosen.problem(visit.app.has_mail()) {
        return refuse(&admin, &chosen, problem, StatusCode::UNPROCESSABLE_ENTITY);
    }
    // The choices come back after the proof.
    let here = format!("{}?{}", address(&admin), query(&rest));
    demand(&admin.member, Act::People, &here).await?;
    if version != admin.organization.version {
        return refuse(&admin, &chosen, PolicyShows::Stale, StatusCode::CONFLICT);
    }
    let (actor, organization) = (&admin.actor, &admin.organization);
    let origin = visit.origin.clone();
    match instance::set_policy(&visit.app, actor, organization, chosen.policy, origin).await? {
        Ok(()) => Ok(redirect(&format!("{}?saved", address(&admin)))),
        Err(NotChanged::Denied) => Err(Trouble::Forbidden),
        Err(NotChanged::Policy(why)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            refuse(&admin, &chosen, shown(why), status)
        }
        Err(NotChanged::Stale | NotChanged::SlugTaken) => {
            refuse(&admin, &chosen, PolicyShows::Stale, StatusCode::CONFLICT)
        }
    }
}

impl Chosen {
    fn of(policy: Policy) -> Self {
        Self {
            policy,
            days: policy.remember_days.to_string(),
            no_channel: false,
            bad_days: false,
        }
    }

    fn read(typed: &[String; 6]) -> Result<Self, Trouble> {
        let [rule, app, email, first, days, deletion] = typed;
        let ticked = |value: &str| match value {
            "" => Ok(false),
            "on" => Ok(true),
            _ => Err(Trouble::BadForm),
        };
        let (app, email) = (ticked(app)?, ticked(email)?);
        let remember_days = days.trim().parse().ok();
        let remember_days = remember_days.filter(|days| *days <= MAX_REMEMBER_DAYS);
        let first_proof = match first.as_str() {
            "default" => None,
            word => Some(FirstProof::parse(word).ok_or(Trouble::BadForm)?),
        };
        Ok(Self {
            policy: Policy {
                rule: Rule::parse(rule).ok_or(Trouble::BadForm)?,
                channels: match (app, email) {
                    (true, true) => Channels::Both,
                    (false, true) => Channels::Email,
                    _ => Channels::App,
                },
                first_proof,
                remember_days: remember_days.unwrap_or_default(),
                deletion_requests: ticked(deletion)?,
            },
            days: days.clone(),
            no_channel: !app && !email,
            bad_days: remember_days.is_none(),
        })
    }

    fn problem(&self, mail: bool) -> Option<PolicyShows> {
        if self.no_channel || self.bad_days {
            return Some(PolicyShows::Problems);
        }
        self.policy.refused(mail).map(shown)
    }
}

const fn shown(why: PolicyRefused) -> PolicyShows {
    match why {
        PolicyRefused::OnlyEmailWithoutMail => PolicyShows::OnlyEmailWithoutMail,
        PolicyRefused::FirstEmailWithoutMail => PolicyShows::FirstEmailWithoutMail,
        PolicyRefused::RememberTooLong => PolicyShows::Problems,
    }
}

fn refuse(
    admin: &Administrator,
    chosen: &Chosen,
    shows: PolicyShows,
    status: StatusCode,
) -> Result<Response, Trouble> {
    visit::page_with(status, &page(admin, chosen, shows))
}

fn page(admin: &Administrator, chosen: &Chosen, shows: PolicyShows) -> PolicyPage {
    let visit = &admin.member.visit;
    PolicyPage {
        frame: visit.frame(Some(&admin.organization.name)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        policy: chosen.policy,
        version: admin.organization.version,
        mail: visit.app.has_mail(),
        may_save: may_save(admin),
        shows,
        remember_days: (chosen.days.clone(), chosen.bad_days),
        no_channel: chosen.no_channel,
    }
}

fn query(typed: &[String; 6]) -> String {
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
