//! One person's page, and what is done to the account, each thing on a page of its own.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::account::State;
use portcullis_core::audit::Origin;
use portcullis_core::caller::{KnownBy, Verified};
use portcullis_core::credential::Kind;
use portcullis_core::credential::help_code::{HelpKind, LETTER_DAYS};
use portcullis_core::id::AccountId;
use portcullis_core::name::line;
use portcullis_core::policy::{Channels, ExceptionKind, Requirement, Rule};
use portcullis_core::role::{Permission, scope_over};
use portcullis_core::sign_in::Act;
use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::telling::By;
use portcullis_pages::{
    Deed, Device, Field, Help, HelpAct, HelpCode, HelpLetter, HelpRefusal, Limit, LimitedWay,
    MfaStatus, OpenSession, PersonPage, PersonReader, Problem,
};

use super::access::{shown, state};
use crate::people::{self, AskedCode, Given, Limited, MAX_REASON, NotChanged, NotIssued, One};
use crate::web::admit::Administrator;
use crate::web::dashboard::{recovery, status};
use crate::web::dress::redirect;
use crate::web::field::parsed;
use crate::web::form::Form;
use crate::web::sessions;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The organization's short name, which the administrator was admitted to, and the account's id.
pub(super) type Place = Path<(String, String)>;
/// And the act.
type ActPlace = Path<(String, String, String)>;

/// How many of a person's sessions the page lists; a person has a few.
const SESSIONS: usize = 20;

/// When a caller was known, and by what.
type Known = (Timestamp, KnownBy);

pub async fn show(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    let one = found(&admin, &id).await?;
    let (acts, limits) = (acts(&admin, &one), limits(&one));
    // That an address doesn't sign in can mean that it is an account's elsewhere.
    let tells = people::vouches_for(admin.member.app(), &admin.actor).await?;
    let checks_caller =
        one.account.state != State::Suspended && permitted(&admin, &one, Permission::Help);
    let checks_until = if checks_caller {
        let (actor, scope) = (&admin.actor, admin.scope);
        people::waits_until(admin.member.app(), actor, scope, one.account.id).await?
    } else {
        None
    };
    let reader = reader(&admin, &one);
    let visit = &admin.member.visit;
    let account = &one.account;
    let whose = account.name.clone();
    let slug = &admin.organization.slug;
    // The rest stands in the log.
    let older = one.deeds.last().filter(|_| one.more_deeds);
    let older = older.map(|last| {
        format!(
            "/admin/{slug}/audit?about={}&before={}",
            account.id, last.id
        )
    });
    let deeds = one.deeds.into_iter().map(|deed| Deed {
        at: deed.at,
        event: deed.event,
        by: match deed.by {
            // The reader is somebody else.
            By::You => By::Person(whose.clone()),
            by => by,
        },
        from: deed.from,
    });
    visit::page(&PersonPage {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: slug.clone(),
        id: account.id.to_string(),
        name: account.name.clone(),
        requests: one
            .requests
            .iter()
            .map(|request| (request.id.to_string(), request.wish))
            .collect(),
        login_name: format!("{}@{}", account.login_name, admin.organization.slug),
        email: account
            .email
            .clone()
            .map(|email| (email, !tells || account.email_proved_at.is_some())),
        state: state(account.state),
        role: shown(one.role),
        role_until: one.role_until,
        groups: one
            .groups
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        mfa: status(account.mfa_status),
        required: one.requirement.is_required(),
        due: match one.requirement {
            Requirement::Soon(due) => Some(due),
            _ => None,
        },
        exempt_until: one
            .case
            .exempt_until
            .filter(|_| one.case.is_exempt(visit.app.now())),
        required_alone: account.mfa_required,
        devices: one
            .devices
            .into_iter()
            .map(|device| Device {
                name: device.name,
                made_at: device.created_at,
                last_used: device.used_at,
            })
            .collect(),
        email_codes: account.email_codes_since.is_some(),
        recovery: one.recovery.as_ref().map(recovery),
        limits,
        sessions: one
            .sessions
            .iter()
            .take(SESSIONS)
            .map(sessions::shown)
            .collect(),
        session_count: u64::try_from(one.sessions.len()).unwrap_or(u64::MAX),
        last_sign_in: account.signed_in_at,
        checks_caller,
        remembered: one.remembered,
        checks_until,
        is_told: account.email.is_some() && visit.app.has_mail(),
        reader,
        acts,
        deeds: deeds.collect(),
        older,
    })
}

