//! Hears what a portal says to Chromium, on the portal's side: pages that a test never looks at are searched, too.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::Heard;

/// Around all routes. Browsers without a screen look for themselves (`tests/portal/client.rs`).
pub async fn hears(State(base): State<String>, request: Request, next: Next) -> Response {
    let agent = request.headers().get("user-agent");
    let agent = agent.and_then(|agent| agent.to_str().ok());
    if !agent.is_some_and(|agent| agent.contains("HeadlessChrome")) {
        return next.run(request).await;
    }
    let path = request.uri().path().to_owned();
    let (head, body) = request.into_parts();
    let Ok(sent) = to_bytes(body, usize::MAX).await else {
        return next.run(Request::from_parts(head, Body::empty())).await;
    };
    let request = Request::from_parts(head, Body::from(sent.clone()));
    let (head, body) = next.run(request).await.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(head, Body::empty());
    };
    Heard {
        base: &base,
        path: &path,
        sent: &sent,
        headers: &head.headers,
        body: &String::from_utf8_lossy(&body),
        taken: !head.status.is_client_error(),
    }
    .note();
    Response::from_parts(head, Body::from(body))
}
