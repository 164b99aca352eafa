//! Whom something is for: a form's field, and what was chosen in it.

use portcullis_core::id::GroupId;
use portcullis_core::login::LoginName;
use portcullis_pages::{Field, GroupChoice, Problem, WhomField};
use portcullis_store::{Tx, groups};

use crate::destinations::{Audience, Whom};
use crate::fault::Fault;
use crate::web::admit::Administrator;
use crate::web::form::Form;
use crate::web::trouble::Trouble;

/// How the name of a group's box begins.
const BOX: &str = "group-";

/// What was sent.
pub(super) struct Sent<'a> {
    pub chosen: &'a str,
    pub people: &'a str,
    pub groups: &'a [String],
}

/// The field with nothing chosen but everybody.
pub(super) async fn field(admin: &Administrator) -> Result<WhomField, Trouble> {
    let scope = admin.scope;
    let unit = async move |tx: &mut Tx<'_>| groups::names(tx, scope).await;
    let store = &admin.member.app().store;
    let all = store.read(unit).await.map_err(Fault::from)?.into_iter();
    let groups = all.map(|(id, name)| GroupChoice {
        id: id.to_string(),
        name,
        chosen: false,
    });
    Ok(WhomField {
        everyone: true,
        groups: groups.collect(),
        people: Field::default(),
    })
}

/// The field as it stands.
pub(super) fn filled(mut field: WhomField, everyone: bool, audience: &Audience) -> WhomField {
    field.everyone = everyone;
    field.people = Field::new(audience.people.join("\n"));
    for choice in &mut field.groups {
        let mut given = audience.groups.iter();
        choice.chosen = given.any(|(id, _)| id.to_string() == choice.id);
    }
    field
}

/// The groups that are ticked, taken out of the form.
pub(super) fn ticked(form: &mut Form) -> Vec<String> {
    form.ticked(BOX)
}

/// Whom something is for, as it was chosen and typed; what can't be is noted in the field.
pub(super) fn read(
    slug: &str,
    sent: &Sent<'_>,
    field: &mut WhomField,
) -> Result<Option<Whom>, Trouble> {
    field.everyone = sent.chosen == "everyone";
    field.people = Field::new(sent.people);
    for choice in &mut field.groups {
        choice.chosen = sent.groups.contains(&choice.id);
    }
    match sent.chosen {
        "everyone" => return Ok(Some(Whom::Everyone)),
        "named" => {}
        _ => return Err(Trouble::BadForm),
    }
    let Some(people) = login_names(slug, &mut field.people) else {
        return Ok(None);
    };
    // A group that is gone meanwhile is chosen no more.
    let chosen = field.groups.iter().filter(|choice| choice.chosen);
    let ids = chosen.filter_map(|choice| choice.id.parse().ok());
    let groups: Vec<GroupId> = ids.collect();
    if people.is_empty() && groups.is_empty() {
        field.people.problem = Some(Problem::Missing);
        return Ok(None);
    }
    Ok(Some(Whom::Only { groups, people }))
}

/// The login names in a field, with or without the organization's short name; what is none is noted.
pub(super) fn login_names(slug: &str, field: &mut Field) -> Option<Vec<LoginName>> {
    let of_here = format!("@{slug}");
    let mut names = Vec::new();
    let typed = field.value.clone();
    for word in typed.split(|c: char| c.is_whitespace() || c == ',') {
        let name = word.strip_suffix(&of_here).unwrap_or(word);
        if name.is_empty() {
            continue;
        }
        let Ok(name) = name.parse::<LoginName>() else {
            field.problem = Some(Problem::NotALoginName);
            return None;
        };
        names.push(name);
    }
    Some(names)
}

/// As lists tell it.
pub(super) fn listed(audience: Audience) -> portcullis_pages::Audience {
    let groups = audience.groups.into_iter().map(|(_, name)| name);
    portcullis_pages::Audience {
        groups: groups.collect(),
        people: audience.people,
    }
}
