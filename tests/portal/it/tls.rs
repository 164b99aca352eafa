//! The portal speaks HTTPS itself, and takes new certificates while it serves.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ProtocolVersion, RootCertStore};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::doctor::{doctor, finds, portal};
use crate::program::Program;
use crate::wire::Wire;

/// A certificate of this machine that vouches for itself, put where the portal looks for it.
fn certificate(folder: &Path) -> CertificateDer<'static> {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    write_key(folder, &made.signing_key.serialize_pem());
    std::fs::write(folder.join("portal.pem"), made.cert.pem()).unwrap();
    made.cert.der().clone()
}

fn write_key(folder: &Path, text: &str) {
    let key = folder.join("portal.key");
    std::fs::write(&key, text).unwrap();
    set_mode(&key, 0o600);
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// A program that serves HTTPS, and its certificate.
fn secure() -> (Program, CertificateDer<'static>) {
    let mut program = Program::new();
    program.configure(&format!(
        "public_url = \"https://localhost:{}\"\n[tls]\ncertificate = \"portal.pem\"\nkey = \"portal.key\"\n",
        program.port
    ));
    let certificate = certificate(program.folder.path());
    program.start();
    (program, certificate)
}

/// A connection of a client that trusts one certificate and speaks some versions of TLS.
async fn connect_with(
    program: &Program,
    trusted: &CertificateDer<'static>,
    versions: &[&'static rustls::SupportedProtocolVersion],
) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(versions)
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(("127.0.0.1", program.port)).await?;
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
}

async fn connect(
    program: &Program,
    trusted: &CertificateDer<'static>,
) -> std::io::Result<TlsStream<TcpStream>> {
    connect_with(program, trusted, rustls::ALL_VERSIONS).await
}

/// Asks for a page on a connection that stays open, and gives the head of the answer.
async fn asks(stream: &mut TlsStream<TcpStream>, program: &Program, path: &str) -> String {
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
        program.port
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let length = head.split("content-length: ").nth(1).unwrap();
    let length = length.lines().next().unwrap().parse().unwrap();
    stream.read_exact(&mut vec![0; length]).await.unwrap();
    head
}

/// Waits until clients that trust a certificate get in.
async fn is_taken(program: &Program, certificate: &CertificateDer<'static>) -> bool {
    for _ in 0..600 {
        if connect(program, certificate).await.is_ok() {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    false
}

#[tokio::test(flavor = "multi_thread")]
async fn it_serves_https_in_both_good_versions() {
    let (program, certificate) = secure();
    for (version, expect) in [
        (&rustls::version::TLS12, ProtocolVersion::TLSv1_2),
        (&rustls::version::TLS13, ProtocolVersion::TLSv1_3),
    ] {
        let stream = connect_with(&program, &certificate, &[version]).await;
        let mut stream = stream.unwrap();
        let head = asks(&mut stream, &program, "/sign-in").await;
        assert!(head.starts_with("http/1.1 200"), "{head}");
        assert!(head.contains("strict-transport-security: max-age=31536000"));
        // The same connection serves again.
        let head = asks(&mut stream, &program, "/healthz").await;
        assert!(head.starts_with("http/1.1 200"), "{head}");
        assert_eq!(stream.get_ref().1.protocol_version(), Some(expect));
    }
    // Who speaks plain HTTP gets no page.
    let mut plain = TcpStream::connect(("127.0.0.1", program.port))
        .await
        .unwrap();
    plain
        .write_all(b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .await
        .unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer).await; // an alert, or a reset
    assert!(!answer.starts_with(b"HTTP"));
}

#[tokio::test(flavor = "multi_thread")]
async fn doctor_asks_by_https_and_names_a_certificate_that_browsers_refuse() {
    let (program, _) = secure();
    let asks = |words: &[&str]| {
        let words = [&["doctor", "--json"], words].concat();
        program.command(&words).output().unwrap()
    };
    // It vouches for itself, which no browser takes.
    let asked = asks(&[]);
    let unknown = "not among the public ones";
    finds(&asked, "public address", "warning", unknown);
    let by_number = format!("https://127.0.0.1:{}", program.port);
    let asked = asks(&["--public-url", &by_number]);
    finds(&asked, "public address", "problem", "browsers refuse");
    let (elsewhere, url) = (portal(), format!("https://localhost:{}", program.port));
    let asked = doctor(&elsewhere, &["--json", "--public-url", &url], &[]);
    finds(&asked, "public address", "warning", unknown);
    // What it can't see is no problem.
    drop(program);
    let asked = doctor(&elsewhere, &["--json", "--public-url", &url], &[]);
    finds(&asked, "public address", "warning", "from here");
    assert_eq!(asked.status.code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_never_ends_a_handshake_is_given_up() {
    let (program, certificate) = secure();
    let url = format!("https://localhost:{}", program.port);
    let (mut silent, mut slow) = (Wire::to(&url).await, Wire::to(&url).await);
    slow.send(b"\x16\x03\x01").await;
    assert_eq!((silent.rest().await, slow.rest().await), Default::default());
    connect(&program, &certificate).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_certificate_is_taken_and_open_connections_stay() {
    let (program, old) = secure();
    let mut open = connect(&program, &old).await.unwrap();
    asks(&mut open, &program, "/healthz").await;
    let new = certificate(program.folder.path());
    // Connections end when nothing is asked for ten seconds, so it is asked while waiting.
    let waiting = is_taken(&program, &new);
    tokio::pin!(waiting);
    loop {
        tokio::select! {
            taken = &mut waiting => break assert!(taken, "{}", program.log()),
            () = tokio::time::sleep(Duration::from_secs(1)) => {
                asks(&mut open, &program, "/healthz").await;
            }
        }
    }
    let head = asks(&mut open, &program, "/healthz").await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(connect(&program, &old).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_new_file_keeps_the_old_certificate_and_the_log_says_so() {
    let (program, old) = secure();
    let folder = program.folder.path();
    let good = std::fs::read_to_string(folder.join("portal.key")).unwrap();
    let stranger = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    for (key, mode, why) in [
        ("nonsense", 0o600, "there is no private key in PEM in it"),
        (
            stranger.signing_key.serialize_pem().as_str(),
            0o600,
            "it is not the key of the certificate",
        ),
        (&good, 0o640, "it may be read by others (mode 0640)"),
    ] {
        let path = folder.join("new.key");
        std::fs::write(&path, key).unwrap();
        set_mode(&path, mode);
        std::fs::rename(&path, folder.join("portal.key")).unwrap();
        program.logs(why).await;
        connect(&program, &old).await.expect("the old certificate");
    }
    std::fs::remove_file(folder.join("portal.key")).unwrap();
    program.logs("No such file").await;
    connect(&program, &old).await.expect("the old certificate");
    // When both files are good again, they are taken.
    let new = certificate(folder);
    assert!(is_taken(&program, &new).await, "{}", program.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn told_to_reload_it_reads_its_certificate_at_once() {
    let (program, certificate) = secure();
    program.signal("-HUP");
    program.logs("the certificate was read anew").await;
    connect(&program, &certificate).await.unwrap();
}

#[test]
fn files_that_can_not_be_used_are_named_with_their_line() {
    let program = Program::new();
    let folder = program.folder.path();
    let url = "public_url = \"https://localhost\"\n";
    let both = format!("{url}[tls]\ncertificate = \"portal.pem\"\nkey = \"portal.key\"\n");
    let says = |config: &str, expect: &str| {
        program.configure(config);
        for words in [
            ["check-config"].as_slice(),
            &["serve", "--listen", "127.0.0.1:1"],
        ] {
            let output = program.command(words).output().unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{words:?}: {err}");
            assert!(err.contains(expect), "{expect} is not in {err}");
        }
    };
    says(
        &both,
        "portcullis.toml:3: `tls.certificate`: portal.pem: No such file",
    );
    certificate(folder);
    program.configure(&both);
    assert!(
        program
            .command(&["check-config"])
            .status()
            .unwrap()
            .success()
    );
    says(
        &format!("{url}[tls]\nkey = \"portal.key\"\n"),
        "portcullis.toml:3: `tls.key`: this needs `tls.certificate` too",
    );
    says(
        &both.replace("https", "http"),
        "portcullis.toml:1: `public_url`: with `tls.certificate` the portal speaks HTTPS itself",
    );
    set_mode(&folder.join("portal.key"), 0o644);
    says(
        &both,
        "portcullis.toml:4: `tls.key`: portal.key: it may be read by others (mode 0644)",
    );
    write_key(
        folder,
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    );
    says(&both, "portcullis.toml:4: `tls.key`: portal.key: ");
    certificate(folder);
    std::fs::write(folder.join("portal.pem"), "nothing").unwrap();
    says(
        &both,
        "`tls.certificate`: portal.pem: there is no certificate in it",
    );
    let garbage = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    std::fs::write(folder.join("portal.pem"), garbage).unwrap();
    says(
        &both,
        "`tls.certificate`: portal.pem: this is no certificate",
    );
}
