//! RADIUS over TLS by programs that we did not write: `radclient` asks a `radsecproxy` by UDP, which asks the portal with
//! its certificate; and `openssl`, which can leave the certificate out.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::radius::certificate::SECRET;
use portcullis_core::radius::{Request, Signing};
use portcullis_server::radius::clients::Certificates;
use portcullis_server::radius::tls::Limits;
use portcullis_store::Tx;
use portcullis_store::radius_clients as stored;
use tempfile::TempDir;

use super::radius::{Story, story};
use super::radius_certificates::{Authority, Pair, TlsDoor};
use super::radius_clients::{Asker, signing};
use super::radius_tls::certified;

/// Where `scripts/test` puts it. Installed as other packages are, it would start.
const RADSECPROXY: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/target/radsecproxy/usr/sbin/radsecproxy"
);
/// What radclient and the proxy share.
const BETWEEN: &str = "between radclient and the proxy";

/// A proxy that shows the portal a certificate.
struct Proxy {
    folder: TempDir,
    child: Child,
    at: SocketAddr,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Proxy {
    /// Starts one, and waits until it has met the portal, whatever came of it.
    async fn before(door: &TlsDoor, pair: &Pair) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (certificate, key) = pair.write(folder.path(), "own");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("authority.pem"), &door.authority.pem).unwrap();
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let listens = socket.local_addr().unwrap();
        drop(socket);
        let config = format!(
            "LogLevel 2\nIPv4Only on\nListenUDP {listens}\n\
             tls default {{\n CACertificateFile {authority}\n CertificateFile {certificate}\n CertificateKeyFile {key}\n}}\n\
             client radclient {{\n host 127.0.0.1\n type udp\n secret \"{BETWEEN}\"\n}}\n\
             server portal {{\n host localhost\n port {port}\n type tls\n tls default\n secret radsec\n}}\n\
             realm * {{\n server portal\n}}\n",
            authority = at("authority.pem").display(),
            certificate = certificate.display(),
            key = key.display(),
            port = door.at.port(),
        );
        fs::write(at("radsecproxy.conf"), config).unwrap();
        let child = Command::new(RADSECPROXY)
            .args(["-f", "-d", "2", "-c"])
            .arg(at("radsecproxy.conf"))
            .stderr(fs::File::create(at("log")).unwrap())
            .spawn()
            .expect("radsecproxy is in target/ (scripts/test puts it there)");
        let proxy = Self {
            folder,
            child,
            at: listens,
        };
        proxy.says("tlsconnect: ").await;
        proxy
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    async fn says(&self, text: &str) {
        for _ in 0..200 {
            if self.log().contains(text) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{text} is not in\n{}", self.log());
    }

    /// What radclient prints of a request.
    async fn asks(&self, attributes: &str) -> String {
        let asker = Asker {
            name: String::new(),
            address: Ipv4Addr::LOCALHOST,
            secret: BETWEEN.to_owned(),
            at: self.at,
        };
        let attributes = attributes.to_owned();
        let asked = tokio::task::spawn_blocking(move || {
            let more = ["-t", "2", "-r", "2"];
            asker.radclient_from_anywhere(&asker.secret, &attributes, &more)
        });
        asked.await.unwrap()
    }
}

/// What openssl gets for a Status-Server when it shows a certificate, or none.
fn openssl_gets(door: &TlsDoor, pair: Option<&Pair>) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("timeout");
    let at = door.at.to_string();
    command.args(["10", "openssl", "s_client", "-quiet", "-connect", &at]);
    if let Some(pair) = pair {
        let (certificate, key) = pair.write(folder.path(), "own");
        command.arg("-cert").arg(certificate).arg("-key").arg(key);
    }
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let status = Request::status(7, crate::random_bytes()).signed(SECRET);
    let mut input = child.stdin.take().unwrap();
    let _ = input.write_all(&status).and_then(|()| input.flush()); // it may have been sent away
    let mut answer = vec![0; 4_096];
    let length = child.stdout.take().unwrap().read(&mut answer).unwrap();
    answer.truncate(length);
    let _ = child.kill();
    child.wait().unwrap();
    answer
}

/// Makes a certificate another of the client that a first one belongs to, in the place of a third.
async fn knows(story: &Story, first: &Pair, add: &Pair, instead: Option<&Pair>) {
    let of = first.fingerprint();
    let unit = async move |tx: &mut Tx<'_>| stored::by_certificate(tx, of).await;
    let client = story.portal.app.store.read(unit).await.unwrap().unwrap();
    let change = Certificates {
        add: vec![add.fingerprint()],
        remove: instead.map(Pair::fingerprint).into_iter().collect(),
    };
    certified(story, &client, change).await.unwrap();
}

