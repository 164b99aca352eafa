//! Over TLS: each side shows a certificate, and each may take the other's for the wrong one.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use portcullis_core::radius::certificate::SECRET;
use portcullis_core::radius::{Fingerprint, MAX_PACKET, MIN_PACKET, Packet, Request, is_genuine};
use portcullis_server::radius::tls::PORT;
use portcullis_store::{Tx, radius_clients};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{AlertDescription, ClientConfig, Error};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::PATIENCE;
use super::witness::Witness;
use crate::cli::RadiusTest;
use crate::config::Config;
use crate::data;
use crate::output::Failure;

/// One side of a connection.
pub(super) struct Asker {
    stream: TlsStream<TcpStream>,
    pub(super) server: SocketAddr,
    own: Own,
}

/// What the client shows.
struct Own {
    file: PathBuf,
    chain: Vec<CertificateDer<'static>>,
    fingerprint: Fingerprint,
}

impl Asker {
    /// Connects, and demands the right certificate of whoever answers. What is shown in return the portal looks at
    /// only afterwards.
    pub(super) async fn connect(
        config: &Config,
        asked: &RadiusTest,
        name: &str,
    ) -> Result<Self, Failure> {
        let known = |_| Failure::new(format!("{name} is no name that a certificate has"));
        let server_name = ServerName::try_from(name.to_owned()).map_err(known)?;
        let own = Own::read(asked.certificate.as_deref())?;
        let witness = Arc::new(Witness::of(asked)?);
        let tls = own.config(asked.key.as_deref(), witness.clone())?;
        let server = match asked.server.or_else(|| config.radius_tls_listen()) {
            Some(server) => server,
            None => found(name).await?,
        };
        let stream = opened(server, asked).await?;
        let shaking = TlsConnector::from(Arc::new(tls)).connect(server_name, stream);
        match timeout(PATIENCE, shaking).await {
            Ok(Ok(stream)) => Ok(Self {
                stream,
                server,
                own,
            }),
            Ok(Err(error)) => Err(Failure::new(
                witness
                    .explain(&error, (server, name))
                    .unwrap_or_else(|| own.explain(&error, server)),
            )),
            Err(_) => Err(Failure::new(format!(
                "{server} takes connections, but does not speak TLS within {} seconds",
                PATIENCE.as_secs()
            ))),
        }
    }

    /// What is answered to a request; where nothing is, why.
    pub(super) async fn ask(
        &mut self,
        config: &Config,
        request: &Request,
        signs: bool,
    ) -> Result<Packet, Failure> {
        let bytes = if signs {
            request.signed(SECRET)
        } else {
            request.unsigned()
        };
        let mut asked = [0; 16];
        asked.copy_from_slice(&bytes[4..20]);
        let server = self.server;
        let answer = match timeout(PATIENCE, exchange(&mut self.stream, &bytes)).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => return Err(self.ended(config, &error).await),
            Err(_) => {
                return Err(Failure::new(format!(
                    "no answer from {server} within {} seconds; what it answers comes late, or it is not the portal",
                    PATIENCE.as_secs()
                )));
            }
        };
        let own = |answer: &Packet| is_genuine(answer, asked, SECRET);
        answer.filter(own).ok_or_else(|| {
            Failure::new(format!(
                "{server} answers, but not as RADIUS over TLS does, with the secret `radsec` (RFC 6614)"
            ))
        })
    }

    /// Why the portal ended the connection.
    async fn ended(&self, config: &Config, error: &io::Error) -> Failure {
        if !is_goodbye(error) {
            return Failure::new(self.own.explain(error, self.server));
        }
        let file = self.own.file.display();
        let make =
            format!("`portcullis radius client create ORGANIZATION NAME --certificate {file}`");
        Failure::new(match self.is_known(config).await {
            Some(false) => format!("no client has the certificate in {file}: {make} makes one"),
            Some(true) => format!(
                "{} ends the connection, though a client has the certificate in {file}: it has as many connections as it \
                 takes, or its database can't be reached",
                self.server
            ),
            None => format!(
                "{} ends the connection without a word: no client has the certificate in {file} ({make} makes one), or it has as \
                 many connections as it takes. Run this on the portal's machine, with its configuration, to learn which",
                self.server
            ),
        })
    }

    /// Whether a client has the certificate, if the database is at hand.
    async fn is_known(&self, config: &Config) -> Option<bool> {
        let app = data::open(config).await.ok()?;
        let own = self.own.fingerprint;
        let unit = async move |tx: &mut Tx<'_>| radius_clients::by_certificate(tx, own).await;
        Some(app.store.read(unit).await.ok()?.is_some())
    }
}

/// Where a name leads.
async fn found(name: &str) -> Result<SocketAddr, Failure> {
    let failed = |why: &str| Failure::new(format!("{name} is not found: {why}"));
    let mut found = lookup_host((name, PORT))
        .await
        .map_err(|error| failed(&error.to_string()))?;
    found.next().ok_or_else(|| failed("it has no address"))
}

