//! The program as operators use it.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub fn portcullis(data: &Path, words: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_portcullis"))
        .args(words)
        .arg("--data")
        .arg(data)
        .current_dir(data.parent().unwrap())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// A folder for a portal, with one organization.
pub fn portal() -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    says(
        &data,
        &[
            "organization",
            "create",
            "acme",
            "Acme Tools",
            "--policy",
            "off",
        ],
        "Made the organization acme",
    );
    (folder, data)
}

#[track_caller]
pub fn says(data: &Path, words: &[&str], text: &str) -> String {
    let output = portcullis(data, words, "tulip wagon brine\n");
    let out = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success() && out.contains(text),
        "{words:?}: {out}{err}"
    );
    out
}

#[track_caller]
pub fn refuses(data: &Path, words: &[&str], code: i32, text: &str) {
    let output = portcullis(data, words, "short\n");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{words:?}: {err}");
    assert!(err.contains(text), "{words:?}: {err}");
    assert!(
        code != 1 || err.trim_end().lines().count() == 1,
        "one line: {err}"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn organizations_and_people_are_made_shown_and_changed() {
    let (_folder, data) = portal();
    says(
        &data,
        &[
            "account",
            "create",
            "acme",
            "ann",
            "Ann Bauer",
            "--email",
            "ann@example.com",
        ],
        "Added ann@acme",
    );
    let list = says(&data, &["account", "list", "acme"], "ann@acme");
    assert!(
        list.contains("LOGIN") && list.contains("Not enabled") && list.contains("yes"),
        "{list}"
    );
    let json = says(&data, &["account", "list", "acme", "--json"], "[{");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["email_proved"], true);
    says(
        &data,
        &["account", "show", "ann@example.com", "--json"],
        "\"login\":\"ann@acme\"",
    );
    says(&data, &["account", "suspend", "ann@acme"], "suspended");
    says(&data, &["account", "suspend", "ann@acme"], "already");
    says(&data, &["account", "activate", "ann@acme"], "active");
    says(&data, &["organization", "policy", "acme"], "off");
    says(
        &data,
        &["organization", "policy", "acme", "required"],
        "required in acme",
    );
    says(&data, &["organization", "list"], "Acme Tools");
    says(
        &data,
        &["organization", "show", "acme", "--json"],
        "\"policy\":\"required\"",
    );
    says(
        &data,
        &["organization", "policy", "acme", "optional"],
        "optional",
    );
    let status = says(&data, &["mfa", "status", "ann@acme"], "Not enabled");
    assert!(
        status.contains("optional") && status.contains("member"),
        "{status}"
    );
    says(
        &data,
        &["mfa", "require", "ann@acme"],
        "required of ann@acme",
    );
    says(
        &data,
        &["mfa", "status", "ann@acme", "--json"],
        "\"required_of_this_account\":true",
    );
    says(
        &data,
        &["mfa", "require", "ann@acme", "--off"],
        "not required",
    );
    let letter = says(
        &data,
        &[
            "account",
            "invite",
            "acme",
            "ben",
            "Ben Keller",
            "--days",
            "3",
        ],
        "http://localhost:8080/invitation",
    );
    assert!(
        letter.contains("ben@acme") && letter.contains("one-time code"),
        "{letter}"
    );
    says(&data, &["migrate"], "up to date");
}

#[test]
fn what_can_not_be_done_is_said_in_one_line() {
    let (_folder, data) = portal();
    refuses(
        &data,
        &["organization", "create", "acme", "Again"],
        1,
        "taken",
    );
    refuses(
        &data,
        &["organization", "create", "A.B", "Again"],
        1,
        "short name",
    );
    refuses(
        &data,
        &["account", "create", "acme", "ann", "Ann"],
        1,
        "15 characters",
    );
    refuses(
        &data,
        &["account", "create", "acme", "ann bauer", "Ann"],
        1,
        "login name",
    );
    refuses(
        &data,
        &["account", "create", "none", "ann", "Ann"],
        1,
        "no organization none",
    );
    refuses(
        &data,
        &["account", "show", "nobody@acme"],
        1,
        "nobody signs in as",
    );
    refuses(
        &data,
        &[
            "account", "invite", "acme", "ann", "Ann", "--email", "nonsense",
        ],
        1,
        "email address",
    );
    refuses(
        &data,
        &["account", "invite", "acme", "ann", "Ann", "--days", "31"],
        2,
        "1..=30",
    );
    refuses(&data, &["account", "dance"], 2, "dance");
    refuses(&data, &["--nonsense"], 2, "nonsense");
    refuses(
        &data,
        &["check-config", "--config", "/no/such/file"],
        1,
        "no configuration file",
    );
}

#[test]
fn the_data_folder_is_for_its_owner_alone() {
    let (_folder, data) = portal();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    for file in ["portcullis.db", "master.key"] {
        assert_eq!(mode(&data.join(file)), 0o600, "{file}");
    }
    for file in ["portcullis.db", "master.key"] {
        std::fs::set_permissions(data.join(file), std::fs::Permissions::from_mode(0o644)).unwrap();
        refuses(&data, &["organization", "list"], 1, "chmod 600");
        std::fs::set_permissions(data.join(file), std::fs::Permissions::from_mode(0o600)).unwrap();
    }
}

#[test]
fn without_its_key_file_a_database_is_refused() {
    let (_folder, data) = portal();
    let key = data.join("master.key");
    let kept = std::fs::read(&key).unwrap();
    std::fs::remove_file(&key).unwrap();
    refuses(&data, &["organization", "list"], 1, "is missing");
    assert!(!key.exists(), "no new key is made over an old database");
    let other = portal();
    std::fs::copy(other.1.join("master.key"), &key).unwrap();
    refuses(&data, &["organization", "list"], 1, "does not open");
    std::fs::write(&key, "nonsense").unwrap();
    refuses(&data, &["organization", "list"], 1, "line 1");
    std::fs::write(&key, kept).unwrap();
    says(&data, &["organization", "list"], "acme");
}

#[test]
fn the_configuration_is_checked_and_shown() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    says(&data, &["check-config"], "no mistakes");
    assert!(!data.exists(), "a check makes nothing");
    let example = says(&data, &["check-config", "--example"], "public_url");
    let file = folder.path().join("portcullis.toml");
    std::fs::write(&file, example).unwrap();
    says(&data, &["check-config"], "no mistakes");
    std::fs::write(&file, "listen = 5\nnonsense = 1\n").unwrap();
    let output = portcullis(&data, &["check-config"], "");
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err.contains("portcullis.toml:1:") && err.contains("portcullis.toml:2:"),
        "{err}"
    );
    says(
        &data,
        &["version"],
        concat!("portcullis ", env!("CARGO_PKG_VERSION")),
    );
}

