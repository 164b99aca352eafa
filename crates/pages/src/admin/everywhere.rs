//! `/admin/people` and `/admin/requests`: one search and one list over all organizations in which the reader has a role.

use askama::Template;

use super::access::PersonState;
use super::requests::RequestRow;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::mfa::MfaStatus;

#[derive(Template, Clone, Debug)]
#[template(path = "admin/people_everywhere.html")]
pub struct PeopleEverywhere {
    pub frame: Frame,
    pub member: Member,
    /// How many requests wait; `None` where the reader answers none.
    pub waiting: Option<u64>,
    /// What was searched by; empty before.
    pub named: String,
    /// Where is searched.
    pub places: Vec<PlaceRow>,
    /// Where the search goes on, if there are more organizations than are searched at once.
    pub next: Option<String>,
    /// Who was found, organization by organization.
    pub found: Vec<FoundIn>,
}

/// An organization.
#[derive(Clone, Debug)]
pub struct PlaceRow {
    pub slug: String,
    pub name: String,
}

/// Whom a search found in an organization.
#[derive(Clone, Debug)]
pub struct FoundIn {
    pub place: PlaceRow,
    pub people: Vec<FoundPerson>,
    /// Where all that were found there are, if there are more.
    pub more: Option<String>,
}

/// Somebody who was found.
#[derive(Clone, Debug)]
pub struct FoundPerson {
    /// The account's id, as in its address.
    pub id: String,
    pub name: String,
    /// `ann@acme`.
    pub login: String,
    pub mfa: MfaStatus,
    pub state: PersonState,
}

#[derive(Template, Clone, Debug)]
#[template(path = "admin/requests_everywhere.html")]
pub struct RequestsEverywhere {
    pub frame: Frame,
    pub member: Member,
    /// How many requests wait.
    pub waiting: Option<u64>,
    /// Those that wait, the oldest first, each with its organization's name.
    pub open: Vec<(String, RequestRow)>,
    /// Whether more wait in these organizations than are listed.
    pub more: bool,
    /// Where those of the next organizations are, if there are more than are looked through at once.
    pub next: Option<String>,
}
