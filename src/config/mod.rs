//! The configuration: a file, then the environment, then flags. All keys stand in one table
//! (`keys`), which reads them, names the mistakes and writes the example file.

mod keys;
mod read;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use portcullis_core::credential::password::HashParams;
use portcullis_core::credential::totp::Window;
use portcullis_server::app::{Contact, ForwardingHeader, Settings};
use portcullis_server::mail::{MailSettings, Sender, SmtpServer, Transport};
use portcullis_server::radius::tls::{BadKeys, Keys};
use portcullis_server::web::{BadFile, Certificates};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::cli::Options;
use crate::machine;
use crate::output::Failure;

pub use keys::example;

/// Everything that is configured.
#[derive(Clone, Debug)]
pub struct Config {
    /// What the services are told.
    pub settings: Settings,
    /// Where the portal listens.
    pub listen: SocketAddr,
    /// The certificate with its chain, and its key: then the portal speaks HTTPS itself.
    pub tls: Tls,
    /// How mail leaves.
    smtp: Smtp,
    /// Where monitoring reads.
    pub metrics: Option<SocketAddr>,
    /// Where and with what they ask over TLS.
    radius_tls: RadiusTls,
    /// The data folder.
    pub data: PathBuf,
    /// The database's address.
    pub database: String,
    /// The key file.
    pub master_key: PathBuf,
    /// How the log is written.
    pub log: LogFormat,
    /// The keys that were set, by name.
    given: BTreeMap<&'static str, Given>,
}

/// A key as it was set.
#[derive(Clone)]
struct Given {
    /// Where: file and line, or the variable.
    place: String,
    /// The value as it was written, tables left out.
    text: String,
}

/// The place alone: what was written may be a password.
impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.place)
    }
}

/// A mail server and a sender, or neither.
#[derive(Clone, Debug, Default)]
struct Smtp {
    server: Option<SmtpServer>,
    from: Option<Sender>,
}

/// Two files, or none.
#[derive(Clone, Debug, Default)]
pub struct Tls {
    certificate: Option<PathBuf>,
    key: Option<PathBuf>,
}

/// An address and three files, or none of them.
#[derive(Clone, Debug, Default)]
struct RadiusTls {
    listen: Option<SocketAddr>,
    certificate: Option<PathBuf>,
    key: Option<PathBuf>,
    authority: Option<PathBuf>,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One object a line.
    Json,
}

impl Config {
    /// Reads the configuration; the failure names every mistake at once.
    pub fn load(options: &Options) -> Result<Self, Failure> {
        let env = std::env::vars().filter(|(name, _)| name.starts_with(keys::PREFIX));
        let (config, mistakes) =
            Self::from(options, file(options)?.as_deref(), &env.collect::<Vec<_>>());
        if mistakes.is_empty() && options.demo {
            Ok(config.for_demo())
        } else if mistakes.is_empty() {
            Ok(config)
        } else {
            Err(Failure::new(mistakes.join("\n")))
        }
    }

    fn from(
        options: &Options,
        file: Option<&Path>,
        env: &[(String, String)],
    ) -> (Self, Vec<String>) {
        let mut config = Self::default_in(
            options
                .data
                .clone()
                .unwrap_or_else(|| PathBuf::from("portcullis-data")),
        );
        let mut mistakes = Vec::new();
        if let Some(path) = file {
            read::file(path, &mut config, &mut mistakes);
        }
        read::environment(env, &mut config, &mut mistakes);
        if let Some(listen) = options.listen {
            config.listen = listen;
        }
        if let Some(url) = &options.public_url {
            if let Err(why) = keys::public_url(&mut config, url) {
                mistakes.push(format!("--public-url: {why}"));
            }
        } else if !config.given.contains_key("public_url") {
            config.settings.public_url = keys::local_url(config.listen.port());
        }
        keys::check_together(&config, &mut mistakes);
        if let (Some(server), Some(from)) = (&config.smtp.server, &config.smtp.from) {
            let (from, transport) = (from.clone(), Transport::Smtp(server.clone()));
            config.settings.mail = Some(MailSettings { from, transport });
        }
        (config, mistakes)
    }

    /// Settings that hold, with what of this configuration can hold without a restart.
    pub fn live(&self, holding: &Settings) -> Settings {
        let new = self.settings.clone();
        Settings {
            contacts: new.contacts,
            zone: new.zone,
            trusted_proxies: new.trusted_proxies,
            forwarding_header: new.forwarding_header,
            trusted_networks: new.trusted_networks,
            mail: new.mail,
            ..holding.clone()
        }
    }

