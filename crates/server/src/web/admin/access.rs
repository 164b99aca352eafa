//! Administration and access: who is there, and who is invited.

use axum::response::Response;
use portcullis_core::account::State;
use portcullis_core::role::{Grant, Role, highest};
use portcullis_pages::{self as pages, Access, OpenInvitation, Person, PersonState};
use portcullis_store::{Tx, accounts, invitations, roles};

use crate::fault::Fault;
use crate::web::admit::{Administrator, Member};
use crate::web::dashboard::status;
use crate::web::dress::redirect;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// How many people a page shows.
const PAGE: u32 = 50;
/// How many open invitations a page shows.
const INVITATIONS: u32 = 50;

/// Leads to the administration of the member's own organization.
pub async fn home(member: Member) -> Result<Response, Trouble> {
    if highest(&member.grants, member.organization(), member.app().now()) == Role::Member {
        return Err(Trouble::NotFound);
    }
    Ok(redirect(&format!(
        "/admin/{}/access",
        member.session.organization_slug
    )))
}

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let (scope, now) = (admin.scope, visit.app.now());
    let after = visit.parameter("after").unwrap_or_default();
    let unit = async move |tx: &mut Tx<'_>| {
        let grants = roles::of_organization(tx, scope, now).await?;
        let role_of = |account| {
            let own: Vec<Grant> = grants
                .iter()
                .filter(|(id, _)| *id == account)
                .map(|(_, grant)| *grant)
                .collect();
            highest(&own, scope.organization(), now)
        };
        let people = accounts::list(tx, scope, &after, PAGE + 1).await?;
        let people: Vec<_> = people
            .into_iter()
            .map(|one| (role_of(one.id), one))
            .map(|(role, one)| (one, role))
            .collect();
        let open = invitations::open(tx, scope, now, INVITATIONS).await?;
        Ok((people, open))
    };
    let (mut people, open) = visit.app.store.read(unit).await.map_err(Fault::from)?;
    let slug = &admin.organization.slug;
    let more = people.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    people.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = people
        .last()
        .filter(|_| more)
        .map(|(last, _)| format!("/admin/{slug}/access?after={}", last.login_name));
    visit::page(&Access {
        frame: visit.frame(Some(&admin.organization.name)),
        member: admin.member.bar(),
        slug: slug.clone(),
        people: people
            .into_iter()
            .map(|(account, role)| Person {
                login: format!("{}@{slug}", account.login_name),
                name: account.name,
                mfa: status(account.mfa_status),
                role: shown(role),
                state: match account.state {
                    State::Active => PersonState::Active,
                    State::Suspended => PersonState::Suspended,
                    State::Frozen => PersonState::Frozen,
                },
                last_sign_in: account.signed_in_at,
                deletion_asked_at: account.deletion_asked_at,
            })
            .collect(),
        invitations: open
            .into_iter()
            .map(|invitation| OpenInvitation {
                login_name: format!("{}@{slug}", invitation.login_name),
                id: invitation.id.to_string(),
                name: invitation.name,
                mailed_to: invitation.email.filter(|_| invitation.mailed_at.is_some()),
                until: invitation.expires_at,
            })
            .collect(),
        next,
    })
}

const fn shown(role: Role) -> pages::Role {
    match role {
        Role::Member => pages::Role::Member,
        Role::Auditor => pages::Role::Auditor,
        Role::Helpdesk => pages::Role::HelpDesk,
        Role::Admin => pages::Role::Admin,
        Role::Owner => pages::Role::Owner,
    }
}
