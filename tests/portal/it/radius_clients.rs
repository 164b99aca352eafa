//! What asks by RADIUS: `radclient`, a program that we did not write, and packets of our own where it
//! can't send what a story needs. Each on an address of this machine of its own.

use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use portcullis_core::audit::Origin;
use portcullis_core::radius::{Flow, Packet, Request, Signing, attribute, is_genuine};
use portcullis_core::role::{Actor, Scope};
use portcullis_server::radius::clients::{self, KnownBy, NewRadiusClient};
use portcullis_server::radius::serve;
use portcullis_store::Tx;
use portcullis_store::organizations::Organization;
use portcullis_store::radius_clients::{self, Client, Terms};
use tokio::net::UdpSocket;
use tokio::task::JoinHandle;

use crate::portal::{Person, Portal};
use crate::random_bytes;

/// How long an answer is waited for, where none is expected.
const SILENCE: Duration = Duration::from_millis(400);

/// The portal's RADIUS socket.
pub struct Door {
    pub at: SocketAddr,
    serving: JoinHandle<()>,
}

impl Drop for Door {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Door {
    /// Opens it on a portal.
    pub async fn of(portal: &Portal) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let at = socket.local_addr().unwrap();
        let serving = tokio::spawn(serve(socket, portal.app.clone(), std::future::pending()));
        Self { at, serving }
    }
}

/// Something that asks.
#[derive(Clone)]
pub struct Asker {
    pub name: String,
    pub address: Ipv4Addr,
    pub secret: String,
    pub at: SocketAddr,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Accept(Vec<(u8, Vec<u8>)>),
    Reject(String),
    Challenge(String, Vec<u8>),
    Nothing,
}

/// What a new client may.
pub fn signing(signing: Signing) -> Terms {
    Terms {
        signing,
        flow: Flow::Challenge,
        everyone: true,
        recovery_codes: false,
        returned: Vec::new(),
    }
}

impl Asker {
    /// A client of an organization, on an address of its own.
    pub async fn of(portal: &Portal, door: &Door, whose: &Organization, terms: Terms) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let [.., high, low] = number.to_be_bytes();
        let (name, address) = (format!("box-{number}"), Ipv4Addr::new(127, 18, high, low));
        let new = NewRadiusClient {
            name: name.clone(),
            known_by: KnownBy::Network(IpAddr::from(address).into()),
            terms,
            named: Vec::new(),
            groups: Vec::new(),
        };
        let (who, origin) = (Actor::System, Origin::default());
        let added = clients::add(&portal.app, &who, whose.id, new, origin).await;
        Self {
            name,
            address,
            secret: added.unwrap().unwrap().unwrap().reveal().clone(),
            at: door.at,
        }
    }

    /// The same at another node.
    pub fn at(&self, door: &Door) -> Self {
        Self {
            at: door.at,
            ..self.clone()
        }
    }

    /// As it is stored now.
    pub async fn now(&self, portal: &Portal, whose: &Organization) -> Client {
        let (scope, name) = (Scope::of(whose.id), self.name.clone());
        let unit = async move |tx: &mut Tx<'_>| radius_clients::by_name(tx, scope, &name).await;
        portal.app.store.read(unit).await.unwrap().unwrap()
    }

    /// A request with a name and a password, nothing else.
    pub fn request(&self, name: &str, password: &str) -> Request {
        let [identifier] = random_bytes();
        let mut request = Request::new(identifier, random_bytes());
        assert!(request.add(attribute::USER_NAME, name.as_bytes()));
        assert!(request.password(password, self.secret.as_bytes()));
        request
    }

    /// A login and password, signed.
    pub async fn asks(&self, name: &str, password: &str) -> Said {
        let request = self.request(name, password);
        self.sends(&request.signed(self.secret.as_bytes())).await
    }

    /// A code for a challenge, signed.
    pub async fn answers(&self, name: &str, code: &str, state: &[u8]) -> Said {
        let mut request = self.request(name, code);
        assert!(request.add(attribute::STATE, state));
        self.sends(&request.signed(self.secret.as_bytes())).await
    }

    /// Password and code of a person, one after the other.
    pub async fn logs_on(&self, person: &Person, code: &str) -> Said {
        match self.asks(&person.login, &person.password).await {
            Said::Challenge(_, state) => self.answers(&person.login, code, &state).await,
            other => other,
        }
    }

    /// Any bytes; the answer must be of the portal.
    pub async fn sends(&self, bytes: &[u8]) -> Said {
        match self.sends_raw(bytes).await {
            None => Said::Nothing,
            Some(answer) => read(bytes, &answer, self.secret.as_bytes()),
        }
    }

    /// Any bytes, and the bytes that come back.
    pub async fn sends_raw(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.waits(bytes, Duration::from_secs(20)).await
    }

    /// Any bytes that may be dropped as long as others like them are looked at.
    pub async fn waits_long(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.waits(bytes, Duration::from_secs(2)).await
    }

    /// Any bytes that are not to be answered.
    pub async fn is_not_heard(&self, bytes: &[u8]) {
        let answer = self.waits(bytes, SILENCE).await;
        assert!(answer.is_none(), "{answer:?}");
    }

    async fn waits(&self, bytes: &[u8], patience: Duration) -> Option<Vec<u8>> {
        let socket = UdpSocket::bind((self.address, 0)).await.unwrap();
        socket.connect(self.at).await.unwrap();
        socket.send(bytes).await.unwrap();
        let mut answer = vec![0; 5_000];
        let received = tokio::time::timeout(patience, socket.recv(&mut answer)).await;
        let length = received.ok()?.unwrap();
        answer.truncate(length);
        // Whatever a story does with it, it is looked at here.
        checked(bytes, &answer, self.secret.as_bytes());
        Some(answer)
    }

    /// `radclient` with attributes as it writes them; gives all that it prints.
    pub fn radclient(&self, attributes: &str, more: &[&str]) -> String {
        self.radclient_with(&self.secret, attributes, more)
    }

    /// The same with another secret.
    pub fn radclient_with(&self, secret: &str, attributes: &str, more: &[&str]) -> String {
        let attributes = format!("{attributes}, Packet-Src-IP-Address = {}", self.address);
        self.radclient_from_anywhere(secret, &attributes, more)
    }

    /// The same from whatever address the machine takes.
    pub fn radclient_from_anywhere(&self, secret: &str, attributes: &str, more: &[&str]) -> String {
        let attributes = format!("{attributes}, NAS-IP-Address = {}\n", self.address);
        let mut child = Command::new("radclient")
            .args(["-x", "-r", "1", "-t", "1"])
            .args(more)
            .args([&self.at.to_string(), "auth", secret])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("radclient is installed (on Debian: apt-get install freeradius-utils)");
        let mut input = child.stdin.take().unwrap();
        input.write_all(attributes.as_bytes()).unwrap();
        drop(input);
        let output = child.wait_with_output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr)
    }
}

