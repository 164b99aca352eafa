//! Who has a role here from another organization: the list for whoever sees people; who runs the instance gives one, and
//! the organization's admins take one away.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::account::State;
use portcullis_core::login::Login;
use portcullis_core::role::{Permission, Role, instance, scope};
use portcullis_core::sign_in::Act;
use portcullis_pages::{Field, LendRole, Outsiders, Problem, TakeRole};
use portcullis_store::Tx;
use portcullis_store::accounts::{self, PasswordRecord};
use portcullis_store::roles::Outsider;

use super::access::shown;
use super::log::day;
use crate::fault::Fault;
use crate::people::{self, NotChanged};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The organization's short name, which the administrator was admitted to, and the role's id.
type Place = Path<(String, String)>;

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let all = people::outsiders(&visit.app, admin.scope).await?;
    visit::page(&Outsiders {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        may_lend: may_lend(&admin).is_ok(),
        may_take: may_take(&admin).is_ok(),
        outsiders: all.into_iter().map(row).collect(),
    })
}

pub async fn show_new(admin: Administrator) -> Result<Response, Trouble> {
    may_lend(&admin)?;
    demand(&admin.member, Act::People, &new(&admin)).await?;
    let mut page = blank(&admin);
    page.login = Field::new(admin.member.visit.parameter("login").unwrap_or_default());
    visit::page(&page)
}

pub async fn lend(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    may_lend(&admin)?;
    let [login, word, until] = form.only(["login", "role", "until"])?;
    let role = Role::parse(&word).filter(|role| LENT.contains(role));
    let role = role.ok_or(Trouble::BadForm)?;
    demand(&admin.member, Act::People, &new(&admin)).await?;
    let (visit, now) = (&admin.member.visit, admin.member.app().now());
    let mut page = blank(&admin);
    page.role = shown(role);
    let until = day(&admin, &until, &mut page.until, true);
    if matches!(until, Ok(Some(until)) if until <= now) {
        page.until.problem = Some(Problem::DayOver);
    }
    let found = by_login(&admin, &login).await?;
    page.login = Field::new(login);
    if found.is_none() {
        page.login.problem = Some(Problem::NobodyElsewhere);
    }
    let (Some(found), Ok(until), None) = (found, until, page.until.problem) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    if found.state == State::Frozen {
        return Err(Trouble::PersonFrozen);
    }
    let whose = (found.organization, found.account);
    let given = (admin.organization.id, role, until);
    let origin = visit.origin.clone();
    match people::set_role_elsewhere(&visit.app, &admin.actor, whose, given, origin).await? {
        // It is so, whoever was first.
        Ok(()) | Err(NotChanged::AlreadySo) => Ok(redirect(&home(&admin))),
        Err(NotChanged::Gone) => {
            page.login.problem = Some(Problem::NobodyElsewhere);
            visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(_) => Err(Trouble::Forbidden),
    }
}

pub async fn show_take(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    let outsider = found(&admin, &id).await?;
    visit::page(&TakeRole {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        outsider: row(outsider),
    })
}

pub async fn take(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let outsider = found(&admin, &id).await?;
    let visit = &admin.member.visit;
    let taken = (admin.organization.id, Role::Member, None);
    let (whose, origin) = (outsider.account, visit.origin.clone());
    match people::set_role_elsewhere(&visit.app, &admin.actor, whose, taken, origin).await? {
        // It is gone, whoever was first.
        Ok(()) | Err(NotChanged::AlreadySo | NotChanged::Gone) => Ok(redirect(&home(&admin))),
        Err(_) => Err(Trouble::Forbidden),
    }
}

/// The roles that are given here; an owner's is for the whole instance.
const LENT: [Role; 3] = [Role::Auditor, Role::Helpdesk, Role::Admin];

fn may_lend(admin: &Administrator) -> Result<(), Trouble> {
    let runs = instance(&admin.actor, admin.member.app().now());
    runs.map_err(|_| Trouble::Forbidden)
}

fn may_take(admin: &Administrator) -> Result<(), Trouble> {
    let (place, now) = (admin.organization.id, admin.member.app().now());
    let scope = scope(&admin.actor, place, Permission::ManageAccounts, now);
    scope.map(|_| ()).map_err(|_| Trouble::Forbidden)
}

/// Whose role is meant, if the reader may take it now; asks for a device where none was proved lately.
async fn found(admin: &Administrator, id: &str) -> Result<Outsider, Trouble> {
    may_take(admin)?;
    let all = people::outsiders(admin.member.app(), admin.scope).await?;
    let found = all.into_iter().find(|one| one.grant.to_string() == id);
    let found = found.ok_or(Trouble::NotFound)?;
    let here = format!("{}/{id}/take", home(admin));
    demand(&admin.member, Act::People, &here).await?;
    Ok(found)
}

/// Whose login it is, if of another organization.
async fn by_login(admin: &Administrator, typed: &str) -> Result<Option<PasswordRecord>, Trouble> {
    let Some(login) = Login::parse(typed) else {
        return Ok(None);
    };
    let own = admin.organization.id;
    let unit = async move |tx: &mut Tx<'_>| accounts::by_login(tx, &login).await;
    let found = admin.member.app().store.read(unit).await;
    let found = found.map_err(Fault::from)?;
    Ok(found.filter(|one| one.organization != own))
}

fn blank(admin: &Administrator) -> LendRole {
    LendRole {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        login: Field::default(),
        role: shown(Role::Helpdesk),
        until: Field::default(),
    }
}

fn row(one: Outsider) -> portcullis_pages::Outsider {
    portcullis_pages::Outsider {
        id: one.grant.to_string(),
        name: one.name,
        login: format!("{}@{}", one.login_name, one.slug),
        organization: one.organization,
        signs_in: one.signs_in,
        role: shown(one.role),
        until: one.until,
    }
}

fn home(admin: &Administrator) -> String {
    format!("/admin/{}/access/from-elsewhere", admin.organization.slug)
}

fn new(admin: &Administrator) -> String {
    format!("{}/new", home(admin))
}
