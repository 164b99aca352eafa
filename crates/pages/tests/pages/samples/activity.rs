//! What was done to an account.

use portcullis_core::audit::{CodeRefusal, Event, Purpose};
use portcullis_core::credential::Kind;
use portcullis_pages::telling::By;
use portcullis_pages::*;

use super::*;

pub fn activity() -> Activity {
    let here = || vec!["Firefox · Windows".to_owned(), "203.0.113.24".to_owned()];
    let deed = |minutes, event, by, from| Deed {
        at: ago(minutes),
        event,
        by,
        from,
    };
    let signed_in = Event::SignedIn {
        factors: vec![Kind::Password, Kind::Totp],
        new_browser: false,
    };
    let refused = Event::CodeRefused {
        factor: Kind::Totp,
        cause: CodeRefusal::Wrong,
        purpose: Purpose::SignIn,
    };
    let added = Event::DeviceAdded {
        name: "Ann’s phone".into(),
    };
    let clara = By::Person("Clara Vogt".into());
    let required = Event::MfaRequired { required: true };
    Activity {
        frame: frame(),
        member: member(),
        deeds: vec![
            deed(1, signed_in, By::You, here()),
            deed(2, refused, By::You, here()),
            deed(200, added, By::You, here()),
            deed(4_000, required, clara, Vec::new()),
            deed(
                4_100,
                Event::AccountUnlocked { verified_how: None },
                By::Operator,
                Vec::new(),
            ),
        ],
        older: Some("/account/activity?before=0190".into()),
        newest: true,
    }
}

pub fn activities() -> Vec<(String, String)> {
    let nothing = Activity {
        deeds: Vec::new(),
        older: None,
        newest: false,
        ..activity()
    };
    vec![
        page("activity", &activity()),
        page("activity, none", &nothing),
    ]
}
