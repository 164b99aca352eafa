//! What else asks the portal on a machine: sudo, and a VPN that people dial into, each through PAM as
//! `docs/remote-logon.md` says. Needs root, or sudo without a password.

use std::fs;
use std::io::Write;
use std::net::UdpSocket;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use data_encoding::BASE64;
use portcullis_core::audit::{CodeRefusal, Event};
use portcullis_core::policy::Rule;
use portcullis_core::radius::Signing;

use super::radius_clients::{Asker, Door, signing};
use super::radius_ssh::{Computer, as_root, does, pam_files, write};
use crate::portal::Portal;

/// What sudo is allowed on a computer, gone with it.
struct Sudoers(String);

impl Sudoers {
    fn of(computer: &Computer, login: &str) -> Self {
        let (name, draft) = (&computer.name, computer.at("sudoers"));
        let rules = format!(
            "{login} ALL=(root) ALL\nDefaults:{login} pam_service={name}, !lecture, timestamp_timeout=0\n"
        );
        write(&draft, 0o600, &rules);
        let path = format!("/etc/sudoers.d/{name}");
        does(&[
            "install",
            "-m",
            "440",
            "-o",
            "root",
            draft.to_str().unwrap(),
            &path,
        ]);
        Self(path)
    }
}

impl Drop for Sudoers {
    fn drop(&mut self) {
        let _ = as_root(&["rm", "-f", &self.0]).status();
    }
}

