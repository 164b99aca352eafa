//! More time for one person, or none of the organization's rule, until a time and for a reason (product.md:
//! Policy).

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::{AccountId, OrganizationId};
use portcullis_core::policy::{ExceptionKind, Requirement, Rule};
use portcullis_core::role::{Actor, Permission, Role, Scope};
use portcullis_core::time::Span;
use portcullis_pages::telling::By;
use portcullis_store::Tx;
use portcullis_store::exceptions::{self, Exception, Listed};

use super::changes::{Found, NotChanged, over};
use crate::app::App;
use crate::fault::Fault;
use crate::notices::by;
use crate::record::Subject;

/// How many exceptions the policy page lists.
const LISTED: u32 = 200;

/// An exception to be given.
#[derive(Clone, Debug)]
pub struct Given {
    /// Which.
    pub kind: ExceptionKind,
    /// For how many days from now; at least one.
    pub days: u32,
    /// Why.
    pub reason: String,
}

/// Why an exception was not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotGiven {
    /// The actor may not, or the account is gone.
    Not(NotChanged),
    /// It is not for a role above member.
    HasRole,
    /// MFA is required of the account alone, which an exception from the organization's rule does not touch.
    AskedAlone,
    /// Nothing is put off for this account, or for longer anyway.
    NothingToPutOff,
    /// So many days can't be given.
    Days,
}

/// Gives an account an exception; one of its kind that it has makes place.
pub async fn give_exception(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    given: Given,
    origin: Origin,
) -> Result<Result<(), NotGiven>, Fault> {
    if !(1..=given.kind.max_days()).contains(&given.days) {
        return Ok(Err(NotGiven::Days));
    }
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        let found = match over(tx, &app_, &actor, account, Permission::ManageAccounts).await? {
            Ok(found) => found,
            Err(why) => return Ok(Err(NotGiven::Not(why))),
        };
        let until = now + Span::days(given.days.into());
        let exception = Exception {
            account: account.1,
            kind: given.kind,
            ends_at: until,
            reason: given.reason.clone(),
            given_by: Who::from(&actor),
            given_at: now,
        };
        if let Some(why) = stands_against(&found, &exception) {
            return Ok(Err(why));
        }
        exceptions::give(tx, found.scope, &exception).await?;
        let event = Event::ExceptionGiven {
            exception: given.kind,
            until,
            reason: given.reason.clone(),
        };
        let subject = Subject::by(Who::from(&actor), found.scope, Some(account.1), &origin);
        subject.write(tx, &app_, event, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// What stands against an exception. It would change nothing, or a role above member would have it.
fn stands_against(found: &Found, new: &Exception) -> Option<NotGiven> {
    let case = &found.case;
    if case.has_role || found.role > Role::Member {
        return Some(NotGiven::HasRole);
    }
    if case.asked_alone {
        return Some(NotGiven::AskedAlone);
    }
    if new.kind == ExceptionKind::Exemption {
        return None;
    }
    let is_open = matches!(
        found.requirement,
        Requirement::Soon(_) | Requirement::SecondFactor
    ) && !case.set_up
        && !case.needs_enrollment_code;
    let is_later = case.due().is_some_and(|due| new.ends_at > due);
    (!is_open || !is_later || case.policy.rule != Rule::Required)
        .then_some(NotGiven::NothingToPutOff)
}

/// Ends an exception before its time.
pub async fn end_exception(
    app: &App,
    actor: &Actor,
    account: (OrganizationId, AccountId),
    kind: ExceptionKind,
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        let scope = match over(tx, &app_, &actor, account, Permission::ManageAccounts).await? {
            Ok(found) => found.scope,
            Err(why) => return Ok(Err(why)),
        };
        if !exceptions::take(tx, scope, (account.1, kind), now).await? {
            return Ok(Err(NotChanged::AlreadySo));
        }
        let event = Event::ExceptionEnded { exception: kind };
        let subject = Subject::by(Who::from(&actor), scope, Some(account.1), &origin);
        subject.write(tx, &app_, event, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// The organization's exceptions that have not ended, each with who gave it.
pub async fn exceptions(app: &App, scope: Scope) -> Result<Vec<(Listed, By)>, Fault> {
    let now = app.now();
    let unit = async move |tx: &mut Tx<'_>| {
        let mut all = Vec::new();
        for one in exceptions::list(tx, scope, now, LISTED).await? {
            let whose = (scope, one.exception.account);
            let by = by(tx, whose, &one.exception.given_by).await?;
            all.push((one, by));
        }
        Ok(all)
    };
    Ok(app.store.read(unit).await?)
}
