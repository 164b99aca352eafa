//! A real logon by SSH: sshd, PAM and `pam_radius_auth` of Debian 12 ask the portal. The sshd runs under a
//! name of its own, by which PAM finds its one file; no other file of the machine is touched, and
//! whatever was made is gone afterwards. Needs root, or sudo without a password.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use portcullis_core::account::State;
use portcullis_core::audit::{CodeRefusal, Event, Origin, PasswordRefusal};
use portcullis_core::policy::Rule;
use portcullis_core::radius::Signing;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::destinations::{self, Whom};
use portcullis_server::people;
use portcullis_server::radius::clients::{self, Change};
use portcullis_store::organizations::Organization;
use portcullis_store::radius_clients::Terms;
use portcullis_store::{Tx, accounts};
use rustix::process::getuid;
use tempfile::TempDir;

use super::help_desk::{self, agent, page_of};
use super::radius_clients::{Asker, Door, signing};
use crate::app::App;
use crate::portal::{Person, Portal};

/// What the terminal of somebody who is refused shows.
pub const HINT: &str = "Not let in. If you have not set up MFA yet, sign in at the portal first.";

/// A computer on which people log on: an sshd, and the people that it knows.
pub struct Computer {
    folder: TempDir,
    /// What PAM calls the service, and the start of the names of its people.
    pub name: String,
    pub port: u16,
    sshd: Option<Child>,
    /// The login names of its people.
    pub people: Vec<String>,
}

/// What became of an `ssh`.
pub struct Logon {
    pub shell: bool,
    /// What was asked, in its order.
    pub asked: Vec<String>,
    /// What ssh printed.
    pub said: String,
}

