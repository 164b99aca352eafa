//! Which rule asks for what of one person.

use axum::extract::Path;
use axum::response::Response;
use portcullis_pages::WhyPage;

use crate::people;
use crate::web::admit::Administrator;
use crate::web::trouble::Trouble;
use crate::web::visit;

pub async fn show(
    admin: Administrator,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let id = id.parse().map_err(|_| Trouble::NotFound)?;
    let visit = &admin.member.visit;
    let one = people::one(&visit.app, admin.scope, &admin.organization, id).await?;
    let one = one.ok_or(Trouble::NotFound)?;
    visit::page(&WhyPage {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        id: one.account.id.to_string(),
        name: one.account.name.clone(),
        why: people::why(&visit.app, &one),
    })
}
