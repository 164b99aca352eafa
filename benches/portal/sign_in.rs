//! `sign-in`: whole sign-ins, password page and code page to the durable session, against hashes
//! without a portal. Beside them the times of refusals, which must tell nobody why (security.md SI-6).

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::load::{Connection, run};
use crate::place::Place;
use crate::report::{Goal, Report, Row, median};
use crate::requests::{People, SignIn};
use crate::seed::{PASSWORD, World};
use crate::server::Server;
use crate::{Run, limits, requests};

const TIME: Duration = Duration::from_secs(5);
/// Enough for one turn in the 30 seconds until everybody has a new code.
const PEOPLE: usize = 5000;
/// Refusals of each kind whose times are compared.
const SAMPLES: usize = 200;

struct Portal {
    world: World,
    server: Server,
    people: People,
    /// What the rate must be, of the raw hashes.
    goal: f64,
    done: u64,
    rounds: Vec<[f64; 4]>,
}

pub async fn bench(bench: Run, report: &mut Report) {
    let mut portals = Vec::new();
    for (place, goal) in [(Some(Place::sqlite()), 0.88), (Place::postgres(&[]), 0.80)] {
        let Some(place) = place else { continue };
        let world = World::on(place).await;
        let people = world.organization("acme", PEOPLE).await;
        portals.push(Portal {
            server: Server::start(&world.place).await,
            people: Arc::new(Mutex::new(people.into())),
            world,
            goal,
            done: 0,
            rounds: Vec::new(),
        });
    }
    let (mut raw, mut one) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds {
        for portal in &mut portals {
            raw.push(limits::hashes(TIME / 2));
            one.push(limits::one_hash());
            let round = portal.round().await;
            portal.rounds.push(round);
        }
    }
    let (raw, one) = (median(raw), median(one));
    report.row(&Row::new("sign-in, raw Argon2id on all cores", raw, "/s"));
    report.row(&Row::new("sign-in, one hash", one * 1e3, "ms"));
    for portal in &portals {
        assert_eq!(portal.world.session_count().await, portal.done, "sessions");
        portal.tell(report, raw, one);
    }
    // The embedded database is the steadier one; what is told does not depend on it.
    if let Some(portal) = portals.into_iter().next() {
        refusals(&portal.world, &portal.server, report).await;
    }
}

impl Portal {
    /// Rate with 2 connections and with 16, the share of the hash with 16, p50 with one.
    async fn round(&mut self) -> [f64; 4] {
        let workers = |count| SignIn::over(&[self.server.port], count, &self.people);
        let alone = run(workers(1), TIME / 4).await;
        let two = run(workers(2), TIME).await;
        let before = self.server.cpu();
        let sixteen = run(workers(16), TIME).await;
        let cpu = self.server.cpu() - before;
        self.done += alone.count + two.count + sixteen.count;
        [
            two.rate(),
            sixteen.rate(),
            cpu.hashing / cpu.all,
            alone.p50(),
        ]
    }

    fn tell(&self, report: &mut Report, raw: f64, one: f64) {
        let of = |at: usize| median(self.rounds.iter().map(|round| round[at]).collect());
        let name = |what: &str| format!("sign-in, {}, {what}", self.world.place.engine);
        let rate = Goal::AtLeast(self.goal);
        report.row(
            &Row::new(name("2 connections"), of(0), "/s")
                .of(raw)
                .goal(rate),
        );
        report.row(
            &Row::new(name("16 connections"), of(1), "/s")
                .of(raw)
                .goal(rate),
        );
        let share = Row::new(name("CPU in the hash"), of(2), "").of(1.0);
        report.row(&share.goal(Goal::AtLeast(0.94)));
        let p50 = Row::new(name("1 connection, p50"), of(3) * 1e3, "ms").of(one * 1e3);
        report.row(&p50.goal(Goal::AtMost(1.15)));
    }
}

/// The medians of refusals for different reasons, taken in turn on a quiet portal.
async fn refusals(world: &World, server: &Server, report: &mut Report) {
    let known = world.organization("brook", SAMPLES).await;
    let suspended = world.organization("cedar", SAMPLES).await;
    world.suspend(&suspended).await;
    let mut client = Client::new(server.port);
    let mut took: [Vec<f64>; 3] = Default::default();
    for n in 0..SAMPLES {
        let unknown = format!("nobody{n}@brook");
        took[0].push(client.is_refused(&unknown, PASSWORD, 422).await);
        let wrong = "tulip wagon brine 4712";
        took[1].push(client.is_refused(&known[n].login, wrong, 422).await);
        took[2].push(client.is_refused(&suspended[n].login, PASSWORD, 422).await);
    }
    spread(
        report,
        "sign-in, refused: unknown, wrong, suspended",
        took.into(),
    );

    let (known, unknown) = (&known[0].login, "nobody0@brook");
    for _ in 0..4 {
        client.is_refused(known, "wrong", 422).await;
        client.is_refused(unknown, "wrong", 422).await;
    }
    let mut took: [Vec<f64>; 2] = Default::default();
    for _ in 0..SAMPLES {
        took[0].push(client.is_refused(known, PASSWORD, 429).await);
        took[1].push(client.is_refused(unknown, PASSWORD, 429).await);
    }
    spread(report, "sign-in, delayed: known, unknown", took.into());
}

/// How far the medians are apart: the longest, with the shortest as its limit.
fn spread(report: &mut Report, name: &str, took: Vec<Vec<f64>>) {
    let mut medians: Vec<f64> = took.into_iter().map(median).collect();
    medians.sort_by(f64::total_cmp);
    let (shortest, longest) = (medians[0], medians[medians.len() - 1]);
    let row = Row::new(name, longest * 1e3, "ms").of(shortest * 1e3);
    report.row(&row.goal(Goal::AtMost(1.05)));
}

/// Somebody who comes from another address every few tries, so that no address is delayed.
struct Client {
    connection: Connection,
    tries: u16,
    port: u16,
}

impl Client {
    fn new(port: u16) -> Self {
        Self {
            connection: Connection::new(port),
            tries: 0,
            port,
        }
    }

    /// Seconds until a refusal with this status.
    async fn is_refused(&mut self, login: &str, password: &str, status: u16) -> f64 {
        if self.tries.is_multiple_of(8) {
            let [high, low] = (self.tries / 8).to_be_bytes();
            self.connection = Connection::from(Ipv4Addr::new(127, 9, high, low + 1), self.port);
            // Connected, and the server has seen it: what follows is the refusal alone.
            let health = requests::get(self.port, "/healthz", None);
            self.connection.ask(&health).await.expects(200);
        }
        self.tries += 1;
        let request = requests::password(self.port, login, password);
        let start = Instant::now();
        let answer = self.connection.ask(&request).await;
        let took = start.elapsed().as_secs_f64();
        answer.expects(status);
        took
    }
}
