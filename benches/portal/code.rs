//! `code`: the second page alone, on attempts whose password is proved: counters, single use, session
//! and audit, all durable, against bare commits of `SQLite`.

use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::vec::IntoIter;

use crate::load::{Connection, Done, Worker, run};
use crate::place::Place;
use crate::report::{Goal, Report, Row, median};
use crate::seed::{Person, World};
use crate::server::Server;
use crate::watch::{self, Counts, Watch};
use crate::{Run, limits, requests};

/// No measurement lasts longer; each ends when its codes are used up.
const AT_MOST: Duration = Duration::from_secs(25);
const CONNECTIONS: [usize; 3] = [1, 16, 64];

/// Sends codes until there are none left.
pub struct Codes {
    connection: Connection,
    requests: Arc<Mutex<IntoIter<Vec<u8>>>>,
}

impl Codes {
    /// As many connections, to these servers in turn, share a code of each person.
    pub async fn over(
        ports: &[u16],
        connections: usize,
        (world, people): (&World, &mut [Person]),
    ) -> Vec<Self> {
        let handles = world.attempts(people).await;
        let mut prepared: Vec<Vec<Vec<u8>>> = vec![Vec::new(); ports.len()];
        for (n, (person, handle)) in people.iter_mut().zip(&handles).enumerate() {
            let (node, code) = (n % ports.len(), person.next_code().await);
            let request = requests::code(ports[node], (&handle.0, &handle.1), &code);
            prepared[node].push(request);
        }
        let shared: Vec<_> = prepared
            .into_iter()
            .map(|requests| Arc::new(Mutex::new(requests.into_iter())))
            .collect();
        (0..connections)
            .map(|n| Self {
                connection: Connection::new(ports[n % ports.len()]),
                requests: shared[n % ports.len()].clone(),
            })
            .collect()
    }
}

impl Worker for Codes {
    async fn work(&mut self) -> bool {
        let Some(request) = self.requests.lock().unwrap().next() else {
            return false;
        };
        requests::signed_in(&self.connection.ask(&request).await);
        true
    }
}

struct Portal {
    world: World,
    server: Server,
    people: Vec<Person>,
    /// How many codes are given with each number of connections.
    counts: [usize; 3],
    goal: Goal,
    /// Where the server counts them: what a lone caller's step takes.
    watch: Option<Watch>,
    asked: Vec<Counts>,
    done: u64,
    /// For each number of connections: rates, and microseconds of CPU a step.
    rounds: [Vec<(f64, f64)>; 3],
}

pub async fn bench(bench: Run, report: &mut Report) {
    let mut portals = Vec::new();
    for (place, counts, goal) in [
        (
            Some(Place::sqlite()),
            [1500, 12_000, 20_000],
            Goal::AtLeast(1.0),
        ),
        (
            Place::postgres(&[watch::SETTING]),
            [500, 4000, 6000],
            Goal::None,
        ),
    ] {
        let Some(place) = place else { continue };
        let world = World::on(place).await;
        portals.push(Portal {
            people: world.organization("acme", counts.iter().sum()).await,
            server: Server::start(&world.place).await,
            watch: Watch::on(&world.place).await,
            asked: Vec::new(),
            world,
            counts,
            goal,
            done: 0,
            rounds: Default::default(),
        });
    }
    let mut raw = Vec::new();
    for _ in 0..bench.rounds {
        raw.push(limits::commits(Duration::from_secs(2)));
        for portal in &mut portals {
            portal.round().await;
        }
    }
    let raw = median(raw);
    let name = "code, raw SQLite FULL, one update a commit";
    report.row(&Row::new(name, raw, "/s"));
    for portal in &portals {
        assert_eq!(portal.world.session_count().await, portal.done, "sessions");
        for (connections, rounds) in CONNECTIONS.iter().zip(&portal.rounds) {
            let engine = portal.world.place.engine;
            let name = format!("code, {engine}, {connections} connections");
            let rate = median(rounds.iter().map(|(rate, _)| *rate).collect());
            let cpu = median(rounds.iter().map(|(_, cpu)| *cpu).collect());
            let row = Row::new(&name, rate, "/s").of(raw);
            let goal = if *connections == 64 {
                portal.goal
            } else {
                Goal::None
            };
            report.row(&row.goal(goal));
            report.row(&Row::new(format!("{name}, CPU a step"), cpu, "us"));
        }
        if !portal.asked.is_empty() {
            let of = |what: fn(&Counts) -> f64| median(portal.asked.iter().map(what).collect());
            // Eight for the step, which a test holds, and one for the seal of its event.
            let row = Row::new(
                "code, statements a step and its seal",
                of(|c| c.statements),
                "",
            );
            let row = row.of(9.0);
            report.row(&row.goal(Goal::AtMost(1.0)));
            let row = Row::new("code, commits a step", of(|c| c.commits), "").of(1.0);
            report.row(&row.goal(Goal::AtMost(1.0)));
        }
    }
}

impl Portal {
    async fn round(&mut self) {
        let mut people = self.people.as_mut_slice();
        for ((connections, count), rounds) in
            CONNECTIONS.iter().zip(self.counts).zip(&mut self.rounds)
        {
            let (these, rest) = people.split_at_mut(count);
            people = rest;
            let port = self.server.port;
            let codes = Codes::over(&[port], *connections, (&self.world, these)).await;
            let watch = self.watch.as_ref().filter(|_| *connections == 1);
            let asked = match watch {
                Some(watch) => Some(watch.counts().await),
                None => None,
            };
            let before = self.server.cpu();
            let done: Done = run(codes, AT_MOST).await;
            let cpu = self.server.cpu() - before;
            if let (Some(watch), Some(before)) = (watch, asked) {
                self.asked
                    .push(watch.counts().await.each(before, done.count));
            }
            assert_eq!(done.count, count as u64, "codes within {AT_MOST:?}");
            self.done += done.count;
            rounds.push((done.rate(), cpu.all / done.count as f64 * 1e6));
        }
    }
}
