//! `portcullis application …` and `portcullis remote-computer …`, as clap reads them.

use clap::{Args, Subcommand};
use portcullis_core::destination::Icon;

/// The drawings that there are.
const ICONS: [&str; 12] = {
    let mut names = [""; 12];
    let mut at = 0;
    while at < 12 {
        names[at] = Icon::ALL[at].as_str();
        at += 1;
    }
    names
};

#[derive(Subcommand)]
pub enum Application {
    /// Lists those of an organization
    List {
        /// The organization's short name
        organization: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Puts one on the dashboard
    Create {
        /// The short name of the organization whose people use it
        organization: String,
        /// What it is called
        name: String,
        /// Where it is: an address that begins with https
        address: String,
        /// What it is for, in a line
        #[arg(long)]
        description: Option<String>,
        /// The drawing on its tile; without one, its first letters stand there
        #[arg(long, value_parser = ICONS)]
        icon: Option<String>,
        #[command(flatten)]
        whom: ForWhom,
    },
    /// Changes one; what is not said stays as it is
    Edit {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
        #[command(flatten)]
        change: ApplicationChange,
    },
    /// Takes one off the dashboard
    Delete {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
    },
}

#[derive(Args)]
pub struct ApplicationChange {
    /// What it is called from now on
    #[arg(long, value_name = "NAME")]
    pub rename: Option<String>,
    /// Where it is from now on
    #[arg(long)]
    pub address: Option<String>,
    /// What it is for, in a line; empty for nothing
    #[arg(long)]
    pub description: Option<String>,
    /// The drawing on its tile
    #[arg(long, value_parser = ICONS)]
    pub icon: Option<String>,
    /// Its first letters stand on its tile
    #[arg(long, conflicts_with = "icon")]
    pub letters: bool,
    #[command(flatten)]
    pub whom: ForWhom,
    #[command(flatten)]
    pub not: NotForWhom,
}

#[derive(Subcommand)]
pub enum RemoteComputer {
    /// Lists those of an organization
    List {
        /// The organization's short name
        organization: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Puts one on the dashboard
    Create {
        /// The short name of the organization whose people log on there
        organization: String,
        /// What it is called
        name: String,
        /// Where it is, like web-1.example.com or 10.0.0.7:2222
        address: String,
        #[command(flatten)]
        shown: ComputerShown,
    },
    /// Changes one; what is not said stays as it is
    Edit {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
        /// What it is called from now on
        #[arg(long, value_name = "NAME")]
        rename: Option<String>,
        /// Where it is from now on
        #[arg(long)]
        address: Option<String>,
        #[command(flatten)]
        shown: ComputerShown,
        #[command(flatten)]
        not: NotForWhom,
    },
    /// Takes one off the dashboard; who may log on there, its RADIUS client says
    Delete {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
    },
}

#[derive(Args)]
pub struct ComputerShown {
    /// What people type to get there, where it is not ssh; {login} and {address} are filled in
    #[arg(long, value_name = "TEXT")]
    pub command: Option<String>,
    /// They type ssh
    #[arg(long, conflicts_with = "command")]
    pub ssh: bool,
    /// The drawing beside it; without one, a screen
    #[arg(long, value_parser = ICONS)]
    pub icon: Option<String>,
    /// A screen stands beside it
    #[arg(long, conflicts_with = "icon")]
    pub screen: bool,
    #[command(flatten)]
    pub whom: ForWhom,
}

/// Who sees an application or a remote computer.
#[derive(Args)]
pub struct ForWhom {
    /// Somebody who sees it; without any, and without a group, everybody of the organization does
    #[arg(long, value_name = "LOGIN")]
    pub only: Vec<String>,
    /// A group whose people see it
    #[arg(long, value_name = "GROUP")]
    pub group: Vec<String>,
    /// Everybody of the organization sees it
    #[arg(long, conflicts_with_all = ["only", "group"])]
    pub everyone: bool,
}

/// Who sees it no more.
#[derive(Args)]
pub struct NotForWhom {
    /// Somebody who does not see it any more, where not everybody does
    #[arg(long, value_name = "LOGIN")]
    pub not_for: Vec<String>,
    /// A group that does not see it any more
    #[arg(long, value_name = "GROUP")]
    pub not_for_group: Vec<String>,
}