fn reader(admin: &Administrator, one: &One) -> PersonReader {
    if may_manage(admin, one) && one.account.state != State::Frozen {
        PersonReader::Manages
    } else {
        PersonReader::Looks
    }
}

pub async fn show_act(
    admin: Administrator,
    Path((_, id, word)): ActPlace,
) -> Result<Response, Trouble> {
    let (one, act) = may(&admin, &id, &word).await?;
    if !is_of_use(&one, act) {
        return Err(Trouble::NotFound);
    }
    let typed = admin.member.visit.parameter("session");
    let session = session(&one, act, typed.as_deref())?;
    step_up(&admin, &one, (act, session.as_ref())).await?;
    let known = known(&admin, &one, act).await?;
    let page = page(&admin, &one, (act, known));
    visit::page(&Help { session, ..page })
}

pub async fn submit_act(
    admin: Administrator,
    Path((_, id, word)): ActPlace,
    form: Form,
) -> Result<Response, Trouble> {
    let [typed, typed_days, then, one_session] =
        form.only(["verified_how", "days", "then", "session"])?;
    let (one, act) = may(&admin, &id, &word).await?;
    let one_session = Some(one_session).filter(|id| !id.is_empty());
    let session = session(&one, act, one_session.as_deref())?;
    step_up(&admin, &one, (act, session.as_ref())).await?;
    if !is_of_use(&one, act) {
        return Ok(redirect(&address(&admin, one.account.id)));
    }
    let known = known(&admin, &one, act).await?;
    let mut page = Help {
        session,
        ..page(&admin, &one, (act, known))
    };
    let words = match &mut page.verified_how {
        None => String::new(),
        Some(field) => {
            let read = |text: &str| line(text, MAX_REASON);
            match parsed(&typed, read, Problem::Missing, field) {
                Some(words) => words,
                None => return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page),
            }
        }
    };
    let visit = &admin.member.visit;
    let (app, actor, origin) = (&visit.app, &admin.actor, visit.origin.clone());
    let whose = (admin.organization.id, one.account.id);
    if let Some(kind) = act.gives() {
        return give(&admin, page, (kind, &typed_days), words).await;
    }
    let how = match known {
        Some((_, known_by)) => Verified::Check { known_by },
        None => Verified::Told(words),
    };
    let letter = if act.is_code() && then == "letter" {
        match days(&mut page, &typed_days, LETTER_DAYS) {
            Some(days) => Some(Span::days(days.into())),
            None => return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page),
        }
    } else {
        None
    };
    let issue = async |page, kind| {
        let verified_how = how.clone();
        let ask = AskedCode {
            kind,
            letter,
            verified_how,
        };
        issue(&admin, &one, page, ask).await
    };
    let done = match act {
        HelpAct::EnrollmentCode => return issue(page, HelpKind::Enrollment).await,
        HelpAct::ResetCode => return issue(page, HelpKind::Reset).await,
        HelpAct::DeleteMfa => {
            let deleted = people::delete_mfa(app, actor, whose, how.clone(), origin).await?;
            // In the same act the code that opens the next set-up, where one is asked for.
            if deleted == Ok(true) && then == "code" {
                return issue(page, HelpKind::Enrollment).await;
            }
            deleted.map(|_| ())
        }
        HelpAct::Unlock => people::unlock(app, actor, whose, how, origin).await?,
        HelpAct::SignOut if let Some(session) = &page.session => {
            let session = session.id.parse().map_err(|_| Trouble::BadForm)?;
            people::end_session(app, actor, whose, session, (how, origin)).await?
        }
        HelpAct::SignOut => people::sign_out_everywhere(app, actor, whose, how, origin).await?,
        HelpAct::Unfreeze if then == "code" => return issue(page, HelpKind::Reset).await,
        HelpAct::Unfreeze => people::unfreeze(app, actor, whose, how, origin).await?,
        HelpAct::EndExtension | HelpAct::EndExemption | HelpAct::Extend | HelpAct::Exempt => {
            let Some(kind) = act.takes_back() else {
                return Err(Trouble::BadForm);
            };
            people::end_exception(app, actor, whose, kind, origin).await?
        }
        HelpAct::RequireMfa | HelpAct::EndRequirement => {
            let required = act == HelpAct::RequireMfa;
            people::require_mfa(app, actor, whose, required, origin).await?
        }
        HelpAct::Suspend | HelpAct::Activate => {
            let active = act == HelpAct::Activate;
            people::set_active(app, actor, whose, active, origin).await?
        }
        HelpAct::Delete => people::delete(app, actor, whose, origin).await?,
    };
    after(&admin, page, done)
}

