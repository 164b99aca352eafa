//! `session`: GET /account/session with a live session, which is what every forward-auth and every
//! page costs, against an axum that does nothing.

use std::time::Duration;

use crate::load::{Connection, Done, Worker, run};
use crate::place::Place;
use crate::report::{Goal, Report, Row, median};
use crate::seed::World;
use crate::server::Server;
use crate::{Run, requests};

const CONNECTIONS: usize = 32;
const TIME: Duration = Duration::from_secs(3);

/// Asks for one page over and over.
pub struct Get {
    connection: Connection,
    request: Vec<u8>,
    status: u16,
}

impl Get {
    pub fn new(port: u16, request: Vec<u8>, status: u16) -> Self {
        Self {
            connection: Connection::new(port),
            request,
            status,
        }
    }
}

impl Worker for Get {
    async fn work(&mut self) -> bool {
        self.connection
            .ask(&self.request)
            .await
            .expects(self.status);
        true
    }
}

/// What one round showed of one server.
struct Measured {
    rate: f64,
    /// Microseconds of the server's CPU for each request.
    cpu: f64,
    /// Seconds, with one connection.
    p50: f64,
}

pub async fn bench(bench: Run, report: &mut Report) {
    let bare = Server::bare().await;
    let mut portals = Vec::new();
    for (place, goal) in [(Some(Place::sqlite()), 0.40), (Place::postgres(&[]), 0.12)] {
        let Some(place) = place else { continue };
        let world = World::on(place).await;
        let people = world.organization("acme", 1000).await;
        let tokens = world.sessions(&people).await;
        let server = Server::start(&world.place).await;
        portals.push((world, server, tokens, goal));
    }
    let mut bares = Vec::new();
    let mut portal_rounds: Vec<Vec<Measured>> = portals.iter().map(|_| Vec::new()).collect();
    for _ in 0..bench.rounds {
        let plain = requests::get(bare.port, "/account/session", None);
        bares.push(measure(&bare, |_| plain.clone()).await);
        for ((_, server, tokens, _), rounds) in portals.iter().zip(&mut portal_rounds) {
            let request = |n: usize| requests::session(server.port, &tokens[n * 7 % tokens.len()]);
            rounds.push(measure(server, request).await);
        }
    }
    let [limit, cpu, p50] = medians(&bares);
    report.row(&Row::new("session, bare axum", limit, "/s"));
    report.row(&Row::new("session, bare axum, CPU a request", cpu, "us"));
    report.row(&Row::new(
        "session, bare axum, 1 connection, p50",
        p50,
        "ms",
    ));
    for ((world, _, _, goal), rounds) in portals.iter().zip(&portal_rounds) {
        let engine = world.place.engine;
        let [rate, cpu_of_ours, p50_of_ours] = medians(rounds);
        let name = |what: &str| format!("session, {engine}{what}");
        let row = Row::new(name(""), rate, "/s").of(limit);
        report.row(&row.goal(Goal::AtLeast(*goal)));
        report.row(&Row::new(name(", CPU a request"), cpu_of_ours, "us").of(cpu));
        report.row(&Row::new(name(", 1 connection, p50"), p50_of_ours, "ms").of(p50));
    }
}

async fn measure(server: &Server, request: impl Fn(usize) -> Vec<u8>) -> Measured {
    let workers = |count: usize| -> Vec<Get> {
        let one = |n| Get::new(server.port, request(n), 204);
        (0..count).map(one).collect()
    };
    let alone = run(workers(1), TIME / 6).await;
    let before = server.cpu();
    let all: Done = run(workers(CONNECTIONS), TIME).await;
    let cpu = server.cpu() - before;
    Measured {
        rate: all.rate(),
        cpu: cpu.all / all.count as f64 * 1e6,
        p50: alone.p50(),
    }
}

fn medians(rounds: &[Measured]) -> [f64; 3] {
    let of = |value: fn(&Measured) -> f64| median(rounds.iter().map(value).collect());
    [of(|m| m.rate), of(|m| m.cpu), of(|m| m.p50 * 1e3)]
}
