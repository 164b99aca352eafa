//! A disk that fails under the program, and comes back: nobody is let in meanwhile, nothing that
//! failed counts, and it recovers by itself.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;
use portcullis_store::testing::Place;
use portcullis_store::{Store, Tx};
use tempfile::TempDir;

use crate::client::{Answer, Client};
use crate::portal::Portal;
use crate::program::{Program, now};

/// A disk that can be broken and mended.
struct Disk {
    library: PathBuf,
    state: PathBuf,
    _folder: TempDir,
}

/// What breaks the machine for a program that loads it first, made of one of the sources beside this one; and a folder
/// to say in that it breaks.
pub fn preloaded(name: &str) -> (PathBuf, TempDir) {
    let folder = TempDir::new().unwrap();
    let library = folder.path().join(name).with_extension("so");
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal/faults");
    let source = sources.join(name).with_extension("c");
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .args([library.as_os_str(), source.as_ref(), "-ldl".as_ref()])
        .status();
    assert!(made.expect("cc, which links Rust programs too").success());
    (library, folder)
}

impl Disk {
    fn new() -> Self {
        let (library, folder) = preloaded("broken_disk");
        Self {
            library,
            state: folder.path().join("state"),
            _folder: folder,
        }
    }

    fn breaks(&self, how: &str) {
        std::fs::write(&self.state, how).unwrap();
    }

    fn is_mended(&self) {
        std::fs::remove_file(&self.state).unwrap();
    }
}

/// Nothing was decided: 503, when to come back, and no cookie that was not there.
#[track_caller]
pub fn is_undecided(answer: &Answer, what: &str) {
    answer.expects(503, "<h1");
    assert!(answer.headers.contains_key("retry-after"), "{what}");
    assert!(!answer.headers.contains_key("set-cookie"), "{what}");
}

async fn readiness(browser: &mut Client) -> u16 {
    browser.get("/readyz").await.status.as_u16()
}

async fn fails_closed(how: &str) {
    let (place, disk) = (Place::sqlite(), Disk::new());
    let portal = Portal::on(&place).await;
    portal.wait(portal.now().until(now() - Span::minutes(5)));
    let acme = portal.organization("acme", Rule::Required).await;
    let north = portal.organization("north", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let eva = portal.person(&north, "eva").await;
    let letter = portal.letter(&north, "greta").await.code.shown();
    let (app, sheet) = portal.browser().enrolls(&portal, &ann).await;
    drop(portal);
    let mut program = Program::on(&place)
        .with("LD_PRELOAD", disk.library.to_str().unwrap())
        .with("BROKEN_DISK", disk.state.to_str().unwrap());
    let mut browser = program.start();
    let mut session = browser.clone();
    session
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    let page = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(readiness(&mut browser).await, 200);
    let code = app.code(now());

    disk.breaks(how);
    let invitation = format!("/invitation/{letter}");
    for _ in 0..3 {
        is_undecided(&browser.gives_code(&page, &code).await, "a code");
        let answer = browser.gives_recovery_code(&page, &sheet[0]).await;
        is_undecided(&answer, "a recovery code");
        let mut stranger = program.browser();
        for password in [&*eva.password, "not the password"] {
            let answer = stranger.signs_in(&eva.login, password).await;
            is_undecided(&answer, "a password");
        }
        let form = [("password", "a wholly new password")];
        let answer = stranger.post(&invitation, &form).await;
        is_undecided(&answer, "an invitation");
        assert!(stranger.cookies.is_empty());
        is_undecided(
            &session.clone().post("/sign-out", &[]).await,
            "the end of a session",
        );
        assert_eq!(browser.get("/healthz").await.status, 200);
        assert_eq!(readiness(&mut browser).await, 503);
    }
    session.get("/").await.expects(200, "Your applications");

    disk.is_mended();
    while readiness(&mut browser).await != 200 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let opened = browser.gives_code(&page, &code).await;
    assert!(opened.opens(), "not spent by the tries that failed");
    let mut other = program.browser();
    let page = other.signs_in(&ann.login, &ann.password).await;
    let answer = other.gives_recovery_code(&page, &sheet[0]).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    let mut guest = program.browser();
    let form = [("password", "a wholly new password")];
    assert!(guest.post(&invitation, &form).await.opens());
    for one in [&mut session, &mut browser, &mut guest] {
        one.get("/").await.expects(200, "Your applications");
    }
    program.kill();
    let store = Store::open(place.url()).await.unwrap();
    let check = async move |tx: &mut Tx<'_>| {
        tx.row("PRAGMA integrity_check", &[], |r| r.get::<String>(0))
            .await
    };
    assert_eq!(store.write(check).await.unwrap().as_deref(), Some("ok"));
    let count = async move |tx: &mut Tx<'_>| {
        let sql = "SELECT COUNT(*) FROM sessions";
        tx.row(sql, &[], |r| r.get::<i64>(0)).await
    };
    // Ann's of before and of now, Eva's, Greta's.
    assert_eq!(store.read(count).await.unwrap(), Some(4));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_that_fails_lets_nobody_in() {
    fails_closed("sync").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_lets_nobody_in() {
    fails_closed("full").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_turned_read_only_lets_nobody_in() {
    fails_closed("read-only").await;
}
