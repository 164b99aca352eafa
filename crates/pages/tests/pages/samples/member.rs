//! What a signed-in person sees.

use std::sync::LazyLock;

use portcullis_core::destination;
use portcullis_pages::*;

use super::*;

pub fn dashboard() -> Dashboard {
    Dashboard {
        frame: frame(),
        member: member(),
        frozen: false,
        caller: None,
        due: None,
        mfa: MfaStatus::Enabled,
        devices: vec!["Ann’s phone".into(), "Work laptop".into()],
        recovery: Some(recovery(7)),
        applications: applications(),
        computers: vec![
            computer(
                "build-2",
                "build-2.example.com:2222",
                "ssh -p 2222 ann@build-2.example.com",
            ),
            computer(
                "Office desktop",
                "desk.example.com",
                "mstsc /v:desk.example.com",
            ),
        ],
        last_sign_in: Some(LastSignIn {
            at: ago(131),
            address: "203.0.113.24".into(),
            browser: Some("Firefox on Windows".into()),
        }),
    }
}

/// One with an icon and a description, one without.
fn applications() -> Vec<Application> {
    vec![
        Application {
            name: "Time sheets".into(),
            address: "https://time.example.com/".into(),
            host: "time.example.com".into(),
            description: None,
            icon: None,
        },
        Application {
            name: "Webmail".into(),
            address: "https://mail.example.com/inbox".into(),
            host: "mail.example.com".into(),
            description: Some("Your mail and the address book".into()),
            icon: Some(destination::Icon::Mail),
        },
    ]
}

fn computer(name: &str, address: &str, command: &str) -> RemoteComputer {
    RemoteComputer {
        name: name.into(),
        address: address.into(),
        login: "ann".into(),
        command: command.into(),
        icon: (name == "build-2").then_some(destination::Icon::Code),
    }
}

static ZONES: LazyLock<Vec<String>> =
    LazyLock::new(|| vec!["America/New_York".into(), "Europe/Berlin".into()]);

pub fn change_password() -> ChangePassword {
    ChangePassword {
        frame: frame(),
        member: member(),
        login_name: "ann@example".into(),
        minimum: 8,
        password_alone: false,
        refusal: None,
        problem: None,
    }
}

pub fn calling(state: Calling) -> Caller {
    Caller {
        frame: frame(),
        member: member(),
        state,
    }
}

pub fn calling_agent(left: Option<u32>) -> Calling {
    Calling::Agent {
        name: "Ben Keller".into(),
        until: ago(-5),
        takes_word: true,
        left,
    }
}

fn calling_alone() -> Calling {
    Calling::Agent {
        name: "Ben Keller".into(),
        until: ago(-5),
        takes_word: false,
        left: None,
    }
}

pub fn account() -> Account {
    Account {
        frame: frame(),
        member: member(),
        frozen: false,
        saved: None,
        name: Field::new("Ann Bauer"),
        language: Field::new(""),
        time_zone: Field::new("Europe/Berlin"),
        zones: &ZONES,
        portal_zone: Some("UTC".into()),
        login_name: "ann@example".into(),
        email: Some(Email {
            address: "ann.bauer@example.com".into(),
            proved: true,
        }),
        mails: true,
        mfa: MfaStatus::Enabled,
        by_email: false,
        required_by: Some("Example GmbH".into()),
        offered: true,
        recovery: Some(recovery(7)),
        asks_for_mfa: AsksForMfa::No,
        deletion_asked_at: None,
    }
}

/// The address and the link that proves one.
pub fn addresses() -> Vec<(String, String)> {
    let address = Address {
        frame: frame(),
        member: member(),
        on_record: Some(Email {
            address: "ann.bauer@example.com".into(),
            proved: true,
        }),
        waiting: None,
        email: Field::default(),
        refusal: None,
    };
    let confirmed = |taken| AddressConfirmed {
        frame: instance(),
        taken,
    };
    vec![
        page("address", &address),
        page(
            "address, waiting",
            &Address {
                on_record: None,
                waiting: Some(Waiting {
                    address: "ann@example.org".into(),
                    until: now() + Span::hours(24),
                }),
                ..address.clone()
            },
        ),
        page(
            "address, not one",
            &Address {
                email: Field::with_problem("ann", Problem::NotAnEmail),
                ..address.clone()
            },
        ),
        page(
            "address, proved already",
            &Address {
                refusal: Some(AddressRefusal::AlreadyProved),
                ..address.clone()
            },
        ),
        page(
            "address, too many",
            &Address {
                refusal: Some(AddressRefusal::TooMany),
                ..address.clone()
            },
        ),
        page(
            "address, not now",
            &Address {
                refusal: Some(AddressRefusal::NotNow),
                ..address.clone()
            },
        ),
        page(
            "confirm address",
            &ConfirmAddress {
                frame: frame(),
                token: "AbC-_9".into(),
                email: "ann@example.org".into(),
                login_name: "ann@example".into(),
                organization: "Example GmbH".into(),
            },
        ),
        page("address confirmed", &confirmed(false)),
        page("address taken", &confirmed(true)),
    ]
}

