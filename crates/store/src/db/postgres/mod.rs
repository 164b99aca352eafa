//! The `PostgreSQL` engine: a few threads, each with one connection, take units from one queue.
//!
//! READ COMMITTED, so a conditional UPDATE waits for the row and looks again. A unit that lost to
//! a deadlock or a serialization failure is run again.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::{Receiver, channel};
use tokio::sync::{Mutex, oneshot};

use super::counts::Counters;
use super::target::Server;
use super::tx::{self, Mode, Tx};
use super::{Error, Job, OpenError, QUEUE, Queue, Result, now, unit};

mod connection;
mod tls;
mod wire;

pub(super) use connection::Connection;
use connection::Link;

const WORKERS: u64 = 8;
const REPLAYS: u32 = 10;

/// Connects once, to see that it can be done, and starts the threads: their queue. The other
/// connections are made when they are first needed.
pub(super) async fn start(server: Server, counters: &Arc<Counters>) -> Result<Queue, OpenError> {
    let link = Arc::new(Link::new(server)?);
    let (jobs, queue) = channel(QUEUE);
    let queue = Arc::new(Mutex::new(queue));
    let (tell, connected) = oneshot::channel();
    let mut tell = Some(tell);
    for number in 0..WORKERS {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let spawned = runtime.and_then(|runtime| {
            let worker = Worker {
                number,
                link: Arc::clone(&link),
                held: None,
                counters: Arc::clone(counters),
            };
            let (queue, tell) = (Arc::clone(&queue), tell.take());
            thread::Builder::new()
                .name(format!("store worker {number}"))
                .spawn(move || runtime.block_on(worker.serve(&queue, tell)))
        });
        spawned.map_err(|error| Error::unavailable(error.to_string()))?;
    }
    connected
        .await
        .unwrap_or_else(|_| Err(Error::unavailable("its thread has ended")))?;
    Ok(jobs)
}

struct Worker {
    number: u64,
    link: Arc<Link>,
    held: Option<Connection>,
    counters: Arc<Counters>,
}

/// How a try at a unit ended.
enum Tried {
    Done(Result<()>),
    /// Nothing was kept, and the same unit may fare better.
    Again(Error),
}

impl Worker {
    async fn serve(
        mut self,
        queue: &Mutex<Receiver<Job>>,
        tell: Option<oneshot::Sender<Result<()>>>,
    ) {
        if let Some(tell) = tell {
            let connected = self.connection().await.map(drop);
            drop(tell.send(connected));
        }
        // One idle worker waits in the queue, the others for the lock; all of them keep polling
        // their connections, so a connection that the server closed is known before it is used.
        while let Some(mut job) = { queue.lock().await.recv().await } {
            let outcome = self.run(&mut job).await;
            job.unit.answer(outcome);
        }
        if let Some(connection) = self.held.take() {
            connection.close().await;
        }
    }

    async fn connection(&mut self) -> Result<&mut Connection> {
        let connection = match self.held.take() {
            Some(connection) if connection.is_usable() => connection,
            _ => self.link.connect().await?,
        };
        Ok(self.held.insert(connection))
    }

    /// Runs a unit by its deadline. A server that does not answer by then loses the connection, since
    /// nobody knows what it would still do on it.
    async fn run(&mut self, job: &mut Job) -> Result<()> {
        let late = || Err(Error::unavailable("the server does not answer in time"));
        let Some(deadline) = job.deadline else {
            return self.try_out(job).await;
        };
        if deadline <= now() {
            return late(); // it spent its time in the queue
        }
        if let Ok(outcome) = tokio::time::timeout_at(deadline, self.try_out(job)).await {
            return outcome;
        }
        if let Some(connection) = self.held.take() {
            connection.abandon();
        }
        late()
    }

    async fn try_out(&mut self, job: &mut Job) -> Result<()> {
        let mut replays = 0;
        loop {
            match self.attempt(job).await {
                Tried::Done(outcome) => return outcome,
                Tried::Again(error) if replays == REPLAYS => return Err(error),
                Tried::Again(_) => {}
            }
            self.counters.replay();
            // Growing, and different for each worker, so that two do not meet again.
            let pause = (1 << replays) + self.number;
            tokio::time::sleep(Duration::from_millis(pause)).await;
            replays += 1;
        }
    }

    async fn attempt(&mut self, job: &mut Job) -> Tried {
        let counters = Arc::clone(&self.counters);
        let connection = match self.connection().await {
            Ok(connection) => connection,
            Err(error) => return Tried::Done(Err(error)),
        };
        let writes = job.mode == Mode::Write;
        if writes {
            connection.begin();
        }
        let mut tx = Tx::new(tx::Connection::Postgres(connection), job.mode, &counters);
        let outcome = unit::run(job.unit.as_mut(), &mut tx).await;
        match outcome {
            Ok(()) if !writes => Tried::Done(Ok(())),
            Ok(()) => connection.commit(&counters).await,
            Err(error) => {
                let again = connection.may_repeat(job.mode);
                connection.clean_up(job.mode).await;
                if again {
                    return Tried::Again(error);
                }
                Tried::Done(Err(error))
            }
        }
    }
}
