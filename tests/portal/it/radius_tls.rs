//! RADIUS over TLS: who gets in by which certificate, and what a stream may carry.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use portcullis_core::audit::{Event, Origin};
use portcullis_core::policy::Rule;
use portcullis_core::radius::certificate::SECRET;
use portcullis_core::radius::{Request, Signing, Unheard, attribute};
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_server::people;
use portcullis_server::radius::clients::{
    self, Certificates, Change, KnownBy, NewRadiusClient, NotDone,
};
use portcullis_server::radius::tls::Limits;
use portcullis_store::Tx;
use portcullis_store::radius_clients::{self, Client};
use tokio::io::AsyncWriteExt;

use super::radius::{Story, story};
use super::radius_certificates::{Authority, Line, Pair, TlsDoor, connected, identifier, request};
use super::radius_clients::{Said, signing};

const SOON: Duration = Duration::from_secs(20);

/// A portal that requires MFA, somebody who has it, and a client that comes over TLS.
struct Secure {
    story: Story,
    door: TlsDoor,
    pair: Pair,
}

async fn secure() -> Secure {
    bearing(Limits::default()).await
}

async fn bearing(limits: Limits) -> Secure {
    let story = story().await;
    let door = TlsDoor::of(&story.portal, limits).await;
    let pair = door
        .client(&story.portal, &story.acme, signing(Signing::Yes))
        .await;
    Secure { story, door, pair }
}

impl Secure {
    async fn line(&self) -> Line {
        self.door.connects(Some(&self.pair)).await.unwrap()
    }

    /// Whether whoever shows a certificate, or none, is answered.
    async fn is_answered(&self, pair: Option<&Pair>) -> bool {
        match self.door.connects(pair).await {
            Ok(mut line) => line.is_there().await,
            Err(_) => false,
        }
    }

    async fn dropped(&self) -> Vec<Unheard> {
        let events = self.story.portal.events(Some(self.story.acme.id)).await;
        let cause = |event: &Event| match event {
            Event::RadiusDropped { cause, .. } => Some(*cause),
            _ => None,
        };
        events.iter().filter_map(cause).collect()
    }
}

/// Changes by which certificates a client is known, and nothing else.
pub async fn certified(
    story: &Story,
    client: &Client,
    certificates: Certificates,
) -> Result<(), NotDone> {
    let change = Change {
        terms: client.terms.clone(),
        allow: Vec::new(),
        disallow: Vec::new(),
        groups: None,
        certificates,
    };
    let (app, origin) = (&story.portal.app, Origin::default());
    let changed = clients::change(app, &Actor::System, client, change, origin).await;
    changed.unwrap()
}

#[tokio::test]
async fn password_then_code_let_in_over_one_connection() {
    let told = secure().await;
    let (story, mut line) = (&told.story, told.line().await);
    assert!(line.is_there().await);
    let state = line.asks("ann", &story.ann.password).await.state();
    let accept = line.answers("ann", &story.code(), &state).await;
    assert_eq!(accept, Said::Accept(Vec::new()));
    line.answers("ann", &story.code(), &state)
        .await
        .refuses("too long");
    // The challenge of one connection is answered over another, as clients that lost one do.
    story.portal.wait_for_next_code();
    let state = line.asks("ann", &story.ann.password).await.state();
    let mut other = told.line().await;
    let said = other.answers("ann", &story.code(), &state).await;
    assert!(said.is_accept());
    assert_eq!(story.logged_on().await, 2);
    let entries = story.portal.entries(Some(story.acme.id)).await;
    let via = entries.last().unwrap().origin.via.clone().unwrap();
    assert!(via.client.starts_with("vpn-"), "{via:?}");
    assert_eq!(via.address, "127.0.0.1");
}

#[tokio::test]
async fn a_packet_that_comes_again_gets_the_same_answer_over_another_connection_too() {
    let told = secure().await;
    let ask = request("ann", &told.story.ann.password).signed(SECRET);
    let mut answers = Vec::new();
    for _ in 0..3 {
        let mut line = told.line().await;
        for _ in 0..2 {
            line.writes(&ask).await.unwrap();
            answers.push(line.reads().await.unwrap());
        }
    }
    answers.dedup();
    assert_eq!(answers.len(), 1);
    let attempts = told.story.portal.count("SELECT COUNT(*) FROM attempts");
    assert_eq!(attempts.await, 1);
}

