//! `portcullis doctor`: what it finds, and what it says to do.

use std::path::Path;
use std::process::{Command, Output};

use portcullis_store::testing::Place;
use serde_json::Value;
use tempfile::TempDir;

use super::log::{Serving, says};

/// Where nobody answers.
const NOWHERE: &str = "http://127.0.0.1:1";

pub fn doctor(folder: &TempDir, words: &[&str], env: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_portcullis"))
        .args(["doctor", "--data"])
        .arg(folder.path().join("data"))
        .args(words)
        .current_dir(folder.path())
        .env_clear()
        .envs(env.iter().copied())
        .output()
        .unwrap()
}

/// The state of a check, and all that stands beside it.
fn found(output: &Output, check: &str) -> (String, String) {
    let rows: Value = serde_json::from_slice(&output.stdout).unwrap();
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["check"] == check);
    let row = row.unwrap_or_else(|| panic!("no {check} in {rows}"));
    (row["state"].as_str().unwrap().to_owned(), row.to_string())
}

#[track_caller]
pub fn finds(output: &Output, check: &str, state: &str, text: &str) {
    let (is, row) = found(output, check);
    assert!(is == state && row.contains(text), "{state}, {text}: {row}");
}

pub fn portal() -> TempDir {
    let folder = TempDir::new().unwrap();
    says(
        &folder,
        &[
            "organization",
            "create",
            "acme",
            "Acme Tools",
            "--policy",
            "off",
        ],
    );
    folder
}

#[test]
fn a_portal_that_runs_well_has_no_problem() {
    let folder = portal();
    let free = || {
        std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
    };
    let (listen, metrics) = (free().to_string(), free().to_string());
    let _serving = Serving::start(&folder, (&listen, &metrics));
    let url = format!("http://{listen}");
    let output = doctor(&folder, &["--json", "--public-url", &url], &[]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    finds(&output, "database", "ok", "SQLite 3.");
    finds(&output, "database", "ok", "wal, check: ok");
    let version = format!("version {}", portcullis_store::db::newest());
    finds(&output, "schema", "ok", &version);
    finds(&output, "master key", "ok", "0 days old");
    finds(&output, "clock", "ok", "0 devices");
    finds(&output, "public address", "ok", &listen);
    finds(&output, "password hash", "ok", "m=19456 KiB t=2 p=1");
    finds(&output, "core dumps", "ok", "off");
    finds(&output, "last admin", "warning", "0 owners");
    finds(&output, "audit log", "ok", "nothing waits");
    finds(
        &output,
        "mail server",
        "ok",
        "nothing that needs mail is offered",
    );
    finds(&output, "mail queue", "ok", "0 mails wait");
    let table = doctor(&folder, &["--public-url", &url], &[]);
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(
        table.starts_with("CHECK") && table.contains("WHAT TO DO"),
        "{table}"
    );
}

#[test]
fn what_is_wrong_is_named_with_what_to_do() {
    let folder = portal();
    let data = folder.path().join("data");
    let output = doctor(&folder, &["--json", "--public-url", NOWHERE], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is a problem"));
    let database = rusqlite::Connection::open(data.join("portcullis.db")).unwrap();
    let aged = database.execute("UPDATE audit_events SET at = at - 120000", []);
    assert!(aged.unwrap() > 0);
    drop(database);
    let output = doctor(&folder, &["--json", "--public-url", NOWHERE], &[]);
    finds(&output, "audit log", "warning", "audit verify");
    finds(&output, "public address", "problem", "start the portal");

    let nowhere = ["--json", "--public-url", NOWHERE];
    let kept = std::fs::read(data.join("master.key")).unwrap();
    std::fs::copy(
        portal().path().join("data/master.key"),
        data.join("master.key"),
    )
    .unwrap();
    let output = doctor(&folder, &nowhere, &[]);
    assert_eq!(output.status.code(), Some(1));
    finds(&output, "master key", "problem", "put the key file back");
    std::fs::remove_file(data.join("master.key")).unwrap();
    finds(
        &doctor(&folder, &nowhere, &[]),
        "master key",
        "problem",
        "master.key",
    );
    assert!(!data.join("master.key").exists(), "it makes nothing");
    std::fs::write(data.join("master.key"), kept).unwrap();

    break_the_file(&data.join("portcullis.db"));
    let output = doctor(&folder, &nowhere, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(found(&output, "database").0, "problem");
    std::fs::remove_file(data.join("portcullis.db")).unwrap();
    let output = doctor(&folder, &nowhere, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!data.join("portcullis.db").exists(), "it makes nothing");
}

const UNSENT: &str = "INSERT INTO accounts (id, organization_id, name, login_name, email, state, mfa_status, \
    mfa_required, switched_off, email_codes_since, needs_enrollment_code, password_hash, password_set_at, created_at) \
    SELECT x'0102', id, 'Ann', 'ann', 'ann@acme.example', 'active', 'enabled', 0, 0, 1, 0, '', 1, 1 FROM organizations";

#[test]
fn email_codes_without_a_mail_server_are_a_problem() {
    let folder = portal();
    let nowhere = ["--json", "--public-url", NOWHERE];
    finds(
        &doctor(&folder, &nowhere, &[]),
        "mail queue",
        "ok",
        "0 mails",
    );
    let data = folder.path().join("data/portcullis.db");
    let database = rusqlite::Connection::open(&data).unwrap();
    database.execute_batch(UNSENT).unwrap();
    drop(database);
    let output = doctor(&folder, &nowhere, &[]);
    assert_eq!(output.status.code(), Some(1));
    let says = "1 accounts use email codes, and no mail server is configured";
    finds(&output, "mail queue", "problem", says);
}

/// Overwrites every page but the first.
fn break_the_file(file: &Path) {
    let mut bytes = std::fs::read(file).unwrap();
    bytes.iter_mut().skip(4096).for_each(|byte| *byte ^= 0x55);
    std::fs::write(file, bytes).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_forgets_at_a_power_cut_is_a_problem() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let folder = TempDir::new().unwrap();
    let env = [
        ("PORTCULLIS_DATABASE_URL", place.url()),
        ("PORTCULLIS_PUBLIC_URL", NOWHERE),
    ];
    let output = doctor(&folder, &["--json"], &env);
    finds(&output, "database", "problem", "set fsync = on");
    finds(&output, "database", "problem", "PostgreSQL");
    finds(&output, "database clock", "ok", "0 s");
    finds(&output, "schema", "problem", "portcullis migrate");
    assert_eq!(output.status.code(), Some(1));
}
