//! Work that goes on beside the requests: each job is leased in the database, so that of several
//! nodes one does it.

use std::collections::HashMap;
use std::time::Duration;

use portcullis_core::id::NodeId;
use portcullis_core::time::{SKEW, Span, Timestamp};
use portcullis_store::jobs::Job;
use portcullis_store::{Tx, chains, clean_up, jobs};
use tokio::task::JoinSet;
use tracing::{debug, error, warn};

use crate::app::App;
use crate::audit;
use crate::fault::Fault;
use crate::stopwatch::Stopwatch;

/// How often the runner looks for work.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How far a clock may fall behind between two looks without being said to be set back; keeping time slows it by less.
const CLOCK_SLACK: Span = Span::seconds(2);

/// What is done beside the requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Seals the audit log.
    Seal,
    /// Deletes what is over.
    CleanUp,
    /// Takes the contents of audit events that are older than the operator keeps them.
    Retain,
}

impl Work {
    const ALL: [Self; 3] = [Self::Seal, Self::CleanUp, Self::Retain];

    /// The job's name and rhythm.
    pub const fn job(self) -> Job {
        // Two nodes that seal at once do each other no harm, so a node that died is soon followed.
        let (name, every, lease) = match self {
            Self::Seal => ("seal", Span::seconds(1), Span::seconds(5)),
            Self::CleanUp => ("clean_up", Span::minutes(1), Span::minutes(2)),
            Self::Retain => ("retain", Span::hours(1), Span::minutes(2)),
        };
        Job { name, every, lease }
    }
}

/// Runs jobs until the task is dropped.
pub async fn run(app: App) {
    let node = loop {
        match app.random() {
            Ok(chance) => break NodeId::new(app.now(), chance),
            Err(error) => warn!(%error, "jobs wait"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    };
    let work = lastingly(|work| again_and_again(app.clone(), node, work));
    tokio::join!(work, watch_clock(&app));
}

/// Says so when the machine's clock is set back under the running program, or was while it did not run.
async fn watch_clock(app: &App) {
    let now = app.now();
    let due = async move |tx: &mut Tx<'_>| jobs::due_at(tx, Work::CleanUp.job().name).await;
    if let Ok(Some(due)) = app.store.read(due).await
        && due > now + Work::CleanUp.job().every + SKEW
    {
        app.metrics.clock_set_back();
        error!(
            seconds = now.until(due).as_seconds(),
            "the portal last ran at a time later than the clock shows: it was set back"
        );
    }
    let mut read = (app.now(), Stopwatch::start());
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let (before, watch) = read;
        read = (app.now(), Stopwatch::start());
        if let Some(span) = set_back(before, watch.elapsed(), read.0) {
            app.metrics.clock_set_back();
            error!(
                seconds = span.as_seconds(),
                "the clock was set back: who signed in after what it shows now signs in again, and codes of apps \
                 that were used are taken again only once it has caught up"
            );
        }
    }
}

/// By how much a clock was set back, where it was: it should show what it showed, and what went by since.
fn set_back(before: Timestamp, passed: Duration, now: Timestamp) -> Option<Span> {
    let passed = i64::try_from(passed.as_millis()).unwrap_or(i64::MAX);
    let behind = now.until(before + Span::millis(passed));
    (behind > CLOCK_SLACK).then_some(behind)
}

/// Does each on its own, so that a long one keeps no other waiting, and begins one that panics anew: a job that stops for good
/// would be found out by nobody.
async fn lastingly<F: Future<Output = ()> + Send + 'static>(begin: impl Fn(Work) -> F) {
    let mut running = JoinSet::new();
    let mut of = HashMap::new();
    for work in Work::ALL {
        of.insert(running.spawn(begin(work)).id(), work);
    }
    while let Some(ended) = running.join_next().await {
        if let Err(broke) = ended
            && let Some(work) = of.remove(&broke.id())
        {
            error!(job = work.job().name, "it panicked, and is begun anew");
            tokio::time::sleep(LOOK_EVERY).await;
            of.insert(running.spawn(begin(work)).id(), work);
        }
    }
}

