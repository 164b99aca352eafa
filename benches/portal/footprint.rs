//! `footprint`: how soon the program answers on a database that is there, and how large it is, on the
//! disk and in memory.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::Run;
use crate::load::run;
use crate::place::Place;
use crate::report::{Goal, Report, Row, median};
use crate::requests::SignIn;
use crate::seed::World;
use crate::server::{PROGRAM, Server};

/// What a hashing thread needs for its work, in MiB.
pub const HASH_MEMORY: f64 = 19.0;
const STARTS: u32 = 7;
const SIGN_INS: u64 = 1000;

pub async fn bench(bench: Run, report: &mut Report) {
    let world = World::on(Place::sqlite()).await;
    let people = world.organization("acme", 2500).await;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..STARTS * bench.rounds {
        ours.push(Server::start(&world.place).await.started_in);
        bare.push(Server::bare().await.started_in);
    }
    let name = "footprint, start to first answer";
    report.row(&Row::new(format!("{name}, bare axum"), median(bare), "s"));
    let row = Row::new(name, median(ours), "s").of(0.06);
    report.row(&row.goal(Goal::AtMost(1.0)));

    let (mut idle, mut after) = (Vec::new(), Vec::new());
    let (mut threads, people) = (0, Arc::new(Mutex::new(people.into())));
    for _ in 0..bench.rounds {
        let server = Server::start(&world.place).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        idle.push(server.memory());
        threads = server.hashing_threads();
        let mut done = 0;
        while done < SIGN_INS {
            let workers = SignIn::over(&[server.port], 16, &people);
            done += run(workers, Duration::from_secs(2)).await.count;
        }
        after.push(server.memory());
    }
    let (idle, after) = (median(idle), median(after));
    let row = Row::new("footprint, memory idle", idle, "MiB").of(25.0);
    report.row(&row.goal(Goal::AtMost(1.0)));
    let limit = idle + threads as f64 * HASH_MEMORY + 16.0;
    let name = format!("footprint, memory after {SIGN_INS} sign-ins");
    report.row(
        &Row::new(name, after, "MiB")
            .of(limit)
            .goal(Goal::AtMost(1.0)),
    );
    let size = std::fs::metadata(PROGRAM).unwrap().len() as f64 / 1e6;
    let row = Row::new("footprint, stripped program", size, "MB").of(20.0);
    report.row(&row.goal(Goal::AtMost(1.0)));
}
