//! The threads that hash passwords. Their memory is allocated once, their queue is short: what does
//! not fit is told to come back, instead of taking the whole machine (security.md RL-3). They are
//! nicer than the others, so that pages without a password stay quick.

mod queue;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use portcullis_core::credential::password::{
    self, HashFailed, HashParams, Memory, Password, Pepper, Verified,
};
use portcullis_core::credential::recovery_code::{self, CodeHash, RecoveryCode};
use portcullis_core::id::OrganizationId;
use portcullis_core::login::Realm;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use rustix::process::setpriority_process;
use tokio::sync::oneshot;

use crate::fault::Fault;
use crate::stopwatch::Stopwatch;
use queue::{Line, Queue};

/// How long one may wait before it is given up.
pub const PATIENCE: Duration = Duration::from_secs(2);
/// After how many seconds a refused client should come back.
pub const RETRY_AFTER_SECONDS: u32 = 2;
/// How many realms are known at most.
const REALMS: usize = 10_000;
/// How nice the threads are (`setpriority(2)`).
const NICENESS: i32 = 10;

type Work = Box<dyn FnOnce(&mut Memory) + Send>;

/// What monitoring reads of the pool.
#[derive(Clone)]
pub struct HashingMetrics {
    /// Hashes being computed.
    pub running: Gauge,
    /// Hashes that the queue did not take, or that waited too long.
    pub refused: Counter,
    /// How long a hash took, in seconds.
    pub seconds: Histogram,
}

/// The pool.
pub struct Hashing {
    /// What monitoring reads.
    pub metrics: HashingMetrics,
    queue: Arc<Queue<Work>>,
    patience: Duration,
    /// Realms from which somebody has signed in, and to which organization, if it was always the same one.
    known: Mutex<HashMap<Realm, Option<OrganizationId>>>,
    peppers: Arc<Vec<Pepper>>,
    params: HashParams,
    /// Stands in for the hash of an account that doesn't exist.
    nobody: String,
}

impl Hashing {
    /// Starts the threads. `chance` makes the hash that stands in for accounts that don't exist.
    pub fn start(
        threads: usize,
        params: HashParams,
        peppers: Vec<Pepper>,
        chance: [u8; 48],
    ) -> Result<Self, Fault> {
        let queue = Queue::new();
        let metrics = HashingMetrics {
            running: Gauge::default(),
            refused: Counter::default(),
            seconds: Histogram::new(exponential_buckets(0.004, 2.0, 10)),
        };
        for number in 0..threads.max(1) {
            let (work, metrics) = (queue.clone(), metrics.clone());
            thread::Builder::new()
                .name(format!("hash-{number}"))
                .spawn(move || run(&work, &metrics))
                .map_err(|e| Fault::Unavailable(format!("no thread for hashing: {e}")))?;
        }
        let pepper = peppers
            .first()
            .ok_or_else(|| Fault::Broken("there is no pepper".to_owned()))?;
        let nobody = password::of_nobody(&chance, params, pepper)?;
        Ok(Self {
            metrics,
            queue,
            patience: PATIENCE,
            known: Mutex::default(),
            peppers: Arc::new(peppers),
            params,
            nobody,
        })
    }

