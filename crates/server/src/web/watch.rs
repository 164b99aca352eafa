//! What is noticed of every request: an id, how long it took, and a line in the log. Outermost, so that
//! nothing goes by unseen. Neither what was typed nor where it came from is written here.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use portcullis_core::support::SupportCode;
use tracing::{Instrument, debug, info_span, warn};

use super::dress::{self, Nonce};
use crate::app::App;
use crate::metrics::Served;
use crate::stopwatch::Stopwatch;

/// The header that tells a client the id of its request.
const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request: chance, so that it tells nothing.
#[derive(Clone)]
pub struct RequestId(pub String);

/// Wraps every request. What lies around all routes is one layer, and not one for each thing that it does:
/// a layer of its own is copied and boxed for every request, with all that it holds.
pub async fn watch(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let (id, nonce) = names(&app);
    request.extensions_mut().insert(id.clone());
    request.extensions_mut().insert(nonce);
    let method = method(request.method());
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("none", MatchedPath::as_str).to_owned();
    let span = info_span!("request", id = id.0);
    let took = Stopwatch::start();
    let mut response = dress::dress(&app, request, next)
        .instrument(span.clone())
        .await;
    let took = took.elapsed();
    let status = response.status();
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| {
        // What can't be done now is told by whoever could not do it; a flood fills no log.
        if status.is_server_error() && status != StatusCode::SERVICE_UNAVAILABLE {
            let status = status.as_u16();
            // The code that its page shows.
            let support = response.extensions().get::<SupportCode>();
            let support = support.map(ToString::to_string);
            warn!(method, route, status, milliseconds, support, "failed");
        } else {
            let status = status.as_u16();
            debug!(method, route, status, milliseconds, "answered");
        }
    });
    let status = ["1xx", "2xx", "3xx", "4xx", "5xx"]
        .get(usize::from(status.as_u16() / 100).saturating_sub(1))
        .unwrap_or(&"other");
    let served = Served {
        method,
        route,
        status,
    };
    app.metrics.served(&served, took);
    if let Ok(id) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(HEADER, id);
    }
    response
}

/// What an answer is known by, from one draw of chance. Without chance there is no id, the page has no
/// working scripts, and any decision fails closed further in.
fn names(app: &App) -> (RequestId, Nonce) {
    let drawn = app.random::<24>().ok();
    let (id, nonce) = drawn
        .as_ref()
        .and_then(|bytes| bytes.split_first_chunk::<8>())
        .map(|(id, nonce)| (HEXLOWER.encode(id), BASE64URL_NOPAD.encode(nonce)))
        .unwrap_or_default();
    (RequestId(id), Nonce(nonce))
}

fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}
