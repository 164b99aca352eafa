//! `radius`: codes for challenges, by UDP, on attempts whose password is proved, against the same codes on the web's
//! second page: what is done with them is the same, but no session is opened and the answer is kept for those that come
//! again. Beside it what `FreeRADIUS` answers, which keeps nothing.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::vec::IntoIter;

use portcullis_core::radius::{ACCESS_ACCEPT, Packet, Request, attribute, is_genuine};
use tokio::net::UdpSocket;

use crate::Run;
use crate::code::Codes;
use crate::freeradius::Freeradius;
use crate::load::{Done, Worker, run};
use crate::place::Place;
use crate::report::{Goal, Report, Row, median};
use crate::seed::{PASSWORD, Person, World, chance};
use crate::server::Server;

/// What the client shares with whoever it asks.
pub const SECRET: &str = "0123456789abcdefghijklmnopqrstuv";

/// Requests under way at a time, each from a socket of its own.
const IN_FLIGHT: usize = 64;
/// No measurement lasts longer; each ends when its requests are used up.
const AT_MOST: Duration = Duration::from_secs(25);
/// On this machine nothing is lost; who waits longer waits in vain.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends requests until there are none left.
struct Asker {
    socket: UdpSocket,
    requests: Arc<Mutex<IntoIter<Vec<u8>>>>,
    answer: Vec<u8>,
}

impl Asker {
    async fn many(port: u16, requests: Vec<Vec<u8>>) -> Vec<Self> {
        let requests = Arc::new(Mutex::new(requests.into_iter()));
        let mut askers = Vec::new();
        for _ in 0..IN_FLIGHT {
            let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
            socket.connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
            askers.push(Self {
                socket,
                requests: requests.clone(),
                answer: vec![0; 4096],
            });
        }
        askers
    }
}

impl Worker for Asker {
    async fn work(&mut self) -> bool {
        let Some(request) = self.requests.lock().unwrap().next() else {
            return false;
        };
        self.socket.send(&request).await.unwrap();
        let received = tokio::time::timeout(PATIENCE, self.socket.recv(&mut self.answer)).await;
        let length = received.expect("an answer").unwrap();
        let answer = Packet::parse(&self.answer[..length]).expect("a packet");
        let asked = request[4..20].try_into().unwrap();
        assert!(is_genuine(&answer, asked, SECRET.as_bytes()), "whose is it");
        assert_eq!(answer.identifier(), request[1]);
        assert_eq!(answer.code(), ACCESS_ACCEPT, "the right code");
        true
    }
}

/// A signed request with a name and a password or code.
fn request(login: &str, typed: &str, state: Option<&str>) -> Vec<u8> {
    let [identifier] = chance();
    let mut request = Request::new(identifier, chance());
    assert!(request.add(attribute::USER_NAME, login.as_bytes()));
    assert!(request.password(typed, SECRET.as_bytes()));
    if let Some(state) = state {
        assert!(request.add(attribute::STATE, state.as_bytes()));
    }
    request.signed(SECRET.as_bytes())
}

struct Portal {
    world: World,
    server: Server,
    /// Those who give their code to a client, and those who give it to a page.
    people: [Vec<Person>; 2],
    purpose: portcullis_core::sign_in::Purpose,
    /// For either: rates, and microseconds of CPU a code.
    rounds: [Vec<(f64, f64)>; 2],
}

pub async fn bench(bench: Run, report: &mut Report) {
    let mut portals = Vec::new();
    for (place, count) in [
        (Some(Place::sqlite()), 12_000),
        (Place::postgres(&[]), 4_000),
    ] {
        let Some(place) = place else { continue };
        let world = World::on(place).await;
        let people = [
            world.organization("acme", count).await,
            world.organization("brook", count).await,
        ];
        portals.push(Portal {
            purpose: world.radius_client(&people[0], SECRET).await,
            server: Server::with_radius(&world.place).await,
            world,
            people,
            rounds: Default::default(),
        });
    }
    let mut other = Vec::new();
    for _ in 0..bench.rounds {
        for portal in &mut portals {
            portal.round().await;
        }
        other.extend(freeradius().await);
    }
    for portal in &portals {
        // A challenge takes one answer; what is left was not answered, or twice.
        assert_eq!(portal.world.attempt_count().await, 0, "challenges");
        let engine = portal.world.place.engine;
        let [radius, page] = &portal.rounds;
        let rate = |rounds: &[(f64, f64)]| median(rounds.iter().map(|(rate, _)| *rate).collect());
        let cpu = |rounds: &[(f64, f64)]| median(rounds.iter().map(|(_, cpu)| *cpu).collect());
        let name = format!("radius, {engine}, {IN_FLIGHT} in flight");
        let row = Row::new(&name, rate(radius), "/s").of(rate(page));
        report.row(&row.goal(Goal::AtLeast(1.0)));
        let row = Row::new(format!("{name}, CPU a code"), cpu(radius), "us");
        report.row(&row.of(cpu(page)));
    }
    if !other.is_empty() {
        let name = "radius, FreeRADIUS, PAP from a file";
        report.row(&Row::new(name, median(other), "/s"));
    }
}

impl Portal {
    async fn round(&mut self) {
        let [radius, page] = &mut self.people;
        let port = self.server.port;
        let purpose = self.purpose.clone();
        let handles = self.world.attempts_for(radius, purpose).await;
        let mut requests = Vec::new();
        for (person, (attempt, secret)) in radius.iter_mut().zip(handles) {
            let (code, state) = (person.next_code().await, attempt + &secret);
            requests.push(request(&person.login, &code, Some(&state)));
        }
        let askers = Asker::many(port, requests).await;
        let before = self.server.cpu();
        let done = run(askers, AT_MOST).await;
        self.rounds[0].push(figures(
            &done,
            self.server.cpu().all - before.all,
            radius.len(),
        ));

        let codes = Codes::over(&[port], IN_FLIGHT, (&self.world, page)).await;
        let before = self.server.cpu();
        let done = run(codes, AT_MOST).await;
        self.rounds[1].push(figures(
            &done,
            self.server.cpu().all - before.all,
            page.len(),
        ));
    }
}

fn figures(done: &Done, cpu: f64, all: usize) -> (f64, f64) {
    assert_eq!(done.count, all as u64, "codes within {AT_MOST:?}");
    (done.rate(), cpu / done.count as f64 * 1e6)
}

/// What `FreeRADIUS` answers in a second, if it is installed.
async fn freeradius() -> Option<f64> {
    let logins: Vec<String> = (0..1000).map(|n| format!("person{n}@acme")).collect();
    let server = Freeradius::start((&logins, PASSWORD), SECRET).await?;
    let requests = logins.iter().cycle().take(40_000);
    let requests = requests.map(|login| request(login, PASSWORD, None));
    let askers = Asker::many(server.port, requests.collect()).await;
    Some(run(askers, AT_MOST).await.rate())
}
