//! What the machine itself does to secrets: without its randomness none is made, and no crash writes them to a file.

use std::os::unix::process::ExitStatusExt;
use std::process::Command;

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;
use portcullis_store::testing::Place;
use portcullis_store::{Store, Tx};

use super::disk::{is_undecided, preloaded};
use crate::portal::Portal;
use crate::program::{Program, now};

#[tokio::test(flavor = "multi_thread")]
async fn without_randomness_nobody_gets_in_and_no_key_is_made() {
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    portal.wait(portal.now().until(now() - Span::minutes(5)));
    let acme = portal.organization("acme", Rule::Required).await;
    let north = portal.organization("north", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let new = portal.person(&acme, "new").await;
    let eva = portal.person(&north, "eva").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    drop(portal);
    let (library, folder) = preloaded("broken_chance");
    let broken = folder.path().join("broken");
    let mut program = Program::on(&place)
        .with("LD_PRELOAD", library.to_str().unwrap())
        .with("BROKEN_CHANCE", broken.to_str().unwrap());
    let mut browser = program.start();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let code = app.code(now());
    let counts = async || {
        let count = async |tx: &mut Tx<'_>| {
            let mut counts = Vec::new();
            for sql in [
                "SELECT COUNT(*) FROM sessions",
                "SELECT COUNT(*) FROM attempts",
                "SELECT COUNT(*) FROM pending_devices",
            ] {
                counts.push(tx.row(sql, &[], |r| r.get::<i64>(0)).await?);
            }
            Ok(counts)
        };
        let store = Store::open(place.url()).await.unwrap();
        store.read(count).await.unwrap()
    };
    let mut newcomer = program.browser();
    let wizard = newcomer.signs_in(&new.login, &new.password).await;
    let wizard = [("attempt", &*wizard.hidden("attempt"))];
    let before = counts().await;

    std::fs::write(&broken, "").unwrap();
    for _ in 0..3 {
        for person in [&eva, &new, &ann] {
            let mut stranger = program.browser();
            let answer = stranger.signs_in(&person.login, &person.password).await;
            is_undecided(&answer, "a password");
        }
        is_undecided(&browser.gives_code(&page, &code).await, "a code");
        let key = newcomer.post("/sign-in/set-up/app", &wizard).await;
        is_undecided(&key, "a key");
    }
    assert_eq!(counts().await, before);

    std::fs::remove_file(&broken).unwrap();
    let opened = browser.gives_code(&page, &code).await;
    assert!(opened.opens(), "the code was not spent");
    let answer = newcomer.post("/sign-in/set-up/app", &wizard).await;
    assert_eq!(newcomer.follow(answer).await.key().len(), 32);
    let mut other = program.browser();
    let page = other.signs_in(&eva.login, &eva.password).await;
    page.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_writes_no_secret_to_a_file() {
    let mut program = Program::new();
    let serve = program.serve_command();
    // As if whoever runs it wanted the files of crashes.
    let mut command = Command::new("sh");
    command
        .args(["-c", "ulimit -c unlimited && exec \"$0\" \"$@\""])
        .arg(serve.get_program())
        .args(serve.get_args())
        .current_dir(program.folder.path())
        .env_clear();
    program.start_by(command);
    let id = program.child.as_ref().unwrap().id();
    let limits = std::fs::read_to_string(format!("/proc/{id}/limits")).unwrap();
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file"));
    let words: Vec<&str> = core.unwrap().split_whitespace().collect();
    assert_eq!(words[4..6], ["0", "0"], "{core:?}");
    program.signal("-ABRT");
    let mut child = program.child.take().unwrap();
    let ended = child.wait().unwrap();
    assert_eq!(ended.signal(), Some(6), "{ended:?}");
    assert!(!ended.core_dumped());
}
