//! One page of each kind and state, with people who don't exist.

use std::cell::Cell;

use jiff::tz::{Offset, TimeZone};
use portcullis_core::language::Language;
use portcullis_core::support::Shown;
use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::*;

mod activity;
mod admin;
mod applications;
mod branding;
mod by_email;
mod gate;
mod groups;
mod help_requests;
mod many;
mod member;
mod notices;
mod office;
mod outsiders;
mod personal_data;
mod policy;
mod remote_logon;
mod set_up;
mod support;

pub use activity::*;
pub use admin::*;
pub use applications::*;
pub use branding::*;
pub use by_email::*;
pub use gate::*;
pub use groups::*;
pub use help_requests::*;
pub use many::{good, many};
pub use member::*;
pub use notices::*;
pub use office::*;
pub use outsiders::*;
pub use personal_data::*;
pub use policy::*;
pub use remote_logon::*;
pub use set_up::*;
pub use support::*;

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::En) };
}

/// What `make` makes with frames of a language.
pub fn in_language<T>(language: Language, make: impl FnOnce() -> T) -> T {
    let before = LANGUAGE.replace(language);
    let made = make();
    LANGUAGE.set(before);
    made
}

/// Every page with the name of its state.
pub fn all() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    pages.extend(sign_ins());
    pages.extend(codes());
    pages.extend(recoveries());
    pages.extend(by_email());
    pages.extend(beside_email());
    pages.extend(settings_by_email());
    pages.extend(set_up());
    pages.extend(invitations());
    pages.extend(not_me());
    pages.extend(troubles());
    pages.extend(resets());
    pages.extend(signed_in());
    pages.extend(profiles());
    pages.extend(activities());
    pages.extend(addresses());
    pages.extend(personal_data());
    pages.extend(mfa_pages());
    pages.extend(administration());
    pages.extend(many::all());
    pages.extend(audit_logs());
    pages.extend(organizations());
    pages.extend(editing());
    pages.extend(giving_roles());
    pages.extend(helping());
    pages.extend(mail_queues());
    pages.extend(help_requests());
    pages.extend(brandings());
    pages.extend(logos());
    pages.extend(remote_logons());
    pages.extend(application_pages());
    pages.extend(group_pages());
    pages.extend(outsider_pages());
    pages.extend(support());
    pages.extend(demo_mails());
    pages
        .into_iter()
        .map(|(name, html)| (file_name(&name), html))
        .collect()
}

/// "code, wrong" is in `code-wrong.snap`.
fn file_name(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
        .to_lowercase()
}

/// May 12, 2026, 10:23:08 in Berlin.
pub fn now() -> Timestamp {
    Timestamp::from_millis(1_778_574_188_000)
}

pub fn frame() -> Frame {
    Frame {
        nonce: "bm9uY2U".into(),
        place: Place {
            name: "Example GmbH".into(),
            accent: None,
            logo: None,
        },
        contacts: vec![Contact {
            label: "Example help desk".into(),
            phone: Some("+49 30 23125 140".into()),
            mail: Some("helpdesk@example.com".into()),
            hours: Some("Monday to Friday, 7:00 to 18:00".into()),
            note: Some("Option 2 in the menu".into()),
        }],
        now: now(),
        language: LANGUAGE.get(),
        zone: TimeZone::fixed(Offset::constant(2)),
        support: Shown::default(),
        fault: None,
    }
}

pub fn instance() -> Frame {
    Frame {
        place: Place {
            name: "Portcullis".into(),
            accent: None,
            logo: None,
        },
        contacts: Vec::new(),
        ..frame()
    }
}

pub fn ago(minutes: i64) -> Timestamp {
    now() - Span::minutes(minutes)
}

pub fn half_a_minute() -> Timestamp {
    now() + Span::seconds(30)
}

pub fn page(name: &str, page: &impl Page) -> (String, String) {
    (name.to_owned(), page.html().expect("a page"))
}

pub fn device(name: &str, last_used: Option<Timestamp>) -> Device {
    Device {
        name: name.into(),
        made_at: ago(61 * 24 * 60),
        last_used,
    }
}

pub fn member() -> Member {
    Member {
        name: "Ann Bauer".into(),
        administers: None,
        elsewhere: false,
        requests: None,
        owns: false,
    }
}

pub fn clara() -> Member {
    Member {
        name: "Clara Vogt".into(),
        administers: Some("/admin/example/access".into()),
        elsewhere: false,
        requests: Some(2),
        owns: true,
    }
}

pub fn recovery(left: u32) -> Recovery {
    Recovery {
        left,
        total: 10,
        made_at: ago(61 * 24 * 60),
    }
}