async fn again_and_again(app: App, node: NodeId, work: Work) {
    // A failure that lasts (a damaged log waits for somebody) is said once, not at every look.
    let mut said = None;
    loop {
        match run_if_due(&app, node, work).await {
            Ok(Some(rows)) => {
                debug!(job = work.job().name, rows, "done");
                said = None;
            }
            Ok(None) => {}
            Err(error) => {
                let why = error.to_string();
                if said.as_ref() != Some(&why) {
                    warn!(job = work.job().name, %error, "it is tried again until it succeeds");
                }
                said = Some(why);
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Does a job, if it is due and this node gets the lease; gives the number of rows.
pub async fn run_if_due(app: &App, node: NodeId, work: Work) -> Result<Option<u64>, Fault> {
    // Asked first by reads, so that an idle portal writes nothing.
    let (now, job) = (app.now(), work.job());
    let due = async move |tx: &mut Tx<'_>| {
        let has_work = work != Work::Seal || chains::next_waiting(tx, None).await?.is_some();
        let known = jobs::is_known(tx, job.name).await?;
        Ok(has_work && (!known || jobs::is_due(tx, job, node, now).await?))
    };
    let take = async move |tx: &mut Tx<'_>| {
        jobs::ensure(tx, job.name, now).await?;
        jobs::lease(tx, job, node, now).await
    };
    if !app.store.read(due).await? || !app.store.write(take).await? {
        return Ok(None);
    }
    let rows = match work {
        Work::Seal => seal(app).await?,
        Work::CleanUp => clean_up(app).await?,
        Work::Retain => audit::retain(app).await?,
    };
    let give_back = async move |tx: &mut Tx<'_>| jobs::done(tx, job, node, now).await;
    app.store.write(give_back).await?;
    Ok(Some(rows))
}

/// Seals turn by turn, as long as there is much to seal and the lease is young.
async fn seal(app: &App) -> Result<u64, Fault> {
    let (started, mut sealed) = (app.now(), 0);
    loop {
        let events = audit::seal(app).await?;
        sealed += events;
        if events < u64::from(chains::AT_ONCE) || app.now().since(started) >= Span::seconds(2) {
            return Ok(sealed);
        }
    }
}

async fn clean_up(app: &App) -> Result<u64, Fault> {
    let (now, mut gone) = (app.now(), 0);
    loop {
        let rows = app
            .store
            .write(async move |tx: &mut Tx<'_>| clean_up::expired(tx, now).await)
            .await?;
        gone += rows;
        if rows < u64::from(clean_up::AT_ONCE) {
            return Ok(gone); // no table can have had more to give
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_job_that_panics_is_begun_anew_and_stops_no_other() {
        let (sealed, cleaned) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
        let begin = |work| {
            let (sealed, cleaned) = (sealed.clone(), cleaned.clone());
            async move {
                match work {
                    Work::Seal if sealed.fetch_add(1, Ordering::Relaxed) < 2 => panic!("a test's"),
                    Work::CleanUp => {
                        tokio::time::sleep(Duration::from_mins(1)).await;
                        cleaned.fetch_add(1, Ordering::Relaxed);
                    }
                    Work::Seal | Work::Retain => {}
                }
            }
        };
        lastingly(begin).await;
        let counts = [&sealed, &cleaned].map(|one| one.load(Ordering::Relaxed));
        assert_eq!(counts, [3, 1]);
    }

    #[test]
    fn a_clock_that_shows_less_than_has_gone_by_was_set_back() {
        let at = |seconds| Timestamp::EPOCH + Span::seconds(seconds);
        let second = Duration::from_secs(1);
        for (now, by) in [
            (at(101), None),
            (at(99), None),
            (at(3_700), None),
            (at(98), Some(Span::seconds(3))),
            (at(-3_500), Some(Span::seconds(3_601))),
        ] {
            assert_eq!(set_back(at(100), second, now), by);
        }
    }
}
