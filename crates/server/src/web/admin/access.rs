//! Administration and access: who is there, and who is invited.

use axum::response::Response;
use portcullis_core::account::{MfaStatus, State};
use portcullis_core::id::AccountId;
use portcullis_core::role::{Grant, Permission, Role, highest, instance, scope, scope_over};
use portcullis_pages::{self as pages, Access, OpenInvitation, Person, PersonState};
use portcullis_store::accounts::{Account, Wanted};
use portcullis_store::invitations::Invitation;
use portcullis_store::owing::{CASES, Owing};
use portcullis_store::{Tx, accounts, invitations, mfa_counts, owing, roles};

use super::support;
use crate::fault::Fault;
use crate::people;
use crate::web::admit::{Administrator, Member};
use crate::web::dashboard::status;
use crate::web::download::download;
use crate::web::dress::redirect;
use crate::web::form::Form;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// As the address names those who owe a second factor.
const OWED_NOW: &str = "required";
const OWED_SOON: &str = "delayed";
/// How many people a page shows.
const PAGE: u32 = 50;
/// How many open invitations a page shows.
const INVITATIONS: u32 = 50;

/// Leads to the administration of the one organization in which the member has a role, of the own for who runs the
/// instance, or to the search over several.
pub async fn home(member: Member) -> Result<Response, Trouble> {
    let places = member.places().await?;
    let owns = instance(&member.actor(), member.app().now()).is_ok();
    let slug = match places.as_slice() {
        [] => return Err(Trouble::NotFound),
        _ if owns => &member.session.organization_slug,
        [only] => &only.slug,
        _ => return Ok(redirect("/admin/people")),
    };
    Ok(redirect(&format!("/admin/{slug}/access")))
}

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let named = visit.parameter("named").unwrap_or_default();
    if let Some(there) = support::sought(&admin, &named).await? {
        return Ok(there);
    }
    let (place, now) = (admin.scope, visit.app.now());
    let status_of = |word: String| ALL.into_iter().find(|one| status(*one).word() == word);
    let wanted = Wanted {
        after: visit.parameter("after").unwrap_or_default(),
        mfa_status: visit.parameter("mfa").and_then(status_of),
        named,
    };
    let asked_owing = match visit.parameter("mfa").as_deref() {
        Some(OWED_NOW) => Some(Owing::Now),
        Some(OWED_SOON) => Some(Owing::Soon),
        _ => None,
    };
    let asked = wanted.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let grants = roles::of_organization(tx, place, now).await?;
        let role_of = |account| {
            let own: Vec<Grant> = grants
                .iter()
                .filter(|(id, _)| *id == account)
                .map(|(_, grant)| *grant)
                .collect();
            highest(&own, place.organization(), now)
        };
        let people = match asked_owing {
            Some(owing) => owing::list(tx, place, (owing, &wanted), PAGE + 1, now).await?,
            None => accounts::list(tx, place, &wanted, PAGE + 1).await?,
        };
        let shown: Vec<AccountId> = people.iter().map(|one| one.id).take(CASES).collect();
        let cases = owing::cases(tx, place, &shown, now).await?;
        let people: Vec<_> = people
            .into_iter()
            .map(|one| (role_of(one.id), one))
            .map(|(role, one)| (one, role))
            .collect();
        let open = invitations::open(tx, place, now, INVITATIONS).await?;
        let counts = mfa_counts::of(tx, place).await?;
        let owed = owing::counts(tx, place, now).await?;
        Ok((people, open, counts, (cases, owed)))
    };
    let (mut people, open, counts, (cases, owed)) =
        visit.app.store.read(unit).await.map_err(Fault::from)?;
    let slug = &admin.organization.slug;
    let more = people.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    people.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = people
        .last()
        .filter(|_| more)
        .map(|(last, _)| next_page(slug, (&asked, asked_owing), last));
    let count_of = |wanted| counts.iter().find(|(one, _)| *one == wanted);
    visit::page(&Access {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: slug.clone(),
        counts: ALL
            .into_iter()
            .map(|one| (status(one), count_of(one).map_or(0, |(_, count)| *count)))
            .collect(),
        owed: [
            (OWED_NOW, owed.0, asked_owing == Some(Owing::Now)),
            (OWED_SOON, owed.1, asked_owing == Some(Owing::Soon)),
        ],
        only: asked.mfa_status.map(status),
        named: asked.named,
        may_invite: may_invite(&admin),
        people: people
            .into_iter()
            .map(|(account, role)| Person {
                deletable: account.mfa_status != MfaStatus::NotEnabled
                    && account.state != State::Frozen
                    && may_help(&admin, account.id, role),
                id: account.id.to_string(),
                login: format!("{}@{slug}", account.login_name),
                name: account.name,
                mfa: status(account.mfa_status),
                owed: cases
                    .iter()
                    .find(|(id, _)| *id == account.id)
                    .and_then(|(_, case)| case.owed(now)),
                role: shown(role),
                state: state(account.state),
                last_sign_in: account.signed_in_at,
                deletion_asked_at: account.deletion_asked_at,
            })
            .collect(),
        invitations: open.into_iter().map(|one| invited(one, slug)).collect(),
        next,
    })
}

