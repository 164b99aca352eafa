//! The audit log as a whole: sealed every second, verified when somebody asks, and emptied when the
//! operator keeps it no longer. Single events are written by [`crate::record`].

mod export;
pub mod reading;

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::chain::{Head, Verdict, Walk};
use portcullis_core::id::OrganizationId;
use portcullis_core::role::{Actor, Denied, Permission, Scope, instance, scope};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::chains::{self, AT_ONCE, Log};
use portcullis_store::organizations::{self, Organization};
use portcullis_store::{Error, Tx};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

pub use export::{Format, Reading, export, moment};

/// A log that was verified.
#[derive(Clone, Debug)]
pub struct Verified {
    /// Whose it is; `None` for the instance's own, or that of an organization that is gone.
    pub organization: Option<Organization>,
    /// Which log.
    pub log: Log,
    /// What was found.
    pub verdict: Verdict,
    /// Since when its oldest event waits to be sealed.
    pub waits_since: Option<Timestamp>,
    /// Where its chain ends. A copy kept elsewhere shows a log that was set back as a whole.
    pub head: Option<Head>,
}

/// Begins the chain of every log of a database that has no chain at all: at the first start, and after
/// the migration that brought chains.
pub async fn begin(app: &App) -> Result<(), Fault> {
    if app.store.read(chains::any).await? {
        return Ok(());
    }
    let keys = app.masters.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        chains::begin(tx, &keys, None).await?;
        for log in chains::logs(tx).await? {
            chains::begin(tx, &keys, log).await?;
        }
        Ok(())
    };
    Ok(app.store.write(unit).await?)
}

/// Seals what waits, [`AT_ONCE`] events of each log; gives how many. A log that can't be sealed (its
/// head was changed) does not keep the others waiting.
pub async fn seal(app: &App) -> Result<u64, Fault> {
    let (mut sealed, mut after) = (0, None);
    loop {
        let next = async move |tx: &mut Tx<'_>| chains::next_waiting(tx, after).await;
        let Some(log) = app.store.read(next).await? else {
            return Ok(sealed);
        };
        after = Some(log);
        let keys = app.masters.clone();
        let unit = async move |tx: &mut Tx<'_>| chains::seal(tx, &keys, log).await;
        sealed += done(log, app.store.write(unit).await)?;
    }
}

/// Takes the contents of sealed events that are older than the operator keeps them, and all of those of an
/// organization that is gone; their digests stay.
pub async fn retain(app: &App) -> Result<u64, Fault> {
    let now = app.now();
    let kept = app.settings().audit_keep_days;
    let kept = kept.map(|days| now - Span::days(days));
    let mut emptied = 0;
    for log in app.store.read(chains::logs).await? {
        let Some(before) = (if is_gone(app, log).await? {
            Some(now)
        } else {
            kept
        }) else {
            continue;
        };
        loop {
            let keys = app.masters.clone();
            let unit = async move |tx: &mut Tx<'_>| chains::empty(tx, &keys, log, before).await;
            let events = done(log, app.store.write(unit).await)?;
            emptied += events;
            if events < u64::from(AT_ONCE) {
                break;
            }
        }
    }
    Ok(emptied)
}

async fn is_gone(app: &App, log: Log) -> Result<bool, Fault> {
    let Some(id) = log else { return Ok(false) };
    let unit = async move |tx: &mut Tx<'_>| organizations::get(tx, Scope::of(id)).await;
    Ok(app.store.read(unit).await?.is_none())
}

/// What was done to one log. A log that can't be worked on is named, and the others go on.
fn done(log: Log, events: portcullis_store::Result<u64>) -> Result<u64, Fault> {
    match events {
        Ok(events) => Ok(events),
        Err(error @ Error::Unavailable(_)) => Err(error.into()),
        Err(error) => {
            let organization = log.map(|id| id.to_string());
            tracing::error!(organization, %error, "an audit log is left as it is");
            Ok(0)
        }
    }
}

