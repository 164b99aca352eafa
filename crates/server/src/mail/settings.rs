//! How mail leaves the portal.

use std::fmt;

use portcullis_core::login::Email;
use portcullis_core::secret::Secret;

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
    /// What the portal signs in with there.
    pub login: Option<Login>,
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
