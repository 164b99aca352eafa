//! The command line, as clap reads it.

use std::net::SocketAddr;
use std::path::PathBuf;

use jiff::civil::Date;
use portcullis_core::credential::help_code::LETTER_DAYS;
use portcullis_core::invitation::MAX_DAYS;
use portcullis_core::policy::{MAX_GRACE_DAYS, MAX_REMEMBER_DAYS};

use clap::{Args, Parser, Subcommand, ValueEnum};

mod audit;
mod contacts;
mod destinations;
mod groups;
mod key;
mod radius;
mod support;

pub use audit::{Audit, AuditFilter, AuditFormat, day};
pub use contacts::{Contact, Reached};
pub use destinations::{
    Application, ApplicationChange, ComputerShown, ForWhom, NotForWhom, RemoteComputer,
};
pub use groups::Group;
pub use key::Key;
pub use radius::{Flow, Radius, RadiusClient, RadiusTerms, RadiusTest, Signing};
pub use support::Support;

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
    /// Logons to computers and networks that ask by RADIUS
    #[command(subcommand)]
    Radius(Radius),
    /// Whom an organization's people are told to ask
    #[command(subcommand)]
    Contact(Contact),
    /// Groups of people, to whom applications and remote computers are given together
    #[command(subcommand)]
    Group(Group),
    /// Sites that stand on the dashboard
    #[command(subcommand)]
    Application(Application),
    /// Computers that people log on to from afar, as they stand on the dashboard
    #[command(subcommand)]
    RemoteComputer(RemoteComputer),
    /// The keys that are not in the database
    #[command(subcommand)]
    Key(Key),
    /// What happened
    #[command(subcommand)]
    Audit(Audit),
    /// What members ask the help desk for
    #[command(subcommand)]
    Requests(Requests),
    /// What a support code leads to: the true cause of a refusal, the limits in force and what to do
    Support(Support),
    /// Files to take along
    #[command(subcommand)]
    Export(Export),
    /// Files to take in
    #[command(subcommand)]
    Import(Import),
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
    /// Refuses every sign-in of an organization's people, and signs them out
    Suspend {
        /// The short name
        slug: String,
    },
    /// Lets the people of a suspended organization sign in again
    Activate {
        /// The short name
        slug: String,
    },
    /// Deletes an organization with its people and its data key; of its audit log the digests stay
    Delete {
        /// The short name
        slug: String,
        /// Says that it is meant: nothing brings it back
        #[arg(long)]
        yes: bool,
    },
    /// Shows or changes who needs a second factor, and what satisfies it
    Policy {
        /// The short name
        slug: String,
        #[command(flatten)]
        change: PolicyChange,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
pub struct PolicyChange {
    /// Who needs a second factor
    pub rule: Option<Rule>,
    /// For how many days who has nothing set up may put off what is required, 0 to 90
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(0..=i64::from(MAX_GRACE_DAYS)))]
    pub grace_days: Option<u32>,
    /// Counts the days of grace from now on, for everybody
    #[arg(long)]
    pub new_grace: bool,
    /// What satisfies a second factor that is required
    #[arg(long)]
    pub channels: Option<Channels>,
    /// What a first set-up asks for besides the password
    #[arg(long)]
    pub first_proof: Option<FirstProof>,
    /// For how many days a browser may be remembered, 0 (not at all) to 30
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(0..=i64::from(MAX_REMEMBER_DAYS)))]
    pub remember_days: Option<u32>,
    /// For how many hours a session lives, however busy, 1 to 24
    #[arg(long, value_name = "HOURS", value_parser = clap::value_parser!(u32).range(1..=24))]
    pub session_hours: Option<u32>,
    /// For how many minutes a session lives without a request, 5 to 60
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(5..=60))]
    pub idle_minutes: Option<u32>,
    /// After how many minutes away the administration asks for a device again, 5 to 15
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(5..=15))]
    pub administration_minutes: Option<u32>,
    /// How many characters a new password has at least, 8 to 64; 15 where nothing else is asked for, whatever is said here
    #[arg(long, value_name = "CHARACTERS", value_parser = clap::value_parser!(u32).range(8..=64))]
    pub shortest_password: Option<u32>,
    /// Whether members may ask for their account to be deleted
    #[arg(long)]
    pub deletion_requests: Option<YesOrNo>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Channels {
    /// An authenticator app
    App,
    /// Email codes; they cannot protect against a stolen mailbox
    Email,
    /// What the member chooses
    Both,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum FirstProof {
    /// A code mailed to the address on record
    Email,
    /// A code from the help desk
    EnrollmentCode,
    /// Nothing: whoever knows the password is first
    Nothing,
    /// Email where there is a mail server, else nothing
    Default,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum YesOrNo {
    Yes,
    No,
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
    /// Prints an invitation with a one-time code, or mails one with a link
    Invite {
        #[command(flatten)]
        person: Person,
        /// Mails a link to the email address, good for three days, instead of printing a code
        #[arg(long, requires = "email", conflicts_with = "days")]
        mail: bool,
        /// How many days it is good, 1 to 30
        #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(i64).range(1..=MAX_DAYS))]
        days: i64,
    },
    /// Lists the open invitations of an organization
    Invitations {
        /// The organization's short name
        organization: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Mails a new link to somebody who was invited by mail; the one before stops working
    InviteAgain {
        /// The login name that was invited, as in ann@acme
        login: String,
    },
    /// Takes an open invitation back: its link or code stops working
    Uninvite {
        /// The login name that was invited, as in ann@acme
        login: String,
    },
    /// Shows somebody
    Show {
        /// A login: ann@acme, or an email address that signs in
        account: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Changes what is on record about somebody; what is not said stays as it is
    Edit {
        /// A login
        account: String,
        /// The person's name
        #[arg(long)]
        name: Option<String>,
        /// The login name, without the organization
        #[arg(long)]
        login_name: Option<String>,
        /// The email address; it signs in, since the command line vouches for it
        #[arg(long)]
        email: Option<String>,
        /// No address
        #[arg(long, conflicts_with = "email")]
        no_email: bool,
    },
    /// Gives somebody a role in place of the one they have
    Role {
        /// A login
        account: String,
        /// Which; an owner's is for the whole instance, every other for the account's organization
        role: Role,
        /// The last day of it (2026-11-22, in UTC); without, it has no end
        #[arg(long, value_name = "DAY", value_parser = day)]
        until: Option<Date>,
        /// In another organization than the account's own, for a provider's technician; `member` takes it away
        #[arg(long = "in", value_name = "SHORT-NAME")]
        elsewhere: Option<String>,
    },
    /// Deletes somebody's account and everything stored under it; the audit log stays
    Delete {
        /// A login
        account: String,
        /// Says that it is meant: nothing brings it back
        #[arg(long)]
        yes: bool,
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
        /// How you know who is asking; it stands in the audit log
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Ends every session, and what remembers browsers
    SignOut {
        /// A login
        account: String,
        /// How you know who is asking; it stands in the audit log
        #[arg(long, value_name = "TEXT")]
        reason: String,
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
        /// Tells instead which rule asks for what, in plain words
        #[arg(long, conflicts_with = "json")]
        why: bool,
    },
    /// Requires MFA of one account, whatever the policy says
    Require {
        /// A login
        account: String,
        /// Takes the requirement back
        #[arg(long)]
        off: bool,
    },
    /// Gives one account more time to set up what its organization requires
    Extend(Exception),
    /// Takes one account out of what its organization requires, until a day
    Exempt(Exception),
    /// Deletes what somebody has set up for MFA, and signs them out everywhere
    Delete {
        /// A login
        account: String,
        /// How you know who is asking; it stands in the audit log
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Prints a one-time code that opens the first set-up, together with the password
    EnrollmentCode(HelpCode),
    /// Prints a one-time code that opens a new password
    ResetCode(HelpCode),
    /// Lets an account be changed again that its member froze by saying “This wasn’t me”
    Unfreeze {
        /// A login
        account: String,
        /// How you know that it is the member who asks, for the audit log
        #[arg(long)]
        reason: String,
        /// Ends the password, which somebody may know, and prints a code that opens the next one
        #[arg(long)]
        reset_code: bool,
    },
}

#[derive(Args)]
pub struct Exception {
    /// A login
    pub account: String,
    /// For how many days from now
    #[arg(long, required_unless_present = "end")]
    pub days: Option<u32>,
    /// Why; it stands on the policy page and in the audit log
    #[arg(long, value_name = "TEXT", required_unless_present = "end")]
    pub reason: Option<String>,
    /// Takes it back before its time
    #[arg(long, conflicts_with_all = ["days", "reason"])]
    pub end: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Role {
    Member,
    Auditor,
    Helpdesk,
    Admin,
    Owner,
}

impl From<Role> for portcullis_core::role::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Member => Self::Member,
            Role::Auditor => Self::Auditor,
            Role::Helpdesk => Self::Helpdesk,
            Role::Admin => Self::Admin,
            Role::Owner => Self::Owner,
        }
    }
}

#[derive(Args)]
pub struct HelpCode {
    /// A login
    pub account: String,
    /// For paper: longer, and good for days instead of an hour
    #[arg(long)]
    pub letter: bool,
    /// For how many days a letter is good, 14 at most
    #[arg(long, requires = "letter", default_value_t = LETTER_DAYS, value_parser = clap::value_parser!(u32).range(1..=i64::from(LETTER_DAYS)))]
    pub days: u32,
    /// How you know who is asking; it stands in the audit log
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

#[derive(Subcommand)]
pub enum Requests {
    /// Prints the requests of an organization that wait, the oldest first; they are answered in the administration
    List {
        /// The organization's short name
        organization: String,
        /// Prints JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
pub enum Import {
    /// Changes people to what a CSV file says and invites those who are not there yet; all of it or nothing
    Accounts {
        /// The organization's short name
        organization: String,
        /// A file with the columns `login_name`, `name` and `email`, as `export accounts` writes them; - for standard input
        file: PathBuf,
        /// Tells line by line what would happen, and does nothing
        #[arg(long)]
        dry_run: bool,
        /// Mails links, good for three days, instead of printing a letter with a code for each
        #[arg(long, conflicts_with = "days")]
        mail: bool,
        /// How many days the letters are good, 1 to 30
        #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(i64).range(1..=MAX_DAYS))]
        days: i64,
    },
}

#[derive(Subcommand)]
pub enum Export {
    /// Prints the people of an organization as CSV
    Accounts {
        /// The organization's short name
        organization: String,
    },
}
