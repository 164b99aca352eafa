//! How mail leaves the portal, and how an operator writes it down.

use std::fmt;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use portcullis_core::login::Email;
use portcullis_core::name::Name;
use portcullis_core::secret::Secret;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use url::{Host, Url};

/// What an operator decides about mail.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// Whom mails come from.
    pub from: Sender,
    /// Which way they take.
    pub transport: Transport,
}

/// Whom mails come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The name beside the address.
    pub name: Option<String>,
    /// The address.
    pub address: Email,
}

/// Which way mails take.
#[derive(Clone, Debug)]
pub enum Transport {
    /// Through a mail server.
    Smtp(SmtpServer),
    /// None: they stay in the queue, to be looked at there.
    Caught,
}

/// A mail server.
#[derive(Clone, Debug)]
pub struct SmtpServer {
    /// Its name, which its certificate must have.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// What protects the connection.
    pub tls: TlsUse,
    /// Whom to believe to be the server, as PEM; the Mozilla roots by default.
    pub roots: Option<Vec<u8>>,
    /// What the portal signs in with there.
    pub login: Option<Login>,
    /// How long it may take for each step until it has all of a mail.
    pub patience: Duration,
}

/// What protects the connection to a mail server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TlsUse {
    /// TLS from the first byte.
    Implicit,
    /// STARTTLS, and nothing is said before it.
    Required,
    /// Nothing, by the operator's explicit word.
    None,
}

/// What the portal signs in with at a mail server.
#[derive(Clone)]
pub struct Login {
    /// The name.
    pub user: String,
    /// The password.
    pub password: Secret<String>,
}

/// The name alone.
impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login")
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

/// What a mistake says instead of the address, which may hold a password.
const FORM: &str =
    "write smtps://USER:PASSWORD@HOST:465 or smtp://USER:PASSWORD@HOST:587?tls=required";

impl SmtpServer {
    /// How long a step may take.
    pub const PATIENCE: Duration = Duration::from_secs(30);

    /// Reads `smtps://user:password@host:465` or `smtp://host:587?tls=required`. TLS is required unless
    /// `tls=none` says otherwise; `roots` names a PEM file. What is wrong is said without the address.
    pub fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|_| FORM.to_owned())?;
        let mut tls = match url.scheme() {
            "smtps" => TlsUse::Implicit,
            "smtp" => TlsUse::Required,
            _ => return Err(FORM.to_owned()),
        };
        let host = match url.host() {
            Some(Host::Domain(name)) if !name.is_empty() => name.to_ascii_lowercase(),
            Some(Host::Ipv4(address)) => address.to_string(),
            Some(Host::Ipv6(address)) => address.to_string(),
            Some(Host::Domain(_)) | None => return Err(FORM.to_owned()),
        };
        if !["", "/"].contains(&url.path()) || url.fragment().is_some() {
            return Err(FORM.to_owned());
        }
        let mut roots = None;
        for (name, value) in url.query_pairs() {
            match (name.as_ref(), value.as_ref()) {
                ("tls", "required") => {}
                ("tls", "none") if tls != TlsUse::Implicit => tls = TlsUse::None,
                ("tls", _) => return Err("tls is `required`, or `none` with smtp://".to_owned()),
                ("roots", path) => roots = Some(pem(path)?),
                _ => return Err("there are the options `tls` and `roots`".to_owned()),
            }
        }
        let login = login(&url)?;
        if tls == TlsUse::None && login.is_some() && !is_here(&host) {
            return Err("a password needs TLS on its way: leave `tls=none` out".to_owned());
        }
        let usual = if tls == TlsUse::Implicit { 465 } else { 587 };
        Ok(Self {
            host,
            port: url.port().unwrap_or(usual),
            tls,
            roots,
            login,
            patience: Self::PATIENCE,
        })
    }
}

impl Sender {
    /// Reads `portal@example.com` or `Example portal <portal@example.com>`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let form = || "write portal@example.com or Example portal <portal@example.com>".to_owned();
        let (name, address) = match text.trim().strip_suffix('>') {
            Some(inside) => inside.rsplit_once('<').ok_or_else(form)?,
            None => ("", text),
        };
        let name = match name.trim() {
            "" => None,
            name => Some(Name::parse(name).map_err(|_| form())?.as_str().to_owned()),
        };
        let address: Email = address.trim().parse().map_err(|_| form())?;
        Ok(Self { name, address })
    }
}