/// Verifies every log, for those who run the instance; written down with what was found.
pub async fn verify(
    app: &App,
    actor: &Actor,
    origin: &Origin,
) -> Result<Result<Vec<Verified>, Denied>, Fault> {
    if let Err(denied) = instance(actor, app.now()) {
        return Ok(Err(denied));
    }
    let mut verified = Vec::new();
    // The instance's own log comes first, whether or not anything stands in it.
    let mut logs = app.store.read(chains::logs).await?;
    logs.retain(Option::is_some);
    logs.insert(0, None);
    for log in logs {
        verified.push(walk(app, log).await?);
    }
    let subject = Subject::instance(Who::from(actor), origin);
    let event = Event::AuditVerified {
        logs: u64::try_from(verified.len()).unwrap_or(u64::MAX),
        faults: verified.iter().map(|one| one.verdict.faults_in_all).sum(),
    };
    let app_ = app.clone();
    let unit =
        async move |tx: &mut Tx<'_>| subject.write(tx, &app_, event.clone(), app_.now()).await;
    app.store.write(unit).await?;
    Ok(Ok(verified))
}

/// Verifies the log of one organization, for those who read it; written down there with what was found.
pub async fn verify_one(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    origin: &Origin,
) -> Result<Result<Verified, Denied>, Fault> {
    let scope = match scope(actor, organization, Permission::SeeAudit, app.now()) {
        Ok(scope) => scope,
        Err(denied) => return Ok(Err(denied)),
    };
    let verified = walk(app, Some(organization)).await?;
    let subject = Subject::by(Who::from(actor), scope, None, origin);
    let event = Event::AuditVerified {
        logs: 1,
        faults: verified.verdict.faults_in_all,
    };
    let app_ = app.clone();
    let unit =
        async move |tx: &mut Tx<'_>| subject.write(tx, &app_, event.clone(), app_.now()).await;
    app.store.write(unit).await?;
    Ok(Ok(verified))
}

/// Walks a log's chain, a page at a time, so that no read is long.
async fn walk(app: &App, log: Log) -> Result<Verified, Fault> {
    let organization = match log {
        Some(id) => {
            let unit = async move |tx: &mut Tx<'_>| organizations::get(tx, Scope::of(id)).await;
            app.store.read(unit).await?
        }
        None => None,
    };
    let (mut walk, mut waits_since) = (Walk::default(), None);
    let mut after = Vec::new();
    loop {
        let (keys, from) = (app.masters.clone(), after.clone());
        let unit = async move |tx: &mut Tx<'_>| chains::waiting(tx, &keys, log, &from).await;
        let page = app.store.read(unit).await?;
        for one in &page {
            waits_since = waits_since.or(Some(one.at));
            walk.waits(one.event, one.whole);
        }
        match page.last() {
            Some(last) if last.place > after => after.clone_from(&last.place),
            _ => break,
        }
    }
    let keys = app.masters.clone();
    let head = async move |tx: &mut Tx<'_>| chains::head(tx, &keys, log).await;
    let (mut known, mut after) = (app.store.read(head.clone()).await?, chains::BEFORE_ALL);
    loop {
        let keys = app.masters.clone();
        let unit = async move |tx: &mut Tx<'_>| chains::sealed(tx, &keys, log, after).await;
        let page = app.store.read(unit).await?;
        for one in &page {
            walk.step(one);
        }
        match page.last() {
            Some(last) if last.sequence > after => after = last.sequence,
            _ => {
                // Sealing goes on meanwhile: a head read after its rows must fit them, else there are more.
                let now = app.store.read(head.clone()).await?;
                if now == known {
                    break;
                }
                known = now;
            }
        }
    }
    Ok(Verified {
        verdict: walk.end(known, organization.is_some()),
        organization,
        log,
        waits_since,
        head: known.map(|(head, _)| head),
    })
}
