//! The `portcullis` program: the portal, and the command line that works on the same services.

mod cli;
mod command;
mod config;
mod data;
mod key_file;
mod log;
mod machine;
mod output;
mod reload;
mod serve;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Arguments, Command};

fn main() -> ExitCode {
    machine::keep_secrets_out_of_core_dumps();
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return output::failed(&format!("the program can't start: {error}")),
    };
    match runtime.block_on(run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => output::failed(&failure.to_string()),
    }
}

async fn run(arguments: Arguments) -> Result<(), output::Failure> {
    let options = arguments.options;
    let command = arguments.command.unwrap_or(Command::Serve);
    if options.demo && !matches!(command, Command::Serve) {
        return Err(output::Failure::new("--demo goes with serve only"));
    }
    match command {
        Command::Serve => serve::serve(&options).await,
        Command::CheckConfig { example } => command::check_config::run(&options, example),
        Command::Doctor { json } => command::doctor::run(&options, json).await,
        Command::Migrate => command::migrate::run(&options).await,
        Command::Version => {
            output::line(&format!("portcullis {}", env!("CARGO_PKG_VERSION")));
            Ok(())
        }
        Command::Organization(command) => command::organization::run(&options, command).await,
        Command::Account(command) => command::account::run(&options, command).await,
        Command::Mfa(command) => command::mfa::run(&options, command).await,
        Command::Radius(command) => command::radius::run(&options, command).await,
        Command::Contact(command) => command::contact::run(&options, command).await,
        Command::Group(command) => command::group::run(&options, command).await,
        Command::Application(command) => command::application::run(&options, command).await,
        Command::RemoteComputer(command) => command::remote_computer::run(&options, command).await,
        Command::Key(command) => command::key::run(&options, command).await,
        Command::Audit(command) => command::audit::run(&options, command).await,
        Command::Requests(command) => command::requests::run(&options, command).await,
        Command::Support(command) => command::support::run(&options, command).await,
        Command::Export(command) => command::export::run(&options, command).await,
        Command::Import(command) => command::import::run(&options, command).await,
        Command::Completions { shell } => {
            command::generate::completions(shell);
            Ok(())
        }
        Command::Man => command::generate::man(),
    }
}