#[tokio::test]
async fn only_a_known_certificate_of_today_from_our_authority_is_answered() {
    let told = secure().await;
    let (story, door) = (&told.story, &told.door);
    let add = async |pair: &Pair| {
        let scope = Scope::of(story.acme.id);
        let name = format!("vpn-{}", &told.pair.fingerprint().to_string()[..8]);
        let unit = async move |tx: &mut Tx<'_>| radius_clients::by_name(tx, scope, &name).await;
        let client = story.portal.app.store.read(unit).await.unwrap().unwrap();
        let change = Certificates {
            add: vec![pair.fingerprint()],
            remove: Vec::new(),
        };
        certified(story, &client, change).await
    };
    assert!(told.is_answered(Some(&told.pair)).await);
    assert!(!told.is_answered(None).await);
    // Signed by ours, and nobody's.
    let unknown = door.authority.signs("vpn.example");
    assert!(!told.is_answered(Some(&unknown)).await);
    // Known by its fingerprint, and nevertheless too old, or somebody else's authority's.
    let expired = door.authority.signs_until("vpn.example", 2020);
    add(&expired).await.unwrap();
    assert!(!told.is_answered(Some(&expired)).await);
    let foreign = Authority::new("the authority of the test").signs("vpn.example");
    add(&foreign).await.unwrap();
    assert!(!told.is_answered(Some(&foreign)).await);
    // Another one of ours beside the first.
    add(&unknown).await.unwrap();
    assert!(told.is_answered(Some(&unknown)).await);
    assert_eq!(add(&unknown).await, Ok(()), "it is known already");
    // A client by certificate has no network: over UDP nobody is it.
    let host = &story.host;
    assert!(host.asks("ann", &story.ann.password).await != Said::Nothing);
    let unit = async |tx: &mut Tx<'_>| radius_clients::by_source(tx, [0; 16]).await;
    assert!(story.portal.app.store.read(unit).await.unwrap().is_none());
}

#[tokio::test]
async fn a_certificate_that_is_taken_away_ends_with_the_next_packet() {
    let told = secure().await;
    let story = &told.story;
    let mut line = told.line().await;
    assert!(line.is_there().await);
    let of = told.pair.fingerprint();
    let client = async || {
        let unit = async move |tx: &mut Tx<'_>| radius_clients::by_certificate(tx, of).await;
        story.portal.app.store.read(unit).await.unwrap()
    };
    let first = client().await.unwrap();
    let (app, actor) = (&story.portal.app, Actor::System);
    let next = told.door.authority.signs("vpn.example");
    let change = |add: &[&Pair], remove: &[&Pair]| Certificates {
        add: add.iter().map(|pair| pair.fingerprint()).collect(),
        remove: remove.iter().map(|pair| pair.fingerprint()).collect(),
    };
    let last = certified(story, &first, change(&[], &[&told.pair])).await;
    assert_eq!(last, Err(NotDone::LastCertificate));
    let rotated = clients::rotate(
        app,
        &actor,
        &first,
        portcullis_core::audit::Origin::default(),
    )
    .await
    .unwrap();
    assert!(matches!(rotated, Err(NotDone::OtherWay)));
    let both = change(&[&next], &[&told.pair]);
    let first = client().await.unwrap();
    assert_eq!(certified(story, &first, both.clone()).await, Ok(()));
    assert_eq!(certified(story, &first, both).await, Err(NotDone::Stale));
    assert!(!line.is_there().await);
    assert!(told.is_answered(Some(&next)).await);
    // And with the account, at once as on the web.
    let mut line = told.door.connects(Some(&next)).await.unwrap();
    let state = line.asks("ann", &story.ann.password).await.state();
    let whose = (story.ann.organization, story.ann.id);
    let suspended = people::set_active(app, &actor, whose, false, Origin::default()).await;
    suspended.unwrap().unwrap();
    line.answers("ann", &story.code(), &state)
        .await
        .refuses("too long");
}

#[tokio::test]
async fn a_connection_ends_when_its_certificate_does_or_nobody_vouches_for_it_any_more() {
    let told = secure().await;
    let story = &told.story;
    let ending = told.door.authority.signs_until("vpn.example", 2090);
    let of = told.pair.fingerprint();
    let unit = async move |tx: &mut Tx<'_>| radius_clients::by_certificate(tx, of).await;
    let client = story.portal.app.store.read(unit).await.unwrap().unwrap();
    let change = Certificates {
        add: vec![ending.fingerprint()],
        remove: Vec::new(),
    };
    certified(story, &client, change).await.unwrap();
    let mut line = told.door.connects(Some(&ending)).await.unwrap();
    assert!(line.is_there().await);
    story.portal.wait(Span::minutes(2));
    assert!(line.is_there().await);
    story.portal.wait(Span::days(70 * 365));
    assert!(!line.is_there().await);

    let mut line = told.line().await;
    assert!(line.is_there().await);
    let other = Authority::new("another authority");
    let file = told.door.folder.path().join("clients.pem");
    std::fs::write(&file, &other.pem).unwrap();
    told.door.keys.reload();
    story.portal.wait(Span::minutes(2));
    assert!(!line.is_there().await);
}

