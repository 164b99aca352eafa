//! Whom to believe to be the database server.

use std::path::Path;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::super::OpenError;

/// TLS that trusts the certificates of a PEM file, or the Mozilla roots if none is named.
pub(super) fn trusting(roots: Option<&Path>) -> Result<MakeRustlsConnect, OpenError> {
    let Some(path) = roots else {
        return Ok(MakeRustlsConnect::with_webpki_roots());
    };
    let unreadable = |why: &dyn std::fmt::Display| OpenError::File {
        path: path.into(),
        why: std::io::Error::other(why.to_string()),
    };
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|why| unreadable(&why))? {
        let certificate = certificate.map_err(|why| unreadable(&why))?;
        store.add(certificate).map_err(|why| unreadable(&why))?;
    }
    if store.is_empty() {
        return Err(unreadable(&"no certificate in it"));
    }
    let config = ClientConfig::builder()
        .with_root_certificates(store)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}
