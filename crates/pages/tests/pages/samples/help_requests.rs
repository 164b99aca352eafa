//! What members ask the help desk for, as both sides see it.

use portcullis_core::help_request::{Outcome, Wish};
use portcullis_pages::telling::By;
use portcullis_pages::*;

use super::*;

fn answer(outcome: Outcome, word: Option<&str>) -> RequestAnswer {
    RequestAnswer {
        outcome,
        at: ago(5),
        by: By::Person("Clara Vogt".into()),
        word: word.map(Into::into),
    }
}

fn row(wish: Wish, signed_in: bool, answer: Option<RequestAnswer>) -> RequestRow {
    RequestRow {
        id: "019e1c1c1c1c7000800000000000000d".into(),
        slug: "example".into(),
        name: "Ann Bauer".into(),
        login_name: "ann@example".into(),
        wish,
        asked_at: ago(40),
        signed_in,
        mfa: MfaStatus::NotEnabled,
        answer,
    }
}

fn one(request: RequestRow) -> RequestPage {
    RequestPage {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        request,
        account: "019e1c1c1c1c7000800000000000000c".into(),
        state: PersonState::Active,
        reader: RequestReader::Answers,
        word: Field::default(),
    }
}

pub fn own_requests(notice: Option<RequestNotice>) -> OwnRequests {
    let asked = |wish, signed_in, answer| OwnRequest {
        wish,
        asked_at: ago(40),
        signed_in,
        answer,
    };
    OwnRequests {
        frame: frame(),
        member: member(),
        notice,
        offered: vec![Wish::Unlock],
        requests: vec![
            asked(Wish::MfaOn, true, None),
            asked(Wish::MfaOn, true, Some(answer(Outcome::Granted, None))),
            asked(
                Wish::Unlock,
                false,
                Some(answer(Outcome::Declined, Some("It wasn’t you."))),
            ),
            asked(Wish::Unlock, true, Some(answer(Outcome::Done, None))),
            asked(Wish::Unlock, false, Some(answer(Outcome::Granted, None))),
            asked(Wish::Unlock, true, Some(answer(Outcome::Withdrawn, None))),
        ],
    }
}

pub fn request() -> RequestPage {
    one(row(Wish::MfaOn, true, None))
}

pub fn help_requests() -> Vec<(String, String)> {
    let locked = LockedOut {
        frame: instance(),
        login: Field::default(),
        delayed: None,
    };
    let delayed = Delayed {
        seconds: 1_500,
        until: now() + Span::minutes(25),
    };
    let open = request();
    let list = Requests {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        open: vec![row(Wish::MfaOn, true, None), row(Wish::Unlock, false, None)],
        next: Some("/admin/example/requests?after=019e1c1c1c1c7000800000000000000d".into()),
        answered: vec![row(Wish::Unlock, true, Some(answer(Outcome::Done, None)))],
    };
    let mut pages = several_organizations();
    pages.extend(vec![
        page("locked out", &locked),
        page(
            "locked out, nothing typed",
            &LockedOut {
                login: Field::with_problem("", Problem::Missing),
                ..locked.clone()
            },
        ),
        page(
            "locked out, too often",
            &LockedOut {
                login: Field::new("ann@example"),
                delayed: Some(delayed),
                ..locked
            },
        ),
        page("locked out, asked", &LockedOutAsked { frame: instance() }),
        page("own requests", &own_requests(None)),
        page(
            "own requests, asked",
            &own_requests(Some(RequestNotice::Asked)),
        ),
        page(
            "own requests, taken back",
            &own_requests(Some(RequestNotice::Withdrawn)),
        ),
        page(
            "own requests, too often",
            &own_requests(Some(RequestNotice::TooOften)),
        ),
        page(
            "own requests, none",
            &OwnRequests {
                offered: vec![Wish::MfaOn, Wish::Unlock],
                requests: Vec::new(),
                ..own_requests(Some(RequestNotice::NotOffered))
            },
        ),
        page("requests", &list),
        page(
            "requests, nobody",
            &Requests {
                open: Vec::new(),
                next: None,
                answered: Vec::new(),
                ..list
            },
        ),
        page("request, MFA", &open),
        page(
            "request, declined without a word",
            &RequestPage {
                word: Field::with_problem("", Problem::Missing),
                ..open.clone()
            },
        ),
        page("request, locked out", &one(row(Wish::Unlock, false, None))),
        page(
            "request, somebody else’s",
            &RequestPage {
                reader: RequestReader::Looks,
                state: PersonState::Frozen,
                ..open
            },
        ),
        page(
            "request, answered",
            &one(row(
                Wish::Unlock,
                false,
                Some(answer(Outcome::Declined, Some("It wasn’t you."))),
            )),
        ),
    ]);
    pages
}

/// What somebody sees who has a role in several organizations.
fn several_organizations() -> Vec<(String, String)> {
    let member = Member {
        administers: Some("/admin".into()),
        elsewhere: true,
        owns: false,
        ..clara()
    };
    let place = |slug: &str, name: &str| PlaceRow {
        slug: slug.into(),
        name: name.into(),
    };
    let places = vec![place("example", "Example GmbH"), place("north", "North AG")];
    let people = PeopleEverywhere {
        frame: frame(),
        member: member.clone(),
        waiting: Some(2),
        named: String::new(),
        places,
        next: None,
        found: Vec::new(),
    };
    let found = |state| FoundPerson {
        id: "019e1c1c1c1c7000800000000000000c".into(),
        name: "Ann Bauer".into(),
        login: "ann@north".into(),
        mfa: MfaStatus::Enabled,
        state,
    };
    let requests = RequestsEverywhere {
        frame: frame(),
        member,
        waiting: Some(2),
        open: vec![
            ("North AG".into(), row(Wish::MfaOn, true, None)),
            ("Example GmbH".into(), row(Wish::Unlock, false, None)),
        ],
        more: true,
        next: Some("/admin/requests?after=north".into()),
    };
    vec![
        page("people everywhere", &people),
        page(
            "people everywhere, found",
            &PeopleEverywhere {
                named: "ann".into(),
                next: Some("/admin/people?named=ann&after=north".into()),
                found: vec![FoundIn {
                    place: place("north", "North AG"),
                    people: vec![
                        found(PersonState::Active),
                        found(PersonState::Suspended),
                        found(PersonState::Frozen),
                    ],
                    more: Some("/admin/north/access?named=ann".into()),
                }],
                ..people.clone()
            },
        ),
        page(
            "people everywhere, nobody",
            &PeopleEverywhere {
                named: "zoe".into(),
                waiting: None,
                ..people
            },
        ),
        page("requests everywhere", &requests),
        page(
            "requests everywhere, nobody",
            &RequestsEverywhere {
                waiting: Some(0),
                open: Vec::new(),
                more: false,
                next: None,
                ..requests
            },
        ),
    ]
}
