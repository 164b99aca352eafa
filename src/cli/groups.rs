//! `portcullis group …`, as clap reads it.

use clap::Subcommand;

#[derive(Subcommand)]
pub enum Group {
    /// Lists those of an organization
    List {
        /// The organization's short name
        organization: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Makes one
    Create {
        /// The short name of the organization whose people are in it
        organization: String,
        /// What it is called
        name: String,
    },
    /// Lists who is in one
    Members {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Puts people into one: they get what is given to it
    Add {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
        /// Their logins
        #[arg(required = true, value_name = "LOGIN")]
        people: Vec<String>,
    },
    /// Takes people out of one
    Remove {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
        /// Their logins
        #[arg(required = true, value_name = "LOGIN")]
        people: Vec<String>,
    },
    /// Gives one another name
    Rename {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
        /// What it is called from now on
        to: String,
    },
    /// Deletes one: what is given to it alone is nobody's any more
    Delete {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
    },
}