#[tokio::test]
async fn a_signature_may_be_missing_and_a_wrong_one_ends_the_connection() {
    let told = secure().await;
    let (story, mut line) = (&told.story, told.line().await);
    let mut unsigned = request("ann", &story.ann.password);
    unsigned.add(attribute::PROXY_STATE, b"a proxy's own");
    line.sends(&unsigned.unsigned()).await.state();
    // Where an RFC demands one, nothing is answered, and the connection goes on.
    let status = Request::status(1, crate::random_bytes());
    line.writes(&status.unsigned()).await.unwrap();
    assert!(line.is_there().await);
    let mut chap = Request::new(1, crate::random_bytes());
    chap.add(attribute::USER_NAME, b"ann");
    chap.add(attribute::CHAP_PASSWORD, &[1; 17]);
    line.sends(&chap.unsigned()).await.refuses("PAP");
    let wrong = request("ann", &story.ann.password).signed(b"another secret");
    assert_eq!(line.sends(&wrong).await, Said::Nothing);
    assert!(line.ends(SOON).await);
    assert_eq!(
        told.dropped().await,
        [Unheard::Unsigned],
        "once in ten minutes"
    );
    assert!(told.line().await.is_there().await);
}

#[tokio::test]
async fn packets_are_found_in_the_stream_however_it_is_cut() {
    let told = secure().await;
    let mut line = told.line().await;
    // Byte by byte.
    let ask = request("ann", "wrong").signed(SECRET);
    for byte in &ask {
        line.writes(&[*byte]).await.unwrap();
    }
    assert_eq!(line.reads().await.unwrap()[0], 3);
    // A hundred at once, cut in the middle of packets, answered in any order.
    let asked: Vec<_> = (0..100_u8)
        .map(|number| Request::status(number, crate::random_bytes()).signed(SECRET))
        .collect();
    for piece in asked.concat().chunks(1_000) {
        line.writes(piece).await.unwrap();
    }
    let mut numbers = Vec::new();
    for _ in &asked {
        let answer = line.reads().await.unwrap();
        assert_eq!(answer[0], 2);
        numbers.push(identifier(&answer));
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (0..100).collect::<Vec<u8>>());
    assert!(line.is_there().await);
}

#[tokio::test]
async fn what_is_no_packet_ends_the_connection() {
    let told = secure().await;
    let good = request("ann", "wrong").signed(SECRET);
    let with_length = |length: u16| {
        let mut bytes = good.clone();
        bytes[2..4].copy_from_slice(&length.to_be_bytes());
        bytes.resize(5_000, 0);
        bytes
    };
    let mut attribute_of_nothing = good.clone();
    attribute_of_nothing[21] = 0;
    for bytes in [
        with_length(0),
        with_length(19),
        with_length(4_097),
        with_length(u16::MAX),
        attribute_of_nothing,
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec(),
        vec![0; 4_096],
    ] {
        let mut line = told.line().await;
        let _ = line.writes(&bytes).await; // it may be ended meanwhile
        assert!(line.ends(SOON).await);
    }
    // Another code is passed over.
    let mut accounting = good;
    accounting[0] = 4;
    let mut line = told.line().await;
    line.writes(&accounting).await.unwrap();
    assert!(line.is_there().await);
    assert_eq!(told.story.logged_on().await, 0);
}

