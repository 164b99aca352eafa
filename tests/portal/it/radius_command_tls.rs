//! `portcullis radius test --tls …`: who it takes for the portal, as whom it asks, and what it says is wrong.

use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use portcullis_core::radius::Signing;
use portcullis_server::radius::tls::{Limits, fingerprint};
use tempfile::TempDir;

use super::command_line::{portal, portcullis};
use super::radius::story;
use super::radius_certificates::{Authority, Pair, TlsDoor};
use super::radius_clients::signing;

/// What a client has in files.
struct Files {
    folder: TempDir,
    server: String,
}

impl Files {
    fn write(&self, pair: &Pair, name: &str) -> [String; 4] {
        let (certificate, key) = pair.write(self.folder.path(), name);
        let text = |path: PathBuf| path.to_str().unwrap().to_owned();
        let (certificate, key) = (text(certificate), text(key));
        ["--certificate".into(), certificate, "--key".into(), key]
    }

    fn path(&self, name: &str, content: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs it as a client; whether it found all well, and what it said.
    fn tests(&self, own: &[String], more: &[&str], input: &str) -> (bool, String) {
        let nowhere = self.folder.path().join("none");
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let said = run(&nowhere, &self.server, &[&own[..], more].concat(), input);
        assert!(!nowhere.exists(), "it makes no portal");
        said
    }
}

fn run(data: &Path, server: &str, more: &[&str], input: &str) -> (bool, String) {
    let words = [&["radius", "test", "--server", server], more].concat();
    let output = portcullis(data, &words, input);
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(text).unwrap())
}

#[track_caller]
fn is_good((good, said): &(bool, String), text: &str) {
    assert!(*good && said.contains(text), "{said}");
}