/// An invitation that nobody has accepted yet, as the page shows it.
fn invited(invitation: Invitation, slug: &str) -> OpenInvitation {
    OpenInvitation {
        login_name: format!("{}@{slug}", invitation.login_name),
        id: invitation.id.to_string(),
        name: invitation.name,
        mailed_to: invitation.email.filter(|_| invitation.mailed_at.is_some()),
        until: invitation.expires_at,
    }
}

/// Everybody as a file.
pub async fn export(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let visit = &admin.member.visit;
    let (actor, organization) = (&admin.actor, &admin.organization);
    let people = people::export(&visit.app, actor, organization, &visit.origin).await?;
    let people = people.map_err(|_| Trouble::Forbidden)?;
    let name = format!("people-{}.csv", organization.slug);
    Ok(download(people.pieces(), "text/csv; charset=utf-8", &name))
}

/// In the order in which a page names them.
const ALL: [MfaStatus; 3] = [
    MfaStatus::Enabled,
    MfaStatus::Disabled,
    MfaStatus::NotEnabled,
];

fn next_page(slug: &str, (asked, owing): (&Wanted, Option<Owing>), last: &Account) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let after = match owing {
        Some(_) => last.login_name.clone(),
        None => asked.after(last),
    };
    query.append_pair("after", &after);
    if let Some(only) = asked.mfa_status {
        query.append_pair("mfa", status(only).word());
    }
    match owing {
        Some(Owing::Now) => query.append_pair("mfa", OWED_NOW),
        Some(Owing::Soon) => query.append_pair("mfa", OWED_SOON),
        None => &mut query,
    };
    if !asked.named.is_empty() {
        query.append_pair("named", &asked.named);
    }
    format!("/admin/{slug}/access?{}", query.finish())
}

/// Whether the reader may help somebody with this role.
fn may_help(admin: &Administrator, account: AccountId, theirs: Role) -> bool {
    let (whose, now) = ((admin.organization.id, account), admin.member.app().now());
    scope_over(&admin.actor, whose, theirs, Permission::Help, now).is_ok()
}

/// Whether the reader may invite somebody.
pub(super) fn may_invite(admin: &Administrator) -> bool {
    let (place, now) = (admin.organization.id, admin.member.app().now());
    scope(&admin.actor, place, Permission::Invite, now).is_ok()
}

pub(super) const fn state(state: State) -> PersonState {
    match state {
        State::Active => PersonState::Active,
        State::Suspended => PersonState::Suspended,
        State::Frozen => PersonState::Frozen,
    }
}

pub(super) const fn shown(role: Role) -> pages::Role {
    match role {
        Role::Member => pages::Role::Member,
        Role::Auditor => pages::Role::Auditor,
        Role::Helpdesk => pages::Role::HelpDesk,
        Role::Admin => pages::Role::Admin,
        Role::Owner => pages::Role::Owner,
    }
}
