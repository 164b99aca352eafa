//! One person's account as the help desk sees it: never a key, a code or a password.

use portcullis_core::account::State;
use portcullis_core::id::{AccountId, GroupId};
use portcullis_core::language::Language;
use portcullis_core::policy::{Case, Requirement};
use portcullis_core::preview::{Group, first_step};
use portcullis_core::role::{Role, Scope, highest};
use portcullis_core::support::Shown;
use portcullis_core::time::Timestamp;
use portcullis_pages::{Frame, Place, Why};
use portcullis_store::accounts::{self, Account};
use portcullis_store::devices::{self, Device};
use portcullis_store::exceptions::{self, Exception};
use portcullis_store::help_requests::{self, HelpRequest};
use portcullis_store::organizations::Organization;
use portcullis_store::recovery_codes::{self, SetState};
use portcullis_store::sessions::{self, Open};
use portcullis_store::{Tx, browsers, groups, policies, roles};

use super::changes::anywhere;
use super::limits::{Limit, limits};
use crate::activity::{self, Deed};
use crate::app::App;
use crate::fault::Fault;

/// How many requests are looked through for those that wait; no account has more of them in a month.
const REQUESTS: u32 = 100;

/// What there is to know about one person.
pub struct One {
    /// The account.
    pub account: Account,
    /// Its highest role in the organization.
    pub role: Role,
    /// When that role ends, if it does.
    pub role_until: Option<Timestamp>,
    /// Its highest role anywhere, which decides who helps it.
    pub highest: Role,
    /// All that decides what it must prove.
    pub case: Case,
    /// What it must prove.
    pub requirement: Requirement,
    /// What it was given in place of the organization's rule, and by whom.
    pub exceptions: Vec<Exception>,
    /// Its devices, oldest first.
    pub devices: Vec<Device>,
    /// Its recovery codes' state.
    pub recovery: Option<SetState>,
    /// What delays or closes a way in.
    pub limits: Vec<Limit>,
    /// The groups that it is in, by name.
    pub groups: Vec<(GroupId, String)>,
    /// Where it is signed in, the session used last first.
    pub sessions: Vec<Open>,
    /// In how many browsers no code is asked for, since they are remembered.
    pub remembered: u64,
    /// What the help desk was asked for under it and has not answered, newest first.
    pub requests: Vec<HelpRequest>,
    /// What was done to it lately, newest first.
    pub deeds: Vec<Deed>,
    /// Whether older deeds follow.
    pub more_deeds: bool,
}

/// What is asked of somebody, and why.
pub fn why(app: &App, one: &One) -> Why {
    let (account, now) = (&one.account, app.now());
    let group = Group {
        case: one.case,
        devices: u64::try_from(one.devices.len()).unwrap_or(u64::MAX),
        recovery_codes: one.recovery.as_ref().is_some_and(|set| set.left > 0),
        email_codes: account.email_codes_since.is_some(),
        switched_off: account.switched_off,
        has_address: account.email.is_some(),
        frozen: account.state == State::Frozen,
    };
    Why {
        case: one.case,
        state: account.state,
        step: first_step(app.has_mail(), &group, now),
        now,
    }
}

/// The same in the words of the page, in English: what happens first, then the rules and what plays a part.
pub fn why_in_words(app: &App, one: &One) -> Vec<String> {
    let why = why(app, one);
    let frame = in_english(app);
    let more = why.reasons(&frame).into_iter().chain(why.facts(&frame));
    let more = more.map(|say| format!("- {}", say.plain()));
    std::iter::once(why.next(&frame).plain())
        .chain(more)
        .collect()
}

/// What words are framed by where they stand on no page.
pub(crate) fn in_english(app: &App) -> Frame {
    Frame {
        nonce: String::new(),
        place: Place {
            name: String::new(),
            accent: None,
            logo: None,
        },
        contacts: Vec::new(),
        now: app.now(),
        language: Language::En,
        zone: app.settings().zone.clone(),
        support: Shown::default(),
        fault: None,
    }
}

/// How many browsers of an account are remembered under the policy.
async fn remembered(
    tx: &mut Tx<'_>,
    scope: Scope,
    case: &Case,
    (id, now): (AccountId, Timestamp),
) -> portcullis_store::Result<u64> {
    let days = case.policy.remember_days;
    let known = browsers::list(tx, scope, id).await?;
    let known = known.iter().filter_map(|one| one.remembered.as_ref());
    Ok(known.map(|held| u64::from(held.holds(days, now))).sum())
}

/// Reads one person of an organization; `None` when there is no such account in it.
pub async fn one(
    app: &App,
    scope: Scope,
    organization: &Organization,
    id: AccountId,
) -> Result<Option<One>, Fault> {
    let (app_, organization) = (app.clone(), organization.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(account) = accounts::find(tx, scope, id).await? else {
            return Ok(None);
        };
        let Some(case) = policies::case(tx, scope, id, now).await? else {
            return Ok(None);
        };
        let grants = roles::of_account(tx, scope, id, now).await?;
        let role = highest(&grants, organization.id, now);
        let here = grants
            .iter()
            .filter(|one| one.role == role && one.holds(organization.id, now));
        let ends = here
            .map(|one| one.until)
            .max_by_key(|until| until.map_or(i64::MAX, Timestamp::millis));
        let mut waiting = help_requests::of_account(tx, scope, id, REQUESTS).await?;
        waiting.retain(|one| one.answer.is_none());
        let (deeds, more_deeds) = activity::read(tx, app, (scope, id), None).await?;
        Ok(Some(One {
            role,
            role_until: ends.flatten(),
            highest: anywhere(&grants),
            requirement: case.requirement(now),
            case,
            exceptions: exceptions::of_account(tx, scope, id, now).await?,
            devices: devices::list(tx, scope, id).await?,
            recovery: recovery_codes::state(tx, scope, id).await?,
            limits: limits(tx, app, &organization, &account).await?,
            groups: groups::of_account(tx, scope, id).await?,
            sessions: sessions::list(tx, scope, id, now).await?,
            remembered: remembered(tx, scope, &case, (id, now)).await?,
            requests: waiting,
            deeds,
            more_deeds,
            account,
        }))
    };
    Ok(app.store.read(unit).await?)
}
