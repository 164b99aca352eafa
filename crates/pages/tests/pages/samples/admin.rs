//! What an administrator sees.

use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::*;

use super::*;

pub fn person(
    name: &str,
    login: &str,
    mfa: MfaStatus,
    role: Role,
    last_sign_in: Option<Timestamp>,
) -> Person {
    Person {
        name: name.into(),
        login: login.into(),
        mfa,
        role,
        state: PersonState::Active,
        last_sign_in,
    }
}

pub fn access() -> Access {
    use MfaStatus::*;
    Access {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        people: vec![
            person(
                "Hassan Amiri",
                "hassan@example",
                Enabled,
                Role::Member,
                Some(ago(0)),
            ),
            person(
                "Ann Bauer",
                "ann.bauer@example.com",
                Enabled,
                Role::Member,
                Some(ago(41)),
            ),
            Person {
                state: PersonState::Suspended,
                ..person(
                    "Felix Braun",
                    "felix.braun@example.com",
                    NotEnabled,
                    Role::Member,
                    Some(ago(20 * 60)),
                )
            },
            person(
                "Greta Hofmann",
                "greta.hofmann@example.com",
                Enabled,
                Role::Auditor,
                Some(ago(300)),
            ),
            person(
                "Ben Keller",
                "ben.keller@example.com",
                Enabled,
                Role::HelpDesk,
                Some(ago(4 * 24 * 60)),
            ),
            Person {
                state: PersonState::Frozen,
                ..person(
                    "Eva Lang",
                    "eva.lang@example.com",
                    Disabled,
                    Role::Member,
                    Some(ago(24 * 60 * 40)),
                )
            },
            person(
                "Ines Moreira",
                "ines@example",
                NotEnabled,
                Role::Owner,
                None,
            ),
            person(
                "Clara Vogt",
                "clara.vogt@example.com",
                Enabled,
                Role::Admin,
                Some(ago(1)),
            ),
        ],
        invitations: vec![
            OpenInvitation {
                name: "Tom Novak".into(),
                login_name: "tom@example".into(),
                until: now() + Span::days(1),
            },
            OpenInvitation {
                name: "David Stein".into(),
                login_name: "david@example".into(),
                until: now() + Span::days(3),
            },
        ],
        next: Some("/admin/example/access?after=8".into()),
    }
}

pub fn invite() -> Invite {
    Invite {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        name: Field::default(),
        login_name: Field::default(),
        email: Field::default(),
    }
}

pub fn administration() -> Vec<(String, String)> {
    let refused = Invite {
        name: Field::with_problem("Tom", Problem::TooLong { max: 1 }),
        login_name: Field::with_problem("ann", Problem::Taken),
        email: Field::new("tom@example.com"),
        ..invite()
    };
    let letter = InvitationLetter {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        name: "Tom Novak".into(),
        login_name: "tom@example".into(),
        address: "https://portal.example.com/invitation".into(),
        link: "https://portal.example.com/invitation/7KQM-4XPD-H2WN-9TRC-3FZB-8VJE-M6SA".into(),
        code: "7KQM-4XPD-H2WN-9TRC-3FZB-8VJE-M6SA".into(),
        until: now() + Span::days(3),
    };
    vec![
        page("access", &access()),
        page(
            "access, nobody",
            &Access {
                people: Vec::new(),
                invitations: Vec::new(),
                next: None,
                ..access()
            },
        ),
        page("invite", &invite()),
        page("invite, refused", &refused),
        page("invitation letter", &letter),
    ]
}
