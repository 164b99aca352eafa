//! `portcullis serve`: the portal, until it is told to stop.

use std::fs::Permissions;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use portcullis_core::policy::{Channels, Rule};
use portcullis_server::demo::{self, DemoPerson};
use portcullis_server::radius::tls::{self, Keys};
use portcullis_server::web::{self, Door, Limits};
use portcullis_server::{App, instance, jobs, mail, master_keys, radius};
use portcullis_store::{Tx, examination};
use tempfile::TempDir;
use tokio::net::{TcpListener, UdpSocket};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{oneshot, watch};
use tokio::task::{JoinHandle, JoinSet};
use tracing::{error, info, warn};

use crate::cli::Options;
use crate::config::{self, Config};
use crate::output::{self, Failure};
use crate::reload::Served;
use crate::{data, log, machine};

/// How long requests under way are given when the program is told to stop.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many clients are counted that may ask unsigned.
const TOLD: u32 = 1_000;

/// Serves until SIGTERM or SIGINT.
pub async fn serve(options: &Options) -> Result<(), Failure> {
    let folder = if options.demo {
        Some(own_folder()?)
    } else {
        None
    };
    let own_data = folder.as_ref().map(|folder| folder.path().to_owned());
    let options = Options {
        data: own_data.or(options.data.clone()),
        ..options.clone()
    };
    let config = Config::load(&options)?;
    // The file that was read now is the one that is read anew: without it nothing may change.
    let options = Options {
        config: config::file(&options)?,
        ..options
    };
    log::to_stderr(config.log);
    let certificates = config.certificates()?;
    let app = data::open_or_make(&config).await?;
    let signals = Signals::listen()?;
    let listener = TcpListener::bind(config.listen).await.map_err(|e| {
        let why = "choose another with --listen if something else runs there";
        Failure::new(format!("can't listen on {}: {e}; {why}", config.listen))
    })?;
    let socket = match config.settings.radius {
        Some(address) => Some(listen_for_radius(address).await?),
        None => None,
    };
    let secure = match config.radius_tls()? {
        Some((address, keys)) => Some(listen_for_radius_over_tls(address, keys).await?),
        None => None,
    };
    warn_about_radius(&config, &app).await?;
    let metrics = match config.metrics {
        Some(address) => Some(serve_metrics(app.clone(), address).await?),
        None => None,
    };
    if folder.is_some() {
        introduce(&demo::fill(&app).await?, &app.link("/"));
    } else if let Some(link) = instance::setup_link(&app).await? {
        output::line(&format!(
            "Open this address within an hour to make the first organization: {link}"
        ));
    }
    info!(listen = %config.listen, public_url = %config.settings.public_url, "serving");
    let limits = Limits::within(machine::raise_file_limit());
    let door = match &certificates {
        Some(certificates) => Door::tls(listener, limits, certificates)?,
        None => Door::plain(listener, limits),
    };
    let served = Served {
        options,
        config,
        app,
        certificates,
        radius_keys: secure.as_ref().map(|door| door.keys.clone()),
    };
    let ended = run(&served, (door, socket, secure), signals).await;
    if let Some(metrics) = metrics {
        metrics.abort();
    }
    ended
}

/// Serves what monitoring reads, on an address of its own, until the task is aborted.
async fn serve_metrics(app: App, address: SocketAddr) -> Result<JoinHandle<()>, Failure> {
    let listener = TcpListener::bind(address).await.map_err(|e| {
        Failure::new(format!(
            "can't listen on {address} for monitoring: {e}; choose another `metrics.listen`"
        ))
    })?;
    Ok(tokio::spawn(web::monitoring(listener, app)))
}

/// The socket on which RADIUS clients ask.
async fn listen_for_radius(address: SocketAddr) -> Result<UdpSocket, Failure> {
    let socket = UdpSocket::bind(address).await.map_err(|e| {
        Failure::new(format!(
            "can't listen on {address} for RADIUS: {e}; choose another `radius.listen`"
        ))
    })?;
    Ok(socket)
}

/// Where they ask over TLS.
async fn listen_for_radius_over_tls(address: SocketAddr, keys: Keys) -> Result<tls::Door, Failure> {
    let listener = TcpListener::bind(address).await.map_err(|e| {
        Failure::new(format!(
            "can't listen on {address} for RADIUS over TLS: {e}; choose another `radius.tls_listen`"
        ))
    })?;
    Ok(tls::Door {
        listener,
        limits: tls::Limits::default(),
        keys,
    })
}

/// Says what must be known about how RADIUS clients ask (security.md RA-9).
async fn warn_about_radius(config: &Config, app: &App) -> Result<(), Failure> {
    let Some(warning) = config.radius_warning() else {
        return Ok(());
    };
    warn!("{warning}");
    let unsigned = async |tx: &mut Tx<'_>| examination::unsigned_clients(tx, TOLD).await;
    let clients = app.store.read(unsigned).await?.len();
    if clients > 0 {
        warn!(
            clients,
            "RADIUS clients beyond this machine may ask without a Message-Authenticator (`portcullis doctor` names them): \
             whoever is on the network between can forge what they are answered"
        );
    }
    Ok(())
}

