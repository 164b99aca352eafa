//! `portcullis audit …`, as clap reads it.

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use portcullis_core::topic::Topic;
use portcullis_store::audit::By;

#[derive(Subcommand)]
pub enum Audit {
    /// Lists the last events, newest first
    List {
        /// The organization's short name; without it, the instance's own log
        organization: Option<String>,
        #[command(flatten)]
        wanted: AuditFilter,
        /// How many events
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        last: u32,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Prints every event, oldest first
    Export {
        /// The organization's short name; without it, the instance's own log
        organization: Option<String>,
        #[command(flatten)]
        wanted: AuditFilter,
        /// As what
        #[arg(long, default_value = "json-lines")]
        format: AuditFormat,
    },
    /// Looks through every log for events that were changed, moved or removed; exit code 1 if there are any
    Verify {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
pub struct AuditFilter {
    /// Only what is about this person of the organization: a login or an account's id
    #[arg(long, value_name = "LOGIN", requires = "organization")]
    pub about: Option<String>,
    /// Only what this person did to others or to the organization
    #[arg(long, value_name = "LOGIN", requires = "organization")]
    pub by: Option<String>,
    /// Only what these did, in the place of a person
    #[arg(long, value_name = "DOER", conflicts_with = "by")]
    pub doer: Option<AuditDoer>,
    /// Only what is about this
    #[arg(long, value_name = "KIND")]
    pub kind: Option<AuditKind>,
    /// Only from this day on (2026-11-22, in UTC)
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub from: Option<Date>,
    /// Only to the end of this day
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub until: Option<Date>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum AuditDoer {
    /// Somebody at the command line
    CommandLine,
    /// The program by itself
    Portal,
    /// Somebody not signed in
    Nobody,
}

impl From<AuditDoer> for By {
    fn from(doer: AuditDoer) -> Self {
        match doer {
            AuditDoer::CommandLine => Self::CommandLine,
            AuditDoer::Portal => Self::Portal,
            AuditDoer::Nobody => Self::Nobody,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum AuditFormat {
    /// A JSON object a line
    JsonLines,
    /// CSV, with the names of people
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum AuditKind {
    /// Signing in and out
    SignIns,
    /// What was refused
    Refusals,
    /// Passwords, MFA and profiles
    Credentials,
    /// What the help desk did
    Help,
    /// Accounts, roles and invitations
    People,
    /// Policy and connections
    Organization,
    /// Exports and verifications
    Records,
}

impl From<AuditKind> for Topic {
    fn from(kind: AuditKind) -> Self {
        match kind {
            AuditKind::SignIns => Self::SignIns,
            AuditKind::Refusals => Self::Refusals,
            AuditKind::Credentials => Self::Credentials,
            AuditKind::Help => Self::Help,
            AuditKind::People => Self::People,
            AuditKind::Organization => Self::Organization,
            AuditKind::Records => Self::Records,
        }
    }
}

/// A day, as it is written.
pub fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "write a day like 2026-11-22".to_owned())
}
