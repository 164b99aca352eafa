//! Completions and the man page, from the same definitions that read the command line.

use clap::CommandFactory;

use crate::cli::Arguments;
use crate::output::{self, Failure};

/// Prints completions for a shell.
pub fn completions(shell: clap_complete::Shell) {
    clap_complete::generate(
        shell,
        &mut Arguments::command(),
        "portcullis",
        &mut std::io::stdout(),
    );
}

/// Prints the man page, with a part for every command.
pub fn man() -> Result<(), Failure> {
    let mut text = Vec::new();
    let mut command = Arguments::command();
    command.build();
    let failed = |e: std::io::Error| Failure::new(e.to_string());
    clap_mangen::Man::new(command.clone())
        .render(&mut text)
        .map_err(failed)?;
    for one in command.get_subcommands() {
        clap_mangen::Man::new(one.clone())
            .render_description_section(&mut text)
            .map_err(failed)?;
        clap_mangen::Man::new(one.clone())
            .render_synopsis_section(&mut text)
            .map_err(failed)?;
        clap_mangen::Man::new(one.clone())
            .render_subcommands_section(&mut text)
            .map_err(failed)?;
    }
    output::line(String::from_utf8_lossy(&text).trim_end());
    Ok(())
}
