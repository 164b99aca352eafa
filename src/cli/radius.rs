//! `portcullis radius`: the servers that ask for remote logons, and trying one out.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use ipnet::IpNet;
use portcullis_core::radius::Fingerprint;
use portcullis_server::radius::clients;

use super::YesOrNo;

#[derive(Subcommand)]
pub enum Radius {
    /// Computers, VPNs and firewalls that ask whether somebody may log on
    #[command(subcommand)]
    Client(RadiusClient),
    /// Asks the portal as a client does, and says what is wrong where no good answer comes. Secret, password and
    /// code are read from the terminal, or line by line from standard input
    Test(RadiusTest),
}

#[derive(Args)]
pub struct RadiusTest {
    /// Where the portal is asked; where the configuration says, else 127.0.0.1:1812, or port 2083 of the name after --tls
    #[arg(long, value_name = "ADDR")]
    pub server: Option<SocketAddr>,
    /// From which of this machine's addresses it is asked
    #[arg(long, value_name = "ADDRESS")]
    pub from: Option<IpAddr>,
    /// Who logs on; without it only address and secret are tried
    #[arg(long)]
    pub login: Option<String>,
    /// As clients ask that can't sign
    #[arg(long)]
    pub unsigned: bool,
    /// Asks over TLS instead; this is the portal's name as it stands in its certificate
    #[arg(long, value_name = "NAME", requires_all = ["certificate", "key"])]
    pub tls: Option<String>,
    /// Over TLS: the client's certificate as a PEM file, with those that stand between it and who is trusted behind it
    #[arg(long, value_name = "FILE", requires = "tls")]
    pub certificate: Option<PathBuf>,
    /// Over TLS: the key of that certificate, as a PEM file
    #[arg(long, value_name = "FILE", requires = "tls")]
    pub key: Option<PathBuf>,
    /// Over TLS: who signed the portal's certificate, as a PEM file
    #[arg(
        long,
        value_name = "FILE",
        requires = "tls",
        conflicts_with = "fingerprint"
    )]
    pub ca: Option<PathBuf>,
    /// Over TLS: the SHA-256 fingerprint of the portal's certificate, where nobody's word is taken for it
    #[arg(long, requires = "tls")]
    pub fingerprint: Option<Fingerprint>,
}

#[derive(Subcommand)]
pub enum RadiusClient {
    /// Adds one and prints the secret that it shares with the portal
    Create {
        /// The short name of the organization whose people log on there
        organization: String,
        /// What it is called
        name: String,
        /// The address that it asks from, or a network, like 10.0.0.7 or 10.0.0.0/24
        #[arg(value_parser = network, required_unless_present = "certificate", conflicts_with = "certificate")]
        network: Option<IpNet>,
        /// For one that asks over TLS, from wherever: its certificate as a PEM file, or the SHA-256 fingerprint of it
        #[arg(long, value_name = "FILE|FINGERPRINT")]
        certificate: Option<String>,
        #[command(flatten)]
        may: RadiusTerms,
    },
    /// Lists those of an organization
    List {
        /// The organization's short name
        organization: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Shows one
    Show {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Changes what one may; what is not said stays as it is
    Edit {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
        #[command(flatten)]
        may: RadiusTerms,
        /// Somebody who may not log on any more, where not everybody may
        #[arg(long, value_name = "LOGIN")]
        disallow: Vec<String>,
        /// A group that may not log on any more
        #[arg(long, value_name = "GROUP")]
        disallow_group: Vec<String>,
        /// Another certificate of one that asks over TLS: both are good until the old one is taken away
        #[arg(long, value_name = "FILE|FINGERPRINT")]
        certificate: Vec<String>,
        /// A certificate that is not good any more
        #[arg(long, value_name = "FILE|FINGERPRINT")]
        remove_certificate: Vec<String>,
    },
    /// Gives one another secret and prints it
    Rotate {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
    },
    /// Removes one: it is not answered any more
    Delete {
        /// The organization's short name
        organization: String,
        /// What it is called
        name: String,
    },
}

#[derive(Args)]
pub struct RadiusTerms {
    /// Whether requests must carry a Message-Authenticator: always (what a new client starts with), from the first
    /// right one on, or never
    #[arg(long, value_name = "WHEN")]
    pub message_authenticator: Option<Signing>,
    /// How it asks for the second factor: by a challenge (what a new client starts with), with password and code in
    /// one field, or the code alone, where it checks the password itself
    #[arg(long, value_name = "HOW")]
    pub flow: Option<Flow>,
    /// Somebody who may log on; without any, and without a group, everybody of the organization may
    #[arg(long, value_name = "LOGIN")]
    pub only: Vec<String>,
    /// A group whose people may log on
    #[arg(long, value_name = "GROUP")]
    pub group: Vec<String>,
    /// Everybody of the organization may log on
    #[arg(long, conflicts_with_all = ["only", "group"])]
    pub everyone: bool,
    /// Whether a recovery code may stand for the second factor there
    #[arg(long)]
    pub recovery_codes: Option<YesOrNo>,
    /// What the client is told with every logon, like Filter-Id=staff or 26.9.1=shell:priv-lvl=15
    #[arg(long = "return", value_name = "NAME=VALUE")]
    pub returned: Vec<String>,
    /// The client is told nothing besides
    #[arg(long, conflicts_with = "returned")]
    pub return_nothing: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Signing {
    /// Always
    Yes,
    /// From the first right one on
    Auto,
    /// Never: only on the same machine or in a tunnel, for clients that can't
    No,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Flow {
    /// The password first, then by a challenge the code
    Challenge,
    /// The code right behind the password, for clients that can't show a challenge
    Together,
    /// The code alone, for clients that check the password themselves
    CodeAlone,
}

fn network(text: &str) -> Result<IpNet, String> {
    clients::network(text)
        .map_err(|_| "write an address, like 10.0.0.7, or a network, like 10.0.0.0/24".to_owned())
}
