//! The member's own account.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::help_request::Wish;
use portcullis_core::language::Language;
use portcullis_core::name::{Name, NotAcceptable};
use portcullis_pages::{Account, AsksForMfa, Email, Field, Problem, Saved};
use portcullis_store::profiles::Profile;
use portcullis_store::{Tx, accounts};

use super::admit::{Member, live};
use super::dashboard::{holdings, recovery, status};
use super::dress::redirect;
use super::field::{optional, parsed};
use super::form::Form;
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::fault::Fault;
use crate::people;
use crate::zones;

/// 204 with a live session, else 401. A page that asks every minute keeps no session alive.
pub async fn session(visit: Visit) -> Result<StatusCode, Trouble> {
    match live(&visit).await? {
        Some(_) => Ok(StatusCode::NO_CONTENT),
        None => Err(Trouble::SignInFirst(None)),
    }
}

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let mut page = profile(&member).await?;
    page.saved = match member.visit.parameter("saved").as_deref() {
        Some("profile") => Some(Saved::Profile),
        Some("password") => Some(Saved::Password),
        _ => None,
    };
    visit::page(&page)
}

pub async fn save(member: Member, form: Form) -> Result<Response, Trouble> {
    let [name, language, time_zone] = form.only(["name", "language", "time_zone"])?;
    let mut page = profile(&member).await?;
    let kept = page.time_zone.value.clone();
    let zone = |name: &str| {
        let known = name == kept || zones::names().iter().any(|known| known == name);
        known.then(|| name.to_owned()).ok_or(NotAcceptable::Form)
    };
    let tongue = |tag: &str| {
        let known = Language::ALL.into_iter().find(|known| known.tag() == tag);
        known.ok_or(NotAcceptable::Form)
    };
    let read = (
        parsed(&name, Name::parse, Problem::Missing, &mut page.name),
        optional(&language, tongue, Problem::OneOf, &mut page.language),
        optional(&time_zone, zone, Problem::OneOf, &mut page.time_zone),
    );
    let (Some(name), Some(language), Some(time_zone)) = read else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let new = Profile {
        name,
        language,
        time_zone,
    };
    let origin = member.visit.origin.clone();
    if !crate::profile::save(member.app(), &member.session, new, origin).await? {
        return Err(Trouble::Frozen);
    }
    Ok(redirect("/account?saved=profile"))
}

async fn profile(member: &Member) -> Result<Account, Trouble> {
    let (scope, id) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| accounts::find(tx, scope, id).await;
    let account = member
        .app()
        .store
        .read(unit)
        .await
        .map_err(Fault::from)?
        .ok_or(Trouble::NotFound)?;
    let held = holdings(member).await?;
    let required = member.session.standing.requirement.is_required();
    Ok(Account {
        frame: member.frame(),
        member: member.bar(),
        frozen: member.is_frozen(),
        saved: None,
        name: Field::new(account.name),
        language: Field::new(account.language.unwrap_or_default()),
        time_zone: Field::new(account.time_zone.unwrap_or_default()),
        zones: zones::names(),
        portal_zone: member.app().settings().zone.iana_name().map(str::to_owned),
        login_name: format!(
            "{}@{}",
            account.login_name, member.session.organization_slug
        ),
        email: account.email.map(|address| Email {
            address,
            proved: account.email_proved_at.is_some(),
        }),
        mails: member.app().has_mail(),
        mfa: status(account.mfa_status),
        by_email: held.devices.is_empty(),
        required_by: required.then(|| member.session.branding.name.clone()),
        offered: super::mfa::is_offered(member).await?,
        recovery: held.recovery.as_ref().map(recovery),
        asks_for_mfa: asks_for_mfa(member).await?,
        deletion_asked_at: account.deletion_asked_at,
    })
}

/// Whether the help desk can be asked to turn MFA on, or was.
async fn asks_for_mfa(member: &Member) -> Result<AsksForMfa, Fault> {
    let wishes = people::wishes(member.app(), &member.session).await?;
    if !wishes.contains(&Wish::MfaOn) {
        return Ok(AsksForMfa::No);
    }
    let asked = people::own_requests(member.app(), &member.session).await?;
    let open = asked
        .iter()
        .find(|(one, _)| one.wish == Wish::MfaOn && one.answer.is_none());
    Ok(open.map_or(AsksForMfa::Offered, |(one, _)| {
        AsksForMfa::Open(one.asked_at)
    }))
}
