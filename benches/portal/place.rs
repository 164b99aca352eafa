//! Where a portal of a bench lives: a folder that is gone afterwards, with its key file and either its
//! embedded database or a `PostgreSQL` cluster whose commits reach the disk.

use std::fs::Permissions;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use portcullis_store::keys::MasterKeys;
use tempfile::TempDir;

use crate::report::note;
use crate::seed::chance;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/postgres");

/// A folder and a database.
pub struct Place {
    /// What the database is called in rows.
    pub engine: &'static str,
    /// Its URL.
    pub url: String,
    folder: TempDir,
    cluster: Option<PathBuf>,
}

impl Place {
    /// An embedded database.
    pub fn sqlite() -> Self {
        let folder = folder(0o700);
        let file = folder.path().join("portcullis.db");
        Self::with_keys("SQLite", format!("sqlite:{}", file.display()), folder, None)
    }

    /// A cluster of its own, with settings; `None` after saying why there is none.
    pub fn postgres(settings: &[&str]) -> Option<Self> {
        // PostgreSQL runs as another user, who must get through.
        let folder = folder(0o755);
        let cluster = folder.path().join("cluster");
        let mut start = Command::new(SCRIPT);
        // When this process is killed, the script's watcher still cleans up.
        let process = std::process::id().to_string();
        start.args(["start", "--fsync", "--with", &process]);
        for setting in settings {
            start.args(["--set", setting]);
        }
        let started = start.arg(&cluster).output().unwrap();
        if !started.status.success() {
            let why = String::from_utf8_lossy(&started.stderr);
            note(&format!("left out on PostgreSQL: {}", why.trim()));
            return None;
        }
        let url = String::from_utf8(started.stdout).unwrap().trim().to_owned();
        Some(Self::with_keys("PostgreSQL", url, folder, Some(cluster)))
    }

    fn with_keys(
        engine: &'static str,
        url: String,
        folder: TempDir,
        cluster: Option<PathBuf>,
    ) -> Self {
        let place = Self {
            engine,
            url,
            folder,
            cluster,
        };
        place.write("master.key", MasterKeys::generate(&chance()).reveal());
        place
    }

    /// The keys in its file.
    pub fn masters(&self) -> MasterKeys {
        let text = std::fs::read_to_string(self.path().join("master.key")).unwrap();
        MasterKeys::parse(&text).unwrap()
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file that its owner alone reads.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        let file = std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&path);
        std::io::Write::write_all(&mut file.unwrap(), text.as_bytes()).unwrap();
        path
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(cluster) = &self.cluster {
            let stopped = Command::new(SCRIPT).arg("stop").arg(cluster).status();
            if !stopped.is_ok_and(|status| status.success()) {
                note("the PostgreSQL cluster did not stop");
            }
        }
    }
}

fn folder(mode: u32) -> TempDir {
    tempfile::Builder::new()
        .prefix("portcullis-bench-")
        .permissions(Permissions::from_mode(mode))
        .tempdir()
        .unwrap()
}
