//! RADIUS over TLS (RFC 6614), for clients on networks that nobody trusts. A connection belongs to whoever has the key
//! of its certificate, which an authority of ours has signed and some client is known by; what comes over it is
//! looked at like what comes by UDP. What a client can make the portal keep is bounded, and every wait for it ends.

mod authority;

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use portcullis_core::radius::{Fingerprint, MAX_PACKET, MIN_PACKET};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::{Tx, radius_clients};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::server::danger::ClientCertVerifier;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, WriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, Notify, OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tracing::{debug, warn};

use self::authority::Authority;
use super::packets::{Came, Sender, take};
use crate::app::App;
use crate::fault::Fault;
use crate::web::{BadFile, Certificates, Seats};

/// The port for it (RFC 6614 §2.1).
pub const PORT: u16 = 2083;

/// How often an open connection's certificate is looked at again.
const VOUCHED_EVERY: Span = Span::minutes(1);

/// How much and how long is borne from clients.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For a handshake.
    pub handshake: Duration,
    /// Between two packets. Clients keep connections open, and come back where one was closed.
    pub idle: Duration,
    /// For the rest of a packet once it has begun.
    pub packet: Duration,
    /// For a client to take an answer.
    pub answer: Duration,
    /// Connections of those who have not shown a certificate yet.
    pub strangers: usize,
    /// Connections of clients.
    pub connections: usize,
    /// Connections of one address (/32 for IPv4, /64 for IPv6).
    pub per_address: usize,
    /// Packets of one connection that are looked at at a time; further ones are left unread.
    pub at_once: usize,
    /// The same of all of them.
    pub all_at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            idle: Duration::from_mins(10),
            packet: Duration::from_secs(10),
            answer: Duration::from_secs(10),
            strangers: 128,
            connections: 512,
            per_address: 16,
            at_once: 64,
            all_at_once: super::AT_ONCE,
        }
    }
}

/// Where connections come in.
pub struct Door {
    /// Where they are waited for.
    pub listener: TcpListener,
    /// What is borne from them.
    pub limits: Limits,
    /// What the portal shows, and whose certificates it takes.
    pub keys: Keys,
}

/// What the portal shows to be itself, and who vouches for its clients. Read anew when a file changes.
#[derive(Clone, Debug)]
pub struct Keys {
    certificates: Arc<Certificates>,
    authority: Arc<Authority>,
}

/// Why they can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadKeys {
    /// The portal's own.
    #[error(transparent)]
    Own(#[from] BadFile),
    /// Those of whoever vouches for clients.
    #[error("{0}")]
    Authority(String),
}

impl Keys {
    /// Reads a certificate with its chain, its key, and the certificates of whoever signs those of clients, all as PEM.
    pub fn load(certificate: &Path, key: &Path, authority: &Path) -> Result<Self, BadKeys> {
        Ok(Self {
            certificates: Certificates::load(certificate, key)?,
            authority: Arc::new(Authority::load(authority).map_err(BadKeys::Authority)?),
        })
    }

    /// Looks at the files now and then, and takes what has changed. Runs until it is dropped.
    pub async fn watch(&self) {
        tokio::join!(self.certificates.watch(), self.authority.watch());
    }

    /// Reads all anew. Connections that are open are looked at again within a minute.
    pub fn reload(&self) {
        self.certificates.reload();
        self.authority.reload();
    }

    fn acceptor(&self) -> Result<TlsAcceptor, Fault> {
        let broken = |why: rustls::Error| Fault::Broken(why.to_string());
        let acceptor = self.certificates.for_clients(self.authority.clone());
        acceptor.map_err(broken)
    }
}

/// The fingerprint of the first certificate in a PEM file.
pub fn fingerprint(pem: &[u8]) -> Option<Fingerprint> {
    let certificate = CertificateDer::from_pem_slice(pem).ok()?;
    Some(Fingerprint::of(&certificate))
}

