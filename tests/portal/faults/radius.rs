//! `kill -9` between a challenge and its answer, over TLS: whoever connects again goes on where it was, once.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use portcullis_core::audit::{Event, Origin};
use portcullis_core::policy::Rule;
use portcullis_core::radius::certificate::SECRET;
use portcullis_core::radius::{Packet, Request, Signing, attribute};
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::radius::clients::{self, KnownBy, NewRadiusClient};
use portcullis_store::testing::Place;

use crate::app::App;
use crate::it::radius_certificates::{Authority, Line, Pair, request};
use crate::it::radius_clients::{read, signing};
use crate::portal::{Person, Portal};
use crate::program::{Program, free_port, now};

/// The program, asked over TLS by one client.
struct Story {
    program: Program,
    at: SocketAddr,
    authority: Authority,
    pair: Pair,
}

impl Story {
    /// Kills it and starts it again.
    fn dies(&mut self) {
        self.program.kill();
        self.program.start();
    }

    async fn line(&self) -> Line {
        let between = (IpAddr::V4(Ipv4Addr::LOCALHOST), self.at);
        let line = self.authority.connects(between, Some(&self.pair)).await;
        line.unwrap()
    }

    /// What is answered to a packet over a new connection.
    async fn sends(&self, packet: &[u8]) -> Vec<u8> {
        let mut line = self.line().await;
        line.writes(packet).await.unwrap();
        line.reads().await.unwrap()
    }
}

fn code(person: &Person, app: &App, challenge: &[u8]) -> Request {
    let challenge = Packet::parse(challenge).unwrap();
    let mut request = request(&person.login, &app.code(now()));
    let state = challenge.first(attribute::STATE).unwrap();
    assert!(request.add(attribute::STATE, state));
    request
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_between_challenge_and_answer_over_tls_changes_neither() {
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    portal.wait(portal.now().until(now() - Span::minutes(5)));
    let acme = portal.organization("acme", Rule::Required).await;
    let mut people = Vec::new();
    for name in ["ann", "bert", "carl", "dora", "ed"] {
        let person = portal.person(&acme, name).await;
        let (app, _) = portal.browser().enrolls(&portal, &person).await;
        people.push((person, app));
    }
    let authority = Authority::new("the authority of the test");
    let pair = authority.signs("vpn.example");
    let new = NewRadiusClient {
        name: "vpn".to_owned(),
        known_by: KnownBy::Certificates(vec![pair.fingerprint()]),
        terms: signing(Signing::Yes),
        named: Vec::new(),
        groups: Vec::new(),
    };
    let added = clients::add(&portal.app, &Actor::System, acme.id, new, Origin::default()).await;
    added.unwrap().unwrap();
    drop(portal);
    let program = Program::on(&place);
    let folder = program.folder.path();
    authority.signs("localhost").write(folder, "portal");
    std::fs::write(folder.join("clients.pem"), &authority.pem).unwrap();
    let at = SocketAddr::from(([127, 0, 0, 1], free_port()));
    program.configure(&format!(
        "[radius]\ntls_listen = \"{at}\"\ntls_certificate = \"portal.pem\"\ntls_key = \"portal.key\"\n\
         tls_client_ca = \"clients.pem\"\n"
    ));
    let mut story = Story {
        program,
        at,
        authority,
        pair,
    };
    story.program.start();

    // After the challenge.
    let (ann, app) = &people[0];
    let ask = request(&ann.login, &ann.password).signed(SECRET);
    let mut line = story.line().await;
    line.writes(&ask).await.unwrap();
    let challenge = line.reads().await.unwrap();
    story.dies();
    assert!(line.ends(Duration::from_secs(10)).await);
    assert_eq!(story.sends(&ask).await, challenge, "the same challenge");
    let answer = code(ann, app, &challenge).signed(SECRET);
    let accept = story.sends(&answer).await;
    assert!(read(&answer, &accept, SECRET).is_accept());
    // After the Accept.
    story.dies();
    assert_eq!(story.sends(&answer).await, accept, "the same Accept");
    let again = code(ann, app, &challenge).signed(SECRET);
    let again = read(&again, &story.sends(&again).await, SECRET);
    again.refuses("too long");

    // While the code is looked at: it has counted, or it has not; what comes again gets in either way, once.
    for (number, (person, app)) in (1_u64..).zip(&people[1..]) {
        let ask = request(&person.login, &person.password).signed(SECRET);
        let challenge = story.sends(&ask).await;
        let answer = code(person, app, &challenge).signed(SECRET);
        let mut line = story.line().await;
        line.writes(&answer).await.unwrap();
        tokio::time::sleep(Duration::from_millis(3 * number)).await;
        story.dies();
        let accept = story.sends(&answer).await;
        assert!(read(&answer, &accept, SECRET).is_accept());
        if let Some(first) = line.reads().await {
            assert_eq!(first, accept, "what was answered before the kill");
        }
        assert_eq!(story.sends(&answer).await, accept);
    }

    let portal = Portal::on(&place).await;
    let events = portal.events(Some(acme.id)).await;
    let logged_on = |event: &&Event| matches!(event, Event::LoggedOn { .. });
    assert_eq!(events.iter().filter(logged_on).count(), people.len());
    assert_eq!(portal.count("SELECT COUNT(*) FROM attempts").await, 0);
}