/// What an answer says. Each is held to what all must be: genuine, and its signature before all else.
pub fn read(asked: &[u8], answer: &[u8], secret: &[u8]) -> Said {
    let answer = checked(asked, answer, secret);
    let kinds = answer.kinds();
    let said: Vec<&[u8]> = answer.all(attribute::REPLY_MESSAGE).collect();
    let said = String::from_utf8(said.concat()).unwrap();
    match answer.code() {
        2 => {
            let given = kinds[1..].iter();
            let value = |kind: &u8| (*kind, answer.first(*kind).unwrap().to_vec());
            Said::Accept(given.map(value).collect())
        }
        3 => Said::Reject(said),
        11 => Said::Challenge(said, answer.first(attribute::STATE).unwrap().to_vec()),
        other => panic!("an answer of code {other}"),
    }
}

/// Holds the bytes that came back to what every answer must be.
pub fn checked(asked: &[u8], answer: &[u8], secret: &[u8]) -> Packet {
    let answer = Packet::parse(answer).unwrap();
    let authenticator: [u8; 16] = asked[4..20].try_into().unwrap();
    assert!(is_genuine(&answer, authenticator, secret));
    assert_eq!(answer.identifier(), asked[1]);
    let kinds = answer.kinds();
    assert_eq!(kinds[0], attribute::MESSAGE_AUTHENTICATOR, "{kinds:?}");
    answer
}

impl Said {
    /// The State of a challenge.
    #[track_caller]
    pub fn state(&self) -> Vec<u8> {
        match self {
            Self::Challenge(_, state) => state.clone(),
            other => panic!("no challenge: {other:?}"),
        }
    }

    /// Whether it lets in.
    pub fn is_accept(&self) -> bool {
        matches!(self, Self::Accept(_))
    }

    /// Demands a Reject that says something.
    #[track_caller]
    pub fn refuses(&self, text: &str) {
        match self {
            Self::Reject(said) => assert!(said.contains(text), "{said}"),
            other => panic!("no Reject: {other:?}"),
        }
    }
}
