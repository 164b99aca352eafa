//! `portcullis check-config`.

use crate::cli::Options;
use crate::config::{self, Config};
use crate::output::{self, Failure};

/// Names every mistake at once, or prints an example file.
pub fn run(options: &Options, example: bool) -> Result<(), Failure> {
    if example {
        output::line(config::example().trim_end());
        return Ok(());
    }
    Config::load(options)?.certificates()?;
    output::line("The configuration has no mistakes.");
    Ok(())
}
