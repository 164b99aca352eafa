//! Over all organizations in which somebody has a role: one search over their people, one list of what is asked of the
//! help desk.

use axum::response::Response;
use portcullis_core::support::SupportCode;
use portcullis_pages::{FoundIn, FoundPerson, PeopleEverywhere, PlaceRow, RequestsEverywhere};
use portcullis_store::organizations::Organization;

use super::access::state;
use super::requests::row;
use super::support::leads;
use crate::people;
use crate::web::admit::Desk;
use crate::web::dashboard::status;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// How many people of an organization a search shows.
const PEOPLE: u32 = 20;
/// How many requests the list shows.
const REQUESTS: u32 = 100;
/// How often a search that has found nobody goes on with the next organizations by itself.
const GOES_ON: usize = 10;
/// The longest text that is searched by, in bytes.
const MAX_NAMED: usize = 200;

pub async fn people(mut desk: Desk) -> Result<Response, Trouble> {
    let named = desk.member.visit.parameter("named").unwrap_or_default();
    let named = named.trim();
    if named.len() > MAX_NAMED {
        return Err(Trouble::BadForm);
    }
    if let Some(code) = SupportCode::written(named)
        && let Some(there) = leads(&desk.member, None, code).await?
    {
        return Ok(there);
    }
    let mut found = Vec::new();
    if !named.is_empty() {
        let most = usize::try_from(PEOPLE).unwrap_or(usize::MAX);
        let app = desk.member.app().clone();
        for _ in 0..GOES_ON {
            let (actor, places) = (&desk.actor, &desk.places);
            if desk.next.is_none()
                || !people::search(&app, actor, places, (named, 1))
                    .await?
                    .is_empty()
            {
                break;
            }
            desk = desk.go_on().await?;
        }
        let searched = people::search(&app, &desk.actor, &desk.places, (named, PEOPLE + 1)).await?;
        for (at, mut people) in searched {
            let more = people.len() > most;
            people.truncate(most);
            found.push(FoundIn {
                more: more.then(|| all_found(at, named)),
                people: people
                    .into_iter()
                    .map(|one| FoundPerson {
                        id: one.id.to_string(),
                        login: format!("{}@{}", one.login_name, at.slug),
                        name: one.name,
                        mfa: status(one.mfa_status),
                        state: state(one.state),
                    })
                    .collect(),
                place: place(at),
            });
        }
    }
    let visit = &desk.member.visit;
    let (app, actor) = (&visit.app, &desk.actor);
    visit::page(&PeopleEverywhere {
        frame: visit.frame(None),
        member: desk.member.bar(),
        waiting: people::waiting(app, actor, &desk.places).await?,
        named: named.to_owned(),
        places: desk.places.iter().map(place).collect(),
        next: next("/admin/people", named, &desk),
        found,
    })
}

pub async fn requests(desk: Desk) -> Result<Response, Trouble> {
    let visit = &desk.member.visit;
    let (app, actor) = (&visit.app, &desk.actor);
    let waiting = people::waiting(app, actor, &desk.places).await?;
    let waiting = waiting.ok_or(Trouble::Forbidden)?;
    let open = people::requests_everywhere(app, actor, &desk.places, REQUESTS).await?;
    let listed = u64::try_from(open.len()).unwrap_or(u64::MAX);
    visit::page(&RequestsEverywhere {
        frame: visit.frame(None),
        member: desk.member.bar(),
        waiting: Some(waiting),
        more: waiting > listed,
        next: next("/admin/requests", "", &desk),
        open: open
            .into_iter()
            .map(|(at, one)| (at.branding.name.clone(), row(one, None, &at.slug)))
            .collect(),
    })
}

fn place(organization: &Organization) -> PlaceRow {
    PlaceRow {
        slug: organization.slug.clone(),
        name: organization.branding.name.clone(),
    }
}

/// Where the organizations that follow are looked through.
fn next(path: &str, named: &str, desk: &Desk) -> Option<String> {
    let last = desk.next.as_ref()?;
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if !named.is_empty() {
        query.append_pair("named", named);
    }
    query.append_pair("after", last);
    Some(format!("{path}?{}", query.finish()))
}

/// Where all that a search finds in an organization are.
fn all_found(at: &Organization, named: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("named", named);
    format!("/admin/{}/access?{}", at.slug, query.finish())
}
