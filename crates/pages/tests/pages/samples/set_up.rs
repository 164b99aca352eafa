//! The wizard, the first organization, and accepting an invitation.

use portcullis_core::time::Span;
use portcullis_pages::*;

use super::*;

pub fn scan() -> SetUpScan {
    SetUpScan {
        frame: frame(),
        attempt: "hQ3v".into(),
        uri: "otpauth://totp/Example%20GmbH:ann%40example?secret=JBVQ6TXDN4HR2YKZ7ALMWE3PGCU5SOIF&issuer=Example%20GmbH".into(),
        issuer: "Example GmbH".into(),
        account: "ann@example".into(),
        key: "JBVQ6TXDN4HR2YKZ7ALMWE3PGCU5SOIF".into(),
        good_until: now() + Span::minutes(30),
        refusal: None,
        place: ScanPlace::Wizard,
    }
}

pub fn store_codes() -> StoreCodes {
    let codes = [
        "7KQM-4XPD-H2WN-9TRC",
        "3FZB-8VJE-M6SA-Q0YK",
        "D5TN-X1GH-7RPW-2CMV",
        "9WEJ-K4BF-0ZSQ-T8XD",
        "H6VA-2NYR-P3KG-5JTB",
        "R8MC-Q7DX-4EWZ-1HFS",
        "2PGK-T9SV-N5BJ-6AYM",
        "X4RD-0HCW-8FQT-K3ZE",
        "M1JS-5YVB-W7XK-D9GP",
        "6TZF-E3QA-R2MH-4VNC",
    ];
    StoreCodes {
        frame: frame(),
        action: "/sign-in/set-up/codes".into(),
        attempt: Some("hQ3v".into()),
        set: "0199f0".into(),
        steps: true,
        codes: codes.map(String::from).to_vec(),
        made_at: now(),
        account: "ann@example".into(),
    }
}

pub fn first() -> FirstSetUp {
    FirstSetUp {
        frame: instance(),
        action: "/setup/Zk3".into(),
        organization: Field::default(),
        slug: Field::default(),
        requirement: Requirement::default(),
        requirement_problem: None,
        name: Field::default(),
        login_name: Field::default(),
        email: Field::default(),
        password: None,
        minimum: 8,
    }
}

pub fn set_up() -> Vec<(String, String)> {
    let app = |reason| SetUpApp {
        frame: frame(),
        attempt: "hQ3v".into(),
        reason,
    };
    let required = Reason::Required {
        organization: "Example GmbH".into(),
    };
    let new_codes = |refused| NewCodes {
        frame: frame(),
        action: "/sign-in/set-up/codes".into(),
        attempt: Some("hQ3v".into()),
        refused,
    };
    let refused = FirstSetUp {
        organization: Field::with_problem("", Problem::Missing),
        slug: Field::with_problem("Exämple", Problem::NotAShortName),
        requirement: Requirement::Optional,
        requirement_problem: Some(Problem::OneOf),
        name: Field::with_problem("Ann\u{200b}", Problem::ControlCharacters),
        login_name: Field::with_problem("a b", Problem::NotALoginName),
        email: Field::with_problem("ann", Problem::NotAnEmail),
        password: Some(Problem::TooShort { min: 8 }),
        ..first()
    };
    vec![
        page("set up, get an app", &app(required.clone())),
        page(
            "set up, get an app, nobody to ask",
            &SetUpApp {
                frame: instance(),
                ..app(required)
            },
        ),
        page("set up, get an app, for a role", &app(Reason::Role)),
        page("set up, get an app, replacing", &app(Reason::Replacing)),
        page("set up, get an app, asked for", &app(Reason::AskedFor)),
        page("set up, connect the app", &scan()),
        page(
            "set up, connect the app, wrong",
            &SetUpScan {
                refusal: Some(CodeRefusal::Wrong),
                ..scan()
            },
        ),
        page(
            "set up, connect the app, uri too long",
            &SetUpScan {
                uri: "x".repeat(4000),
                ..scan()
            },
        ),
        page(
            "set up a device in the settings",
            &SetUpScan {
                place: ScanPlace::Settings {
                    name: Field::new(""),
                    replaces: None,
                },
                ..scan()
            },
        ),
        page(
            "set up a device in the settings, new phone, name too long",
            &SetUpScan {
                place: ScanPlace::Settings {
                    name: Field::with_problem("Ann’s phone", Problem::TooLong { max: 100 }),
                    replaces: Some("Ann’s phone".into()),
                },
                ..scan()
            },
        ),
        page("set up, store codes", &store_codes()),
        page(
            "store codes, from the account",
            &StoreCodes {
                steps: false,
                attempt: None,
                action: "/account/recovery-codes".into(),
                ..store_codes()
            },
        ),
        page("new codes", &new_codes(false)),
        page("new codes, not ticked", &new_codes(true)),
        page("first set-up", &first()),
        page("first set-up, refused", &refused),
        page(
            "first set-up, off",
            &FirstSetUp {
                requirement: Requirement::Off,
                ..first()
            },
        ),
    ]
}

pub fn invitation(problem: Option<Problem>) -> Invitation {
    Invitation {
        frame: frame(),
        code: "7KQM-4XPD-H2WN-9TRC".into(),
        organization: "Example GmbH".into(),
        name: "Ann Bauer".into(),
        login_name: "ann@example".into(),
        email: None,
        minimum: 15,
        password_alone: true,
        problem,
    }
}

pub fn invitations() -> Vec<(String, String)> {
    vec![
        page(
            "invitation code",
            &InvitationCode {
                frame: instance(),
                code: String::new(),
                refusal: None,
            },
        ),
        page(
            "invitation code, refused",
            &InvitationCode {
                frame: instance(),
                code: "7KQM 4XPD".into(),
                refusal: Some(InvitationRefusal::Unknown),
            },
        ),
        page(
            "invitation code, address delayed",
            &InvitationCode {
                frame: instance(),
                code: "7KQM 4XPD".into(),
                refusal: Some(InvitationRefusal::AddressDelayed {
                    seconds: 30,
                    until: half_a_minute(),
                }),
            },
        ),
        page("invitation", &invitation(None)),
        page(
            "invitation, with a second step",
            &Invitation {
                email: Some("ann@example.com".into()),
                minimum: 8,
                password_alone: false,
                ..invitation(None)
            },
        ),
        page(
            "invitation, too short",
            &invitation(Some(Problem::TooShort { min: 15 })),
        ),
        page(
            "invitation, too long",
            &invitation(Some(Problem::TooLong { max: 256 })),
        ),
        page("invitation, common", &invitation(Some(Problem::Common))),
        page(
            "invitation, names you",
            &invitation(Some(Problem::NamesYou)),
        ),
    ]
}
