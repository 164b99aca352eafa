//! The accept loop: who gets a connection, and for how long. Every wait for a client ends, what a
//! client can make the portal keep is bounded, and nothing that a client does ends the loop
//! (security.md RL-5).

mod answering;
mod leftover;
mod patience;
pub(super) mod seats;
pub(super) mod tls;

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{self, HeaderValue};
use axum::http::{Request, StatusCode};
use hyper::body::{Body as _, Incoming};
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tracing::{debug, warn};

use self::answering::Answering;
use self::leftover::Leftover;
use self::patience::Wait;
use self::seats::Seats;
use self::tls::Certificates;
use super::router;
use crate::app::App;
use crate::fault::Fault;

/// How long the whole body of a request may take.
pub(super) const BODY_WITHIN: Duration = Duration::from_secs(30);
/// The most that is read of a connection before it is understood, in bytes: no header is longer.
const MAX_HEADER: usize = 32 * 1024;
/// Where a first header that has not ended stops being kept apart, in bytes.
const LONG_HEADER: usize = 2 * 1024;
/// Files that are left for the database and the rest of the program.
const OTHER_FILES: u64 = 256;
/// How long the loop rests when the machine gives it no connection.
const REST: Duration = Duration::from_millis(250);

/// How much and how long is borne from clients.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For a TLS handshake, for a whole header, and for the next request on the same connection.
    pub header: Duration,
    /// For a whole body.
    pub body: Duration,
    /// For a client to take an answer.
    pub answer: Duration,
    /// For a client whenever others wait for the place that its connection has among those served.
    pub patience: Duration,
    /// Connections in all.
    pub connections: usize,
    /// Connections that are being served, since those are the ones that take memory.
    pub speaking: usize,
    /// Those of one address.
    pub speaking_per_address: usize,
    /// Connections of one address (/32 for IPv4, /64 for IPv6).
    pub per_address: usize,
}

impl Limits {
    /// What holds in a process that may have so many files open.
    pub fn within(files: u64) -> Self {
        let connections = files.saturating_sub(OTHER_FILES).clamp(64, 16_384);
        Self {
            header: Duration::from_secs(10),
            body: BODY_WITHIN,
            answer: Duration::from_secs(30),
            patience: Duration::from_secs(2),
            connections: usize::try_from(connections).unwrap_or(64),
            speaking: 2_048,
            speaking_per_address: 32,
            per_address: 100,
        }
    }

    /// What holds for the few that read what is there for monitoring.
    pub(super) fn for_monitoring() -> Self {
        Self {
            connections: 32,
            speaking: 16,
            speaking_per_address: 8,
            per_address: 16,
            ..Self::within(0)
        }
    }
}

/// How a request came in.
#[derive(Clone)]
pub(super) struct Arrival {
    /// The other end of the connection.
    pub peer: SocketAddr,
    /// How long its body may take.
    pub body: Duration,
    /// Whether its client is waited for.
    pub wait: Wait,
}

type Routes = TowerToHyperService<axum::Router>;

/// What every connection needs of the loop.
#[derive(Clone)]
struct Terms {
    limits: Limits,
    tls: Option<TlsAcceptor>,
    routes: Routes,
    /// Turns true when no further request is wanted.
    stopping: watch::Receiver<bool>,
    /// Places of those that are served.
    speaking: Arc<Semaphore>,
    /// The same of one address; a spared one has no bound of its own.
    share: Option<Arc<Semaphore>>,
}

impl Terms {
    /// A place among those that are served. They are given in turn, and an address waits for its own
    /// first, so that it keeps nobody else waiting.
    async fn place(&self) -> Option<[Option<OwnedSemaphorePermit>; 2]> {
        let share = match &self.share {
            Some(share) => Some(share.clone().acquire_owned().await.ok()?),
            None => None,
        };
        Some([share, self.speaking.clone().acquire_owned().await.ok()])
    }

    /// Whether no place is left.
    fn is_full(&self) -> bool {
        let is_full = |places: &Arc<Semaphore>| places.available_permits() == 0;
        is_full(&self.speaking) || self.share.as_ref().is_some_and(is_full)
    }

