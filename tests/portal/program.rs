//! The real program, for stories that kill it, signal it or look at it from outside.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;

use crate::client::Client;

pub const PASSWORD: &str = "tulip wagon brine";

/// The program, on a data folder that outlives it.
pub struct Program {
    pub folder: TempDir,
    pub port: u16,
    pub child: Option<Child>,
    log: Arc<Mutex<String>>,
}

/// A port that no other test gets, below those that the system gives out by itself.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + u16::try_from(std::process::id() % 100).unwrap() * 100;
    let mut ports = std::iter::from_fn(|| Some(first + NEXT.fetch_add(1, Ordering::Relaxed)));
    ports
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .unwrap()
}

impl Program {
    pub fn new() -> Self {
        let port = free_port();
        Self {
            folder: TempDir::new().unwrap(),
            port,
            child: None,
            log: Arc::default(),
        }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portcullis"));
        command
            .args(words)
            .arg("--data")
            .arg(self.data())
            .current_dir(self.folder.path())
            .env_clear();
        command
    }

    /// Runs a command to its end, with a password on its input.
    pub fn says(&self, words: &[&str]) {
        let mut child = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let _ = child
            .stdin
            .take()
            .unwrap()
            .write_all(format!("{PASSWORD}\n").as_bytes());
        assert!(child.wait().unwrap().success(), "{words:?}");
    }

    /// Starts serving, and waits until it does.
    pub fn start(&mut self) -> Client {
        let listen = format!("127.0.0.1:{}", self.port);
        let mut child = self
            .command(&["serve", "--listen", &listen])
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
        let serving = log
            .by_ref()
            .any(|line| line.is_ok_and(|line| line.contains("serving")));
        assert!(serving, "it does not start");
        let kept = self.log.clone();
        std::thread::spawn(move || {
            for line in log.map_while(Result::ok) {
                kept.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        self.child = Some(child);
        self.browser()
    }

    /// What it has logged since it serves.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Waits until its log says something; says how often it does by then.
    pub async fn logs(&self, text: &str) -> usize {
        for _ in 0..600 {
            match self.log().matches(text).count() {
                0 => tokio::time::sleep(Duration::from_millis(100)).await,
                times => return times,
            }
        }
        panic!("{text} is not in\n{}", self.log());
    }

    /// Writes its configuration file.
    pub fn configure(&self, text: &str) {
        std::fs::write(self.folder.path().join("portcullis.toml"), text).unwrap();
    }

    /// Sends it a signal.
    pub fn signal(&self, name: &str) {
        let id = self.child.as_ref().unwrap().id().to_string();
        let sent = Command::new("kill").args([name, &id]).status();
        assert!(sent.unwrap().success());
    }

    pub fn browser(&self) -> Client {
        Client::new(&format!("http://127.0.0.1:{}", self.port))
    }

    /// SIGKILL: no farewell.
    pub fn kill(&mut self) {
        let mut child = self.child.take().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if self.child.is_some() {
            self.kill();
        }
    }
}
