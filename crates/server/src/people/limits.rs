//! What stands against an account's ways in: all that wrong tries have delayed or closed, and [`super::unlock`]
//! lifts.

use portcullis_core::credential::Kind;
use portcullis_core::role::Scope;
use portcullis_core::throttle::Counted;
use portcullis_core::time::Timestamp;
use portcullis_store::accounts::Account;
use portcullis_store::organizations::Organization;
use portcullis_store::throttle::{self, FactorCounter};
use portcullis_store::{Result, Tx, browsers};

use super::changes::logins_of;
use crate::app::App;
use crate::profile::current_counter;
use crate::sign_in::counter_of;

/// What is delayed or closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    /// The password, where it begins a sign-in.
    Password,
    /// The current password, where it is changed.
    CurrentPassword,
    /// What is proved after that: the password again, a code.
    Factor(Kind),
}

/// Of which factors wrong tries are counted by account.
const FACTORS: [Kind; 5] = [
    Kind::Password,
    Kind::Totp,
    Kind::EmailCode,
    Kind::RecoveryCode,
    Kind::EnrollmentCode,
];

/// Something that stands against a way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Against what.
    pub what: Limited,
    /// Whether in browsers that the account knows, or outside them. What is closed is closed in both.
    pub in_known_browser: bool,
    /// Until when; `None` is until somebody lifts it.
    pub until: Option<Timestamp>,
}

/// All that stands against an account now.
pub async fn limits(
    tx: &mut Tx<'_>,
    app: &App,
    organization: &Organization,
    account: &Account,
) -> Result<Vec<Limit>> {
    let (scope, now) = (Scope::of(organization.id), app.now());
    let outside = logins_of(app, organization, account);
    let known = browsers::list(tx, scope, account.id).await?;
    let known = known.iter().map(|known| counter_of(app, known.id));
    let mut found = Vec::new();
    for (what, in_known_browser, counters) in [
        (Limited::Password, false, outside),
        (Limited::Password, true, known.collect()),
        (
            Limited::CurrentPassword,
            false,
            vec![current_counter(app, account.id)],
        ),
    ] {
        let mut until = None;
        for counter in counters {
            until = until.max(throttle::login(tx, counter, now).await?);
        }
        if until.is_some() {
            found.push(Limit {
                what,
                in_known_browser,
                until,
            });
        }
    }
    for kind in FACTORS {
        for in_known_browser in [false, true] {
            let counter = FactorCounter {
                scope,
                account: account.id,
                kind,
                in_known_browser,
            };
            let until = match throttle::factor(tx, counter, now).await? {
                Some(Counted::Delayed(wait)) => Some(now + wait),
                // Both count together towards the end.
                Some(Counted::Suspended) if !in_known_browser => None,
                Some(Counted::Suspended | Counted::Evaluate) | None => continue,
            };
            found.push(Limit {
                what: Limited::Factor(kind),
                in_known_browser,
                until,
            });
        }
    }
    Ok(found)
}
