//! Whom applications and remote computers are for, as commands say it.

use portcullis_core::id::GroupId;
use portcullis_core::login::LoginName;
use portcullis_core::role::Scope;
use portcullis_server::App;
use portcullis_server::destinations::{Audience, Whom};
use portcullis_server::groups;
use portcullis_store::organizations::Organization;

use crate::cli::{ForWhom, NotForWhom};
use crate::output::Failure;

/// Whom something new is for: everybody, where nobody is named.
pub(super) async fn whom(
    app: &App,
    organization: &Organization,
    said: &ForWhom,
) -> Result<Whom, Failure> {
    if said.only.is_empty() && said.group.is_empty() {
        return Ok(Whom::Everyone);
    }
    Ok(Whom::Only {
        groups: groups_of(app, organization, &said.group).await?,
        people: names(organization, &said.only)?,
    })
}

/// The same of what exists: who is not named stays as it was.
pub(super) async fn changed(
    app: &App,
    organization: &Organization,
    before: Option<Audience>,
    (said, not): (&ForWhom, &NotForWhom),
) -> Result<Whom, Failure> {
    let named = !said.only.is_empty() || !said.group.is_empty();
    if said.everyone || (before.is_none() && !named) {
        return Ok(Whom::Everyone);
    }
    let before = before.unwrap_or_default();
    let leaves = names(organization, &not.not_for)?;
    let mut people = names(organization, &before.people)?;
    people.extend(names(organization, &said.only)?);
    people.retain(|name| !leaves.contains(name));
    let leaves = groups_of(app, organization, &not.not_for_group).await?;
    let mut groups: Vec<GroupId> = before.groups.into_iter().map(|(id, _)| id).collect();
    groups.extend(groups_of(app, organization, &said.group).await?);
    groups.retain(|id| !leaves.contains(id));
    Ok(Whom::Only { groups, people })
}

/// The groups of these names.
pub(super) async fn groups_of(
    app: &App,
    organization: &Organization,
    named: &[String],
) -> Result<Vec<GroupId>, Failure> {
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let slug = &organization.slug;
    let all = groups::list(app, Scope::of(organization.id)).await?;
    let id = |name: &String| {
        let found = all.iter().find(|one| one.name == *name);
        found.map(|one| one.id).ok_or_else(|| {
            Failure::new(format!(
                "{slug} has no group {name}; `portcullis group list {slug}` shows all"
            ))
        })
    };
    named.iter().map(id).collect()
}

/// Whom it is for, in a cell.
pub(super) fn shown(slug: &str, audience: Option<&Audience>) -> String {
    let Some(audience) = audience else {
        return "everyone".to_owned();
    };
    let groups = audience.groups.iter();
    let groups = groups.map(|(_, name)| format!("{name} (group)"));
    let people = audience.people.iter().map(|name| format!("{name}@{slug}"));
    let all: Vec<String> = groups.chain(people).collect();
    if all.is_empty() {
        return "nobody".to_owned();
    }
    all.join(", ")
}

/// The login names of logins, which must be of the organization.
pub(super) fn names(
    organization: &Organization,
    logins: &[String],
) -> Result<Vec<LoginName>, Failure> {
    let slug = &organization.slug;
    let name = |login: &String| {
        let name = login.strip_suffix(&format!("@{slug}")).unwrap_or(login);
        let refused = || Failure::new(format!("{login} is no login of {slug}, like ann@{slug}"));
        name.parse().map_err(|_| refused())
    };
    logins.iter().map(name).collect()
}
