//! Completions and the man page, from the same definitions that read the command line.

use clap::CommandFactory;

use crate::cli::Arguments;
use crate::output::Failure;

/// Prints completions for a shell.
pub fn completions(shell: clap_complete::Shell) {
    clap_complete::generate(
        shell,
        &mut Arguments::command(),
        "portcullis",
        &mut std::io::stdout(),
    );
}

/// Prints the man page.
pub fn man() -> Result<(), Failure> {
    let page = clap_mangen::Man::new(Arguments::command());
    page.render(&mut std::io::stdout())
        .map_err(|e| Failure::new(e.to_string()))
}
