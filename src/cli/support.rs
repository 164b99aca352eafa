//! `portcullis support …`, as clap reads it.

use clap::Args;

#[derive(Args)]
pub struct Support {
    /// The code, as its page shows it: five letters and digits
    pub code: String,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}
