//! Databases to throw away, so that one test body runs on both engines: `SQLite` in a temporary
//! directory, `PostgreSQL` in a database of its own on one cluster.
//!
//! The cluster is the one that `PORTCULLIS_TEST_POSTGRES` names (the URL of a superuser), else one
//! that `scripts/postgres` starts for this process. Where there is no `PostgreSQL` the tests on it
//! are skipped and say why; in CI (the variable `CI` is set) they fail.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "a test without its database must fail where it stands"
)]

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;

use crate::Store;

/// Runs each test on `SQLite` and on `PostgreSQL`; its argument is an empty [`Place`].
///
/// ```ignore
/// on_both! {
///     async fn a_code_works_once(place: &Place) { … }
/// }
/// ```
#[macro_export]
macro_rules! on_both {
    ($($(#[$about:meta])* async fn $name:ident($place:ident: &Place) $body:block)*) => {$(
        $(#[$about])*
        mod $name {
            #[allow(unused_imports, reason = "a short story needs none of them")]
            use super::*;

            async fn story($place: &$crate::testing::Place) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                story(&$crate::testing::Place::sqlite()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if let Some(place) = $crate::testing::Place::postgres().await {
                    story(&place).await;
                }
            }
        }
    )*};
}

/// An empty database, removed when this is dropped.
pub struct Place {
    url: String,
    held: Held,
}

enum Held {
    File { _directory: TempDir },
    Database { server: String, name: String },
    Elsewhere,
}

impl Place {
    /// A file in a temporary directory.
    pub fn sqlite() -> Self {
        let directory = TempDir::new().expect("a temporary directory");
        let file = directory.path().join("test.db");
        Self {
            url: format!("sqlite:{}", file.display()),
            held: Held::File {
                _directory: directory,
            },
        }
    }

    /// A new database on the cluster, or `None` after saying why the test is skipped.
    pub async fn postgres() -> Option<Self> {
        Some(Self::on_cluster(cluster()?).await)
    }

    /// A new database on another cluster, named by the URL of its superuser.
    pub async fn on_cluster(server: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let server = server.to_owned();
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        // A cluster that outlives this process may hold one of a process that had its number.
        say(
            &server,
            &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        )
        .await;
        say(&server, &format!("CREATE DATABASE {name}")).await;
        let (base, _) = server.rsplit_once('/').expect("a URL with a database");
        Self {
            url: format!("{base}/{name}"),
            held: Held::Database { server, name },
        }
    }

    /// A database that somebody else looks after.
    pub fn at(url: String) -> Self {
        Self {
            url,
            held: Held::Elsewhere,
        }
    }

    /// The URL for [`Store::open`].
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Opens a store on it: each call is another node.
    pub async fn open(&self) -> Store {
        Store::open(&self.url).await.expect("an empty database")
    }

    /// The database file, on `SQLite`.
    pub fn file(&self) -> Option<&Path> {
        self.url.strip_prefix("sqlite:").map(Path::new)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Held::Database { server, name } = &self.held else {
            return;
        };
        let (server, drop_it) = (
            server.clone(),
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        );
        // Another thread: this one may be inside a runtime that must not be blocked on.
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime.expect("a runtime").block_on(say(&server, &drop_it));
        });
        drop(thread.join());
    }
}

/// Says one statement to a server, outside of any store.
pub async fn say(url: &str, sql: &str) {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
        .await
        .unwrap_or_else(|error| panic!("the test cluster does not answer: {error}"));
    let connection = tokio::spawn(connection);
    client
        .batch_execute(sql)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
    drop(client);
    drop(connection.await);
}

/// The URL of the cluster's superuser. Whoever starts one for this process waits for it here.
fn cluster() -> Option<&'static str> {
    static CLUSTER: OnceLock<Result<String, String>> = OnceLock::new();
    match CLUSTER.get_or_init(find) {
        Ok(url) => Some(url),
        Err(why) if std::env::var_os("CI").is_some() => panic!("no PostgreSQL: {why}"),
        Err(why) => {
            // Not captured by the test harness, so that it is seen.
            use std::io::Write;
            let line = format!("skipped on PostgreSQL: {why}\n");
            drop(std::io::stderr().write_all(line.as_bytes()));
            None
        }
    }
}

fn find() -> Result<String, String> {
    if let Ok(url) = std::env::var("PORTCULLIS_TEST_POSTGRES") {
        return Ok(url);
    }
    let process = std::process::id();
    let directory = std::env::temp_dir().join(format!("portcullis-postgres-{process}"));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgres");
    let started = Command::new(script)
        .args(["start", "--with", &process.to_string()])
        .arg(directory)
        .output()
        .map_err(|error| error.to_string())?;
    if !started.status.success() {
        return Err(String::from_utf8_lossy(&started.stderr).trim().to_owned());
    }
    Ok(String::from_utf8_lossy(&started.stdout).trim().to_owned())
}
