//! For monitoring: whether the process is up, whether it can work; and what browsers report.

use axum::extract::State;
use axum::http::StatusCode;
use portcullis_store::{Tx, db, jobs};
use tracing::debug;

use super::form::Body;
use super::trouble::Trouble;
use crate::app::App;
use crate::fault::Fault;

/// The directives of our policy that can be broken.
const DIRECTIVES: [&str; 12] = [
    "default-src",
    "script-src",
    "script-src-elem",
    "script-src-attr",
    "style-src",
    "style-src-elem",
    "style-src-attr",
    "img-src",
    "connect-src",
    "form-action",
    "base-uri",
    "require-trusted-types-for",
];
/// How much of a report is looked at, in bytes.
const MAX_REPORT: usize = 4 * 1024;

/// The process is up.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// The database answers, its migrations are done, and what is written is kept: a node whose writes
/// failed says so until one succeeds.
pub async fn ready(State(app): State<App>) -> Result<&'static str, Trouble> {
    if app.store.is_failing() {
        let now = app.now();
        let probe = async move |tx: &mut Tx<'_>| jobs::probe(tx, now).await;
        app.store.write(probe).await.map_err(Fault::from)?;
    }
    let version = app.store.version().await.map_err(Fault::from)?;
    if version == db::newest() {
        Ok("ok\n")
    } else {
        Err(Trouble::Unavailable)
    }
}

/// A browser says that a page broke its content policy: a sign of a fault of ours or of an attack.
pub async fn content_policy_report(Body(body): Body) -> StatusCode {
    let report: Option<serde_json::Value> = body
        .get(..body.len().min(MAX_REPORT))
        .and_then(|b| serde_json::from_slice(b).ok());
    let directive = report
        .as_ref()
        .and_then(|r| r.pointer("/csp-report/violated-directive"))
        .and_then(|d| d.as_str())
        .and_then(|d| d.split_whitespace().next());
    // Of what a stranger sends, nothing but the name of a directive gets into the log.
    if let Some(directive) = DIRECTIVES.iter().find(|one| Some(**one) == directive) {
        debug!(directive, "a browser reports a broken content policy");
    }
    StatusCode::NO_CONTENT
}
