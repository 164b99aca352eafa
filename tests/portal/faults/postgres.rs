//! A `PostgreSQL` that hangs, and one that goes and comes back: nobody waits for ever, nobody is let
//! in, and the portal recovers by itself.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use portcullis_core::policy::Rule;
use portcullis_store::testing::Place;

use crate::client::{Answer, Client};
use crate::portal::Portal;

/// A cluster of our own, with durable commits, to be mistreated.
struct Cluster {
    folder: PathBuf,
    url: String,
}

fn script(words: &[&str], folder: &Path) -> Result<String, String> {
    let output = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/postgres"))
        .args(words)
        .arg(folder)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().trim().to_owned();
    if output.status.success() {
        Ok(text(output.stdout))
    } else {
        Err(text(output.stderr))
    }
}

impl Cluster {
    /// `None` after saying why the test is skipped.
    fn start(name: &str) -> Option<Self> {
        let process = std::process::id().to_string();
        let folder = std::env::temp_dir().join(format!("portcullis-{name}-{process}"));
        match script(&["start", "--fsync", "--with", &process], &folder) {
            Ok(url) => Some(Self { folder, url }),
            Err(why) if std::env::var_os("CI").is_some() => panic!("no PostgreSQL: {why}"),
            Err(why) => {
                eprintln!("skipped on PostgreSQL: {why}");
                None
            }
        }
    }

    /// Sends a signal to the server and to every process of it.
    fn signal(&self, signal: &str) {
        let file = std::fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap();
        let server = file.lines().next().unwrap();
        let children = std::fs::read_to_string(format!("/proc/{server}/task/{server}/children"));
        let sent = Command::new("kill")
            .args([signal, server])
            .args(children.unwrap().split_whitespace())
            .status();
        assert!(sent.unwrap().success());
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = script(&["stop"], &self.folder);
    }
}

/// Asks again until it is answered so.
async fn until(browser: &mut Client, path: &str, status: u16) -> Answer {
    for _ in 0..600 {
        let answer = browser.get(path).await;
        if answer.status == status {
            return answer;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} is never answered with {status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_hangs_is_given_up_and_used_again_when_it_goes_on() {
    let Some(cluster) = Cluster::start("hangs") else {
        return;
    };
    let portal = Portal::on(&Place::at(cluster.url.clone())).await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let mut member = portal.browser();
    let home = member.signs_in(&ann.login, &ann.password).await;
    home.expects(200, "Your applications");
    cluster.signal("-STOP");
    let mut waiting = Vec::new();
    for _ in 0..30 {
        let (mut member, mut visitor, ann) = (member.clone(), portal.browser(), ann.clone());
        waiting.push(tokio::spawn(async move { member.get("/").await }));
        waiting.push(tokio::spawn(async move {
            let form = [("login", &*ann.login), ("password", &*ann.password)];
            let answer = visitor.post("/sign-in", &form).await;
            assert!(visitor.cookies.is_empty());
            answer
        }));
    }
    let mut visitor = portal.browser();
    assert_eq!(visitor.get("/healthz").await.status, 200);
    assert_eq!(visitor.get("/sign-in").await.status, 200);
    for one in waiting {
        let answer = one.await.unwrap();
        answer.expects(503, "Help desk");
        assert!(answer.headers.contains_key("retry-after"));
    }
    cluster.signal("-CONT");
    until(&mut visitor, "/readyz", 200).await;
    until(&mut member, "/", 200)
        .await
        .expects(200, "Your applications");
    let again = portal.browser().signs_in(&ann.login, &ann.password).await;
    again.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_crashes_and_comes_back_has_forgotten_nothing() {
    let Some(cluster) = Cluster::start("crashes") else {
        return;
    };
    let portal = Portal::on(&Place::at(cluster.url.clone())).await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let mut member = portal.browser();
    let home = member.signs_in(&ann.login, &ann.password).await;
    home.expects(200, "Your applications");
    for _ in 0..2 {
        script(&["halt"], &cluster.folder).unwrap();
        let mut visitor = portal.browser();
        for _ in 0..10 {
            until(&mut member, "/", 503).await.expects(503, "Help desk");
            let page = visitor.signs_in(&ann.login, &ann.password).await;
            assert_eq!((page.status.as_u16(), visitor.cookies.len()), (503, 0));
        }
        assert_eq!(visitor.get("/readyz").await.status, 503);
        script(&["resume"], &cluster.folder).unwrap();
        until(&mut visitor, "/readyz", 200).await;
        until(&mut member, "/", 200)
            .await
            .expects(200, "Your applications");
        let page = visitor.signs_in(&ann.login, &ann.password).await;
        page.expects(200, "Your applications");
    }
}
