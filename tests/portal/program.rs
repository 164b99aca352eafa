//! The real program as a process of its own, on a database that outlives it: for stories that kill it,
//! signal it or look at it from outside.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use portcullis_core::time::Timestamp;
use portcullis_store::testing::Place;
use tempfile::TempDir;

use crate::canaries;
use crate::client::Client;
use crate::portal;

/// What [`Program::says`] types when a password is asked for.
pub const PASSWORD: &str = "tulip wagon brine";

/// The program, on a data folder that outlives it.
pub struct Program {
    pub folder: TempDir,
    pub port: u16,
    pub child: Option<Child>,
    environment: Vec<(String, String)>,
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
    /// On a database of its own.
    pub fn new() -> Self {
        let port = free_port();
        Self {
            folder: TempDir::new().unwrap(),
            port,
            child: None,
            environment: Vec::new(),
            log: Arc::default(),
        }
    }

    /// On the database of a portal within the test, and with its keys, so that a story can be
    /// prepared and looked into from there.
    pub fn on(place: &Place) -> Self {
        let program = Self::new();
        let mut folder = std::fs::DirBuilder::new();
        folder.mode(0o700).create(program.data()).unwrap();
        let mut options = std::fs::OpenOptions::new();
        let file = options.write(true).create_new(true).mode(0o600);
        let mut file = file.open(program.data().join("master.key")).unwrap();
        file.write_all(portal::key_file().reveal().as_bytes())
            .unwrap();
        program.with("PORTCULLIS_DATABASE_URL", place.url())
    }

    /// With a variable in its environment.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portcullis"));
        command
            .args(words)
            .arg("--data")
            .arg(self.data())
            .current_dir(self.folder.path())
            .env_clear()
            .envs(self.environment.iter().cloned());
        command
    }

    /// Runs a command to its end, with a password on its input; gives what it printed.
    pub fn says(&self, words: &[&str]) -> String {
        let mut child = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child
            .stdin
            .take()
            .unwrap()
            .write_all(format!("{PASSWORD}\n").as_bytes());
        let mut printed = String::new();
        let mut output = child.stdout.take().unwrap();
        output.read_to_string(&mut printed).unwrap();
        assert!(child.wait().unwrap().success(), "{words:?}");
        printed
    }

    /// Starts serving, and waits until it does.
    pub fn start(&mut self) -> Client {
        self.start_by(self.serve_command())
    }

    /// The command that serves.
    pub fn serve_command(&self) -> Command {
        let listen = format!("127.0.0.1:{}", self.port);
        self.command(&["serve", "--listen", &listen])
    }

    /// The same by a command that leads to it.
    pub fn start_by(&mut self, mut command: Command) -> Client {
        let mut child = command
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut said = Vec::new();
        let serving = log.by_ref().any(|line| {
            let line = line.unwrap_or_default();
            let serving = line.contains("serving");
            said.push(line);
            serving
        });
        assert!(serving, "it does not start: {said:#?}");
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

    /// How much memory it holds, in KiB.
    pub fn memory_kib(&self) -> u64 {
        let id = self.child.as_ref().unwrap().id();
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let word = line.unwrap().split_whitespace().nth(1);
        word.unwrap().parse().unwrap()
    }

    /// Sends it a signal.
    pub fn signal(&self, name: &str) {
        let id = self.child.as_ref().unwrap().id().to_string();
        let sent = Command::new("kill").args([name, &id]).status();
        assert!(sent.unwrap().success());
    }

    pub fn browser(&self) -> Client {
        Client::new(&self.url())
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
        if !std::thread::panicking() {
            canaries::check_text(&self.url(), &self.log());
        }
    }
}

/// The time as the program has it.
#[expect(
    clippy::disallowed_methods,
    reason = "the real program has the real clock"
)]
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap())
}
