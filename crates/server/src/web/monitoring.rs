//! The address that monitoring reads, served apart from the portal: it has no secrets, but nobody's
//! business is how many sign in.

use std::future::pending;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use super::listen::{Door, Limits, serve_routes};
use crate::app::App;
use crate::metrics;

/// Serves `/metrics`, and nothing else, for ever.
pub async fn monitoring(listener: TcpListener, app: App) {
    let routes = Router::new().route("/metrics", get(show));
    let door = Door::plain(listener, Limits::for_monitoring());
    serve_routes(door, routes.with_state(app.clone()), app, pending()).await;
}

async fn show(State(app): State<App>) -> Response {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    match metrics::text(&app).await {
        Ok(text) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