/// What every connection needs.
#[derive(Clone)]
struct Terms {
    app: App,
    limits: Limits,
    acceptor: TlsAcceptor,
    authority: Arc<Authority>,
    clients: Arc<Semaphore>,
    packets: Arc<Semaphore>,
    /// Turns true when no further packet is wanted.
    stopping: watch::Receiver<bool>,
}

/// What a client has shown, own certificate first.
struct Shown {
    certificates: Vec<CertificateDer<'static>>,
    vouched_at: Timestamp,
}

impl Shown {
    /// Whether somebody still vouches for it: a connection stays open for days, and certificates end.
    fn is_vouched_for(&mut self, terms: &Terms) -> bool {
        let now = terms.app.now();
        if self.vouched_at.until(now) < VOUCHED_EVERY {
            return true;
        }
        self.vouched_at = now;
        let seconds = u64::try_from(now.millis() / 1_000).unwrap_or_default();
        let at = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
        self.certificates
            .split_first()
            .is_some_and(|(own, between)| {
                let verified = terms.authority.verify_client_cert(own, between, at);
                verified.is_ok()
            })
    }
}

/// Serves until `stop`, then finishes what is under way.
pub async fn serve(door: Door, app: App, stop: impl Future<Output = ()>) -> Result<(), Fault> {
    let Door {
        listener,
        limits,
        keys,
    } = door;
    let (tell, stopping) = watch::channel(false);
    let strangers = Arc::new(Semaphore::new(limits.strangers));
    let seats = Seats::new(limits.per_address);
    let terms = Terms {
        app,
        limits,
        acceptor: keys.acceptor()?,
        authority: keys.authority.clone(),
        clients: Arc::new(Semaphore::new(limits.connections)),
        packets: Arc::new(Semaphore::new(limits.all_at_once)),
        stopping,
    };
    tokio::pin!(stop);
    loop {
        let next = async {
            let place = strangers.clone().acquire_owned().await;
            (place, accept(&listener).await)
        };
        let (place, (stream, peer)) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let Some(seat) = seats.take(peer.ip().to_canonical(), limits.per_address) else {
            debug!("an address has too many RADIUS connections; one is refused");
            continue;
        };
        let terms = terms.clone();
        tokio::spawn(async move {
            meet(stream, peer, place.ok(), terms).await;
            drop(seat);
        });
    }
    drop((listener, terms));
    let _ = tell.send(true); // nobody listens if no connection is open
    tell.closed().await;
    Ok(())
}

/// The next connection. Whatever keeps one from coming, there will be others.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                warn!(%error, "RADIUS connections can't be taken; trying again");
                sleep(super::PAUSE).await;
            }
        }
    }
}

/// Finds out who it is, and serves a client.
async fn meet(
    stream: TcpStream,
    peer: SocketAddr,
    place: Option<OwnedSemaphorePermit>,
    mut terms: Terms,
) {
    let _ = stream.set_nodelay(true); // without it an answer may be slower, and is the same
    let shaken = tokio::select! {
        shaken = timeout(terms.limits.handshake, terms.acceptor.accept(stream)) => shaken,
        () = told(&mut terms.stopping) => return,
    };
    let Ok(Ok(stream)) = shaken else {
        debug!("a RADIUS connection came to no handshake");
        return;
    };
    let shown = stream.get_ref().1.peer_certificates().unwrap_or_default();
    let shown = Shown {
        certificates: shown.iter().map(|one| one.clone().into_owned()).collect(),
        vouched_at: terms.app.now(),
    };
    let Some(own) = shown.certificates.first() else {
        return;
    };
    let own = Fingerprint::of(own);
    let is_known = async move |tx: &mut Tx<'_>| radius_clients::by_certificate(tx, own).await;
    match terms.app.store.read(is_known).await {
        Ok(Some(_)) => {}
        Ok(None) => {
            terms.app.strangers.heard(terms.app.now());
            terms.app.metrics.dropped(super::Dropped::Stranger);
            return;
        }
        Err(error) => {
            warn!(%error, "a RADIUS connection was not looked at");
            return;
        }
    }
    let Ok(_place) = terms.clients.clone().try_acquire_owned() else {
        debug!("no room for another RADIUS connection");
        return;
    };
    drop(place);
    let sender = Sender::Certificate(own, peer.ip().to_canonical());
    talk(stream, (sender, shown), terms).await;
}

