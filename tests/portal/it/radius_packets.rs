//! Packets: which are heard, what is answered to those that come again, and that a program which we did
//! not write understands the answers.

use std::time::Duration;

use portcullis_core::audit::{Event, LogonRefusal, Origin};
use portcullis_core::credential::password::HashParams;
use portcullis_core::policy::{Channels, Policy, Rule};
use portcullis_core::radius::{Packet, Request, Signing, Unheard, attribute};
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::instance;
use portcullis_server::radius::answer;
use portcullis_store::testing::Place;
use tokio::task::JoinSet;

use super::radius::{story, told};
use super::radius_clients::{Asker, Door, Said, signing};
use crate::portal::Portal;

#[tokio::test]
async fn three_settings_decide_what_a_missing_signature_is_worth() {
    let story = story().await;
    let secret = |host: &Asker| host.secret.clone().into_bytes();
    for setting in Signing::ALL {
        let host = Asker::of(&story.portal, &story.door, &story.acme, signing(setting)).await;
        let ask = || host.request("ann", &story.ann.password);
        let unsigned = ask().unsigned();
        if setting == Signing::Yes {
            host.is_not_heard(&unsigned).await;
        } else {
            host.sends(&unsigned).await.state();
            // In a Proxy-State forgeries are hidden.
            let mut proxied = ask();
            proxied.add(attribute::PROXY_STATE, b"x");
            host.is_not_heard(&proxied.unsigned()).await;
        }
        host.is_not_heard(&ask().signed(b"another secret")).await;
        host.sends(&ask().signed(&secret(&host))).await.state();
        let now = host.now(&story.portal, &story.acme).await.terms.signing;
        if setting == Signing::No {
            assert_eq!(now, Signing::No);
            host.sends(&ask().unsigned()).await.state();
        } else {
            assert_eq!(now, Signing::Yes, "it is held to its first right signature");
            host.is_not_heard(&ask().unsigned()).await;
        }
        let events = story.portal.events(Some(story.acme.id)).await;
        let dropped = events.iter().filter(
            |one| matches!(one, Event::RadiusDropped { client, .. } if *client == host.name),
        );
        assert_eq!(dropped.count(), 1, "once in ten minutes");
    }
    let events = story.portal.events(Some(story.acme.id)).await;
    let signs = events
        .iter()
        .filter(|one| matches!(one, Event::RadiusClientSigns { .. }));
    assert_eq!(signs.count(), 1);
    // Ten minutes later there is something to tell again.
    story.portal.wait(Span::minutes(10));
    story
        .host
        .is_not_heard(&story.host.request("ann", "x").unsigned())
        .await;
    let client = story.host.name.clone();
    let dropped = Event::RadiusDropped {
        client,
        cause: Unheard::Unsigned,
    };
    assert_eq!(
        story.portal.events(Some(story.acme.id)).await.last(),
        Some(&dropped)
    );
}

#[tokio::test]
async fn unknown_addresses_and_other_packets_are_not_answered() {
    let story = story().await;
    let stranger = Asker {
        address: "127.19.0.1".parse().unwrap(),
        ..story.host.clone()
    };
    let ask = story.host.request("ann", &story.ann.password);
    stranger
        .is_not_heard(&ask.signed(story.host.secret.as_bytes()))
        .await;
    let mut bytes = ask.signed(story.host.secret.as_bytes());
    for code in [0, 2, 3, 4, 5, 11, 13, 40, 43, 255] {
        bytes[0] = code;
        story.host.is_not_heard(&bytes).await;
    }
    story.host.is_not_heard(&bytes[..19]).await;
    let mut bloated = story.host.request("ann", &story.ann.password);
    for _ in 0..5 {
        bloated.add(attribute::PROXY_STATE, &[7; 250]);
    }
    story
        .host
        .is_not_heard(&bloated.signed(story.host.secret.as_bytes()))
        .await;
    // Who asks whether anybody is there gets a yes, if it signs.
    let status = Request::status(1, crate::random_bytes());
    story.host.is_not_heard(&status.unsigned()).await;
    let there = story
        .host
        .sends(&status.signed(story.host.secret.as_bytes()))
        .await;
    assert_eq!(there, Said::Accept(Vec::new()));
    assert_eq!(story.logged_on().await, 0);
}

