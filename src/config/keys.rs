//! The table of keys: name, default, meaning, and how a value is taken.

use std::net::IpAddr;

use ipnet::IpNet;
use portcullis_core::credential::password::HashParams;
use portcullis_core::credential::totp::Window;
use portcullis_server::app::{Contact, ForwardingHeader};
use portcullis_server::mail::{Sender, SmtpServer};
use portcullis_server::radius;
use toml::de::{DeTable, DeValue};
use url::{Host, Url};

use super::{Config, LogFormat};

/// How the names of environment variables begin.
pub const PREFIX: &str = "PORTCULLIS_";
/// The fewest days that audit events are kept: every refusal's page says that its support code is good for as many.
pub const LEAST_KEPT: u32 = 7;
/// Variables with that beginning which are no keys of the configuration.
pub const NOT_KEYS: [&str; 1] = ["PORTCULLIS_LOG"];

/// The keys that hold without a restart when SIGHUP tells to read them anew.
pub const LIVE: [&str; 8] = [
    "app_codes.strict",
    "time_zone",
    "trusted_proxies",
    "forwarding_header",
    "trusted_networks",
    "support.contacts",
    "smtp.url",
    "smtp.from",
];

/// A key of the configuration.
pub struct Key {
    /// Its name, with its section before a dot.
    pub name: &'static str,
    /// What holds without it, as the example file shows it; `None` when there is nothing to show.
    pub default: Option<&'static str>,
    /// What it means, in the example file's words.
    pub meaning: &'static str,
    /// Takes a value.
    pub take: Take,
}