/// Where one goes on from an act, or why it was not done.
fn after(
    admin: &Administrator,
    page: Help,
    done: Result<(), NotChanged>,
) -> Result<Response, Trouble> {
    let people = format!("/admin/{}/access", admin.organization.slug);
    match done {
        Ok(()) if page.act == HelpAct::Delete => Ok(redirect(&people)),
        // It is so, whoever was first.
        Ok(()) | Err(NotChanged::AlreadySo) => Ok(redirect(&format!("{people}/{}", page.id))),
        Err(NotChanged::Frozen) => Err(Trouble::PersonFrozen),
        Err(NotChanged::NeedsAnother) => refused(page, HelpRefusal::NeedsAnother),
        Err(NotChanged::LastAdmin) => refused(page, HelpRefusal::LastAdmin),
        Err(NotChanged::LastOwner) => refused(page, HelpRefusal::LastOwner),
        // Who may not; and no act here gives a role.
        Err(
            NotChanged::Denied | NotChanged::Outlives(_) | NotChanged::DayOver | NotChanged::Stale,
        ) => Err(Trouble::Forbidden),
        Err(NotChanged::Gone) => Err(Trouble::NotFound),
    }
}

/// The act's page once more, with why it is not done.
fn refused(mut page: Help, why: HelpRefusal) -> Result<Response, Trouble> {
    page.refusal = Some(why);
    visit::page_with(StatusCode::CONFLICT, &page)
}

/// Reads the days that were typed, and marks the field where they are none.
fn days(page: &mut Help, typed: &str, most: u32) -> Option<u32> {
    let least = 1;
    let days = typed.trim().parse().ok();
    let days = days.filter(|days| (least..=most).contains(days));
    page.days = Some(Field {
        value: typed.to_owned(),
        problem: days
            .is_none()
            .then_some(Problem::NotANumber { least, most }),
    });
    days
}

/// Gives an exception for the days that were typed.
async fn give(
    admin: &Administrator,
    mut page: Help,
    (kind, typed): (ExceptionKind, &str),
    reason: String,
) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let id = page.id.parse().map_err(|_| Trouble::NotFound)?;
    let Some(days) = days(&mut page, typed, kind.max_days()) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let given = Given { kind, days, reason };
    let whose = (admin.organization.id, id);
    let origin = visit.origin.clone();
    let why = match people::give_exception(&visit.app, &admin.actor, whose, given, origin).await? {
        Ok(()) => return Ok(redirect(&address(admin, id))),
        Err(people::NotGiven::Not(NotChanged::Gone)) => return Err(Trouble::NotFound),
        Err(people::NotGiven::Not(_)) => return Err(Trouble::Forbidden),
        Err(people::NotGiven::Days) => return Err(Trouble::BadForm),
        Err(people::NotGiven::HasRole) => HelpRefusal::HasRole,
        Err(people::NotGiven::AskedAlone) => HelpRefusal::AskedAlone,
        Err(people::NotGiven::NothingToPutOff) => HelpRefusal::NothingToPutOff,
    };
    refused(page, why)
}