/// A connection that says nothing yet.
async fn opened(server: SocketAddr, asked: &RadiusTest) -> Result<TcpStream, Failure> {
    let opening = async {
        let socket = if server.is_ipv4() {
            TcpSocket::new_v4()?
        } else {
            TcpSocket::new_v6()?
        };
        if let Some(from) = asked.from {
            socket.bind((from, 0).into())?;
        }
        socket.connect(server).await
    };
    let why = match timeout(PATIENCE, opening).await {
        Ok(Ok(stream)) => return Ok(stream),
        Ok(Err(error)) if error.kind() == io::ErrorKind::ConnectionRefused => format!(
            "nobody listens on {server}: set `radius.tls_listen` and start the portal, or name another with --server"
        ),
        Ok(Err(error)) => format!("{server} can't be asked: {error}"),
        Err(_) => format!(
            "{server} does not answer within {} seconds: a firewall is between, or it is the wrong address",
            PATIENCE.as_secs()
        ),
    };
    Err(Failure::new(why))
}

/// Sends a packet and reads the next one; `None` where what comes is none.
async fn exchange(stream: &mut TlsStream<TcpStream>, packet: &[u8]) -> io::Result<Option<Packet>> {
    stream.write_all(packet).await?;
    stream.flush().await?;
    let mut head = [0; 4];
    stream.read_exact(&mut head).await?;
    let length = usize::from(u16::from_be_bytes([head[2], head[3]]));
    if !(MIN_PACKET..=MAX_PACKET).contains(&length) {
        return Ok(None);
    }
    let mut answer = head.to_vec();
    answer.resize(length, 0);
    stream
        .read_exact(answer.get_mut(head.len()..).unwrap_or_default())
        .await?;
    Ok(Packet::parse(&answer).ok())
}

/// Whether a connection was ended without a reason.
fn is_goodbye(error: &io::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    let kinds = [
        BrokenPipe,
        ConnectionAborted,
        ConnectionReset,
        UnexpectedEof,
    ];
    of_tls(error).is_none() && kinds.contains(&error.kind())
}

/// What TLS has against it, if that is why.
pub(super) fn of_tls(error: &io::Error) -> Option<&Error> {
    error.get_ref()?.downcast_ref()
}

impl Own {
    fn read(file: Option<&Path>) -> Result<Self, Failure> {
        let file = file.unwrap_or(Path::new("")).to_owned();
        let chain = certificates(&file)?;
        let none = || Failure::new(format!("{}: there is no certificate in it", file.display()));
        let fingerprint = Fingerprint::of(chain.first().ok_or_else(none)?);
        Ok(Self {
            file,
            chain,
            fingerprint,
        })
    }

    fn config(&self, key: Option<&Path>, witness: Arc<Witness>) -> Result<ClientConfig, Failure> {
        let key = key.unwrap_or(Path::new(""));
        let bad = |why: &dyn std::fmt::Display| Failure::new(format!("{}: {why}", key.display()));
        let pair = match PrivateKeyDer::from_pem_file(key) {
            Ok(pair) => pair,
            Err(rustls::pki_types::pem::Error::Io(error)) => return Err(bad(&error)),
            Err(_) => return Err(bad(&"this is no PEM file with a private key")),
        };
        let builder = ClientConfig::builder_with_provider(witness.provider.clone())
            .with_safe_default_protocol_versions()
            .map_err(|error| bad(&error))?;
        builder
            .dangerous()
            .with_custom_certificate_verifier(witness)
            .with_client_auth_cert(self.chain.clone(), pair)
            .map_err(|error| match error {
                Error::InconsistentKeys(_) => {
                    let file = self.file.display();
                    bad(&format_args!(
                        "this is not the key of the certificate in {file}"
                    ))
                }
                error => bad(&error),
            })
    }

    /// What the portal has against the certificate.
    fn explain(&self, error: &io::Error, server: SocketAddr) -> String {
        let file = self.file.display();
        match of_tls(error) {
            Some(Error::AlertReceived(AlertDescription::CertificateExpired)) => {
                format!(
                    "{server} refuses the certificate in {file}: it is expired, or not valid yet"
                )
            }
            // The latter where an authority has the same name and another key.
            Some(Error::AlertReceived(
                AlertDescription::UnknownCA | AlertDescription::DecryptError,
            )) => format!(
                "{server} refuses the certificate in {file}: nobody in its `radius.tls_client_ca` has signed it. Whoever stands \
                 between the two belongs into {file}, behind it"
            ),
            Some(Error::AlertReceived(alert)) => {
                format!("{server} refuses the certificate in {file}: {alert:?}")
            }
            Some(Error::InvalidMessage(_)) => format!("{server} answers, but not in TLS"),
            _ if is_goodbye(error) => {
                format!(
                    "{server} ends the connection in the middle of the handshake: it is another server, or has no room"
                )
            }
            _ => format!("{server}: {error}"),
        }
    }
}

/// The certificates in a PEM file.
pub(super) fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, Failure> {
    let bad = |why: &dyn std::fmt::Display| Failure::new(format!("{}: {why}", file.display()));
    let text = std::fs::read(file).map_err(|error| bad(&error))?;
    let all: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
    all.map_err(|_| bad(&"this is no PEM file"))
}