    /// Checks a password against a stored hash; without one, against a hash that nobody's password
    /// opens, so that an unknown login takes the same time.
    pub async fn verify(
        &self,
        realm: Realm,
        password: Password,
        stored: Option<String>,
    ) -> Result<Verified, Fault> {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.nobody.clone());
        let verified = self.compare(self.line_of(realm), password, stored).await?;
        Ok(if known { verified } else { Verified::Wrong })
    }

    /// Checks the password of somebody who is signed in.
    pub async fn verify_again(
        &self,
        realm: Realm,
        password: Password,
        stored: String,
    ) -> Result<Verified, Fault> {
        self.compare(self.line_of_known(realm), password, stored)
            .await
    }

    async fn compare(
        &self,
        line: Line,
        password: Password,
        stored: String,
    ) -> Result<Verified, Fault> {
        let (peppers, params) = (self.peppers.clone(), self.params);
        let work = move |memory: &mut Memory| {
            password::verify(&password, &stored, &peppers, params, memory)
        };
        Ok(self.run(line, work).await??)
    }

    /// Somebody has signed in from a realm to an organization, whose line it shares from now on; a realm of several has
    /// one of its own.
    pub fn know(&self, realm: &Realm, organization: OrganizationId) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(one) = known.get_mut(realm) {
            if *one != Some(organization) {
                *one = None;
            }
            return;
        }
        if known.len() >= REALMS {
            known.clear(); // whoever signs in is known again
        }
        known.insert(realm.clone(), Some(organization));
    }

    /// The line in which a password waits. Realms that anybody may have made up share one, so that
    /// many of them get no more than one; which realms are known tells nothing about an account.
    fn line_of(&self, realm: Realm) -> Line {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        match known.get(&realm) {
            Some(Some(organization)) => Line::Organization(*organization),
            Some(None) => Line::Realm(realm),
            None => Line::Realm(Realm::nobodys()),
        }
    }

    /// The line of somebody who is signed in, or has proved a first thing: never the one of those who made a realm up.
    fn line_of_known(&self, realm: Realm) -> Line {
        match self.line_of(realm.clone()) {
            Line::Realm(_) => Line::Realm(realm),
            line @ Line::Organization(_) => line,
        }
    }

    /// Hashes a new password.
    pub async fn hash(
        &self,
        realm: Realm,
        password: Password,
        salt: [u8; 16],
    ) -> Result<String, Fault> {
        let (peppers, params) = (self.peppers.clone(), self.params);
        let hashed = self
            .run(self.line_of_known(realm), move |memory| {
                let pepper = peppers.first().ok_or(HashFailed)?;
                password::hash(&password, &salt, params, pepper, memory)
            })
            .await?;
        Ok(hashed?)
    }

    /// Hashes recovery codes under one salt, with the parameters and pepper of their set.
    pub async fn hash_codes(
        &self,
        realm: Realm,
        codes: Vec<RecoveryCode>,
        salt: [u8; 16],
        how: (HashParams, String),
    ) -> Result<Vec<CodeHash>, Fault> {
        let mut hashes = Vec::with_capacity(codes.len());
        for code in codes {
            // One at a time, so that ten codes don't keep a sign-in waiting for ten hashes.
            let (peppers, how) = (self.peppers.clone(), how.clone());
            let hashed = self
                .run(self.line_of_known(realm.clone()), move |memory| {
                    let pepper = peppers.iter().find(|p| p.id() == how.1).ok_or(HashFailed)?;
                    recovery_code::hash(&code, &salt, how.0, pepper, memory)
                })
                .await?;
            hashes.push(hashed?);
        }
        Ok(hashes)
    }

    /// What new sets of recovery codes are hashed with.
    pub fn for_new_codes(&self) -> (HashParams, String) {
        (
            self.params,
            self.peppers
                .first()
                .map(|p| p.id().to_owned())
                .unwrap_or_default(),
        )
    }

    /// How many hashes wait for a thread.
    pub fn waiting(&self) -> usize {
        self.queue.waiting()
    }

    async fn run<T: Send + 'static>(
        &self,
        line: Line,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let (starts, started) = oneshot::channel();
        let (answers, answer) = oneshot::channel();
        let work: Work = Box::new(move |memory| {
            if starts.send(()).is_err() {
                return; // whoever asked has lost patience
            }
            let _ = answers.send(work(memory)); // and if not, will hear
        });
        let busy = || {
            self.metrics.refused.inc();
            Fault::Busy
        };
        let place = self.queue.push(line, work).ok_or_else(busy)?;
        let waited = tokio::time::timeout(self.patience, started).await;
        drop(place);
        match waited {
            // It waited too long, or gave its place up.
            Err(_) | Ok(Err(_)) => Err(busy()),
            Ok(Ok(())) => answer
                .await
                .map_err(|_| Fault::Broken("a hashing thread broke off".to_owned())),
        }
    }
}

impl Drop for Hashing {
    fn drop(&mut self) {
        self.queue.close();
    }
}