fn login(url: &Url) -> Result<Option<Login>, String> {
    let decoded = |text: &str| {
        let decoded = percent_decode_str(text).decode_utf8();
        decoded.map(std::borrow::Cow::into_owned).map_err(|_| FORM)
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) | (_, None) => {
            Err("a mail server's login is a user and a password".to_owned())
        }
        (user, Some(password)) => Ok(Some(Login {
            user: decoded(user)?,
            password: Secret::new(decoded(password)?),
        })),
    }
}

/// The certificates of a file, if there is one at least.
fn pem(path: &str) -> Result<Vec<u8>, String> {
    let text = std::fs::read(path).map_err(|e| format!("{path}: {e}"))?;
    let mut read = CertificateDer::pem_slice_iter(&text).peekable();
    if read.peek().is_some() && read.all(|one| one.is_ok()) {
        Ok(text)
    } else {
        Err(format!("{path}: there is no certificate in it"))
    }
}

fn is_here(host: &str) -> bool {
    let address = host.parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_is_written_as_an_address_and_tls_is_required_unless_told_otherwise() {
        for (text, host, port, tls) in [
            (
                "smtps://mail.example.com",
                "mail.example.com",
                465,
                TlsUse::Implicit,
            ),
            (
                "smtps://mail.example.com:4650",
                "mail.example.com",
                4650,
                TlsUse::Implicit,
            ),
            (
                "smtp://mail.example.com",
                "mail.example.com",
                587,
                TlsUse::Required,
            ),
            (
                "smtp://mail.example.com:25?tls=required",
                "mail.example.com",
                25,
                TlsUse::Required,
            ),
            (
                "smtp://localhost:25?tls=none",
                "localhost",
                25,
                TlsUse::None,
            ),
            ("smtp://[::1]:25?tls=none", "::1", 25, TlsUse::None),
            (
                "smtp://127.0.0.1:25?tls=none",
                "127.0.0.1",
                25,
                TlsUse::None,
            ),
        ] {
            let server = SmtpServer::parse(text).unwrap();
            assert_eq!(
                (server.host.as_str(), server.port, server.tls),
                (host, port, tls)
            );
            assert!(server.login.is_none());
        }
    }

    #[test]
    fn user_and_password_may_hold_anything() {
        let server =
            SmtpServer::parse("smtps://ann%40example.com:p%2Fw%3Ad%20%25@mail.example.com");
        let login = server.unwrap().login.unwrap();
        assert_eq!(login.user, "ann@example.com");
        assert_eq!(login.password.reveal(), "p/w:d %");
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        for text in [
            "smtps://ann:hunter2@",
            "http://ann:hunter2@mail.example.com",
            "smtps://ann:hunter2@mail.example.com/path",
            "smtps://ann:hunter2@mail.example.com?tls=none",
            "smtp://ann:hunter2@mail.example.com?tls=none",
            "smtp://ann:hunter2@mail.example.com?tls=perhaps",
            "smtp://ann:hunter2@mail.example.com?colour=1",
            "smtp://ann:hunter2@mail.example.com?roots=/nowhere",
            "smtp://:hunter2@mail.example.com",
            "smtp://hunter2@mail.example.com",
            "ann:hunter2@mail.example.com:587",
            "smtp://ann:hunter2@mail.example.com:port",
        ] {
            let mistake = SmtpServer::parse(text).unwrap_err();
            assert!(
                !mistake.is_empty() && !mistake.contains("hunter2"),
                "{text}: {mistake}"
            );
        }
        let server = SmtpServer::parse("smtps://ann:hunter2@mail.example.com").unwrap();
        assert!(!format!("{server:?}").contains("hunter2"));
    }

    #[test]
    fn a_sender_is_an_address_with_or_without_a_name() {
        let parsed =
            |text| Sender::parse(text).map(|one| (one.name, one.address.as_str().to_owned()));
        let address = || "portal@example.com".to_owned();
        assert_eq!(parsed("portal@example.com"), Ok((None, address())));
        assert_eq!(
            parsed(" Example, portal <Portal@Example.com> "),
            Ok((Some("Example, portal".to_owned()), address()))
        );
        for wrong in [
            "",
            "portal",
            "a\r\nBcc: x@y.example <portal@example.com>",
            "<portal@example.com",
            "portal@example.com>",
        ] {
            assert!(parsed(wrong).is_err(), "{wrong:?}");
        }
    }
}
