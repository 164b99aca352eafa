//! What the portal costs: `scripts/bench` runs these against the real program, each beside the limit
//! it is measured against in the same run (raw Argon2id, raw `SQLite` commits, a bare axum handler).
//!
//! A bench is a file here and a line in [`BENCHES`]. Every answer is checked; a wrong one ends the run.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a measurement that fails must stop; it is about time, and its counts are small"
)]

mod bare;
mod code;
mod copies;
mod footprint;
mod freeradius;
mod growth;
mod limits;
mod load;
mod nodes;
mod overload;
mod place;
mod radius;
mod report;
mod requests;
mod seed;
mod server;
mod session;
mod sign_in;
mod watch;

use std::pin::Pin;
use std::process::ExitCode;

use tokio::signal::unix::{SignalKind, signal};

use crate::report::Report;

/// How a run is to be.
#[derive(Clone, Copy)]
pub struct Run {
    /// How often everything is measured, in turn with its limits; the medians are reported.
    pub rounds: u32,
}

impl Run {
    /// A long measurement, whole unless only one round is asked for.
    pub fn long(self, whole: u64, short: u64) -> std::time::Duration {
        std::time::Duration::from_secs(if self.rounds > 1 { whole } else { short })
    }
}

type Bench = for<'a> fn(Run, &'a mut Report) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

const BENCHES: [(&str, Bench); 8] = [
    ("sign-in", |run, report| {
        Box::pin(sign_in::bench(run, report))
    }),
    ("code", |run, report| Box::pin(code::bench(run, report))),
    ("session", |run, report| {
        Box::pin(session::bench(run, report))
    }),
    ("radius", |run, report| Box::pin(radius::bench(run, report))),
    ("overload", |run, report| {
        Box::pin(overload::bench(run, report))
    }),
    ("footprint", |run, report| {
        Box::pin(footprint::bench(run, report))
    }),
    ("growth", |run, report| Box::pin(growth::bench(run, report))),
    ("nodes", |run, report| Box::pin(nodes::bench(run, report))),
];

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    words.retain(|word| word != "--bench"); // cargo adds it
    if words == [bare::WORD] {
        return bare::serve();
    }
    let (mut rounds, mut json, mut wanted) = (3, false, Vec::new());
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let number = |word: Option<String>| word.and_then(|word| word.parse().ok());
        match word.as_str() {
            "--json" => json = true,
            "--rounds" => match number(words.next()) {
                Some(number @ 1..=99) => rounds = number,
                _ => return usage(),
            },
            "all" => wanted.extend(BENCHES),
            name => match BENCHES.iter().find(|(known, _)| *known == name) {
                Some(bench) => wanted.push(*bench),
                None => return usage(),
            },
        }
    }
    if wanted.is_empty() {
        return usage();
    }
    // The generator has one thread: it shares the cores with the program it measures.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let finished = runtime.block_on(async {
        let mut terminate = signal(SignalKind::terminate()).unwrap();
        // What is dropped here takes its children and folders with it.
        tokio::select! {
            () = measure(Run { rounds }, Report::new(json), wanted) => true,
            _ = tokio::signal::ctrl_c() => false,
            _ = terminate.recv() => false,
        }
    });
    if finished {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(130)
    }
}

async fn measure(run: Run, mut report: Report, wanted: Vec<(&str, Bench)>) {
    report.head();
    limits::head(&mut report);
    for (_, bench) in wanted {
        bench(run, &mut report).await;
    }
}

fn usage() -> ExitCode {
    let names: Vec<&str> = BENCHES.iter().map(|(name, _)| *name).collect();
    let names = names.join(", ");
    eprintln!("scripts/bench NAME… | all [--json] [--rounds N]\nNAME is one of {names}.");
    ExitCode::from(2)
}