    /// The other keys that another configuration sets otherwise.
    pub fn differs_for_good(&self, other: &Self) -> Vec<&'static str> {
        let text = |config: &Self, key: &str| config.given.get(key).map(|given| given.text.clone());
        let names = keys::KEYS.iter().map(|key| key.name);
        names
            .filter(|key| !keys::LIVE.contains(key) && text(self, key) != text(other, key))
            .collect()
    }

    /// What the portal shows to be itself, if it speaks HTTPS.
    pub fn certificates(&self) -> Result<Option<Arc<Certificates>>, Failure> {
        let (Some(certificate), Some(key)) = (&self.tls.certificate, &self.tls.key) else {
            return Ok(None);
        };
        let bad = |error: BadFile| {
            let place = match &error {
                BadFile::Certificate(_) => self.place("tls.certificate"),
                BadFile::Key(_) => self.place("tls.key"),
            };
            Failure::new(format!("{place}: {error}"))
        };
        Certificates::load(certificate, key).map(Some).map_err(bad)
    }

    /// The certificates in the file that the portal shows itself with; none where it doesn't, or where they can't be read.
    pub fn own_certificates(&self) -> Vec<CertificateDer<'static>> {
        let file = self.tls.certificate.as_ref();
        let read = file.and_then(|file| CertificateDer::pem_file_iter(file).ok());
        read.into_iter().flatten().filter_map(Result::ok).collect()
    }

    /// What must be known about where RADIUS clients ask by UDP, if anything (security.md RA-9).
    pub fn radius_warning(&self) -> Option<String> {
        let address = self
            .settings
            .radius
            .filter(|address| !address.ip().is_loopback())?;
        Some(format!(
            "RADIUS over UDP on {address} is readable on the network but for passwords, and forged where a client does not \
             sign: let clients reach it over a network that you trust, or use `radius.tls_listen`"
        ))
    }

    /// Where RADIUS clients ask over TLS, and with what the portal answers there.
    pub fn radius_tls(&self) -> Result<Option<(SocketAddr, Keys)>, Failure> {
        let RadiusTls {
            listen: Some(listen),
            certificate: Some(certificate),
            key: Some(key),
            authority: Some(authority),
        } = &self.radius_tls
        else {
            return Ok(None);
        };
        let bad = |error: BadKeys| {
            let place = match &error {
                BadKeys::Own(BadFile::Certificate(_)) => "radius.tls_certificate",
                BadKeys::Own(BadFile::Key(_)) => "radius.tls_key",
                BadKeys::Authority(_) => "radius.tls_client_ca",
            };
            Failure::new(format!("{}: {error}", self.place(place)))
        };
        let keys = Keys::load(certificate, key, authority).map_err(bad)?;
        Ok(Some((*listen, keys)))
    }

    /// Where RADIUS clients ask over TLS.
    pub const fn radius_tls_listen(&self) -> Option<SocketAddr> {
        self.radius_tls.listen
    }

    /// Where to look for what is wrong with a key, as mistakes begin.
    fn place(&self, key: &str) -> String {
        match self.given.get(key) {
            Some(given) if given.place.contains(':') => format!("{}: `{key}`", given.place),
            Some(given) => given.place.clone(),
            None => format!("`{key}`"),
        }
    }

    /// The defaults, with a data folder.
    fn default_in(data: PathBuf) -> Self {
        Self {
            settings: Settings {
                public_url: keys::local_url(8080),
                contacts: Vec::new(),
                hash_params: HashParams::DEFAULT,
                hashing_threads: machine::cores(),
                zone: jiff::tz::TimeZone::system(),
                window: Window::default(),
                audit_keep_days: None,
                trusted_proxies: Vec::new(),
                forwarding_header: ForwardingHeader::default(),
                trusted_networks: Vec::new(),
                radius: None,
                mail: None,
            },
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            tls: Tls::default(),
            smtp: Smtp::default(),
            metrics: None,
            radius_tls: RadiusTls::default(),
            database: format!("sqlite:{}", data.join("portcullis.db").display()),
            master_key: data.join("master.key"),
            data,
            given: BTreeMap::new(),
            log: if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
                LogFormat::Text
            } else {
                LogFormat::Json
            },
        }
    }

    /// The same with database and key in the data folder and mail that is caught, whatever was configured,
    /// and somebody to call, so that one sees where contacts stand.
    fn for_demo(mut self) -> Self {
        self.database = format!("sqlite:{}", self.data.join("portcullis.db").display());
        self.master_key = self.data.join("master.key");
        self.settings.mail = Sender::parse("Portcullis <portal@demo.example>")
            .ok()
            .map(|from| MailSettings {
                from,
                transport: Transport::Caught,
            });
        if self.settings.contacts.is_empty() {
            self.settings.contacts.push(Contact {
                label: "Help desk".to_owned(),
                phone: Some("+1 555 0100, option 2".to_owned()),
                mail: Some("helpdesk@example.com".to_owned()),
                hours: Some("Monday to Friday, 8:00 to 17:00".to_owned()),
                note: None,
            });
        }
        self
    }
}

/// The configuration file: the one that was named, else the first that is there.
pub fn file(options: &Options) -> Result<Option<PathBuf>, Failure> {
    match &options.config {
        Some(path) if path.is_file() => Ok(Some(path.clone())),
        Some(path) => Err(Failure::new(format!(
            "there is no configuration file {}",
            path.display()
        ))),
        None => {
            // One that is there but can't be read is named as a mistake, not passed over.
            let places = ["portcullis.toml", "/etc/portcullis/portcullis.toml"];
            let is_there = |path: &PathBuf| !matches!(path.metadata(), Err(e) if e.kind() == ErrorKind::NotFound);
            Ok(places.iter().map(PathBuf::from).find(is_there))
        }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
