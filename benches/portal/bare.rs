//! The least that an axum server can do, as a process of its own: what a request costs before any of
//! our code.

use std::process::ExitCode;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

use crate::report::note;

/// The word that makes this program be that server.
pub const WORD: &str = "bare-axum";

/// Serves 204 on the port that the environment names, until it is killed.
pub fn serve() -> ExitCode {
    let Some(listen) = std::env::var_os("LISTEN").and_then(|listen| listen.into_string().ok())
    else {
        note("LISTEN names no address");
        return ExitCode::FAILURE;
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen).await.unwrap();
        let nothing = Router::new().fallback(get(|| async { StatusCode::NO_CONTENT }));
        axum::serve(listener, nothing).await.unwrap();
    });
    ExitCode::SUCCESS
}
