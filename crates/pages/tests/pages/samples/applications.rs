//! The pages about applications.

use portcullis_core::destination;
use portcullis_pages::*;

use super::*;

pub fn application_list() -> Applications {
    let one = |id: &str, name: &str, address: &str| ListedApplication {
        id: id.into(),
        name: name.into(),
        address: address.into(),
        description: None,
        icon: None,
        named: None,
    };
    Applications {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        may_change: true,
        applications: vec![
            ListedApplication {
                named: Some(Audience {
                    groups: vec!["Sales".into()],
                    people: vec!["ann".into(), "tom".into()],
                }),
                ..one("019a9c", "Time sheets", "https://time.example.com/")
            },
            ListedApplication {
                description: Some("Your mail and the address book".into()),
                icon: Some(destination::Icon::Mail),
                ..one("019a9d", "Webmail", "https://mail.example.com/inbox")
            },
        ],
    }
}

pub fn application_form() -> ApplicationForm {
    ApplicationForm {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        one: None,
        name: Field::default(),
        address: Field::default(),
        description: Field::default(),
        icon: None,
        whom: everyone(),
        refusal: None,
    }
}

pub fn delete_application() -> DeleteApplication {
    DeleteApplication {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        id: "019a9d".into(),
        name: "Webmail".into(),
    }
}

pub fn application_pages() -> Vec<(String, String)> {
    let none = Applications {
        applications: Vec::new(),
        ..application_list()
    };
    let read = Applications {
        may_change: false,
        ..application_list()
    };
    let change = ApplicationForm {
        one: Some(("019a9d".into(), "Webmail".into(), 3)),
        name: Field::new("Webmail"),
        address: Field::new("https://mail.example.com/inbox"),
        description: Field::new("Your mail and the address book"),
        icon: Some(destination::Icon::Mail),
        whom: some_people(),
        ..application_form()
    };
    let refused = ApplicationForm {
        address: Field::with_problem("mail.example.com", Problem::NotASite),
        refusal: Some(FormRefusal::Nobody("eva".into())),
        ..change.clone()
    };
    vec![
        page("applications", &application_list()),
        page("applications, none", &none),
        page("applications, to read", &read),
        page("application, new", &application_form()),
        page("application, change", &change),
        page("application, refused", &refused),
        page("application, delete", &delete_application()),
    ]
}