/// Issues a code and shows it, this once: to be read out, or as a sheet to print.
async fn issue(
    admin: &Administrator,
    one: &One,
    page: Help,
    ask: AskedCode,
) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let (id, reset, on_paper) = (
        one.account.id,
        ask.kind == HelpKind::Reset,
        ask.letter.is_some(),
    );
    let whose = (admin.organization.id, id);
    let origin: Origin = visit.origin.clone();
    let (app, actor) = (&visit.app, &admin.actor);
    let issued = if page.act == HelpAct::Unfreeze {
        people::unfreeze_with_code(app, actor, whose, ask.verified_how, origin).await?
    } else {
        people::issue_code(app, actor, whose, ask, origin).await?
    };
    match issued {
        Ok(issued) if on_paper => visit::page(&HelpLetter {
            frame: page.frame,
            member: page.member,
            login_name: format!("{}@{}", one.account.login_name, page.slug),
            slug: page.slug,
            id: page.id,
            name: page.name,
            reset,
            address: visit.app.link(if reset {
                "/forgot-password/code"
            } else {
                "/sign-in"
            }),
            code: issued.code.shown(),
            until: issued.until,
            both: issued.both,
        }),
        Ok(issued) => visit::page(&HelpCode {
            frame: page.frame,
            member: page.member,
            slug: page.slug,
            id: page.id,
            name: page.name,
            reset,
            code: issued.code.shown(),
            until: issued.until,
            both: issued.both,
        }),
        Err(NotIssued::NeedsAnother) => refused(page, HelpRefusal::NeedsAnother),
        Err(NotIssued::Frozen) => Err(Trouble::PersonFrozen),
        // It was asked for when the page was made, and is not any more.
        Err(NotIssued::NotAsked) => Ok(redirect(&address(admin, id))),
        Err(NotIssued::Denied) => Err(Trouble::Forbidden),
        Err(NotIssued::Gone) => Err(Trouble::NotFound),
    }
}

/// When and by what the caller was found to be this person, where an act asks how that was done.
async fn known(admin: &Administrator, one: &One, act: HelpAct) -> Result<Option<Known>, Trouble> {
    if !act.asks_how() {
        return Ok(None);
    }
    let whose = (admin.organization.id, one.account.id);
    Ok(people::known_caller(admin.member.app(), &admin.actor, whose).await?)
}

fn page(admin: &Administrator, one: &One, (act, known): (HelpAct, Option<Known>)) -> Help {
    Help {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        id: one.account.id.to_string(),
        name: one.account.name.clone(),
        act,
        session: None,
        required: one.requirement.is_asked(),
        by_email: one.requirement == Requirement::SecondFactor
            && admin.organization.policy.channels == Channels::Email
            && one.account.email.is_some()
            && admin.member.visit.app.has_mail(),
        known_at: known.map(|(at, _)| at),
        verified_how: (act.asks_how() && known.is_none() || act.gives().is_some())
            .then(Field::default),
        days: if act.is_code() {
            Some(Field::new(LETTER_DAYS.to_string()))
        } else {
            act.gives().map(|_| Field::default())
        },
        refusal: None,
    }
}

pub(super) fn address(admin: &Administrator, id: AccountId) -> String {
    format!("/admin/{}/access/{id}", admin.organization.slug)
}

pub(super) async fn found(admin: &Administrator, id: &str) -> Result<One, Trouble> {
    let id = id.parse().map_err(|_| Trouble::NotFound)?;
    let app = &admin.member.visit.app;
    let one = people::one(app, admin.scope, &admin.organization, id).await?;
    one.ok_or(Trouble::NotFound)
}

/// The person and the act of an address, if the reader may do it now.
async fn may(admin: &Administrator, id: &str, word: &str) -> Result<(One, HelpAct), Trouble> {
    let act = HelpAct::ALL.into_iter().find(|act| act.word() == word);
    let act = act.ok_or(Trouble::NotFound)?;
    let one = found(admin, id).await?;
    if !permits(admin, &one, act) {
        return Err(Trouble::Forbidden);
    }
    let unfreezes_first = matches!(
        act,
        HelpAct::EnrollmentCode | HelpAct::ResetCode | HelpAct::DeleteMfa
    );
    if unfreezes_first && one.account.state == State::Frozen {
        return Err(Trouble::PersonFrozen);
    }
    Ok((one, act))
}

/// The one session that an address or a form names, where the act ends sessions.
fn session(one: &One, act: HelpAct, id: Option<&str>) -> Result<Option<OpenSession>, Trouble> {
    let Some(id) = id else {
        return Ok(None);
    };
    if act != HelpAct::SignOut {
        return Err(Trouble::BadForm);
    }
    let id = id.parse().map_err(|_| Trouble::BadForm)?;
    let open = one.sessions.iter().find(|open| open.id == id);
    Ok(Some(sessions::shown(open.ok_or(Trouble::NotFound)?)))
}

/// Asks for a device where none was proved lately for the act.
async fn step_up(
    admin: &Administrator,
    one: &One,
    (act, session): (HelpAct, Option<&OpenSession>),
) -> Result<(), Trouble> {
    let session = session.map_or_else(String::new, |one| format!("?session={}", one.id));
    let here = format!("{}/{}{session}", address(admin, one.account.id), act.word());
    demand(&admin.member, Act::People, &here).await
}

