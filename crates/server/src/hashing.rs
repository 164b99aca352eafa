//! The threads that hash passwords. Their memory is allocated once, their queue is short: what does
//! not fit is told to come back, instead of taking the whole machine (security.md RL-3).

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use portcullis_core::credential::password::{
    self, HashFailed, HashParams, Memory, Password, Pepper, Verified,
};
use portcullis_core::credential::recovery_code::{self, CodeHash, RecoveryCode};
use tokio::sync::oneshot;

use crate::fault::Fault;

/// How many hashes may wait.
pub const QUEUE: usize = 64;
/// How long one may wait before it is given up.
pub const PATIENCE: Duration = Duration::from_secs(2);
/// After how many seconds a refused client should come back.
pub const RETRY_AFTER_SECONDS: u32 = 2;

type Work = Box<dyn FnOnce(&mut Memory) + Send>;

/// The pool.
pub struct Hashing {
    queue: SyncSender<Work>,
    peppers: Arc<Vec<Pepper>>,
    params: HashParams,
    dummy: String,
}

impl Hashing {
    /// Starts the threads. `chance` makes the hash that stands in for accounts that don't exist.
    pub fn start(
        threads: usize,
        params: HashParams,
        peppers: Vec<Pepper>,
        chance: [u8; 32],
    ) -> Result<Self, Fault> {
        let (queue, work) = sync_channel::<Work>(QUEUE);
        let work = Arc::new(Mutex::new(work));
        for number in 0..threads.max(1) {
            let work = work.clone();
            thread::Builder::new()
                .name(format!("hash-{number}"))
                .spawn(move || run(&work, params))
                .map_err(|e| Fault::Unavailable(format!("no thread for hashing: {e}")))?;
        }
        let pepper = peppers
            .first()
            .ok_or_else(|| Fault::Broken("there is no pepper".to_owned()))?;
        let (mut salt, secret) = ([0; 16], format!("{:?}", &chance[16..]));
        salt.copy_from_slice(&chance[..16]);
        let nobody = Password::typed(&secret).ok_or(HashFailed)?;
        let dummy = password::hash(&nobody, &salt, params, pepper, &mut Memory::new(params))?;
        Ok(Self {
            queue,
            peppers: Arc::new(peppers),
            params,
            dummy,
        })
    }

    /// Checks a password against a stored hash; without one, against a hash that nobody's password
    /// opens, so that an unknown login takes the same time.
    pub async fn verify(
        &self,
        password: Password,
        stored: Option<String>,
    ) -> Result<Verified, Fault> {
        let (peppers, params) = (self.peppers.clone(), self.params);
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.dummy.clone());
        let verified = self
            .run(move |memory| password::verify(&password, &stored, &peppers, params, memory))
            .await??;
        Ok(if known { verified } else { Verified::Wrong })
    }

    /// Hashes a new password.
    pub async fn hash(&self, password: Password, salt: [u8; 16]) -> Result<String, Fault> {
        let (peppers, params) = (self.peppers.clone(), self.params);
        let hashed = self
            .run(move |memory| {
                let pepper = peppers.first().ok_or(HashFailed)?;
                password::hash(&password, &salt, params, pepper, memory)
            })
            .await?;
        Ok(hashed?)
    }

    /// Hashes recovery codes under one salt, with the parameters and pepper of their set.
    pub async fn hash_codes(
        &self,
        codes: Vec<RecoveryCode>,
        salt: [u8; 16],
        how: (HashParams, String),
    ) -> Result<Vec<CodeHash>, Fault> {
        let mut hashes = Vec::with_capacity(codes.len());
        for code in codes {
            // One at a time, so that ten codes don't keep a sign-in waiting for ten hashes.
            let (peppers, how) = (self.peppers.clone(), how.clone());
            let hashed = self
                .run(move |memory| {
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

    async fn run<T: Send + 'static>(
        &self,
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
        self.queue.try_send(work).map_err(|e| match e {
            TrySendError::Full(_) => Fault::Busy,
            TrySendError::Disconnected(_) => {
                Fault::Unavailable("the hashing threads are gone".to_owned())
            }
        })?;
        match tokio::time::timeout(PATIENCE, started).await {
            Err(_) => Err(Fault::Busy),
            Ok(_) => answer
                .await
                .map_err(|_| Fault::Broken("a hashing thread broke off".to_owned())),
        }
    }
}

fn run(work: &Mutex<Receiver<Work>>, params: HashParams) {
    let mut memory = Memory::new(params);
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(next) = next else { return };
        // A panic costs the one answer, not the thread.
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| next(&mut memory)));
    }
}
