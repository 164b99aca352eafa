//! Work that goes on beside the requests: each job is leased in the database, so that of several
//! nodes one does it.

use std::time::Duration;

use portcullis_core::id::NodeId;
use portcullis_core::time::Span;
use portcullis_store::{Tx, clean_up, jobs};
use tracing::{debug, warn};

use crate::app::App;
use crate::fault::Fault;

/// How often the runner looks for work.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// How long after a full clean-up the next one is due.
const CLEAN_UP_EVERY: Span = Span::minutes(1);

const CLEAN_UP: &str = "clean_up";

/// Runs jobs until the task is dropped.
pub async fn run(app: App) {
    let node = loop {
        match app.random() {
            Ok(chance) => break NodeId::new(app.now(), chance),
            Err(error) => warn!(%error, "jobs wait"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    };
    loop {
        match clean_up_if_due(&app, node).await {
            Ok(Some(rows)) => debug!(rows, "cleaned up"),
            Ok(None) => {}
            Err(error) => warn!(%error, "clean-up failed; it is tried again"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Deletes what is over, if this node gets the lease; gives the number of rows.
pub async fn clean_up_if_due(app: &App, node: NodeId) -> Result<Option<u64>, Fault> {
    let now = app.now();
    let known = app
        .store
        .read(async move |tx: &mut Tx<'_>| jobs::is_known(tx, CLEAN_UP).await)
        .await?;
    if !known {
        app.store
            .write(async move |tx: &mut Tx<'_>| jobs::ensure(tx, CLEAN_UP, now).await)
            .await?;
    }
    // Asked first by a read, so that an idle portal writes nothing.
    let due = async move |tx: &mut Tx<'_>| jobs::is_due(tx, CLEAN_UP, now).await;
    let take = async move |tx: &mut Tx<'_>| jobs::lease(tx, CLEAN_UP, node, now).await;
    if !app.store.read(due).await? || !app.store.write(take).await? {
        return Ok(None);
    }
    let mut gone = 0;
    loop {
        let rows = app
            .store
            .write(async move |tx: &mut Tx<'_>| clean_up::expired(tx, now).await)
            .await?;
        gone += rows;
        if rows < u64::from(clean_up::AT_ONCE) {
            break; // no table can have had more to give
        }
    }
    let due = now + CLEAN_UP_EVERY;
    app.store
        .write(async move |tx: &mut Tx<'_>| jobs::done(tx, CLEAN_UP, node, due).await)
        .await?;
    Ok(Some(gone))
}