/// What stands against the person's ways in, in the pages' words.
pub(super) fn limits(one: &One) -> Vec<Limit> {
    let shown = |limit: &people::Limit| Limit {
        way: match limit.what {
            Limited::Password => LimitedWay::Password,
            Limited::CurrentPassword => LimitedWay::CurrentPassword,
            Limited::Factor(Kind::Totp) => LimitedWay::App,
            Limited::Factor(Kind::EmailCode) => LimitedWay::EmailCodes,
            Limited::Factor(Kind::RecoveryCode) => LimitedWay::RecoveryCodes,
            Limited::Factor(Kind::EnrollmentCode) => LimitedWay::EnrollmentCode,
            Limited::Factor(_) => LimitedWay::PasswordAgain,
        },
        in_known_browser: limit.in_known_browser,
        until: limit.until,
    };
    one.limits.iter().map(shown).collect()
}

/// What the reader may do now, and what is of use.
pub(super) fn acts(admin: &Administrator, one: &One) -> Vec<HelpAct> {
    HelpAct::ALL
        .into_iter()
        .filter(|act| permits(admin, one, *act) && is_of_use(one, *act))
        .collect()
}

fn is_of_use(one: &One, act: HelpAct) -> bool {
    let (state, is_frozen) = (one.account.state, one.account.state == State::Frozen);
    match act {
        HelpAct::EnrollmentCode => {
            let held = (one.devices.as_slice(), one.recovery.as_ref());
            !is_frozen && people::asks_for_enrollment(one.requirement, &one.account, held)
        }
        HelpAct::ResetCode => state == State::Active,
        HelpAct::Suspend => state != State::Suspended,
        HelpAct::DeleteMfa => !is_frozen && is_set_up(one),
        HelpAct::Unlock => !one.limits.is_empty(),
        HelpAct::SignOut => !one.sessions.is_empty() || one.remembered > 0,
        HelpAct::Unfreeze => is_frozen,
        HelpAct::RequireMfa => !one.account.mfa_required,
        HelpAct::EndRequirement => one.account.mfa_required,
        HelpAct::Extend => {
            let case = &one.case;
            case.policy.rule == Rule::Required
                && !gets_none(one)
                && !is_set_up(one)
                && !case.needs_enrollment_code
        }
        HelpAct::Exempt => !gets_none(one),
        HelpAct::EndExtension | HelpAct::EndExemption => {
            let mut kinds = one.exceptions.iter().map(|given| given.kind);
            kinds.any(|kind| act.takes_back() == Some(kind))
        }
        HelpAct::Activate => state == State::Suspended,
        HelpAct::Delete => true,
    }
}

/// Whether an exception from the organization's rule would change nothing.
fn gets_none(one: &One) -> bool {
    one.case.has_role || one.case.asked_alone
}

fn is_set_up(one: &One) -> bool {
    status(one.account.mfa_status) != MfaStatus::NotEnabled || one.recovery.is_some()
}

/// Whether the reader may change what is on record.
pub(super) fn may_manage(admin: &Administrator, one: &One) -> bool {
    permits(admin, one, HelpAct::Suspend)
}

/// What an act asks for.
pub(in crate::web) const fn permission(act: HelpAct) -> Permission {
    match act {
        HelpAct::EnrollmentCode
        | HelpAct::ResetCode
        | HelpAct::DeleteMfa
        | HelpAct::Unlock
        | HelpAct::SignOut
        | HelpAct::Unfreeze => Permission::Help,
        HelpAct::RequireMfa
        | HelpAct::EndRequirement
        | HelpAct::Extend
        | HelpAct::EndExtension
        | HelpAct::Exempt
        | HelpAct::EndExemption
        | HelpAct::Suspend
        | HelpAct::Activate
        | HelpAct::Delete => Permission::ManageAccounts,
    }
}

fn permits(admin: &Administrator, one: &One, act: HelpAct) -> bool {
    permitted(admin, one, permission(act))
}

/// Whether the reader may do something of a kind to somebody now.
pub(super) fn permitted(admin: &Administrator, one: &One, permission: Permission) -> bool {
    let whose = (admin.organization.id, one.account.id);
    let now = admin.member.app().now();
    scope_over(&admin.actor, whose, one.highest, permission, now).is_ok()
}