#[tokio::test]
async fn every_wait_for_a_client_ends() {
    let limits = Limits {
        handshake: Duration::from_secs(1),
        idle: Duration::from_secs(2),
        packet: Duration::from_secs(1),
        answer: Duration::from_secs(1),
        ..Limits::default()
    };
    let told = bearing(limits).await;
    // Half a packet.
    let mut line = told.line().await;
    let ask = request("ann", "wrong").signed(SECRET);
    line.writes(&ask[..30]).await.unwrap();
    assert!(line.ends(Duration::from_secs(10)).await);
    // Nothing.
    let mut line = told.line().await;
    assert!(line.ends(SOON).await);
    // No handshake, or half of one.
    let local = IpAddr::V4(Ipv4Addr::LOCALHOST);
    for bytes in [&b""[..], &[22, 3, 1, 2, 0, 1]] {
        let mut stream = connected(local, told.door.at).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        let mut answer = Vec::new();
        let all = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut answer);
        let _ = tokio::time::timeout(SOON, all).await.unwrap(); // closed or reset
    }
    // Somebody who asks and never reads: what is kept for it is bounded, and it is ended.
    let mut line = told.line().await;
    let many: Vec<u8> = (0..1_000)
        .flat_map(|_| Request::status(1, crate::random_bytes()).signed(SECRET))
        .collect();
    let floods = async { while line.writes(&many).await.is_ok() {} };
    tokio::time::timeout(Duration::from_mins(1), floods)
        .await
        .unwrap();
    assert!(told.line().await.is_there().await);
}

#[tokio::test]
async fn connections_that_say_nothing_keep_nobody_out() {
    let limits = Limits {
        handshake: Duration::from_secs(1),
        strangers: 32,
        per_address: 8,
        ..Limits::default()
    };
    let told = bearing(limits).await;
    let many = u16::try_from(crate::full(10_000, 400)).unwrap();
    let mut held = Vec::new();
    for number in 0..many {
        let [high, low] = number.to_be_bytes();
        let from = IpAddr::V4(Ipv4Addr::new(127, 21, high, low));
        // With what the machine allows in files: the oldest go, as those of a flood do.
        if held.len() >= 300 {
            held.remove(0);
        }
        if let Ok(Ok(stream)) =
            tokio::time::timeout(Duration::from_secs(1), connected(from, told.door.at)).await
        {
            held.push(stream);
        }
    }
    let served = async {
        let mut line = told.line().await;
        line.is_there().await
    };
    let served = tokio::time::timeout(Duration::from_mins(1), served).await;
    assert_eq!(served, Ok(true));
    // One address alone gets no more than its share.
    let mut lines = Vec::new();
    for _ in 0..8 {
        let mut line = told.line().await;
        if line.is_there().await {
            lines.push(line);
        }
    }
    assert!(lines.len() >= 7, "{}", lines.len());
    assert!(!told.is_answered(Some(&told.pair)).await);
    lines.pop();
    lines.pop();
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(told.is_answered(Some(&told.pair)).await);
}

#[tokio::test]
async fn who_vouches_for_clients_is_read_anew_and_a_bad_file_changes_nothing() {
    let told = secure().await;
    let other = Authority::new("another authority");
    let theirs = other.signs("vpn.example");
    let story = &told.story;
    let new = NewRadiusClient {
        name: "theirs".to_owned(),
        known_by: KnownBy::Certificates(vec![theirs.fingerprint()]),
        terms: signing(Signing::Yes),
        named: Vec::new(),
        groups: Vec::new(),
    };
    let (app, actor) = (&story.portal.app, Actor::System);
    let add = async |whose, new| {
        let added = clients::add(app, &actor, whose, new, Origin::default()).await;
        added.unwrap().map(|secret| assert!(secret.is_none()))
    };
    add(story.acme.id, new.clone()).await.unwrap();
    let twice = NewRadiusClient {
        name: "twice".to_owned(),
        ..new
    };
    let globex = story.portal.organization("globex", Rule::Off).await;
    assert_eq!(add(globex.id, twice).await, Err(NotDone::Taken));
    assert!(!told.is_answered(Some(&theirs)).await);
    let file = told.door.folder.path().join("clients.pem");
    std::fs::write(&file, "nobody\n").unwrap();
    told.door.keys.reload();
    assert!(told.is_answered(Some(&told.pair)).await);
    std::fs::write(&file, &other.pem).unwrap();
    told.door.keys.reload();
    assert!(told.is_answered(Some(&theirs)).await);
    assert!(!told.is_answered(Some(&told.pair)).await);
}

#[tokio::test]
async fn what_is_under_way_when_it_stops_is_answered() {
    let mut told = secure().await;
    let mut line = told.line().await;
    assert!(line.is_there().await);
    let ask = request("ann", &told.story.ann.password).signed(SECRET);
    line.writes(&ask).await.unwrap();
    // It is being looked at, or was.
    let taken = "SELECT COUNT(*) FROM radius_answers";
    while told.story.portal.count(taken).await == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    tokio::time::timeout(SOON, told.door.stops()).await.unwrap();
    assert_eq!(line.reads().await.unwrap()[0], 11);
    assert!(line.ends(SOON).await);
}