impl Logon {
    /// Whether the terminal showed these words, wherever it broke the line.
    pub fn tells(&self, words: &str) -> bool {
        let all = format!("{} {}", self.asked.join(" "), self.said);
        let all: Vec<&str> = all.split_whitespace().collect();
        all.join(" ").contains(words)
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// A command as root.
pub fn as_root(words: &[&str]) -> Command {
    if getuid().is_root() {
        let mut command = Command::new(words[0]);
        command.args(&words[1..]);
        return command;
    }
    let mut command = Command::new("sudo");
    command.arg("-n").args(words);
    command
}

#[track_caller]
pub fn does(words: &[&str]) {
    let output = as_root(words).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {err}");
}

pub fn write(path: &Path, mode: u32, text: &str) {
    use std::io::Write;
    let file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(path);
    file.unwrap().write_all(text.as_bytes()).unwrap();
}

impl Computer {
    /// Starts one that asks the portal as a client does.
    pub fn start(asker: &Asker, names: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let id = u16::from_be_bytes(crate::random_bytes());
        let name = format!("pctest-{id:04x}");
        // Held before anything is made, so that all of it is gone even if the rest fails.
        let mut computer = Self {
            port: free_port(),
            name: name.clone(),
            sshd: None,
            people: Vec::new(),
            folder,
        };
        let at = |name: &str| computer.folder.path().join(name);
        let server = format!("{} {} 2 {}\n", asker.at, asker.secret, asker.address);
        write(&at("server"), 0o600, &server);
        does(&["chown", "root:root", at("server").to_str().unwrap()]);
        let pam = format!(
            "auth [success=2 default=ignore] pam_radius_auth.so conf={} prompt=Password\n\
             auth optional pam_echo.so file={}\nauth requisite pam_deny.so\nauth required pam_permit.so\n\
             account required pam_permit.so\nsession required pam_permit.so\n",
            at("server").display(),
            at("hint").display()
        );
        // The module shows what comes with a challenge, and nothing of what comes with a refusal.
        write(&at("hint"), 0o644, &format!("{HINT}\n"));
        write(&at("pam"), 0o644, &pam);
        does(&[
            "install",
            "-m",
            "644",
            at("pam").to_str().unwrap(),
            &format!("/etc/pam.d/{name}"),
        ]);
        let port = computer.port;
        let key = at("host-key");
        let made = Command::new("ssh-keygen")
            .args(["-q", "-t", "ed25519", "-N", "", "-f", key.to_str().unwrap()])
            .status();
        assert!(made.unwrap().success());
        let config = format!(
            "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nPidFile none\nUsePAM yes\nUseDNS no\n\
             KbdInteractiveAuthentication yes\nPasswordAuthentication no\nPubkeyAuthentication no\n\
             StrictModes no\nMaxAuthTries 3\n",
            key.display()
        );
        write(&at("config"), 0o600, &config);
        does(&[
            "chown",
            "root:root",
            at("config").to_str().unwrap(),
            key.to_str().unwrap(),
        ]);
        does(&["mkdir", "-p", "/run/sshd"]);
        // PAM's service is called as the program is.
        symlink("/usr/sbin/sshd", at(&name)).unwrap();
        let program = at(&name);
        let words = [program.to_str().unwrap(), "-D", "-e", "-f"];
        let mut sshd = as_root(&[&words[..], &[at("config").to_str().unwrap()]].concat())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(sshd.stderr.take().unwrap()).lines();
        let ask_file = at("ask");
        computer.sshd = Some(sshd);
        let mut said = Vec::new();
        let listens = log.by_ref().any(|line| {
            said.push(line.unwrap());
            said.last().unwrap().contains("Server listening")
        });
        assert!(listens, "{said:?}");
        std::thread::spawn(move || log.for_each(drop));
        for one in names {
            let login = format!("{name}-{one}");
            does(&[
                "useradd",
                "--no-create-home",
                "--home-dir",
                "/",
                "--shell",
                "/bin/sh",
                &login,
            ]);
            computer.people.push(login);
        }
        let ask = "#!/bin/sh\nprintf '%s\\n' \"$1\" >>\"$ASKED\"\n\
                   case \"$1\" in *assword*) echo \"$PASSWORD\" ;; *) echo \"$CODE\" ;; esac\n";
        write(&ask_file, 0o755, ask);
        fs::set_permissions(ask_file, fs::Permissions::from_mode(0o755)).unwrap();
        computer
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// `ssh` to it, as a person's own client does it.
    async fn ssh(&self, person: &Person, password: &str, code: &str) -> Logon {
        let login = person.login.split('@').next().unwrap();
        let command = format!("ssh -p {} {login}@127.0.0.1", self.port);
        self.runs(&command, password, code).await
    }

    /// What a dashboard shows is typed.
    pub async fn runs(&self, shown: &str, password: &str, code: &str) -> Logon {
        let words: Vec<String> = shown.split(' ').map(str::to_owned).collect();
        assert_eq!(words[0], "ssh");
        let asked = self.at(&format!("asked-{:?}", crate::random_bytes::<4>()));
        let (login, _) = words.last().unwrap().split_once('@').unwrap();
        let login = login.to_owned();
        let mut command = Command::new("ssh");
        command
            .args(["-F", "none", "-T"])
            .args(["-o", "StrictHostKeyChecking=no"])
            .args(["-o", "UserKnownHostsFile=/dev/null"])
            .args(["-o", "PreferredAuthentications=keyboard-interactive"])
            .args(["-o", "NumberOfPasswordPrompts=1"])
            .args(&words[1..])
            .arg("echo this is a shell of $(id -un)")
            .env("SSH_ASKPASS", self.at("ask"))
            .env("SSH_ASKPASS_REQUIRE", "force")
            .env("ASKED", &asked)
            .env("PASSWORD", password)
            .env("CODE", code)
            .stdin(Stdio::null());
        let output = tokio::task::spawn_blocking(move || command.output().unwrap());
        let output = output.await.unwrap();
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let shell = printed.contains(&format!("this is a shell of {login}"));
        assert_eq!(shell, output.status.success());
        let asked = fs::read_to_string(asked).unwrap_or_default();
        Logon {
            shell,
            asked: asked.lines().map(str::to_owned).collect(),
            said: printed + &String::from_utf8_lossy(&output.stderr),
        }
    }
}

impl Drop for Computer {
    fn drop(&mut self) {
        if let Some(mut sshd) = self.sshd.take() {
            let id = sshd.id().to_string();
            let _ = as_root(&["kill", &id]).status();
            let _ = sshd.wait();
        }
        let pam = format!("/etc/pam.d/{}", self.name);
        let _ = as_root(&["rm", "-f", &pam]).status();
        for person in &self.people {
            // By force: what ran as the person may be ending still.
            let _ = as_root(&["userdel", "--force", person]).output();
        }
    }
}

/// Every file of PAM's, with what it says.
pub fn pam_files() -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir("/etc/pam.d")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        // Those of a computer that another test has at this moment.
        .filter(|path| {
            !path
                .file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with("pctest-")
        })
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

async fn enrolled(portal: &Portal, person: &Person) -> App {
    portal.browser().enrolls(portal, person).await.0
}

/// Puts the computer on the dashboards, and gives what somebody's shows to type.
async fn shown_to(
    portal: &Portal,
    organization: &Organization,
    (computer, person, app): (&Computer, &Person, &App),
) -> String {
    let new = destinations::Computer {
        name: "Web server".to_owned(),
        host: format!("127.0.0.1:{}", computer.port).parse().unwrap(),
        command: None,
        icon: None,
        whom: Whom::Everyone,
    };
    let (who, origin) = (Actor::System, Origin::default());
    let added = destinations::add(&portal.app, &who, organization.id, new, origin).await;
    added.unwrap().unwrap();
    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let page = browser.signs_in(&person.login, &person.password).await;
    let page = browser.gives_code(&page, &app.code(portal.now())).await;
    assert!(page.opens());
    let page = browser.get("/").await;
    let (_, rest) = page.body.split_once(r#"<code dir="ltr">"#).unwrap();
    rest.split_once('<').unwrap().0.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn ssh_is_refused_to_whoever_is_frozen_or_not_named_and_the_help_desk_lifts_its_limits() {
    let portal = Portal::start().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let terms = Terms {
        everyone: false,
        ..signing(Signing::No)
    };
    let asker = Asker::of(&portal, &door, &acme, terms).await;
    let computer = Computer::start(&asker, &["ann", "bert"]);
    let [ann, bert] = computer.people.as_slice() else {
        panic!("two people");
    };
    let (ann, bert) = (
        portal.person(&acme, ann).await,
        portal.person(&acme, bert).await,
    );
    let change = Change {
        terms: asker.now(&portal, &acme).await.terms,
        allow: vec![ann.id],
        disallow: Vec::new(),
        groups: None,
        certificates: clients::Certificates::default(),
    };
    let (client, origin) = (asker.now(&portal, &acme).await, Origin::default());
    let named = clients::change(&portal.app, &Actor::System, &client, change, origin).await;
    named.unwrap().unwrap();
    let (app, other) = (
        enrolled(&portal, &ann).await,
        enrolled(&portal, &bert).await,
    );
    portal.wait_for_next_code();

    // Whoever is not named gets no further than the password, with every proof right.
    let code = other.code(portal.now());
    let logon = computer.ssh(&bert, &bert.password, &code).await;
    assert!(!logon.shell && logon.asked.len() == 1, "{:?}", logon.asked);
    let refused = Event::PasswordRefused {
        cause: PasswordRefusal::NotAdmitted,
        login_hash: None,
    };
    assert!(portal.events(Some(acme.id)).await.contains(&refused));

    // Wrong passwords at the computer delay the login; the help desk sees it and lifts it.
    let (mut desk, ..) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    for _ in 0..5 {
        computer.ssh(&ann, "wrong", "").await;
    }
    let code = app.code(portal.now());
    assert!(!computer.ssh(&ann, &ann.password, &code).await.shell);
    let page = page_of(&acme, ann.id);
    let seen = desk.get(&page).await;
    assert!(seen.says(&format!("{page}/unlock")), "{}", seen.body);
    help_desk::does(&mut desk, &page, "unlock").await;
    assert!(computer.ssh(&ann, &ann.password, &code).await.shell);

    // Frozen, the right proofs open nothing.
    let (scope, id) = (Scope::of(acme.id), ann.id);
    let freeze = async move |tx: &mut Tx<'_>| {
        accounts::change_state(tx, scope, id, State::Active, State::Frozen).await
    };
    assert!(portal.app.store.write(freeze).await.unwrap());
    portal.wait_for_next_code();
    let code = app.code(portal.now());
    assert!(!computer.ssh(&ann, &ann.password, &code).await.shell);
}

/// Each attempt stands in the audit log with the client and the address that it came from.
async fn each_is_in_the_audit_log(portal: &Portal, asker: &Asker, ann: &Person) {
    let entries = portal.entries(Some(ann.organization)).await;
    let tried = |what: fn(&Event) -> bool| {
        let by_ssh = entries
            .iter()
            .filter(|one| one.account == Some(ann.id) && one.origin.via.is_some());
        for one in by_ssh.clone() {
            let via = one.origin.via.as_ref().unwrap();
            assert_eq!(
                (&via.client, &*via.address),
                (&asker.name, &*asker.address.to_string())
            );
            assert_eq!(one.origin.address.as_deref(), Some("127.0.0.1"));
        }
        by_ssh.filter(|one| what(&one.event)).count()
    };
    assert_eq!(tried(|event| matches!(event, Event::LoggedOn { .. })), 1);
    assert_eq!(tried(|event| matches!(event, Event::CodeRefused { .. })), 3);
    assert_eq!(
        tried(|event| matches!(event, Event::PasswordRefused { .. })),
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn ssh_asks_for_password_and_code_and_opens_a_shell_for_both_alone() {
    let before = pam_files();
    let portal = Portal::start().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let globex = portal.organization("globex", Rule::Off).await;
    // pam_radius_auth of Debian 12 can't sign.
    let asker = Asker::of(&portal, &door, &acme, signing(Signing::No)).await;
    let computer = Computer::start(&asker, &["ann", "carl", "bob"]);
    let [ann, carl, bob] = computer.people.as_slice() else {
        panic!("three people");
    };
    let (ann, carl) = (
        portal.person(&acme, ann).await,
        portal.person(&acme, carl).await,
    );
    let bob = portal.person(&globex, bob).await;
    let app = enrolled(&portal, &ann).await;
    let code = || app.code(portal.now());

    // The dashboard shows how to get there: password, code, shell.
    let shown = shown_to(&portal, &acme, (&computer, &ann, &app)).await;
    portal.wait_for_next_code();
    let logon = computer.runs(&shown, &ann.password, &code()).await;
    assert!(logon.shell, "{:?} {}", logon.asked, logon.said);
    assert_eq!(logon.asked.len(), 2, "{:?}", logon.asked);
    assert!(logon.asked[0].contains("Password"), "{:?}", logon.asked);
    assert!(
        logon.asked[1].contains("Code from your authenticator app:"),
        "{:?}",
        logon.asked
    );
    let entries = portal.entries(Some(acme.id)).await;
    let last = entries.last().unwrap();
    assert!(matches!(&last.event, Event::LoggedOn { client, .. } if *client == asker.name));
    assert_eq!(
        last.origin.address.as_deref(),
        Some("127.0.0.1"),
        "whose ssh it was"
    );
    assert_eq!(
        last.origin.via.as_ref().unwrap().address,
        asker.address.to_string()
    );

    // The same code again, one used on the web a moment ago, and a wrong one.
    assert!(!computer.ssh(&ann, &ann.password, &code()).await.shell);
    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert!(browser.gives_code(&page, &code()).await.opens());
    assert!(!computer.ssh(&ann, &ann.password, &code()).await.shell);
    let replayed = |event: &&Event| {
        matches!(
            event,
            Event::CodeRefused {
                cause: CodeRefusal::AlreadyUsed,
                ..
            }
        )
    };
    assert_eq!(
        portal
            .events(Some(acme.id))
            .await
            .iter()
            .filter(replayed)
            .count(),
        2
    );
    portal.wait_for_next_code();
    let wrong = app.wrong_code(portal.now());
    assert!(!computer.ssh(&ann, &ann.password, &wrong).await.shell);
    let logon = computer.ssh(&ann, "wrong", &code()).await;
    assert!(
        !logon.shell && logon.asked.len() == 1,
        "no code is asked for: {:?}",
        logon.asked
    );

    // Somebody of another organization, whose password is right.
    assert!(!computer.ssh(&bob, &bob.password, "000000").await.shell);
    let refused = Event::PasswordRefused {
        cause: PasswordRefusal::Wrong,
        login_hash: None,
    };
    assert!(
        !portal.events(Some(globex.id)).await.contains(&refused),
        "it is not bob@acme's"
    );

    each_is_in_the_audit_log(&portal, &asker, &ann).await;

    // Who has not set up MFA gets no shell, sets it up on the web, and then gets one.
    let logon = computer.ssh(&carl, &carl.password, "000000").await;
    assert!(!logon.shell && logon.tells(HINT), "{}", logon.said);
    let carls = enrolled(&portal, &carl).await;
    portal.wait_for_next_code();
    let logon = computer
        .ssh(&carl, &carl.password, &carls.code(portal.now()))
        .await;
    assert!(logon.shell, "{:?} {}", logon.asked, logon.said);

    drop(computer);
    assert_eq!(pam_files(), before, "PAM's files are as they were");
}

#[tokio::test(flavor = "multi_thread")]
async fn ssh_is_refused_to_whoever_is_locked_or_suspended_and_while_nobody_answers() {
    let portal = Portal::start().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let asker = Asker::of(&portal, &door, &acme, signing(Signing::No)).await;
    let computer = Computer::start(&asker, &["ann"]);
    let ann = portal.person(&acme, &computer.people[0]).await;
    let app = enrolled(&portal, &ann).await;
    let code = || app.code(portal.now());
    portal.wait_for_next_code();

    // Locked by wrong passwords here: on the web too, and not for ever.
    for _ in 0..5 {
        computer.ssh(&ann, "wrong", "").await;
    }
    assert!(!computer.ssh(&ann, &ann.password, &code()).await.shell);
    let page = portal.browser().signs_in(&ann.login, &ann.password).await;
    page.expects(429, "Too many");
    portal.wait(Span::minutes(10));
    assert!(computer.ssh(&ann, &ann.password, &code()).await.shell);

    // Suspended.
    portal.wait_for_next_code();
    let whose = (ann.organization, ann.id);
    let suspended =
        people::set_active(&portal.app, &Actor::System, whose, false, Origin::default());
    suspended.await.unwrap().unwrap();
    assert!(!computer.ssh(&ann, &ann.password, &code()).await.shell);

    // While the portal can't be reached, nobody gets in.
    let active = people::set_active(&portal.app, &Actor::System, whose, true, Origin::default());
    active.await.unwrap().unwrap();
    drop(door);
    portal.wait_for_next_code();
    let logon = computer.ssh(&ann, &ann.password, &code()).await;
    assert!(!logon.shell && logon.asked.len() == 1, "{:?}", logon.asked);
}
