//! The command line, as clap reads it.

use std::net::SocketAddr;
use std::path::PathBuf;

use portcullis_core::invitation::MAX_DAYS;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// A self-hosted sign-in portal that puts a second factor in front of an organization's people.
#[derive(Parser)]
#[command(name = "portcullis", version, about)]
pub struct Arguments {
    #[command(flatten)]
    pub options: Options,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What applies to every command.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// The configuration file (else ./portcullis.toml, else /etc/portcullis/portcullis.toml)
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Where the embedded database and the master key are (else ./portcullis-data)
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Where the portal listens
    #[arg(long, global = true, value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// The address under which people reach the portal
    #[arg(long, global = true, value_name = "URL")]
    pub public_url: Option<String>,
    /// A throw-away portal with example people
    #[arg(long, global = true, conflicts_with = "data")]
    pub demo: bool,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serves the portal (what happens without a command)
    Serve,
    /// Names every mistake in the configuration
    CheckConfig {
        /// Prints an example file with every key and its default instead
        #[arg(long)]
        example: bool,
    },
    /// Says whether all is well, and what to do where it is not
    Doctor {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Organizations and their policy
    #[command(subcommand)]
    Organization(Organization),
    /// People
    #[command(subcommand)]
    Account(Account),
    /// Second factors of one person
    #[command(subcommand)]
    Mfa(Mfa),
    /// What happened
    #[command(subcommand)]
    Audit(Audit),
    /// Brings the database up to date without serving
    Migrate,
    /// Prints the version
    Version,
    /// Prints completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Prints the man page
    Man,
}

#[derive(Subcommand)]
pub enum Organization {
    /// Lists them
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Makes one
    Create {
        /// The short name, as in ann@acme
        slug: String,
        /// The name
        name: String,
        /// Who needs a second factor
        #[arg(long, default_value = "required")]
        policy: Rule,
    },
    /// Shows one
    Show {
        /// The short name
        slug: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Shows or changes who needs a second factor
    Policy {
        /// The short name
        slug: String,
        /// The new policy
        rule: Option<Rule>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Rule {
    /// MFA is not offered
    Off,
    /// Members may set it up
    Optional,
    /// Everybody must have a second factor
    Required,
}

#[derive(Args)]
pub struct Person {
    /// The organization's short name
    pub organization: String,
    /// The login name, without the organization
    pub login_name: String,
    /// The person's name
    pub name: String,
    /// The email address; it signs in, since the command line vouches for it
    #[arg(long)]
    pub email: Option<String>,
}

#[derive(Subcommand)]
pub enum Account {
    /// Lists the people of an organization
    List {
        /// The organization's short name
        organization: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Adds somebody at once; the password is read from the terminal or from standard input
    Create(Person),
    /// Prints an invitation with a one-time code
    Invite {
        #[command(flatten)]
        person: Person,
        /// How many days it is good, 1 to 30
        #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(i64).range(1..=MAX_DAYS))]
        days: i64,
    },
    /// Shows somebody
    Show {
        /// A login: ann@acme, or an email address that signs in
        account: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Ends all sessions and refuses every sign-in
    Suspend {
        /// A login
        account: String,
    },
    /// Lets a suspended account sign in again
    Activate {
        /// A login
        account: String,
    },
    /// Lifts delays and suspended factors
    Unlock {
        /// A login
        account: String,
    },
}

#[derive(Subcommand)]
pub enum Mfa {
    /// Shows what somebody has set up and what is required
    Status {
        /// A login
        account: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Requires MFA of one account, whatever the policy says
    Require {
        /// A login
        account: String,
        /// Takes the requirement back
        #[arg(long)]
        off: bool,
    },
}

#[derive(Subcommand)]
pub enum Audit {
    /// Lists the last events, newest first
    List {
        /// The organization's short name; without it, the instance's own log
        organization: Option<String>,
        /// How many events
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        last: u32,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Prints every event, oldest first, as one JSON object a line
    Export {
        /// The organization's short name; without it, the instance's own log
        organization: Option<String>,
    },
    /// Looks through every log for events that were changed, moved or removed; exit code 1 if there are any
    Verify {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}
