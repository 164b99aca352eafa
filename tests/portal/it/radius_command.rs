//! `portcullis radius …` as operators use it.

use std::path::Path;

use portcullis_core::policy::Rule;
use portcullis_core::radius::Signing;

use super::command_line::{portal, portcullis, refuses, says};
use super::radius_certificates::Authority;
use super::radius_clients::{Asker, Door, signing};
use crate::portal::Portal;

const CLIENT: [&str; 3] = ["radius", "client", "create"];

#[test]
fn clients_are_added_shown_changed_and_removed() {
    let (_folder, data) = portal();
    says(
        &data,
        &["account", "create", "acme", "ann", "Ann Bauer"],
        "Added ann@acme",
    );
    let bert = ["account", "create", "acme", "bert", "Bert Maier"];
    says(&data, &bert, "Added bert@acme");
    let made = says(
        &data,
        &[&CLIENT[..], &["acme", "web-1", "10.0.0.7"]].concat(),
        "Secret of web-1: ",
    );
    let secret = made
        .split("web-1: ")
        .nth(1)
        .unwrap()
        .lines()
        .next()
        .unwrap();
    assert_eq!(secret.len(), 32);
    assert!(
        secret
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "{secret}"
    );
    assert!(!made.contains("Warning"), "{made}");
    let list = says(&data, &["radius", "client", "list", "acme"], "web-1");
    assert!(
        list.contains("10.0.0.7") && list.contains("everyone"),
        "{list}"
    );
    assert!(!list.contains(secret), "it is shown once");
    let edit =
        |more: &[&'static str]| [&["radius", "client", "edit", "acme", "web-1"], more].concat();
    let changed = says(
        &data,
        &edit(&["--message-authenticator", "no"]),
        "web-1 is changed",
    );
    assert!(
        changed.contains("Warning") && changed.contains("CVE-2024-3596"),
        "{changed}"
    );
    says(
        &data,
        &edit(&[
            "--only",
            "ann@acme",
            "--return",
            "Class=vpn",
            "--recovery-codes",
            "yes",
        ]),
        "changed",
    );
    let json = says(
        &data,
        &["radius", "client", "show", "acme", "web-1", "--json"],
        "{",
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["who"], "ann@acme");
    assert_eq!(json["message_authenticator"], "no");
    assert_eq!(json["recovery_codes"], true);
    assert_eq!(json["returned"], "Class=vpn");
    says(&data, &edit(&["--disallow", "ann@acme"]), "changed");
    let shown = says(
        &data,
        &["radius", "client", "show", "acme", "web-1"],
        "web-1",
    );
    assert!(
        !shown.contains("ann@acme") && !shown.contains("everyone"),
        "{shown}"
    );
    // Who was named before everybody was let in is not let in by the next one who is named.
    says(&data, &edit(&["--only", "ann@acme"]), "changed");
    says(&data, &edit(&["--everyone"]), "changed");
    says(&data, &edit(&["--only", "bert@acme"]), "changed");
    let only = ["radius", "client", "show", "acme", "web-1"];
    assert!(!says(&data, &only, "bert@acme").contains("ann@acme"));
    says(&data, &edit(&["--everyone"]), "changed");
    assert!(shown.contains("challenge"), "{shown}");
    let changed = says(&data, &edit(&["--flow", "code-alone"]), "changed");
    assert!(changed.contains("check the password itself"), "{changed}");
    let changed = says(&data, &edit(&["--flow", "together"]), "changed");
    assert!(changed.contains("right behind it"), "{changed}");
    let list = says(&data, &["radius", "client", "list", "acme"], "together");
    assert!(!list.contains("challenge"), "{list}");
    let rotated = says(
        &data,
        &["radius", "client", "rotate", "acme", "web-1"],
        "Secret of web-1: ",
    );
    assert!(!rotated.contains(secret));
    removed_and_logged(&data, secret);
}

fn removed_and_logged(data: &Path, secret: &str) {
    says(
        data,
        &["radius", "client", "delete", "acme", "web-1"],
        "not answered any more",
    );
    refuses(
        data,
        &["radius", "client", "show", "acme", "web-1"],
        1,
        "has no client web-1",
    );
    let log = says(data, &["audit", "list", "acme"], "radius_client_removed");
    for event in [
        "radius_client_added",
        "radius_client_changed",
        "radius_secret_rotated",
    ] {
        assert!(log.contains(event), "{log}");
    }
    assert!(!log.contains(secret));
}

#[test]
fn what_can_be_no_client_is_refused_with_the_reason() {
    let (_folder, data) = portal();
    says(
        &data,
        &["organization", "create", "globex", "Globex"],
        "Made",
    );
    says(
        &data,
        &["account", "create", "globex", "bob", "Bob Hill"],
        "Added bob@globex",
    );
    let create = |more: &[&'static str]| [&CLIENT[..], more].concat();
    says(
        &data,
        &create(&["acme", "vpn", "10.1.0.0/16"]),
        "Secret of vpn",
    );
    refuses(&data, &create(&["acme", "vpn", "10.2.0.1"]), 1, "this name");
    refuses(
        &data,
        &create(&["globex", "vpn", "10.1.7.7/16"]),
        1,
        "this network",
    );
    refuses(
        &data,
        &create(&["acme", "x", "10.1"]),
        2,
        "write an address",
    );
    refuses(
        &data,
        &create(&["acme", "x", "10.2.0.1", "--only", "bob@globex"]),
        1,
        "not of acme",
    );
    refuses(
        &data,
        &create(&["acme", "x", "10.2.0.1", "--return", "State=x"]),
        1,
        "the names are",
    );
    refuses(
        &data,
        &create(&["acme", "x", "10.2.0.1", "--return", "26.311.17=x"]),
        1,
        "keys are not given out",
    );
    let many: Vec<String> = (0..9)
        .map(|n| format!("Class=y{n}{}", "x".repeat(240)))
        .collect();
    let mut words = create(&["acme", "x", "10.2.0.1"]);
    for one in &many {
        words.extend(["--return", one]);
    }
    refuses(&data, &words, 1, "more than an answer holds");
    refuses(
        &data,
        &create(&["initech", "x", "10.2.0.1"]),
        1,
        "no organization initech",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_test_lets_in_whom_the_portal_lets_in_and_says_what_is_wrong_otherwise() {
    let portal = Portal::start().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait_for_next_code();
    let host = Asker::of(&portal, &door, &acme, signing(Signing::Yes)).await;
    let (secret, from) = (host.secret.clone(), host.address.to_string());
    let (server, code) = (door.at.to_string(), app.code(portal.now()));
    let password = ann.password.clone();
    let stories = tokio::task::spawn_blocking(move || {
        let folder = tempfile::TempDir::new().unwrap();
        let data = folder.path().join("none");
        let run = |more: &[&str], input: &str| {
            let words = [
                &["radius", "test", "--from", &from, "--server", &server],
                more,
            ]
            .concat();
            let output = portcullis(&data, &words, input);
            let text = [output.stdout, output.stderr].concat();
            (output.status.success(), String::from_utf8(text).unwrap())
        };
        let (good, said) = run(&[], &format!("{secret}\n"));
        assert!(good && said.contains("the secret is right"), "{said}");
        let ann = ["--login", "ann"];
        let (good, said) = run(&ann, &format!("{secret}\n{password}\n{code}\n"));
        assert!(
            good && said.contains("Challenge: ") && said.contains("Accept: ann may log on"),
            "{said}"
        );
        let (good, said) = run(&ann, &format!("{secret}\n{password}\n{code}\n"));
        assert!(!good && said.contains("used already"), "{said}");
        let (good, said) = run(&ann, &format!("{secret}\nwrong\n"));
        assert!(!good && said.contains("the audit log says which"), "{said}");
        let (good, said) = run(
            &["--login", "ann", "--unsigned"],
            &format!("{secret}\n{password}\n"),
        );
        assert!(!good && said.contains("must sign"), "{said}");
        let (good, said) = run(&[], "another secret\n");
        assert!(!good && said.contains("no answer from"), "{said}");
        assert!(!data.exists(), "it makes no portal");
    });
    stories.await.unwrap();
    // Nobody listens any more.
    let server = door.at.to_string();
    drop(door);
    let silent = tokio::task::spawn_blocking(move || {
        let (_folder, data) = self::portal();
        let create = ["radius", "client", "create", "acme", "pc", "127.0.0.1"];
        says(&data, &create, "Secret of pc");
        let nobody = ["radius", "test", "--server", &server, "--from", "127.0.0.1"];
        refuses(&data, &nobody, 1, "nobody listens");
        // A socket that listens and never answers: the database knows why.
        let deaf = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        let at = deaf.local_addr().unwrap().to_string();
        let words = ["radius", "test", "--server", &at, "--from", "127.0.0.1"];
        refuses(&data, &words, 1, "the secret is not that of pc");
        let words = ["radius", "test", "--server", &at, "--from", "127.0.0.2"];
        refuses(&data, &words, 1, "127.0.0.2 is no client's address");
    });
    silent.await.unwrap();
}

#[test]
fn a_client_is_known_by_its_certificate_and_certificates_follow_one_another() {
    let (folder, data) = portal();
    let authority = Authority::new("an authority");
    let (old, new) = (
        authority.signs("vpn.example"),
        authority.signs("vpn.example"),
    );
    let (old_file, _) = old.write(folder.path(), "old");
    let old_file = old_file.to_str().unwrap();
    let new_print = new.fingerprint().to_string();
    let create = [&CLIENT[..], &["acme", "vpn"]].concat();
    refuses(&data, &create, 2, "required");
    let both = [&create[..], &["10.0.0.7", "--certificate", old_file]].concat();
    refuses(&data, &both, 2, "cannot be used with");
    let none = [&create[..], &["--certificate", "nowhere.pem"]].concat();
    refuses(&data, &none, 1, "64 hexadecimal digits");
    let made = says(
        &data,
        &[&create[..], &["--certificate", old_file]].concat(),
        "radsec",
    );
    assert!(!made.contains("Secret of"), "{made}");
    let twice = [&CLIENT[..], &["acme", "vpn-2", "--certificate", old_file]].concat();
    refuses(&data, &twice, 1, "certificate in the instance");
    let edit = |more: &[&str]| {
        let all: Vec<String> = ["radius", "client", "edit", "acme", "vpn"]
            .iter()
            .chain(more)
            .map(ToString::to_string)
            .collect();
        all
    };
    let run = |args: &[String], expect: &str| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        says(&data, &args, expect)
    };
    let remove_old = edit(&["--remove-certificate", old_file]);
    let args: Vec<&str> = remove_old.iter().map(String::as_str).collect();
    refuses(&data, &args, 1, "by no certificate");
    run(&edit(&["--certificate", &new_print]), "changed");
    run(&remove_old, "changed");
    let shown = says(&data, &["radius", "client", "show", "acme", "vpn"], "vpn");
    assert!(
        shown.contains(&new_print) && shown.contains("by TLS"),
        "{shown}"
    );
    assert!(!shown.contains(&old.fingerprint().to_string()), "{shown}");
    refuses(
        &data,
        &["radius", "client", "rotate", "acme", "vpn"],
        1,
        "by its certificates",
    );
}

#[test]
fn what_is_asked_too_openly_is_warned_of_by_doctor_check_config_and_the_log() {
    let (folder, data) = portal();
    let config = folder.path().join("portcullis.toml");
    let at = config.to_str().unwrap();
    let run = |args: &[&str]| {
        let args = [&["--config", at], args].concat();
        portcullis(&data, &args, "")
    };
    std::fs::write(&config, "radius.listen = \"127.0.0.1:1812\"\n").unwrap();
    let checked = run(&["check-config"]);
    assert!(!String::from_utf8_lossy(&checked.stdout).contains("Warning"));
    std::fs::write(&config, "radius.listen = \"0.0.0.0:1812\"\n").unwrap();
    let checked = run(&["check-config"]);
    assert!(String::from_utf8_lossy(&checked.stdout).contains("Warning: RADIUS over UDP"));
    let create = [
        &CLIENT[..],
        &[
            "acme",
            "old-vpn",
            "10.0.0.7",
            "--message-authenticator",
            "no",
        ],
    ]
    .concat();
    says(&data, &create, "Warning");
    let found = run(&["doctor"]);
    let found = String::from_utf8_lossy(&found.stdout).into_owned();
    assert!(
        found.contains("unsigned requests are taken from old-vpn of acme"),
        "{found}"
    );
    // Over TLS all four keys belong together, and the files must be there.
    std::fs::write(
        &config,
        "[radius]\ntls_listen = \"0.0.0.0\"\ntls_key = \"k\"\n",
    )
    .unwrap();
    let checked = run(&["check-config"]);
    let said = String::from_utf8_lossy(&checked.stderr).into_owned();
    for missing in ["radius.tls_certificate", "radius.tls_client_ca"] {
        assert!(
            said.contains(&format!("this needs `{missing}` too")),
            "{said}"
        );
    }
    let files = "tls_certificate = \"c.pem\"\ntls_client_ca = \"ca.pem\"\n";
    let all = format!("[radius]\ntls_listen = \"0.0.0.0\"\ntls_key = \"k\"\n{files}");
    std::fs::write(&config, all).unwrap();
    let checked = run(&["check-config"]);
    let said = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(
        said.contains("`radius.tls_certificate`: c.pem: No such file"),
        "{said}"
    );
}
