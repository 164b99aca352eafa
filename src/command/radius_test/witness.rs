//! Who looks at the portal's certificate, and can say afterwards which it was.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use portcullis_core::radius::Fingerprint;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

use super::tls::{certificates, of_tls};
use crate::cli::RadiusTest;
use crate::output::Failure;

/// Whose word is taken for the portal's certificate.
#[derive(Debug)]
enum Trust {
    /// That of whoever is in a file.
    Authority(PathBuf, Arc<WebPkiServerVerifier>),
    /// Nobody's: it is this one.
    Itself(Fingerprint),
    /// Nothing was said.
    Unsaid,
}

/// Looks at the portal's certificate, and remembers which it was.
#[derive(Debug)]
pub(super) struct Witness {
    trust: Trust,
    pub(super) provider: Arc<CryptoProvider>,
    seen: OnceLock<Fingerprint>,
}

impl Witness {
    pub(super) fn of(asked: &RadiusTest) -> Result<Self, Failure> {
        let provider = Arc::new(default_provider());
        let trust = match (&asked.ca, asked.fingerprint) {
            (Some(file), _) => {
                let bad = |why: &dyn std::fmt::Display| {
                    Failure::new(format!("{}: {why}", file.display()))
                };
                let mut roots = RootCertStore::empty();
                for one in certificates(file)? {
                    roots.add(one).map_err(|error| bad(&error))?;
                }
                let (roots, provider) = (Arc::new(roots), provider.clone());
                let verifier = WebPkiServerVerifier::builder_with_provider(roots, provider).build();
                let none = |_| bad(&"there is no certificate in it");
                Trust::Authority(file.clone(), verifier.map_err(none)?)
            }
            (None, Some(fingerprint)) => Trust::Itself(fingerprint),
            (None, None) => Trust::Unsaid,
        };
        Ok(Self {
            trust,
            provider,
            seen: OnceLock::new(),
        })
    }

    /// What is wrong with the portal's certificate, if that is what is wrong.
    pub(super) fn explain(
        &self,
        error: &io::Error,
        (server, name): (SocketAddr, &str),
    ) -> Option<String> {
        use CertificateError as Bad;
        let Some(Error::InvalidCertificate(bad)) = of_tls(error) else {
            return None;
        };
        let seen = self.seen.get().map(ToString::to_string).unwrap_or_default();
        Some(match (bad, &self.trust) {
            (Bad::NotValidForNameContext { presented, .. }, _) => format!(
                "the certificate of {server} is not for {name}, but for {}: say --tls with a name that is in it, or --server if \
                 {server} is not the portal",
                names(presented)
            ),
            (Bad::NotValidForName, _) => format!("the certificate of {server} is not for {name}"),
            (Bad::Expired | Bad::ExpiredContext { .. }, _) => {
                format!(
                    "the certificate of {server} is expired: give the portal a new one (`radius.tls_certificate`)"
                )
            }
            (Bad::UnknownIssuer, Trust::Authority(file, _)) => format!(
                "nobody in {} has signed the certificate of {server}, whose fingerprint is {seen}",
                file.display()
            ),
            (_, Trust::Itself(_)) => {
                format!("{server} shows another certificate: its fingerprint is {seen}")
            }
            (_, Trust::Unsaid) => format!(
                "by what the portal is known was not said. {server} shows a certificate with the fingerprint {seen}: if that is \
                 the portal's, say so with --fingerprint, or name with --ca who signed it"
            ),
            (bad, _) => format!("the certificate of {server} can't be used: {bad}"),
        })
    }
}

/// Names as rustls writes them, like `DnsName("portal.example")`, as people do.
fn names(presented: &[String]) -> String {
    let name = |written: &String| match written.split('"').nth(1) {
        Some(name) => name.to_owned(),
        None => written.clone(),
    };
    let names: Vec<String> = presented.iter().map(name).collect();
    names.join(", ")
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        own: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        revocation: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let seen = *self.seen.get_or_init(|| Fingerprint::of(own));
        match &self.trust {
            Trust::Authority(_, verifier) => {
                verifier.verify_server_cert(own, between, name, revocation, now)
            }
            Trust::Itself(expected) if *expected == seen => Ok(ServerCertVerified::assertion()),
            Trust::Itself(_) | Trust::Unsaid => {
                Err(CertificateError::ApplicationVerificationFailure.into())
            }
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        let algorithms = &self.provider.signature_verification_algorithms;
        algorithms.supported_schemes()
    }
}
