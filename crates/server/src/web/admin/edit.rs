//! What is on record about somebody, changed by an administrator.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::account::State;
use portcullis_core::login::LoginName;
use portcullis_core::name::Name;
use portcullis_core::sign_in::Act;
use portcullis_pages::{EditPerson, Field, Problem};

use super::person::{address, found, may_manage};
use crate::people::{self, NotChanged, NotEdited, One, Record};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::field::{optional, parsed};
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The organization's short name, which the administrator was admitted to, and the account's id.
type Place = Path<(String, String)>;

pub async fn show(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    let one = may(&admin, &id).await?;
    visit::page(&page(&admin, &one).await?)
}

pub async fn save(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    let [name, login_name, email, seen] = form.only(["name", "login_name", "email", "seen"])?;
    let one = may(&admin, &id).await?;
    let mut page = page(&admin, &one).await?;
    let read = (
        parsed(&name, Name::parse, Problem::Missing, &mut page.name),
        parsed(
            &login_name,
            str::parse::<LoginName>,
            Problem::NotALoginName,
            &mut page.login_name,
        ),
        optional(&email, str::parse, Problem::NotAnEmail, &mut page.email),
    );
    if let (Some(name), Some(login_name), Some(email)) = read {
        let record = Record {
            name,
            login_name,
            email,
        };
        let visit = &admin.member.visit;
        let whose = (admin.organization.id, one.account.id);
        let origin = visit.origin.clone();
        let given = (record, Some(seen.clone()).filter(|seen| !seen.is_empty()));
        match people::edit(&visit.app, &admin.actor, whose, given, origin).await? {
            // It is so, whoever was first.
            Ok(()) | Err(NotEdited::Unchanged(NotChanged::AlreadySo)) => {
                return Ok(redirect(&address(&admin, one.account.id)));
            }
            Err(NotEdited::Unchanged(NotChanged::Stale)) => {
                let mut page = self::page(&admin, &may(&admin, &id).await?).await?;
                page.stale = true;
                return visit::page_with(StatusCode::CONFLICT, &page);
            }
            Err(NotEdited::LoginNameTaken) => page.login_name.problem = Some(Problem::Taken),
            Err(NotEdited::EmailTaken) => page.email.problem = Some(Problem::Taken),
            Err(NotEdited::Unchanged(NotChanged::Frozen)) => return Err(Trouble::PersonFrozen),
            Err(NotEdited::Unchanged(NotChanged::Gone)) => return Err(Trouble::NotFound),
            Err(NotEdited::Unchanged(_)) => return Err(Trouble::Forbidden),
        }
    }
    // Mended and sent again, it is still held against what was looked at first.
    page.seen = seen;
    visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The person of an address, if the reader may change what is on record now; asks for a device where none was
/// proved lately.
async fn may(admin: &Administrator, id: &str) -> Result<One, Trouble> {
    let one = found(admin, id).await?;
    if !may_manage(admin, &one) {
        return Err(Trouble::Forbidden);
    }
    if one.account.state == State::Frozen {
        return Err(Trouble::PersonFrozen);
    }
    let here = format!("{}/edit", address(admin, one.account.id));
    demand(&admin.member, Act::People, &here).await?;
    Ok(one)
}

async fn page(admin: &Administrator, one: &One) -> Result<EditPerson, Trouble> {
    let visit = &admin.member.visit;
    Ok(EditPerson {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        id: one.account.id.to_string(),
        whose: one.account.name.clone(),
        name: Field::new(&one.account.name),
        login_name: Field::new(&one.account.login_name),
        email: Field::new(one.account.email.clone().unwrap_or_default()),
        vouches: people::vouches_for(&visit.app, &admin.actor).await?,
        seen: people::mark_of(&one.account),
        stale: false,
    })
}