#[test]
fn completions_and_man_page_are_generated() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    for shell in ["bash", "zsh", "fish"] {
        says(&data, &["completions", shell], "portcullis");
    }
    says(&data, &["man"], ".TH portcullis");
}

#[test]
fn the_audit_log_is_listed_exported_and_verified() {
    let (folder, data) = portal();
    says(&data, &["account", "create", "acme", "ann", "Ann"], "ann");
    let listed = says(
        &data,
        &["audit", "list", "acme", "--last", "1"],
        "account_created",
    );
    assert!(listed.contains("operator@") && !listed.contains("organization_created"));
    let json = says(
        &data,
        &["audit", "list", "acme", "--json"],
        "organization_created",
    );
    let events: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(events[0]["event"], "account_created", "newest first");
    says(&data, &["audit", "list"], "AT");

    let exported = says(&data, &["audit", "export", "acme"], "account_created");
    let lines: Vec<serde_json::Value> = exported
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        lines.len(),
        3,
        "the two that were there, and the export itself: {exported}"
    );
    assert!(
        lines
            .iter()
            .all(|line| line["digest"].as_str().unwrap().len() == 64)
    );
    says(&data, &["audit", "verify"], "acme");
    let database = rusqlite::Connection::open(data.join("portcullis.db")).unwrap();
    let changed = database.execute(
        "UPDATE audit_events SET event = replace(event, 'ann', 'eve')",
        [],
    );
    assert!(changed.unwrap() > 0);
    drop(database);
    let output = portcullis(&data, &["audit", "verify"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("tampered"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("not sealed yet, was changed"));
    let output = portcullis(&data, &["audit", "verify", "--json"], "");
    let logs: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let acme = logs
        .as_array()
        .unwrap()
        .iter()
        .find(|log| log["log"] == "acme");
    assert_eq!(acme.unwrap()["faults"][0]["fault"], "altered_unsealed");
    refuses(
        &data,
        &["audit", "export", "nowhere"],
        1,
        "no organization nowhere",
    );
    drop(folder);
}

#[test]
fn a_policy_is_shown_and_changed_and_one_that_waits_for_mail_in_vain_is_refused() {
    let (_folder, data) = portal();
    let policy = |words: &[&'static str]| [&["organization", "policy", "acme"], words].concat();
    let shown = says(&data, &policy(&["--json"]), "{");
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(
        shown,
        serde_json::json!({
            "mfa": "off", "grace_days": 0, "required_since": null, "channels": "app", "first_proof": "default",
            "remember_days": 0, "session_hours": 24, "idle_minutes": 60, "administration_minutes": 15,
            "shortest_password": 8, "deletion_requests": false
        })
    );
    says(
        &data,
        &policy(&[
            "required",
            "--channels",
            "both",
            "--first-proof",
            "enrollment-code",
        ]),
        "MFA is required in acme now.",
    );
    let changed = says(
        &data,
        &policy(&["--remember-days", "14", "--deletion-requests", "yes"]),
        "enrollment_code",
    );
    assert!(
        changed.contains("both") && changed.contains("14"),
        "{changed}"
    );
    says(&data, &policy(&["--first-proof", "default"]), "default");
    refuses(
        &data,
        &policy(&["--channels", "email"]),
        1,
        "no mail server is configured",
    );
    refuses(
        &data,
        &policy(&["--first-proof", "email"]),
        1,
        "no mail server is configured",
    );
    refuses(&data, &policy(&["--remember-days", "31"]), 2, "31");
    refuses(&data, &policy(&["--channels", "pigeon"]), 2, "pigeon");
    let after = says(&data, &policy(&["--json"]), "{");
    assert!(after.contains("\"channels\":\"both\""), "{after}");
}

#[test]
fn grace_exceptions_and_why_are_said_by_command_as_by_page() {
    let (_folder, data) = portal();
    let policy = |words: &[&'static str]| [&["organization", "policy", "acme"], words].concat();
    for ann in [["ann", "Ann Bauer"], ["abe", "Abe Aoki"]] {
        says(
            &data,
            &[&["account", "create", "acme"], &ann[..]].concat(),
            "Added",
        );
    }
    says(
        &data,
        &policy(&[
            "required",
            "--grace-days",
            "14",
            "--idle-minutes",
            "20",
            "--shortest-password",
            "12",
        ]),
        "MFA is required in acme now.",
    );
    refuses(&data, &policy(&["--grace-days", "91"]), 2, "91");
    refuses(&data, &policy(&["--session-hours", "25"]), 2, "25");
    let why = |words: &[&'static str]| [&["mfa", "status", "--why"], words].concat();
    let told = says(
        &data,
        &why(&["ann@acme"]),
        "setting up MFA is offered after the password",
    );
    assert!(told.contains("There are 14 days of grace"), "{told}");
    says(
        &data,
        &[
            "mfa",
            "extend",
            "ann@acme",
            "--days",
            "30",
            "--reason",
            "Her phone is being repaired",
        ],
        "may put off setting up MFA until",
    );
    let extend = |days| {
        [
            "mfa", "extend", "ann@acme", "--days", days, "--reason", "So",
        ]
    };
    refuses(&data, &extend("91"), 1, "from 1 to 90");
    refuses(&data, &extend("3"), 1, "nothing to put off");
    refuses(&data, &["mfa", "extend", "ann@acme"], 2, "--days");
    says(
        &data,
        &["mfa", "extend", "ann@acme", "--end"],
        "like everybody",
    );
    refuses(
        &data,
        &["mfa", "extend", "ann@acme", "--end"],
        1,
        "no such exception",
    );
    says(
        &data,
        &[
            "mfa",
            "exempt",
            "ann@acme",
            "--days",
            "365",
            "--reason",
            "A machine",
        ],
        "exempt from the policy until",
    );
    says(&data, &why(&["ann@acme"]), "the password is enough");
    says(&data, &["account", "role", "abe@acme", "helpdesk"], "");
    let role = ["mfa", "exempt", "abe@acme", "--days", "5", "--reason", "So"];
    refuses(&data, &role, 1, "without exception");
    says(&data, &why(&["abe@acme"]), "needs an authenticator app");
    says(&data, &["mfa", "require", "ann@acme"], "is required");
    let alone = ["mfa", "exempt", "ann@acme", "--days", "5", "--reason", "So"];
    refuses(&data, &alone, 1, "of ann@acme alone");
    says(&data, &["account", "role", "abe@acme", "admin"], "");
    refuses(
        &data,
        &policy(&["--first-proof", "enrollment-code"]),
        1,
        "nobody who administers acme could sign in any more",
    );
}

#[test]
fn a_code_of_the_help_desk_is_printed_once_and_its_reason_stands_in_the_log() {
    let (_folder, data) = portal();
    says(
        &data,
        &["account", "create", "acme", "ann", "Ann Bauer"],
        "Added",
    );
    says(&data, &["mfa", "require", "ann@acme"], "is required");
    let enrollment = [
        "mfa",
        "enrollment-code",
        "ann@acme",
        "--reason",
        "Called back at her desk",
    ];
    let printed = says(&data, &enrollment, "Enrollment code for ann@acme: ");
    let code = printed
        .lines()
        .next()
        .unwrap()
        .rsplit(' ')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(code.len(), 9, "{printed}");
    assert!(!printed.contains("Mind"), "{printed}");
    let reset = [
        "mfa",
        "reset-code",
        "ann@acme",
        "--letter",
        "--reason",
        "Passport",
    ];
    let printed = says(&data, &reset, "good for 14 days");
    assert!(
        printed.contains("both an enrollment code and a reset code"),
        "{printed}"
    );
    let log = says(
        &data,
        &["audit", "list", "acme", "--json"],
        "enrollment_code_issued",
    );
    assert!(log.contains("Called back at her desk") && log.contains("reset_code_issued"));
    assert!(!log.contains(&code) && !log.contains(&code.replace('-', "")));
    refuses(
        &data,
        &["mfa", "reset-code", "ann@acme", "--reason", "  "],
        1,
        "--reason",
    );
    for [room, act, done] in [
        ["mfa", "reset-code", "Reset code"],
        ["account", "unlock", "Nothing delays"],
        ["account", "sign-out", "signed out everywhere"],
    ] {
        refuses(&data, &[room, act, "ann@acme"], 2, "--reason");
        let words = [room, act, "ann@acme", "--reason", "Badge"];
        says(&data, &words, done);
    }
    let log = says(&data, &["audit", "list", "acme", "--json"], "Badge");
    assert_eq!(log.matches("Badge").count(), 3, "{log}");
    refuses(
        &data,
        &["mfa", "reset-code", "eve@acme", "--reason", "x"],
        1,
        "nobody signs in",
    );
}

#[test]
fn invitations_are_mailed_listed_sent_again_and_taken_back() {
    let (_folder, data) = portal();
    let invite = ["account", "invite", "acme", "greta", "Greta Guest"];
    let with_mail = [&invite[..], &["--email", "greta@example.com", "--mail"]].concat();
    refuses(&data, &with_mail, 1, "there is no mail server");
    let config = data.parent().unwrap().join("portcullis.toml");
    // Nobody listens there: the command queues the mail and waits for nothing.
    let text = "[smtp]\nurl = \"smtp://ann:hunter2@localhost:1\"\nfrom = \"portal@example.com\"\n";
    std::fs::write(config, text).unwrap();
    refuses(&data, &[&invite[..], &["--mail"]].concat(), 2, "--email");
    says(
        &data,
        &with_mail,
        "The invitation for greta@acme goes to greta@example.com",
    );
    let listed = says(
        &data,
        &["account", "invitations", "acme", "--json"],
        "greta@example.com",
    );
    assert!(
        listed.contains("\"mailed\": \"20") || listed.contains("\"mailed\":\"20"),
        "{listed}"
    );
    refuses(
        &data,
        &["account", "invite-again", "greta@acme"],
        1,
        "less than a minute ago",
    );
    refuses(
        &data,
        &["account", "uninvite", "nobody@acme"],
        1,
        "account invitations acme",
    );
    says(
        &data,
        &["account", "uninvite", "greta@acme"],
        "opens nothing any more",
    );
    refuses(
        &data,
        &["account", "invite-again", "greta@acme"],
        1,
        "no open invitation",
    );
    let events = says(&data, &["audit", "list", "acme"], "invitation_revoked");
    assert!(!events.contains("hunter2"));
}

#[test]
fn a_support_code_is_looked_up_on_the_server_too() {
    let (_folder, data) = portal();
    refuses(
        &data,
        &["support", "K7-4QD"],
        1,
        "no refusal within seven days has this code",
    );
    refuses(&data, &["support", "K7"], 1, "five letters and digits");
    says(&data, &["support", "K7-4QD", "--json"], "[]");
}
