//! A `PostgreSQL` of the test's own that writes to the disk before it answers, to be killed.

use std::path::PathBuf;
use std::process::Command;

use portcullis_store::testing::Place;
use tempfile::TempDir;

/// A cluster, gone when it is dropped.
pub struct Cluster {
    folder: TempDir,
    url: String,
}

impl Cluster {
    /// Starts one; none where there is no `PostgreSQL`, after saying so. In CI that is a failure.
    pub fn start() -> Option<Self> {
        let folder = tempfile::Builder::new()
            .permissions(std::os::unix::fs::PermissionsExt::from_mode(0o755))
            .tempdir()
            .unwrap();
        let with = std::process::id().to_string();
        let at = folder.path().join("cluster");
        let at = at.to_str().unwrap();
        match script(&["start", "--fsync", "--with", &with, at]) {
            Ok(url) => Some(Self { folder, url }),
            Err(why) => {
                assert!(std::env::var_os("CI").is_none(), "no PostgreSQL: {why}");
                eprintln!("skipped on PostgreSQL: {why}");
                None
            }
        }
    }

    /// An empty database on it.
    pub async fn place(&self) -> Place {
        Place::on_cluster(&self.url).await
    }

    /// As a power cut would end it.
    pub fn crash(&self) {
        script(&["crash", self.path().to_str().unwrap()]).unwrap();
    }

    /// Starts it again after a crash, where it was.
    pub fn revive(&self) {
        script(&["revive", self.path().to_str().unwrap()]).unwrap();
    }

    /// Sends a signal to the server and to every process of it.
    pub fn signal(&self, signal: &str) {
        let file = std::fs::read_to_string(self.path().join("data/postmaster.pid")).unwrap();
        let server = file.lines().next().unwrap();
        let children = std::fs::read_to_string(format!("/proc/{server}/task/{server}/children"));
        let sent = Command::new("kill")
            .args([signal, server])
            .args(children.unwrap().split_whitespace())
            .status();
        assert!(sent.unwrap().success());
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("cluster")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(script(&["stop", self.path().to_str().unwrap()]));
    }
}

fn script(words: &[&str]) -> Result<String, String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/postgres");
    let done = Command::new(script).args(words).output();
    let done = done.map_err(|error| error.to_string())?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
    } else {
        Err(String::from_utf8_lossy(&done.stderr).trim().to_owned())
    }
}
