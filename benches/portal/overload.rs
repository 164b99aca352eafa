//! `overload`: passwords arrive at ten times the rate at which they can be hashed. The portal stays up,
//! says who must come back, and leaves another organization its share.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::footprint::HASH_MEMORY;
use crate::load::{Connection, run};
use crate::place::Place;
use crate::report::{Goal, Report, Row, median};
use crate::requests::{People, SignIn};
use crate::seed::{Person, World};
use crate::server::Server;
use crate::{Run, requests};

/// How much more arrives than fits.
const TIMES: f64 = 10.0;
/// Attackers' connections at most; an arrival that finds none free is not sent, and told.
const CONNECTIONS: usize = 1000;
/// Passwords from one address: few enough that no address is delayed by itself.
const FROM_ONE_ADDRESS: u32 = 12;
/// Of the quiet rate: what counts as the full rate again, and as the half that is left to others.
const NEARLY: f64 = 0.9;

pub async fn bench(bench: Run, report: &mut Report) {
    let world = World::on(Place::sqlite()).await;
    let victims = world.organization("acme", 20_000).await;
    let others: People = Arc::new(Mutex::new(world.organization("brook", 4000).await.into()));
    let token = world.sessions(&victims[..1]).await.remove(0);
    let server = Server::start(&world.place).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let (idle, threads) = (server.memory(), server.hashing_threads());

    let quiet_pages = Prober::new(&server, &token)
        .probe(Duration::from_secs(3))
        .await;
    let quiet_rate = sign_ins(&server, &others, Duration::from_secs(5)).await;
    report.row(&Row::new("overload, sign-ins when quiet", quiet_rate, "/s"));

    let time = bench.long(120, 10);
    let mut flood = Flood::new(&server, victims);
    let prober = Prober::new(&server, &token);
    let (pages, ()) = tokio::join!(prober.probe(time), flood.run(quiet_rate * TIMES, time));
    let tally = flood.tally();
    let arrived = (tally.refused + tally.evaluated) as f64 / time.as_secs_f64();
    let row = Row::new("overload, passwords answered", arrived, "/s").of(quiet_rate);
    report.row(&row);
    let row = Row::new("overload, passwords not sent", tally.unsent as f64, "");
    report.row(&row.goal(Goal::AtMost(0.0)));
    let evaluated = tally.evaluated as f64 / time.as_secs_f64();
    report.row(&Row::new("overload, passwords checked", evaluated, "/s").of(quiet_rate));
    report.row(&Row::new(
        "overload, told to come back",
        tally.refused as f64,
        "",
    ));
    for (page, (during, quiet)) in ["health", "session"]
        .iter()
        .zip(pages.iter().zip(&quiet_pages))
    {
        let row = Row::new(format!("overload, {page} page, p50"), during * 1e3, "ms");
        report.row(&row.of(quiet * 1e3).goal(Goal::AtMost(3.0)));
    }
    let limit = idle + threads as f64 * HASH_MEMORY + 64.0;
    let row = Row::new("overload, most memory", server.peak_memory(), "MiB").of(limit);
    report.row(&row.goal(Goal::AtMost(1.0)));

    let ended = Instant::now();
    let second = Duration::from_secs(1);
    while sign_ins(&server, &others, second).await < NEARLY * quiet_rate {
        assert!(ended.elapsed() < Duration::from_mins(1), "it stays slow");
    }
    let row = Row::new(
        "overload, full rate again after",
        ended.elapsed().as_secs_f64(),
        "s",
    );
    report.row(&row.of(5.0).goal(Goal::AtMost(1.0)));

    let time = bench.long(30, 8);
    let (rate, ()) = tokio::join!(
        sign_ins(&server, &others, time),
        flood.run(quiet_rate * TIMES, time)
    );
    let name = "overload, another organization's sign-ins";
    let row = Row::new(name, rate, "/s").of(quiet_rate / 2.0);
    report.row(&row.goal(Goal::AtLeast(NEARLY)));
}

async fn sign_ins(server: &Server, people: &People, time: Duration) -> f64 {
    let workers = SignIn::over(&[server.port], 16, people);
    let patient = workers.into_iter().map(SignIn::patient).collect();
    run(patient, time).await.rate()
}