/// Reads packet after packet and answers each when its answer is there: in any order, as their identifiers tell
/// them apart.
async fn talk(stream: TlsStream<TcpStream>, (sender, mut shown): (Sender, Shown), terms: Terms) {
    let (mut reader, writer) = tokio::io::split(stream);
    let writer = Arc::new(Mutex::new(writer));
    let room = Arc::new(Semaphore::new(terms.limits.at_once));
    let wrong = Arc::new(Notify::new());
    let mut running = JoinSet::new();
    let mut stopping = terms.stopping.clone();
    loop {
        // Whoever sends faster than is answered is not read from meanwhile.
        let next = async {
            let own = room.clone().acquire_owned().await;
            let packet = read_packet(&mut reader, terms.limits).await;
            (packet, own, terms.packets.clone().acquire_owned().await)
        };
        // What is broken off here is read no further, so no packet is cut.
        let (packet, own, place) = tokio::select! {
            next = next => next,
            () = told(&mut stopping) => break,
            () = wrong.notified() => {
                running.abort_all();
                break;
            }
        };
        let Ok(Some(packet)) = packet else { break };
        if !shown.is_vouched_for(&terms) {
            debug!("the certificate of a RADIUS connection is good no longer");
            break;
        }
        let (app, writer, patience) = (terms.app.clone(), writer.clone(), terms.limits.answer);
        let wrong = wrong.clone();
        running.spawn(async move {
            let goes_on = match take(&app, &packet, sender).await {
                Came::Answer(answer) => {
                    let sent = timeout(patience, send(&writer, &answer)).await;
                    matches!(sent, Ok(Ok(())))
                }
                Came::Nothing => true,
                Came::Wrong => false,
            };
            if !goes_on {
                wrong.notify_one();
            }
            drop((own, place));
        });
        while running.try_join_next().is_some() {}
    }
    while running.join_next().await.is_some() {}
    let end = async { writer.lock().await.shutdown().await };
    let _ = timeout(terms.limits.answer, end).await; // whoever is gone needs no goodbye
}

/// The next packet, by the length in its header; `None` at the end, or where no packet has such a length.
async fn read_packet(
    reader: &mut (impl AsyncRead + Unpin),
    limits: Limits,
) -> io::Result<Option<Vec<u8>>> {
    let mut head = [0; 4];
    let first = timeout(limits.idle, reader.read(&mut head)).await??;
    if first == 0 {
        return Ok(None);
    }
    let rest = async {
        let unread = head.get_mut(first..).unwrap_or_default();
        reader.read_exact(unread).await?;
        let length = usize::from(u16::from_be_bytes([head[2], head[3]]));
        if !(MIN_PACKET..=MAX_PACKET).contains(&length) {
            return Ok(None);
        }
        let mut packet = vec![0; length];
        let (beginning, rest) = packet.split_at_mut(head.len());
        beginning.copy_from_slice(&head);
        reader.read_exact(rest).await?;
        Ok(Some(packet))
    };
    timeout(limits.packet, rest).await?
}

async fn send(writer: &Mutex<WriteHalf<TlsStream<TcpStream>>>, answer: &[u8]) -> io::Result<()> {
    let mut writer = writer.lock().await;
    writer.write_all(answer).await?;
    writer.flush().await
}

async fn told(stopping: &mut watch::Receiver<bool>) {
    // The other end is gone only once all is over.
    let _ = stopping.wait_for(|stopping| *stopping).await;
}
