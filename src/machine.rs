//! The real clock and the operating system's randomness: the one place that asks the machine.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use portcullis_core::time::Timestamp;
use portcullis_server::door::{Chance, Clock, NoChance};
use rustix::process::{
    DumpableBehavior, Resource, Rlimit, dumpable_behavior, getrlimit, set_dumpable_behavior,
    setrlimit,
};

struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is where time comes in")]
    fn now(&self) -> Timestamp {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

struct OperatingSystem;

impl Chance for OperatingSystem {
    #[expect(clippy::disallowed_methods, reason = "this is where chance comes in")]
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance> {
        getrandom::fill(bytes).map_err(|_| NoChance)
    }
}

/// The machine's clock.
pub fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}

/// The operating system's randomness.
pub fn chance() -> Arc<dyn Chance> {
    Arc::new(OperatingSystem)
}

/// How many hashes the machine can compute at a time.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// The name of the machine, for the audit log: `operator@host`.
pub fn host() -> String {
    rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned()
}

/// Takes as many open files as the system lets us have, since each connection is one; says how many.
pub fn raise_file_limit() -> u64 {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        ..limit
    };
    // A system that refuses this leaves us with what there is.
    let _ = setrlimit(Resource::Nofile, raised);
    getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX)
}

/// Whether [`keep_secrets_out_of_core_dumps`] was in vain.
pub fn writes_core_dumps() -> bool {
    let limit = getrlimit(Resource::Core).current;
    let dumpable = dumpable_behavior();
    limit != Some(0) || !matches!(dumpable, Ok(DumpableBehavior::NotDumpable))
}

/// Neither a crash nor another process of the same user may write our memory to a file.
pub fn keep_secrets_out_of_core_dumps() {
    // A refusal means that the system does not know the setting; then there is nothing to set.
    let _ = setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    );
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}