async fn secure() -> (Story, TlsDoor, Pair) {
    let story = story().await;
    let door = TlsDoor::of(&story.portal, Limits::default()).await;
    let terms = signing(Signing::Yes);
    let pair = door.client(&story.portal, &story.acme, terms).await;
    (story, door, pair)
}

#[tokio::test(flavor = "multi_thread")]
async fn radclient_logs_on_through_radsecproxy_with_password_and_code() {
    let (story, door, pair) = secure().await;
    let proxy = Proxy::before(&door, &pair).await;
    let signed = ", Message-Authenticator = 0x00";
    let password = |more: &str| {
        let password = &story.ann.password;
        format!("User-Name = \"ann\", User-Password = \"{password}\"{more}")
    };
    let state = |challenge: &str| {
        assert!(
            challenge.contains("Received Access-Challenge"),
            "{challenge}"
        );
        assert!(challenge.contains("Code from your authenticator app:"));
        let state = challenge.split("State = ").nth(1).unwrap();
        state.split_whitespace().next().unwrap().to_owned()
    };
    let answer = |code: &str, state: &str, more: &str| {
        format!("User-Name = \"ann\", User-Password = \"{code}\", State = {state}{more}")
    };
    let challenge = state(&proxy.asks(&password(signed)).await);
    let accept = proxy.asks(&answer(&story.code(), &challenge, signed)).await;
    assert!(accept.contains("Received Access-Accept"), "{accept}");
    let again = proxy.asks(&answer(&story.code(), &challenge, signed)).await;
    assert!(again.contains("Received Access-Reject"), "{again}");
    // Over TLS the signature may be missing.
    story.portal.wait_for_next_code();
    let challenge = state(&proxy.asks(&password("")).await);
    let accept = proxy.asks(&answer(&story.code(), &challenge, "")).await;
    assert!(accept.contains("Received Access-Accept"), "{accept}");
    let chap = format!("User-Name = \"ann\", CHAP-Password = \"x\"{signed}");
    let refused = proxy.asks(&chap).await;
    assert!(refused.contains("Received Access-Reject"), "{refused}");
    assert!(refused.contains("PAP"), "{refused}");

    let entries = story.portal.entries(Some(story.acme.id)).await;
    let logged_on: Vec<_> = entries
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::LoggedOn { client, factors } => Some((client, factors, &entry.origin)),
            _ => None,
        })
        .collect();
    assert_eq!(logged_on.len(), 2);
    for (client, factors, Origin { via, .. }) in logged_on {
        assert!(client.starts_with("vpn-"), "{client}");
        assert_eq!(factors, &[Kind::Password, Kind::Totp]);
        assert_eq!(via.as_ref().unwrap().address, "127.0.0.1");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_an_expired_or_foreign_certificate_radsecproxy_gets_nothing() {
    let (story, door, pair) = secure().await;
    let expired = door.authority.signs_until("vpn.example", 2020);
    let foreign = Authority::new("the authority of the test").signs("vpn.example");
    // Both known by their fingerprints; what keeps them out is when and by whom they are signed.
    knows(&story, &pair, &expired, None).await;
    let ask = format!(
        "User-Name = \"ann\", User-Password = \"{}\", Message-Authenticator = 0x00",
        story.ann.password
    );
    let silent = async |pair: &Pair| {
        let proxy = Proxy::before(&door, pair).await;
        let said = proxy.asks(&ask).await;
        assert!(said.contains("No reply"), "{said}\n{}", proxy.log());
    };
    silent(&expired).await;
    knows(&story, &pair, &foreign, Some(&expired)).await;
    silent(&foreign).await;
    // Of ours, and nobody's.
    silent(&door.authority.signs("vpn.example")).await;
    assert_eq!(story.portal.count("SELECT COUNT(*) FROM attempts").await, 0);

    // radsecproxy must have a certificate; openssl need not.
    let openssl = async |pair: Option<&Pair>| {
        let (door, pair) = (&door, pair);
        tokio::task::block_in_place(|| openssl_gets(door, pair))
    };
    assert_eq!(openssl(None).await, b"");
    assert_eq!(openssl(Some(&expired)).await, b"");
    assert_eq!(openssl(Some(&foreign)).await, b"");
    assert_eq!(openssl(Some(&pair)).await[..2], [2, 7]);
    let proxy = Proxy::before(&door, &pair).await;
    let said = proxy.asks(&ask).await;
    assert!(said.contains("Received Access-Challenge"), "{said}");
}
