//! The pages about roles from other organizations.

use portcullis_pages::*;

use super::*;

pub fn outsiders() -> Outsiders {
    let one = |name: &str, login: &str, role, until: Option<Timestamp>| Outsider {
        id: "019b02".into(),
        name: name.into(),
        login: login.into(),
        organization: "Provider Ltd".into(),
        signs_in: until.is_some(),
        role,
        until,
    };
    Outsiders {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        may_lend: true,
        may_take: true,
        outsiders: vec![
            one("Ann Bauer", "ann@provider", Role::HelpDesk, Some(now())),
            one("Ben Keller", "ben@provider", Role::Admin, None),
        ],
    }
}

pub fn lend_role() -> LendRole {
    LendRole {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        login: Field::default(),
        role: Role::HelpDesk,
        until: Field::default(),
    }
}

pub fn take_role() -> TakeRole {
    TakeRole {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        outsider: outsiders().outsiders.remove(0),
    }
}

pub fn outsider_pages() -> Vec<(String, String)> {
    let nobody = Outsiders {
        outsiders: Vec::new(),
        ..outsiders()
    };
    let read = Outsiders {
        may_lend: false,
        may_take: false,
        ..outsiders()
    };
    let refused = LendRole {
        login: Field::with_problem("ann@example", Problem::NobodyElsewhere),
        until: Field::with_problem("2001-01-01", Problem::DayOver),
        ..lend_role()
    };
    vec![
        page("from elsewhere", &outsiders()),
        page("from elsewhere, nobody", &nobody),
        page("from elsewhere, read", &read),
        page("from elsewhere, new", &lend_role()),
        page("from elsewhere, refused", &refused),
        page("from elsewhere, take", &take_role()),
    ]
}