/// How a key takes its value.
pub enum Take {
    /// From one word or number, so that the environment can hold it too.
    Word(fn(&mut Config, &str) -> Result<(), String>),
    /// From a list of words; the environment holds them with commas between.
    Words(fn(&mut Config, &[String]) -> Result<(), String>),
    /// From an array of tables, in the file only.
    Tables(fn(&mut Config, &[&DeTable<'_>]) -> Result<(), String>),
}

/// All keys, in the order of the example file.
pub static KEYS: &[Key] = &[
    Key {
        name: "public_url",
        default: Some("\"http://localhost:8080\""),
        meaning: "The address under which people reach the portal: the only source of links and of the\ncookies' security, and the only name that the portal answers to. Anything but this machine\nitself needs https. By default http://localhost with the port of `listen`.",
        take: Take::Word(public_url),
    },
    Key {
        name: "listen",
        default: Some("\"127.0.0.1:8080\""),
        meaning: "Where the portal listens.",
        take: Take::Word(|config, text| {
            config.listen = text
                .parse()
                .map_err(|_| "write an address and a port, like 127.0.0.1:8080".to_owned())?;
            Ok(())
        }),
    },
    Key {
        name: "trusted_proxies",
        default: Some("[]"),
        meaning: "Addresses or networks of the proxies before the portal, like \"10.0.0.7\" or \"10.0.0.0/24\": the\nonly ones that are believed when they say whom they speak for.",
        take: Take::Words(|config, words| {
            config.settings.trusted_proxies = networks(words)?;
            Ok(())
        }),
    },
    Key {
        name: "forwarding_header",
        default: Some("\"x-forwarded-for\""),
        meaning: "The header in which they say it: \"x-forwarded-for\" or \"forwarded\". They must set it\nthemselves, and the other one is never read.",
        take: Take::Word(|config, text| {
            config.settings.forwarding_header = match text.to_ascii_lowercase().as_str() {
                "x-forwarded-for" => ForwardingHeader::XForwardedFor,
                "forwarded" => ForwardingHeader::Forwarded,
                _ => return Err("write x-forwarded-for or forwarded".to_owned()),
            };
            Ok(())
        }),
    },
    Key {
        name: "trusted_networks",
        default: Some("[]"),
        meaning: "Addresses or networks that limits by address spare, like that of an office where many people\nshare one address. Not those of proxies.",
        take: Take::Words(|config, words| {
            config.settings.trusted_networks = networks(words)?;
            Ok(())
        }),
    },
    Key {
        name: "time_zone",
        default: None,
        meaning: "In which zone pages show times, like \"Europe/Berlin\"; the machine's own by default.",
        take: Take::Word(|config, text| {
            config.settings.zone = jiff::tz::TimeZone::get(text)
                .map_err(|_| "write a time zone, like Europe/Berlin".to_owned())?;
            Ok(())
        }),
    },
    Key {
        name: "tls.certificate",
        default: None,
        meaning: "With these two PEM files the portal speaks HTTPS itself: its certificate, with those that\nvouch for it after it, and the private key, readable by its owner alone. Changed files are\ntaken within seconds.",
        take: Take::Word(|config, text| {
            config.tls.certificate = Some(text.into());
            Ok(())
        }),
    },
    Key {
        name: "tls.key",
        default: None,
        meaning: "",
        take: Take::Word(|config, text| {
            config.tls.key = Some(text.into());
            Ok(())
        }),
    },
    Key {
        name: "database.url",
        default: Some("\"sqlite:portcullis-data/portcullis.db\""),
        meaning: "The embedded database, or postgres://user@host/name for any number of nodes.",
        take: Take::Word(|config, text| {
            let known = ["sqlite:", "postgres://", "postgresql://"];
            if !known.iter().any(|scheme| text.starts_with(scheme)) {
                return Err("write sqlite:FILE or postgres://USER@HOST/NAME".to_owned());
            }
            text.clone_into(&mut config.database);
            Ok(())
        }),
    },
    Key {
        name: "master_key.file",
        default: Some("\"portcullis-data/master.key\""),
        meaning: "The keys that are not in the database. Without this file the database can't be read:\nkeep a copy apart from it.",
        take: Take::Word(|config, text| {
            config.master_key = text.into();
            Ok(())
        }),
    },
    Key {
        name: "password.memory_kib",
        default: Some("19456"),
        meaning: "The cost of an Argon2id hash: memory in KiB, passes, lanes. The least are 47104 with one\npass, 19456 with two, 12288 with three or more.",
        take: Take::Word(|config, text| {
            number(text, 8..=HashParams::MOST.memory_kib)
                .map(|n| config.settings.hash_params.memory_kib = n)
        }),
    },
    Key {
        name: "password.passes",
        default: Some("2"),
        meaning: "",
        take: Take::Word(|config, text| {
            number(text, 1..=HashParams::MOST.passes)
                .map(|n| config.settings.hash_params.passes = n)
        }),
    },
    Key {
        name: "password.lanes",
        default: Some("1"),
        meaning: "",
        take: Take::Word(|config, text| {
            number(text, 1..=HashParams::MOST.lanes).map(|n| config.settings.hash_params.lanes = n)
        }),
    },
    Key {
        name: "password.hashing_threads",
        default: None,
        meaning: "How many hashes are computed at a time; one a core by default. Bounds CPU and memory.",
        take: Take::Word(|config, text| {
            number(text, 1..=1024)
                .map(|n| config.settings.hashing_threads = usize::try_from(n).unwrap_or(1))
        }),
    },
    Key {
        name: "app_codes.strict",
        default: Some("false"),
        meaning: "Whether codes of apps are taken only from their time on, and for a minute. By default the next code is taken,\ntoo, so each is good for 90 seconds and phones whose clocks are up to half a minute ahead sign in.",
        take: Take::Word(|config, text| {
            config.settings.window = match text {
                "false" => Window::Usual,
                "true" => Window::Strict,
                _ => return Err("write true or false".to_owned()),
            };
            Ok(())
        }),
    },
    Key {
        name: "audit.keep_days",
        default: None,
        meaning: "After how many days the contents of audit events are deleted, at least 7, since a support code leads to them\nfor so long; kept for ever by default. Their digests stay, so that the log can still be verified.",
        take: Take::Word(|config, text| {
            number(text, LEAST_KEPT..=36_500)
                .map(|days| config.settings.audit_keep_days = Some(i64::from(days)))
        }),
    },
    Key {
        name: "radius.listen",
        default: None,
        meaning: "Where computers, VPNs and firewalls ask by RADIUS (UDP) whether somebody may log on, like\n\"127.0.0.1:1812\"; nowhere by default. Beyond this machine only in a network that you trust.",
        take: Take::Word(|config, text| {
            let address = text.parse();
            config.settings.radius = Some(
                address
                    .map_err(|_| "write an address and a port, like 127.0.0.1:1812".to_owned())?,
            );
            Ok(())
        }),
    },
    Key {
        name: "radius.tls_listen",
        default: None,
        meaning: "Where they ask by RADIUS over TLS (RadSec, RFC 6614), like \"0.0.0.0:2083\" (the port that is meant\nwhere none is written); nowhere by default. It needs the three files below.",
        take: Take::Word(|config, text| {
            let address = text
                .parse()
                .map(|ip: IpAddr| (ip, radius::tls::PORT).into());
            let address = text.parse().or(address);
            config.radius_tls.listen = Some(
                address.map_err(|_| "write an address, like 0.0.0.0 or 0.0.0.0:2083".to_owned())?,
            );
            Ok(())
        }),
    },
    Key {
        name: "radius.tls_certificate",
        default: None,
        meaning: "What the portal shows there: a file with its certificate and, after it, those that vouch for it, as PEM.",
        take: Take::Word(|config, text| {
            config.radius_tls.certificate = Some(text.into());
            Ok(())
        }),
    },
    Key {
        name: "radius.tls_key",
        default: None,
        meaning: "Its private key, as PEM, for the owner of the process alone (chmod 600).",
        take: Take::Word(|config, text| {
            config.radius_tls.key = Some(text.into());
            Ok(())
        }),
    },
    Key {
        name: "radius.tls_client_ca",
        default: None,
        meaning: "The certificates of those who sign certificates for clients, as PEM. A client's own is besides\nnamed by `portcullis radius client create --certificate`. All three are read anew when they change.",
        take: Take::Word(|config, text| {
            config.radius_tls.authority = Some(text.into());
            Ok(())
        }),
    },
    Key {
        name: "metrics.listen",
        default: None,
        meaning: "Where monitoring reads /metrics (Prometheus), like \"127.0.0.1:9464\"; nowhere by default.\nWhoever reaches it sees how many people sign in, and nothing about any of them.",
        take: Take::Word(|config, text| {
            let address = text.parse();
            config.metrics = Some(
                address
                    .map_err(|_| "write an address and a port, like 127.0.0.1:9464".to_owned())?,
            );
            Ok(())
        }),
    },
    Key {
        name: "log.format",
        default: None,
        meaning: "\"text\" or \"json\"; text on a terminal, else json, by default.",
        take: Take::Word(|config, text| {
            config.log = match text {
                "text" => LogFormat::Text,
                "json" => LogFormat::Json,
                _ => return Err("write text or json".to_owned()),
            };
            Ok(())
        }),
    },
    Key {
        name: "smtp.url",
        default: None,
        meaning: "The mail server: \"smtps://user:password@mail.example.com\" speaks TLS from the first byte (port\n465), \"smtp://user:password@mail.example.com\" begins it with STARTTLS (port 587). Signs in there\nwith user and password, special characters percent-encoded. Trusts the Mozilla roots, or the PEM\nfile that ?roots=FILE names. Goes without TLS only when told so by ?tls=none. Without a mail\nserver, nothing that needs mail is offered.",
        take: Take::Word(|config, text| {
            config.smtp.server = Some(SmtpServer::parse(text)?);
            Ok(())
        }),
    },
    Key {
        name: "smtp.from",
        default: None,
        meaning: "Whom mails come from, like \"Example portal <portal@example.com>\".",
        take: Take::Word(|config, text| {
            config.smtp.from = Some(Sender::parse(text)?);
            Ok(())
        }),
    },
    Key {
        name: "support.contacts",
        default: Some(
            "[{ label = \"Help desk\", phone = \"+1 555 0100, option 2\", mail = \"help@example.com\", hours = \"Monday to Friday, 8 to 17\", note = \"\" }]",
        ),
        meaning: "Whom to ask: shown on every refusal.",
        take: Take::Tables(contacts),
    },
];

/// The address of a portal on this machine, for whoever configured none.
pub fn local_url(port: u16) -> Url {
    // The text parses whatever the port; a test holds it.
    Url::parse(&format!("http://localhost:{port}"))
        .unwrap_or_else(|_| unreachable!("an address with a port parses"))
}

/// Takes the public address.
pub fn public_url(config: &mut Config, text: &str) -> Result<(), String> {
    let url = Url::parse(text)
        .map_err(|_| "write an address like https://portal.example.com".to_owned())?;
    if !["http", "https"].contains(&url.scheme()) || url.host().is_none() {
        return Err("write an address like https://portal.example.com".to_owned());
    }
    if url.path() != "/"
        || url.query().is_some()
        || url.fragment().is_some()
        || !url.username().is_empty()
    {
        return Err("leave out everything after the host and port".to_owned());
    }
    let local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    if url.scheme() == "http" && !local {
        return Err(
            "use https: browsers keep the portal's cookies over http on this machine only"
                .to_owned(),
        );
    }
    config.settings.public_url = url;
    Ok(())
}

/// What several keys must agree on.
pub fn check_together(config: &Config, mistakes: &mut Vec<String>) {
    check_tls(config, mistakes);
    check_radius_tls(config, mistakes);
    let keys = ["smtp.url", "smtp.from"];
    let given = keys.map(|key| config.given.contains_key(key));
    if let [true, false] | [false, true] = given {
        let (there, missing) = if given[0] {
            (keys[0], keys[1])
        } else {
            (keys[1], keys[0])
        };
        mistakes.push(format!(
            "{}: this needs `{missing}` too",
            config.place(there)
        ));
    }
    if !config.settings.hash_params.is_enough() {
        let keys = ["password.memory_kib", "password.passes"];
        let given = keys.iter().find(|key| config.given.contains_key(**key));
        let place = config.place(given.unwrap_or(&keys[0]));
        mistakes.push(format!("{place}: this hash is too cheap; the least are 47104 KiB with one pass, 19456 with two, 12288 with three or more"));
    }
}

/// All four, or none.
fn check_radius_tls(config: &Config, mistakes: &mut Vec<String>) {
    let keys = [
        "radius.tls_listen",
        "radius.tls_certificate",
        "radius.tls_key",
        "radius.tls_client_ca",
    ];
    let is_given = |key: &&&str| config.given.contains_key(**key);
    let Some(there) = keys.iter().find(is_given) else {
        return;
    };
    for missing in keys.iter().filter(|key| !is_given(key)) {
        let place = config.place(there);
        mistakes.push(format!("{place}: this needs `{missing}` too"));
    }
}

fn check_tls(config: &Config, mistakes: &mut Vec<String>) {
    let keys = ["tls.certificate", "tls.key"];
    let missing = match (&config.tls.certificate, &config.tls.key) {
        (None, None) => return,
        (Some(_), Some(_)) => None,
        (Some(_), None) => Some((keys[0], keys[1])),
        (None, Some(_)) => Some((keys[1], keys[0])),
    };
    if let Some((there, missing)) = missing {
        let place = config.place(there);
        mistakes.push(format!("{place}: this needs `{missing}` too"));
    }
    if config.settings.public_url.scheme() != "https" {
        let place = config.place("public_url");
        let why =
            "the portal speaks HTTPS itself then: write an address like https://portal.example.com";
        mistakes.push(format!("{place}: with `tls.certificate` {why}"));
    }
}

/// A commented file with every key, generated from the table, so that it can't go stale.
pub fn example() -> String {
    let mut text = String::from(
        "# Every key of the configuration, with its default. Each can also be set in the environment:\n# section and key joined by an underscore, like PORTCULLIS_DATABASE_URL.\n",
    );
    let mut section = "";
    for key in KEYS {
        let (own, name) = key.name.rsplit_once('.').unwrap_or(("", key.name));
        text.push('\n');
        if own != section {
            section = own;
            text.extend(["[", own, "]\n"]);
        }
        for line in key.meaning.lines() {
            text.extend(["# ", line, "\n"]);
        }
        text.extend(["# ", name, " = ", key.default.unwrap_or("…"), "\n"]);
    }
    text
}

fn networks(words: &[String]) -> Result<Vec<IpNet>, String> {
    let network = |word: &String| {
        let address = || word.parse::<IpAddr>().ok().map(IpNet::from);
        let network = word.parse::<IpNet>().ok().or_else(address);
        network.ok_or_else(|| {
            format!("{word} is no address, like 10.0.0.7, nor network, like 10.0.0.0/24")
        })
    };
    words.iter().map(network).collect()
}

fn number(text: &str, range: std::ops::RangeInclusive<u32>) -> Result<u32, String> {
    let wanted = || format!("write a number from {} to {}", range.start(), range.end());
    text.parse()
        .ok()
        .filter(|n| range.contains(n))
        .ok_or_else(wanted)
}

fn contacts(config: &mut Config, tables: &[&DeTable<'_>]) -> Result<(), String> {
    config.settings.contacts = tables
        .iter()
        .map(|table| contact(table))
        .collect::<Result<_, _>>()?;
    Ok(())
}

fn contact(table: &DeTable<'_>) -> Result<Contact, String> {
    let mut contact = Contact::default();
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let DeValue::String(text) = value.get_ref() else {
            return Err(format!("{name} must be a text"));
        };
        let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        match name {
            "label" => contact.label = text.unwrap_or_default(),
            "phone" => contact.phone = text,
            "mail" => contact.mail = text,
            "hours" => contact.hours = text,
            "note" => contact.note = text,
            _ => {
                return Err(format!(
                    "a contact has no {name}; it has label, phone, mail, hours and note"
                ));
            }
        }
    }
    if contact.label.is_empty() {
        Err("a contact needs a label".to_owned())
    } else {
        Ok(contact)
    }
}
