//! The way in that people take: the public address, asked from here.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::ServerName;
use rustls::{CertificateError, ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use url::Url;

use super::Finding;
use crate::config::Config;

const CHECK: &str = "public address";

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the address says of itself: whether it lives, and whether it shows the page under its own name.
type Answers = (Option<u16>, Option<u16>);

pub async fn examine(config: &Config) -> Finding {
    let url = &config.settings.public_url;
    let asked = ask(config, public_roots()).await;
    // An authority of the company's own, which browsers there may know. What it vouches for is looked at all the same.
    if asked.as_ref().is_err_and(is_of_nobody) {
        let mut roots = public_roots();
        roots.add_parsable_certificates(config.own_certificates());
        let asked = ask(config, roots).await;
        let nothing_worse = match &asked {
            Ok(answers) => *answers == (Some(200), Some(200)),
            Err(why) => is_of_nobody(why),
        };
        if !nothing_worse {
            return told(url, asked);
        }
        let found =
            format!("{url} has a certificate of an authority that is not among the public ones");
        let advice = "open its /sign-in in a browser: it must show the page, and no warning";
        return Finding::warning(CHECK, found, advice);
    }
    told(url, asked)
}

/// What an answer, or none, means.
fn told(url: &Url, asked: io::Result<Answers>) -> Finding {
    let advice = "start the portal, or set `public_url` to where people reach it";
    match asked {
        Ok((Some(200), Some(200))) => Finding::ok(CHECK, format!("{url} answers")),
        Ok((Some(200), Some(421))) => {
            let advice = "see that the proxy passes the Host header on as it is";
            Finding::problem(CHECK, format!("{url} does not know its own name"), advice)
        }
        Ok(_) => Finding::problem(CHECK, format!("{url} is not this portal"), advice),
        Err(why) if refused(&why).is_some() => Finding::problem(
            CHECK,
            format!("{url} has a certificate that browsers refuse: {why}"),
            "renew the certificate, or get one for this name",
        ),
        // Not every server reaches itself by the way around.
        Err(why) if url.scheme() == "https" => Finding::warning(
            CHECK,
            format!("{url} can't be reached from here: {why}"),
            advice,
        ),
        Err(why) => Finding::problem(CHECK, format!("{url} can't be reached: {why}"), advice),
    }
}

/// Why a certificate is not taken, if that is the trouble.
fn refused(why: &io::Error) -> Option<&CertificateError> {
    match why.get_ref()?.downcast_ref()? {
        rustls::Error::InvalidCertificate(refused) => Some(refused),
        _ => None,
    }
}

/// Whether nobody who is trusted vouches for a certificate; one that vouches for itself is such a one.
fn is_of_nobody(why: &io::Error) -> bool {
    let nobodys = |why: &CertificateError| {
        matches!(
            why,
            CertificateError::UnknownIssuer | CertificateError::Other(_)
        )
    };
    refused(why).is_some_and(nobodys)
}

/// Those whom browsers trust.
fn public_roots() -> RootCertStore {
    let roots = webpki_roots::TLS_SERVER_ROOTS.iter().cloned();
    roots.collect()
}

async fn ask(config: &Config, roots: RootCertStore) -> io::Result<Answers> {
    let asked = async {
        let connector = connector(roots)?;
        let alive = status(config, &connector, "/healthz").await?;
        Ok((alive, status(config, &connector, "/sign-in").await?))
    };
    let given_up = || io::Error::new(io::ErrorKind::TimedOut, "it does not answer");
    let asked = tokio::time::timeout(PATIENCE, asked).await;
    asked.unwrap_or_else(|_| Err(given_up()))
}

/// The status of an answer, if it is HTTP.
async fn status(config: &Config, connector: &TlsConnector, path: &str) -> io::Result<Option<u16>> {
    let url = &config.settings.public_url;
    let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
        return Err(io::Error::other("it names no host"));
    };
    let name = host.trim_matches(['[', ']']).to_owned();
    let stream = TcpStream::connect((name.as_str(), port)).await?;
    let given = url.port().map(|port| format!(":{port}"));
    let host = format!("{host}{}", given.unwrap_or_default());
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    if url.scheme() != "https" {
        return asks(stream, &request).await;
    }
    let name = ServerName::try_from(name).map_err(io::Error::other)?;
    let stream = connector.connect(name, stream).await?;
    asks(stream, &request).await
}

fn connector(roots: RootCertStore) -> io::Result<TlsConnector> {
    let client = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(client)))
}

async fn asks<S>(mut stream: S, request: &str) -> io::Result<Option<u16>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.take(64).read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let word = answer.split(' ').nth(1);
    Ok(word
        .filter(|_| answer.starts_with("HTTP/1."))
        .and_then(|word| word.parse().ok()))
}
