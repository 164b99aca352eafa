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
    let config = Config::load(options)?;
    config.certificates()?;
    config.radius_tls()?;
    if let Some(warning) = config.radius_warning() {
        output::line(&format!("Warning: {warning}."));
    }
    output::line("The configuration has no mistakes.");
    Ok(())
}