#[tokio::test]
async fn who_asks_signed_whether_anybody_is_there_may_still_log_on_unsigned() {
    let story = told(signing(Signing::Auto)).await;
    let secret = story.host.secret.as_bytes();
    let status = Request::status(1, crate::random_bytes()).signed(secret);
    assert_eq!(story.host.sends(&status).await, Said::Accept(Vec::new()));
    let logon = || story.host.request("ann", &story.ann.password);
    let said = story.host.sends(&logon().unsigned()).await;
    assert!(matches!(said, Said::Challenge(..)), "{said:?}");
    let said = story.host.sends(&logon().signed(secret)).await;
    assert!(matches!(said, Said::Challenge(..)), "{said:?}");
    story.host.is_not_heard(&logon().unsigned()).await;
}

#[tokio::test]
async fn what_proves_the_password_otherwise_is_refused_and_told_why() {
    let story = story().await;
    for (kind, value) in [(3, vec![1; 17]), (79, vec![2, 1, 0, 4])] {
        let mut request = Request::new(4, crate::random_bytes());
        request.add(attribute::USER_NAME, b"ann");
        request.add(kind, &value);
        story
            .host
            .sends(&request.signed(story.host.secret.as_bytes()))
            .await
            .refuses("PAP");
    }
    // Once in ten minutes, since there may be many.
    let refused = Event::LogonRefused {
        client: story.host.name.clone(),
        cause: LogonRefusal::NoPassword,
        login_hash: None,
    };
    let of = async || {
        let events = story.portal.events(Some(story.acme.id)).await;
        events.iter().filter(|one| **one == refused).count()
    };
    assert_eq!(of().await, 1);
    // Without a signature nothing is said that is longer than what was asked, and EAP is not heard.
    let terms = signing(Signing::No);
    let lax = Asker::of(&story.portal, &story.door, &story.acme, terms).await;
    let mut chap = Request::new(4, crate::random_bytes());
    chap.add(3, &[1; 17]);
    let answer = lax.sends_raw(&chap.unsigned()).await.unwrap();
    assert!(answer.len() <= chap.unsigned().len(), "{}", answer.len());
    let mut eap = Request::new(4, crate::random_bytes());
    eap.add(79, &[2, 1, 0, 4]);
    lax.is_not_heard(&eap.unsigned()).await;
    let full = "x".repeat(128);
    story.host.asks("ann", &full).await.refuses("128 bytes");
    let mut nameless = Request::new(4, crate::random_bytes());
    nameless.password("x", story.host.secret.as_bytes());
    let said = story
        .host
        .sends(&nameless.signed(story.host.secret.as_bytes()))
        .await;
    assert_eq!(said, Said::Reject(String::new()));
}

#[tokio::test]
async fn a_packet_that_comes_again_gets_the_same_answer_and_is_looked_at_once() {
    let story = story().await;
    let secret = story.host.secret.as_bytes();
    let ask = story.host.request("ann", "wrong").signed(secret);
    let first = story.host.sends_raw(&ask).await.unwrap();
    for _ in 0..8 {
        assert_eq!(story.host.sends_raw(&ask).await.unwrap(), first);
    }
    let ask = story
        .host
        .request("ann", &story.ann.password)
        .signed(secret);
    let challenge = story.host.sends_raw(&ask).await.unwrap();
    assert_eq!(story.host.sends_raw(&ask).await.unwrap(), challenge);
    let state = portcullis_core::radius::Packet::parse(&challenge).unwrap();
    let state = state.first(attribute::STATE).unwrap().to_vec();
    let mut answer = story.host.request("ann", &story.code());
    answer.add(attribute::STATE, &state);
    let answer = answer.signed(secret);
    let accept = story.host.sends_raw(&answer).await.unwrap();
    assert_eq!(accept[0], 2);
    assert_eq!(story.host.sends_raw(&answer).await.unwrap(), accept);
    story.portal.wait(Span::seconds(29));
    assert_eq!(story.host.sends_raw(&answer).await.unwrap(), accept);
    // Then it is a packet like others, whose challenge is over.
    story.portal.wait(Span::seconds(1));
    assert_eq!(story.host.sends_raw(&answer).await.unwrap()[0], 3);
    assert_eq!(story.logged_on().await, 1);
    let refused = story.portal.events(Some(story.acme.id)).await;
    let refused = refused
        .iter()
        .filter(|one| matches!(one, Event::PasswordRefused { .. }));
    assert_eq!(
        refused.count(),
        1,
        "a wrong password that came nine times counts once"
    );
}