#[track_caller]
fn is_bad((good, said): &(bool, String), text: &str) {
    assert!(!*good && said.contains(text), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_test_asks_over_tls_with_a_certificate_and_knows_the_portal_by_its_own() {
    let story = story().await;
    let door = TlsDoor::of(&story.portal, Limits::default()).await;
    let terms = signing(Signing::Yes);
    let pair = door.client(&story.portal, &story.acme, terms).await;
    let files = Files {
        folder: TempDir::new().unwrap(),
        server: door.at.to_string(),
    };
    let shown = std::fs::read(door.folder.path().join("portal.pem")).unwrap();
    let shown = fingerprint(&shown).unwrap().to_string();
    let (code, password) = (story.code(), story.ann.password.clone());
    let told = tokio::task::spawn_blocking(move || {
        let own = files.write(&pair, "own");
        let authority = files.path("authority.pem", &door.authority.pem);
        let by_name = ["--tls", "localhost", "--ca", &authority];
        is_good(&files.tests(&own, &by_name, ""), "answers over TLS");
        let by_print = ["--tls", "whoever.example", "--fingerprint", &shown];
        is_good(&files.tests(&own, &by_print, ""), "answers over TLS");
        // No secret is asked for.
        let ann = [&by_name[..], &["--login", "ann"]].concat();
        let typed = format!("{password}\n{code}\n");
        let said = files.tests(&own, &ann, &typed);
        is_good(&said, "Challenge: Code from your authenticator app:");
        is_good(&said, "Accept: ann may log on");
        is_bad(&files.tests(&own, &ann, &typed), "used already");
        let unsigned = [&ann[..], &["--unsigned"]].concat();
        is_bad(
            &files.tests(&own, &unsigned, "wrong\n"),
            "the audit log says which",
        );

        // The portal's certificate.
        let said = files.tests(&own, &["--tls", "localhost"], "");
        is_bad(&said, &format!("fingerprint {shown}"));
        is_bad(&said, "with --ca who signed it");
        let another = pair.fingerprint().to_string();
        let by_another = ["--tls", "localhost", "--fingerprint", &another];
        let said = files.tests(&own, &by_another, "");
        is_bad(
            &said,
            &format!("another certificate: its fingerprint is {shown}"),
        );
        let others = files.path("others.pem", &Authority::new("others").pem);
        let by_others = ["--tls", "localhost", "--ca", &others];
        is_bad(&files.tests(&own, &by_others, ""), "others.pem has signed");
        let by_other_name = ["--tls", "other.example", "--ca", &authority];
        let said = files.tests(&own, &by_other_name, "");
        is_bad(&said, "is not for other.example, but for localhost:");

        // The client's.
        let expired = files.write(&door.authority.signs_until("vpn.example", 2020), "expired");
        is_bad(&files.tests(&expired, &by_name, ""), "it is expired");
        for authority in ["another authority", "the authority of the test"] {
            let foreign = Authority::new(authority).signs("vpn.example");
            let foreign = files.write(&foreign, "foreign");
            is_bad(
                &files.tests(&foreign, &by_name, ""),
                "nobody in its `radius.tls_client_ca` has signed it",
            );
        }
        let unknown = files.write(&door.authority.signs("vpn.example"), "unknown");
        is_bad(
            &files.tests(&unknown, &by_name, ""),
            "with its configuration, to learn which",
        );
        let unknown: Vec<&str> = unknown.iter().map(String::as_str).collect();
        let (_folder, data) = portal();
        let said = run(&data, &files.server, &[&unknown[..], &by_name].concat(), "");
        is_bad(&said, "no client has the certificate in");
    });
    told.await.unwrap();
}

#[test]
fn what_is_no_portal_or_no_certificate_is_told_before_anything_is_asked() {
    let authority = Authority::new("an authority");
    let (own, other) = (authority.signs("a.example"), authority.signs("b.example"));
    let deaf = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut files = Files {
        folder: TempDir::new().unwrap(),
        server: deaf.local_addr().unwrap().to_string(),
    };
    let ca = files.path("ca.pem", &authority.pem);
    let by_name = ["--tls", "localhost", "--ca", &ca];
    let [word, certificate, ..] = files.write(&own, "own");
    let [.., key_word, key] = files.write(&other, "other");
    let mixed = [word.clone(), certificate.clone(), key_word.clone(), key];
    is_bad(
        &files.tests(&mixed, &by_name, ""),
        "not the key of the certificate in",
    );
    let gone = [
        word.clone(),
        "gone.pem".to_owned(),
        key_word.clone(),
        ca.clone(),
    ];
    is_bad(&files.tests(&gone, &by_name, ""), "gone.pem: No such file");
    let no_key = [word, certificate, key_word, ca.clone()];
    is_bad(
        &files.tests(&no_key, &by_name, ""),
        "this is no PEM file with a private key",
    );
    is_bad(&files.tests(&[], &by_name, ""), "--certificate");
    let own = files.write(&own, "own");
    let nobody = files.path("nobody.pem", "nobody\n");
    let by_nobody = ["--tls", "localhost", "--ca", &nobody];
    is_bad(
        &files.tests(&own, &by_nobody, ""),
        "there is no certificate in it",
    );
    is_bad(&files.tests(&own, &[], ""), "--tls");
    // It takes connections and says nothing; then it says something else; then it is gone.
    is_bad(
        &files.tests(&own, &by_name, ""),
        "does not speak TLS within",
    );
    let talks = std::thread::spawn(move || {
        // The first is the one that was given up.
        let answered = [(); 2].map(|()| {
            let (mut stream, _) = deaf.accept().unwrap();
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
            stream
        });
        std::thread::sleep(std::time::Duration::from_secs(1));
        drop(answered);
    });
    is_bad(&files.tests(&own, &by_name, ""), "not in TLS");
    talks.join().unwrap();
    is_bad(&files.tests(&own, &by_name, ""), "set `radius.tls_listen`");
    files.server = "127.0.0.1".to_owned();
    is_bad(&files.tests(&own, &by_name, ""), "invalid");
}
