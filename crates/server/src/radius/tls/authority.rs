//! Who vouches for the certificates of clients: a file of certificates, read anew when it changes. A bad new file
//! changes nothing, and the log says so.

use std::fmt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use rustls::client::danger::HandshakeSignatureValid;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{DigitallySignedStruct, DistinguishedName, Error, RootCertStore, SignatureScheme};
use tracing::{error, info};

/// How often the file is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(3);

/// By what a changed file is known.
type Stamp = Option<(u64, u64, i64, i64)>;

/// Looks at the certificates of clients.
pub struct Authority {
    file: PathBuf,
    current: RwLock<Arc<dyn ClientCertVerifier>>,
    seen: Mutex<Stamp>,
}

impl Authority {
    /// Reads the certificates of those who vouch for clients.
    pub fn load(file: &Path) -> Result<Self, String> {
        let seen = Mutex::new(stamp(file));
        let current = RwLock::new(read(file)?);
        Ok(Self {
            file: file.to_owned(),
            current,
            seen,
        })
    }

    /// Looks at the file now and then, and takes what has changed. Runs until it is dropped.
    pub async fn watch(&self) {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let now = stamp(&self.file);
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            let changed = std::mem::replace(&mut *seen, now) != now;
            drop(seen);
            if changed {
                self.reload();
            }
        }
    }

    /// Reads the file anew. Connections that are open are looked at again within a minute.
    pub fn reload(&self) {
        match read(&self.file) {
            Ok(new) => {
                let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
                *current = new;
                info!("the certificates of those who vouch for RADIUS clients were read anew");
            }
            Err(error) => error!(%error, "those who vouch for RADIUS clients stay as they were"),
        }
    }

    fn now(&self) -> Arc<dyn ClientCertVerifier> {
        let current = self.current.read();
        current.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Authority({})", self.file.display())
    }
}

impl ClientCertVerifier for Authority {
    /// Names are a hint only, and can't change with the file: none.
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        own: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.now().verify_client_cert(own, between, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let current = self.now();
        current.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let current = self.now();
        current.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.now().supported_verify_schemes()
    }
}

fn stamp(file: &Path) -> Stamp {
    let about = file.metadata().ok()?;
    Some((about.ino(), about.size(), about.mtime(), about.mtime_nsec()))
}

fn read(file: &Path) -> Result<Arc<dyn ClientCertVerifier>, String> {
    let bad = |why: &dyn fmt::Display| format!("{}: {why}", file.display());
    let text = std::fs::read(file).map_err(|why| bad(&why))?;
    let mut roots = RootCertStore::empty();
    for one in CertificateDer::pem_slice_iter(&text) {
        let one = one.map_err(|_| bad(&"this is no PEM file"))?;
        roots
            .add(one)
            .map_err(|why| bad(&format_args!("this is no certificate: {why}")))?;
    }
    if roots.is_empty() {
        return Err(bad(&"there is no certificate in it"));
    }
    let provider = Arc::new(default_provider());
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build();
    verifier.map_err(|why| bad(&why))
}
