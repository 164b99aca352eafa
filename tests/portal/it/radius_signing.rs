//! Message-Authenticator as programs that we did not write send it, `radclient` and `radtest`: right, wrong and missing,
//! against each of a client's three settings.

use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use portcullis_core::audit::Event;
use portcullis_core::credential::Kind;
use portcullis_core::policy::Rule;
use portcullis_core::radius::{Packet, Signing, Unheard, attribute};
use tokio::net::UdpSocket;
use tokio::task::{JoinHandle, JoinSet};

use super::radius::story;
use super::radius_clients::{Asker, Door, signing};
use crate::portal::Portal;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Program {
    /// With `Message-Authenticator = 0x00`, in whose place it puts the signature.
    Radclient,
    /// Without, so that it does not sign.
    RadclientUnsigned,
    /// It signs always.
    Radtest,
}

/// What the network does to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Untouched,
    /// It turns a bit of the signature over.
    Changed,
    /// It takes the signature out.
    Stripped,
}

/// A network between a program and the portal.
struct Network {
    at: SocketAddr,
    /// Of each request whether it was signed when it came.
    signed: Arc<Mutex<Vec<bool>>>,
    carrying: JoinHandle<()>,
}

impl Drop for Network {
    fn drop(&mut self) {
        self.carrying.abort();
    }
}

impl Network {
    /// What it carries comes from the client's address: radtest can't be told one.
    async fn before(host: &Asker, way: Way) -> Self {
        let here = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let there = UdpSocket::bind((host.address, 0)).await.unwrap();
        there.connect(host.at).await.unwrap();
        let (at, signed) = (here.local_addr().unwrap(), Arc::default());
        let seen = Arc::clone(&signed);
        let carrying = tokio::spawn(async move { carry(&here, &there, way, &seen).await });
        Self {
            at,
            signed,
            carrying,
        }
    }
}

async fn carry(here: &UdpSocket, there: &UdpSocket, way: Way, seen: &Mutex<Vec<bool>>) {
    let (mut asked, mut answered) = ([0; 5_000], [0; 5_000]);
    let mut program = None;
    loop {
        tokio::select! {
            came = here.recv_from(&mut asked) => {
                let (length, from) = came.unwrap();
                program = Some(from);
                let (packet, signed) = passed(&asked[..length], way);
                seen.lock().unwrap().push(signed);
                there.send(&packet).await.unwrap();
            }
            came = there.recv(&mut answered) => {
                let length = came.unwrap();
                let back = here.send_to(&answered[..length], program.unwrap());
                assert_eq!(back.await.unwrap(), length);
            }
        }
    }
}

/// A request as it goes on, and whether it was signed.
fn passed(request: &[u8], way: Way) -> (Vec<u8>, bool) {
    let packet = Packet::parse(request).unwrap();
    let before = packet.kinds();
    let before = before
        .iter()
        .position(|kind| *kind == attribute::MESSAGE_AUTHENTICATOR);
    let mut bytes = request.to_vec();
    let Some(before) = before else {
        return (bytes, false);
    };
    let from = (0..before).fold(20, |at, _| at + usize::from(bytes[at + 1]));
    match way {
        Way::Untouched => {}
        Way::Changed => bytes[from + 17] ^= 1,
        Way::Stripped => {
            bytes.drain(from..from + 18);
            let length = u16::try_from(bytes.len()).unwrap();
            bytes[2..4].copy_from_slice(&length.to_be_bytes());
        }
    }
    (bytes, true)
}

/// One way in which a request is or is not signed.
#[derive(Clone, Copy, Debug)]
struct Case {
    program: Program,
    /// Whether it has the client's secret.
    shares: bool,
    way: Way,
    /// Why it is not heard, by setting: `yes`, `auto`, `no`.
    unheard: [Option<Unheard>; 3],
}

const RIGHT: [Option<Unheard>; 3] = [None; 3];
const WRONG: [Option<Unheard>; 3] = [Some(Unheard::WrongSignature); 3];
const MISSING: [Option<Unheard>; 3] = [Some(Unheard::Unsigned), None, None];

/// Told a signature, radclient sends the right one all the same. So a wrong one comes of another secret, or of
/// somebody between.
const CASES: [Case; 8] = [
    Case::new(Program::Radclient, true, Way::Untouched, RIGHT),
    Case::new(Program::Radclient, false, Way::Untouched, WRONG),
    Case::new(Program::Radclient, true, Way::Changed, WRONG),
    Case::new(Program::RadclientUnsigned, true, Way::Untouched, MISSING),
    Case::new(Program::Radtest, true, Way::Untouched, RIGHT),
    Case::new(Program::Radtest, false, Way::Untouched, WRONG),
    Case::new(Program::Radtest, true, Way::Changed, WRONG),
    Case::new(Program::Radtest, true, Way::Stripped, MISSING),
];

impl Case {
    const fn new(program: Program, shares: bool, way: Way, unheard: [Option<Unheard>; 3]) -> Self {
        Self {
            program,
            shares,
            way,
            unheard,
        }
    }

