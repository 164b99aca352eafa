//! The pages about groups, and whom something is for.

use portcullis_pages::*;

use super::*;

/// Everybody, where the organization has no groups.
pub fn everyone() -> WhomField {
    WhomField {
        everyone: true,
        groups: Vec::new(),
        people: Field::default(),
    }
}

/// One of two groups, and two people.
pub fn some_people() -> WhomField {
    let choice = |id: &str, name: &str, chosen| GroupChoice {
        id: id.into(),
        name: name.into(),
        chosen,
    };
    WhomField {
        everyone: false,
        groups: vec![
            choice("019b01", "Board", false),
            choice("019b02", "Sales", true),
        ],
        people: Field::new("ann\ntom"),
    }
}

pub fn group_list() -> Groups {
    let one = |id: &str, name: &str, members| ListedGroup {
        id: id.into(),
        name: name.into(),
        members,
    };
    Groups {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        may_change: true,
        groups: vec![one("019b01", "Board", 1), one("019b02", "Sales", 240)],
    }
}

pub fn group_page() -> GroupPage {
    let one = |account: &str, name: &str, login: &str| GroupMember {
        account: account.into(),
        name: name.into(),
        login: login.into(),
        joined_at: ago(3000),
    };
    GroupPage {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019b02".into(),
        name: "Sales".into(),
        may_change: true,
        members: 240,
        opens: vec!["vpn".into(), "Webmail".into()],
        people: vec![
            one("019a01", "Ann Bauer", "ann@example"),
            one("019a02", "Tom Novak", "tom@example"),
        ],
        next: Some("/admin/example/groups/019b02?after=tom".into()),
    }
}

pub fn group_form() -> GroupForm {
    GroupForm {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        one: None,
        name: Field::default(),
        refusal: None,
    }
}

pub fn add_to_group() -> AddToGroup {
    AddToGroup {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019b02".into(),
        name: "Sales".into(),
        people: Field::default(),
        refusal: None,
    }
}

pub fn delete_group() -> DeleteGroup {
    DeleteGroup {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019b02".into(),
        name: "Sales".into(),
        opens: vec!["vpn".into(), "Webmail".into()],
    }
}

pub fn group_pages() -> Vec<(String, String)> {
    let none = Groups {
        groups: Vec::new(),
        ..group_list()
    };
    let read = GroupPage {
        may_change: false,
        next: None,
        ..group_page()
    };
    let empty = GroupPage {
        members: 0,
        opens: Vec::new(),
        people: Vec::new(),
        next: None,
        ..group_page()
    };
    let taken = GroupForm {
        one: Some(("019b02".into(), "Sales".into(), 3)),
        name: Field::with_problem("Board", Problem::Taken),
        ..group_form()
    };
    let refused = |refusal| AddToGroup {
        people: Field::new("eva"),
        refusal: Some(refusal),
        ..add_to_group()
    };
    vec![
        page("groups", &group_list()),
        page("groups, none", &none),
        page("group", &group_page()),
        page("group, to read", &read),
        page("group, empty", &empty),
        page("group, new", &group_form()),
        page("group, name taken", &taken),
        page("group, add people", &add_to_group()),
        page(
            "group, nobody",
            &refused(GroupRefusal::Nobody("eva".into())),
        ),
        page(
            "group, too many",
            &refused(GroupRefusal::TooMany { most: 200 }),
        ),
        page("group, delete", &delete_group()),
    ]
}
