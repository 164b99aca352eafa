//! Mail servers as people run them, Exim and `OpenSMTPD`: STARTTLS or TLS, and AUTH over these alone.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::{Arrived, arrived, skip, until};
use crate::program::free_port;

/// One that takes mail for everybody from whoever has logged in.
pub struct RealServer {
    pub starttls: u16,
    pub tls: u16,
    folder: TempDir,
    child: Option<Child>,
}

impl RealServer {
    const USER: &str = "portal@test";
    const PASSWORD: &str = "p/w:d %";

    /// `None` after saying why the test is skipped.
    pub fn exim() -> Option<Self> {
        let exim = Path::new("/usr/sbin/exim4");
        if !is_there(exim, "exim4-daemon-light") {
            return None;
        }
        let mut server = Self::prepare();
        std::fs::write(server.file("conf"), server.conf_of_exim()).unwrap();
        let pid = server.file("pid");
        server.run(
            Command::new(exim)
                .args(["-bdf", "-C"])
                .arg(server.file("conf"))
                .arg("-oP")
                .arg(pid),
        );
        Some(server)
    }

    /// `None` after saying why the test is skipped.
    pub fn opensmtpd() -> Option<Self> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let copy = project.join("target/opensmtpd");
        if !is_there(&copy.join("usr/sbin/smtpd"), "a copy of opensmtpd") {
            return None;
        }
        let mut server = Self::prepare();
        let (starttls, tls) = (server.starttls.to_string(), server.tls.to_string());
        server.run(
            Command::new("unshare")
                .args(["--mount", "--pid", "--fork", "--kill-child"])
                .arg(project.join("tests/portal/mail_servers/opensmtpd.sh"))
                .args([&copy, server.folder.path()])
                .args([&starttls, &tls, Self::USER, Self::PASSWORD]),
        );
        Some(server)
    }

    /// Ports, a certificate, and a folder that the server's own user may write to.
    fn prepare() -> Self {
        let server = Self {
            starttls: free_port(),
            tls: free_port(),
            folder: TempDir::new().unwrap(),
            child: None,
        };
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        std::fs::write(server.certificate(), made.cert.pem()).unwrap();
        std::fs::write(server.file("key.pem"), made.signing_key.serialize_pem()).unwrap();
        std::fs::create_dir(server.file("mail")).unwrap();
        let open = |path: &Path, mode| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        open(server.folder.path(), 0o777);
        open(&server.file("mail"), 0o777);
        open(&server.file("key.pem"), 0o600);
        server
    }

    fn conf_of_exim(&self) -> String {
        let at = self.folder.path().display();
        let (starttls, tls) = (self.starttls, self.tls);
        let (user, password) = (Self::USER, Self::PASSWORD);
        // It reads the key as its own user.
        let key = self.file("key.pem");
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
        format!(
            "primary_hostname = localhost\nspool_directory = {at}/spool\nlog_file_path = {at}/%slog\n\
             keep_environment =\nlocal_interfaces = 127.0.0.1\ndaemon_smtp_ports = {starttls} : {tls}\n\
             tls_on_connect_ports = {tls}\ntls_advertise_hosts = *\ntls_certificate = {at}/cert.pem\n\
             tls_privatekey = {at}/key.pem\nauth_advertise_hosts = ${{if def:tls_in_cipher{{*}}{{}}}}\n\
             acl_smtp_rcpt = rcpt\nhost_lookup =\nrfc1413_query_timeout = 0s\n\
             begin acl\nrcpt:\n  deny !encrypted = *\n  accept authenticated = *\n  deny\n\
             begin routers\nall:\n  driver = accept\n  transport = keep\n\
             begin transports\nkeep:\n  driver = appendfile\n  directory = {at}/mail\n  maildir_format\n\
             \x20 envelope_to_add\n  user = Debian-exim\n\
             begin authenticators\nplain:\n  driver = plaintext\n  public_name = PLAIN\n  server_prompts = :\n\
             \x20 server_condition = ${{if and{{{{eq{{$auth2}}{{{user}}}}}{{eq{{$auth3}}{{{password}}}}}}}}}\n\
             \x20 server_set_id = $auth2\n"
        )
    }

    fn run(&mut self, command: &mut Command) {
        let said = std::fs::File::create(self.file("said")).unwrap();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(said)
            .spawn();
        self.child = Some(child.unwrap());
    }

    /// Waits until it listens.
    pub async fn listens(&self) {
        let reach = || std::net::TcpStream::connect(("127.0.0.1", self.tls)).ok();
        until("the mail server", reach).await;
    }

    /// What a login looks like in `smtp.url`.
    pub fn login() -> &'static str {
        "portal%40test:p%2Fw%3Ad%20%25"
    }

    /// The file of the certificate that vouches for it.
    pub fn certificate(&self) -> PathBuf {
        self.file("cert.pem")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Waits until it delivered so many mails, and gives them.
    pub async fn waits_for(&self, many: usize) -> Vec<Arrived> {
        let new = self.file("mail/new");
        let to = |text: String| {
            let names = ["Envelope-to: ", "Delivered-To: "];
            let mut named = text.lines().filter_map(|line| {
                let name = names.iter().find(|name| line.starts_with(**name))?;
                line.strip_prefix(name)
            });
            (named.next().unwrap_or_default().to_owned(), text.clone())
        };
        let all = || Some(arrived(&new, "", to)).filter(|all| all.len() >= many);
        until(&format!("{many} mails"), all).await
    }
}

impl Drop for RealServer {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn is_there(program: &Path, what: &str) -> bool {
    if !program.exists() {
        skip(&format!(
            "there is no {} (scripts/test gets {what})",
            program.display()
        ));
        return false;
    }
    if !rustix::process::geteuid().is_root() {
        skip(&format!("{} runs for root alone", program.display()));
        return false;
    }
    true
}
