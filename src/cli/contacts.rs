//! `portcullis contact …`, as clap reads it.

use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum Contact {
    /// Lists those of an organization, in the order in which its people see them
    List {
        /// The organization's short name
        organization: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Adds one below the others; with the first, an organization's people see its own instead of the portal's
    Add {
        /// The organization's short name
        organization: String,
        /// Who answers there, like Help desk
        label: String,
        #[command(flatten)]
        reached: Reached,
    },
    /// Removes one; without any left, an organization's people see the portal's
    Remove {
        /// The organization's short name
        organization: String,
        /// Who answers there
        label: String,
        /// Which of several of that name: its number in the list
        #[arg(long)]
        number: Option<usize>,
    },
}

/// How somebody is reached; by telephone, mail, or whatever the note says.
#[derive(Args)]
pub struct Reached {
    /// The number as it is shown, with a menu option where there is one
    #[arg(long)]
    pub phone: Option<String>,
    /// The email address; what members ask for is mailed there too
    #[arg(long)]
    pub mail: Option<String>,
    /// When somebody is there
    #[arg(long)]
    pub hours: Option<String>,
    /// Anything else, in a line
    #[arg(long)]
    pub note: Option<String>,
}