    /// Runs the program; gives all that it prints.
    async fn runs(self, host: &Asker, (login, password): (&str, &str)) -> String {
        let network = Network::before(host, self.way).await;
        let secret = if self.shares {
            &host.secret
        } else {
            "another secret"
        };
        let secret = secret.to_owned();
        let between = Asker {
            at: network.at,
            ..host.clone()
        };
        let (login, password) = (login.to_owned(), password.to_owned());
        let said = tokio::task::spawn_blocking(move || match self.program {
            Program::Radtest => radtest(between.at, &secret, (&login, &password)),
            Program::Radclient | Program::RadclientUnsigned => {
                let signed = match self.program {
                    Program::Radclient => ", Message-Authenticator = 0x00",
                    _ => "",
                };
                let words =
                    format!("User-Name = \"{login}\", User-Password = \"{password}\"{signed}");
                between.radclient_from_anywhere(&secret, &words, &["-t", "3"])
            }
        });
        let said = said.await.unwrap();
        let signs = self.program != Program::RadclientUnsigned;
        let seen = network.signed.lock().unwrap().clone();
        assert!(
            !seen.is_empty() && seen.iter().all(|one| *one == signs),
            "{self:?}: {seen:?}"
        );
        said
    }
}

/// `radtest`, which would ask for half a minute where nothing answers, and which can't be told otherwise.
fn radtest(at: SocketAddr, secret: &str, (login, password): (&str, &str)) -> String {
    let at = at.to_string();
    let output = Command::new("timeout")
        .args([
            "4",
            "radtest",
            login,
            password,
            &at,
            "0",
            secret,
            "0",
            "127.0.0.1",
        ])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn radclient_and_radtest_are_heard_as_each_setting_says() {
    let portal = Portal::start().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Off).await;
    let mut asking = JoinSet::new();
    for (number, setting) in Signing::ALL.into_iter().enumerate() {
        for case in CASES {
            let host = Asker::of(&portal, &door, &acme, signing(setting)).await;
            // Tries count before they are looked at, so many at a time of one person would delay each other.
            let person = portal.person(&acme, &format!("with-{}", host.name)).await;
            asking.spawn(async move {
                let said = case.runs(&host, (&person.login, &person.password)).await;
                (setting, case, case.unheard[number], host, said)
            });
        }
    }
    let asked = asking.join_all().await;
    let events = portal.events(Some(acme.id)).await;
    assert_eq!(asked.len(), 24);
    for (setting, case, unheard, host, said) in asked {
        let what = format!("{setting:?}, {case:?}: {said}");
        assert_eq!(
            said.contains("Received Access-Accept"),
            unheard.is_none(),
            "{what}"
        );
        assert_eq!(said.contains("Received"), unheard.is_none(), "{what}");
        // What is in the log about this client is this one thing, but that it signs from now on.
        let own = events.iter().filter(|event| match event {
            Event::LoggedOn { client, .. }
            | Event::RadiusDropped { client, .. }
            | Event::LogonRefused { client, .. } => *client == host.name,
            _ => false,
        });
        let client = host.name.clone();
        let expected = match unheard {
            Some(cause) => Event::RadiusDropped { client, cause },
            None => Event::LoggedOn {
                client,
                factors: vec![Kind::Password],
            },
        };
        assert_eq!(own.collect::<Vec<_>>(), [&expected], "{what}");
        let right = case.unheard == RIGHT;
        let now = host.now(&portal, &acme).await.terms.signing;
        let held = match setting {
            Signing::Auto if right => Signing::Yes,
            _ => setting,
        };
        assert_eq!(now, held, "{what}");
    }
    // What was not heard was no try.
    let tries = "SELECT COUNT(*) FROM login_counters";
    assert_eq!(portal.count(tries).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn radclient_answers_a_challenge_signed_where_it_must_and_unsigned_where_it_may() {
    let story = story().await;
    for setting in Signing::ALL {
        let host = Asker::of(&story.portal, &story.door, &story.acme, signing(setting)).await;
        let ask = async |password: String, more: &str| {
            let words = format!("User-Name = \"ann\", User-Password = \"{password}\"{more}");
            let host = host.clone();
            let asked = tokio::task::spawn_blocking(move || host.radclient(&words, &[]));
            asked.await.unwrap()
        };
        let password = || story.ann.password.clone();
        let signed = ", Message-Authenticator = 0x00";
        let first = match setting {
            Signing::Yes => signed,
            Signing::Auto | Signing::No => "",
        };
        let challenge = ask(password(), first).await;
        assert!(
            challenge.contains("Received Access-Challenge"),
            "{challenge}"
        );
        let state = challenge.split("State = ").nth(1).unwrap();
        let state = state.split_whitespace().next().unwrap();
        let unsigned = format!(", State = {state}");
        if setting == Signing::Yes {
            // The challenge still waits for its answer.
            let silence = ask(story.code(), &unsigned).await;
            assert!(silence.contains("No reply"), "{silence}");
            let accept = ask(story.code(), &(unsigned + signed)).await;
            assert!(accept.contains("Received Access-Accept"), "{accept}");
        } else {
            let accept = ask(story.code(), &unsigned).await;
            assert!(accept.contains("Received Access-Accept"), "{accept}");
            let again = ask(password(), signed).await;
            assert!(again.contains("Received Access-Challenge"), "{again}");
            let unsigned = ask(password(), "").await;
            let silent = setting == Signing::Auto;
            assert_eq!(unsigned.contains("No reply"), silent, "{unsigned}");
        }
        story.portal.wait_for_next_code();
    }
    assert_eq!(story.logged_on().await, 3);
}