#[tokio::test]
async fn radclient_and_the_portal_understand_each_other() {
    let story = story().await;
    let signed = "Message-Authenticator = 0x00";
    let attributes = format!(
        "User-Name = \"ann\", User-Password = \"{}\", {signed}",
        story.ann.password
    );
    let host = story.host.clone();
    let ask = move |host: Asker, attributes: String| {
        tokio::task::spawn_blocking(move || host.radclient(&attributes, &[]))
    };
    let challenge = ask(host.clone(), attributes.clone()).await.unwrap();
    assert!(
        challenge.contains("Received Access-Challenge"),
        "{challenge}"
    );
    assert!(
        challenge.contains("Code from your authenticator app:"),
        "{challenge}"
    );
    let state = challenge
        .split("State = ")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();
    let attributes = format!(
        "User-Name = \"ann\", User-Password = \"{}\", State = {state}, {signed}",
        story.code()
    );
    let accept = ask(host.clone(), attributes).await.unwrap();
    assert!(accept.contains("Received Access-Accept"), "{accept}");
    let chap = ask(
        host.clone(),
        format!("User-Name = \"ann\", CHAP-Password = \"x\", {signed}"),
    )
    .await
    .unwrap();
    assert!(
        chap.contains("Received Access-Reject") && chap.contains("PAP"),
        "{chap}"
    );
    // Without a signature, which is what radclient sends unless told otherwise, nothing comes.
    let silence = ask(
        host,
        "User-Name = \"ann\", User-Password = \"x\"".to_owned(),
    )
    .await
    .unwrap();
    assert!(silence.contains("No reply"), "{silence}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_hashing_queue_does_not_take_is_dropped_and_not_counted() {
    // Hashes of seconds, so that two threads and a queue of 64 are soon full.
    let slow = HashParams {
        memory_kib: 64 * 1024,
        passes: 20,
        lanes: 1,
    };
    let place = Place::sqlite();
    let portal = Portal::with(&place, slow).await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Off).await;
    let host = Asker::of(&portal, &door, &acme, signing(Signing::Yes)).await;
    let mut waiting = JoinSet::new();
    for number in 0..90 {
        let host = host.clone();
        let ask = host.request(&format!("nobody{number}"), "x");
        let ask = ask.signed(host.secret.as_bytes());
        waiting.spawn(async move { host.waits_long(&ask).await });
    }
    let answers = waiting.join_all().await;
    let rejected = answers.iter().flatten().count();
    assert!(answers.iter().flatten().all(|answer| answer[0] == 3));
    assert!(rejected <= 70, "{rejected} of 90 were answered");
    // Those that no thread began with are as if they had not come.
    let open = "SELECT COUNT(*) FROM radius_answers WHERE answer IS NULL";
    for _ in 0..100 {
        if portal.count(open).await == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(portal.count(open).await, 0);
    let answered = portal.count("SELECT COUNT(*) FROM radius_answers").await;
    let counted = portal.count("SELECT COUNT(*) FROM login_counters").await;
    assert_eq!(counted, answered, "only what was looked at counts");
    assert!(answered < 90, "{answered}");
}

/// Set where the next test runs alone, in a process of its own: other tests' memory tells nothing about its.
const ALONE: &str = "PORTCULLIS_TEST_PACKETS_ALONE";

#[tokio::test(flavor = "multi_thread")]
async fn mutated_packets_break_nothing_and_let_nobody_in() {
    if std::env::var_os(ALONE).is_none() {
        let mut alone = std::process::Command::new(std::env::current_exe().unwrap());
        let name = "it::radius_packets::mutated_packets_break_nothing_and_let_nobody_in";
        let run = alone.args(["--exact", name]).env(ALONE, "1").output();
        let run = run.unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    let story = story().await;
    // Without signatures, so that what is changed is looked at further than its signature.
    let host = Asker::of(
        &story.portal,
        &story.door,
        &story.acme,
        signing(Signing::No),
    )
    .await;
    let secret = host.secret.as_bytes();
    let unsigned = host.request("nobody", "wrong").unsigned();
    let signed = host.request("nobody", "wrong").signed(secret);
    let mut stated = host.request("ann", &story.code());
    stated.add(attribute::STATE, &[b'0'; 75]);
    let packets = [unsigned, signed, stated.signed(secret), stated.unsigned()];
    // Her right password, and her right code for a challenge that is open, from a client that must sign: with
    // anything changed, nobody is to look at them.
    let Said::Challenge(_, state) = story.host.asks("ann", &story.ann.password).await else {
        panic!("no challenge");
    };
    let key = story.host.secret.as_bytes();
    let password = story.host.request("ann", &story.ann.password).signed(key);
    let mut code = story.host.request("ann", &story.code());
    code.add(attribute::STATE, &state);
    let right = [password, code.signed(key)];
    let many = crate::full(1_000_000, 20_000);
    let mut before = 0;
    for number in 0..many {
        let [pick, random @ ..] = crate::random_bytes::<12>();
        let one = &right[usize::from(pick) % right.len()];
        let changed = mutated(one, &random);
        if !changed.starts_with(one) {
            let answer = answer(&story.portal.app, &changed, story.host.address.into()).await;
            assert!(answer.is_none(), "{changed:?}");
        }
        let bytes = mutated(&packets[usize::from(pick) % packets.len()], &random);
        let answer = answer(&story.portal.app, &bytes, host.address.into()).await;
        if let Some(answer) = answer {
            let answer = Packet::parse(&answer).unwrap();
            assert!(answer.code() == 3 || bytes[0] == 12, "{bytes:?}");
            assert_eq!(answer.kinds()[0], attribute::MESSAGE_AUTHENTICATOR);
        }
        if number == many / 10 {
            before = resident_kib();
        }
    }
    let grown = resident_kib().saturating_sub(before);
    assert!(grown < 64 * 1024, "{grown} KiB more");
    // Of all events: a list of them ends before a million packets do.
    let logged_on = r#"SELECT COUNT(*) FROM audit_events WHERE event LIKE '%"kind":"logged_on"%'"#;
    assert_eq!(story.portal.count(logged_on).await, 0);
    // What nobody looked at is as good as before.
    let accept = answer(&story.portal.app, &right[1], story.host.address.into()).await;
    assert_eq!(accept.unwrap()[0], 2);
    assert_eq!(story.portal.count(logged_on).await, 1);
    // Some were wrong passwords of hers.
    story.portal.wait(Span::hours(2));
    assert!(
        story
            .host
            .logs_on(&story.ann, &story.code())
            .await
            .is_accept()
    );
}

/// A packet with something changed, at random.
fn mutated(packet: &[u8], random: &[u8; 11]) -> Vec<u8> {
    let [at, to, how, more @ ..] = random;
    let mut bytes = packet.to_vec();
    let place = usize::from(*at) % bytes.len();
    match how % 5 {
        0 => bytes[place] = *to,
        1 => bytes.truncate(place),
        2 => bytes.extend([more.as_slice(), &[*to; 40]].concat()),
        3 => bytes[2..4].copy_from_slice(&[to & 0x0f, more[0]]),
        _ => {
            let length = more.len().min(bytes.len() - place);
            bytes[place..place + length].copy_from_slice(&more[..length]);
        }
    }
    bytes
}

/// How much memory this process holds, in KiB.
fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let word = line.unwrap().split_whitespace().nth(1);
    word.unwrap().parse().unwrap()
}

#[tokio::test]
async fn where_email_is_the_way_a_code_is_mailed_and_takes_the_place_of_the_apps() {
    let portal = Portal::with_mail().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let policy = Policy {
        channels: Channels::Email,
        ..acme.policy
    };
    let set = instance::set_policy(
        &portal.app,
        &Actor::System,
        &acme,
        policy,
        Origin::default(),
    )
    .await;
    set.unwrap().unwrap();
    let ann = portal.person(&acme, "ann").await;
    let host = Asker::of(&portal, &door, &acme, signing(Signing::Yes)).await;
    let Said::Challenge(asks, state) = host.asks("ann", &ann.password).await else {
        panic!("no challenge");
    };
    assert_eq!(asks, "Code from the email that was just sent to you:");
    let mails = portal.mails().await;
    let mail = mails.iter().find(|mail| mail.kind == "email-code").unwrap();
    assert_eq!(mail.subject, "Your code to log on");
    let code = super::email_codes::mailed(&portal).await.pop().unwrap();
    // Another challenge within the minute gets no code of its own, and says so.
    let again = host.asks("ann", &ann.password).await;
    again.refuses("No code can be mailed just now");
    assert!(host.answers("ann", &code, &state).await.is_accept());
    host.answers("ann", &code, &state).await.refuses("too long");
}
