//! The log of all portals of this process, as much of it as the program would ever write, kept to be looked through.

use std::io::{self, Write};
use std::sync::{Mutex, Once, PoisonError};

use tracing::{Level, Metadata};
use tracing_subscriber::Registry;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;

/// Where a test lets lines come from that only its own portal must find.
pub const PLANTED: &str = "portcullis_planted";

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// From now on every line is kept.
pub fn listens() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let lines = tracing_subscriber::fmt::layer()
            .with_ansi(false)
            .without_time()
            .with_writer(Keeper);
        let log = Registry::default().with(lines).with(filter_fn(is_written));
        tracing::subscriber::set_global_default(log).unwrap();
    });
}

/// What the program writes when it is asked for all (`src/log.rs`).
fn is_written(about: &Metadata<'_>) -> bool {
    about.target().starts_with("portcullis") || *about.level() <= Level::INFO
}

/// How many lines there are.
pub fn length() -> usize {
    LINES.lock().unwrap_or_else(PoisonError::into_inner).len()
}

/// The lines from a number on.
pub fn since(number: usize) -> Vec<String> {
    let lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    lines.get(number..).unwrap_or_default().to_vec()
}

/// Whether a line is a planted one, and not in the log of the portal at this address.
pub fn is_planted_for_others(line: &str, base: &str) -> bool {
    line.contains(PLANTED) && !line.contains(&format!("base=\"{base}\""))
}

struct Keeper;

impl<'a> MakeWriter<'a> for Keeper {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        Self
    }
}

impl Write for Keeper {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line).into_owned();
        LINES
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(text);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
