//! `FreeRADIUS`, where it is installed: somebody else's server beside ours, with clear-text passwords in a file.

use std::fmt::Write;
use std::net::UdpSocket;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use portcullis_core::radius::Request;
use tempfile::TempDir;

use crate::report::note;
use crate::seed::chance;
use crate::server::free_port;

/// Where Debian's package has its program and its modules, installed or unpacked into target/.
const PLACES: [&str; 2] = [
    "",
    concat!(env!("CARGO_MANIFEST_DIR"), "/target/freeradius"),
];

/// A server that is running.
pub struct Freeradius {
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    child: Child,
    _folder: TempDir,
}

impl Freeradius {
    /// One that knows people and a password of all; `None` after saying so where it is not installed.
    pub async fn start((logins, password): (&[String], &str), secret: &str) -> Option<Self> {
        let program = |place: &&str| Path::new(&format!("{place}/usr/sbin/freeradius")).exists();
        let Some(place) = PLACES.into_iter().find(program) else {
            note("left out: FreeRADIUS is not installed");
            return None;
        };
        let (folder, port) = (tempfile::tempdir().unwrap(), free_port());
        let at = folder.path();
        let mut users = String::new();
        for login in logins {
            writeln!(users, "{login} Cleartext-Password := \"{password}\"").unwrap();
        }
        std::fs::write(at.join("users"), users).unwrap();
        let config = format!(
            "name = bench\nlogdir = {at}\nrun_dir = {at}\npidfile = {at}/pid\nlibdir = {place}/usr/lib/freeradius\n\
             max_requests = 65536\ncleanup_delay = 0\n\
             thread pool {{\n start_servers = 4\n max_servers = 16\n max_queue_size = 65536\n}}\n\
             security {{\n reject_delay = 0\n status_server = yes\n}}\n\
             client bench {{\n ipaddr = 127.0.0.1\n secret = {secret}\n}}\n\
             modules {{\n pap {{\n }}\n files {{\n  filename = {at}/users\n }}\n}}\n\
             server default {{\n listen {{\n  type = auth\n  ipaddr = 127.0.0.1\n  port = {port}\n }}\n \
             authorize {{\n  files\n  pap\n }}\n authenticate {{\n  Auth-Type PAP {{\n   pap\n  }}\n }}\n}}\n",
            at = at.display(),
        );
        std::fs::write(at.join("radiusd.conf"), config).unwrap();
        let child = Command::new(format!("{place}/usr/sbin/freeradius"))
            .args(["-f", "-n", "radiusd", "-l"])
            .arg(at.join("log"))
            .arg("-d")
            .arg(at)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self {
            port,
            child,
            _folder: folder,
        };
        server.answers(secret).await.then_some(server)
    }

    /// Waits until it is there.
    async fn answers(&self, secret: &str) -> bool {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket.connect(("127.0.0.1", self.port)).unwrap();
        socket.set_nonblocking(true).unwrap();
        for _ in 0..200 {
            let status = Request::status(1, chance()).signed(secret.as_bytes());
            let asked = socket.send(&status);
            tokio::time::sleep(Duration::from_millis(50)).await;
            if asked.is_ok() && socket.recv(&mut [0; 4096]).is_ok() {
                return true;
            }
        }
        note("left out: FreeRADIUS does not start");
        false
    }
}

impl Drop for Freeradius {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