/// A folder that is gone with the program, for its owner alone.
fn own_folder() -> Result<TempDir, Failure> {
    let made = tempfile::Builder::new()
        .prefix("portcullis-demo-")
        .permissions(Permissions::from_mode(0o700))
        .tempdir();
    made.map_err(|e| Failure::new(format!("no temporary folder: {e}")))
}

async fn run(
    served: &Served,
    (door, socket, secure): (Door, Option<UdpSocket>, Option<tls::Door>),
    mut signals: Signals,
) -> Result<(), Failure> {
    let mut beside = JoinSet::new();
    beside.spawn(jobs::run(served.app.clone()));
    if let Some(certificates) = served.certificates.clone() {
        beside.spawn(async move { certificates.watch().await });
    }
    if let Some(keys) = served.radius_keys.clone() {
        beside.spawn(async move { keys.watch().await });
    }
    let (tell, told) = oneshot::channel::<()>();
    let stop = async move { told.await.unwrap_or_default() };
    let (tell_mail, mail_told) = oneshot::channel::<()>();
    let stop_mail = async move { mail_told.await.unwrap_or_default() };
    let (tell_nodes, nodes_told) = oneshot::channel::<()>();
    let stop_attending = async move { nodes_told.await.unwrap_or_default() };
    let (tell_radius, radius_told) = watch::channel(false);
    let mut logons = JoinSet::new();
    if let Some(socket) = socket {
        let stop = stopped(radius_told.clone());
        logons.spawn(radius::serve(socket, served.app.clone(), stop));
    }
    if let Some(door) = secure {
        let (app, stop) = (served.app.clone(), stopped(radius_told));
        logons.spawn(async move {
            if let Err(error) = tls::serve(door, app, stop).await {
                error!(%error, "RADIUS over TLS is not served");
            }
        });
    }
    let mut delivering = tokio::spawn(mail::deliver(served.app.clone(), stop_mail));
    let name = format!("{} ({})", machine::host(), served.config.listen);
    let attending = master_keys::attend(served.app.clone(), name, stop_attending);
    let mut attending = tokio::spawn(attending);
    let mut serving = tokio::spawn(web::serve(door, served.app.clone(), stop));
    let early = tokio::select! {
        ended = &mut serving => Some(ended),
        () = signals.told_to_stop(served) => None,
    };
    let ended = if let Some(ended) = early {
        Some(ended)
    } else {
        info!("finishing what is under way");
        // If nobody listens any more, there is nothing to finish.
        let _ = (tell.send(()), tell_mail.send(()), tell_radius.send(true));
        let _ = tell_nodes.send(());
        // A mail broken off now might be sent twice.
        let logging_on = async { while logons.join_next().await.is_some() {} };
        let all = async { tokio::join!(&mut serving, &mut delivering, &mut attending, logging_on) };
        let ended = tokio::time::timeout(PATIENCE, all).await.ok();
        ended.map(|(serving, ..)| serving)
    };
    delivering.abort();
    attending.abort();
    logons.abort_all();
    beside.abort_all();
    info!("stopped");
    match ended {
        Some(Err(error)) => Err(Failure::new(error.to_string())),
        Some(Ok(())) | None => Ok(()), // requests that would not end are cut off
    }
}

async fn stopped(mut told: watch::Receiver<bool>) {
    let _ = told.wait_for(|stopped| *stopped).await; // an end without a word is one too
}

/// What the program is told while it serves. Listened for before anybody is told that it serves, since
/// by default each of these ends a program.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
}

impl Signals {
    fn listen() -> Result<Self, Failure> {
        let listen = |kind| {
            let failed = |e| Failure::new(format!("the program can't hear signals: {e}"));
            signal(kind).map_err(failed)
        };
        Ok(Self {
            terminate: listen(SignalKind::terminate())?,
            interrupt: listen(SignalKind::interrupt())?,
            hangup: listen(SignalKind::hangup())?,
        })
    }

    /// Until SIGTERM or SIGINT. SIGHUP reloads what can be reloaded.
    async fn told_to_stop(&mut self, served: &Served) {
        loop {
            tokio::select! {
                _ = self.terminate.recv() => return,
                _ = self.interrupt.recv() => return,
                _ = self.hangup.recv() => served.reload(),
            }
        }
    }
}

fn introduce(people: &[DemoPerson], address: &str) {
    output::line("A throw-away portal: everything in it is gone when it stops.\n");
    for (at, person) in people.iter().enumerate() {
        if at == 0 || people[at - 1].organization != person.organization {
            let rule = match person.rule {
                Rule::Required if person.channels == Channels::Email => "MFA required, by email",
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
    output::line(&format!(
        "Its mail, codes and all, is at {address}demo/mail"
    ));
}
