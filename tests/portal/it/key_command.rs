//! `portcullis key`: what the keys are needed for, rotating, and taking an old one out of the file.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use data_encoding::BASE64;
use serde_json::Value;

use super::command_line::{portal, portcullis, refuses, says};
use crate::program::Program;

/// What is said of a key.
#[track_caller]
fn status(data: &Path, id: &str) -> Value {
    let rows = says(data, &["key", "status", "--json"], "[");
    let rows: Value = serde_json::from_str(&rows).unwrap();
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == id);
    row.unwrap_or_else(|| panic!("no {id} in {rows}")).clone()
}

fn lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_key_is_rotated_and_the_old_one_is_taken_out() {
    let (folder, data) = portal();
    let key = data.join("master.key");
    let before = lines(&key);
    let m1 = status(&data, "m1");
    assert_eq!(
        (&m1["state"], &m1["needed_by"], &m1["may_go"]),
        (&"current".into(), &"1 data keys".into(), &false.into())
    );
    assert!(m1["made"].as_str().unwrap().starts_with("20"), "{m1}");
    assert_eq!(status(&data, "p1")["needed_by"], Value::Null);
    says(&data, &["account", "create", "acme", "ann", "Ann"], "ann");
    assert_eq!(
        status(&data, "p1")["needed_by"],
        "1 passwords, 0 sets of recovery codes"
    );
    assert_eq!(status(&data, "l1")["may_go"], false);
    refuses(
        &data,
        &["key", "retire", "m1", "--yes"],
        1,
        "m1 wraps 1 data keys",
    );
    refuses(
        &data,
        &["key", "retire", "m2", "--yes"],
        1,
        "there is no master key m2",
    );
    refuses(
        &data,
        &["key", "retire", "p1", "--yes"],
        1,
        "there is no master key p1",
    );

    let said = says(
        &data,
        &["key", "rotate"],
        "1 of 1 data keys are wrapped anew",
    );
    assert!(said.contains("`portcullis key retire m1`"), "{said}");
    let after = lines(&key);
    assert_eq!(after.len(), before.len() + 1);
    assert!(
        before.iter().all(|line| after.contains(line)),
        "all else stays"
    );
    assert_eq!(
        fs::metadata(&key).unwrap().permissions().mode() & 0o7777,
        0o600
    );
    assert_eq!(status(&data, "m2")["state"], "current");
    assert_eq!(status(&data, "m1")["state"], "replaced");
    assert_eq!(status(&data, "m1")["may_go"], true);
    let doctor = portcullis(&data, &["doctor", "--json"], "");
    let doctor = String::from_utf8(doctor.stdout).unwrap();
    assert!(
        doctor.contains("m2 opens the database; 0 days old; m1 is still in the file"),
        "{doctor}"
    );

    refuses(&data, &["key", "retire", "m1"], 1, "--yes");
    refuses(
        &data,
        &["key", "retire", "m2", "--yes"],
        1,
        "m2 wraps 1 data keys",
    );
    fs::copy(&key, folder.path().join("copy")).unwrap();
    says(&data, &["key", "retire", "m1", "--yes"], "m1 is out of");
    assert!(
        lines(&key)
            .iter()
            .all(|line| !line.starts_with("master m1"))
    );
    let names = fs::read_dir(&data)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = names
        .filter(|name| name.to_string_lossy().starts_with(".master"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    refuses(
        &data,
        &["key", "retire", "m1", "--yes"],
        1,
        "there is no master key m1",
    );
    says(&data, &["organization", "create", "beta", "Beta"], "beta");
    assert_eq!(status(&data, "m2")["needed_by"], "2 data keys");
    // Another node has a copy of the file that is older: it is said, and taken out there, too.
    fs::copy(folder.path().join("copy"), &key).unwrap();
    assert_eq!(status(&data, "m1")["state"], "retired, still in the file");
    says(&data, &["key", "retire", "m1", "--yes"], "m1 is out of");
    // Its id is never used again.
    says(&data, &["key", "rotate"], "m3 wraps what is new");
    let log = says(&data, &["audit", "list", "--json"], "master_key_changed");
    assert_eq!(log.matches("master_key_retired").count(), 1, "{log}");
    assert!(log.contains("operator@"), "{log}");
}

#[test]
fn a_key_that_is_needed_and_not_in_the_file_is_named() {
    let (_folder, data) = portal();
    let key = data.join("master.key");
    let old = fs::read_to_string(&key).unwrap();
    says(&data, &["key", "rotate"], "m2 wraps what is new");
    let new = fs::read_to_string(&key).unwrap();
    fs::write(&key, &old).unwrap();
    let output = portcullis(&data, &["key", "status"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("NOT IN THE FILE"));
    let why = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(why.contains("m2 is needed and not in"), "{why}");
    for words in [
        &["organization", "list"][..],
        &["key", "rotate"],
        &["key", "retire", "m1", "--yes"],
        &["serve"],
    ] {
        refuses(
            &data,
            words,
            1,
            "m2, which wraps 1 data keys, is not in the key file",
        );
    }
    // Another key under the same id opens nothing either.
    let line = new
        .lines()
        .find(|line| line.starts_with("master m2"))
        .unwrap();
    let other = new.replace(line, &format!("master m2 {}", BASE64.encode(&[1; 32])));
    fs::write(&key, other).unwrap();
    refuses(&data, &["organization", "list"], 1, "does not open");
    let output = portcullis(&data, &["key", "status"], "");
    assert!(String::from_utf8_lossy(&output.stdout).contains("ANOTHER KEY IN THE FILE"));
    assert_eq!(output.status.code(), Some(1));
    // An id that comes twice is no file at all.
    fs::write(&key, format!("{new}{line}\n")).unwrap();
    refuses(&data, &["key", "status"], 1, "line 7: the id must");
    fs::remove_file(&key).unwrap();
    for words in [["key", "status"], ["key", "rotate"]] {
        refuses(&data, &words, 1, "master.key");
        assert!(!key.exists());
    }
    fs::write(&key, new).unwrap();
    fs::set_permissions(&key, Permissions::from_mode(0o600)).unwrap();
    says(&data, &["key", "rotate"], "m3 wraps what is new");
}

#[test]
fn a_file_that_may_not_be_changed_is_left_and_what_to_do_by_hand_is_said() {
    let (_folder, data) = portal();
    let key = data.join("master.key");
    fs::set_permissions(&key, Permissions::from_mode(0o400)).unwrap();
    let before = lines(&key);
    refuses(&data, &["key", "rotate"], 1, "openssl rand -base64 32");
    assert_eq!(lines(&key), before);
    // By hand, then.
    fs::set_permissions(&key, Permissions::from_mode(0o600)).unwrap();
    let by_hand = format!("master mine {}\n", BASE64.encode(&[3; 32]));
    fs::write(&key, before.join("\n") + "\n" + &by_hand).unwrap();
    fs::set_permissions(&key, Permissions::from_mode(0o400)).unwrap();
    assert_eq!(status(&data, "mine")["state"], "waits");
    says(&data, &["key", "rotate"], "mine wraps what is new");
    let output = portcullis(&data, &["key", "retire", "m1", "--yes"], "");
    assert_eq!(output.status.code(), Some(1));
    let why = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        why.contains("take the line of this master key out"),
        "{why}"
    );
    assert_eq!(status(&data, "m1")["state"], "retired, still in the file");
    fs::set_permissions(&key, Permissions::from_mode(0o600)).unwrap();
    says(&data, &["key", "retire", "m1", "--yes"], "m1 is out of");
}

#[test]
fn a_link_to_the_file_stays_one() {
    let (folder, data) = portal();
    let (key, real) = (data.join("master.key"), folder.path().join("real.key"));
    fs::rename(&key, &real).unwrap();
    std::os::unix::fs::symlink(&real, &key).unwrap();
    says(&data, &["key", "rotate"], "m2 wraps what is new");
    assert!(fs::symlink_metadata(&key).unwrap().is_symlink());
    assert_eq!(
        lines(&real)
            .iter()
            .filter(|line| line.starts_with("master"))
            .count(),
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portal_that_serves_takes_the_new_key_and_goes_on() {
    let mut program = Program::new();
    program.says(&[
        "organization",
        "create",
        "acme",
        "Acme",
        "--policy",
        "required",
    ]);
    program.says(&["account", "create", "acme", "ann", "Ann"]);
    let mut browser = program.start();
    let page = browser.signs_in("ann@acme", crate::program::PASSWORD).await;
    let attempt = page.hidden("attempt");
    let answer = browser
        .post("/sign-in/set-up/app", &[("attempt", &attempt)])
        .await;
    let shown = browser.follow(answer).await.key();
    // The command waits until the node that serves has said that it holds the key.
    let said = program.says(&["key", "rotate"]);
    assert!(said.contains("1 of 1 data keys are wrapped anew"), "{said}");
    program.says(&["key", "retire", "m1", "--yes"]);
    program.signal("-HUP");
    program.logs("the configuration was read anew").await;
    assert!(
        !program.log().contains("stay as they were"),
        "{}",
        program.log()
    );
    let code = crate::app::App::with_key(&shown).code(crate::program::now());
    let answer = browser
        .post(
            "/sign-in/set-up/scan",
            &[("attempt", &attempt), ("code", &code)],
        )
        .await;
    answer.expects(200, "I have stored these codes");
    // A file that is broken while it serves changes nothing.
    let key = program.data().join("master.key");
    let kept = fs::read(&key).unwrap();
    fs::write(&key, "nonsense").unwrap();
    program.signal("-HUP");
    program.logs("the master keys stay as they were").await;
    browser.stores(&answer).await;
    browser.get("/").await.expects(200, "Your applications");
    fs::write(&key, kept).unwrap();
}