/// Looks at two pages a hundred times a second, as a monitor and a signed-in person would.
struct Prober {
    connection: Connection,
    pages: [(Vec<u8>, u16); 2],
}

impl Prober {
    fn new(server: &Server, token: &str) -> Self {
        let health = requests::get(server.port, "/healthz", None);
        let session = requests::session(server.port, token);
        Self {
            connection: Connection::new(server.port),
            pages: [(health, 200), (session, 204)],
        }
    }

    /// The median of each page, in seconds.
    async fn probe(mut self, time: Duration) -> [f64; 2] {
        let start = Instant::now();
        let mut took: [Vec<f64>; 2] = Default::default();
        while start.elapsed() < time {
            for ((request, status), took) in self.pages.iter().zip(&mut took) {
                let asked = Instant::now();
                self.connection.ask(request).await.expects(*status);
                took.push(asked.elapsed().as_secs_f64());
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
        took.map(median)
    }
}

/// Passwords that arrive whether or not those before were answered.
struct Flood {
    port: u16,
    victims: Arc<Vec<Person>>,
    /// Numbers the passwords.
    next: usize,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    idle: Vec<Attacker>,
    made: usize,
    addresses: u32,
    tally: Tally,
}

/// What became of the passwords.
#[derive(Clone, Copy, Default)]
struct Tally {
    evaluated: u64,
    refused: u64,
    unsent: u64,
}

struct Attacker {
    connection: Connection,
    left: u32,
}

impl Flood {
    fn new(server: &Server, victims: Vec<Person>) -> Self {
        Self {
            port: server.port,
            victims: Arc::new(victims),
            next: 0,
            state: Arc::default(),
        }
    }

    fn tally(&self) -> Tally {
        self.state.lock().unwrap().tally
    }

    async fn run(&mut self, rate: f64, time: Duration) {
        let start = Instant::now();
        let mut tasks = tokio::task::JoinSet::new();
        let mut sent = 0.0;
        while start.elapsed() < time {
            let due = start.elapsed().as_secs_f64() * rate;
            while sent < due {
                sent += 1.0;
                self.next += 1;
                let attacker = self.state.lock().unwrap().attacker(self.port);
                if let Some(attacker) = attacker {
                    let request = self.request();
                    tasks.spawn(attack(attacker, request, self.state.clone()));
                }
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
            while let Some(attacked) = tasks.try_join_next() {
                attacked.expect("a right answer");
            }
        }
        while let Some(attacked) = tasks.join_next().await {
            attacked.expect("a right answer");
        }
    }

    /// A wrong password, for somebody who exists and for somebody who does not, in turn.
    fn request(&self) -> Vec<u8> {
        let (n, half) = (self.next, self.next / 2);
        let login = if n.is_multiple_of(2) {
            self.victims[half % self.victims.len()].login.clone()
        } else {
            format!("nobody{half}@acme")
        };
        requests::password(self.port, &login, "tulip wagon brine 4712")
    }
}

impl State {
    /// One that is free, coming from a new address when its own has sent enough.
    fn attacker(&mut self, port: u16) -> Option<Attacker> {
        if let Some(attacker) = self.idle.pop_if(|attacker| attacker.left > 0) {
            return Some(attacker);
        }
        if self.idle.pop().is_none() {
            if self.made == CONNECTIONS {
                self.tally.unsent += 1;
                return None;
            }
            self.made += 1;
        }
        self.addresses += 1;
        let [_, high, middle, low] = self.addresses.to_be_bytes();
        let from = Ipv4Addr::new(127, 16 + high, middle, low);
        Some(Attacker {
            connection: Connection::from(from, port),
            left: FROM_ONE_ADDRESS,
        })
    }
}

async fn attack(mut attacker: Attacker, request: Vec<u8>, state: Arc<Mutex<State>>) {
    let answer = attacker.connection.ask(&request).await;
    let refused = answer.status == 503;
    if refused {
        let later = answer
            .header("retry-after")
            .and_then(|s| s.parse::<u32>().ok());
        assert!(
            later.is_some_and(|seconds| seconds > 0),
            "when to come back"
        );
    } else {
        answer.expects(422);
    }
    attacker.left -= 1;
    let mut state = state.lock().unwrap();
    if refused {
        state.tally.refused += 1;
    } else {
        state.tally.evaluated += 1;
    }
    state.idle.push(attacker);
}
