//! `portcullis serve`: the portal, until it is told to stop.

use std::net::SocketAddr;

use portcullis_core::policy::Rule;
use portcullis_server::demo::{self, DemoPerson};
use portcullis_server::{App, instance, jobs, web};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing::info;
use tracing_subscriber::EnvFilter;

use crate::cli::Options;
use crate::config::{Config, LogFormat};
use crate::data;
use crate::output::{self, Failure};

/// Serves until SIGTERM or SIGINT.
pub async fn serve(options: &Options) -> Result<(), Failure> {
    let folder = if options.demo {
        Some(tempfile::tempdir().map_err(|e| Failure::new(e.to_string()))?)
    } else {
        None
    };
    let config = match &folder {
        Some(folder) => Config::load(&Options {
            data: Some(folder.path().to_owned()),
            ..options.clone()
        })?
        .in_data_folder(),
        None => Config::load(options)?,
    };
    log_to_stderr(config.log);
    let app = data::open(&config).await?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|e| Failure::new(format!("{}: {e}", config.listen)))?;
    if folder.is_some() {
        introduce(&demo::fill(&app).await?, &app.link("/"));
    } else if let Some(link) = instance::setup_link(&app).await? {
        output::line(&format!(
            "Open this address within an hour to make the first organization: {link}"
        ));
    }
    info!(listen = %config.listen, public_url = %config.settings.public_url, "serving");
    run(app, listener).await
}

async fn run(app: App, listener: TcpListener) -> Result<(), Failure> {
    let beside = tokio::spawn(jobs::run(app.clone()));
    let service = web::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let stopped = axum::serve(listener, service)
        .with_graceful_shutdown(told_to_stop())
        .await;
    beside.abort();
    info!("stopped");
    stopped.map_err(|e| Failure::new(e.to_string()))
}

async fn told_to_stop() {
    let (Ok(mut terminate), Ok(mut interrupt)) = (
        signal(SignalKind::terminate()),
        signal(SignalKind::interrupt()),
    ) else {
        return std::future::pending().await; // then only SIGKILL stops it
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

fn log_to_stderr(format: LogFormat) {
    let filter =
        EnvFilter::try_from_env("PORTCULLIS_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    match format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
}

fn introduce(people: &[DemoPerson], address: &str) {
    output::line("A throw-away portal: everything in it is gone when it stops.\n");
    for (at, person) in people.iter().enumerate() {
        if at == 0 || people[at - 1].organization != person.organization {
            let rule = match person.rule {
                Rule::Required => "MFA required",
                Rule::Optional => "MFA optional",
                Rule::Off => "MFA off",
            };
            output::line(&format!("{} ({rule})", person.organization));
        }
        let DemoPerson {
            name,
            email,
            login,
            password,
            ..
        } = person;
        let owner = if at == 0 { "  owner" } else { "" };
        output::line(&format!(
            "  {name:<14} {email:<22} {login:<14} {password}{owner}"
        ));
    }
    output::line(&format!(
        "\nOpen {address} and sign in with an address or login name and its password."
    ));
}
