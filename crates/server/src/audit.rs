//! The audit log as a whole: sealed every second, verified when somebody asks, and emptied when the
//! operator keeps it no longer. Single events are written by [`crate::record`].

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::chain::{Head, Verdict, Walk};
use portcullis_core::id::{EventId, OrganizationId};
use portcullis_core::role::{Actor, Denied, Permission, Scope, instance, scope};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::audit::{self, Recorded};
use portcullis_store::chains::{self, AT_ONCE, Log};
use portcullis_store::organizations::{self, Organization};
use portcullis_store::{Error, Tx};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// How many organizations one read of their list gives.
const ORGANIZATIONS: u32 = 200;
/// How many events one read of an export gives.
const EXPORTED: u32 = 500;

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

/// Seals what waits in every log; gives the number of events. A log that can't be sealed (its head was
/// changed) does not keep the others waiting.
pub async fn seal(app: &App) -> Result<u64, Fault> {
    let (mut sealed, mut after, mut more) = (0, None, false);
    loop {
        let next = async move |tx: &mut Tx<'_>| chains::next_waiting(tx, after).await;
        let Some(log) = app.store.read(next).await? else {
            if !more {
                return Ok(sealed);
            }
            (after, more) = (None, false); // one batch of each log, then round again
            continue;
        };
        after = Some(log);
        let keys = app.masters.clone();
        let unit = async move |tx: &mut Tx<'_>| chains::seal(tx, &keys, log).await;
        match app.store.write(unit).await {
            Ok(events) => {
                sealed += events;
                more |= events == u64::from(AT_ONCE);
            }
            Err(Error::Refused(why) | Error::Conflict(why)) => {
                let organization = log.map(|id| id.to_string());
                tracing::error!(organization, why, "an audit log is not sealed");
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Takes the contents of sealed events that are older than the operator keeps them; their digests stay.
pub async fn retain(app: &App) -> Result<u64, Fault> {
    let Some(days) = app.settings().audit_keep_days else {
        return Ok(0);
    };
    let before = app.now() - Span::days(days);
    let mut emptied = 0;
    for (_, log) in logs(app).await? {
        loop {
            let keys = app.masters.clone();
            let unit = async move |tx: &mut Tx<'_>| chains::empty(tx, &keys, log, before).await;
            let events = app.store.write(unit).await?;
            emptied += events;
            if events < u64::from(AT_ONCE) {
                break;
            }
        }
    }
    Ok(emptied)
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
    for (organization, log) in logs(app).await? {
        verified.push(walk(app, log, organization).await?);
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

/// A log that an actor reads: an organization's, or the instance's own.
pub struct Reading {
    app: App,
    log: Log,
    after: EventId,
}

/// Opens a log for reading from its first event on; written down in that log.
pub async fn export(
    app: &App,
    actor: &Actor,
    log: Log,
    origin: &Origin,
) -> Result<Result<Reading, Denied>, Fault> {
    let now = app.now();
    let (allowed, subject) = match log {
        Some(id) => (
            scope(actor, id, Permission::SeeAudit, now).map(drop),
            Subject::by(Who::from(actor), Scope::of(id), None, origin),
        ),
        None => (
            instance(actor, now),
            Subject::instance(Who::from(actor), origin),
        ),
    };
    if let Err(denied) = allowed {
        return Ok(Err(denied));
    }
    let app_ = app.clone();
    let unit =
        async move |tx: &mut Tx<'_>| subject.write(tx, &app_, Event::AuditExported, now).await;
    app.store.write(unit).await?;
    Ok(Ok(Reading {
        app: app.clone(),
        log,
        after: EventId::from_bytes([0; 16]),
    }))
}

impl Reading {
    /// The next events; empty at the end.
    pub async fn next(&mut self) -> Result<Vec<Recorded>, Fault> {
        let (log, after) = (self.log, self.after);
        let unit = async move |tx: &mut Tx<'_>| audit::list(tx, log, after, EXPORTED).await;
        let page = self.app.store.read(unit).await?;
        if let Some(last) = page.last() {
            self.after = last.entry.id;
        }
        Ok(page)
    }
}

/// Every log there is: the instance's own, each organization's, and those of organizations that are gone.
async fn logs(app: &App) -> Result<Vec<(Option<Organization>, Log)>, Fault> {
    let mut logs = vec![(None, None)];
    let mut after = String::new();
    loop {
        let from = after.clone();
        let unit = async move |tx: &mut Tx<'_>| organizations::list(tx, &from, ORGANIZATIONS).await;
        let page = app.store.read(unit).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.slug);
        logs.extend(
            page.into_iter()
                .map(|one| (Some(one.clone()), Some(one.id))),
        );
    }
    let mut after = OrganizationId::from_bytes([0; 16]);
    loop {
        let unit = async move |tx: &mut Tx<'_>| {
            chains::without_organization(tx, after, ORGANIZATIONS).await
        };
        let page = app.store.read(unit).await?;
        let Some(last) = page.last() else { break };
        after = *last;
        logs.extend(page.into_iter().map(|id| (None, Some(id))));
    }
    Ok(logs)
}

/// Walks a log's chain, a page at a time, so that no read is long.
async fn walk(app: &App, log: Log, organization: Option<Organization>) -> Result<Verified, Fault> {
    let (mut walk, mut waits_since) = (Walk::default(), None);
    let mut after = EventId::from_bytes([0; 16]);
    loop {
        let unit = async move |tx: &mut Tx<'_>| chains::waiting(tx, log, after).await;
        let page = app.store.read(unit).await?;
        let Some(last) = page.last() else { break };
        after = last.event;
        for one in &page {
            waits_since = waits_since.or(Some(one.at));
            walk.waits(one.event, one.whole);
        }
    }
    let keys = app.masters.clone();
    let head = async move |tx: &mut Tx<'_>| chains::head(tx, &keys, log).await;
    let mut known = app.store.read(head.clone()).await?;
    loop {
        let emptied_to = known.map_or(0, |(head, _)| head.emptied_to);
        let (keys, last) = (app.masters.clone(), walk.last());
        let unit =
            async move |tx: &mut Tx<'_>| chains::sealed(tx, &keys, log, (last, emptied_to)).await;
        let page = app.store.read(unit).await?;
        for one in &page {
            walk.step(one);
        }
        if page.is_empty() {
            // Sealing goes on meanwhile: a head read after its rows must fit them, else there are more.
            let now = app.store.read(head.clone()).await?;
            if now == known {
                return Ok(Verified {
                    verdict: walk.end(known, organization.is_some()),
                    organization,
                    log,
                    waits_since,
                    head: known.map(|(head, _)| head),
                });
            }
            known = now;
        }
    }
}
