//! One open invitation: sent again, or taken back.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::id::InvitationId;
use portcullis_core::sign_in::Act;
use portcullis_pages::Invited;

use super::access::may_invite;
use crate::people::{self, NotSent};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The organization's short name, which the administrator was admitted to, and the invitation's id.
type Place = Path<(String, String)>;

pub async fn show(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    let page = page(&admin, read(&id)?).await?;
    visit::page(&page)
}

pub async fn send_again(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    asks_for_proof(&admin, &id).await?;
    let visit = &admin.member.visit;
    if !visit.app.has_mail() {
        return Err(Trouble::NotFound);
    }
    let (id, origin) = (read(&id)?, visit.origin.clone());
    let (actor, organization) = (&admin.actor, &admin.organization);
    match people::send_again(&visit.app, actor, organization, id, origin).await? {
        Ok(_) => Ok(redirect(&address(&admin, &format!("/invitation/{id}")))),
        Err(NotSent::Denied) => Err(Trouble::Forbidden),
        Err(NotSent::Gone) => Err(Trouble::NotFound),
        Err(NotSent::TooSoon) => {
            let page = Invited {
                too_soon: true,
                ..page(&admin, id).await?
            };
            visit::page_with(StatusCode::TOO_MANY_REQUESTS, &page)
        }
    }
}

pub async fn revoke(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    asks_for_proof(&admin, &id).await?;
    let visit = &admin.member.visit;
    let (id, origin) = (read(&id)?, visit.origin.clone());
    let (actor, organization) = (&admin.actor, &admin.organization);
    match people::revoke(&visit.app, actor, organization, id, origin).await? {
        Ok(()) => Ok(redirect(&address(&admin, ""))),
        Err(NotSent::Denied) => Err(Trouble::Forbidden),
        Err(NotSent::Gone | NotSent::TooSoon) => Err(Trouble::NotFound),
    }
}

/// A new link opens an account, so who sends one, or ends one, has just proved who they are.
async fn asks_for_proof(admin: &Administrator, id: &str) -> Result<(), Trouble> {
    if !may_invite(admin) {
        return Err(Trouble::Forbidden);
    }
    let here = address(admin, &format!("/invitation/{}", read(id)?));
    demand(&admin.member, Act::People, &here).await
}

fn read(id: &str) -> Result<InvitationId, Trouble> {
    id.parse().map_err(|_| Trouble::NotFound)
}

fn address(admin: &Administrator, rest: &str) -> String {
    format!("/admin/{}/access{rest}", admin.organization.slug)
}

async fn page(admin: &Administrator, id: InvitationId) -> Result<Invited, Trouble> {
    let visit = &admin.member.visit;
    let open = people::open_invitation(&visit.app, admin.scope, id).await?;
    let open = open.ok_or(Trouble::NotFound)?;
    Ok(Invited {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        id: id.to_string(),
        name: open.name,
        login_name: format!("{}@{}", open.login_name, admin.organization.slug),
        email: open.email,
        mailed_at: open.mailed_at,
        until: open.expires_at,
        may_invite: may_invite(admin),
        by_mail: visit.app.has_mail(),
        too_soon: false,
    })
}
