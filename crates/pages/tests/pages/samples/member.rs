//! What a signed-in person sees.

use portcullis_pages::*;

use super::*;

pub fn dashboard() -> Dashboard {
    Dashboard {
        frame: frame(),
        member: member(),
        mfa: MfaStatus::Enabled,
        devices: vec!["Ann’s phone".into(), "Work laptop".into()],
        recovery: Some(recovery(7)),
        last_sign_in: Some(LastSignIn {
            at: ago(131),
            address: "203.0.113.24".into(),
            browser: Some("Firefox on Windows".into()),
        }),
    }
}

pub fn account() -> Account {
    Account {
        frame: frame(),
        member: member(),
        login_name: "ann@example".into(),
        email: Some(Email {
            address: "ann.bauer@example.com".into(),
            proved: true,
        }),
        mfa: MfaStatus::Enabled,
        required_by: Some("Example GmbH".into()),
        devices: vec![
            device("Ann’s phone", Some(ago(131))),
            device("Work laptop", None),
        ],
        recovery: Some(recovery(7)),
    }
}

pub fn signed_in() -> Vec<(String, String)> {
    let codes = |standing| RecoveryCodes {
        frame: frame(),
        member: member(),
        standing,
    };
    let bare = Dashboard {
        member: clara(),
        mfa: MfaStatus::NotEnabled,
        devices: Vec::new(),
        recovery: None,
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
        devices: Vec::new(),
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
            "dashboard, few codes",
            &Dashboard {
                recovery: Some(recovery(3)),
                last_sign_in: Some(unknown),
                ..dashboard()
            },
        ),
        page("dashboard, nothing set up", &bare),
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
        page("account, nothing set up, required", &waiting),
        page("recovery codes", &codes(Standing::Made(recovery(7)))),
        page(
            "recovery codes, one left",
            &codes(Standing::Made(recovery(1))),
        ),
        page("recovery codes, not made", &codes(Standing::NotMade)),
        page("recovery codes, no device", &codes(Standing::NoDevice)),
    ]
}