    /// Whether less than a quarter of the places is left.
    fn is_short(&self) -> bool {
        let is_short = |places: &Arc<Semaphore>, all: usize| places.available_permits() < all / 4;
        let share = self.share.as_ref();
        is_short(&self.speaking, self.limits.speaking)
            || share.is_some_and(|share| is_short(share, self.limits.speaking_per_address))
    }
}

/// Where connections come in.
pub struct Door {
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    limits: Limits,
}

impl Door {
    /// HTTP.
    pub fn plain(listener: TcpListener, limits: Limits) -> Self {
        Self {
            listener,
            tls: None,
            limits,
        }
    }

    /// HTTPS.
    pub fn tls(
        listener: TcpListener,
        limits: Limits,
        certificates: &Arc<Certificates>,
    ) -> Result<Self, Fault> {
        let broken = |why: rustls::Error| Fault::Broken(why.to_string());
        Ok(Self {
            listener,
            tls: Some(certificates.acceptor().map_err(broken)?),
            limits,
        })
    }
}

/// Serves the portal until it is told to stop and what is under way has ended.
pub async fn serve(door: Door, app: App, stop: impl Future<Output = ()>) {
    serve_routes(door, router::router(app.clone()), app, stop).await;
}

/// The same with other routes.
pub async fn serve_routes(
    door: Door,
    routes: axum::Router,
    app: App,
    stop: impl Future<Output = ()>,
) {
    let Door {
        listener,
        tls,
        limits,
    } = door;
    let (tell, stopping) = watch::channel(false);
    let seats = Seats::new(limits.speaking_per_address);
    let room = Arc::new(Semaphore::new(limits.connections));
    let terms = Terms {
        limits,
        tls,
        routes: TowerToHyperService::new(routes),
        stopping,
        speaking: Arc::new(Semaphore::new(limits.speaking)),
        share: None,
    };
    let mut stop = pin!(stop);
    let mut full = false;
    loop {
        let next = async { (place_in(&room, &mut full).await, accept(&listener).await) };
        let (place, (stream, peer)) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let settings = app.settings();
        let address = peer.ip().to_canonical();
        let spared = settings.is_trusted_network(address) || settings.is_trusted_proxy(address);
        let most = if spared {
            usize::MAX
        } else {
            limits.per_address
        };
        let Some(seat) = seats.take(address, most) else {
            debug!("an address has too many connections; one is refused");
            continue;
        };
        let terms = Terms {
            share: (!spared).then(|| seat.share()),
            ..terms.clone()
        };
        tokio::spawn(async move {
            wait_for_word(stream, peer, terms).await;
            drop((seat, place));
        });
    }
    drop((listener, terms));
    let _ = tell.send(true); // nobody listens if no connection is open
    tell.closed().await;
}

/// Room for one more connection, as soon as there is some. That there is none is said once.
async fn place_in(room: &Arc<Semaphore>, full: &mut bool) -> Option<OwnedSemaphorePermit> {
    if let Ok(place) = room.clone().try_acquire_owned() {
        *full = false;
        return Some(place);
    }
    if !std::mem::replace(full, true) {
        warn!("no room for further connections; they wait");
    }
    room.clone().acquire_owned().await.ok()
}

/// The next connection. Whatever keeps one from coming, there will be others.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                // A client that went away again is its own affair; a lack of files or memory passes.
                if ![ConnectionAborted, ConnectionRefused, ConnectionReset].contains(&error.kind())
                {
                    warn!(%error, "connections can't be taken; trying again");
                    sleep(REST).await;
                }
            }
        }
    }
}

