//! `portcullis support CODE`: what a support code leads to, in whatever log it stands.

use portcullis_core::credential::Kind;
use portcullis_core::support::SupportCode;
use portcullis_core::time::Timestamp;
use portcullis_server::people::{Limit, Limited};
use portcullis_server::support::{self, Log, Refused};
use serde_json::Value;

use super::account::shown_time;
use super::operator;
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 6] = [
    "when",
    "login",
    "what happened",
    "what to do",
    "from",
    "limits",
];

/// Runs the command that looks a support code up.
pub async fn run(options: &Options, asked: cli::Support) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    let code = SupportCode::parse(&asked.code)
        .ok_or_else(|| Failure::new("a support code has five letters and digits, like K7-4QD"))?;
    let (actor, now) = (operator(), app.now());
    let mut found = Vec::new();
    for log in support::logs(&app, &actor, code).await? {
        let (place, refused) = match log {
            Log::Organization(place) => {
                let refused = support::find(&app, &actor, &place, code).await?;
                (Some(place), refused)
            }
            Log::Instance => (None, support::find_nobodys(&app, &actor, code).await?),
        };
        let name = place.as_ref().map_or("", |place| &place.branding.name);
        let slug = place.as_ref().map(|place| place.slug.as_str());
        for one in refused.map_err(|_| Failure::denied())? {
            let words = support::in_words(&app, name, &one);
            found.push(row(slug, &one, words, now));
        }
    }
    if asked.json {
        output::rows(true, HEADINGS, &found);
        return Ok(());
    }
    if found.is_empty() {
        return Err(Failure::new(
            "no refusal within seven days has this code; have it read once more, or look for it in the program's log if the page \
             spoke of a fault",
        ));
    }
    for one in &found {
        output::facts(false, HEADINGS, one);
    }
    Ok(())
}

fn row(
    slug: Option<&str>,
    one: &Refused,
    (what, next): (String, Option<String>),
    now: Timestamp,
) -> [Value; 6] {
    let account = one.one.as_ref().map(|one| &one.account);
    let login = account
        .zip(slug)
        .map(|(account, slug)| format!("{}@{slug}", account.login_name));
    let entry = one.told.recorded.entry.as_ref();
    let limits = one.one.iter().flat_map(|one| &one.limits);
    let limits: Vec<String> = limits.map(|limit| shown(limit, now)).collect();
    [
        entry.map(|entry| shown_time(entry.at)).into(),
        login.into(),
        what.into(),
        next.into(),
        entry.and_then(|entry| entry.origin.address.clone()).into(),
        Some(limits.join(", "))
            .filter(|limits| !limits.is_empty())
            .into(),
    ]
}

fn shown(limit: &Limit, now: Timestamp) -> String {
    let what = match limit.what {
        Limited::Password => "password",
        Limited::CurrentPassword => "current password",
        Limited::Factor(Kind::Totp) => "app codes",
        Limited::Factor(Kind::EmailCode) => "email codes",
        Limited::Factor(Kind::RecoveryCode) => "recovery codes",
        Limited::Factor(Kind::EnrollmentCode) => "enrollment codes",
        Limited::Factor(_) => "password again",
    };
    let place = if limit.in_known_browser {
        " in known browsers"
    } else {
        ""
    };
    match limit.until {
        Some(until) => format!("{what} for {} s{place}", now.until(until).as_seconds()),
        None => format!("{what} suspended"),
    }
}