fn run(work: &Queue<Work>, metrics: &HashingMetrics) {
    // A refusal leaves the thread as it was: slower pages under load, nothing wrong.
    let _ = setpriority_process(None, NICENESS);
    let mut memory = Memory::default();
    while let Some(next) = work.take() {
        metrics.running.inc();
        let took = Stopwatch::start();
        // A panic costs the one answer, not the thread.
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| next(&mut memory)));
        metrics.seconds.observe(took.elapsed().as_secs_f64());
        metrics.running.dec();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    const ACME: OrganizationId = OrganizationId::from_bytes([1; 16]);
    const NORTH: OrganizationId = OrganizationId::from_bytes([2; 16]);

    fn acme() -> Line {
        Line::Realm(Realm::of_organization("acme"))
    }

    fn pool(patience: Duration) -> Arc<Hashing> {
        let pepper = Pepper::new("1", [1; 32]);
        let mut hashing =
            Hashing::start(1, HashParams::FOR_TESTS, vec![pepper], [7; 48]).expect("a pool");
        hashing.patience = patience;
        Arc::new(hashing)
    }

    #[tokio::test]
    async fn realms_that_anybody_makes_up_share_a_line() {
        let pool = pool(PATIENCE);
        let realm = Realm::of_login;
        pool.know(&realm("ann@acme"), ACME);
        pool.know(&realm("ann@acme.example"), ACME);
        for login in ["ann@acme", "ben@ACME", "eva@acme.example"] {
            assert_eq!(pool.line_of(realm(login)), Line::Organization(ACME));
        }
        for made_up in ["x@r1", "x@r2", "x"] {
            let line = pool.line_of(realm(made_up));
            assert_eq!(line, Line::Realm(Realm::nobodys()));
            assert_eq!(
                pool.line_of_known(realm(made_up)),
                Line::Realm(realm(made_up))
            );
        }
        // What two organizations sign in from is neither's.
        pool.know(&realm("x@mail.example"), ACME);
        pool.know(&realm("y@mail.example"), NORTH);
        pool.know(&realm("x@mail.example"), ACME);
        let shared = realm("z@mail.example");
        assert_eq!(pool.line_of(shared.clone()), Line::Realm(shared));
    }

    #[tokio::test]
    async fn whoever_loses_patience_frees_the_place_and_is_not_hashed() {
        let pool = pool(Duration::ZERO);
        // The one thread is held until told otherwise.
        let (held, is_held) = mpsc::channel();
        let (go_on, wait) = mpsc::channel::<()>();
        let holding = pool.queue.push(
            acme(),
            Box::new(move |_| {
                held.send(()).unwrap();
                wait.recv().unwrap();
            }),
        );
        is_held.recv().unwrap();
        let (done, never) = mpsc::channel::<()>();
        for _ in 0..3 * queue::QUEUE {
            let done = done.clone();
            let refused = pool.run(acme(), move |_| done.send(()).unwrap()).await;
            assert!(matches!(refused, Err(Fault::Busy)));
            assert_eq!(pool.queue.waiting(), 0);
        }
        go_on.send(()).unwrap();
        drop((done, holding));
        assert!(never.recv().is_err(), "none of it was done");
    }

    #[tokio::test]
    async fn what_is_dropped_while_it_waits_frees_its_place_too() {
        let pool = pool(PATIENCE);
        let (go_on, wait) = mpsc::channel::<()>();
        let (held, is_held) = mpsc::channel();
        let holding = pool.queue.push(
            acme(),
            Box::new(move |_| {
                held.send(()).unwrap();
                wait.recv().unwrap();
            }),
        );
        is_held.recv().unwrap();
        let waiting = tokio::spawn({
            let pool = pool.clone();
            async move { pool.run(acme(), |_| ()).await.is_ok() }
        });
        while pool.queue.waiting() == 0 {
            tokio::task::yield_now().await;
        }
        waiting.abort();
        let _ = waiting.await;
        assert_eq!(pool.queue.waiting(), 0);
        go_on.send(()).unwrap();
        drop(holding);
    }

    #[tokio::test]
    async fn a_panic_costs_one_answer_and_not_the_thread() {
        let pool = pool(Duration::from_mins(1));
        let broken = pool.run(acme(), |_| panic!("a test's")).await;
        assert!(matches!(broken, Err::<(), _>(Fault::Broken(_))));
        assert!(matches!(pool.run(acme(), |_| 5).await, Ok(5)));
    }
}