/// `sudo` by somebody who types these lines; gives what ran, and what was asked.
async fn sudo(login: &str, lines: &str) -> (String, String) {
    let mut command = as_root(&[
        "runuser", "-u", login, "--", "sudo", "-S", "-k", "id", "-un",
    ]);
    let lines = lines.to_owned();
    let ran = tokio::task::spawn_blocking(move || {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Who is refused early does not read to the end.
        let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
        child.wait_with_output().unwrap()
    });
    let output = ran.await.unwrap();
    (
        String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn sudo_asks_for_password_and_code_and_takes_each_code_once() {
    let before = pam_files();
    let portal = Portal::start().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let asker = Asker::of(&portal, &door, &acme, signing(Signing::No)).await;
    let computer = Computer::start(&asker, &["ann"]);
    let login = &computer.people[0];
    let rules = Sudoers::of(&computer, login);
    let ann = portal.person(&acme, login).await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait_for_next_code();
    let typed = |code: &str| format!("{}\n{code}\n", ann.password);

    let (ran, asked) = sudo(login, &typed(&app.wrong_code(portal.now()))).await;
    assert_eq!(ran, "", "{asked}");
    let code = app.code(portal.now());
    let (ran, asked) = sudo(login, &typed(&code)).await;
    assert_eq!(ran, "root", "{asked}");
    assert!(
        asked.contains("Code from your authenticator app:"),
        "{asked}"
    );
    let (ran, asked) = sudo(login, &typed(&code)).await;
    assert_eq!(ran, "", "the same code again: {asked}");
    let (ran, asked) = sudo(login, "not the password\n").await;
    assert_eq!(ran, "", "{asked}");
    let logged_on = |event: &&Event| matches!(event, Event::LoggedOn { .. });
    let events = portal.events(Some(acme.id)).await;
    assert_eq!(events.iter().filter(logged_on).count(), 1);

    drop((rules, computer));
    assert_eq!(pam_files(), before, "PAM's files are as they were");
}

/// An `OpenVPN` server on this machine, with a network of its own.
struct Vpn {
    server: Child,
    port: u16,
}

impl Drop for Vpn {
    fn drop(&mut self) {
        let id = self.server.id().to_string();
        let _ = as_root(&["kill", &id]).status();
        let _ = self.server.wait();
    }
}

const PLUGIN: &str = "/usr/lib/x86_64-linux-gnu/openvpn/plugins/openvpn-plugin-auth-pam.so";

fn openssl(folder: &Path, words: &str) {
    let made = Command::new("openssl")
        .args(words.split(' '))
        .current_dir(folder)
        .output();
    let made = made.unwrap();
    let said = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "openssl {words}: {said}");
}

impl Vpn {
    fn start(computer: &Computer) -> Self {
        let folder = computer.at("");
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
        openssl(
            &folder,
            &format!("req -x509 {key} -days 3 -subj /CN=test-ca -keyout ca.key -out ca.crt"),
        );
        openssl(
            &folder,
            &format!("req {key} -subj /CN=vpn -keyout vpn.key -out vpn.csr"),
        );
        let uses = "extendedKeyUsage=serverAuth\nkeyUsage=digitalSignature\n";
        write(&folder.join("uses"), 0o600, uses);
        openssl(
            &folder,
            "x509 -req -in vpn.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 3 -extfile uses -out vpn.crt",
        );
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = socket.local_addr().unwrap().port();
        drop(socket);
        let tun = format!("{}s", computer.name);
        let service = &computer.name;
        let config = format!(
            "local 127.0.0.1\nport {port}\nproto udp\ndev {tun}\ndev-type tun\ntopology subnet\nserver 10.99.77.0 255.255.255.0\n\
             ca ca.crt\ncert vpn.crt\nkey vpn.key\ndh none\nverify-client-cert none\nusername-as-common-name\n\
             plugin {PLUGIN} \"{service} login USERNAME password PASSWORD code OTP\"\nauth-gen-token 43200\nverb 3\n"
        );
        write(&folder.join("server.ovpn"), 0o600, &config);
        let log = fs::File::create(folder.join("server.log")).unwrap();
        let words = [
            "openvpn",
            "--cd",
            folder.to_str().unwrap(),
            "--config",
            "server.ovpn",
        ];
        let server = as_root(&words).stdout(log).spawn().unwrap();
        let vpn = Self { server, port };
        vpn.says(
            &folder.join("server.log"),
            &["Initialization Sequence Completed"],
        );
        vpn
    }

    /// Which of some words stands in a log first.
    fn says(&self, log: &Path, words: &[&'static str]) -> &'static str {
        for _ in 0..300 {
            let text = fs::read_to_string(log).unwrap_or_default();
            if let Some(word) = words.iter().find(|word| text.contains(**word)) {
                return word;
            }
            sleep(Duration::from_millis(100));
        }
        let text = fs::read_to_string(log).unwrap_or_default();
        panic!("port {}: {text}", self.port);
    }

    /// Dials in as a client with `static-challenge` does; whether the tunnel comes up.
    fn dials(&self, computer: &Computer, login: &str, (password, code): (&str, &str)) -> bool {
        let at = |name: &str| computer.at(name);
        let number = u32::from_be_bytes(crate::random_bytes());
        let (typed, log) = (
            format!("typed-{number:x}"),
            at(&format!("client-{number:x}.log")),
        );
        let both = [password, code].map(|word| BASE64.encode(word.as_bytes()));
        // What the client makes of the two answers.
        let lines = format!("{login}\nSCRV1:{}:{}\n", both[0], both[1]);
        write(&at(&typed), 0o600, &lines);
        let (port, folder) = (self.port.to_string(), at(""));
        let mut client = as_root(&[
            "openvpn",
            "--cd",
            folder.to_str().unwrap(),
            "--client",
            "--proto",
            "udp",
            "--nobind",
            "--dev",
            &format!("{}c", computer.name),
            "--dev-type",
            "tun",
            "--route-nopull",
            "--remote",
            "127.0.0.1",
            &port,
            "--ca",
            "ca.crt",
            "--remote-cert-tls",
            "server",
            "--auth-user-pass",
            &typed,
            "--auth-retry",
            "none",
        ])
        .stdout(fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
        let ends = ["Initialization Sequence Completed", "AUTH_FAILED"];
        let end = self.says(&log, &ends);
        let _ = as_root(&["kill", &client.id().to_string()]).status();
        let _ = client.wait();
        end == ends[0]
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn openvpn_lets_in_with_password_and_code_and_takes_each_code_once() {
    if !Path::new("/dev/net/tun").exists() {
        println!("no VPN is dialed: this machine has no /dev/net/tun");
        return;
    }
    let before = pam_files();
    let portal = Portal::start().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let asker = Asker::of(&portal, &door, &acme, signing(Signing::No)).await;
    let computer = Computer::start(&asker, &[]);
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait_for_next_code();
    let (wrong, code) = (app.wrong_code(portal.now()), app.code(portal.now()));
    let password = ann.password.clone();
    let dialed = tokio::task::spawn_blocking(move || {
        let vpn = Vpn::start(&computer);
        let dials = |password: &str, code: &str| vpn.dials(&computer, "ann", (password, code));
        [
            dials(&password, &wrong),
            dials(&password, &code),
            dials(&password, &code),
            dials("not the password", &code),
        ]
    });
    assert_eq!(dialed.await.unwrap(), [false, true, false, false]);
    let events = portal.events(Some(acme.id)).await;
    let replayed = Event::CodeRefused {
        factor: portcullis_core::credential::Kind::Totp,
        cause: CodeRefusal::AlreadyUsed,
        purpose: portcullis_core::audit::Purpose::RemoteLogon,
    };
    assert!(events.contains(&replayed), "{events:?}");
    assert_eq!(pam_files(), before, "PAM's files are as they were");
}
