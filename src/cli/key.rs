//! `portcullis key …`, as clap reads it.

use clap::Subcommand;

#[derive(Subcommand)]
pub enum Key {
    /// Lists the keys of the key file, what needs each, and which may go
    Status {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Makes a new master key and wraps everything with it, while the portal serves; broken off, it goes on where it was
    Rotate,
    /// Takes a master key that nothing needs any more out of the key file
    Retire {
        /// The id that it has in the file
        id: String,
        /// Says that it is meant: copies of the database from before it was rotated no longer open
        #[arg(long)]
        yes: bool,
    },
}
