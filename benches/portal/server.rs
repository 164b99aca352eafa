//! The servers that are measured, as processes of their own, so that their CPU and memory can be told
//! from the generator's: the program itself, and a bare axum beside it.

use std::fs;
use std::net::{TcpListener, UdpSocket};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use crate::bare;
use crate::load::Connection;
use crate::place::Place;
use crate::requests;

/// The program under measurement.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_portcullis");

/// A server that is running.
pub struct Server {
    child: Child,
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    /// Seconds from its start to its first answer.
    pub started_in: f64,
}

/// CPU that was used, in seconds.
#[derive(Clone, Copy, Default)]
pub struct Cpu {
    /// By all threads.
    pub all: f64,
    /// By those that hash.
    pub hashing: f64,
}

impl Server {
    /// The portal of a place; several on one place are nodes.
    pub async fn start(place: &Place) -> Self {
        Self::start_with(place, free_port(), "").await
    }

    /// The same, asked by RADIUS, too: by UDP on the port of the same number.
    pub async fn with_radius(place: &Place) -> Self {
        let port = free_port();
        let radius = format!("radius.listen = \"127.0.0.1:{port}\"\n");
        Self::start_with(place, port, &radius).await
    }

    async fn start_with(place: &Place, port: u16, more: &str) -> Self {
        // The load is one client as a proxy is, so connections of its address have no bound of their own.
        let config = format!(
            "public_url = \"http://localhost:{port}\"\nlisten = \"127.0.0.1:{port}\"\n\
             trusted_proxies = [\"127.0.0.1\"]\n{more}\
             [database]\nurl = \"{}\"\n[master_key]\nfile = \"{}\"\n",
            place.url,
            place.path().join("master.key").display(),
        );
        let config = place.write(&format!("portcullis-{port}.toml"), &config);
        // As in use, the log is kept: into a file, whose end is shown if all goes wrong.
        let log = fs::File::create(place.path().join(format!("log-{port}"))).unwrap();
        let mut command = Command::new(PROGRAM);
        command
            .arg("serve")
            .arg("--config")
            .arg(config)
            .current_dir(place.path())
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        Self::run(command, port, 200).await
    }

    /// A server that answers 204 and does nothing else.
    pub async fn bare() -> Self {
        let port = free_port();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .arg(bare::WORD)
            .env("LISTEN", format!("127.0.0.1:{port}"))
            .stdin(Stdio::null());
        Self::run(command, port, 204).await
    }

    async fn run(mut command: Command, port: u16, healthy: u16) -> Self {
        let start = Instant::now();
        let child = command.spawn().unwrap();
        let mut server = Self {
            child,
            port,
            started_in: 0.0,
        };
        let mut connection = Connection::new(port);
        while connection.open().await.is_err() {
            assert!(
                start.elapsed() < Duration::from_secs(30) && server.lives(),
                "the server does not start"
            );
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        let request = requests::get(port, "/healthz", None);
        connection.ask(&request).await.expects(healthy);
        server.started_in = start.elapsed().as_secs_f64();
        server
    }

    fn lives(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// The CPU it has used so far.
    pub fn cpu(&self) -> Cpu {
        let mut cpu = Cpu::default();
        for task in fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap() {
            // A thread may have ended since it was listed.
            let Ok(stat) = fs::read_to_string(task.unwrap().path().join("stat")) else {
                continue;
            };
            let (name, fields) = stat.split_once('(').unwrap().1.rsplit_once(") ").unwrap();
            let ticks: f64 = fields
                .split(' ')
                .skip(11)
                .take(2)
                .map(|ticks| ticks.parse::<f64>().unwrap())
                .sum();
            let seconds = ticks / 100.0; // USER_HZ, the same on every Linux
            cpu.all += seconds;
            if name.starts_with("hash-") {
                cpu.hashing += seconds;
            }
        }
        cpu
    }

    /// How many of its threads hash.
    pub fn hashing_threads(&self) -> usize {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap();
        let names =
            tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("comm")).ok());
        names.filter(|name| name.starts_with("hash-")).count()
    }

    /// Its memory now, in MiB.
    pub fn memory(&self) -> f64 {
        self.status("VmRSS:")
    }

    /// The most memory it ever had, in MiB.
    pub fn peak_memory(&self) -> f64 {
        self.status("VmHWM:")
    }

    fn status(&self, name: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kib: f64 = line
            .unwrap()
            .trim()
            .trim_end_matches(" kB")
            .parse()
            .unwrap();
        kib / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl std::ops::Sub for Cpu {
    type Output = Self;
    fn sub(self, before: Self) -> Self {
        Self {
            all: self.all - before.all,
            hashing: self.hashing - before.hashing,
        }
    }
}

/// Below those that the system gives out by itself: whoever knocks at such a port before the server is
/// there may get it for his own end, and be connected to himself.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 10_000 + u16::try_from(std::process::id() % 100).unwrap() * 100;
    let mut ports = std::iter::from_fn(|| Some(first + NEXT.fetch_add(1, Ordering::Relaxed)));
    ports
        .find(|port| {
            let free = ("127.0.0.1", *port);
            TcpListener::bind(free).is_ok() && UdpSocket::bind(free).is_ok()
        })
        .unwrap()
}
