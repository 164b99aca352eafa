//! Certificates for RADIUS over TLS, and a client of our own that shows one.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use portcullis_core::audit::Origin;
use portcullis_core::radius::certificate::SECRET;
use portcullis_core::radius::{Fingerprint, Packet, Request, attribute};
use portcullis_core::role::Actor;
use portcullis_server::radius::clients::{self, KnownBy, NewRadiusClient};
use portcullis_server::radius::tls::{self, Keys, Limits};
use portcullis_store::organizations::Organization;
use portcullis_store::radius_clients::Terms;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::radius_clients::{Said, read};
use crate::portal::Portal;
use crate::random_bytes;

/// Who signs certificates.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pub pem: String,
    der: CertificateDer<'static>,
}

/// A certificate and its key.
#[derive(Clone)]
pub struct Pair {
    pub certificate: CertificateDer<'static>,
    pub pem: String,
    pub key_pem: String,
    key: Vec<u8>,
}

impl Authority {
    pub fn new(name: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        let key = KeyPair::generate().unwrap();
        let own = params.self_signed(&key).unwrap();
        Self {
            pem: own.pem(),
            der: own.der().clone(),
            issuer: Issuer::new(params, key),
        }
    }

    pub fn signs(&self, name: &str) -> Pair {
        self.signs_until(name, 2100)
    }

    /// One that is good until the beginning of a year.
    pub fn signs_until(&self, name: &str, year: i32) -> Pair {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        params.not_before = rcgen::date_time_ymd(2015, 1, 1);
        params.not_after = rcgen::date_time_ymd(year, 1, 1);
        let key = KeyPair::generate().unwrap();
        let made = params.signed_by(&key, &self.issuer).unwrap();
        Pair {
            certificate: made.der().clone(),
            pem: made.pem(),
            key_pem: key.serialize_pem(),
            key: key.serialize_der(),
        }
    }
}

impl Pair {
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.certificate)
    }

    /// Both as files, the key for the owner alone.
    pub fn write(&self, folder: &Path, name: &str) -> (PathBuf, PathBuf) {
        let (certificate, key) = (
            folder.join(format!("{name}.pem")),
            folder.join(format!("{name}.key")),
        );
        std::fs::write(&certificate, &self.pem).unwrap();
        std::fs::write(&key, &self.key_pem).unwrap();
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
        (certificate, key)
    }
}

/// The portal's TLS socket, with what it shows and whom it trusts.
pub struct TlsDoor {
    pub at: SocketAddr,
    pub authority: Authority,
    pub folder: TempDir,
    pub keys: Keys,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
}

impl Drop for TlsDoor {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl TlsDoor {
    pub async fn of(portal: &Portal, limits: Limits) -> Self {
        let authority = Authority::new("the authority of the test");
        let folder = tempfile::tempdir().unwrap();
        let (certificate, key) = authority.signs("localhost").write(folder.path(), "portal");
        let file = folder.path().join("clients.pem");
        std::fs::write(&file, &authority.pem).unwrap();
        let keys = Keys::load(&certificate, &key, &file).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let door = tls::Door {
            listener,
            limits,
            keys: keys.clone(),
        };
        let app = portal.app.clone();
        let serving = tokio::spawn(async move {
            let stopped = async { stopped.await.unwrap_or_default() };
            tls::serve(door, app, stopped).await.unwrap();
        });
        Self {
            at,
            authority,
            folder,
            keys,
            stop: Some(stop),
            serving,
        }
    }

    /// Tells it to stop, and waits until it has.
    pub async fn stops(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
        (&mut self.serving).await.unwrap();
    }

    /// A client of an organization with a certificate of its own.
    pub async fn client(&self, portal: &Portal, whose: &Organization, terms: Terms) -> Pair {
        let pair = self.authority.signs("vpn.example");
        let new = NewRadiusClient {
            name: format!("vpn-{}", &pair.fingerprint().to_string()[..8]),
            known_by: KnownBy::Certificates(vec![pair.fingerprint()]),
            terms,
            named: Vec::new(),
            groups: Vec::new(),
        };
        let added = clients::add(
            &portal.app,
            &Actor::System,
            whose.id,
            new,
            Origin::default(),
        )
        .await;
        added.unwrap().unwrap();
        pair
    }

