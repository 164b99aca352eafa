//! Giving somebody a role in place of the one they have.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::account::State;
use portcullis_core::role::{Role, rank};
use portcullis_core::sign_in::Act;
use portcullis_core::time::Timestamp;
use portcullis_pages::{Field, GiveRole, Problem, RoleRefusal};

use super::access::shown;
use super::log::day;
use super::person::{address, found, may_manage};
use crate::people::{self, NotChanged, One};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The organization's short name, which the administrator was admitted to, and the account's id.
type Place = Path<(String, String)>;

pub async fn show(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    let one = may(&admin, &id).await?;
    visit::page(&page(&admin, &one, one.role))
}

pub async fn give(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    let [word, typed, seen] = form.only(["role", "until", "seen"])?;
    let one = may(&admin, &id).await?;
    let role = Role::parse(&word).ok_or(Trouble::BadForm)?;
    let mut page = page(&admin, &one, role);
    if !seen.is_empty() && seen != page.seen {
        let mut page = self::page(&admin, &one, one.role);
        page.refusal = Some(RoleRefusal::Stale);
        return visit::page_with(StatusCode::CONFLICT, &page);
    }
    let (visit, now) = (&admin.member.visit, admin.member.app().now());
    let mut field = Field::default();
    // A day that was left as it was ends where it did, in whatever zone it was given.
    let until = match one.role_until.filter(|_| typed == page.until.value) {
        Some(until) => Ok(Some(until)),
        None => day(&admin, &typed, &mut field, true),
    };
    if until
        .as_ref()
        .is_ok_and(|until| until.is_some_and(|until| until <= now))
    {
        field.problem = Some(Problem::DayOver);
    }
    page.until = field;
    let Some(until) = until.ok().filter(|_| page.until.problem.is_none()) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let whose = (admin.organization.id, one.account.id);
    let origin = visit.origin.clone();
    match people::set_role(&visit.app, &admin.actor, whose, (role, until), origin).await? {
        // It is so, whoever was first.
        Ok(()) | Err(NotChanged::AlreadySo) => Ok(redirect(&address(&admin, one.account.id))),
        Err(NotChanged::LastAdmin) => {
            page.refusal = Some(RoleRefusal::LastAdmin);
            visit::page_with(StatusCode::CONFLICT, &page)
        }
        Err(NotChanged::LastOwner) => {
            page.refusal = Some(RoleRefusal::LastOwner);
            visit::page_with(StatusCode::CONFLICT, &page)
        }
        Err(NotChanged::Outlives(ends)) => {
            page.refusal = Some(RoleRefusal::EndsWithYours(ends));
            visit::page_with(StatusCode::CONFLICT, &page)
        }
        Err(NotChanged::Gone) => Err(Trouble::NotFound),
        Err(_) => Err(Trouble::Forbidden),
    }
}

/// The person of an address, if the reader may give a role now; asks for a device where none was proved lately.
async fn may(admin: &Administrator, id: &str) -> Result<One, Trouble> {
    let one = found(admin, id).await?;
    if !may_manage(admin, &one) {
        return Err(Trouble::Forbidden);
    }
    if one.account.state == State::Frozen {
        return Err(Trouble::PersonFrozen);
    }
    let here = format!("{}/role", address(admin, one.account.id));
    demand(&admin.member, Act::People, &here).await?;
    Ok(one)
}

fn page(admin: &Administrator, one: &One, role: Role) -> GiveRole {
    let own = rank(
        &admin.actor,
        admin.organization.id,
        admin.member.app().now(),
    );
    let frame = admin.member.visit.frame(Some(&admin.organization.branding));
    // The last day is the one before the grant ends, as the reader's calendar has it.
    let last = one.role_until.and_then(|until| {
        let until = jiff::Timestamp::from_millisecond(until.millis() - 1).ok()?;
        Some(until.to_zoned(frame.zone.clone()).date().to_string())
    });
    let until = one.role_until.map(Timestamp::millis);
    GiveRole {
        seen: format!("{} {}", one.role.as_str(), until.unwrap_or_default()),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        id: one.account.id.to_string(),
        name: one.account.name.clone(),
        role: shown(role),
        choices: Role::ALL
            .into_iter()
            .filter(|role| *role <= own)
            .map(shown)
            .collect(),
        until: Field::new(last.unwrap_or_default()),
        refusal: None,
        frame,
    }
}
