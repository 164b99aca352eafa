//! Where the database is, read from its URL.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::SslMode;

use super::{OpenError, PATIENCE};

/// A database URL that was understood.
///
/// - `sqlite:relative.db`, `sqlite:/absolute.db`, `sqlite:///absolute.db`; no options.
/// - `postgres://user:password@host:port/name?…` or `postgresql://…`, options as `tokio-postgres`
///   reads them. `sslmode` is `disable`, `prefer` (the default: a server without TLS is spoken to
///   in the clear) or `require`. Where there is TLS the certificate and the host's name are always
///   checked, so `verify-ca` and `verify-full` mean `require`: against the Mozilla roots, or
///   against the PEM file that `sslrootcert` names. A Unix socket: `postgres:///name?host=/dir`.
pub enum Target {
    /// The database file.
    Sqlite(PathBuf),
    /// The server.
    Postgres(Box<Server>),
}

/// A `PostgreSQL` server and what to trust it by.
pub struct Server {
    pub(super) config: Config,
    pub(super) roots: Option<PathBuf>,
}

impl FromStr for Target {
    type Err = OpenError;

    fn from_str(url: &str) -> Result<Self, OpenError> {
        if let Some(rest) = url.strip_prefix("sqlite:") {
            let path = rest.strip_prefix("//").unwrap_or(rest);
            return match path {
                "" => Err(OpenError::Url("no file is named".into())),
                _ if path.contains('?') => {
                    Err(OpenError::Url("a SQLite URL takes no options".into()))
                }
                _ => Ok(Self::Sqlite(path.into())),
            };
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return server(url).map(Box::new).map(Self::Postgres);
        }
        Err(OpenError::Url("it starts with neither".into()))
    }
}

/// Takes out the options that tokio-postgres does not know; it reads the rest.
fn server(url: &str) -> Result<Server, OpenError> {
    let (base, options) = url.split_once('?').unwrap_or((url, ""));
    let mut roots = None;
    let mut verify = false;
    let mut kept = Vec::new();
    for option in options.split('&').filter(|option| !option.is_empty()) {
        match url::form_urlencoded::parse(option.as_bytes()).next() {
            Some((name, file)) if name == "sslrootcert" => roots = Some(file.as_ref().into()),
            Some((name, mode)) if name == "sslmode" && mode.starts_with("verify-") => verify = true,
            _ => kept.push(option),
        }
    }
    let mut config: Config =
        format!("{base}?{}", kept.join("&"))
            .parse()
            .map_err(|error: tokio_postgres::Error| {
                let cause = std::error::Error::source(&error).map(ToString::to_string);
                OpenError::Url(cause.unwrap_or_else(|| error.to_string()))
            })?;
    if verify {
        config.ssl_mode(SslMode::Require);
    }
    if config.get_application_name().is_none() {
        config.application_name("portcullis");
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    // A machine that vanished without a word is noticed: by what was sent, and while nothing is.
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(PATIENCE);
    }
    if config.get_keepalives_interval().is_none() {
        config.keepalives_idle(Duration::from_secs(30));
        config.keepalives_interval(Duration::from_secs(10));
        config.keepalives_retries(3);
    }
    Ok(Server { config, roots })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(url: &str) -> Option<PathBuf> {
        match url.parse() {
            Ok(Target::Sqlite(path)) => Some(path),
            _ => None,
        }
    }

    #[test]
    fn a_sqlite_url_names_a_file() {
        assert_eq!(path("sqlite:a.db"), Some("a.db".into()));
        assert_eq!(path("sqlite:/var/a.db"), Some("/var/a.db".into()));
        assert_eq!(path("sqlite:///var/a.db"), Some("/var/a.db".into()));
        assert_eq!(path("sqlite:"), None);
        assert_eq!(path("sqlite:a.db?mode=rwc"), None);
        assert_eq!(path("mysql://a"), None);
    }

    #[test]
    fn a_postgres_url_may_ask_for_a_checked_certificate() {
        let Ok(Target::Postgres(server)) =
            "postgres://u:p@h/d?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem".parse()
        else {
            panic!("a PostgreSQL server");
        };
        assert_eq!(server.config.get_ssl_mode(), SslMode::Require);
        assert_eq!(server.roots, Some("/etc/ca.pem".into()));
        let secret = "postgres://u:hunter2@h/d?sslmode=perhaps".parse::<Target>();
        let Err(error) = secret else {
            panic!("refused")
        };
        assert!(!error.to_string().contains("hunter2"));
    }
}