/// What was typed on the profile's own pages, saved or not.
pub fn profiles() -> Vec<(String, String)> {
    vec![
        page(
            "account, saved",
            &Account {
                saved: Some(Saved::Profile),
                ..account()
            },
        ),
        page(
            "account, MFA to be asked for",
            &Account {
                mfa: MfaStatus::NotEnabled,
                required_by: None,
                offered: false,
                recovery: None,
                asks_for_mfa: AsksForMfa::Offered,
                ..account()
            },
        ),
        page(
            "account, MFA asked for",
            &Account {
                mfa: MfaStatus::NotEnabled,
                required_by: None,
                recovery: None,
                asks_for_mfa: AsksForMfa::Open(ago(40)),
                ..account()
            },
        ),
        page(
            "account, frozen",
            &Account {
                frozen: true,
                ..account()
            },
        ),
        page(
            "account, password changed",
            &Account {
                saved: Some(Saved::Password),
                ..account()
            },
        ),
        page(
            "account, refused",
            &Account {
                name: Field::with_problem("", Problem::Missing),
                language: Field::with_problem("tlh", Problem::OneOf),
                time_zone: Field::with_problem("Mars/Olympus", Problem::OneOf),
                portal_zone: None,
                ..account()
            },
        ),
        page("calling, nobody", &calling(Calling::Nobody)),
        page("calling, agent", &calling(calling_agent(None))),
        page("calling, wrong", &calling(calling_agent(Some(4)))),
        page("calling, by the password alone", &calling(calling_alone())),
        page("calling, known", &calling(Calling::Known)),
        page("calling, over", &calling(Calling::Over)),
        page("calling, disowned", &calling(Calling::Disowned)),
        page("calling, frozen", &calling(Calling::Frozen)),
        page("change password", &change_password()),
        page(
            "change password, current wrong",
            &ChangePassword {
                refusal: Some(CurrentRefusal::Wrong),
                password_alone: true,
                minimum: 15,
                ..change_password()
            },
        ),
        page(
            "change password, delayed",
            &ChangePassword {
                refusal: Some(CurrentRefusal::Delayed {
                    seconds: 30,
                    until: half_a_minute(),
                }),
                ..change_password()
            },
        ),
        page(
            "change password, not now",
            &ChangePassword {
                refusal: Some(CurrentRefusal::NotNow),
                ..change_password()
            },
        ),
        page(
            "change password, common",
            &ChangePassword {
                problem: Some(Problem::Common),
                ..change_password()
            },
        ),
    ]
}

pub fn sessions() -> Sessions {
    let open = |id: &str, browser: Option<&str>, minutes, here| OpenSession {
        id: id.into(),
        browser: browser.map(Into::into),
        address: "203.0.113.24".into(),
        opened_at: ago(minutes),
        used_at: ago(minutes / 2),
        here,
    };
    let known = |id: &str, browser: Option<&str>, remembered_until, here| KnownBrowser {
        id: id.into(),
        browser: browser.map(Into::into),
        address: "2001:db8::7".into(),
        known_since: ago(50 * 24 * 60),
        used_at: ago(131),
        remembered_until,
        here,
    };
    Sessions {
        frame: frame(),
        member: member(),
        sessions: vec![
            open("aa", Some("Firefox · Windows"), 20, true),
            open("bb", None, 700, false),
        ],
        browsers: vec![
            known("cc", Some("Firefox · Windows"), None, true),
            known(
                "dd",
                Some("Safari · iPhone"),
                Some(now() + Span::days(9)),
                false,
            ),
        ],
    }
}

pub fn mfa_settings() -> MfaSettings {
    MfaSettings {
        frame: frame(),
        member: member(),
        frozen: false,
        mfa: MfaStatus::Enabled,
        required_by: None,
        offered: true,
        devices: vec![
            ("a1".into(), device("Ann’s phone", Some(ago(131)))),
            ("b2".into(), device("Work laptop", None)),
        ],
        recovery: Some(recovery(7)),
        email: None,
        codes_not_stored: false,
        refusal: None,
    }
}

pub fn remove_device() -> RemoveDevice {
    RemoveDevice {
        frame: frame(),
        id: "a1".into(),
        name: "Ann’s phone".into(),
        leaves: Leaves::Device,
    }
}

pub fn password_again() -> PasswordAgain {
    PasswordAgain {
        frame: frame(),
        action: "/step-up".into(),
        hidden: vec![
            ("act", "devices".into()),
            ("return_to", "/account/mfa/devices/new".into()),
        ],
        who: "ann@example".into(),
        act: Act::Devices,
        refusal: None,
    }
}

