//! `nodes`: sign-ins and codes on two nodes that share a `PostgreSQL`, against one; what they ask of
//! it, and whether they wait for one another there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::Run;
use crate::code::Codes;
use crate::load::{Done, Worker, run};
use crate::place::Place;
use crate::report::{Goal, Report, Row, median, note};
use crate::requests::{People, SignIn};
use crate::seed::World;
use crate::server::Server;
use crate::watch::{self, Watch};

const TIME: Duration = Duration::from_secs(5);
const CODES: usize = 4000;
const AT_MOST: Duration = Duration::from_secs(25);

pub async fn bench(bench: Run, report: &mut Report) {
    let Some(place) = Place::postgres(&[watch::SETTING]) else {
        return;
    };
    let world = World::on(place).await;
    let people: People = Arc::new(Mutex::new(world.organization("acme", 5000).await.into()));
    let mut coders = world.organization("brook", 2 * CODES).await;
    let (one, other) = (
        Server::start(&world.place).await,
        Server::start(&world.place).await,
    );
    let watch = Watch::on(&world.place).await.expect("PostgreSQL");
    let (alone, both) = ([one.port], [one.port, other.port]);
    let mut seen = (0, BTreeMap::new());
    let (mut sign_ins, mut codes): ([Vec<f64>; 2], [Vec<f64>; 2]) = Default::default();
    let (mut for_sign_in, mut for_code) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds {
        for (n, ports) in [&alone[..], &both].into_iter().enumerate() {
            let workers = SignIn::over(ports, 16, &people);
            let before = watch.counts().await;
            let done = watched(&watch, &mut seen, workers, TIME).await;
            for_sign_in.push(watch.counts().await.each(before, done.count));
            sign_ins[n].push(done.rate());

            let these = &mut coders[n * CODES..(n + 1) * CODES];
            let workers = Codes::over(ports, 64, (&world, these)).await;
            let before = watch.counts().await;
            let done = watched(&watch, &mut seen, workers, AT_MOST).await;
            for_code.push(watch.counts().await.each(before, done.count));
            assert_eq!(done.count, CODES as u64, "codes within {AT_MOST:?}");
            codes[n].push(done.rate());
        }
    }
    for (what, [one, two]) in [("sign-in", sign_ins), ("code", codes)] {
        let row = Row::new(format!("nodes, {what}, two"), median(two), "/s");
        report.row(&row.of(median(one)));
    }
    for (what, counts) in [("sign-in", for_sign_in), ("code", for_code)] {
        let statements = median(counts.iter().map(|each| each.statements).collect());
        let commits = median(counts.iter().map(|each| each.commits).collect());
        let name = format!("nodes, statements a {what}");
        report.row(&Row::new(name, statements, ""));
        report.row(&Row::new(format!("nodes, commits a {what}"), commits, ""));
    }
    let (looks, mut waits) = seen;
    // A table's file grows under a lock that is gone as soon as the page is there.
    let growing = waits.remove("extend").unwrap_or(0);
    // Two nodes may ask for the same job at the same moment; no request waits for it.
    let leases = waits.remove("lease").unwrap_or(0);
    if !waits.is_empty() {
        note(&format!("lock waits: {waits:?}"));
    }
    let row = Row::new("nodes, looks at locks", looks as f64, "");
    report.row(&row);
    let row = Row::new(
        "nodes, waits for a lock",
        waits.values().sum::<i64>() as f64,
        "",
    );
    report.row(&row.goal(Goal::AtMost(0.0)));
    report.row(&Row::new(
        "nodes, waits for a file to grow",
        growing as f64,
        "",
    ));
    report.row(&Row::new(
        "nodes, waits for a job's lease",
        leases as f64,
        "",
    ));
}

async fn watched<W: Worker>(
    watch: &Watch,
    seen: &mut (u64, BTreeMap<String, i64>),
    workers: Vec<W>,
    time: Duration,
) -> Done {
    tokio::select! {
        done = run(workers, time) => done,
        () = watch.locks(seen) => unreachable!("it looks for ever"),
    }
}