    /// A connection that shows a certificate, or none.
    pub async fn connects(&self, pair: Option<&Pair>) -> std::io::Result<Line> {
        let from = IpAddr::V4(Ipv4Addr::LOCALHOST);
        self.connects_from(from, pair).await
    }

    pub async fn connects_from(&self, from: IpAddr, pair: Option<&Pair>) -> std::io::Result<Line> {
        self.authority.connects((from, self.at), pair).await
    }
}

impl Authority {
    /// A connection to a portal whose certificate it has signed, from an address, that shows a certificate, or none.
    pub async fn connects(
        &self,
        (from, to): (IpAddr, SocketAddr),
        pair: Option<&Pair>,
    ) -> std::io::Result<Line> {
        let stream = connected(from, to).await?;
        let mut roots = RootCertStore::empty();
        roots.add(self.der.clone()).unwrap();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots);
        let config = match pair {
            Some(pair) => {
                let key = PrivateKeyDer::try_from(pair.key.clone()).unwrap();
                let chain = vec![pair.certificate.clone()];
                config.with_client_auth_cert(chain, key).unwrap()
            }
            None => config.with_no_client_auth(),
        };
        let name = ServerName::try_from("localhost").unwrap();
        let stream = TlsConnector::from(Arc::new(config))
            .connect(name, stream)
            .await?;
        Ok(Line(stream))
    }
}

/// A connection that says nothing yet.
pub async fn connected(from: IpAddr, to: SocketAddr) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((from, 0).into())?;
    socket.connect(to).await
}

/// A connection over which packets go.
pub struct Line(pub TlsStream<TcpStream>);

impl Line {
    pub async fn writes(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.0.write_all(bytes).await?;
        self.0.flush().await
    }

    /// The next answer; nothing if the connection has ended.
    pub async fn reads(&mut self) -> Option<Vec<u8>> {
        let mut head = [0; 4];
        self.0.read_exact(&mut head).await.ok()?;
        let length = usize::from(u16::from_be_bytes([head[2], head[3]]));
        let mut packet = head.to_vec();
        packet.resize(length, 0);
        self.0.read_exact(&mut packet[4..]).await.ok()?;
        Some(packet)
    }

    /// What is answered to a packet; `Said::Nothing` if the connection ends.
    pub async fn sends(&mut self, packet: &[u8]) -> Said {
        if self.writes(packet).await.is_err() {
            return Said::Nothing;
        }
        match self.reads().await {
            Some(answer) => read(packet, &answer, SECRET),
            None => Said::Nothing,
        }
    }

    pub async fn asks(&mut self, name: &str, password: &str) -> Said {
        self.sends(&request(name, password).signed(SECRET)).await
    }

    pub async fn answers(&mut self, name: &str, code: &str, state: &[u8]) -> Said {
        let mut request = request(name, code);
        assert!(request.add(attribute::STATE, state));
        self.sends(&request.signed(SECRET)).await
    }

    /// Whether a Status-Server is answered.
    pub async fn is_there(&mut self) -> bool {
        let [identifier] = random_bytes();
        let status = Request::status(identifier, random_bytes()).signed(SECRET);
        self.sends(&status).await.is_accept()
    }

    /// Whether the other side ends the connection within a time, whatever it says before.
    pub async fn ends(&mut self, within: Duration) -> bool {
        let all = async { while self.reads().await.is_some() {} };
        tokio::time::timeout(within, all).await.is_ok()
    }
}

/// A request with a name and a password, nothing else.
pub fn request(name: &str, password: &str) -> Request {
    let [identifier] = random_bytes();
    let mut request = Request::new(identifier, random_bytes());
    assert!(request.add(attribute::USER_NAME, name.as_bytes()));
    assert!(request.password(password, SECRET));
    request
}

/// The identifier of a packet.
pub fn identifier(packet: &[u8]) -> u8 {
    Packet::parse(packet).unwrap().identifier()
}