/// Everything about the MFA settings.
pub fn mfa_pages() -> Vec<(String, String)> {
    let nothing = MfaSettings {
        mfa: MfaStatus::NotEnabled,
        devices: Vec::new(),
        recovery: None,
        ..mfa_settings()
    };
    let kept = MfaSettings {
        mfa: MfaStatus::Disabled,
        ..mfa_settings()
    };
    let again = |refusal| PasswordAgain {
        refusal: Some(refusal),
        ..password_again()
    };
    let rename = |name| RenameDevice {
        frame: frame(),
        id: "a1".into(),
        name,
    };
    let leaves = |leaves| RemoveDevice {
        leaves,
        ..remove_device()
    };
    let seconds = 30;
    vec![
        page("mfa settings", &mfa_settings()),
        page(
            "mfa settings, frozen",
            &MfaSettings {
                frozen: true,
                ..mfa_settings()
            },
        ),
        page(
            "mfa settings, required, codes not stored",
            &MfaSettings {
                required_by: Some("Example GmbH".into()),
                codes_not_stored: true,
                ..mfa_settings()
            },
        ),
        page(
            "mfa settings, few codes",
            &MfaSettings {
                recovery: Some(recovery(2)),
                ..mfa_settings()
            },
        ),
        page("mfa settings, nothing set up", &nothing),
        page(
            "mfa settings, not offered",
            &MfaSettings {
                offered: false,
                ..nothing
            },
        ),
        page("mfa settings, disabled", &kept),
        page(
            "mfa settings, disabled, wrong",
            &MfaSettings {
                refusal: Some(CodeRefusal::Wrong),
                ..kept
            },
        ),
        page("rename a device", &rename(Field::new("Ann’s phone"))),
        page(
            "rename a device, missing",
            &rename(Field::with_problem("", Problem::Missing)),
        ),
        page("remove a device", &remove_device()),
        page("remove a device, the last", &leaves(Leaves::Nothing)),
        page("remove a device, email left", &leaves(Leaves::EmailCodes)),
        page("password again", &password_again()),
        page("password again, wrong", &again(PasswordRefusal::Wrong)),
        page(
            "password again, delayed",
            &again(PasswordRefusal::Delayed {
                seconds,
                until: half_a_minute(),
            }),
        ),
        page(
            "password again, suspended",
            &again(PasswordRefusal::Suspended),
        ),
    ]
}

/// With a deadline ahead, and somebody on the phone.
fn due(bare: &Dashboard) -> Dashboard {
    Dashboard {
        due: Some(ago(-9 * 24 * 60)),
        caller: Some("Clara Ruiz".into()),
        ..bare.clone()
    }
}

pub fn signed_in() -> Vec<(String, String)> {
    let codes = |standing| RecoveryCodes {
        frame: frame(),
        member: member(),
        frozen: false,
        standing,
    };
    let bare = Dashboard {
        member: clara(),
        mfa: MfaStatus::NotEnabled,
        devices: Vec::new(),
        recovery: None,
        applications: Vec::new(),
        computers: Vec::new(),
        last_sign_in: None,
        ..dashboard()
    };
    let unknown = LastSignIn {
        at: ago(24 * 60),
        address: "2001:db8::7".into(),
        browser: None,
    };
    let none = Account {
        email: None,
        mfa: MfaStatus::NotEnabled,
        required_by: None,
        recovery: None,
        ..account()
    };
    let waiting = Account {
        required_by: Some("Example GmbH".into()),
        ..none.clone()
    };
    vec![
        page("dashboard", &dashboard()),
        page(
            "dashboard, frozen",
            &Dashboard {
                frozen: true,
                ..dashboard()
            },
        ),
        page(
            "dashboard, few codes",
            &Dashboard {
                recovery: Some(recovery(3)),
                last_sign_in: Some(unknown),
                ..dashboard()
            },
        ),
        page("dashboard, nothing set up", &bare),
        page("dashboard, due", &due(&bare)),
        page("account", &account()),
        page(
            "account, optional",
            &Account {
                required_by: None,
                email: Some(Email {
                    address: "ann@example.org".into(),
                    proved: false,
                }),
                recovery: Some(recovery(0)),
                ..account()
            },
        ),
        page(
            "account, disabled",
            &Account {
                mfa: MfaStatus::Disabled,
                ..account()
            },
        ),
        page("account, nothing set up", &none),
        page(
            "account, deletion asked",
            &Account {
                deletion_asked_at: Some(ago(3 * 24 * 60)),
                ..account()
            },
        ),
        page("account, nothing set up, required", &waiting),
        page("sessions", &sessions()),
        page(
            "sessions, nowhere else",
            &Sessions {
                sessions: sessions().sessions[..1].to_vec(),
                browsers: Vec::new(),
                ..sessions()
            },
        ),
        page("recovery codes", &codes(Standing::Made(recovery(7)))),
        page(
            "recovery codes, one left",
            &codes(Standing::Made(recovery(1))),
        ),
        page("recovery codes, not made", &codes(Standing::NotMade)),
        page("recovery codes, no device", &codes(Standing::NoDevice)),
    ]
}
