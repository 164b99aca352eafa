//! Mail servers to send to: one that does as it is told (aiosmtpd), and two as people run them.

mod real;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

pub use self::real::RealServer;
use crate::program::free_port;

/// A mail that arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// Where the envelope said.
    pub to: String,
    /// The mail as it came, its lines ended by a line feed alone.
    pub raw: String,
}

impl Arrived {
    /// The lines of its head that begin with a name, folded ones as one.
    pub fn header(&self, name: &str) -> Vec<String> {
        let (head, _) = self.raw.split_once("\n\n").unwrap();
        let head = head.replace("\n ", " ").replace("\n\t", " ");
        let begins = |line: &&str| line.to_lowercase().starts_with(&format!("{name}: "));
        let value = |line: &str| line.split_once(": ").unwrap().1.to_owned();
        head.lines().filter(begins).map(value).collect()
    }

    /// The names of all its headers, in small letters.
    pub fn headers(&self) -> Vec<String> {
        let (head, _) = self.raw.split_once("\n\n").unwrap();
        let own = head.lines().filter(|line| !line.starts_with([' ', '\t']));
        own.map(|line| line.split(':').next().unwrap().to_lowercase())
            .collect()
    }

    /// Everything below the head, its quoted-printable undone.
    pub fn body(&self) -> String {
        let (_, body) = self.raw.split_once("\n\n").unwrap();
        let body = body.replace("=\n", "");
        let mut bytes = Vec::new();
        let mut rest = body.as_bytes();
        while let [first, more @ ..] = rest {
            let code = more.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
            let code = code.and_then(|hex| u8::from_str_radix(hex, 16).ok());
            if let (b'=', Some(byte)) = (first, code) {
                bytes.push(byte);
                rest = &more[2..];
            } else {
                bytes.push(*first);
                rest = more;
            }
        }
        String::from_utf8(bytes).unwrap()
    }
}

/// A mail server that does as it is told.
pub struct Sink {
    pub port: u16,
    folder: TempDir,
    child: Option<Child>,
}

impl Sink {
    /// One that takes everything, or `None` after saying why the test is skipped.
    pub fn start() -> Option<Self> {
        let python = python()?;
        let (port, folder) = (free_port(), TempDir::new().unwrap());
        let mut sink = Self {
            port,
            folder,
            child: None,
        };
        sink.serve(&python);
        Some(sink)
    }

    fn serve(&mut self, python: &Path) {
        let script =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal/mail_servers/sink.py");
        let mut child = Command::new(python)
            .arg(script)
            .arg(self.port.to_string())
            .arg(self.folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap()).lines().next();
        assert_eq!(said.unwrap().unwrap(), "ready");
        self.child = Some(child);
    }

    /// From now on a domain is treated so.
    pub fn treats(&self, domain: &str, how: &str) {
        let path = self.folder.path().join("how");
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        let others = before
            .lines()
            .filter(|line| line.split(' ').next() != Some(domain));
        let lines: Vec<String> = others
            .map(str::to_owned)
            .chain([format!("{domain} {how}")])
            .collect();
        std::fs::write(self.folder.path().join("how.part"), lines.join("\n")).unwrap();
        std::fs::rename(self.folder.path().join("how.part"), path).unwrap();
    }

    /// The address of this server, for `smtp.url`.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none", self.port)
    }

    /// How often an address was named to it.
    pub fn tries(&self, address: &str) -> usize {
        let tries = std::fs::read_to_string(self.folder.path().join("tries")).unwrap_or_default();
        tries.lines().filter(|line| *line == address).count()
    }

    /// What it took.
    pub fn arrived(&self) -> Vec<Arrived> {
        arrived(&self.folder.path().join("new"), "eml", |text| {
            let (to, raw) = text.split_once('\n').unwrap();
            (to.to_owned(), raw.to_owned())
        })
    }

    /// Waits until it took so many mails, and gives them.
    pub async fn waits_for(&self, many: usize) -> Vec<Arrived> {
        until(&format!("{many} mails"), || {
            Some(self.arrived()).filter(|all| all.len() >= many)
        })
        .await
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Where scripts/test puts the Python with aiosmtpd.
fn python() -> Option<PathBuf> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/aiosmtpd/bin/python");
    if python.exists() {
        return Some(python);
    }
    skip("there is no aiosmtpd (scripts/test installs it)");
    None
}

fn skip(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "{why}");
    eprintln!("SKIPPED: {why}");
}

fn arrived(folder: &Path, ending: &str, read: impl Fn(String) -> (String, String)) -> Vec<Arrived> {
    let Ok(files) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let files = files.map(|file| file.unwrap().path());
    let whole =
        files.filter(|path| path.extension().is_some_and(|e| e == ending) || ending.is_empty());
    let mut paths: Vec<PathBuf> = whole.collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).replace("\r\n", "\n");
        let (to, raw) = read(text);
        Arrived { to, raw }
    };
    paths.iter().map(read).collect()
}

/// Waits until there is something to give.
pub async fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    for _ in 0..600 {
        if let Some(found) = look() {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{what}: waited in vain");
}
