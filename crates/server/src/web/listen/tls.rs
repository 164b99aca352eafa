//! HTTPS by the portal itself (TLS 1.2 and 1.3). The certificate is read anew when its files change;
//! a bad new file changes nothing, and the log says so.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use rustls::ServerConfig;
use rustls::crypto::CryptoProvider;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::danger::ClientCertVerifier;
use rustls::server::{ClientHello, NoServerSessionStorage, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio_rustls::TlsAcceptor;
use tracing::{error, info};
use zeroize::Zeroizing;

/// How often the files are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(3);

/// A file that can't be used, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadFile {
    /// The certificate with its chain.
    #[error("{0}")]
    Certificate(String),
    /// Its private key.
    #[error("{0}")]
    Key(String),
}

/// What is served, from two files.
pub struct Certificates {
    certificate: PathBuf,
    key: PathBuf,
    provider: Arc<CryptoProvider>,
    current: RwLock<Arc<CertifiedKey>>,
    seen: Mutex<Stamps>,
}

/// By what a changed file is known: its inode, size and last change, in nanoseconds.
type Stamps = [Option<(u64, u64, i64, i64)>; 2];

impl Certificates {
    /// Reads a certificate, with those that vouch for it after it, and its key, both as PEM.
    pub fn load(certificate: &Path, key: &Path) -> Result<Arc<Self>, BadFile> {
        let provider = Arc::new(default_provider());
        let seen = stamps(certificate, key);
        let current = read(certificate, key, &provider)?;
        Ok(Arc::new(Self {
            certificate: certificate.to_owned(),
            key: key.to_owned(),
            provider,
            current: RwLock::new(Arc::new(current)),
            seen: Mutex::new(seen),
        }))
    }

    /// Looks at the files now and then, and takes what has changed. Runs until it is dropped.
    pub async fn watch(&self) {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let now = stamps(&self.certificate, &self.key);
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            let changed = std::mem::replace(&mut *seen, now) != now;
            drop(seen);
            if changed {
                self.reload();
            }
        }
    }

    /// Reads both files anew. Connections that are open stay as they are.
    pub fn reload(&self) {
        match read(&self.certificate, &self.key, &self.provider) {
            Ok(new) => {
                let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
                *current = Arc::new(new);
                info!("the certificate was read anew");
            }
            Err(error) => error!(%error, "the new certificate can't be used; the former one stays"),
        }
    }

    /// What makes TLS of the connections of clients whose certificates a verifier looks at. None is resumed, so that
    /// each is looked at anew.
    pub(crate) fn for_clients(
        self: &Arc<Self>,
        verifier: Arc<dyn ClientCertVerifier>,
    ) -> Result<TlsAcceptor, rustls::Error> {
        let mut config = ServerConfig::builder_with_provider(self.provider.clone())
            .with_safe_default_protocol_versions()?
            .with_client_cert_verifier(verifier)
            .with_cert_resolver(self.clone());
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.send_tls13_tickets = 0;
        Ok(TlsAcceptor::from(Arc::new(config)))
    }

    /// What makes HTTPS of a connection.
    pub(super) fn acceptor(self: &Arc<Self>) -> Result<TlsAcceptor, rustls::Error> {
        let mut config = ServerConfig::builder_with_provider(self.provider.clone())
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(self.clone());
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

impl fmt::Debug for Certificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificates({})", self.certificate.display())
    }
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let current = self.current.read();
        Some(current.unwrap_or_else(PoisonError::into_inner).clone())
    }
}

fn stamps(certificate: &Path, key: &Path) -> Stamps {
    [certificate, key].map(|path| {
        let about = path.metadata().ok()?;
        Some((about.ino(), about.size(), about.mtime(), about.mtime_nsec()))
    })
}

fn read(
    certificate: &Path,
    key: &Path,
    provider: &CryptoProvider,
) -> Result<CertifiedKey, BadFile> {
    let bad =
        |why: &dyn fmt::Display| BadFile::Certificate(format!("{}: {why}", certificate.display()));
    let text = std::fs::read(certificate).map_err(|why| bad(&why))?;
    let chain: Result<Vec<_>, pem::Error> = CertificateDer::pem_slice_iter(&text).collect();
    let chain = chain.map_err(|_| bad(&"this is no PEM file"))?;
    if chain.is_empty() {
        return Err(bad(&"there is no certificate in it"));
    }
    let bad = |why: &dyn fmt::Display| BadFile::Key(format!("{}: {why}", key.display()));
    let text = read_key(key).map_err(|why| bad(&why))?;
    let private = PrivateKeyDer::from_pem_slice(&text);
    let private = private.map_err(|_| bad(&"there is no private key in PEM in it"))?;
    CertifiedKey::from_der(chain, private, provider).map_err(|why| match why {
        rustls::Error::InconsistentKeys(_) => {
            let of = certificate.display();
            bad(&format_args!(
                "it is not the key of the certificate in {of}"
            ))
        }
        rustls::Error::InvalidCertificate(why) => {
            let at = certificate.display();
            BadFile::Certificate(format!("{at}: this is no certificate: {why}"))
        }
        why => bad(&why),
    })
}

/// Reads a key file that is for its owner alone.
fn read_key(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut file = File::open(path)?;
    let mode = file.metadata()?.mode() & 0o7777;
    if mode & 0o077 != 0 {
        let at = path.display();
        return Err(io::Error::other(format!(
            "it may be read by others (mode {mode:04o}): run chmod 600 {at}"
        )));
    }
    let mut text = Zeroizing::new(Vec::new());
    file.read_to_end(&mut text)?;
    Ok(text)
}
