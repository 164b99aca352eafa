//! What nothing can beat on this machine: hashes, commits and syncs without a portal around them.

use std::fs::File;
use std::io::{Seek, Write};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use portcullis_core::credential::password::HashParams;
use rusqlite::Connection;

use crate::report::{Report, Row, median};

/// The machine, at the head of a run.
pub fn head(report: &mut Report) {
    // Above a few hundredths the ratios below say little.
    let row = Row::new("cores that others keep busy", others(), "").of(cores() as f64);
    report.row(&row);
    report.row(&Row::new("fdatasync, p50", sync() * 1e6, "us"));
    let (one, all) = (one_hash(), hashes(Duration::from_secs(2)));
    report.row(&Row::new("raw Argon2id, one hash, p50", one * 1e3, "ms"));
    report.row(&Row::new("raw Argon2id, all cores", all, "/s"));
    report.row(&Row::new("cores", cores() as f64, ""));
}

/// How many threads hash at a time here.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Hashes a second with a thread on each core, each with its memory allocated once.
pub fn hashes(time: Duration) -> f64 {
    let (stop, done) = (AtomicBool::new(false), AtomicU32::new(0));
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..cores() {
            scope.spawn(|| {
                let mut hasher = Hasher::new();
                while !stop.load(Ordering::Relaxed) {
                    hasher.hash();
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        std::thread::sleep(time);
        stop.store(true, Ordering::Relaxed);
    });
    f64::from(done.into_inner()) / start.elapsed().as_secs_f64()
}

/// Seconds that one hash takes when nothing else runs.
pub fn one_hash() -> f64 {
    let mut hasher = Hasher::new();
    hasher.hash();
    let timed = (0..20).map(|_| {
        let start = Instant::now();
        hasher.hash();
        start.elapsed().as_secs_f64()
    });
    median(timed.collect())
}

struct Hasher {
    argon: Argon2<'static>,
    memory: Vec<Block>,
}

impl Hasher {
    fn new() -> Self {
        let HashParams {
            memory_kib,
            passes,
            lanes,
        } = HashParams::DEFAULT;
        let params = Params::new(memory_kib, passes, lanes, Some(32)).unwrap();
        let memory = vec![Block::new(); params.block_count()];
        Self {
            argon: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            memory,
        }
    }

    fn hash(&mut self) {
        let mut out = [0; 32];
        let password = b"a password of usual length";
        self.argon
            .hash_password_into_with_memory(password, &[7; 16], &mut out, &mut self.memory)
            .unwrap();
        std::hint::black_box(out);
    }
}

/// Durable commits a second of `SQLite`, one update each, by one caller.
pub fn commits(time: Duration) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let db = Connection::open(folder.path().join("raw.db")).unwrap();
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE counters (id BIGINT PRIMARY KEY, count BIGINT NOT NULL);
         INSERT INTO counters (id, count) VALUES (1, 0);",
    )
    .unwrap();
    let mut update = db
        .prepare("UPDATE counters SET count = count + 1 WHERE id = 1")
        .unwrap();
    let (start, mut done) = (Instant::now(), 0);
    while start.elapsed() < time {
        assert_eq!(update.execute([]).unwrap(), 1);
        done += 1;
    }
    f64::from(done) / start.elapsed().as_secs_f64()
}

/// Cores that work while this program does nothing.
fn others() -> f64 {
    let busy = || {
        let stat = std::fs::read_to_string("/proc/stat").unwrap();
        let line = stat.lines().next().unwrap().split_whitespace().skip(1);
        let ticks: Vec<f64> = line.map(|ticks| ticks.parse().unwrap()).collect();
        // The fourth and fifth are idle and waiting for a disk; the last two are in the first two.
        (ticks[..8].iter().sum::<f64>() - ticks[3] - ticks[4]) / 100.0
    };
    let (start, before) = (Instant::now(), busy());
    std::thread::sleep(Duration::from_secs(1));
    (busy() - before) / start.elapsed().as_secs_f64()
}

/// Seconds until a page is on the disk.
fn sync() -> f64 {
    let mut file: File = tempfile::tempfile().unwrap();
    let timed = (0..300).map(|_| {
        file.rewind().unwrap();
        file.write_all(&[7; 4096]).unwrap();
        let start = Instant::now();
        file.sync_data().unwrap();
        start.elapsed().as_secs_f64()
    });
    median(timed.collect())
}