/// Holds a connection until it has something to say: until then next to nothing is kept for it.
async fn wait_for_word(mut stream: TcpStream, peer: SocketAddr, mut terms: Terms) {
    let mut heard = Vec::new();
    let encrypted = terms.tls.is_some();
    let word = async {
        if encrypted {
            // Looked at and not only waited for: a new connection may be taken for readable until tried.
            stream.peek(&mut [0]).await
        } else {
            first_header(&mut stream, &mut heard).await
        }
    };
    let word = tokio::select! {
        word = timeout(terms.limits.header, word) => word,
        () = told(&mut terms.stopping) => return,
    };
    if !matches!(word, Ok(Ok(1..))) {
        return;
    }
    let Ok(Some(_place)) = timeout(terms.limits.body, terms.place()).await else {
        debug!("a connection found no place in time");
        return;
    };
    let _ = stream.set_nodelay(true); // without it an answer may be slower, and is the same
    let wait = Wait::begin();
    let arrival = Arrival {
        peer,
        body: terms.limits.body,
        wait: wait.clone(),
    };
    let (patience, places) = (terms.limits.patience, terms.clone());
    tokio::select! {
        // In a box, so that the many that say nothing are small.
        () = Box::pin(meet((stream, heard), arrival, terms)) => {}
        () = wait.outlasts(patience, || places.is_full()) => {
            debug!("a connection that let the portal wait gave way to others");
        }
    }
}

/// Reads until the first header is whole or grows long, and gives its length; nothing if the client
/// goes. Who never ends a header takes no room from others.
async fn first_header(stream: &mut TcpStream, heard: &mut Vec<u8>) -> io::Result<usize> {
    loop {
        let seen = heard.len().saturating_sub(3);
        if stream.read_buf(heard).await? == 0 {
            return Ok(0);
        }
        let new = heard.get(seen..).unwrap_or_default();
        let ends =
            new.windows(3).any(|end| end == b"\n\r\n") || new.windows(2).any(|end| end == b"\n\n");
        if ends || heard.len() >= LONG_HEADER {
            return Ok(heard.len());
        }
    }
}

/// Speaks HTTP, or HTTPS if there is a certificate.
async fn meet((stream, heard): (TcpStream, Vec<u8>), arrival: Arrival, terms: Terms) {
    let Some(tls) = terms.tls.clone() else {
        return Box::pin(converse((stream, heard), arrival, terms)).await;
    };
    let handshake = timeout(terms.limits.header, tls.accept(stream));
    if let Ok(Ok(stream)) = handshake.await {
        Box::pin(converse((stream, heard), arrival, terms)).await;
    }
}

/// Until no further request is wanted.
async fn told(stopping: &mut watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stopping| *stopping).await; // a loop that is gone has stopped too
}

/// Requests and answers, one after the other (HTTP/1.1), until either side has had enough.
async fn converse<S>((stream, heard): (S, Vec<u8>), arrival: Arrival, mut terms: Terms)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let limits = terms.limits;
    let shared = terms.clone();
    let service = service_fn(move |request| answer(&shared, arrival.clone(), request));
    let io = TokioIo::new(Answering::new(stream, heard, limits.answer));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header)
        .max_header_size(MAX_HEADER)
        .max_buf_size(MAX_HEADER)
        .serve_connection(io, service);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = told(&mut terms.stopping) => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        debug!(%error, "a connection ended early");
    }
}

/// One answer. What could be read in two ways by two servers, and what came too late, is the last
/// request of its connection (RFC 9112 §6.1, RFC 9110 §15.5.9); so is any when room gets short, since
/// a connection that waits for its next request takes some.
fn answer(
    terms: &Terms,
    arrival: Arrival,
    request: Request<Incoming>,
) -> impl Future<Output = Result<axum::response::Response, Infallible>> + use<> {
    let last = terms.is_short() || request.headers().contains_key(header::TRANSFER_ENCODING);
    let (wait, limits) = (arrival.wait.clone(), terms.limits);
    let (parts, body) = request.into_parts();
    let (body, left) = if body.is_end_stream() {
        wait.heard();
        (Body::empty(), None)
    } else {
        let waits = parts.headers.contains_key(header::EXPECT);
        let (body, left) = Leftover::of(body, waits);
        (body, Some(left))
    };
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(arrival);
    let answer = terms.routes.call(request);
    async move {
        let mut answer = answer.await?;
        let late = answer.status() == StatusCode::REQUEST_TIMEOUT;
        let whole = match left {
            Some(left) if !late => left.read_away(&limits).await,
            _ => true,
        };
        wait.answered();
        if last || late || !whole {
            let close = HeaderValue::from_static("close");
            answer.headers_mut().insert(header::CONNECTION, close);
        }
        Ok(answer)
    }
}
