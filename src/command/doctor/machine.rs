//! What this machine does with passwords and memory.

use portcullis_core::credential::password::{
    HashFailed, HashParams, Memory, Password, Pepper, hash,
};
use portcullis_server::stopwatch::Stopwatch;

use super::Finding;
use crate::config::Config;
use crate::machine;

/// From how many milliseconds a hash on, people notice that they wait.
const SLOW: u128 = 1_000;

pub fn examine(config: &Config) -> [Finding; 2] {
    [hashing(config), core_dumps()]
}

fn hashing(config: &Config) -> Finding {
    let check = "password hash";
    let (params, threads) = (config.settings.hash_params, config.settings.hashing_threads);
    let shown = format!(
        "Argon2id m={} KiB t={} p={}, {threads} threads",
        params.memory_kib, params.passes, params.lanes
    );
    let Ok(took) = measure(params) else {
        return Finding::problem(
            check,
            shown,
            "give the machine more memory, or the hash less",
        );
    };
    let found = format!("{shown}, {took} ms a hash");
    if !params.is_enough() {
        let advice = "make it dearer: 19456 KiB with two passes are the least";
        Finding::problem(check, found, advice)
    } else if took > SLOW {
        let advice = "lower `password.memory_kib` or `password.passes`: people wait for it";
        Finding::warning(check, found, advice)
    } else {
        Finding::ok(check, found)
    }
}

/// The median of three hashes, in milliseconds.
fn measure(params: HashParams) -> Result<u128, HashFailed> {
    let password = Password::typed("a password to measure with").ok_or(HashFailed)?;
    let pepper = Pepper::new("measure", [0; 32]);
    let mut memory = Memory::default();
    let mut took = [0; 3];
    for one in &mut took {
        let watch = Stopwatch::start();
        hash(&password, &[0; 16], params, &pepper, &mut memory)?;
        *one = watch.elapsed().as_millis();
    }
    took.sort_unstable();
    Ok(took[1])
}

fn core_dumps() -> Finding {
    if machine::writes_core_dumps() {
        let advice =
            "see that nothing hinders the program from switching them off (setrlimit, prctl)";
        Finding::warning("core dumps", "on", advice)
    } else {
        Finding::ok("core dumps", "off")
    }
}
