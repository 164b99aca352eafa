//! Whether the audit logs are whole, for those who run the instance.

use axum::response::Response;
use portcullis_pages::{AuditLog, AuditLogs, LogName};

use crate::audit::{self, Verified};
use crate::web::admit::Owner;
use crate::web::form::Form;
use crate::web::trouble::Trouble;
use crate::web::visit;

pub async fn show(owner: Owner) -> Result<Response, Trouble> {
    page(&owner, None)
}

pub async fn verify(owner: Owner, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let visit = &owner.member.visit;
    let verified = audit::verify(&visit.app, &owner.actor, &visit.origin).await?;
    let verified = verified.map_err(|_| Trouble::Forbidden)?;
    page(&owner, Some(verified.into_iter().map(shown).collect()))
}

fn page(owner: &Owner, verified: Option<Vec<AuditLog>>) -> Result<Response, Trouble> {
    visit::page(&AuditLogs {
        frame: owner.member.visit.frame(None),
        member: owner.member.bar(),
        slug: owner.member.session.organization_slug.clone(),
        verified,
    })
}

pub(super) fn shown(one: Verified) -> AuditLog {
    let name = match (one.organization, one.log) {
        (Some(organization), _) => LogName::Organization(organization.branding.name),
        (None, None) => LogName::Instance,
        (None, Some(_)) => LogName::Gone,
    };
    AuditLog {
        name,
        verdict: one.verdict,
        waits_since: one.waits_since,
    }
}
